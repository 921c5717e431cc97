//! The core beside the model written a second time (`src/reference/`).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly, in its helpers too"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use afweging::{Dossier, Language, Story, StoryOf};
use afweging_testkit::differential::{Compared, case, compare, dutch_law, first_difference, shortest};
use afweging_testkit::dutch_pack;
use chrono::{Days, NaiveDate};

/// Cases in the normal run.
const CASES: u64 = 2_000;

#[test]
fn the_core_agrees_with_the_reference() {
    let asked = std::env::var("AFWEGING_CASES").ok().and_then(|text| text.parse().ok());
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let law = dutch_law().unwrap();
    if let Some(number) = first_difference(0..asked.unwrap_or(CASES), &law, threads).unwrap() {
        let (history, at) = case(number);
        let found = shortest(&history, &law, at).unwrap();
        let Compared::Differs(lines) = compare(&found.dossier, &law, at).unwrap() else {
            panic!("it shrank away")
        };
        let story = Story::of(StoryOf::Rule, &found, dutch_pack()).text(Language::En);
        panic!("case {number} at {at}:\n{}\n{story}{}", lines.join("\n"), found.dossier.to_json());
    }
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// What was mended once stays mended: on each day on which something was recorded, and a good while later, the two say the same.
#[test]
fn what_was_mended_is_the_same_on_each_day() {
    let law = dutch_law().unwrap();
    let mut count = 0;
    for file in std::fs::read_dir(folder("../../tests/vectors/regressions")).unwrap() {
        let path = file.unwrap().path();
        let dossier = Dossier::from_json(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let mut days: BTreeSet<NaiveDate> =
            dossier.entries().iter().map(|it| it.recorded.date_naive()).collect();
        days.extend(
            days.last().copied().into_iter().flat_map(|last| [last + Days::new(20), last + Days::new(400)]),
        );
        for at in days {
            let compared = compare(&dossier, &law, at).unwrap();
            assert!(compared == Compared::Same, "{} at {at}: {compared:?}", path.display());
        }
        count += usize::from(path.to_string_lossy().contains("differential-"));
    }
    assert!(count >= 15, "{count} dossiers of mended differences");
}

/// The rules share nothing with the core: that is what makes a comparison worth anything.
#[test]
fn the_reference_uses_nothing_of_the_core() {
    let mut files = vec![folder("src/reference.rs")];
    let mut folders = vec![folder("src/reference")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    assert!(files.len() > 15, "{files:?}");
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for word in [
            concat!("afweging", "::"),
            concat!("afweging", " as"),
            "petgraph",
            "crate::dutch_pack",
            "crate::writer",
            "crate::bearing",
            "crate::counterexample",
        ] {
            assert!(!text.contains(word), "{} uses `{word}`", file.display());
        }
    }
}
