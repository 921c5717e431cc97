//! What an assessment takes from a region's overlay: levels of aids, names, what is not offered. Nothing of it is a power.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::id::MeasureId;
use crate::pack::measure::Labels;

/// How loudly a region wants an aid said. There is no level that bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AidLevel {
    /// Not said.
    Off,
    /// Said in passing.
    Note,
    /// Said with weight.
    Warn,
}

/// Whether a region offers a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// The region says that it does.
    Offered,
    /// The region says that it does not.
    NotOffered,
    /// The region says nothing of it.
    NotSaid,
}

/// The region that a pack is in, as far as an assessment needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlay {
    /// The region's id, such as `midden-holland`.
    pub id: String,
    /// Its name.
    pub labels: Labels,
    /// The hash of its overlay.
    pub hash: String,
    /// Whether it describes a scenario and no region that there is.
    pub hypothetical: bool,
    pub(crate) aids: BTreeMap<Code, AidLevel>,
    pub(crate) offers: BTreeMap<MeasureId, bool>,
    pub(crate) names: BTreeMap<MeasureId, Labels>,
    /// What the law calls the measures that have another name here, by the place of the state of the law.
    pub(crate) lawful: BTreeMap<(usize, MeasureId), Labels>,
}

impl Overlay {
    /// The level that the region gives an aid; `None` where it gives none.
    pub fn aid(&self, code: Code) -> Option<AidLevel> {
        self.aids.get(&code).copied()
    }

    /// Whether the region offers a measure.
    pub fn offer(&self, measure: &MeasureId) -> Offer {
        match self.offers.get(measure) {
            Some(true) => Offer::Offered,
            Some(false) => Offer::NotOffered,
            None => Offer::NotSaid,
        }
    }
}
