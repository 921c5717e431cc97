//! Who is in the dossier, and what they are to each other.

use chrono::{Months, NaiveDate};
use serde_json::Value;

use super::log::{Entry, Log};
use super::reading::{a_day, get, is, named, text};
use super::readings::Reading;

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

/// The role of somebody; empty when they are not in the dossier.
pub fn role<'a>(log: &'a Log, person: &str) -> &'a str {
    let is_them = |it: &&Entry| text(&it.what, "person") == person;
    let corrected = log.corrected_people.iter().filter(|_| log.reads(Reading::CorrectedRoleStays));
    let added = log.of("person_added").into_iter().rfind(is_them).or_else(|| corrected.rev().find(is_them));
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
    let added = log.of("person_added").into_iter().rfind(|it| text(&it.what, "person") == person);
    let Some(added) = added else { return OfAge::NotKnown };
    let reached = |born: NaiveDate| {
        born.checked_add_months(Months::new(years.saturating_mul(12))).is_some_and(|it| it <= on)
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

/// Whether somebody is of age or not. Decision 0005: who is in the dossier as a child is taken for a minor unless the birth says otherwise.
pub fn is_minor(log: &Log, person: &str, on: NaiveDate) -> OfAge {
    match is_at_least(log, person, 18, on) {
        OfAge::Yes => OfAge::No,
        OfAge::No => OfAge::Yes,
        OfAge::NotKnown if role(log, person) == "child" => OfAge::Yes,
        OfAge::NotKnown if role(log, person) == "adult_subject" => OfAge::No,
        OfAge::NotKnown => OfAge::NotKnown,
    }
}

/// Everyone in the dossier, in the order of their ids.
pub fn everyone(log: &Log) -> Vec<&str> {
    let mut all: Vec<&str> = log.of("person_added").iter().map(|it| text(&it.what, "person")).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether a relation is on record.
pub fn is_related(log: &Log, person: &str, child: &str, relation: &str) -> bool {
    log.of("relation_noted").iter().any(|it| {
        text(&it.what, "person") == person
            && text(&it.what, "child") == child
            && text(&it.what, "relation") == relation
    })
}

/// Decision 0005: a mother, father or parent of whom no relation as a parent is noted at all counts as a parent of each child.
pub fn is_parent_of(log: &Log, person: &str, child: &str) -> bool {
    let noted = log
        .of("relation_noted")
        .into_iter()
        .any(|it| text(&it.what, "person") == person && text(&it.what, "relation") == "parent");
    let by_role =
        ["mother", "father", "parent"].contains(&role(log, person)) && role(log, child) == "child" && !noted;
    is_related(log, person, child, "parent") || by_role
}

/// What is on record of somebody's authority over a child; empty when nothing is.
pub fn authority<'a>(log: &'a Log, holder: &str, child: &str) -> &'a str {
    let noted = log
        .of("authority_noted")
        .into_iter()
        .rfind(|it| text(&it.what, "holder") == holder && text(&it.what, "child") == child);
    noted.map_or("", |it| text(&it.what, "authority"))
}

/// Who holds authority over a child.
pub fn holders<'a>(log: &'a Log, child: &str) -> Vec<&'a str> {
    everyone(log).into_iter().filter(|it| authority(log, it, child) == "held").collect()
}

/// Whether somebody was noted as not capable.
pub fn is_incapable(log: &Log, person: &str) -> bool {
    let noted = log.of("capacity_noted").into_iter().rfind(|it| text(&it.what, "person") == person);
    noted.is_some_and(|it| !is(&it.what, "capable"))
}

/// The positions of somebody in a matter about somebody: what the map calls them.
pub fn positions<'a>(log: &'a Log, person: &str, about: &str, on: NaiveDate) -> Vec<&'a str> {
    if is_professional(log, person) {
        return vec![role(log, person)];
    }
    let mut all = Vec::new();
    if person == about {
        let at_least = |years| is_at_least(log, person, years, on) == OfAge::Yes;
        match is_minor(log, person, on) {
            OfAge::No => all.push("adult"),
            _ if at_least(16) => all.push("minor16_to17"),
            _ if at_least(12) => all.push("minor12_to15"),
            _ if is_at_least(log, person, 12, on) == OfAge::No => all.push("minor_under12"),
            _ => {}
        }
        return all;
    }
    let held = authority(log, person, about);
    if is_parent_of(log, person, about) {
        match held {
            "held" => all.push("parent_with_authority"),
            "" => {}
            _ => all.push("parent_without_authority"),
        }
    }
    if role(log, person) == "guardian" {
        all.push("guardian");
    }
    if role(log, person) == "foster_parent" {
        all.push("foster_parent");
    }
    if is_related(log, person, about, "cares_daily") {
        all.push("carer");
    }
    all
}
