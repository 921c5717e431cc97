//! The decision record: what it holds, what each reader reads of it, how it reads.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, in its helpers too"
)]

mod accessible;
mod dissent;
mod golden;
mod holds;
mod language;
mod letters;
mod lighter;
mod readers;
mod silence;
mod wording;

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use afweging::{
    AgeBand, DecisionRecord, Dossier, Pack, PageBlock, PageItem, PageSpan, Reader, RecordPage, Role, StepId,
};
use chrono::NaiveDate;

const EXAMPLES: [&str; 3] = ["conflict-na-scheiding", "hulp-nooit-gegeven", "spoed-en-terug-naar-huis"];

fn root(within: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(within)
}

fn example(name: &str) -> Dossier {
    let text = fs::read_to_string(root(&format!("examples/dossiers/{name}.json"))).unwrap();
    Dossier::from_json(&text).unwrap()
}

fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| Pack::nl().unwrap())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The day of the last decision on a step, else the last day of the dossier.
fn day_of(dossier: &Dossier, step: &StepId) -> NaiveDate {
    let decided = dossier.steps()[step].machines.decision().all().last().map(|it| it.occurred.first_day());
    decided.unwrap_or_else(|| dossier.entries().last().unwrap().recorded.date_naive())
}

/// Every record of the examples, with its dossier, as on the day of the decision.
fn records() -> Vec<(&'static str, Dossier, DecisionRecord)> {
    let mut records = Vec::new();
    for name in EXAMPLES {
        let dossier = example(name);
        for step in dossier.steps().keys() {
            let at = day_of(&dossier, step);
            let record = DecisionRecord::on(&dossier, pack(), step, at).unwrap();
            records.push((name, dossier.clone(), record));
        }
    }
    assert!(records.len() >= 12);
    records
}

/// Every reader that a record has, with a name for each.
fn readers(record: &DecisionRecord) -> Vec<(String, Reader)> {
    let mut readers = vec![
        ("professional".to_owned(), Reader::Professional),
        ("court".to_owned(), Reader::Court),
        ("parents".to_owned(), Reader::Parents(None)),
    ];
    for (id, person) in &record.people {
        if person.parent {
            readers.push((format!("parents-{id}"), Reader::Parents(Some(id.clone()))));
        }
        if person.role == Role::Child {
            let band = AgeBand::of(person.birth, record.receipt.at).unwrap();
            readers.push(("child".to_owned(), Reader::Child(id.clone(), band)));
        }
    }
    readers
}

/// Every piece of running text that stands together: a paragraph, an item, a cell.
fn pieces(page: &RecordPage) -> Vec<Vec<PageSpan>> {
    fn of_item(item: &PageItem, pieces: &mut Vec<Vec<PageSpan>>) {
        pieces.push(item.text.clone());
        item.below.iter().for_each(|below| of_item(below, pieces));
    }
    let mut pieces = page.first.clone();
    for section in &page.sections {
        pieces.push(vec![PageSpan::Text(section.title.clone())]);
        for block in &section.blocks {
            match block {
                PageBlock::Paragraph(said) => pieces.push(said.clone()),
                PageBlock::List(items) => items.iter().for_each(|item| of_item(item, &mut pieces)),
                PageBlock::Table(table) => pieces.extend(table.rows.iter().flatten().cloned()),
            }
        }
    }
    pieces
}

/// White space as one space, so that lines may be broken anywhere.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
