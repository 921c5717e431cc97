//! P12: neighbouring entries with no path of dependency between them may be swapped: equal after renumbering, hashes aside.
//!
//! Two entries depend on each other when they touch the same thing: a person, statement, step or other id that one makes
//! and the other names, or that both name; the one graph of the evidence; the watch; the moments from which terms run; the
//! perspectives, for a new cycle begins all of them anew. Whatever corrects, contests, erases or tells of an entry touches what
//! that touches. What falls away depends on all that may have been built on it before then, and the record of a decision on
//! the facts that had come in: who has to be told hangs on which came first.

use std::collections::BTreeSet;

use afweging::{Code, Dossier, Event, Link, NewEntry, Refusal};
use afweging_testkit::Histories;
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::{assessed, config, numbers};

/// What an entry touches.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Touches {
    Id(Link),
    Evidence,
    Watch,
    Moments,
    Perspectives,
    Cycle,
    /// A fact comes in: the record of a decision tells what came before it.
    Comes,
    /// Something falls away: what was built on it before then rests on it, what came after does not.
    Falls,
    Builds,
    Decides,
}

/// What two entries may both touch without depending on each other, and what depends on which.
const APART: &[Touches] =
    &[Touches::Perspectives, Touches::Comes, Touches::Falls, Touches::Builds, Touches::Decides];
const PAIRS: &[(Touches, Touches)] = &[
    (Touches::Cycle, Touches::Perspectives),
    (Touches::Cycle, Touches::Cycle),
    (Touches::Comes, Touches::Decides),
    (Touches::Falls, Touches::Builds),
];

fn touches(entries: &[NewEntry], entry: &NewEntry) -> BTreeSet<Touches> {
    let links = entry.event.links();
    let mut all: BTreeSet<Touches> = links
        .makes
        .into_iter()
        .chain(links.needs.into_iter().map(|(_, link)| link))
        .map(Touches::Id)
        .collect();
    all.extend(match &entry.event {
        Event::EvidenceAdded(_) | Event::Found(_) | Event::Withdrawn(_) => Some(Touches::Evidence),
        Event::ReportReceived(_)
        | Event::WatchTaken(_)
        | Event::WatchLeft(_)
        | Event::HandedOver(_)
        | Event::HandOverAccepted(_)
        | Event::Closed(_) => Some(Touches::Watch),
        Event::MomentNoted(_) => Some(Touches::Moments),
        Event::CycleOpened(_) => Some(Touches::Cycle),
        Event::Invited(_)
        | Event::Heard(_)
        | Event::AccountConfirmed(_)
        | Event::AccountContested(_)
        | Event::HearingDeclined(_)
        | Event::NotHeard(_)
        | Event::AccountStillStands(_)
        | Event::EffectNoted(_) => Some(Touches::Perspectives),
        _ => None,
    });
    match &entry.event {
        Event::Claimed(_) | Event::Heard(_) => {
            all.insert(Touches::Comes);
        }
        Event::EvidenceAdded(_) | Event::Found(_) => {
            all.extend([Touches::Comes, Touches::Builds]);
        }
        Event::Withdrawn(_) | Event::Corrected(_) | Event::Contested(_) | Event::AccountContested(_) => {
            all.insert(Touches::Falls);
        }
        Event::Decided(_) | Event::DecidedUrgently(_) => {
            all.extend([Touches::Decides, Touches::Builds]);
        }
        Event::RequestFiled(_) | Event::EffectNoted(_) => {
            all.insert(Touches::Builds);
        }
        _ => {}
    }
    if all.iter().any(|it| matches!(it, Touches::Id(Link::Statement(_)))) {
        all.insert(Touches::Builds);
    }
    let named = entry.event.named_entry().and_then(|seq| entries.get(usize::try_from(seq).ok()? - 1));
    if let Some(named) = named {
        all.extend(touches(entries, named));
    }
    all
}

fn depend(entries: &[NewEntry], first: usize) -> bool {
    let (one, other) = (&entries[first], &entries[first + 1]);
    let (of_one, of_other) = (touches(entries, one), touches(entries, other));
    // Reading a person is no dependency on another reading, but who is made must be there first; and two perspectives of
    // two people are two machines.
    let mut shared = of_one.intersection(&of_other).filter(|it| !APART.contains(it));
    let is_pair = |one: &BTreeSet<Touches>, other: &BTreeSet<Touches>| {
        PAIRS.iter().any(|(this, that)| one.contains(this) && other.contains(that))
    };
    let made = |entry: &NewEntry| match entry.event.links().makes {
        Some(Link::Person(person)) => Some(person),
        _ => None,
    };
    let seq = first as u64 + 1;
    shared.next().is_some()
        || is_pair(&of_one, &of_other)
        || is_pair(&of_other, &of_one)
        || made(one).is_some_and(|it| it == other.by)
        || other.event.named_entry() == Some(seq)
}

