//! The Dutch law as it was on each of its days, and law that is not in force.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

use std::collections::BTreeSet;

use afweging::{
    Act, Actor, AuthorityMap, Certainty, GroundId, Length, MeasureId, Pack, Provision, ProvisionKind,
};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(text: &str) -> MeasureId {
    MeasureId::new(text).unwrap()
}

fn provision<'a>(pack: &'a Pack, id: &str, on: &str) -> Option<&'a Provision> {
    pack.provisions(day(on)).iter().find(|it| it.id == id)
}

/// Everything that a pack has on a day, as text; without until when it holds, which later law decides.
fn law(pack: &Pack, on: NaiveDate) -> String {
    fn forget_the_end(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Object(map) => {
                map.remove("until");
                map.values_mut().for_each(forget_the_end);
            }
            serde_json::Value::Array(all) => all.iter_mut().for_each(forget_the_end),
            _ => {}
        }
    }
    let measures: Vec<_> = pack.measures(on).collect();
    let all = (measures, pack.grants(on), pack.consent_rules(on), pack.provisions(on));
    let mut all = serde_json::to_value(all).unwrap();
    forget_the_end(&mut all);
    all.to_string()
}

#[test]
fn the_law_differs_from_the_day_before_on_every_day_that_it_changed() {
    let pack = Pack::nl().unwrap();
    for on in pack.changes() {
        assert!(law(&pack, on) != law(&pack, on.pred_opt().unwrap()), "{on}");
    }
    assert!(
        law(&pack, day("2021-06-01")) == law(&pack, day("2021-12-31")),
        "between two changes nothing changes"
    );
}

/// One row per row of reference §3 that is no condition of a step.
#[test]
fn what_is_no_condition_of_a_step_has_its_day_too() {
    let pack = Pack::nl().unwrap();
    for (id, kind, first) in [
        ("no-automated-decision", ProvisionKind::DataSharing, "2018-05-25"),
        ("no-contact-by-instruction", ProvisionKind::Limit, "2018-12-14"),
        ("reporting-norm", ProvisionKind::ProfessionalNorm, "2019-01-01"),
        ("protocol-2019", ProvisionKind::ProfessionalNorm, "2019-01-01"),
        ("counsellor-free-access", ProvisionKind::Right, "2020-01-01"),
        ("pilot-lawyer-termination", ProvisionKind::LegalAid, "2023-01-01"),
        ("perspective-view", ProvisionKind::Limit, "2023-09-01"),
        ("pilot-lawyer-placement", ProvisionKind::LegalAid, "2023-10-01"),
        ("emergency-restriction", ProvisionKind::Limit, "2024-01-01"),
        ("safety-house", ProvisionKind::DataSharing, "2025-03-01"),
        ("regional-contracting", ProvisionKind::Organisation, "2026-01-01"),
    ] {
        let before = day(first).pred_opt().unwrap().to_string();
        assert!(provision(&pack, id, &before).is_none(), "{id} before {first}");
        let found = provision(&pack, id, first).unwrap_or_else(|| panic!("no {id} on {first}"));
        assert_eq!(found.kind, kind, "{id}");
        assert_ne!(found.cite.certainty, Certainty::Text2015, "{id} came after the text of 2015");
    }
    for (id, changed) in
        [("residence", "2022-01-01"), ("recognition", "2023-01-01"), ("youth-file-kept", "2020-01-01")]
    {
        let before = provision(&pack, id, &day(changed).pred_opt().unwrap().to_string()).unwrap();
        let after = provision(&pack, id, changed).unwrap();
        assert_ne!(before.labels, after.labels, "{id}");
    }
    assert_eq!(provision(&pack, "youth-file-kept", "2026-01-01").unwrap().length, Some(Length::Years(20)));
    // Whether the pilot went on is unconfirmed: neither that it did nor that it ended is claimed.
    let pilot = |on| provision(&pack, "pilot-lawyer-placement", on).map(|it| it.cite.certainty);
    assert_eq!(pilot("2024-06-30"), Some(Certainty::Confirmed));
    assert_eq!(pilot("2024-07-01"), Some(Certainty::GeneralKnowledge));
}

