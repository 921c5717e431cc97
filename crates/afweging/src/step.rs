//! The next step (*volgende stap*): a candidate measure, for one person, for one period, and what becomes of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::consent::Scope;
use crate::id::{AlternativeId, MeasureId, ObligationId, PersonId, PlacementId, StatementId, StepId};
use crate::narrative::Narrative;
use crate::said::Said;

/// A step is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// Its id.
    pub step: StepId,
    /// The measure.
    pub measure: MeasureId,
    /// The placement, for a measure that has one.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub placement: Said<PlacementId>,
    /// Whom it is about: one person.
    pub about: PersonId,
    /// Who proposes it.
    pub proposed_by: PersonId,
    /// The first day of the period.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub from: Said<NaiveDate>,
    /// The last day of the period.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub until: Said<NaiveDate>,
    /// The step that it extends. An extension is a new step, assessed anew.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub extends: Said<StepId>,
    /// The step that it ends, when it ends one.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub ends: Said<StepId>,
    /// What is known of it so far.
    #[serde(default, skip_serializing_if = "StepDetails::is_empty")]
    pub details: StepDetails,
}

/// More is said of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepDetailed {
    /// Which.
    pub step: StepId,
    /// What is added. What was said before is replaced where it is said again; both stay in the log.
    pub details: StepDetails,
}

/// What a measure asks of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Burden {
    /// Of whom.
    pub person: PersonId,
    /// What.
    pub burden: Narrative,
}

macro_rules! step_details {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// What was said of a step. First the two questions that come before any route: what happened, and what do
        /// this child and these parents need now?
        #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct StepDetails {
            $(
                $(#[$doc])*
                #[serde(default, skip_serializing_if = "Said::is_not_said")]
                pub $name: Said<Narrative>,
            )+
            /// What it asks of each person.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub burdens: Vec<Burden>,
            /// The day of the review.
            #[serde(default, skip_serializing_if = "Said::is_not_said")]
            pub review_on: Said<NaiveDate>,
        }

        impl StepDetails {
            /// Whether nothing was said yet.
            pub fn is_empty(&self) -> bool {
                $(self.$name.is_not_said() &&)+ self.burdens.is_empty() && self.review_on.is_not_said()
            }

            /// Takes over what `newer` says.
            pub fn merge(&mut self, newer: &StepDetails) {
                $(if !newer.$name.is_not_said() { self.$name = newer.$name.clone(); })+
                for burden in &newer.burdens {
                    self.burdens.retain(|old| old.person != burden.person);
                    self.burdens.push(burden.clone());
                }
                if !newer.review_on.is_not_said() {
                    self.review_on = newer.review_on;
                }
            }
        }
    };
}

step_details! {
    /// What happened?
    what_happened,
    /// What do this child and these parents need now?
    needed_now,
    /// What causes it.
    causes,
    /// What keeps it going.
    maintaining,
    /// Who keeps the child safe around the clock, and how.
    safety_around_the_clock,
    /// What is to be reached.
    goal,
    /// Why it is in this child's best interests (*belang van het kind*), per child.
    best_interests,
    /// How serious the threat is.
    severity,
    /// What is expected if the step is taken.
    if_taken,
    /// What is expected if it is not taken.
    if_not_taken,
    /// What goes wrong if it is wrongly taken.
    error_if_wrongly_taken,
    /// What goes wrong if it is wrongly not taken.
    error_if_wrongly_not_taken,
    /// What would change our mind.
    would_change_our_mind,
    /// Plan B.
    plan_b,
    /// When it stops.
    stop_when,
    /// How the consequences of the decision that is not taken are dealt with.
    repair,
}

/// The frame in which an alternative in own words would be carried out.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Frame {
    /// Voluntary (*vrijwillig*): with consent.
    Voluntary,
    /// Pressure (*drang*): legally still voluntary.
    Pressure,
    /// Compulsory (*gedwongen*).
    Compulsory,
}

/// Somebody names an alternative to a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AlternativeNamed {
    /// Its id.
    pub alternative: AlternativeId,
    /// The step to which it is an alternative.
    pub step: StepId,
    /// What it is.
    pub option: AlternativeOption,
}

/// What an alternative is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AlternativeOption {
    /// A measure of the law pack.
    Measure {
        /// Which.
        measure: MeasureId,
        /// With which placement.
        #[serde(default, skip_serializing_if = "Said::is_not_said")]
        placement: Said<PlacementId>,
    },
    /// Something else, in own words.
    OwnWords {
        /// What.
        text: Narrative,
        /// In which frame.
        #[serde(default, skip_serializing_if = "Said::is_not_said")]
        frame: Said<Frame>,
        /// Whom it burdens.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        burdened: Vec<PersonId>,
    },
}

/// Something that a step must be weighed against.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Candidate {
    /// An alternative that someone named.
    Alternative(AlternativeId),
    /// A measure of the law pack. One of a class of equally intrusive ones stands for its class.
    Measure {
        /// Which.
        measure: MeasureId,
        /// With which placement; absent where the measure has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        placement: Option<PlacementId>,
    },
    /// A possibility in neighbouring law, by its id in the law pack.
    Adjacent(String),
    /// Ending a step that is in force.
    End(StepId),
    /// Doing nothing more.
    Nothing,
}

