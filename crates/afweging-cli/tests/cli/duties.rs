//! What has to be done: earliest first, each with its owner, its article and how its day was reckoned.

use serde_json::Value;

use crate::{afweging, afweging_with, examples, small};

/// A house ban, an instruction and a report, told in a few entries.
fn terms() -> String {
    let people = [("w", "local_team"), ("vt", "veilig_thuis"), ("gi", "gi"), ("m", "mother"), ("c", "child")];
    let mut events: Vec<(String, String)> = people
        .iter()
        .map(|(id, role)| {
            ("2025-01-01".to_owned(), format!(r#"{{"person_added":{{"person":"{id}","role":"{role}"}}}}"#))
        })
        .collect();
    let mut on = |when: &str, event: &str| events.push((when.to_owned(), event.to_owned()));
    on("2025-04-17", r#"{"report_received":{"receiver":"vt","text":"zorgen"}}"#);
    on("2025-04-01", r#"{"step_proposed":{"step":"s","measure":"M18","about":"c","proposed_by":"gi"}}"#);
    on("2025-04-04", r#"{"decided":{"step":"s","decider":"gi","outcome":"granted"}}"#);
    on("2025-04-07", r#"{"moment_noted":{"moment":"decision_sent","step":"s","to":"m"}}"#);
    on("2025-04-08", r#"{"moment_noted":{"moment":"change_requested","step":"s","to":"gi"}}"#);
    let entries: Vec<String> = events
        .iter()
        .enumerate()
        .map(|(place, (when, event))| {
            let (seq, minute) = (place + 1, place);
            format!(
                r#"{{"seq":{seq},"recorded":"2025-04-25T10:{minute:02}:00Z","occurred":"{when}","by":"w","event":{event}}}"#
            )
        })
        .collect();
    format!(r#"{{"format":"afweging/dossier/1","id":"t","entries":[{}]}}"#, entries.join(","))
}

fn duties(args: &[&str]) -> crate::Ran {
    afweging_with(&[&["duties", "-"], args].concat(), &terms(), &[])
}

#[test]
fn the_earliest_comes_first() {
    let ran = duties(&["--at", "2025-04-25", "--lang", "en"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let place = |text: &str| ran.out.find(text).unwrap_or_else(|| panic!("{text}: {}", ran.out));
    assert!(place("22 April 2025") < place("28 April 2025"), "{}", ran.out);
}

#[test]
fn text_says_who_by_which_article_and_how_the_day_was_reckoned() {
    let dutch = duties(&["--at", "2025-04-20"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "22 april 2025 – De rechter vragen het vervallen te verklaren",
        "Wie: moeder (m)",
        "Grondslag: artikel 1:264 lid 3 BW [wettekst 2015]",
        "Gerekend: 2 weken vanaf 7 april 2025 (regel 9)",
        "Verlengd: van 21 april 2025, over tweede paasdag: artikel 1 lid 1 Algemene termijnenwet",
        "volgens een werknorm, die geen wet is, uiterlijk 28 april 2025",
        "Gerekend: 5 werkdagen vanaf 17 april 2025 (regel 6)",
    ] {
        assert!(dutch.contains(part), "{part}: {dutch}");
    }
    let overdue = duties(&["--at", "2025-04-25", "--lang", "en"]).out;
    let overdue = overdue.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(overdue.contains("22 April 2025 – OVERDUE – Answering the request to withdraw it"), "{overdue}");
    assert!(overdue.contains("no answer counts as a refusal"), "{overdue}");
    assert!(!overdue.contains("annul"), "a remedy that nobody used is no duty that somebody neglected");
}

#[test]
fn json_holds_the_duties_as_the_library_has_them() {
    let ran = duties(&["--at", "2025-04-20", "--format", "json"]);
    let value: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(value["format"], "afweging/duties/1");
    assert_eq!(value["receipt"]["at"], "2025-04-20");
    let days: Vec<_> = value["duties"].as_array().unwrap().iter().map(|it| it["due"].as_str()).collect();
    assert_eq!(days, [Some("2025-04-22"), Some("2025-04-22"), Some("2025-04-28")]);
    let duties = value["duties"].as_array().unwrap();
    let annulment = duties.iter().map(|it| &it["reckoning"]).find(|it| it["term"] == "annulment").unwrap();
    assert_eq!(annulment["from"], "2025-04-07");
    assert_eq!(annulment["prolonged"]["over"], serde_json::json!(["easter_monday"]));
}

#[test]
fn a_calendar_has_an_event_for_each_day() {
    let ran = duties(&["--at", "2025-04-20", "--format", "ics"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && ran.out.ends_with("END:VCALENDAR\r\n")
    );
    assert!(ran.out.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{}", ran.out);
    let unfolded = ran.out.replace("\r\n ", "");
    let of = |key: &str| unfolded.lines().filter(|line| line.starts_with(key)).collect::<Vec<_>>();
    assert_eq!(
        of("DTSTART"),
        ["DTSTART;VALUE=DATE:20250422", "DTSTART;VALUE=DATE:20250422", "DTSTART;VALUE=DATE:20250428"]
    );
    let (mut uids, again) = (of("UID"), duties(&["--at", "2025-04-21", "--format", "ics"]).out);
    assert!(uids.iter().all(|uid| again.contains(*uid)), "the same events on another day");
    uids.dedup();
    assert_eq!(uids.len(), 3);
    assert_eq!(of("DTSTAMP")[0], "DTSTAMP:20250425T100900Z", "when the last entry was recorded, no clock");
}

#[test]
fn it_answers_for_every_example_and_refuses_wrong_input_like_assess() {
    for file in examples().into_iter().chain([small()]) {
        for format in ["text", "json", "ics"] {
            let ran = afweging(&["duties", &file, "--format", format]);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{file}");
        }
    }
    let missing = afweging(&["duties", "/nowhere/dossier.json"]);
    assert_eq!((missing.code, missing.out.as_str()), (2, ""));
    let wrong = afweging_with(&["duties", "-"], "{}", &[]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("AFW-INPUT"), "{}", wrong.err);
    let empty = r#"{"format": "afweging/dossier/1", "id": "leeg", "entries": []}"#;
    let ran = afweging_with(&["duties", "-"], empty, &[]);
    assert_eq!((ran.code, ran.err.contains("--at")), (2, true));
    let none = afweging_with(&["duties", "-", "--at", "2025-01-01", "--lang", "en"], empty, &[]);
    assert!(none.out.contains("No terms are running."), "{}", none.out);
    let help = afweging(&["duties", "--help"]);
    assert!(help.out.contains("afweging duties dossier.json"), "help has an example");
}
