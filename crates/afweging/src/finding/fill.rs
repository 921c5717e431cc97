//! Filling the holes of a remedy: answers in, events out, or one clear reason why an answer does not fit.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::form::{Fits, form};
use super::remedy::{Hole, Pattern, RemedyWay};
use crate::dossier::Event;

/// What somebody fills in a hole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HoleAnswer {
    /// Text: a pseudonym or another id, one of the named values, own words, an article.
    Words(String),
    /// A day.
    On(NaiveDate),
    /// Yes or no.
    Is(bool),
    /// A whole number.
    Count(u64),
    /// One of the named values that holds more, with its fields.
    With(String, BTreeMap<String, HoleAnswer>),
    /// Any number of answers.
    Each(Vec<HoleAnswer>),
    /// Who was asked does not answer. It is an answer to every hole, and it leaves the finding.
    Declined {
        /// Why, in their words.
        reason: String,
    },
}

impl HoleAnswer {
    /// One of the named values that holds more.
    pub fn with(name: &str, fields: impl IntoIterator<Item = (&'static str, HoleAnswer)>) -> Self {
        HoleAnswer::With(
            name.to_owned(),
            fields.into_iter().map(|(name, answer)| (name.to_owned(), answer)).collect(),
        )
    }

    fn declined(&self) -> Option<&str> {
        match self {
            HoleAnswer::Declined { reason } => Some(reason),
            _ => None,
        }
    }

    fn json(&self) -> Value {
        match self {
            HoleAnswer::Words(text) => Value::from(text.as_str()),
            HoleAnswer::On(day) => Value::from(day.to_string()),
            HoleAnswer::Is(yes) => Value::from(*yes),
            HoleAnswer::Count(number) => Value::from(*number),
            HoleAnswer::With(name, fields) => {
                let fields: Map<String, Value> =
                    fields.iter().map(|(name, answer)| (name.clone(), answer.json())).collect();
                // An alternative that holds one value without a name is given with the empty name.
                let held = match fields.get("") {
                    Some(bare) if fields.len() == 1 => bare.clone(),
                    _ => Value::Object(fields),
                };
                // Fields that belong together have no name of their own.
                if name.is_empty() {
                    return held;
                }
                Value::Object(Map::from_iter([(name.clone(), held)]))
            }
            HoleAnswer::Each(answers) => Value::Array(answers.iter().map(HoleAnswer::json).collect()),
            HoleAnswer::Declined { .. } => Value::Null,
        }
    }

    fn fits(&self, fits: &Fits) -> bool {
        match (self, fits) {
            (HoleAnswer::Each(answers), Fits::Several(of)) => answers.iter().all(|it| it.fits(of)),
            (HoleAnswer::On(_), Fits::Day)
            | (HoleAnswer::Is(_), Fits::YesNo)
            | (HoleAnswer::Count(_), Fits::Number) => true,
            (HoleAnswer::Words(text), Fits::OneOf(names)) => names.contains(text),
            (HoleAnswer::With(name, _), Fits::OneOf(names)) => names.contains(name),
            (HoleAnswer::With(name, _), Fits::Together) => name.is_empty(),
            (HoleAnswer::Words(text), fits) => {
                let is_text = !matches!(
                    fits,
                    Fits::Day | Fits::YesNo | Fits::Number | Fits::Several(_) | Fits::Together
                );
                is_text && !text.trim().is_empty()
            }
            _ => false,
        }
    }
}

impl From<&str> for HoleAnswer {
    fn from(text: &str) -> Self {
        HoleAnswer::Words(text.to_owned())
    }
}

impl From<String> for HoleAnswer {
    fn from(text: String) -> Self {
        HoleAnswer::Words(text)
    }
}

impl From<NaiveDate> for HoleAnswer {
    fn from(day: NaiveDate) -> Self {
        HoleAnswer::On(day)
    }
}

impl From<bool> for HoleAnswer {
    fn from(yes: bool) -> Self {
        HoleAnswer::Is(yes)
    }
}

/// The answers to the holes of one event, by path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    by_path: BTreeMap<String, HoleAnswer>,
}

impl Answers {
    /// No answers yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// With this answer in this hole.
    #[must_use]
    pub fn and(mut self, hole: impl Into<String>, answer: impl Into<HoleAnswer>) -> Self {
        self.by_path.insert(hole.into(), answer.into());
        self
    }
}

