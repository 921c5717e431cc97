//! Drawings, from outside: what can be read in the pictures, for every measure, state of the law and language; and whether
//! other programs can read what is written for them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    reason = "a test may fail loudly; places along a curve are real numbers, and no verdict hangs on them"
)]

mod dejavu;
mod dot;
mod geometry;
mod mermaid;
mod picture;
mod says;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use afweging::{Language, LatticeDrawing, MapDrawing, MeasureId, Pack, Region};
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

/// Every drawing that the pack can give, made once for all tests: each measure, all measures and the diagram, in every state
/// of the law and in both languages, and what changed between neighbouring states; the hypothetical packs in their newest;
/// the names of each region.
/// What differs from another drawing in its day only stands in once.
static ALL: LazyLock<Vec<Drawn>> = LazyLock::new(|| {
    let mut all = Vec::new();
    let nl = Pack::nl().unwrap();
    let days: Vec<NaiveDate> = nl.changes().collect();
    for language in LANGUAGES {
        for (at, on) in days.iter().enumerate() {
            all.extend(drawings(&nl, *on, at.checked_sub(1).map(|at| days[at]), language));
        }
        for name in Pack::HYPOTHETICAL {
            let pack = Pack::hypothetical(name).unwrap().unwrap();
            let days: Vec<NaiveDate> = pack.changes().collect();
            let [.., before, on] = days.as_slice() else { panic!("{name} changes nothing") };
            all.extend(drawings(&pack, *on, Some(*before), language));
        }
    }
    let on = days.last().copied().unwrap();
    for region in Region::all() {
        let pack = Pack::nl().unwrap().in_region(&region).unwrap();
        // The names that a region gives are the same in every measure; these have the most bodies on them.
        for measure in pack.measures(on).filter(|it| ["M02", "M16", "M34"].contains(&it.id.as_str())) {
            let map = MapDrawing::course(&pack, &measure.id, on, Language::Nl).unwrap().named_in(&region);
            all.push(Drawn::map(format!("{} in {} in Nl", measure.id, region.id()), &map));
        }
        // Beside the region with the most names of its own.
        let other = Region::named("utrecht-west").unwrap();
        let supervision = MeasureId::new("M16").unwrap();
        let map = MapDrawing::course(&pack, &supervision, on, Language::Nl).unwrap();
        let map = map.named_in(&region).named_in(&other);
        all.push(Drawn::map(format!("M16 in {} and {} in Nl", region.id(), other.id()), &map));
        let map = MapDrawing::overview(&pack, on, Language::Nl).unwrap().named_in(&region);
        all.push(Drawn::map(format!("all measures in {} in Nl", region.id()), &map));
    }
    let mut seen = BTreeSet::new();
    all.retain(|drawn: &Drawn| {
        let json: serde_json::Value = serde_json::from_str(&drawn.json).unwrap();
        let parts = ["language", "region", "drawing"].map(|part| json[part].to_string());
        seen.insert(parts)
    });
    assert!(all.len() > 100, "{}", all.len());
    all
});

/// The drawings of one state of the law.
fn drawings(pack: &Pack, on: NaiveDate, before: Option<NaiveDate>, language: Language) -> Vec<Drawn> {
    let name = |what: &str| format!("{what} on {on} in {language:?}");
    let mut drawn: Vec<Drawn> = pack
        .measures(on)
        .map(|measure| {
            let map = MapDrawing::course(pack, &measure.id, on, language).unwrap();
            Drawn::map(name(measure.id.as_str()), &map)
        })
        .collect();
    drawn.push(Drawn::map(name("all measures"), &MapDrawing::overview(pack, on, language).unwrap()));
    drawn.push(Drawn::lattice(name("lattice"), &LatticeDrawing::of(pack, on, language).unwrap()));
    drawn.extend(before.map(|before| {
        let changes = MapDrawing::changes(pack, None, before, on, language).unwrap();
        Drawn::map(name("changes"), &changes)
    }));
    drawn
}
