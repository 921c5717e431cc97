//! The consent on which a step rests: whose it is, and whether it is there.

use chrono::NaiveDate;

use super::conditions::is_there_or_asked;
use super::dates::{due, of_kind, plus};
use super::execution::{stands, was_in_force_on};
use super::gates::{Case, Finding, Says, found};
use super::log::Entry;
use super::people::{OfAge, holders, is_at_least, is_capable, is_minor, role};
use super::reading::{get, is, text, texts};
use super::weighing::Settled;

/// Who must consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Givers<'a> {
    /// The age, on which it depends, is not known.
    AgeNotKnown,
    /// These; whether nobody is known to hold the authority by which somebody should; and where the law does without.
    These(Vec<&'a str>, bool, Vec<&'a str>),
}

/// law.md §4.6, Jw 7.3.4, 7.3.5, 7.3.15: who consents at which age.
pub fn givers<'a>(case: &Case<'a>) -> Givers<'a> {
    let about = case.step.about.as_str();
    let age = |years| is_at_least(case.log, about, years, case.on);
    let group = match (is_minor(case.log, about, case.on), age(12), age(16)) {
        (OfAge::No, _, _) => "adult",
        (_, OfAge::No, _) => "under12",
        (_, OfAge::Yes, _) if is_capable(case.log, about, case.on) == Some(false) => "incapable",
        (OfAge::Yes, OfAge::Yes, OfAge::No) => "from12_to15",
        (OfAge::Yes, _, OfAge::Yes) => "from16_to17",
        _ => return Givers::AgeNotKnown,
    };
    let (mut all, mut is_unknown, mut without) = (Vec::new(), false, Vec::new());
    for rule in case.law.on("consent", "rule", case.on).into_iter().filter(|it| text(it, "group") == group) {
        without.extend(texts(rule, "exceptions"));
        for must in texts(rule, "must") {
            let holders = holders(case.log, about, case.on);
            match must {
                "everyone_with_authority" => {
                    is_unknown |= holders.is_empty();
                    all.extend(holders);
                }
                _ => all.push(about),
            }
        }
    }
    Givers::These(all, is_unknown, without)
}

/// What the measure asks of consent. Closed care rests on a measure in force, on guardianship of an institution, or on the consent of the legal
/// representative (Jw 6.1.2(3)).
pub fn needed(case: &Case<'_>) -> Vec<Finding> {
    let bases = case.law.of("consent", "basis", &case.step.measure, case.on);
    let Some(basis) = bases.last() else { return Vec::new() };
    match text(basis, "rests_on") {
        "needed" => match givers(case) {
            Givers::AgeNotKnown => vec![found("AUTHORITY-010", Says::Unknown, "")],
            Givers::These(who, is_unknown, without) => of_each(case, &who, is_unknown, &without),
        },
        "one_of" => {
            let holders = holders(case.log, &case.step.about, case.on);
            let rests = texts(basis, "in_force").into_iter().any(|it| is_there_or_asked(case, it))
                || (is(basis, "guardianship") && holders.iter().any(|it| role(case.log, it) == "gi"));
            if rests || !is(basis, "consent") {
                return Vec::new();
            }
            // The exceptions are those of who consents by age.
            of_each(case, &holders, holders.is_empty(), &[])
        }
        _ => Vec::new(),
    }
}

fn of_each(case: &Case<'_>, who: &[&str], is_unknown: bool, without: &[&str]) -> Vec<Finding> {
    let unknown = is_unknown.then(|| found("AUTHORITY-015", Says::Unknown, ""));
    let each = who.iter().filter_map(|it| {
        let missing = of_one(case, it)?;
        let cured = |code: &'static str| found(code, Says::Cured, "");
        match answer(case, it).map(|it| it.kind.as_str()) {
            None if no_time(case, it, without) => Some(cured("AUTHORITY-009")),
            None if minor_alone(case, it, without) => Some(cured("AUTHORITY-009")),
            Some("consent_refused") if minor_alone(case, it, without) => Some(cured("AUTHORITY-008")),
            _ => Some(missing),
        }
    });
    unknown.into_iter().chain(each).collect()
}

/// Jw 7.3.16(1): where there is no time to ask, the consent that nobody asked yet is put off.
fn no_time(case: &Case<'_>, who: &str, without: &[&str]) -> bool {
    without.contains(&"no_time")
        && said(case, who).is_empty()
        && !case.log.on(&case.step.id, "urgency_declared").is_empty()
}

/// Jw 7.3.4(2): from twelve the child's own consent will do where people find that it may.
fn minor_alone(case: &Case<'_>, who: &str, without: &[&str]) -> bool {
    let about = case.step.about.as_str();
    (without.contains(&"serious_harm") || without.contains(&"minor_persists"))
        && who != about
        && answer(case, about).is_some_and(|it| it.kind == "consent_given")
        && matches!(case.condition("consent"), Settled::Met(_))
}

/// What was said of somebody's consent to the step or to its measure.
fn said<'a>(case: &Case<'a>, who: &str) -> Vec<&'a Entry> {
    let scopes =
        [serde_json::json!({ "step": case.step.id }), serde_json::json!({ "measure": case.step.measure })];
    let kinds = ["consent_asked", "consent_given", "consent_refused", "consent_withdrawn"];
    let all = case.log.entries.iter().filter(|it| kinds.contains(&it.kind.as_str()));
    all.filter(|it| text(&it.what, "person") == who && scopes.contains(get(&it.what, "scope"))).collect()
}

/// What somebody last answered, for the step or for its measure. Asked anew, the earlier answer to that question no longer counts.
fn answer<'a>(case: &Case<'a>, who: &str) -> Option<&'a Entry> {
    let said = said(case, who);
    let is_last = |it: &&&Entry| {
        let of_scope = said.iter().rfind(|other| get(&other.what, "scope") == get(&it.what, "scope"));
        of_scope.is_some_and(|last| last.seq == it.seq)
    };
    let answers = said.iter().filter(is_last).filter(|it| it.kind != "consent_asked");
    answers.max_by_key(|it| (it.day, it.seq)).copied()
}

/// P8: what was refused or taken back bars what rests on it, unless it may run on.
fn of_one(case: &Case<'_>, who: &str) -> Option<Finding> {
    match answer(case, who) {
        None => Some(found("AUTHORITY-009", Says::Unknown, "")),
        Some(it) if it.kind == "consent_given" => None,
        Some(it) if it.kind == "consent_withdrawn" && runs_on(case, it.day) => {
            Some(found("AUTHORITY-020", Says::Cured, ""))
        }
        Some(_) => Some(found("AUTHORITY-008", Says::Failed, "")),
    }
}

/// Jw 6.1.2(9): a stay that was under way when consent was taken back may run on.
fn runs_on(case: &Case<'_>, withdrawn: NaiveDate) -> bool {
    let terms = case.law.of("terms", "term", &case.step.measure, case.on);
    let Some(term) = of_kind(&terms, "consent_run_on") else { return false };
    let was_under_way = [plus(withdrawn, -1), withdrawn]
        .into_iter()
        .any(|on| was_in_force_on(case.log, case.law, case.step, on));
    was_under_way
        && stands(case.log, case.law, case.step, case.at).execution == "InForce"
        && case.at <= due(withdrawn, term)
}
