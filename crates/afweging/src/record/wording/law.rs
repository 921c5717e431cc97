//! The law in words: `artikel 1:255 lid 1 Burgerlijk Wetboek`, in full, and how sure the pack is of it.

use super::voice::Voice;
use crate::code::Language;
use crate::law::{Certainty, Citation};

impl Voice<'_> {
    /// Articles one after the other; a law that two of them are of is named once, behind the last. Several in one sentence are too
    /// much to read in one go.
    fn articles(&self, cites: &[&Citation]) -> String {
        let mut said = String::new();
        for (place, cite) in cites.iter().enumerate() {
            let next = cites.get(place.saturating_add(1));
            if place > 0 {
                said.push_str("; ");
            }
            let goes_on =
                next.is_some_and(|next| next.law == cite.law && is_numbered(cite) && is_numbered(next));
            let (article, law) = self.article_and_law(cite);
            said.push_str(&article);
            if !goes_on {
                said.push_str(&law);
            }
        }
        said
    }

    /// A citation as people read it. Law names are not shortened.
    pub(super) fn article(&self, cite: &Citation) -> String {
        let (article, law) = self.article_and_law(cite);
        format!("{article}{law}")
    }

    fn article_and_law(&self, cite: &Citation) -> (String, String) {
        let law = match cite.law.as_str() {
            "BW1" => "het Burgerlijk Wetboek",
            "Jw" => "de Jeugdwet",
            "Rv" => "het Wetboek van Burgerlijke Rechtsvordering",
            "Wmo" => "de Wet maatschappelijke ondersteuning 2015",
            "UBWmo" => "het Uitvoeringsbesluit Wmo 2015",
            "BJw" => "het Besluit Jeugdwet",
            "Wth" => "de Wet tijdelijk huisverbod",
            "Awb" => "de Algemene wet bestuursrecht",
            "EVRM" => "het Europees Verdrag voor de Rechten van de Mens",
            "IVRK" => "het Internationaal Verdrag inzake de Rechten van het Kind",
            other => other,
        };
        let law = match self.language {
            Language::Nl => law,
            Language::En => law.strip_prefix("het ").or(law.strip_prefix("de ")).unwrap_or(law),
        };
        // What is no article, such as general knowledge, is not called one.
        if !is_numbered(cite) {
            let article =
                if cite.article.is_empty() { law.to_owned() } else { format!("{law} ({})", cite.article) };
            return (article, String::new());
        }
        let book = if cite.law == "BW1" && !cite.article.starts_with("1:") { "1:" } else { "" };
        let paragraph = match cite.paragraph.split_once('(') {
            _ if cite.paragraph.is_empty() => String::new(),
            Some((paragraph, letter)) => format!(
                "{}{paragraph}{}{}",
                self.say(" lid ", " paragraph "),
                self.say(", onder ", ", under "),
                letter.trim_end_matches(')')
            ),
            None => format!("{}{}", self.say(" lid ", " paragraph "), cite.paragraph),
        };
        (
            format!("{} {book}{}{paragraph}", self.say("artikel", "article"), cite.article),
            format!("{}{law}", self.say(" van ", ", ")),
        )
    }

    /// Where something stands in the law. Who works with the file reads with each article from when the pack has it and how
    /// sure the pack is; a family reads only what it should not rely on.
    pub(super) fn law(&self, cites: &[Citation]) -> String {
        if self.reader.is_family() {
            let of_law = cites.iter().filter(|it| it.certainty != Certainty::Modelling);
            let articles: Vec<&Citation> = of_law.collect();
            if articles.is_empty() {
                return self
                    .say(
                        "Dit is een keuze van het model, geen wet.",
                        "This is a choice of the model, no law.",
                    )
                    .to_owned();
            }
            let in_part = if articles.len() < cites.len() {
                self.say(
                    " Een deel is een keuze van het model, geen wet.",
                    " Part of it is a choice of the model, no law.",
                )
            } else {
                ""
            };
            let lead = match articles.as_slice() {
                [_] => self.say("Dat staat in", "That stands in"),
                _ => self.say("Dat staat in deze artikelen:", "That stands in these articles:"),
            };
            let said = format!("{lead} {}", self.articles(&articles));
            let unread = if cites.iter().any(|it| it.certainty == Certainty::GeneralKnowledge) {
                self.say(" Dit moet nog worden nagelezen.", " This is still to be checked.")
            } else {
                ""
            };
            return format!("{said}.{unread}{in_part}");
        }
        let articles: Vec<String> =
            cites.iter().map(|cite| format!("{} [{}]", self.article(cite), self.mark(cite))).collect();
        format!("{}: {}.", self.say("De wet", "The law"), articles.join("; "))
    }

    /// Since when it is in force as the pack has it, and how sure the pack is of it.
    pub(super) fn mark(&self, cite: &Citation) -> String {
        let sure = match cite.certainty {
            Certainty::Text2015 => self.say("gelezen in de wettekst van 2015", "read in the text of 2015"),
            Certainty::Confirmed => self.say("nagelezen bij de bron", "read at the source"),
            Certainty::GeneralKnowledge => self.say("nog na te lezen", "still to be checked"),
            Certainty::Modelling => {
                self.say("keuze van het model, geen wet", "a choice of the model, no law")
            }
        };
        let from = self.say("in het wetspakket vanaf", "in the law pack from");
        format!("{from} {}; {sure}", self.date(cite.from))
    }
}

fn is_numbered(cite: &Citation) -> bool {
    cite.article.chars().any(|it| it.is_ascii_digit())
}
