//! What all state machines share: a plain enum of states, and a history of transitions dated by when they occurred.
//!
//! Each machine has one struct per state; a transition is a verb that consumes a state and gives the next. The plain
//! enum around those structs is what bindings and readers see.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::time::When;

/// A transition that a state does not allow. It gives the state back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Refused<M> {
    /// The state, unchanged.
    pub state: M,
    /// Why, in one line.
    pub reason: String,
}

/// One of the state machines.
pub trait Machine: Clone + std::fmt::Debug {
    /// What can happen to it.
    type Transition: Clone + std::fmt::Debug;

    /// The names of all states, as the transition table has them in its rows.
    const STATES: &'static [&'static str];

    /// The names of all transitions, as the transition table has them in its columns.
    const TRANSITIONS: &'static [&'static str];

    /// The state before anything happened.
    fn start() -> Self;

    /// The name of the state, as the transition table has it.
    fn state(&self) -> &'static str;

    /// The transitions that this state allows, by name, in table order.
    fn allowed(&self) -> &'static [&'static str];

    /// The name of a transition, as the transition table has it.
    fn name(transition: &Self::Transition) -> &'static str;

    /// Takes a transition that occurred on `at`.
    ///
    /// # Errors
    /// [`Refused`], with the state as it was, when the state does not allow it.
    fn apply(self, transition: &Self::Transition, at: &When) -> Result<Self, Refused<Self>>;
}

/// What a state keeps of a transition: what was said or done, and when it was so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted<T> {
    /// When it was so.
    pub when: When,
    /// What.
    pub what: T,
}

impl<T: Clone> Noted<T> {
    pub(crate) fn new(what: &T, when: &When) -> Self {
        Self { when: *when, what: what.clone() }
    }
}

/// Takes what one state's verb gives up to the enum around all states.
pub(crate) fn lift<S: Into<M>, N: Into<M>, M>(done: Result<N, Refused<S>>) -> Result<M, Refused<M>> {
    match done {
        Ok(next) => Ok(next.into()),
        Err(refused) => Err(Refused { state: refused.state.into(), reason: refused.reason }),
    }
}

/// The refusal of a verb that a state does not have.
pub(crate) fn no_such_verb<M: Machine>(state: M, transition: &M::Transition) -> Refused<M> {
    let reason = does_not_follow(M::name(transition), state.state());
    Refused { state, reason }
}

/// Why a state without a verb refuses it: there is no more to it than the verb and the state.
pub(crate) fn does_not_follow(verb: &str, state: &str) -> String {
    format!("`{verb}` does not follow on `{state}`")
}

/// Writes the plain enum around the structs of a machine, one per state.
macro_rules! states {
    ($(#[$doc:meta])* $machine:ident { $($(#[$of_state:meta])* $state:ident($held:ident)),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $machine {
            $($(#[$of_state])* $state($held),)+
        }

        impl $machine {
            const NAMES: &'static [&'static str] = &[$(stringify!($state)),+];

            fn state_name(&self) -> &'static str {
                match self { $($machine::$state(_) => stringify!($state),)+ }
            }
        }

        $(impl From<$held> for $machine {
            fn from(state: $held) -> Self {
                $machine::$state(state)
            }
        })+
    };
}
pub(crate) use states;

/// A transition with its place in the log and its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated<T> {
    /// The entry that recorded it.
    pub seq: u64,
    /// When it was so.
    pub occurred: When,
    /// What happened.
    pub transition: T,
}

/// A machine with its history on the timeline of `occurred`, in whatever order things were recorded.
///
/// Things of one day keep the order in which they were recorded.
#[derive(Debug, Clone)]
pub struct History<M: Machine> {
    transitions: Vec<Dated<M::Transition>>,
    latest: M,
}

impl<M: Machine> Default for History<M> {
    fn default() -> Self {
        Self { transitions: Vec::new(), latest: M::start() }
    }
}

/// Why a transition cannot be taken up in a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoherent {
    /// The transition that is not allowed: the new one, or a later one that it would make impossible.
    pub transition: &'static str,
    /// The entry of that later one, when it is not the new one.
    pub later_entry: Option<u64>,
    /// The state in which it is not allowed.
    pub state: &'static str,
    /// What is allowed there.
    pub allowed: &'static [&'static str],
    /// Why, in one line.
    pub reason: String,
}

