//! What was erased before the term of retention was over. Erasing is observed, lawful or not; it cannot be undone.

use crate::code::Code;
use crate::dossier::{ErasureGround, Event};
use crate::finding::{Finding, Says};
use crate::retention::{Until, retention};
use crate::sentence::Sentence;

use super::case::Case;

/// Texts that were erased because the term of retention had passed, while it had not, or nobody can say that it had.
pub(super) fn too_early(case: &Case<'_>) -> Vec<Finding> {
    let erased = case.dossier.entries().iter().filter_map(|entry| match &entry.event {
        Event::Redacted(it) if it.ground == ErasureGround::RetentionPassed => Some((entry, it.entry)),
        _ => None,
    });
    let counts = erased
        .filter(|(entry, _)| case.has_occurred(&entry.occurred) && !case.dossier.is_corrected(entry.seq));
    counts
        .filter_map(|(entry, of)| {
            let on = entry.occurred.last_day();
            let until = retention(&case.dossier.before(entry.seq), case.pack, on).whole;
            let until = match &until {
                Until::Day(day) if *day <= on => return None,
                Until::Day(day) => Sentence::same(day),
                Until::Always => Sentence::new("altijd", "always"),
                Until::Unknown { not_before: Some(day), .. } => {
                    Sentence::new(format!("minstens {day}"), format!("at least {day}"))
                }
                Until::Unknown { .. } => Sentence::new("onbekend", "unknown"),
            };
            let fills = [("entry", Sentence::same(of)), ("until", until)];
            Some(
                Finding::new(Code::RetentionNotOver, Says::Nothing, &fills)
                    .by_rule("law 4.9")
                    .because([entry.seq])
                    .without_remedy(Sentence::new(
                        "Wat gewist is, komt niet terug.",
                        "What was erased does not come back.",
                    )),
            )
        })
        .collect()
}
