//! The evidence of a dossier as it stands on a day, and where a statement comes from.

use chrono::NaiveDate;

use super::log::Dossier;
use crate::fact::{EvidenceGraph, Piece, SourceTree};
use crate::id::StatementId;
use crate::time::When;

impl Dossier {
    /// All evidence as it stands on a day, with what was told by what. Linear in the evidence, so make it once and ask
    /// it much. What was taken back, or was a mistake, is in it and counts for nothing.
    pub fn evidence_on(&self, day: NaiveDate) -> EvidenceGraph<'_> {
        let has_occurred = |when: &When| when.first_day() <= day;
        let mut pieces: Vec<(u64, Piece<'_>)> = self
            .evidence()
            .values()
            .filter(|record| has_occurred(&record.added.occurred))
            .map(|record| {
                let seq = record.added.seq;
                let was_taken_back = record.withdrawn.as_ref().is_some_and(|(_, when)| has_occurred(when));
                let is_contested = self
                    .contests()
                    .get(&seq)
                    .is_some_and(|contests| contests.iter().any(|it| has_occurred(&it.occurred)));
                let is_withdrawn = was_taken_back || self.is_corrected(seq);
                (seq, Piece { added: &record.added.what, is_withdrawn, is_contested })
            })
            .collect();
        pieces.sort_by_key(|(seq, _)| *seq);
        EvidenceGraph::new(pieces.into_iter().map(|(_, piece)| piece))
    }

    /// Where a statement comes from, as it stands on a day; nothing for one that is not there on that day, or that was a
    /// mistake.
    pub fn source_tree(&self, statement: &StatementId, day: NaiveDate) -> Option<SourceTree> {
        let claim = &self.statements().get(statement)?.claim;
        let is_there = claim.occurred.first_day() <= day && !self.is_corrected(claim.seq);
        is_there.then(|| self.evidence_on(day).tree(statement))
    }
}
