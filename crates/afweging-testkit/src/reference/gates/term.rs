//! Gate 7: no longer and no wider than needed.

use super::{Case, Finding, Says, found, needed};
use crate::reference::execution::stands;

const CODES: [&str; 2] = ["TERM-006", "TERM-007"];

/// Model §7: unexpired, with a review date.
pub fn gate(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in ["duration", "scope"] {
        findings.extend(needed(case, name, CODES));
    }
    if case.step.proposed("from").is_none() && case.step.proposed("until").is_none() {
        findings.push(found("TERM-002", Says::Unknown, ""));
    }
    if case.step.detail(case.log, "review_on").is_none() {
        findings.push(found("TERM-003", Says::Unknown, ""));
    }
    let stands = stands(case.log, case.law, case.step, case.at);
    if stands.execution == "Expired" {
        findings.push(found("TERM-004", Says::Failed, ""));
    }
    if stands.execution == "Lapsed" {
        findings.push(found("TERM-005", Says::Failed, ""));
    }
    findings
}
