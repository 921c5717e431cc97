//! A long differential run: `cargo xtask differential --cases N --seed S`.
//!
//! Cases `S` to `S + N - 1`, so that a run can be taken up where it stopped. It stops at the first difference that is not known, and
//! tells the shortest history that
//! still differs, and writes it.

use std::process::ExitCode;

use afweging::{Language, Story, StoryOf};
use afweging_testkit::differential::{Compared, Run, case, compare, dutch_law, shortest};
use afweging_testkit::dutch_pack;
use afweging_testkit::reference::readings::Reading;
use serde_json::json;

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

/// Whether nothing differed that was not known.
fn run(arguments: &[String]) -> Result<bool, String> {
    let (mut cases, mut seed, mut keep) = (10_000_u64, 0_u64, None);
    let mut arguments = arguments.iter();
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("`{name}` takes a value"))?;
        let number = || value.parse().map_err(|_| format!("`{name}` takes a whole number"));
        match name.as_str() {
            "--cases" => cases = number()?,
            "--seed" => seed = number()?,
            "--keep" => keep = Some(value.clone()),
            _ => return Err(format!("there is no option `{name}`; there are --cases, --seed and --keep")),
        }
    }
    if let Some(folder) = keep {
        return keep_known(&folder, seed, cases).map(|()| true);
    }
    let law = dutch_law()?;
    let mut run = Run::default();
    for number in seed..seed.saturating_add(cases) {
        let (history, at) = case(number);
        let compared = compare(&history, &law, at)?;
        if matches!(compared, Compared::Differs(_)) {
            let found = shortest(&history, &law, at, |it| matches!(it, Compared::Differs(_)))?;
            let small = &found.dossier;
            let file = format!("disagreement-{number}.json");
            write(&file, small, at)?;
            if let Compared::Differs(lines) = compare(small, &law, at)? {
                println!("case {number} at {at} differs; {} entries of it are in {file}", small.len());
                println!("{}", lines.join("\n"));
            }
            println!("{}", Story::of(StoryOf::Rule, &found, dutch_pack()).text(Language::En));
            println!(
                "before it: {}\ntake it up again with --seed {}",
                run.in_words(),
                number.saturating_add(1)
            );
            return Ok(false);
        }
        run.count(&compared);
        let done = number.saturating_sub(seed).saturating_add(1);
        if done.is_multiple_of(1_000) {
            println!("{done} of {cases} cases, next --seed {}", number.saturating_add(1));
        }
    }
    println!("{cases} cases from {seed}: {}", run.in_words());
    Ok(true)
}

/// Writes the smallest dossier for each known difference that occurs alone in these cases.
fn keep_known(folder: &str, seed: u64, cases: u64) -> Result<(), String> {
    let law = dutch_law()?;
    let mut missing: Vec<(Reading, &str)> = Reading::ALL.to_vec();
    for number in seed..seed.saturating_add(cases) {
        if missing.is_empty() {
            break;
        }
        let (history, at) = case(number);
        let Compared::Known(readings) = compare(&history, &law, at)? else { continue };
        for (reading, name) in missing.clone().into_iter().filter(|(it, _)| readings.contains(it)) {
            let alone = |it: &Compared| *it == Compared::Known(vec![reading]);
            let holds = |it: &Compared| matches!(it, Compared::Known(all) if all.contains(&reading));
            let small = shortest(&history, &law, at, holds)?.dossier;
            if alone(&compare(&small, &law, at)?) {
                write(&format!("{folder}/{name}.json"), &small, at)?;
                println!("{name}: case {number}, {} entries", small.len());
                missing.retain(|(it, _)| *it != reading);
            }
        }
    }
    println!("not seen alone: {missing:?}");
    Ok(())
}

fn write(file: &str, dossier: &afweging::Dossier, at: chrono::NaiveDate) -> Result<(), String> {
    let parsed: serde_json::Value =
        serde_json::from_str(&dossier.to_json()).map_err(|why| why.to_string())?;
    let kept = json!({ "pack": "nl", "at": at.to_string(), "dossier": parsed });
    let text = serde_json::to_string_pretty(&kept).map_err(|why| why.to_string())?;
    std::fs::write(file, format!("{text}\n")).map_err(|why| format!("{file}: {why}"))
}