/// An answer to one or more candidates of a step. It names each: nothing is inherited by silence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CandidatesAnswered {
    /// The step.
    pub step: StepId,
    /// The candidates that it answers.
    pub candidates: Vec<Candidate>,
    /// The answer.
    pub answer: Answer,
    /// Why, for this child.
    pub why: Narrative,
}

/// Why a candidate will not do, or that it will.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Answer {
    /// Tried, and it was not enough. Stands when it was in force in this dossier and a review says so.
    TriedInsufficient {
        /// The step by which it was tried.
        tried: StepId,
    },
    /// Expected not to be enough, for a reason of this case.
    ExpectedInsufficient {
        /// The statements on which that rests.
        relies_on: Vec<StatementId>,
    },
    /// It needs consent, and that was refused or taken back.
    Refused {
        /// By whom.
        person: PersonId,
        /// The consent that was asked.
        scope: Scope,
    },
    /// Asked for, and not to be had. It stands and opens a shortfall of the system; never booked against the family.
    NotAvailable {
        /// When it was asked for.
        #[serde(default, skip_serializing_if = "Said::is_not_said")]
        asked_on: Said<NaiveDate>,
        /// The first day on which it can be had.
        #[serde(default, skip_serializing_if = "Said::is_not_said")]
        not_before: Said<NaiveDate>,
        /// Who owes it.
        #[serde(default, skip_serializing_if = "Said::is_not_said")]
        owed_by: Said<PersonId>,
        /// What happens meanwhile.
        #[serde(default, skip_serializing_if = "Said::is_not_said")]
        meanwhile: Said<Narrative>,
    },
    /// It would do as well, and it can be had. Never a reason for the heavier step.
    Adequate,
}

/// Urgency on the record: acute and serious danger that cannot wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UrgencyDeclared {
    /// For which step.
    pub step: StepId,
    /// The danger.
    pub danger: Narrative,
    /// Why it cannot wait.
    pub why_it_cannot_wait: Narrative,
    /// The statements that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relies_on: Vec<StatementId>,
    /// The day by which what was passed over is made up for.
    pub look_back: NaiveDate,
}

/// How a request is made.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RequestForm {
    /// In writing.
    Written,
    /// By word of mouth.
    Oral,
}

/// A request is filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestFiled {
    /// For which step.
    pub step: StepId,
    /// By whom.
    pub requester: PersonId,
    /// How.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub form: Said<RequestForm>,
    /// Whether the request tells how it was discussed with the child, and how the child reacted (Rv 799a).
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub discussed_with_child: Said<bool>,
}

/// A request is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestWithdrawn {
    /// Of which step.
    pub step: StepId,
    /// Why.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub why: Said<Narrative>,
}

/// A request is held over (*aangehouden*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestHeldOver {
    /// Of which step.
    pub step: StepId,
    /// Until when.
    pub until: NaiveDate,
    /// Why.
    pub why: Narrative,
}

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
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub until: Said<NaiveDate>,
    /// The article of a decision that nobody asked for (*ambtshalve*).
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
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
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
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
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub until: Said<NaiveDate>,
    /// Why.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub why: Said<Narrative>,
}

/// A step begins to be carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Started {
    /// Which.
    pub step: StepId,
}

/// How a step works out.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ReviewOutcome {
    /// Better than expected.
    Better,
    /// As expected.
    AsExpected,
    /// Worse than expected.
    Worse,
    /// Not clear.
    Unclear,
}

/// A step in force is reviewed: the whole test again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// Which.
    pub step: StepId,
    /// How it works out.
    pub outcome: ReviewOutcome,
    /// Whether what it was for was reached. `false` is what makes "tried" an answer for a heavier step.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub sufficient: Said<bool>,
    /// Why.
    pub why: Narrative,
    /// What is changed.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub adapt: Said<Narrative>,
    /// The day of the next review.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub next_review: Said<NaiveDate>,
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

/// An appeal is lodged (*hoger beroep*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppealLodged {
    /// Against the decision on which step.
    pub step: StepId,
    /// By whom.
    pub appellant: PersonId,
}

/// How an appeal ends.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// The decision stands (*bekrachtigd*).
    Upheld,
    /// The decision is set aside (*vernietigd*).
    Quashed,
    /// Another decision takes its place.
    Replaced,
}

/// An appeal is ruled on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppealRuled {
    /// On which step.
    pub step: StepId,
    /// By whom.
    pub decider: PersonId,
    /// How.
    pub ruling: Ruling,
    /// Why.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub why: Said<Narrative>,
}

/// A defect is passed over by who may do that (such as Awb 6:22).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DefectPassedOver {
    /// Of which step.
    pub step: StepId,
    /// Which condition it was that was not met.
    pub condition: Condition,
    /// By which article.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub article: Said<String>,
    /// Why.
    pub why: Narrative,
}

/// A ruling lays an obligation on someone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObligationOrdered {
    /// Its id.
    pub obligation: ObligationId,
    /// Out of the decision on which step.
    pub step: StepId,
    /// On whom.
    pub owner: PersonId,
    /// What.
    pub what: Narrative,
    /// By when.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub due: Said<NaiveDate>,
}

/// An obligation is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObligationMet {
    /// Which.
    pub obligation: ObligationId,
    /// How.
    pub how: Narrative,
}
