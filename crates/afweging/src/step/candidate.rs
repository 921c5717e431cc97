//! What a step must be weighed against, and the answers to that.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::consent::Scope;
use crate::id::{AdjacentId, AlternativeId, MeasureId, PersonId, PlacementId, StatementId, StepId};
use crate::narrative::Narrative;
use crate::said::Said;

/// The frame in which an alternative in own words would be carried out.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Frame {
    /// Voluntary (*vrijwillig*): with consent.
    Voluntary,
    /// Pressure (*drang*): legally still voluntary.
    Pressure,
    /// Compulsory (*gedwongen*).
    Compulsory,
}

/// Somebody names an alternative to a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AlternativeNamed {
    /// Its id.
    pub alternative: AlternativeId,
    /// The step to which it is an alternative.
    pub step: StepId,
    /// What it is.
    pub option: AlternativeOption,
}

/// What an alternative is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AlternativeOption {
    /// A measure of the law pack.
    Measure {
        /// Which.
        measure: MeasureId,
        /// With which placement.
        #[serde(default, skip_serializing_if = "Said::is_not_said")]
        placement: Said<PlacementId>,
    },
    /// Something else, in own words.
    OwnWords {
        /// What.
        text: Narrative,
        /// In which frame.
        #[serde(default, skip_serializing_if = "Said::is_not_said")]
        frame: Said<Frame>,
        /// Whom it burdens.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        burdened: Vec<PersonId>,
    },
}

/// Something that a step must be weighed against.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Candidate {
    /// An alternative that someone named.
    Alternative(AlternativeId),
    /// A measure of the law pack. One of a class of equally intrusive ones stands for its class.
    Measure {
        /// Which.
        measure: MeasureId,
        /// With which placement; absent where the measure has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        placement: Option<PlacementId>,
    },
    /// A possibility in neighbouring law, by its id in the law pack.
    Adjacent(AdjacentId),
    /// Ending a step that is in force.
    End(StepId),
    /// Doing nothing more.
    Nothing,
}

/// An answer to one or more candidates of a step. It names each: nothing is inherited by silence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CandidatesAnswered {
    /// The step.
    pub step: StepId,
    /// The candidates that it answers.
    pub candidates: Vec<Candidate>,
    /// The answer.
    pub answer: Answer,
    /// Why, for this child.
    pub why: Narrative,
}

/// Why a candidate will not do, or that it will.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Answer {
    /// Tried, and it was not enough. Stands when it was in force in this dossier and a review says so.
    TriedInsufficient {
        /// The step by which it was tried.
        tried: StepId,
    },
    /// Expected not to be enough, for a reason of this case.
    ExpectedInsufficient {
        /// The statements on which that rests.
        relies_on: Vec<StatementId>,
    },
    /// It needs consent, and that was refused or taken back.
    Refused {
        /// By whom.
        person: PersonId,
        /// The consent that was asked.
        scope: Scope,
    },
    /// Asked for, and not to be had. It stands and opens a shortfall of the system; never booked against the family.
    NotAvailable {
        /// When it was asked for.
        #[serde(
            default,
            deserialize_with = "crate::time::read_day",
            skip_serializing_if = "Said::is_not_said"
        )]
        asked_on: Said<NaiveDate>,
        /// The first day on which it can be had.
        #[serde(
            default,
            deserialize_with = "crate::time::read_day",
            skip_serializing_if = "Said::is_not_said"
        )]
        not_before: Said<NaiveDate>,
        /// Who owes it.
        #[serde(default, skip_serializing_if = "Said::is_not_said")]
        owed_by: Said<PersonId>,
        /// What happens meanwhile.
        #[serde(default, skip_serializing_if = "Said::is_not_said")]
        meanwhile: Said<Narrative>,
    },
    /// It would do as well, and it can be had. Never a reason for the heavier step.
    Adequate,
}
