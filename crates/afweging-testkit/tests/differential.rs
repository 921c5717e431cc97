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
    assert!(count >= 20, "{count} dossiers of mended differences");
}

/// The files of the reference, each with its text.
fn files_of_the_reference() -> Vec<(PathBuf, String)> {
    let mut files = vec![folder("src/reference.rs")];
    let mut folders = vec![folder("src/reference")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    assert!(files.len() > 25, "{files:?}");
    files.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// The rules share nothing with the core: that is what makes a comparison worth anything. They see a dossier as JSON and a pack as TOML, and
/// use nothing but what reads those, days, and each other.
#[test]
fn the_reference_uses_nothing_of_the_core() {
    let allowed = ["std::", "chrono::", "serde_json::", "super::", "crate::reference::"];
    for (path, text) in files_of_the_reference() {
        let path = path.display();
        let uses = text
            .lines()
            .map(str::trim_start)
            .filter_map(|line| line.strip_prefix("use ").or_else(|| line.strip_prefix("pub use ")));
        for used in uses {
            let is_own = used.starts_with("picture::") || used.starts_with("terms::");
            assert!(is_own || allowed.iter().any(|it| used.starts_with(it)), "{path} uses `{used}`");
        }
        // Nor by a whole path, without a `use`.
        for word in
            [concat!("afweging", "::"), concat!("afweging", " as"), "petgraph", "proptest", "extern crate"]
        {
            assert!(!text.contains(word), "{path} has `{word}`");
        }
        let others = text.split("crate::").skip(1).filter(|rest| !rest.starts_with("reference"));
        let others: Vec<&str> = others.map(|rest| rest.lines().next().unwrap_or_default()).collect();
        // The doc comment of the module links the comparison; that is no use of it.
        let are_links = others.iter().all(|rest| rest.starts_with("differential)"));
        assert!(are_links, "{path} uses `crate::` {others:?}");
    }
}

/// Whoever checks a rule sees all of it, beside where it comes from.
#[test]
fn each_rule_of_the_reference_fits_on_a_screen_and_names_its_source() {
    const SCREEN: usize = 50;
    let sources = [
        "odel §",
        "aw.md",
        ".md:",
        ".md,",
        "ecision 0",
        "Jw ",
        "Rv ",
        "1:2",
        "1:3",
        "Brussel",
        "Wth ",
        "(P1",
        "P6",
        "P8:",
        "P16",
    ];
    let mut wrong = Vec::new();
    for (path, text) in files_of_the_reference() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // How JSON is read, and how answers are told, is no rule.
        if !["reading.rs", "picture.rs", "reference.rs"].contains(&name.as_str())
            && !sources.iter().any(|it| text.contains(it))
        {
            wrong.push(format!("{name} names no source"));
        }
        let lines: Vec<&str> = text.lines().collect();
        for (first, line) in lines.iter().enumerate() {
            let bare = line.trim_start();
            if !bare.starts_with("fn ") && !bare.starts_with("pub fn ") {
                continue;
            }
            let end = format!("{}}}", &line[..line.len() - bare.len()]);
            let long = lines[first..].iter().position(|it| **it == end).unwrap_or_default() + 1;
            if long > SCREEN {
                wrong.push(format!("{name}, line {}: {long} lines", first + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
