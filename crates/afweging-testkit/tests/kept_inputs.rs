//! Every input that a fuzzer kept or that once made something fall over (`tests/fuzz/`), read again.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly, in its helpers too")]

use std::path::{Path, PathBuf};

use afweging_testkit::any_bytes;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Reads all inputs of a target; there have to be some, or the test would hold for nothing.
fn each(target: &str, check: impl Fn(&[u8]) -> Result<(), String>) {
    let folder = root().join("tests/fuzz").join(target);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "no input in {}", folder.display());
    for file in files {
        if let Err(why) = check(&std::fs::read(&file).unwrap()) {
            panic!("{}: {why}", file.display());
        }
    }
}

#[test]
fn kept_dossiers_are_read_or_refused() {
    each("dossier", any_bytes::dossier);
}

#[test]
fn kept_entries_are_recorded_or_refused() {
    each("entry", any_bytes::entry);
}

#[test]
fn kept_histories_replay() {
    each("history", any_bytes::history);
}

#[test]
fn kept_regions_are_read_or_refused() {
    each("region", any_bytes::region);
}

#[test]
fn kept_pack_files_are_read_or_refused() {
    let files = any_bytes::files_of(&root().join("crates/afweging/packs/nl")).unwrap();
    each("pack", |bytes| any_bytes::pack(&files, bytes));
}
