//! How intrusive: the preorder on measures in their places.

use chrono::NaiveDate;
use serde_json::Value;

use super::law::Law;
use super::reading::{get, number, text, texts};

/// Model §8 and decision 0004: duration and safeguard deficit order nothing.
const DIMENSIONS: &[&str] = &["authority", "living", "liberty", "contact", "privacy", "home", "coercion"];

/// A measure in a place, with what it lays on whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Option {
    /// The measure.
    pub measure: String,
    /// Its place; empty for a measure without one.
    pub placement: String,
    levels: Vec<i64>,
    burdened: Vec<String>,
}

impl Option {
    /// `a ≤ b` if and only if every level is, and everyone whom `a` burdens is burdened by `b` too (decision 0004).
    pub fn at_most(&self, other: &Self) -> bool {
        self.levels.iter().zip(&other.levels).all(|(ours, theirs)| ours <= theirs)
            && self.burdened.iter().all(|it| other.burdened.contains(it))
    }

    /// Lighter, and not as heavy.
    pub fn is_lighter(&self, than: &Self) -> bool {
        self.at_most(than) && !than.at_most(self)
    }

    /// As heavy: one class.
    pub fn is_as_heavy(&self, as_: &Self) -> bool {
        self.at_most(as_) && as_.at_most(self)
    }
}

/// A measure in each of its places, or in the one that was said.
pub fn options(law: &Law, measure: &str, placement: &str, on: NaiveDate) -> Vec<Option> {
    let Some(datum) = law.measure(measure, on) else { return Vec::new() };
    let places = texts(datum, "placements");
    let said: Vec<&str> = if placement.is_empty() { places.clone() } else { vec![placement] };
    // A place that the measure does not have: the pack says nothing of it.
    if said.iter().any(|it| !places.contains(it)) {
        return Vec::new();
    }
    if said.is_empty() {
        return vec![option(law, datum, "", on)];
    }
    said.into_iter().map(|place| option(law, datum, place, on)).collect()
}

/// Decision 0004: in a place a measure has the higher of its own level and that of the place.
fn option(law: &Law, datum: &Value, place: &str, on: NaiveDate) -> Option {
    let places = law.on("placements", "placement", on);
    let own = places.into_iter().find(|it| text(it, "id") == place);
    let level = |dimension: &&str| {
        let least = own.map_or(0, |it| number(it, dimension));
        number(get(datum, "vector"), dimension).max(least)
    };
    Option {
        measure: text(datum, "id").to_owned(),
        placement: place.to_owned(),
        levels: DIMENSIONS.iter().map(level).collect(),
        burdened: texts(datum, "burdened").into_iter().map(str::to_owned).collect(),
    }
}

/// Whether one is lighter than another in every place that either may have (decision 0004).
pub fn is_lighter_everywhere(ours: &[Option], theirs: &[Option]) -> bool {
    !ours.is_empty() && !theirs.is_empty() && ours.iter().all(|a| theirs.iter().all(|b| a.is_lighter(b)))
}
