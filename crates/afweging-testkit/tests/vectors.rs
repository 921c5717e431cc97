//! The vectors that every implementation answers alike (`tests/vectors/`).
//!
//! `AFWEGING_BLESS=1 cargo test -p afweging-testkit --test vectors` writes the lists of codes and the manifest anew. It never
//! writes a point: one that does not hold fails all the same.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly, in its helpers too"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use afweging::Code;
use afweging_testkit::vectors::{Expect, Failure, Folder, Vector};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors")
}

fn all() -> Vec<Vector> {
    let folder = Folder::open(&root()).unwrap();
    folder
        .vectors()
        .map(|(file, ..)| Vector::from_json(&std::fs::read_to_string(&file).unwrap()).unwrap())
        .collect()
}

fn bless() {
    let listed = Folder::listed(&root()).unwrap();
    std::fs::write(root().join("manifest.json"), serde_json::to_string_pretty(&listed).unwrap() + "\n")
        .unwrap();
    for (file, ..) in Folder::open(&root()).unwrap().vectors() {
        let mut vector = Vector::from_json(&std::fs::read_to_string(&file).unwrap()).unwrap();
        vector.codes = vector.run().unwrap().codes();
        std::fs::write(&file, vector.to_json()).unwrap();
    }
}

#[test]
fn every_vector_holds_and_none_is_missing_or_unlisted() {
    if std::env::var_os("AFWEGING_BLESS").is_some() {
        bless();
    }
    let report = Folder::open(&root()).unwrap().run().unwrap();
    assert!(report.is_right(), "{report:#?}");
    assert!(report.levels.values().all(|(ran, of)| ran == of && *ran > 0), "{report:?}");
    let ran: usize = report.levels.values().map(|(ran, _)| ran).sum();
    println!("{ran} vectors, {} to the byte, {} kept dossiers", report.bytes, report.dossiers);
    assert!(ran >= 300, "{ran} vectors");
}

/// Each code is the point of a vector that shows it and of one that does not: a new code wants both
/// (`cargo run -p afweging-testkit --example vectors -- tests/vectors` makes those that are missing).
#[test]
fn every_code_has_a_vector_that_shows_it_and_one_that_does_not() {
    let all = all();
    let points = |of: &dyn Fn(&Expect) -> Option<String>| -> BTreeSet<String> {
        all.iter().filter_map(|it| of(&it.expect)).collect()
    };
    let shown = points(&|it| match it {
        Expect::Shows(code) | Expect::Refused(code) => Some(code.clone()),
        _ => None,
    });
    let not = points(&|it| match it {
        Expect::Lacks(code) => Some(code.clone()),
        _ => None,
    });
    let missing = |there: &BTreeSet<String>| -> Vec<&str> {
        Code::all().iter().map(|it| it.as_str()).filter(|it| !there.contains(*it)).collect()
    };
    assert!(missing(&shown).is_empty(), "no vector shows {:?}", missing(&shown));
    assert!(missing(&not).is_empty(), "no twin without {:?}", missing(&not));
}

/// Twins name each other, are of one day, and have the other answer.
#[test]
fn twins_differ_in_one_thing() {
    let all = all();
    for vector in &all {
        let Some(twin) = &vector.twin else { continue };
        let other = all
            .iter()
            .find(|it| it.name == twin.name)
            .unwrap_or_else(|| panic!("{} is not there", twin.name));
        assert_eq!(other.twin.as_ref().map(|it| &it.name), Some(&vector.name));
        assert_eq!((other.at, other.level), (vector.at, vector.level), "{}", vector.name);
        assert!(!twin.differs.is_empty(), "{}", vector.name);
        let entries = |it: &Vector| it.dossier["entries"].as_array().map_or(0, Vec::len);
        assert!(
            entries(vector).abs_diff(entries(other)) <= 1
                || vector.dossier.is_string()
                || other.dossier.is_string()
        );
        assert_ne!(vector.expect, other.expect);
    }
}

/// A vector is small, and none is there twice.
#[test]
fn vectors_are_small() {
    let mut seen = BTreeSet::new();
    for vector in all() {
        let entries = vector.dossier["entries"].as_array().map_or(0, Vec::len);
        assert!(entries <= 40, "{} has {entries} entries", vector.name);
        assert!(!vector.point.is_empty() && !vector.source.is_empty(), "{}", vector.name);
        let asks = format!(
            "{} {} {:?} {:?} {:?} {:?}",
            vector.at, vector.dossier, vector.record, vector.beside, vector.region, vector.expect
        );
        assert!(seen.insert(asks), "{} is there twice", vector.name);
    }
}

/// The check can fail, and says what failed: the point, or only the list of codes.
#[test]
fn a_vector_that_is_wrong_is_told_apart() {
    let right = all().into_iter().find(|it| matches!(it.expect, Expect::Shows(_))).unwrap();
    assert_eq!(right.failures(), []);
    let Expect::Shows(code) = right.expect.clone() else { panic!("it shows a code") };
    let wrong = Vector { expect: Expect::Lacks(code.clone()), ..right.clone() };
    assert!(matches!(wrong.failures().as_slice(), [Failure::Point(_)]));
    let mut more = right.clone();
    more.codes.push("AFW-NONE-001".to_owned());
    assert!(matches!(more.failures().as_slice(), [Failure::Codes(_)]));
    let nowhere = Vector { region: Some("nergens".to_owned()), ..right.clone() };
    assert!(matches!(nowhere.failures().as_slice(), [Failure::NotRun(_)]));
    let gone = Vector { dossier: serde_json::json!("no dossier"), ..right };
    assert!(matches!(gone.failures().as_slice(), [Failure::Point(_), Failure::Codes(_)]));
}

/// A file that nobody lists, and one that is listed and gone, are found.
#[test]
fn a_folder_that_is_not_its_manifest_is_found() {
    let copy = std::env::temp_dir().join(format!("afweging-vectors-{}", std::process::id()));
    let level = copy.join("core");
    std::fs::create_dir_all(&level).unwrap();
    let manifest =
        r#"{"format": "afweging/vectors/1", "levels": {"core": ["gone"]}, "bytes": [], "dossiers": []}"#;
    std::fs::write(copy.join("manifest.json"), manifest).unwrap();
    std::fs::write(level.join("new.json"), "{}").unwrap();
    let report = Folder::open(&copy).unwrap().run().unwrap();
    std::fs::remove_dir_all(&copy).unwrap();
    assert!(!report.is_right());
    assert_eq!(report.missing, ["core/gone.json"]);
    assert_eq!(report.unlisted, ["core/new.json"]);
}
