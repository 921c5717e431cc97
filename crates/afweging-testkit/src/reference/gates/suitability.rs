//! Gate 6: will it work, and is it in proportion?

use serde_json::Value;

use super::{Case, Finding, Says, found, needed, raised};
use crate::reference::people::{OfAge, everyone, is_minor, is_parent_of};
use crate::reference::reading::{get, list, said as is_said, text, texts};

const CODES: [&str; 2] = ["SUITABILITY-001", "SUITABILITY-002"];

/// Model §7 and decision 0005; law.md §4.2 (severity and burden per person), §4.3 (expected effect, also of not intervening), §4.4 (best interests
/// per child).
pub fn gate(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in ["suitable", "feasible", "proportionate"] {
        findings.extend(needed(case, name, CODES));
    }
    findings.extend(raised(case, "reunification", CODES));
    // Model §8: best interests are stated per child.
    let is_child = is_minor(case.log, &case.step.about, case.on) != OfAge::No;
    let keys = ["severity", "if_taken", "if_not_taken"].into_iter();
    for key in keys.chain(is_child.then_some("best_interests")) {
        if !case.step.says(case.log, key) {
            findings.push(found("SUITABILITY-004", Says::Unknown, ""));
        }
    }
    let said = said(case);
    for person in burdened(case) {
        if !said.contains(&person) {
            findings.push(found("SUITABILITY-003", Says::Unknown, ""));
        }
    }
    findings
}

/// Whom it burdens, out of what the pack says of the measure.
fn burdened<'a>(case: &Case<'a>) -> Vec<&'a str> {
    // Of what the pack does not cover we only know whom it is about.
    // A relation is read on the day of the act, as the law is; who somebody is, as the dossier says it now.
    let mut all = if case.measure().is_none() { vec![case.step.about.as_str()] } else { Vec::new() };
    for of in case.measure().map(|it| texts(it, "burdened")).unwrap_or_default() {
        match of {
            "child" | "adult" | "adult_in_home" => all.push(case.step.about.as_str()),
            "parents" => {
                let is_parent = |it: &&str| is_parent_of(case.log, it, &case.step.about, case.on);
                all.extend(everyone(case.log).into_iter().filter(is_parent));
            }
            _ => {}
        }
    }
    all
}

/// Of whom it was said what it asks. What was erased was said (decision 0005).
fn said<'a>(case: &Case<'a>) -> Vec<&'a str> {
    let on = case.log.entries.iter().filter(|it| text(&it.what, "step") == case.step.id);
    let burdens: Vec<&Value> = on.flat_map(|it| list(get(&it.what, "details"), "burdens")).collect();
    let mut all: Vec<&str> = burdens.iter().map(|it| text(it, "person")).collect();
    let last = |who: &str| burdens.iter().rfind(|it| text(it, "person") == who);
    all.retain(|who| last(who).is_some_and(|it| is_said(it, "burden")));
    all
}
