//! When an answer to an option stands, and when it does not.

use afweging::{CandidateStanding, Code, Gate, GateOutcome};
use serde_json::{Value, json};

use crate::story::{Story, step};
use crate::{ON, falls, option, plausible, stands, story};

const HELP: &str = "(M02)";

fn answer(story: Story, candidates: Value, answer: Value) -> Story {
    story.then(
        "candidates_answered",
        json!({ "step": "ots", "candidates": candidates, "answer": answer, "why": "zie boven" }),
    )
}

fn help() -> Value {
    json!([{ "measure": { "measure": "M02" } }])
}

/// Help that was in force for somebody, and was reviewed as not enough.
fn tried(story: Story, id: &str, measure: &str, about: &str) -> Story {
    story
        .then("step_proposed", json!({ "step": id, "measure": measure, "about": about, "proposed_by": "lt" }))
        .then("started", json!({ "step": id }))
        .then(
            "reviewed",
            json!({ "step": id, "outcome": "worse", "why": "het hielp niet", "sufficient": false }),
        )
}

#[test]
fn what_was_tried_was_tried_for_this_child_and_was_this() {
    let tell = |story: Story| {
        answer(story.propose("ots", "M16"), help(), json!({ "tried_insufficient": { "tried": "eerder" } }))
            .assess(ON)
    };
    let helped = tell(tried(story(), "eerder", "M02", "kind"));
    assert!(stands(step(&helped, "ots"), HELP));

    let brother = story()
        .then("person_added", json!({ "person": "broer", "role": "child", "birth": { "on": "2012-01-01" } }));
    let of_another = tell(tried(brother, "eerder", "M02", "broer"));
    assert_eq!(falls(step(&of_another, "ots"), HELP), "it was tried for another child, not for this one");

    let something_else = tell(tried(story(), "eerder", "M14", "kind"));
    assert_eq!(falls(step(&something_else, "ots"), HELP), "what was tried is something else");
}

#[test]
fn a_measure_that_somebody_named_is_not_answered_by_something_else_that_was_tried() {
    let named = tried(story(), "eerder", "M14", "kind").propose("ots", "M16").then(
        "alternative_named",
        json!({ "alternative": "a", "step": "ots", "option": { "measure": { "measure": "M02" } } }),
    );
    let answered = answer(
        named,
        json!([{ "alternative": "a" }]),
        json!({ "tried_insufficient": { "tried": "eerder" } }),
    );
    assert_eq!(falls(step(&answered.assess(ON), "ots"), HELP), "what was tried is something else");
}

#[test]
fn help_that_was_promised_and_never_came_has_not_failed() {
    let promised = story().then(
        "step_proposed",
        json!({ "step": "eerder", "measure": "M02", "about": "kind", "proposed_by": "lt" }),
    );
    let answered = answer(
        promised.propose("ots", "M16"),
        help(),
        json!({ "tried_insufficient": { "tried": "eerder" } }),
    );
    assert!(
        falls(step(&answered.assess(ON), "ots"), HELP).contains("help that was not given has not failed")
    );
}

#[test]
fn what_is_expected_rests_on_something_that_was_found() {
    let expected = |facts: Value| {
        let told = plausible(story()).then("claimed", json!({ "statement": "g", "text": "gehoord" }));
        answer(told.propose("ots", "M16"), help(), json!({ "expected_insufficient": { "relies_on": facts } }))
            .assess(ON)
    };
    assert!(stands(step(&expected(json!(["f"])), "ots"), HELP));
    assert!(falls(step(&expected(json!(["g"])), "ots"), HELP).contains("nothing that was found"));
    assert!(falls(step(&expected(json!([])), "ots"), HELP).contains("nothing that was found"));
}

/// Consent of somebody to something, asked with or without information, and refused.
fn refused(story: Story, person: &str, scope: &Value, informed: bool) -> Story {
    let mut asked = json!({ "person": person, "scope": scope });
    if informed {
        asked["information"] = json!("wat het is");
    }
    story
        .then("consent_asked", asked)
        .then("consent_refused", json!({ "person": person, "scope": scope }))
        .propose("ots", "M16")
}

#[test]
fn refusing_is_an_answer_for_what_was_refused_and_by_who_had_to_consent() {
    let scope = json!({ "measure": "M02" });
    let told = |person: &str, scope: &Value, informed: bool| {
        let story = story().then("person_added", json!({ "person": "oma", "role": "grandparent" }));
        let refused = refused(story, person, scope, informed);
        answer(refused, help(), json!({ "refused": { "person": person, "scope": scope } })).assess(ON)
    };
    assert!(stands(step(&told("moeder", &scope, true), "ots"), HELP));
    assert!(falls(step(&told("moeder", &scope, false), "ots"), HELP).contains("without full information"));
    assert!(
        falls(step(&told("moeder", &json!({ "measure": "M14" }), true), "ots"), HELP)
            .contains("something else")
    );
    assert!(falls(step(&told("oma", &scope, true), "ots"), HELP).contains("is not needed here"));
}

