//! The closed vocabularies of a region's overlay.

use serde::{Deserialize, Serialize};

/// How a source says what a region's overlay tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sureness {
    /// The source says so.
    Stated,
    /// The source announces it; whether it came about is not known.
    Planned,
    /// It follows from what the source says.
    Derived,
    /// The source can be read in more than one way.
    Ambiguous,
    /// It stands in a scenario, and is so nowhere.
    Scenario,
}

/// What kind of team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TeamKind {
    /// A local team (*lokaal team*): voluntary help, the constant factor. A body of the authority map itself.
    Local,
    /// A safety team (*veiligheidsteam*): workers of several bodies beside the local team.
    Safety,
    /// Any other.
    Other,
}

/// What kind of meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// Learning meeting (*leerbijeenkomst*): lessons for the method; nothing is decided about anybody.
    Learning,
    /// Case consultation (*casusoverleg*), out of which a joint judgement may come.
    CaseConsultation,
    /// The overview of everybody whom the organisations deal with.
    Overview,
    /// Managers.
    Managers,
    /// Behavioural scientists.
    BehaviouralScientists,
    /// The management of all organisations together.
    Network,
    /// The boards.
    Board,
    /// For everybody who works in the region.
    Conference,
}

/// Whether the family is at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// It is there.
    Present,
    /// It is not there.
    Absent,
    /// The source does not say.
    NotSaid,
}
