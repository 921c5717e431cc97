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

/// One line that says what to name instead, in the language that was asked for.
#[test]
fn a_page_for_the_wrong_person_says_who_there_is() {
    let file = conflict();
    let of = |more: &[&str]| {
        let ran = afweging(&[&["document", &file, "--step", "hulp-kind-1"], more].concat());
        assert_eq!(ran.code, 2, "{}", ran.out);
        assert!(ran.out.is_empty());
        ran.err
    };
    let mother = of(&["--reader", "child", "--recipient", "moeder"]);
    assert!(mother.contains("`moeder`: geen kind; noem met --recipient één van: `kind-1`"), "{mother}");
    let nobody = of(&["--reader", "parents", "--recipient", "niemand", "--lang", "en"]);
    let wanted =
        "`niemand`: no parent or guardian of this child; name with --recipient one of: `moeder`, `vader`";
    assert!(nobody.contains(wanted), "{nobody}");
    assert_eq!(nobody.trim().lines().count(), 1, "{nobody}");
    let band = of(&["--reader", "court", "--band", "8-11"]);
    assert!(band.contains("--band hoort bij --reader child"), "{band}");
    let reader = of(&["--reader", "buurvrouw"]);
    for name in ["professional", "parents", "child", "court"] {
        assert!(reader.contains(name), "{reader}");
    }
}

/// Who asks for the record of the day of the decision hears that its reasons lost something since.
#[test]
fn a_reason_that_was_taken_back_later_is_noted() {
    let text = std::fs::read_to_string(conflict()).expect("the example");
    let mut dossier: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let entries = dossier["entries"].as_array_mut().expect("entries");
    for entry in entries.iter_mut() {
        entry.as_object_mut().expect("an entry").retain(|key, _| key != "hash" && key != "content_hash");
    }
    let asked = |dossier: &serde_json::Value, more: &[&str]| {
        let args = [&["document", "-", "--step", "hulp-kind-1"], more].concat();
        afweging_with(&args, &dossier.to_string(), &[])
    };
    let before = asked(&dossier, &[]);
    assert_eq!(before.code, 0, "{}", before.err);
    assert!(!before.err.contains("teruggenomen"), "{}", before.err);
    let entries = dossier["entries"].as_array_mut().expect("entries");
    let view = entries.iter().find_map(|entry| {
        let view = entry["event"].get("view_given").filter(|it| it["step"] == "hulp-kind-1")?;
        view["for"].get(0)?.as_str().map(str::to_owned)
    });
    let mut last = entries.last().expect("an entry").clone();
    last["seq"] = (entries.len() + 1).into();
    last["recorded"] = "2025-11-01T10:00:00Z".into();
    last["occurred"] = "2025-11-01".into();
    let withdrawal = serde_json::json!({ "taken_back": { "statement": view.expect("a reason") }, "reason": "Het klopte niet." });
    last["event"] = serde_json::json!({ "withdrawn": withdrawal });
    entries.push(last);
    let after = asked(&dossier, &[]);
    assert_eq!(after.code, 0, "{}", after.err);
    assert!(after.err.contains("let op:") && after.err.contains("--at 2025-11-01"), "{}", after.err);
    assert!(!after.out.contains("Het klopte niet."), "the record of the day does not know it");
    let later = asked(&dossier, &["--at", "2025-11-01"]);
    assert!(later.err.is_empty() && later.out.contains("Het klopte niet."), "{}", later.err);
}
