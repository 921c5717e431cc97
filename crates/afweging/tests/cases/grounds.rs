//! Grounds, and the facts under them.

use std::collections::BTreeSet;

use afweging::{Code, EvidenceLevel, Gate, GateOutcome, GroundId, Subject};

use crate::story::{Story, step};
use crate::{measure, pack};

const ON: &str = "2025-06-01";

#[test]
fn pitfall_27_a_house_ban_is_for_adults_and_counts_from_the_day_it_was_imposed() {
    let pack = pack();
    let ban = measure("M13", ON);
    let of_age = |all: &[GroundId]| all.iter().any(|id| pack.ground(id).unwrap().text.en.contains("of age"));
    assert!(ban.grounds.iter().all(|all| of_age(all)), "{:?}", ban.grounds);
    assert_ne!(ban.subject, Subject::Minor, "whom it protects may be of any age");
    assert!(pack.grants(ON.parse().unwrap()).iter().all(|grant| {
        grant.measure != ban.id
            || grant.actor != afweging::Actor::AssistantProsecutor
            || grant.conditions.contains(&afweging::GrantCondition::FirstOnly)
            || grant.act != afweging::Act::Decide
    }));
}

#[test]
fn pitfall_28_suspicion_is_enough_for_some_measures_and_not_for_others() {
    let pack = pack();
    let levels = |id: &str| -> BTreeSet<EvidenceLevel> {
        measure(id, ON)
            .all_grounds()
            .into_iter()
            .map(|ground| pack.ground(ground).unwrap().evidence_level)
            .collect()
    };
    for suspicion in ["M13", "M15", "M30"] {
        assert!(levels(suspicion).contains(&EvidenceLevel::SeriousSuspicion), "{suspicion}");
    }
    for established in ["M16", "M22", "M32"] {
        assert!(!levels(established).contains(&EvidenceLevel::SeriousSuspicion), "{established}");
    }
}

#[test]
fn pitfall_29_no_ground_makes_up_for_another() {
    const GROUNDS: [&str; 3] = ["bw1-255-threat", "bw1-255-care-not-accepted", "bw1-255-capable-in-time"];
    let base = Story::of_a_child("2016-05-01", ON).propose("ots", "M16");
    for (nth, missing) in GROUNDS.iter().enumerate() {
        let mut silent = base.clone();
        for ground in GROUNDS.iter().filter(|ground| *ground != missing) {
            silent = silent.view("ots", ground, "met");
        }
        assert_ne!(silent.gate(ON, "ots", Gate::Threat).0, GateOutcome::Passed, "without {missing}");
        // The judge, who decides, finds one not met.
        let mut denied = base.clone();
        for (other, ground) in GROUNDS.iter().enumerate() {
            let verdict = if other == nth { "not_met" } else { "met" };
            denied = denied.by("rechter").view("ots", ground, verdict);
        }
        denied = denied.granted("ots", "raad");
        let (outcome, codes) = denied.gate(ON, "ots", Gate::Threat);
        assert_eq!(outcome, GateOutcome::Failed, "{missing}: {codes:?}");
        assert!(codes.contains(&Code::GroundNotMet), "{missing}: {codes:?}");
    }
}

#[test]
fn pitfall_30_best_interests_are_said_per_child() {
    let assessment = Story::of_a_child("2016-05-01", ON).propose("ots", "M16").assess(ON);
    let ots = step(&assessment, "ots");
    assert_eq!(ots.about.as_str(), "kind", "a step is about one child");
    let asked = ots
        .gate(Gate::Suitability)
        .unwrap()
        .findings
        .iter()
        .any(|finding| finding.code == Code::DetailNotSaid && finding.sentence.nl.contains("belang"));
    assert!(asked, "{:?}", ots.gate(Gate::Suitability));
}
