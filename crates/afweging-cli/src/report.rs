//! The assessment as a document: what both the text for a terminal and the page show, said once.
//!
//! A document is sections with a title, and in them paragraphs, lists, terms, tables and one picture. The two renderers
//! decide how it looks and nothing of what it says.

mod brief;
mod candidates;
mod duties;
mod exploration;
mod facts;
mod findings;
mod log;
mod next_step;
mod perspectives;
mod remedy;
mod rest;
mod retention;
mod reviews;
mod steps;
mod subject;
mod timeline;
mod weighing;

use afweging::{Assessment, Dossier, GateOutcome, Pack};

pub(crate) use duties::{dated, of_duties};
pub(crate) use exploration::of_exploration;
pub(crate) use log::{anchor as log_anchor, cited};
pub(crate) use retention::of_retention;
pub(crate) use subject::Subject;
pub(crate) use timeline::{Lane, Timeline};

use crate::words::Words;

/// A document.
#[derive(Debug)]
pub(crate) struct Report {
    /// In whose words.
    pub(crate) words: Words,
    /// Its title.
    pub(crate) title: String,
    /// Of what it was made, in short.
    pub(crate) about: Vec<(String, Inline)>,
    /// Its parts.
    pub(crate) sections: Vec<Section>,
}

/// A part of a document.
#[derive(Debug)]
pub(crate) struct Section {
    /// A name for links to it; unique in the document.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
    /// The outcome that its title carries, when it is about a gate.
    pub(crate) outcome: Option<GateOutcome>,
    /// What it says.
    pub(crate) blocks: Vec<Block>,
    /// The parts below it.
    pub(crate) sections: Vec<Section>,
}

impl Section {
    pub(crate) fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self { id: id.into(), title: title.into(), outcome: None, blocks: Vec::new(), sections: Vec::new() }
    }

    pub(crate) fn say(&mut self, inline: impl Into<Inline>) {
        self.blocks.push(Block::Paragraph(inline.into()));
    }

    /// A table whose rows nothing links to.
    pub(crate) fn table<const COLUMNS: usize>(
        &mut self,
        caption: &str,
        columns: [&str; COLUMNS],
        rows: impl Iterator<Item = [Inline; COLUMNS]>,
    ) {
        self.blocks.push(Block::Table(Table {
            caption: caption.to_owned(),
            columns: columns.map(str::to_owned).to_vec(),
            rows: rows.map(|cells| (None, cells.to_vec())).collect(),
        }));
    }
}

/// A block of a section.
#[derive(Debug)]
pub(crate) enum Block {
    /// A paragraph.
    Paragraph(Inline),
    /// A paragraph that must not be missed.
    Warning(Inline),
    /// A list.
    List(Vec<Item>),
    /// Terms, each with what it says.
    Terms(Vec<(String, Inline)>),
    /// A table.
    Table(Table),
    /// The timeline.
    Timeline(Box<Timeline>),
}

/// An item of a list.
#[derive(Debug)]
pub(crate) struct Item {
    /// What it says.
    pub(crate) text: Inline,
    /// What stands below it.
    pub(crate) below: Vec<Block>,
}

impl<T: Into<Inline>> From<T> for Item {
    fn from(text: T) -> Self {
        Item { text: text.into(), below: Vec::new() }
    }
}

/// A table. The first cell of a row is the row's heading.
#[derive(Debug)]
pub(crate) struct Table {
    /// What it shows.
    pub(crate) caption: String,
    /// The headings of its columns.
    pub(crate) columns: Vec<String>,
    /// Its rows.
    pub(crate) rows: Vec<Row>,
}

/// A row of a table: a name for links to it when there is one, and its cells.
pub(crate) type Row = (Option<String>, Vec<Inline>);

/// Running text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Inline(pub(crate) Vec<Span>);

/// A stretch of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Span {
    /// Plain.
    Text(String),
    /// Of weight.
    Strong(String),
    /// Somebody's own words.
    Quote(String),
    /// A code or a hash.
    Code(String),
    /// How a step stands before a gate: the word, with its mark.
    Outcome(GateOutcome),
    /// An entry of the log.
    Entry(u64),
    /// Another part of this document.
    Link {
        /// The name of that part.
        to: String,
        /// What it says here.
        text: String,
    },
}

impl Inline {
    pub(crate) fn text(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Text(text.into()));
        self
    }

    pub(crate) fn strong(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Strong(text.into()));
        self
    }

    pub(crate) fn quote(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Quote(text.into()));
        self
    }

    pub(crate) fn code(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Code(text.into()));
        self
    }

    pub(crate) fn outcome(mut self, outcome: GateOutcome) -> Self {
        self.0.push(Span::Outcome(outcome));
        self
    }

    pub(crate) fn link(mut self, to: impl Into<String>, text: impl Into<String>) -> Self {
        self.0.push(Span::Link { to: to.into(), text: text.into() });
        self
    }

    /// What comes after it.
    pub(crate) fn append(mut self, rest: Inline) -> Self {
        self.0.extend(rest.0);
        self
    }

    /// Ends a sentence, where somebody's own words did not end it already.
    pub(crate) fn end(self) -> Self {
        match self.0.last() {
            Some(Span::Quote(said)) if said.trim_end().ends_with(['.', '!', '?', '…']) => self,
            _ => self.text("."),
        }
    }

    /// `regel 12, 14 en 15`; nothing when there is none.
    pub(crate) fn entries(mut self, words: Words, seqs: &[u64]) -> Self {
        let Some((first, rest)) = seqs.split_first() else { return self };
        let word = if rest.is_empty() { ("regel ", "entry ") } else { ("regels ", "entries ") };
        self.0.push(Span::Text(words.say(word.0, word.1).to_owned()));
        self.0.push(Span::Entry(*first));
        let last = rest.len().checked_sub(1);
        for (place, seq) in rest.iter().enumerate() {
            let between = if Some(place) == last { words.say(" en ", " and ") } else { ", " };
            self.0.push(Span::Text(between.to_owned()));
            self.0.push(Span::Entry(*seq));
        }
        self
    }
}

impl From<String> for Inline {
    fn from(text: String) -> Self {
        Inline::default().text(text)
    }
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Inline::default().text(text)
    }
}

/// The document of an assessment. `dossier` is the one that was assessed: what was not known in it cannot show here.
pub(crate) fn of(
    assessment: &Assessment,
    dossier: &Dossier,
    pack: &Pack,
    words: Words,
    is_default_day: bool,
) -> Report {
    let subject = Subject { assessment, dossier, pack, words, is_default_day };
    let mut sections = vec![brief::section(&subject)];
    sections.extend(steps::overview(&subject));
    sections.push(timeline::section(&subject));
    sections.push(perspectives::section(&subject));
    sections.push(facts::section(&subject));
    sections.push(weighing::section(&subject));
    sections.push(next_step::section(&subject));
    sections.push(steps::section(&subject));
    sections.push(rest::duties(&subject));
    sections.extend(rest::look_backs(&subject));
    sections.push(rest::shortfalls(&subject));
    sections.extend(rest::waits(&subject));
    sections.push(rest::whole_dossier(&subject));
    sections.push(log::section(&subject));
    sections.push(rest::receipt(&subject));
    Report { words, title: subject.title(), about: subject.about(), sections }
}
