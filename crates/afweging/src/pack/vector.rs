//! The intrusiveness of a measure as ordinal levels over named dimensions.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::pack::words::Burdened;
use crate::sentence::Sentence;

/// A dimension of intrusiveness. The order of two vectors is that of every one of these at once.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// Parental authority: 0 untouched, 1 agreement only, 2 must follow instructions, 3 single power replaced,
    /// 4 exercise suspended, 5 ended.
    Authority,
    /// The child's place of living: 0 home, 1 other parent, 2 network family, 3 foster family, 4 family home, 5 open
    /// residential, 6 closed.
    Living,
    /// The child's liberty: 0 untouched, 1 conditions under threat of admission, 2 group rules, 3 closed, 4 physical
    /// restriction inside closed.
    Liberty,
    /// Family contact: 0 untouched, 1 agreements, 2 limited by institution or court, 3 no contact with one adult.
    Contact,
    /// Privacy: 0 untouched, 1 shared by consent, 2 processed without consent, 3 investigation with informants,
    /// 4 standing duty to inform.
    Privacy,
    /// An adult's home: 0 untouched, 1 loses it for up to four weeks.
    Home,
    /// Coercion: 0 voluntary, 1 pressure, 2 binding.
    Coercion,
    /// Who is burdened: a set, ordered by inclusion.
    Persons,
}

impl Dimension {
    /// All dimensions that order measures.
    pub const ALL: [Dimension; 8] = [
        Dimension::Authority,
        Dimension::Living,
        Dimension::Liberty,
        Dimension::Contact,
        Dimension::Privacy,
        Dimension::Home,
        Dimension::Coercion,
        Dimension::Persons,
    ];

    /// Its name in running text.
    pub fn label(self) -> Sentence {
        let (nl, en) = self.words();
        Sentence::new(nl, en)
    }

    /// Its name in Dutch and in English.
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        match self {
            Dimension::Authority => ("gezag", "authority"),
            Dimension::Living => ("woonplek", "place of living"),
            Dimension::Liberty => ("vrijheid", "liberty"),
            Dimension::Contact => ("contact", "contact"),
            Dimension::Privacy => ("privacy", "privacy"),
            Dimension::Home => ("eigen huis", "own home"),
            Dimension::Coercion => ("dwang", "coercion"),
            Dimension::Persons => ("wie het treft", "who is burdened"),
        }
    }
}

/// The intrusiveness of a measure, with its placement if it has one.
///
/// Levels are ordinal within a dimension and are never added up. `safeguard` and `duration` are kept beside the vector
/// and order nothing: two vectors that differ in them only are equally intrusive.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Vector {
    /// Parental authority, 0 to 5.
    pub authority: u8,
    /// The child's place of living, 0 to 6.
    pub living: u8,
    /// The child's liberty, 0 to 4.
    pub liberty: u8,
    /// Family contact, 0 to 3.
    pub contact: u8,
    /// Privacy, 0 to 4.
    pub privacy: u8,
    /// An adult's home, 0 or 1.
    pub home: u8,
    /// Coercion, 0 to 2.
    pub coercion: u8,
    /// Who is burdened.
    pub burdened: BTreeSet<Burdened>,
    /// Safeguard deficit, 0 to 2: 0 full hearing or own consent, 1 without a judge before, 2 without a hearing before.
    /// Orders nothing.
    pub safeguard: u8,
    /// Duration, 0 to 4: 0 stop any time, 1 up to 4 weeks, 2 up to 3 months, 3 up to a year and renewable, 4 until 18.
    /// Orders nothing.
    pub duration: u8,
}

impl Vector {
    /// Whether it is not at least as heavy as another on a dimension.
    pub(crate) fn is_less_on(&self, other: &Vector, on: Dimension) -> bool {
        match on {
            Dimension::Authority => self.authority < other.authority,
            Dimension::Living => self.living < other.living,
            Dimension::Liberty => self.liberty < other.liberty,
            Dimension::Contact => self.contact < other.contact,
            Dimension::Privacy => self.privacy < other.privacy,
            Dimension::Home => self.home < other.home,
            Dimension::Coercion => self.coercion < other.coercion,
            Dimension::Persons => !other.burdened.is_subset(&self.burdened),
        }
    }

    /// Whether it is at most as heavy as another on every dimension.
    pub(crate) fn is_at_most(&self, other: &Vector) -> bool {
        Dimension::ALL.into_iter().all(|on| !other.is_less_on(self, on))
    }
}
