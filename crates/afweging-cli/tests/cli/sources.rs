//! Where statements come from, and what rests on them: each form, each door, and what is wrong.

use serde_json::Value;

use crate::{afweging, examples, path, small};

/// The example with a circle of tellers and a withdrawal that is only asked about.
fn conflict() -> String {
    examples().into_iter().find(|file| file.contains("conflict")).unwrap()
}

#[test]
fn a_statement_is_told_in_every_form_and_both_languages() {
    let file = conflict();
    for (form, begins) in [("text", "W"), ("svg", "<svg "), ("json", "{\"dossier\":")] {
        let mut told = Vec::new();
        for language in ["nl", "en"] {
            let ran = afweging(&[
                "sources",
                &file,
                "--statement",
                "st-drank",
                "--format",
                form,
                "--lang",
                language,
            ]);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{form}");
            assert!(ran.out.starts_with(begins) && ran.out.ends_with('\n'), "{form}: {}", ran.out);
            told.push(ran.out);
        }
        assert_eq!(told[0] == told[1], form == "json", "{form}");
    }
    let text = afweging(&["sources", &file, "--statement", "st-drank", "--at", "2025-10-01"]).out;
    for part in
        ["Ervoor: geen bron", "zij hebben het van elkaar: telt niet", "staat al bij 1", "bron 1 begint hier"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let svg = afweging(&["sources", &file, "--statement", "st-drank", "--format", "svg"]).out;
    assert!(svg.contains("<title id=\"titel\">") && svg.contains("<desc id=\"uitleg\">"), "{svg}");
    assert!(!svg.contains("<script") && !svg.contains("href"), "{svg}");
}

#[test]
fn without_a_statement_all_are_listed_with_what_their_sources_say() {
    for file in examples().into_iter().chain([small()]) {
        let text = afweging(&["sources", &file]);
        let json = afweging(&["sources", &file, "--format", "json"]);
        assert_eq!((text.code, json.code), (0, 0), "{}", text.err);
        let json: Value = serde_json::from_str(&json.out).unwrap();
        for statement in json["statements"].as_array().unwrap() {
            let id = statement["statement"].as_str().unwrap();
            assert!(text.out.contains(&format!("\n{id}: ")), "{id}: {}", text.out);
        }
    }
    let ran = afweging(&["sources", &conflict(), "--format", "svg"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--statement"), "{}", ran.err);
}

#[test]
fn a_wrong_id_is_one_line_with_the_nearest() {
    for args in [["sources", "--statement", "st-drunk"], ["effects", "--withdraw", "st-drunk"]] {
        let ran = afweging(&[args[0], &conflict(), args[1], args[2]]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
        assert!(ran.err.contains("`st-drunk`") && ran.err.contains(": st-drank, "), "{}", ran.err);
    }
    for (door, number) in [("--entry", "9999"), ("--contest", "9999")] {
        let ran = afweging(&["effects", &conflict(), door, number]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("9999"), "{}", ran.err);
    }
    assert_eq!(afweging(&["effects", &conflict()]).code, 2, "one of the three is asked");
}

#[test]
fn effects_are_told_before_and_after() {
    let file = conflict();
    let ran = afweging(&["effects", &file, "--withdraw", "ev-drank-bloed", "--at", "2025-10-01"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for part in [
        "Stel dat het wordt ingetrokken",
        "bevinding over st-drank · lokaal team (lt-1) · verliest zijn steun",
        "bevinding heropend, geen bron",
        "Lokaal team (lt-1): vanwege regel 80",
        "Vader: vanwege regel 75; het gaat over deze persoon",
    ] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
    let dossier = afweging::Dossier::from_json(&std::fs::read_to_string(&file).unwrap()).unwrap();
    let contests = dossier
        .entries()
        .iter()
        .filter(|it| it.event.kind() == "account_contested" || it.event.kind() == "contested");
    for contest in contests {
        let seq = contest.seq.to_string();
        let ran = afweging(&["effects", &file, "--entry", &seq, "--format", "json", "--lang", "en"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        let json: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(
            (&json["format"], &json["done_by"]),
            (&Value::from("afweging/effects/1"), &Value::from(contest.seq))
        );
    }
    let ran = afweging(&["effects", &file, "--entry", "73", "--lang", "en"]);
    assert!(ran.out.contains("If it were a mistake"), "{}", ran.out);
    let ran = afweging(&["effects", &file, "--contest", "73", "--lang", "en"]);
    assert!(ran.out.contains("If somebody objected to it"), "{}", ran.out);
}

#[test]
fn what_hangs_on_an_entry_or_was_contested_already_is_answered() {
    let file = examples().into_iter().find(|it| it.contains("spoed")).unwrap();
    // The mother said that entry 89 was written down wrongly: asking what an objection would do tells what hers did.
    let ran = afweging(&["effects", &file, "--contest", "89"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("Weggevallen of betwist door regel 93"), "{}", ran.out);
    // Without the account there is nothing that she could have contested.
    let ran = afweging(&["effects", &file, "--entry", "89"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("Deze regel kan er zonder dit niet zijn, en valt mee weg: 93."), "{}", ran.out);
    for name in ["NotHeard", "Unheard", "entry"] {
        assert!(!ran.out.contains(name), "{name}: {}", ran.out);
    }
}

#[test]
fn what_was_taken_back_says_so_beside_its_sources() {
    let file = examples().into_iter().find(|it| it.contains("spoed")).unwrap();
    for arguments in [&["sources", &file][..], &["sources", &file, "--statement", "st-elke-week"][..]] {
        let now = afweging(arguments);
        assert!(now.out.contains("ingetrokken door regel 121"), "{}", now.out);
        // The day before, nobody had.
        let before = afweging(&[arguments, &["--at", "2025-09-20"]].concat());
        assert!(before.code == 0 && !before.out.contains("ingetrokken"), "{}{}", before.out, before.err);
    }
}

#[test]
fn a_decision_whose_gates_stay_met_rests_still_on_what_is_left() {
    let file = examples().into_iter().find(|it| it.contains("spoed")).unwrap();
    let ran = afweging(&["effects", &file, "--withdraw", "st-gebruik", "--at", "2025-12-20"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let decision = ran.out.lines().find(|line| line.contains("beslissing over toezicht")).unwrap();
    assert!(decision.contains("steunt nog op") && !decision.contains("verliest"), "{decision}");
    assert!(ran.out.contains("erbij: ") && ran.out.contains("(AFW-FACTS-006)"), "in words: {}", ran.out);
    let bore = ran.out.lines().find(|line| line.trim_start().starts_with("Politie")).unwrap_or_default();
    assert!(!bore.is_empty(), "who bore the evidence has to be told: {}", ran.out);
}

/// `AFWEGING_WRITE_DOCS=1 cargo test -p afweging-cli --test cli` writes it anew.
#[test]
fn the_picture_in_the_book_is_what_the_command_draws() {
    let args = ["sources", &conflict(), "--statement", "st-drank", "--format", "svg", "--lang", "en"];
    let drawn = afweging(&args).out;
    let at = path("../../docs/src/images/sources.svg");
    if std::env::var_os("AFWEGING_WRITE_DOCS").is_some() {
        std::fs::write(&at, &drawn).unwrap();
    }
    let committed = std::fs::read_to_string(&at).unwrap_or_default();
    assert!(
        committed == drawn,
        "docs/src/images/sources.svg is not what is drawn; AFWEGING_WRITE_DOCS=1 draws it anew"
    );
}
