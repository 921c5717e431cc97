//! Reading the files of a pack into dated versions, before anything is resolved.

mod entries;
mod grants;
mod relations;
mod wording;

pub(crate) use entries::length;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::actor::{Act, Actor};
use crate::id::{GroundId, MeasureId, PlacementId};
use crate::law::Citation;
use crate::pack::consent::{ConsentBasis, ConsentRule};
use crate::pack::error::{PackCode, PackError, PackFaults};
use crate::pack::file::{Place, Source, Table};
use crate::pack::grant::GrantCondition;
use crate::pack::keeping::Keeping;
use crate::pack::measure::{
    Adjacent, Ground, HearingRule, Labels, Measure, Preference, Prerequisite, Principle, Requirement,
};
use crate::pack::provision::Provision;
use crate::pack::term::Term;
use crate::pack::versions::{Reference, Version, Versions};
use crate::pack::words::Standing;

pub(crate) use relations::{Pair, Side};

/// What is said of several measures at once.
#[derive(Debug, Clone)]
pub(crate) struct Of<T> {
    pub(crate) measures: Vec<MeasureId>,
    pub(crate) value: T,
}

/// A measure before anything is attached to it.
#[derive(Debug, Clone)]
pub(crate) struct BareMeasure {
    pub(crate) measure: Measure,
    pub(crate) placements: Vec<PlacementId>,
}

/// A kind of place, with the least levels that a measure has there.
#[derive(Debug, Clone)]
pub(crate) struct BarePlacement {
    pub(crate) id: PlacementId,
    pub(crate) labels: Labels,
    pub(crate) living: u8,
    pub(crate) liberty: u8,
}

/// An entry of the authority map before it is spread over its actors, acts and measures.
#[derive(Debug, Clone)]
pub(crate) struct BareGrant {
    pub(crate) actors: Vec<Actor>,
    pub(crate) acts: Vec<Act>,
    pub(crate) standing: Standing,
    pub(crate) conditions: Vec<GrantCondition>,
}

/// All files of a pack, read.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) id: String,
    pub(crate) labels: Labels,
    pub(crate) hypothetical: bool,
    pub(crate) first: NaiveDate,
    pub(crate) sources: BTreeMap<String, (String, Place)>,
    pub(crate) placements: Versions<BarePlacement>,
    pub(crate) measures: Versions<BareMeasure>,
    pub(crate) grounds: BTreeMap<GroundId, (Ground, Place)>,
    pub(crate) tests: Versions<Of<Vec<Vec<GroundId>>>>,
    pub(crate) requires: Versions<Of<Prerequisite>>,
    pub(crate) prefers: Versions<Of<Preference>>,
    pub(crate) adjacent: Versions<Of<Adjacent>>,
    pub(crate) requirements: Versions<Of<Requirement>>,
    pub(crate) hearing: Versions<Of<HearingRule>>,
    pub(crate) bases: Versions<Of<ConsentBasis>>,
    pub(crate) rules: Versions<ConsentRule>,
    pub(crate) grants: Versions<Of<BareGrant>>,
    pub(crate) terms: Versions<Of<Term>>,
    pub(crate) principles: Versions<Of<Principle>>,
    pub(crate) ordered: Versions<Pair>,
    pub(crate) incomparable: Versions<Pair>,
    pub(crate) provisions: Versions<Provision>,
    pub(crate) keepings: Versions<Keeping>,
    worded: BTreeMap<(WordedKind, String), Place>,
}

/// What has plain words of its own in the topic `wording`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum WordedKind {
    Measure,
    Ground,
    Adjacent,
    Requirement,
}

const TOPICS: [&str; 14] = [
    "sources",
    "placements",
    "measures",
    "grounds",
    "relations",
    "requirements",
    "hearing",
    "consent",
    "authority",
    "terms",
    "principles",
    "provisions",
    "retention",
    "wording",
];

const FORMAT: &str = "afweging/pack/1";

/// A file with the day that its name says.
struct Dated<'a> {
    topic: &'a str,
    day: NaiveDate,
    nth: u32,
    source: Source<'a>,
}

