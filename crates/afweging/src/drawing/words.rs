//! The words on drawings: short forms, since a label is no sentence. What the library has a label for keeps it.

mod conditions;
mod terms;

use chrono::NaiveDate;

use crate::actor::{Actor, DecisionForm};
use crate::code::Language;
use crate::law::{Certainty, Citation};
use crate::pack::{Burdened, Dimension, HearingDuty, Labels, Length, Standing};
use crate::sentence::Sentence;
use crate::step::Frame;

/// Words in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Words(pub(super) Language);

impl Words {
    pub(super) fn say<'a>(self, nl: &'a str, en: &'a str) -> &'a str {
        match self.0 {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    /// The language's tag.
    pub(super) fn tag(self) -> &'static str {
        self.say("nl", "en")
    }

    pub(super) fn label(self, labels: &Labels) -> &str {
        self.say(&labels.nl, &labels.en)
    }

    pub(super) fn of(self, sentence: &Sentence) -> String {
        sentence.in_language(self.0).to_owned()
    }

    /// An actor's name without its article: `ouder met gezag`.
    pub(super) fn bare(self, actor: Actor) -> String {
        let label = self.of(&actor.label());
        let bare = ["de ", "het ", "een ", "the "].iter().find_map(|article| label.strip_prefix(article));
        bare.unwrap_or(&label).to_owned()
    }

    /// `1 januari 2024`.
    pub(super) fn date(self, day: NaiveDate) -> String {
        self.0.date(day)
    }

    /// A list in running text: `a, b en c`.
    pub(super) fn list(self, items: &[String]) -> String {
        self.joined(items, self.say(" en ", " and "))
    }

    /// A list of which one: `a, b of c`.
    pub(super) fn one_of(self, items: &[String]) -> String {
        self.joined(items, self.say(" of ", " or "))
    }

    fn joined(self, items: &[String], last: &str) -> String {
        match items.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((end, before)) => format!("{}{last}{end}", before.join(", ")),
        }
    }

    /// A citation as people write it, short: `art. 1:265b lid 1 BW`.
    pub(super) fn article(self, cite: &Citation) -> String {
        let (book, law) = match cite.law.as_str() {
            "BW1" => ("1:", "BW"),
            "Wmo" => ("", "Wmo 2015"),
            law => ("", law),
        };
        let paragraph = match cite.paragraph.split_once('(') {
            _ if cite.paragraph.is_empty() => String::new(),
            Some(("", part)) => {
                format!(" {} {}", self.say("onder", "under"), part.trim_end_matches(')'))
            }
            Some((paragraph, part)) => format!(
                " {} {paragraph} {} {}",
                self.say("lid", "par."),
                self.say("onder", "under"),
                part.trim_end_matches(')')
            ),
            None => format!(" {} {}", self.say("lid", "par."), cite.paragraph),
        };
        format!("art. {book}{}{paragraph} {law}", cite.article)
    }

    /// The article with its mark, when it was not read in the text of the law.
    pub(super) fn marked_article(self, cite: &Citation) -> String {
        match self.mark(cite.certainty) {
            "" => self.article(cite),
            mark => format!("{} [{mark}]", self.article(cite)),
        }
    }

    /// The sign for how sure the pack is; none for what was read in the text of the law.
    pub(super) fn mark(self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::Text2015 => "",
            Certainty::Confirmed => "°",
            Certainty::GeneralKnowledge => "?",
            Certainty::Modelling => "~",
        }
    }

    /// What such a sign means.
    pub(super) fn mark_means(self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::Text2015 => self.say(
                "zonder teken: gelezen in de wettekst van 2015",
                "no sign: read in the text of the law of 2015",
            ),
            Certainty::Confirmed => self.say(
                "°: niet in de wettekst van 2015 gelezen, wel nagelezen bij een andere bron",
                "°: not read in the text of 2015, but confirmed at another source",
            ),
            Certainty::GeneralKnowledge => self.say(
                "?: uit algemene kennis, nog na te lezen",
                "?: from general knowledge, still to be checked",
            ),
            Certainty::Modelling => {
                self.say("~: keuze van het model, geen wet", "~: a choice of the model, not law")
            }
        }
    }

    pub(super) fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Primary => self.say("in de eerste plaats", "in the first place"),
            Standing::Subsidiary => self.say("subsidiair", "subsidiary"),
            Standing::ExOfficio => self.say("ambtshalve", "ex officio"),
        }
    }

    pub(super) fn frame(self, frame: Frame) -> &'static str {
        match frame {
            Frame::Voluntary => self.say("vrijwillig", "voluntary"),
            Frame::Pressure => self.say("drang (vrijwillig)", "pressure (voluntary)"),
            Frame::Compulsory => self.say("gedwongen", "compulsory"),
        }
    }

    pub(super) fn form(self, form: DecisionForm) -> &'static str {
        match form {
            DecisionForm::Order => self.say("beschikking van de rechter", "court order"),
            DecisionForm::Decision => self.say("besluit", "administrative decision"),
            DecisionForm::InternalDecision => self.say("intern besluit", "internal decision"),
            DecisionForm::Advice => self.say("advies", "advice"),
            DecisionForm::Agreement => self.say("afspraak", "agreement"),
            DecisionForm::FactualAct => self.say("feitelijke handeling", "factual act"),
        }
    }

    pub(super) fn hearing(self, duty: HearingDuty) -> &'static str {
        match duty {
            HearingDuty::Must => self.say("moet zijn gehoord of opgeroepen", "must be heard or called"),
            HearingDuty::Offer => self.say("moet de kans krijgen", "must be offered it"),
            HearingDuty::May => self.say("mag worden gehoord", "may be heard"),
        }
    }

    pub(super) fn length(self, length: Length) -> String {
        self.of(&length.label())
    }

    pub(super) fn dimension(self, dimension: Dimension) -> &'static str {
        let (nl, en) = dimension.words();
        self.say(nl, en)
    }

    pub(super) fn burdened(self, burdened: Burdened) -> &'static str {
        match burdened {
            Burdened::Child => self.say("kind", "child"),
            Burdened::Parents => self.say("ouders", "parents"),
            Burdened::AdultInHome => self.say("volwassene in huis", "adult in the home"),
            Burdened::Adult => self.say("volwassene", "adult"),
        }
    }
}

/// The first letter as a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_written_short_and_as_people_write_them() {
        let cite = |law: &str, article: &str, paragraph: &str| Citation {
            law: law.to_owned(),
            article: article.to_owned(),
            paragraph: paragraph.to_owned(),
            from: NaiveDate::MIN,
            until: None,
            certainty: Certainty::GeneralKnowledge,
            source: String::new(),
        };
        let (nl, en) = (Words(Language::Nl), Words(Language::En));
        for (cite, dutch, english) in [
            (cite("BW1", "265b", "1"), "art. 1:265b lid 1 BW", "art. 1:265b par. 1 BW"),
            (cite("Jw", "2.6", "1(g)"), "art. 2.6 lid 1 onder g Jw", "art. 2.6 par. 1 under g Jw"),
            (cite("Wmo", "2.3.5", ""), "art. 2.3.5 Wmo 2015", "art. 2.3.5 Wmo 2015"),
            (cite("Jw", "1.1", "(a)"), "art. 1.1 onder a Jw", "art. 1.1 under a Jw"),
        ] {
            assert_eq!(nl.article(&cite), dutch);
            assert_eq!(en.article(&cite), english);
            assert_eq!(nl.marked_article(&cite), format!("{dutch} [?]"));
        }
    }
}
