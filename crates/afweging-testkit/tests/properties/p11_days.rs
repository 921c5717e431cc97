//! P11: all days shifted alike change nothing but the days, hashes aside.
//!
//! Where it must hold: days are put off by 28 years, which is 1461 whole weeks. Between 1901 and 2099 the calendar repeats itself then: the
//! same weekdays, the same leap days, so months, years and ages are as long as they were. What does not repeat is left out of the pack that
//! is read: the law as it changed (there is one state, in force on all days), Easter and what hangs on it (no working days, no term that
//! Saturdays, Sundays and holidays prolong). What is written in a text as a text is no day.

use std::path::Path;
use std::sync::OnceLock;

use afweging::{Dossier, NewEntry, Pack, assess};
use afweging_testkit::Histories;
use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use serde_json::Value;

use crate::{config, day};

/// How many days everything is put off.
const SHIFT: u64 = 1461 * 7;
const YEARS: i32 = 28;
/// The day from which the law of the pack is in force. It is no day of a dossier, and is not put off.
const ALWAYS: &str = "1900-01-01";

/// The Dutch pack of one state: as in 2015, on all days, in terms of calendar days, weeks, months and years.
fn one_state() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../afweging/packs/nl");
        let mut files = vec![("pack.toml".to_owned(), text(&root.join("pack.toml")))];
        for topic in std::fs::read_dir(&root).expect("the pack").map(|it| it.expect("an entry").path()) {
            let name = topic.file_name().expect("a name").to_string_lossy().into_owned();
            // Plain words for families name what came into the law later; they say nothing of an outcome.
            if name == "wording" {
                continue;
            }
            let mut parts: Vec<_> = std::fs::read_dir(&topic)
                .into_iter()
                .flatten()
                .map(|it| it.expect("an entry").path())
                .filter(|part| name == "sources" || part.ends_with("2015-01-01.toml"))
                .collect();
            parts.sort();
            // A source may be younger than the law that it tells of: all of them are there.
            for (place, part) in parts.iter().enumerate() {
                let file = if place == 0 {
                    format!("{ALWAYS}.toml")
                } else {
                    format!("{ALWAYS}.{}.toml", place + 1)
                };
                files.push((format!("{name}/{file}"), text(part)));
            }
        }
        Pack::from_files(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))
            .expect("it is sound")
    })
}

fn text(file: &Path) -> String {
    let text = std::fs::read_to_string(file).expect("a file of the pack");
    text.replace("2015-01-01", ALWAYS)
        .replace("working_days =", "days =")
        .replace("prolonged = true", "prolonged = false")
}

/// Every day in a text put off, wherever it stands: in an instant, an interval or a sentence.
fn put_off(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let found = rest.get(..10).filter(|it| *it != ALWAYS && is_a_day(it));
        // A day does not begin within a number.
        let begins = !out.ends_with(|before: char| before.is_ascii_digit());
        if let Some(found) = found.filter(|_| begins) {
            out.push_str(&(day(found) + Days::new(SHIFT)).to_string());
            rest = &rest[10..];
        } else {
            out.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    out
}

/// A year that stands alone may be of something that happened, or of a ruling: not told apart, and so not compared.
fn without_years(text: &str) -> String {
    let parts: Vec<&str> = text.split_inclusive(|letter: char| !letter.is_ascii_digit()).collect();
    let mut out = String::new();
    for part in parts {
        let digits = part.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        // A day has its year before a hyphen.
        let is_year = digits.len() == 4 && !part.ends_with('-') && !out.ends_with('-');
        out.push_str(if is_year { "year" } else { digits });
        out.push_str(&part[digits.len()..]);
    }
    out
}

fn is_a_day(text: &str) -> bool {
    text.bytes().enumerate().all(|(place, byte)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    }) && text.parse::<NaiveDate>().is_ok()
}

fn shift(key: &str, value: &mut Value) {
    match value {
        // A year alone: of something that happened, of a birth.
        Value::String(year) if key == "occurred" && year.len() == 4 => {
            *year = format!("{:04}", year.parse::<i32>().expect("a year") + YEARS);
        }
        Value::String(text) => *text = put_off(text),
        Value::Number(year) if key == "year" => {
            *value = Value::from(year.as_i64().expect("a year") + i64::from(YEARS));
        }
        Value::Array(items) => items.iter_mut().for_each(|it| shift(key, it)),
        Value::Object(fields) => fields.iter_mut().for_each(|(key, it)| shift(key, it)),
        _ => {}
    }
}

fn later(dossier: &Dossier) -> Dossier {
    let entries = Vec::<NewEntry>::from(dossier).into_iter().map(|entry| -> NewEntry {
        let mut value = serde_json::to_value(&entry).expect("JSON");
        shift("", &mut value);
        serde_json::from_value(value).expect("the same on other days")
    });
    Dossier::replay(dossier.id(), entries).expect("other days are as coherent")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p11_other_days_change_nothing_else(
        // An erased text reads back only with its hashes, and those are of the old days.
        history in Histories::new().without_redactions().with_length(10..90).strategy(),
        after in 0_u64..900,
    ) {
        let pack = one_state();
        let other = later(&history);
        for at in [history.last_day(), history.last_day() + Days::new(after)] {
            prop_assume!(at.year() + YEARS < 2099);
            let before = assess(&history, pack, at);
            let mut on_other_days = assess(&other, pack, at + Days::new(SHIFT));
            on_other_days.receipt.head = before.receipt.head.clone();
            let of_old_days = without_years(&put_off(&before.to_json()));
            prop_assert_eq!(of_old_days, without_years(&on_other_days.to_json()));
        }
    }
}

#[test]
fn a_day_is_put_off_wherever_it_stands() {
    assert_eq!(put_off("tot 2025-03-01."), "tot 2053-03-01.");
    assert_eq!(put_off("2024-02-29/2024-03-01T10:00:00Z"), "2052-02-29/2052-03-01T10:00:00Z");
    assert_eq!(without_years("in 2020, 2020-03-01, 1:255, 12020"), "in year, 2020-03-01, 1:255, 12020");
    assert_eq!(put_off("1900-01-01 é 12025-03-01"), "1900-01-01 é 12025-03-01");
    assert_eq!(day("2024-02-29").weekday(), day("2052-02-29").weekday());
}
