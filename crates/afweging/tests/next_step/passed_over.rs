//! A gate that is cured says who passed over what, and why; a decision keeps what it did not choose.

use afweging::{Code, Condition, CureWhy, Gate, GateOutcome};
use serde_json::json;

use crate::story::step;
use crate::{ON, plausible, story};

#[test]
fn who_passed_over_a_defect_is_named_with_the_article_and_the_reason() {
    let passed = story()
        .propose("ots", "M16")
        .then("request_filed", json!({ "step": "ots", "requester": "raad", "form": "oral" }))
        .then("decided", json!({ "step": "ots", "decider": "rechter", "outcome": "granted" }))
        .by("rechter")
        .then(
            "defect_passed_over",
            json!({ "step": "ots", "condition": "form", "article": "Awb 6:22", "why": "niemand is benadeeld" }),
        );
    let assessment = passed.assess(ON);
    let hearing = step(&assessment, "ots").gate(Gate::Hearing).unwrap();
    let cure = hearing.cured.iter().find(|it| it.code == Code::OralRequest).expect("it says who");
    assert_eq!(cure.by.as_str(), "rechter");
    let CureWhy::PassedOver { condition, article, reason } = &cure.why else { panic!("{cure:?}") };
    assert_eq!(
        (*condition, article.as_deref(), reason.as_str()),
        (Condition::Form, Some("Awb 6:22"), "niemand is benadeeld")
    );
}

#[test]
fn who_put_off_because_of_urgency_is_named_with_the_day() {
    let urgent = story().propose("vots", "M15").then(
        "urgency_declared",
        json!({ "step": "vots", "danger": "nu gevaar", "why_it_cannot_wait": "vanavond", "look_back": "2025-06-14" }),
    );
    let assessment = urgent.assess(ON);
    let gate = step(&assessment, "vots").gate(Gate::Intrusion).unwrap();
    assert_eq!(gate.outcome, GateOutcome::Cured);
    let [cure] = &gate.cured[..] else { panic!("{:?}", gate.cured) };
    assert_eq!(cure.by.as_str(), "lt");
    assert!(matches!(&cure.why, CureWhy::Urgency { reason, .. } if reason == "nu gevaar"));
}

#[test]
fn the_decision_that_was_not_taken_stays_with_the_one_that_was() {
    let undecided = plausible(story()).propose("ots", "M16").then(
        "candidates_answered",
        json!({ "step": "ots", "candidates": [{ "measure": { "measure": "M02" } }],
                "answer": { "expected_insufficient": { "relies_on": ["f"] } }, "why": "te licht" }),
    );
    assert!(step(&undecided.assess(ON), "ots").not_taken.rejected.is_empty());
    let decided = undecided
        .then("step_detailed", json!({ "step": "ots", "details": { "if_not_taken": "meer ruzie" } }))
        .granted("ots", "raad");
    let assessment = decided.assess(ON);
    let ots = step(&assessment, "ots");
    let [rejected] = &ots.not_taken.rejected[..] else { panic!("{:?}", ots.not_taken.rejected) };
    assert!(rejected.label.nl.contains("(M02)"));
    assert!(rejected.comparison.as_ref().unwrap().nl.starts_with("lichter op"));
    let fields: Vec<_> = ots.not_taken.written_down.iter().map(|it| it.field).collect();
    assert_eq!(fields, ["if_not_taken"]);
    assert!(ots.aids.iter().any(|it| it.code == Code::AidNoRepair));
    let repaired = decided
        .then("step_detailed", json!({ "step": "ots", "details": { "repair": "we bellen oma" } }))
        .assess(ON);
    assert!(!step(&repaired, "ots").aids.iter().any(|it| it.code == Code::AidNoRepair));
    // Of a refusal, what was not done is the step itself.
    let refused = story()
        .propose("ots", "M16")
        .then("request_filed", json!({ "step": "ots", "requester": "raad", "form": "written" }))
        .then("decided", json!({ "step": "ots", "decider": "rechter", "outcome": "refused" }))
        .assess(ON);
    assert!(step(&refused, "ots").not_taken.rejected[0].label.nl.contains("(M16)"));
}
