//! Whether the conditions of a power hold, as far as the dossier tells.

use serde_json::Value;

use super::dates::end;
use super::execution::stands;
use super::gates::Case;
use super::people::{cares_daily, everyone, is_capable, is_related, positions, role};
use super::reading::{get, list, named, text, texts};
use super::steps::{Step, all};

/// What the dossier says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// It does.
    Yes,
    /// It leaves it open.
    Open,
    /// It does not.
    No,
}

fn yes_or_no(it: bool) -> Holds {
    if it { Holds::Yes } else { Holds::No }
}

fn yes_or_open(it: bool) -> Holds {
    if it { Holds::Yes } else { Holds::Open }
}

/// Jw 1.1: the measures of child protection.
const CHILD_PROTECTION: &[&str] = &["M15", "M16", "M17", "M31", "M32", "M33"];

/// The other steps about the same person.
pub fn others<'a>(case: &Case<'a>) -> Vec<Step> {
    let mut steps = all(case.log);
    steps.retain(|it| it.id != case.step.id && it.about == case.step.about);
    steps
}

/// Whether it is in force, or granted and can still be used.
pub fn is_there(case: &Case<'_>, step: &Step) -> bool {
    let stands = stands(case.log, case.law, step, case.at);
    let is_granted = ["Granted", "PartlyGranted", "UrgentlyGranted", "Confirmed"].contains(&stands.decision);
    stands.execution == "InForce" || (is_granted && stands.execution == "NotStarted")
}

/// Whether it is asked for, and not decided on.
pub fn is_asked(case: &Case<'_>, step: &Step) -> bool {
    let is_open = stands(case.log, case.law, step, case.at).decision == "Pending";
    step.filed(case.log).is_some() && step.request(case.log) != "Withdrawn" && is_open
}

/// Whether a measure, or one that counts as it, is in force, granted and usable, or asked for.
pub fn is_there_or_asked(case: &Case<'_>, measure: &str) -> bool {
    let counts_as = |it: &Step| {
        let datum = it.datum(case.log, case.law, case.at);
        it.measure == measure || datum.is_some_and(|it| texts(it, "counts_as").contains(&measure))
    };
    others(case).iter().any(|it| counts_as(it) && (is_there(case, it) || is_asked(case, it)))
}

/// All conditions of a power together, for somebody: no beats open beats yes. Those who may settle it find of what is left open that the power
/// is there; not of what the dossier says no to.
pub fn all_of(case: &Case<'_>, grant: &Value, act: &str, who: &str, is_settled: bool) -> Holds {
    let mut conditions: Vec<Value> = list(grant, "conditions").to_vec();
    let second = Value::from("only_if_primary_did_not");
    if text(grant, "standing") == "subsidiary" && act == "request" && !conditions.contains(&second) {
        conditions.push(second);
    }
    let judged = conditions.iter().map(|it| one(case, grant, it, act, who));
    let settled = |it| if is_settled && it == Holds::Open { Holds::Yes } else { it };
    judged.map(settled).max().unwrap_or(Holds::Yes)
}

/// One condition, by its word in the pack.
fn one(case: &Case<'_>, grant: &Value, condition: &Value, act: &str, who: &str) -> Holds {
    let extends = !text(&case.step.proposal, "extends").is_empty();
    match named(condition) {
        ("only_if_primary_did_not", _) => primary_did_not(case, grant),
        ("first_only", _) if extends => Holds::No,
        // A second decision on what is running may be an extension that nobody called one.
        ("first_only", _) => yes_or_open(!runs_already(case)),
        ("extension_only", _) => yes_or_no(extends),
        ("ends", measures) => case.step.ended_measure(case.log).map_or(Holds::Open, |ended| {
            yes_or_no(measures.as_array().is_some_and(|all| all.iter().any(|it| *it == ended)))
        }),
        ("cares_for", length) => cares_for(case, length, who),
        ("capable", _) => is_capable(case.log, who, case.on).map_or(Holds::Open, yes_or_no),
        ("mayor_route" | "institution_route", _) if primary_asks(case, grant) => Holds::No,
        ("by_mandate_of", body) => by_mandate(case, body, act),
        (word, of) => of_other_steps(case, grant, word, of),
    }
}

