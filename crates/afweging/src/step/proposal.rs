//! A step as it is proposed, and what is said of it: first what happened and what is needed, then the rest.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{PointNotApplicable, ReturnPlan};
use crate::fact::Cause;
use crate::id::{MeasureId, PersonId, PlacementId, StepId};
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
    #[serde(default, deserialize_with = "crate::time::read_day", skip_serializing_if = "Said::is_not_said")]
    pub from: Said<NaiveDate>,
    /// The last day of the period.
    #[serde(default, deserialize_with = "crate::time::read_day", skip_serializing_if = "Said::is_not_said")]
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
            #[serde(default, deserialize_with = "crate::time::read_day", skip_serializing_if = "Said::is_not_said")]
            pub review_on: Said<NaiveDate>,
            /// What keeps it going, as kinds of cause. What was said before is replaced as a whole.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub maintained_by: Vec<Cause>,
            /// Which causes this step does something about.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub addresses: Vec<Cause>,
            /// Which points of weighing do not apply, each with the reason.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub not_applicable: Vec<PointNotApplicable>,
            /// How a child that lives elsewhere comes home.
            #[serde(default, skip_serializing_if = "Said::is_not_said")]
            pub return_plan: Said<ReturnPlan>,
            /// Who was told of it, for what is decided without a court.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub informed: Vec<PersonId>,
            /// The day on which a court looks at it next, for what has no court route of its own.
            #[serde(default, deserialize_with = "crate::time::read_day", skip_serializing_if = "Said::is_not_said")]
            pub next_court_test: Said<NaiveDate>,
        }

        impl StepDetails {
            /// Whether nothing was said yet.
            pub fn is_empty(&self) -> bool {
                $(self.$name.is_not_said() &&)+
                self.burdens.is_empty()
                    && self.review_on.is_not_said()
                    && self.maintained_by.is_empty()
                    && self.addresses.is_empty()
                    && self.not_applicable.is_empty()
                    && self.return_plan.is_not_said()
                    && self.informed.is_empty()
                    && self.next_court_test.is_not_said()
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
                if !newer.maintained_by.is_empty() {
                    self.maintained_by.clone_from(&newer.maintained_by);
                }
                if !newer.addresses.is_empty() {
                    self.addresses.clone_from(&newer.addresses);
                }
                for not_applicable in &newer.not_applicable {
                    self.not_applicable.retain(|old| old.point != not_applicable.point);
                    self.not_applicable.push(not_applicable.clone());
                }
                if !newer.return_plan.is_not_said() {
                    self.return_plan = newer.return_plan.clone();
                }
                for person in &newer.informed {
                    if !self.informed.contains(person) {
                        self.informed.push(person.clone());
                    }
                }
                if !newer.next_court_test.is_not_said() {
                    self.next_court_test = newer.next_court_test;
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
    /// What outside this case led to it, if anything did: an incident elsewhere, the press, fear of a complaint.
    occasion_outside_case,
    /// What would change our mind.
    would_change_our_mind,
    /// Plan B.
    plan_b,
    /// When it stops.
    stop_when,
    /// How the consequences of the decision that is not taken are dealt with.
    repair,
}
