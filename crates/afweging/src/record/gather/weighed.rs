//! Parts 6, 7 and 8: by which norm, what spoke for it and against it, which lighter help was looked at.

use super::Source;
use crate::assess::{CandidateStanding, CandidateView, settled_grounds};
use crate::fact::{Nature, Polarity};
use crate::finding::Answerer;
use crate::id::StatementId;
use crate::intrusion::Compared;
use crate::machine::{Dated, Machine as _};
use crate::narrative::Narrative;
use crate::record::sureness::Sureness;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{AnswerWord, Blank, Topic};
use crate::step::{AlternativeOption, Answer, Candidate};
use crate::weighing::{View, Weighing, WeighingEvent};

impl Source<'_> {
    /// The latest view of each person on each matter, in the order in which they were given.
    fn views(&self) -> Vec<(&crate::id::PersonId, &View, u64)> {
        let mut latest: Vec<(&crate::id::PersonId, &View, u64)> = Vec::new();
        for dated in self.record.weighing.until(self.at) {
            for (by, view) in dated.transition.views() {
                latest.retain(|(other, old, _)| *other != by || old.on != view.on);
                latest.push((by, view, dated.seq));
            }
        }
        latest
    }

    /// What views say on a topic. The same words of the same person stand once.
    pub(super) fn in_views(&self, topic: Topic) -> Vec<RecordLine> {
        let mut told: Vec<(&crate::id::PersonId, &Narrative)> = Vec::new();
        let mut lines = Vec::new();
        for (by, view, seq) in self.views() {
            let words: Vec<&Narrative> = match topic {
                Topic::Strength => view.strengths.iter().collect(),
                Topic::Concern => view.concerns.iter().collect(),
                Topic::Norm => view.norm.said().into_iter().collect(),
                Topic::Threshold => view.threshold_for_action.said().into_iter().collect(),
                _ => Vec::new(),
            };
            for words in words {
                if told.contains(&(by, words)) {
                    continue;
                }
                told.push((by, words));
                lines.extend(self.said(topic, seq, by, Some(by), words));
            }
        }
        lines
    }

    pub(super) fn worries(&self) -> Vec<RecordLine> {
        let mut lines = self.of_nature(Nature::Worry);
        lines.extend(self.in_views(Topic::Concern));
        lines.extend(self.detail(Topic::Severity, |it| &it.severity));
        lines.extend(self.detail(Topic::Causes, |it| &it.causes));
        lines.extend(self.detail(Topic::Maintaining, |it| &it.maintaining));
        lines.extend(self.detail(Topic::NeededNow, |it| &it.needed_now));
        let mut judges = Vec::new();
        let mut grounds = Vec::new();
        for settled in settled_grounds(self.dossier, self.pack, self.id, self.at) {
            let Some(ground) = self.pack.ground(&settled.ground) else { continue };
            judges.extend(settled.people.iter().cloned());
            let tells = Telling::Ground {
                label: ground.labels.clone(),
                question: ground.text.clone(),
                open_norm: ground.open_norm,
                verdict: settled.verdict,
                judged_by: settled.people,
                cite: ground.cite.clone(),
            };
            grounds.push(RecordLine::new(tells, settled.because));
        }
        let norms = self.in_views(Topic::Norm);
        if grounds.is_empty() && norms.is_empty() {
            lines.push(self.not_on_record(Blank::Norm, vec![Answerer::ThoseWhoWeigh]));
        }
        lines.extend(grounds);
        lines.extend(norms);
        lines.extend(self.in_views(Topic::Threshold));
        judges.extend(self.step.rests_on_judgement_of.iter().cloned());
        judges.sort_unstable();
        judges.dedup();
        if !judges.is_empty() {
            let because: Vec<u64> = self
                .views()
                .iter()
                .filter(|(by, _, _)| judges.contains(by))
                .map(|(_, _, seq)| *seq)
                .collect();
            lines.push(RecordLine::new(Telling::JudgementOf { people: judges }, because));
        }
        lines
    }

    pub(super) fn for_and_against(&self) -> Vec<RecordLine> {
        let mut lines = Vec::new();
        lines.extend(self.detail(Topic::Goal, |it| &it.goal));
        lines.extend(self.detail(Topic::BestInterests, |it| &it.best_interests));
        let views = self.views();
        if views.is_empty() {
            lines.push(self.not_on_record(Blank::Views, vec![Answerer::ThoseWhoWeigh]));
        }
        for (by, view, seq) in views {
            let mut below: Vec<RecordLine> = Vec::new();
            below.extend(self.said(Topic::ViewWhy, seq, by, Some(by), &view.why));
            let named =
                [(Polarity::Supports, &view.statements_for), (Polarity::Opposes, &view.statements_against)];
            for (polarity, statements) in named {
                below.extend(statements.iter().filter_map(|id| self.rests_on(polarity, id, seq)));
            }
            let tells = Telling::View { by: by.clone(), on: self.matter(&view.on), verdict: view.verdict };
            lines.push(RecordLine::new(tells, [seq]).with(below));
        }
        lines.extend(self.together());
        lines.extend(self.dialogue());
        lines
    }

    /// What weighing together did: who moved after what, who weighs under seal, whose seal was never opened.
    fn together(&self) -> Vec<RecordLine> {
        let weighing = &self.assessment.uncertainties.weighing;
        let Some(stand) = weighing.iter().find(|it| it.step == *self.id) else { return Vec::new() };
        let mut lines = Vec::new();
        for it in &stand.shifts {
            let tells = Telling::Shifted {
                by: it.by.clone(),
                on: it.label.clone(),
                from: it.from,
                to: it.to,
                round: it.round,
                after: it.after,
            };
            lines.push(RecordLine::new(tells, it.because.iter().copied()));
        }
        for it in &stand.never_opened {
            let tells = Telling::NeverOpened { by: it.by.clone(), on: it.label.clone() };
            lines.push(RecordLine::new(tells, [it.because]));
        }
        if let Some(sealing) = &stand.sealing {
            let agreed = self.record.weighing.until(self.at);
            let agreed = agreed.filter(|it| matches!(it.transition, WeighingEvent::AgreeSealing(_))).last();
            let tells = Telling::UnderSeal {
                circle: sealing.circle.clone(),
                on: sealing.labels.clone(),
                waiting: sealing.waiting.clone(),
            };
            lines.push(RecordLine::new(tells, agreed.map(|it| it.seq)));
        }
        lines
    }

    fn rests_on(&self, polarity: Polarity, statement: &StatementId, seq: u64) -> Option<RecordLine> {
        let (claim, about, _) = self.claim(statement)?;
        let fact = self.assessment.uncertainties.facts.iter().find(|it| it.statement == *statement)?;
        let tells = Telling::RestsOn {
            polarity: Some(polarity),
            statement: statement.clone(),
            sureness: Sureness::of(fact),
            about: about.to_vec(),
            claim,
        };
        Some(RecordLine::new(tells, [seq]))
    }

    fn dialogue(&self) -> Option<RecordLine> {
        let state = self.record.weighing.as_of(self.at);
        let opened = state.opened().last();
        let dated: Vec<&Dated<WeighingEvent>> = self
            .record
            .weighing
            .until(self.at)
            .filter(|it| {
                !matches!(
                    it.transition,
                    WeighingEvent::View { .. }
                        | WeighingEvent::AgreeSealing(_)
                        | WeighingEvent::Seal { .. }
                        | WeighingEvent::Reveal(_)
                )
            })
            .collect();
        if dated.is_empty() {
            return None;
        }
        let tells = Telling::Dialogue {
            state: state.state(),
            participants: opened.map(|it| it.what.participants.clone()).unwrap_or_default(),
            invited: opened.map(|it| it.what.invited.clone()).unwrap_or_default(),
            declined: opened
                .map(|it| it.what.declined.iter().map(|declined| declined.person.clone()).collect())
                .unwrap_or_default(),
            contradiction_by: opened.and_then(|it| it.what.contradiction_by.said().cloned()),
        };
        let mut why = None;
        if let Weighing::Converged(_) = &*state {
            why = dated.iter().rev().find_map(|it| match &it.transition {
                WeighingEvent::Converge(convergence) => {
                    let by = &self.dossier.entry(it.seq)?.by;
                    self.said(Topic::DialogueWhy, it.seq, by, None, &convergence.why)
                }
                _ => None,
            });
        }
        Some(RecordLine::new(tells, dated.iter().map(|it| it.seq)).with(why))
    }

    pub(super) fn lighter(&self) -> Vec<RecordLine> {
        let mut lines: Vec<RecordLine> =
            self.step.candidates.iter().map(|candidate| self.candidate(candidate)).collect();
        if lines.is_empty() {
            lines.push(self.not_on_record(Blank::Lighter, vec![Answerer::ThoseWhoWeigh]));
        }
        lines
    }

    fn candidate(&self, candidate: &CandidateView) -> RecordLine {
        let (answer, falls, because) = match &candidate.standing {
            CandidateStanding::Unanswered => (AnswerWord::Unanswered, None, None),
            CandidateStanding::Stands { answer, because } => (word(answer), None, Some(*because)),
            CandidateStanding::DoesNotStand { answer, why, because } => {
                (word(answer), Some(self.with_names(why)), Some(*because))
            }
            CandidateStanding::Adequate { because } => (AnswerWord::Adequate, None, Some(*because)),
            CandidateStanding::AdequateButHeavier { because } => {
                (AnswerWord::AdequateButHeavier, None, Some(*because))
            }
        };
        // What somebody named in their own words is a quote, with an entry.
        let named = candidate.one_of.first().and_then(|first| match first {
            Candidate::Alternative(id) => self.dossier.alternatives().get(id),
            _ => None,
        });
        let own_words = named.and_then(|named| match &named.what.option {
            AlternativeOption::OwnWords { text, .. } => {
                self.said(Topic::Alternative, named.seq, &named.by, None, text)
            }
            AlternativeOption::Measure { .. } => None,
        });
        let label = own_words.is_none().then(|| self.with_names(&candidate.label));
        let is_measured = candidate.compares != Compared::NotMeasured;
        let comparison = is_measured.then(|| candidate.comparison.clone());
        let mut line = RecordLine::new(
            Telling::Candidate { label, comparison, answer, falls },
            because.into_iter().chain(named.map(|named| named.seq)),
        )
        .with(own_words);
        let answered = because.and_then(|seq| self.record.answers.iter().find(|it| it.seq == seq));
        if let Some(answered) = answered {
            line.below.extend(self.said(
                Topic::AnswerWhy,
                answered.seq,
                &answered.by,
                None,
                &answered.what.why,
            ));
            if let Answer::NotAvailable { asked_on, not_before, owed_by, meanwhile } = &answered.what.answer {
                let tells = Telling::Shortfall {
                    owed_by: owed_by.said().cloned().into_iter().collect(),
                    since: asked_on.said().copied(),
                    not_before: not_before.said().copied(),
                };
                let below = self.said_if(Topic::Meanwhile, answered.seq, &answered.by, meanwhile);
                line.below.push(RecordLine::new(tells, [answered.seq]).with(below));
            }
        }
        line
    }

    pub(super) fn who_weigh(&self) -> Vec<Answerer> {
        vec![Answerer::ThoseWhoWeigh]
    }
}

fn word(answer: &str) -> AnswerWord {
    match answer {
        "tried_insufficient" => AnswerWord::Tried,
        "refused" => AnswerWord::Refused,
        "not_available" => AnswerWord::NotAvailable,
        "adequate" => AnswerWord::Adequate,
        _ => AnswerWord::Expected,
    }
}
