//! `afweging duties`: what has to be done, by whom and by when.

use afweging::Duty;
use clap::ValueEnum;
use serde_json::json;

use crate::assess::{Answered, Asked, answer};
use crate::fault::Fault;
use crate::text::Screen;
use crate::{calendar, report, text};

/// How duties are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text for a terminal.
    Text,
    /// JSON with sorted keys.
    Json,
    /// A calendar (iCalendar, RFC 5545) that other programs read.
    Ics,
}

/// Assesses, and gives what is to be written of its duties.
pub(crate) fn run(asked: Asked<'_>, format: Format) -> Result<String, Fault> {
    let Answered { pack, dossier, assessment } = answer(asked)?;
    Ok(match format {
        Format::Text => {
            let is_default_day = asked.at.is_none();
            let document = report::of_duties(&assessment, &dossier, &pack, asked.words, is_default_day);
            text::render(&document, Screen::standard_output())
        }
        Format::Json => {
            let duties: Vec<&Duty> = report::dated(&assessment).collect();
            let receipt = &assessment.receipt;
            let all = json!({ "format": "afweging/duties/1", "duties": duties, "receipt": receipt });
            format!("{all}\n")
        }
        Format::Ics => calendar::of(&assessment, &dossier, asked.words),
    })
}
