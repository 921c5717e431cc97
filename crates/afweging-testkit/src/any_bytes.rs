//! What must hold for any bytes that somebody hands in: they are read, or refused with a place, and nothing falls over.
//!
//! The fuzzer (`fuzz/`) calls these with bytes that it makes up; the tests call them with the bytes that it kept
//! (`tests/fuzz/`). A panic is a fault by itself; what is said in words is one that only shows when two things are compared.

use std::path::Path;

use afweging::{
    AgeBand, DecisionRecord, Dossier, Event, Language, NewEntry, Pack, Reader, Region, WhatIf, assess,
    effects,
};
use chrono::NaiveDate;

use crate::{Histories, dutch_pack};

/// A dossier in JSON. What reads is written back the same, is assessed alike when read back, and gives its records.
///
/// # Errors
/// What does not hold.
pub fn dossier(bytes: &[u8]) -> Result<(), String> {
    let Ok(dossier) = Dossier::from_json_bytes(bytes) else { return Ok(()) };
    look_at(&dossier)
}

/// An entry in JSON, recorded in a dossier in which much has happened. A refused one changes nothing.
///
/// # Errors
/// What does not hold.
pub fn entry(bytes: &[u8]) -> Result<(), String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
    let Ok(entry) = NewEntry::from_json(text) else { return Ok(()) };
    let seeds: Vec<u64> = (0..40).collect();
    let mut dossier = Histories::new().well_prepared().build(&seeds).into_dossier();
    let before = dossier.to_json();
    if dossier.record(entry).is_err() {
        return same("a refused entry changed the dossier", &before, &dossier.to_json());
    }
    dossier.verify().map_err(|why| format!("a recorded entry broke the chain: {why}"))?;
    look_at(&dossier)
}

/// A history that the bytes choose, eight of them for each move, cut short by the last two.
///
/// # Errors
/// What does not hold.
pub fn history(bytes: &[u8]) -> Result<(), String> {
    let (seeds, rest) = bytes.as_chunks::<8>();
    let seeds: Vec<u64> = seeds.iter().map(|chunk| u64::from_le_bytes(*chunk)).collect();
    let whole = Histories::new().build(seeds.get(..seeds.len().min(60)).unwrap_or_default()).into_dossier();
    let kept = rest.iter().fold(0_usize, |sum, byte| sum.wrapping_mul(256).wrapping_add(usize::from(*byte)));
    let kept = kept.checked_rem(whole.len().saturating_add(1)).unwrap_or_default();
    let again = Dossier::replay(whole.id(), Vec::<NewEntry>::from(&whole))
        .map_err(|(place, why)| format!("no replay of entry {place}: {why}"))?;
    if !whole.entries().iter().any(|entry| matches!(entry.event, Event::Redacted(_))) {
        same("replayed it is another", &whole.to_json(), &again.to_json())?;
    }
    let Some(last) = whole.entries().get(kept.saturating_sub(1)) else { return Ok(()) };
    let then = whole.known_at(last.recorded);
    then.verify().map_err(|why| format!("what was known then is not whole: {why}"))?;
    look_at(&then)
}

/// A file of a law pack in TOML, in the place of the one that its first line names. `files` is the pack that it goes into.
///
/// # Errors
/// What does not hold.
pub fn pack(files: &[(String, String)], bytes: &[u8]) -> Result<(), String> {
    let Some((name, text)) = std::str::from_utf8(bytes).ok().and_then(|text| text.split_once('\n')) else {
        return Ok(());
    };
    let others = files.iter().filter(|(file, _)| file != name);
    let others = others.map(|(file, text)| (file.as_str(), text.as_str()));
    let pack = match Pack::check(others.chain([(name, text)])) {
        Ok(pack) => pack,
        Err(faults) if faults.iter().any(|fault| fault.file.is_empty()) => {
            return Err(format!("a fault names no file: {faults}"));
        }
        Err(_) => return Ok(()),
    };
    let seeds: Vec<u64> = (0..40).collect();
    let history = Histories::new().well_prepared().build(&seeds);
    let assessment = assess(&history, &pack, history.last_day());
    same(
        "twice assessed it is another",
        &assessment.to_json(),
        &assess(&history, &pack, history.last_day()).to_json(),
    )
}

/// The files of a law pack, each with its name in it, in the order of their names.
///
/// # Errors
/// What cannot be read.
pub fn files_of(folder: &Path) -> std::io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    let mut folders = vec![(String::new(), folder.to_path_buf())];
    while let Some((prefix, folder)) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
            if path.is_dir() {
                folders.push((format!("{name}/"), path));
            } else if path.extension().is_some_and(|it| it == "toml") {
                files.push((name, std::fs::read_to_string(&path)?));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// A region in TOML. What reads can be laid over the pack, or is refused.
///
/// # Errors
/// What does not hold.
pub fn region(bytes: &[u8]) -> Result<(), String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
    match Region::from_toml("region.toml", text, dutch_pack()) {
        Err(fault) if fault.file != "region.toml" => Err(format!("a fault names another file: {fault}")),
        _ => Ok(()),
    }
}

/// Assesses a dossier on the days that it holds, writes its records, and asks what rests on its first entries.
fn look_at(dossier: &Dossier) -> Result<(), String> {
    let written = dossier.to_json();
    let read =
        Dossier::from_json(&written).map_err(|why| format!("what was written does not read: {why}"))?;
    same("read back it is another", &written, &read.to_json())?;
    let first = dossier.entries().first().map(|entry| entry.recorded.date_naive());
    let last = dossier.entries().last().map(|entry| entry.recorded.date_naive());
    let later = last.and_then(|day| day.checked_add_months(chrono::Months::new(7)));
    let days = [first, last, later, Some(NaiveDate::MIN), Some(NaiveDate::MAX)];
    for at in days.into_iter().flatten() {
        let assessment = assess(dossier, dutch_pack(), at);
        same(
            "read back it is assessed otherwise",
            &assessment.to_json(),
            &assess(&read, dutch_pack(), at).to_json(),
        )?;
        for step in assessment.steps.iter().take(3) {
            let record = DecisionRecord::of(&assessment, dossier, dutch_pack(), &step.step)
                .map_err(|why| format!("a step that was assessed has no record: {why}"))?;
            for reader in [
                Reader::Professional,
                Reader::Court,
                Reader::Parents(None),
                Reader::Child(record.about.clone(), AgeBand::From8),
            ] {
                for language in [Language::Nl, Language::En] {
                    if let Ok(page) = record.page(&reader, language) {
                        drop((page.to_text(), page.to_html(), page.to_markdown(), page.to_json()));
                    }
                }
            }
        }
        for seq in 1..=dossier.entries().len().min(3) {
            let entry = u64::try_from(seq).unwrap_or_default();
            for change in [WhatIf::PutRight(entry), WhatIf::ObjectedTo(entry), WhatIf::DoneBy(entry)] {
                drop(effects(dossier, dutch_pack(), &change, at));
            }
        }
    }
    Ok(())
}

fn same(what: &str, one: &str, other: &str) -> Result<(), String> {
    if one == other { Ok(()) } else { Err(format!("{what}:\n{one}\n{other}")) }
}
