//! Part 11: who does not agree, and who once did not.
//!
//! No dissent is lost, and none is told as more than it is. Whoever finds otherwise *now* is told apart from who found
//! otherwise *first* and came to share what was settled, and from who finds what they always found and was joined by
//! the others.

use super::Source;
use crate::assess::settled_on;
use crate::consent::{ConsentEvent, Scope};
use crate::dossier::Event;
use crate::finding::Answerer;
use crate::id::PersonId;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{Blank, DissentWord, Topic};
use crate::sentence::Sentence;
use crate::weighing::{Dissent, Verdict, Weighed, Weighing, WeighingEvent};

impl Source<'_> {
    pub(super) fn dissent(&self) -> Vec<RecordLine> {
        let state = self.record.weighing.as_of(self.at);
        let mut lines: Vec<RecordLine> = state.dissent().iter().map(|it| self.dissenting(it)).collect();
        lines.extend(self.objecting());
        lines.extend(self.not_consenting());
        if lines.is_empty() {
            lines.push(self.not_on_record(Blank::Dissent, vec![Answerer::ThoseWhoWeigh]));
        }
        lines
    }

    fn dissenting(&self, dissent: &Dissent) -> RecordLine {
        let seq = self.entry_of(dissent);
        let why = seq
            .and_then(|seq| self.said(Topic::DissentWhy, seq, &dissent.by, Some(&dissent.by), &dissent.why));
        let tells = Telling::Dissents {
            by: dissent.by.clone(),
            on: self.matter(&dissent.on),
            verdict: dissent.verdict,
            stands: self.stands(dissent),
        };
        RecordLine::new(tells, seq).with(why)
    }

    /// Whether a dissent stands still: measured against what was settled, or against the others where nothing was.
    fn stands(&self, dissent: &Dissent) -> DissentWord {
        let latest = self.latest(&dissent.on);
        let theirs = latest.iter().find(|(by, _)| **by == dissent.by).map(|(_, verdict)| *verdict);
        // A later verdict of their own took the place of this one.
        if theirs != Some(dissent.verdict) {
            return DissentWord::First;
        }
        let settled = settled_on(self.dossier, self.pack, self.id, self.at, &dissent.on);
        let is_otherwise = |verdict: &Verdict| *verdict != dissent.verdict;
        match settled {
            Some((verdict, people)) if is_otherwise(&verdict) => {
                // Without a view of their own they took part in an agreement that came after their position.
                if people.contains(&dissent.by) { DissentWord::First } else { DissentWord::Still }
            }
            Some((_, people)) if people.iter().any(|it| *it != dissent.by) => DissentWord::Shared,
            // Whoever alone settles it, as a judge does, differs from the others all the same.
            _ if latest.iter().map(|(_, it)| it).chain(&self.agreed_on(&dissent.on)).any(is_otherwise) => {
                DissentWord::Still
            }
            _ => DissentWord::Shared,
        }
    }

    /// What people agreed on a matter, while that stands.
    fn agreed_on(&self, on: &Weighed) -> Option<Verdict> {
        let state = self.record.weighing.as_of(self.at);
        let Weighing::Converged(converged) = &*state else { return None };
        converged.convergence().what.verdicts.iter().find(|it| it.on == *on).map(|it| it.verdict)
    }

    /// What each said last on a matter, in a view or as a position.
    pub(super) fn latest(&self, on: &Weighed) -> Vec<(&PersonId, Verdict)> {
        let mut latest: Vec<(&PersonId, Verdict)> = Vec::new();
        for dated in self.record.weighing.until(self.at) {
            let positions = match &dated.transition {
                WeighingEvent::Diverge(it) => it.positions.as_slice(),
                _ => &[],
            };
            let positions = positions.iter().filter(|it| it.on == *on).map(|it| (&it.person, it.verdict));
            let views = dated.transition.views().filter(|(_, view)| view.on == *on);
            for (by, verdict) in views.map(|(by, view)| (by, view.verdict)).chain(positions) {
                latest.retain(|(other, _)| *other != by);
                latest.push((by, verdict));
            }
        }
        latest
    }

    /// The entry in which a dissent was said: a position, or a view.
    fn entry_of(&self, dissent: &Dissent) -> Option<u64> {
        self.record
            .weighing
            .until(self.at)
            .filter(|dated| match &dated.transition {
                WeighingEvent::Diverge(it) => it.positions.iter().any(|position| {
                    position.person == dissent.by
                        && position.on == dissent.on
                        && position.verdict == dissent.verdict
                        && position.why == dissent.why
                }),
                view => view.views().any(|(by, view)| {
                    *by == dissent.by
                        && view.on == dissent.on
                        && view.verdict == dissent.verdict
                        && view.why == dissent.why
                }),
            })
            .map(|dated| dated.seq)
            .last()
    }

    pub(super) fn matter(&self, on: &Weighed) -> Sentence {
        match on {
            Weighed::Ground(ground) => Sentence::from(&self.ground_labels(ground)),
            Weighed::Condition(condition) => condition.label(),
        }
    }

    /// Objections to entries that this step or its facts rest on, or to what was written down of anybody's account.
    fn objecting(&self) -> Vec<RecordLine> {
        let contests = self.dossier.contests().values().flatten();
        contests
            .filter(|it| self.counts(it.seq, &it.occurred) && self.is_of_this_step(it.what.entry))
            .map(|it| {
                let person = &it.what.person;
                let tells = Telling::Objects { person: person.clone(), entry: it.what.entry };
                let words = self.said(Topic::ObjectionWhy, it.seq, person, Some(person), &it.what.objection);
                RecordLine::new(tells, [it.seq, it.what.entry]).with(words)
            })
            .collect()
    }

    /// Whether an entry is about this step, or about no step at all.
    fn is_of_this_step(&self, seq: u64) -> bool {
        let Some(entry) = self.dossier.entry(seq) else { return false };
        let links = entry.event.links();
        let steps: Vec<_> = links
            .makes
            .iter()
            .chain(links.needs.iter().map(|(_, link)| link))
            .filter_map(|link| match link {
                crate::dossier::Link::Step(step) => Some(step),
                _ => None,
            })
            .collect();
        steps.is_empty() || steps.contains(&self.id)
    }

    /// Who refused consent to this step, or took it back, and has not given it since.
    fn not_consenting(&self) -> Vec<RecordLine> {
        let mut lines = Vec::new();
        for ((person, scope), history) in self.dossier.consents() {
            if *scope != Scope::Step(self.id.clone()) {
                continue;
            }
            let Some(last) = history.until(self.at).last() else { continue };
            let taken_back = match last.transition {
                ConsentEvent::Refuse => false,
                ConsentEvent::Withdraw => true,
                ConsentEvent::Ask(_) | ConsentEvent::Give => continue,
            };
            let reason = self.dossier.entry(last.seq).and_then(|entry| match &entry.event {
                Event::ConsentRefused(it) => it.reason.said(),
                Event::ConsentWithdrawn(it) => it.reason.said(),
                _ => None,
            });
            let words =
                reason.and_then(|words| self.said(Topic::ConsentWhy, last.seq, person, Some(person), words));
            lines.push(
                RecordLine::new(Telling::NoConsent { person: person.clone(), taken_back }, [last.seq])
                    .with(words),
            );
        }
        lines
    }
}
