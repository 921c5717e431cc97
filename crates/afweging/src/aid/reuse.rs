//! Reasons that occur word for word elsewhere, by rows of words (*shingles*).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::texts::{Pseudonyms, Text, TextKind, field_name, plan_of, texts_of};
use crate::code::Code;
use crate::dossier::Dossier;
use crate::finding::{Answerer, Finding, Says};
use crate::id::StepId;
use crate::sentence::Sentence;

/// A row of words.
type Row = [u32; ReasonIndex::WORDS_IN_A_ROW];

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    dossier: String,
    seq: u64,
}

/// The reasons of some dossiers, to be looked up: does a reason occur there word for word?
///
/// Texts are compared as rows of five words in small letters, without accents and signs; pseudonyms, words for people of a
/// family and numbers count as the same. A reason is found again when at least [`ReasonIndex::LEAST_ROWS`] different rows
/// make it up and [`ReasonIndex::SHARED_OF_100`] of each 100 of them stand in one other text. Only texts by professionals
/// are looked at; what is found is a question, and no proof that anybody copied.
///
/// The work is linear in the size of the texts (times a logarithm): of one row no more than
/// [`ReasonIndex::MOST_PLACES`] places are kept, the first ones.
///
/// ```
/// use afweging::{Dossier, ReasonIndex};
/// let other = Dossier::new("d2");
/// let index = ReasonIndex::of(&[&other]);
/// assert!(index.reused_in(&Dossier::new("d1"), "2025-03-01".parse()?).is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct ReasonIndex {
    words: BTreeMap<String, u32>,
    rows: BTreeMap<Row, Vec<usize>>,
    plans: BTreeMap<Vec<u32>, Vec<usize>>,
    places: Vec<Place>,
    heads: BTreeMap<String, String>,
}

/// A reason that stands elsewhere too.
pub(crate) struct Again {
    /// How many different rows of words it has.
    pub(crate) rows: usize,
    /// How many of them stand in the other text.
    pub(crate) shared: usize,
    /// The other dossier.
    pub(crate) dossier: String,
    /// The entry there.
    pub(crate) seq: u64,
}

impl ReasonIndex {
    /// How many words a row has.
    pub const WORDS_IN_A_ROW: usize = 5;
    /// How many different rows a reason must have to be looked at: one of eight rows has twelve words or more.
    pub const LEAST_ROWS: usize = 8;
    /// How many of each 100 rows must stand in one other text.
    pub const SHARED_OF_100: usize = 80;
    /// How many words a plan must have to be compared: a shorter one says the same by chance.
    pub const LEAST_PLAN: usize = 8;
    /// How many places are kept of one row or plan.
    pub const MOST_PLACES: usize = 16;

    /// An index of the reasons and plans of some dossiers, with all that they hold.
    pub fn of(dossiers: &[&Dossier]) -> Self {
        let mut index = Self::default();
        for dossier in dossiers {
            let names = Pseudonyms::of(dossier, NaiveDate::MAX);
            index.heads.insert(dossier.id().to_owned(), dossier.head().to_owned());
            for (_, record) in counted_steps(dossier) {
                for text in texts_of(dossier, record, NaiveDate::MAX) {
                    index.add(dossier.id(), &names, &text);
                }
                if let Some((because, plan)) = plan_of(dossier, record, NaiveDate::MAX) {
                    let seq = because.last().copied().unwrap_or(record.proposal.seq);
                    index.add_plan(dossier.id(), seq, &names.neutral(&plan));
                }
            }
        }
        index
    }

