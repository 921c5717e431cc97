//! A review of a step: what was expected beside what happened, what that asks now, and what would change people's mind.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::StepId;
use crate::narrative::Narrative;
use crate::said::Said;

/// How a step works out.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ReviewOutcome {
    /// Better than expected.
    Better,
    /// As expected.
    AsExpected,
    /// Worse than expected.
    Worse,
    /// Not clear.
    Unclear,
}

/// A step in force is reviewed: the whole test again.
///
/// The four follow-up questions (Q25): what was expected stands with the step already, written down before it was known
/// how it went; here stand what happened, whether that is a reason to adjust, and what it teaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// Which.
    pub step: StepId,
    /// How it works out.
    pub outcome: ReviewOutcome,
    /// Whether what it was for was reached. `false` is what makes "tried" an answer for a heavier step.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub sufficient: Said<bool>,
    /// Why.
    pub why: Narrative,
    /// What happened since.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub happened: Said<Narrative>,
    /// What is changed, or why nothing has to be.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub adapt: Said<Narrative>,
    /// What this teaches, for this family and for others.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub lesson: Said<Narrative>,
    /// Whether plan B is taken up.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub plan_b_taken: Said<PlanBAnswer>,
    /// Whether anything came in that would change people's mind, as they see it.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub mind_change: Said<Narrative>,
    /// The day of the next review.
    #[serde(default, deserialize_with = "crate::time::read_day", skip_serializing_if = "Said::is_not_said")]
    pub next_review: Said<NaiveDate>,
}

/// What becomes of plan B.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PlanBAnswer {
    /// It is taken up.
    TakenUp {
        /// How.
        how: Narrative,
    },
    /// It is not.
    NotTakenUp {
        /// Why not.
        why: Narrative,
    },
}

/// Somebody finds that a later entry is one of the things that would change people's mind about a step. Only a person says
/// so: nothing links entries by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MindChangeLinked {
    /// About which step.
    pub step: StepId,
    /// The number of the entry, which came after the step was proposed.
    pub entry: u64,
    /// Why it is such a thing.
    pub why: Narrative,
}
