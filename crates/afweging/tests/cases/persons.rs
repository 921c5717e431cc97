//! Ages and parents: more than one threshold, more than one person.

use std::collections::BTreeSet;

use afweging::{Act, Actor, Code, ConsentGroup, Consenter, Gate, GateOutcome, HearingDuty};
use serde_json::json;

use crate::story::Story;
use crate::{day, id, map, measure, pack};

const ON: &str = "2025-06-01";

#[test]
fn pitfall_10_twelve_sixteen_and_eighteen_are_three_thresholds() {
    let pack = pack();
    let must = |group| pack.consent_rule(group, day(ON)).unwrap().must.clone();
    assert_eq!(must(ConsentGroup::Under12), [Consenter::EveryoneWithAuthority]);
    assert_eq!(
        must(ConsentGroup::From12To15),
        [Consenter::Person, Consenter::EveryoneWithAuthority],
        "together"
    );
    assert_eq!(must(ConsentGroup::From16To17), [Consenter::Person], "alone");
    let duty = |who| measure("M16", ON).hearing.iter().find(|rule| rule.who == who).map(|rule| rule.duty);
    assert_eq!(duty(Actor::MinorUnder12), Some(HearingDuty::May), "younger it may be");
    assert_eq!(duty(Actor::Minor12To15), Some(HearingDuty::Offer));
    // Being heard is no veto: who is heard on it does not consent to it.
    assert!(map().who_may(Act::Consent, &id("M16"), day(ON)).is_empty());
    // In closed care a child that is able speaks for itself, however young.
    let closed: BTreeSet<_> = measure("M27", ON).hearing.iter().map(|rule| (rule.who, rule.duty)).collect();
    assert!(closed.contains(&(Actor::MinorUnder12, HearingDuty::Must)));
}

#[test]
fn pitfall_12_one_consenting_parent_is_not_both() {
    let asked = Story::of_a_child("2016-05-01", ON).propose("hulp", "M02").then(
        "consent_asked",
        json!({ "person": "moeder", "scope": { "step": "hulp" }, "information": "wat het is" }),
    );
    let one = asked.then("consent_given", json!({ "person": "moeder", "scope": { "step": "hulp" } }));
    let (outcome, codes) = one.gate(ON, "hulp", Gate::Authority);
    assert_eq!(outcome, GateOutcome::Unknown);
    assert!(codes.contains(&Code::ConsentNotAsked), "{codes:?}");
    let both = one
        .then(
            "consent_asked",
            json!({ "person": "vader", "scope": { "step": "hulp" }, "information": "wat het is" }),
        )
        .then("consent_given", json!({ "person": "vader", "scope": { "step": "hulp" } }));
    let (_, codes) = both.gate(ON, "hulp", Gate::Authority);
    assert!(!codes.contains(&Code::ConsentNotAsked), "{codes:?}");
}
