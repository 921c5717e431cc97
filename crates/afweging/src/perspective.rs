//! Perspectives (*perspectieven*): does everyone who matters have their say, and what did it change?

mod cycle;
mod state;

pub use cycle::{Account, Asked, Cycle, Reply};
pub use state::{
    ConfirmedPerspective, ContestedPerspective, DeclinedPerspective, HeardPerspective, InvitedPerspective,
    NotHeardPerspective, Perspective, PerspectiveEvent, UnheardPerspective,
};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::PersonId;
use crate::narrative::Narrative;
use crate::said::Said;

/// Before whom somebody is heard.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Forum {
    /// A talk with a professional.
    Talk,
    /// A court's hearing.
    Court,
}

/// How somebody was heard.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Face to face.
    InPerson,
    /// By video.
    Video,
    /// By telephone.
    Telephone,
    /// In writing.
    Written,
    /// Through a lawyer, a special representative or another who speaks for them.
    ThroughRepresentative,
    /// Seen, because too young to talk.
    Seen,
}

/// How far the hearer stands from the matter.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Distance {
    /// Works with the family.
    Involved,
    /// Knows the family from the file alone.
    AtAFurtherRemove,
    /// Has no part in the matter.
    Independent,
}

/// Why somebody is not heard.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum NotHeardGround {
    /// Too young to tell anything; seen instead.
    TooYoung,
    /// Hearing would put somebody in danger.
    Unsafe,
    /// Could not be reached.
    Unreachable {
        /// How often it was tried.
        attempts: u16,
    },
    /// No time: heard afterwards.
    Urgent {
        /// The day by which they are heard after all.
        #[serde(deserialize_with = "crate::time::read_day")]
        look_back: NaiveDate,
    },
    /// Another ground, in the words of the reason.
    Other,
}

/// Somebody is asked to tell their side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// Who.
    pub person: PersonId,
    /// Before whom.
    pub forum: Forum,
}

/// Somebody tells their side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hearing {
    /// Who is heard.
    pub person: PersonId,
    /// Before whom.
    pub forum: Forum,
    /// How.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub mode: Said<Mode>,
    /// Who hears them.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub hearer: Said<PersonId>,
    /// How far the hearer stands from the matter.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub distance: Said<Distance>,
    /// What they tell, in their own words.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub account: Said<Narrative>,
}

/// Somebody agrees with how their account was written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// Who.
    pub person: PersonId,
}

/// Somebody says that their account was written down wrongly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountContested {
    /// Who.
    pub person: PersonId,
    /// Their own correction.
    pub correction: Narrative,
}

/// Somebody does not want to tell their side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HearingDeclined {
    /// Who.
    pub person: PersonId,
    /// Why, as they say it.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub reason: Said<Narrative>,
}

/// Somebody is not heard, with the ground for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotHeardRecorded {
    /// Who.
    pub person: PersonId,
    /// The ground.
    pub ground: NotHeardGround,
    /// The reason in words.
    pub reason: Narrative,
}

/// In a later cycle, an earlier account still stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountStillStands {
    /// Whose.
    pub person: PersonId,
    /// Whether the person agrees that it does. Only then does the account count in the new cycle.
    pub agreed: bool,
}

/// A new cycle begins (*cyclisch werken*): everyone starts from unheard again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CycleOpened {
    /// Why: the unforeseen event.
    pub reason: Narrative,
}

/// What an account changed (*doorwerking*): being heard without effect is not being heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EffectNoted {
    /// Whose account.
    pub person: PersonId,
    /// What it changed, or why nothing.
    pub effect: Effect,
}

/// What an account changed, or why nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Effect {
    /// It changed something.
    Changed {
        /// What.
        what: Narrative,
    },
    /// It changed nothing.
    Nothing {
        /// Why.
        why: Narrative,
    },
}
