//! The branches in which each code can show: measured on generated dossiers, and on the scenarios themselves.
//!
//! `src/branches.txt` holds what was measured, so that a report can say which way was never taken. Running with
//! `AFWEGING_BLESS=1` measures anew, on more dossiers, and writes the file.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use afweging::{Pack, assess};
use afweging_scenario::{Scenario, Shown, shown};
use afweging_testkit::{Dice, Histories, dutch_pack, scripted};
use chrono::Days;

type Branches = BTreeMap<String, BTreeSet<String>>;

fn note(branches: &mut Branches, all: impl IntoIterator<Item = Shown>) {
    for it in all {
        let branch = serde_json::to_value(it.branch).unwrap().as_str().unwrap().to_owned();
        branches.entry(it.code.as_str().to_owned()).or_default().insert(branch);
    }
}

fn measured(dossiers: u64) -> Branches {
    let mut branches = Branches::new();
    let seeds = |number: u64| -> Vec<u64> {
        let mut dice = Dice::new(number);
        let length = 5 + dice.below(95);
        (0..length).map(|_| dice.roll()).collect()
    };
    let wild = (0..dossiers).map(|number| Histories::new().build(&seeds(number)).into_dossier());
    let careful = (1000..1000 + dossiers / 2)
        .map(|number| Histories::new().well_prepared().build(&seeds(number)).into_dossier());
    for dossier in scripted().into_iter().chain(careful).chain(wild) {
        let last = dossier.entries().last().expect("an entry").recorded.date_naive();
        for at in [last, last + Days::new(200)] {
            note(&mut branches, shown(&dossier, &assess(&dossier, dutch_pack(), at)));
        }
    }
    let pack = Pack::nl().unwrap();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        if let Ok(result) = Scenario::read(&text).and_then(|scenario| scenario.run(&pack)) {
            note(&mut branches, result.shows);
        }
    }
    branches
}

fn text(branches: &Branches) -> String {
    let mut text = String::new();
    for (code, branches) in branches {
        let branches: Vec<&str> = branches.iter().map(String::as_str).collect();
        writeln!(text, "{code} {}", branches.join(" ")).unwrap();
    }
    text
}

#[test]
fn every_branch_that_is_seen_is_known_to_be_possible() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/branches.txt");
    if std::env::var_os("AFWEGING_BLESS").is_some() {
        std::fs::write(&path, text(&measured(400))).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap();
    let known: Branches = committed
        .lines()
        .map(|line| {
            let (code, branches) = line.split_once(' ').unwrap();
            (code.to_owned(), branches.split(' ').map(str::to_owned).collect())
        })
        .collect();
    assert!(known.len() > 100, "{} codes", known.len());
    for (code, branches) in measured(30) {
        let known = known.get(&code).cloned().unwrap_or_default();
        let new: Vec<_> = branches.difference(&known).collect();
        assert!(new.is_empty(), "{code} shows {new:?} too; measure anew with AFWEGING_BLESS=1");
    }
}
