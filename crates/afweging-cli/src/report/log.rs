//! The log, one line for each entry, so that `regel 12` can be looked up.

use std::collections::BTreeSet;

use afweging::{Entry, Event, Link};

use super::{Block, Inline, Section, Span, Subject, Table};
use crate::words::capital;

/// The name of the row of an entry.
pub(crate) fn anchor(seq: u64) -> String {
    format!("regel-{seq}")
}

pub(super) fn section(subject: &Subject<'_>) -> Section {
    let words = subject.words;
    let mut section = Section::new("logboek", words.say("Het logboek", "The log"));
    let entries = subject.dossier.entries();
    if entries.is_empty() {
        section.say(words.say("Er is niets vastgelegd.", "Nothing is on record."));
        return section;
    }
    let columns = [
        words.say("Regel", "Entry"),
        words.say("Wanneer", "When"),
        words.say("Door", "By"),
        words.say("Wat", "What"),
    ];
    section.blocks.push(Block::Table(Table {
        caption: words
            .say("Elke regel, in volgorde van vastleggen", "Every entry, in the order of recording")
            .to_owned(),
        columns: columns.map(str::to_owned).to_vec(),
        rows: entries.iter().map(|entry| (Some(anchor(entry.seq)), row(subject, entry))).collect(),
    }));
    section
}

fn row(subject: &Subject<'_>, entry: &Entry) -> Vec<Inline> {
    let words = subject.words;
    let done = match &entry.event {
        Event::MomentNoted(noted) => words.of(&noted.moment.label()).to_owned(),
        event => words.done(event.kind()).to_owned(),
    };
    let mut what = Inline::from(capital(&done));
    let mut about: Vec<String> = Vec::new();
    let mut earlier: Vec<u64> = Vec::new();
    let links = entry.event.links();
    for link in links.makes.iter().chain(links.needs.iter().map(|(_, link)| link)) {
        let name = match link {
            Link::Person(id) if *id == entry.by => continue,
            Link::Person(id) => subject.person(id),
            Link::Statement(id) => id.to_string(),
            Link::Step(id) => format!("{} {id}", words.say("stap", "step")),
            Link::Alternative(id) => id.to_string(),
            Link::Obligation(id) => id.to_string(),
            Link::Evidence(_) => continue,
            Link::Entry(seq) => {
                earlier.push(*seq);
                continue;
            }
        };
        if !about.contains(&name) {
            about.push(name);
        }
    }
    if !about.is_empty() {
        what = what.text(format!(": {}", about.join(", ")));
    }
    if !earlier.is_empty() {
        what = what.text(": ").entries(words, &earlier);
    }
    let mut notes = Vec::new();
    if subject.dossier.is_corrected(entry.seq) {
        notes.push(words.say("rechtgezet: telt niet meer", "put right: no longer counts"));
    }
    if subject.dossier.contests().contains_key(&entry.seq) {
        notes.push(words.say("betwist", "contested"));
    }
    if !notes.is_empty() {
        what = what.text(" – ").strong(notes.join("; "));
    }
    vec![entry.seq.to_string().into(), words.when(&entry.occurred).into(), entry.by.to_string().into(), what]
}

/// The entries that a document names, its log aside.
pub(crate) fn cited(sections: &[Section]) -> BTreeSet<u64> {
    let mut found = BTreeSet::new();
    for section in sections.iter().filter(|section| section.id != "logboek") {
        for block in &section.blocks {
            in_block(block, &mut found);
        }
        found.extend(cited(&section.sections));
    }
    found
}

fn in_block(block: &Block, found: &mut BTreeSet<u64>) {
    match block {
        Block::Paragraph(inline) | Block::Warning(inline) => in_line(inline, found),
        Block::List(items) => {
            for item in items {
                in_line(&item.text, found);
                item.below.iter().for_each(|block| in_block(block, found));
            }
        }
        Block::Terms(terms) => terms.iter().for_each(|(_, inline)| in_line(inline, found)),
        Block::Table(table) => {
            table.rows.iter().flat_map(|(_, cells)| cells).for_each(|cell| in_line(cell, found));
        }
        Block::Timeline(_) => {}
    }
}

fn in_line(inline: &Inline, found: &mut BTreeSet<u64>) {
    found.extend(inline.0.iter().filter_map(|span| match span {
        Span::Entry(seq) => Some(*seq),
        _ => None,
    }));
}
