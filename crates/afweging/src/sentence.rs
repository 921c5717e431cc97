//! A sentence in both languages.

use serde::Serialize;

use crate::code::{Code, Language};

/// The same sentence in Dutch and in English.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Sentence {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Sentence {
    /// A sentence out of its two forms.
    pub fn new(nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self { nl: nl.into(), en: en.into() }
    }

    /// The same text in both languages: a pseudonym, a number, a date.
    pub fn same(text: impl ToString) -> Self {
        let text = text.to_string();
        Self { nl: text.clone(), en: text }
    }

    /// The sentence in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }

    /// The sentence of a code, with its holes filled.
    pub(crate) fn of(code: Code, fills: &[(&str, Sentence)]) -> Self {
        Self {
            nl: fill(code.sentence(Language::Nl), fills, |it| &it.nl),
            en: fill(code.sentence(Language::En), fills, |it| &it.en),
        }
    }
}

/// Fills holes in one pass: what fills a hole is never looked at for holes itself.
fn fill<'a>(template: &str, fills: &'a [(&str, Sentence)], text: impl Fn(&'a Sentence) -> &'a str) -> String {
    let mut filled = String::with_capacity(template.len().saturating_add(32));
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((hole, after)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match fills.iter().find(|(name, _)| *name == hole) {
            Some((_, sentence)) => filled.push_str(text(sentence)),
            None => {
                filled.push('{');
                filled.push_str(hole);
                filled.push('}');
            }
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}