    /// The dossiers that it was made of, by id, each with the hash of its last entry.
    pub fn dossiers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.heads.iter().map(|(id, head)| (id.as_str(), head.as_str()))
    }

    /// The reasons and plans of a dossier, as they stand on a day, that occur in another one: one finding each, by step. A
    /// dossier with the same id is the same one, and is passed over.
    pub fn reused_in(&self, dossier: &Dossier, at: NaiveDate) -> Vec<(StepId, Finding)> {
        let names = Pseudonyms::of(dossier, at);
        let mut found = Vec::new();
        for (id, record) in counted_steps(dossier) {
            if record.proposal.occurred.first_day() > at {
                continue;
            }
            for text in texts_of(dossier, record, at) {
                if let Some(again) = self.find(Some(dossier.id()), &names, &text) {
                    found.push((id.clone(), elsewhere(&text, &again)));
                }
            }
            if let Some((because, plan)) = plan_of(dossier, record, at)
                && let Some(place) = self.find_plan(dossier.id(), &names.neutral(&plan))
            {
                found.push((id.clone(), same_plan(id, because, place)));
            }
        }
        found
    }

    /// Takes up a reason.
    pub(crate) fn add(&mut self, dossier: &str, names: &Pseudonyms, text: &Text<'_>) {
        if text.kind != TextKind::Reason {
            return;
        }
        let words = self.learn(&names.neutral(text.text));
        let rows = rows_of(&words);
        if rows.len() < Self::LEAST_ROWS {
            return;
        }
        let place = self.place(dossier, text.seq);
        for row in rows {
            keep(self.rows.entry(row).or_default(), place);
        }
    }

    fn add_plan(&mut self, dossier: &str, seq: u64, words: &[String]) {
        if words.len() < Self::LEAST_PLAN {
            return;
        }
        let words = self.learn(words);
        let place = self.place(dossier, seq);
        keep(self.plans.entry(words).or_default(), place);
    }

    /// Where a reason stands too, the place with the most of it; the first of those. Never in the dossier `but`.
    pub(crate) fn find(&self, but: Option<&str>, names: &Pseudonyms, text: &Text<'_>) -> Option<Again> {
        if text.kind != TextKind::Reason {
            return None;
        }
        let rows = rows_of(&self.known(&names.neutral(text.text)));
        if rows.len() < Self::LEAST_ROWS {
            return None;
        }
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for place in rows.iter().filter_map(|row| self.rows.get(row)).flatten() {
            let count = shared.entry(*place).or_default();
            *count = count.saturating_add(1);
        }
        let is_elsewhere =
            |place: &usize| self.places.get(*place).is_some_and(|it| but != Some(it.dossier.as_str()));
        let (place, shared) = shared
            .into_iter()
            .filter(|(place, _)| is_elsewhere(place))
            .max_by_key(|(place, shared)| (*shared, std::cmp::Reverse(*place)))?;
        let is_reused = shared.saturating_mul(100) >= rows.len().saturating_mul(Self::SHARED_OF_100);
        let place = self.places.get(place).filter(|_| is_reused)?;
        Some(Again { rows: rows.len(), shared, dossier: place.dossier.clone(), seq: place.seq })
    }

    fn find_plan(&self, but: &str, words: &[String]) -> Option<&Place> {
        if words.len() < Self::LEAST_PLAN {
            return None;
        }
        let places = self.plans.get(&self.known(words))?;
        places.iter().filter_map(|place| self.places.get(*place)).find(|place| place.dossier != but)
    }

    fn place(&mut self, dossier: &str, seq: u64) -> usize {
        let place = self.places.len();
        self.places.push(Place { dossier: dossier.to_owned(), seq });
        place
    }

    /// Words as numbers, learning those that are new.
    fn learn(&mut self, words: &[String]) -> Vec<u32> {
        words
            .iter()
            .map(|word| {
                if let Some(number) = self.words.get(word) {
                    return *number;
                }
                let number = u32::try_from(self.words.len()).unwrap_or(UNKNOWN);
                self.words.insert(word.clone(), number);
                number
            })
            .collect()
    }

    /// Words as numbers; those that stand nowhere in the index each get one of their own, counted down from the top.
    fn known(&self, words: &[String]) -> Vec<u32> {
        let mut new: BTreeMap<&str, u32> = BTreeMap::new();
        words
            .iter()
            .map(|word| match self.words.get(word) {
                Some(number) => *number,
                None => {
                    let next = u32::try_from(new.len()).unwrap_or_default();
                    *new.entry(word).or_insert(UNKNOWN.saturating_sub(next))
                }
            })
            .collect()
    }
}

/// The number of the first word that is not in the index.
const UNKNOWN: u32 = u32::MAX;

fn keep(places: &mut Vec<usize>, place: usize) {
    if places.len() < ReasonIndex::MOST_PLACES {
        places.push(place);
    }
}

/// The steps that were not taken back by a correction.
fn counted_steps(dossier: &Dossier) -> impl Iterator<Item = (&StepId, &crate::dossier::StepRecord)> {
    dossier.steps().iter().filter(|(_, record)| !dossier.is_corrected(record.proposal.seq))
}

/// The different rows of words of a text.
fn rows_of(words: &[u32]) -> BTreeSet<Row> {
    words.windows(ReasonIndex::WORDS_IN_A_ROW).filter_map(|row| row.try_into().ok()).collect()
}

/// A plan as words to compare; none when it is too short to say anything.
pub(crate) fn plan_words(names: &Pseudonyms, plan: &str) -> Option<Vec<String>> {
    let words = names.neutral(plan);
    (words.len() >= ReasonIndex::LEAST_PLAN).then_some(words)
}

fn elsewhere(text: &Text<'_>, again: &Again) -> Finding {
    let fills = [
        ("field", field_name(text.field)),
        ("entry", Sentence::same(text.seq)),
        ("shared", Sentence::same(again.shared)),
        ("rows", Sentence::same(again.rows)),
        ("dossier", Sentence::same(&again.dossier)),
        ("other", Sentence::same(again.seq)),
    ];
    Finding::new(Code::AidReasonElsewhere, Says::Nothing, &fills)
        .by_rule("Q27")
        .because([text.seq])
        .lifted_by(
            "corrected",
            &[("entry", text.seq.to_string())],
            &["reason"],
            vec![Answerer::Person(text.by.clone())],
        )
}

fn same_plan(step: &StepId, because: Vec<u64>, place: &Place) -> Finding {
    let fills = [("dossier", Sentence::same(&place.dossier)), ("other", Sentence::same(place.seq))];
    Finding::new(Code::AidPlanElsewhere, Says::Nothing, &fills).by_rule("Q27").because(because).lifted_by(
        "step_detailed",
        &[("step", step.to_string())],
        &["details.goal", "details.needed_now"],
        vec![Answerer::ThoseWhoWeigh],
    )
}
