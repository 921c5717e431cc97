//! Dates and instants at the border: `java.time.LocalDate` and `java.time.Instant` on the other side.
//!
//! A lift that fails gives a `Failure`, which uniffi throws as such from every function that can return one; so every
//! function that takes a date or an instant returns a `Result`.

use chrono::{DateTime, Datelike, NaiveDate, SecondsFormat, Utc};

use crate::failure::Failure;

/// Days since 1970-01-01.
type Day = NaiveDate;

/// RFC 3339 text: exact to the nanosecond, as both sides are, where a count of milliseconds would let `known_at` miss
/// the entry that it was made from.
type Instant = DateTime<Utc>;

/// Day number of 1970-01-01 in chrono's count from the year 1.
const EPOCH: i32 = 719_163;

uniffi::custom_type!(Day, i32, {
    remote,
    lower: |day| day.num_days_from_ce().saturating_sub(EPOCH),
    try_lift: |days| days
        .checked_add(EPOCH)
        .and_then(NaiveDate::from_num_days_from_ce_opt)
        .ok_or_else(|| Failure::Argument { text: "date is out of range".to_owned() }.into()),
});

uniffi::custom_type!(Instant, String, {
    remote,
    lower: |instant| instant.to_rfc3339_opts(SecondsFormat::AutoSi, true),
    try_lift: |text| DateTime::parse_from_rfc3339(&text)
        .map(|instant| instant.to_utc())
        .map_err(|_| Failure::Argument { text: format!("instant `{text}` is out of range") }.into()),
});
