//! Who is in the dossier, and what they are to each other.

use chrono::{Datelike, Months, NaiveDate};
use serde_json::Value;

use super::log::Log;
use super::reading::{a_day, get, is, named, text};

/// Roles of the family and of those around it.
const OF_THE_FAMILY: &[&str] = &[
    "child",
    "adult_subject",
    "mother",
    "father",
    "parent",
    "step_parent",
    "grandparent",
    "foster_parent",
    "guardian",
    "network",
];

/// The courts.
pub const COURTS: &[&str] = &["childrens_judge", "district_court", "appeal_court", "supreme_court"];

/// What is known of an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfAge {
    /// So old at least.
    Yes,
    /// Younger.
    No,
    /// The birth does not tell.
    NotKnown,
}

/// The role of somebody; empty when they are not in the dossier, or no longer: it is the effect of the entry, which a correction takes out.
pub fn role<'a>(log: &'a Log, person: &str) -> &'a str {
    let added = log.of("person_added").into_iter().rfind(|it| text(&it.what, "person") == person);
    added.map_or("", |it| text(&it.what, "role"))
}

/// Whether somebody works with the family, rather than belonging to it.
pub fn is_professional(log: &Log, person: &str) -> bool {
    let role = role(log, person);
    !role.is_empty() && role != "other" && !OF_THE_FAMILY.contains(&role)
}

/// Whether somebody is a court.
pub fn is_court(log: &Log, person: &str) -> bool {
    COURTS.contains(&role(log, person))
}

/// Whether somebody is at least so old on a day.
pub fn is_at_least(log: &Log, person: &str, years: u32, on: NaiveDate) -> OfAge {
    has_lived(log, person, years.saturating_mul(12), on)
}

/// Whether somebody has lived for so many months on a day.
pub fn has_lived(log: &Log, person: &str, months: u32, on: NaiveDate) -> OfAge {
    let added = log.of("person_added").into_iter().rfind(|it| text(&it.what, "person") == person);
    let Some(added) = added else { return OfAge::NotKnown };
    // Who is born on 29 February has the birthday on 1 March in a year without one.
    let reached = |born: NaiveDate| {
        let birthday = born.checked_add_months(Months::new(months));
        birthday.is_some_and(|it| if it.day() < born.day() && born.day() == 29 { it < on } else { it <= on })
    };
    let (earliest, latest) = match named(get(&added.what, "birth")) {
        ("on", born) => (born.as_str().and_then(a_day), born.as_str().and_then(a_day)),
        ("year", year) => {
            let year = year.as_i64().and_then(|it| i32::try_from(it).ok()).unwrap_or_default();
            (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31))
        }
        ("between", days) => {
            let at = |place: usize| days.get(place).and_then(Value::as_str).and_then(a_day);
            (at(0), at(1))
        }
        _ => (None, None),
    };
    match (earliest.map(reached), latest.map(reached)) {
        (_, Some(true)) => OfAge::Yes,
        (Some(false), _) => OfAge::No,
        _ => OfAge::NotKnown,
    }
}

/// Whether somebody is of age or not. Decision 0005: who is in the dossier as a child is taken for a minor unless the birth says otherwise; a
/// birth that leaves it open leaves it open.
pub fn is_minor(log: &Log, person: &str, on: NaiveDate) -> OfAge {
    let added = log.of("person_added").into_iter().rfind(|it| text(&it.what, "person") == person);
    let birth = added.map_or("", |it| named(get(&it.what, "birth")).0);
    match (is_at_least(log, person, 18, on), role(log, person)) {
        (_, "child") if ["", "unknown"].contains(&birth) => OfAge::Yes,
        (_, "adult_subject") if ["", "unknown"].contains(&birth) => OfAge::No,
        (OfAge::Yes, _) => OfAge::No,
        (OfAge::No, _) => OfAge::Yes,
        (OfAge::NotKnown, _) => OfAge::NotKnown,
    }
}

