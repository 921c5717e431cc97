//! Vectors: small dossiers that every implementation answers alike, each for one point.
//!
//! A vector says two things apart. Its **point** is one assertion out of a rule, with the source of that rule: a code is shown or is
//! not, a gate has an outcome, somebody may or may not, a day is the last one. And it has the full list of **codes** that the library
//! gives, which only says that nothing else changed. The format is on the page `vectors.md` of the book.

mod folder;

use std::collections::BTreeSet;
use std::fmt;

use afweging::{Code, Dossier, InputError, NewEntry, Pack, ReasonIndex, Refusal, Region, assess_beside};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use folder::{Folder, Manifest, Report};

use crate::writer::dutch_pack;

/// The format of a vector.
pub const VECTOR_FORMAT: &str = "afweging/vector/1";

/// What a vector is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The gates, the weighing, the least-intrusive rule and the aids.
    Core,
    /// Statements, sources and findings.
    Facts,
    /// Who may do what.
    Authority,
    /// Terms, duties and law in time.
    Time,
    /// What nobody said stays unknown.
    Unknown,
    /// The log: what it refuses, what was changed, objections, watch.
    Record,
}

impl Level {
    /// Every one of them.
    pub const ALL: [Level; 6] =
        [Level::Core, Level::Facts, Level::Authority, Level::Time, Level::Unknown, Level::Record];

    /// Its name, which is also its folder.
    pub fn name(self) -> &'static str {
        match self {
            Level::Core => "core",
            Level::Facts => "facts",
            Level::Authority => "authority",
            Level::Time => "time",
            Level::Unknown => "unknown",
            Level::Record => "record",
        }
    }
}

/// The one thing that a vector is for, as a rule has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Expect {
    /// The assessment shows this code, as a finding or as a duty.
    Shows(String),
    /// It does not.
    Lacks(String),
    /// The dossier, or the entry in `record`, is refused with this code.
    Refused(String),
    /// A gate of a step has this outcome.
    Gate {
        /// The step.
        step: String,
        /// The gate, such as `least_intrusive`.
        gate: String,
        /// The outcome, such as `unknown`.
        outcome: String,
    },
    /// Whether the law lets an actor request a step or decide on it.
    May {
        /// The step.
        step: String,
        /// `request` or `decide`.
        act: String,
        /// The actor, such as `raad`.
        actor: String,
        /// Whether they may.
        may: bool,
    },
    /// A duty out of a term has this last day.
    Due {
        /// The term, by its id in the law pack.
        term: String,
        /// The last day.
        last: NaiveDate,
    },
    /// No duty out of this term is open.
    NotDue {
        /// The term.
        term: String,
    },
    /// What the sources of a statement come to.
    Fact {
        /// The statement.
        statement: String,
        /// `neither`, `for`, `against` or `both`.
        support: String,
        /// How many independent roots speak for it.
        roots_for: u64,
        /// How many speak against it.
        roots_against: u64,
    },
    /// How a step stands.
    Stands {
        /// The step.
        step: String,
        /// The state of the decision.
        decision: String,
        /// The state of the carrying out.
        execution: String,
    },
}

/// One vector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    /// [`VECTOR_FORMAT`].
    pub format: String,
    /// Its name, which is also that of its file.
    pub name: String,
    /// What it is about.
    pub level: Level,
    /// The point, in a sentence.
    pub point: String,
    /// Where the rule stands: an article, or a section of the model.
    pub source: String,
    /// The vector that differs in one thing and has the other answer, with what differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub twin: Option<Twin>,
    /// The law pack.
    pub pack: String,
    /// The region whose overlay is upon it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The day.
    pub at: NaiveDate,
    /// The dossier, or what is to be refused as one.
    pub dossier: Value,
    /// An entry that is recorded upon it first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Value>,
    /// Other dossiers beside which its reasons are laid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Value>,
    /// The point.
    pub expect: Expect,
    /// Every code that the library gives, sorted. This part is written by the library.
    pub codes: Vec<String>,
}

/// The vector beside another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Twin {
    /// Its name.
    pub name: String,
    /// What this one has or lacks that the other does not.
    pub differs: String,
}

