//! A long differential run: `cargo xtask differential --cases N --seed S`.
//!
//! Cases `S` to `S + N - 1`, on as many threads as there are cores. Every thousand cases it says how far it is and with which options
//! it is taken up again. It stops at the first difference, tells the shortest history that still differs, and writes it.

use std::process::ExitCode;
use std::time::Instant;

use afweging::{Language, Story, StoryOf};
use afweging_testkit::differential::{Compared, case, compare, dutch_law, first_difference, shortest};
use afweging_testkit::dutch_pack;
use afweging_testkit::reference::law::Law;
use serde_json::json;

/// How many cases between two lines on how far it is.
const BLOCK: u64 = 1_000;

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("differential: {why}");
            ExitCode::from(2)
        }
    }
}

/// Whether nothing differed.
fn run(arguments: &[String]) -> Result<bool, String> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let (mut cases, mut seed) = (10_000_u64, 0_u64);
    let mut threads = u64::try_from(cores).unwrap_or(1);
    let mut arguments = arguments.iter();
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("`{name}` takes a value"))?;
        let number = value.parse().map_err(|_| format!("`{name}` takes a whole number"))?;
        match name.as_str() {
            "--cases" => cases = number,
            "--seed" => seed = number,
            "--threads" => threads = number,
            _ => return Err(format!("there is no option `{name}`; there are --cases, --seed and --threads")),
        }
    }
    let (law, began) = (dutch_law()?, Instant::now());
    let end = seed.saturating_add(cases);
    let mut next = seed;
    while next < end {
        let block = next..end.min(next.saturating_add(BLOCK));
        next = block.end;
        if let Some(number) = first_difference(block, &law, threads)? {
            report(number, &law)?;
            println!("{} cases before it are the same", number.saturating_sub(seed));
            return Ok(false);
        }
        let (done, left) = (next.saturating_sub(seed), end.saturating_sub(next));
        let seconds = began.elapsed().as_secs();
        println!(
            "{done} of {cases} the same after {seconds} s; take up again with --seed {next} --cases {left}"
        );
    }
    println!("{cases} cases from number {seed} on: the two say the same on all");
    Ok(true)
}

/// Tells of one difference, with as few entries as still differ.
fn report(number: u64, law: &Law) -> Result<(), String> {
    let (history, at) = case(number);
    let found = shortest(&history, law, at)?;
    let small = &found.dossier;
    let file = format!("disagreement-{number}.json");
    write(&file, small, at)?;
    if let Compared::Differs(lines) = compare(small, law, at)? {
        println!("case {number} at {at} differs; {} entries of it are in {file}", small.len());
        println!("{}", lines.join("\n"));
    }
    println!("{}", Story::of(StoryOf::Rule, &found, dutch_pack()).text(Language::En));
    Ok(())
}

fn write(file: &str, dossier: &afweging::Dossier, at: chrono::NaiveDate) -> Result<(), String> {
    let parsed: serde_json::Value =
        serde_json::from_str(&dossier.to_json()).map_err(|why| why.to_string())?;
    let kept = json!({ "pack": "nl", "at": at.to_string(), "dossier": parsed });
    let text = serde_json::to_string_pretty(&kept).map_err(|why| why.to_string())?;
    std::fs::write(file, format!("{text}\n")).map_err(|why| format!("{file}: {why}"))
}
