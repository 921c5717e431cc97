//! Part 8: which lighter help was looked at. One line per option, under its class where several are just as intrusive.

use super::Source;
use crate::assess::{CandidateStanding, CandidateView};
use crate::dossier::Recorded;
use crate::finding::Answerer;
use crate::intrusion::Compared;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{AnswerWord, Blank, Topic};
use crate::sentence::Sentence;
use crate::step::{AlternativeOption, Answer, Candidate, CandidatesAnswered};

impl Source<'_> {
    pub(super) fn lighter(&self) -> Vec<RecordLine> {
        let mut lines: Vec<RecordLine> =
            self.step.candidates.iter().map(|candidate| self.looked_at(candidate)).collect();
        if lines.is_empty() {
            lines.push(self.not_on_record(Blank::Lighter, vec![Answerer::ThoseWhoWeigh]));
        }
        lines
    }

    /// One candidate. A class of the law has an option in each of its measures; elsewhere the forms are names of one.
    fn looked_at(&self, candidate: &CandidateView) -> RecordLine {
        let is_measured = candidate.compares != Compared::NotMeasured;
        let comparison = is_measured.then(|| candidate.comparison.clone());
        let options = &candidate.one_of;
        let is_class = options.len() > 1 && options.iter().all(|it| matches!(it, Candidate::Measure { .. }));
        if !is_class {
            return self.only_option(candidate, comparison);
        }
        let below = options.iter().map(|option| self.option_of_class(candidate, option));
        let mut line = RecordLine::new(Telling::CandidateClass { comparison }, []).with(below);
        line.because = line.below.iter().flat_map(|it| it.because.clone()).collect();
        line
    }

    fn only_option(&self, candidate: &CandidateView, comparison: Option<Sentence>) -> RecordLine {
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
        let answered = entry_of(&candidate.standing).and_then(|seq| self.answer_in(seq));
        let (answer, falls) = self.counted(&candidate.standing);
        let mut line = self.option(label, comparison, answer, falls, answered);
        line.because.extend(named.map(|named| named.seq));
        line.below.splice(0..0, own_words);
        line
    }

    /// One measure of a class. The answer that counts for the class may name another of them: that is told as it is.
    fn option_of_class(&self, candidate: &CandidateView, option: &Candidate) -> RecordLine {
        let counting = entry_of(&candidate.standing).and_then(|seq| self.answer_in(seq));
        let names_it = |it: &&Recorded<CandidatesAnswered>| it.what.candidates.contains(option);
        let own = counting.filter(names_it).or_else(|| {
            let mut answers = self.record.answers.iter().filter(|it| self.counts(it.seq, &it.occurred));
            answers.rfind(names_it)
        });
        let label = Some(self.measure_of(option));
        match own {
            Some(own) if Some(own.seq) == entry_of(&candidate.standing) => {
                let (answer, falls) = self.counted(&candidate.standing);
                self.option(label, None, answer, falls, Some(own))
            }
            Some(own) => self.option(label, None, of_answer(&own.what.answer), None, Some(own)),
            None if counting.is_some() => self.option(label, None, AnswerWord::ByItsClass, None, None),
            None => self.option(label, None, AnswerWord::Unanswered, None, None),
        }
    }

    fn option(
        &self,
        label: Option<Sentence>,
        comparison: Option<Sentence>,
        answer: AnswerWord,
        falls: Option<Sentence>,
        answered: Option<&Recorded<CandidatesAnswered>>,
    ) -> RecordLine {
        let tells = Telling::Candidate {
            label,
            comparison,
            answer,
            by: answered.map(|it| it.by.clone()),
            on: answered.map(|it| it.occurred),
            falls,
        };
        let mut line = RecordLine::new(tells, answered.map(|it| it.seq));
        let Some(answered) = answered else { return line };
        line.below.extend(self.said(Topic::AnswerWhy, answered.seq, &answered.by, None, &answered.what.why));
        if let Answer::NotAvailable { asked_on, not_before, owed_by, meanwhile } = &answered.what.answer {
            let tells = Telling::Shortfall {
                owed_by: owed_by.said().cloned().into_iter().collect(),
                since: asked_on.said().copied(),
                not_before: not_before.said().copied(),
            };
            let below = self.said_if(Topic::Meanwhile, answered.seq, &answered.by, meanwhile);
            line.below.push(RecordLine::new(tells, [answered.seq]).with(below));
        }
        line
    }

    fn answer_in(&self, seq: u64) -> Option<&Recorded<CandidatesAnswered>> {
        self.record.answers.iter().find(|it| it.seq == seq)
    }

    fn counted(&self, standing: &CandidateStanding) -> (AnswerWord, Option<Sentence>) {
        match standing {
            CandidateStanding::Unanswered => (AnswerWord::Unanswered, None),
            CandidateStanding::Stands { answer, .. } => (word(answer), None),
            CandidateStanding::DoesNotStand { answer, why, .. } => (word(answer), Some(self.with_names(why))),
            CandidateStanding::Adequate { .. } => (AnswerWord::Adequate, None),
            CandidateStanding::AdequateButHeavier { .. } => (AnswerWord::AdequateButHeavier, None),
        }
    }

    /// What the law of the day calls a measure with its placement, with the number by which people know it.
    fn measure_of(&self, option: &Candidate) -> Sentence {
        let Candidate::Measure { measure: id, placement } = option else { return Sentence::same("") };
        let Some(measure) = self.pack.measure(id, self.on) else {
            return self.with_names(&Sentence::same(id.as_str()));
        };
        let labels = placement.as_ref().and_then(|it| measure.placement(it)).map(|it| &it.labels);
        let named = |name: &str, placement: Option<&String>| match placement {
            Some(placement) => format!("{name} ({id}): {placement}"),
            None => format!("{name} ({id})"),
        };
        Sentence::new(
            named(&measure.labels.nl, labels.map(|it| &it.nl)),
            named(&measure.labels.en, labels.map(|it| &it.en)),
        )
    }
}

fn entry_of(standing: &CandidateStanding) -> Option<u64> {
    match standing {
        CandidateStanding::Unanswered => None,
        CandidateStanding::Stands { because, .. }
        | CandidateStanding::DoesNotStand { because, .. }
        | CandidateStanding::Adequate { because }
        | CandidateStanding::AdequateButHeavier { because } => Some(*because),
    }
}

fn of_answer(answer: &Answer) -> AnswerWord {
    match answer {
        Answer::TriedInsufficient { .. } => AnswerWord::Tried,
        Answer::ExpectedInsufficient { .. } => AnswerWord::Expected,
        Answer::Refused { .. } => AnswerWord::Refused,
        Answer::NotAvailable { .. } => AnswerWord::NotAvailable,
        Answer::Adequate => AnswerWord::Adequate,
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
