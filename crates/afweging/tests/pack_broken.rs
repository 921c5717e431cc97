//! Every pack under `tests/broken/packs/` is refused with exactly the error in its `expected.txt`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use afweging::{Pack, PackCode, PackError};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/broken/packs")
}

fn files(folder: &Path, prefix: &str, into: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            files(&path, &format!("{prefix}{name}/"), into);
        } else if name.ends_with(".toml") {
            into.insert(format!("{prefix}{name}"), fs::read_to_string(&path).unwrap());
        }
    }
}

/// The error of each broken pack, by the name of its folder.
fn errors() -> BTreeMap<String, (PathBuf, PackError)> {
    let mut errors = BTreeMap::new();
    for entry in fs::read_dir(root()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let mut texts = BTreeMap::new();
        files(&path, "", &mut texts);
        match Pack::from_files(texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))) {
            Ok(_) => panic!("{name} was taken"),
            Err(error) => errors.insert(name, (path.join("expected.txt"), error)),
        };
    }
    errors
}

#[test]
fn each_broken_pack_gets_its_error() {
    let mut wrong = Vec::new();
    for (name, (expected, error)) in errors() {
        let found = format!("{error}\n");
        if std::env::var_os("AFWEGING_BLESS").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if wanted != found {
            wrong.push(format!("{name}\n  expected: {wanted}  found:    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_of_error_has_a_broken_pack() {
    let shown: BTreeSet<PackCode> = errors().into_values().map(|(_, error)| error.code).collect();
    // Four megabytes and 256 states are not kept in a folder; a test in `pack.rs` makes them. What is about a region has
    // its own folder.
    let of_packs = PackCode::ALL.iter().filter(|code| code.as_str() < "AFW-PACK-040");
    let missing: Vec<_> =
        of_packs.filter(|code| **code != PackCode::TooLarge && !shown.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn an_error_is_one_line_that_names_the_place() {
    for (name, (_, error)) in errors() {
        let text = error.to_string();
        assert!(!text.contains('\n'), "{name}: {text}");
        assert!(text.starts_with("AFW-PACK-0"), "{name}: {text}");
        assert!(error.line > 0 || error.key.is_empty(), "{name}: a key without a line: {text}");
    }
}
