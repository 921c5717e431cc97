//! Someone keeps watch (*wie waakt nu?*): from the first report until closure, at every moment.

use serde::{Deserialize, Serialize};

use crate::id::PersonId;
use crate::narrative::Narrative;
use crate::said::Said;

/// A report comes in (*melding*). From now on someone must keep watch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportReceived {
    /// Who receives it.
    pub receiver: PersonId,
    /// What is reported.
    pub text: Narrative,
}

/// Somebody begins to keep watch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WatchTaken {
    /// Who.
    pub watcher: PersonId,
}

/// Somebody no longer keeps watch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WatchLeft {
    /// Who.
    pub watcher: PersonId,
    /// Why.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub why: Said<Narrative>,
}

/// The family is handed over: to whom, with which question, and who watches meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandedOver {
    /// Who hands over.
    pub from: PersonId,
    /// Who receives.
    pub to: PersonId,
    /// The question that is asked of the receiver.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub question: Said<Narrative>,
    /// What the receiver adds: power or expertise. Passing on without either is *doorschuiven*.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub adds: Said<AddedValue>,
    /// Who keeps watch until the receiver takes over.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub watcher_meanwhile: Said<PersonId>,
}

/// What another organisation adds.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum AddedValue {
    /// A power that the sender has not.
    Power,
    /// Expertise that the sender has not.
    Expertise,
}

/// The receiver takes over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOverAccepted {
    /// Who.
    pub receiver: PersonId,
}

/// The dossier is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// Why.
    pub why: Narrative,
}
