//! Drawings, from outside: what can be read in the pictures, for every measure, state of the law and language; and whether
//! other programs can read what is written for them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

mod dejavu;
mod dot;
mod geometry;
mod mermaid;
mod picture;
mod says;

use std::sync::LazyLock;

use afweging::{Language, LatticeDrawing, MapDrawing, Pack};
use chrono::NaiveDate;

const LANGUAGES: [Language; 2] = [Language::Nl, Language::En];

/// One drawing in all its forms.
struct Drawn {
    /// What it is, for when it is wrong.
    name: String,
    svg: String,
    mermaid: String,
    dot: String,
    text: String,
    json: String,
}

impl Drawn {
    fn map(name: String, map: &MapDrawing) -> Self {
        Self {
            name,
            svg: map.svg(),
            mermaid: map.mermaid(),
            dot: map.dot(),
            text: map.text(),
            json: map.json(),
        }
    }

    fn lattice(name: String, lattice: &LatticeDrawing) -> Self {
        Self {
            name,
            svg: lattice.svg(),
            mermaid: lattice.mermaid(),
            dot: lattice.dot(),
            text: lattice.text(),
            json: lattice.json(),
        }
    }
}

/// Every drawing, made once for all tests.
static ALL: LazyLock<Vec<Drawn>> = LazyLock::new(all);

/// Every drawing that the pack can give: each measure, all measures and the diagram, in every state of the law and both
/// languages, and what changed between neighbouring states.
fn all() -> Vec<Drawn> {
    let pack = Pack::nl().unwrap();
    let days: Vec<NaiveDate> = pack.changes().collect();
    let mut all = Vec::new();
    for language in LANGUAGES {
        for (at, on) in days.iter().enumerate() {
            let name = |what: &str| format!("{what} on {on} in {language:?}");
            for measure in pack.measures(*on) {
                let map = MapDrawing::course(&pack, &measure.id, *on, language).unwrap();
                all.push(Drawn::map(name(measure.id.as_str()), &map));
            }
            all.push(Drawn::map(name("all measures"), &MapDrawing::overview(&pack, *on, language).unwrap()));
            all.push(Drawn::lattice(name("lattice"), &LatticeDrawing::of(&pack, *on, language).unwrap()));
            let Some(before) = at.checked_sub(1).map(|at| days[at]) else { continue };
            let changes = MapDrawing::changes(&pack, None, before, *on, language).unwrap();
            all.push(Drawn::map(name("changes"), &changes));
        }
    }
    assert!(all.len() > 100, "{}", all.len());
    all
}
