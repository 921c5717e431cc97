//! The words that the command line adds to the library's own, in both languages: outcomes, states, dates, articles.
//!
//! Three rules hold here. Nothing is called safe. What is known is said in four fixed ways only: *staat vast*,
//! *lijkt zo, want …*, *weten we niet*, *wordt tegengesproken*. No word ranks or recommends a step.

mod dates;
mod events;
mod holes;
mod law;
mod states;
mod terms;

use afweging::{Language, Sentence};

pub(crate) use law::Article;

/// Words in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Words {
    language: Language,
}

impl Words {
    /// Words in a language.
    pub(crate) fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language.
    pub(crate) fn language(self) -> Language {
        self.language
    }

    /// The language's tag, as `lang` attributes have it.
    pub(crate) fn tag(self) -> &'static str {
        self.say("nl", "en")
    }

    /// One of two texts.
    pub(crate) fn say<'a>(self, nl: &'a str, en: &'a str) -> &'a str {
        match self.language {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    /// A sentence of the library, with its dates written out.
    pub(crate) fn of(self, sentence: &Sentence) -> String {
        self.dates_written_out(sentence.in_language(self.language))
    }

    /// A label of the law pack.
    pub(crate) fn label(self, labels: &afweging::Labels) -> &str {
        self.say(&labels.nl, &labels.en)
    }

    /// A list in running text: `a, b en c`.
    pub(crate) fn list(self, items: &[String]) -> String {
        match items.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((last, before)) => format!("{}{}{last}", before.join(", "), self.say(" en ", " and ")),
        }
    }

    /// A list in running text, of which one: `a, b of c`.
    pub(crate) fn one_of(self, items: &[String]) -> String {
        match items.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((last, before)) => format!("{}{}{last}", before.join(", "), self.say(" of ", " or ")),
        }
    }

    /// A number of things.
    pub(crate) fn count(self, number: usize, one: (&str, &str), more: (&str, &str)) -> String {
        let (nl, en) = if number == 1 { one } else { more };
        format!("{number} {}", self.say(nl, en))
    }
}

/// The first letter as a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_like_a_sentence() {
        let words = Words::new(Language::Nl);
        let three = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
        assert_eq!(words.list(&three), "a, b en c");
        assert_eq!(words.list(&three[..1]), "a");
        assert_eq!(words.list(&[]), "");
        assert_eq!(Words::new(Language::En).one_of(&three), "a, b or c");
    }
}
