//! Parts 10 and 14 in words for adults: when people look, what they saw, who keeps watch.

use super::voice::{Spans, Voice, text};
use crate::record::telling::{RecordLine, Telling};
use crate::step::ReviewOutcome;

impl Voice<'_> {
    pub(super) fn of_what_follows(&self, line: &RecordLine) -> Spans {
        let one = |person| vec![self.person(person)];
        let say = |nl: &'static str, en: &'static str| self.say(nl, en);
        match &line.tells {
            Telling::Review { on } => {
                let lead = if !self.goes_ahead() {
                    say(
                        "In het voorstel staat wanneer mensen kijken of het werkt:",
                        "The proposal says when people look whether it works:",
                    )
                } else if *on < self.record.receipt.at {
                    say(
                        "Er is niet opgeschreven dat mensen keken of het werkt. Dat zou zijn op",
                        "It is not on record that people looked whether it works. That was to be on",
                    )
                } else {
                    return vec![text(format!(
                        "{} {}{}.",
                        say("We kijken op", "People look on"),
                        self.date(*on),
                        say(" of het werkt", " whether it works")
                    ))];
                };
                vec![text(format!("{lead} {}.", self.date(*on)))]
            }
            Telling::Reviewed { on, by, outcome } => {
                let outcome = match outcome {
                    ReviewOutcome::Better => say("beter dan verwacht", "better than expected"),
                    ReviewOutcome::AsExpected => say("zoals verwacht", "as expected"),
                    ReviewOutcome::Worse => say("slechter dan verwacht", "worse than expected"),
                    ReviewOutcome::Unclear => say("niet duidelijk", "not clear"),
                };
                self.fill(
                    say("{by} keek {on} hoe het gaat: {outcome}.", "{by} looked {on}: {outcome}."),
                    &[("by", one(by)), ("on", vec![text(self.when(on))]), ("outcome", vec![text(outcome)])],
                )
            }
            Telling::Watches { person } => {
                self.fill(say("{who} let nu op.", "{who} keeps watch now."), &[("who", one(person))])
            }
            Telling::Closed { on } => vec![text(format!(
                "{} {}. {}",
                say("Het dossier is gesloten", "The file was closed"),
                self.when(on),
                say(
                    "Daarna let niemand meer op vanuit dit dossier.",
                    "After that nobody keeps watch from this file."
                )
            ))],
            _ => Vec::new(),
        }
    }
}
