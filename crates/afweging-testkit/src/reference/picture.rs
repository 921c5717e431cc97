//! All that the rules answer for one day, in words that can be laid beside those of the core.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use super::candidates;
use super::execution::stands;
use super::facts;
use super::gates::{self, Case};
use super::law::Law;
use super::log::Log;
use super::powers::{Power, who_may};
use super::steps::all;

/// What was asked, and the answer.
pub type Picture = BTreeMap<String, String>;

/// The picture of a dossier on a day.
///
/// # Errors
/// Where the dossier is not of the format, or holds a kind of entry that nobody has judged yet.
pub fn picture(dossier: &Value, law: &Law, at: NaiveDate) -> Result<Picture, String> {
    let log = Log::read(dossier)?.until(at);
    let mut picture = Picture::new();
    for fact in facts::all(&log) {
        let [mentions, roots_for, roots_against, untraced] = fact.counts;
        let told = format!(
            "{} mentions {mentions} roots {roots_for}/{roots_against} untraced {untraced}",
            fact.support
        );
        picture.insert(format!("{} support", fact.statement), told);
        let found = format!(
            "`{}` `{}` reopened {} withdrawn {}",
            fact.found, fact.level, fact.reopened, fact.withdrawn
        );
        picture.insert(format!("{} found", fact.statement), found);
    }
    let steps = all(&log);
    for step in &steps {
        let on = step.law_day(&log, at);
        let case = Case { log: &log, law, step, at, on };
        of_step(&mut picture, &case);
    }
    Ok(picture)
}

fn of_step(picture: &mut Picture, case: &Case<'_>) {
    let id = &case.step.id;
    let stands = stands(case.log, case.law, case.step, case.at);
    let words = format!("{} {} {}", case.step.request(case.log), stands.decision, stands.execution);
    picture.insert(format!("{id} stands"), words);
    let mut candidates: Vec<String> = candidates::of(case.log, case.law, case.step, case.at)
        .into_iter()
        .map(|it| {
            let mut one_of: Vec<String> = it.one_of.iter().map(Value::to_string).collect();
            one_of.sort();
            one_of.join(" or ")
        })
        .collect();
    candidates.sort();
    picture.insert(format!("{id} candidates"), candidates.join("; "));
    let ended = case.step.ended_measure(case.log);
    for act in ["request", "decide"] {
        let powers = who_may(case.law, act, &case.step.measure, ended.as_deref(), case.on);
        picture.insert(format!("{id} may {act}"), in_words(&powers));
    }
    let mut is_through = true;
    for (gate, findings) in gates::all(case) {
        let outcome = gates::outcome(&findings);
        is_through &= ["passed", "cured"].contains(&outcome);
        picture.insert(format!("{id} gate {gate}"), outcome.to_owned());
    }
    // Model §7: open only when no gate is failed or unknown; decision 0005: what is over is not among the open ones.
    let is_over = step_is_over(case.step.request(case.log), stands.decision, stands.execution);
    picture.insert(format!("{id} open"), (is_through && !is_over).to_string());
}

/// Decision 0005: over is what was refused, taken back, not maintained, ended, lapsed or has run out.
fn step_is_over(request: &str, decision: &str, execution: &str) -> bool {
    request == "Withdrawn"
        || ["Refused", "NotMaintained", "Lapsed"].contains(&decision)
        || ["Ended", "Lapsed", "Expired"].contains(&execution)
}

/// Who may, and whether they come second.
fn in_words(powers: &[Power]) -> String {
    let mut words: Vec<String> = powers
        .iter()
        .map(|(actor, _, second)| format!("{actor}{}", if *second { " second" } else { "" }))
        .collect();
    words.sort();
    words.dedup();
    words.join("; ")
}
