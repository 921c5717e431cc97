//! Gate 7: no longer and no wider than needed.

use super::{Case, Finding, Says, found, needed};
use crate::reference::execution::{longest, outcome, stands};
use crate::reference::reading::day;

const CODES: [&str; 2] = ["TERM-006", "TERM-007"];

/// Model §7: unexpired, with a review date.
pub fn gate(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in ["duration", "scope"] {
        findings.extend(needed(case, name, CODES));
    }
    // What was granted is too long also where nobody said from when.
    findings.extend(period(case));
    findings.extend(granted(case));
    if !case.step.says(case.log, "review_on") {
        findings.push(found("TERM-003", Says::Unknown, ""));
    }
    let stands = stands(case.log, case.law, case.step, case.at);
    if stands.execution == "Expired" {
        findings.push(found("TERM-004", Says::Failed, ""));
    }
    if stands.execution == "Lapsed" || stands.decision == "Lapsed" {
        findings.push(found("TERM-005", Says::Failed, ""));
    }
    findings
}

/// Of a measure with a longest term in law: from when until when, and not longer (1:255(4), 1:258, 1:265c). Of an extension all that it adds
/// to counts, where the law sets a total.
fn period(case: &Case<'_>) -> Option<Finding> {
    let terms = case.law.of("terms", "term", &case.step.measure, case.on);
    let (from, until) = (case.step.proposed("from"), case.step.proposed("until"));
    let first_day_past = longest(case.log, case.law, case.step, &terms, from.unwrap_or(case.at), case.at)?;
    let (Some(_), Some(until)) = (from, until) else {
        return Some(found("TERM-002", Says::Unknown, ""));
    };
    // terms.md: what lasts has its last day one day earlier.
    (until >= first_day_past).then_some(found("TERM-001", Says::Failed, ""))
}

/// Of what was granted: no longer than the law allows from the order (1:258, law.md 4.a).
fn granted(case: &Case<'_>) -> Option<Finding> {
    let order = case.step.decided(case.log).filter(|it| outcome(it) != "refused")?;
    if case.step.decision(case.log) == "NotMaintained" {
        return None;
    }
    let terms = case.law.of("terms", "term", &case.step.measure, case.on);
    let first_day_past = longest(case.log, case.law, case.step, &terms, order.day, case.at)?;
    let heard = case.log.on(&case.step.id, "heard_afterwards").into_iter().rev();
    let said = heard.filter_map(|it| day(&it.what, "until")).next().or_else(|| day(&order.what, "until"));
    let until = said.or_else(|| case.step.proposed("until"))?;
    (until >= first_day_past).then_some(found("TERM-001", Says::Failed, ""))
}
