//! Between the verbs of the state machines and the kinds of events: whoever writes a dossier writes events.

use crate::code::Code;
use crate::consent::Consent;
use crate::error::Refusal;
use crate::fact::Statement;
use crate::machine::{Incoherent, Machine, does_not_follow};
use crate::perspective::Perspective;
use crate::step::{Appeal, Decision, Execution, Request};
use crate::weighing::Weighing;

/// One machine, as it is spoken of to who writes events.
#[derive(Debug)]
pub(super) struct Spoken {
    /// What it is the machine of, such as "the perspective of".
    of: &'static str,
    /// Its states.
    states: &'static [&'static str],
    /// The kind of event by which each verb comes in.
    kinds: &'static [(&'static str, &'static str)],
}

pub(super) const PERSPECTIVE: &[Spoken] = &[Spoken {
    of: "the perspective of",
    states: Perspective::STATES,
    kinds: &[
        ("invite", "invited"),
        ("hear", "heard"),
        ("confirm", "account_confirmed"),
        ("contest", "account_contested"),
        ("decline", "hearing_declined"),
        ("not_hear", "not_heard"),
        ("open_cycle", "cycle_opened"),
        ("still_stands", "account_still_stands"),
        ("effect", "effect_noted"),
    ],
}];

pub(super) const STATEMENT: &[Spoken] = &[Spoken {
    of: "the statement",
    states: Statement::STATES,
    kinds: &[("find", "found"), ("withdraw", "withdrawn")],
}];

pub(super) const CONSENT: &[Spoken] = &[Spoken {
    of: "the consent of",
    states: Consent::STATES,
    kinds: &[
        ("ask", "consent_asked"),
        ("give", "consent_given"),
        ("refuse", "consent_refused"),
        ("withdraw", "consent_withdrawn"),
    ],
}];

pub(super) const WEIGHING: &[Spoken] = &[Spoken {
    of: "the weighing of",
    states: Weighing::STATES,
    kinds: &[
        ("view", "view_given"),
        ("agree_sealing", "sealing_agreed"),
        ("seal", "view_sealed"),
        ("reveal", "views_revealed"),
        ("open_dialogue", "dialogue_opened"),
        ("converge", "converged"),
        ("diverge", "diverged"),
        ("reopen", "dialogue_reopened"),
        ("fall_back", "fell_back"),
    ],
}];

/// The four machines of a step. No verb and no state is in two of them.
pub(super) const STEP: &[Spoken] = &[
    Spoken {
        of: "the request for",
        states: Request::STATES,
        kinds: &[
            ("file", "request_filed"),
            ("withdraw", "request_withdrawn"),
            ("hold_over", "request_held_over"),
        ],
    },
    Spoken {
        of: "the decision on",
        states: Decision::STATES,
        kinds: &[
            ("decide", "decided"),
            ("decide_urgently", "decided_urgently"),
            ("hear", "heard_afterwards"),
        ],
    },
    Spoken {
        of: "the carrying out of",
        states: Execution::STATES,
        kinds: &[("start", "started"), ("review", "reviewed"), ("end", "ended")],
    },
    Spoken {
        of: "the appeal on",
        states: Appeal::STATES,
        kinds: &[("lodge", "appeal_lodged"), ("rule", "appeal_ruled")],
    },
];

/// The kind of event by which a verb comes in.
fn kind_of(machines: &'static [Spoken], verb: &'static str) -> &'static str {
    let kinds = machines.iter().flat_map(|machine| machine.kinds);
    kinds.into_iter().find(|(of, _)| *of == verb).map_or(verb, |(_, kind)| kind)
}

/// What a machine refused, as who wrote the events knows it. `id` is of whom or what the machine is.
pub(super) fn refusal(
    path: &str,
    machines: &'static [Spoken],
    id: impl std::fmt::Display,
    refused: &Incoherent,
) -> Refusal {
    let Incoherent { transition, later_entry, state, allowed, reason } = refused;
    let kind = kind_of(machines, transition);
    let of = machines.iter().find(|machine| machine.states.contains(state)).map_or("", |machine| machine.of);
    // A state that knows the event in general refuses this one for what it says.
    let this = if allowed.contains(transition) { "this " } else { "" };
    let mut text = match later_entry {
        None => format!("{this}`{kind}` is not possible while {of} {id} is {state}"),
        Some(seq) => {
            format!("`{kind}` of entry {seq} is then not possible: {of} {id} would be {state} by then")
        }
    };
    if *reason != does_not_follow(transition, state) {
        text.push_str(": ");
        text.push_str(reason);
    }
    if allowed.contains(&"fall_back") && *state != "Diverged" {
        text.push_str("; `fell_back` takes an `urgency` here");
    }
    if allowed.is_empty() {
        text.push_str("; nothing is allowed here");
    }
    Refusal {
        code: Code::InputIncoherent,
        path: path.to_owned(),
        reason: text,
        state: (*state).to_owned(),
        allowed: allowed.iter().map(|verb| kind_of(machines, verb).to_owned()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::event::Event;
    use super::*;

    #[test]
    fn each_verb_of_each_machine_has_its_kind_of_event() {
        let machines = [PERSPECTIVE, STATEMENT, CONSENT, WEIGHING, STEP];
        let verbs: [&[&str]; 8] = [
            Perspective::TRANSITIONS,
            Statement::TRANSITIONS,
            Consent::TRANSITIONS,
            Weighing::TRANSITIONS,
            Request::TRANSITIONS,
            Decision::TRANSITIONS,
            Execution::TRANSITIONS,
            Appeal::TRANSITIONS,
        ];
        let spoken: Vec<Vec<&str>> = machines
            .into_iter()
            .flatten()
            .map(|machine| machine.kinds.iter().map(|(verb, _)| *verb).collect())
            .collect();
        assert_eq!(spoken, verbs.map(<[&str]>::to_vec));

        let mut seen = BTreeSet::new();
        for (verb, kind) in machines.into_iter().flatten().flat_map(|machine| machine.kinds) {
            assert!(Event::KINDS.contains(kind), "`{kind}` of `{verb}` is no kind of event");
            assert!(seen.insert(kind), "`{kind}` stands for two verbs");
        }
    }

    #[test]
    fn no_verb_and_no_state_is_in_two_machines_of_a_step() {
        let verbs: Vec<_> = STEP.iter().flat_map(|machine| machine.kinds).map(|(verb, _)| verb).collect();
        let states: Vec<_> = STEP.iter().flat_map(|machine| machine.states).collect();
        assert_eq!(verbs.iter().collect::<BTreeSet<_>>().len(), verbs.len(), "{verbs:?}");
        assert_eq!(states.iter().collect::<BTreeSet<_>>().len(), states.len(), "{states:?}");
    }
}
