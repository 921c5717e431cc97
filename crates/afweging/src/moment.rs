//! Moments from which a term runs, or by which one is kept, where nothing else in the dossier says so.

use serde::{Deserialize, Serialize};

use crate::id::{PersonId, StepId};
use crate::said::Said;

macro_rules! moments {
    ($($(#[$doc:meta])* $variant:ident: $of:ident,)+) => {
        /// Something that was done or came to be known, on which a term depends.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Moment { $($(#[$doc])* $variant,)+ }

        impl Moment {
            /// Every one of them, in the order of the documentation.
            pub const ALL: &'static [Moment] = &[$(Moment::$variant),+];

            /// Whether it is always of a step. Others are of the dossier as a whole.
            pub fn is_of_step(self) -> bool {
                match self { $(Moment::$variant => moments!(@ $of),)+ }
            }
        }
    };
    (@ step) => { true };
    (@ dossier) => { false };
}

moments! {
    /// Veilig Thuis has assessed how safe it is after a report.
    SafetyAssessed: dossier,
    /// Somebody asked for their file to be destroyed.
    DestructionRequested: dossier,
    /// The file was destroyed, or it was said why not.
    DestructionAnswered: dossier,
    /// The complaints committee gave its opinion.
    ComplaintOpinion: dossier,
    /// It was said what is done with the opinion of the complaints committee.
    ComplaintFollowedUp: dossier,

    /// Veilig Thuis judged after an investigation whether steps are needed, and which.
    JudgmentGiven: step,
    /// A need for social support was reported to the municipality.
    SupportReported: step,
    /// The investigation after such a report was concluded.
    SupportInvestigated: step,
    /// The family waived making a plan of its own.
    PlanWaived: step,
    /// The plan was set, or handed in.
    PlanMade: step,
    /// Somebody asked for the plan in writing.
    WrittenPlanRequested: step,
    /// The plan was put in writing.
    PlanWritten: step,
    /// The executing body was told of the measure.
    MeasureNotified: step,
    /// The executing body made its first contact and named a worker.
    FirstContact: step,
    /// The mayor, or the executing body, asked the Council to seek the court's judgement.
    JudgmentSought: step,
    /// The decision was sent or served.
    DecisionSent: step,
    /// Somebody objected to an administrative decision.
    ObjectionLodged: step,
    /// The banned person asked the judge for provisional relief.
    ReliefRequested: step,
    /// The judge heard the banned person.
    ReliefHeard: step,
    /// The banned person wished a lawyer.
    LawyerWished: step,
    /// The banned person was given a lawyer.
    LawyerThere: step,
    /// Somebody asked the judge to annul it.
    AnnulmentRequested: step,
    /// The judge decided on that request.
    AnnulmentDecided: step,
    /// Somebody asked the executing body to withdraw, shorten or end it.
    ChangeRequested: step,
    /// The executing body answered that request.
    ChangeAnswered: step,
    /// The Council was told what the law wants it to be told.
    CouncilTold: step,
    /// What has to follow was requested.
    FollowUpRequested: step,
    /// The youth was admitted.
    Admitted: step,
    /// Reasons were given in writing.
    ReasonsGiven: step,
    /// A qualified behavioural scientist agreed that it goes on.
    ContinuationAgreed: step,
    /// The Council declared that it has no objection to the foster parent.
    NoObjection: step,
    /// The court refused to replace the carer's consent to a change of the stay.
    StayUpheld: step,
    /// The child went to live at home on trial.
    TrialBegun: step,
}

/// A moment on which a term depends; the day is that of the entry.
///
/// ```
/// use afweging::NewEntry;
/// let entry = NewEntry::from_json(r#"{
///     "recorded": "2025-03-04T09:00:00Z", "occurred": "2025-03-03", "by": "worker",
///     "event": {"moment_noted": {"moment": "measure_notified", "step": "s1"}}
/// }"#)?;
/// assert_eq!(entry.event.kind(), "moment_noted");
/// # Ok::<(), afweging::InputError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MomentNoted {
    /// Which.
    pub moment: Moment,
    /// Of which step. A moment that is always of a step is refused without one.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub step: Said<StepId>,
    /// To whom it was addressed: who was asked, told or served.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub to: Said<PersonId>,
}
