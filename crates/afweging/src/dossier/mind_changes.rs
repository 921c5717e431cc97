//! Later entries that people name as ones that would change their mind about a step.

use super::entry::NewEntry;
use super::state::{State, note};
use crate::code::Code;
use crate::error::Refusal;
use crate::step::MindChangeLinked;

impl State {
    /// What came before the step was proposed was known then: it cannot have come in to change a mind about it.
    pub(super) fn link_mind_change(
        &mut self,
        seq: u64,
        entry: &NewEntry,
        linked: &MindChangeLinked,
    ) -> Result<(), Refusal> {
        let step = self.step_mut(&linked.step)?;
        if linked.entry <= step.proposal.seq {
            return Err(Refusal::new(
                Code::InputIncoherent,
                "event.entry",
                format!(
                    "entry {} is not later than the proposal of `{}`, entry {}",
                    linked.entry, linked.step, step.proposal.seq
                ),
            ));
        }
        step.mind_changes.push(note(seq, entry, linked.clone()));
        Ok(())
    }
}
