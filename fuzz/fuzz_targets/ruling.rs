#![no_main]

use afweging_rulings::read_str;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(fault) = read_str("ruling.yaml", text) {
        assert_eq!(fault.file, "ruling.yaml");
    }
});
