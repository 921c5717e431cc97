//! `afweging-kotlin-bindgen LIBRARY OUT`: reads the native library and writes the Kotlin that calls it under OUT.
//!
//! The library must not be stripped: what uniffi knows about it is in its symbols.

use std::process::ExitCode;

use camino::Utf8PathBuf;
use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [library, out] = arguments.as_slice() else {
        eprintln!("usage: afweging-kotlin-bindgen LIBRARY OUT");
        return ExitCode::from(2);
    };
    let options = GenerateOptions {
        languages: vec![TargetLanguage::Kotlin],
        source: Utf8PathBuf::from(library),
        out_dir: Utf8PathBuf::from(out),
        // Where this crate's neighbour keeps its uniffi.toml; an absolute path, so any working folder will do.
        config_override: Some(Utf8PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/config.toml"))),
        format: false,
        crate_filter: None,
        metadata_no_deps: true,
    };
    match generate(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}
