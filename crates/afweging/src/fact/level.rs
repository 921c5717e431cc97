//! Whether a statement reaches the level of evidence that a ground takes.
//!
//! | level | reached when |
//! | --- | --- |
//! | `Established` | people found it established; at least one first-hand root or two independent ones speak for it; each root against it has an answer on the record |
//! | `SeriousSuspicion` | people found it plausible or established, or one untainted first-hand root speaks for it; never when people found it refuted or unresolvable |
//!
//! The last part holds the middle between two traps: *not proven, but it did happen*, and *not proven, so we can do
//! nothing*. What is unresolvable stays a concern and carries no ground alone; what is refuted is no suspicion until a
//! new root re-opens the finding.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{EvidenceGraph, FindingMade, Found, OppositionAnswered, Root, Support};
use crate::id::StatementId;

/// The level of evidence that a ground takes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceLevel {
    /// Serious suspicion (*ernstig vermoeden*).
    SeriousSuspicion,
    /// Established (*staat vast*).
    Established,
}

/// What a statement lacks to be established.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// Nobody made a finding that stands.
    NoFinding,
    /// People found something else.
    FoundOtherwise(Found),
    /// No first-hand root speaks for it, nor two independent ones.
    NoRoots,
    /// A root speaks against it and has no answer.
    Unanswered(Root),
}

/// The level that a statement reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Level {
    /// The highest level that it reaches.
    pub reached: Option<EvidenceLevel>,
    /// What it lacks to be established, in the order of the table; empty when it is.
    pub lacks: Vec<Lack>,
}

impl Level {
    /// Whether it reaches a level.
    pub fn meets(&self, level: EvidenceLevel) -> bool {
        self.reached.is_some_and(|reached| reached >= level)
    }
}

impl Support {
    /// The level that this support and a finding that stands reach together. `answered` holds the roots against the
    /// statement that have an answer on the record.
    pub fn level(&self, finding: Option<Found>, answered: &BTreeSet<Root>) -> Level {
        let mut lacks = Vec::new();
        match finding {
            None => lacks.push(Lack::NoFinding),
            Some(Found::Established) => {}
            Some(other) => lacks.push(Lack::FoundOtherwise(other)),
        }
        if !Root::are_enough(&self.roots_for) {
            lacks.push(Lack::NoRoots);
        }
        lacks.extend(self.roots_against.difference(answered).cloned().map(Lack::Unanswered));
        let is_suspected = match finding {
            Some(Found::Established | Found::Plausible) => true,
            Some(Found::Refuted | Found::Unresolvable) => false,
            Some(Found::NotEstablished) | None => self.untainted_for.iter().any(Root::is_first_hand),
        };
        let reached = if lacks.is_empty() {
            Some(EvidenceLevel::Established)
        } else {
            is_suspected.then_some(EvidenceLevel::SeriousSuspicion)
        };
        Level { reached, lacks }
    }
}

impl EvidenceGraph<'_> {
    /// The level that a statement reaches with a finding that stands. An answer to a piece of evidence answers the
    /// roots that it has; a blank one answers nothing, an erased one was given.
    pub fn level(&self, statement: &StatementId, finding: Option<&FindingMade>) -> Level {
        let answers = finding.into_iter().flat_map(|finding| &finding.answers);
        self.level_with(statement, finding.map(|finding| finding.found), answers)
    }

    /// The level that a statement reaches with what people found, if that stands, and every answer that is on the record,
    /// in whatever finding it was given.
    pub fn level_with<'e>(
        &self,
        statement: &StatementId,
        found: Option<Found>,
        answers: impl IntoIterator<Item = &'e OppositionAnswered>,
    ) -> Level {
        let given = answers.into_iter().filter(|given| given.reply.was_said());
        let answered = self.roots_against_through(statement, given.map(|given| &given.evidence));
        self.support(statement).level(found, &answered)
    }
}
