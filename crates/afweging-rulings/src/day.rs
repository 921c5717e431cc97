//! When a ruling was given, with what is known of it: a day, a year, or nothing.

use std::collections::BTreeSet;

use afweging::Pack;
use chrono::NaiveDate;
use serde::Deserialize;

/// The day of a ruling: `YYYY-MM-DD`, `YYYY` or `unknown`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum RulingDay {
    /// This day.
    On(NaiveDate),
    /// Some day of this year.
    In(i32),
    /// Nobody says.
    Unknown,
}

impl TryFrom<String> for RulingDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no day (`2025-03-01`), year (`2025`) or `unknown`");
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        match text.as_str() {
            "unknown" => Ok(RulingDay::Unknown),
            year if year.len() == 4 && digits(year) => year.parse().map(RulingDay::In).map_err(|_| wrong()),
            day if day.len() == 10 => {
                NaiveDate::parse_from_str(day, "%Y-%m-%d").map(RulingDay::On).map_err(|_| wrong())
            }
            _ => Err(wrong()),
        }
    }
}

impl RulingDay {
    /// The days to assess on, in their order. More than one where the day is not known: the first and last day that it
    /// may have been, and each day in between on which the law that the pack knows changes. Where they all give one
    /// answer the date does not matter.
    pub fn days(&self, pack: &Pack) -> Vec<NaiveDate> {
        let (first, last) = match self {
            RulingDay::On(day) => return vec![*day],
            RulingDay::In(year) => {
                match (NaiveDate::from_ymd_opt(*year, 1, 1), NaiveDate::from_ymd_opt(*year, 12, 31)) {
                    (Some(first), Some(last)) => (first, last),
                    _ => return RulingDay::Unknown.days(pack),
                }
            }
            // The day before the first law that the pack knows stands for all earlier ones.
            RulingDay::Unknown => {
                let first = pack.first_state().pred_opt().unwrap_or(NaiveDate::MIN);
                (first, pack.changes().last().unwrap_or(first))
            }
        };
        let changes = pack.changes().filter(|day| *day > first && *day < last);
        let days: BTreeSet<NaiveDate> = [first, last].into_iter().chain(changes).collect();
        days.into_iter().collect()
    }

    /// Whether the day itself is known.
    pub fn is_known(&self) -> bool {
        matches!(self, RulingDay::On(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_its_three_forms_and_no_other() {
        assert_eq!(RulingDay::try_from("unknown".to_owned()), Ok(RulingDay::Unknown));
        assert_eq!(RulingDay::try_from("2021".to_owned()), Ok(RulingDay::In(2021)));
        for wrong in ["", "21", "2021-2-3", "2021-02-30", "gisteren", "202a"] {
            assert!(RulingDay::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_year_is_looked_at_from_both_ends_and_where_the_law_changes() {
        let pack = Pack::nl().expect("the pack reads");
        let days = RulingDay::In(2018).days(&pack);
        assert_eq!(days.first().map(ToString::to_string).as_deref(), Some("2018-01-01"));
        assert_eq!(days.last().map(ToString::to_string).as_deref(), Some("2018-12-31"));
        assert!(days.len() > 2, "the law changed in 2018: {days:?}");
    }
}
