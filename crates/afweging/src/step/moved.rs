//! A child goes to live elsewhere while a step is carried out (*overplaatsing*).

use serde::{Deserialize, Serialize};

use crate::id::{PlacementId, StepId};
use crate::narrative::Narrative;
use crate::said::Said;

/// A child goes to live elsewhere while a step is carried out. It is recorded as it happened; that it should have been a
/// decision of its own is for the assessment to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacementChanged {
    /// Under which step it lived until then.
    pub step: StepId,
    /// The kind of place to which it goes.
    pub placement: PlacementId,
    /// Why.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub why: Said<Narrative>,
}