#[test]
fn refusing_pressure_is_not_refusing_care() {
    let scope = json!({ "measure": "M05" });
    let pressed = refused(story(), "moeder", &scope, true);
    let answered = answer(
        pressed,
        json!([{ "measure": { "measure": "M05" } }]),
        json!({ "refused": { "person": "moeder", "scope": scope } }),
    );
    assert!(falls(step(&answered.assess(ON), "ots"), "(M05)").contains("refusing pressure"));
    // In own words it is the same.
    let words = story().propose("ots", "M16").then(
        "alternative_named",
        json!({ "alternative": "a", "step": "ots", "option": { "own_words": { "text": "meewerken of anders", "frame": "pressure" } } }),
    );
    let scope = json!({ "alternative": "a" });
    let answered = answer(
        words
            .then("consent_asked", json!({ "person": "moeder", "scope": scope, "information": "wat het is" }))
            .then("consent_refused", json!({ "person": "moeder", "scope": scope })),
        json!([{ "alternative": "a" }]),
        json!({ "refused": { "person": "moeder", "scope": scope } }),
    );
    assert!(falls(step(&answered.assess(ON), "ots"), "meewerken").contains("refusing pressure"));
}

#[test]
fn what_takes_no_consent_cannot_be_refused() {
    let scope = json!({ "measure": "M02" });
    let nothing = answer(
        refused(story(), "moeder", &scope, true),
        json!(["nothing"]),
        json!({ "refused": { "person": "moeder", "scope": scope } }),
    );
    assert!(falls(step(&nothing.assess(ON), "ots"), "niets meer doen").contains("takes no consent"));
}

#[test]
fn one_answer_covers_what_it_names_and_nothing_more() {
    let answered = answer(
        plausible(story()).propose("ots", "M16"),
        help(),
        json!({ "expected_insufficient": { "relies_on": ["f"] } }),
    );
    let assessment = answered.assess(ON);
    let ots = step(&assessment, "ots");
    assert!(stands(ots, HELP));
    let others = ots.candidates.iter().filter(|it| !it.label.nl.contains(HELP));
    let standings: Vec<_> = others.map(|it| &it.standing).collect();
    assert!(
        standings.len() > 2 && standings.iter().all(|it| **it == CandidateStanding::Unanswered),
        "{standings:?}"
    );
    // Another step about the same child inherits nothing.
    let twice = answered.propose("nog-een", "M16").assess(ON);
    assert_eq!(option(&step(&twice, "nog-een").candidates, HELP).standing, CandidateStanding::Unanswered);
}

#[test]
fn something_heavier_that_somebody_names_holds_nothing_up() {
    let gate = |story: Story| step(&story.assess(ON), "ots").gate(Gate::Intrusion).unwrap().findings.len();
    let bare = story().propose("ots", "M16");
    let before = gate(bare.clone());
    let heavier = bare.clone().then(
        "alternative_named",
        json!({ "alternative": "a", "step": "ots", "option": { "measure": { "measure": "M30" } } }),
    );
    let compares = &option(&step(&heavier.assess(ON), "ots").candidates, "(M30)").compares.clone();
    assert!(compares.is_heavier(), "{compares:?}");
    assert_eq!(gate(heavier.clone()), before);
    let adequate = answer(heavier, json!([{ "alternative": "a" }]), json!("adequate"));
    assert_eq!(gate(adequate.clone()), before);
    assert_ne!(adequate.gate(ON, "ots", Gate::Intrusion).0, GateOutcome::Failed);
    // What no levels are known of may be lighter: it has to be answered.
    let words = bare.then(
        "alternative_named",
        json!({ "alternative": "a", "step": "ots", "option": { "own_words": { "text": "een week bij oma" } } }),
    );
    assert_eq!(gate(words), before + 1);
}

#[test]
fn doing_nothing_more_as_a_step_takes_the_same_answers_as_any_other() {
    let (outcome, codes) = story().propose("klaar", "M00").gate(ON, "klaar", Gate::Suitability);
    assert_eq!(outcome, GateOutcome::Unknown);
    assert!(
        codes.iter().filter(|code| **code == Code::DetailNotSaid).count() >= 3,
        "expectations: {codes:?}"
    );
    let (_, codes) = story().propose("klaar", "M00").gate(ON, "klaar", Gate::Term);
    assert!(codes.contains(&Code::ReviewNotSaid), "a day to look again: {codes:?}");
    let assessment = story()
        .propose("klaar", "M00")
        .then(
            "step_detailed",
            json!({ "step": "klaar", "details": { "error_if_wrongly_taken": "te vroeg weg" } }),
        )
        .assess(ON);
    let aids: Vec<Code> = step(&assessment, "klaar").aids.iter().map(|it| it.code).collect();
    assert!(aids.contains(&Code::AidOneError), "both errors: {aids:?}");
}