/// What came of filling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filled {
    /// The events, to be recorded in this order.
    Recordable(Vec<Event>),
    /// Somebody declined to fill a hole: nothing is recorded and the finding stays.
    Declined {
        /// Which hole.
        hole: String,
        /// Why, in their words.
        reason: String,
    },
}

/// Why answers do not fill a pattern.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FillError {
    /// There is an answer to something that is no hole.
    #[error("`{event}` has no hole `{hole}`; its holes: {holes}")]
    NoSuchHole {
        /// The kind of event.
        event: String,
        /// What was answered.
        hole: String,
        /// What can be.
        holes: String,
    },
    /// A hole that the event cannot be without is left open.
    #[error("`{event}.{hole}` is left open; what fits: {fits}")]
    LeftOpen {
        /// The kind of event.
        event: String,
        /// The hole.
        hole: String,
        /// What fits.
        fits: String,
    },
    /// The answer is of another kind than the hole, or is none of the values that count.
    #[error("`{event}.{hole}`: `{given}` does not fit; what fits: {fits}")]
    DoesNotFit {
        /// The kind of event.
        event: String,
        /// The hole.
        hole: String,
        /// What was given.
        given: String,
        /// What fits.
        fits: String,
    },
    /// The answers fit each by themselves, and are no event together.
    #[error("`{event}`: {why}")]
    NoEvent {
        /// The kind of event.
        event: String,
        /// What reading it says.
        why: String,
    },
    /// There are more or fewer sets of answers than events.
    #[error("answers for {given} events, where the way has {wanted}")]
    OtherCount {
        /// How many were given.
        given: usize,
        /// How many events the way has.
        wanted: usize,
    },
}

impl RemedyWay {
    /// The events that these answers make, one set of answers for each event in order.
    ///
    /// # Errors
    /// [`FillError`] with the event, the hole, and what fits.
    pub fn fill(&self, answers: &[Answers]) -> Result<Filled, FillError> {
        if answers.len() != self.patterns.len() {
            return Err(FillError::OtherCount { given: answers.len(), wanted: self.patterns.len() });
        }
        let mut contents: Vec<Value> = Vec::new();
        let mut events = Vec::new();
        for (pattern, answers) in self.patterns.iter().zip(answers) {
            match pattern.content(answers, &contents)? {
                Content::Filled(content) => {
                    events.push(pattern.event_of(&content)?);
                    contents.push(content);
                }
                Content::Declined { hole, reason } => return Ok(Filled::Declined { hole, reason }),
            }
        }
        Ok(Filled::Recordable(events))
    }
}

/// What an event holds, as JSON; or that somebody declined.
enum Content {
    Filled(Value),
    Declined { hole: String, reason: String },
}

impl Pattern {
    /// The event that these answers make. For a pattern that takes over something of an earlier event, fill the whole
    /// [`RemedyWay`].
    ///
    /// # Errors
    /// [`FillError`] with the hole and what fits.
    pub fn fill(&self, answers: &Answers) -> Result<Filled, FillError> {
        match self.content(answers, &[])? {
            Content::Filled(content) => Ok(Filled::Recordable(vec![self.event_of(&content)?])),
            Content::Declined { hole, reason } => Ok(Filled::Declined { hole, reason }),
        }
    }

