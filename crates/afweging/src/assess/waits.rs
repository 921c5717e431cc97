//! What a family had to wait for, and through how many hands it went. Counted per family, never per worker.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use crate::actor::{Act, Actor};
use crate::code::Code;
use crate::dossier::WatchEvent;
use crate::finding::Finding;
use crate::id::PersonId;
use crate::intrusion::{ENDING, NOTHING};
use crate::pack::MeasureKind;
use crate::sentence::Sentence;
use crate::step::{ExecutionEvent, ExecutionOn, Frame};

use super::Shortfall;
use super::aids::{aid, listed};
use super::case::{Case, StepCase};

/// Something that a family waited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wait {
    /// For what.
    pub what: Sentence,
    /// Since this day.
    pub from: NaiveDate,
    /// Until this day: the day on which it came, or the day of assessment.
    pub until: NaiveDate,
    /// Whether it came, or is no longer waited for.
    pub ended: bool,
    /// How many days that is.
    pub days: i64,
    /// The entry from which it is known.
    pub because: u64,
}

impl Wait {
    fn new(case: &Case<'_>, what: Sentence, from: NaiveDate, came: Option<NaiveDate>, because: u64) -> Self {
        let came = came.filter(|day| *day <= case.at);
        let until = came.unwrap_or(case.at);
        let days = until.signed_duration_since(from).num_days().max(0);
        Wait { what, from, until, ended: came.is_some(), days, because }
    }
}

/// Everything that the family waited for up to the day, earliest first: help that was not to be had, hand-overs that were not
/// taken up, and what was granted and not begun.
pub(super) fn of_dossier(case: &Case<'_>, shortfalls: &[Shortfall]) -> Vec<Wait> {
    let mut waits = not_available(case, shortfalls);
    waits.extend(not_taken_up(case));
    waits.extend(not_begun(case));
    waits.retain(|wait| wait.days > 0);
    waits.sort_by(|a, b| (a.from, a.because, &a.what).cmp(&(b.from, b.because, &b.what)));
    waits
}

/// One help that several steps were weighed against, or an answer that names several, is waited for once.
fn not_available(case: &Case<'_>, shortfalls: &[Shortfall]) -> Vec<Wait> {
    let mut by_entry: BTreeMap<u64, &Shortfall> = BTreeMap::new();
    for shortfall in shortfalls {
        by_entry.entry(shortfall.because).or_insert(shortfall);
    }
    let mut longest: BTreeMap<(&Sentence, NaiveDate), Wait> = BTreeMap::new();
    for shortfall in by_entry.into_values() {
        let Some(since) = shortfall.since else { continue };
        let wait = Wait::new(case, shortfall.what.clone(), since, shortfall.ended, shortfall.because);
        let known = longest.entry((&shortfall.what, since)).or_insert_with(|| wait.clone());
        if known.days < wait.days {
            *known = wait;
        }
    }
    longest.into_values().collect()
}

fn not_taken_up(case: &Case<'_>) -> Vec<Wait> {
    let events: Vec<_> = case.so_far(case.dossier.watch_events()).collect();
    let mut waits = Vec::new();
    for (place, event) in events.iter().enumerate() {
        let WatchEvent::HandOver(handed) = &event.what else { continue };
        let came = events.iter().skip(place).find_map(|later| match &later.what {
            WatchEvent::Accept(accepted) if accepted.receiver == handed.to => {
                Some(later.occurred.first_day())
            }
            _ => None,
        });
        let name = case.person(&handed.to);
        let what =
            Sentence::new(format!("de overdracht aan {}", name.nl), format!("the hand-over to {}", name.en));
        waits.push(Wait::new(case, what, event.occurred.first_day(), came, event.seq));
    }
    waits
}

fn not_begun(case: &Case<'_>) -> Vec<Wait> {
    let mut waits = Vec::new();
    for step in case.steps() {
        // A step in a procedure, going home and doing nothing more are no help that somebody waits for.
        let is_help = step.measure.is_some_and(|measure| {
            measure.kind == MeasureKind::Protective && ![ENDING, NOTHING].contains(&measure.id.as_str())
        }) && !works_when_decided(&step);
        let Some(decided) = step.record.machines.decision().on(case.at).when().filter(|_| is_help) else {
            continue;
        };
        let begun = step
            .record
            .machines
            .execution()
            .until(case.at)
            .find(|it| matches!(it.transition, ExecutionEvent::Start))
            .map(|it| it.occurred.first_day());
        if !step.is_granted() || (begun.is_none() && step.execution != ExecutionOn::NotStarted) {
            continue;
        }
        let promised = step.proposal().from.said().copied();
        let from = promised.map_or(decided.first_day(), |from| from.max(decided.first_day()));
        let because = step.decided_by().map_or(step.record.proposal.seq, |(_, seq)| seq);
        waits.push(Wait::new(case, step.measure_name(), from, begun, because));
    }
    waits
}

