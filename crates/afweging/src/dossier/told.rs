//! That somebody was told what became of something on which they built.

use serde::{Deserialize, Serialize};

use super::entry::NewEntry;
use super::state::{Recorded, State};
use crate::id::PersonId;
use crate::narrative::Narrative;
use crate::said::Said;

/// Somebody was told of an earlier entry: that something was withdrawn, contested or put right on which they built, or
/// which is about them. So the duty to tell them ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// The number of the entry of which they were told.
    pub entry: u64,
    /// Who was told.
    pub person: PersonId,
    /// How.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub how: Said<Narrative>,
}

impl State {
    pub(super) fn tell(&mut self, seq: u64, entry: &NewEntry, told: &Told) {
        self.told.entry(told.entry).or_default().push(Recorded {
            seq,
            occurred: entry.occurred,
            by: entry.by.clone(),
            door: entry.door,
            what: told.clone(),
        });
    }

    /// Takes out what a corrected entry said of who was told.
    pub(super) fn untell(&mut self, entry: u64) {
        for told in self.told.values_mut() {
            told.retain(|it| it.seq != entry);
        }
    }
}
