//! What binds a family, and what does not.

use afweging::{Act, Actor, Code, ConsentBasis, Frame, Gate, GateOutcome};
use serde_json::json;

use crate::story::{Story, step};
use crate::{day, id, map, measure};

const ON: &str = "2025-06-01";

fn story() -> Story {
    Story::of_a_child("2016-05-01", ON)
}

/// pitfall 2, and its other side: what was tried and failed is no ground.
#[test]
fn pitfall_02_no_lower_rung_has_to_be_tried_first() {
    let urgent = story().propose("s", "M15").then(
        "urgency_declared",
        json!({ "step": "s", "danger": "nu gevaar", "why_it_cannot_wait": "vanavond", "look_back": "2025-06-14" }),
    );
    let (outcome, codes) = urgent.gate(ON, "s", Gate::Intrusion);
    assert!(!matches!(outcome, GateOutcome::Failed), "{codes:?}");
    assert!(codes.contains(&Code::SuspendedByUrgency), "{codes:?}");

    let tried = story()
        .propose("hulp", "M02")
        .then("decided", json!({ "step": "hulp", "decider": "college", "outcome": "granted" }))
        .then("started", json!({ "step": "hulp" }))
        .then(
            "reviewed",
            json!({ "step": "hulp", "outcome": "worse", "why": "het hielp niet", "sufficient": false }),
        )
        .then("ended", json!({ "step": "hulp", "why": "het hielp niet" }))
        .propose("ots", "M16")
        .then(
            "candidates_answered",
            json!({ "step": "ots", "candidates": [{ "measure": { "measure": "M02" } }],
                    "answer": { "tried_insufficient": { "tried": "hulp" } }, "why": "geprobeerd" }),
        );
    assert_eq!(tried.gate(ON, "ots", Gate::Threat).0, GateOutcome::Unknown, "it meets no ground");
}

#[test]
fn pitfall_03_pressure_has_no_power_and_refusing_it_meets_no_ground() {
    let pressure = measure("M05", ON);
    assert_eq!((pressure.frame, &pressure.consent), (Frame::Pressure, &ConsentBasis::Needed));
    for body in [Actor::Gi, Actor::LocalTeam, Actor::VeiligThuis, Actor::Raad, Actor::Mayor] {
        assert!(map().may(body, Act::Decide, &id("M05"), day(ON)).is_err(), "{body:?} binds nobody");
    }
    let refused = story()
        .propose("drang", "M05")
        .then(
            "consent_asked",
            json!({ "person": "moeder", "scope": { "step": "drang" }, "information": "wat het is" }),
        )
        .then(
            "consent_refused",
            json!({ "person": "moeder", "scope": { "step": "drang" }, "reason": "liever zelf" }),
        )
        .propose("ots", "M16");
    let (outcome, codes) = refused.gate(ON, "ots", Gate::Threat);
    assert_eq!(outcome, GateOutcome::Unknown, "refusing pressure is not refusing necessary care: {codes:?}");
    assert!(!refused.assess(ON).open.iter().any(|open| open.as_str() == "drang"));
    assert_eq!(refused.gate(ON, "drang", Gate::Authority).0, GateOutcome::Failed);
}

#[test]
fn pitfall_06_supervision_takes_no_authority_away() {
    let supervised =
        story().propose("ots", "M16").granted("ots", "raad").then("started", json!({ "step": "ots" }));
    let dossier = supervised.dossier();
    let holders =
        dossier.people().authority_holders(&"kind".to_owned().try_into().unwrap(), day("2025-09-01"));
    assert_eq!(holders.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["moeder", "vader"]);
    // Help outside the measure still rests on their consent.
    let help = supervised.on("2025-09-01").propose("plek", "M14");
    let (outcome, codes) = help.gate("2025-09-01", "plek", Gate::Authority);
    assert_eq!(outcome, GateOutcome::Unknown);
    assert!(codes.contains(&Code::ConsentNotAsked), "{codes:?}");
}

#[test]
fn pitfall_07_no_placement_authorisation_without_supervision() {
    let alone = story().propose("plek", "M22").granted("plek", "gi");
    let (outcome, codes) = alone.gate(ON, "plek", Gate::Authority);
    assert_ne!(outcome, GateOutcome::Passed);
    assert!(codes.contains(&Code::PrerequisiteUnknown), "{codes:?}");
    // The two can be granted at one hearing.
    let together =
        story().propose("ots", "M16").granted("ots", "raad").propose("plek", "M22").granted("plek", "gi");
    let (_, codes) = together.gate(ON, "plek", Gate::Authority);
    assert!(!codes.contains(&Code::PrerequisiteUnknown), "{codes:?}");
    // A child that goes to the other parent needs one too.
    assert!(measure("M22", ON).placements.iter().any(|placement| placement.id.as_str() == "other_parent"));
}

#[test]
fn pitfall_09_a_measure_is_no_consent_to_treatment() {
    let treatment = measure("M21", ON);
    assert!(treatment.all_grounds().iter().any(|ground| ground.as_str() == "bw1-265h-parent-refuses"));
    for measure_in_force in ["M16", "M22"] {
        assert!(!measure(measure_in_force, ON).counts_as.contains(&id("M21")));
    }
    assert!(
        map().may(Actor::Gi, Act::Decide, &id("M21"), day(ON)).is_err(),
        "the judge decides, not the institution"
    );
}

#[test]
fn pitfall_31_doing_nothing_has_to_be_answered_for_as_well() {
    let closing = story().propose("klaar", "M00");
    let (outcome, codes) = closing.gate(ON, "klaar", Gate::Suitability);
    assert_eq!(outcome, GateOutcome::Unknown);
    assert!(codes.contains(&Code::DetailNotSaid), "{codes:?}");
    let assessment = closing.assess(ON);
    assert!(!step(&assessment, "klaar").open);
}
