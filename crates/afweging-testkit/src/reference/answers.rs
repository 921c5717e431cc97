//! Whether an answer on a candidate stands.

use serde_json::Value;

use super::candidates::Question;
use super::consents::{Givers, givers};
use super::facts::fact;
use super::gates::Case;
use super::log::Entry;
use super::people::{OfAge, is_minor, is_professional};
use super::reading::{day, get, is, list, named, said, text, texts};
use super::steps::all;
use super::weighing::{is_decider, may_decide};

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
        if answer == "adequate" && may_find(case, &entry.by) {
            standing = Standing::Adequate;
        } else if does_stand(case, question, entry) {
            standing = Standing::Stands;
        } else if standing != Standing::Stands {
            standing = Standing::DoesNotStand;
        }
    }
    standing
}

/// Model §8: found adequate by who may find it. That is who may decide on it, and who weighs by profession (decision 0005).
fn may_find(case: &Case<'_>, who: &str) -> bool {
    is_professional(case.log, who) || may_decide(case.log, case.law, case.step, case.at, who)
}

/// The table of model §8.
fn does_stand(case: &Case<'_>, question: &Question, entry: &Entry) -> bool {
    // Each gives its reason: one that was erased was given (decision 0005).
    if !said(&entry.what, "why") {
        return false;
    }
    match named(get(&entry.what, "answer")) {
        ("tried_insufficient", what) => was_tried(case, question, entry, text(what, "tried")),
        ("expected_insufficient", what) => {
            let carries =
                |it: &str| ["established", "plausible"].contains(&fact(case.log, it).found.as_str());
            texts(what, "relies_on").into_iter().any(carries)
        }
        ("refused", what) => was_refused(case, question, what),
        ("not_available", what) => is_not_there(case, entry, what),
        _ => false,
    }
}

/// It was in force in this dossier, and a review says that it was not enough: by what had happened by the day of the answer. What did not help
/// a brother or sister was not tried. Of what is in own words, and of ending something, only people can say that it was tried (decision 0005).
fn was_tried(case: &Case<'_>, question: &Question, entry: &Entry, tried: &str) -> bool {
    let steps = all(case.log);
    let Some(step) = steps.iter().find(|it| it.id == tried && it.id != case.step.id) else { return false };
    let by_people = |it: &Value| it.get("end").is_some() || own_words(case, it).is_some();
    let is_it = question.one_of.iter().any(by_people) || is_one_of(question, &step.measure, &step.placement);
    let for_another = step.about != case.step.about && is_minor(case.log, &step.about, case.on) == OfAge::Yes;
    let then = case.log.until(entry.last_day);
    let is_not_enough = |it: &Entry| it.what.get("sufficient").is_some() && !is(&it.what, "sufficient");
    let reviewed = then.last(tried, "reviewed").is_some_and(is_not_enough);
    is_it && !for_another && step.started(&then).is_some() && reviewed
}

