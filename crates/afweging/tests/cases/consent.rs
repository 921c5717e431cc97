//! Whose consent help rests on, age by age (reference §4.6), as an assessment shows it.

use std::collections::BTreeSet;

use afweging::{Answerer, Code, ConsentException, ConsentGroup, Gate};
use serde_json::json;

use crate::story::{Story, step};
use crate::{day, pack};

const ON: &str = "2025-06-01";

/// Help proposed for a child born on a day.
fn help(born: &str) -> Story {
    Story::of_a_child(born, ON).propose("hulp", "M02")
}

/// Of whom consent is still asked.
fn asked(story: &Story) -> BTreeSet<String> {
    let assessment = story.assess(ON);
    let gate = step(&assessment, "hulp").gate(Gate::Authority).unwrap();
    gate.findings
        .iter()
        .filter(|it| it.code == Code::ConsentNotAsked)
        .flat_map(|it| &it.questions)
        .flat_map(|question| &question.who_may_answer)
        .map(|who| match who {
            Answerer::Person(person) => person.to_string(),
            other => panic!("consent is a person's own: {other:?}"),
        })
        .collect()
}

fn people(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn consents(story: Story, who: &str) -> Story {
    let scope = json!({ "step": "hulp" });
    story
        .then("consent_asked", json!({ "person": who, "scope": scope, "information": "wat het is" }))
        .then("consent_given", json!({ "person": who, "scope": scope }))
}

#[test]
fn under_twelve_the_parents_with_authority_consent() {
    assert_eq!(asked(&help("2013-06-02")), people(&["moeder", "vader"]), "twelve tomorrow");
}

#[test]
fn from_twelve_to_fifteen_the_child_consents_together_with_them() {
    for born in ["2013-06-01", "2009-06-02"] {
        assert_eq!(asked(&help(born)), people(&["kind", "moeder", "vader"]), "{born}");
    }
    let child_alone = consents(help("2012-01-01"), "kind");
    assert_eq!(asked(&child_alone), people(&["moeder", "vader"]), "the child's is not enough");
}

#[test]
fn from_sixteen_the_youth_consents_alone() {
    for born in ["2009-06-01", "2007-06-02"] {
        assert_eq!(asked(&help(born)), people(&["kind"]), "{born}");
    }
    assert!(asked(&consents(help("2008-01-01"), "kind")).is_empty());
}

#[test]
fn who_is_of_age_consents_alone() {
    assert_eq!(asked(&help("2005-06-01")), people(&["kind"]));
}

#[test]
fn who_cannot_weigh_their_own_interests_is_as_a_child_under_twelve() {
    let capable = help("2012-01-01");
    assert_eq!(asked(&capable), people(&["kind", "moeder", "vader"]));
    let incapable = capable.then("capacity_noted", json!({ "person": "kind", "capable": false }));
    assert_eq!(asked(&incapable), people(&["moeder", "vader"]));
}

#[test]
fn an_age_that_nobody_knows_is_a_question() {
    let story = Story::of_a_child("2012-01-01", ON)
        .then("person_added", json!({ "person": "ander", "role": "child", "birth": { "year": 2013 } }))
        .then(
            "step_proposed",
            json!({ "step": "hulp", "measure": "M02", "about": "ander", "proposed_by": "lt" }),
        );
    let (_, codes) = story.gate(ON, "hulp", Gate::Authority);
    assert!(codes.contains(&Code::SubjectAgeUnknown), "{codes:?}");
}

#[test]
fn within_an_order_nobodys_consent_is_asked_and_for_closed_care_one_basis_will_do() {
    let order = Story::of_a_child("2012-01-01", ON).propose("hulp", "M16");
    assert!(asked(&order).is_empty());
    let closed = Story::of_a_child("2012-01-01", ON).propose("hulp", "M27");
    assert!(!asked(&closed).is_empty(), "without an order the representatives consent");
    let within = closed.propose("toezicht", "M16").by("raad").granted("toezicht", "raad");
    assert!(asked(&within).is_empty(), "with one, it rests on that");
}

/// What makes less consent do, or more needed, stands in the pack by age; whether it is so, people say.
#[test]
fn the_exceptions_belong_to_their_ages() {
    use ConsentException::{MinorPersists, NoTime, NotIntrusive, Resists, SeriousHarm};
    for (group, exceptions) in [
        (ConsentGroup::Under12, vec![NoTime, NotIntrusive]),
        (ConsentGroup::From12To15, vec![SeriousHarm, MinorPersists, NoTime, NotIntrusive]),
        (ConsentGroup::From16To17, vec![NoTime, NotIntrusive]),
        (ConsentGroup::Adult, vec![NoTime, NotIntrusive]),
        (ConsentGroup::Incapable, vec![Resists, NoTime, NotIntrusive]),
    ] {
        let rule = pack().consent_rule(group, day(ON)).unwrap();
        assert_eq!(rule.exceptions, exceptions, "{group:?}");
    }
}
