//! The record in words: the same lines for every reader, in words for that reader.
//!
//! Two registers: for adults (`adult`), in plain language for everybody, with the entries and the marks of the law for who
//! works with the file; and for a child (`child`), who gets a letter. Both take the uncertainty words from
//! [`Sureness`](super::Sureness).

mod accounts;
mod adult;
mod ahead;
mod blank;
mod child;
mod decision;
mod help;
mod law;
mod lighter;
mod line;
mod piece;
mod remedy;
mod topic;
mod views;
mod voice;
mod weighed;

use super::RecordPage;
use super::filter::Read;
use super::reader::Reader;
use crate::code::Language;

use voice::Voice;

pub(super) fn page(read: &Read, reader: &Reader, language: Language) -> RecordPage {
    let voice = Voice::new(&read.record, reader, language);
    let (title, sections) = match reader {
        Reader::Child(child, band) => child::letter(&voice, read, child, *band),
        Reader::Professional | Reader::Parents(_) | Reader::Court => adult::document(&voice, read),
    };
    RecordPage {
        format: "afweging/record-page/1",
        reader: reader.clone(),
        language,
        step: read.record.step.clone(),
        title,
        first: adult::first(&voice, read),
        sections,
        withheld: read.withheld.clone(),
        receipt: read.record.receipt.clone(),
    }
}
