//! `afweging vectors`: whether a folder of vectors holds.

use std::fmt::Write as _;
use std::path::Path;

use afweging_testkit::vectors::{Folder, Report};
use clap::ValueEnum;

use crate::fault::Fault;

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A line per level and per failure.
    Text,
    /// JSON with sorted keys.
    Json,
}

/// Runs every vector of a folder; the truth is whether everything was there and holds.
pub(crate) fn run(dir: &Path, format: Format) -> Result<(String, bool), Fault> {
    let folder = Folder::open(dir).map_err(Fault::of)?;
    let report = folder.run().map_err(Fault::of)?;
    let is_right = report.is_right();
    let text = match format {
        Format::Text => text(&report),
        Format::Json => {
            let json = serde_json::to_string(&report).map_err(|error| Fault::of(error.to_string()))?;
            json + "\n"
        }
    };
    Ok((text, is_right))
}

fn text(report: &Report) -> String {
    let mut text = String::new();
    // Writing to a `String` cannot fail.
    for (level, (ran, of)) in &report.levels {
        let _ = writeln!(text, "{:10} {ran} of {of}", level.name());
    }
    let _ = writeln!(text, "{:10} {} to the byte, {} kept dossiers", "beside", report.bytes, report.dossiers);
    for (name, failure) in &report.failures {
        let _ = writeln!(text, "failed     {name}: {failure}");
    }
    for name in &report.missing {
        let _ = writeln!(text, "missing    {name}");
    }
    for name in &report.unlisted {
        let _ = writeln!(text, "unlisted   {name}");
    }
    text
}
