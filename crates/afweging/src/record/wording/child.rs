//! The letter to a child: "jij", short sentences, no articles of law, what the child said and what was done with it.
//!
//! Nobody else's words are in it: what others said, however true, is no part of a letter to a child.

use chrono::NaiveDate;

use super::voice::{Spans, Voice, strong, text};
use crate::actor::Actor;
use crate::id::{MeasureId, PersonId};
use crate::perspective::NotHeardGround;
use crate::record::filter::Read;
use crate::record::page::{PageBlock, PageItem, PageSection, PageSpan};
use crate::record::plain;
use crate::record::reader::AgeBand;
use crate::record::sureness::Sureness;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{DecisionWord, DissentWord, Hearing, Part, RemedyWord, Since, Topic};
use crate::time::When;

pub(super) fn letter(
    voice: &Voice<'_>,
    read: &Read,
    child: &PersonId,
    band: AgeBand,
) -> (String, Vec<PageSection>) {
    let letter = Letter { voice, read, child, band };
    let mut sections = vec![letter.decided(), letter.what_you_said()];
    if band > AgeBand::Under8 {
        sections.extend([letter.others(), letter.goes_well()].into_iter().flatten());
    }
    if band >= AgeBand::From12 {
        sections.extend(letter.not_agreed());
    }
    sections.extend([letter.again(), letter.what_you_can_do(), letter.watch(), letter.left_out()]);
    let title = voice.say("Een brief voor jou", "A letter for you").to_owned();
    let who_is_who = voice.who_is_who(&sections);
    let words = voice.hard_words(&title, &sections);
    sections.extend([who_is_who, words].into_iter().flatten());
    sections.push(letter.origin());
    (title, sections)
}

struct Letter<'a> {
    voice: &'a Voice<'a>,
    read: &'a Read,
    child: &'a PersonId,
    band: AgeBand,
}

fn section(id: &str, title: &str, paragraphs: Vec<Spans>) -> PageSection {
    PageSection {
        id: id.to_owned(),
        title: title.to_owned(),
        blocks: paragraphs.into_iter().map(PageBlock::Paragraph).collect(),
    }
}

