//! The decision record (*motivering*): one structure in a fixed order of fourteen parts, four readers, two languages.
//!
//! ```text
//! dossier, pack, day → DecisionRecord → read by somebody (what they may not read is taken out) → RecordPage → text, HTML, …
//! ```
//!
//! Every line names the entries that it rests on. None says more than the log does: what is not on record is said to be
//! not on record, with who may say it; somebody's words are quoted to the letter with every objection beside them; what
//! was erased says so. All readers get the same uncertainty words ([`Sureness`]).

mod filter;
mod gather;
mod named;
mod page;
mod plain;
mod quote;
mod reader;
mod sureness;
mod telling;
mod term;
mod word;
mod wording;
mod write;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::assess::{Assessment, assess};
use crate::canonical;
use crate::code::Language;
use crate::dossier::Dossier;
use crate::id::{MeasureId, PersonId, PlacementId, StepId};
use crate::pack::{Labels, Pack};
use crate::person::{Birth, Role};
use crate::receipt::Receipt;

pub use page::{PageBlock, PageItem, PageSection, PageSpan, PageTable, RecordPage};
pub use quote::{Objection, Quote, Quoted, Withheld, WithheldGround, WithheldOf};
pub use reader::{AgeBand, Reader, RecordError};
pub use sureness::Sureness;
pub use telling::{NotShared, RecordLine, Telling};
pub use word::{
    AnswerWord, AuthorityWord, Blank, DecisionWord, DissentWord, Hearing as HearingWord, Part, PeriodWord,
    RemedyWord, Since, SourceKind, SourceWho, Topic,
};

/// Somebody whom a record names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordPerson {
    /// Their role.
    pub role: Role,
    /// What is known of their birth.
    pub birth: Birth,
    /// Whether they are a parent of the child concerned, or of a child in the dossier when it is about an adult.
    pub parent: bool,
}

/// One of the fourteen parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordPart {
    /// Which.
    pub part: Part,
    /// What it tells; never empty: what is not on record is told to be so.
    pub lines: Vec<RecordLine>,
}

/// The decision record of one step on one day.
///
/// ```
/// use afweging::{DecisionRecord, Dossier, Language, Pack, Part, Reader, StepId};
/// # let json = include_str!("../../../examples/dossiers/hulp-nooit-gegeven.json");
/// let dossier = Dossier::from_json(json)?;
/// let record = DecisionRecord::on(&dossier, &Pack::nl()?, &StepId::new("toezicht")?, "2025-04-07".parse()?)?;
/// assert_eq!(record.parts.len(), Part::ALL.len());
/// let page = record.page(&Reader::Court, Language::Nl)?;
/// assert!(page.to_text().contains("afgewezen"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DecisionRecord {
    /// The format: `afweging/record/1`.
    pub format: &'static str,
    /// Out of what it was made.
    pub receipt: Receipt,
    /// The step.
    pub step: StepId,
    /// Its measure.
    pub measure: MeasureId,
    /// What the law pack calls it; empty outside the pack.
    pub measure_labels: Labels,
    /// Its placement, when that was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placement: Option<Labels>,
    /// Which one that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placement_id: Option<PlacementId>,
    /// Whom it is about.
    pub about: PersonId,
    /// Whose words it holds or who did what it tells, by pseudonym. Whoever has the names joins them in.
    pub people: BTreeMap<PersonId, RecordPerson>,
    /// What is open: gates not met or not known, contested facts, people not heard. What a court has to know first.
    pub open: Vec<RecordLine>,
    /// The fourteen parts, in their order.
    pub parts: Vec<RecordPart>,
}

impl DecisionRecord {
    /// The record of a step, out of the assessment of its dossier.
    ///
    /// # Errors
    /// [`RecordError::UnknownStep`], with the steps that there are, when the assessment holds no such step.
    pub fn of(
        assessment: &Assessment,
        dossier: &Dossier,
        pack: &Pack,
        step: &StepId,
    ) -> Result<DecisionRecord, RecordError> {
        gather::gather(assessment, dossier, pack, step)
    }

    /// The record of a step on a day: [`DecisionRecord::of`] the assessment of that day.
    ///
    /// # Errors
    /// [`RecordError::UnknownStep`], with the steps that there are, when none of that id was proposed by that day.
    pub fn on(
        dossier: &Dossier,
        pack: &Pack,
        step: &StepId,
        at: NaiveDate,
    ) -> Result<DecisionRecord, RecordError> {
        DecisionRecord::of(&assess(dossier, pack, at), dossier, pack, step)
    }

    /// The record for a reader, in a language: what they may not read is taken out before a word is written.
    ///
    /// # Errors
    /// [`RecordError`] when the recipient is nobody whom such a page is for.
    pub fn page(&self, reader: &Reader, language: Language) -> Result<RecordPage, RecordError> {
        let read = filter::read_by(self, reader)?;
        Ok(wording::page(&read, reader, language))
    }

    /// It as canonical JSON, whole: the form for systems.
    pub fn to_json(&self) -> String {
        canonical::to_json(self)
    }

    /// One part.
    pub fn part(&self, part: Part) -> Option<&RecordPart> {
        self.parts.iter().find(|it| it.part == part)
    }

    /// What was decided last, by the day of the record.
    pub fn decision(&self) -> Option<DecisionWord> {
        let lines = self.part(Part::Decision).map_or(&[][..], |part| &part.lines);
        lines.iter().rev().find_map(|line| match line.tells {
            Telling::Decided { word, .. } => Some(word),
            _ => None,
        })
    }

    /// Every line, with those under it: what is open, then part after part.
    pub fn lines(&self) -> Vec<&RecordLine> {
        let lines = self.open.iter().chain(self.parts.iter().flat_map(|part| &part.lines));
        lines.flat_map(RecordLine::all).collect()
    }
}
