//! The page of failure stories is whole: every story has a row, and the tests that it names assert the codes that it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use afweging::Code;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every story test of these files, with the codes of which it says that they are found where it happened.
fn tests() -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let folder = root().join("crates/afweging/tests/failures");
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for test in text.split("#[test]").skip(1) {
            let Some(name) = test.trim_start().strip_prefix("fn failure_") else { continue };
            let name = format!("failure_{}", name.split('(').next().unwrap());
            let codes = test
                .split("tells(")
                .skip(1)
                .filter_map(|call| call.trim_start().strip_prefix("Code::"))
                .map(|call| call.split(|letter: char| !letter.is_alphanumeric()).next().unwrap())
                .map(|variant| {
                    let code = Code::all().iter().find(|code| format!("{code:?}") == variant);
                    code.unwrap_or_else(|| panic!("{variant}")).as_str().to_owned()
                })
                .collect();
            found.insert(name, codes);
        }
    }
    found
}

/// What stands between backquotes.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_failure_story_has_a_row_and_every_row_its_tests() {
    let page = fs::read_to_string(root().join("docs/src/failures.md")).unwrap();
    let tests = tests();
    let rows: Vec<Vec<&str>> = page
        .lines()
        .map(|line| line.split('|').map(str::trim).collect::<Vec<_>>())
        .filter(|cells| cells.get(1).is_some_and(|number| number.parse::<u32>().is_ok()))
        .collect();
    let numbers: Vec<u32> = rows.iter().map(|cells| cells[1].parse().unwrap()).collect();
    assert_eq!(numbers, (1..=18).collect::<Vec<_>>());
    let mut listed = BTreeSet::new();
    for cells in rows {
        let named = quoted(cells[5]);
        for name in &named {
            assert!(
                name.starts_with(&format!("failure_{:0>2}_", cells[1])),
                "{name} stands in row {}",
                cells[1]
            );
            assert!(tests.contains_key(name), "there is no test `{name}`");
        }
        let asserted: BTreeSet<_> = named.iter().flat_map(|name| tests[name].iter().cloned()).collect();
        let told: BTreeSet<_> = quoted(cells[4]).into_iter().collect();
        assert_eq!(told, asserted, "row {}", cells[1]);
        if named.is_empty() {
            // Kept by words alone: the page says where, and it is there.
            let target = cells[5].split(['(', ')']).nth(1).unwrap_or_else(|| panic!("row {}", cells[1]));
            let heading = target.trim_start_matches('#').replace('-', " ");
            let is_there = page.lines().any(|line| line.to_lowercase() == format!("## {heading}"));
            assert!(is_there, "row {} points at `{target}`", cells[1]);
        }
        listed.extend(named);
    }
    let there: BTreeSet<_> = tests.into_keys().collect();
    assert_eq!(there, listed, "tests and page name the same stories");
}
