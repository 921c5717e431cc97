//! The decision that was not taken (*de niet genomen beslissing*): what was set aside stays with what was chosen, with what
//! that may cost and how it is repaired.

use serde::Serialize;

use super::case::StepCase;
use super::written_down::{IF_NOT_TAKEN, REPAIR, WRONGLY_TAKEN, WrittenDown};
use super::{CandidateStanding, CandidateView};
use crate::code::Code;
use crate::finding::{Answerer, Finding, Says};
use crate::sentence::Sentence;
use crate::step::DecisionOn;

/// What was set aside by a decision.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct NotTaken {
    /// The neighbours that were set aside: the other options with an answer that stands; the step itself where it was
    /// refused. Empty while nobody decided.
    pub rejected: Vec<Rejected>,
    /// What was written down about that: what was expected without the step, what goes wrong if it was wrongly taken, and
    /// how the consequences are repaired.
    pub written_down: Vec<WrittenDown>,
}

/// An option that was set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rejected {
    /// What it is called.
    pub label: Sentence,
    /// How it compares with the step that was decided on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Sentence>,
    /// The entry by which it was set aside.
    pub because: u64,
}

pub(super) fn of(step: &StepCase<'_>, candidates: &[CandidateView]) -> NotTaken {
    let Some((_, decided)) = step.decided_by() else { return NotTaken::default() };
    let rejected = if step.decision == DecisionOn::Refused {
        vec![Rejected { label: step.measure_name(), comparison: None, because: decided }]
    } else {
        let stands = |view: &CandidateView| match view.standing {
            CandidateStanding::Stands { because, .. } => Some(Rejected {
                label: view.label.clone(),
                comparison: Some(view.comparison.clone()),
                because,
            }),
            _ => None,
        };
        candidates.iter().filter_map(stands).collect()
    };
    let details = [IF_NOT_TAKEN, WRONGLY_TAKEN, REPAIR];
    let written_down = details.into_iter().filter_map(|detail| detail.by(step, step.case.at)).collect();
    NotTaken { rejected, written_down }
}

/// Once it is decided, how what was not chosen is repaired belongs with it.
pub(super) fn aid(step: &StepCase<'_>) -> Option<Finding> {
    let (decider, decided) = step.decided_by()?;
    if REPAIR.by(step, step.case.at).is_some() {
        return None;
    }
    Some(Finding::new(Code::AidNoRepair, Says::Nothing, &[]).by_rule("model 6").because([decided]).lifted_by(
        "step_detailed",
        &[("step", step.id.to_string())],
        &["details.repair"],
        vec![Answerer::Person(decider.clone()), Answerer::ThoseWhoWeigh],
    ))
}
