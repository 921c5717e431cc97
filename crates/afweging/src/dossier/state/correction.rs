//! Putting a mistake right: what an entry recorded is taken out of every history; the entry itself stays in the log.

use super::{State, consent_of, quoted};
use crate::code::Code;
use crate::dossier::verbs::{self, refusal};
use crate::error::Refusal;

impl State {
    /// Takes out what entry `entry` recorded. An id that it made stays known and becomes free to be made again.
    pub(super) fn correct(&mut self, seq: u64, entry: u64) -> Result<(), Refusal> {
        if self.corrected.contains_key(&entry) {
            return Err(Refusal::new(
                Code::InputIncoherent,
                "event.entry",
                format!("entry {entry} was corrected already"),
            ));
        }
        if self.corrected.values().any(|by| *by == entry) {
            return Err(Refusal::new(
                Code::InputIncoherent,
                "event.entry",
                format!("entry {entry} is itself a correction; record anew what it took away"),
            ));
        }
        // A copy, because a history further on may refuse; corrections are rare.
        let mut next = self.clone();
        let at = "event.entry";
        for (person, history) in &mut next.perspectives {
            history
                .take_out(entry)
                .map_err(|refused| refusal(at, verbs::PERSPECTIVE, quoted(person), &refused))?;
        }
        for (id, record) in &mut next.statements {
            record
                .history
                .take_out(entry)
                .map_err(|refused| refusal(at, verbs::STATEMENT, quoted(id), &refused))?;
        }
        for ((person, scope), history) in &mut next.consents {
            history
                .take_out(entry)
                .map_err(|refused| refusal(at, verbs::CONSENT, consent_of(person, scope), &refused))?;
        }
        for (id, step) in &mut next.steps {
            step.weighing
                .take_out(entry)
                .map_err(|refused| refusal(at, verbs::WEIGHING, quoted(id), &refused))?;
            step.machines
                .take_out(entry)
                .map_err(|refused| refusal(at, verbs::STEP, quoted(id), &refused))?;
            step.details.retain(|it| it.seq != entry);
            step.answers.retain(|it| it.seq != entry);
            step.urgency.retain(|it| it.seq != entry);
            step.documents.retain(|it| it.seq != entry);
            step.passed_over.retain(|it| it.seq != entry);
            step.mind_changes.retain(|it| it.seq != entry);
            step.moves.retain(|it| it.seq != entry);
        }
        for evidence in next.evidence.values_mut() {
            evidence.withdrawn = evidence.withdrawn.filter(|(by, _)| *by != entry);
        }
        for obligation in next.obligations.values_mut() {
            obligation.met.retain(|met| met.seq != entry);
        }
        for contests in next.contests.values_mut() {
            contests.retain(|it| it.seq != entry);
        }
        next.untell(entry);
        next.people.take_out(entry);
        next.set_aside.retain(|it| it.seq != entry);
        next.moments.retain(|it| it.seq != entry);
        next.cycles.retain(|it| it.seq != entry);
        next.watch.retain(|it| it.seq != entry);
        next.corrected.insert(entry, seq);
        *self = next;
        Ok(())
    }

    /// Whether the entry that made something was corrected, and nothing took its place.
    pub(crate) fn is_corrected(&self, seq: u64) -> bool {
        self.corrected.contains_key(&seq)
    }
}