impl Letter<'_> {
    fn lines(&self, part: Part) -> &[RecordLine] {
        self.read.record.part(part).map_or(&[], |part| &part.lines)
    }

    fn say<'t>(&self, nl: &'t str, en: &'t str) -> &'t str {
        self.voice.say(nl, en)
    }

    fn who(&self, template: (&'static str, &'static str), person: &PersonId) -> Spans {
        self.voice.fill(self.say(template.0, template.1), &[("who", vec![self.voice.person(person)])])
    }

    /// What it is about, before what became of it: "this goes ahead" says nothing to who does not know what.
    fn decided(&self) -> PageSection {
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

    fn is_private(&self, person: &PersonId) -> bool {
        self.read.record.people.get(person).is_none_or(|it| !it.role.is_professional())
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

    /// What the child said and what was done with it: its own line of part 3.
    fn own(&self) -> Option<(&RecordLine, Hearing)> {
        self.lines(Part::Accounts).iter().find_map(|line| match &line.tells {
            Telling::Perspective { person, stands } if person == self.child => Some((line, *stands)),
            _ => None,
        })
    }

    fn what_you_said(&self) -> PageSection {
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

    fn others(&self) -> Option<PageSection> {
        let heard: Vec<PersonId> = self
            .lines(Part::Accounts)
            .iter()
            .filter_map(|line| match &line.tells {
                Telling::Perspective {
                    person,
                    stands: Hearing::Heard | Hearing::Confirmed | Hearing::Contested,
                } if person != self.child => Some(person.clone()),
                _ => None,
            })
            .collect();
        if heard.is_empty() {
            return None;
        }
        let items = heard
            .iter()
            .map(|person| PageItem {
                text: self.voice.fill("{who}", &[("who", vec![self.voice.person(person)])]),
                below: Vec::new(),
            })
            .collect();
        Some(PageSection {
            id: "anderen".to_owned(),
            title: self.say("Wie ook iets vertelde", "Who else told something").to_owned(),
            blocks: vec![
                PageBlock::List(items),
                PageBlock::Paragraph(vec![text(self.say(
                    "Wat zij zeiden, staat niet in deze brief.",
                    "What they said is not in this letter.",
                ))]),
            ],
        })
    }

    fn goes_well(&self) -> Option<PageSection> {
        let said: Vec<Spans> = self
            .lines(Part::Strengths)
            .iter()
            .filter_map(|line| match &line.tells {
                Telling::RestsOn { claim, sureness, .. } if claim.said.words().is_some() => Some(vec![
                    self.voice.quote(claim),
                    // "We do not know" behind what goes well would say that it may not be so.
                    text(match sureness {
                        Sureness::Unknown => self.say(" (of dit zo is, ", " (whether this is so, "),
                        _ => " (",
                    }),
                    strong(self.voice.of(&sureness.label())),
                    text(if *sureness == Sureness::Plausible {
                        self.say(" dat vinden mensen)", " people find so)")
                    } else {
                        ")"
                    }),
                ]),
                _ => None,
            })
            .collect();
        if said.is_empty() {
            return None;
        }
        let mut paragraphs = vec![vec![text(
            self.say("Dit schreven mensen op over jou:", "This is what people wrote down about you:"),
        )]];
        paragraphs.extend(said);
        Some(section("goed", self.say("Wat goed gaat", "What goes well"), paragraphs))
    }

    fn not_agreed(&self) -> Option<PageSection> {
        let mut said: Vec<Spans> = Vec::new();
        let (mut others, mut at_first) = (false, false);
        for line in self.lines(Part::Dissent) {
            match &line.tells {
                // Who differed once and shares it now is no dissent of today.
                Telling::Dissents { by, stands: DissentWord::First | DissentWord::Shared, .. } => {
                    at_first |= by != self.child;
                    if by == self.child {
                        said.push(vec![text(
                            self.say("Jij dacht er eerst anders over.", "You thought otherwise at first."),
                        )]);
                    }
                }
                Telling::Dissents { by, .. }
                | Telling::Objects { person: by, .. }
                | Telling::NoConsent { person: by, .. } => {
                    if by != self.child {
                        others = true;
                        continue;
                    }
                    let words = line.below.iter().filter_map(RecordLine::quote);
                    said.push(vec![text(self.say("Jij was het er niet mee eens.", "You did not agree."))]);
                    said.extend(words.map(|quote| {
                        vec![
                            text(self.say("Dit zei je: ", "This is what you said: ")),
                            self.voice.quote(quote),
                        ]
                    }));
                }
                _ => {}
            }
        }
        if others {
            said.push(vec![text(self.say(
                "Niet iedereen vond hetzelfde. Dat staat in het dossier.",
                "Not everybody agreed. That stands in the file.",
            ))]);
        } else if at_first {
            said.push(vec![text(self.say(
                "Eerst vond niet iedereen hetzelfde. Dat staat in het dossier.",
                "At first not everybody agreed. That stands in the file.",
            ))]);
        }
        said.dedup();
        (!said.is_empty())
            .then(|| section("oneens", self.say("Wie het er niet mee eens is", "Who does not agree"), said))
    }

    fn again(&self) -> PageSection {
        let day = self.lines(Part::Expectation).iter().find_map(|line| match &line.tells {
            Telling::Review { on } => Some(*on),
            _ => None,
        });
        let at = self.read.record.receipt.at;
        let said = match day {
            // A day that was proposed with something that does not go ahead is no promise.
            Some(_) if self.read.record.decision().is_some() && !self.voice.goes_ahead() => self
                .say(
                    "Dit ging niet door. Vraag wanneer iemand weer kijkt hoe het gaat.",
                    "This did not go ahead. Ask when somebody looks again how things are.",
                )
                .to_owned(),
            Some(day) if !self.voice.goes_ahead() => self.again_as_proposed(day),
            Some(day) if day < at => self
                .say(
                    "Er is niet opgeschreven dat we al keken. Vraag ernaar.",
                    "It is not on record that we looked yet. Ask for it.",
                )
                .to_owned(),
            Some(day) if self.band > AgeBand::Under8 => format!(
                "{} {}.",
                self.say("We kijken weer hoe het gaat op", "We look again how things are on"),
                self.voice.date(day)
            ),
            Some(_) => self
                .say("Later kijken we weer hoe het gaat.", "Later we look again how things are.")
                .to_owned(),
            None => self
                .say(
                    "Wanneer we weer kijken, is niet opgeschreven. Vraag ernaar.",
                    "When we look again is not on record. Ask for it.",
                )
                .to_owned(),
        };
        section("later", self.say("Wanneer we weer kijken", "When we look again"), vec![vec![text(said)]])
    }

    /// The day of a proposal on which nothing is decided.
    fn again_as_proposed(&self, day: NaiveDate) -> String {
        if self.band == AgeBand::Under8 {
            return self
                .say(
                    "Gaat het door? Dan kijken we later weer hoe het gaat.",
                    "Does it go ahead? Then we look again later how things are.",
                )
                .to_owned();
        }
        let (lead, end) = if day < self.read.record.receipt.at {
            (
                self.say("In het voorstel stond", "The proposal said"),
                self.say(". Die dag is voorbij. Vraag ernaar.", ". That day has passed. Ask for it."),
            )
        } else {
            (self.say("Gaat het door? Dan kijken we weer op", "Does it go ahead? Then we look again on"), ".")
        };
        format!("{lead} {}{end}", self.voice.date(day))
    }

    fn what_you_can_do(&self) -> PageSection {
        let mut said = vec![vec![text(self.say(
            "Klopt er iets niet? Of snap je iets niet? Zeg het.",
            "Is something wrong? Or is something not clear? Say so.",
        ))]];
        said.push(vec![text(self.say(
            "Een vertrouwenspersoon kan je helpen. Dat kost niets.",
            "A confidential counsellor can help you. It costs nothing.",
        ))]);
        if self.band >= AgeBand::From12 {
            said.push(vec![text(self.say(
                "Je mag zelf iets opschrijven. Dat komt in het dossier.",
                "You may write something yourself. It is put in the file.",
            ))]);
            said.push(vec![text(
                self.say("Je mag een advocaat om raad vragen.", "You may ask a lawyer for advice."),
            )]);
        }
        let own = match self.band {
            AgeBand::Under8 | AgeBand::From8 => Actor::MinorUnder12,
            AgeBand::From12 => Actor::Minor12To15,
            AgeBand::From16 => Actor::Minor16To17,
        };
        for line in self.lines(Part::Remedies) {
            let Telling::Remedy { what, who, who_under_conditions, until, .. } = &line.tells else {
                continue;
            };
            if self.read.record.about != *self.child {
                continue;
            }
            let (may, perhaps) = (who.contains(&own), who_under_conditions.contains(&own));
            if !may && !perhaps {
                continue;
            }
            let (nl, en) = match what {
                RemedyWord::Appeal | RemedyWord::CourtReview | RemedyWord::Object => (
                    "Ben je het niet eens met het besluit? Dan mag je zelf naar een rechter.",
                    "Do you not agree with the decision? Then you may go to a judge yourself.",
                ),
                RemedyWord::Dispute => (
                    "Vind je dat er niet goed wordt meegekeken? Dan mag je zelf naar de kinderrechter.",
                    "Is the looking along not done well? Then you may go to the children's judge yourself.",
                ),
                RemedyWord::SpeakToCourt if may => (
                    "Je mag met de rechter praten voordat die besluit. De rechter moet je dat vragen.",
                    "You may speak with the judge before the decision. The judge has to ask you.",
                ),
                // Younger than twelve a court may hear a child, and need not.
                RemedyWord::SpeakToCourt => (
                    "Wil je met de rechter praten voordat die besluit? Vraag of dat kan.",
                    "Do you want to speak with the judge before the decision? Ask whether you can.",
                ),
                RemedyWord::Annulment => (
                    "Je mag de kinderrechter vragen of dit kan stoppen.",
                    "You may ask the children's judge whether this can stop.",
                ),
                _ => continue,
            };
            // Objecting to a public body is no judge's business.
            let (nl, en) = if *what == RemedyWord::Object {
                (
                    "Ben je het niet eens met het besluit? Dan mag je zelf bezwaar maken.",
                    "Do you not agree with the decision? Then you may object yourself.",
                )
            } else {
                (nl, en)
            };
            let mut it = self.say(nl, en).to_owned();
            if perhaps && !may && *what != RemedyWord::SpeakToCourt {
                it.push_str(self.say(
                    " Dat mag niet altijd. Vraag een advocaat om hulp.",
                    " That is not always so. Ask a lawyer for help.",
                ));
            }
            if let Some(until) = until {
                let lead = if *until < self.read.record.receipt.at {
                    self.say("Dat kon tot en met", "That could be done up to and including")
                } else {
                    self.say("Dat kan tot en met", "That can be done up to and including")
                };
                it.push_str(&format!(" {lead} {}.", self.voice.date(*until)));
            }
            said.push(vec![text(it)]);
        }
        section("doen", self.say("Wat jij kunt doen", "What you can do"), said)
    }

    fn watch(&self) -> PageSection {
        let mut said: Vec<Spans> = Vec::new();
        for line in self.lines(Part::Watch) {
            if let Telling::Watches { person } = &line.tells {
                said.push(self.who(
                    ("{who} let nu op hoe het gaat.", "{who} keeps an eye on how things are now."),
                    person,
                ));
            }
        }
        if said.is_empty() {
            said.push(vec![text(self.say(
                "Wie er nu oplet, is niet opgeschreven. Vraag ernaar.",
                "Who keeps watch now is not on record. Ask for it.",
            ))]);
        }
        said.dedup();
        said.extend(self.voice.whom_a_child_can_call());
        section(
            "opletten",
            self.say("Wie er nu oplet, en wie je kunt bellen", "Who keeps watch now, and whom you can call"),
            said,
        )
    }

    fn left_out(&self) -> PageSection {
        let said = self.say(
            "In deze brief staat niet alles. De woorden van anderen staan er niet in.",
            "Not everything is in this letter. The words of others are not in it.",
        );
        section(
            "weggelaten",
            self.say("Wat niet in deze brief staat", "What is not in this letter"),
            vec![vec![text(said)]],
        )
    }

    /// Out of what it was made: one line, as the hashes stand on the pages for adults and in the JSON.
    fn origin(&self) -> PageSection {
        let receipt = &self.read.record.receipt;
        let said = vec![
            text(format!("{} ", self.say("Deze brief komt uit dossier", "This letter comes out of dossier"))),
            PageSpan::Code(receipt.dossier.clone()),
            text(format!(", {} ", self.say("stap", "step"))),
            PageSpan::Code(self.read.record.step.to_string()),
            text(format!(
                ". {} {}.",
                self.say("Zo stond het op", "So it stood on"),
                self.voice.date(receipt.at)
            )),
        ];
        section("herkomst", self.say("Voor grote mensen", "For grown-ups"), vec![said])
    }
}
