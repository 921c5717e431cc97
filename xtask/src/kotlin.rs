//! The Kotlin package: the native library, the generated code, and Maven.

use crate::checkout::Checkout;
use crate::process::{capture, find_tool, run};
use crate::step::{Part, Step};

pub const PACKAGE: &str = "afweging-kotlin";
const FOLDER: &str = "bindings/kotlin";
const LIBRARY: &str = "libafweging_kotlin.so";
/// A crate of its own, so that no release build compiles the generator.
pub const BINDGEN: &str = "afweging-kotlin-bindgen";

pub fn steps() -> Vec<Step> {
    let step = |name, action| Step { part: Part::Kotlin, name, action };
    vec![step("native library", library), step("generated Kotlin", bindgen), step("mvn verify", maven)]
}

pub fn needs(checkout: &Checkout) -> Result<(), String> {
    find_tool("javac", "JDK 17, as in apt-get install openjdk-17-jdk-headless")?;
    find_tool("mvn", "apt-get install maven")?;
    let mut command = checkout.command("javac");
    command.arg("--version");
    let version = capture(command)?;
    match version.trim().strip_prefix("javac ").and_then(|rest| rest.split('.').next()).map(str::parse::<u32>)
    {
        Some(Ok(major)) if major >= 17 => Ok(()),
        _ => Err(format!("`{}` is too old; install JDK 17 or later", version.trim())),
    }
}

fn library(checkout: &Checkout) -> Result<Vec<String>, String> {
    run(checkout.cargo(["build", "--locked", "--profile", "ci", "--lib", "-p", PACKAGE]))?;
    Ok(Vec::new())
}

fn bindgen(checkout: &Checkout) -> Result<Vec<String>, String> {
    // In the dev profile: the generator takes minutes to optimise and a second to run.
    let mut command = checkout.cargo(["run", "--locked", "-p", BINDGEN, "--"]);
    command
        .arg(checkout.target.join("ci").join(LIBRARY))
        .arg(checkout.root.join(FOLDER).join("target/generated-sources/uniffi"));
    run(command)?;
    Ok(Vec::new())
}

fn maven(checkout: &Checkout) -> Result<Vec<String>, String> {
    let reports = checkout.root.join(FOLDER).join("target/surefire-reports");
    // A report of an earlier run must not stand in for one of this run.
    if reports.exists() {
        std::fs::remove_dir_all(&reports).map_err(|error| format!("{}: {error}", reports.display()))?;
    }
    let mut command = checkout.command("mvn");
    command
        .args(["-B", "-q", "-f"])
        .arg(format!("{FOLDER}/pom.xml"))
        .arg(format!("-Dnative.dir={}", checkout.target.join("ci").display()))
        .arg("verify");
    run(command)?;

    // Quiet Maven says nothing of the tests; surefire wrote it down.
    let mut closing = Vec::new();
    for entry in std::fs::read_dir(&reports).into_iter().flatten().flatten() {
        if entry.path().extension().is_some_and(|end| end == "txt") {
            let text = std::fs::read_to_string(entry.path()).map_err(|error| error.to_string())?;
            closing.extend(text.lines().filter(|line| line.starts_with("Tests run:")).map(str::to_owned));
        }
    }
    closing.sort();
    closing.iter().for_each(|line| println!("{line}"));
    if closing.is_empty() { Err("mvn verify passed without running a test".to_owned()) } else { Ok(closing) }
}
