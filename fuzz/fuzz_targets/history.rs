#![no_main]

use afweging_testkit::any_bytes;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| any_bytes::history(bytes).unwrap());
