//! Dossiers on which a property once failed: what can be tried on each entry and each day is tried here on all of them.

use std::path::Path;

use afweging::Dossier;

use crate::{assessed, eventful_days, p01_later, p14_bearing, p16_terms};

#[test]
fn what_failed_once_holds_for_every_kept_dossier() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/regressions");
    let mut wrong = Vec::new();
    let mut count = 0;
    for file in std::fs::read_dir(&folder).expect("the folder of regressions") {
        let path = file.expect("a file").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).expect("a text");
        let dossier = Dossier::from_json(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        wrong.extend(check(&dossier).into_iter().map(|what| format!("{name}: {what}")));
        count += 1;
    }
    assert!(count > 0, "nothing in {}", folder.display());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn check(dossier: &Dossier) -> Vec<String> {
    let mut wrong = Vec::new();
    let again = Dossier::from_json(&dossier.to_json()).expect("what was written reads");
    for at in eventful_days(dossier) {
        if assessed(dossier, at).to_json() != assessed(&again, at).to_json() {
            wrong.push(format!("read back it is assessed otherwise on {at}"));
        }
        for outcome in [p01_later::check(dossier, at), p16_terms::check(dossier, at)] {
            wrong.extend(outcome.err().map(|why| format!("{at}: {why}")));
        }
        for seq in (1..).take(dossier.len()) {
            let opened = p14_bearing::opened_without(dossier, seq, at);
            wrong.extend(opened.into_iter().map(|gate| format!("without entry {seq} on {at}: {gate}")));
        }
    }
    wrong
}
