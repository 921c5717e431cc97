//! A counterexample as a story: the shortest history on which a rule breaks, told step by step in plain words.

mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Serialize;

use crate::code::{Code, Language};
use crate::dossier::Event;
use crate::id::PersonId;
use crate::minimise::Minimised;
use crate::pack::Pack;
use crate::person::Role;
use crate::sentence::Sentence;
use crate::time::When;

/// What a story is told for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StoryOf {
    /// A rule of the reader breaks.
    Rule,
    /// The assessment shows a code.
    Shows(Code),
    /// The assessment lacks a code, for the steps that it has.
    Lacks(Code),
}

/// The shortest history on which a rule breaks, to be read by people.
///
/// Who is there comes first, in one line; what happened follows, a step each. No text of anybody stands in it: what somebody
/// wrote stays in the dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Story {
    /// What it is told for.
    pub of: StoryOf,
    /// Who is there.
    pub people: Vec<StoryPerson>,
    /// What happened, in the order in which it was recorded.
    pub steps: Vec<StoryStep>,
    /// Whether leaving out any one step, or anybody, mends the rule.
    pub is_shortest: bool,
}

/// Somebody in a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoryPerson {
    /// The pseudonym.
    pub person: PersonId,
    /// What they are in the dossier.
    pub role: Role,
    /// The entry that names them, by its number in the whole dossier.
    pub entry: u64,
    /// The role and what is known of the birth, in words.
    pub told: Sentence,
    /// Whether nothing else in the story needs them to be named. Without them the rule holds all the same.
    pub is_named_by_nobody: bool,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoryStep {
    /// Its number in the story, from 1.
    pub number: usize,
    /// The entry, by its number in the whole dossier.
    pub entry: u64,
    /// When it was so.
    pub on: When,
    /// Who did it, or who tells it.
    pub by: PersonId,
    /// Which kind of entry it is.
    pub kind: &'static str,
    /// What happened.
    pub told: Sentence,
    /// The later steps that cannot be without it.
    pub carries: Vec<usize>,
}

