//! How the vectors of the Dutch pack stand to those of the legal reference, pair by pair.
//!
//! The reference orders with two dimensions that the pack keeps and does not order by, duration (T) and safeguard deficit (S), and
//! without the set of persons burdened. Where that changes a pair the table says why; see
//! docs/src/decisions/0004-vectors-and-who-is-burdened.md. The pairs that the pack states itself are checked when it loads.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

use std::fs;
use std::path::Path;

use afweging::{Comparison, Measure, MeasureId, Pack, PackCode, PlacementId, Vector, compare};
use chrono::NaiveDate;

fn today() -> NaiveDate {
    "2025-01-01".parse().unwrap()
}

fn measure<'a>(pack: &'a Pack, id: &str) -> &'a Measure {
    pack.measure(&MeasureId::new(id).unwrap(), today()).unwrap()
}

/// `M22:foster`, or `M16`.
fn vector(pack: &Pack, text: &str) -> Vector {
    let (id, placement) = match text.split_once(':') {
        None => (text, None),
        Some((id, placement)) => (id, Some(PlacementId::new(placement).unwrap())),
    };
    match measure(pack, id).vectors(placement.as_ref()).as_slice() {
        [vector] => (*vector).clone(),
        vectors => panic!("{text} has {} vectors", vectors.len()),
    }
}

/// The vectors of reference §1.3, copied by hand: A L F C P T H S K, a range where it depends on the placement.
const VECTORS: &[(&str, &str)] = &[
    ("M00", "0 0 0 0 0 0 0 0 0"),
    ("M01", "0 0 0 0 0 0 0 0 0"),
    ("M02", "1 0 0 0 1 0 0 0 0"),
    ("M03", "0 0 0 0 0 0 0 0 0"),
    ("M04", "0 0 0 0 1 0 0 0 0"),
    ("M05", "1 0 0 1 1 0 0 1 1"),
    ("M06", "0 0 0 0 2 1 0 1 0"),
    ("M07", "1 0 0 1 2 2 0 1 1"),
    ("M08", "0 0 0 0 3 2 0 1 1"),
    ("M09", "1 0 0 0 1 0 0 0 0"),
    ("M10", "0 0 0 0 2 1 0 1 1"),
    ("M11", "0 0 0 0 2 1 0 1 1"),
    ("M12", "0 0 0 0 3 2 0 1 1"),
    ("M13", "0 0 0 3 2 1 1 1 2"),
    ("M14", "1 2-5 0-2 1 1 0 0 0 0"),
    ("M15", "2 0 0 1 4 2 0 2 2"),
    ("M16", "2 0 0 1 4 3 0 0 2"),
    ("M17", "2 0 0 1 4 3 0 0 2"),
    ("M18", "2 0 0 1 4 3 0 1 2"),
    ("M19", "2 0 0 2 4 3 0 0 2"),
    ("M20", "2 1-5 0-2 2 4 3 0 1 2"),
    ("M21", "3 0 0 1 4 1 0 0 2"),
    ("M22", "2 1-5 0-2 1 4 3 0 0 2"),
    ("M23", "2 1-5 0-2 1 4 1 0 2 2"),
    ("M24", "3 1-5 0-2 1 4 3 0 0 2"),
    ("M26", "2 0-5 1 1 4 3 0 0 2"),
    ("M27", "2 6 3 2 4 3 0 0 2"),
    ("M28", "2 6 3 2 4 1 0 2 2"),
    ("M29", "2 6 4 2 4 1 0 1 2"),
    ("M30", "4 0-5 0-2 1 4 2 0 2 2"),
    ("M31", "4 0-5 0-2 0 4 2 0 2 2"),
    ("M32", "5 0-5 0-2 1 4 4 0 0 2"),
    ("M33", "5 2-4 0 1 2 4 0 0 2"),
];

/// A conditional closed-care authorisation in an open group has the rules of that group besides its conditions (0004).
const OTHERWISE: &[(&str, usize, &str)] = &[("M26", 2, "1-2")];

