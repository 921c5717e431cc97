//! Gate 5: would something lighter do as well?

use super::{Case, Finding, Says, found, raised};
use crate::reference::answers::{Standing, of};
use crate::reference::candidates;
use crate::reference::order::{is_lighter_everywhere, options};
use crate::reference::reading::{day, get};

/// Model §8, The rule.
pub fn gate(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let ours = options(case.law, &case.step.measure, &case.step.placement, case.on);
    for question in candidates::of(case.log, case.law, case.step, case.at) {
        // Model §8: a named alternative that is strictly heavier may be answered and never fails the gate.
        if question.is_named() && is_lighter_everywhere(&ours, &question.choices) {
            continue;
        }
        findings.extend(match of(case, &question) {
            Standing::Stands => None,
            Standing::Adequate => Some(found("INTRUSION-001", Says::Failed, "nothing_lighter")),
            Standing::NotAnswered => Some(found("INTRUSION-002", Says::Unknown, "nothing_lighter")),
            Standing::DoesNotStand => Some(found("INTRUSION-003", Says::Unknown, "nothing_lighter")),
        });
    }
    findings.extend(raised(case, "nothing_lighter", ["INTRUSION-005", "SUITABILITY-002"]));
    if case.measure().is_some_and(|it| it.get("placements").is_some()) && case.step.placement.is_empty() {
        findings.push(found("INTRUSION-006", Says::Unknown, ""));
    }
    if is_urgent(case) && findings.iter().any(|it| it.says == Says::Unknown) {
        findings.retain(|it| it.says != Says::Unknown);
        findings.push(found("INTRUSION-004", Says::Cured, ""));
    }
    findings
}

/// Model §8, Urgency: acute serious danger on the record, and a measure with an urgent variant.
pub fn is_urgent(case: &Case<'_>) -> bool {
    let declared = case.log.last(&case.step.id, "urgency_declared");
    let variant = case.measure().is_some_and(|it| !get(it, "urgent").is_null());
    declared.is_some_and(|it| day(&it.what, "look_back").is_some_and(|last| case.at <= last)) && variant
}
