//! Which entries of a log depend on each other, and so keep their order (P12).
//!
//! Two entries depend on each other when they touch the same thing: a person, statement, step or other id that one makes
//! and the other names, or that both name; the one graph of the evidence; the watch; the moments from which terms run; the
//! perspectives, for a new cycle begins all of them anew. Whatever corrects, contests, erases or tells of an entry touches what
//! that touches. What falls away depends on all that may have been built on it before then, and the record of a decision on
//! the facts that had come in: who has to be told hangs on which came first.

use std::collections::BTreeSet;

use afweging::{Event, Link, NewEntry, PersonId};

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
    let named =
        (entry.event.named_entry()).and_then(|seq| entries.get(usize::try_from(seq).ok()?.checked_sub(1)?));
    if let Some(named) = named {
        all.extend(touches(entries, named));
    }
    all
}

/// Whether an entry and the next one (`first` counts from 0) keep their order. Past the end nothing does.
///
/// ```
/// use afweging::NewEntry;
/// use afweging_testkit::{depend, scripted};
/// let story = scripted().into_iter().find(|it| it.id() == "support-lost").ok_or("not there")?;
/// let entries = Vec::<NewEntry>::from(&story);
/// // Somebody is named, and then somebody else: either may come first.
/// assert!(!depend::of_neighbours(&entries, 1));
/// // A step is proposed, and then weighed.
/// let proposed = entries.iter().position(|it| it.event.kind() == "step_proposed").ok_or("no step")?;
/// assert!(depend::of_neighbours(&entries, proposed));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn of_neighbours(entries: &[NewEntry], first: usize) -> bool {
    let second = first.saturating_add(1);
    let (Some(one), Some(other)) = (entries.get(first), entries.get(second)) else { return false };
    let seq = u64::try_from(second).ok();
    depend(&touches(entries, one), &touches(entries, other))
        || made(one).is_some_and(|it| it == other.by)
        || other.event.named_entry() == seq
}

/// Whether two entries that name no other entry keep their order, in whichever they stand.
pub(crate) fn of_two(one: &NewEntry, other: &NewEntry) -> bool {
    let makes = |one: &NewEntry, other: &NewEntry| made(one).is_some_and(|it| it == other.by);
    depend(&touches(&[], one), &touches(&[], other)) || makes(one, other) || makes(other, one)
}

fn made(entry: &NewEntry) -> Option<PersonId> {
    match entry.event.links().makes {
        Some(Link::Person(person)) => Some(person),
        _ => None,
    }
}

/// Reading a person is no dependency on another reading, but who is made must be there first; and two perspectives of two
/// people are two machines.
fn depend(of_one: &BTreeSet<Touches>, of_other: &BTreeSet<Touches>) -> bool {
    let is_pair = |one: &BTreeSet<Touches>, other: &BTreeSet<Touches>| {
        PAIRS.iter().any(|(this, that)| one.contains(this) && other.contains(that))
    };
    of_one.intersection(of_other).any(|it| !APART.contains(it))
        || is_pair(of_one, of_other)
        || is_pair(of_other, of_one)
}
