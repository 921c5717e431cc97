//! Gate 6: will it work, and is it in proportion?

use serde_json::Value;

use super::{Case, Finding, Says, found, needed, raised};
use crate::reference::people::{everyone, is_parent_of};
use crate::reference::reading::{get, list, text, texts};
use crate::reference::readings::Reading;

const CODES: [&str; 2] = ["SUITABILITY-001", "SUITABILITY-002"];

/// Model §7 and decision 0005; law.md §4.2 (severity and burden per person), §4.3 (expected effect, also of not intervening), §4.4 (best interests
/// per child).
pub fn gate(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for name in ["suitable", "feasible", "proportionate"] {
        findings.extend(needed(case, name, CODES));
    }
    findings.extend(raised(case, "reunification", CODES));
    for key in ["best_interests", "severity", "if_taken", "if_not_taken"] {
        if !case.step.says(case.log, key) {
            findings.push(found("SUITABILITY-004", Says::Unknown, ""));
        }
    }
    let (burdened, said) = (burdened(case), said(case));
    if burdened.is_empty() && said.is_empty() {
        findings.push(found("SUITABILITY-003", Says::Unknown, ""));
    }
    for person in burdened {
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
    let then = case.log.keep(|it| it.kind != "relation_noted" || it.day <= case.on);
    let mut all = if case.measure().is_none() { vec![case.step.about.as_str()] } else { Vec::new() };
    for of in case.measure().map(|it| texts(it, "burdened")).unwrap_or_default() {
        match of {
            "child" | "adult" => all.push(case.step.about.as_str()),
            "parents" => {
                all.extend(
                    everyone(case.log).into_iter().filter(|it| is_parent_of(&then, it, &case.step.about)),
                );
            }
            _ => {}
        }
    }
    all
}

/// Of whom it was said what it asks.
fn said<'a>(case: &Case<'a>) -> Vec<&'a str> {
    let on = case.log.entries.iter().filter(|it| text(&it.what, "step") == case.step.id);
    let burdens = on.flat_map(|it| list(get(&it.what, "details"), "burdens"));
    let erased = |it: &Value| get(it, "burden").is_null() && case.log.reads(Reading::ErasedIsNotSaid);
    burdens.filter(|it| !erased(it)).map(|it| text(it, "person")).collect()
}
