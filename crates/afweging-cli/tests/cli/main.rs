//! The command line from outside: what goes in at each door, what comes out, with which end.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

mod beside;
mod document;
mod doors;
mod drawings;
mod duties;
mod explore;
mod log;
mod methodologists;
mod minimise;
mod pack;
mod page;
mod regions;
mod scenario;
mod sources;
mod vectors;
mod words;
mod wrong;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How a run ended.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

/// Runs the command line without a terminal.
fn afweging(args: &[&str]) -> Ran {
    afweging_with(args, "", &[])
}

/// Runs it with text on standard input and with variables of the environment.
fn afweging_with(args: &[&str], input: &str, variables: &[(&str, &str)]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_afweging"));
    command.args(args).env_remove("NO_COLOR").env_remove("COLUMNS").envs(variables.iter().copied());
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command line starts");
    // A process that ends before it has read everything closes the pipe: that is its right.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("the command line ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Ran {
        code: output.status.code().expect("an exit code, no signal"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// A small dossier with a bit of everything.
fn small() -> String {
    path("tests/cli/small.json").display().to_string()
}

fn small_text() -> String {
    std::fs::read_to_string(small()).expect("the small dossier")
}

/// The full examples.
fn examples() -> Vec<String> {
    let folder = path("../../examples/dossiers");
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .expect("the examples")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| path.display().to_string())
        .collect();
    found.sort_unstable();
    assert!(found.len() >= 3, "{found:?}");
    found
}

fn path(within: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(within)
}

/// A file of one test, for as long as the test runs.
struct Scratch(PathBuf);

impl Scratch {
    fn folder(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("afweging-cli-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Scratch(folder)
    }

    fn file(&self, name: &str, text: &str) -> String {
        let file = self.0.join(name);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(&file, text).expect("a file");
        file.display().to_string()
    }

    fn path(&self) -> String {
        self.0.display().to_string()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
