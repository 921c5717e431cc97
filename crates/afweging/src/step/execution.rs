//! The carrying out of a step.
//!
//! <!-- table: Execution -->
//!
//! | | start | review | end |
//! | --- | --- | --- | --- |
//! | **NotStarted** | InForce | — | — |
//! | **InForce** | — | InForce | Ended |
//! | **Ended** | — | Ended | — |
//!
//! <!-- end -->

use serde::{Deserialize, Serialize};

use crate::id::StepId;
use crate::machine::{Machine, Noted, Refused, no_such_verb, states};
use crate::narrative::Narrative;
use crate::step::review::Reviewed;
use crate::time::When;

/// A step begins to be carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Started {
    /// Which.
    pub step: StepId,
}

/// A step ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ended {
    /// Which.
    pub step: StepId,
    /// Why.
    pub why: Narrative,
}

/// What can happen to the carrying out of a step. That it lapses or expires has no entry: it is derived on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExecutionEvent {
    /// It begins.
    Start,
    /// It is reviewed.
    Review(Reviewed),
    /// It ends.
    End(Ended),
}

states! {
    /// Where the carrying out of a step stands.
    Execution {
        /// Not begun.
        NotStarted(UnstartedExecution),
        /// Begun, and not ended.
        InForce(InForceExecution),
        /// Begun, and ended.
        Ended(EndedExecution),
    }
}

/// Not begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnstartedExecution(());

/// In force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForceExecution {
    started: When,
    reviews: Vec<Noted<Reviewed>>,
}

/// Ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedExecution {
    started: When,
    reviews: Vec<Noted<Reviewed>>,
    ended: Noted<Ended>,
}

impl UnstartedExecution {
    /// Begins.
    pub fn start(self, when: &When) -> InForceExecution {
        InForceExecution { started: *when, reviews: Vec::new() }
    }
}

impl InForceExecution {
    /// Reviews it: the whole test again.
    #[must_use]
    pub fn review(mut self, reviewed: &Reviewed, when: &When) -> Self {
        self.reviews.push(Noted::new(reviewed, when));
        self
    }

    /// Ends it.
    pub fn end(self, ended: &Ended, when: &When) -> EndedExecution {
        EndedExecution { started: self.started, reviews: self.reviews, ended: Noted::new(ended, when) }
    }
}

impl EndedExecution {
    /// Looks back on it.
    #[must_use]
    pub fn review(mut self, reviewed: &Reviewed, when: &When) -> Self {
        self.reviews.push(Noted::new(reviewed, when));
        self
    }

    /// When and why it ended.
    pub fn ended(&self) -> &Noted<Ended> {
        &self.ended
    }
}

impl Execution {
    /// When it began.
    pub fn started(&self) -> Option<When> {
        match self {
            Execution::NotStarted(_) => None,
            Execution::InForce(state) => Some(state.started),
            Execution::Ended(state) => Some(state.started),
        }
    }

    /// Its reviews, oldest first.
    pub fn reviews(&self) -> &[Noted<Reviewed>] {
        match self {
            Execution::NotStarted(_) => &[],
            Execution::InForce(state) => &state.reviews,
            Execution::Ended(state) => &state.reviews,
        }
    }
}

impl Machine for Execution {
    type Transition = ExecutionEvent;
    const STATES: &'static [&'static str] = Self::NAMES;
    const TRANSITIONS: &'static [&'static str] = &["start", "review", "end"];

    fn start() -> Self {
        UnstartedExecution(()).into()
    }

    fn state(&self) -> &'static str {
        self.state_name()
    }

    fn allowed(&self) -> &'static [&'static str] {
        match self {
            Execution::NotStarted(_) => &["start"],
            Execution::InForce(_) => &["review", "end"],
            Execution::Ended(_) => &["review"],
        }
    }

    fn name(transition: &ExecutionEvent) -> &'static str {
        match transition {
            ExecutionEvent::Start => "start",
            ExecutionEvent::Review(_) => "review",
            ExecutionEvent::End(_) => "end",
        }
    }

    fn apply(self, transition: &ExecutionEvent, at: &When) -> Result<Self, Refused<Self>> {
        match (self, transition) {
            (Execution::NotStarted(state), ExecutionEvent::Start) => Ok(state.start(at).into()),
            (Execution::InForce(state), ExecutionEvent::Review(it)) => Ok(state.review(it, at).into()),
            (Execution::Ended(state), ExecutionEvent::Review(it)) => Ok(state.review(it, at).into()),
            (Execution::InForce(state), ExecutionEvent::End(it)) => Ok(state.end(it, at).into()),
            (state, transition) => Err(no_such_verb(state, transition)),
        }
    }
}
