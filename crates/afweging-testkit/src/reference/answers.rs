//! Whether an answer on a candidate stands.

use serde_json::Value;

use super::candidates::Question;
use super::facts::fact;
use super::gates::Case;
use super::log::Entry;
use super::reading::{get, is, list, named, said, text, texts};
use super::steps::all;
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
        ("not_available", what) => {
            case.log.reads(Reading::NotAvailableStands)
                || (said(what, "asked_on") && said(what, "not_before"))
        }
        _ => false,
    }
}

/// It was in force in this dossier, and a review says that it was not enough.
fn was_tried(case: &Case<'_>, question: &Question, tried: &str) -> bool {
    let steps = all(case.log);
    let Some(step) = steps.iter().find(|it| it.id == tried) else { return false };
    let is_it = question.one_of.iter().any(|it| match named(it) {
        ("measure", what) => text(what, "measure") == step.measure,
        ("end", id) => id == tried,
        _ => false,
    });
    let is_not_enough = |it: &Entry| it.what.get("sufficient").is_some() && !is(&it.what, "sufficient");
    let reviews = case.log.on(tried, "reviewed");
    is_it && step.started(case.log).is_some() && reviews.into_iter().any(is_not_enough)
}

/// It needs consent; consent was asked on full information; it was refused or withdrawn.
fn was_refused(case: &Case<'_>, _question: &Question, what: &Value) -> bool {
    let about = |it: &&Entry| {
        text(&it.what, "person") == text(what, "person") && get(&it.what, "scope") == get(what, "scope")
    };
    let of = |kind: &str| case.log.of(kind).into_iter().rfind(about);
    let informed = of("consent_asked").is_some_and(|it| said(&it.what, "information"));
    let given = of("consent_given").map(|it| (it.day, it.seq));
    let gone =
        of("consent_refused").into_iter().chain(of("consent_withdrawn")).map(|it| (it.day, it.seq)).max();
    informed && gone.is_some() && gone > given
}
