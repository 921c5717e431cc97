//! Whose perspective is relevant to a step, and how it stands.

use chrono::NaiveDate;

use super::gates::Case;
use super::log::Entry;
use super::people::{authority, everyone, is_parent_of, is_related, role};
use super::reading::{day, get, is, named, text, texts};

/// How somebody's perspective stands in the cycle of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// They told it, or declined to.
    Answered,
    /// Why not is on record, and no day on which that is made up for.
    Excused,
    /// There was no time; it is made up for by that day.
    Later(NaiveDate),
    /// Nobody knows.
    NotKnown,
}

/// Model §3, Who is relevant: the person; every parent, guardian or holder of authority; who cares daily; who is named as knowing the child
/// and was not set aside. Neither the person nor who holds authority can be set aside (decision 0005).
pub fn relevant<'a>(case: &Case<'a>) -> Vec<&'a str> {
    let (log, about, at) = (case.log, case.step.about.as_str(), case.at);
    // law.md §1.3: a house ban burdens whoever lives in the home: the children and the parents.
    let touches_home = case.measure().is_some_and(|it| texts(it, "burdened").contains(&"adult_in_home"));
    let lives_there = |it: &str| ["child", "mother", "father", "parent"].contains(&role(log, it));
    let is_aside = |it: &str| log.of("set_aside").iter().any(|entry| text(&entry.what, "person") == it);
    let is_relevant = |it: &&str| {
        let it = *it;
        let is_close = it == about || authority(log, it, about, at) == "held";
        let is_around = is_parent_of(log, it, about, at)
            || ["guardian", "foster_parent"].contains(&role(log, it))
            || is_related(log, it, about, "cares_daily", at)
            || is_related(log, it, about, "knows_child", at)
            || (touches_home && lives_there(it));
        is_close || (is_around && !is_aside(it))
    };
    everyone(log).into_iter().filter(is_relevant).collect()
}

/// machines.md, Perspective: an account outlives a further invitation and what comes of it; without one the last entry counts.
pub fn told(case: &Case<'_>, person: &str) -> Told {
    let cycle = of_cycle(case, person);
    let has_told =
        |it: &&Entry| it.kind == "heard" || (it.kind == "account_still_stands" && is(&it.what, "agreed"));
    if cycle.iter().any(has_told) {
        return Told::Answered;
    }
    let kinds = ["invited", "hearing_declined", "not_heard"];
    let Some(last) = cycle.into_iter().rfind(|it| kinds.contains(&it.kind.as_str())) else {
        return Told::NotKnown;
    };
    match (last.kind.as_str(), named(get(&last.what, "ground"))) {
        ("hearing_declined", _) => Told::Answered,
        ("not_heard", ("urgent", of)) => day(of, "look_back").map_or(Told::NotKnown, Told::Later),
        ("not_heard", _) => Told::Excused,
        _ => Told::NotKnown,
    }
}

/// Whether somebody was offered to speak before a court, or did, in this cycle. An account that still stands was told where it was told.
pub fn was_before_court(case: &Case<'_>, person: &str) -> bool {
    let of_person = |it: &&Entry| text(&it.what, "person") == person;
    let told = case.log.of("heard").into_iter().filter(of_person);
    of_cycle(case, person).into_iter().any(|it| match it.kind.as_str() {
        "invited" | "heard" => text(&it.what, "forum") == "court",
        "account_still_stands" if is(&it.what, "agreed") => {
            let earlier = told.clone().rfind(|before| (before.day, before.seq) < (it.day, it.seq));
            earlier.is_some_and(|it| text(&it.what, "forum") == "court")
        }
        _ => false,
    })
}

/// Model §3: in a later cycle everyone starts from unheard again.
fn of_cycle<'a>(case: &Case<'a>, person: &str) -> Vec<&'a Entry> {
    let began = case.log.of("cycle_opened").last().map(|it| (it.day, it.seq));
    let is_theirs = |it: &&Entry| text(&it.what, "person") == person;
    let in_cycle = |it: &&Entry| began.is_none_or(|began| began < (it.day, it.seq));
    case.log.entries.iter().filter(is_theirs).filter(in_cycle).collect()
}
