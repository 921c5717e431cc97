//! The same history with entries left out: what a "what if it had not been recorded" is made of.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::NewEntry;
use super::event::Event;
use super::log::Dossier;

/// A dossier out of which entries were left.
#[derive(Debug, Clone)]
pub struct LeftOut {
    /// What is left, numbered anew.
    pub dossier: Dossier,
    /// What was left out, by its number in the whole: what was asked, and what cannot have happened without it.
    pub left_out: BTreeSet<u64>,
}

impl Dossier {
    /// The dossier without some entries, and without whatever the rest then refuses. Nothing is changed but the numbers.
    ///
    /// ```
    /// use afweging::{Dossier, NewEntry};
    /// let mut dossier = Dossier::new("d1");
    /// for event in [
    ///     r#"{"person_added": {"person": "team", "role": "local_team"}}"#,
    ///     r#"{"person_added": {"person": "child", "role": "child"}}"#,
    ///     r#"{"watch_taken": {"watcher": "team"}}"#,
    /// ] {
    ///     dossier.record(NewEntry::from_json(&format!(
    ///         r#"{{"recorded": "2025-03-01T12:00:00Z", "occurred": "2025-03-01", "by": "team", "event": {event}}}"#
    ///     ))?)?;
    /// }
    /// let rest = dossier.without(&[2]);
    /// assert_eq!(rest.dossier.len(), 2);
    /// // Who is not there keeps no watch, and names nobody.
    /// assert_eq!(dossier.without(&[1]).left_out, [1, 2, 3].into());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn without(&self, entries: &[u64]) -> LeftOut {
        let mut kept = Dossier::new(self.id.clone());
        let mut left_out = BTreeSet::new();
        let mut places = BTreeMap::new();
        for (seq, entry) in (1_u64..).zip(Vec::<NewEntry>::from(self)) {
            let taken = if entries.contains(&seq) { None } else { renumbered(entry, &places) };
            // An own decision was authorised when it was recorded; here only its coherence is at stake.
            match taken.map(|entry| kept.append(entry)) {
                Some(Ok(place)) => {
                    places.insert(seq, place);
                }
                Some(Err(_)) | None => {
                    left_out.insert(seq);
                }
            }
        }
        LeftOut { dossier: kept, left_out }
    }
}

/// Entries name each other by number: what they name has moved up, or is gone.
fn renumbered(mut entry: NewEntry, places: &BTreeMap<u64, u64>) -> Option<NewEntry> {
    if let Some(named) = entry.event.named_entry_mut() {
        *named = *places.get(named)?;
    }
    Some(entry)
}

impl Event {
    /// The number of the earlier entry that this one is about, when it is about one.
    pub fn named_entry(&self) -> Option<u64> {
        match self {
            Event::Corrected(it) => Some(it.entry),
            Event::Contested(it) => Some(it.entry),
            Event::Told(it) => Some(it.entry),
            Event::Redacted(it) => Some(it.entry),
            Event::MindChangeLinked(it) => Some(it.entry),
            _ => None,
        }
    }

    /// The number of the earlier entry that this one is about, to be put otherwise: when entries are numbered anew.
    pub fn named_entry_mut(&mut self) -> Option<&mut u64> {
        match self {
            Event::Corrected(it) => Some(&mut it.entry),
            Event::Contested(it) => Some(&mut it.entry),
            Event::Told(it) => Some(&mut it.entry),
            Event::Redacted(it) => Some(&mut it.entry),
            Event::MindChangeLinked(it) => Some(&mut it.entry),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::Link;
    use super::*;

    /// Every kind of entry that names another by number is in both lists: else leaving out would point it elsewhere.
    #[test]
    fn whoever_links_to_an_entry_names_it() {
        let named = [
            r#"{"corrected": {"entry": 1, "reason": "…"}}"#,
            r#"{"contested": {"entry": 1, "person": "p", "objection": "…"}}"#,
            r#"{"told": {"entry": 1, "person": "p"}}"#,
            r#"{"redacted": {"entry": 1, "ground": "ordered"}}"#,
            r#"{"mind_change_linked": {"step": "s", "entry": 1, "why": "…"}}"#,
        ];
        for text in named {
            let mut event: Event = serde_json::from_str(text).unwrap_or_else(|why| panic!("{text}: {why}"));
            let links = event.links();
            assert!(links.needs.iter().any(|(_, link)| *link == Link::Entry(1)), "{text}");
            assert_eq!(event.named_entry(), Some(1), "{text}");
            *event.named_entry_mut().unwrap() = 7;
            assert_eq!(event.named_entry(), Some(7), "{text}");
        }
        // By the schema there are no others.
        let schema = serde_json::to_string(&super::super::reading::dossier_schema()).unwrap();
        let kinds = schema.matches(r#""entry":{"#).count();
        assert_eq!(kinds, named.len(), "a kind of entry with a field `entry` that is not looked at here");
    }
}
