//! `afweging assess`: how it stands.

use std::path::{Path, PathBuf};

use afweging::{Assessment, Dossier, Pack, ReasonIndex, assess_beside};
use chrono::{DateTime, NaiveDate, Utc};
use clap::ValueEnum;

use crate::fault::Fault;
use crate::text::Screen;
use crate::words::Words;
use crate::{html, input, regions, report, text};

/// How an assessment is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text for a terminal.
    Text,
    /// Canonical JSON.
    Json,
    /// One page, without script, that loads nothing.
    Html,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) file: &'a Path,
    pub(crate) at: Option<NaiveDate>,
    pub(crate) known_at: Option<DateTime<Utc>>,
    pub(crate) pack: Option<&'a Path>,
    pub(crate) region: Option<&'a str>,
    /// The name of a pack of the library with law that is not in force.
    pub(crate) hypothetical: Option<&'a str>,
    /// Other dossiers, or folders with them, to lay the reasons beside.
    pub(crate) beside: &'a [PathBuf],
    pub(crate) words: Words,
}

/// An assessment with what it was made of.
pub(crate) struct Answered {
    pub(crate) pack: Pack,
    pub(crate) dossier: Dossier,
    pub(crate) assessment: Assessment,
}

/// Reads what is asked about, and assesses it.
pub(crate) fn answer(asked: Asked<'_>) -> Result<Answered, Fault> {
    let mut pack = match asked.hypothetical.and_then(Pack::hypothetical) {
        Some(pack) => pack.map_err(|error| Fault::pack(None, error))?,
        None => input::pack(asked.pack)?,
    };
    if let Some(region) = asked.region {
        let region = regions::find(region, &pack, asked.words)?;
        pack = pack.in_region(&region).map_err(|error| Fault::pack(None, error))?;
    }
    // From here on there is only what was known: the default day is one of its days too.
    let (dossier, at) = input::on_a_day(asked.file, asked.at, asked.known_at, asked.words)?;
    let others = others(asked.beside, asked.known_at)?;
    let index = ReasonIndex::of(&others.iter().collect::<Vec<_>>());
    let assessment = assess_beside(&dossier, &pack, at, &index);
    Ok(Answered { pack, dossier, assessment })
}

/// Assesses, and gives what is to be written.
pub(crate) fn run(asked: Asked<'_>, format: Format) -> Result<String, Fault> {
    let Answered { pack, dossier, assessment } = answer(asked)?;
    let document = || report::of(&assessment, &dossier, &pack, asked.words, asked.at.is_none());
    Ok(match format {
        Format::Json => {
            let mut json = assessment.to_json();
            json.push('\n');
            json
        }
        Format::Text => text::render(&document(), Screen::standard_output()),
        Format::Html => html::render(&document()),
    })
}

/// Other dossiers, as they were known at a moment when one is asked for: what came in later was not known of them either.
fn others(beside: &[PathBuf], known_at: Option<DateTime<Utc>>) -> Result<Vec<Dossier>, Fault> {
    let mut others = Vec::new();
    for file in input::dossier_files(beside)? {
        let (read, _) = input::dossier(&file)?;
        others.push(match known_at {
            Some(known_at) => read.known_at(known_at),
            None => read,
        });
    }
    Ok(others)
}