    fn content(&self, answers: &Answers, earlier: &[Value]) -> Result<Content, FillError> {
        let event = || self.event.to_owned();
        let known = form(self.event);
        let mut content = Value::Object(Map::new());
        for (path, text) in &self.fixed {
            let fits = known.and_then(|it| it.fits(path)).unwrap_or(&Fits::Line);
            put(&mut content, path, given(fits, text), self.event);
        }
        for (path, place) in &self.same_as {
            let said = earlier.get(place.event).and_then(|it| at(it, place.path));
            let said = said.cloned().ok_or_else(|| FillError::LeftOpen {
                event: event(),
                hole: (*path).to_owned(),
                fits: format!("what the earlier event says in `{}`", place.path),
            })?;
            let fits = known.and_then(|it| it.fits(path));
            let said = match fits {
                Some(Fits::Several(_)) if !said.is_array() => Value::Array(vec![said]),
                _ => said,
            };
            put(&mut content, path, said, self.event);
        }
        for (path, answer) in &answers.by_path {
            // Whoever is asked to record an event may say no, whatever its holes.
            if let Some(reason) = answer.declined().filter(|_| path == "by") {
                return Ok(Content::Declined { hole: path.clone(), reason: reason.to_owned() });
            }
            let Some(hole) = self.holes.iter().find(|hole| hole.path == path) else {
                let holes: Vec<String> = self.holes.iter().map(|it| format!("`{}`", it.path)).collect();
                return Err(FillError::NoSuchHole {
                    event: event(),
                    hole: path.clone(),
                    holes: holes.join(", "),
                });
            };
            if let Some(reason) = answer.declined() {
                return Ok(Content::Declined { hole: path.clone(), reason: reason.to_owned() });
            }
            if !answer.fits(hole.fits) || !is_among(hole, answer) {
                return Err(FillError::DoesNotFit {
                    event: event(),
                    hole: path.clone(),
                    given: answer.json().to_string(),
                    fits: what_fits(hole),
                });
            }
            // Who records an entry stands beside the event, not in it.
            if hole.path != "by" {
                put(&mut content, path, answer.json(), self.event);
            }
        }
        let open = self.holes.iter().find(|hole| hole.needed && !answers.by_path.contains_key(hole.path));
        match open {
            Some(hole) => {
                Err(FillError::LeftOpen { event: event(), hole: hole.path.to_owned(), fits: what_fits(hole) })
            }
            None => Ok(Content::Filled(content)),
        }
    }

    fn event_of(&self, content: &Value) -> Result<Event, FillError> {
        let event = Value::Object(Map::from_iter([(self.event.to_owned(), content.clone())]));
        serde_json::from_value(event)
            .map_err(|why| FillError::NoEvent { event: self.event.to_owned(), why: why.to_string() })
    }
}

fn what_fits(hole: &Hole) -> String {
    if hole.among.is_empty() {
        hole.fits.to_string()
    } else {
        format!("one of `{}`", hole.among.join("`, `"))
    }
}

fn is_among(hole: &Hole, answer: &HoleAnswer) -> bool {
    let name = match answer {
        HoleAnswer::Words(name) | HoleAnswer::With(name, _) => name.clone(),
        HoleAnswer::Count(number) => number.to_string(),
        HoleAnswer::On(day) => day.to_string(),
        HoleAnswer::Each(answers) => return answers.iter().all(|it| is_among(hole, it)),
        HoleAnswer::Is(_) | HoleAnswer::Declined { .. } => return true,
    };
    hole.among.is_empty() || hole.among.contains(&name)
}

/// A given field as JSON. A list that is given holds the one thing that the finding is about.
fn given(fits: &Fits, text: &str) -> Value {
    match fits {
        Fits::Several(of) => Value::Array(vec![given(of, text)]),
        Fits::YesNo => Value::from(text == "true"),
        Fits::Number => text.parse::<u64>().map_or_else(|_| Value::from(text), Value::from),
        Fits::OneOf(_) if text.starts_with('{') => {
            serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))
        }
        _ => Value::from(text),
    }
}

/// Puts a value at a path; a list on the way holds one element.
fn put(content: &mut Value, path: &str, value: Value, event: &str) {
    let known = form(event);
    let mut here = content;
    let mut walked = String::new();
    let mut names = path.split('.').peekable();
    while let Some(name) = names.next() {
        if !here.is_object() {
            *here = Value::Object(Map::new());
        }
        let Some(fields) = here.as_object_mut() else { return };
        if !walked.is_empty() {
            walked.push('.');
        }
        walked.push_str(name);
        let field = fields.entry(name.to_owned()).or_insert(Value::Null);
        if names.peek().is_none() {
            *field = value;
            return;
        }
        let is_list = known.and_then(|it| it.fits(&walked)).is_some_and(|it| matches!(it, Fits::Several(_)));
        if is_list {
            if !field.is_array() {
                *field = Value::Array(vec![Value::Null]);
            }
            let Some(first) = field.as_array_mut().and_then(|list| list.first_mut()) else { return };
            here = first;
        } else {
            here = field;
        }
    }
}

