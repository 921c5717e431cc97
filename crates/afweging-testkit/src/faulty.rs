//! Histories with one fault: all but one entry can have happened.

use std::fmt;

use afweging::{Event, NewEntry, PersonId, When};
use chrono::{Days, TimeDelta};
use proptest::prelude::{Strategy, any};
use proptest::sample::{Index, select};

use crate::histories::{Histories, History};

/// What is wrong with the one entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It was recorded before the entry in front of it.
    RecordedBackwards,
    /// It tells of a day that was still to come when it was recorded.
    NotYetHappened,
    /// It was written by somebody who is not in the dossier.
    ByNobody,
    /// It makes what an earlier entry made already.
    MadeTwice,
}

impl Fault {
    /// Every fault.
    pub const ALL: [Fault; 4] =
        [Fault::RecordedBackwards, Fault::NotYetHappened, Fault::ByNobody, Fault::MadeTwice];
}

/// Entries of which one cannot have happened. Made by [`Histories::with_one_fault`].
#[derive(Clone)]
pub struct Faulty {
    /// The history in which nothing is wrong.
    pub sound: History,
    /// What is wrong.
    pub fault: Fault,
    /// The place of the entry in [`Faulty::entries`] that is wrong, from 0 on.
    pub place: usize,
}

impl Faulty {
    /// The entries, the wrong one among them.
    pub fn entries(&self) -> Vec<NewEntry> {
        let mut entries = Vec::<NewEntry>::from(self.sound.dossier());
        if self.fault == Fault::MadeTwice {
            if let Some(again) = self.place.checked_sub(1).and_then(|before| entries.get(before)).cloned() {
                entries.insert(self.place, again);
            }
            return entries;
        }
        let before = self.place.checked_sub(1).and_then(|before| entries.get(before)).map(|it| it.recorded);
        if let Some(entry) = entries.get_mut(self.place) {
            match self.fault {
                Fault::RecordedBackwards => {
                    let earlier = before.and_then(|it| it.checked_sub_signed(TimeDelta::seconds(1)));
                    entry.recorded = earlier.unwrap_or(entry.recorded);
                }
                Fault::NotYetHappened => {
                    // The day after may have begun where it happened: more than one, and it is to come everywhere.
                    let today = entry.recorded.date_naive();
                    entry.occurred = When::Day(today.checked_add_days(Days::new(3)).unwrap_or(today));
                }
                Fault::ByNobody => {
                    if let Ok(nobody) = PersonId::new("nobody") {
                        entry.by = nobody;
                    }
                }
                Fault::MadeTwice => {}
            }
        }
        entries
    }
}

/// What a failing test shows: the fault, its place, and the history without it.
impl fmt::Debug for Faulty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {} of {:?}", self.fault, self.place, self.sound)
    }
}

/// Whether it makes something that there can be only once.
fn makes(event: &Event) -> bool {
    matches!(
        event,
        Event::PersonAdded(_)
            | Event::Claimed(_)
            | Event::EvidenceAdded(_)
            | Event::StepProposed(_)
            | Event::AlternativeNamed(_)
            | Event::ObligationOrdered(_)
    )
}

impl Histories {
    /// Histories in which one entry cannot have happened, and all others can: what a reader of logs has to refuse, by its place.
    ///
    /// They are never empty. They shrink as histories do, and the entry moves to the front.
    ///
    /// ```
    /// use afweging::Dossier;
    /// use afweging_testkit::Histories;
    /// use proptest::prelude::*;
    /// proptest!(ProptestConfig::with_cases(8), |(faulty in Histories::new().with_one_fault())| {
    ///     let refused = Dossier::replay("faulty", faulty.entries());
    ///     prop_assert_eq!(refused.err().map(|(place, _)| place), Some(faulty.place));
    /// });
    /// ```
    pub fn with_one_fault(self) -> impl Strategy<Value = Faulty> {
        (self.at_least(2).strategy(), select(Fault::ALL.to_vec()), any::<Index>()).prop_map(
            |(sound, fault, at)| {
                let entries = sound.entries();
                let places: Vec<usize> = match fault {
                    Fault::MadeTwice => (1..=entries.len())
                        .filter(|place| {
                            let before = place.checked_sub(1).and_then(|before| entries.get(before));
                            before.is_some_and(|it| makes(&it.event))
                        })
                        .collect(),
                    Fault::RecordedBackwards => (1..entries.len()).collect(),
                    Fault::NotYetHappened | Fault::ByNobody => (0..entries.len()).collect(),
                };
                let place = places.get(at.index(places.len().max(1))).copied().unwrap_or_default();
                Faulty { sound, fault, place }
            },
        )
    }
}
