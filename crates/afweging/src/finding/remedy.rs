//! What would lift a finding: events with holes that somebody fills. A question to people, never a recipe for an outcome.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::Answerer;
use super::form::{Fits, form};
use crate::sentence::Sentence;

/// A field of an event that a remedy leaves for people to fill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hole {
    /// The field, as a path inside the event. `by` is who records the entry, where the event has no such field.
    pub path: &'static str,
    /// What fits.
    pub fits: &'static Fits,
    /// Whether the event cannot be without it. One that it can be without may be left open.
    pub needed: bool,
    /// The only values that count here, where the law or the dossier narrows them down; empty where it does not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub among: Vec<String>,
}

/// A place in an earlier event of the same way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Earlier {
    /// Which event of the way: 0 for the first.
    pub event: usize,
    /// The field.
    pub path: &'static str,
}

/// One event of a way, with the fields that are given and those that people fill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pattern {
    /// The kind of event, as JSON names it.
    pub event: &'static str,
    /// The fields that are given, by path inside the event.
    pub fixed: BTreeMap<&'static str, String>,
    /// The fields that say the same as one of an earlier event of the way, such as the id of a step that it proposes.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub same_as: BTreeMap<&'static str, Earlier>,
    /// The day by which it must have been so in the world to count here, where that is earlier than the day of assessment:
    /// that of an act that is tested by how things stood then. It can be recorded later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub so_by: Option<NaiveDate>,
    /// The fields that are for people to fill. All of the event is here, given, or the same as something earlier.
    pub holes: Vec<Hole>,
    /// Who fills them.
    pub who_fills: Vec<Answerer>,
}

/// One way to lift a finding: events in this order. Leave one out, and what is left does not lift it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RemedyWay {
    /// The events, first to last.
    pub patterns: Vec<Pattern>,
}

/// What would lift a finding: a question to people, never a recipe for an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Any one of these. Every hole may also be declined, and then the finding stays.
    OneOf(Vec<RemedyWay>),
    /// Nothing any more.
    NoRemedy {
        /// Why.
        why: Sentence,
    },
}

impl Remedy {
    /// The ways; none when there is no remedy.
    pub fn ways(&self) -> &[RemedyWay] {
        match self {
            Remedy::OneOf(ways) => ways,
            Remedy::NoRemedy { .. } => &[],
        }
    }
}

impl Pattern {
    /// One event. The fields that it cannot do without and that nobody names are holes as well.
    pub(crate) fn of(
        event: &'static str,
        fixed: &[(&'static str, String)],
        holes: &[&'static str],
        who_fills: Vec<Answerer>,
    ) -> Self {
        let fixed: BTreeMap<&'static str, String> = fixed.iter().cloned().collect();
        let mut pattern =
            Pattern { event, fixed, same_as: BTreeMap::new(), so_by: None, holes: Vec::new(), who_fills };
        let known = form(event);
        debug_assert!(known.is_some(), "`{event}` is no kind of event");
        for path in holes {
            pattern.open(path);
        }
        for path in known.into_iter().flat_map(|it| it.needed()) {
            if !pattern.names(path) {
                pattern.open(path);
            }
        }
        for path in pattern.fixed.keys() {
            debug_assert!(known.is_some_and(|it| it.fits(path).is_some()), "`{event}` has no field `{path}`");
        }
        pattern
    }

    fn open(&mut self, path: &'static str) {
        let known = form(self.event);
        let fits = known.and_then(|it| it.fits(path)).or((path == "by").then_some(&Fits::Person));
        debug_assert!(fits.is_some(), "`{}` has no field `{path}`", self.event);
        let Some(fits) = fits else { return };
        if self.holes.iter().all(|hole| hole.path != path) {
            let needed = known.is_some_and(|it| it.needed().any(|it| it == path));
            self.holes.push(Hole { path, fits, needed, among: Vec::new() });
        }
    }

    /// Whether a field is given, or left to people, as a whole or in part.
    fn names(&self, path: &str) -> bool {
        let mut named = self.fixed.keys().copied().chain(self.holes.iter().map(|hole| hole.path));
        named.any(|it| it == path || it.strip_prefix(path).is_some_and(|it| it.starts_with('.')))
    }

    /// Only these values count in a hole.
    pub(crate) fn among(mut self, path: &str, values: impl IntoIterator<Item = String>) -> Self {
        if let Some(hole) = self.holes.iter_mut().find(|hole| hole.path == path) {
            hole.among = values.into_iter().collect();
        }
        self
    }

    /// It counts when it was so by this day.
    pub(crate) fn so_by(mut self, day: NaiveDate) -> Self {
        self.so_by = Some(day);
        self
    }

    /// A field says the same as one of an earlier event.
    pub(crate) fn same_as(mut self, path: &'static str, event: usize, earlier: &'static str) -> Self {
        // What is taken over fills the field that holds it too.
        self.holes.retain(|hole| {
            hole.path != path && !path.strip_prefix(hole.path).is_some_and(|it| it.starts_with('.'))
        });
        self.same_as.insert(path, Earlier { event, path: earlier });
        self
    }
}
