//! The letter's first part: what it is about, what became of it, what stops by it, and from when until when.

use chrono::NaiveDate;

use super::{Letter, section};
use crate::id::{MeasureId, PersonId};
use crate::record::page::PageSection;
use crate::record::plain;
use crate::record::reader::AgeBand;
use crate::record::telling::Telling;
use crate::record::word::{DecisionWord, Part, Since};
use crate::record::wording::voice::{Spans, strong, text};
use crate::time::When;

impl Letter<'_> {
    /// What it is about, before what became of it: "this goes ahead" says nothing to who does not know what.
    pub(super) fn decided(&self) -> PageSection {
        let mut said: Vec<Spans> = Vec::new();
        let about = &self.read.record.about;
        if about != self.child {
            said.push(self.who(
                ("Dit gaat over {who}. Het gaat ook jou aan.", "This is about {who}. It matters to you too."),
                about,
            ));
        }
        said.push(self.what_it_is());
        if self.band >= AgeBand::From12 {
            said.push(vec![text(format!(
                "{} {}.",
                self.say("Grote mensen noemen dit:", "Grown-ups call this:"),
                self.voice.measure()
            ))]);
        }
        let lines = self.lines(Part::Decision);
        let has_begun = self.read.record.decision().is_none()
            && lines.iter().any(|it| matches!(it.tells, Telling::Became { what: Since::InForce, .. }));
        for line in lines {
            match &line.tells {
                Telling::Decided { word, by, on } => said.push(self.one_decision(*word, by, on)),
                Telling::NotDecided { proposed_by, .. } => said.push(self.proposed(proposed_by, has_begun)),
                Telling::Ends { measure, .. } => said.extend(self.stops(measure)),
                Telling::Period { from, until, .. } if self.band > AgeBand::Under8 => {
                    said.extend(self.period(*from, *until));
                }
                _ => {}
            }
        }
        let title = if self.read.record.decision().is_none() {
            self.say("Wat er is voorgesteld", "What is proposed")
        } else {
            self.say("Wat er is besloten", "What is decided")
        };
        section("besluit", title, said)
    }

    /// What it is, before what became of it. What was refused is told as what was asked: "somebody may not come into the
    /// house" and "this does not go ahead" are hard to put together.
    fn what_it_is(&self) -> Spans {
        let record = &self.read.record;
        let lead = match (record.decision(), self.voice.goes_ahead()) {
            (Some(DecisionWord::Refused), _) => self.say("Dit was gevraagd:", "This was asked:"),
            _ => self.say("Waar het om gaat:", "What it is about:"),
        };
        match plain::for_child(&record.measure, self.voice.language) {
            Some(explained) => {
                let mut spans = vec![text(format!("{lead} "))];
                // Where the measure is about a grown-up, the letter says about whom.
                let (whom, explained) = match explained.strip_prefix(self.say("Iemand ", "Somebody ")) {
                    Some(rest)
                        if record.about != *self.child && plain::is_about_an_adult(&record.measure) =>
                    {
                        (Some(&record.about), format!(" {rest}"))
                    }
                    _ => (None, explained.to_owned()),
                };
                if let Some(whom) = whom {
                    let mut who = vec![self.voice.person(whom)];
                    self.voice.begin(&mut who);
                    spans.extend(who);
                }
                spans.push(text(explained));
                spans
            }
            None => vec![text(self.say(
                "Vraag iemand om je te vertellen waar het om gaat.",
                "Ask somebody to tell you what it is about.",
            ))],
        }
    }

    /// Nothing is decided. A child is not told which of its own people asked for something.
    fn proposed(&self, by: &PersonId, has_begun: bool) -> Spans {
        let template = match (self.is_private(by), has_begun) {
            (true, false) => (
                "Iemand heeft dit voorgesteld. Er is nog niets besloten.",
                "Somebody proposed this. Nothing is decided yet.",
            ),
            (false, false) => (
                "{who} heeft dit voorgesteld. Er is nog niets besloten.",
                "{who} proposed this. Nothing is decided yet.",
            ),
            // What people agree on takes no decision of anybody.
            (true, true) => (
                "Iemand heeft dit voorgesteld. Het is begonnen. Een besluit is niet opgeschreven.",
                "Somebody proposed this. It has begun. No decision is on record.",
            ),
            (false, true) => (
                "{who} heeft dit voorgesteld. Het is begonnen. Een besluit is niet opgeschreven.",
                "{who} proposed this. It has begun. No decision is on record.",
            ),
        };
        self.who(template, by)
    }

    /// What stops by it, where it ends something.
    fn stops(&self, measure: &MeasureId) -> Option<Spans> {
        let stops = plain::stops_for_child(measure, self.voice.language)?;
        let lead = if self.voice.goes_ahead() {
            self.say("Dit stopt:", "This stops:")
        } else {
            self.say("Dit zou stoppen:", "This would stop:")
        };
        Some(vec![text(format!("{lead} {stops}"))])
    }

    fn one_decision(&self, word: DecisionWord, by: &PersonId, on: &When) -> Spans {
        // A second look at what was decided in haste is no new decision to a child.
        let again = matches!(word, DecisionWord::Confirmed | DecisionWord::NotMaintained);
        let lead = match (again, self.band > AgeBand::Under8) {
            (false, false) => ("{who} besloot hierover.", "{who} decided on this."),
            (false, true) => ("{who} besloot hierover {on}.", "{who} decided on this {on}."),
            (true, false) => ("{who} keek er later nog eens naar.", "{who} looked at it again later."),
            (true, true) => ("{who} keek er {on} nog eens naar.", "{who} looked at it again {on}."),
        };
        let mut spans = self.voice.fill(
            self.say(lead.0, lead.1),
            &[("who", vec![self.voice.person(by)]), ("on", vec![text(self.voice.when(on))])],
        );
        spans.push(text(" "));
        spans.push(strong(match word {
            DecisionWord::Granted | DecisionWord::UrgentlyGranted => {
                self.say("Dit gaat door.", "This goes ahead.")
            }
            DecisionWord::PartlyGranted => self.say("Een deel gaat door.", "A part of it goes ahead."),
            DecisionWord::Refused => self.say(
                "Het antwoord was nee. Dit gaat niet door.",
                "The answer was no. This does not go ahead.",
            ),
            DecisionWord::Confirmed => self.say("Het blijft zo.", "It stays so."),
            DecisionWord::NotMaintained => self.say("Het stopt weer.", "It stops again."),
        }));
        if word == DecisionWord::UrgentlyGranted {
            spans.push(text(
                self.say(" Dat ging snel, want er was haast.", " That went fast, as there was haste."),
            ));
        }
        spans
    }

    /// From when until when, as far as it goes ahead. What is not decided has no day yet.
    fn period(&self, from: Option<NaiveDate>, until: Option<NaiveDate>) -> Option<Spans> {
        let undecided = self.read.record.decision().is_none() && !self.voice.goes_ahead();
        if undecided {
            return self.proposed_period(from, until);
        }
        if !self.voice.goes_ahead() {
            return None;
        }
        let begins = if from.is_some_and(|from| from <= self.read.record.receipt.at) {
            self.say("Het begon op", "It began on")
        } else {
            self.say("Het begint op", "It begins on")
        };
        let begins = from.map(|from| format!("{begins} {}.", self.voice.date(from)));
        let ends = self.say("Het stopt uiterlijk op", "It ends by");
        let ends = until.map(|until| format!("{ends} {}.", self.voice.date(until)));
        let said: Vec<String> = begins.into_iter().chain(ends).collect();
        (!said.is_empty()).then(|| vec![text(said.join(" "))])
    }

    /// The days of a proposal, which may be past: a proposal promises nothing.
    fn proposed_period(&self, from: Option<NaiveDate>, until: Option<NaiveDate>) -> Option<Spans> {
        let begins = self.say("In het voorstel begint het op", "In the proposal it begins on");
        let begins = from.map(|from| format!("{begins} {}.", self.voice.date(from)));
        let ends = match from {
            Some(_) => self.say("Het stopt dan uiterlijk op", "It would end by"),
            None => self.say("In het voorstel stopt het uiterlijk op", "In the proposal it ends by"),
        };
        let ends = until.map(|until| format!("{ends} {}.", self.voice.date(until)));
        let said: Vec<String> = begins.into_iter().chain(ends).collect();
        (!said.is_empty()).then(|| vec![text(said.join(" "))])
    }
}
