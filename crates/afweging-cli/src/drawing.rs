//! `afweging map` and `afweging measures`: the law pack in drawings.

use std::path::Path;

use afweging::{Language, LatticeDrawing, MapDrawing, MeasureId, Pack};
use chrono::NaiveDate;
use clap::ValueEnum;

use crate::fault::Fault;
use crate::input;

/// How a drawing is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A picture, without script, that loads nothing.
    Svg,
    /// A Mermaid flowchart.
    Mermaid,
    /// A Graphviz digraph.
    Dot,
    /// The same in words.
    Text,
    /// Canonical JSON.
    Json,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) on: Option<NaiveDate>,
    pub(crate) pack: Option<&'a Path>,
    pub(crate) format: Format,
    pub(crate) language: Language,
}

impl Asked<'_> {
    /// The day of the newest state, where none is asked for. Nothing here reads the clock.
    fn on(&self, pack: &Pack) -> NaiveDate {
        self.on.or_else(|| pack.changes().last()).unwrap_or_else(|| pack.first_state())
    }
}

/// Draws the authority map.
pub(crate) fn map(asked: Asked<'_>, measure: Option<&str>, diff: Option<NaiveDate>) -> Result<String, Fault> {
    let pack = input::pack(asked.pack)?;
    let on = asked.on(&pack);
    let measure =
        measure.map(MeasureId::new).transpose().map_err(|error| Fault::of(format!("--measure: {error}")))?;
    let drawn = match (&measure, diff) {
        (_, Some(since)) => MapDrawing::changes(&pack, measure.as_ref(), since, on, asked.language),
        (Some(measure), None) => MapDrawing::course(&pack, measure, on, asked.language),
        (None, None) => MapDrawing::overview(&pack, on, asked.language),
    };
    let drawing = drawn.map_err(|error| Fault::of(error.to_string()))?;
    Ok(match asked.format {
        Format::Svg => drawing.svg(),
        Format::Mermaid => drawing.mermaid(),
        Format::Dot => drawing.dot(),
        Format::Text => drawing.text(),
        Format::Json => line(drawing.json()),
    })
}

/// Draws the diagram of intrusiveness.
pub(crate) fn measures(asked: Asked<'_>) -> Result<String, Fault> {
    let pack = input::pack(asked.pack)?;
    let drawing = LatticeDrawing::of(&pack, asked.on(&pack), asked.language)
        .map_err(|error| Fault::of(error.to_string()))?;
    Ok(match asked.format {
        Format::Svg => drawing.svg(),
        Format::Mermaid => drawing.mermaid(),
        Format::Dot => drawing.dot(),
        Format::Text => drawing.text(),
        Format::Json => line(drawing.json()),
    })
}

fn line(mut text: String) -> String {
    text.push('\n');
    text
}
