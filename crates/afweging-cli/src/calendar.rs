//! Duties as a calendar (iCalendar, RFC 5545), for the programs in which people keep their days.
//!
//! Each duty with a day is an event of that day: programs show events everywhere, and to-dos hardly anywhere. The text has
//! the pseudonyms of the dossier and nothing else of people. The same duty has the same `UID` whenever it is written, so that
//! a calendar that is read again replaces what it had.

use afweging::{Assessment, Dossier, Duty};
use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};

use crate::report;
use crate::words::{Words, capital};

/// No line is longer than this, in bytes, its end left out.
const LONGEST_LINE: usize = 75;

/// The calendar of an assessment.
pub(crate) fn of(assessment: &Assessment, dossier: &Dossier, words: Words) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//afweging//duties//NL");
    line(&mut out, "CALSCALE:GREGORIAN");
    if assessment.receipt.hypothetical {
        let name = words.say("TERMIJNEN NAAR RECHT DAT NIET GELDT", "TERMS BY LAW THAT IS NOT IN FORCE");
        line(&mut out, &format!("X-WR-CALNAME:{name}"));
    }
    // Nothing here reads the clock: what was last recorded is how new this is.
    let stamp = dossier.entries().last().map(|entry| entry.recorded).unwrap_or_default();
    for duty in report::dated(assessment) {
        event(&mut out, duty, assessment, stamp, words);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn event(out: &mut String, duty: &Duty, of: &Assessment, stamp: DateTime<Utc>, words: Words) {
    let Some(due) = duty.due else { return };
    let until = duty.reckoning.as_ref().and_then(|reckoning| reckoning.reckoned.until);
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}@afweging", uid(duty, &of.receipt.dossier)));
    line(out, &format!("DTSTAMP:{}", moment(stamp)));
    match until {
        Some(until) => line(out, &format!("DTSTART:{}", moment(until))),
        None => line(out, &format!("DTSTART;VALUE=DATE:{}", due.format("%Y%m%d"))),
    }
    line(out, &format!("SUMMARY:{}", escaped(&capital(&words.of(&duty.sentence)))));
    let basis: Vec<String> = duty.basis.iter().map(|basis| words.basis(basis)).collect();
    let mut said = basis.join("; ");
    if let Some(reckoning) = &duty.reckoning {
        said = format!("{said}\n{}", words.reckoned(reckoning));
        if let Some(rest) = words.rest_days(reckoning) {
            said = format!("{said}\n{}: {rest}", words.say("Verlengd", "Prolonged"));
        }
    }
    if of.receipt.hypothetical {
        let law = words.say("Dit is recht dat niet geldt.", "This is law that is not in force.");
        said = format!("{law}\n{said}");
    }
    line(out, &format!("DESCRIPTION:{}", escaped(&said)));
    line(out, "TRANSP:TRANSPARENT");
    line(out, "END:VEVENT");
}

/// What tells a duty from all others, whatever day it comes out at: the term, or the kind, and the entries it rests on.
fn uid(duty: &Duty, dossier: &str) -> String {
    let term = duty.reckoning.as_ref().map_or(duty.code.as_str(), |reckoning| reckoning.term.as_str());
    let name = format!("{dossier}\n{term}\n{:?}\n{:?}", duty.because, duty.owner);
    let hash = Sha256::digest(name.as_bytes());
    hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn moment(moment: DateTime<Utc>) -> String {
    moment.format("%Y%m%dT%H%M%SZ").to_string()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(char);
            }
            '\n' => out.push_str("\\n"),
            '\r' => {}
            char => out.push(char),
        }
    }
    out
}

/// One line, folded where it is too long: what goes on begins with a space.
fn line(out: &mut String, text: &str) {
    let mut length = 0_usize;
    for char in text.chars() {
        if length.saturating_add(char.len_utf8()) > LONGEST_LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(char);
        length = length.saturating_add(char.len_utf8());
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters_and_unfold_to_what_they_were() {
        for text in ["kort", &"é".repeat(200), &"a".repeat(75), &"a".repeat(76)] {
            let mut out = String::new();
            line(&mut out, text);
            assert!(out.ends_with("\r\n"));
            assert!(out.trim_end().split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{out:?}");
            assert_eq!(out.trim_end_matches("\r\n").replace("\r\n ", ""), text);
        }
    }

    #[test]
    fn signs_with_a_meaning_are_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne\r"), "a\\,b\\;c\\\\d\\ne");
    }
}
