//! Parts 6 and 7: by which norm, and what spoke for it and against it.

use super::Source;
use crate::assess::settled_grounds;
use crate::fact::{Nature, Polarity};
use crate::finding::Answerer;
use crate::id::{PersonId, StatementId};
use crate::machine::{Dated, Machine as _};
use crate::narrative::Narrative;
use crate::record::sureness::Sureness;
use crate::record::telling::{NotShared, RecordLine, Telling};
use crate::record::word::{Blank, Topic};
use crate::weighing::{View, Weighed, Weighing, WeighingEvent};

impl Source<'_> {
    /// The latest view of each person on each matter, in the order in which they were given.
    fn views(&self) -> Vec<(&PersonId, &View, u64)> {
        let mut latest: Vec<(&PersonId, &View, u64)> = Vec::new();
        for dated in self.record.weighing.until(self.at) {
            for (by, view) in dated.transition.views() {
                latest.retain(|(other, old, _)| *other != by || old.on != view.on);
                latest.push((by, view, dated.seq));
            }
        }
        latest
    }

    /// Whether somebody gave a view of their own, in whatever role: on a matter, or on any.
    fn has_a_view(&self, person: &PersonId, on: Option<&Weighed>) -> bool {
        self.views().iter().any(|(by, view, _)| *by == person && on.is_none_or(|on| view.on == *on))
    }

    /// What views say on a topic. The same words of the same person stand once.
    pub(super) fn in_views(&self, topic: Topic) -> Vec<RecordLine> {
        let mut told: Vec<(&PersonId, &Narrative)> = Vec::new();
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
            let on = Weighed::Ground(settled.ground.clone());
            let agreed_by = settled.people.iter().filter(|by| !self.has_a_view(by, Some(&on))).cloned();
            let tells = Telling::Ground {
                label: ground.labels.clone(),
                question: ground.text.clone(),
                open_norm: ground.open_norm,
                verdict: settled.verdict,
                agreed_by: agreed_by.collect(),
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
            let agreed_by = judges.iter().filter(|by| !self.has_a_view(by, None)).cloned().collect();
            lines.push(RecordLine::new(Telling::JudgementOf { people: judges, agreed_by }, because));
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
        let contradicts = state.opened().iter().map(|it| &it.what.contradiction_by);
        let contradicts = contradicts.chain(state.reopened().iter().map(|it| &it.what.contradiction_by));
        let participants = each_once(state.took_part());
        let invited = state.opened().iter().map(|it| &it.what.invited);
        let invited = invited.chain(state.reopened().iter().map(|it| &it.what.invited)).flatten();
        let declined = state.opened().iter().map(|it| &it.what.declined);
        let declined = declined.chain(state.reopened().iter().map(|it| &it.what.declined)).flatten();
        let stayed_away = |people: Vec<PersonId>| -> Vec<PersonId> {
            people.into_iter().filter(|person| !participants.contains(person)).collect()
        };
        let tells = Telling::Dialogue {
            state: state.state(),
            invited: stayed_away(each_once(invited)),
            declined: stayed_away(each_once(declined.map(|it| &it.person))),
            contradiction_by: contradicts.filter_map(|it| it.said()).next_back().cloned(),
            not_shared: self.not_shared(&state),
            participants,
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

    /// Who finds otherwise than what was agreed, in their latest view on it.
    fn not_shared(&self, state: &Weighing) -> Vec<NotShared> {
        let Weighing::Converged(converged) = state else { return Vec::new() };
        let agreed = &converged.convergence().what.verdicts;
        let differing = agreed.iter().flat_map(|common| {
            let theirs = self.views().into_iter().filter(|(_, view, _)| view.on == common.on);
            theirs.filter(|(_, view, _)| view.verdict != common.verdict).map(|(by, view, _)| NotShared {
                on: self.matter(&common.on),
                by: by.clone(),
                common: common.verdict,
                verdict: view.verdict,
            })
        });
        differing.collect()
    }

    pub(super) fn who_weigh(&self) -> Vec<Answerer> {
        vec![Answerer::ThoseWhoWeigh]
    }
}

/// Each person once, in the order in which they come first.
fn each_once<'p>(people: impl Iterator<Item = &'p PersonId>) -> Vec<PersonId> {
    let mut once: Vec<PersonId> = Vec::new();
    for person in people {
        if !once.contains(person) {
            once.push(person.clone());
        }
    }
    once
}
