//! Whether the conditions of a power hold, as far as the dossier tells.

use crate::condition::Condition;
use crate::dossier::Capacity;
use crate::id::{MeasureId, PersonId};
use crate::pack::{Grant, GrantCondition, Length};
use crate::person::Role;
use crate::sentence::Sentence;
use crate::weighing::{Verdict, Weighed};

use super::case::StepCase;
use super::in_force::{measures_asked, measures_in_force, one_of};
use super::settle::settle;

/// Whether a condition of a power holds.
pub(super) enum Holds {
    Yes,
    No,
    Unknown(Sentence),
}

/// Whether all conditions of a grant hold for who asks.
pub(super) fn conditions_hold(step: &StepCase<'_>, grant: &Grant, asks: &PersonId) -> Holds {
    let mut open = None;
    for condition in &grant.conditions {
        match condition_holds(step, condition, asks) {
            Holds::Yes => {}
            Holds::No => return Holds::No,
            Holds::Unknown(what) => open = Some(what),
        }
    }
    match open {
        None => Holds::Yes,
        Some(_) if settle(step, &Weighed::Condition(Condition::Standing)).verdict() == Some(Verdict::Met) => {
            Holds::Yes
        }
        Some(what) => Holds::Unknown(what),
    }
}

fn condition_holds(step: &StepCase<'_>, condition: &GrantCondition, asks: &PersonId) -> Holds {
    let people = step.dossier().people();
    let is_extension = !step.proposal().extends.is_not_said();
    match condition {
        // Looked at by `standing_first`, with a finding of its own.
        GrantCondition::OnlyIfPrimaryDidNot => Holds::Yes,
        GrantCondition::FirstOnly if is_extension => Holds::No,
        GrantCondition::ExtensionOnly if !is_extension => Holds::No,
        GrantCondition::FirstOnly | GrantCondition::ExtensionOnly => Holds::Yes,
        GrantCondition::CaresFor(length) => match people.cares_since(asks, step.about()) {
            Some(since) if length.end(since) <= step.on => Holds::Yes,
            Some(_) => Holds::No,
            None => Holds::Unknown(Sentence::new(
                "zorgt lang genoeg voor het kind",
                "has cared for the child long enough",
            )),
        },
        GrantCondition::NoMeasureInForce => {
            if measures_in_force(step).any(|id| is_child_protection(&id)) {
                Holds::No
            } else {
                Holds::Yes
            }
        }
        GrantCondition::MeasureInForceOrRequested => {
            if measures_in_force(step).chain(measures_asked(step)).any(|id| is_child_protection(&id)) {
                Holds::Yes
            } else {
                Holds::Unknown(Sentence::new(
                    "er loopt of er is verzocht om een kinderbeschermingsmaatregel",
                    "a child-protection measure is in force or requested",
                ))
            }
        }
        GrantCondition::InForce(measures) => one_in_force(step, measures),
        GrantCondition::Ends(measures) => {
            let ends = step.proposal().ends.said().and_then(|id| step.dossier().steps().get(id));
            match ends {
                Some(ended) if measures.contains(&ended.proposal.what.measure) => Holds::Yes,
                Some(_) => Holds::No,
                None => Holds::Unknown(Sentence::new("welke stap dit beëindigt", "which step this ends")),
            }
        }
        GrantCondition::Executes => match people.role(asks) {
            Some(Role::Gi | Role::Provider) => Holds::Yes,
            _ => Holds::No,
        },
        GrantCondition::OnAppealFrom(_) => Holds::Yes,
        GrantCondition::Capable => match people.capacity(asks, step.on) {
            Capacity::Capable => Holds::Yes,
            Capacity::Incapable => Holds::No,
            Capacity::NotJudged => Holds::Unknown(Sentence::new(
                "kan de eigen belangen redelijk waarderen",
                "can reasonably weigh their own interests",
            )),
        },
        GrantCondition::NotBlocked => {
            let year = Length::Years(1);
            let blocks = people
                .iter()
                .filter_map(|noted| people.cares_since(&noted.what.person, step.about()))
                .any(|since| year.end(since) <= step.on);
            if blocks {
                Holds::Unknown(Sentence::new(
                    "wie het kind een jaar of langer opvoedt, stemt in, of de rechter doet dat in diens plaats",
                    "who has brought the child up for a year or more agrees, or the court does in their place",
                ))
            } else {
                Holds::Yes
            }
        }
        GrantCondition::ReplacesInstitution => Holds::Unknown(Sentence::new(
            "vervangt de uitvoerende instelling",
            "replaces the executing institution",
        )),
        GrantCondition::ChangesEarlier if measures_in_force(step).any(|id| id == *step.measure_id()) => {
            Holds::Yes
        }
        GrantCondition::ChangesEarlier => {
            Holds::Unknown(Sentence::new("wijzigt wat eerder is beslist", "changes what was decided before"))
        }
        GrantCondition::ByMandateOf(body) => {
            let body = body.label();
            Holds::Unknown(Sentence::new(
                format!("handelt met mandaat van {}", body.nl),
                format!("acts by mandate of {}", body.en),
            ))
        }
        GrantCondition::MayorRoute => {
            Holds::Unknown(Sentence::new("de weg via de burgemeester", "the route through the mayor"))
        }
        GrantCondition::SiblingInCase => Holds::Unknown(Sentence::new(
            "een broer of zus is al bij de rechter",
            "a brother or sister is before the judge",
        )),
        GrantCondition::InsteadOf(measure) => {
            let name = step.case.measure(measure, step.on);
            Holds::Unknown(Sentence::new(
                format!("in plaats van {}", name.nl),
                format!("instead of {}", name.en),
            ))
        }
        GrantCondition::GuardianshipCase => {
            Holds::Unknown(Sentence::new("een zaak over voogdij", "a case about guardianship"))
        }
        GrantCondition::InstitutionRoute => Holds::Unknown(Sentence::new(
            "de weg via de gecertificeerde instelling",
            "the route through the certified institution",
        )),
        GrantCondition::AcuteOrOwnTask => Holds::Unknown(Sentence::new(
            "acuut en ernstig, of vanuit een eigen wettelijke taak",
            "acute and serious, or out of a statutory task of its own",
        )),
        GrantCondition::Designated => Holds::Unknown(Sentence::new(
            "is daarvoor door het college aangewezen",
            "is designated for it by the municipal executive",
        )),
    }
}

/// The closed list of Jw 1.1: supervision and guardianship, also provisional.
fn is_child_protection(measure: &MeasureId) -> bool {
    matches!(measure.as_str(), "M15" | "M16" | "M17" | "M31" | "M32" | "M33")
}

fn one_in_force(step: &StepCase<'_>, measures: &[MeasureId]) -> Holds {
    if measures_in_force(step).chain(measures_asked(step)).any(|id| measures.contains(&id)) {
        return Holds::Yes;
    }
    let names: Vec<Sentence> = measures.iter().map(|id| step.case.measure(id, step.on)).collect();
    Holds::Unknown(one_of(&names))
}