/// Whether a measure works as soon as it is decided, since those who carry it out impose it themselves: a written direction is
/// there when it is given. In the voluntary frame who offers the help also agrees on it, and a family waits all the same.
fn works_when_decided(step: &StepCase<'_>) -> bool {
    let may = |act| {
        let grants = step.case.pack.grants(step.on).iter();
        let of_measure = grants.filter(move |grant| grant.act == act && grant.measure == *step.measure_id());
        of_measure.map(|grant| grant.actor).collect::<BTreeSet<Actor>>()
    };
    let (execute, decide) = (may(Act::Execute), may(Act::Decide));
    step.frame() == Frame::Compulsory && !execute.is_empty() && execute.is_subset(&decide)
}

/// On how many days the family waited for anything. The waits come in the order of their beginnings.
fn days_waited(waits: &[Wait]) -> i64 {
    let mut sum = 0_i64;
    let mut counted: Option<NaiveDate> = None;
    for wait in waits {
        let from = counted.map_or(wait.from, |until| until.max(wait.from));
        sum = sum.saturating_add(wait.until.signed_duration_since(from).num_days().max(0));
        counted = Some(counted.map_or(wait.until, |until| until.max(wait.until)));
    }
    sum
}

fn in_days(days: i64) -> Sentence {
    if days == 1 {
        Sentence::new("1 dag", "1 day")
    } else {
        Sentence::new(format!("{days} dagen"), format!("{days} days"))
    }
}

/// What the waits add up to, when there is more than one: no list of its own sees the others. Where they overlap, the days on
/// which the family waited are fewer than their sum, and both are told.
pub(super) fn add_up(waits: &[Wait]) -> Option<Finding> {
    if waits.len() < 2 {
        return None;
    }
    let together: i64 = waits.iter().fold(0, |sum, wait| sum.saturating_add(wait.days));
    let names: Vec<Sentence> = waits
        .iter()
        .map(|wait| {
            let days = in_days(wait.days);
            Sentence::new(format!("{}, {}", wait.what.nl, days.nl), format!("{}, {}", wait.what.en, days.en))
        })
        .collect();
    let fills =
        [("waited", in_days(days_waited(waits))), ("days", in_days(together)), ("waits", listed(&names))];
    Some(
        aid(Code::AidWaitsAddUp, &fills, "model 2")
            .because(waits.iter().map(|wait| wait.because))
            .without_remedy(Sentence::new(
                "Gewachte dagen komen niet terug; wat nog wacht, staat bij de tekorten en de plichten.",
                "Days that were waited do not come back; what is still waited for stands with the shortfalls and duties.",
            )),
    )
}

/// How many different people kept watch one after another, from three on: two is one hand-over.
pub(super) fn faces(case: &Case<'_>) -> Option<Finding> {
    let mut first: BTreeMap<&PersonId, u64> = BTreeMap::new();
    for event in case.so_far(case.dossier.watch_events()) {
        let watcher = match &event.what {
            WatchEvent::Take(taken) => Some(&taken.watcher),
            WatchEvent::Accept(accepted) => Some(&accepted.receiver),
            WatchEvent::HandOver(handed) => handed.watcher_meanwhile.said(),
            WatchEvent::Report(_) | WatchEvent::Leave(_) | WatchEvent::Close(_) => None,
        };
        if let Some(watcher) = watcher {
            first.entry(watcher).or_insert(event.seq);
        }
    }
    if first.len() < 3 {
        return None;
    }
    Some(
        aid(Code::AidManyFaces, &[("count", in_words(first.len()))], "model 2")
            .because(first.into_values())
            .without_remedy(Sentence::new(
                "Wie er waren, waren er. De vraag is wie nu blijft.",
                "Who were there were there. The question is who stays now.",
            )),
    )
}

/// A number in words as far as people write it so.
fn in_words(number: usize) -> Sentence {
    let (nl, en) = match number {
        3 => ("drie", "three"),
        4 => ("vier", "four"),
        5 => ("vijf", "five"),
        6 => ("zes", "six"),
        7 => ("zeven", "seven"),
        8 => ("acht", "eight"),
        9 => ("negen", "nine"),
        10 => ("tien", "ten"),
        11 => ("elf", "eleven"),
        12 => ("twaalf", "twelve"),
        _ => return Sentence::same(number),
    };
    Sentence::new(nl, en)
}
