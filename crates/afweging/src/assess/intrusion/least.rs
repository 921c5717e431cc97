//! The least intrusive of what is open: a set, out of which people choose.

use crate::assess::case::{Case, StepCase};
use crate::id::StepId;
use crate::intrusion::{Compared, Extent};
use crate::said::Said;
use crate::step::ExecutionOn;

use super::vectors;

/// The least intrusive of the open steps that are still to be begun: those than which no other about the same person is
/// strictly lighter. What is in force already is no longer there to be chosen. Who has no power was turned away before:
/// such a step is not open, and is compared with nothing.
pub(in crate::assess) fn least_intrusive(case: &Case<'_>, open: &[StepId]) -> Vec<StepId> {
    let steps: Vec<StepCase<'_>> = case
        .steps()
        .filter(|step| open.contains(step.id) && step.execution == ExecutionOn::NotStarted)
        .collect();
    steps
        .iter()
        .filter(|step| !steps.iter().any(|other| is_lighter(other, step)))
        .map(|step| step.id.clone())
        .collect()
}

/// Whether a step is strictly lighter than another: about the same person, and by its vectors, or as the same measure in
/// the same place for fewer days or fewer people.
fn is_lighter(a: &StepCase<'_>, b: &StepCase<'_>) -> bool {
    if a.about() != b.about() || a.id == b.id {
        return false;
    }
    if a.measure_id() == b.measure_id() && a.placement == b.placement {
        return extent(a).is_lighter(&extent(b));
    }
    Compared::of(&vectors(a), &vectors(b)).is_lighter()
}

/// For how many days and of whom it asks something, as far as that was said.
pub(super) fn extent(step: &StepCase<'_>) -> Extent {
    let proposal = step.proposal();
    let until = step.until().or(proposal.until.said().copied());
    let days = match (proposal.from.said(), until) {
        (Some(from), Some(until)) => {
            Said::Said(until.signed_duration_since(*from).num_days().saturating_add(1))
        }
        _ => Said::NotSaid,
    };
    let people: std::collections::BTreeSet<_> =
        step.details().burdens.iter().map(|burden| burden.person.clone()).collect();
    Extent { days, people: if people.is_empty() { Said::NotSaid } else { Said::Said(people) } }
}
