//! Somebody's own words, taken out of one entry, with every objection to that entry beside them.

use chrono::NaiveDate;
use serde::Serialize;

use crate::dossier::ErasureGround;
use crate::id::PersonId;

/// Words of somebody, or the reason why they are not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Quoted {
    /// As they stand in the log, to the letter.
    Words(String),
    /// Erased by law.
    Erased(ErasureGround),
    /// There, and kept from this reader.
    Withheld(WithheldGround),
}

impl Quoted {
    /// The words, when they are there for this reader.
    pub fn words(&self) -> Option<&str> {
        match self {
            Quoted::Words(words) => Some(words),
            Quoted::Erased(_) | Quoted::Withheld(_) => None,
        }
    }
}

/// Why somebody's words are kept from a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WithheldGround {
    /// The privacy of somebody else (Jw 7.3.10): own words of another member of the family or its circle, and
    /// statements about others on which the decision does not rest.
    PrivacyOfAnother,
    /// Somebody of the family or its circle told something about another (Jw 7.3.10): who it was, and what says so.
    ShelterOfASource,
    /// A letter to a child holds what the child said and what was done with it, and no accusations: a choice of the
    /// model, no law.
    LetterToAChild,
}

/// A quote out of one entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The entry.
    pub entry: u64,
    /// On which day it was so.
    pub on: NaiveDate,
    /// Whose words they are.
    pub of: PersonId,
    /// The words.
    pub said: Quoted,
    /// Who objects to that entry, in their own words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub objections: Vec<Objection>,
}

/// An objection, beside what it objects to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Objection {
    /// The entry that holds it.
    pub entry: u64,
    /// Who objects.
    pub of: PersonId,
    /// In their words.
    pub said: Quoted,
}

/// Something that was kept from a reader: proof that, and why, without what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Withheld {
    /// The entry.
    pub entry: u64,
    /// Whose words.
    pub of: WithheldOf,
    /// Why.
    pub ground: WithheldGround,
}

/// Whose words were kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WithheldOf {
    /// This one's.
    Person(PersonId),
    /// Not told: whose it was is what has to be kept.
    NotTold,
}
