//! The same history with entries left out or added.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{Dossier, Event, NewEntry};

/// A dossier out of which entries were left.
#[derive(Debug, Clone)]
pub struct Rebuilt {
    /// What is left, numbered anew.
    pub dossier: Dossier,
    /// What was left out, by its number in the whole: what was asked, and what cannot have happened without it.
    pub left_out: BTreeSet<u64>,
}

/// The dossier without some entries, and without whatever the rest then refuses.
///
/// ```
/// use afweging_testkit::{Histories, rebuild};
/// let seeds: Vec<u64> = (0..30).collect();
/// let history = Histories::new().build(&seeds);
/// let rebuilt = rebuild::without(&history, &[1]);
/// assert!(rebuilt.left_out.contains(&1));
/// assert_eq!(rebuilt.dossier.len() + rebuilt.left_out.len(), history.len());
/// ```
pub fn without(dossier: &Dossier, entries: &[u64]) -> Rebuilt {
    let mut kept = Dossier::new(dossier.id());
    let mut left_out = BTreeSet::new();
    let mut places = BTreeMap::new();
    for (seq, entry) in (1_u64..).zip(Vec::<NewEntry>::from(dossier)) {
        let taken = if entries.contains(&seq) { None } else { renumber(entry, &places) };
        match taken.map(|entry| kept.record(entry)) {
            Some(Ok(place)) => {
                places.insert(seq, place);
            }
            Some(Err(_)) | None => {
                left_out.insert(seq);
            }
        }
    }
    Rebuilt { dossier: kept, left_out }
}

/// Entries name each other by number: what they name has moved up, or is gone.
fn renumber(mut entry: NewEntry, places: &BTreeMap<u64, u64>) -> Option<NewEntry> {
    if let Some(named) = named_entry(&mut entry.event) {
        *named = *places.get(named)?;
    }
    Some(entry)
}

/// The number of the entry that an entry names, to be put otherwise.
pub fn named_entry(event: &mut Event) -> Option<&mut u64> {
    match event {
        Event::Corrected(it) => Some(&mut it.entry),
        Event::Contested(it) => Some(&mut it.entry),
        Event::Told(it) => Some(&mut it.entry),
        Event::Redacted(it) => Some(&mut it.entry),
        Event::MindChangeLinked(it) => Some(&mut it.entry),
        _ => None,
    }
}

/// The entry that an entry names, when it names one.
pub fn names_entry(event: &Event) -> Option<u64> {
    match event {
        Event::Corrected(it) => Some(it.entry),
        Event::Contested(it) => Some(it.entry),
        Event::Told(it) => Some(it.entry),
        Event::Redacted(it) => Some(it.entry),
        Event::MindChangeLinked(it) => Some(it.entry),
        _ => None,
    }
}