/// Reads all files, or says everything that is wrong with how they are written.
pub(crate) fn read(files: &BTreeMap<&str, &str>) -> Result<Draft, PackFaults> {
    let size = files.values().fold(0_usize, |sum, text| sum.saturating_add(text.len()));
    if size > super::LARGEST_PACK {
        let reason = format!("{size} bytes; the largest pack that is taken has {}", super::LARGEST_PACK);
        return Err(whole("").error(PackCode::TooLarge, reason).into());
    }
    let mut draft = Draft::default();
    let mut faults: Vec<PackError> = manifest(&mut draft, files).err().into_iter().collect();
    let mut dated = Vec::new();
    for (name, text) in files.iter().filter(|(name, _)| **name != "pack.toml") {
        match dated_file(name, text) {
            Ok(file) => dated.push(file),
            Err(fault) => faults.push(fault),
        }
    }
    // Sources first, since every citation refers to one, and last how it is said plainly; then by day, so that the later
    // supersedes.
    dated.sort_by_key(|file| {
        (file.topic != "sources", file.topic == "wording", file.day, file.nth, file.source.name)
    });
    let says_law = |file: &&Dated<'_>| !["sources", "wording"].contains(&file.topic);
    match dated.iter().filter(says_law).map(|file| file.day).min() {
        Some(day) => draft.first = day,
        None => faults.push(whole("").error(PackCode::FileName, "the pack has no file with a topic")),
    }
    for file in &dated {
        match file.source.parse() {
            Ok(parsed) => {
                let root = Table::root(&file.source, &parsed);
                faults.extend(entries::read(&mut draft, file, &root));
                faults.extend(root.finish().err());
            }
            Err(fault) => faults.push(fault),
        }
    }
    PackFaults::of(faults).map_or(Ok(draft), Err)
}

fn whole(file: &str) -> Place {
    Place { file: file.to_owned(), line: 0, key: String::new() }
}

fn manifest(draft: &mut Draft, files: &BTreeMap<&str, &str>) -> Result<(), PackError> {
    let name = "pack.toml";
    let Some(text) = files.get(name) else {
        return Err(whole(name).error(PackCode::Manifest, "the pack has no `pack.toml`"));
    };
    let source = Source::new(name, text);
    let parsed = source.parse()?;
    let root = Table::root(&source, &parsed);
    let format = root.need("format")?;
    if format.text()? != FORMAT {
        let reason = format!("expected `{FORMAT}`, found `{}`", format.text()?);
        return Err(format.place().error(PackCode::Manifest, reason));
    }
    draft.id = root.need("id")?.text()?.to_owned();
    draft.labels = root.labels("label")?;
    draft.hypothetical = root.need("hypothetical")?.truth()?;
    root.finish()
}

fn dated_file<'a>(name: &'a str, text: &'a str) -> Result<Dated<'a>, PackError> {
    let refuse = |reason: String| whole(name).error(PackCode::FileName, reason);
    let (topic, rest) = name
        .split_once('/')
        .ok_or_else(|| refuse("expected `pack.toml` or `<topic>/<day>.toml`".to_owned()))?;
    if !TOPICS.contains(&topic) {
        return Err(refuse(format!("unknown topic `{topic}`, expected one of `{}`", TOPICS.join("`, `"))));
    }
    let stem = rest.strip_suffix(".toml").unwrap_or_default();
    let (day, nth) = match stem.split_once('.') {
        None => (stem, Some(1)),
        Some((day, nth)) => (day, nth.parse().ok().filter(|nth| *nth > 1)),
    };
    match (day.len() == 10).then(|| day.parse()).and_then(Result::ok).zip(nth) {
        Some((day, nth)) => Ok(Dated { topic, day, nth, source: Source::new(name, text) }),
        None => Err(refuse(format!("`{rest}` is no `<day>.toml` or `<day>.<n>.toml` with n from 2"))),
    }
}

/// What every entry has.
struct Entry {
    id: String,
    cite: Citation,
    place: Place,
    references: Vec<Reference>,
}

impl Entry {
    fn version<T>(self, value: T) -> Version<T> {
        Version { value, cite: self.cite, place: self.place, references: self.references }
    }
}