/// What a vector gave that it should not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Failure {
    /// The point does not hold: a rule is broken.
    Point(String),
    /// The list of codes is another: something changed.
    Codes(String),
    /// The vector cannot be run.
    NotRun(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Point(why) => write!(f, "the point does not hold: {why}"),
            Failure::Codes(why) => write!(f, "other codes: {why}"),
            Failure::NotRun(why) => write!(f, "cannot be run: {why}"),
        }
    }
}

/// What the library says of a vector.
#[derive(Debug, Clone)]
pub enum Said {
    /// The door refused it, with this code.
    Refused(Code),
    /// The assessment, as JSON: what every implementation can read.
    Assessed(Box<Value>),
}

impl Said {
    /// Every code, sorted.
    pub fn codes(&self) -> Vec<String> {
        let mut found = BTreeSet::new();
        match self {
            Said::Refused(code) => {
                found.insert(code.as_str().to_owned());
            }
            Said::Assessed(assessment) => codes_in(assessment, &mut found),
        }
        found.into_iter().collect()
    }
}

/// The codes of findings and duties: whatever has a field `code`.
fn codes_in(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| codes_in(item, found)),
        Value::Object(fields) => {
            found.extend(fields.get("code").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|field| codes_in(field, found));
        }
        _ => {}
    }
}

impl Vector {
    /// Reads a vector.
    ///
    /// # Errors
    /// What is wrong, in one line.
    pub fn from_json(text: &str) -> Result<Vector, String> {
        let vector: Vector = serde_json::from_str(text).map_err(|why| why.to_string())?;
        if vector.format == VECTOR_FORMAT {
            Ok(vector)
        } else {
            Err(format!("`{}` is not `{VECTOR_FORMAT}`", vector.format))
        }
    }

    /// It as JSON, as its file has it.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }

    /// What the library says.
    ///
    /// # Errors
    /// Where the vector names a pack or a region that is not there, or a dossier beside it cannot be read.
    pub fn run(&self) -> Result<Said, String> {
        if self.pack != dutch_pack().id() {
            return Err(format!("there is no pack `{}`", self.pack));
        }
        let overlaid: Pack;
        let pack = match &self.region {
            None => dutch_pack(),
            Some(name) => {
                let region = Region::named(name).ok_or_else(|| format!("there is no region `{name}`"))?;
                overlaid = dutch_pack().clone().in_region(&region).map_err(|why| why.to_string())?;
                &overlaid
            }
        };
        let dossier = match self.dossier() {
            Ok(dossier) => dossier,
            Err(code) => return Ok(Said::Refused(code)),
        };
        let beside: Result<Vec<Dossier>, InputError> =
            self.beside.iter().map(|other| Dossier::from_json(&other.to_string())).collect();
        let beside = beside.map_err(|why| format!("beside: {why}"))?;
        let index = ReasonIndex::of(&beside.iter().collect::<Vec<_>>());
        let assessment = assess_beside(&dossier, pack, self.at, &index).to_json();
        serde_json::from_str(&assessment)
            .map(|it| Said::Assessed(Box::new(it)))
            .map_err(|why| why.to_string())
    }

    /// The dossier with what is recorded upon it, or the code of what refused it.
    fn dossier(&self) -> Result<Dossier, Code> {
        let mut dossier =
            Dossier::from_json(&self.dossier.to_string()).map_err(|InputError { code, .. }| code)?;
        if let Some(entry) = &self.record {
            let entry = NewEntry::from_json(&entry.to_string()).map_err(|InputError { code, .. }| code)?;
            dossier.record(entry).map_err(|Refusal { code, .. }| code)?;
        }
        Ok(dossier)
    }

    /// What does not hold: nothing for a vector that is right.
    pub fn failures(&self) -> Vec<Failure> {
        let said = match self.run() {
            Ok(said) => said,
            Err(why) => return vec![Failure::NotRun(why)],
        };
        let mut failures = Vec::new();
        failures.extend(self.expect.not_so(&said).map(Failure::Point));
        let codes = said.codes();
        if codes != self.codes {
            let missing: Vec<&String> = self.codes.iter().filter(|it| !codes.contains(it)).collect();
            let new: Vec<&String> = codes.iter().filter(|it| !self.codes.contains(it)).collect();
            failures.push(Failure::Codes(format!("gone {missing:?}, new {new:?}")));
        }
        failures
    }
}