#[test]
fn the_vectors_are_those_of_the_reference() {
    let pack = Pack::nl().unwrap();
    let mut known: Vec<&str> = VECTORS.iter().map(|(id, _)| *id).collect();
    known.extend(["M25", "M34", "perspective"]);
    known.sort_unstable();
    assert_eq!(
        known,
        pack.measures(today()).map(|it| it.id.as_str()).collect::<Vec<_>>(),
        "M25 and M34: see 0004; a perspective decision is no measure of the reference"
    );
    for (id, levels) in VECTORS {
        let measure = measure(&pack, id);
        let vectors = measure.vectors(None);
        let range = |level: fn(&Vector) -> u8| {
            let (least, most) = (
                vectors.iter().map(|it| level(it)).min().unwrap(),
                vectors.iter().map(|it| level(it)).max().unwrap(),
            );
            if least == most { least.to_string() } else { format!("{least}-{most}") }
        };
        let found = [
            range(|it| it.authority),
            range(|it| it.living),
            range(|it| it.liberty),
            range(|it| it.contact),
            range(|it| it.privacy),
            range(|it| it.duration),
            range(|it| it.home),
            range(|it| it.safeguard),
            range(|it| it.coercion),
        ];
        let mut wanted: Vec<&str> = levels.split(' ').collect();
        for (_, at, level) in OTHERWISE.iter().filter(|(other, ..)| other == id) {
            wanted[*at] = level;
        }
        assert_eq!(found.to_vec(), wanted, "{id}: A L F C P T H S K");
    }
}

/// How two measures stand to each other: the first is lighter, they are equal, or no order holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stand {
    Lighter,
    Equal,
    Apart,
}
use Stand::{Apart, Equal, Lighter};

/// With duration and safeguard deficit as two more dimensions, and without the persons burdened.
fn with_all_levels(a: &Vector, b: &Vector) -> Stand {
    let levels = |it: &Vector| {
        [
            it.authority,
            it.living,
            it.liberty,
            it.contact,
            it.privacy,
            it.home,
            it.coercion,
            it.duration,
            it.safeguard,
        ]
    };
    let (a, b) = (levels(a), levels(b));
    let pairs = || a.iter().zip(&b);
    match (pairs().all(|(a, b)| a <= b), pairs().all(|(a, b)| b <= a)) {
        (true, true) => Equal,
        (true, false) => Lighter,
        _ => Apart,
    }
}

fn in_the_pack(a: &Vector, b: &Vector) -> Stand {
    match compare(a, b) {
        Comparison::Equal => Equal,
        Comparison::Lighter { .. } => Lighter,
        Comparison::Heavier { .. } | Comparison::Incomparable { .. } => Apart,
    }
}

