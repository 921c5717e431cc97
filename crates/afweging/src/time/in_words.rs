//! Days and moments as people write them: `9 september 2024`.

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};

use super::When;
use crate::code::Language;

const MONTHS: [(&str, &str); 12] = [
    ("januari", "January"),
    ("februari", "February"),
    ("maart", "March"),
    ("april", "April"),
    ("mei", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("augustus", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
];

impl Language {
    /// The name of the month of a day.
    pub fn month(self, day: NaiveDate) -> &'static str {
        let month = usize::try_from(day.month0()).ok().and_then(|month| MONTHS.get(month));
        let (nl, en) = month.copied().unwrap_or(("?", "?"));
        match self {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    /// A day, written out.
    ///
    /// ```
    /// use afweging::Language;
    /// let day = "2024-09-09".parse()?;
    /// assert_eq!(Language::Nl.date(day), "9 september 2024");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn date(self, day: NaiveDate) -> String {
        format!("{} {} {}", day.day(), self.month(day), day.year())
    }

    /// A moment, written out.
    pub fn instant(self, instant: DateTime<Utc>) -> String {
        let day = self.date(instant.date_naive());
        let seconds = if instant.format("%S").to_string() == "00" { "%H:%M" } else { "%H:%M:%S" };
        format!("{day}, {} UTC", instant.format(seconds))
    }

    /// When something was so, with its precision.
    pub fn when(self, when: &When) -> String {
        let to = match self {
            Language::Nl => "tot en met",
            Language::En => "to",
        };
        match when {
            When::Day(day) => self.date(*day),
            When::Instant(instant) => self.instant(*instant),
            When::Interval { from, until } => format!("{} {to} {}", self.date(*from), self.date(*until)),
            When::Year(year) => format!("in {year}"),
        }
    }
}
