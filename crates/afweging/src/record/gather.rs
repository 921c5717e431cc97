//! Putting the record together: from the log and its assessment to lines, each with the entries that it rests on.

mod accounts;
mod ahead;
mod decided;
mod dissent;
mod facts;
mod lighter;
mod open;
mod rights;
mod weighed;
mod withdrawn;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::quote::{Objection, Quote, Quoted};
use super::telling::{RecordLine, Telling};
use super::word::{Blank, Part, Topic};
use super::{DecisionRecord, RecordError, RecordPart, RecordPerson};
use crate::actor::Act;
use crate::assess::{Assessment, StepAssessment};
use crate::dossier::{Dossier, ErasureGround, Event, StepRecord};
use crate::finding::Answerer;
use crate::id::{PersonId, StepId};
use crate::narrative::Narrative;
use crate::pack::{Grant, Labels, Measure, Pack};
use crate::said::Said;
use crate::sentence::{Plain, Sentence};
use crate::time::When;

/// The step, and all that the record is made of.
pub(super) struct Source<'a> {
    assessment: &'a Assessment,
    dossier: &'a Dossier,
    pack: &'a Pack,
    at: NaiveDate,
    id: &'a StepId,
    step: &'a StepAssessment,
    record: &'a StepRecord,
    /// The day of the decision, or of the record when there is none.
    on: NaiveDate,
    /// The law of that day.
    measure: Option<&'a Measure>,
    /// Erased entries, each with the ground.
    erased: BTreeMap<u64, ErasureGround>,
}

pub(super) fn gather<'a>(
    assessment: &'a Assessment,
    dossier: &'a Dossier,
    pack: &'a Pack,
    id: &'a StepId,
) -> Result<DecisionRecord, RecordError> {
    let unknown = || RecordError::UnknownStep {
        step: id.clone(),
        there_are: assessment.steps.iter().map(|step| step.step.clone()).collect(),
    };
    let step = assessment.step(id).ok_or_else(unknown)?;
    let record = dossier.steps().get(id).ok_or_else(unknown)?;
    let at = assessment.receipt.at;
    let erased = dossier.entries().iter().filter_map(|entry| match &entry.event {
        Event::Redacted(redacted) => Some((redacted.entry, redacted.ground)),
        _ => None,
    });
    let on = record.machines.decision().until(at).last().map_or(at, |it| it.occurred.first_day());
    let source = Source {
        assessment,
        dossier,
        pack,
        at,
        id,
        step,
        record,
        on,
        measure: pack.measure(&step.measure, on),
        erased: erased.collect(),
    };
    let placement =
        step.placement.as_ref().and_then(|id| Some(source.measure?.placement(id)?.labels.clone()));
    let mut parts: Vec<RecordPart> =
        Part::ALL.iter().map(|part| RecordPart { part: *part, lines: source.lines(*part) }).collect();
    let mut open = source.open();
    for line in open.iter_mut().chain(parts.iter_mut().flat_map(|part| &mut part.lines)) {
        source.only_what_had_occurred(line);
    }
    Ok(DecisionRecord {
        format: "afweging/record/1",
        receipt: assessment.receipt.clone(),
        step: id.clone(),
        measure: step.measure.clone(),
        measure_labels: source.name_of_the_measure(),
        placement,
        placement_id: step.placement.clone(),
        about: step.about.clone(),
        people: source.people(open.iter().chain(parts.iter().flat_map(|part| &part.lines))),
        open,
        parts,
    })
}

impl<'a> Source<'a> {
    fn lines(&self, part: Part) -> Vec<RecordLine> {
        match part {
            Part::Decision => self.decision(),
            Part::ForWhom => self.for_whom(),
            Part::Accounts => self.accounts(),
            Part::Facts => self.facts(),
            Part::Strengths => self.strengths(),
            Part::Worries => self.worries(),
            Part::ForAndAgainst => self.for_and_against(),
            Part::Lighter => self.lighter(),
            Part::Errors => self.errors(),
            Part::Expectation => self.expectation(),
            Part::Dissent => self.dissent(),
            Part::Authority => self.authority(),
            Part::Remedies => self.remedies(),
            Part::Watch => self.watch(),
        }
    }

