//! Parts 9, 10 and 14: what can go wrong, what is expected and when people look, who keeps watch.

use super::Source;
use crate::dossier::WatchEvent;
use crate::finding::Answerer;
use crate::id::PersonId;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{Blank, Topic};
use crate::said::Said;
use crate::step::{ExecutionEvent, PlanBAnswer};

impl Source<'_> {
    /// A detail, or that it is not on record.
    fn detail_or(
        &self,
        topic: Topic,
        blank: Blank,
        of: impl Fn(&crate::step::StepDetails) -> &Said<crate::narrative::Narrative>,
    ) -> RecordLine {
        self.detail(topic, of).unwrap_or_else(|| self.not_on_record(blank, self.who_weigh()))
    }

    pub(super) fn errors(&self) -> Vec<RecordLine> {
        let mut lines = vec![
            self.detail_or(Topic::WrongIfTaken, Blank::WrongIfTaken, |it| &it.error_if_wrongly_taken),
            self.detail_or(Topic::WrongIfNotTaken, Blank::WrongIfNotTaken, |it| {
                &it.error_if_wrongly_not_taken
            }),
        ];
        let details: Vec<_> =
            self.record.details.iter().filter(|it| self.counts(it.seq, &it.occurred)).collect();
        for (place, said) in details.iter().enumerate() {
            for burden in &said.what.burdens {
                let again = details
                    .iter()
                    .skip(place.saturating_add(1))
                    .any(|later| later.what.burdens.iter().any(|it| it.person == burden.person));
                if !again {
                    let of = if said.seq == self.record.proposal.seq {
                        &self.record.proposal.what.proposed_by
                    } else {
                        &said.by
                    };
                    lines.extend(self.said(
                        Topic::Burden,
                        said.seq,
                        of,
                        Some(&burden.person),
                        &burden.burden,
                    ));
                }
            }
        }
        lines.extend(self.detail(Topic::Repair, |it| &it.repair));
        lines
    }

    pub(super) fn expectation(&self) -> Vec<RecordLine> {
        let mut lines = vec![
            self.detail_or(Topic::IfTaken, Blank::IfTaken, |it| &it.if_taken),
            self.detail_or(Topic::IfNotTaken, Blank::IfNotTaken, |it| &it.if_not_taken),
        ];
        let mut next = self.proposed_review();
        let mut reviews = Vec::new();
        for dated in self.record.machines.execution().until(self.at) {
            let ExecutionEvent::Review(it) = &dated.transition else { continue };
            let Some(entry) = self.dossier.entry(dated.seq) else { continue };
            next = it.next_review.said().map(|day| (*day, dated.seq));
            let tells = Telling::Reviewed { on: dated.occurred, by: entry.by.clone(), outcome: it.outcome };
            let mut below = Vec::new();
            below.extend(self.said(Topic::ReviewWhy, dated.seq, &entry.by, None, &it.why));
            below.extend(self.said_if(Topic::Happened, dated.seq, &entry.by, &it.happened));
            below.extend(self.said_if(Topic::Adapt, dated.seq, &entry.by, &it.adapt));
            below.extend(self.said_if(Topic::Lesson, dated.seq, &entry.by, &it.lesson));
            below.extend(self.plan_b(dated.seq, &entry.by, &it.plan_b_taken));
            below.extend(self.said_if(Topic::MindChangeSeen, dated.seq, &entry.by, &it.mind_change));
            reviews.push(RecordLine::new(tells, [dated.seq]).with(below));
        }
        lines.push(match next {
            Some((on, seq)) => RecordLine::new(Telling::Review { on }, [seq]),
            None => self.not_on_record(Blank::Review, self.who_weigh()),
        });
        lines.extend(reviews);
        lines.push(self.detail_or(Topic::MindChange, Blank::MindChange, |it| &it.would_change_our_mind));
        lines.extend(self.mind_changes());
        lines.extend(self.detail(Topic::StopWhen, |it| &it.stop_when));
        lines.extend(self.detail(Topic::PlanB, |it| &it.plan_b));
        lines
    }

    /// What a review says of plan B.
    fn plan_b(&self, seq: u64, by: &PersonId, answer: &Said<PlanBAnswer>) -> Option<RecordLine> {
        match answer.said()? {
            PlanBAnswer::TakenUp { how } => self.said(Topic::PlanBTakenUp, seq, by, None, how),
            PlanBAnswer::NotTakenUp { why } => self.said(Topic::PlanBNotTakenUp, seq, by, None, why),
        }
    }

    /// The later entries that a person named as ones that would change people's mind.
    fn mind_changes(&self) -> Vec<RecordLine> {
        self.record
            .mind_changes
            .iter()
            .filter(|it| self.counts(it.seq, &it.occurred) && !self.dossier.is_corrected(it.what.entry))
            .filter_map(|it| {
                let mut line = self.said(Topic::MindChanged, it.seq, &it.by, None, &it.what.why)?;
                line.because.push(it.what.entry);
                Some(line)
            })
            .collect()
    }

    pub(super) fn watch(&self) -> Vec<RecordLine> {
        let mut lines: Vec<RecordLine> = self
            .dossier
            .watchers(self.at)
            .into_iter()
            .map(|(person, because)| RecordLine::new(Telling::Watches { person }, [because]))
            .collect();
        if lines.is_empty() {
            let closed = self
                .dossier
                .watch_events()
                .iter()
                .filter(|it| self.counts(it.seq, &it.occurred))
                .rfind(|it| matches!(it.what, WatchEvent::Close(_)));
            lines.push(match closed {
                Some(closed) => RecordLine::new(Telling::Closed { on: closed.occurred }, [closed.seq]),
                None => {
                    let professionals = self.dossier.people().iter().filter(|it| {
                        it.what.role.is_professional()
                            && !it.what.role.is_court()
                            && self.has_occurred(&it.occurred)
                    });
                    let who = professionals.map(|it| Answerer::Person(it.what.person.clone())).collect();
                    self.not_on_record(Blank::Watch, who)
                }
            });
        }
        lines.extend(self.detail(Topic::AroundTheClock, |it| &it.safety_around_the_clock));
        lines
    }
}
