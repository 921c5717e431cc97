//! What could lift a finding, in words: something that people can do, with what they fill in. Never a recipe.

use afweging::{Condition, Document, Fits, GroundId, Hole, MeasureId, Pattern, PersonId, Remedy, RemedyWay};

use super::{Inline, Subject};
use crate::words::Words;

/// What could lift a finding: nothing where nothing is said of it.
pub(super) fn of(subject: &Subject<'_>, remedy: &Remedy, sentence: &str) -> Option<(String, Vec<Inline>)> {
    let words = subject.words;
    match remedy {
        Remedy::NoRemedy { why } => {
            let title = words.say("Niets verandert dit nog", "Nothing changes this any more").to_owned();
            Some((title, vec![words.of(why).into()]))
        }
        Remedy::OneOf(ways) if ways.is_empty() => None,
        Remedy::OneOf(ways) => {
            let mut lines: Vec<Inline> = Vec::new();
            for way in ways {
                let line = Inline::from(way_in_words(subject, way, sentence));
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
            Some((words.say("Wat dit kan veranderen", "What can change this").to_owned(), lines))
        }
    }
}

/// The events of a way, one after the other.
fn way_in_words(subject: &Subject<'_>, way: &RemedyWay, sentence: &str) -> String {
    let patterns = &way.patterns;
    let lines: Vec<String> = patterns
        .iter()
        .enumerate()
        .map(|(place, pattern)| {
            // Who does one thing after another is said once, with the last.
            let next = patterns.get(place.saturating_add(1));
            let is_said_later = next.is_some_and(|next| next.who_fills == pattern.who_fills);
            line(subject, pattern, sentence, !is_said_later)
        })
        .collect();
    lines.join(subject.words.say("; daarna ", "; then "))
}

/// A hole, with the values that count where they are few.
fn hole_in_words(subject: &Subject<'_>, hole: &Hole) -> String {
    let words = subject.words;
    let name = words.hole(hole.path).to_owned();
    if hole.among.is_empty() || *hole.fits != Fits::Measure {
        return name;
    }
    let names: Vec<String> = hole.among.iter().map(|id| measure(subject, id)).collect();
    format!("{name} ({})", words.list(&names))
}

fn measure(subject: &Subject<'_>, id: &str) -> String {
    let known =
        MeasureId::new(id).ok().and_then(|it| subject.pack.measure(&it, subject.assessment.receipt.at));
    known.map_or_else(|| id.to_owned(), |it| format!("{} ({id})", subject.words.label(&it.labels)))
}

/// `oordeel vastleggen over "…"; in te vullen: het oordeel, waarom (door …)`.
fn line(subject: &Subject<'_>, pattern: &Pattern, sentence: &str, with_who: bool) -> String {
    let words = subject.words;
    let mut text = words.to_do(pattern.event).to_owned();
    // What the finding's own sentence names already is not said again.
    let about: Vec<String> = pattern
        .fixed
        .iter()
        .filter_map(|(field, value)| about(subject, field, value))
        .filter(|about| !sentence.contains(about.as_str()))
        .collect();
    if !about.is_empty() {
        text = format!("{text}: {}", about.join("; "));
    }
    let mut holes: Vec<String> = pattern.holes.iter().map(|hole| hole_in_words(subject, hole)).collect();
    holes.dedup();
    if !holes.is_empty() {
        text = format!("{text}; {} {}", words.say("in te vullen:", "to be filled in:"), words.list(&holes));
    }
    if with_who && !pattern.who_fills.is_empty() {
        let who = subject.answerers(&pattern.who_fills);
        text = format!("{text} ({} {who})", words.say("door", "by"));
    }
    text
}

/// What a field that is given says; nothing for one that the finding's own sentence says already.
fn about(subject: &Subject<'_>, field: &str, value: &str) -> Option<String> {
    let words = subject.words;
    let last = field.rsplit('.').next().unwrap_or(field);
    Some(match last {
        "person" | "child" | "about" | "to" | "receiver" | "holder" => person(subject, value)?,
        "ground" => {
            let ground = GroundId::new(value).ok().and_then(|id| subject.pack.ground(&id))?;
            words.label(&ground.labels).to_owned()
        }
        "condition" => words.of(&parsed::<Condition>(value)?.label()),
        "document" => words.of(&parsed::<Document>(value)?.label()),
        "forum" => match value {
            "court" => words.say("bij de rechter", "before the court").to_owned(),
            _ => words.say("in een gesprek", "in a talk").to_owned(),
        },
        "form" => form(words, value)?.to_owned(),
        "measure" => measure(subject, value),
        "statement" => format!("{} {value}", words.say("bewering", "statement")),
        // The step is the one under whose heading this stands; a candidate is named in the sentence itself.
        _ => return None,
    })
}

fn person(subject: &Subject<'_>, value: &str) -> Option<String> {
    PersonId::new(value).ok().map(|id| subject.person(&id))
}

fn form(words: Words, value: &str) -> Option<&'static str> {
    match value {
        "written" => Some(words.say("schriftelijk", "in writing")),
        _ => None,
    }
}

fn parsed<T: serde::de::DeserializeOwned>(value: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(value.to_owned())).ok()
}
