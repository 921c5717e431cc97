//! P12: neighbouring entries with no path of dependency between them may be swapped: equal after renumbering, hashes aside.
//!
//! What depends on what is said in `depend.rs`; the explorer takes histories as equal on the same ground.

use afweging::{Code, Dossier, NewEntry, Refusal};
use afweging_testkit::{Histories, depend};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::{assessed, config, numbers};

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
        let free: Vec<usize> = (0..entries.len().saturating_sub(1)).filter(|first| !depend::of_neighbours(&entries, *first)).collect();
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
            if depend::of_neighbours(&entries, first) {
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
