//! `cargo xtask lint`: the quick checks of our own first, then those that compile.

use crate::checkout::Checkout;
use crate::process::{capture, run};
use crate::step::{Part, Step};
use crate::{docs_check, layers, licences, tree};

pub fn steps() -> Vec<Step> {
    let step = |name, action| Step { part: Part::Lint, name, action };
    vec![
        step("tools are there", tools),
        step("formatting", formatting),
        step("what the files name, and how long they are", tree::check),
        step("the book's pages and links", docs_check::check),
        step("layers", layers::check),
        step("licences and sources of dependencies", licences::check),
        step("clippy", clippy),
        step("documentation", documentation),
    ]
}

/// Found out first, so that nobody waits ten minutes to learn that a component is missing.
fn tools(checkout: &Checkout) -> Result<Vec<String>, String> {
    for (tool, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        capture(checkout.cargo([tool, "--version"])).map_err(|_| {
            format!("`cargo {tool}` is not installed; install it: rustup component add {component}")
        })?;
    }
    Ok(Vec::new())
}

fn formatting(checkout: &Checkout) -> Result<Vec<String>, String> {
    run(checkout.cargo(["fmt", "--all", "--check", "--", "--color", "never"]))
        .map_err(|why| format!("{why}\nto put it right: cargo fmt --all"))?;
    Ok(Vec::new())
}

fn clippy(checkout: &Checkout) -> Result<Vec<String>, String> {
    // The crate around uniffi's generator is three lines; checking it costs more than checking all the rest.
    run(checkout.cargo([
        "clippy",
        "--workspace",
        "--exclude",
        "afweging-kotlin-bindgen",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]))?;
    Ok(Vec::new())
}

/// Libraries only: the command line's binary has the core's name, and their pages would overwrite each other.
fn documentation(checkout: &Checkout) -> Result<Vec<String>, String> {
    let mut command = checkout.cargo(["doc", "--workspace", "--lib", "--no-deps", "--locked"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    run(command)?;
    Ok(Vec::new())
}
