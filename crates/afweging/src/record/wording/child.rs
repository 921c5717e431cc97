//! The letter to a child: "jij", short sentences, no articles of law, what the child said and what was done with it.
//!
//! Nobody else's words are in it: what others said, however true, is no part of a letter to a child.

mod decided;
mod told;

use chrono::NaiveDate;

use super::voice::{Spans, Voice, strong, text};
use crate::actor::Actor;
use crate::id::PersonId;
use crate::record::filter::Read;
use crate::record::page::{PageBlock, PageItem, PageSection, PageSpan};
use crate::record::reader::AgeBand;
use crate::record::sureness::Sureness;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{DissentWord, Hearing, Part, RemedyWord};

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

    fn is_private(&self, person: &PersonId) -> bool {
        self.read.record.people.get(person).is_none_or(|it| !it.role.is_professional())
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
