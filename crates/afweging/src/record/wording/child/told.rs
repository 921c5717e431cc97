//! The letter's second part: what the child said and what was done with it, or why it was not heard.

use super::{Letter, section};
use crate::perspective::NotHeardGround;
use crate::record::page::PageSection;
use crate::record::reader::AgeBand;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{Hearing, Part, Topic};
use crate::record::wording::voice::{Spans, text};

impl Letter<'_> {
    /// What the child said and what was done with it: its own line of part 3.
    fn own(&self) -> Option<(&RecordLine, Hearing)> {
        self.lines(Part::Accounts).iter().find_map(|line| match &line.tells {
            Telling::Perspective { person, stands } if person == self.child => Some((line, *stands)),
            _ => None,
        })
    }

    pub(super) fn what_you_said(&self) -> PageSection {
        let title = self.say("Wat jij vertelde", "What you told us");
        let mut said: Vec<Spans> = Vec::new();
        let mut done: Vec<Spans> = Vec::new();
        let Some((own, stands)) = self.own() else {
            said.push(vec![text(self.say(
                "In het dossier staat niets van jou. Je mag alsnog iets vertellen.",
                "Nothing of yours is on record. You may still tell something.",
            ))]);
            return section("jij", title, said);
        };
        for line in own.all() {
            match &line.tells {
                Telling::Told { on, hearer, seen, .. } if self.band > AgeBand::Under8 => {
                    let (did, with) = if *seen {
                        (self.say("Je bent gezien", "You were seen"), self.say(" door ", " by "))
                    } else {
                        (self.say("Je praatte", "You talked"), self.say(" met ", " with "))
                    };
                    let mut spans = vec![text(format!("{did} {}", self.voice.when(on)))];
                    if let Some(hearer) = hearer {
                        spans.push(text(with));
                        spans.push(self.voice.person(hearer));
                    }
                    spans.push(text("."));
                    said.push(spans);
                }
                Telling::Said { topic: Topic::Account, quote, .. } => {
                    said.push(vec![
                        text(self.say("Dit zei je: ", "This is what you said: ")),
                        self.voice.quote(quote),
                    ]);
                }
                Telling::Said { topic: Topic::AccountSeen, quote, .. } => {
                    said.push(vec![
                        text(self.say("Dit zagen we bij jou: ", "This is what we saw with you: ")),
                        self.voice.quote(quote),
                    ]);
                }
                Telling::Said { topic: Topic::AccountThrough, quote, .. } => {
                    said.push(vec![
                        text(self.say("Dit zei iemand namens jou: ", "Somebody said for you: ")),
                        self.voice.quote(quote),
                    ]);
                }
                Telling::Said { topic: Topic::Correction, quote, .. } => {
                    said.push(vec![
                        text(self.say(
                            "Je vond dat verkeerd opgeschreven. Je zei: ",
                            "You found that written down wrongly. You said: ",
                        )),
                        self.voice.quote(quote),
                    ]);
                }
                Telling::Said { topic: Topic::Changed, quote, .. } => {
                    done.push(vec![
                        text(self.say("Dit deden we daarmee: ", "This is what we did with it: ")),
                        self.voice.quote(quote),
                    ]);
                }
                Telling::Said { topic: Topic::ChangedNothing, quote, .. } => {
                    done.push(vec![
                        text(
                            self.say(
                                "Er veranderde niets door. De reden: ",
                                "It changed nothing. The reason: ",
                            ),
                        ),
                        self.voice.quote(quote),
                    ]);
                }
                _ => {}
            }
        }
        let heard = matches!(stands, Hearing::Heard | Hearing::Confirmed | Hearing::Contested);
        if said.is_empty() {
            said.push(vec![text(match stands {
                Hearing::Declined => self.say(
                    "Je wilde liever niets vertellen. Dat mag. Later mag het ook nog.",
                    "You preferred to tell nothing. That is fine. You still may later.",
                ),
                _ if heard => self.say(
                    "We hebben naar je gekeken of geluisterd. Jouw woorden staan er niet bij.",
                    "We saw you or listened to you. Your words are not on record.",
                ),
                Hearing::NotHeard => return self.not_heard(title, own),
                _ => self.say(
                    "We hebben nog niet met jou gepraat. Je mag nog iets vertellen.",
                    "We have not talked with you yet. You may still tell something.",
                ),
            })]);
        }
        if done.is_empty() && heard {
            done.push(vec![text(self.say(
                "Wat we daarmee deden, is niet opgeschreven. Vraag ernaar.",
                "What we did with it is not on record. Ask for it.",
            ))]);
        }
        said.extend(done);
        section("jij", title, said)
    }

    /// Why the child was not heard: the ground that was noted, in its own words; the reason may be about others.
    fn not_heard(&self, title: &str, own: &RecordLine) -> PageSection {
        let ground = own.below.iter().rev().find_map(|line| match &line.tells {
            Telling::NoTalk { ground, .. } => Some(*ground),
            _ => None,
        });
        let why = match ground {
            Some(NotHeardGround::TooYoung) => self
                .say("Je was nog te jong om met ons te praten.", "You were still too young to talk with us.")
                .to_owned(),
            Some(NotHeardGround::Unsafe) => self
                .say(
                    "We hebben niet met jou gepraat. Dat kon toen gevaar geven.",
                    "We have not talked with you. That could have given danger then.",
                )
                .to_owned(),
            Some(NotHeardGround::Unreachable { .. }) => self
                .say(
                    "We wilden met je praten. Het lukte niet om je te bereiken.",
                    "We wanted to talk with you. We could not reach you.",
                )
                .to_owned(),
            Some(NotHeardGround::Urgent { look_back }) => {
                let haste = self.say(
                    "We hebben nog niet met jou gepraat, want er was haast.",
                    "We have not talked with you yet, as there was haste.",
                );
                let by = if look_back < self.read.record.receipt.at {
                    self.say("Dat moest alsnog, uiterlijk op", "That had to follow by")
                } else {
                    self.say("Dat moet alsnog, uiterlijk op", "That has to follow by")
                };
                if self.band > AgeBand::Under8 {
                    format!("{haste} {by} {}.", self.voice.date(look_back))
                } else {
                    haste.to_owned()
                }
            }
            Some(NotHeardGround::Other) | None => self
                .say(
                    "We hebben niet met jou gepraat. De reden staat in het dossier. Vraag ernaar.",
                    "We have not talked with you. The reason is in the file. Ask for it.",
                )
                .to_owned(),
        };
        let still = self.say("Je mag nog iets vertellen.", "You may still tell something.");
        section("jij", title, vec![vec![text(format!("{why} {still}"))]])
    }
}
