//! The state machines, walked to the end: which states nothing leads to, and out of which nothing leads.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{Machine, Said, Sentence, When};
use serde::Serialize;

/// How many transitions deep a machine is walked. The longest way to a state with something of its own is five: be heard,
/// open a cycle, be invited, decline, let the account stand.
pub const MACHINE_DEPTH: usize = 5;

/// A state out of which nothing leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FinalState {
    /// Its name.
    pub state: &'static str,
    /// Why the model means it so; not said: it does not, and something must lead on.
    pub meant: Said<Sentence>,
}

/// What the walk through one machine found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MachineWalk {
    /// The machine.
    pub machine: &'static str,
    /// How many states it has by name.
    pub names: usize,
    /// How many states it was found in: those of one name that keep something else are counted apart.
    pub states: usize,
    /// How many transitions were tried.
    pub tried: usize,
    /// How many of those were refused.
    pub refused: usize,
    /// How many led to a state that was there already.
    pub equal: usize,
    /// How many states lie at the greatest depth, so that nothing was tried from them.
    pub not_walked: usize,
    /// The transitions of which no sample was given: what they lead to was not seen.
    pub without_sample: Vec<&'static str>,
    /// The states that nothing leads to.
    pub unreachable: Vec<&'static str>,
    /// The states out of which nothing leads.
    pub finals: Vec<FinalState>,
    /// The states that the model means to be final, and out of which something leads.
    pub lead_on: Vec<&'static str>,
}

impl MachineWalk {
    /// The states out of which nothing leads though something must.
    pub fn dead_ends(&self) -> impl Iterator<Item = &'static str> {
        self.finals.iter().filter(|it| it.meant.is_not_said()).map(|it| it.state)
    }

    /// Whether it is as the model means it.
    pub fn is_as_meant(&self) -> bool {
        self.unreachable.is_empty()
            && self.lead_on.is_empty()
            && self.without_sample.is_empty()
            && self.dead_ends().next().is_none()
    }
}

/// Walks a machine: tries every sample from every state that samples lead to, `depth` transitions deep. Equal states are
/// walked once: what follows on a state depends on nothing else. `on_edge` sees every transition that was taken.
///
/// ```
/// use afweging::{Consent, ConsentEvent, Said, Sentence};
/// use afweging_testkit::explore::walk;
/// // Nobody asks, so nothing ever happens.
/// let samples = [("give", ConsentEvent::Give), ("withdraw", ConsentEvent::Withdraw)];
/// let walked = walk::<Consent>("Consent", &samples, &[], 3, &mut |_, _, _| ());
/// assert_eq!(walked.unreachable, ["Asked", "Given", "Refused", "Withdrawn"]);
/// assert_eq!(walked.dead_ends().collect::<Vec<_>>(), ["NotAsked"]);
/// assert_eq!(walked.without_sample, ["ask", "refuse"]);
/// ```
pub fn walk<M: Machine>(
    machine: &'static str,
    samples: &[(&'static str, M::Transition)],
    finals: &[(&'static str, Sentence)],
    depth: usize,
    on_edge: &mut dyn FnMut(&M, &M::Transition, &M),
) -> MachineWalk {
    // One moment for all: the machines refuse what is incoherent by what it is, never by its day.
    let on = When::Year(2025);
    let mut leads: BTreeMap<&'static str, BTreeSet<&'static str>> = BTreeMap::new();
    // A state shows all that it keeps, so two that show the same are one.
    let mut seen: BTreeSet<String> = BTreeSet::from([format!("{:?}", M::start())]);
    let mut open = vec![M::start()];
    let (mut tried, mut refused, mut equal) = (0_usize, 0_usize, 0_usize);
    leads.entry(M::start().state()).or_default();
    for _ in 0..depth {
        let mut next = Vec::new();
        for state in open {
            for (_, transition) in samples {
                tried = tried.saturating_add(1);
                let Ok(after) = state.clone().apply(transition, &on) else {
                    refused = refused.saturating_add(1);
                    continue;
                };
                on_edge(&state, transition, &after);
                leads.entry(state.state()).or_default().insert(after.state());
                leads.entry(after.state()).or_default();
                if seen.insert(format!("{after:?}")) {
                    next.push(after);
                } else {
                    equal = equal.saturating_add(1);
                }
            }
        }
        open = next;
    }
    let leads_out = |state: &str| leads.get(state).is_some_and(|next| next.iter().any(|it| *it != state));
    let why = |state: &str| match finals.iter().find(|(of, _)| *of == state) {
        Some((_, why)) => Said::Said(why.clone()),
        None => Said::NotSaid,
    };
    let reached = || M::STATES.iter().copied().filter(|state| leads.contains_key(state));
    MachineWalk {
        machine,
        names: M::STATES.len(),
        states: seen.len(),
        tried,
        refused,
        equal,
        not_walked: open.len(),
        without_sample: M::TRANSITIONS
            .iter()
            .copied()
            .filter(|name| samples.iter().all(|(_, it)| M::name(it) != *name))
            .collect(),
        unreachable: M::STATES.iter().copied().filter(|state| !leads.contains_key(state)).collect(),
        finals: reached()
            .filter(|state| !leads_out(state))
            .map(|state| FinalState { state, meant: why(state) })
            .collect(),
        lead_on: reached().filter(|state| leads_out(state) && !why(state).is_not_said()).collect(),
    }
}
