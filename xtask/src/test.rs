//! `cargo xtask test`: everything that a change must pass, in one order, here and in CI.

use std::process::ExitCode;

use crate::checkout::Checkout;
use crate::process::run;
use crate::step::{self, Part, Step};
use crate::{kotlin, lint, python};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    Normal,
    Full,
}

/// Runs that take too long for every change. The normal run prints what it left out.
const LONG_RUNS: [(&str, Step); 2] = [
    (
        "the properties with 16 times as many cases (4096 each)",
        Step { part: Part::Long, name: "properties, 4096 cases each", action: many_cases },
    ),
    ("the benchmark", Step { part: Part::Long, name: "benchmark", action: benchmark }),
];

pub fn all(checkout: &Checkout, extent: Extent) -> ExitCode {
    // What a machine lacks is said before the first long step, not after the tenth minute.
    if let Err(why) = python::needs(checkout).and_then(|()| kotlin::needs(checkout)) {
        println!("{why}");
        return ExitCode::FAILURE;
    }
    let mut steps = lint::steps();
    steps.push(Step { part: Part::Rust, name: "cargo test", action: rust });
    steps.extend(python::steps());
    steps.extend(kotlin::steps());
    let mut left_out = Vec::new();
    for (what, long) in LONG_RUNS {
        match extent {
            Extent::Full => steps.push(long),
            Extent::Normal => left_out.push(what),
        }
    }
    step::run_all(checkout, &steps, &left_out)
}

/// Plain `cargo test`, doc tests included. The bindings have their own runners in their own languages.
fn rust(checkout: &Checkout) -> Result<Vec<String>, String> {
    let mut command = checkout.cargo(["test", "--locked", "--workspace"]);
    for package in [python::PACKAGE, kotlin::PACKAGE, kotlin::BINDGEN] {
        command.args(["--exclude", package]);
    }
    run(command).map(|lines| closing(&lines))
}

/// The properties read from the environment how many cases are asked.
fn many_cases(checkout: &Checkout) -> Result<Vec<String>, String> {
    let mut command = checkout.cargo(["test", "--locked", "-p", "afweging-testkit"]);
    command.env("AFWEGING_CASES", "4096");
    run(command).map(|lines| closing(&lines))
}

fn benchmark(checkout: &Checkout) -> Result<Vec<String>, String> {
    run(checkout.cargo(["bench", "--locked", "-p", "afweging-testkit"]))?;
    Ok(Vec::new())
}

/// The result line of each test binary under that binary's name; binaries without a test are left out.
fn closing(lines: &[String]) -> Vec<String> {
    let mut binary = "";
    let mut closing = Vec::new();
    for line in lines.iter().map(|line| line.trim()) {
        if let Some(rest) = line.strip_prefix("Running ") {
            binary = rest.rsplit_once(" (").map_or(rest, |(_, path)| path.trim_end_matches(')'));
            binary = binary.rsplit_once('/').map_or(binary, |(_, file)| file);
        } else if line.starts_with("Doc-tests ") {
            binary = line;
        } else if line.starts_with("test result:") && !line.contains(" 0 passed; 0 failed; 0 ignored;") {
            closing.push(format!("{binary}: {line}"));
        }
    }
    closing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_stand_under_their_binary() {
        let lines = [
            "     Running unittests src/lib.rs (target/debug/deps/afweging-0a1b)",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s",
            "     Running unittests src/main.rs (target/debug/deps/cli-0a1b)",
            "test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "   Doc-tests afweging",
            "test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.70s",
        ]
        .map(str::to_owned);
        let found = closing(&lines);
        assert_eq!(found.len(), 2);
        assert!(found[0].starts_with("afweging-0a1b: test result: ok. 3 passed"));
        assert!(found[1].starts_with("Doc-tests afweging: test result: ok. 1 passed"));
    }
}
