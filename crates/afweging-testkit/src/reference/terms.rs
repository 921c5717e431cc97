//! The last day of a term.

use chrono::NaiveDate;

use super::dates::{back, due};
use super::law::Law;
use super::reading::{a_day, get, has, text};

/// The last day of a term from the day on which it begins, by the law of a day. Nothing for a term that the pack does not have, without a
/// day to begin, or in hours: a day is too coarse for those.
pub fn last_day(law: &Law, term: &str, from: &str, at: NaiveDate) -> Option<NaiveDate> {
    let all = law.on("terms", "term", at);
    let term = all.into_iter().find(|it| text(it, "id") == term)?;
    let (from, length) = (a_day(from)?, get(term, "length"));
    if has(length, "hours") {
        return None;
    }
    // terms.md: what counts back is never put off, neither forwards nor backwards.
    let counts_back = ["before_expiry", "before_ending"].contains(&text(term, "starts"));
    Some(if counts_back { back(from, length) } else { due(from, term) })
}
