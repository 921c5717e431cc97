//! A page: what every format shows, said once. The writers decide how it looks and nothing of what it says.

use serde::Serialize;

use super::quote::Withheld;
use super::reader::Reader;
use crate::canonical;
use crate::code::Language;
use crate::dossier::ErasureGround;
use crate::id::{PersonId, StepId};
use crate::receipt::Receipt;

/// A decision record in words, for one reader, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordPage {
    /// The format: `afweging/record-page/1`.
    pub format: &'static str,
    /// For whom.
    pub reader: Reader,
    /// In which language. Quotes stay in the language in which they were recorded.
    pub language: Language,
    /// Of which step.
    pub step: StepId,
    /// Its title.
    pub title: String,
    /// What has to be known first, such as that the law is not in force.
    pub first: Vec<Vec<PageSpan>>,
    /// Its sections.
    pub sections: Vec<PageSection>,
    /// What was kept from this reader, and why: never what it says.
    pub withheld: Vec<Withheld>,
    /// Out of what it was made.
    pub receipt: Receipt,
}

/// A section with a title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageSection {
    /// A name for links to it; unique on the page.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it says.
    pub blocks: Vec<PageBlock>,
}

/// A block of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PageBlock {
    /// A paragraph.
    Paragraph(Vec<PageSpan>),
    /// A list.
    List(Vec<PageItem>),
    /// A table.
    Table(PageTable),
}

/// An item of a list, and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageItem {
    /// What it says.
    pub text: Vec<PageSpan>,
    /// What stands below it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub below: Vec<PageItem>,
}

/// A table. The first cell of a row is the row's heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageTable {
    /// What it shows.
    pub caption: String,
    /// The headings of its columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<Vec<PageSpan>>>,
}

/// A stretch of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PageSpan {
    /// Plain.
    Text(String),
    /// Of weight.
    Strong(String),
    /// Somebody, by what this reader calls them. Whoever has the names joins them in by the pseudonym.
    Person {
        /// Who.
        person: PersonId,
        /// What they are called here.
        called: String,
    },
    /// Somebody's own words, to the letter.
    Quote {
        /// The entry that holds them.
        entry: u64,
        /// The words.
        words: String,
    },
    /// Words that were erased.
    Erased {
        /// The entry that held them.
        entry: u64,
        /// Why.
        ground: ErasureGround,
        /// What is said of it.
        text: String,
    },
    /// Words that are there and are kept from this reader.
    Withheld {
        /// What is said of it.
        text: String,
    },
    /// The entries that a line rests on.
    Entries(Vec<u64>),
    /// A code or a hash.
    Code(String),
}

impl RecordPage {
    /// It as text, in lines of at most 80 characters.
    pub fn to_text(&self) -> String {
        super::write::text(self)
    }

    /// It as one accessible HTML page, without script, that loads nothing.
    pub fn to_html(&self) -> String {
        super::write::html(self)
    }

    /// It as Markdown.
    pub fn to_markdown(&self) -> String {
        super::write::markdown(self)
    }

    /// It as canonical JSON.
    pub fn to_json(&self) -> String {
        canonical::to_json(self)
    }

    /// Every stretch of text on it, in the order in which it is read.
    pub fn spans(&self) -> Vec<&PageSpan> {
        fn of_item<'a>(item: &'a PageItem, spans: &mut Vec<&'a PageSpan>) {
            spans.extend(&item.text);
            item.below.iter().for_each(|below| of_item(below, spans));
        }
        let mut spans: Vec<&PageSpan> = self.first.iter().flatten().collect();
        for block in self.sections.iter().flat_map(|section| &section.blocks) {
            match block {
                PageBlock::Paragraph(said) => spans.extend(said),
                PageBlock::List(items) => items.iter().for_each(|item| of_item(item, &mut spans)),
                PageBlock::Table(table) => spans.extend(table.rows.iter().flatten().flatten()),
            }
        }
        spans
    }
}
