//! Consent (*toestemming*), per person and scope: asked on information, given or refused, and free to be taken back.

use serde::{Deserialize, Serialize};

use crate::id::{AlternativeId, MeasureId, PersonId, StepId};
use crate::narrative::Narrative;
use crate::said::Said;

/// What a consent is about.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// A step.
    Step(StepId),
    /// An alternative that someone named.
    Alternative(AlternativeId),
    /// A measure of the pack, as it was offered.
    Measure(MeasureId),
}

/// Consent is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentAsked {
    /// Of whom.
    pub person: PersonId,
    /// For what.
    pub scope: Scope,
    /// The information that was given: nature, aim, consequences, risks, alternatives, prospects (Jw 7.3.2).
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub information: Said<Narrative>,
}

/// Consent is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentGiven {
    /// By whom.
    pub person: PersonId,
    /// For what.
    pub scope: Scope,
}

/// Consent is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentRefused {
    /// By whom.
    pub person: PersonId,
    /// For what.
    pub scope: Scope,
    /// Why, as they say it.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub reason: Said<Narrative>,
}

/// Consent is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentWithdrawn {
    /// By whom.
    pub person: PersonId,
    /// For what.
    pub scope: Scope,
    /// Why, as they say it.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub reason: Said<Narrative>,
}
