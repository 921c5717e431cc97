//! The shortest history on which a rule still breaks: delta debugging on the entries of a dossier.
//!
//! A counterexample of eighty entries says little; one of three says why. A test library shrinks what it drew, and knows
//! nothing of a log: it cannot leave out the entry in the middle and number the rest anew. So this works on the dossier itself,
//! whoever found it: a property test, a scenario, a comparison, or somebody at the command line.

mod simpler;

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::dossier::{Dossier, Event, LeftOut, is_erased};

/// The shortest history that was found.
#[derive(Debug, Clone)]
pub struct Minimised {
    /// The history: coherent, numbered anew, and the rule still breaks on it.
    pub dossier: Dossier,
    /// For each of its entries, the number that it had in the whole.
    pub places: Vec<u64>,
    /// For each of its entries, which others cannot be without it, by their numbers here. Leaving it out takes those along.
    pub carries: Vec<BTreeSet<u64>>,
    /// Whether leaving out any one entry (with what it carries) mends the rule. It is so unless the search was stopped.
    pub is_shortest: bool,
    /// On how many histories the rule was tried.
    pub tried: usize,
}

/// How far a search is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// On how many histories the rule was tried.
    pub tried: usize,
    /// How many entries the shortest of those on which it breaks has.
    pub entries: usize,
}

/// Why there is no shortest history.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MinimiseError {
    /// The rule holds on the whole history, so there is nothing to make shorter. A rule about what a log is changed by
    /// (its hashes) holds as well: each shorter history is sealed anew.
    #[error("the rule holds on this dossier")]
    Holds,
    /// The rule could not be tried on a history.
    #[error("the rule could not be tried on {entries} entries: {reason}")]
    NotTried {
        /// How many entries that history has.
        entries: usize,
        /// What the rule said.
        reason: String,
    },
}

/// The shortest history on which a rule still breaks.
///
/// `breaks` says whether it does; it is asked of many shorter histories and must answer the same each time. The result is
/// shortest in this sense: leaving out any further entry mends the rule. Another history, with other entries, can still be shorter.
///
/// ```
/// use afweging::{Code, Dossier, NewEntry, Pack, assess, minimise};
/// let mut dossier = Dossier::new("d1");
/// for event in [
///     r#"{"person_added": {"person": "gi", "role": "gi"}}"#,
///     r#"{"person_added": {"person": "child", "role": "child", "birth": {"year": 2015}}}"#,
///     r#"{"watch_taken": {"watcher": "gi"}}"#,
///     r#"{"step_proposed": {"step": "s", "measure": "M16", "about": "child", "proposed_by": "gi", "from": "2025-03-01"}}"#,
/// ] {
///     dossier.record(NewEntry::from_json(&format!(
///         r#"{{"recorded": "2025-03-01T12:00:00Z", "occurred": "2025-03-01", "by": "gi", "event": {event}}}"#
///     ))?)?;
/// }
/// let (pack, at) = (Pack::nl()?, "2025-03-01".parse()?);
/// let shows = |dossier: &Dossier| assess(dossier, &pack, at).all_findings().any(|it| it.code == Code::ReviewNotSaid);
/// let shortest = minimise(&dossier, shows)?;
/// // Nobody keeps watch in it: that plays no part.
/// assert_eq!(shortest.places, [1, 2, 4]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`MinimiseError::Holds`] when the rule does not break on the whole, [`MinimiseError::NotTried`] when it panics.
pub fn minimise(
    dossier: &Dossier,
    mut breaks: impl FnMut(&Dossier) -> bool,
) -> Result<Minimised, MinimiseError> {
    minimise_watched(dossier, |it| Ok(breaks(it)), |_| ControlFlow::Continue(()))
}

