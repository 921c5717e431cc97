//! Gate 7: no longer and no wider than needed.

use super::{Case, Finding, Says, found, needed};
use crate::reference::dates::{end, of_kind};
use crate::reference::execution::{longest, outcome, stands};
use crate::reference::reading::{day, get, text};

const CODES: [&str; 2] = ["TERM-006", "TERM-007"];

/// Model §7: unexpired, with a review date.
pub fn gate(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in ["duration", "scope"] {
        findings.extend(needed(case, name, CODES));
    }
    let too_long = period(case).or_else(|| granted(case));
    findings.extend(too_long);
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

/// Of a measure with a longest term in law: from when until when, and not longer (1:255(4), 1:258, 1:265c).
fn period(case: &Case<'_>) -> Option<Finding> {
    let terms = case.law.of("terms", "term", &case.step.measure, case.on);
    let extends = !text(&case.step.proposal, "extends").is_empty();
    let of_extension = ["maximum_total", "maximum_extension"].into_iter().filter(|_| extends);
    let longest = of_extension.chain(["maximum"]).find_map(|kind| of_kind(&terms, kind))?;
    let (Some(from), Some(until)) = (case.step.proposed("from"), case.step.proposed("until")) else {
        return Some(found("TERM-002", Says::Unknown, ""));
    };
    // terms.md: what lasts has its last day one day earlier.
    (until >= end(from, get(longest, "length"))).then_some(found("TERM-001", Says::Failed, ""))
}

/// Of what was granted: no longer than the law allows from the order (1:258, law.md 4.a).
fn granted(case: &Case<'_>) -> Option<Finding> {
    let order = case.step.decided(case.log).filter(|it| outcome(it) != "refused")?;
    if case.step.decision(case.log) == "NotMaintained" {
        return None;
    }
    let terms = case.law.of("terms", "term", &case.step.measure, case.on);
    let first_day_past = longest(case.log, case.law, case.step, &terms, order, case.at)?;
    let heard = case.log.on(&case.step.id, "heard_afterwards").into_iter().rev();
    let said = heard.filter_map(|it| day(&it.what, "until")).next().or_else(|| day(&order.what, "until"));
    let until = said.or_else(|| case.step.proposed("until"))?;
    (until >= first_day_past).then_some(found("TERM-001", Says::Failed, ""))
}
