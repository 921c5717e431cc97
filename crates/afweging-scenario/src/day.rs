//! Days as people say them: a date, or so much later.

use chrono::{Days, Months, NaiveDate};

/// A stretch of time in words, such as `2 weken`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stretch {
    Days(u64),
    Months(u32),
}

/// A day: `2025-03-14`, `over 2 weken`, `2 weken later`, `3 dagen eerder`, all as seen from `from`.
pub(crate) fn day(text: &str, from: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    if text.len() == 10
        && let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d")
    {
        return Some(day);
    }
    let text = text.to_lowercase();
    if text == "dezelfde dag" {
        return Some(from);
    }
    if let Some(stretch) = text.strip_suffix(" later").or_else(|| text.strip_prefix("over ")) {
        return match stretch_of(stretch)? {
            Stretch::Days(days) => from.checked_add_days(Days::new(days)),
            Stretch::Months(months) => from.checked_add_months(Months::new(months)),
        };
    }
    let stretch = text.strip_suffix(" eerder").or_else(|| text.strip_suffix(" geleden"))?;
    match stretch_of(stretch)? {
        Stretch::Days(days) => from.checked_sub_days(Days::new(days)),
        Stretch::Months(months) => from.checked_sub_months(Months::new(months)),
    }
}

/// When somebody of an age on a day was born: between these two days, both included.
pub(crate) fn born(age: &str, on: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let age = age.trim().to_lowercase();
    let age = age.strip_suffix(" oud").unwrap_or(&age);
    let (months, more) = match stretch_of(age)? {
        Stretch::Months(months) if age.contains("jaar") => (months, months.checked_add(12)?),
        Stretch::Months(months) => (months, months.checked_add(1)?),
        Stretch::Days(_) => return None,
    };
    let latest = on.checked_sub_months(Months::new(months))?;
    let earliest = on.checked_sub_months(Months::new(more))?.succ_opt()?;
    Some((earliest, latest))
}

fn stretch_of(text: &str) -> Option<Stretch> {
    let (number, unit) = text.trim().split_once(' ')?;
    let number: u32 = match number {
        "een" | "één" => 1,
        "twee" => 2,
        "drie" => 3,
        "vier" => 4,
        "vijf" => 5,
        "zes" => 6,
        other => other.parse().ok().filter(|number| *number <= 12_000)?,
    };
    let days = |each: u32| Some(Stretch::Days(u64::from(number.checked_mul(each)?)));
    match unit.trim() {
        "dag" | "dagen" => days(1),
        "week" | "weken" => days(7),
        "maand" | "maanden" => Some(Stretch::Months(number)),
        "jaar" | "jaren" => Some(Stretch::Months(number.checked_mul(12)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn days_as_people_say_them() {
        let from = on("2025-01-31");
        for (text, wanted) in [
            ("2025-03-01", "2025-03-01"),
            ("2 weken later", "2025-02-14"),
            ("over 3 dagen", "2025-02-03"),
            ("een maand later", "2025-02-28"),
            ("1 jaar geleden", "2024-01-31"),
            ("3 dagen eerder", "2025-01-28"),
        ] {
            assert_eq!(day(text, from), Some(on(wanted)), "{text}");
        }
        for text in ["", "later", "2 weken", "2025-3-1", "99999999 jaar later", "over een poosje"] {
            assert_eq!(day(text, from), None, "{text}");
        }
    }

    #[test]
    fn an_age_is_a_year_of_days() {
        assert_eq!(born("8 jaar", on("2025-03-01")), Some((on("2016-03-02"), on("2017-03-01"))));
        assert_eq!(born("4 maanden", on("2025-03-01")), Some((on("2024-10-02"), on("2024-11-01"))));
        assert_eq!(born("oud", on("2025-03-01")), None);
    }
}
