//! `afweging retention`: until when each kind of file is kept.

use clap::ValueEnum;
use serde_json::json;

use crate::assess::{Answered, Asked, answer};
use crate::fault::Fault;
use crate::text::Screen;
use crate::{report, text};

/// How terms of retention are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text for a terminal.
    Text,
    /// JSON with sorted keys.
    Json,
}

/// Reckons how long the files of a dossier are kept.
pub(crate) fn run(asked: Asked<'_>, format: Format) -> Result<String, Fault> {
    let Answered { pack, dossier, assessment } = answer(asked)?;
    let retention = afweging::retention(&dossier, &pack, assessment.receipt.at);
    Ok(match format {
        Format::Text => {
            let is_default_day = asked.at.is_none();
            let document =
                report::of_retention(&retention, &assessment, &dossier, &pack, asked.words, is_default_day);
            text::render(&document, Screen::standard_output())
        }
        Format::Json => {
            let all = json!({
                "format": "afweging/retention/1",
                "retention": retention,
                "receipt": &assessment.receipt,
            });
            format!("{all}\n")
        }
    })
}
