//! Documents, statements and moments that the law prescribes for a measure.

use serde::{Deserialize, Serialize};

use crate::id::StepId;

macro_rules! documents {
    ($($(#[$doc:meta])* $variant:ident),+ $(,)?) => {
        /// A document, statement or moment that the law prescribes.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Document { $($(#[$doc])* $variant,)+ }

        impl Document {
            /// Every one of them, in the order of the documentation.
            pub const ALL: &'static [Document] = &[$(Document::$variant),+];
        }
    };
}

documents! {
    /// The request is in writing.
    WrittenRequest,
    /// Request or order names the concrete threats and a duration that fits them.
    ThreatsAndDuration,
    /// The request says whether and how it was discussed with the minor, and the minor's reaction.
    DiscussedWithMinor,
    /// The municipal executive's decision that help is needed is attached.
    CollegeDecision,
    /// It was determined that a provision with a stay is needed.
    StayDetermined,
    /// A qualified behavioural scientist who examined the youth shortly before agrees.
    ExpertAgreement,
    /// The plan with its conditions is submitted.
    CarePlan,
    /// The executing body's plan and report are attached.
    PlanAndReport,
    /// The Child Protection Council's advice is attached.
    RaadAdvice,
    /// The family was offered the chance to make its own plan first, or a reason to waive it is recorded.
    FamilyPlanOffered,
    /// The youth has a lawyer.
    LawyerForYouth,
    /// Veilig Thuis was consulted.
    VeiligThuisConsulted,
    /// The person was told what the help is, what for, with which consequences, risks and alternatives.
    Informed,
    /// The family was told that it is voluntary and what a refusal can lead to.
    ToldVoluntary,
    /// Goals and an end are written down.
    WrittenGoals,
    /// A reason is recorded.
    ReasonRecorded,
    /// The decision was put in writing.
    WrittenDecision,
    /// The municipal executive was told at once.
    CollegeTold,
    /// The foster contract is there.
    FosterContract,
    /// Who is willing to take over guardianship declared so in writing.
    WillingnessDeclared,
}

/// Whether a prescribed document or moment is there, as somebody notes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentNoted {
    /// For which step.
    pub step: StepId,
    /// Which.
    pub document: Document,
    /// Whether it is there.
    pub present: bool,
}
