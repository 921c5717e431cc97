//! Gate 5: would something lighter do as well?

use chrono::NaiveDate;

use super::{Case, Finding, Says, found, raised};
use crate::reference::answers::{Standing, of};
use crate::reference::candidates;
use crate::reference::execution::last_day_unheard;
use crate::reference::order::{is_lighter_everywhere, options};
use crate::reference::reading::{day, get};

/// Model §8, The rule. That something lighter is adequate is not passed over: the rule binds a court too (model §0, decision 0005).
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
            Standing::Adequate => Some(found("INTRUSION-001", Says::Failed, "")),
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

/// Model §8, Urgency: acute serious danger on the record, and a measure with an urgent variant. It counts until people look back on it.
pub fn is_urgent(case: &Case<'_>) -> bool {
    urgency(case).is_some_and(|look_back| case.at <= look_back)
}

/// The day by which people look back. Decision 0009: never later than the one by which those concerned must be heard after an order without
/// a hearing.
pub fn urgency(case: &Case<'_>) -> Option<NaiveDate> {
    let declared = case.log.last(&case.step.id, "urgency_declared")?;
    get(case.measure()?, "urgent").as_object()?;
    let heard_by = last_day_unheard(case.log, case.law, case.step);
    day(&declared.what, "look_back").into_iter().chain(heard_by).min()
}
