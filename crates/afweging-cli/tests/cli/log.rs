//! The log: verified, known at a moment.

use serde_json::Value;

use crate::{Scratch, afweging, afweging_with, examples, small, small_text};

/// The small dossier with its hashes.
fn sealed() -> Value {
    let dossier = afweging::Dossier::from_json(&small_text()).unwrap();
    serde_json::from_str(&dossier.to_json()).unwrap()
}

fn verify(dossier: &Value, args: &[&str]) -> crate::Ran {
    afweging_with(&[&["verify", "-", "--lang", "en"], args].concat(), &dossier.to_string(), &[])
}

#[test]
fn an_intact_log_says_how_many_entries_and_the_head() {
    let dossier = sealed();
    let head = dossier["entries"].as_array().unwrap().last().unwrap()["hash"].as_str().unwrap();
    let ran = verify(&dossier, &[]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out, format!("intact: 38 entries\nhash of the last entry: {head}\n"));
    assert_eq!(verify(&dossier, &["--head", head]).code, 0);
    assert_eq!(verify(&dossier, &["--head", &head.to_uppercase()]).code, 0);
}

#[test]
fn a_changed_entry_is_named() {
    let mut dossier = sealed();
    dossier["entries"][12]["event"]["heard"]["account"] = "Het gaat goed.".into();
    let ran = verify(&dossier, &[]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(ran.out.starts_with("changed from entry 13 (entries[12]): AFW-"), "{}", ran.out);
    let assessed = afweging_with(&["assess", "-"], &dossier.to_string(), &[]);
    assert_eq!(assessed.code, 0, "it can be looked at");
    assert!(assessed.out.contains("Let op: Het logboek is niet zoals het werd vastgelegd, vanaf regel 13."));
}

#[test]
fn a_cut_off_tail_is_found_against_a_head_that_was_kept() {
    let mut dossier = sealed();
    let entries = dossier["entries"].as_array_mut().unwrap();
    let last = entries.pop().unwrap();
    let kept = last["hash"].as_str().unwrap();
    assert_eq!(verify(&dossier, &[]).code, 0);
    let ran = verify(&dossier, &["--head", kept]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.starts_with("changed from entry 38"), "{}", ran.out);
}

#[test]
fn a_log_without_hashes_is_not_called_intact() {
    let ran = afweging(&["verify", &small(), "--lang", "en"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("holds no hashes"), "{}", ran.err);
    let head = sealed()["entries"].as_array().unwrap().last().unwrap()["hash"].as_str().unwrap().to_owned();
    assert_eq!(afweging(&["verify", &small(), "--head", &head]).code, 0, "the head shows all of it");
    assert_eq!(afweging(&["verify", &small(), "--head", &"0".repeat(64)]).code, 1);
}

#[test]
fn a_wrong_log_is_an_input_error() {
    let ran = afweging_with(&["verify", "-"], "[]", &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("AFW-INPUT-001"), "{}", ran.err);
}

#[test]
fn known_at_shows_nothing_that_was_recorded_later() {
    let scratch = Scratch::folder("known-at");
    for file in examples() {
        let whole: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let entries = whole["entries"].as_array().unwrap();
        for kept in [entries.len() / 3, entries.len() / 2, entries.len() - 1] {
            let until = entries[kept - 1]["recorded"].as_str().unwrap();
            // Everything of one instant is known together.
            let kept = entries.iter().take_while(|it| it["recorded"].as_str().unwrap() <= until).count();
            let mut cut = whole.clone();
            cut["entries"].as_array_mut().unwrap().truncate(kept);
            let cut = scratch.file("cut.json", &cut.to_string());
            for format in ["html", "json"] {
                let ask = |file: &str| afweging(&["assess", file, "--known-at", until, "--format", format]);
                let (of_whole, of_cut) = (ask(&file), ask(&cut));
                assert_eq!((of_whole.code, of_whole.err.as_str()), (0, ""));
                assert!(of_whole.out == of_cut.out, "{file} known at {until}, {format}: something leaks");
            }
        }
    }
}

#[test]
fn known_at_says_so() {
    let ran = afweging(&["assess", &small(), "--known-at", "2025-01-15T12:00:00Z", "--lang", "en"]);
    assert!(ran.out.contains("as known on 15 January 2025, 12:00 UTC (nothing recorded later counts)"));
    assert!(!ran.out.contains("toezicht"), "a step that was proposed later");
}

#[test]
fn an_own_decision_without_its_proof_is_named() {
    let file = examples().into_iter().find(|it| it.contains("spoed")).unwrap();
    let observed = afweging::Dossier::from_json(&std::fs::read_to_string(file).unwrap()).unwrap();
    let seq = observed.entries().iter().find(|it| it.event.kind() == "decided").expect("a decision").seq;
    // Whoever writes a file can write that it is an own one, and reckon the hashes.
    let mut entries = Vec::<afweging::NewEntry>::from(&observed);
    entries[usize::try_from(seq).unwrap() - 1].door = afweging::Door::Own;
    let own = afweging::Dossier::replay(observed.id(), entries).unwrap();
    let dossier: Value = serde_json::from_str(&own.to_json()).unwrap();
    let ran = verify(&dossier, &[]);
    assert_eq!((ran.code, ran.err.as_str()), (3, ""));
    assert!(
        ran.out.starts_with("intact: ") && ran.out.contains(&format!("unproved: entry {seq}: ")),
        "{}",
        ran.out
    );
    let dutch = afweging_with(&["verify", "-"], &dossier.to_string(), &[]);
    assert!(dutch.out.contains(&format!("zonder bewijs: regel {seq}: ")), "{}", dutch.out);
}