/// The conditions that look at what else there is.
fn of_other_steps(case: &Case<'_>, grant: &Value, word: &str, of: &Value) -> Holds {
    let (log, others) = (case.log, others(case));
    let protects = |it: &Step| CHILD_PROTECTION.contains(&it.measure.as_str());
    let same = |it: &Step| it.measure == case.step.measure;
    match word {
        "no_measure_in_force" => yes_or_no(!others.iter().any(|it| protects(it) && is_there(case, it))),
        "measure_in_force_or_requested" => {
            yes_or_open(others.iter().any(|it| protects(it) && (is_there(case, it) || is_asked(case, it))))
        }
        "in_force" => {
            let measures = of.as_array().into_iter().flatten().filter_map(Value::as_str);
            yes_or_open(measures.into_iter().any(|it| is_there_or_asked(case, it)))
        }
        "instead_of" => yes_or_open(others.iter().any(|it| of == &it.measure && it.filed(log).is_some())),
        "changes_earlier" => yes_or_open(others.iter().any(|it| same(it) && is_there(case, it))),
        "executes" => executes(case, grant),
        "on_appeal_from" => {
            let is_by = |it: &Step| it.decider(log).is_some_and(|who| is_body_among(case, who, of));
            let is_lodged = !log.on(&case.step.id, "appeal_lodged").is_empty();
            yes_or_open(is_lodged || others.iter().any(|it| same(it) && is_by(it)))
        }
        "acute_or_own_task" => yes_or_open(!log.on(&case.step.id, "urgency_declared").is_empty()),
        "not_blocked" => yes_or_open(!is_blocked(case)),
        "sibling_in_case" => yes_or_open(sibling_in_case(case)),
        // Of the rest no entry tells: the mayor, the institution or the college says so, or who asks.
        _ => Holds::Open,
    }
}

fn is_body_among(case: &Case<'_>, who: &str, bodies: &Value) -> bool {
    let body = role(case.log, who);
    bodies.as_array().is_some_and(|all| all.iter().any(|it| it == body))
}

/// Whether an earlier decision on the same measure was being carried out on the day of this one.
fn runs_already(case: &Case<'_>) -> bool {
    let mut earlier = others(case);
    earlier.retain(|it| it.measure == case.step.measure && it.decided(case.log).is_some());
    earlier.retain(|it| it.law_day(case.log, case.at) < case.on);
    let then = case.log.until(case.on);
    earlier.iter().any(|it| stands(&then, case.law, it, case.on).execution == "InForce")
}

/// 1:253s, 1:299a: who has brought a child up as one of the family for a year or more.
fn cares_for(case: &Case<'_>, length: &Value, who: &str) -> Holds {
    let about = case.step.about.as_str();
    if length.get("days").is_some_and(|it| *it == 0) && cares_daily(case.log, who, about, case.on) {
        return Holds::Yes;
    }
    cares_since(case, who).map_or(Holds::Open, |since| yes_or_no(end(since, length) <= case.on))
}

fn cares_since(case: &Case<'_>, who: &str) -> Option<chrono::NaiveDate> {
    let about = case.step.about.as_str();
    let noted = case.log.of("relation_noted").into_iter().filter(|it| {
        text(&it.what, "person") == who
            && text(&it.what, "child") == about
            && text(&it.what, "relation") == "cares_daily"
    });
    noted.map(|it| it.last_day).min()
}

/// 1:253s: whoever has brought the child up for a year may block a change of its stay.
fn is_blocked(case: &Case<'_>) -> bool {
    let year = serde_json::json!({ "years": 1 });
    let since = everyone(case.log).into_iter().filter_map(|it| cares_since(case, it));
    since.into_iter().any(|it| end(it, &year) <= case.on)
}

/// Whether the body carries out what runs for this person.
fn executes(case: &Case<'_>, grant: &Value) -> Holds {
    let running: Vec<Step> = others(case).into_iter().filter(|it| is_there(case, it)).collect();
    let actors = texts(grant, "actors");
    let is_by = |it: &Step| {
        case.law.of("authority", "grant", &it.measure, case.on).into_iter().any(|other| {
            texts(other, "acts").contains(&"execute")
                && texts(other, "actors").iter().any(|actor| actors.contains(actor))
        })
    };
    if running.is_empty() { Holds::Open } else { yes_or_no(running.iter().any(is_by)) }
}

/// authority.md: a mandate is somebody else's power, and a mandate out of a mandate gives nothing.
fn by_mandate(case: &Case<'_>, body: &Value, act: &str) -> Holds {
    let own = case.law.of("authority", "grant", &case.step.measure, case.on).into_iter().any(|it| {
        texts(it, "acts").contains(&act)
            && texts(it, "actors").iter().any(|actor| body == actor)
            && !list(it, "conditions").iter().any(|of| of.get("by_mandate_of").is_some())
    });
    if own { Holds::Open } else { Holds::No }
}

