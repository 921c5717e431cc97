//! Parts 4 and 5: what is established and what is not; what goes well.

use std::collections::BTreeSet;

use super::Source;
use crate::assess::FactStand;
use crate::fact::{Nature, Origin, StatementEvent, Withdrawn};
use crate::finding::Answerer;
use crate::id::{PersonId, StatementId};
use crate::person::Role;
use crate::record::quote::Quote;
use crate::record::sureness::Sureness;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{Blank, SourceKind, SourceWho, Topic};
use crate::step::Answer;

impl Source<'_> {
    /// The statements that the reasons for this step name, for it or against it.
    pub(super) fn in_reasons(&self) -> BTreeSet<&StatementId> {
        let mut named = BTreeSet::new();
        for dated in self.record.weighing.until(self.at) {
            for (_, view) in dated.transition.views() {
                named.extend(view.statements_for.iter().chain(&view.statements_against));
            }
        }
        for answered in self.record.answers.iter().filter(|it| self.counts(it.seq, &it.occurred)) {
            if let Answer::ExpectedInsufficient { relies_on } = &answered.what.answer {
                named.extend(relies_on);
            }
        }
        for urgency in self.record.urgency.iter().filter(|it| self.counts(it.seq, &it.occurred)) {
            named.extend(&urgency.what.relies_on);
        }
        named
    }

    /// The statements that bear on this step: those in its reasons, and all others but those on another child alone.
    fn bearing(&self) -> Vec<(&FactStand, bool)> {
        let named = self.in_reasons();
        let people = self.dossier.people();
        let facts = self.assessment.uncertainties.facts.iter();
        facts
            .filter_map(|fact| {
                let record = self.dossier.statements().get(&fact.statement)?;
                let about = &record.claim.what.about;
                let in_reasons = named.contains(&fact.statement);
                let of_another_child = !about.is_empty()
                    && about.iter().all(|id| *id != self.step.about && people.role(id) == Some(Role::Child));
                (in_reasons || !of_another_child).then_some((fact, in_reasons))
            })
            .collect()
    }

    pub(super) fn claim(&self, statement: &StatementId) -> Option<(Quote, &[PersonId], Option<Nature>)> {
        let claim = &self.dossier.statements().get(statement)?.claim;
        // A statement without words says nothing that could be quoted.
        let quote = self.quote(claim.seq, &claim.by, &claim.what.text)?;
        Some((quote, &claim.what.about, claim.what.nature.said().copied()))
    }

    pub(super) fn facts(&self) -> Vec<RecordLine> {
        let mut facts: Vec<(Sureness, RecordLine)> = self
            .bearing()
            .into_iter()
            .filter_map(|(fact, in_reasons)| Some((Sureness::of(fact), self.fact(fact, in_reasons)?)))
            .collect();
        facts.sort_by_key(|(sureness, _)| *sureness);
        if facts.is_empty() {
            return vec![self.not_on_record(Blank::Facts, vec![Answerer::ThoseWhoWeigh])];
        }
        facts.into_iter().map(|(_, line)| line).collect()
    }

    fn fact(&self, fact: &FactStand, in_reasons: bool) -> Option<RecordLine> {
        let record = self.dossier.statements().get(&fact.statement)?;
        let (claim, about, nature) = self.claim(&fact.statement)?;
        let mut below = Vec::new();
        let mut finder = None;
        let stands = !fact.withdrawn && !fact.reopened;
        for dated in record.history.until(self.at) {
            match &dated.transition {
                StatementEvent::Find { by, finding } if stands => {
                    finder = Some(by.clone());
                    below.retain(|line: &RecordLine| {
                        !matches!(line.tells, Telling::Said { topic: Topic::FindingWhy, .. })
                    });
                    below.extend(self.said(Topic::FindingWhy, dated.seq, by, None, &finding.why));
                }
                StatementEvent::Find { .. } => {}
                StatementEvent::Withdraw(it) => {
                    let by = self.dossier.entry(dated.seq).map(|entry| &entry.by)?;
                    if matches!(it.taken_back, Withdrawn::Statement(_)) {
                        below.extend(self.said(Topic::WithdrawalWhy, dated.seq, by, None, &it.reason));
                    }
                }
            }
        }
        below.extend(record.evidence.iter().filter_map(|id| self.source(id)));
        let tells = Telling::Fact {
            statement: fact.statement.clone(),
            sureness: Sureness::of(fact),
            about: about.to_vec(),
            nature,
            found: fact.found.filter(|_| stands),
            finder,
            roots_for: fact.roots_for,
            roots_against: fact.roots_against,
            untraced: fact.untraced,
            mentions: fact.mentions,
            reopened: fact.reopened,
            withdrawn: fact.withdrawn,
            in_reasons,
            claim,
        };
        Some(RecordLine::new(tells, fact.because.iter().copied()).with(below))
    }

    fn source(&self, id: &crate::id::EvidenceId) -> Option<RecordLine> {
        let record = self.dossier.evidence().get(id)?;
        let added = &record.added;
        if !self.counts(added.seq, &added.occurred) {
            return None;
        }
        let mut title = None;
        let mut told_by = None;
        let kind = match &added.what.origin {
            Origin::OwnObservation => SourceKind::OwnObservation,
            Origin::Document { title: words, copies } => {
                title = Some(words);
                if copies.is_empty() { SourceKind::Document } else { SourceKind::Copy }
            }
            Origin::ExpertReport { title: words } => {
                title = Some(words);
                SourceKind::ExpertReport
            }
            Origin::ToldByEvidence { evidence } => {
                told_by = self.dossier.evidence().get(evidence).map(|it| it.added.what.borne_by.clone());
                SourceKind::Told
            }
            Origin::ToldByPerson { person } => {
                told_by = Some(person.clone());
                SourceKind::Told
            }
            Origin::Untraced => SourceKind::Untraced,
        };
        let withdrawn = record.withdrawn.as_ref().filter(|(_, when)| self.has_occurred(when));
        let tells = Telling::Source {
            by: SourceWho::Named(added.what.borne_by.clone()),
            polarity: added.what.polarity,
            kind,
            told_by: told_by.map(SourceWho::Named),
            withdrawn: withdrawn.is_some(),
            objections: self.objections(added.seq),
        };
        let because = [Some(added.seq), withdrawn.map(|(seq, _)| *seq)].into_iter().flatten();
        let contests = self.objections(added.seq).into_iter().map(|it| it.entry);
        let title = title.and_then(|words| self.said(Topic::Title, added.seq, &added.by, None, words));
        Some(RecordLine::new(tells, because.chain(contests)).with(title))
    }

    pub(super) fn strengths(&self) -> Vec<RecordLine> {
        let mut lines = self.of_nature(Nature::Strength);
        lines.extend(self.in_views(Topic::Strength));
        if lines.is_empty() {
            lines.push(self.not_on_record(Blank::Strengths, vec![Answerer::ThoseWhoWeigh]));
        }
        lines
    }

    /// Statements of one nature, by their words and how sure people are of them: their sources stand in part 4.
    pub(super) fn of_nature(&self, wanted: Nature) -> Vec<RecordLine> {
        let facts = self.bearing().into_iter().filter_map(|(fact, in_reasons)| {
            let (claim, about, nature) = self.claim(&fact.statement)?;
            // A worry on which nobody built is told in part 4, with what people made of it.
            if nature != Some(wanted) || fact.withdrawn || (wanted == Nature::Worry && !in_reasons) {
                return None;
            }
            let tells = Telling::RestsOn {
                polarity: None,
                statement: fact.statement.clone(),
                sureness: Sureness::of(fact),
                about: about.to_vec(),
                claim,
            };
            Some(RecordLine::new(tells, fact.because.iter().copied()))
        });
        facts.collect()
    }
}
