//! The authority map of the Dutch pack, row by row where the law has a table.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

use std::collections::BTreeSet;

use afweging::Actor::{self, *};
use afweging::{Act, AuthorityMap, GrantCondition, MeasureId, Pack};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(text: &str) -> MeasureId {
    MeasureId::new(text).unwrap()
}

fn map() -> AuthorityMap {
    AuthorityMap::of(&Pack::nl().unwrap())
}

#[test]
fn who_decides_in_the_first_place() {
    let map = map();
    for (measure, decider) in [
        ("M13", Mayor),
        ("M15", ChildrensJudge),
        ("M16", ChildrensJudge),
        ("M17", ChildrensJudge),
        ("M18", Gi),
        ("M20", Gi),
        ("M22", ChildrensJudge),
        ("M23", ChildrensJudge),
        ("M26", ChildrensJudge),
        ("M27", ChildrensJudge),
        ("M28", ChildrensJudge),
        ("M32", DistrictCourt),
        ("M12", Raad),
        ("M02", College),
        ("M04", College),
    ] {
        let grant = map.may(decider, Act::Decide, &id(measure), day("2025-01-01")).unwrap();
        assert!(grant.conditions.is_empty(), "{measure}");
    }
    let refused = map.may(ChildrensJudge, Act::Decide, &id("M32"), day("2025-01-01")).unwrap_err();
    assert_eq!(refused.who_may_instead.first().map(|grant| grant.actor), Some(DistrictCourt));
    assert_eq!(refused.to_string(), "`childrens_judge` may not `decide` `M32` on 2025-01-01");
}

#[test]
fn an_institution_veilig_thuis_or_the_college_never_asks_for_supervision() {
    let map = map();
    for actor in
        [Gi, VeiligThuis, College, LocalTeam, Mayor, Provider, Police, MinorUnder12, Minor12To15, Minor16To17]
    {
        for measure in ["M15", "M16"] {
            let refused = map.may(actor, Act::Request, &id(measure), day("2025-01-01")).unwrap_err();
            assert!(refused.who_may_instead.iter().any(|grant| grant.actor == Raad), "{actor:?} {measure}");
        }
    }
    assert!(map.may(Gi, Act::Request, &id("M32"), day("2025-01-01")).is_err());
}

#[test]
fn the_mandate_for_a_house_ban_stops_at_the_first_ban() {
    let map = map();
    let grant = map.may(AssistantProsecutor, Act::Decide, &id("M13"), day("2025-01-01")).unwrap();
    assert_eq!(grant.conditions, [GrantCondition::FirstOnly, GrantCondition::ByMandateOf(Mayor)]);
}

#[test]
fn courts_decide_on_appeal_where_the_law_opens_it() {
    let map = map();
    let on = day("2025-01-01");
    for measure in ["M16", "M17", "M20", "M22", "M23", "M26", "M27", "M28", "M32"] {
        assert!(map.decides_on_appeal(AppealCourt, &id(measure), on).is_some(), "{measure}");
        assert!(map.decides_on_appeal(SupremeCourt, &id(measure), on).is_some(), "{measure}");
    }
    for measure in ["M15", "M18"] {
        assert!(map.decides_on_appeal(AppealCourt, &id(measure), on).is_none(), "Rv 807: {measure}");
        assert!(map.decides_on_appeal(SupremeCourt, &id(measure), on).is_some(), "{measure}");
    }
    assert!(map.decides_on_appeal(ChildrensJudge, &id("M18"), on).is_some(), "annuls an instruction");
    assert!(map.decides_on_appeal(ChildrensJudge, &id("M16"), on).is_none());
}

#[test]
fn hearing_and_consent_stand_on_the_map() {
    let map = map();
    let on = day("2025-01-01");
    let who = |act, measure| -> BTreeSet<Actor> {
        map.who_may(act, &id(measure), on).into_iter().map(|grant| grant.actor).collect()
    };
    assert!(who(Act::BeHeard, "M16").is_superset(&[Minor12To15, ParentWithAuthority, Raad].into()));
    let everyone_by_age = [ParentWithAuthority, Guardian, Minor12To15, Minor16To17, Adult];
    assert_eq!(who(Act::Consent, "M02"), everyone_by_age.into(), "youth help goes on until 23");
    assert_eq!(who(Act::Consent, "M04"), [Adult].into());
    assert_eq!(who(Act::Consent, "M16"), BTreeSet::new());
    assert_eq!(
        who(Act::Consent, "M27"),
        [ParentWithAuthority, Guardian, BehaviouralScientist].into(),
        "one of the three bases, and the scientist's agreement"
    );
}

#[test]
fn ending_is_asked_and_decided_by_what_is_ended() {
    let map = map();
    let on = day("2025-01-01");
    let ends = |act, actor| -> Vec<Vec<String>> {
        map.grants_of(actor, act, &id("M34"), on)
            .into_iter()
            .flat_map(|grant| &grant.conditions)
            .filter_map(|condition| match condition {
                GrantCondition::Ends(measures) => Some(measures.iter().map(ToString::to_string).collect()),
                _ => None,
            })
            .collect()
    };
    assert_eq!(ends(Act::Request, Gi), [vec!["M19"], vec!["M15", "M16", "M17"], vec!["M24"]]);
    assert_eq!(ends(Act::Decide, Mayor), [["M13"]]);
    assert_eq!(ends(Act::Decide, DistrictCourt), [["M14"], ["M32"], ["M30"]], "253s, 277, 268");
    assert!(ends(Act::Decide, Gi).contains(&vec!["M22".to_owned(), "M23".to_owned()]));
}

/// No entry means: not allowed. The map answers for every actor, act, measure and day, and never by a default.
#[test]
fn the_map_is_total() {
    let pack = Pack::nl().unwrap();
    let map = AuthorityMap::of(&pack);
    let acts = [
        Act::Inform,
        Act::Advise,
        Act::Consult,
        Act::Investigate,
        Act::Request,
        Act::Decide,
        Act::Execute,
        Act::Consent,
        Act::BeHeard,
        Act::Object,
        Act::Appeal,
        Act::Supervise,
    ];
    let mut allowed = 0;
    for on in pack.changes().chain([day("2014-12-31")]) {
        for measure in (0..=34).map(|nth| id(&format!("M{nth:02}"))) {
            for act in acts {
                let who = map.who_may(act, &measure, on);
                for grant in &who {
                    assert!(map.may(grant.actor, act, &measure, on).is_ok());
                    allowed += 1;
                }
                if !who.iter().any(|grant| grant.actor == SpecialRepresentative) {
                    let refused = map.may(SpecialRepresentative, act, &measure, on).unwrap_err();
                    assert_eq!(refused.who_may_instead.len(), who.len());
                }
                if on < pack.first_state() {
                    assert!(who.is_empty());
                }
            }
        }
        assert_eq!(
            pack.grants(on).len(),
            pack.grants(on)
                .iter()
                .map(|g| (&g.id, g.actor, g.act, &g.measure))
                .collect::<BTreeSet<_>>()
                .len()
        );
    }
    assert!(allowed > 0);
}