/// One pair: what the reference says of it, what its vectors come to with T and S and without persons, what the pack's come to.
type Row = (&'static str, &'static str, Stand, Stand, Stand, &'static str);

/// Nothing to explain: all three are the same.
const SAME: &str = "";
const NO_S: &str = "S orders nothing here: M30 and M29 are no lighter or heavier for who decided when";
const NO_T_S: &str = "T and S order nothing here: an urgent or shorter order is as intrusive while it lasts";
const NO_T: &str = "T orders nothing here: the reference lets a moment stand against a year";
const PERSONS: &str = "persons order here: it burdens somebody else, so it is not lighter for them";

const PAIRS: &[Row] = &[
    // Clearly ordered.
    ("M00", "M02", Lighter, Lighter, Lighter, SAME),
    ("M02", "M05", Lighter, Lighter, Lighter, SAME),
    ("M03", "M06", Lighter, Lighter, Lighter, SAME),
    ("M06", "M08", Lighter, Lighter, Lighter, SAME),
    ("M11", "M12", Lighter, Lighter, Lighter, SAME),
    ("M02", "M16", Lighter, Lighter, Lighter, SAME),
    ("M05", "M18", Lighter, Lighter, Lighter, SAME),
    ("M16", "M19", Lighter, Lighter, Lighter, SAME),
    ("M16", "M22:other_parent", Lighter, Lighter, Lighter, SAME),
    ("M16", "M22:network_foster", Lighter, Lighter, Lighter, SAME),
    ("M16", "M22:foster", Lighter, Lighter, Lighter, SAME),
    ("M16", "M22:family_home", Lighter, Lighter, Lighter, SAME),
    ("M16", "M22:residential", Lighter, Lighter, Lighter, SAME),
    ("M22:network_foster", "M22:foster", Lighter, Lighter, Lighter, SAME),
    ("M22:foster", "M22:residential", Lighter, Lighter, Lighter, SAME),
    ("M22:foster", "M22:family_home", Lighter, Lighter, Lighter, SAME),
    ("M22:foster", "M24:foster", Lighter, Lighter, Lighter, SAME),
    ("M22:residential", "M24:residential", Lighter, Lighter, Lighter, SAME),
    ("M22:foster", "M20:foster", Lighter, Lighter, Lighter, SAME),
    ("M22:residential", "M27:closed", Lighter, Lighter, Lighter, SAME),
    ("M26:residential", "M27:closed", Lighter, Lighter, Lighter, SAME),
    (
        "M27:closed",
        "M29:closed",
        Lighter,
        Apart,
        Lighter,
        "the reference means closed care with a restriction on top",
    ),
    ("M30:foster", "M32:foster", Lighter, Apart, Lighter, NO_S),
    ("M33:foster", "M32:foster", Lighter, Lighter, Lighter, SAME),
    // Must not be forced into one line.
    ("M13", "M16", Apart, Apart, Apart, SAME),
    ("M13", "M22:foster", Apart, Apart, Apart, SAME),
    ("M13", "M23:foster", Apart, Apart, Apart, SAME),
    ("M14:network_foster", "M16", Apart, Apart, Apart, SAME),
    ("M14:residential", "M16", Apart, Apart, Apart, SAME),
    ("M15", "M16", Apart, Apart, Equal, NO_T_S),
    ("M23:foster", "M22:foster", Apart, Apart, Equal, NO_T_S),
    ("M28:closed", "M27:closed", Apart, Apart, Equal, NO_T_S),
    ("M21", "M22:foster", Apart, Apart, Apart, SAME),
    ("M16", "M21", Apart, Apart, Lighter, NO_T),
    ("M27:closed", "M32:foster", Apart, Apart, Apart, SAME),
    ("M27:closed", "M32:network_foster", Apart, Apart, Apart, SAME),
    ("M08", "M05", Apart, Apart, Apart, SAME),
    ("M33:foster", "M16", Apart, Apart, Apart, SAME),
    (
        "M16",
        "M30:home",
        Apart,
        Apart,
        Lighter,
        "T and S order nothing here; 1:269 prefers M16 as well, and stands as a preference",
    ),
    ("M04", "M02", Apart, Lighter, Apart, PERSONS),
    ("M04", "M05", Apart, Lighter, Apart, PERSONS),
    ("M04", "M14:foster", Apart, Lighter, Apart, PERSONS),
    ("M04", "M16", Apart, Lighter, Apart, PERSONS),
    ("M04", "M22:foster", Apart, Lighter, Apart, PERSONS),
    ("M04", "M27:closed", Apart, Lighter, Apart, PERSONS),
    ("M04", "M33:foster", Apart, Lighter, Apart, PERSONS),
    // Not in the reference: what follows from the choices above.
    ("M04", "M13", Lighter, Lighter, Lighter, SAME),
    ("M16", "M17", Equal, Equal, Equal, SAME),
    ("M16", "M18", Lighter, Lighter, Equal, "S orders nothing here"),
    ("M22:foster", "M25:foster", Equal, Equal, Equal, SAME),
    ("M26:home", "M22:foster", Apart, Apart, Apart, SAME),
];

#[test]
fn every_pair_of_the_reference_comes_out_as_the_table_says() {
    let pack = Pack::nl().unwrap();
    for (one, other, said, all_levels, in_pack, why) in PAIRS {
        let (a, b) = (vector(&pack, one), vector(&pack, other));
        assert_eq!(with_all_levels(&a, &b), *all_levels, "{one} {other}, with T and S, without persons");
        assert_eq!(in_the_pack(&a, &b), *in_pack, "{one} {other}");
        if *in_pack != Equal {
            assert_ne!(in_the_pack(&b, &a), Equal);
            assert_eq!(in_the_pack(&b, &a), Apart, "{other} {one}: the other way round nothing is lighter");
        }
        let differs = !(said == all_levels && all_levels == in_pack);
        assert_eq!(differs, !why.is_empty(), "{one} {other}: what differs is explained, and nothing else is");
    }
}

/// A pack that says of two measures what its vectors do not bear out is refused, with the place.
#[test]
fn loading_holds_the_vectors_against_the_stated_pairs() {
    fn read(folder: &Path, prefix: &str, into: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
            if path.is_dir() {
                read(&path, &format!("{name}/"), into);
            } else if name.ends_with(".toml") {
                into.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut files = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/nl"), "", &mut files);
    let with = |from: &str, to: &str| {
        let changed: Vec<_> =
            files.iter().map(|(name, text)| (name.as_str(), text.replace(from, to))).collect();
        Pack::from_files(changed.iter().map(|(name, text)| (*name, text.as_str())))
    };
    assert!(with("", "").is_ok());
    for (from, to, key) in [
        ("lighter = \"M16\"\nheavier = \"M19\"", "lighter = \"M19\"\nheavier = \"M16\"", "ordered.m16-m19"),
        ("one = \"M13\"\nother = \"M16\"", "one = \"M02\"\nother = \"M16\"", "incomparable.m13-m16"),
        (
            "lighter_in = [\"residential\"]\nheavier = \"M27\"",
            "heavier = \"M27\"",
            "ordered.m22-residential-m27",
        ),
    ] {
        let error = with(from, to).unwrap_err();
        assert_eq!((error.code, error.key.as_str()), (PackCode::Order, key), "{error}");
    }
}
