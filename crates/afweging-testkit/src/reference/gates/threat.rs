//! Gate 4: are the grounds met?

use serde_json::{Value, json};

use super::{Case, Finding, Says, found, raised};
use crate::reference::people::{is_professional, role};
use crate::reference::reading::{get, text};
use crate::reference::weighing::{Settled, settle, views};

/// Model §5 and §7, law.md §6.29: all of a list, or it is not met; any of several lists.
pub fn gate(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let lists = lists(case);
    let ways: Vec<Vec<Settled>> =
        lists.iter().map(|list| list.iter().map(|ground| of_ground(case, ground)).collect()).collect();
    let is_met = |way: &Vec<Settled>| way.iter().all(|it| matches!(it, Settled::Met(_)));
    let is_barred = |way: &Vec<Settled>| way.contains(&Settled::NotMet);
    if !ways.is_empty() && !ways.iter().any(is_met) {
        if ways.iter().all(is_barred) {
            findings.push(found("THREAT-001", Says::Failed, ""));
        } else {
            findings.push(found("THREAT-002", Says::Unknown, ""));
        }
    }
    if case.measure().is_none() && barred_outside(case) {
        findings.push(found("THREAT-001", Says::Failed, ""));
    }
    findings.extend(raised(case, "necessary", ["THREAT-004", "THREAT-005"]));
    findings.extend(raised(case, "interest", ["THREAT-004", "THREAT-005"]));
    if case.step.own && is_alone(case) {
        findings.push(found("THREAT-003", Says::Failed, ""));
    }
    findings
}

/// Model §7: an observed defect fails its gate even where the pack says nothing.
fn barred_outside(case: &Case<'_>) -> bool {
    let grounds =
        views(case.log, case.step).into_iter().map(|it| text(get(&it.what, "on"), "ground").to_owned());
    grounds.filter(|it| !it.is_empty()).any(|it| of_ground(case, &it) == Settled::NotMet)
}

/// Model §5: two professionals; two organisations as soon as it goes beyond voluntary help, counted by role (decision 0005).
fn is_alone(case: &Case<'_>) -> bool {
    let mut weighed: Vec<&str> = views(case.log, case.step).iter().map(|it| it.by.as_str()).collect();
    weighed.retain(|it| is_professional(case.log, it));
    weighed.sort_unstable();
    weighed.dedup();
    let mut bodies: Vec<&str> = weighed.iter().map(|it| role(case.log, it)).collect();
    bodies.sort_unstable();
    bodies.dedup();
    weighed.len() < 2 || (case.word("frame") != "voluntary" && bodies.len() < 2)
}

/// The lists of grounds of the measure.
pub fn lists(case: &Case<'_>) -> Vec<Vec<String>> {
    let tests = case.law.of("grounds", "test", &case.step.measure, case.on);
    let names = |list: &Value| {
        list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    tests.iter().flat_map(|it| get(it, "any_of").as_array().into_iter().flatten()).map(names).collect()
}

/// How a ground was settled.
pub fn of_ground(case: &Case<'_>, ground: &str) -> Settled {
    settle(case.log, case.law, case.step, case.at, &json!({ "ground": ground }))
}
