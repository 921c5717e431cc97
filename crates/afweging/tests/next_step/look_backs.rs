//! Urgency puts off and never away.

use afweging::{Answerer, Assessment, Code, LookBack, LookBackOf, LookBackStand};
use serde_json::json;

use crate::story::{Story, step};
use crate::{ON, plausible, story};

fn urgent() -> Story {
    plausible(story()).propose("vots", "M15").then(
        "urgency_declared",
        json!({ "step": "vots", "danger": "nu gevaar", "why_it_cannot_wait": "vanavond", "look_back": "2025-06-14" }),
    )
}

fn look_back(assessment: &Assessment) -> &LookBack {
    let of_step = |it: &&LookBack| matches!(&it.of, LookBackOf::Urgency(step) if step.as_str() == "vots");
    assessment.look_backs.iter().find(of_step).expect("it never goes")
}

#[test]
fn what_was_put_off_is_asked_again_until_it_is_held() {
    let due = urgent().assess("2025-06-14");
    let asked = look_back(&due);
    assert_eq!((asked.stands, asked.due.to_string()), (LookBackStand::Due, "2025-06-14".to_owned()));
    assert!(matches!(&asked.owner[..], [Answerer::Person(id)] if id.as_str() == "lt"));
    let events: Vec<_> = asked.questions.iter().flat_map(|it| it.answered_when.iter().copied()).collect();
    assert!(events.contains(&"candidates_answered"), "what may be lighter: {events:?}");
    assert!(events.contains(&"heard"), "who was not heard: {events:?}");

    let overdue = urgent().assess("2025-06-15");
    assert_eq!(look_back(&overdue).stands, LookBackStand::Overdue);
    assert!(overdue.duties.iter().any(|it| it.code == Code::LookBackDue && it.overdue));

    let candidates: Vec<_> = all_candidates(&due).collect();
    let mut held = urgent().on("2025-06-10").then(
        "candidates_answered",
        json!({ "step": "vots", "candidates": candidates,
                "answer": { "expected_insufficient": { "relies_on": ["f"] } }, "why": "niets volstond die nacht" }),
    );
    assert_eq!(
        look_back(&held.assess("2025-06-12")).stands,
        LookBackStand::Due,
        "people are still to be heard"
    );
    for person in ["kind", "moeder", "vader"] {
        held = held.then("heard", json!({ "person": person, "forum": "talk", "account": "wat ik zag" }));
    }
    let held = held.assess("2025-08-01");
    assert_eq!(look_back(&held).stands, LookBackStand::Held);
    assert!(!held.duties.iter().any(|it| it.code == Code::LookBackDue));
}

/// Everything that the step has to answer, as an answer names it.
fn all_candidates(assessment: &Assessment) -> impl Iterator<Item = serde_json::Value> {
    let candidates = &step(assessment, "vots").candidates;
    candidates.iter().map(|it| serde_json::to_value(&it.one_of[0]).unwrap())
}

#[test]
fn declaring_it_once_more_takes_no_look_back_away() {
    let twice = urgent().on("2025-06-20").then(
        "urgency_declared",
        json!({ "step": "vots", "danger": "weer", "why_it_cannot_wait": "nu", "look_back": "2025-07-20" }),
    );
    let stands: Vec<_> = twice.assess("2025-06-21").look_backs.iter().map(|it| it.stands).collect();
    assert_eq!(stands, [LookBackStand::Overdue, LookBackStand::Due]);
}

#[test]
fn a_day_of_ones_own_is_never_later_than_that_of_the_law() {
    let late = story()
        .propose("vots", "M15")
        .then(
            "urgency_declared",
            json!({ "step": "vots", "danger": "nu gevaar", "why_it_cannot_wait": "vanavond", "look_back": "2025-12-31" }),
        )
        .then(
            "decided_urgently",
            json!({ "step": "vots", "decider": "rechter", "danger": "nu", "why_it_cannot_wait": "vanavond", "ex_parte": true }),
        );
    assert_eq!(look_back(&late.assess(ON)).due.to_string(), "2025-06-15", "two weeks after the order");
}

#[test]
fn who_is_heard_later_is_heard() {
    let put_off = story().then(
        "not_heard",
        json!({ "person": "vader", "ground": { "urgent": { "look_back": "2025-06-10" } }, "reason": "geen tijd" }),
    );
    let of = |story: &Story, at: &str| {
        let assessment = story.assess(at);
        let [only] = &assessment.look_backs[..] else { panic!("{:?}", assessment.look_backs) };
        (only.stands, assessment.duties.iter().any(|it| it.code == Code::HearingPutOff))
    };
    assert_eq!(of(&put_off, "2025-06-10"), (LookBackStand::Due, true));
    assert_eq!(of(&put_off, "2025-06-11"), (LookBackStand::Overdue, true));
    let again = put_off.clone().on("2025-06-05").then("invited", json!({ "person": "vader", "forum": "talk" })).then(
        "not_heard",
        json!({ "person": "vader", "ground": { "urgent": { "look_back": "2025-09-01" } }, "reason": "weer geen tijd" }),
    );
    let stands: Vec<_> = again.assess("2025-06-11").look_backs.iter().map(|it| it.stands).collect();
    assert_eq!(stands, [LookBackStand::Overdue, LookBackStand::Due], "urgency once more is no reason");
    let heard = put_off
        .on("2025-07-01")
        .then("heard", json!({ "person": "vader", "forum": "talk", "account": "ik was er niet" }));
    assert_eq!(of(&heard, "2025-08-01"), (LookBackStand::Held, false));
}

#[test]
fn a_fallback_without_a_dialogue_is_talked_about_later() {
    let fell_back = story().propose("vots", "M15").then(
        "fell_back",
        json!({ "step": "vots", "powers": [{ "person": "raad", "act": "request", "measure": "M15", "article": "BW1 257" }],
                "urgency": { "danger": "nu gevaar", "look_back": "2025-06-10" } }),
    );
    let stands = |story: &Story| {
        let assessment = story.assess("2025-07-01");
        let it = assessment.look_backs.iter().find(|it| matches!(it.of, LookBackOf::Fallback(_))).unwrap();
        (it.stands, assessment.duties.iter().any(|it| it.code == Code::LookBackTogether))
    };
    assert_eq!(stands(&fell_back), (LookBackStand::Overdue, true));
    let talked = fell_back.then("dialogue_reopened", json!({ "step": "vots", "why": "nu is er tijd" }));
    assert_eq!(stands(&talked), (LookBackStand::Held, false));
}

#[test]
fn who_fell_back_calls_people_together_and_never_the_court_with_who_asks_it() {
    let fell_back = story().propose("vots", "M15").then(
        "fell_back",
        json!({ "step": "vots",
                "powers": [{ "person": "rechter", "act": "decide", "measure": "M15", "article": "BW1 257" },
                           { "person": "raad", "act": "request", "measure": "M15", "article": "BW1 257" }],
                "urgency": { "danger": "nu gevaar", "look_back": "2025-06-10" } }),
    );
    let by = fell_back.dossier().entries().last().unwrap().by.clone();
    assert!(!fell_back.dossier().people().role(&by).unwrap().is_court());
    let assessment = fell_back.assess("2025-07-01");
    let duty = assessment.duties.iter().find(|it| it.code == Code::LookBackTogether).unwrap();
    assert_eq!(duty.owner, [Answerer::Person(by)]);
}
