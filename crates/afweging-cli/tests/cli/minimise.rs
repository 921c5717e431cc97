//! The shortest history that shows a code: a story for people, and a dossier that the other commands read.

use serde_json::Value;

use crate::{Scratch, afweging, small};

/// The codes that the small dossier shows, by its assessment.
fn codes() -> Vec<String> {
    let ran = afweging(&["assess", &small(), "--format", "json"]);
    let mut codes: Vec<String> = ran
        .out
        .split("\"AFW-")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(code, _)| format!("AFW-{code}"))
        .collect();
    codes.sort_unstable();
    codes.dedup();
    assert!(codes.len() > 5, "{codes:?}");
    codes
}

#[test]
fn the_shortest_shows_the_code_and_no_more_can_go() {
    let folder = Scratch::folder("minimise");
    for code in codes().iter().take(4) {
        let ran = afweging(&["minimise", &small(), "--code", code, "--format", "dossier"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{code}");
        let file = folder.file("small.json", &ran.out);
        let json = afweging(&["minimise", &small(), "--code", code, "--format", "json"]).out;
        let told: Value = serde_json::from_str(&json).unwrap();
        let at = told["at"].as_str().unwrap();
        assert!(
            afweging(&["assess", &file, "--at", at, "--format", "json"]).out.contains(code.as_str()),
            "{code}"
        );
        // Made short again it is the same.
        let again = afweging(&["minimise", &file, "--at", at, "--code", code, "--format", "dossier"]);
        assert_eq!(again.out, ran.out, "{code}");
        let entries = told["dossier"]["entries"].as_array().unwrap().len();
        assert_eq!(told["places"].as_array().unwrap().len(), entries);
        let count = |key: &str| told["story"][key].as_array().unwrap().len();
        assert_eq!(count("people") + count("steps"), entries);
    }
}

#[test]
fn the_story_is_told_in_both_languages() {
    let code = "AFW-INTRUSION-002";
    let nl = afweging(&["minimise", &small(), "--code", code]);
    assert!(nl.out.starts_with(&format!("Kortste geval waarin {code} er staat (")), "{}", nl.out);
    assert!(nl.out.contains("staat AFW-INTRUSION-002 er niet meer.\n"), "{}", nl.out);
    let en = afweging(&["minimise", &small(), "--code", code, "--lang", "en"]);
    assert!(en.out.starts_with(&format!("Shortest case that shows {code} (")), "{}", en.out);
    assert_eq!(nl.out.lines().count(), en.out.lines().count());
    assert!(nl.out.lines().nth(2).unwrap().starts_with("  1. "), "{}", nl.out);
}

#[test]
fn absent_keeps_the_steps_and_tells_what_keeps_the_code_away() {
    // A bare step shows it: nothing is known of the child's age.
    let code = "AFW-AUTHORITY-013";
    let ran = afweging(&["minimise", &small(), "--code", code, "--absent", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    let text = told["dossier"].to_string();
    assert!(text.contains("birth"), "{text}");
    let steps = |text: &str| text.matches("step_proposed").count();
    assert_eq!(steps(&text), steps(&std::fs::read_to_string(small()).unwrap()));
    // Nothing else that the small dossier holds is needed for that.
    assert!(told["story"]["steps"].as_array().unwrap().len() <= steps(&text) + 1, "{text}");
}

#[test]
fn a_wrong_question_is_answered_with_what_there_is() {
    let ran = afweging(&["minimise", &small(), "--code", "AFW-INTRUSION-02"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("deze code bestaat niet") && ran.err.contains("AFW-INTRUSION-002"),
        "{}",
        ran.err
    );
    let ran = afweging(&["minimise", &small(), "--code", "AFW-LOG-001", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("AFW-LOG-001 is not shown on"), "{}", ran.err);
    let ran = afweging(&["minimise", &small(), "--code", &codes()[0], "--absent"]);
    assert!(ran.code == 2 && ran.err.contains("`--absent`"), "{}", ran.err);
}
