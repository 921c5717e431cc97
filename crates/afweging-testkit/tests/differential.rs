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
use afweging_testkit::differential::{Compared, Run, case, compare, dutch_law, shortest};
use afweging_testkit::dutch_pack;
use afweging_testkit::reference::readings::Reading;
use chrono::NaiveDate;
use serde_json::Value;

/// Cases in the normal run, in four parts that run beside each other.
const CASES: u64 = 2_000;

fn part(number: u64) {
    let asked = std::env::var("AFWEGING_CASES").ok().and_then(|text| text.parse().ok());
    let all: u64 = asked.unwrap_or(CASES);
    let law = dutch_law().unwrap();
    let mut run = Run::default();
    for number in (0..all).filter(|it| it % 4 == number) {
        let (history, at) = case(number);
        let compared = compare(&history, &law, at).unwrap();
        if let Compared::Differs(_) = compared {
            let differs = |it: &Compared| matches!(it, Compared::Differs(_));
            let found = shortest(&history, &law, at, differs).unwrap();
            let Compared::Differs(lines) = compare(&found.dossier, &law, at).unwrap() else {
                panic!("it shrank away")
            };
            let story = Story::of(StoryOf::Rule, &found, dutch_pack()).text(Language::En);
            panic!("case {number} at {at}:\n{}\n{story}{}", lines.join("\n"), found.dossier.to_json());
        }
        run.count(&compared);
    }
    println!("{}", run.in_words());
    assert!(run.same > 0, "no case is the same by the model's own words");
}

#[test]
fn the_core_agrees_with_the_reference_1() {
    part(0);
}

#[test]
fn the_core_agrees_with_the_reference_2() {
    part(1);
}

#[test]
fn the_core_agrees_with_the_reference_3() {
    part(2);
}

#[test]
fn the_core_agrees_with_the_reference_4() {
    part(3);
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every known difference has its dossier, and differs by that sentence alone. When the core is mended this fails: then the reading goes, and the dossier moves to `regressions`.
#[test]
fn every_known_difference_still_is_one() {
    let law = dutch_law().unwrap();
    let mut wrong = Vec::new();
    for (reading, name) in Reading::ALL {
        let text = std::fs::read_to_string(folder(&format!("../../tests/vectors/disagreements/{name}.json")))
            .expect(name);
        let kept: Value = serde_json::from_str(&text).unwrap();
        let dossier = Dossier::from_json(&kept["dossier"].to_string()).unwrap();
        let at = kept["at"].as_str().unwrap().parse().unwrap();
        let compared = compare(&dossier, &law, at).unwrap();
        if compared != Compared::Known(vec![*reading]) {
            wrong.push(format!("{name}: {compared:?}"));
        }
        let note = folder(&format!("../../tests/vectors/disagreements/{name}.md"));
        assert!(note.is_file(), "{name} has no note on the sentence that it is about");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What was mended once stays mended: on each day on which something was recorded the two say the same, or differ as known.
#[test]
fn what_was_mended_is_the_same_on_each_day() {
    let law = dutch_law().unwrap();
    let mut count = 0;
    for file in std::fs::read_dir(folder("../../tests/vectors/regressions")).unwrap() {
        let path = file.unwrap().path();
        let dossier = Dossier::from_json(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let days: BTreeSet<NaiveDate> = dossier.entries().iter().map(|it| it.recorded.date_naive()).collect();
        for at in days {
            let compared = compare(&dossier, &law, at).unwrap();
            assert!(!matches!(compared, Compared::Differs(_)), "{} at {at}: {compared:?}", path.display());
        }
        count += usize::from(path.to_string_lossy().contains("differential-"));
    }
    assert!(count >= 6, "{count} dossiers of mended differences");
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
