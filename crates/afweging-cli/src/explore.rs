//! `afweging explore`: everything that can be tried within a bound, tried.

use std::path::Path;

use afweging::{Pack, Region};
use afweging_testkit::explore::{Exploration, Explorer};
use clap::ValueEnum;
use serde_json::json;

use crate::fault::Fault;
use crate::text::Screen;
use crate::words::Words;
use crate::{html, input, regions, report, text};

/// How an exploration is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text for a terminal.
    Text,
    /// One page, without script, that loads nothing.
    Html,
    /// JSON.
    Json,
}

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) depth: usize,
    pub(crate) pack: Option<&'a Path>,
    pub(crate) region: Option<&'a str>,
    /// Moves of all themes after one another.
    pub(crate) mixed: bool,
    /// Nothing is taken as equal.
    pub(crate) nothing_equal: bool,
    pub(crate) format: Format,
    pub(crate) words: Words,
}

/// Explores, and gives what is to be written; the truth is whether it is as the model means it.
pub(crate) fn run(asked: Asked<'_>) -> Result<(String, bool), Fault> {
    let pack = input::pack(asked.pack)?;
    let region = match asked.region {
        Some(region) => Some(regions::find(region, &pack, asked.words)?),
        None => None,
    };
    let there = match &region {
        Some(region) => Some(in_region(&pack, region)?),
        None => None,
    };
    let mut explorer = Explorer::new(&pack).depth(asked.depth);
    if let Some(there) = &there {
        explorer = explorer.in_region(there);
    }
    if asked.mixed {
        explorer = explorer.mixed();
    }
    if asked.nothing_equal {
        explorer = explorer.nothing_equal();
    }
    // A long run says where it is; what was found goes to standard output.
    let found = explorer.explore_and_tell(&mut |at, so_far| eprintln!("{}: {so_far}", asked.words.of(at)));
    Ok((written(&found, asked), found.surprises().is_none()))
}

fn in_region(pack: &Pack, region: &Region) -> Result<Pack, Fault> {
    pack.clone().in_region(region).map_err(|error| Fault::pack(None, error))
}

fn written(found: &Exploration, asked: Asked<'_>) -> String {
    let document = || report::of_exploration(found, asked.words);
    match asked.format {
        Format::Text => text::render(&document(), Screen::standard_output()),
        Format::Html => html::render(&document()),
        Format::Json => {
            let all = json!({
                "format": "afweging/exploration/1",
                "exploration": found,
                "surprises": found.surprises(),
            });
            format!("{all}\n")
        }
    }
}
