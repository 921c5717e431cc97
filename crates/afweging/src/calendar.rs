//! The Dutch calendar of the general law on terms (*Algemene termijnenwet*): which days are no working days, and how far a
//! statutory term that would end on one is prolonged.
//!
//! The holidays are those of its article 3. By its third paragraph a royal decree can make other days equal to them, such as
//! the Friday after Ascension Day; those decrees are not read here, so a term may in fact run a day longer than is said.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Serialize;

/// Why a day is no working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RestDay {
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
    /// New Year's Day (*Nieuwjaarsdag*).
    NewYear,
    /// Good Friday (*Goede Vrijdag*), which the law makes equal to a holiday.
    GoodFriday,
    /// Easter Monday (*tweede paasdag*).
    EasterMonday,
    /// The day on which the birthday of the King, until 2013 of the Queen, is celebrated (*Koningsdag*).
    KingsDay,
    /// The fifth of May (*Bevrijdingsdag*), every year.
    LiberationDay,
    /// Ascension Day (*Hemelvaartsdag*).
    Ascension,
    /// Whit Monday (*tweede pinksterdag*).
    WhitMonday,
    /// Christmas Day (*eerste kerstdag*).
    Christmas,
    /// The day after Christmas (*tweede kerstdag*).
    SecondChristmas,
}

impl RestDay {
    /// Why this day is no working day; `None` for a working day. A holiday that falls in a weekend is the holiday.
    ///
    /// ```
    /// use afweging::RestDay;
    /// let day = |text: &str| text.parse::<chrono::NaiveDate>();
    /// assert_eq!(RestDay::of(day("2025-04-26")?), Some(RestDay::KingsDay), "the 27th is a Sunday");
    /// assert_eq!(RestDay::of(day("2025-04-28")?), None);
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    pub fn of(day: NaiveDate) -> Option<RestDay> {
        holiday(day).or(match day.weekday() {
            Weekday::Sat => Some(RestDay::Saturday),
            Weekday::Sun => Some(RestDay::Sunday),
            Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => None,
        })
    }
}

fn holiday(day: NaiveDate) -> Option<RestDay> {
    match (day.month(), day.day()) {
        (1, 1) => return Some(RestDay::NewYear),
        (5, 5) => return Some(RestDay::LiberationDay),
        (12, 25) => return Some(RestDay::Christmas),
        (12, 26) => return Some(RestDay::SecondChristmas),
        _ => {}
    }
    if kings_day(day.year()) == Some(day) {
        return Some(RestDay::KingsDay);
    }
    match day.signed_duration_since(easter(day.year())?).num_days() {
        -2 => Some(RestDay::GoodFriday),
        1 => Some(RestDay::EasterMonday),
        39 => Some(RestDay::Ascension),
        50 => Some(RestDay::WhitMonday),
        _ => None,
    }
}

/// 27 April since 2014, 30 April before; the Saturday before when that is a Sunday.
fn kings_day(year: i32) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(year, 4, if year >= 2014 { 27 } else { 30 })?;
    if day.weekday() == Weekday::Sun { day.pred_opt() } else { Some(day) }
}

/// Easter Sunday by the Gregorian computus (the form of Meeus, Jones and Butcher); `None` outside the years 1583 to 9999.
#[expect(
    clippy::arithmetic_side_effects,
    reason = "every value stays below 200,000: the year is bounded and each step divides or takes a remainder"
)]
pub(crate) fn easter(year: i32) -> Option<NaiveDate> {
    let year = u32::try_from(year).ok().filter(|year| (1583..=9999).contains(year))?;
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let moon_corrected = (century + 8) / 25;
    let epact = (19 * golden + century - century / 4 - (century + 1 - moon_corrected) / 3 + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday + 114 - 7 * late;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, days / 31, days % 31 + 1)
}

/// The first working day on or after a day.
pub(crate) fn working_day_from(day: NaiveDate) -> NaiveDate {
    let mut at = day;
    while RestDay::of(at).is_some() {
        let Some(next) = at.succ_opt() else { return at };
        at = next;
    }
    at
}

/// Whether at least so many working days lie after a day, up to and with another.
pub(crate) fn holds_working_days(after: NaiveDate, until: NaiveDate, wanted: usize) -> bool {
    let days = after.iter_days().skip(1).take_while(|day| *day <= until);
    days.filter(|day| RestDay::of(*day).is_none()).take(wanted).count() >= wanted
}

/// So many working days after a day, or before it.
pub(crate) fn working_days(from: NaiveDate, days: u32, forward: bool) -> Option<NaiveDate> {
    let mut day = from;
    let mut left = days;
    while left > 0 {
        day = if forward { day.checked_add_days(Days::new(1))? } else { day.checked_sub_days(Days::new(1))? };
        if RestDay::of(day).is_none() {
            left = left.saturating_sub(1);
        }
    }
    Some(day)
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "a test may fail loudly")]
mod tests {
    use proptest::prelude::*;