impl Story {
    /// The story of a history that was made as short as it goes. The pack has the names of measures and grounds.
    ///
    /// ```
    /// use afweging::{Dossier, Language, NewEntry, Pack, Story, StoryOf, minimise};
    /// let mut dossier = Dossier::new("d1");
    /// for event in [
    ///     r#"{"person_added": {"person": "vt", "role": "veilig_thuis"}}"#,
    ///     r#"{"report_received": {"receiver": "vt", "text": "shouting at night"}}"#,
    ///     r#"{"watch_taken": {"watcher": "vt"}}"#,
    ///     r#"{"watch_left": {"watcher": "vt"}}"#,
    /// ] {
    ///     dossier.record(NewEntry::from_json(&format!(
    ///         r#"{{"recorded": "2025-03-01T12:00:00Z", "occurred": "2025-03-01", "by": "vt", "event": {event}}}"#
    ///     ))?)?;
    /// }
    /// // The reader's rule: after a report somebody keeps watch.
    /// let breaks = |it: &Dossier| {
    ///     let reported = it.entries().iter().any(|entry| entry.event.kind() == "report_received");
    ///     reported && it.watchers("2025-03-01".parse().unwrap_or_default()).is_empty()
    /// };
    /// let story = Story::of(StoryOf::Rule, &minimise(&dossier, breaks)?, &Pack::nl()?);
    /// assert_eq!(story.text(Language::En), "\
    /// Shortest case that breaks your rule (1 step):
    ///   With: vt (Veilig Thuis).
    ///   1. 1 March 2025, vt: report received.
    /// Without step 1 the rule holds again.
    /// ");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(of: StoryOf, found: &Minimised, pack: &Pack) -> Story {
        let mut numbers: BTreeMap<u64, usize> = BTreeMap::new();
        let happened = found.dossier.entries().iter().filter(|it| !is_cast(&it.event));
        for (number, entry) in (1_usize..).zip(happened) {
            numbers.insert(entry.seq, number);
        }
        let mut people = Vec::new();
        let mut steps = Vec::new();
        let nothing = BTreeSet::new();
        let carries = found.carries.iter().chain(std::iter::repeat(&nothing));
        for ((entry, place), carried) in found.dossier.entries().iter().zip(&found.places).zip(carries) {
            if let Event::PersonAdded(it) = &entry.event {
                let told = words::person(it);
                people.push(StoryPerson {
                    person: it.person.clone(),
                    role: it.role,
                    entry: *place,
                    told,
                    is_named_by_nobody: carried.is_empty(),
                });
            } else if let Some(number) = numbers.get(&entry.seq) {
                steps.push(StoryStep {
                    number: *number,
                    entry: *place,
                    on: entry.occurred,
                    by: entry.by.clone(),
                    kind: entry.event.kind(),
                    told: words::told(entry, pack, &numbers),
                    // What was erased goes with the entry that says so; that is no later step.
                    carries: carried.range(entry.seq..).filter_map(|seq| numbers.get(seq)).copied().collect(),
                });
            }
        }
        Story { of, people, steps, is_shortest: found.is_shortest }
    }

    /// The story as text, in one language. Each line ends in a line break.
    pub fn text(&self, language: Language) -> String {
        let say = |nl: &'static str, en: &'static str| match language {
            Language::Nl => nl,
            Language::En => en,
        };
        let steps = match self.steps.len() {
            1 => say("1 stap", "1 step").to_owned(),
            many => format!("{many} {}", say("stappen", "steps")),
        };
        let mut text = format!("{} ({steps}):\n", self.heading(language));
        if !self.people.is_empty() {
            let people: Vec<String> = self
                .people
                .iter()
                .map(|it| format!("{} ({})", it.person, it.told.in_language(language)))
                .collect();
            // Writing to a `String` cannot fail, here and below.
            let _ = writeln!(text, "  {}: {}.", say("Met", "With"), people.join(", "));
        }
        for step in &self.steps {
            let (on, told) = (language.when(&step.on), step.told.in_language(language));
            let _ = writeln!(text, "  {}. {on}, {}: {told}.", step.number, step.by);
        }
        text.push_str(&self.ending(language));
        text
    }

    fn heading(&self, language: Language) -> String {
        match (self.of, language) {
            (StoryOf::Rule, Language::Nl) => "Kortste geval dat uw regel breekt".to_owned(),
            (StoryOf::Rule, Language::En) => "Shortest case that breaks your rule".to_owned(),
            (StoryOf::Shows(code), Language::Nl) => format!("Kortste geval waarin {code} er staat"),
            (StoryOf::Shows(code), Language::En) => format!("Shortest case that shows {code}"),
            (StoryOf::Lacks(code), Language::Nl) => {
                format!("Kortste geval met deze stap waarin {code} er niet staat")
            }
            (StoryOf::Lacks(code), Language::En) => format!("Shortest case with this step that lacks {code}"),
        }
    }

    /// What happens without a step: of those that carry no other, since leaving out one that does says less of it alone.
    fn ending(&self, language: Language) -> String {
        if !self.is_shortest {
            return match language {
                Language::Nl => "Er is niet verder gezocht: er kan een korter geval zijn.\n",
                Language::En => "The search was stopped: there can be a shorter case.\n",
            }
            .to_owned();
        }
        // The step that is asked about is there in every history that lacks a code: leaving it out is no answer.
        let asked_about = |it: &StoryStep| matches!(self.of, StoryOf::Lacks(_)) && it.kind == "step_proposed";
        let step = match language {
            Language::Nl => "stap",
            Language::En => "step",
        };
        let steps = self.steps.iter().filter(|it| it.carries.is_empty() && !asked_about(it));
        let people = self.people.iter().filter(|it| it.is_named_by_nobody);
        let alone: Vec<String> = steps
            .map(|it| format!("{step} {}", it.number))
            .chain(people.map(|it| it.person.to_string()))
            .collect();
        let mut text = String::new();
        if !alone.is_empty() {
            let (nl, en) = (list(&alone, "of"), list(&alone, "or"));
            let _ = match (self.of, language) {
                (StoryOf::Rule, Language::Nl) => writeln!(text, "Zonder {nl} klopt de regel weer."),
                (StoryOf::Rule, Language::En) => writeln!(text, "Without {en} the rule holds again."),
                (StoryOf::Shows(code), Language::Nl) => {
                    writeln!(text, "Zonder {nl} staat {code} er niet meer.")
                }
                (StoryOf::Shows(code), Language::En) => writeln!(text, "Without {en} {code} is gone."),
                (StoryOf::Lacks(code), Language::Nl) => writeln!(text, "Zonder {nl} staat {code} er wel."),
                (StoryOf::Lacks(code), Language::En) => writeln!(text, "Without {en} {code} is there."),
            };
        }
        for step in self.steps.iter().filter(|it| !it.carries.is_empty()) {
            let carried: Vec<String> = step.carries.iter().map(ToString::to_string).collect();
            let _ = match language {
                Language::Nl => {
                    writeln!(text, "Zonder stap {} kan ook stap {} niet.", step.number, list(&carried, "en"))
                }
                Language::En => writeln!(
                    text,
                    "Without step {} step {} cannot be either.",
                    step.number,
                    list(&carried, "and")
                ),
            };
        }
        text
    }
}

/// Who is there is told in a line of its own.
fn is_cast(event: &Event) -> bool {
    matches!(event, Event::PersonAdded(_))
}

fn list(items: &[String], between: &str) -> String {
    match items.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} {between} {last}", before.join(", ")),
        _ => items.join(""),
    }
}