/// The log with entry `first` (counted from 0) and the next one swapped.
fn swapped(dossier: &Dossier, first: usize) -> Result<Dossier, Refusal> {
    let mut entries = Vec::<NewEntry>::from(dossier);
    entries.swap(first, first + 1);
    // The clock does not run back: the moments of recording stay in place.
    let (one, other) = (entries[first].recorded, entries[first + 1].recorded);
    entries[first].recorded = other;
    entries[first + 1].recorded = one;
    let seq = first as u64 + 1;
    for entry in &mut entries {
        if let Some(named) = entry.event.named_entry_mut() {
            *named = renumbered(*named, seq);
        }
    }
    Dossier::replay(dossier.id(), entries).map_err(|(_, refusal)| refusal)
}

fn renumbered(named: u64, seq: u64) -> u64 {
    match named {
        it if it == seq => seq + 1,
        it if it == seq + 1 => seq,
        it => it,
    }
}

/// An assessment with the two entries renumbered, and lists that follow the numbers put in an order of their own.
fn said(dossier: &Dossier, at: NaiveDate, swapped: Option<u64>) -> String {
    fn number(value: &mut Value, swapped: Option<u64>) {
        let Some(seq) = swapped else { return };
        match value {
            Value::Number(it) => {
                if let Some(now) = it.as_u64() {
                    *value = Value::from(renumbered(now, seq));
                }
            }
            Value::String(text) => {
                if let Ok(now) = text.parse::<u64>() {
                    *value = Value::from(renumbered(now, seq).to_string());
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|it| number(it, swapped)),
            _ => {}
        }
    }
    fn walk(value: &mut Value, swapped: Option<u64>) {
        match value {
            Value::Array(items) => {
                items.iter_mut().for_each(|it| walk(it, swapped));
                if items.iter().any(|it| it.get("code").is_some()) {
                    items.sort_by_key(ToString::to_string);
                }
            }
            Value::Object(fields) => {
                for (name, field) in fields.iter_mut() {
                    if matches!(name.as_str(), "because" | "after" | "entry" | "among") {
                        number(field, swapped);
                    }
                    walk(field, swapped);
                    if let Value::Array(items) = field
                        && name == "because"
                    {
                        items.sort_by_key(Value::as_u64);
                    }
                }
            }
            Value::String(text) => {
                if let Some(seq) = swapped {
                    *text = numbers::in_words(text, |it| renumbered(it, seq).to_string());
                }
            }
            _ => {}
        }
    }
    let mut value: Value = serde_json::from_str(&assessed(dossier, at).to_json()).expect("JSON");
    value["receipt"]["head"] = Value::Null;
    walk(&mut value, swapped);
    value.to_string()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p12_neighbours_that_do_not_depend_on_each_other_may_be_swapped(
        history in Histories::new().with_length(20..90).strategy(),
        places in prop::collection::vec(any::<Index>(), 3),
        later in 0_u64..400,
    ) {
        let entries = Vec::<NewEntry>::from(history.dossier());
        let free: Vec<usize> = (0..entries.len().saturating_sub(1)).filter(|first| !depend(&entries, *first)).collect();
        if free.is_empty() { return Ok(()) }
        let at = history.last_day() + chrono::Days::new(later);
        let before = said(&history, at, None);
        for first in places.iter().map(|it| *it.get(&free)) {
            // What happens after it is recorded cannot be recorded earlier still.
            let Ok(other) = swapped(&history, first) else { continue };
            let after = said(&other, at, Some(first as u64 + 1));
            prop_assert_eq!(
                &before, &after,
                "entries {} and {} on {}: {} and {}",
                first + 1, first + 2, at, entries[first].event.kind(), entries[first + 1].event.kind()
            );
        }
    }
}

/// The property says something: among the neighbours of generated dossiers many are free, and what keeps one of those from
/// being swapped is the clock alone; of those that depend on each other, many cannot be.
#[test]
fn p12_many_neighbours_are_free_and_some_are_not() {
    let (mut free, mut swaps, mut bound, mut refused) = (0, 0, 0, 0);
    let mut otherwise = Vec::new();
    for (name, dossier) in crate::codes::shown().take(40) {
        let entries = Vec::<NewEntry>::from(&dossier);
        for first in 0..entries.len().saturating_sub(1) {
            let other = swapped(&dossier, first);
            if depend(&entries, first) {
                bound += 1;
                refused += usize::from(other.is_err());
                continue;
            }
            free += 1;
            match other {
                Ok(_) => swaps += 1,
                Err(refusal) if refusal.code == Code::InputTimeBackwards => {}
                Err(refusal) => otherwise.push(format!("{name} {}: {refusal}", first + 1)),
            }
        }
    }
    println!("{free} free neighbours, {swaps} of them swapped; {bound} bound, {refused} of them refused");
    assert!(otherwise.is_empty(), "{otherwise:#?}");
    assert!(free > 300 && swaps * 2 > free, "{swaps} of {free}");
    assert!(refused > 50, "{refused} of {bound}");
}
