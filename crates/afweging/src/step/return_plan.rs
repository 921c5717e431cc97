//! The plan by which a child that lives elsewhere comes home (*terugkeerplan*), or the perspective that is worked on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::PersonId;
use crate::narrative::Narrative;
use crate::said::Said;

/// What is worked on so that the child can come home, by whom, and when people look whether it can.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnPlan {
    /// What has to be so before the child comes home; or what is worked on instead, and why.
    pub goal: Narrative,
    /// Who works on it, each with what they do in the words of the goal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<PersonId>,
    /// The day on which people look whether the child can come home.
    #[serde(default, deserialize_with = "crate::time::read_day", skip_serializing_if = "Said::is_not_said")]
    pub review_on: Said<NaiveDate>,
}
