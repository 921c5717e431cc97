//! `afweging rulings`: the model against published rulings.

use std::path::Path;

use afweging::Pack;
use afweging_rulings::{Report, read_dir};
use clap::ValueEnum;

use crate::fault::Fault;

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A line per gate, then the totals.
    Text,
    /// JSON with sorted keys.
    Json,
}

/// Compares every record of a folder with the model.
pub(crate) fn run(dir: &Path, format: Format) -> Result<String, Fault> {
    let rulings = read_dir(dir).map_err(|error| Fault::of(error.to_string()))?;
    let pack = Pack::nl().map_err(|error| Fault::pack(None, error))?;
    let report = Report::new(&rulings, &pack).map_err(|error| Fault::of(error.to_string()))?;
    Ok(match format {
        Format::Text => report.to_text(),
        Format::Json => report.to_json() + "\n",
    })
}
