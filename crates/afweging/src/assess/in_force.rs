//! What else is in force, granted or asked for, for the same person.

use crate::id::MeasureId;
use crate::sentence::Sentence;
use crate::step::{DecisionOn, ExecutionOn};

use super::case::StepCase;

/// The other steps about the same person.
pub(super) fn others_about<'a>(step: &'a StepCase<'_>) -> impl Iterator<Item = StepCase<'a>> {
    step.case.steps().filter(|other| other.id != step.id && other.about() == step.about())
}

/// The measures that are in force, or granted and not yet begun.
pub(super) fn measures_in_force<'a>(step: &'a StepCase<'_>) -> impl Iterator<Item = MeasureId> + 'a {
    others_about(step)
        .filter(|other| other.execution == ExecutionOn::InForce || is_granted_and_usable(other))
        .map(|other| other.measure_id().clone())
}

/// The measures that are asked for and not yet decided on.
pub(super) fn measures_asked<'a>(step: &'a StepCase<'_>) -> impl Iterator<Item = MeasureId> + 'a {
    others_about(step)
        .filter(|other| other.filed().is_some() && other.decision == DecisionOn::Pending)
        .map(|other| other.measure_id().clone())
}

/// Whether it is granted and can still be used.
pub(super) fn is_granted_and_usable(step: &StepCase<'_>) -> bool {
    let granted = matches!(
        step.decision,
        DecisionOn::Granted | DecisionOn::PartlyGranted | DecisionOn::UrgentlyGranted | DecisionOn::Confirmed
    );
    granted && matches!(step.execution, ExecutionOn::NotStarted | ExecutionOn::InForce)
}

/// Names, joined by "or".
pub(super) fn one_of(names: &[Sentence]) -> Sentence {
    Sentence::new(
        names.iter().map(|it| it.nl.as_str()).collect::<Vec<_>>().join(" of "),
        names.iter().map(|it| it.en.as_str()).collect::<Vec<_>>().join(" or "),
    )
}
