//! What is wrong with a scenario, for who wrote it: the place, what is wrong, and a hint.

use std::fmt;

use crate::near::nearest;

/// A place in the file: line and column, both counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl Place {
    /// The first character of the file: what is wrong with the file as a whole stands here.
    pub const START: Place = Place { line: 1, column: 1 };
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// A scenario that cannot be read or told. In Dutch: who writes a scenario need not be a programmer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[error("{place}: {what}{}", with(.hint))]
pub struct ScenarioFault {
    /// Where.
    pub place: Place,
    /// What is wrong, in one line.
    pub what: String,
    /// What may help, such as the words that are nearest to the one that nobody knows; empty when nothing does.
    pub hint: String,
}

fn with(hint: &str) -> String {
    if hint.is_empty() { String::new() } else { format!("\n  tip: {hint}") }
}

impl ScenarioFault {
    pub(crate) fn new(place: Place, what: impl Into<String>) -> Self {
        Self { place, what: what.into(), hint: String::new() }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// A word that is not there, with the nearest of those that are.
    pub(crate) fn unknown<'a>(
        place: Place,
        what: impl Into<String>,
        asked: &str,
        there: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let asked = asked.to_lowercase();
        // Capitals are no difference.
        let there: Vec<(String, &str)> = there.into_iter().map(|word| (word.to_lowercase(), word)).collect();
        let mut near: Vec<&str> = Vec::new();
        for word in nearest(&asked, there.iter().map(|(lower, _)| lower.as_str())) {
            let written = there.iter().find(|(lower, _)| lower == word).map_or(word, |(_, written)| written);
            if !near.contains(&written) {
                near.push(written);
            }
        }
        // A word that is near none gets no guess, but a few that there are.
        let meant: Vec<&str> = near.iter().copied().filter(|word| is_near(&asked, word)).take(3).collect();
        let (lead, words) =
            if meant.is_empty() { ("hier kan bijvoorbeeld", near) } else { ("bedoelde u", meant) };
        let named: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
        let fault = ScenarioFault::new(place, what);
        if named.is_empty() { fault } else { fault.hint(format!("{lead} {}?", named.join(", of "))) }
    }
}

fn is_near(asked: &str, other: &str) -> bool {
    let other = other.to_lowercase();
    if !asked.is_empty() && other.contains(asked) {
        return true;
    }
    let apart = crate::near::distance(asked, &other);
    apart.saturating_mul(3) <= asked.chars().count().max(other.chars().count())
}
