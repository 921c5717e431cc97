//! Part 3: what happened according to each, in their own words; and part 11, who does not agree.

use super::Source;
use crate::consent::ConsentEvent;
use crate::consent::Scope;
use crate::dossier::Event;
use crate::finding::Answerer;
use crate::id::PersonId;
use crate::machine::Machine as _;
use crate::perspective::{Effect, Mode, PerspectiveEvent};
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{Blank, Hearing, Topic};
use crate::said::Said;
use crate::sentence::Sentence;
use crate::weighing::{Dissent, Weighed, WeighingEvent};

impl Source<'_> {
    pub(super) fn accounts(&self) -> Vec<RecordLine> {
        let mut lines = Vec::new();
        lines.extend(self.detail(Topic::WhatHappened, |it| &it.what_happened));
        for stand in &self.assessment.uncertainties.perspectives {
            // A perspective that matters for another step only, and of which nothing is on record, has no place here.
            if stand.because.is_empty() && !stand.relevant_for.contains(self.id) {
                continue;
            }
            lines.push(self.account(&stand.person, stand.because.clone()));
        }
        if lines.is_empty() {
            lines.push(self.not_on_record(Blank::Accounts, self.proposer()));
        }
        lines
    }

    fn account(&self, person: &PersonId, because: Vec<u64>) -> RecordLine {
        let stands = match self.dossier.perspective_on(person, self.at).state() {
            "Invited" => Hearing::Invited,
            "Heard" => Hearing::Heard,
            "Confirmed" => Hearing::Confirmed,
            "Contested" => Hearing::Contested,
            "Declined" => Hearing::Declined,
            "NotHeard" => Hearing::NotHeard,
            _ => Hearing::Unheard,
        };
        let line = RecordLine::new(Telling::Perspective { person: person.clone(), stands }, because);
        let Some(history) = self.dossier.perspective(person) else { return line };
        let heard: Vec<u64> = history
            .until(self.at)
            .filter(|it| matches!(it.transition, PerspectiveEvent::Hear(_)))
            .map(|it| it.seq)
            .collect();
        let mut below: Vec<RecordLine> = Vec::new();
        for dated in history.until(self.at) {
            let seq = dated.seq;
            let Some(entry) = self.dossier.entry(seq) else { continue };
            match &dated.transition {
                PerspectiveEvent::Hear(it) => {
                    let tells = Telling::Told {
                        person: person.clone(),
                        on: dated.occurred,
                        forum: it.forum,
                        hearer: it.hearer.said().cloned(),
                        seen: it.mode == Said::Said(Mode::Seen),
                        replaced: heard.last() != Some(&seq),
                    };
                    // What was seen of somebody are the words of who saw it, and never their own.
                    let (topic, of) = match it.mode {
                        Said::Said(Mode::Seen) => (Topic::AccountSeen, &entry.by),
                        Said::Said(Mode::ThroughRepresentative) => (Topic::AccountThrough, person),
                        _ => (Topic::Account, person),
                    };
                    let account =
                        it.account.said().and_then(|words| self.said(topic, seq, of, Some(person), words));
                    below.push(RecordLine::new(tells, [seq]).with(account));
                }
                PerspectiveEvent::Contest(it) => {
                    below.extend(self.said(Topic::Correction, seq, person, Some(person), &it.correction));
                }
                PerspectiveEvent::Decline(it) => {
                    below.extend(
                        it.reason.said().and_then(|words| {
                            self.said(Topic::DeclineReason, seq, person, Some(person), words)
                        }),
                    );
                }
                PerspectiveEvent::NotHear(it) => {
                    below.extend(self.said(Topic::NotHeardReason, seq, &entry.by, Some(person), &it.reason));
                }
                PerspectiveEvent::Effect(it) => {
                    let (topic, words) = match &it.effect {
                        Effect::Changed { what } => (Topic::Changed, what),
                        Effect::Nothing { why } => (Topic::ChangedNothing, why),
                    };
                    below.extend(self.said(topic, seq, &entry.by, Some(person), words));
                }
                PerspectiveEvent::Invite(_)
                | PerspectiveEvent::Confirm(_)
                | PerspectiveEvent::OpenCycle
                | PerspectiveEvent::StillStands(_) => {}
            }
        }
        line.with(below)
    }

    pub(super) fn dissent(&self) -> Vec<RecordLine> {
        let mut lines: Vec<RecordLine> = self
            .record
            .weighing
            .as_of(self.at)
            .dissent()
            .iter()
            .map(|dissent| {
                let seq = self.entry_of(dissent);
                let why = seq.and_then(|seq| {
                    self.said(Topic::DissentWhy, seq, &dissent.by, Some(&dissent.by), &dissent.why)
                });
                let tells = Telling::Dissents {
                    by: dissent.by.clone(),
                    on: self.matter(&dissent.on),
                    verdict: dissent.verdict,
                };
                RecordLine::new(tells, seq).with(why)
            })
            .collect();
        lines.extend(self.objecting());
        lines.extend(self.not_consenting());
        if lines.is_empty() {
            lines.push(self.not_on_record(Blank::Dissent, vec![Answerer::ThoseWhoWeigh]));
        }
        lines
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
