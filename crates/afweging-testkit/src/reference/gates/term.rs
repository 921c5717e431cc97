//! Gate 7: no longer and no wider than needed.

use super::{Case, Finding, Says, found, needed};
use crate::reference::dates::{end, of_kind};
use crate::reference::execution::stands;
use crate::reference::reading::{get, text};

const CODES: [&str; 2] = ["TERM-006", "TERM-007"];

/// Model §7: unexpired, with a review date.
pub fn gate(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in ["duration", "scope"] {
        findings.extend(needed(case, name, CODES));
    }
    findings.extend(period(case));
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
