//! Writes the vectors that are not there yet: `cargo run -p afweging-testkit --example vectors -- tests/vectors`.
//!
//! Those by hand (`terms`, `powers`) stand as they are written. For each code it looks for the shortest dossier that shows it and for
//! the twin that differs in one thing and does not, among generated dossiers and scripted ones; `points` says by which rule.
//! A vector that is there already is left as it is. What it cannot make, it names.

mod doors;
mod facts;
mod pairs;
mod points;
mod powers;
mod tale;
mod terms;

use std::cell::LazyCell;
use std::path::Path;
use std::process::ExitCode;

use afweging_testkit::vectors::{Expect, Failure, Folder, Twin, VECTOR_FORMAT, Vector};
use chrono::NaiveDate;
use serde_json::Value;

use pairs::Pair;

fn main() -> ExitCode {
    let Some(root) = std::env::args().nth(1) else {
        eprintln!("vectors: name the folder");
        return ExitCode::from(2);
    };
    match run(Path::new(&root)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("vectors: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run(root: &Path) -> Result<(), String> {
    for vector in
        terms::vectors().into_iter().chain(powers::vectors()).chain(powers::silence()).chain(facts::vectors())
    {
        write(root, vector)?;
    }
    for vector in doors::vectors()? {
        write(root, vector)?;
    }
    let pool = LazyCell::new(pairs::Pool::new);
    for (code, level, source, when) in points::POINTS {
        let is_there = |end: &str| file(root, level.name(), &name(code, end)).is_file();
        if is_there("shown") && is_there("not") {
            continue;
        }
        let Some(code) = afweging::Code::all().iter().find(|it| it.as_str() == *code) else {
            return Err(format!("there is no code {code}"));
        };
        let Some(Pair { at, shown, not, differs, region }) = pool.pair(*code) else {
            println!("{code}: nothing shows it");
            continue;
        };
        let vector =
            |end: &str, point: String, dossier: &Value, expect: Expect, other: &str, differs: &str| Vector {
                format: VECTOR_FORMAT.to_owned(),
                name: name(code.as_str(), end),
                level: *level,
                point,
                source: (*source).to_owned(),
                twin: not
                    .is_some()
                    .then(|| Twin { name: name(code.as_str(), other), differs: differs.to_owned() }),
                pack: "nl".to_owned(),
                region: region.clone().filter(|_| end == "shown"),
                at,
                dossier: dossier.clone(),
                record: None,
                beside: Vec::new(),
                expect,
                codes: Vec::new(),
            };
        let says = format!("{code} is shown: {when}.");
        write(root, vector("shown", says, &shown, Expect::Shows(code.to_string()), "not", &differs.0))?;
        match &not {
            Some(not) => {
                let says = format!("{code} is not shown: it is not so that {when}.");
                write(root, vector("not", says, not, Expect::Lacks(code.to_string()), "shown", &differs.1))?;
            }
            None => println!("{code}: no twin"),
        }
    }
    let manifest = serde_json::to_string_pretty(&Folder::listed(root)?).map_err(|why| why.to_string())?;
    std::fs::write(root.join("manifest.json"), manifest + "\n").map_err(|why| why.to_string())
}

fn name(code: &str, end: &str) -> String {
    format!("{}-{end}", code.to_lowercase())
}

fn file(root: &Path, level: &str, name: &str) -> std::path::PathBuf {
    root.join(level).join(format!("{name}.json"))
}

/// Writes a vector whose point holds, with the codes that the library gives. One whose point does not hold is named: then the rule, the
/// row or the library is wrong, and somebody has to look.
fn write(root: &Path, mut vector: Vector) -> Result<(), String> {
    let file = file(root, vector.level.name(), &vector.name);
    if file.is_file() {
        return Ok(());
    }
    vector.codes = vector.run()?.codes();
    let broken: Vec<Failure> = vector.failures();
    if !broken.is_empty() {
        println!(
            "{}: {}",
            vector.name,
            broken.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
        );
        return Ok(());
    }
    let folder = root.join(vector.level.name());
    std::fs::create_dir_all(&folder).map_err(|why| why.to_string())?;
    std::fs::write(&file, vector.to_json()).map_err(|why| format!("{}: {why}", file.display()))
}

/// A day as text, for a row by hand.
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}
