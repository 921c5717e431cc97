//! Every dossier under `tests/broken/dossiers/` gets exactly the error in its `.txt`: from reading it, or from verifying
//! it when it reads and was tampered with.
//!
//! A dossier with a `.head` beside it is verified against that head, as a caller does who kept one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use afweging::{Code, Dossier, Event, LARGEST_INPUT, LONGEST_NARRATIVE};
use serde_json::Value;

/// A dossier of one person and one statement, in the place of whose text something else is put.
const ONE_STATEMENT: &str = r#"{"format": "afweging/dossier/1", "id": "broken", "entries": [
  {"seq": 1, "recorded": "2025-03-01T09:00:00Z", "occurred": "2025-03-01", "by": "lt-1",
   "event": {"person_added": {"person": "lt-1", "role": "local_team"}}},
  {"seq": 2, "recorded": "2025-03-01T09:05:00Z", "occurred": "2025-03-01", "by": "lt-1",
   "event": {"claimed": {"statement": "st-1", "text": "TEXT"}}}
]}"#;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/broken/dossiers")
}

/// The files of a kind, by name.
fn files(kind: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(root()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|it| it == kind) {
            files.insert(path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap());
        }
    }
    files
}

/// The broken dossiers: those in the folder, and those too large to be kept there.
fn dossiers() -> BTreeMap<String, Vec<u8>> {
    let mut dossiers = files("json");
    let long = "a".repeat(LONGEST_NARRATIVE + 1);
    dossiers.insert("text-too-long".to_owned(), ONE_STATEMENT.replace("TEXT", &long).into_bytes());
    dossiers.insert("input-too-large".to_owned(), vec![b' '; LARGEST_INPUT + 1]);
    dossiers
}

/// What is wrong with a dossier, with its code.
fn error(name: &str, bytes: &[u8], kept_head: Option<&str>) -> (Code, String) {
    let dossier = match Dossier::from_json_bytes(bytes) {
        Err(error) => return (error.code, error.to_string()),
        Ok(dossier) => dossier,
    };
    let verified = match kept_head {
        Some(head) => dossier.verify_against(head),
        None => dossier.verify(),
    };
    match verified {
        Err(tampering) => (tampering.code, tampering.to_string()),
        Ok(()) => panic!("{name} reads, and nothing is found wrong with it"),
    }
}

fn errors() -> BTreeMap<String, (Code, String)> {
    let heads = files("head");
    dossiers()
        .into_iter()
        .map(|(name, bytes)| {
            let head = heads.get(&name).map(|head| String::from_utf8(head.clone()).unwrap());
            let error = error(&name, &bytes, head.as_deref().map(str::trim));
            (name, error)
        })
        .collect()
}

#[test]
fn each_broken_dossier_gets_its_error() {
    let found = errors();
    if std::env::var_os("AFWEGING_BLESS").is_some() {
        for (name, (_, text)) in &found {
            fs::write(root().join(format!("{name}.txt")), format!("{text}\n")).unwrap();
        }
    }
    let expected = files("txt");
    let mut wrong = Vec::new();
    for (name, (_, text)) in &found {
        match expected.get(name) {
            None => wrong.push(format!("{name}: there is no expectation; it gets: {text}")),
            Some(wanted) if *wanted != format!("{text}\n").into_bytes() => {
                let wanted = String::from_utf8_lossy(wanted);
                wrong.push(format!("{name}\n  expected: {wanted}  found:    {text}"));
            }
            Some(_) => {}
        }
    }
    let without_dossier = expected.keys().filter(|name| !found.contains_key(*name));
    wrong.extend(without_dossier.map(|name| format!("{name}: an expectation without a dossier")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(found.len() >= 28, "{} broken dossiers", found.len());
}

#[test]
fn each_error_is_one_line_with_a_code_and_a_place() {
    for (name, (code, text)) in errors() {
        assert!(!text.contains('\n'), "{name}: {text}");
        assert!(text.starts_with(&format!("{code} at ")), "{name}: {text}");
        assert!(text.chars().count() < 1_200, "{name} takes {} characters", text.chars().count());
    }
}

#[test]
fn every_kind_of_input_error_has_a_broken_dossier() {
    let shown: BTreeSet<Code> = errors().into_values().map(|(code, _)| code).collect();
    // An own decision is refused when it is recorded; a log that holds one is read as it is.
    let elsewhere = BTreeSet::from([Code::InputOwnAct]);
    let wanted: BTreeSet<Code> = Code::all()
        .iter()
        .copied()
        .filter(|code| code.as_str().starts_with("AFW-INPUT-") || *code == Code::ChainBroken)
        .filter(|code| !elsewhere.contains(code))
        .collect();
    assert_eq!(shown, wanted);
}

/// The log that the `tampered-*` dossiers were made of. When this fails the form of the hashes changed, and they have
/// to be made anew.
#[test]
fn the_log_before_tampering_is_whole() {
    let sealed = fs::read_to_string(root().join("intact/sealed.json")).unwrap();
    let dossier = Dossier::from_json(&sealed).unwrap();
    assert_eq!(dossier.verify(), Ok(()));
    let head = fs::read_to_string(root().join("tampered-tail-cut-off.head")).unwrap();
    assert_eq!(dossier.head(), head.trim());
}

/// Every place in a dossier where an object stands, as JSON and as errors name it: the kind of an event, or of
/// anything else of which there are several, is no part of the latter.
fn objects(value: &Value, pointer: &str, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                objects(item, &format!("{pointer}/{place}"), &format!("{path}[{place}]"), found);
            }
        }
        Value::Object(fields) => {
            found.push((pointer.to_owned(), path.to_owned()));
            for (name, field) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                let inside = format!("{path}{dot}{name}");
                let is_kind = path.ends_with(".event") && Event::KINDS.contains(&name.as_str());
                let inside = if is_kind { path.to_owned() } else { inside };
                objects(field, &format!("{pointer}/{name}"), &inside, found);
            }
        }
        _ => {}
    }
}

#[test]
fn an_array_is_never_read_as_an_object() {
    let example =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/dossiers/hulp-nooit-gegeven.json");
    let mut dossier: Value = serde_json::from_slice(&fs::read(example).unwrap()).unwrap();
    // One event of each kind is enough; the numbering has no part in the shape.
    let mut seen = BTreeSet::new();
    let entries = dossier["entries"].as_array_mut().unwrap();
    entries.retain(|entry| seen.insert(entry["event"].as_object().unwrap().keys().next().unwrap().clone()));
    assert!(seen.len() > 20, "{seen:?}");

    let mut places = Vec::new();
    objects(&dossier, "", "", &mut places);
    for (pointer, path) in places {
        let mut positional = dossier.clone();
        let object = positional.pointer_mut(&pointer).unwrap();
        *object = object.as_object().unwrap().values().cloned().collect();
        let error = Dossier::from_json(&positional.to_string()).unwrap_err();
        assert_eq!(error.code, Code::InputShape, "{pointer}: {error}");
        assert!(error.reason.starts_with("invalid type: array, expected"), "{pointer}: {error}");
        let place = if path.is_empty() { "(the whole input)" } else { &path };
        // A struct that is one of several has the place of those: `event.origin`, not `event.origin.document`.
        let inside_of = place.rsplit_once('.').map_or(place, |(outer, _)| outer);
        assert!(error.path == place || error.path == inside_of, "{pointer}: {error}");
    }
}
