//! The scenarios of `tests/scenarios/`: all come out, every code is expected by one, and the page on them runs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use afweging::{Code, Pack};
use afweging_scenario::{Coverage, Scenario, ScenarioResult, TEMPLATE, form_page};

fn pack() -> &'static Pack {
    static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::nl().unwrap());
    &PACK
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn files() -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(root("tests/scenarios")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "yaml"));
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn run(name: &str, yaml: &str) -> ScenarioResult {
    let scenario = Scenario::read(yaml).unwrap_or_else(|faults| panic!("{name}: {faults}"));
    scenario.run(pack()).unwrap_or_else(|faults| panic!("{name}: {faults}"))
}

fn results() -> &'static [(String, ScenarioResult)] {
    static RESULTS: LazyLock<Vec<(String, ScenarioResult)>> =
        LazyLock::new(|| files().iter().map(|(name, yaml)| (name.clone(), run(name, yaml))).collect());
    &RESULTS
}

#[test]
fn every_scenario_comes_out() {
    let wrong: Vec<String> = results()
        .iter()
        .filter(|(_, result)| !result.is_met())
        .map(|(name, result)| format!("{name}: {:#?}", result.unmet))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(results().len() >= 40);
}

#[test]
fn every_scenario_has_its_own_title_and_says_on_what_it_rests() {
    let mut titles = BTreeSet::new();
    for (name, result) in results() {
        assert!(titles.insert(&result.title), "{name}: another one has this title");
        assert!(!result.sources.is_empty(), "{name}");
        assert!(!result.met.is_empty(), "{name}: nothing was expected");
    }
}

/// Without a code, a scenario fails: no rule can go unnoticed.
#[test]
fn every_code_is_expected_by_a_scenario() {
    let all: Vec<ScenarioResult> = results().iter().map(|(_, result)| result.clone()).collect();
    let coverage = Coverage::of(&all);
    assert_eq!(coverage.cards.len(), Code::all().len());
    let unguarded: Vec<_> = coverage.unguarded().iter().map(|code| code.as_str()).collect();
    assert!(unguarded.is_empty(), "write a scenario in `tests/scenarios/` that expects: {unguarded:?}");
}

/// What a scenario expects can fail: turned round, not one of its expectations on codes comes out.
#[test]
fn no_expectation_comes_out_both_ways() {
    let mut turned = 0;
    for (name, yaml) in files() {
        for (from, to) in [("- meld: ", "- meld niet: "), ("- meld niet: ", "- meld: ")] {
            let places: Vec<usize> = yaml.match_indices(from).map(|(place, _)| place).collect();
            for place in places {
                let (before, behind) = yaml.split_at(place);
                let other = format!("{before}{to}{}", &behind[from.len()..]);
                let result = run(&name, &other);
                let line = before.lines().count() + 1;
                let fails = result.unmet.iter().any(|unmet| unmet.place.line.abs_diff(line) <= 1);
                assert!(fails, "{name}:{line} comes out the other way round too");
                turned += 1;
            }
        }
    }
    assert!(turned > 100, "{turned} turned");
}

#[test]
fn the_template_comes_out_and_is_one_of_the_scenarios() {
    assert!(run("template", TEMPLATE).is_met());
    assert!(files().iter().any(|(_, yaml)| yaml == TEMPLATE), "tests/scenarios/ has the template too");
}

/// The scenarios on the page: each comes out, and the first of them is what somebody writes in fifteen lines.
#[test]
fn the_page_on_scenarios_runs() {
    let page = std::fs::read_to_string(root("docs/src/methodologists/scenarios.md")).unwrap();
    let mut examples = Vec::new();
    for block in page.split("```yaml\n").skip(1) {
        examples.push(block.split("```").next().unwrap());
    }
    assert!(examples.len() >= 2, "{} examples", examples.len());
    for (number, yaml) in examples.iter().enumerate() {
        let result = run(&format!("example {number}"), yaml);
        assert!(result.is_met(), "example {number}: {:#?}", result.unmet);
    }
    assert!(examples.iter().any(|yaml| yaml.lines().count() <= 15), "a whole case in fifteen lines");
}

/// The tables of the page are the form itself. `AFWEGING_WRITE_DOCS=1` writes them.
#[test]
fn the_page_on_the_form_is_the_form() {
    let path = root("docs/src/methodologists/scenario-form.md");
    let head = "# The form of a scenario\n\nEverything that a [scenario](scenarios.md) can say. This page is written by a test, out of the table that the reader itself uses.\n\n";
    let page = format!("{head}{}", form_page());
    if std::env::var_os("AFWEGING_WRITE_DOCS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == page, "write it anew with AFWEGING_WRITE_DOCS=1");
}