fn at<'v>(content: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(content, |here, name| {
        here.get(name).or_else(|| here.as_array().and_then(|list| list.first()?.get(name)))
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::finding::Answerer;

    fn pattern(event: &'static str, fixed: &[(&'static str, String)], holes: &[&'static str]) -> Pattern {
        Pattern::of(event, fixed, holes, vec![Answerer::ThoseWhoWeigh])
    }

    fn one(filled: Filled) -> Event {
        match filled {
            Filled::Recordable(mut events) if events.len() == 1 => events.remove(0),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn given_fields_and_answers_make_the_event_also_through_lists_and_alternatives() {
        let fixed = [("step", "s1".to_owned()), ("details.burdens.person", "p1".to_owned())];
        let burden = pattern("step_detailed", &fixed, &["details.burdens.burden", "details.review_on"]);
        let day = NaiveDate::from_ymd_opt(2025, 3, 1).unwrap();
        let answers =
            Answers::new().and("details.burdens.burden", "less of each other").and("details.review_on", day);
        let json = serde_json::to_value(one(burden.fill(&answers).unwrap())).unwrap();
        let details = serde_json::json!({
            "burdens": [{ "person": "p1", "burden": "less of each other" }], "review_on": "2025-03-01"
        });
        assert_eq!(json, serde_json::json!({ "step_detailed": { "step": "s1", "details": details } }));

        let fixed = [("step", "s1".to_owned()), ("verdicts.on.condition", "suitable".to_owned())];
        let agreed = pattern("converged", &fixed, &["verdicts.verdict", "why"]);
        let answers = Answers::new().and("verdicts.verdict", "met").and("why", "we agree");
        let json = serde_json::to_value(one(agreed.fill(&answers).unwrap())).unwrap();
        let verdicts = serde_json::json!([{ "on": { "condition": "suitable" }, "verdict": "met" }]);
        assert_eq!(json["converged"]["verdicts"], verdicts);
    }

    #[test]
    fn what_an_event_cannot_do_without_is_a_hole_though_nobody_names_it() {
        let proposed = pattern("step_proposed", &[("about", "k1".to_owned())], &["measure"]);
        let holes: Vec<(&str, bool)> = proposed.holes.iter().map(|it| (it.path, it.needed)).collect();
        assert_eq!(holes, [("measure", true), ("proposed_by", true), ("step", true)]);
        let open = proposed.fill(&Answers::new().and("measure", "M02").and("step", "s1")).unwrap_err();
        assert_eq!(open.to_string(), "`step_proposed.proposed_by` is left open; what fits: a pseudonym");
    }

    #[test]
    fn only_values_that_count_are_taken() {
        let proposed = pattern("step_proposed", &[], &["measure"]).among("measure", ["M16".to_owned()]);
        let wrong = proposed.fill(&Answers::new().and("measure", "M02")).unwrap_err();
        assert_eq!(
            wrong.to_string(),
            r#"`step_proposed.measure`: `"M02"` does not fit; what fits: one of `M16`"#
        );
    }

    #[test]
    fn a_later_event_takes_over_what_an_earlier_one_says() {
        let weighs = || vec![Answerer::ThoseWhoWeigh];
        let claimed = Pattern::of("claimed", &[], &[], weighs());
        let fixed = [("step", "s1".to_owned()), ("on.condition", "suitable".to_owned())];
        let view = Pattern::of("view_given", &fixed, &["for"], weighs()).same_as("for", 0, "statement");
        let way = RemedyWay { patterns: vec![claimed, view] };
        let said = Answers::new().and("statement", "f1").and("text", "alone at night");
        let weighed = Answers::new().and("verdict", "met").and("why", "by the school");
        let Filled::Recordable(events) = way.fill(&[said.clone(), weighed]).unwrap() else {
            panic!("declined")
        };
        let json = serde_json::to_value(&events[1]).unwrap();
        assert_eq!(json["view_given"]["for"], serde_json::json!(["f1"]));
        let error = way.fill(&[said]).unwrap_err();
        assert_eq!(error.to_string(), "answers for 1 events, where the way has 2");
    }

    #[test]
    fn what_fits_each_hole_and_is_no_event_together_says_why() {
        let view = pattern("view_given", &[("step", "s1".to_owned())], &["on"]);
        let odd = HoleAnswer::with("condition", [("", "no_such_condition".into())]);
        let answers = Answers::new().and("on", odd).and("verdict", "met").and("why", "x");
        let FillError::NoEvent { event, why } = view.fill(&answers).unwrap_err() else {
            panic!("it is read")
        };
        assert_eq!(event, "view_given");
        assert!(why.contains("no_such_condition"), "{why}");
    }
}