/// Everyone in the dossier, in the order of their ids.
pub fn everyone(log: &Log) -> Vec<&str> {
    let mut all: Vec<&str> = log.of("person_added").iter().map(|it| text(&it.what, "person")).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether a relation is on record by a day.
pub fn is_related(log: &Log, person: &str, child: &str, relation: &str, on: NaiveDate) -> bool {
    log.of("relation_noted").iter().any(|it| {
        it.day <= on
            && text(&it.what, "person") == person
            && text(&it.what, "child") == child
            && text(&it.what, "relation") == relation
    })
}

/// Decision 0005: a mother, father or parent of whom no relation as a parent is noted at all counts as a parent of each child.
pub fn is_parent_of(log: &Log, person: &str, child: &str, on: NaiveDate) -> bool {
    let noted = log.of("relation_noted").into_iter().any(|it| {
        it.day <= on && text(&it.what, "person") == person && text(&it.what, "relation") == "parent"
    });
    let by_role =
        ["mother", "father", "parent"].contains(&role(log, person)) && role(log, child) == "child" && !noted;
    is_related(log, person, child, "parent", on) || by_role
}

/// What is on record by a day of somebody's authority over a child; empty when nothing is.
pub fn authority<'a>(log: &'a Log, holder: &str, child: &str, on: NaiveDate) -> &'a str {
    let noted = log
        .of("authority_noted")
        .into_iter()
        .rfind(|it| it.day <= on && text(&it.what, "holder") == holder && text(&it.what, "child") == child);
    noted.map_or("", |it| text(&it.what, "authority"))
}

/// Who holds authority over a child.
pub fn holders<'a>(log: &'a Log, child: &str, on: NaiveDate) -> Vec<&'a str> {
    everyone(log).into_iter().filter(|it| authority(log, it, child, on) == "held").collect()
}

/// Whether somebody can weigh their own interests, as it was last noted by a day.
pub fn is_capable(log: &Log, person: &str, on: NaiveDate) -> Option<bool> {
    let noted = log.of("capacity_noted").into_iter();
    let last = noted.rev().find(|it| it.day <= on && text(&it.what, "person") == person);
    last.map(|it| is(&it.what, "capable"))
}

/// The positions of somebody in a matter about somebody: what the map calls them. None when what is known leaves it open.
pub fn positions<'a>(log: &'a Log, person: &str, about: &str, on: NaiveDate) -> Vec<&'a str> {
    let own = role(log, person);
    if is_professional(log, person) {
        return vec![if ["school", "nurse"].contains(&own) { "other" } else { own }];
    }
    if person == about {
        return of_age(log, person, on).into_iter().collect();
    }
    let mut all = Vec::new();
    if is_parent_of(log, person, about, on) {
        match authority(log, person, about, on) {
            "held" => all.push("parent_with_authority"),
            "" => {}
            _ => all.push("parent_without_authority"),
        }
    }
    if ["guardian", "foster_parent"].contains(&own) {
        all.push(own);
    }
    if cares_daily(log, person, about, on) {
        all.push("carer");
    }
    if all.is_empty() && ["network", "other", "grandparent", "step_parent"].contains(&own) {
        all.push("other");
    }
    all
}

/// The position of who it is about.
fn of_age(log: &Log, person: &str, on: NaiveDate) -> Option<&'static str> {
    let at_least = |years| is_at_least(log, person, years, on);
    match (is_minor(log, person, on), at_least(12), at_least(16)) {
        (OfAge::No, _, _) => Some("adult"),
        (OfAge::Yes, OfAge::No, _) => Some("minor_under12"),
        (OfAge::Yes, OfAge::Yes, OfAge::No) => Some("minor12_to15"),
        (OfAge::Yes, _, OfAge::Yes) => Some("minor16_to17"),
        _ => None,
    }
}

/// Whether somebody cares for a child daily without being its parent: a foster parent does.
pub fn cares_daily(log: &Log, person: &str, child: &str, on: NaiveDate) -> bool {
    role(log, person) == "foster_parent" || is_related(log, person, child, "cares_daily", on)
}

/// The positions in which somebody may be: of the family each that is not ruled out, where nobody noted which it is.
pub fn possible_positions<'a>(log: &'a Log, person: &str, about: &str, on: NaiveDate) -> Vec<&'a str> {
    let certain = positions(log, person, about, on);
    if !certain.is_empty() {
        return certain;
    }
    if is_parent_of(log, person, about, on) {
        return vec!["parent_with_authority", "parent_without_authority"];
    }
    if person == about {
        return vec!["minor_under12", "minor12_to15", "minor16_to17"];
    }
    Vec::new()
}
