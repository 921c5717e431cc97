//! Sentences under `als`: `GI overweegt ots`, `Raad verzoekt ots voor kind`, `rechter wijst ots toe`, `2 weken later`.

use crate::fault::{Place, ScenarioFault};
use crate::form::Line;
use crate::item::Item;

/// What a sentence says somebody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Does {
    /// Proposes a step.
    Considers,
    /// Requests a step, and proposes it when it is not there.
    Requests,
    /// Grants or refuses a step, and proposes it when it is not there.
    Decides(&'static str),
}

/// A sentence, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) who: String,
    pub(crate) does: Does,
    pub(crate) measure: String,
    pub(crate) placement: Option<String>,
    pub(crate) about: Option<String>,
}

/// The forms that are understood, for a hint.
pub(crate) const FORMS: &str = "schrijf een zin: `GI overweegt ots`, `Raad verzoekt ots`, `rechter wijst ots toe`, `rechter wijst ots af`, \
    met `voor kind` of `bij pleeggezin` erachter; of een dag: `2025-03-14`, `2 weken later`";

/// Takes a sentence apart.
pub(crate) fn read(text: &str) -> Option<Sentence> {
    let text = text.trim().trim_end_matches('.');
    let (who, rest, does) = split(text)?;
    let (rest, about) = tail(rest, " voor ");
    let (measure, placement) = tail(rest, " bij ");
    let measure =
        ["een ", "de ", "het "].iter().fold(measure, |text, word| text.strip_prefix(word).unwrap_or(text));
    let who =
        ["de ", "het ", "De ", "Het "].iter().fold(who, |text, word| text.strip_prefix(word).unwrap_or(text));
    if who.is_empty() || measure.is_empty() {
        return None;
    }
    Some(Sentence {
        who: who.to_owned(),
        does,
        measure: measure.to_owned(),
        placement: placement.map(str::to_owned),
        about: about.map(str::to_owned),
    })
}

fn split(text: &str) -> Option<(&str, &str, Does)> {
    for (verb, does) in [(" overweegt ", Does::Considers), (" verzoekt ", Does::Requests)] {
        if let Some((who, rest)) = text.split_once(verb) {
            return Some((who.trim(), rest.trim(), does));
        }
    }
    for (verb, end, outcome) in
        [(" wijst ", " toe", "toegewezen"), (" wijst ", " af", "afgewezen"), (" legt ", " op", "toegewezen")]
    {
        if let Some((who, rest)) = text.split_once(verb)
            && let Some(rest) = rest.strip_suffix(end)
        {
            return Some((who.trim(), rest.trim(), Does::Decides(outcome)));
        }
    }
    None
}

/// What stands before a word, and what behind it.
fn tail<'a>(text: &'a str, word: &str) -> (&'a str, Option<&'a str>) {
    match text.rsplit_once(word) {
        Some((before, behind)) => (before.trim(), Some(behind.trim())),
        None => (text.trim(), None),
    }
}

impl Sentence {
    /// The line that proposes the step.
    pub(crate) fn proposal(&self, place: Place) -> Option<Item> {
        let line = Line::named("stap")?;
        let mut said = vec![("stap", self.measure.as_str()), ("door", self.who.as_str())];
        said.extend(self.placement.as_deref().map(|it| ("plaats", it)));
        said.extend(self.about.as_deref().map(|it| ("voor", it)));
        Some(Item::made(place, line, &said))
    }

    /// The line for what is done with the step, when it is more than proposing it.
    pub(crate) fn act(&self, place: Place, step: &str) -> Option<Item> {
        match self.does {
            Does::Considers => None,
            Does::Requests => {
                Some(Item::made(place, Line::named("verzoek")?, &[("verzoek", &self.who), ("stap", step)]))
            }
            Does::Decides(outcome) => Some(Item::made(
                place,
                Line::named("beslissing")?,
                &[("beslissing", &self.who), ("uitkomst", outcome), ("stap", step)],
            )),
        }
    }
}

/// What to say of a sentence that nobody understands.
pub(crate) fn not_understood(place: Place, text: &str) -> ScenarioFault {
    ScenarioFault::new(place, format!("deze zin is niet te lezen: `{text}`")).hint(FORMS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_taken_apart() {
        let read = |text: &str| read(text).expect(text);
        let it = read("GI overweegt machtiging uithuisplaatsing bij pleeggezin voor kind.");
        assert_eq!(
            (it.who.as_str(), it.measure.as_str(), it.does),
            ("GI", "machtiging uithuisplaatsing", Does::Considers)
        );
        assert_eq!((it.placement.as_deref(), it.about.as_deref()), (Some("pleeggezin"), Some("kind")));
        let it = read("De kinderrechter wijst de ots af");
        assert_eq!(
            (it.who.as_str(), it.measure.as_str(), it.does),
            ("kinderrechter", "ots", Does::Decides("afgewezen"))
        );
        let it = read("burgemeester legt een huisverbod op");
        assert_eq!((it.measure.as_str(), it.does), ("huisverbod", Does::Decides("toegewezen")));
        assert_eq!(super::read("wie weet"), None);
        assert_eq!(super::read(" overweegt "), None);
    }
}
