//! How terms are reckoned (terms.md, decision 0008).

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde_json::Value;

use super::reading::{get, is, number, text};

/// A day later by so many days; earlier when it is less than none.
pub fn plus(day: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) };
    moved.unwrap_or(day)
}

/// The day on which a length of time from a day ends: the day on which it begins does not count. A month from the 31st ends with the last day of a
/// shorter month.
pub fn end(from: NaiveDate, length: &Value) -> NaiveDate {
    let months = number(length, "months").saturating_add(number(length, "years").saturating_mul(12));
    let on = from.checked_add_months(Months::new(u32::try_from(months).unwrap_or_default())).unwrap_or(from);
    let days = number(length, "days").saturating_add(number(length, "weeks").saturating_mul(7));
    let mut on = plus(on, days);
    for _ in 0..number(length, "working_days") {
        on = plus(on, 1);
        while is_rest_day(on) {
            on = plus(on, 1);
        }
    }
    // Where an entry names only a day, that whole day is left out; we look at no hours.
    plus(on, number(length, "hours").saturating_add(23).div_euclid(24))
}

/// The day on which a length of time before a day begins.
pub fn back(from: NaiveDate, length: &Value) -> NaiveDate {
    let months = u32::try_from(number(length, "months")).unwrap_or_default();
    from.checked_sub_months(Months::new(months)).unwrap_or(from)
}

/// The last day of a term, prolonged where the *Algemene termijnenwet* reaches it: article 1, to the next day that is none;
/// article 2, a term of three days or more until it holds two such days.
pub fn due(from: NaiveDate, term: &Value) -> NaiveDate {
    let length = get(term, "length");
    let mut on = end(from, length);
    if !is(get(term, "rest_days"), "prolonged") || number(length, "working_days") > 0 {
        return on;
    }
    let days = on.signed_duration_since(from).num_days();
    if number(length, "days") >= 3 && days < 7 {
        while (1..=on.signed_duration_since(from).num_days())
            .filter(|it| !is_rest_day(plus(from, *it)))
            .count()
            < 2
        {
            on = plus(on, 1);
        }
    }
    while is_rest_day(on) {
        on = plus(on, 1);
    }
    on
}

/// Saturdays, Sundays and the days of article 3.
pub fn is_rest_day(day: NaiveDate) -> bool {
    if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        return true;
    }
    let from_easter = day.signed_duration_since(easter(day.year())).num_days();
    // Good Friday, Easter Monday, Ascension Day, Whit Monday; New Year, 5 May, both Christmas days.
    [-2, 1, 39, 50].contains(&from_easter)
        || [(1, 1), (5, 5), (12, 25), (12, 26)].contains(&(day.month(), day.day()))
        || day == the_kings_day(day.year())
}

/// 27 April, the 26th when that is a Sunday; until 2013 the 30th or the 29th.
fn the_kings_day(year: i32) -> NaiveDate {
    let on = NaiveDate::from_ymd_opt(year, 4, if year < 2014 { 30 } else { 27 }).unwrap_or_default();
    if on.weekday() == Weekday::Sun { plus(on, -1) } else { on }
}

/// Easter Sunday: the Sunday after the first full moon of spring, by counting (the almanac's rule, 1900 to 2099).
fn easter(year: i32) -> NaiveDate {
    let golden = i64::from(year.rem_euclid(19));
    let moon = golden.saturating_mul(19).saturating_add(24).rem_euclid(30);
    let moon = if moon == 29 || (moon == 28 && golden > 10) { moon.saturating_sub(1) } else { moon };
    let mut on = plus(NaiveDate::from_ymd_opt(year, 3, 22).unwrap_or_default(), moon);
    while on.weekday() != Weekday::Sun {
        on = plus(on, 1);
    }
    on
}

/// Terms of one kind that a measure has by the law of a day.
pub fn of_kind<'a>(terms: &[&'a Value], kind: &str) -> Option<&'a Value> {
    terms.iter().find(|it| text(it, "kind") == kind).copied()
}
