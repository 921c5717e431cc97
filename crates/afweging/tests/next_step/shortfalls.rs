//! What was not to be had: owed by somebody, asked about where nobody said by whom, visible until it ends.

use afweging::{Actor, Answerer, Assessment, CandidateStanding, Code, Finding, Gate};
use serde_json::{Value, json};

use crate::story::{Story, step};
use crate::{ON, falls, option, stands, story};

fn not_available(story: Story, details: Value) -> Story {
    story.then(
        "candidates_answered",
        json!({ "step": "ots", "candidates": [{ "measure": { "measure": "M02" } }],
                "answer": { "not_available": details }, "why": "er is een wachtlijst" }),
    )
}

fn of_code(assessment: &Assessment, code: Code) -> Vec<&Finding> {
    assessment.findings.iter().filter(|it| it.code == code).collect()
}

#[test]
fn who_owes_it_and_what_happens_meanwhile_are_questions_with_an_address() {
    let bare = not_available(story().propose("ots", "M16"), json!({ "asked_on": "2025-05-01" }));
    let assessment = bare.assess(ON);
    assert!(stands(step(&assessment, "ots"), "(M02)"));
    let owed = of_code(&assessment, Code::ShortfallOwedByNobody);
    assert_eq!(owed.len(), 1);
    let who = &owed[0].questions[0].who_may_answer;
    assert!(who.iter().any(|it| matches!(it, Answerer::Person(id) if id.as_str() == "lt")), "{who:?}");
    assert!(who.contains(&Answerer::Actor(Actor::College)), "who decides on it may say: {who:?}");
    assert_eq!(of_code(&assessment, Code::ShortfallMeanwhileNotSaid).len(), 1);
    // Nothing of it stands at a gate: it is never booked against the family.
    for code in [Code::ShortfallOwedByNobody, Code::ShortfallMeanwhileNotSaid, Code::SystemShortfall] {
        assert_eq!(code.gate(), None);
    }

    let said = not_available(
        story().propose("ots", "M16"),
        json!({ "asked_on": "2025-05-01", "owed_by": "college", "meanwhile": "oma slaapt er" }),
    )
    .assess(ON);
    assert!(of_code(&said, Code::ShortfallOwedByNobody).is_empty());
    assert!(of_code(&said, Code::ShortfallMeanwhileNotSaid).is_empty());
    let duty = said.duties.iter().find(|it| it.code == Code::SystemShortfall).unwrap();
    assert!(matches!(&duty.owner[..], [Answerer::Person(id)] if id.as_str() == "college"));
}

#[test]
fn it_stays_until_it_is_there() {
    let asked = not_available(story().propose("ots", "M16"), json!({ "asked_on": "2025-05-01" }));
    let later = asked.clone().assess("2026-01-01");
    assert_eq!(later.shortfalls.len(), 1);
    assert_eq!(later.shortfalls[0].ended, None, "time alone ends nothing");
    let came = asked
        .on("2025-09-01")
        .propose("hulp", "M02")
        .then("started", json!({ "step": "hulp" }))
        .assess("2026-01-01");
    assert_eq!(came.shortfalls[0].ended.map(|day| day.to_string()).as_deref(), Some("2025-09-01"));
    assert!(of_code(&came, Code::ShortfallOwedByNobody).is_empty());
    assert!(!came.duties.iter().any(|it| it.code == Code::SystemShortfall));
}

#[test]
fn from_the_day_on_which_it_can_be_had_the_answer_no_longer_stands() {
    let until = not_available(
        story().propose("ots", "M16"),
        json!({ "asked_on": "2025-05-01", "not_before": "2025-07-01" }),
    );
    assert!(stands(step(&until.assess("2025-06-30"), "ots"), "(M02)"));
    assert!(falls(step(&until.assess("2025-07-01"), "ots"), "(M02)").contains("that day has come"));
    // A decision of before that day is looked at on its own day.
    let decided = until.clone().on("2025-06-15").granted("ots", "raad");
    assert!(stands(step(&decided.assess("2025-09-01"), "ots"), "(M02)"));
    let codes = until.gate("2025-07-01", "ots", Gate::Intrusion).1;
    assert!(codes.contains(&Code::AnswerDoesNotStand), "{codes:?}");
}

#[test]
fn at_a_review_it_is_asked_anew_once_it_can_be_had() {
    let in_force =
        story().propose("ots", "M16").granted("ots", "raad").then("started", json!({ "step": "ots" }));
    let answered = not_available(
        in_force.on("2025-08-01"),
        json!({ "asked_on": "2025-07-01", "not_before": "2025-10-01" }),
    );
    let stands = |at: &str| {
        let assessment = answered.assess(at);
        let next = step(&assessment, "ots").reviews.last().unwrap();
        matches!(option(&next.going_on, "(M02)").standing, CandidateStanding::Stands { .. })
    };
    assert!(stands("2025-09-30"));
    assert!(!stands("2025-10-01"), "help that was not there at the decision is there now");
}
