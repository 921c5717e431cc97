//! Dossiers on which a property once failed: each is assessed on every day on which something happened.

use std::path::Path;

use afweging::Dossier;

use crate::{assessed, eventful_days};

#[test]
fn every_kept_dossier_reads_and_is_assessed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/regressions");
    let mut count = 0;
    for file in std::fs::read_dir(&folder).expect("the folder of regressions") {
        let path = file.expect("a file").path();
        let text = std::fs::read_to_string(&path).expect("a text");
        let dossier = Dossier::from_json(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for at in eventful_days(&dossier) {
            assert_eq!(assessed(&dossier, at).to_json(), assessed(&dossier, at).to_json());
        }
        count += 1;
    }
    assert!(count > 0, "nothing in {}", folder.display());
}
