//! The tag `[part: …]`: which part of what was asked a condition is about.

use crate::record::{ConditionRow, PersonRow, Requested};

/// What a condition is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// All that was asked.
    Whole,
    /// These of the things that were asked, by their place.
    Items(Vec<usize>),
    /// These children, by their place among the children.
    Children(Vec<usize>),
    /// The appeal itself: if that fails the measure stays as it was.
    Appeal,
    /// A part that cannot be told from what was asked. It counts for the whole.
    Unreadable(String),
}

/// Words for a child that a number may follow.
const CHILD_WORDS: [&str; 8] =
    ["child", "kind", "minderjarige", "minor", "dochter", "zoon", "jeugdige", "youth"];

/// Which part a condition is about.
pub(crate) fn part(row: &ConditionRow, requested: &[Requested], children: &[&PersonRow]) -> Part {
    let Some(named) = row.text.as_deref().and_then(tag) else { return Part::Whole };
    let named = named.to_lowercase();
    if matches!(named.as_str(), "appeal" | "the appeal" | "hoger beroep" | "cassation" | "cassatie") {
        return Part::Appeal;
    }
    let words: Vec<&str> =
        named.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let measures: Vec<&&str> = words.iter().filter(|word| !matches!(**word, "and" | "en")).collect();
    if !measures.is_empty() && measures.iter().all(|word| is_measure(word)) {
        let items = places(requested, |item| {
            measures.iter().any(|word| item.measure.to_lowercase() == word.to_lowercase())
        });
        return if items.is_empty() { Part::Unreadable(named) } else { Part::Items(items) };
    }
    if named.chars().count() >= 3 {
        let items = places(requested, |item| {
            item.text.as_deref().is_some_and(|text| text.to_lowercase().contains(&named))
        });
        if !items.is_empty() {
            return Part::Items(items);
        }
    }
    let about = which_children(&named, &words, children);
    if about.is_empty() { Part::Unreadable(named) } else { Part::Children(about) }
}

/// What stands in the tag.
fn tag(text: &str) -> Option<&str> {
    let (_, after) = text.split_once("[part:")?;
    let named = after.split_once(']').map_or(after, |(named, _)| named).trim();
    (!named.is_empty()).then_some(named)
}

fn is_measure(word: &str) -> bool {
    word.strip_prefix('m')
        .is_some_and(|digits| digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn places<T>(rows: &[T], is_meant: impl Fn(&T) -> bool) -> Vec<usize> {
    rows.iter().enumerate().filter(|(_, row)| is_meant(row)).map(|(place, _)| place).collect()
}

/// A child by its role in the ruling's own word, or by its number.
fn which_children(named: &str, words: &[&str], children: &[&PersonRow]) -> Vec<usize> {
    let role = |child: &&PersonRow| child.role.as_deref().unwrap_or_default().to_lowercase();
    let same = places(children, |child| role(child) == named);
    if !same.is_empty() {
        return same;
    }
    let [word, number] = words else { return Vec::new() };
    if !CHILD_WORDS.contains(word) || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    places(children, |child| numbers(&role(child)).any(|own| own == *number))
}

/// The numbers that stand in a text.
pub(crate) fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Met;

    fn item(measure: &str, text: &str) -> Requested {
        Requested {
            measure: measure.to_owned(),
            extension: false,
            urgent: false,
            placement: None,
            text: Some(text.to_owned()),
        }
    }

    fn child(role: &str) -> PersonRow {
        PersonRow { role_code: "child".to_owned(), role: Some(role.to_owned()), age_min: None, age_max: None }
    }

    fn about(text: &str) -> Part {
        let row = ConditionRow { code: "necessary".to_owned(), text: Some(text.to_owned()), met: Met::No };
        let (one, two) = (child("minderjarige 1"), child("minderjarige 2"));
        part(&row, &[item("M16", "ots"), item("M22", "emergency order (newborn)")], &[&one, &two])
    }

    #[test]
    fn reads_measures_texts_children_and_the_appeal() {
        assert_eq!(about("needed"), Part::Whole);
        assert_eq!(about("needed [part: M22]"), Part::Items(vec![1]));
        assert_eq!(about("needed [part: M16, M22]"), Part::Items(vec![0, 1]));
        assert_eq!(about("needed [part: Newborn]"), Part::Items(vec![1]));
        assert_eq!(about("needed [part: child 2]"), Part::Children(vec![1]));
        assert_eq!(about("needed [part: appeal]"), Part::Appeal);
    }

    #[test]
    fn what_it_cannot_tell_counts_for_the_whole() {
        for odd in ["M27", "until summer", "child 7", "fifth child", "é"] {
            assert!(matches!(about(&format!("needed [part: {odd}]")), Part::Unreadable(_)), "{odd}");
        }
        assert_eq!(about("needed [part: ]"), Part::Whole);
    }
}