    /// Everyone in the dossier by the day, and whoever a line names: the words of a reader need their roles, also of
    /// who was noted later than what they did.
    fn people<'l>(&self, lines: impl Iterator<Item = &'l RecordLine>) -> BTreeMap<PersonId, RecordPerson> {
        let named: BTreeSet<PersonId> = lines.flat_map(RecordLine::people).collect();
        let people = self.dossier.people();
        let about_is_child = people.role(&self.step.about) == Some(crate::person::Role::Child);
        people
            .iter()
            .filter(|it| self.has_occurred(&it.occurred) || named.contains(&it.what.person))
            .map(|it| {
                let (id, role) = (&it.what.person, it.what.role);
                let parent = if about_is_child {
                    people.is_parent_of(id, &self.step.about, self.at)
                } else {
                    role.is_parent()
                };
                (id.clone(), RecordPerson { role, birth: it.what.birth, parent })
            })
            .collect()
    }

    /// What the law of the day calls the measure; before the pack's first day, what it calls it later: a name is no rule.
    fn name_of_the_measure(&self) -> Labels {
        let later =
            || self.pack.changes().into_iter().find_map(|day| self.pack.measure(&self.step.measure, day));
        match self.measure.or_else(later) {
            Some(measure) => measure.labels.clone(),
            None => self.step.measure_labels.clone(),
        }
    }

    /// A sentence in which a measure that the law of the day does not name has the name that it has later.
    fn with_names(&self, sentence: &Sentence) -> Sentence {
        let mut sentence = sentence.clone();
        for measure in self.pack.changes().flat_map(|day| self.pack.measures(day)) {
            let id = measure.id.as_str();
            // A name with the number behind it stays as it is.
            if sentence.nl.contains(id) && !sentence.nl.contains(&format!("({id})")) {
                let name = Sentence::from(&measure.labels);
                sentence.each(|language, text| *text = text.replace(id, name.in_language(language)));
            }
        }
        sentence
    }

    fn has_occurred(&self, when: &When) -> bool {
        when.first_day() <= self.at
    }

    /// Whether an entry had occurred by the day and was not put right since.
    fn counts(&self, seq: u64, when: &When) -> bool {
        self.has_occurred(when) && !self.dossier.is_corrected(seq)
    }

    fn only_what_had_occurred(&self, line: &mut RecordLine) {
        line.because.sort_unstable();
        line.because.dedup();
        line.because
            .retain(|seq| self.dossier.entry(*seq).is_some_and(|entry| self.has_occurred(&entry.occurred)));
        line.below.iter_mut().for_each(|line| self.only_what_had_occurred(line));
    }

    fn quoted(&self, entry: u64, words: &Narrative) -> Option<Quoted> {
        match words {
            Narrative::Erased => {
                let ground = self.erased.get(&entry).copied().unwrap_or(ErasureGround::Ordered);
                Some(Quoted::Erased(ground))
            }
            Narrative::Text(_) => words.text().map(|text| Quoted::Words(text.to_owned())),
        }
    }

    /// Words out of an entry, with every objection to that entry; nothing where nobody said anything.
    fn quote(&self, entry: u64, of: &PersonId, words: &Narrative) -> Option<Quote> {
        let on = self.dossier.entry(entry)?.occurred.first_day();
        let said = self.quoted(entry, words)?;
        Some(Quote { entry, on, of: of.clone(), said, objections: self.objections(entry) })
    }

    fn objections(&self, entry: u64) -> Vec<Objection> {
        let contests = self.dossier.contests().get(&entry).into_iter().flatten();
        contests
            .filter(|it| self.counts(it.seq, &it.occurred))
            .filter_map(|it| {
                let said = self.quoted(it.seq, &it.what.objection)?;
                Some(Objection { entry: it.seq, of: it.what.person.clone(), said })
            })
            .collect()
    }

    /// A line with words, when there are any.
    fn said(
        &self,
        topic: Topic,
        entry: u64,
        of: &PersonId,
        about: Option<&PersonId>,
        words: &Narrative,
    ) -> Option<RecordLine> {
        Some(RecordLine::said(topic, about, self.quote(entry, of, words)?))
    }

    fn said_if(
        &self,
        topic: Topic,
        entry: u64,
        of: &PersonId,
        words: &Said<Narrative>,
    ) -> Option<RecordLine> {
        self.said(topic, entry, of, None, words.said()?)
    }

    /// What was last said of the step on a topic, with whose words it is.
    fn detail(
        &self,
        topic: Topic,
        of: impl Fn(&'a crate::step::StepDetails) -> &'a Said<Narrative>,
    ) -> Option<RecordLine> {
        let said = self.record.details.iter().filter(|it| self.counts(it.seq, &it.occurred));
        let latest = said.filter(|it| !of(&it.what).is_not_said()).last()?;
        // A proposal is made in the words of who proposes, whoever wrote it down.
        let proposal = &self.record.proposal;
        let of_whom = if latest.seq == proposal.seq { &proposal.what.proposed_by } else { &latest.by };
        self.said_if(topic, latest.seq, of_whom, of(&latest.what))
    }

    fn not_on_record(&self, what: Blank, who_may_answer: Vec<Answerer>) -> RecordLine {
        RecordLine::new(Telling::NotOnRecord { what, who_may_answer }, [])
    }

    fn proposer(&self) -> Vec<Answerer> {
        vec![Answerer::Person(self.record.proposal.what.proposed_by.clone())]
    }

    /// Who decided, or who may decide.
    fn deciders(&self) -> Vec<Answerer> {
        match self.record.machines.decision().as_of(self.at).decider() {
            Some(decider) => vec![Answerer::Person(decider.clone())],
            None => self.step.who_may_decide.iter().map(|it| it.who.clone()).collect(),
        }
    }

    /// The powers over this measure for an act on a day, primary ones first. No entry means: not allowed.
    fn grants(&self, act: Act, on: NaiveDate) -> Vec<&'a Grant> {
        let is_it = |grant: &&Grant| grant.act == act && grant.measure == self.step.measure;
        self.pack.grants(on).iter().filter(is_it).collect()
    }

    fn ground_labels(&self, ground: &crate::id::GroundId) -> Labels {
        self.pack.ground(ground).map_or_else(
            || Labels {
                nl: ground.to_string(),
                en: ground.to_string(),
                plain: Some(Plain {
                    nl: "een vraag die het wetspakket niet kent".to_owned(),
                    en: "a question that the law pack does not know".to_owned(),
                }),
            },
            |ground| ground.labels.clone(),
        )
    }
}
