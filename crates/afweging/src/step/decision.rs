//! The decision on a step.
//!
//! <!-- table: Decision -->
//!
//! | | decide (granted) | decide (partly granted) | decide (refused) | decide_urgently | hear (maintained) | hear (not maintained) |
//! | --- | --- | --- | --- | --- | --- | --- |
//! | **Pending** | Granted | PartlyGranted | Refused | UrgentlyGranted | — | — |
//! | **Granted** | — | — | — | — | — | — |
//! | **PartlyGranted** | — | — | — | — | — | — |
//! | **Refused** | — | — | — | — | — | — |
//! | **UrgentlyGranted** | — | — | — | — | Confirmed | NotMaintained |
//! | **Confirmed** | — | — | — | — | — | — |
//! | **NotMaintained** | — | — | — | — | — | — |
//!
//! <!-- end -->

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{PersonId, StepId};
use crate::machine::{Machine, Noted, Refused, no_such_verb, states};
use crate::narrative::Narrative;
use crate::said::Said;
use crate::time::When;

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Outcome {
    /// Granted as asked.
    Granted,
    /// Granted in part.
    PartlyGranted {
        /// What is granted.
        granted: Narrative,
        /// What is refused.
        #[serde(default, skip_serializing_if = "Said::is_not_said")]
        refused: Said<Narrative>,
        /// What is held over.
        #[serde(default, skip_serializing_if = "Said::is_not_said")]
        held_over: Said<Narrative>,
    },
    /// Refused.
    Refused,
}

/// A decision on a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// On which step.
    pub step: StepId,
    /// By whom.
    pub decider: PersonId,
    /// What.
    pub outcome: Outcome,
    /// The last day of what is granted.
    #[serde(default, deserialize_with = "crate::time::read_day", skip_serializing_if = "Said::is_not_said")]
    pub until: Said<NaiveDate>,
    /// The article of a decision that nobody asked for (*ambtshalve*).
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    #[schemars(length(max = 128), regex(pattern = r"^[^\r\n]*$"))]
    pub ex_officio: Said<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub why: Said<Narrative>,
}

/// A decision that cannot wait for the hearing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecidedUrgently {
    /// On which step.
    pub step: StepId,
    /// By whom.
    pub decider: PersonId,
    /// The danger.
    pub danger: Narrative,
    /// Why it cannot wait.
    pub why_it_cannot_wait: Narrative,
    /// Whether it was taken without hearing those concerned first (*ex parte*).
    pub ex_parte: bool,
    /// The last day of what is granted.
    #[serde(default, deserialize_with = "crate::time::read_day", skip_serializing_if = "Said::is_not_said")]
    pub until: Said<NaiveDate>,
    /// What is held over until the hearing.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub held_over: Said<Narrative>,
}

/// Those concerned are heard after an urgent decision, and it is confirmed or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HeardAfterwards {
    /// On which step.
    pub step: StepId,
    /// Whether the decision is maintained.
    pub maintained: bool,
    /// The last day of what is maintained.
    #[serde(default, deserialize_with = "crate::time::read_day", skip_serializing_if = "Said::is_not_said")]
    pub until: Said<NaiveDate>,
    /// Why.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub why: Said<Narrative>,
}

/// What can happen to a decision. That it lapses has no entry: it is derived on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionEvent {
    /// It is taken.
    Decide(Decided),
    /// It is taken without waiting for the hearing.
    DecideUrgently(DecidedUrgently),
    /// Those concerned are heard after an urgent decision, and it is maintained or not.
    Hear(HeardAfterwards),
}

states! {
    /// Where the decision on a step stands.
    Decision {
        /// Nobody decided.
        Pending(PendingDecision),
        /// Granted as asked.
        Granted(GrantedDecision),
        /// Granted in part.
        PartlyGranted(PartlyGrantedDecision),
        /// Refused.
        Refused(RefusedDecision),
        /// Granted before those concerned were heard; they are still to be heard.
        UrgentlyGranted(UrgentDecision),
        /// Granted urgently, and maintained after the hearing.
        Confirmed(ConfirmedDecision),
        /// Granted urgently, and not maintained after the hearing.
        NotMaintained(NotMaintainedDecision),
    }
}

/// Nobody decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingDecision(());

/// Granted as asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantedDecision {
    decided: Noted<Decided>,
}

/// Granted in part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartlyGrantedDecision {
    decided: Noted<Decided>,
}

/// Refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedDecision {
    decided: Noted<Decided>,
}

/// Granted before those concerned were heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrgentDecision {
    decided: Noted<DecidedUrgently>,
}

/// Granted urgently, and maintained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmedDecision {
    decided: Noted<DecidedUrgently>,
    heard: Noted<HeardAfterwards>,
}

/// Granted urgently, and not maintained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotMaintainedDecision {
    decided: Noted<DecidedUrgently>,
    heard: Noted<HeardAfterwards>,
}

impl PendingDecision {
    /// Decides. The outcome says which state follows.
    pub fn decide(self, decided: &Decided, when: &When) -> Decision {
        let noted = Noted::new(decided, when);
        match decided.outcome {
            Outcome::Granted => GrantedDecision { decided: noted }.into(),
            Outcome::PartlyGranted { .. } => PartlyGrantedDecision { decided: noted }.into(),
            Outcome::Refused => RefusedDecision { decided: noted }.into(),
        }
    }

    /// Decides without waiting for the hearing.
    pub fn decide_urgently(self, decided: &DecidedUrgently, when: &When) -> UrgentDecision {
        UrgentDecision { decided: Noted::new(decided, when) }
    }
}

