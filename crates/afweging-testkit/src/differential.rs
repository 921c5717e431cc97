//! The core beside the model written a second time, on generated dossiers.

use std::ops::{ControlFlow, Range};
use std::path::Path;

use afweging::{Dossier, Minimised, assess, minimise_watched};
use chrono::{Days, NaiveDate};
use serde_json::Value;

use crate::reference::law::Law;
use crate::reference::{Picture, last_day, picture};
use crate::{Dice, Histories, History, dutch_pack};

/// What came of laying the two beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compared {
    /// They say the same.
    Same,
    /// They differ on these answers: what was asked, and what each says.
    Differs(Vec<String>),
}

/// The Dutch law pack as files: where the sources of this crate are, so for tests only.
///
/// # Errors
/// Where the files cannot be read.
pub fn dutch_law() -> Result<Law, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../afweging/packs/nl");
    let mut files = Vec::new();
    for topic in std::fs::read_dir(&root).map_err(|why| why.to_string())? {
        let topic = topic.map_err(|why| why.to_string())?.path();
        for file in topic.is_dir().then(|| std::fs::read_dir(&topic)).into_iter().flatten().flatten() {
            let file = file.map_err(|why| why.to_string())?.path();
            let name = file.strip_prefix(&root).map_err(|why| why.to_string())?.display().to_string();
            files.push((name, std::fs::read_to_string(&file).map_err(|why| why.to_string())?));
        }
    }
    files.sort();
    Law::read(&files)
}

/// The dossier of one case, and the day: always the same for a number.
pub fn case(number: u64) -> (History, NaiveDate) {
    let mut dice = Dice::new(number);
    let length = dice.below(50).saturating_add(8);
    let seeds: Vec<u64> = (0..length).map(|_| dice.roll()).collect();
    let histories = Histories::new();
    let history = if number.is_multiple_of(3) { histories.well_prepared() } else { histories }.build(&seeds);
    let later = if dice.chance(60) { 0 } else { dice.below(400) };
    let at = history.last_day().checked_add_days(Days::new(later)).unwrap_or_default();
    (history, at)
}

/// Lays the two beside each other.
///
/// # Errors
/// Where the reference cannot read the dossier.
pub fn compare(dossier: &Dossier, law: &Law, at: NaiveDate) -> Result<Compared, String> {
    let json: Value = serde_json::from_str(&dossier.to_json()).map_err(|why| why.to_string())?;
    let core = assess(dossier, dutch_pack(), at).to_json();
    let core: Value = serde_json::from_str(&core).map_err(|why| why.to_string())?;
    let reckoned = due_days(&core, law, at);
    if !reckoned.is_empty() {
        return Ok(Compared::Differs(reckoned));
    }
    let (ours, theirs) = (without_anyone(picture(&json, law, at)?), of_core(&core));
    let differences = differences(&ours, &theirs);
    Ok(if differences.is_empty() { Compared::Same } else { Compared::Differs(differences) })
}

/// Advice and a report are asked by anyone: whom the core names for that is not compared.
fn without_anyone(mut picture: Picture) -> Picture {
    for told in picture.values_mut().filter(|it| it.contains("anyone")) {
        "anyone".clone_into(told);
    }
    picture
}

/// Where the last day of a term, from the day on which the core has it begin, is another by the reference.
fn due_days(assessment: &Value, law: &Law, at: NaiveDate) -> Vec<String> {
    let mut lines = Vec::new();
    for duty in assessment.get("duties").and_then(Value::as_array).into_iter().flatten() {
        let Some(reckoning) = duty.get("reckoning") else { continue };
        let word = |key: &str| reckoning.get(key).and_then(Value::as_str).unwrap_or_default();
        let ours = last_day(law, word("term"), word("from"), at);
        if let Some(ours) = ours.filter(|ours| ours.to_string() != word("last")) {
            lines.push(format!(
                "{} from {}\n    model: {ours}\n    core:  {}",
                word("term"),
                word("from"),
                word("last")
            ));
        }
    }
    lines
}

fn differences(ours: &Picture, theirs: &Picture) -> Vec<String> {
    let mut keys: Vec<&String> = ours.keys().chain(theirs.keys()).collect();
    keys.sort();
    keys.dedup();
    let said = |picture: &Picture, key: &String| picture.get(key).cloned().unwrap_or_default();
    keys.into_iter()
        .filter(|key| said(ours, key) != said(theirs, key))
        .map(|key| format!("{key}\n    model: {}\n    core:  {}", said(ours, key), said(theirs, key)))
        .collect()
}

