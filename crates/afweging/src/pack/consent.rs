//! On whose consent a measure rests.

use serde::Serialize;

use crate::id::MeasureId;
use crate::law::Citation;
use crate::pack::words::{ConsentException, ConsentGroup, Consenter};

/// What consent a measure rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentBasis {
    /// None.
    NotNeeded,
    /// The consent of whom [`ConsentRule`] names for the person's age and capacity.
    Needed,
    /// One of these three will do.
    OneOf {
        /// One of these in force, or granted in the same decision.
        measures: Vec<MeasureId>,
        /// A certified institution is guardian.
        guardianship: bool,
        /// The legal representative consents.
        consent: bool,
    },
}

/// Who must consent to help, by age and capacity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConsentRule {
    /// The id of the datum.
    pub id: String,
    /// Whom the help is for.
    pub group: ConsentGroup,
    /// All of these must consent.
    pub must: Vec<Consenter>,
    /// When less will do, or more is needed.
    pub exceptions: Vec<ConsentException>,
    /// Where it stands in the law.
    pub cite: Citation,
}
