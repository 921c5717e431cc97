//! The seven gates.

mod authority;
mod facts;
mod hearing;
pub mod intrusion;
mod suitability;
mod term;
mod threat;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::law::Law;
use super::log::Log;
use super::reading::{get, list, text, texts};
use super::steps::Step;
use super::weighing::{Settled, may_decide, settle, views};

/// What a finding says of its gate; what comes first counts (model §7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    /// A defect.
    Failed,
    /// Something is not known.
    Unknown,
    /// The pack says nothing of it.
    OutsidePack,
    /// A defect that was passed over, or is made up for later.
    Cured,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Its code, without `AFW-`.
    pub code: &'static str,
    /// What it says of its gate.
    pub says: Says,
    /// The kind of condition to which it belongs; empty when it belongs to none that can be passed over.
    pub condition: &'static str,
}

/// A step, and all that a gate looks at.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// What had happened by the day.
    pub log: &'a Log,
    /// The law.
    pub law: &'a Law,
    /// The step.
    pub step: &'a Step,
    /// The day of asking.
    pub at: NaiveDate,
    /// The day by whose law the step is read.
    pub on: NaiveDate,
}

impl<'a> Case<'a> {
    /// The measure by the law of the day; nothing outside the pack.
    pub fn measure(&self) -> Option<&'a Value> {
        self.law.measure(&self.step.measure, self.on)
    }

    /// Whether the pack has it, in the place that was said.
    pub fn is_covered(&self) -> bool {
        let place = self.step.placement.as_str();
        self.measure().is_some_and(|it| place.is_empty() || texts(it, "placements").contains(&place))
    }

    /// How a condition was settled.
    pub fn condition(&self, name: &str) -> Settled {
        settle(self.log, self.law, self.step, self.at, &json!({ "condition": name }))
    }

    /// A word of the measure.
    pub fn word(&self, key: &str) -> &'a str {
        self.measure().map_or("", |it| text(it, key))
    }
}

/// A finding.
pub fn found(code: &'static str, says: Says, condition: &'static str) -> Finding {
    Finding { code, says, condition }
}

/// Decision 0005: a condition that must be found met; silence is unknown.
fn needed(case: &Case<'_>, name: &'static str, codes: [&'static str; 2]) -> Option<Finding> {
    match case.condition(name) {
        Settled::Met(_) => None,
        Settled::NotMet => Some(found(codes[0], Says::Failed, name)),
        Settled::Silent | Settled::Open => Some(found(codes[1], Says::Unknown, name)),
    }
}

/// Whether somebody does not find a matter met.
fn doubts(case: &Case<'_>, on: &Value) -> bool {
    let not_met = |it: &Value| get(it, "on") == on && text(it, "verdict") != "met";
    let spoken = case.log.entries.iter().filter(|it| text(&it.what, "step") == case.step.id);
    views(case.log, case.step).iter().any(|it| not_met(&it.what))
        || spoken
            .flat_map(|it| list(&it.what, "positions").iter().chain(list(&it.what, "verdicts")))
            .any(not_met)
}

/// A condition of which silence is no question, and who finds it met raises none: it counts once somebody doubts it.
fn raised(case: &Case<'_>, name: &'static str, codes: [&'static str; 2]) -> Option<Finding> {
    let doubted = doubts(case, &json!({ "condition": name }));
    needed(case, name, codes).filter(|it| it.says == Says::Failed || doubted)
}

/// The seven gates, with their findings.
pub fn all(case: &Case<'_>) -> Vec<(&'static str, Vec<Finding>)> {
    let mut gates = vec![
        ("authority", authority::gate(case)),
        ("hearing", hearing::gate(case)),
        ("facts", facts::gate(case)),
        ("threat", threat::gate(case)),
        ("intrusion", intrusion::gate(case)),
        ("suitability", suitability::gate(case)),
        ("term", term::gate(case)),
    ];
    for (_, findings) in &mut gates {
        for finding in findings.iter_mut() {
            pass_over(case, finding);
        }
        if !case.is_covered() {
            findings.push(found("OUTSIDE", Says::OutsidePack, ""));
        }
        findings.sort();
        findings.dedup();
    }
    gates
}

/// Model §7: within a gate the first that occurs is the gate's.
pub fn outcome(findings: &[Finding]) -> &'static str {
    match findings.iter().map(|it| it.says).min() {
        None => "passed",
        Some(Says::Failed) => "failed",
        Some(Says::Unknown) => "unknown",
        Some(Says::OutsidePack) => "outside_pack",
        Some(Says::Cured) => "cured",
    }
}

/// Model §7: a defect can be passed over by who may do that, which is who may decide (decision 0005); what is unknown is neither a yes nor a no.
fn pass_over(case: &Case<'_>, finding: &mut Finding) {
    let passed = case.log.on(&case.step.id, "defect_passed_over");
    let may = |who: &str| may_decide(case.log, case.law, case.step, case.at, who);
    let is_passed = passed.iter().any(|it| text(&it.what, "condition") == finding.condition && may(&it.by));
    if finding.says == Says::Failed && is_passed {
        finding.says = Says::Cured;
    }
}
