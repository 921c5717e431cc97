//! `afweging map` and `afweging measures`: the law pack in drawings.

use std::path::Path;

use afweging::{Language, LatticeDrawing, MapDrawing, MeasureId, Pack};
use chrono::NaiveDate;
use clap::ValueEnum;

use crate::fault::Fault;
use crate::words::Words;
use crate::{input, regions};

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
    /// The name of a pack of the library with law that is not in force.
    pub(crate) hypothetical: Option<&'a str>,
    pub(crate) format: Format,
    pub(crate) language: Language,
}

impl Asked<'_> {
    fn law(&self) -> Result<Pack, Fault> {
        match self.hypothetical.and_then(Pack::hypothetical) {
            Some(pack) => pack.map_err(|error| Fault::pack(None, error)),
            None => input::pack(self.pack),
        }
    }

    /// The day of the newest state, where none is asked for. Nothing here reads the clock.
    fn on(&self, pack: &Pack) -> NaiveDate {
        self.on.or_else(|| pack.changes().last()).unwrap_or_else(|| pack.first_state())
    }
}

/// What a map is held against.
#[derive(Debug, Clone)]
pub(crate) enum Against {
    /// The law on an earlier day.
    Day(NaiveDate),
    /// The names of another region: powers are the same in all of them.
    Region(String),
}

impl From<String> for Against {
    fn from(text: String) -> Self {
        text.parse().map_or_else(|_| Against::Region(text), Against::Day)
    }
}

/// Draws the authority map.
pub(crate) fn map(
    asked: Asked<'_>,
    measure: Option<&str>,
    region: Option<&str>,
    diff: Option<&Against>,
) -> Result<String, Fault> {
    let mut pack = asked.law()?;
    let region = region.map(|region| regions::find(region, &pack, Words::new(asked.language))).transpose()?;
    if let Some(region) = &region {
        pack = pack.in_region(region).map_err(|error| Fault::pack(None, error))?;
    }
    let on = asked.on(&pack);
    let measure =
        measure.map(MeasureId::new).transpose().map_err(|error| Fault::of(format!("--measure: {error}")))?;
    let drawn = match (&measure, diff) {
        (_, Some(Against::Day(since))) => {
            MapDrawing::changes(&pack, measure.as_ref(), *since, on, asked.language)
        }
        (Some(measure), _) => MapDrawing::course(&pack, measure, on, asked.language),
        (None, _) => MapDrawing::overview(&pack, on, asked.language),
    };
    let mut drawing = drawn.map_err(|error| Fault::of(error.to_string()))?;
    if let Some(region) = &region {
        drawing = drawing.named_in(region);
    }
    if let Some(Against::Region(other)) = diff {
        drawing = drawing.named_in(&regions::find(other, &pack, Words::new(asked.language))?);
    }
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
    let pack = asked.law()?;
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