impl Expect {
    /// Why it does not hold; nothing when it does.
    fn not_so(&self, said: &Said) -> Option<String> {
        let assessment = match (self, said) {
            (Expect::Refused(code), Said::Refused(found)) if found.as_str() == code => return None,
            (Expect::Refused(code), Said::Refused(found)) => {
                return Some(format!("refused with {found}, not {code}"));
            }
            (Expect::Refused(code), Said::Assessed(_)) => return Some(format!("not refused with {code}")),
            (_, Said::Refused(found)) => return Some(format!("refused with {found}")),
            (_, Said::Assessed(assessment)) => assessment,
        };
        let text = |of: &Value, key: &str| of.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let list = |of: &Value, key: &str| of.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let step = |id: &str| list(assessment, "steps").into_iter().find(|it| text(it, "step") == id);
        let no_step = |id: &str| Some(format!("there is no step `{id}`"));
        match self {
            Expect::Refused(_) => None,
            Expect::Shows(code) => (!said.codes().contains(code)).then(|| format!("{code} is not there")),
            Expect::Lacks(code) => said.codes().contains(code).then(|| format!("{code} is there")),
            Expect::Gate { step: id, gate, outcome } => {
                let Some(step) = step(id) else { return no_step(id) };
                let found = list(&step, "gates").into_iter().find(|it| text(it, "gate") == *gate);
                let found = found.map(|it| text(&it, "outcome")).unwrap_or_default();
                (found != *outcome).then(|| format!("gate {gate} of {id} is `{found}`, not `{outcome}`"))
            }
            Expect::May { step: id, act, actor, may } => {
                let Some(step) = step(id) else { return no_step(id) };
                let is_there = list(&step, &format!("who_may_{act}"))
                    .iter()
                    .filter_map(|it| it.get("who"))
                    .any(|who| text(who, "actor") == *actor);
                let may_not = if is_there { "may" } else { "may not" };
                (is_there != *may).then(|| format!("{actor} {may_not} {act} {id}"))
            }
            Expect::Due { term, last } => {
                let days: Vec<String> = of_term(assessment, term).iter().map(|it| text(it, "due")).collect();
                (!days.contains(&last.to_string())).then(|| format!("{term} is due on {days:?}, not {last}"))
            }
            Expect::NotDue { term } => {
                let days: Vec<String> = of_term(assessment, term).iter().map(|it| text(it, "due")).collect();
                (!days.is_empty()).then(|| format!("{term} is due on {days:?}"))
            }
            Expect::Fact { statement, support, roots_for, roots_against } => {
                let facts = assessment.get("uncertainties").map(|it| list(it, "facts")).unwrap_or_default();
                let fact =
                    facts.into_iter().find(|it| text(it, "statement") == *statement).unwrap_or_default();
                let count = |key: &str| fact.get(key).and_then(Value::as_u64).unwrap_or_default();
                let found = (text(&fact, "support"), count("roots_for"), count("roots_against"));
                (found != (support.clone(), *roots_for, *roots_against))
                    .then(|| format!("the sources of {statement} come to {found:?}"))
            }
            Expect::Stands { step: id, decision, execution } => {
                let Some(step) = step(id) else { return no_step(id) };
                let stands = step.get("stands").cloned().unwrap_or_default();
                let found = (text(&stands, "decision"), text(&stands, "execution"));
                (found != (decision.clone(), execution.clone())).then(|| format!("{id} stands {found:?}"))
            }
        }
    }
}

fn of_term(assessment: &Value, term: &str) -> Vec<Value> {
    let duties = assessment.get("duties").and_then(Value::as_array).cloned().unwrap_or_default();
    let of = |duty: &Value| duty.pointer("/reckoning/term").and_then(Value::as_str) == Some(term);
    duties.into_iter().filter(of).collect()
}
