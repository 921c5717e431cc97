//! What was erased before the term of retention was over. Erasing is observed, lawful or not; it cannot be undone.

use chrono::NaiveDate;

use crate::code::Code;
use crate::dossier::{ErasureGround, Event};
use crate::finding::{Finding, Says};
use crate::retention::{Until, retention};
use crate::sentence::Sentence;

use super::case::Case;

/// Texts that were erased because the term of retention had passed, while it had not, or nobody can say that it had.
pub(super) fn too_early(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Erasing changes no term: what was due before the first of a row of erasures is due at each of them.
    let mut row: Option<u64> = None;
    let mut reckoned: Option<(u64, NaiveDate, Until)> = None;
    for entry in case.dossier.entries() {
        let Event::Redacted(it) = &entry.event else {
            row = None;
            continue;
        };
        let first = *row.get_or_insert(entry.seq);
        let counts = it.ground == ErasureGround::RetentionPassed
            && case.has_occurred(&entry.occurred)
            && !case.dossier.is_corrected(entry.seq);
        if !counts {
            continue;
        }
        let on = entry.occurred.last_day();
        let until = match reckoned.take() {
            Some((row, day, until)) if (row, day) == (first, on) => until,
            _ => retention(&case.dossier.before(first), case.pack, on).whole,
        };
        let due = match &until {
            Until::Day(day) if *day <= on => None,
            Until::Day(day) => Some(Sentence::same(day)),
            Until::Always => Some(Sentence::new("altijd", "always")),
            Until::Unknown { not_before: Some(day), .. } => {
                Some(Sentence::new(format!("minstens {day}"), format!("at least {day}")))
            }
            Until::Unknown { .. } => Some(Sentence::new("onbekend", "unknown")),
        };
        findings.extend(due.map(|due| too_early_by(entry.seq, it.entry, due)));
        reckoned = Some((first, on, until));
    }
    findings
}

fn too_early_by(entry: u64, of: u64, until: Sentence) -> Finding {
    let fills = [("entry", Sentence::same(of)), ("until", until)];
    Finding::new(Code::RetentionNotOver, Says::Nothing, &fills)
        .by_rule("law 4.9")
        .because([entry])
        .without_remedy(Sentence::new(
            "Wat gewist is, komt niet terug.",
            "What was erased does not come back.",
        ))
}
