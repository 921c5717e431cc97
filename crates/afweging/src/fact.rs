//! Facts (*feiten*): claims, the evidence for and against them, and what people find established.

mod cause;
mod level;
mod source_tree;
mod statement;
mod support;

pub use cause::Cause;
pub use level::{EvidenceLevel, Lack, Level};
pub use source_tree::{Branch, Ending, SourceTree, Tale};
pub use statement::{
    ClaimedStatement, FindingBy, FoundStatement, Statement, StatementEvent, WithdrawnStatement,
};
pub use support::{Belnap, EvidenceGraph, Piece, Root, Support};

use serde::{Deserialize, Serialize};

use crate::id::{EvidenceId, PersonId, StatementId};
use crate::narrative::Narrative;
use crate::said::Said;

/// Somebody says that something is so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its id.
    pub statement: StatementId,
    /// What is said to be so.
    pub text: Narrative,
    /// Whom it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<PersonId>,
    /// Whether it is a strength or a worry.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub nature: Said<Nature>,
    /// What is taken to be its cause.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub cause: Said<Cause>,
}

/// Whether a statement speaks of a strength or of a worry.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// What goes well.
    Strength,
    /// What people worry about.
    Worry,
    /// Neither.
    Neutral,
}

/// Whether evidence speaks for a statement or against it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// For.
    Supports,
    /// Against.
    Opposes,
}

/// Where a piece of evidence comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Origin {
    /// Who brings it saw or heard it.
    OwnObservation,
    /// A document. One that copies other evidence has the roots of what it copies; one that copies nothing is a root.
    Document {
        /// What it is.
        title: Narrative,
        /// The evidence that it repeats.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        copies: Vec<EvidenceId>,
    },
    /// A test, or an expert's own report.
    ExpertReport {
        /// What it is.
        title: Narrative,
    },
    /// Told by other evidence.
    ToldByEvidence {
        /// Which.
        evidence: EvidenceId,
    },
    /// Told by a person, of whom the dossier may hold evidence on the same statement or not.
    ToldByPerson {
        /// Who.
        person: PersonId,
    },
    /// Nobody knows where it comes from.
    Untraced,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceAdded {
    /// Its id.
    pub evidence: EvidenceId,
    /// The statement that it is about.
    pub statement: StatementId,
    /// For or against.
    pub polarity: Polarity,
    /// Who brings it.
    pub borne_by: PersonId,
    /// Where it comes from.
    pub origin: Origin,
}

/// What people find of a statement.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// Established (*staat vast*).
    Established,
    /// Plausible (*aannemelijk*).
    Plausible,
    /// Not established.
    NotEstablished,
    /// Refuted.
    Refuted,
    /// It cannot be found out. It may be weighed as a concern, never carries a ground alone, and never vanishes.
    Unresolvable,
}

/// A finding of people on a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingMade {
    /// The statement.
    pub statement: StatementId,
    /// What is found.
    pub found: Found,
    /// Why.
    pub why: Narrative,
    /// The answer to each piece of evidence that speaks against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<OppositionAnswered>,
}

/// An answer on the record to a piece of evidence that speaks against a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OppositionAnswered {
    /// The opposing evidence.
    pub evidence: EvidenceId,
    /// The answer.
    pub reply: Narrative,
}

/// A statement or a piece of evidence is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// What.
    pub taken_back: Withdrawn,
    /// Why.
    pub reason: Narrative,
}

/// What can be taken back.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Withdrawn {
    /// A statement.
    Statement(StatementId),
    /// A piece of evidence.
    Evidence(EvidenceId),
}
