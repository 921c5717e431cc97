//! The Python package: a virtual environment in the checkout, a wheel, and pytest against the installed wheel.

use std::path::PathBuf;
use std::process::Command;

use crate::checkout::Checkout;
use crate::process::{capture, run};
use crate::step::{Part, Step};

pub const PACKAGE: &str = "afweging-python";
const FOLDER: &str = "bindings/python";

/// What the build and the tests need, pinned with all that comes along; nothing is installed outside `.venv`.
const PINNED: &str = "bindings/python/requirements-dev.txt";

/// Python itself with the two modules that make a virtual environment (Debian packs them apart).
const PROBE: &str = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";

pub fn steps() -> Vec<Step> {
    let step = |name, action| Step { part: Part::Python, name, action };
    vec![
        step("virtual environment", environment),
        step("maturin build, install the wheel", wheel),
        step("pytest", pytest),
        step("mypy and stubtest", types),
    ]
}

pub fn needs(checkout: &Checkout) -> Result<(), String> {
    interpreter(checkout).map(drop)
}

fn interpreter(checkout: &Checkout) -> Result<&'static str, String> {
    ["python3.11", "python3"]
        .into_iter()
        .find(|name| {
            let mut command = checkout.command(name);
            command.args(["-c", PROBE]);
            capture(command).is_ok()
        })
        .ok_or_else(|| "Python 3.11 or later with venv is not installed; install it: apt-get install python3 python3-venv".to_owned())
}

fn tool(checkout: &Checkout, name: &str) -> PathBuf {
    checkout.root.join(".venv/bin").join(name)
}

fn pip(checkout: &Checkout, arguments: &[&str]) -> Command {
    let mut command = checkout.command(tool(checkout, "python"));
    command.args(["-m", "pip", "install", "--quiet"]).args(arguments);
    command
}

fn environment(checkout: &Checkout) -> Result<Vec<String>, String> {
    if !tool(checkout, "python").exists() {
        let mut command = checkout.command(interpreter(checkout)?);
        command.args(["-m", "venv", ".venv"]);
        run(command)?;
    }
    // Costs a second when all is there already, and puts an old environment right.
    run(pip(checkout, &["--requirement", PINNED]))?;
    Ok(Vec::new())
}

fn wheel(checkout: &Checkout) -> Result<Vec<String>, String> {
    let wheels = checkout.target.join("wheels");
    // So that exactly one wheel is there to be installed, whatever the version was last time.
    if wheels.exists() {
        std::fs::remove_dir_all(&wheels).map_err(|error| format!("{}: {error}", wheels.display()))?;
    }
    let mut command = checkout.command(tool(checkout, "maturin"));
    command
        .args(["build", "--profile", "ci", "--locked", "--manifest-path"])
        .arg(format!("{FOLDER}/Cargo.toml"))
        // maturin builds with other features than cargo does: in one folder each would undo the other's work.
        .arg("--target-dir")
        .arg(checkout.target.join("python"))
        .arg("--out")
        .arg(&wheels)
        .arg("--interpreter")
        .arg(tool(checkout, "python"));
    run(command)?;

    let built = std::fs::read_dir(&wheels).map_err(|error| format!("{}: {error}", wheels.display()))?;
    let built: Vec<String> =
        built.flatten().map(|entry| entry.path().to_string_lossy().into_owned()).collect();
    let [wheel] = built.as_slice() else {
        return Err(format!("maturin made {} wheels, wanted one", built.len()));
    };
    // The version stays the same from build to build; without force pip would keep the old one.
    run(pip(checkout, &["--force-reinstall", "--no-deps", wheel]))?;
    Ok(Vec::new())
}

fn pytest(checkout: &Checkout) -> Result<Vec<String>, String> {
    // pytest itself fails when it finds no test. It starts outside the package's folder, so that the wheel is imported.
    let mut command = checkout.command(tool(checkout, "python"));
    command.args(["-m", "pytest", "-q", "-p", "no:cacheprovider"]).arg(FOLDER);
    let lines = run(command)?;
    Ok(lines.into_iter().rev().find(|line| line.contains(" passed")).into_iter().collect())
}

/// The hand-written Python under mypy, and the stubs of the native half against the wheel itself.
fn types(checkout: &Checkout) -> Result<Vec<String>, String> {
    let mut closing = Vec::new();
    for arguments in [&["-m", "mypy"][..], &["-m", "mypy.stubtest", "afweging"]] {
        let mut command = checkout.command(tool(checkout, "python"));
        // Where the settings of mypy are.
        command.args(arguments).current_dir(checkout.root.join(FOLDER));
        closing.extend(run(command)?.into_iter().next_back());
    }
    Ok(closing)
}
