//! Part 3 in words for adults: who was heard, when, and why somebody was not.

use super::voice::{Spans, Voice, strong, text};
use crate::id::PersonId;
use crate::perspective::{Forum, NotHeardGround};
use crate::record::quote::Quoted;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{Hearing, Topic};

impl Voice<'_> {
    pub(super) fn of_an_account(&self, line: &RecordLine) -> Spans {
        let one = |person| vec![self.person(person)];
        let say = |nl: &'static str, en: &'static str| self.say(nl, en);
        match &line.tells {
            Telling::Perspective { person, stands } => {
                let heard = say("{who} {is} {stands}.", "{who} {was} {stands}.");
                let (template, said) = match stands {
                    Hearing::Unheard => (heard, say("nog niet gehoord", "not heard yet")),
                    Hearing::Invited => (
                        say(
                            "{who} {is} {stands}. Er was nog geen gesprek.",
                            "{who} {was} {stands}. There was no talk yet.",
                        ),
                        say("gevraagd om iets te vertellen", "asked to tell something"),
                    ),
                    Hearing::Heard => (heard, say("gehoord", "heard")),
                    Hearing::Confirmed => (
                        say(
                            "{who} {is} {stands}. Volgens {whom} klopt het verslag.",
                            "{who} {was} {stands}. According to {whom} the account is right.",
                        ),
                        say("gehoord", "heard"),
                    ),
                    Hearing::Contested => (
                        say(
                            "{who} {is} {stands}. Volgens {whom} klopt het verslag niet.",
                            "{who} {was} {stands}. According to {whom} the account is wrong.",
                        ),
                        say("gehoord", "heard"),
                    ),
                    Hearing::Declined => {
                        ("{who} {stands}.", say("wilde liever niets vertellen", "preferred to tell nothing"))
                    }
                    Hearing::NotHeard => (heard, say("niet gehoord", "not heard")),
                };
                let mut spans = self.fill(
                    template,
                    &[
                        ("who", one(person)),
                        ("whom", one(person)),
                        ("is", vec![text(self.is(person))]),
                        ("was", vec![text(self.was(person))]),
                        ("stands", vec![strong(said)]),
                    ],
                );
                if self.has_a_kept_reason(line) {
                    spans.push(text(say(
                        " De reden staat in het dossier, maar niet in dit stuk. Onderaan staat waarom.",
                        " The reason is in the file, but not here. Below it is said why.",
                    )));
                }
                spans
            }
            Telling::NoTalk { person, on, ground } => {
                let template = match ground {
                    NotHeardGround::TooYoung => say(
                        "Geen gesprek {on}: {who} {is} daar te jong voor.",
                        "No talk {on}: {who} {was} too young for it.",
                    ),
                    NotHeardGround::Unsafe => say(
                        "Geen gesprek {on}: dat kon iemand in gevaar brengen.",
                        "No talk {on}: it could have put somebody in danger.",
                    ),
                    NotHeardGround::Unreachable { .. } => say(
                        "Geen gesprek {on}: {who} was niet te bereiken. Pogingen: {count}.",
                        "No talk {on}: {who} could not be reached. Attempts: {count}.",
                    ),
                    NotHeardGround::Urgent { .. } => say(
                        "Geen gesprek {on}: er was haast. Alsnog horen moet uiterlijk op {day}.",
                        "No talk {on}: there was haste. A talk has to follow by {day}.",
                    ),
                    NotHeardGround::Other => say("Geen gesprek {on}.", "No talk {on}."),
                };
                let (mut count, mut day) = (String::new(), String::new());
                match ground {
                    NotHeardGround::Unreachable { attempts } => count = attempts.to_string(),
                    NotHeardGround::Urgent { look_back } => day = self.date(*look_back),
                    _ => {}
                }
                let holes = [
                    ("who", one(person)),
                    ("on", vec![text(self.when(on))]),
                    ("is", vec![text(self.is(person))]),
                    ("was", vec![text(self.was(person))]),
                    ("count", vec![text(count)]),
                    ("day", vec![text(day)]),
                ];
                self.fill(template, &holes)
            }
            Telling::Told { on, forum, hearer, seen, replaced, .. } => {
                let what = match forum {
                    Forum::Talk | Forum::Court if *seen => say("Gezien", "Seen"),
                    Forum::Talk => say("Gesprek", "Talk"),
                    Forum::Court => say("Zitting", "Court hearing"),
                };
                let mut said = format!("{what} {}", self.when(on));
                let mut spans = Vec::new();
                if let Some(hearer) = hearer {
                    said.push_str(if *seen { say(" door ", " by ") } else { say(", met ", ", with ") });
                    spans.push(text(said));
                    spans.push(self.person(hearer));
                    spans.push(text("."));
                } else {
                    said.push('.');
                    spans.push(text(said));
                }
                if *replaced {
                    spans
                        .push(text(say(" Later volgde een nieuw gesprek.", " Another talk followed later.")));
                }
                spans
            }
            _ => Vec::new(),
        }
    }

    /// `was`, or `were` where it is the reader. In English only: Dutch says `is gehoord`.
    fn was(&self, person: &PersonId) -> &'static str {
        if self.is_reader(person) { "were" } else { "was" }
    }

    /// Whether why somebody told nothing is on record and kept from this reader: to read only that they were not heard would
    /// say that nobody gave a reason.
    fn has_a_kept_reason(&self, line: &RecordLine) -> bool {
        let Telling::Perspective { stands: Hearing::NotHeard | Hearing::Declined, .. } = line.tells else {
            return false;
        };
        line.below.iter().any(|it| match &it.tells {
            Telling::Said { topic: Topic::NotHeardReason | Topic::DeclineReason, quote, .. } => {
                matches!(quote.said, Quoted::Withheld(_))
            }
            _ => false,
        })
    }
}
