//! Every record that a fuzzer kept (`tests/fuzz/ruling`), read again: a ruling, or a fault that names the file.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly, in its helpers too")]

use std::path::Path;

use afweging_rulings::read_str;

#[test]
fn kept_records_are_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz/ruling");
    let mut read = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let Ok(text) = String::from_utf8(bytes) else { continue };
        if let Err(fault) = read_str("ruling.yaml", &text) {
            assert_eq!(fault.file, "ruling.yaml");
        }
        read += 1;
    }
    assert!(read > 0);
}
