//! Gate 2: is everyone heard who must be, or is it on record why not; are form and documents there?

use serde_json::{Value, json};

use super::{Case, Finding, Says, found, raised};
use crate::reference::gates::intrusion::{is_urgent, urgency};
use crate::reference::people::{OfAge, is_at_least, is_minor, positions};
use crate::reference::perspectives::{Told, relevant, told, was_before_court};
use crate::reference::reading::{is, text, texts};
use crate::reference::weighing::Settled;

const CODES: [&str; 2] = ["HEARING-003", "HEARING-004"];

/// gates.md: hearing, form and documents, the expert's agreement, care and reasons.
pub fn gate(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let relevant = relevant(case);
    let is_child = is_minor(case.log, &case.step.about, case.on) != OfAge::No;
    if is_child && relevant.iter().all(|it| *it == case.step.about) {
        findings.push(found("HEARING-007", Says::Unknown, ""));
    }
    findings.extend(relevant.into_iter().filter_map(|it| of_person(case, it)));
    findings.extend(offered_by_court(case));
    for requirement in requirements(case) {
        findings.extend(document(case, requirement));
    }
    for name in ["form", "hearing", "expert_agreement", "care", "motivation"] {
        findings.extend(raised(case, name, CODES));
    }
    findings
}

/// Model §8, Urgency: who has not been heard is heard afterwards, by the day on which people look back.
fn of_person(case: &Case<'_>, person: &str) -> Option<Finding> {
    match told(case, person) {
        Told::Answered | Told::Excused => None,
        Told::Later(by) if case.at <= by => Some(found("HEARING-002", Says::Cured, "")),
        Told::NotKnown if is_urgent(case) => Some(found("HEARING-002", Says::Cured, "")),
        Told::Later(_) | Told::NotKnown => Some(found("HEARING-001", Says::Unknown, "")),
    }
}

/// Rv 809(1), law.md §4.5: before a court a child must be offered to speak from 12 on; younger it may be. Asked once a court's order is there.
fn offered_by_court(case: &Case<'_>) -> Option<Finding> {
    let about = case.step.about.as_str();
    let rules = case.law.of("hearing", "hearing", &case.step.measure, case.on);
    let from_12 = |it: &&&Value| {
        ["minor12_to15", "minor16_to17"].contains(&text(it, "who")) && text(it, "duty") != "may"
    };
    let age = is_at_least(case.log, about, 12, case.on);
    let is_asked = case.step.decided(case.log).is_some()
        && case.word("form") == "order"
        && rules.iter().any(|it| from_12(&it))
        && is_minor(case.log, about, case.on) != OfAge::No;
    // Whether that was looked at at all is also said by who settles the hearing as a whole.
    let is_said = was_before_court(case, about)
        || matches!(told(case, about), Told::Excused | Told::Later(_))
        || matches!(case.condition("hearing"), Settled::Met(_));
    if !is_asked || is_said {
        return None;
    }
    match age {
        _ if is_urgent(case) => Some(found("HEARING-002", Says::Cured, "")),
        OfAge::No => None,
        OfAge::Yes | OfAge::NotKnown => Some(found("HEARING-005", Says::Unknown, "")),
    }
}

/// What the pack prescribes of form and documents for who asks, for a first decision or an extension, in that place. What falls away in
/// urgency falls away once urgency is on record.
fn requirements<'a>(case: &Case<'a>) -> Vec<&'a Value> {
    let filed = case.step.filed(case.log).map(|it| text(&it.what, "requester"));
    let asks = filed.unwrap_or_else(|| text(&case.step.proposal, "proposed_by"));
    let positions = positions(case.log, asks, &case.step.about, case.on);
    let is_extension = !text(&case.step.proposal, "extends").is_empty();
    let mut all = case.law.of("requirements", "requirement", &case.step.measure, case.on);
    all.retain(|it| {
        let askers = texts(it, "requesters");
        (askers.is_empty() || askers.iter().any(|who| positions.contains(who)))
            && it.get("extension").is_none_or(|of| of == &json!(is_extension))
            // Only once measures have run for so long: when that is, the dossier does not say.
            && it.get("after").is_none()
            && !texts(it, "unless_placement").contains(&case.step.placement.as_str())
            && !(texts(it, "unless").contains(&"urgency") && urgency(case).is_some())
    });
    all
}

/// A document is noted as there or not; or the request says so itself; or people settle its condition as a whole.
fn document(case: &Case<'_>, requirement: &Value) -> Vec<Finding> {
    let (id, condition) = (text(requirement, "document"), condition(requirement));
    let mut findings = Vec::new();
    let filed = case.step.filed(case.log).map(|it| &it.what);
    let form = filed.map_or("", |it| text(it, "form"));
    // Rv 799: a request is in writing.
    if id == "written_request" && form == "oral" {
        findings.push(found("HEARING-006", Says::Failed, "form"));
    }
    let noted = case.log.on(&case.step.id, "document_noted");
    if let Some(noted) = noted.into_iter().rfind(|it| text(&it.what, "document") == id) {
        if !is(&noted.what, "present") {
            findings.push(found(CODES[0], Says::Failed, condition));
        }
        return findings;
    }
    let by_request = match id {
        "written_request" => !form.is_empty(),
        "discussed_with_minor" => filed.is_some_and(|it| is(it, "discussed_with_child")),
        _ => false,
    };
    // What was found not met as a whole is found by itself.
    let is_settled = matches!(case.condition(condition), Settled::Met(_) | Settled::NotMet);
    if !by_request && !is_settled {
        findings.push(found(CODES[1], Says::Unknown, condition));
    }
    findings
}

/// The condition to which a document belongs.
fn condition(requirement: &Value) -> &'static str {
    let all = ["form", "hearing", "expert_agreement", "care", "motivation"];
    all.into_iter().find(|it| *it == text(requirement, "condition")).unwrap_or_default()
}
