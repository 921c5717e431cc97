//! The cases that the legal reference names: its pitfalls, where naive modelling would be legally wrong, and its acceptance
//! tests. The name of each says what it is about. `docs/src/pitfalls.md` lists all pitfalls, with where each is kept.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

mod acceptance;
mod consent;
mod frames;
mod grounds;
mod order;
mod page;

mod persons;
mod powers;
mod story;
mod subjects;
mod time;
mod together;

use std::sync::LazyLock;

use afweging::{AuthorityMap, Measure, MeasureId, Pack};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(text: &str) -> MeasureId {
    MeasureId::new(text).unwrap()
}

fn pack() -> &'static Pack {
    static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::nl().unwrap());
    &PACK
}

fn map() -> &'static AuthorityMap {
    static MAP: LazyLock<AuthorityMap> = LazyLock::new(|| AuthorityMap::of(pack()));
    &MAP
}

fn measure(id: &str, on: &str) -> Measure {
    pack().measure(&MeasureId::new(id).unwrap(), day(on)).unwrap().clone()
}
