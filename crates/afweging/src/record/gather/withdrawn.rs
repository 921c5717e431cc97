//! What the reasons for this step rest on and what was taken back: a record that quoted it once has to say so now.

use super::Source;
use crate::fact::{StatementEvent, Withdrawn};
use crate::id::{PersonId, StatementId};
use crate::record::sureness::Sureness;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::Topic;
use crate::time::When;

impl Source<'_> {
    /// Every statement or source behind the reasons that was taken back by the day, in the order of the log.
    pub(super) fn taken_back(&self) -> Vec<RecordLine> {
        let mut lines: Vec<RecordLine> =
            self.in_reasons().into_iter().flat_map(|id| self.taken_back_of(id)).collect();
        lines.sort_by_key(|line| line.because.last().copied());
        lines
    }

    /// Those that were taken back after the decision: it was taken on what no longer stands.
    pub(super) fn taken_back_since(&self) -> Vec<RecordLine> {
        let mut lines = self.taken_back();
        lines.retain(|it| matches!(it.tells, Telling::TakenBack { after_the_decision: true, .. }));
        lines
    }

    fn taken_back_of(&self, id: &StatementId) -> Vec<RecordLine> {
        let Some(record) = self.dossier.statements().get(id) else { return Vec::new() };
        let mut lines = Vec::new();
        for dated in record.history.until(self.at) {
            let StatementEvent::Withdraw(withdrawal) = &dated.transition else { continue };
            let Some(entry) = self.dossier.entry(dated.seq) else { continue };
            if matches!(withdrawal.taken_back, Withdrawn::Statement(_)) {
                let why = self.said(Topic::WithdrawalWhy, dated.seq, &entry.by, None, &withdrawal.reason);
                let of = &record.claim.by;
                lines.extend(
                    self.taken_back_line(id, false, of, dated.seq, &dated.occurred).map(|it| it.with(why)),
                );
            }
        }
        for evidence in record.evidence.iter().filter_map(|id| self.dossier.evidence().get(id)) {
            let Some((seq, when)) = evidence.withdrawn.as_ref() else { continue };
            if self.counts(*seq, when) && self.counts(evidence.added.seq, &evidence.added.occurred) {
                let of = &evidence.added.what.borne_by;
                lines.extend(self.taken_back_line(id, true, of, *seq, when));
            }
        }
        lines
    }

    fn taken_back_line(
        &self,
        id: &StatementId,
        source: bool,
        of: &PersonId,
        seq: u64,
        when: &When,
    ) -> Option<RecordLine> {
        let (claim, about, _) = self.claim(id)?;
        let fact = self.assessment.uncertainties.facts.iter().find(|it| it.statement == *id)?;
        let decided = self.record.machines.decision().until(self.at).last();
        // On the day of the decision itself the log's order says which came first.
        let after_the_decision = decided.is_some_and(|decided| {
            let (then, decided_on) = (when.first_day(), decided.occurred.first_day());
            then > decided_on || (then == decided_on && seq > decided.seq)
        });
        let because = [claim.entry, seq];
        let tells = Telling::TakenBack {
            statement: id.clone(),
            sureness: Sureness::of(fact),
            source,
            of: of.clone(),
            on: *when,
            after_the_decision,
            about: about.to_vec(),
            claim,
        };
        Some(RecordLine::new(tells, because))
    }
}
