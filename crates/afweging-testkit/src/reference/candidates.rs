//! Which alternatives a step must answer.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::execution::was_in_force_on;
use super::law::Law;
use super::log::Log;
use super::order::{Option as Choice, is_lighter_everywhere, options};
use super::reading::{get, named, text, texts};
use super::steps::{Step, all};

/// One question: the candidates that one answer settles, and the measures that they are.
#[derive(Debug, Clone)]
pub struct Question {
    /// The candidates, as the format writes them.
    pub one_of: Vec<Value>,
    /// What they are, as far as the pack knows them.
    pub choices: Vec<Choice>,
}

impl Question {
    /// Whether somebody named it.
    pub fn is_named(&self) -> bool {
        self.one_of.first().is_some_and(|it| it.get("alternative").is_some())
    }
}

/// Model §8, The candidates.
pub fn of(log: &Log, law: &Law, step: &Step, at: NaiveDate) -> Vec<Question> {
    let on = step.law_day(log, at);
    let ours = options(law, &step.measure, &step.placement, on);
    let mut questions: Vec<Question> = Vec::new();
    // Nothing is less than doing nothing more. Model §8 has no exception for it; the rule asks it nothing.
    if step.measure == "M00" {
        return questions;
    }
    for entry in log.on(&step.id, "alternative_named") {
        questions.push(named_one(law, &entry.what, on));
    }
    let mut by_law: Vec<Question> = Vec::new();
    for choice in lighter(law, step, &ours, on).into_iter().chain(preferred(law, step, on)) {
        add(&mut by_law, &choice);
    }
    // What is as heavy as what somebody named is not asked again beside it.
    by_law.retain(|class| !questions.iter().any(|it| class.one_of.iter().any(|one| it.one_of.contains(one))));
    questions.extend(by_law);
    for datum in law.of("relations", "adjacent", &step.measure, on) {
        questions.push(alone(json!({ "adjacent": text(datum, "id") })));
    }
    for other in all(log) {
        // What the step itself ends is no alternative to it.
        let is_its_own = other.id == step.id || text(&step.proposal, "ends") == other.id;
        if !is_its_own && other.about == step.about && was_in_force_on(log, law, &other, on) {
            questions.push(alone(json!({ "end": other.id })));
        }
    }
    questions.push(alone(json!("nothing")));
    questions
}

fn alone(candidate: Value) -> Question {
    Question { one_of: vec![candidate], choices: Vec::new() }
}

/// Every protective measure that is strictly lighter and shares a protection goal with it.
fn lighter(law: &Law, step: &Step, ours: &[Choice], on: NaiveDate) -> Vec<Choice> {
    let Some(own) = law.measure(&step.measure, on) else { return Vec::new() };
    let goals = texts(own, "goals");
    let serves = |it: &&Value| {
        text(it, "kind") == "protective" && texts(it, "goals").iter().any(|goal| goals.contains(goal))
    };
    let others = law.on("measures", "measure", on).into_iter().filter(serves);
    let choices = others.flat_map(|it| options(law, text(it, "id"), "", on));
    choices.filter(|it| is_lighter_everywhere(std::slice::from_ref(it), ours)).collect()
}

/// What the statute itself prefers.
fn preferred(law: &Law, step: &Step, on: NaiveDate) -> Vec<Choice> {
    let mut choices = Vec::new();
    for datum in law.of("relations", "prefers", &step.measure, on) {
        let with = texts(datum, "with");
        if with.is_empty() || with.contains(&step.placement.as_str()) {
            let places = texts(datum, "placements");
            let places = if places.is_empty() { vec![""] } else { places };
            choices.extend(places.into_iter().flat_map(|place| options(law, text(datum, "over"), place, on)));
        }
    }
    choices
}

/// One question per class of equally intrusive ones.
fn add(questions: &mut Vec<Question>, choice: &Choice) {
    let candidate = written(&choice.measure, &choice.placement);
    let same = questions.iter_mut().find(|it| it.choices.iter().any(|other| other.is_as_heavy(choice)));
    match same {
        Some(question) if question.one_of.contains(&candidate) => {}
        Some(question) => {
            question.one_of.push(candidate);
            question.choices.push(choice.clone());
        }
        None => questions.push(Question { one_of: vec![candidate], choices: vec![choice.clone()] }),
    }
}

/// A measure in a place, as the format writes it.
pub fn written(measure: &str, placement: &str) -> Value {
    if placement.is_empty() {
        json!({ "measure": { "measure": measure } })
    } else {
        json!({ "measure": { "measure": measure, "placement": placement } })
    }
}

/// An alternative that somebody named is asked for itself: nothing is inherited by silence. What two people name is two questions, each
/// with the measure in it (decision 0005).
fn named_one(law: &Law, what: &Value, on: NaiveDate) -> Question {
    let candidate = json!({ "alternative": text(what, "alternative") });
    let ("measure", option) = named(get(what, "option")) else { return alone(candidate) };
    let (measure, place) = (text(option, "measure"), text(option, "placement"));
    Question { one_of: vec![candidate, written(measure, place)], choices: options(law, measure, place, on) }
}
