//! Consent (*toestemming*), per person and scope: asked on information, given or refused, and free to be taken back.
//!
//! <!-- table: Consent -->
//!
//! | | ask | give | refuse | withdraw |
//! | --- | --- | --- | --- | --- |
//! | **NotAsked** | Asked | — | — | — |
//! | **Asked** | Asked | Given | Refused | — |
//! | **Given** | — | — | — | Withdrawn |
//! | **Refused** | Asked | — | — | — |
//! | **Withdrawn** | Asked | — | — | — |
//!
//! <!-- end -->

use serde::{Deserialize, Serialize};

use crate::id::{AlternativeId, MeasureId, PersonId, StepId};
use crate::machine::{Machine, Noted, Refused, no_such_verb, states};
use crate::narrative::Narrative;
use crate::said::Said;
use crate::time::When;

/// What a consent is about.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// A step.
    Step(StepId),
    /// An alternative that someone named.
    Alternative(AlternativeId),
    /// A measure of the pack, as it was offered.
    Measure(MeasureId),
}

/// Consent is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentAsked {
    /// Of whom.
    pub person: PersonId,
    /// For what.
    pub scope: Scope,
    /// The information that was given: nature, aim, consequences, risks, alternatives, prospects (Jw 7.3.2).
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub information: Said<Narrative>,
}

/// Consent is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentGiven {
    /// By whom.
    pub person: PersonId,
    /// For what.
    pub scope: Scope,
}

/// Consent is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentRefused {
    /// By whom.
    pub person: PersonId,
    /// For what.
    pub scope: Scope,
    /// Why, as they say it.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub reason: Said<Narrative>,
}

/// Consent is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentWithdrawn {
    /// By whom.
    pub person: PersonId,
    /// For what.
    pub scope: Scope,
    /// Why, as they say it.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub reason: Said<Narrative>,
}

/// What can happen to a consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConsentEvent {
    /// It is asked, with or without information.
    Ask(ConsentAsked),
    /// It is given.
    Give,
    /// It is refused.
    Refuse,
    /// It is taken back.
    Withdraw,
}

states! {
    /// Where one person's consent to one thing stands.
    Consent {
        /// Nobody asked.
        NotAsked(UnaskedConsent),
        /// Asked; no answer yet.
        Asked(AskedConsent),
        /// Given.
        Given(GivenConsent),
        /// Refused.
        Refused(RefusedConsent),
        /// Given, and taken back.
        Withdrawn(WithdrawnConsent),
    }
}

/// Nobody asked for this consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnaskedConsent(());

/// This consent is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedConsent {
    asked: Noted<ConsentAsked>,
}

/// This consent is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenConsent {
    asked: Noted<ConsentAsked>,
    given: When,
}

/// This consent is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedConsent {
    asked: Noted<ConsentAsked>,
    refused: When,
}

/// This consent was given and is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawnConsent {
    asked: Noted<ConsentAsked>,
    given: When,
    withdrawn: When,
}

impl UnaskedConsent {
    /// Asks for it.
    pub fn ask(self, asked: &ConsentAsked, when: &When) -> AskedConsent {
        AskedConsent { asked: Noted::new(asked, when) }
    }
}

impl AskedConsent {
    /// Asks once more, such as with the information that was missing. The later asking is what is answered.
    #[must_use]
    pub fn ask(self, asked: &ConsentAsked, when: &When) -> Self {
        Self { asked: Noted::new(asked, when) }
    }

    /// Gives it.
    pub fn give(self, when: &When) -> GivenConsent {
        GivenConsent { asked: self.asked, given: *when }
    }

    /// Refuses it.
    pub fn refuse(self, when: &When) -> RefusedConsent {
        RefusedConsent { asked: self.asked, refused: *when }
    }
}

impl GivenConsent {
    /// Takes it back.
    pub fn withdraw(self, when: &When) -> WithdrawnConsent {
        WithdrawnConsent { asked: self.asked, given: self.given, withdrawn: *when }
    }

    /// When it was given.
    pub fn given(&self) -> When {
        self.given
    }
}

impl RefusedConsent {
    /// Asks again.
    pub fn ask(self, asked: &ConsentAsked, when: &When) -> AskedConsent {
        AskedConsent { asked: Noted::new(asked, when) }
    }

    /// When it was refused.
    pub fn refused(&self) -> When {
        self.refused
    }
}

impl WithdrawnConsent {
    /// Asks again.
    pub fn ask(self, asked: &ConsentAsked, when: &When) -> AskedConsent {
        AskedConsent { asked: Noted::new(asked, when) }
    }

    /// When it was given.
    pub fn given(&self) -> When {
        self.given
    }

    /// When it was taken back.
    pub fn withdrawn(&self) -> When {
        self.withdrawn
    }
}

impl Consent {
    /// How and when it was asked, the latest time.
    pub fn asked(&self) -> Option<&Noted<ConsentAsked>> {
        match self {
            Consent::NotAsked(_) => None,
            Consent::Asked(state) => Some(&state.asked),
            Consent::Given(state) => Some(&state.asked),
            Consent::Refused(state) => Some(&state.asked),
            Consent::Withdrawn(state) => Some(&state.asked),
        }
    }

    /// Whether information was given when it was asked. An erased text was given; a blank one was not.
    pub fn is_informed(&self) -> bool {
        self.asked().and_then(|asked| asked.what.information.said()).is_some_and(Narrative::was_said)
    }
}

impl Machine for Consent {
    type Transition = ConsentEvent;
    const STATES: &'static [&'static str] = Self::NAMES;
    const TRANSITIONS: &'static [&'static str] = &["ask", "give", "refuse", "withdraw"];

    fn start() -> Self {
        UnaskedConsent(()).into()
    }

    fn state(&self) -> &'static str {
        self.state_name()
    }

    fn allowed(&self) -> &'static [&'static str] {
        match self {
            Consent::NotAsked(_) | Consent::Refused(_) | Consent::Withdrawn(_) => &["ask"],
            Consent::Asked(_) => &["ask", "give", "refuse"],
            Consent::Given(_) => &["withdraw"],
        }
    }

    fn name(transition: &ConsentEvent) -> &'static str {
        match transition {
            ConsentEvent::Ask(_) => "ask",
            ConsentEvent::Give => "give",
            ConsentEvent::Refuse => "refuse",
            ConsentEvent::Withdraw => "withdraw",
        }
    }

    fn apply(self, transition: &ConsentEvent, at: &When) -> Result<Self, Refused<Self>> {
        use ConsentEvent as E;
        match (self, transition) {
            (Consent::NotAsked(state), E::Ask(it)) => Ok(state.ask(it, at).into()),
            (Consent::Asked(state), E::Ask(it)) => Ok(state.ask(it, at).into()),
            (Consent::Refused(state), E::Ask(it)) => Ok(state.ask(it, at).into()),
            (Consent::Withdrawn(state), E::Ask(it)) => Ok(state.ask(it, at).into()),
            (Consent::Asked(state), E::Give) => Ok(state.give(at).into()),
            (Consent::Asked(state), E::Refuse) => Ok(state.refuse(at).into()),
            (Consent::Given(state), E::Withdraw) => Ok(state.withdraw(at).into()),
            (state, transition) => Err(no_such_verb(state, transition)),
        }
    }
}
