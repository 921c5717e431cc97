//! Whether an answer on a candidate stands.

use serde_json::Value;

use super::candidates::{Question, written};
use super::facts::fact;
use super::gates::Case;
use super::log::Entry;
use super::people::{OfAge, holders, is_at_least, is_incapable, is_minor};
use super::reading::{day, get, is, list, named, said, text, texts};
use super::steps::{Step, all};
use super::weighing::is_decider;
use crate::reference::readings::Reading;

/// How a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Some answer stands.
    Stands,
    /// Found adequate.
    Adequate,
    /// Nobody answered it.
    NotAnswered,
    /// No answer stands.
    DoesNotStand,
}

/// Model §8: every candidate has an answer that stands. Who finds it adequate sets aside what was answered before, and is set aside by
/// what is answered later: the model does not say by whom. An answer that does not stand takes nothing away from one that does (P14).
pub fn of(case: &Case<'_>, question: &Question) -> Standing {
    let mut standing = Standing::NotAnswered;
    let mut answers = case.log.on(&case.step.id, "candidates_answered");
    // An answer is given when it is recorded.
    answers.sort_by_key(|it| it.seq);
    for entry in answers {
        if !list(&entry.what, "candidates").iter().any(|it| question.one_of.contains(it)) {
            continue;
        }
        let answer = get(&entry.what, "answer");
        if answer == "adequate" {
            standing = Standing::Adequate;
        } else if does_stand(case, question, entry) {
            standing = Standing::Stands;
        } else if standing != Standing::Stands {
            standing = Standing::DoesNotStand;
        }
    }
    standing
}

/// The table of model §8.
fn does_stand(case: &Case<'_>, question: &Question, entry: &Entry) -> bool {
    // An individual reason: one that was erased was given.
    let has_reason = said(&entry.what, "why")
        && !(get(&entry.what, "why").is_null() && case.log.reads(Reading::ErasedIsNotSaid));
    match named(get(&entry.what, "answer")) {
        ("tried_insufficient", what) => was_tried(case, question, text(what, "tried")),
        ("expected_insufficient", what) => {
            let carries =
                |it: &str| ["established", "plausible"].contains(&fact(case.log, it).found.as_str());
            has_reason && texts(what, "relies_on").into_iter().any(carries)
        }
        ("refused", what) => was_refused(case, question, what),
        ("not_available", what) => is_not_there(case, entry, what),
        _ => false,
    }
}

/// It was in force in this dossier, for this person, as that very measure in that very place, and a review says that it was not enough.
fn was_tried(case: &Case<'_>, question: &Question, tried: &str) -> bool {
    let steps = all(case.log);
    let Some(step) = steps.iter().find(|it| it.id == tried) else { return false };
    let is_not_enough = |it: &Entry| it.what.get("sufficient").is_some() && !is(&it.what, "sufficient");
    let reviews = case.log.on(tried, "reviewed");
    let is_it = question.one_of.iter().any(|it| it.get("end").is_some_and(|id| id == tried))
        || is_that(case, question, step);
    is_it && step.started(case.log).is_some() && reviews.into_iter().any(is_not_enough)
}

/// Whether a step is, for this person, the very measure in the very place that is asked about.
fn is_that(case: &Case<'_>, question: &Question, step: &Step) -> bool {
    step.about == case.step.about && question.one_of.contains(&written(&step.measure, &step.placement))
}

/// Asked for, not to be had before a date. From when may be unknown (decision 0005); once that day is there, it can be had. What who
/// decides on an observed step found not to be there needs no day of asking in the log.
fn is_not_there(case: &Case<'_>, entry: &Entry, what: &Value) -> bool {
    let by_decider = is_decider(case.log, case.law, case.step, case.at, &entry.by);
    // What was answered before the decision, or the hearing after it, is looked at as it was then.
    let is_of_then = case.step.decided(case.log).is_some() && entry.day <= case.on;
    let looked_at = if is_of_then { case.on } else { case.at };
    let is_there_by_now = day(what, "not_before").is_some_and(|it| it <= looked_at);
    (said(what, "asked_on") || by_decider) && !is_there_by_now
}

/// It needs consent; consent was asked on full information; it was refused or withdrawn, by who had to give it. Refusing pressure is not
/// refusing necessary care.
fn was_refused(case: &Case<'_>, question: &Question, what: &Value) -> bool {
    let about = |it: &&Entry| {
        text(&it.what, "person") == text(what, "person") && get(&it.what, "scope") == get(what, "scope")
    };
    let of = |kind: &str| case.log.of(kind).into_iter().rfind(about);
    let informed = of("consent_asked").is_some_and(|it| said(&it.what, "information"));
    let given = of("consent_given").map(|it| (it.day, it.seq));
    let gone =
        of("consent_refused").into_iter().chain(of("consent_withdrawn")).map(|it| (it.day, it.seq)).max();
    informed
        && gone.is_some()
        && gone > given
        && is_asked_of_that(case, question, get(what, "scope"))
        && has_to_consent(case, question, text(what, "person"))
}

/// Whether consent for the scope is consent for what is asked about.
fn is_asked_of_that(case: &Case<'_>, question: &Question, scope: &Value) -> bool {
    match named(scope) {
        ("step", id) => all(case.log).iter().any(|it| id == it.id.as_str() && is_that(case, question, it)),
        ("alternative", id) => question.one_of.iter().any(|it| get(it, "alternative") == id),
        ("measure", id) => question.one_of.iter().any(|it| get(get(it, "measure"), "measure") == id),
        _ => false,
    }
}

/// law.md §4.6: whether it rests on consent, and this person is one of those who give it.
fn has_to_consent(case: &Case<'_>, question: &Question, person: &str) -> bool {
    let needs = |measure: &str| {
        let bases = case.law.of("consent", "basis", measure, case.on);
        let pressure = case.law.measure(measure, case.on).is_some_and(|it| text(it, "frame") == "pressure");
        !pressure && bases.iter().any(|it| text(it, "rests_on") != "not_needed")
    };
    question.choices.iter().any(|it| needs(&it.measure)) && givers(case).contains(&person)
}

/// Who consents at which age (Jw 7.3.4, 7.3.5, 7.3.15).
fn givers<'a>(case: &Case<'a>) -> Vec<&'a str> {
    let about = case.step.about.as_str();
    let is_at_least = |years| is_at_least(case.log, about, years, case.on) == OfAge::Yes;
    let group = match is_minor(case.log, about, case.on) {
        _ if is_incapable(case.log, about) => "incapable",
        OfAge::No => "adult",
        _ if is_at_least(16) => "from16_to17",
        _ if is_at_least(12) => "from12_to15",
        _ => "under12",
    };
    let mut all = Vec::new();
    for rule in case.law.on("consent", "rule", case.on).into_iter().filter(|it| text(it, "group") == group) {
        for must in texts(rule, "must") {
            if must == "person" {
                all.push(about);
            } else {
                all.extend(holders(case.log, about));
            }
        }
    }
    all
}