#[test]
fn an_instruction_limits_no_contact_since_14_december_2018() {
    let pack = Pack::nl().unwrap();
    let takes = |on| {
        let measure = pack.measure(&id("M18"), day(on)).unwrap();
        let ground = GroundId::new("hr-2018-2321-no-contact-limit").unwrap();
        measure.grounds.iter().all(|list| list.contains(&ground))
    };
    assert!(!takes("2018-12-13"));
    assert!(takes("2018-12-14"), "in each of its lists");
}

#[test]
fn a_measure_that_came_later_is_outside_the_pack_before() {
    let pack = Pack::nl().unwrap();
    let map = AuthorityMap::of(&pack);
    assert!(pack.measure(&id("M29"), day("2023-12-31")).is_none());
    assert!(map.may(Actor::Provider, Act::Decide, &id("M29"), day("2023-12-31")).is_err());
    assert!(map.may(Actor::Provider, Act::Decide, &id("M29"), day("2024-01-01")).is_ok());
    let abroad = |on| map.may(Actor::ForeignAuthority, Act::Consent, &id("M22"), day(on)).is_ok();
    assert!(!abroad("2022-07-31") && abroad("2022-08-01"));
}

#[test]
fn law_that_is_not_in_force_is_a_pack_apart_and_says_so() {
    let nl = Pack::nl().unwrap();
    let mut hashes = BTreeSet::from([nl.hash().to_owned()]);
    for name in Pack::HYPOTHETICAL {
        let pack = Pack::hypothetical(name).unwrap().unwrap();
        assert!(pack.is_hypothetical() && !nl.is_hypothetical());
        assert_eq!(pack.id(), format!("nl-{name}"));
        assert!(hashes.insert(pack.hash().to_owned()), "{name}");
        let last = nl.changes().last().unwrap();
        assert!(law(&pack, last) == law(&nl, last), "{name} changes nothing before its own day");
        let own: Vec<_> = pack.changes().filter(|on| *on > last).collect();
        assert!(!own.is_empty(), "{name}");
        for on in own {
            assert!(law(&pack, on) != law(&nl, on), "{name} {on}");
        }
    }
    assert!(Pack::hypothetical("moon").is_none());
}

#[test]
fn what_a_hypothetical_pack_adds() {
    let after = day("2027-01-01");
    let read = |name| Pack::hypothetical(name).unwrap().unwrap();
    let protection = read("rechtsbescherming");
    let perspective = id("H01");
    let map = AuthorityMap::of(&protection);
    assert!(map.may(Actor::ChildrensJudge, Act::Decide, &perspective, after).is_ok(), "only the judge");
    assert!(map.may(Actor::Gi, Act::Decide, &perspective, after).is_err());
    assert!(protection.provisions(after).iter().any(|it| it.id == "lawyer-for-parents"));
    assert!(protection.provisions(after).iter().all(|it| it.id != "perspective-view"), "it ends the view");
    let reach = read("reikwijdte");
    assert!(reach.provisions(after).iter().any(|it| it.id == "local-team-everywhere"));
    let future = AuthorityMap::of(&read("toekomstscenario"));
    assert!(future.may(Actor::SafetyTeam, Act::Investigate, &id("M08"), after).is_ok());
    assert!(
        future.may(Actor::SafetyTeam, Act::Decide, &id("M16"), after).is_err(),
        "the judge stays outside any team"
    );
    let nl = AuthorityMap::of(&Pack::nl().unwrap());
    for measure in (0..35).map(|nth| id(&format!("M{nth:02}"))) {
        for act in [Act::Decide, Act::Execute, Act::Investigate] {
            assert!(nl.may(Actor::SafetyTeam, act, &measure, after).is_err(), "no power in law: {measure}");
        }
    }
}
