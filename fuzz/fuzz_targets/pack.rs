#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use afweging_testkit::any_bytes;
use libfuzzer_sys::fuzz_target;

static FILES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    any_bytes::files_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/afweging/packs/nl")).unwrap()
});

fuzz_target!(|bytes: &[u8]| any_bytes::pack(&FILES, bytes).unwrap());
