//! The entries of the authority map.

use serde::Serialize;

use crate::actor::{Act, Actor};
use crate::id::MeasureId;
use crate::law::Citation;
use crate::pack::term::Length;
use crate::pack::words::Standing;

/// One entry: this actor may do this act to this measure. No entry means: not allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Grant {
    /// The id of the datum.
    pub id: String,
    /// Who.
    pub actor: Actor,
    /// May do what.
    pub act: Act,
    /// To which measure.
    pub measure: MeasureId,
    /// In which capacity.
    pub standing: Standing,
    /// Only when all of these hold.
    pub conditions: Vec<GrantCondition>,
    /// Where it stands in the law.
    pub cite: Citation,
}

/// A condition on a power that depends on the dossier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GrantCondition {
    /// Only when who has the power in the first place did not use it.
    OnlyIfPrimaryDidNot,
    /// Only for a first decision, not for an extension.
    FirstOnly,
    /// Only for an extension of the same measure.
    ExtensionOnly,
    /// Has cared for the child as one of the family for at least this long; `Days(0)`: cares now.
    CaresFor(Length),
    /// No child-protection measure is in force or requested.
    NoMeasureInForce,
    /// A child-protection measure is in force or requested.
    MeasureInForceOrRequested,
    /// One of these is in force.
    InForce(Vec<MeasureId>),
    /// Executes the measure that is in force.
    Executes,
    /// Only to end one of these.
    Ends(Vec<MeasureId>),
    /// Acts by mandate of this body.
    ByMandateOf(Actor),
    /// Only on the mayor's route: the Council declined, the mayor asked it to seek the judge's decision.
    MayorRoute,
    /// Only for brothers and sisters in a case that is before the judge.
    SiblingInCase,
    /// Only instead of what was requested, when this was requested.
    InsteadOf(MeasureId),
    /// Only when a request to end or suspend guardianship is before the judge.
    GuardianshipCase,
    /// Only on the institution's route: the Council declined, and must seek the court's decision when the institution asks.
    InstitutionRoute,
    /// Only in an acute and seriously threatening situation, or when another statutory task shows the need.
    AcuteOrOwnTask,
    /// Designated for it by the municipal executive.
    Designated,
    /// Can reasonably weigh their own interests (*redelijke waardering*).
    Capable,
    /// Only when nobody has a right to block it (*blokkaderecht*): no carer of a year or more whose agreement is needed.
    NotBlocked,
    /// Only to replace the executing institution.
    ReplacesInstitution,
    /// Only to change what was decided before.
    ChangesEarlier,
    /// Only on appeal: first-instance decisions of these bodies.
    OnAppealFrom(Vec<Actor>),
}
