//! Who may do what, and who may not.

use std::collections::BTreeSet;

use afweging::{Act, Actor, DecisionForm, GrantCondition, GroundId, Standing, WhyNot};

use crate::{day, id, map, measure, pack};

const ON: &str = "2025-06-01";

fn who(act: Act, measure: &str) -> BTreeSet<Actor> {
    map().who_may(act, &id(measure), day(ON)).into_iter().map(|grant| grant.actor).collect()
}

/// Whether an actor may do it in one of several cases only.
fn under(actor: Actor, act: Act, measure: &str) -> Vec<Vec<GrantCondition>> {
    map()
        .grants_of(actor, act, &id(measure), day(ON))
        .into_iter()
        .map(|grant| grant.conditions.clone())
        .collect()
}

#[test]
fn pitfall_04_no_institution_veilig_thuis_or_college_asks_for_supervision() {
    for actor in [Actor::Gi, Actor::VeiligThuis, Actor::College] {
        for measure in ["M15", "M16"] {
            let refused = map().may(actor, Act::Request, &id(measure), day(ON)).unwrap_err();
            let may: BTreeSet<_> = refused.who_may_instead.iter().map(|grant| grant.actor).collect();
            assert!(
                may.is_superset(&BTreeSet::from([Actor::Raad, Actor::Prosecutor])),
                "{actor:?} {measure}"
            );
        }
    }
    // What the institution does ask for.
    for measure in ["M17", "M19", "M21", "M22", "M24", "M25"] {
        assert!(who(Act::Request, measure).contains(&Actor::Gi), "{measure}");
    }
}

#[test]
fn pitfall_05_mayor_and_college_are_two() {
    assert!(who(Act::Decide, "M13").contains(&Actor::Mayor));
    assert!(!who(Act::Decide, "M13").contains(&Actor::College));
    assert!(who(Act::Request, "M11").contains(&Actor::College));
    assert!(!who(Act::Request, "M11").contains(&Actor::Mayor));
    assert!(who(Act::Decide, "M02").contains(&Actor::College));
    assert!(!who(Act::Decide, "M02").contains(&Actor::Mayor));
}

#[test]
fn pitfall_11_one_parent_is_not_the_other() {
    let objects = who(Act::Object, "M18");
    assert!(objects.contains(&Actor::ParentWithAuthority));
    for other in [Actor::ParentWithoutAuthority, Actor::Carer, Actor::FosterParent] {
        assert!(!objects.contains(&other), "{other:?} is not the one who was instructed");
    }
    // A parent without authority may ask for supervision, if who asks first does not; consent is never theirs.
    assert!(who(Act::Request, "M16").contains(&Actor::ParentWithoutAuthority));
    for help in ["M02", "M14"] {
        let consents = who(Act::Consent, help);
        assert!(consents.contains(&Actor::ParentWithAuthority));
        assert!(!consents.contains(&Actor::ParentWithoutAuthority), "{help}");
    }
}

#[test]
fn pitfall_18_a_perspective_decision_has_no_court_route_of_its_own() {
    let perspective = id("perspective");
    let decided = map().may(Actor::Gi, Act::Decide, &perspective, day(ON));
    assert!(decided.is_ok(), "an institution takes it");
    assert_eq!(
        measure("perspective", ON).form,
        DecisionForm::InternalDecision,
        "and it is no decision of the law"
    );
    for actor in [Actor::ParentWithAuthority, Actor::Minor12To15, Actor::FosterParent] {
        for act in [Act::Appeal, Act::Object] {
            let refused = map().may(actor, act, &perspective, day(ON)).unwrap_err();
            assert_eq!(refused.why, WhyNot::NoCourtRoute(DecisionForm::InternalDecision));
        }
    }
    assert!(map().decides_on_appeal(Actor::AppealCourt, &perspective, day(ON)).is_none());
    // What the same parent can do: go to the judge with the next order.
    assert!(who(Act::Appeal, "M17").contains(&Actor::ParentWithAuthority));
}