/// As [`minimise`], for a rule that may fail to answer and a search that somebody watches.
///
/// `watch` hears after each history how far it is, and can stop the search: what was found by then is given, and
/// [`Minimised::is_shortest`] is false.
///
/// # Errors
/// As [`minimise`], and [`MinimiseError::NotTried`] with the reason when `breaks` gives one.
pub fn minimise_watched(
    dossier: &Dossier,
    breaks: impl FnMut(&Dossier) -> Result<bool, String>,
    watch: impl FnMut(Progress) -> ControlFlow<()>,
) -> Result<Minimised, MinimiseError> {
    let whole = dossier.without(&[]).dossier;
    let places = (1_u64..).take(whole.len()).collect();
    let mut search = Search { smallest: whole.clone(), places, breaks, watch, tried: 0, is_stopped: false };
    if !search.breaks_on(&whole)? {
        return Err(MinimiseError::Holds);
    }
    search.put_texts_back()?;
    search.shorten()?;
    // What is left out of an entry can make another one needless.
    while search.simplify()? && search.one_at_a_time()? {}
    let carries = (1_u64..).take(search.smallest.len()).map(|seq| search.carried_by(seq)).collect();
    Ok(Minimised {
        dossier: search.smallest,
        places: search.places,
        carries,
        is_shortest: !search.is_stopped,
        tried: search.tried,
    })
}

/// Every dossier that says one thing less in one of its entries: a field left out, an item of a list, the words of a text. What the
/// log refuses is not among them. So these are the nearest relatives of a dossier that differ within an entry, as
/// [`Dossier::without`] gives those that differ by one.
pub fn simpler_forms(dossier: &Dossier) -> Vec<Dossier> {
    (0..dossier.len())
        .flat_map(|place| simpler::forms(dossier, place).into_iter().map(move |form| (place, form)))
        .filter_map(|(place, form)| simpler::with(dossier, place, form))
        .collect()
}

/// The smallest history so far on which the rule breaks.
struct Search<R, W> {
    smallest: Dossier,
    /// The number of each of its entries in the whole.
    places: Vec<u64>,
    breaks: R,
    watch: W,
    tried: usize,
    is_stopped: bool,
}

