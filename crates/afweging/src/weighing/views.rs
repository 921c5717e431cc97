//! Views, positions and dissent: what every state of the weighing carries along, and what no state may lose.

use std::collections::BTreeMap;

use super::{Convergence, Divergence, Verdict, View, Weighed};
use crate::id::PersonId;
use crate::narrative::Narrative;
use crate::said::Said;
use crate::time::When;

/// A view with whose it is and when it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenView {
    /// Whose.
    pub by: PersonId,
    /// What they make of it.
    pub view: View,
    /// When they gave it.
    pub when: When,
    /// In or after which round of the dialogue; 0 is before any.
    pub round: u32,
    /// Whether it was sealed until all views were in.
    pub was_sealed: bool,
}

/// How somebody parted from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Parting {
    /// By a position when people did not agree.
    Position,
    /// By a view that differs from the common verdict.
    AgainstCommon,
}

/// Somebody does not share what the others find. Once there it stays, whatever comes after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dissent {
    /// Who.
    pub by: PersonId,
    /// On what.
    pub on: Weighed,
    /// Their verdict.
    pub verdict: Verdict,
    /// Why.
    pub why: Narrative,
    /// When it showed.
    pub when: When,
    /// In or after which round.
    pub round: u32,
    /// How.
    pub parting: Parting,
}

/// Who changed their verdict, and on what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift<'a> {
    /// The view before.
    pub from: &'a GivenView,
    /// The view after.
    pub to: &'a GivenView,
}

/// All views on one step, with the dissent that showed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Views {
    given: Vec<GivenView>,
    current: BTreeMap<Weighed, BTreeMap<PersonId, usize>>,
    dissent: Vec<Dissent>,
}

impl Views {
    /// Every view ever given, in the order in which they were given. One that its holder replaced is among them.
    pub fn all(&self) -> &[GivenView] {
        &self.given
    }

    /// The latest view of each person on each matter.
    pub fn current(&self) -> impl Iterator<Item = &GivenView> {
        self.current.values().flat_map(|by| by.values()).filter_map(|place| self.given.get(*place))
    }

    /// The latest view of each person on one matter, in the order of their pseudonyms.
    pub fn on(&self, on: &Weighed) -> impl Iterator<Item = &GivenView> {
        self.current.get(on).into_iter().flat_map(BTreeMap::values).filter_map(|place| self.given.get(*place))
    }

    /// The latest view of one person on one matter.
    pub fn of(&self, person: &PersonId, on: &Weighed) -> Option<&GivenView> {
        self.given.get(*self.current.get(on)?.get(person)?)
    }

    /// Everything on which somebody gave a view.
    pub fn matters(&self) -> impl Iterator<Item = &Weighed> {
        self.current.keys()
    }

    /// Who came to another verdict, and when: each change, in the order in which they came.
    pub fn shifts(&self) -> Vec<Shift<'_>> {
        let mut latest: BTreeMap<(&PersonId, &Weighed), &GivenView> = BTreeMap::new();
        let mut shifts = Vec::new();
        for to in &self.given {
            if let Some(from) = latest.insert((&to.by, &to.view.on), to)
                && from.view.verdict != to.view.verdict
            {
                shifts.push(Shift { from, to });
            }
        }
        shifts
    }

    pub(super) fn dissent(&self) -> &[Dissent] {
        &self.dissent
    }

    pub(super) fn give(&mut self, by: &PersonId, view: &View, when: &When, round: u32) {
        self.take(GivenView { by: by.clone(), view: view.clone(), when: *when, round, was_sealed: false });
    }

    /// A view that was sealed was formed before seeing the others', unless its holder says otherwise in it.
    pub(super) fn give_sealed(&mut self, by: &PersonId, view: &View, when: &When, round: u32) {
        let mut view = view.clone();
        if view.before_seeing_others.is_not_said() {
            view.before_seeing_others = Said::Said(true);
        }
        self.take(GivenView { by: by.clone(), view, when: *when, round, was_sealed: true });
    }

    fn take(&mut self, given: GivenView) {
        let place = self.given.len();
        self.current.entry(given.view.on.clone()).or_default().insert(given.by.clone(), place);
        self.given.push(given);
    }

    /// A view that comes after people agreed, and does not share what they agreed on.
    pub(super) fn hold_against(&mut self, convergence: &Convergence, when: &When, round: u32) {
        let Some(given) = self.given.last() else { return };
        let differs =
            convergence.verdicts.iter().any(|it| it.on == given.view.on && it.verdict != given.view.verdict);
        if differs {
            self.dissent.push(parting(given, when, round));
        }
    }

    /// Whoever does not share the common verdict at the moment that it is reached is on record.
    pub(super) fn converge(&mut self, convergence: &Convergence, when: &When, round: u32) {
        let mut found = Vec::new();
        for common in &convergence.verdicts {
            found.extend(
                self.on(&common.on)
                    .filter(|given| given.view.verdict != common.verdict)
                    .map(|given| parting(given, when, round)),
            );
        }
        self.dissent.append(&mut found);
    }

    /// Each falls back while people still differ: whoever differs is on record, though no dialogue showed it, or they took no
    /// position in it.
    pub(super) fn fall_back(&mut self, when: &When, round: u32) {
        let mut found = Vec::new();
        for matter in self.current.keys() {
            if self.differ(matter) {
                let theirs = self.on(matter).filter(|given| !self.is_dissent(given));
                found.extend(theirs.map(|given| position(given, when, round)));
            }
        }
        self.dissent.append(&mut found);
    }

    fn differ(&self, matter: &Weighed) -> bool {
        let mut theirs = self.on(matter);
        theirs.next().is_some_and(|first| theirs.any(|other| other.view.verdict != first.view.verdict))
    }

    fn is_dissent(&self, given: &GivenView) -> bool {
        let same =
            |it: &Dissent| it.by == given.by && it.on == given.view.on && it.verdict == given.view.verdict;
        self.dissent.iter().any(same)
    }

    /// People do not agree: each position is on record.
    pub(super) fn diverge(&mut self, divergence: &Divergence, when: &When, round: u32) {
        self.dissent.extend(divergence.positions.iter().map(|position| Dissent {
            by: position.person.clone(),
            on: position.on.clone(),
            verdict: position.verdict,
            why: position.why.clone(),
            when: *when,
            round,
            parting: Parting::Position,
        }));
    }
}

fn position(given: &GivenView, when: &When, round: u32) -> Dissent {
    Dissent { parting: Parting::Position, ..parting(given, when, round) }
}

fn parting(given: &GivenView, when: &When, round: u32) -> Dissent {
    Dissent {
        by: given.by.clone(),
        on: given.view.on.clone(),
        verdict: given.view.verdict,
        why: given.view.why.clone(),
        when: *when,
        round,
        parting: Parting::AgainstCommon,
    }
}
