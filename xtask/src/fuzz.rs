//! `cargo xtask fuzz`: bytes that are made up, for every reader. The properties are in the testkit (`any_bytes`), the targets
//! in `fuzz/`, the inputs to begin with and those that once made something fall over in `tests/fuzz/`.

use crate::checkout::Checkout;
use crate::process::{find_tool, run};

/// Each target reads another kind of input.
const TARGETS: [&str; 6] = ["dossier", "entry", "history", "pack", "region", "ruling"];

/// How long each is tried when nobody says otherwise.
const SECONDS: u64 = 600;

/// Tries one target or all, each for some seconds. What makes one fall over is kept in `tests/fuzz/` for the tests to read again.
pub fn all(checkout: &Checkout, options: &[&str]) -> Result<(), String> {
    let (targets, seconds) = asked(options)?;
    find_tool("cargo-fuzz", "cargo install --locked cargo-fuzz")?;
    for target in targets {
        let found = checkout.target.join("fuzz-corpus").join(target);
        std::fs::create_dir_all(&found).map_err(|error| format!("{}: {error}", found.display()))?;
        let kept = checkout.root.join("tests/fuzz").join(target);
        let mut command = checkout.cargo(["fuzz", "run", target]);
        // The sanitizer's flags are unstable ones.
        command.env("RUSTC_BOOTSTRAP", "1").arg(&found).arg(&kept).arg("--");
        command.arg(format!("-max_total_time={seconds}"));
        command.arg(format!("-artifact_prefix={}/", kept.display()));
        command.args(["-timeout=20", "-rss_limit_mb=4096", "-print_final_stats=1"]);
        run(command)?;
    }
    Ok(())
}

/// Which targets, and for how many seconds each.
fn asked<'a>(options: &[&'a str]) -> Result<(Vec<&'a str>, u64), String> {
    let (mut targets, mut seconds, mut options) = (Vec::new(), SECONDS, options.iter());
    while let Some(option) = options.next() {
        match *option {
            "--seconds" => {
                let text = options.next().ok_or("--seconds takes a number")?;
                seconds = text.parse().map_err(|_| format!("--seconds takes a number, not `{text}`"))?;
            }
            target if TARGETS.contains(&target) => targets.push(target),
            other => return Err(format!("no target `{other}`; there are {}", TARGETS.join(", "))),
        }
    }
    Ok((if targets.is_empty() { TARGETS.to_vec() } else { targets }, seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_name_all_targets_are_tried() {
        assert_eq!(asked(&[]).unwrap(), (TARGETS.to_vec(), SECONDS));
        assert_eq!(asked(&["pack", "--seconds", "5"]).unwrap(), (vec!["pack"], 5));
        assert!(asked(&["packs"]).unwrap_err().contains("there are dossier, entry"));
        assert!(asked(&["--seconds", "soon"]).unwrap_err().contains("`soon`"));
    }

    #[test]
    fn each_target_has_its_file_and_inputs_to_begin_with() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut there_are: Vec<String> = std::fs::read_dir(root.join("fuzz/fuzz_targets"))
            .unwrap()
            .map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        there_are.sort();
        assert_eq!(there_are, TARGETS);
        for target in TARGETS {
            assert!(std::fs::read_dir(root.join("tests/fuzz").join(target)).unwrap().count() > 0, "{target}");
        }
    }
}
