//! `afweging document`: the decision record by the command line.

use crate::{afweging, afweging_with, path};

fn conflict() -> String {
    path("../../examples/dossiers/conflict-na-scheiding.json").display().to_string()
}

#[test]
fn each_reader_gets_a_page_in_each_format_and_language() {
    for reader in ["professional", "parents", "child", "court"] {
        for lang in ["nl", "en"] {
            for (format, beginning) in
                [("text", ""), ("html", "<!DOCTYPE html>"), ("markdown", "# "), ("json", "{")]
            {
                let ran = afweging(&[
                    "document",
                    &conflict(),
                    "--step",
                    "hulp-kind-1",
                    "--reader",
                    reader,
                    "--lang",
                    lang,
                    "--format",
                    format,
                ]);
                assert_eq!(ran.code, 0, "{reader} {lang} {format}: {}", ran.err);
                assert!(ran.out.starts_with(beginning) && ran.out.len() > 500, "{reader} {lang} {format}");
            }
        }
    }
}

#[test]
fn it_is_told_as_of_the_day_of_the_decision_unless_another_is_named() {
    let of = |more: &[&str]| {
        let file = conflict();
        let mut args = vec!["document", &file, "--step", "hulp-kind-1"];
        args.extend(more);
        afweging(&args).out
    };
    assert!(of(&[]).contains("Zo stond het op 27 maart 2025"));
    assert!(of(&["--at", "2025-10-01"]).contains("Zo stond het op 1 oktober 2025"));
    let known = of(&["--at", "2025-03-27", "--known-at", "2025-03-01T00:00:00Z"]);
    assert!(known.contains("Er is nog niets besloten."), "{known}");
}

#[test]
fn an_error_names_what_there_is() {
    let without = afweging(&["document", &conflict()]);
    assert_eq!(without.code, 2);
    for step in [
        "huisverbod-vader (besloten op 2025-02-08)",
        "hulp-kind-1",
        "niets-meer (niet besloten)",
        "toezicht-kind-1",
    ] {
        assert!(without.err.contains(step), "{}", without.err);
    }
    let unknown = afweging(&["document", &conflict(), "--step", "nergens", "--lang", "en"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("`nergens`") && unknown.err.contains("hulp-kind-1"), "{}", unknown.err);
    let stranger = afweging(&[
        "document",
        &conflict(),
        "--step",
        "hulp-kind-1",
        "--reader",
        "parents",
        "--recipient",
        "oma",
    ]);
    assert_eq!(stranger.code, 2);
    assert!(stranger.err.contains("`moeder`, `vader`"), "{}", stranger.err);
    let court = afweging(&[
        "document",
        &conflict(),
        "--step",
        "hulp-kind-1",
        "--reader",
        "court",
        "--recipient",
        "moeder",
    ]);
    assert_eq!(court.code, 2);
}

#[test]
fn a_letter_asks_for_the_age_when_nobody_knows_it() {
    let text = std::fs::read_to_string(conflict()).expect("the example");
    let mut dossier: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for entry in dossier["entries"].as_array_mut().expect("entries") {
        if let Some(person) = entry["event"].get_mut("person_added").and_then(|it| it.as_object_mut()) {
            person.remove("birth");
        }
        entry.as_object_mut().expect("an entry").retain(|key, _| key != "hash" && key != "content_hash");
    }
    let dossier = dossier.to_string();
    let args = ["document", "-", "--step", "hulp-kind-1", "--reader", "child"];
    let ran = afweging_with(&args, &dossier, &[]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.err.contains("kind-1") && ran.err.contains("--band"), "{}", ran.err);
    let ran = afweging_with(&[&args[..], &["--band", "8-11"]].concat(), &dossier, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("Een brief voor jou"));
}
