//! The log: what happened, in the order in which it happened.

use chrono::NaiveDate;
use serde_json::Value;

use super::reading::{a_day, get, list, named, number, text};

/// One entry.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its number.
    pub seq: i64,
    /// The kind of event.
    pub kind: String,
    /// What the event says.
    pub what: Value,
    /// Who recorded it.
    pub by: String,
    /// The first day on which it was so.
    pub day: NaiveDate,
    /// The last day on which it may have been so.
    pub last_day: NaiveDate,
    /// The day on which it was recorded.
    pub recorded: NaiveDate,
    /// Whether it came in by the own door.
    pub own: bool,
}

/// The entries of a dossier that count.
#[derive(Debug, Clone, Default)]
pub struct Log {
    /// In the order in which they happened.
    pub entries: Vec<Entry>,
}

/// Kinds of entry that none of the rules here looks at. A kind that is neither here nor in [`LOOKED_AT`] is an error: a new
/// one has to be judged by somebody before it can be passed over.
pub const PASSED_OVER: &[&str] = &[
    "account_confirmed",
    "account_contested",
    "effect_noted",
    "redacted",
    "report_received",
    "watch_taken",
    "watch_left",
    "handed_over",
    "hand_over_accepted",
    "closed",
    "obligation_ordered",
    "obligation_met",
    "told",
    "mind_change_linked",
    // What is sealed counts once it is opened.
    "sealing_agreed",
    "view_sealed",
];

/// Kinds of entry that some rule here looks at.
pub const LOOKED_AT: &[&str] = &[
    "person_added",
    "relation_noted",
    "authority_noted",
    "capacity_noted",
    "set_aside",
    "invited",
    "heard",
    "hearing_declined",
    "not_heard",
    "account_still_stands",
    "cycle_opened",
    "claimed",
    "evidence_added",
    "found",
    "withdrawn",
    "consent_asked",
    "consent_given",
    "consent_refused",
    "consent_withdrawn",
    "view_given",
    "views_revealed",
    "dialogue_opened",
    "converged",
    "diverged",
    "dialogue_reopened",
    "fell_back",
    "step_proposed",
    "step_detailed",
    "alternative_named",
    "candidates_answered",
    "urgency_declared",
    "request_filed",
    "request_withdrawn",
    "request_held_over",
    "decided",
    "decided_urgently",
    "heard_afterwards",
    "started",
    "reviewed",
    "ended",
    "appeal_lodged",
    "appeal_ruled",
    "placement_changed",
    "defect_passed_over",
    "document_noted",
    "moment_noted",
    "corrected",
    "contested",
];

impl Log {
    /// Model §2 and decision 0005: a correction takes the effect of an entry out; things of one day keep the order in which
    /// they were recorded; of an interval or a year the first day counts.
    pub fn read(dossier: &Value) -> Result<Self, String> {
        let all = list(dossier, "entries");
        let mut corrected = Vec::new();
        for entry in all {
            if let ("corrected", what) = named(get(entry, "event")) {
                corrected.push(number(what, "entry"));
            }
        }
        let mut entries = Vec::new();
        for entry in all {
            let (kind, what) = named(get(entry, "event"));
            if PASSED_OVER.contains(&kind) || corrected.contains(&number(entry, "seq")) {
                continue;
            }
            if !LOOKED_AT.contains(&kind) {
                return Err(format!("no rule here knows the kind of entry `{kind}`"));
            }
            let as_is = Entry {
                seq: number(entry, "seq"),
                kind: kind.to_owned(),
                what: what.clone(),
                by: text(entry, "by").to_owned(),
                day: first_day(text(entry, "occurred")).ok_or("an entry without a day")?,
                last_day: last_day(text(entry, "occurred")).ok_or("an entry without a day")?,
                recorded: a_day(text(entry, "recorded")).ok_or("an entry not recorded on a day")?,
                own: text(entry, "door") == "own",
            };
            if kind == "views_revealed" {
                entries.extend(opened(&as_is));
            } else {
                entries.push(as_is);
            }
        }
        entries.sort_by_key(|it| (it.day, it.seq));
        Ok(Self { entries })
    }

    /// What had happened by the end of a day (P1: what happens after it does not count).
    pub fn until(&self, at: NaiveDate) -> Self {
        self.keep(|it| it.day <= at)
    }

    /// The entries of which something holds.
    pub fn keep(&self, holds: impl Fn(&Entry) -> bool) -> Self {
        Self { entries: self.entries.iter().filter(|it| holds(it)).cloned().collect() }
    }

    /// The entries of one kind, the earliest first.
    pub fn of(&self, kind: &str) -> Vec<&Entry> {
        self.entries.iter().filter(|it| it.kind == kind).collect()
    }

    /// The entries of one kind about one step, the earliest first.
    pub fn on(&self, step: &str, kind: &str) -> Vec<&Entry> {
        self.of(kind).into_iter().filter(|it| text(&it.what, "step") == step).collect()
    }

    /// The latest entry of one kind about one step.
    pub fn last(&self, step: &str, kind: &str) -> Option<&Entry> {
        self.on(step, kind).pop()
    }
}

/// machines.md, Weighing: sealed until all are in, and all are opened in one entry. From then on each is a view like another.
fn opened(entry: &Entry) -> Vec<Entry> {
    let view = |it: &Value| Entry {
        kind: "view_given".to_owned(),
        what: get(it, "view").clone(),
        by: text(it, "by").to_owned(),
        ..entry.clone()
    };
    list(&entry.what, "views").iter().map(view).collect()
}

/// A day, an instant, `from/until`, or a year.
fn first_day(occurred: &str) -> Option<NaiveDate> {
    if occurred.len() == 4 { a_day(&format!("{occurred}-01-01")) } else { a_day(occurred) }
}

fn last_day(occurred: &str) -> Option<NaiveDate> {
    match occurred.split_once('/') {
        Some((_, until)) => a_day(until),
        None if occurred.len() == 4 => a_day(&format!("{occurred}-12-31")),
        None => a_day(occurred),
    }
}
