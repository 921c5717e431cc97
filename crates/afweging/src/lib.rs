//! `afweging` (Dutch for "weighing"): decisions on protecting a child or an adult in danger, with their uncertainties.

mod actor;
mod condition;
mod consent;
mod fact;
mod gate;
mod id;
mod law;
mod machine;
mod narrative;
mod person;
mod perspective;
mod said;
mod step;
mod time;
mod weighing;

pub use actor::{Act, Actor, DecisionForm};
pub use condition::Condition;
pub use gate::Gate;
pub use id::{
    AlternativeId, EvidenceId, GroundId, IdError, LONGEST_ID, MeasureId, ObligationId, PersonId, PlacementId,
    StatementId, StepId,
};
pub use law::{Certainty, Citation};
pub use machine::{Dated, History, Incoherent, Machine, Refused};
pub use narrative::{LONGEST_NARRATIVE, Narrative};
pub use person::{
    AuthorityNoted, Birth, CapacityNoted, OfAge, ParentalAuthority, Person, Relation, RelationNoted, Role,
};
pub use said::Said;
pub use time::{When, WhenError};

pub use consent::*;
pub use fact::*;
pub use perspective::*;
pub use step::*;
pub use weighing::*;