impl UrgentDecision {
    /// Hears those concerned, and maintains the decision or not.
    pub fn hear(self, heard: &HeardAfterwards, when: &When) -> Decision {
        let noted = Noted::new(heard, when);
        if heard.maintained {
            ConfirmedDecision { decided: self.decided, heard: noted }.into()
        } else {
            NotMaintainedDecision { decided: self.decided, heard: noted }.into()
        }
    }
}

impl Decision {
    /// The decision as it was taken; none while it is pending or when it was taken urgently.
    pub fn decided(&self) -> Option<&Noted<Decided>> {
        match self {
            Decision::Granted(state) => Some(&state.decided),
            Decision::PartlyGranted(state) => Some(&state.decided),
            Decision::Refused(state) => Some(&state.decided),
            Decision::Pending(_)
            | Decision::UrgentlyGranted(_)
            | Decision::Confirmed(_)
            | Decision::NotMaintained(_) => None,
        }
    }

    /// The decision as it was taken urgently.
    pub fn decided_urgently(&self) -> Option<&Noted<DecidedUrgently>> {
        match self {
            Decision::UrgentlyGranted(state) => Some(&state.decided),
            Decision::Confirmed(state) => Some(&state.decided),
            Decision::NotMaintained(state) => Some(&state.decided),
            Decision::Pending(_)
            | Decision::Granted(_)
            | Decision::PartlyGranted(_)
            | Decision::Refused(_) => None,
        }
    }

    /// The hearing after an urgent decision.
    pub fn heard_afterwards(&self) -> Option<&Noted<HeardAfterwards>> {
        match self {
            Decision::Confirmed(state) => Some(&state.heard),
            Decision::NotMaintained(state) => Some(&state.heard),
            Decision::Pending(_)
            | Decision::Granted(_)
            | Decision::PartlyGranted(_)
            | Decision::Refused(_)
            | Decision::UrgentlyGranted(_) => None,
        }
    }

    /// Who decided.
    pub fn decider(&self) -> Option<&PersonId> {
        match (self.decided(), self.decided_urgently()) {
            (Some(decided), _) => Some(&decided.what.decider),
            (_, Some(decided)) => Some(&decided.what.decider),
            (None, None) => None,
        }
    }

    /// When it was decided.
    pub fn when(&self) -> Option<When> {
        match (self.decided(), self.decided_urgently()) {
            (Some(decided), _) => Some(decided.when),
            (_, Some(decided)) => Some(decided.when),
            (None, None) => None,
        }
    }

    /// Whether something was granted that was not taken back: the step has a title, as far as the decision says.
    pub fn is_granted(&self) -> bool {
        match self {
            Decision::Granted(_)
            | Decision::PartlyGranted(_)
            | Decision::UrgentlyGranted(_)
            | Decision::Confirmed(_) => true,
            Decision::Pending(_) | Decision::Refused(_) | Decision::NotMaintained(_) => false,
        }
    }

    /// The last day of what is granted, as far as it was said. What is maintained without a new last day keeps its own.
    pub fn granted_until(&self) -> Option<NaiveDate> {
        self.is_granted().then(|| self.named_until()).flatten()
    }

    /// The last day that it named of what it granted, also when that is not maintained since. A refusal grants nothing.
    pub fn named_until(&self) -> Option<NaiveDate> {
        if matches!(self, Decision::Refused(_)) {
            return None;
        }
        // Who does not maintain it names no other last day.
        let maintained = self.heard_afterwards().filter(|heard| heard.what.maintained);
        let maintained = maintained.and_then(|heard| heard.what.until.said());
        let urgent = self.decided_urgently().and_then(|decided| decided.what.until.said());
        let plain = self.decided().and_then(|decided| decided.what.until.said());
        maintained.or(urgent).or(plain).copied()
    }
}

impl Machine for Decision {
    type Transition = DecisionEvent;
    const STATES: &'static [&'static str] = Self::NAMES;
    const TRANSITIONS: &'static [&'static str] = &["decide", "decide_urgently", "hear"];

    fn start() -> Self {
        PendingDecision(()).into()
    }

    fn state(&self) -> &'static str {
        self.state_name()
    }

    fn allowed(&self) -> &'static [&'static str] {
        match self {
            Decision::Pending(_) => &["decide", "decide_urgently"],
            Decision::UrgentlyGranted(_) => &["hear"],
            Decision::Granted(_)
            | Decision::PartlyGranted(_)
            | Decision::Refused(_)
            | Decision::Confirmed(_)
            | Decision::NotMaintained(_) => &[],
        }
    }

    fn name(transition: &DecisionEvent) -> &'static str {
        match transition {
            DecisionEvent::Decide(_) => "decide",
            DecisionEvent::DecideUrgently(_) => "decide_urgently",
            DecisionEvent::Hear(_) => "hear",
        }
    }

    fn apply(self, transition: &DecisionEvent, at: &When) -> Result<Self, Refused<Self>> {
        match (self, transition) {
            (Decision::Pending(state), DecisionEvent::Decide(it)) => Ok(state.decide(it, at)),
            (Decision::Pending(state), DecisionEvent::DecideUrgently(it)) => {
                Ok(state.decide_urgently(it, at).into())
            }
            (Decision::UrgentlyGranted(state), DecisionEvent::Hear(it)) => Ok(state.hear(it, at)),
            (state, transition) => Err(no_such_verb(state, transition)),
        }
    }
}
