//! The steps, and how each stands on a day.

use chrono::NaiveDate;
use serde_json::Value;

use super::law::Law;
use super::log::{Entry, Log};
use super::reading::{day, get, named, said, text};

/// A proposed measure, for one person and one period.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its id.
    pub id: String,
    /// The measure.
    pub measure: String,
    /// The place that was said, or empty.
    pub placement: String,
    /// Whom it is about.
    pub about: String,
    /// What the proposal says.
    pub proposal: Value,
    /// Whether it was proposed by the own door.
    pub own: bool,
}

/// Every step that was proposed.
pub fn all(log: &Log) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for entry in log.of("step_proposed") {
        let id = text(&entry.what, "step").to_owned();
        steps.retain(|it| it.id != id);
        steps.push(Step {
            id,
            measure: text(&entry.what, "measure").to_owned(),
            placement: text(&entry.what, "placement").to_owned(),
            about: text(&entry.what, "about").to_owned(),
            proposal: entry.what.clone(),
            own: entry.own,
        });
    }
    steps.sort_by(|a, b| a.id.cmp(&b.id));
    steps
}

impl Step {
    /// The latest decision on it, urgent or not.
    pub fn decided<'a>(&self, log: &'a Log) -> Option<&'a Entry> {
        last_of(log, &self.id, &["decided", "decided_urgently"])
    }

    /// Who decided on it.
    pub fn decider<'a>(&self, log: &'a Log) -> Option<&'a str> {
        self.decided(log).map(|it| text(&it.what, "decider"))
    }

    /// The latest filing.
    pub fn filed<'a>(&self, log: &'a Log) -> Option<&'a Entry> {
        log.last(&self.id, "request_filed")
    }

    /// Model §1: law is read as in force on the date of the act. That is the decision, or the request, or the day itself.
    pub fn law_day(&self, log: &Log, at: NaiveDate) -> NaiveDate {
        let asked = || last_of(log, &self.id, &["request_filed", "request_withdrawn", "request_held_over"]);
        let decided = || last_of(log, &self.id, &["decided", "decided_urgently", "heard_afterwards"]);
        let act = decided().or_else(asked);
        act.map_or(at, |it| it.day)
    }

    /// Whether something was said of it, in the proposal or later; what is said anew takes the place of what was said before. What was
    /// erased was said, what is blank was not (decision 0005).
    pub fn says(&self, log: &Log, key: &str) -> bool {
        let on = log.entries.iter().filter(|it| text(&it.what, "step") == self.id);
        let last = on.map(|it| get(&it.what, "details")).rfind(|it| it.get(key).is_some());
        last.is_some_and(|it| said(it, key))
    }

    /// machines.md, Decision.
    pub fn decision(&self, log: &Log) -> &'static str {
        let Some(entry) = last_of(log, &self.id, &["decided", "decided_urgently", "heard_afterwards"]) else {
            return "Pending";
        };
        match (entry.kind.as_str(), named(get(&entry.what, "outcome")).0) {
            ("decided_urgently", _) => "UrgentlyGranted",
            ("heard_afterwards", _) if get(&entry.what, "maintained") == &Value::Bool(true) => "Confirmed",
            ("heard_afterwards", _) => "NotMaintained",
            (_, "granted") => "Granted",
            (_, "partly_granted") => "PartlyGranted",
            _ => "Refused",
        }
    }

    /// machines.md, Request.
    pub fn request(&self, log: &Log) -> &'static str {
        let last = last_of(log, &self.id, &["request_filed", "request_withdrawn", "request_held_over"]);
        match last.map(|it| it.kind.as_str()) {
            Some("request_filed") => "Filed",
            Some("request_withdrawn") => "Withdrawn",
            Some(_) => "HeldOver",
            None => "Draft",
        }
    }

    /// The first day on which it was carried out, as far as the log goes.
    pub fn started(&self, log: &Log) -> Option<NaiveDate> {
        log.last(&self.id, "started").map(|it| it.day)
    }

    /// The day from the proposal under a key.
    pub fn proposed(&self, key: &str) -> Option<NaiveDate> {
        day(&self.proposal, key)
    }

    /// The measure of the step that this one says it ends.
    pub fn ended_measure(&self, log: &Log) -> Option<String> {
        let ends = |it: &Self| text(&self.proposal, "ends") == it.id;
        all(log).into_iter().find(ends).map(|it| it.measure)
    }

    /// The measure by the law of the day of the act.
    pub fn datum<'a>(&self, log: &Log, law: &'a Law, at: NaiveDate) -> Option<&'a Value> {
        law.measure(&self.measure, self.law_day(log, at))
    }
}

/// The latest entry on a step of some kinds.
pub fn last_of<'a>(log: &'a Log, step: &str, kinds: &[&str]) -> Option<&'a Entry> {
    let on = |it: &&Entry| kinds.contains(&it.kind.as_str()) && text(&it.what, "step") == step;
    log.entries.iter().rfind(on)
}
