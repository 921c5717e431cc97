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

    /// The sentence of a code, with its holes filled. It begins with a capital, also where a hole begins it.
    pub(crate) fn of(code: Code, fills: &[(&str, Sentence)]) -> Self {
        Self {
            nl: capital(fill(code.sentence(Language::Nl), fills, |it| &it.nl)),
            en: capital(fill(code.sentence(Language::En), fills, |it| &it.en)),
        }
    }
}

fn capital(sentence: String) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => sentence,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital_where_a_hole_begins_it_too() {
        let fills = [("person", Sentence::new("école (p1)", "school (p1)"))];
        let sentence = Sentence::of(Code::NotHeardNoReason, &fills);
        assert!(sentence.nl.starts_with("École (p1) is"), "{sentence:?}");
        assert!(sentence.en.starts_with("School (p1) was"), "{sentence:?}");
    }

    #[test]
    fn what_fills_a_hole_is_not_looked_at_for_holes() {
        let fills = [("person", Sentence::same("{person}"))];
        assert!(Sentence::of(Code::NotHeardNoReason, &fills).nl.starts_with("{person} is"));
    }
}
