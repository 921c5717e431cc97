//! When something was so in the world: a day, an instant, an interval, or no more than a year.
//!
//! The other time of an entry, when it was recorded, is always a UTC instant and needs no type of its own.

mod in_words;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

/// When something was so in the world, with its precision.
///
/// Its text form is what stands in JSON: `2025-03-01` (a day), `2025-03-01T10:00:00Z` (an instant, in UTC),
/// `2025-03-01/2025-03-05` (an interval, both days included), `2025` (a year, no more is known).
///
/// ```
/// use afweging::When;
/// let when: When = "2025-03-01/2025-03-05".parse()?;
/// assert_eq!(when.first_day().to_string(), "2025-03-01");
/// assert_eq!(when.last_day().to_string(), "2025-03-05");
/// # Ok::<(), afweging::WhenError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// A whole day.
    Day(NaiveDate),
    /// A moment, in UTC. Its day is the UTC day: nothing here reads a time zone table.
    Instant(DateTime<Utc>),
    /// A stretch of days, both ends included, the first never after the last.
    Interval {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
    /// A year, when no more is known.
    Year(i32),
}

/// Why a text is no [`When`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// The text has none of the four forms.
    #[error(
        "`{0}` is no day, instant, interval or year (such as `2025-03-01`, `2025-03-01T10:00:00Z`, `2025-03-01/2025-03-05`, `2025`)"
    )]
    Form(String),
    /// The interval ends before it starts.
    #[error("the interval `{0}` ends before it starts")]
    Backwards(String),
}

impl When {
    /// The first day that it may have been.
    pub fn first_day(&self) -> NaiveDate {
        match self {
            When::Day(day) => *day,
            When::Instant(instant) => instant.date_naive(),
            When::Interval { from, .. } => *from,
            When::Year(year) => NaiveDate::from_ymd_opt(*year, 1, 1).unwrap_or(NaiveDate::MIN),
        }
    }

    /// The last day that it may have been.
    pub fn last_day(&self) -> NaiveDate {
        match self {
            When::Day(day) => *day,
            When::Instant(instant) => instant.date_naive(),
            When::Interval { until, .. } => *until,
            When::Year(year) => NaiveDate::from_ymd_opt(*year, 12, 31).unwrap_or(NaiveDate::MAX),
        }
    }
}

impl FromStr for When {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, WhenError> {
        let form = || WhenError::Form(shortened(text).into_owned());
        if let Some((from, until)) = text.split_once('/') {
            let (from, until) = (day(from).ok_or_else(form)?, day(until).ok_or_else(form)?);
            return if until < from {
                Err(WhenError::Backwards(text.to_owned()))
            } else {
                Ok(When::Interval { from, until })
            };
        }
        if text.contains('T') {
            let instant = DateTime::parse_from_rfc3339(text).map_err(|_| form())?;
            return Ok(When::Instant(instant.with_timezone(&Utc)));
        }
        if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return text.parse().map(When::Year).map_err(|_| form());
        }
        day(text).map(When::Day).ok_or_else(form)
    }
}

/// Only the form `YYYY-MM-DD`: chrono alone would also take `2025-3-1`, and one moment would have two texts.
fn day(text: &str) -> Option<NaiveDate> {
    if text.len() != 10 {
        return None;
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

/// An instant as it stands in JSON.
pub(crate) fn instant_text(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// A day in JSON, where it stands alone or may be left out: an error names it and the form wanted.
pub(crate) fn read_day<'de, D: Deserializer<'de>, T: From<NaiveDate>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Form { read: day, wanted: "a day, such as `2025-03-01`" }).map(T::from)
}

/// An instant in JSON: an error names it and the form wanted.
pub(crate) fn read_instant<'de, D: Deserializer<'de>, T: From<DateTime<Utc>>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let read =
        |text: &str| DateTime::parse_from_rfc3339(text).ok().map(|instant| instant.with_timezone(&Utc));
    let wanted = "an instant with its zone, such as `2025-03-01T09:00:00Z`";
    deserializer.deserialize_str(Form { read, wanted }).map(T::from)
}

/// A text of one form.
struct Form<F> {
    read: F,
    wanted: &'static str,
}

impl<T, F: FnOnce(&str) -> Option<T>> Visitor<'_> for Form<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.wanted)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        let wanted = self.wanted;
        (self.read)(text).ok_or_else(|| E::custom(format_args!("`{}` is not {wanted}", shortened(text))))
    }
}

/// What was written where a few characters were wanted; an error is no place for all of it.
fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(40) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Day(day) => write!(f, "{day}"),
            When::Instant(instant) => f.write_str(&instant_text(*instant)),
            When::Interval { from, until } => write!(f, "{from}/{until}"),
            When::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl TryFrom<String> for When {
    type Error = WhenError;
    fn try_from(text: String) -> Result<Self, WhenError> {
        text.parse()
    }
}

impl serde::Serialize for When {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(Error::custom)
    }
}

impl schemars::JsonSchema for When {
    fn schema_name() -> Cow<'static, str> {
        "When".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A day, a UTC instant, an interval of days or a year.",
            "pattern": r"^\d{4}(-\d{2}-\d{2}(T[0-9:.]+(Z|[+-]\d{2}:\d{2})|/\d{4}-\d{2}-\d{2})?)?$",
            "examples": ["2025-03-01", "2025-03-01T10:00:00Z", "2025-03-01/2025-03-05", "2025"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_reads_back() {
        for text in ["2025-03-01", "2025-03-01T10:00:00Z", "2025-03-01/2025-03-05", "2025", "0000"] {
            assert_eq!(text.parse::<When>().expect(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in
            ["", "25", "2025-3-1", "2025-02-30", "2025-03-05/2025-03-01", "gisteren", "2025-03-01T", "20255"]
        {
            assert!(text.parse::<When>().is_err(), "{text}");
        }
    }
}