    use super::RestDay::*;
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect(text)
    }

    /// Easter Sundays as published, the days around them counted from those by hand.
    #[test]
    fn holidays_of_several_years() {
        let years = [
            (2012, ["2012-04-06", "2012-04-09", "2012-04-30", "2012-05-17", "2012-05-28"]),
            (2013, ["2013-03-29", "2013-04-01", "2013-04-30", "2013-05-09", "2013-05-20"]),
            (2014, ["2014-04-18", "2014-04-21", "2014-04-26", "2014-05-29", "2014-06-09"]),
            (2015, ["2015-04-03", "2015-04-06", "2015-04-27", "2015-05-14", "2015-05-25"]),
            (2016, ["2016-03-25", "2016-03-28", "2016-04-27", "2016-05-05", "2016-05-16"]),
            (2018, ["2018-03-30", "2018-04-02", "2018-04-27", "2018-05-10", "2018-05-21"]),
            (2020, ["2020-04-10", "2020-04-13", "2020-04-27", "2020-05-21", "2020-06-01"]),
            (2022, ["2022-04-15", "2022-04-18", "2022-04-27", "2022-05-26", "2022-06-06"]),
            (2024, ["2024-03-29", "2024-04-01", "2024-04-27", "2024-05-09", "2024-05-20"]),
            (2025, ["2025-04-18", "2025-04-21", "2025-04-26", "2025-05-29", "2025-06-09"]),
            (2026, ["2026-04-03", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25"]),
            (2027, ["2027-03-26", "2027-03-29", "2027-04-27", "2027-05-06", "2027-05-17"]),
        ];
        for (year, [friday, monday, king, ascension, whit]) in years {
            for (when, what) in
                [(friday, GoodFriday), (monday, EasterMonday), (king, KingsDay), (whit, WhitMonday)]
            {
                assert_eq!(RestDay::of(day(when)), Some(what), "{when}");
            }
            // In 2016 Ascension Day was the fifth of May: one free day, of two names.
            let name = if year == 2016 { LiberationDay } else { Ascension };
            assert_eq!(RestDay::of(day(ascension)), Some(name), "{ascension}");
            for (month, of_month, what) in
                [(1, 1, NewYear), (5, 5, LiberationDay), (12, 25, Christmas), (12, 26, SecondChristmas)]
            {
                let when = NaiveDate::from_ymd_opt(year, month, of_month).expect("a day");
                assert_eq!(RestDay::of(when), Some(what), "{when}");
            }
            let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a day");
            let of_year = first.iter_days().take_while(|day| day.year() == year);
            let count = of_year.filter(|day| holiday(*day).is_some()).count();
            assert_eq!(count, if year == 2016 { 8 } else { 9 }, "no other holidays in {year}");
        }
    }

    #[test]
    fn days_that_many_take_for_holidays_are_working_days_for_terms() {
        for (when, what) in [
            ("2025-05-30", "the Friday after Ascension Day, unless a decree makes it one"),
            ("2025-12-24", "Christmas Eve"),
            ("2025-12-31", "New Year's Eve"),
            ("2015-04-30", "no longer Queen's Day"),
            ("2013-04-27", "not yet King's Day, and a Saturday"),
        ] {
            assert_eq!(holiday(day(when)), None, "{when}: {what}");
        }
    }

    #[test]
    fn the_earliest_and_the_latest_easter() {
        for (year, sunday) in
            [(1818, "1818-03-22"), (2008, "2008-03-23"), (2038, "2038-04-25"), (1943, "1943-04-25")]
        {
            assert_eq!(easter(year), Some(day(sunday)));
        }
        assert_eq!((easter(1582), easter(10_000), easter(-4)), (None, None, None));
    }

    proptest! {
        #[test]
        fn easter_is_a_sunday_between_22_march_and_25_april(year in 1583..=9999_i32) {
            let easter = easter(year).expect("a year that is reckoned");
            prop_assert_eq!(easter.weekday(), Weekday::Sun);
            let (month, day) = (easter.month(), easter.day());
            prop_assert!((month, day) >= (3, 22) && (month, day) <= (4, 25), "{}", easter);
        }

        #[test]
        fn working_days_never_fall_in_a_weekend_or_on_a_holiday(
            from in (0_u64..40_000).prop_map(|days| day("1990-01-01") + Days::new(days)),
            days in 1_u32..40,
        ) {
            let after = working_days(from, days, true).expect("a day");
            let before = working_days(from, days, false).expect("a day");
            for found in [after, before, working_day_from(from)] {
                prop_assert!(!matches!(found.weekday(), Weekday::Sat | Weekday::Sun), "{}", found);
                prop_assert_eq!(holiday(found), None, "{}", found);
            }
            let free = from.iter_days().skip(1).take_while(|day| *day <= after).filter(|day| {
                matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || holiday(*day).is_some()
            });
            let all = (after - from).num_days();
            prop_assert_eq!(all - i64::try_from(free.count()).expect("few"), i64::from(days));
            prop_assert!(holds_working_days(from, after, days as usize));
            prop_assert!(!holds_working_days(from, after, days as usize + 1));
        }
    }
}