#[test]
fn pitfall_15_appeal_is_not_open_everywhere() {
    for closed in ["M15", "M18"] {
        let court = map().decides_on_appeal(Actor::AppealCourt, &id(closed), day(ON)).is_some();
        assert!(!court, "{closed}");
    }
    for open in ["M16", "M17", "M20", "M22", "M27", "M32"] {
        let court = map().decides_on_appeal(Actor::AppealCourt, &id(open), day(ON)).is_some();
        assert!(court, "{open}");
    }
}

#[test]
fn pitfall_16_a_written_instruction_binds_only_some_and_only_on_care() {
    let instruction = measure("M18", ON);
    let on_care =
        |all: &[GroundId]| all.iter().any(|ground| ground.as_str() == "bw1-263-care-and-upbringing");
    assert!(instruction.grounds.iter().all(|all| on_care(all)), "{:?}", instruction.grounds);
    assert!(instruction.requires.iter().any(|it| it.one_of.contains(&id("M16"))));
    // Contact is not for an instruction: since 2018 it takes an article of its own.
    let contact = measure("M20", ON).all_grounds().into_iter().any(|ground| ground.as_str().contains("265f"));
    assert!(contact);
}

#[test]
fn pitfall_17_authority_moves_in_part_only_for_three_subjects() {
    let pack = pack();
    let closed_list = measure("M24", ON)
        .all_grounds()
        .into_iter()
        .find(|ground| ground.as_str() == "bw1-265e-closed-list")
        .and_then(|ground| pack.ground(ground).cloned())
        .unwrap();
    for subject in ["school", "treatment", "residence"] {
        assert!(closed_list.text.en.contains(subject), "{subject}: {}", closed_list.text.en);
    }
    assert!(!closed_list.open_norm, "a closed list is no open norm");
}

#[test]
fn pitfall_20_termination_cuts_no_tie_and_can_be_undone() {
    let contact = measure("M32", ON).vector.contact;
    assert!(contact < 3, "no ban on contact comes with it");
    let restored = under(Actor::DistrictCourt, Act::Decide, "M34");
    assert!(restored.iter().any(|conditions| conditions.contains(&GrantCondition::Ends(vec![id("M32")]))));
    assert!(
        who(Act::Request, "M34").contains(&Actor::ParentWithoutAuthority),
        "whose authority ended may ask"
    );
}

#[test]
fn pitfall_24_the_reporting_code_is_no_duty_to_report() {
    let report = measure("M06", ON);
    assert!(report.terms.iter().all(|term| term.owner != Actor::Provider), "nobody has a term to report");
    assert!(report.requirements.iter().all(|it| it.owner.is_none_or(|owner| owner == Actor::VeiligThuis)));
    assert!(who(Act::Advise, "M03").contains(&Actor::VeiligThuis), "advice first, when in doubt");
}

#[test]
fn pitfall_25_a_table_or_team_decides_nothing() {
    for procedural in ["M10", "M11", "M12"] {
        for grant in map().who_may(Act::Decide, &id(procedural), day(ON)) {
            assert_eq!(grant.actor, Actor::Raad, "{procedural}: the Raad decides on its own investigation");
        }
    }
    // No actor of the map is a table or a team across organisations.
    let names = serde_json::to_string(&who(Act::Decide, "M09")).unwrap();
    assert!(!names.contains("table") && !names.contains("safety"), "{names}");
}

#[test]
fn pitfall_38_the_child_has_requests_of_its_own() {
    for grown in [Actor::Minor12To15, Actor::Minor16To17] {
        assert!(who(Act::Object, "M18").contains(&grown), "264: {grown:?}");
        assert!(who(Act::Object, "M20").contains(&grown), "265f with 264: {grown:?}");
        let ends = under(grown, Act::Request, "M34");
        for ended in ["M16", "M18", "M22"] {
            let may = ends.iter().flatten().any(|condition| match condition {
                GrantCondition::Ends(measures) => measures.contains(&id(ended)),
                _ => false,
            });
            assert!(may, "261, 265 and 265d: {grown:?} may ask to end {ended}");
        }
        assert!(who(Act::BeHeard, "M16").contains(&grown));
    }
    let first = map()
        .grants_of(Actor::Minor12To15, Act::Request, &id("M16"), day(ON))
        .into_iter()
        .any(|grant| grant.standing == Standing::Primary);
    assert!(!first, "but not for supervision");
}
