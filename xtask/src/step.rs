//! Steps: what a task consists of, how each is timed, and the table at the end.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::checkout::Checkout;

/// The parts of a run, each with its share of the 35 minutes that a run may take on two cores.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Lint,
    Rust,
    Python,
    Kotlin,
    Long,
}

impl Part {
    const ALL: [Self; 5] = [Self::Lint, Self::Rust, Self::Python, Self::Kotlin, Self::Long];

    const fn name(self) -> &'static str {
        match self {
            Self::Lint => "lint",
            Self::Rust => "rust",
            Self::Python => "python",
            Self::Kotlin => "kotlin",
            Self::Long => "long runs",
        }
    }

    const fn budget(self) -> Option<Duration> {
        match self {
            Self::Lint => Some(Duration::from_secs(7 * 60)),
            Self::Rust => Some(Duration::from_secs(12 * 60)),
            Self::Python | Self::Kotlin => Some(Duration::from_secs(8 * 60)),
            Self::Long => None,
        }
    }
}

/// What a step does. It gives back the closing lines of its test runner, to be shown again at the end.
type Action = fn(&Checkout) -> Result<Vec<String>, String>;

pub struct Step {
    pub part: Part,
    pub name: &'static str,
    pub action: Action,
}

struct Finished {
    part: Part,
    name: &'static str,
    word: &'static str,
    took: Duration,
    closing: Vec<String>,
}

/// Runs the steps in order and stops after the first that fails; the table names every step, run or not.
///
/// The checks of lint do not need each other: all of them run, so that one run shows all there is to mend.
pub fn run_all(checkout: &Checkout, steps: &[Step], left_out: &[&str]) -> ExitCode {
    let mut finished: Vec<Finished> = Vec::new();
    let mut failed: Vec<String> = Vec::new();
    for Step { part, name, action } in steps {
        let mut row =
            Finished { part: *part, name, word: "not run", took: Duration::ZERO, closing: Vec::new() };
        if failed.is_empty() || *part == Part::Lint {
            println!("\n== {}: {name}", part.name());
            let started = Instant::now();
            let outcome = action(checkout);
            row.took = started.elapsed();
            match outcome {
                Ok(closing) => {
                    row.word = "ok";
                    row.closing = closing;
                }
                Err(why) => {
                    println!("{why}");
                    row.word = "FAILED";
                    failed.push(format!("{}: {name}", part.name()));
                }
            }
            println!("-- {}: {name}: {} in {}", part.name(), row.word, seconds(row.took));
        }
        finished.push(row);
    }
    summary(&finished, left_out);
    if failed.is_empty() {
        println!("\nall passed");
        ExitCode::SUCCESS
    } else {
        println!("\nFAILED at {}", failed.join(" and at "));
        ExitCode::FAILURE
    }
}

fn summary(finished: &[Finished], left_out: &[&str]) {
    println!("\n== summary");
    for part in Part::ALL {
        let rows: Vec<&Finished> = finished.iter().filter(|row| row.part == part).collect();
        if rows.is_empty() {
            continue;
        }
        let took: Duration = rows.iter().map(|row| row.took).sum();
        let over = part.budget().filter(|budget| took > *budget);
        let note =
            over.map_or_else(String::new, |budget| format!("   over its budget of {}", seconds(budget)));
        println!("{:<42} {:>8} {:>9}{note}", part.name(), "", seconds(took));
        for row in rows {
            println!("  {:<40} {:>8} {:>9}", row.name, row.word, seconds(row.took));
            for line in &row.closing {
                println!("      {line}");
            }
        }
    }
    println!("{:<42} {:>8} {:>9}", "total", "", seconds(finished.iter().map(|row| row.took).sum()));
    for run in left_out {
        println!("left out (run with --full): {run}");
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}
