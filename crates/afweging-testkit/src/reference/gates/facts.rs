//! Gate 3: do the facts carry it?

use super::threat::{lists, of_ground};
use super::{Case, Finding, Says, found, needed};
use crate::reference::facts::{Fact, fact};
use crate::reference::reading::text;
use crate::reference::weighing::Settled;

/// Model §4, §5: a `Met` below the level of evidence that the ground takes fails the facts gate, and says so.
pub fn gate(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(needed(case, "facts_sufficient", ["FACTS-004", "FACTS-005"]));
    let mut grounds = lists(case).concat();
    grounds.sort();
    grounds.dedup();
    for ground in grounds {
        if let Settled::Met(named) = of_ground(case, &ground) {
            findings.extend(of_met(case, &ground, &named));
        }
    }
    findings
}

fn of_met(case: &Case<'_>, ground: &str, named: &[String]) -> Vec<Finding> {
    let data = case.law.on("grounds", "ground", case.on);
    let takes =
        data.into_iter().find(|it| text(it, "id") == ground).map_or("", |it| text(it, "evidence_level"));
    let facts: Vec<_> = named.iter().map(|it| fact(case.log, it)).collect();
    // Found anything else than plausible or established, and re-opened: it has to be found anew, else what speaks against it would open a
    // gate (P14). The model does not say so of what was found not established.
    let waits = |it: &Fact| it.reopened && !["established", "plausible"].contains(&it.last.as_str());
    let reaches = |it: &Fact| (it.level == takes || it.level == "established") && !waits(it);
    if facts.is_empty() {
        return vec![found("FACTS-002", Says::Unknown, "")];
    }
    if facts.iter().any(reaches) {
        return Vec::new();
    }
    // What is re-opened may be found again: not below the level for good.
    let reopened = facts.iter().any(|it| it.reopened);
    let mut findings = vec![found("FACTS-001", if reopened { Says::Unknown } else { Says::Failed }, "")];
    if reopened {
        findings.push(found("FACTS-003", Says::Unknown, ""));
    }
    findings
}
