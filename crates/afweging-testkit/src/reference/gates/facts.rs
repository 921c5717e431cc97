//! Gate 3: do the facts carry it?

use super::threat::{lists, of_ground};
use super::{Case, Finding, Says, found, needed};
use crate::reference::facts::{Fact, fact, is_withdrawn};
use crate::reference::log::Entry;
use crate::reference::people::role;
use crate::reference::reading::{get, text, texts};
use crate::reference::sources::{before, standing};
use crate::reference::weighing::{Settled, views};

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
    if leaves_out(case) {
        findings.push(found("FACTS-020", Says::Failed, ""));
    }
    findings
}

/// Jw 3.3, failures.md: a request of the Council or an institution that says what it names, and leaves out what was on record against it: a
/// strength of the child, what anybody weighed against it, and evidence against a statement that it names.
fn leaves_out(case: &Case<'_>) -> bool {
    let Some(filed) = case.step.filed(case.log) else { return false };
    let mentions = get(&filed.what, "mentions");
    if mentions.is_null()
        || case.step.request(case.log) == "Withdrawn"
        || !["raad", "gi"].contains(&role(case.log, text(&filed.what, "requester")))
    {
        return false;
    }
    let then = before(case.log, filed.seq);
    let (statements, evidence) = (texts(mentions, "statements"), texts(mentions, "evidence"));
    let is_strength = |it: &&Entry| {
        text(&it.what, "nature") == "strength" && texts(&it.what, "about").contains(&case.step.about.as_str())
    };
    let strengths = then.of("claimed").into_iter().filter(is_strength).map(|it| text(&it.what, "statement"));
    let against = views(&then, case.step).into_iter().flat_map(|it| texts(&it.what, "against"));
    let mut all: Vec<&str> = strengths.chain(against).collect();
    all.retain(|it| !is_withdrawn(&then, it));
    let opposes = |it: &&Entry| {
        text(&it.what, "polarity") == "opposes" && statements.contains(&text(&it.what, "statement"))
    };
    all.iter().any(|it| !statements.contains(it))
        || standing(&then)
            .into_iter()
            .filter(opposes)
            .any(|it| !evidence.contains(&text(&it.what, "evidence")))
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
