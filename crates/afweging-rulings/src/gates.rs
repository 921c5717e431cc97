//! The three gates that a ruling speaks of, and what of the seven counts under each.
//!
//! | ruling | of the seven |
//! | --- | --- |
//! | authority | gate 1 |
//! | least intrusive | gates 4, 5 and 6; of gate 7 a term or scope that was found too wide |
//! | procedure | gate 2; of gate 3 whether the facts suffice; of gate 7 a term that has passed |

use afweging::{Code, Condition, Finding, Gate};
use serde::Serialize;

/// A gate as rulings speak of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RulingGate {
    /// May this body ask, this, and by this route?
    Authority,
    /// Is the need shown, would nothing lighter do, does it fit?
    LeastIntrusive,
    /// Were hearing, form, care, reasons and facts in order?
    Procedure,
}

impl RulingGate {
    /// All three, in the order of the report.
    pub const ALL: [RulingGate; 3] =
        [RulingGate::Authority, RulingGate::LeastIntrusive, RulingGate::Procedure];

    /// Its name, as the records have it.
    pub fn as_str(self) -> &'static str {
        match self {
            RulingGate::Authority => "authority",
            RulingGate::LeastIntrusive => "least_intrusive",
            RulingGate::Procedure => "procedure",
        }
    }

    /// The gate that a finding counts under; none for what rulings do not speak of, such as a missing review date.
    pub fn of_finding(finding: &Finding) -> Option<RulingGate> {
        match (finding.gate?, finding.code) {
            (Gate::Authority, _) => Some(RulingGate::Authority),
            (Gate::Hearing, _) | (Gate::Facts, Code::FactsNotSufficient | Code::FactsNotJudged) => {
                Some(RulingGate::Procedure)
            }
            (Gate::Threat | Gate::Intrusion | Gate::Suitability, _)
            | (Gate::Term, Code::TermConditionNotMet) => Some(RulingGate::LeastIntrusive),
            (Gate::Term, Code::Expired | Code::Lapsed) => Some(RulingGate::Procedure),
            (Gate::Facts | Gate::Term, _) => None,
        }
    }

    /// The gate that a condition counts under.
    pub fn of_condition(condition: Condition) -> RulingGate {
        match condition.gate() {
            Gate::Authority => RulingGate::Authority,
            Gate::Hearing | Gate::Facts => RulingGate::Procedure,
            Gate::Threat | Gate::Intrusion | Gate::Suitability | Gate::Term => RulingGate::LeastIntrusive,
        }
    }
}
