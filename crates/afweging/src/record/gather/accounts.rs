//! Part 3: what happened according to each, in their own words.

use super::Source;
use crate::id::PersonId;
use crate::machine::Machine as _;
use crate::perspective::{Effect, Mode, PerspectiveEvent};
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{Blank, Hearing, Topic};
use crate::said::Said;

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
                    let tells =
                        Telling::NoTalk { person: person.clone(), on: dated.occurred, ground: it.ground };
                    below.push(RecordLine::new(tells, [seq]));
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
}
