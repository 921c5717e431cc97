//! Whether a step is carried out, and by what title.

use chrono::NaiveDate;
use serde_json::Value;

use super::dates::{end, of_kind, plus};
use super::law::Law;
use super::log::{Entry, Log};
use super::reading::{day, get, is, named, text};
use super::steps::{Step, all};

/// How the decision and the execution of a step stand on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stands {
    /// `Lapsed`, or what [`Step::decision`] says.
    pub decision: &'static str,
    /// `NotStarted`, `InForce`, `Ended`, `Expired` or `Lapsed`.
    pub execution: &'static str,
}

/// machines.md, Decision and Execution: what comes first counts. The log holds what had happened by the day of asking; `at` may
/// be an earlier day.
pub fn stands(log: &Log, law: &Law, step: &Step, at: NaiveDate) -> Stands {
    let decision = if lapsed_unheard(log, law, step, at).is_some() { "Lapsed" } else { step.decision(log) };
    let started = step.started(log).filter(|it| *it <= at);
    let mut ends: Vec<(NaiveDate, &'static str)> = Vec::new();
    ends.extend(log.last(&step.id, "ended").map(|it| (it.day, "Ended")));
    if let Some(on) = lost_title(log, law, step, at) {
        ends.push((on, if started.is_some_and(|it| it <= on) { "Ended" } else { "Lapsed" }));
    }
    for (first, kind) in passed(log, law, step, at) {
        let begun = started.is_some_and(|it| it < first);
        if kind == "used" && begun {
            continue;
        }
        ends.push((first, if begun { "Expired" } else { "Lapsed" }));
    }
    ends.retain(|(on, _)| *on <= at);
    ends.sort_by_key(|(on, _)| *on);
    let execution = match (ends.first(), started) {
        (Some((_, how)), _) => how,
        (None, Some(_)) => "InForce",
        (None, None) => "NotStarted",
    };
    Stands { decision, execution }
}

/// Whether a step was in force on a day.
pub fn was_in_force_on(log: &Log, law: &Law, step: &Step, on: NaiveDate) -> bool {
    stands(log, law, step, on).execution == "InForce"
}

/// Rv 800(3), decision 0008: an order without a hearing has lapsed on the last day of two weeks as long as nobody was heard.
pub fn lapsed_unheard(log: &Log, law: &Law, step: &Step, at: NaiveDate) -> Option<NaiveDate> {
    let last = last_day_unheard(log, law, step)?;
    let heard = log.on(&step.id, "heard_afterwards").iter().any(|it| it.day <= last);
    (last <= at && !heard).then_some(last)
}

/// The last day by which those concerned must be heard after an order without a hearing.
pub fn last_day_unheard(log: &Log, law: &Law, step: &Step) -> Option<NaiveDate> {
    let order = step.decided(log).filter(|it| it.kind == "decided_urgently" && is(&it.what, "ex_parte"))?;
    let urgent = get(law.measure(&step.measure, order.day)?, "urgent");
    is(urgent, "ex_parte").then(|| end(order.day, get(urgent, "hearing_within")))
}

/// The day on which a decision lapsed, was not maintained, or was quashed: it ends that day.
fn lost_title(log: &Log, law: &Law, step: &Step, at: NaiveDate) -> Option<NaiveDate> {
    // machines.md, Appeal: a ruling stands while a higher court has not ruled. Quashed more than once in a row it ended the first time.
    let rulings = log.on(&step.id, "appeal_ruled").into_iter().rev();
    let ruling = rulings.take_while(|it| text(&it.what, "ruling") == "quashed").last();
    let heard = log.last(&step.id, "heard_afterwards").filter(|it| !is(&it.what, "maintained"));
    let mut days: Vec<NaiveDate> = ruling.into_iter().chain(heard).map(|it| it.day).collect();
    days.extend(lapsed_unheard(log, law, step, at));
    days.into_iter().min()
}

/// The first days on which the term no longer runs. `used`: only for what was not begun.
fn passed(log: &Log, law: &Law, step: &Step, at: NaiveDate) -> Vec<(NaiveDate, &'static str)> {
    let mut ends = Vec::new();
    // What nobody decided on has no title that could lapse; what was refused has none unless it goes on all the same.
    let is_title = |it: &&Entry| outcome(it) != "refused" || step.started(log).is_some();
    let Some(order) = step.decided(log).filter(is_title) else { return ends };
    // A refusal names no period that it grants; what was asked for, and the law, bound what goes on against it.
    let granting = Some(order).filter(|it| outcome(it) != "refused");
    // Who does not maintain it names no other last day; the one that it had stays.
    let maintained = log.last(&step.id, "heard_afterwards").filter(|it| is(&it.what, "maintained"));
    let said = maintained.and_then(|it| day(&it.what, "until"));
    let until = said.or_else(|| granting.and_then(|it| day(&it.what, "until")));
    ends.extend(until.into_iter().chain(step.proposed("until")).map(|last| (plus(last, 1), "term")));
    let terms = law.of("terms", "term", &step.measure, order.day);
    ends.extend(longest(log, law, step, &terms, order.day, at).map(|last| (last, "term")));
    if let (Some(term), Some(started), true) =
        (of_kind(&terms, "emergency_maximum"), step.started(log), order.kind == "decided_urgently")
    {
        ends.push((end(started, get(term, "length")), "term"));
    }
    if let Some(term) = of_kind(&terms, "unused_lapse") {
        ends.push((plus(end(order.day, get(term, "length")), 1), "used"));
    }
    ends.extend(not_followed(log, step, &terms, order, at).map(|on| (on, "term")));
    ends
}

/// The first day past the longest that the law allows for what is ordered on a day (1:258, 1:265c, Wth 9, Jw 6.1.12, 6.3.1.2).
pub fn longest(
    log: &Log,
    law: &Law,
    step: &Step,
    terms: &[&Value],
    ordered: NaiveDate,
    at: NaiveDate,
) -> Option<NaiveDate> {
    let (mut kind, mut from) = ("maximum", ordered);
    if !text(&step.proposal, "extends").is_empty() {
        if of_kind(terms, "maximum_total").is_some() {
            (kind, from) = ("maximum_total", first_order(log, step).map_or(from, |first| first.min(from)));
        } else if of_kind(terms, "maximum_extension").is_some() {
            kind = "maximum_extension";
        }
        // 1:260, 1:265c: an extension adds to a term that runs.
        if kind != "maximum_total" {
            from = runs_on(log, law, step, at).map_or(from, |day| day.max(from));
        }
    }
    of_kind(terms, kind).map(|it| end(from, get(it, "length")))
}

/// The first day on which what a step extends no longer runs by its term.
fn runs_on(log: &Log, law: &Law, step: &Step, at: NaiveDate) -> Option<NaiveDate> {
    let steps = all(log);
    let mut chain = vec![];
    let mut of = step;
    while let Some(earlier) = steps.iter().find(|it| it.id == text(&of.proposal, "extends")) {
        if earlier.id == step.id || chain.iter().any(|it: &&Step| it.id == earlier.id) {
            break;
        }
        chain.push(earlier);
        of = earlier;
    }
    let earlier = chain.first()?;
    let is_granted = |it: &&Entry| outcome(it) != "refused";
    if chain.iter().any(|it| it.decided(log).is_none()) {
        return None;
    }
    earlier.decided(log).filter(is_granted).filter(|_| earlier.decision(log) != "NotMaintained")?;
    let terms = passed(log, law, earlier, at).into_iter().filter(|(_, kind)| *kind == "term");
    terms.map(|(day, _)| day).min()
}

/// Decision 0008: the total counts from the first order of the chain.
fn first_order(log: &Log, step: &Step) -> Option<NaiveDate> {
    let steps = all(log);
    let mut seen = vec![step.id.as_str()];
    let mut of = step;
    let mut first = step.decided(log).map(|it| it.day);
    while let Some(earlier) = steps.iter().find(|it| it.id == text(&of.proposal, "extends")) {
        if seen.contains(&earlier.id.as_str()) {
            break;
        }
        seen.push(&earlier.id);
        first = earlier.decided(log).map(|it| it.day).or(first);
        of = earlier;
    }
    first
}

/// 1:268(5), 1:241(4), decision 0008: lapsed on the last day as long as nobody requested what has to follow.
fn not_followed(log: &Log, step: &Step, terms: &[&Value], order: &Entry, at: NaiveDate) -> Option<NaiveDate> {
    let last = end(order.day, get(of_kind(terms, "follow_up_request")?, "length"));
    let in_time = |it: &&Entry| order.day <= it.day && it.day <= last && it.day <= at;
    let noted = log.on(&step.id, "moment_noted").into_iter().filter(in_time);
    let by_moment = noted.into_iter().any(|it| text(&it.what, "moment") == "follow_up_requested");
    let others = all(log).into_iter().filter(|it| text(&it.proposal, "extends") == step.id);
    let by_step = others.into_iter().any(|it| log.on(&it.id, "request_filed").iter().any(in_time));
    (!by_moment && !by_step).then_some(last)
}

/// What kind of outcome a decision had.
pub fn outcome(entry: &Entry) -> &str {
    named(get(&entry.what, "outcome")).0
}