impl<M: Machine> History<M> {
    /// Takes up a transition at its place on the timeline; leaves the history as it was when it refuses.
    ///
    /// # Errors
    /// [`Incoherent`] when the transition, or one that occurred after it, is then not allowed.
    pub fn take(&mut self, dated: Dated<M::Transition>) -> Result<(), Incoherent> {
        let place = self.transitions.partition_point(|earlier| key(earlier) <= key(&dated));
        if place == self.transitions.len() {
            // The usual case, and the reason why recording does not depend on how long the log is.
            // The state moves through and nothing is copied: a refusal gives it back.
            let state = std::mem::replace(&mut self.latest, M::start());
            match state.apply(&dated.transition, &dated.occurred) {
                Ok(next) => {
                    self.latest = next;
                    self.transitions.push(dated);
                    return Ok(());
                }
                Err(refused) => {
                    let incoherent = incoherent(&refused, &dated, dated.seq);
                    self.latest = refused.state;
                    return Err(incoherent);
                }
            }
        }
        let mut transitions = self.transitions.clone();
        let new = dated.seq;
        transitions.insert(place, dated);
        self.latest = refold(&transitions, new)?;
        self.transitions = transitions;
        Ok(())
    }

    /// Takes out what a corrected entry recorded; leaves the history as it was when it refuses.
    ///
    /// # Errors
    /// [`Incoherent`] when a later transition is not allowed without it.
    pub fn take_out(&mut self, seq: u64) -> Result<(), Incoherent> {
        if !self.holds(seq) {
            return Ok(());
        }
        let mut transitions = self.transitions.clone();
        transitions.retain(|dated| dated.seq != seq);
        self.latest = refold(&transitions, seq)?;
        self.transitions = transitions;
        Ok(())
    }

    /// Whether an entry recorded something in it.
    pub fn holds(&self, seq: u64) -> bool {
        self.transitions.iter().any(|dated| dated.seq == seq)
    }

    /// The state after everything that was recorded.
    pub fn latest(&self) -> &M {
        &self.latest
    }

    /// The state at the end of a day.
    pub fn on(&self, day: NaiveDate) -> M {
        self.as_of(day).into_owned()
    }

    /// The state at the end of a day, without a copy where it is the latest one.
    pub fn as_of(&self, day: NaiveDate) -> Cow<'_, M> {
        if self.transitions.last().is_none_or(|last| last.occurred.first_day() <= day) {
            return Cow::Borrowed(&self.latest);
        }
        let mut state = M::start();
        for dated in self.until(day) {
            state = match state.apply(&dated.transition, &dated.occurred) {
                Ok(next) => next,
                // A beginning of a coherent history is coherent: `take` has seen each of these states.
                Err(refused) => refused.state,
            };
        }
        Cow::Owned(state)
    }

    /// The transitions up to the end of a day, in the order in which they occurred.
    pub fn until(&self, day: NaiveDate) -> impl Iterator<Item = &Dated<M::Transition>> {
        self.transitions.iter().take_while(move |dated| dated.occurred.first_day() <= day)
    }

    /// All transitions, in the order in which they occurred.
    pub fn all(&self) -> &[Dated<M::Transition>] {
        &self.transitions
    }
}

fn key<T>(dated: &Dated<T>) -> (NaiveDate, u64) {
    (dated.occurred.first_day(), dated.seq)
}

fn refold<M: Machine>(transitions: &[Dated<M::Transition>], new: u64) -> Result<M, Incoherent> {
    transitions.iter().try_fold(M::start(), |state, dated| apply(state, dated, new))
}

fn apply<M: Machine>(state: M, dated: &Dated<M::Transition>, new: u64) -> Result<M, Incoherent> {
    state.apply(&dated.transition, &dated.occurred).map_err(|refused| incoherent(&refused, dated, new))
}

fn incoherent<M: Machine>(refused: &Refused<M>, dated: &Dated<M::Transition>, new: u64) -> Incoherent {
    Incoherent {
        transition: M::name(&dated.transition),
        later_entry: (dated.seq != new).then_some(dated.seq),
        state: refused.state.state(),
        allowed: refused.state.allowed(),
        reason: refused.reason.clone(),
    }
}
