//! A sentence in both languages.

use serde::Serialize;

use crate::code::{Code, Language};

/// The same sentence in Dutch and in English, and in plain words for a family where it is written for professionals.
///
/// ```
/// # use afweging::{Condition, Language};
/// let label = Condition::Standing.label();
/// assert_eq!(label.nl, "wie vraagt, beslist of tekent is bevoegd");
/// assert_eq!(label.plain(Language::Nl), "wie vraagt, beslist of tekent, mag dat volgens de wet");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Sentence {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
    /// Absent where the words above are plain enough for everybody.
    #[serde(skip)]
    plain: Option<Box<Plain>>,
}

/// Words for a family (B1): the same said plainly. The legal term stays with who works with the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Plain {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// What fills a hole.
type Fill<'a> = (&'a str, Sentence);

impl Sentence {
    /// A sentence out of its two forms, plain as it is.
    pub fn new(nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self { nl: nl.into(), en: en.into(), plain: None }
    }

    /// The same text in both languages: a pseudonym, a number, a date.
    pub fn same(text: impl ToString) -> Self {
        let text = text.to_string();
        Self { nl: text.clone(), en: text, plain: None }
    }

    /// The sentence in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }

    /// The sentence for a family.
    pub fn plain(&self, language: Language) -> &str {
        match (&self.plain, language) {
            (Some(plain), Language::Nl) => &plain.nl,
            (Some(plain), Language::En) => &plain.en,
            (None, _) => self.in_language(language),
        }
    }

    /// With other words for a family.
    pub(crate) fn plainly(mut self, nl: impl Into<String>, en: impl Into<String>) -> Self {
        self.plain = Some(Box::new(Plain { nl: nl.into(), en: en.into() }));
        self
    }

    /// A sentence with holes, Dutch and English, filled. It is as plain as what fills them.
    pub(crate) fn filled(nl: &str, en: &str, fills: &[Fill<'_>]) -> Self {
        Self::filled_plainly([nl, en], [nl, en], fills)
    }

    /// A sentence with holes, and the same for a family.
    pub(crate) fn filled_plainly(said: [&str; 2], plain: [&str; 2], fills: &[Fill<'_>]) -> Self {
        let [nl, en] = said;
        let mut sentence = Self::new(fill(nl, fills, |it| &it.nl), fill(en, fills, |it| &it.en));
        if plain != said || fills.iter().any(|(_, it)| it.plain.is_some()) {
            let [nl, en] = plain;
            sentence = sentence.plainly(
                fill(nl, fills, |it| it.plain(Language::Nl)),
                fill(en, fills, |it| it.plain(Language::En)),
            );
        }
        sentence
    }

    /// Several put together: the same way in each language, and in plain words.
    pub(crate) fn joined(parts: &[Sentence], join: impl Fn(Language, &[&str]) -> String) -> Self {
        let said =
            |language| join(language, &parts.iter().map(|it| it.in_language(language)).collect::<Vec<_>>());
        let sentence = Self::new(said(Language::Nl), said(Language::En));
        if parts.iter().all(|it| it.plain.is_none()) {
            return sentence;
        }
        let plain = |language| join(language, &parts.iter().map(|it| it.plain(language)).collect::<Vec<_>>());
        sentence.plainly(plain(Language::Nl), plain(Language::En))
    }

    /// Every form of it changed in the same way: each language, and the words for a family.
    pub(crate) fn each(&mut self, mut change: impl FnMut(Language, &mut String)) {
        change(Language::Nl, &mut self.nl);
        change(Language::En, &mut self.en);
        if let Some(plain) = &mut self.plain {
            change(Language::Nl, &mut plain.nl);
            change(Language::En, &mut plain.en);
        }
    }

    /// The sentence of a code, with its holes filled. It begins with a capital, also where a hole begins it.
    pub(crate) fn of(code: Code, fills: &[Fill<'_>]) -> Self {
        let said = [code.sentence(Language::Nl), code.sentence(Language::En)];
        let plain = [code.plain(Language::Nl), code.plain(Language::En)];
        let mut sentence = Self::filled_plainly(said, plain, fills);
        sentence.each(|_, text| *text = capital(std::mem::take(text)));
        sentence
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
fn fill<'a>(template: &str, fills: &'a [Fill<'_>], text: impl Fn(&'a Sentence) -> &'a str) -> String {
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
    fn a_family_reads_plain_words_inside_a_sentence_too() {
        let names =
            [Sentence::new("bevoegd", "competent").plainly("mag het", "may do it"), Sentence::same("x")];
        let joined = Sentence::joined(&names, |_, parts| parts.join("+"));
        assert_eq!((joined.nl.as_str(), joined.plain(Language::Nl)), ("bevoegd+x", "mag het+x"));
        let filled = Sentence::filled("Is dit zo: {it}?", "Is it so: {it}?", &[("it", joined)]);
        assert_eq!(filled.plain(Language::Nl), "Is dit zo: mag het+x?");
        assert_eq!(filled.en, "Is it so: competent+x?");
    }

    #[test]
    fn what_fills_a_hole_is_not_looked_at_for_holes() {
        let fills = [("person", Sentence::same("{person}"))];
        assert!(Sentence::of(Code::NotHeardNoReason, &fills).nl.starts_with("{person} is"));
    }
}
