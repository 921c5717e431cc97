//! Weighing (*weging*): is it bad enough, by which norm, and who thinks so? First alone, then together.

mod sealed;
mod state;
mod views;

pub use sealed::{
    Commitment, CommitmentError, RevealedView, SHORTEST_SEAL_SALT, SaltTooShort, SealedView, SealedWeighing,
    SealingAgreed, UnderSeal, ViewsRevealed,
};

pub use state::{
    ConvergedWeighing, DialogueWeighing, DivergedWeighing, Fallback, FallbackWeighing, IndividualWeighing,
    PreparingWeighing, Weighing, WeighingEvent,
};
pub use views::{Dissent, GivenView, Parting, Shift, Views};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::actor::Act;
use crate::condition::Condition;
use crate::id::{GroundId, MeasureId, PersonId, StatementId, StepId};
use crate::narrative::Narrative;
use crate::said::Said;

/// What a view is about: a ground of the measure, or one of the other conditions of the step.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Weighed {
    /// A ground, by its id in the law pack.
    Ground(GroundId),
    /// A condition.
    Condition(Condition),
}

/// What somebody makes of it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is met.
    Met,
    /// It is not met.
    NotMet,
    /// Not decided.
    Undecided,
}

/// One person's view on one ground or condition of one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Of which step.
    pub step: StepId,
    /// Of what.
    pub on: Weighed,
    /// Met or not. The assessment; the threshold for acting on it is a field of its own.
    pub verdict: Verdict,
    /// Why.
    pub why: Narrative,
    /// By which norm.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub norm: Said<Narrative>,
    /// From where on this person would act.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub threshold_for_action: Said<Narrative>,
    /// What goes well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strengths: Vec<Narrative>,
    /// What worries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concerns: Vec<Narrative>,
    /// The statements that speak for it.
    #[serde(default, rename = "for", skip_serializing_if = "Vec::is_empty")]
    pub statements_for: Vec<StatementId>,
    /// The statements that speak against it.
    #[serde(default, rename = "against", skip_serializing_if = "Vec::is_empty")]
    pub statements_against: Vec<StatementId>,
    /// Whether it was formed before seeing the others' views.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub before_seeing_others: Said<bool>,
}

/// The dialogue on a step begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DialogueOpened {
    /// On which step.
    pub step: StepId,
    /// Who takes part.
    pub participants: Vec<PersonId>,
    /// Who was asked to take part, and did not come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invited: Vec<PersonId>,
    /// Who said that they do not want to take part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declined: Vec<DialogueDeclined>,
    /// Who argues against the step (*tegenspraak*): someone who did not propose it.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub contradiction_by: Said<PersonId>,
}

/// Somebody does not want to take part in the dialogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DialogueDeclined {
    /// Who.
    pub person: PersonId,
    /// Why, when they said.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub reason: Said<Narrative>,
}

/// A verdict that people share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommonVerdict {
    /// On what.
    pub on: Weighed,
    /// The verdict.
    pub verdict: Verdict,
}

/// People agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Convergence {
    /// On which step.
    pub step: StepId,
    /// The common verdicts.
    pub verdicts: Vec<CommonVerdict>,
    /// Why.
    pub why: Narrative,
}

/// Where somebody stands when people do not agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Who.
    pub person: PersonId,
    /// On what.
    pub on: Weighed,
    /// Their verdict.
    pub verdict: Verdict,
    /// Why.
    pub why: Narrative,
}

/// People do not agree. Each position stands; nothing is averaged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Divergence {
    /// On which step.
    pub step: StepId,
    /// The positions.
    pub positions: Vec<Position>,
}

/// The dialogue is taken up again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DialogueReopened {
    /// On which step.
    pub step: StepId,
    /// Why: a new root, an unforeseen event, another try.
    pub why: Narrative,
    /// Who takes part that did not before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<PersonId>,
    /// Who was asked to take part, and did not come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invited: Vec<PersonId>,
    /// Who said that they do not want to take part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declined: Vec<DialogueDeclined>,
    /// Who argues against the step now.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub contradiction_by: Said<PersonId>,
}

/// A power that somebody may use alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnPower {
    /// Who.
    pub person: PersonId,
    /// To do what.
    pub act: Act,
    /// On which measure.
    pub measure: MeasureId,
    /// By which article.
    #[schemars(length(max = 128), regex(pattern = r"^[^\r\n]*$"))]
    pub article: String,
}

/// Each falls back on their own powers (*terugvaloptie*): who may do what, and nobody's opinion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FellBack {
    /// On which step.
    pub step: StepId,
    /// Each actor's own power.
    pub powers: Vec<OwnPower>,
    /// Why there was no dialogue that could be tried, when there was none.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub urgency: Said<FallbackUrgency>,
}

/// Urgency that leaves no time for a dialogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FallbackUrgency {
    /// The danger.
    pub danger: Narrative,
    /// The day on which people look back together.
    #[serde(deserialize_with = "crate::time::read_day")]
    pub look_back: NaiveDate,
}
