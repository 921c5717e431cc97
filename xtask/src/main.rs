//! `cargo xtask`: the project's own tasks, the same on a desk and in CI.

mod checkout;
mod docs_check;
mod fuzz;
mod kotlin;
mod layers;
mod licences;
mod lint;
mod process;
mod python;
mod step;
mod test;
mod tree;

use std::process::ExitCode;

use checkout::Checkout;
use process::{find_tool, run};

const USAGE: &str = "\
usage: cargo xtask <task>

  test [--full]   everything that a change must pass; --full adds the long runs
  lint            formatting, clippy, docs, licences, layers, the book's links
  bench           the benchmark
  differential [--cases N] [--seed S]
                  the core beside the model written a second time, on N generated dossiers from number S on
  fuzz [TARGET ...] [--seconds N]
                  made-up bytes for every reader, 600 seconds each (needs cargo-fuzz)
  docs            builds the book into docs/book (needs mdbook)

example: cargo xtask lint";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let checkout = match Checkout::open() {
        Ok(checkout) => checkout,
        Err(why) => return stop(&why),
    };
    match *arguments.as_slice() {
        ["test"] => test::all(&checkout, test::Extent::Normal),
        ["test", "--full"] => test::all(&checkout, test::Extent::Full),
        ["lint"] => step::run_all(&checkout, &lint::steps(), &[]),
        ["bench"] => single(bench(&checkout)),
        ["differential", ..] => single(differential(&checkout, arguments.get(1..).unwrap_or_default())),
        ["fuzz", ..] => single(fuzz::all(&checkout, arguments.get(1..).unwrap_or_default())),
        ["docs"] => single(book(&checkout)),
        ["--help" | "-h" | "help"] => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// The benchmark lives beside the generated dossiers that it measures.
fn bench(checkout: &Checkout) -> Result<(), String> {
    run(checkout.cargo(["bench", "--locked", "-p", "afweging-testkit"])).map(drop)
}

/// A long run, so compiled with care. It says itself how far it is, and where to take it up again.
fn differential(checkout: &Checkout, options: &[&str]) -> Result<(), String> {
    let mut command = checkout.cargo([
        "run",
        "--locked",
        "--release",
        "-p",
        "afweging-testkit",
        "--example",
        "differential",
        "--",
    ]);
    command.args(options);
    run(command).map(drop)
}

fn book(checkout: &Checkout) -> Result<(), String> {
    find_tool("mdbook", "cargo install --locked mdbook")?;
    let mut command = checkout.command("mdbook");
    command.args(["build", "docs"]);
    run(command).map(drop)
}

fn single(outcome: Result<(), String>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => stop(&why),
    }
}

fn stop(why: &str) -> ExitCode {
    eprintln!("xtask: {why}");
    ExitCode::FAILURE
}
