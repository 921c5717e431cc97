//! The vector that every language reads: the same dossier and day give the same canonical bytes everywhere.
//!
//! `AFWEGING_BLESS=1 cargo test -p afweging --test vectors` writes the expected bytes anew, after a change that is meant to
//! change them: of the pack, of the version, of a sentence.

use std::fs;
use std::path::PathBuf;

use afweging::{Dossier, Pack, assess};

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/slice").join(name)
}

#[test]
fn the_shared_vector_has_these_bytes() {
    let dossier = Dossier::from_json(&fs::read_to_string(file("dossier.json")).unwrap()).unwrap();
    let at = fs::read_to_string(file("at.txt")).unwrap().trim().parse().unwrap();
    let found = assess(&dossier, &Pack::nl().unwrap(), at).to_json();
    if std::env::var_os("AFWEGING_BLESS").is_some() {
        fs::write(file("assessment.json"), &found).unwrap();
    }
    let expected = fs::read_to_string(file("assessment.json")).unwrap();
    assert!(
        found == expected,
        "the bytes of the shared vector changed; if that is meant, AFWEGING_BLESS=1 writes them anew"
    );
}
