//! Waiting, and going from hand to hand.

use afweging::Code;
use serde_json::{Value, json};

use crate::story::Story;
use crate::{says, tells, times};

fn reported() -> Story {
    Story::begun()
        .then("report_received", json!({ "receiver": "vt", "text": "zorgen van school" }))
        .then("watch_taken", json!({ "watcher": "vt" }))
}

fn handed(story: Story, from: &str, to: &str, more: &Value) -> Story {
    let mut handed = json!({ "from": from, "to": to, "question": "wat is nu nodig?" });
    for (key, value) in more.as_object().unwrap() {
        handed[key] = value.clone();
    }
    story.then("handed_over", handed)
}

fn accepted(story: Story, by: &str) -> Story {
    story.then("hand_over_accepted", json!({ "receiver": by }))
}

#[test]
fn failure_02_the_family_went_from_hand_to_hand() {
    let at = "2025-06-01";
    let one = accepted(handed(reported(), "vt", "lt", &json!({ "adds": "expertise" })), "lt");
    let many = accepted(handed(one.clone().on("2025-04-01"), "lt", "gi", &json!({ "adds": "power" })), "gi");
    tells(Code::AidManyFaces, at, &many, &one);
    assert!(says(&many.assess(at), Code::AidManyFaces).contains("drie"), "in words");
    // The same face twice is one face.
    let back = accepted(handed(one.on("2025-04-01"), "lt", "vt", &json!({ "adds": "expertise" })), "vt");
    assert_eq!(times(&back.assess(at), Code::AidManyFaces), 0);
}

#[test]
fn failure_02_what_a_parent_says_stands_beside_the_claim() {
    let at = "2025-03-10";
    let claimed = Story::begun().claimed("s", "Vader drinkt.", "worry");
    let number = claimed.dossier().len();
    let answered = claimed.clone().then(
        "contested",
        json!({ "entry": number, "person": "vader", "objection": "Ik drink al twee jaar niet." }),
    );
    // Here the finding is the remedy: the parent's own statement is attached to the claim itself.
    tells(Code::ContestedEntry, at, &answered, &claimed);
    let facts = answered.assess(at).uncertainties.facts;
    assert_eq!(facts[0].contested_by.iter().map(|it| it.as_str()).collect::<Vec<_>>(), ["vader"]);
}

#[test]
fn failure_02_passed_on_to_somebody_who_adds_nothing() {
    let at = "2025-03-10";
    let passed = handed(reported(), "vt", "lt", &json!({}));
    let added = handed(reported(), "vt", "lt", &json!({ "adds": "expertise" }));
    tells(Code::AidPassedOn, at, &passed, &added);
}

#[test]
fn failure_09_waiting_lists_add_up_and_nobody_adds_them() {
    let at = "2025-06-10";
    let meanwhile = json!({ "adds": "expertise", "watcher_meanwhile": "vt" });
    let handed_on = handed(reported(), "vt", "lt", &meanwhile);
    // Three weeks until the local team took it up; then help that was granted and began seven weeks later; and something
    // lighter than supervision that was asked for on 1 May and is still not there.
    let granted = |story: Story| {
        story
            .then(
                "step_proposed",
                json!({ "step": "hulp", "measure": "M02", "about": "kind", "proposed_by": "lt" }),
            )
            .then("decided", json!({ "step": "hulp", "decider": "college", "outcome": "granted" }))
    };
    let waited = granted(accepted(handed_on.on("2025-03-24"), "lt"))
        .on("2025-05-12")
        .then("started", json!({ "step": "hulp" }))
        .propose("ots", "M16")
        .then(
            "candidates_answered",
            json!({ "step": "ots", "why": "wachtlijst",
                    "candidates": [{ "measure": { "measure": "M05" } }, { "measure": { "measure": "M14", "placement": "network_foster" } }],
                    "answer": { "not_available": { "asked_on": "2025-05-01" } } }),
        );
    let at_once = granted(accepted(handed(reported(), "vt", "lt", &json!({ "adds": "expertise" })), "lt"))
        .then("started", json!({ "step": "hulp" }))
        .propose("ots", "M16");
    tells(Code::AidWaitsAddUp, at, &waited, &at_once);
    let assessment = waited.assess(at);
    let days: Vec<_> = assessment.waits.iter().map(|wait| (wait.days, wait.ended)).collect();
    // 3 to 24 March; 24 March to 12 May; 1 May to 10 June. One answer for two kinds of help is one wait.
    assert_eq!(days, [(21, true), (49, true), (40, false)]);
    // From 3 March to 10 June is 99 days: the last two overlap by eleven.
    let told = says(&assessment, Code::AidWaitsAddUp);
    assert!(told.contains("wachtte 99 dagen") && told.contains("samen zijn 110 dagen"), "{told}");
    assert!(at_once.assess(at).waits.is_empty());
}

#[test]
fn failure_09_the_child_waits_and_nobody_watches() {
    let at = "2025-04-10";
    let alone = handed(reported(), "vt", "lt", &json!({ "adds": "expertise" }));
    let watched = handed(reported(), "vt", "lt", &json!({ "adds": "expertise", "watcher_meanwhile": "vt" }));
    tells(Code::NobodyWatches, at, &alone, &watched);
    tells(Code::HandOverOpen, at, &watched, &accepted(watched.clone(), "lt"));
}

#[test]
fn a_written_direction_is_no_help_that_a_family_waits_for() {
    let granted = |measure: &str| {
        reported()
            .then(
                "step_proposed",
                json!({ "step": "x", "measure": measure, "about": "kind", "proposed_by": "gi" }),
            )
            .then("decided", json!({ "step": "x", "decider": "gi", "outcome": "granted" }))
            .assess("2025-06-10")
            .waits
            .len()
    };
    assert_eq!(granted("M18"), 0, "who directs carries it out: it works when it is given");
    assert_eq!(granted("M16"), 1, "the court orders, and a family waits for the institution");
    assert_eq!(granted("M05"), 1, "who offers help with agreements can have a waiting list");
}
