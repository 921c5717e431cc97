//! The page of pitfalls is whole, and every test that it names is there.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every function of the tests and of the code whose name says a pitfall.
fn tests(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            tests(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let names = text.lines().filter_map(|line| line.trim().strip_prefix("fn pitfall_"));
            found.extend(names.map(|rest| format!("pitfall_{}", rest.split('(').next().unwrap())));
        }
    }
}

#[test]
fn every_pitfall_is_kept_by_a_test_that_is_there_or_by_a_page_that_says_it() {
    let page = fs::read_to_string(root().join("docs/src/pitfalls.md")).unwrap();
    let mut there = Vec::new();
    tests(&root().join("crates"), &mut there);
    let rows: Vec<Vec<&str>> = page
        .lines()
        .map(|line| line.split('|').map(str::trim).collect::<Vec<_>>())
        .filter(|cells| cells.get(1).is_some_and(|number| number.parse::<u32>().is_ok()))
        .collect();
    let numbers: Vec<u32> = rows.iter().map(|cells| cells[1].parse().unwrap()).collect();
    assert_eq!(numbers, (1..=38).collect::<Vec<_>>());
    let mut listed = Vec::new();
    for cells in &rows {
        let kept = cells[4];
        if let Some(link) = kept.strip_prefix('[') {
            let target = link.split(['(', ')']).nth(1).unwrap();
            assert!(root().join("docs/src").join(target).exists(), "{kept}");
        } else {
            for name in kept.split(", ").map(|name| name.trim_matches('`')) {
                assert!(name.starts_with(&format!("pitfall_{:0>2}_", cells[1])), "{kept}");
                assert!(there.iter().any(|test| test == name), "there is no test `{name}`");
                listed.push(name.to_owned());
            }
        }
    }
    let unlisted: Vec<_> = there.iter().filter(|test| !listed.contains(test)).collect();
    assert!(unlisted.is_empty(), "not on the page: {unlisted:?}");
}
