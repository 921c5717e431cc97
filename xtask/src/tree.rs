//! What the files of the repository name, and how long they are.

use std::path::Path;

use crate::checkout::Checkout;
use crate::process::capture;

/// Beginnings of paths that exist on somebody's machine only. Written in two halves: this file is checked as well.
const MACHINE_PATHS: [&str; 4] =
    [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/Us", "ers/")];

/// More lines than this, and a Rust file holds more than one concept as a rule.
const LONG_FILE: usize = 700;

pub fn check(checkout: &Checkout) -> Result<Vec<String>, String> {
    let mut wrong = Vec::new();
    let mut warnings = Vec::new();
    for file in files(checkout)? {
        // A file that git still lists and that is deleted here says nothing any more; so does a folder.
        let Ok(bytes) = std::fs::read(checkout.root.join(&file)) else { continue };
        let text = String::from_utf8_lossy(&bytes);
        for (number, line) in (1_usize..).zip(text.lines()) {
            if let Some(path) = machine_path(line) {
                wrong.push(format!("{file}:{number}: names `{path}`, a path of somebody's own machine"));
            }
        }
        let lines = text.lines().count();
        if Path::new(&file).extension().is_some_and(|end| end == "rs") && lines > LONG_FILE {
            warnings.push(format!("warning: {file} has {lines} lines (more than {LONG_FILE})"));
        }
    }
    for warning in &warnings {
        println!("{warning}");
    }
    if wrong.is_empty() { Ok(warnings) } else { Err(wrong.join("\n")) }
}

/// Every file that is in git or would be after `git add .`.
pub fn files(checkout: &Checkout) -> Result<Vec<String>, String> {
    let mut command = checkout.command("git");
    command.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let mut files: Vec<String> =
        capture(command)?.split('\0').filter(|file| !file.is_empty()).map(str::to_owned).collect();
    files.sort();
    files.dedup();
    Ok(files)
}

/// The first such path in a line. Part of a longer word (an address, `../`) it is none.
fn machine_path(line: &str) -> Option<&'static str> {
    MACHINE_PATHS.into_iter().find(|path| {
        line.match_indices(path).any(|(at, _)| {
            let before = line.get(..at).and_then(|text| text.chars().next_back());
            !before.is_some_and(|sign| sign.is_alphanumeric() || "._-~}".contains(sign))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_path_of_a_machine() {
        let [path, ..] = MACHINE_PATHS;
        assert_eq!(machine_path(&format!("see {path}notes.md")), Some(path));
        assert_eq!(machine_path(&format!("cd \"{path}x\"")), Some(path));
    }

    #[test]
    fn leaves_addresses_and_relative_paths_alone() {
        let [path, ..] = MACHINE_PATHS;
        assert_eq!(machine_path(&format!("https://example.org{path}x")), None);
        assert_eq!(machine_path(&format!("../..{path}x")), None);
        assert_eq!(machine_path("network/foster"), None);
    }
}
