//! Statutory terms.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::law::Citation;
use crate::pack::words::{Breach, TermKind, TermStart};

/// A length of time as the law states it. Written `{ weeks = 2 }` in a pack.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// Calendar days.
    Days(u32),
    /// Working days: Monday to Friday. Public holidays are not counted out here.
    WorkingDays(u32),
    /// Weeks.
    Weeks(u32),
    /// Months; from the 31st to the last day of a shorter month.
    Months(u32),
    /// Years; from 29 February to 28 February.
    Years(u32),
}

impl Length {
    /// The first day on which the term has run out: two weeks from 1 March end on 15 March.
    pub fn end(self, from: NaiveDate) -> NaiveDate {
        match self {
            Length::Days(days) => from.checked_add_days(Days::new(days.into())),
            Length::Weeks(weeks) => from.checked_add_days(Days::new(u64::from(weeks).saturating_mul(7))),
            Length::Months(months) => from.checked_add_months(Months::new(months)),
            Length::Years(years) => from.checked_add_months(Months::new(years.saturating_mul(12))),
            Length::WorkingDays(days) => working_days(from, days, |day| day.succ_opt()),
        }
        .unwrap_or(NaiveDate::MAX)
    }

    /// The last day on which something can be done that must be done this long before a day.
    pub fn before(self, day: NaiveDate) -> NaiveDate {
        match self {
            Length::Days(days) => day.checked_sub_days(Days::new(days.into())),
            Length::Weeks(weeks) => day.checked_sub_days(Days::new(u64::from(weeks).saturating_mul(7))),
            Length::Months(months) => day.checked_sub_months(Months::new(months)),
            Length::Years(years) => day.checked_sub_months(Months::new(years.saturating_mul(12))),
            Length::WorkingDays(days) => working_days(day, days, |day| day.pred_opt()),
        }
        .unwrap_or(NaiveDate::MIN)
    }
}

fn working_days(
    from: NaiveDate,
    days: u32,
    next: impl Fn(NaiveDate) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    let mut day = from;
    let mut left = days;
    while left > 0 {
        day = next(day)?;
        if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            left = left.saturating_sub(1);
        }
    }
    Some(day)
}

/// A statutory term of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The id of the datum.
    pub id: String,
    /// What it is about.
    pub kind: TermKind,
    /// How long.
    pub length: Length,
    /// From when it is counted, or before what it must have passed.
    pub starts: TermStart,
    /// What follows when it passes.
    pub breach: Breach,
    /// Who has to keep it.
    pub owner: Actor,
    /// Only once measures have run for this long.
    pub after: Option<Length>,
    /// Where it stands in the law.
    pub cite: Citation,
}

impl Term {
    /// The day on which it has run out, reckoned from the day that [`Term::starts`] names; for a term that counts back,
    /// the last day before which it must have been kept.
    pub fn due(&self, day: NaiveDate) -> NaiveDate {
        match self.starts {
            TermStart::BeforeExpiry | TermStart::BeforeEnding => self.length.before(day),
            TermStart::DayAfterSending => self.length.end(day.succ_opt().unwrap_or(day)),
            TermStart::Order
            | TermStart::OrderOrService
            | TermStart::Request
            | TermStart::Report
            | TermStart::NoticeOfMeasure
            | TermStart::Waiver
            | TermStart::ConsentWithdrawn
            | TermStart::Admission
            | TermStart::Recurring => self.length.end(day),
        }
    }
}