impl<R, W> Search<R, W>
where
    R: FnMut(&Dossier) -> Result<bool, String>,
    W: FnMut(Progress) -> ControlFlow<()>,
{
    /// Whether the rule breaks. A panic of the rule is its own fault, and goes no further than this.
    fn breaks_on(&mut self, dossier: &Dossier) -> Result<bool, MinimiseError> {
        self.tried = self.tried.saturating_add(1);
        let said = catch_unwind(AssertUnwindSafe(|| (self.breaks)(dossier)))
            .unwrap_or_else(|_| Err("it panicked".to_owned()));
        let progress = Progress { tried: self.tried, entries: self.smallest.len() };
        if (self.watch)(progress).is_break() {
            self.is_stopped = true;
        }
        said.map_err(|reason| MinimiseError::NotTried { entries: dossier.len(), reason })
    }

    /// Without any erasure, each erased text a text again: mostly it plays no part that something was erased.
    fn put_texts_back(&mut self) -> Result<(), MinimiseError> {
        let is_erasure = |event: &Event| matches!(event, Event::Redacted(_));
        let erasures: Vec<u64> =
            self.smallest.entries().iter().filter(|it| is_erasure(&it.event)).map(|it| it.seq).collect();
        if erasures.is_empty() {
            return Ok(());
        }
        let LeftOut { dossier, left_out } = self.smallest.without(&erasures);
        match simpler::with_texts(&dossier) {
            Some(dossier) => self.take_if_it_breaks(LeftOut { dossier, left_out }),
            None => Ok(()),
        }
    }

    /// Larger pieces first, then ever smaller ones, then one entry at a time until none can go.
    fn shorten(&mut self) -> Result<(), MinimiseError> {
        let mut size = self.smallest.len().div_euclid(2);
        while size > 1 && !self.is_stopped {
            self.pieces_of(size)?;
            size = size.div_euclid(2);
        }
        self.one_at_a_time().map(drop)
    }

    /// Whether anything went.
    fn one_at_a_time(&mut self) -> Result<bool, MinimiseError> {
        let before = self.smallest.len();
        while !self.is_stopped && self.pieces_of(1)? {}
        Ok(self.smallest.len() < before)
    }

    /// Leaves out pieces of this many entries where the rule still breaks, the last first: what comes later needs what came
    /// before, hardly ever the other way. Whether anything went.
    fn pieces_of(&mut self, size: usize) -> Result<bool, MinimiseError> {
        let before = self.smallest.len();
        let mut end = before;
        while end > 0 && !self.is_stopped {
            let start = end.saturating_sub(size);
            let piece: Vec<u64> = (1_u64..).skip(start).take(end.saturating_sub(start)).collect();
            self.leave_out(&piece)?;
            end = start.min(self.smallest.len());
        }
        Ok(self.smallest.len() < before)
    }

    fn leave_out(&mut self, piece: &[u64]) -> Result<(), MinimiseError> {
        self.take_if_it_breaks(self.smallest.without(&self.with_erased(piece)))
    }

    fn take_if_it_breaks(&mut self, shorter: LeftOut) -> Result<(), MinimiseError> {
        if self.breaks_on(&shorter.dossier)? {
            self.places = (1_u64..)
                .zip(&self.places)
                .filter(|(seq, _)| !shorter.left_out.contains(seq))
                .map(|(_, place)| *place)
                .collect();
            self.smallest = shorter.dossier;
        }
        Ok(())
    }

    /// An erased text is missing only as long as the entry that says so is there: that one takes it along.
    fn with_erased(&self, piece: &[u64]) -> Vec<u64> {
        let erased = piece.iter().filter_map(|seq| match &self.smallest.entry(*seq)?.event {
            Event::Redacted(it) => self.smallest.entry(it.entry),
            _ => None,
        });
        let erased = erased.filter(|it| is_erased(&it.event)).map(|it| it.seq);
        piece.iter().copied().chain(erased).collect()
    }

    fn carried_by(&self, seq: u64) -> BTreeSet<u64> {
        let mut gone = self.smallest.without(&self.with_erased(&[seq])).left_out;
        gone.remove(&seq);
        gone
    }

    /// Says less in each entry where the rule still breaks. Whether anything went.
    fn simplify(&mut self) -> Result<bool, MinimiseError> {
        let mut is_simpler = false;
        for place in 0..self.smallest.len() {
            let mut tried = 0;
            let mut forms = simpler::forms(&self.smallest, place);
            while let Some(form) = forms.get(tried).cloned() {
                if self.is_stopped {
                    return Ok(is_simpler);
                }
                match simpler::with(&self.smallest, place, form) {
                    Some(simpler) if self.breaks_on(&simpler)? => {
                        self.smallest = simpler;
                        is_simpler = true;
                        // What came before this form did not do for the fuller entry either; what comes after it may.
                        forms = simpler::forms(&self.smallest, place);
                    }
                    _ => tried = tried.saturating_add(1),
                }
            }
        }
        Ok(is_simpler)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::NewEntry;

    fn dossier(events: &[&str]) -> Dossier {
        let mut dossier = Dossier::new("d");
        for event in events {
            let entry = format!(
                r#"{{"recorded": "2025-03-01T12:00:00Z", "occurred": "2025-03-01", "by": "team", "event": {event}}}"#
            );
            let entry = NewEntry::from_json(&entry).unwrap_or_else(|why| panic!("{event}: {why}"));
            dossier.record(entry).unwrap_or_else(|why| panic!("{event}: {why}"));
        }
        dossier
    }

    fn story() -> Dossier {
        dossier(&[
            r#"{"person_added": {"person": "team", "role": "local_team"}}"#,
            r#"{"person_added": {"person": "child", "role": "child", "birth": {"year": 2015}}}"#,
            r#"{"person_added": {"person": "mother", "role": "mother"}}"#,
            r#"{"claimed": {"statement": "alone", "text": "alone at night", "about": ["child"]}}"#,
            r#"{"watch_taken": {"watcher": "team"}}"#,
            r#"{"contested": {"entry": 4, "person": "mother", "objection": "that is not so"}}"#,
            r#"{"redacted": {"entry": 6, "ground": "ordered"}}"#,
            r#"{"watch_left": {"watcher": "team"}}"#,
        ])
    }

    fn kinds(dossier: &Dossier) -> Vec<&'static str> {
        dossier.entries().iter().map(|it| it.event.kind()).collect()
    }

    #[test]
    fn what_plays_no_part_goes_and_numbers_follow() {
        let contested = |it: &Dossier| !it.contests().is_empty();
        let found = minimise(&story(), contested).unwrap();
        assert_eq!(kinds(&found.dossier).last(), Some(&"contested"));
        assert!(found.is_shortest);
        assert_eq!(found.places.len(), found.dossier.len());
        let named = found.dossier.entries().last().unwrap().event.named_entry();
        assert!(named.is_some_and(|seq| seq < u64::try_from(found.dossier.len()).unwrap()));
        for seq in (1..).take(found.dossier.len()) {
            assert!(!contested(&found.dossier.without(&[seq]).dossier), "entry {seq} plays no part");
        }
        let again = Dossier::from_json(&found.dossier.to_json()).unwrap();
        assert_eq!((again.len(), again.tampering()), (found.dossier.len(), None));
    }

    #[test]
    fn an_erased_text_never_stands_without_its_erasure() {
        // Breaks on every history with a contested entry or an erased one: so the search meets both apart.
        let found =
            minimise(&story(), |it| it.entries().iter().any(|it| it.event.kind() == "redacted")).unwrap();
        assert!(found.dossier.verify().is_ok());
        assert!(Dossier::from_json(&found.dossier.to_json()).unwrap().tampering().is_none());
    }

    #[test]
    fn what_an_entry_says_without_need_goes_too() {
        let found = minimise(&story(), |it| !it.statements().is_empty()).unwrap();
        let text = found.dossier.to_json();
        assert!(text.contains("…") && !text.contains("alone at night"), "{text}");
        assert!(!text.contains("2015"), "{text}");
    }

    #[test]
    fn carries_names_what_cannot_be_without_an_entry() {
        let found = minimise(&story(), |it| !it.contests().is_empty()).unwrap();
        assert_eq!(kinds(&found.dossier), ["person_added", "person_added", "claimed", "contested"]);
        assert_eq!(found.places, [1, 3, 4, 6]);
        assert_eq!(found.carries, [[3, 4].into(), [4].into(), [4].into(), [].into()]);
    }

    #[test]
    fn a_rule_that_holds_panics_or_cannot_answer_is_said_so() {
        assert_eq!(minimise(&story(), |_| false).unwrap_err(), MinimiseError::Holds);
        let panics = minimise(&story(), |it| if it.len() < 8 { panic!("a rule of somebody") } else { true });
        assert!(matches!(panics, Err(MinimiseError::NotTried { entries, .. }) if entries < 8), "{panics:?}");
        let fails = minimise_watched(&story(), |_| Err("no".to_owned()), |_| ControlFlow::Continue(()));
        assert_eq!(fails.unwrap_err(), MinimiseError::NotTried { entries: 8, reason: "no".to_owned() });
    }

    #[test]
    fn who_watches_can_stop_and_it_is_said_that_it_may_not_be_the_shortest() {
        let mut seen = Vec::new();
        let found = minimise_watched(
            &story(),
            |it| Ok(!it.statements().is_empty()),
            |progress| {
                seen.push(progress);
                if progress.tried == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        )
        .unwrap();
        assert!(!found.is_shortest);
        assert_eq!((found.tried, seen.len()), (2, 2));
    }
}
