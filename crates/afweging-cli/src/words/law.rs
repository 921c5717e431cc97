//! Articles of law as people write them, and how sure the law pack is of each.

use afweging::{Basis, Certainty};

use super::Words;

/// The laws whose short name in the pack is not what people write.
const LAWS: [(&str, &str); 7] = [
    ("BW1", "BW"),
    ("Jw", "Jeugdwet"),
    ("Wth", "Wet tijdelijk huisverbod"),
    ("Wmo", "Wmo 2015"),
    ("BJw", "Besluit Jeugdwet"),
    ("UBWmo", "Uitvoeringsbesluit Wmo 2015"),
    ("ATW", "Algemene termijnenwet"),
];

/// A citation as the library gives it: `BW1 255(1)`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Article<'a>(pub(crate) &'a str);

impl Words {
    /// `BW1 255(1)` as `artikel 1:255 lid 1 BW`. What has another form stays as it is.
    pub(crate) fn article(self, article: Article<'_>) -> String {
        let Some((law, place)) = article.0.split_once(' ') else { return article.0.to_owned() };
        let (number, paragraph) = match place.split_once('(') {
            Some((number, rest)) => (number, rest.strip_suffix(')')),
            None => (place, Some("")),
        };
        let Some(paragraph) = paragraph else { return article.0.to_owned() };
        if number.is_empty() || !number.starts_with(|first: char| first.is_ascii_digit()) {
            return article.0.to_owned();
        }
        let book = if law == "BW1" { "1:" } else { "" };
        let name = LAWS.iter().find(|(short, _)| *short == law).map_or(law, |(_, name)| name);
        let paragraph = match (paragraph, paragraph.split_once('(')) {
            ("", _) => String::new(),
            (_, Some((paragraph, part))) => {
                let part = part.trim_end_matches(')');
                self.say(" lid ", " paragraph ").to_owned()
                    + paragraph.trim_end_matches(')')
                    + self.say(", onder ", ", under ")
                    + part
                    + ","
            }
            (part, None) if part.starts_with(|first: char| first.is_ascii_alphabetic()) => {
                format!("{}{part},", self.say(", onder ", ", under "))
            }
            (paragraph, None) => format!("{}{paragraph}", self.say(" lid ", " paragraph ")),
        };
        format!("{} {book}{number}{paragraph} {name}", self.say("artikel", "article"))
    }

    /// How sure the law pack is of a citation: a mark behind each article.
    pub(crate) fn certainty(self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::Text2015 => self.say("wettekst 2015", "text of 2015"),
            Certainty::Confirmed => self.say("nagelezen", "confirmed"),
            Certainty::GeneralKnowledge => self.say("nog na te lezen", "to be checked"),
            Certainty::Modelling => self.say("modelkeuze, geen wet", "modelling choice, not law"),
        }
    }

    /// What each of those marks means.
    pub(crate) fn certainty_explained(self, certainty: Certainty) -> &'static str {
        match certainty {
            Certainty::Text2015 => self.say(
                "gelezen in de volledige wettekst van 2015",
                "read in the full text of the law as it stood in 2015",
            ),
            Certainty::Confirmed => self.say(
                "nagelezen bij de bron die het wetspakket noemt",
                "read at the source that the pack names",
            ),
            Certainty::GeneralKnowledge => self.say(
                "uit algemene kennis; lees het na voordat u erop bouwt",
                "from general knowledge; check it before you build on it",
            ),
            Certainty::Modelling => self.say(
                "een keuze van het model; dit staat in geen wet",
                "a choice of the model; no law says so",
            ),
        }
    }

    /// On what something rests.
    pub(crate) fn basis(self, basis: &Basis) -> String {
        match basis {
            Basis::Law { article, certainty } => {
                format!("{} [{}]", self.article(Article(article)), self.certainty(*certainty))
            }
            Basis::Method { rule } => {
                let rule = match rule.split_once(' ') {
                    Some(("model", section)) => format!("{} §{section}", self.say("model", "model")),
                    Some(("law", section)) => format!("{} §{section}", self.say("wetstudie", "law study")),
                    _ => (*rule).to_owned(),
                };
                format!("{} ({rule})", self.say("werkwijze", "method"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use afweging::Language;

    use super::*;

    #[test]
    fn articles_are_written_as_people_write_them() {
        let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
        for (article, dutch, english) in [
            ("BW1 255(1)", "artikel 1:255 lid 1 BW", "article 1:255 paragraph 1 BW"),
            ("BW1 265b(1)", "artikel 1:265b lid 1 BW", "article 1:265b paragraph 1 BW"),
            ("Jw 3.3", "artikel 3.3 Jeugdwet", "article 3.3 Jeugdwet"),
            ("EVRM 8(2)", "artikel 8 lid 2 EVRM", "article 8 paragraph 2 EVRM"),
            (
                "Jw 6.1.2(1(a))",
                "artikel 6.1.2 lid 1, onder a, Jeugdwet",
                "article 6.1.2 paragraph 1, under a, Jeugdwet",
            ),
            (
                "Jw 2.6(1)(g)",
                "artikel 2.6 lid 1, onder g, Jeugdwet",
                "article 2.6 paragraph 1, under g, Jeugdwet",
            ),
            (
                "ATW 4(a)",
                "artikel 4, onder a, Algemene termijnenwet",
                "article 4, under a, Algemene termijnenwet",
            ),
            ("iets anders", "iets anders", "iets anders"),
            ("Awb", "Awb", "Awb"),
        ] {
            assert_eq!(nl.article(Article(article)), dutch);
            assert_eq!(en.article(Article(article)), english);
        }
    }
}
