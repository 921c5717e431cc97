//! `assess --beside`: reasons that stand word for word in another dossier.

use crate::{Scratch, afweging, examples, small};

const FOUND: &str = "AFW-AID-018";

/// An example, and the same one as another dossier in a folder of its own.
fn twins(name: &str) -> (String, Scratch, String) {
    let file = examples().into_iter().find(|file| file.contains("spoed-en-terug")).unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    let other = text.replacen("spoed-en-terug-naar-huis", "andere-zaak", 1);
    assert_ne!(text, other);
    let folder = Scratch::folder(name);
    let copy = folder.file("andere.json", &other);
    (file, folder, copy)
}

#[test]
fn a_reason_that_stands_in_another_dossier_is_said_with_its_place() {
    let (file, folder, copy) = twins("beside");
    let run = |more: &[&str]| afweging(&[&["assess", &file, "--format", "json"], more].concat());
    assert!(!run(&[]).out.contains(FOUND));
    for beside in
        [vec!["--beside", copy.as_str()], vec!["--beside", &folder.path()], vec!["--beside", &small(), &copy]]
    {
        let ran = run(&beside);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{beside:?}");
        assert!(ran.out.contains(FOUND) && ran.out.contains("andere-zaak"), "{beside:?}");
    }
    // Beside itself nothing is found.
    assert!(!run(&["--beside", &file]).out.contains(FOUND));
    let told = afweging(&["assess", &file, "--beside", &copy, "--lang", "en"]);
    assert!(told.out.contains("Reasons laid beside: 1 other dossier"), "{}", told.out);
}

/// What came in later was not known of the other dossier either.
#[test]
fn the_others_count_as_they_were_known_then_too() {
    let (file, _folder, copy) = twins("beside-known");
    let at = |moment: &str| {
        afweging(&["assess", &file, "--beside", &copy, "--known-at", moment, "--format", "json"]).out
    };
    let (early, late) = (at("2025-09-12T12:00:00Z"), at("2026-06-01T12:00:00Z"));
    assert!(late.contains(FOUND) && !early.contains(FOUND));
}

#[test]
fn what_cannot_be_read_ends_with_2_and_is_named() {
    for wrong in ["nergens.json", "Cargo.toml"] {
        let ran = afweging(&["assess", &small(), "--beside", wrong]);
        assert_eq!(ran.code, 2, "{wrong}");
        assert!(ran.err.contains(wrong), "{}", ran.err);
    }
}
