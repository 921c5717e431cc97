//! `afweging` (Dutch for "weighing"): decisions on protecting a child or an adult in danger, with their uncertainties.

mod actor;
mod authority;
mod condition;
mod gate;
mod id;
mod intrusion;
mod law;
mod machine;
mod narrative;
mod pack;
mod person;
mod said;
mod time;

pub use actor::{Act, Actor, DecisionForm};
pub use authority::{AuthorityMap, NoAuthority};
pub use condition::Condition;
pub use gate::Gate;
pub use id::{
    AlternativeId, EvidenceId, GroundId, IdError, LONGEST_ID, MeasureId, ObligationId, PersonId, PlacementId,
    StatementId, StepId,
};
pub use intrusion::{
    CandidateClass, CandidateReason, Comparison, ENDING, IntrusionClass, Lattice, LatticeEdge, NOTHING,
    Placed, candidate_classes, compare,
};
pub use law::{Certainty, Citation};
pub use machine::{Dated, History, Incoherent, Machine, Refused};
pub use narrative::{LONGEST_NARRATIVE, Narrative};
pub use pack::{
    Adjacent, Breach, Burdened, ConsentBasis, ConsentException, ConsentGroup, ConsentRule, Consenter,
    Dimension, Document, EvidenceLevel, Exception, Frame, Goal, Grant, GrantCondition, Ground, HearingDuty,
    HearingRule, LARGEST_PACK, Labels, Length, MOST_STATES, Measure, MeasureKind, Occasion, Pack, PackCode,
    PackError, Placement, Preference, Prerequisite, Principle, Renewal, Requirement, Standing, Subject, Term,
    TermKind, TermStart, UrgentVariant, Vector,
};
pub use person::{
    AuthorityNoted, Birth, CapacityNoted, OfAge, ParentalAuthority, Person, Relation, RelationNoted, Role,
};
pub use said::Said;
pub use time::{When, WhenError};