/// The core's assessment in the words of the reference.
fn of_core(assessment: &Value) -> Picture {
    let mut picture = Picture::new();
    let list = |of: &Value, key: &str| of.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let text = |of: &Value, key: &str| of.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let count = |of: &Value, key: &str| of.get(key).and_then(Value::as_u64).unwrap_or_default();
    let is = |of: &Value, key: &str| of.get(key).and_then(Value::as_bool).unwrap_or_default();
    let facts = assessment.get("uncertainties").map(|it| list(it, "facts")).unwrap_or_default();
    for fact in facts {
        let (id, support) = (text(&fact, "statement"), text(&fact, "support"));
        let (pro, con) = (count(&fact, "roots_for"), count(&fact, "roots_against"));
        let (mentions, untraced) = (count(&fact, "mentions"), count(&fact, "untraced"));
        let told = format!("{support} mentions {mentions} roots {pro}/{con} untraced {untraced}");
        picture.insert(format!("{id} support"), told);
        let (found, level) = (text(&fact, "found"), text(&fact, "level"));
        let (reopened, withdrawn) = (is(&fact, "reopened"), is(&fact, "withdrawn"));
        picture.insert(
            format!("{id} found"),
            format!("`{found}` `{level}` reopened {reopened} withdrawn {withdrawn}"),
        );
    }
    for step in list(assessment, "steps") {
        let id = text(&step, "step");
        let stands = step.get("stands").cloned().unwrap_or_default();
        picture.insert(format!("{id} open"), is(&step, "open").to_string());
        let words = format!(
            "{} {} {}",
            text(&stands, "request"),
            text(&stands, "decision"),
            text(&stands, "execution")
        );
        picture.insert(format!("{id} stands"), words);
        let sorted = |mut all: Vec<String>, between: &str| {
            all.sort();
            all.dedup();
            all.join(between)
        };
        let candidates = list(&step, "candidates")
            .into_iter()
            .map(|it| sorted(list(&it, "one_of").iter().map(Value::to_string).collect(), " or "));
        picture.insert(format!("{id} candidates"), sorted(candidates.collect(), "; "));
        for act in ["request", "decide"] {
            let anyone = act == "request" && ["M03", "M06"].contains(&text(&step, "measure").as_str());
            let powers = list(&step, &format!("who_may_{act}")).into_iter().map(|it| {
                let who = it.get("who").map(|who| text(who, "actor")).unwrap_or_default();
                format!("{who}{}", if is(&it, "subsidiary") { " second" } else { "" })
            });
            let powers: Vec<String> = powers.collect();
            let is_anyone = anyone && !powers.is_empty();
            let told = if is_anyone { "anyone".to_owned() } else { sorted(powers, "; ") };
            picture.insert(format!("{id} may {act}"), told);
        }
        for gate in list(&step, "gates") {
            let name = text(&gate, "gate");
            picture.insert(format!("{id} gate {name}"), text(&gate, "outcome"));
        }
    }
    picture
}

/// The shortest history of a dossier on which the two still differ.
///
/// # Errors
/// Where it is the same, and where the reference cannot read a dossier.
pub fn shortest(dossier: &Dossier, law: &Law, at: NaiveDate) -> Result<Minimised, String> {
    let differs = |it: &Dossier| compare(it, law, at).map(|compared| compared != Compared::Same);
    minimise_watched(dossier, differs, |_| ControlFlow::Continue(())).map_err(|why| why.to_string())
}

/// The first of the cases on which the two differ; none when they say the same on all. As many at a time as there are threads, and the
/// answer is the same for any number of them.
///
/// # Errors
/// Where the reference cannot read a dossier.
pub fn first_difference(cases: Range<u64>, law: &Law, threads: u64) -> Result<Option<u64>, String> {
    let threads = threads.max(1);
    // Each takes its share of the cases in turn, up to the first one that differs.
    let of_one = |own: u64| -> Result<Option<u64>, String> {
        let mut number = cases.start.saturating_add(own);
        while number < cases.end {
            let (history, at) = case(number);
            if compare(&history, law, at)? != Compared::Same {
                return Ok(Some(number));
            }
            number = number.saturating_add(threads);
        }
        Ok(None)
    };
    let of_one = &of_one;
    let found: Vec<Result<Option<u64>, String>> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|own| scope.spawn(move || of_one(own))).collect();
        let stopped = |_| Err("a case stopped with a panic".to_owned());
        running.into_iter().map(|it| it.join().unwrap_or_else(stopped)).collect()
    });
    let found: Result<Vec<Option<u64>>, String> = found.into_iter().collect();
    Ok(found?.into_iter().flatten().min())
}
