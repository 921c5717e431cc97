//! `afweging pack`: whether a law pack is sound, and which of its files are released.
//!
//! A released file never changes: `released.sha256`, beside `pack.toml`, names each with its hash, in the form that
//! `sha256sum -c` reads. A mistake in a released file is put right by a later file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use afweging::{Citation, Pack};
use chrono::NaiveDate;
use clap::ValueEnum;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::fault::Fault;
use crate::input;

/// The file that names what is released.
const RELEASED: &str = "released.sha256";

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A line per fault, or what the pack holds.
    Text,
    /// JSON with sorted keys.
    Json,
}

/// What was found of a pack.
#[derive(Debug, Serialize)]
struct Report {
    pack: Option<Held>,
    faults: Vec<String>,
}

/// What a sound pack holds.
#[derive(Debug, Serialize)]
struct Held {
    id: String,
    hash: String,
    hypothetical: bool,
    states: Vec<NaiveDate>,
    /// On the day of the last state.
    measures: usize,
    /// On the day of the last state: how many citations there are of each mark.
    marks: BTreeMap<String, usize>,
    released: usize,
    not_released: Vec<String>,
}

/// Says everything that is wrong with the pack in a folder; the truth is whether nothing is.
pub(crate) fn check(folder: &Path, format: Format) -> Result<(String, bool), Fault> {
    let files = input::pack_files(folder)?;
    let released = released(folder)?;
    let mut faults = changed(&files, &released);
    let mut held = None;
    match Pack::check(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))) {
        Ok(pack) => held = Some(hold(&pack, &files, &released)),
        Err(found) => faults.extend(found.iter().map(ToString::to_string)),
    }
    let is_sound = faults.is_empty();
    let report = Report { pack: held, faults };
    Ok(match format {
        Format::Json => (serde_json::to_string_pretty(&report).unwrap_or_default() + "\n", is_sound),
        Format::Text => (report.to_text(), is_sound),
    })
}

/// Names every file of a sound pack as released. Files that were released before stay as they are named.
pub(crate) fn release(folder: &Path) -> Result<String, Fault> {
    let (text, is_sound) = check(folder, Format::Text)?;
    if !is_sound {
        return Err(Fault::of(format!("{}: not released, for it is not sound\n{text}", folder.display())));
    }
    let files = input::pack_files(folder)?;
    let mut released = released(folder)?;
    let before = released.len();
    for (name, text) in &files {
        released.entry(name.clone()).or_insert_with(|| hash(text));
    }
    let lines = released.iter().fold(String::new(), |mut lines, (name, hash)| {
        // Writing to a `String` cannot fail.
        let _ = writeln!(lines, "{hash}  {name}");
        lines
    });
    let path = folder.join(RELEASED);
    std::fs::write(&path, lines).map_err(|error| Fault::reading(&path, &error))?;
    Ok(format!("{}: {} files released, {before} of them before\n", path.display(), released.len()))
}

/// The released files with their hashes; none where nothing was released.
fn released(folder: &Path) -> Result<BTreeMap<String, String>, Fault> {
    let path = folder.join(RELEASED);
    if !path.exists() {
        return Ok(BTreeMap::new());
    }
    let text = std::fs::read_to_string(&path).map_err(|error| Fault::reading(&path, &error))?;
    text.lines()
        .zip(1_usize..)
        .map(|(line, number)| {
            let (hash, name) =
                line.split_once("  ").filter(|(hash, _)| hash.len() == 64).ok_or_else(|| {
                    Fault::of(format!("{}:{number}: expected `<sha256>  <file>`", path.display()))
                })?;
            Ok((name.to_owned(), hash.to_owned()))
        })
        .collect()
}

/// What was released and is no longer as it was.
fn changed(files: &[(String, String)], released: &BTreeMap<String, String>) -> Vec<String> {
    let now: BTreeMap<&str, String> = files.iter().map(|(name, text)| (name.as_str(), hash(text))).collect();
    let mut faults = Vec::new();
    for (name, was) in released {
        match now.get(name.as_str()) {
            Some(is) if is == was => {}
            Some(_) => faults.push(format!(
                "{name}: it was released and has changed since; a mistake is put right by a later file (such as \
                 `<topic>/<day>.2.toml`)"
            )),
            None => faults.push(format!("{name}: it was released and is gone")),
        }
    }
    faults
}

fn hash(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn hold(pack: &Pack, files: &[(String, String)], released: &BTreeMap<String, String>) -> Held {
    let states: Vec<NaiveDate> = pack.changes().collect();
    let last = states.last().copied().unwrap_or_else(|| pack.first_state());
    let mut cites: BTreeSet<Vec<u8>> = BTreeSet::new();
    let mut marks: BTreeMap<String, usize> = BTreeMap::new();
    let mut count = |cite: &Citation| {
        // One datum stands with several measures: its citation counts once.
        if cites.insert(serde_json::to_vec(cite).unwrap_or_default()) {
            let mark = serde_json::to_string(&cite.certainty).unwrap_or_default().replace('"', "");
            let marked = marks.entry(mark).or_default();
            *marked = marked.saturating_add(1);
        }
    };
    for measure in pack.measures(last) {
        count(&measure.cite);
        count(&measure.consent_cite);
        measure.grounds_cite.iter().for_each(&mut count);
        measure.requires.iter().for_each(|it| count(&it.cite));
        measure.prefers.iter().for_each(|it| count(&it.cite));
        measure.adjacent.iter().for_each(|it| count(&it.cite));
        measure.requirements.iter().for_each(|it| count(&it.cite));
        measure.hearing.iter().for_each(|it| count(&it.cite));
        measure.terms.iter().for_each(|it| count(&it.cite));
        measure.principles.iter().for_each(|it| count(&it.cite));
    }
    pack.grants(last).iter().for_each(|it| count(&it.cite));
    pack.consent_rules(last).iter().for_each(|it| count(&it.cite));
    pack.provisions(last).iter().for_each(|it| count(&it.cite));
    Held {
        id: pack.id().to_owned(),
        hash: pack.hash().to_owned(),
        hypothetical: pack.is_hypothetical(),
        measures: pack.measures(last).count(),
        states,
        marks,
        released: released.len(),
        not_released: files
            .iter()
            .filter(|(name, _)| !released.contains_key(name))
            .map(|(name, _)| name.clone())
            .collect(),
    }
}

impl Report {
    fn to_text(&self) -> String {
        let mut text = String::new();
        for fault in &self.faults {
            let _ = writeln!(text, "{fault}");
        }
        let Some(held) = &self.pack else {
            let _ = writeln!(text, "{} fault(s)", self.faults.len());
            return text;
        };
        let _ = writeln!(text, "pack `{}`, {}", held.id, held.hash);
        if held.hypothetical {
            text.push_str("  hypothetical: not law that is in force\n");
        }
        let days: Vec<_> = held.states.iter().map(ToString::to_string).collect();
        let _ = writeln!(text, "  {} states of the law: {}", held.states.len(), days.join(", "));
        let _ = writeln!(text, "  {} measures on the last of these days", held.measures);
        let marks: Vec<_> = held.marks.iter().map(|(mark, count)| format!("{mark} {count}")).collect();
        let _ = writeln!(text, "  citations by mark: {}", marks.join(", "));
        let _ = writeln!(text, "  {} files released, {} not", held.released, held.not_released.len());
        match self.faults.len() {
            0 => text.push_str("sound\n"),
            faults => {
                let _ = writeln!(text, "{faults} fault(s)");
            }
        }
        text
    }
}
