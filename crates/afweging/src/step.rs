//! The next step (*volgende stap*): a candidate measure, for one person, for one period, and what becomes of it.

mod appeal;
mod candidate;
mod decision;
mod execution;
mod moved;
mod point;
mod proposal;
mod request;
mod return_plan;
mod review;
mod state;

pub use appeal::{
    Appeal, AppealEvent, AppealLodged, AppealRuled, LodgedAppeal, NoAppeal, QuashedAppeal, ReplacedAppeal,
    Ruling, UpheldAppeal,
};
pub use candidate::{AlternativeNamed, AlternativeOption, Answer, Candidate, CandidatesAnswered, Frame};
pub use decision::{
    ConfirmedDecision, Decided, DecidedUrgently, Decision, DecisionEvent, GrantedDecision, HeardAfterwards,
    NotMaintainedDecision, Outcome, PartlyGrantedDecision, PendingDecision, RefusedDecision, UrgentDecision,
};
pub use execution::{
    Ended, EndedExecution, Execution, ExecutionEvent, InForceExecution, Started, UnstartedExecution,
};
pub use moved::PlacementChanged;
pub use point::{PointNotApplicable, WeighingPoint};
pub use proposal::{Burden, Proposal, StepDetailed, StepDetails};
pub use request::{
    DraftRequest, FiledRequest, HeldOverRequest, Mentions, Request, RequestEvent, RequestFiled, RequestForm,
    RequestHeldOver, RequestWithdrawn, WithdrawnRequest,
};
pub use return_plan::ReturnPlan;
pub use review::{MindChangeLinked, PlanBAnswer, ReviewOutcome, Reviewed};
pub use state::{DecisionOn, DueDates, EndCause, ExecutionOn, StepEvent, StepState};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::id::{ObligationId, PersonId, StatementId, StepId};
use crate::narrative::Narrative;
use crate::said::Said;

/// Urgency on the record: acute and serious danger that cannot wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UrgencyDeclared {
    /// For which step.
    pub step: StepId,
    /// The danger.
    pub danger: Narrative,
    /// Why it cannot wait.
    pub why_it_cannot_wait: Narrative,
    /// The statements that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relies_on: Vec<StatementId>,
    /// The day by which what was passed over is made up for.
    #[serde(deserialize_with = "crate::time::read_day")]
    pub look_back: NaiveDate,
}

/// A defect is passed over by who may do that (such as Awb 6:22).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DefectPassedOver {
    /// Of which step.
    pub step: StepId,
    /// Which condition it was that was not met.
    pub condition: Condition,
    /// By which article.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    #[schemars(length(max = 128), regex(pattern = r"^[^\r\n]*$"))]
    pub article: Said<String>,
    /// Why.
    pub why: Narrative,
}

/// A ruling lays an obligation on someone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObligationOrdered {
    /// Its id.
    pub obligation: ObligationId,
    /// Out of the decision on which step.
    pub step: StepId,
    /// On whom.
    pub owner: PersonId,
    /// What.
    pub what: Narrative,
    /// By when.
    #[serde(default, deserialize_with = "crate::time::read_day", skip_serializing_if = "Said::is_not_said")]
    pub due: Said<NaiveDate>,
}

/// An obligation is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObligationMet {
    /// Which.
    pub obligation: ObligationId,
    /// How.
    pub how: Narrative,
}
