//! The dossier as it would add up with one entry more, or with one fewer. Its entries stay as they are: what is supposed
//! is never recorded.

use super::entry::{Door, NewEntry};
use super::event::Event;
use super::log::{Dossier, as_new};
use super::state::State;
use crate::error::Refusal;
use crate::id::PersonId;
use crate::time::When;

impl Dossier {
    /// How it would add up if this had happened as well.
    ///
    /// # Errors
    /// [`Refusal`] when it cannot have happened.
    pub(crate) fn supposing(&self, by: &PersonId, occurred: When, event: Event) -> Result<Dossier, Refusal> {
        let mut supposed = self.clone();
        let recorded = self.entries.last().map(|last| last.recorded).unwrap_or_default();
        let entry = NewEntry {
            recorded,
            occurred,
            by: by.clone(),
            door: Door::default(),
            event,
            salt: String::new(),
        };
        let next = u64::try_from(self.entries.len()).unwrap_or(u64::MAX).saturating_add(1);
        supposed.state.take(next, &entry)?;
        Ok(supposed)
    }

    /// How it would add up if one entry had never been recorded, nor what cannot have happened without it; and which entries those
    /// are.
    pub(crate) fn had_not(&self, seq: u64) -> (Dossier, Vec<u64>) {
        let mut supposed = self.clone();
        let mut state = State::default();
        let mut fall_with_it = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.seq != seq) {
            // What is refused now cannot have happened without it.
            if state.take(entry.seq, &as_new(entry)).is_err() {
                fall_with_it.push(entry.seq);
            }
        }
        supposed.state = state;
        (supposed, fall_with_it)
    }
}