/// Whether a measure in its place is among what is asked about. Asked about without a place it is any place.
fn is_one_of(question: &Question, measure: &str, place: &str) -> bool {
    let fits = |it: &Value| {
        let it = get(it, "measure");
        text(it, "measure") == measure && ["", place].contains(&text(it, "placement"))
    };
    !measure.is_empty() && question.one_of.iter().any(fits)
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

/// It needs consent; consent was asked on full information; it was refused or withdrawn. Refusing pressure is not refusing necessary care.
fn was_refused(case: &Case<'_>, question: &Question, what: &Value) -> bool {
    let about = |it: &&Entry| {
        text(&it.what, "person") == text(what, "person") && get(&it.what, "scope") == get(what, "scope")
    };
    let of = |kind: &str| case.log.of(kind).into_iter().rfind(about);
    let informed = of("consent_asked").is_some_and(|it| said(&it.what, "information"));
    let last = |kinds: [&str; 2]| {
        kinds.into_iter().filter_map(of).max_by_key(|it| (it.day, it.seq)).map(|it| (it.day, it.seq))
    };
    let gone = last(["consent_refused", "consent_withdrawn"]);
    let of_all = |holds: fn(&Case<'_>, &Value) -> bool| question.one_of.iter().any(|it| holds(case, it));
    let mut by_another = question.one_of.iter().map(|it| is_anothers(case, it, text(what, "person")));
    informed
        && gone.is_some()
        && gone > last(["consent_given", "consent_asked"])
        && !of_all(is_pressure)
        && of_all(takes_consent)
        && is_asked_of_that(case, question, get(what, "scope"))
        && !by_another.all(|it| it)
}

/// What somebody named in own words; nothing for what is a measure.
fn own_words<'a>(case: &Case<'a>, candidate: &Value) -> Option<&'a Value> {
    let ("alternative", id) = named(candidate) else { return None };
    let all = case.log.of("alternative_named").into_iter();
    let entry = all.rev().find(|it| get(&it.what, "alternative") == id)?;
    get(&entry.what, "option").get("own_words")
}

/// Whether its frame is pressure: of a measure by the pack, of own words as it was said.
fn is_pressure(case: &Case<'_>, candidate: &Value) -> bool {
    let by_words = own_words(case, candidate).is_some_and(|it| text(it, "frame") == "pressure");
    let measure = text(get(candidate, "measure"), "measure");
    by_words || case.law.measure(measure, case.on).is_some_and(|it| text(it, "frame") == "pressure")
}

/// Whether it rests on consent at all, or may do so. What the pack does not have, and help by other law, may.
fn takes_consent(case: &Case<'_>, candidate: &Value) -> bool {
    match named(candidate) {
        ("measure", of) => {
            let bases = case.law.of("consent", "basis", text(of, "measure"), case.on);
            let is_needed = bases.iter().any(|it| text(it, "rests_on") != "not_needed");
            is_needed || case.law.measure(text(of, "measure"), case.on).is_none()
        }
        ("alternative", _) => own_words(case, candidate).is_some_and(|it| text(it, "frame") != "compulsory"),
        (kind, _) => kind == "adjacent",
    }
}

/// Whether the law names others, and not this person, as those who consent to it (law.md §4.6). Whose consent help for an adult takes, the
/// step of a child does not say.
fn is_anothers(case: &Case<'_>, candidate: &Value, person: &str) -> bool {
    let id = text(get(candidate, "measure"), "measure");
    let is_for_adults = case.law.measure(id, case.on).is_none_or(|it| text(it, "subject") == "adult");
    let bases = case.law.of("consent", "basis", id, case.on);
    let is_needed = bases.iter().any(|it| text(it, "rests_on") == "needed");
    match givers(case) {
        Givers::These(who, false, _) => {
            is_needed && !is_for_adults && !who.is_empty() && !who.contains(&person)
        }
        Givers::These(..) | Givers::AgeNotKnown => false,
    }
}

/// Whether consent for the scope is consent for what is asked about. Help by other law has no scope of its own.
fn is_asked_of_that(case: &Case<'_>, question: &Question, scope: &Value) -> bool {
    match named(scope) {
        ("step", id) => all(case.log).iter().any(|it| {
            id == it.id.as_str() && it.id != case.step.id && is_one_of(question, &it.measure, &it.placement)
        }),
        ("measure", id) => question.one_of.iter().any(|it| get(get(it, "measure"), "measure") == id),
        ("alternative", id) => {
            let named_so = |it: &&Entry| get(&it.what, "alternative") == id;
            let entry = case.log.of("alternative_named").into_iter().rfind(named_so);
            let option = entry.map_or(&Value::Null, |it| get(get(&it.what, "option"), "measure"));
            question.one_of.iter().any(|it| get(it, "alternative") == id)
                || is_one_of(question, text(option, "measure"), text(option, "placement"))
        }
        _ => false,
    }
}
