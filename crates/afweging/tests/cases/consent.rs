//! Whose consent help rests on, age by age (reference §4.6), as an assessment shows it.

use std::collections::BTreeSet;

use afweging::{Answerer, Basis, Certainty, Code, ConsentException, ConsentGroup, Gate, QuestionKind, Says};
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
        // Whether a minor's own will do is a judgement; whether somebody consents is theirs to say.
        .filter(|question| question.kind == QuestionKind::OnTheSpot)
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

/// What gate 1 says of the consent of somebody.
fn of_consent(story: &Story, who: &str) -> Vec<(Code, Says)> {
    let assessment = story.assess(ON);
    let gate = step(&assessment, "hulp").gate(Gate::Authority).unwrap();
    let codes = [Code::ConsentNotAsked, Code::ConsentRefusedOrWithdrawn];
    let of = gate
        .findings
        .iter()
        .filter(|it| codes.contains(&it.code) && it.sentence.nl.to_lowercase().contains(who));
    of.map(|it| (it.code, it.says)).collect()
}

fn urgent(story: Story) -> Story {
    story.then(
        "urgency_declared",
        json!({ "step": "hulp", "danger": "nu gevaar", "why_it_cannot_wait": "vanavond", "look_back": "2025-06-10" }),
    )
}

#[test]
fn without_time_to_ask_consent_is_put_off_and_never_away() {
    let put_off = urgent(help("2016-06-02"));
    assert_eq!(of_consent(&put_off, "moeder"), [(Code::ConsentNotAsked, Says::Cured)]);
    let assessment = put_off.assess(ON);
    let gate = step(&assessment, "hulp").gate(Gate::Authority).unwrap();
    let found = gate.findings.iter().find(|it| it.code == Code::ConsentNotAsked).unwrap();
    assert!(
        matches!(&found.basis[..], [Basis::Law { article, certainty: Certainty::Text2015 }] if article == "Jw 7.3.16(1)")
    );
    let later = put_off.assess("2025-06-11");
    let asked: Vec<_> = later
        .look_backs
        .iter()
        .flat_map(|it| &it.questions)
        .filter(|it| it.answered_when.contains(&"consent_given"))
        .collect();
    assert_eq!(asked.len(), 2, "both parents are asked as soon as there is time: {asked:?}");

    // Whoever was asked had the time to say no.
    let refused = urgent(help("2016-06-02"))
        .then(
            "consent_asked",
            json!({ "person": "moeder", "scope": { "step": "hulp" }, "information": "wat het is" }),
        )
        .then("consent_refused", json!({ "person": "moeder", "scope": { "step": "hulp" } }));
    assert_eq!(of_consent(&refused, "moeder"), [(Code::ConsentRefusedOrWithdrawn, Says::Failed)]);
}

#[test]
fn a_minor_of_twelve_may_consent_alone_only_where_people_find_that_the_law_lets_them() {
    let gave = || consents(help("2012-01-01"), "kind");
    assert_eq!(of_consent(&gave(), "moeder"), [(Code::ConsentNotAsked, Says::Unknown)]);
    let assessment = gave().assess(ON);
    let gate = step(&assessment, "hulp").gate(Gate::Authority).unwrap();
    let asks = |it: &&afweging::Question| {
        it.who_may_answer == [Answerer::ThoseWhoWeigh] && it.what.nl.contains("weloverwogen")
    };
    assert_eq!(gate.findings.iter().flat_map(|it| &it.questions).filter(asks).count(), 2, "of each parent");

    let judged = |verdict: &str| {
        let on = json!({ "condition": "consent" });
        let view =
            json!({ "step": "hulp", "on": on, "verdict": verdict, "why": "het kind blijft het willen" });
        gave()
            .by("rechter")
            .then("view_given", view.clone())
            .by("college")
            .then("view_given", view)
            .then("decided", json!({ "step": "hulp", "decider": "college", "outcome": "granted" }))
    };
    assert_eq!(of_consent(&judged("met"), "moeder"), [(Code::ConsentNotAsked, Says::Cured)]);
    assert_eq!(of_consent(&judged("undecided"), "moeder"), [(Code::ConsentNotAsked, Says::Unknown)]);
    let judges = judged("met").assess(ON);
    let gate = step(&judges, "hulp").gate(Gate::Authority).unwrap();
    assert!(gate.rests_on_judgement_of.iter().any(|id| id.as_str() == "college"), "the mark stays");
    // Under twelve there is no such exception.
    assert_eq!(
        of_consent(&consents(help("2016-06-02"), "kind"), "moeder"),
        [(Code::ConsentNotAsked, Says::Unknown)]
    );
}
