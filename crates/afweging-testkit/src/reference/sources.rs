//! Back to the source: which independent roots a statement has.

use super::log::{Entry, Log};
use super::reading::{get, named, number, text, texts};

/// Where a tale ends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Root {
    /// What somebody saw or heard: two observations by one person are one root (machines.md, Support).
    Observed(String),
    /// An expert's report or a test.
    Expert(String),
    /// A document that copies nothing.
    Document(String),
}

impl Root {
    /// machines.md: an own observation and an expert's report are first-hand.
    pub fn is_first_hand(&self) -> bool {
        !matches!(self, Self::Document(_))
    }
}

/// The evidence that stands in a log: what was taken back counts for nothing.
pub fn standing(log: &Log) -> Vec<&Entry> {
    let mut taken_back = Vec::new();
    for entry in log.of("withdrawn") {
        if let ("evidence", id) = named(get(&entry.what, "taken_back")) {
            taken_back.push(id.as_str().unwrap_or_default());
        }
    }
    let all = log.of("evidence_added").into_iter();
    all.filter(|it| !taken_back.contains(&text(&it.what, "evidence"))).collect()
}

/// The roots to which pieces of evidence lead. `passes` says which pieces a way may go over.
pub fn roots(from: &[&Entry], all: &[&Entry], passes: &dyn Fn(&Entry) -> bool) -> Vec<Root> {
    let mut found = Vec::new();
    let mut to_visit: Vec<&Entry> = from.to_vec();
    let mut visited: Vec<i64> = Vec::new();
    while let Some(piece) = to_visit.pop() {
        if visited.contains(&piece.seq) || !passes(piece) {
            continue;
        }
        visited.push(piece.seq);
        let id = text(&piece.what, "evidence");
        let (origin, of) = named(get(&piece.what, "origin"));
        let told_by: Vec<&str> = match origin {
            "own_observation" => {
                found.push(Root::Observed(text(&piece.what, "borne_by").to_owned()));
                vec![]
            }
            "expert_report" => {
                found.push(Root::Expert(id.to_owned()));
                vec![]
            }
            "document" if texts(of, "copies").is_empty() => {
                found.push(Root::Document(id.to_owned()));
                vec![]
            }
            "document" => texts(of, "copies"),
            "told_by_evidence" => vec![text(of, "evidence")],
            _ => vec![],
        };
        to_visit.extend(all.iter().filter(|it| told_by.contains(&text(&it.what, "evidence"))));
        if origin == "told_by_person" {
            // What that person brings on the same statement, on the same side.
            to_visit.extend(all.iter().filter(|it| {
                text(&it.what, "borne_by") == text(of, "person")
                    && text(&it.what, "statement") == text(&piece.what, "statement")
                    && text(&it.what, "polarity") == text(&piece.what, "polarity")
            }));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The evidence on one side of a statement.
pub fn side<'a>(all: &[&'a Entry], statement: &str, polarity: &str) -> Vec<&'a Entry> {
    let is_there =
        |it: &&&Entry| text(&it.what, "statement") == statement && text(&it.what, "polarity") == polarity;
    all.iter().filter(is_there).copied().collect()
}

/// The numbers of the entries to which somebody objects.
pub fn contested(log: &Log) -> Vec<i64> {
    log.of("contested").iter().map(|it| number(&it.what, "entry")).collect()
}

/// The roots of a statement on one side, as far as the log goes.
pub fn of_side(log: &Log, statement: &str, polarity: &str) -> Vec<Root> {
    let all = standing(log);
    roots(&side(&all, statement, polarity), &all, &|_| true)
}

/// What stood on record before an entry: what came in later was not known to who made it, whenever it happened.
pub fn before(log: &Log, seq: i64) -> Log {
    log.keep(|it| it.seq < seq)
}