/// Jw 3.1, 1:255: a brother or sister for whom the same measure is asked for, or was decided on that day.
fn sibling_in_case(case: &Case<'_>) -> bool {
    let about = case.step.about.as_str();
    let is_sibling = |it: &str| {
        it != about
            && (is_related(case.log, it, about, "sibling", case.at)
                || is_related(case.log, about, it, "sibling", case.at))
    };
    all(case.log).iter().any(|it| {
        let stands = stands(case.log, case.law, it, case.at);
        it.measure == case.step.measure
            && is_sibling(&it.about)
            && it.filed(case.log).is_some()
            && it.request(case.log) != "Withdrawn"
            && (stands.decision == "Pending" || it.law_day(case.log, case.at) == case.on)
    })
}

/// Who may ask in the first place, for who comes second or by another route.
fn primaries<'a>(case: &Case<'a>, grant: &Value) -> Vec<&'a str> {
    let own = texts(grant, "actors");
    let extends = !text(&case.step.proposal, "extends").is_empty();
    let ended = case.step.ended_measure(case.log);
    let suits = |it: &Value| match named(it) {
        ("first_only", _) => !extends,
        ("extension_only", _) => extends,
        ("ends", of) => {
            let names = |ended: &String| of.as_array().is_some_and(|all| all.iter().any(|it| it == ended));
            ended.as_ref().is_none_or(names)
        }
        _ => true,
    };
    let mut all = Vec::new();
    for other in case.law.of("authority", "grant", &case.step.measure, case.on) {
        let is_first = ["", "primary"].contains(&text(other, "standing"));
        if is_first
            && texts(other, "acts").contains(&"request")
            && list(other, "conditions").iter().all(suits)
        {
            all.extend(texts(other, "actors").into_iter().filter(|it| !own.contains(it)));
        }
    }
    all
}

/// The steps of the same measure for which somebody asked who may in the first place.
fn asked_by(case: &Case<'_>, primaries: &[&str]) -> Vec<Step> {
    let mut steps = others(case);
    steps.retain(|it| {
        let asks = it.filed(case.log).map(|it| text(&it.what, "requester"));
        it.measure == case.step.measure && asks.is_some_and(|who| is_one_of(case, who, primaries))
    });
    steps
}

fn is_one_of(case: &Case<'_>, who: &str, actors: &[&str]) -> bool {
    positions(case.log, who, &case.step.about, case.on).iter().any(|it| actors.contains(it))
}

fn primary_asks(case: &Case<'_>, grant: &Value) -> bool {
    asked_by(case, &primaries(case, grant)).iter().any(|it| is_asked(case, it))
}

/// authority.md, When who comes first does not act: the other took its own request back, refused to look into it, or says so. While the other's
/// request is before the court, nobody comes second.
fn primary_did_not(case: &Case<'_>, grant: &Value) -> Holds {
    let primaries = primaries(case, grant);
    let asked = asked_by(case, &primaries);
    if asked.iter().any(|it| is_asked(case, it)) {
        return Holds::No;
    }
    let requester = case.step.filed(case.log).map(|it| text(&it.what, "requester"));
    let says = case.log.on(&case.step.id, "view_given").into_iter().rfind(|it| {
        get(&it.what, "on") == &serde_json::json!({ "condition": "standing" })
            && Some(it.by.as_str()) != requester
            && is_one_of(case, &it.by, &primaries)
    });
    match says.map(|it| text(&it.what, "verdict")) {
        Some("met") => Holds::Yes,
        Some("not_met") => Holds::No,
        _ => {
            let took_back = asked.iter().any(|it| it.request(case.log) == "Withdrawn");
            yes_or_open(took_back || refused_to_look(case, &primaries))
        }
    }
}

/// Whether one of these bodies refused a procedure about this person that it decides on itself, such as an investigation.
fn refused_to_look(case: &Case<'_>, bodies: &[&str]) -> bool {
    others(case).iter().any(|it| {
        let datum = it.datum(case.log, case.law, case.at);
        it.decision(case.log) == "Refused"
            && datum.is_some_and(|it| text(it, "kind") == "procedural")
            && it.decider(case.log).is_some_and(|who| is_one_of(case, who, bodies))
    })
}
