//! Telling: the lines of a scenario become entries of a dossier. What is not said stays unknown there.

mod answers;
mod people;
mod sources;
mod values;

use afweging::{Code, Dossier, NewEntry, Pack, StepId};
use chrono::{NaiveDate, TimeDelta};
use serde_json::{Map, Value, json};

use crate::cast::Cast;
use crate::day::day;
use crate::fault::{Place, ScenarioFault};
use crate::form::{Kind, LINES, Takes};
use crate::item::{Item, Told};
use crate::sentence;
use crate::words::is_same;

/// Why telling stops.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The scenario is wrong.
    Fault(ScenarioFault),
    /// The dossier refuses the line: a scenario may expect that.
    Refused(Refused),
}

impl From<ScenarioFault> for Stop {
    fn from(fault: ScenarioFault) -> Self {
        Stop::Fault(fault)
    }
}

/// A line that the dossier refused.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Refused {
    /// Where the line stands.
    pub place: Place,
    /// By which code.
    pub code: Code,
    /// In Dutch, with the place in the entry and what was allowed.
    pub why: String,
}

/// What a name stands for.
#[derive(Debug, Clone)]
struct Named {
    name: String,
    /// The words of it, by which it can be named too.
    text: String,
    id: String,
}

/// The dossier under way, with all names.
pub(crate) struct Teller<'a> {
    pack: &'a Pack,
    pub(crate) dossier: Dossier,
    start: NaiveDate,
    pub(crate) day: NaiveDate,
    pub(crate) cast: Cast,
    statements: Vec<Named>,
    evidence: Vec<Named>,
    pub(crate) steps: Vec<StepNamed>,
    obligations: Vec<Named>,
    entries: Vec<(String, u64)>,
    /// Lines on a step that was not there yet, each with its day.
    waiting: Vec<(Item, NaiveDate)>,
    /// The step that was last proposed, or that something was done with.
    pub(crate) last_step: Option<StepId>,
}

/// A step, by its name and its measure.
#[derive(Debug, Clone)]
pub(crate) struct StepNamed {
    name: String,
    measure: String,
    id: String,
}

/// Who keeps the dossier: writes down what nobody in particular did.
const KEEPER: &str = "schrijver";

impl<'a> Teller<'a> {
    pub(crate) fn new(pack: &'a Pack, id: &str, start: NaiveDate) -> Self {
        Teller {
            pack,
            dossier: Dossier::new(id),
            start,
            day: start,
            cast: Cast::default(),
            statements: Vec::new(),
            evidence: Vec::new(),
            steps: Vec::new(),
            obligations: Vec::new(),
            entries: Vec::new(),
            waiting: Vec::new(),
            last_step: None,
        }
    }

    /// Tells all of it, in order.
    pub(crate) fn tell_all(&mut self, told: &[Told]) -> Result<(), Stop> {
        for it in told {
            match it {
                Told::Line(item) => self.tell(item)?,
                Told::Sentence(place, text) => self.tell_sentence(*place, text)?,
            }
        }
        Ok(())
    }

    /// What still waits for a step when all was told.
    pub(crate) fn left_over(&self) -> Option<ScenarioFault> {
        let (item, _) = self.waiting.first()?;
        Some(
            ScenarioFault::new(
                item.place,
                format!("`{}` gaat over een stap, en er is er geen", item.line.word),
            )
            .hint("stel een stap voor, met `stap: …` of onder `als`: `GI overweegt ots`"),
        )
    }

    fn tell_sentence(&mut self, place: Place, text: &str) -> Result<(), Stop> {
        if let Some(day) = day(text, self.day) {
            self.day = day;
            return Ok(());
        }
        let said = sentence::read(text).ok_or_else(|| sentence::not_understood(place, text))?;
        let node = crate::node::Node { place, body: crate::node::Body::Text(said.measure.clone()) };
        let known = match said.does {
            sentence::Does::Considers => None,
            _ => self.step_named(&said.measure).map(|step| step.id.clone()),
        };
        let step = match known {
            Some(step) => step,
            None => {
                crate::lookup::measure_of(self.pack, self.day, &node)?;
                let proposal = said.proposal(place).ok_or_else(|| sentence::not_understood(place, text))?;
                self.tell(&proposal)?;
                self.last_step.as_ref().map(|step| step.as_str().to_owned()).unwrap_or_default()
            }
        };
        self.last_step = StepId::new(step.clone()).ok();
        match said.act(place, &step) {
            Some(act) => self.tell(&act),
            None => Ok(()),
        }
    }

    fn tell(&mut self, item: &Item) -> Result<(), Stop> {
        if self.waits(item) {
            self.waiting.push((item.clone(), self.day));
            return Ok(());
        }
        let day = self.day;
        self.tell_on(item, day)
    }

    /// Whether the line is about a step and none is there.
    fn waits(&self, item: &Item) -> bool {
        let is_about_one = item.line.kind == Kind::Consent
            || item.line.fields.iter().any(|field| matches!(field.takes, Takes::Step));
        is_about_one && self.steps.is_empty()
    }

    /// Tells a line that was so on a day.
    fn tell_on(&mut self, item: &Item, day: NaiveDate) -> Result<(), Stop> {
        let before = self.dossier.len();
        match item.line.kind {
            Kind::People => self.people(item)?,
            Kind::Statement => self.statement(item, day)?,
            Kind::Evidence => self.evidence(item, day)?,
            Kind::Finding => self.finding(item, day)?,
            Kind::Consent => self.consent(item, day)?,
            Kind::Step => self.step(item, day)?,
            Kind::Alternative => self.alternative(item, day)?,
            Kind::NotHeard => self.not_heard(item, day)?,
            Kind::Disagreed => self.disagreed(item, day)?,
            Kind::Event | Kind::Agreed => self.event(item, day)?,
            Kind::Raw => self.raw(item, day)?,
            Kind::Read => self.read(item)?,
            Kind::Tampered => self.tampered(item)?,
        }
        if let Some(name) = item.text("naam") {
            // Of a line that became several entries, the name is that of the one that the line is about.
            let new = self.dossier.entries().iter().skip(before);
            let about = new.clone().rfind(|entry| entry.event.kind() == item.line.event);
            if let Some(entry) = about.or(new.last()) {
                self.entries.push((name, entry.seq));
            }
        }
        if item.line.kind == Kind::Step {
            for (waiting, day) in std::mem::take(&mut self.waiting) {
                self.tell_on(&waiting, day)?;
            }
        }
        Ok(())
    }

    /// A line that is one event, once for each of the people, grounds or documents that it names.
    fn event(&mut self, item: &Item, day: NaiveDate) -> Result<(), Stop> {
        let mut rounds: Vec<Value> = vec![json!({})];
        let mut speakers: Vec<Option<String>> = vec![None];
        if item.line.fields.iter().any(|field| matches!(field.takes, Takes::Step) && !item.says(field.word)) {
            let step = self.only_step(item)?;
            for field in item.line.fields.iter().filter(|field| matches!(field.takes, Takes::Step)) {
                set_all(&mut rounds, field.to, &json!(step));
            }
        }
        for (field, node) in item.said() {
            let is_speaker = field.word == item.line.by;
            let values = self.values(item, field, node)?;
            if is_speaker {
                let names: Vec<Option<String>> =
                    values.iter().map(|value| value.as_str().map(str::to_owned)).collect();
                if field.to.is_empty() {
                    speakers = names;
                    continue;
                }
                if let [Some(name)] = names.as_slice() {
                    speakers = vec![Some(name.clone())];
                }
            }
            if field.to.is_empty() {
                continue;
            }
            match values.as_slice() {
                [value] => set_all(&mut rounds, field.to, value),
                many => {
                    rounds = rounds
                        .iter()
                        .flat_map(|round| {
                            many.iter().map(move |value| {
                                let mut round = round.clone();
                                set(&mut round, field.to, value.clone());
                                round
                            })
                        })
                        .collect();
                }
            }
        }
        if item.line.event == "obligation_ordered" {
            let id = self.new_obligation(item);
            set_all(&mut rounds, "obligation", &json!(id));
        }
        self.note_step(item, &rounds);
        for round in rounds {
            for speaker in &speakers {
                // Several who are each told of speak for themselves.
                let own = || {
                    let field = item.line.fields.iter().find(|field| field.word == item.line.by)?;
                    round.get(field.to)?.as_str().map(str::to_owned)
                };
                let by = speaker.clone().or_else(own);
                self.write(item, by.as_deref(), item.line.event, round.clone(), day)?;
            }
        }
        Ok(())
    }

    /// The step that something is done with is the one that the scenario is about.
    fn note_step(&mut self, item: &Item, rounds: &[Value]) {
        let acts = ["request_filed", "decided", "decided_urgently", "started", "reviewed", "ended"];
        if acts.contains(&item.line.event)
            && let Some(step) = rounds.first().and_then(|round| round.get("step")).and_then(Value::as_str)
        {
            self.last_step = StepId::new(step).ok();
        }
    }

    /// Records one event. `by` is who did it; nobody in particular is whoever keeps the dossier.
    fn write(
        &mut self,
        item: &Item,
        by: Option<&str>,
        kind: &str,
        content: Value,
        day: NaiveDate,
    ) -> Result<u64, Stop> {
        let by = match by {
            Some(by) => by.to_owned(),
            None => self.keeper(item)?,
        };
        let occurred = match item.get("op") {
            None => json!(day),
            Some(node) => self.occurred(node)?,
        };
        let mut event = Map::new();
        event.insert(kind.to_owned(), content);
        let mut entry = json!({ "recorded": self.now(), "occurred": occurred, "by": by, "event": event });
        if let (Some(door), Some(fields)) = (item.word("deur"), entry.as_object_mut()) {
            fields.insert("door".to_owned(), json!(door));
        }
        self.record(item.place, &entry)
    }

    fn record(&mut self, place: Place, entry: &Value) -> Result<u64, Stop> {
        let entry = NewEntry::from_json(&entry.to_string())
            .map_err(|error| refused(place, error.code, &error.path, &error.reason, &[]))?;
        self.dossier.record(entry).map_err(|it| refused(place, it.code, &it.path, &it.reason, &it.allowed))
    }

    /// The moment at which the next entry is recorded: on the day, a second after the one before.
    fn now(&self) -> String {
        let seconds = i64::try_from(self.dossier.len().min(80_000)).unwrap_or_default();
        let noon = self.day.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc();
        let now =
            TimeDelta::try_seconds(seconds).and_then(|later| noon.checked_add_signed(later)).unwrap_or(noon);
        now.format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// A line in the log's own form. `entry` may be the name of an earlier line.
    fn raw(&mut self, item: &Item, day: NaiveDate) -> Result<(), Stop> {
        let Some(node) = item.first() else { return Ok(()) };
        let mut event = node.to_json();
        let kind = event.as_object().and_then(|fields| fields.keys().next().cloned()).ok_or_else(|| {
            ScenarioFault::new(
                node.place,
                "achter `gebeurtenis` hoort één gebeurtenis, zoals `{watch_taken: {watcher: gi}}`",
            )
        })?;
        if let Some(content) = event.get_mut(&kind)
            && let Some(name) = content.get("entry").and_then(Value::as_str).map(str::to_owned)
        {
            let entry = self.entry_named(&name, node.place)?;
            set(content, "entry", json!(entry));
        }
        let by = match item.get("door") {
            Some(node) => Some(self.person(node)?),
            None => None,
        };
        let content = event.get(&kind).cloned().unwrap_or(Value::Null);
        if let Some(step) = content.get("step").and_then(Value::as_str).filter(|_| kind == "step_proposed") {
            let measure = content.get("measure").and_then(Value::as_str).unwrap_or_default();
            self.steps.push(StepNamed {
                name: item.text("naam").unwrap_or_else(|| step.to_owned()),
                measure: measure.to_owned(),
                id: step.to_owned(),
            });
            self.last_step = StepId::new(step).ok();
        }
        self.write(item, by.as_deref(), &kind, content, day).map(|_| ())
    }

    /// A whole dossier in place of what was told.
    fn read(&mut self, item: &Item) -> Result<(), Stop> {
        let Some(node) = item.first() else { return Ok(()) };
        let text = match &node.body {
            crate::node::Body::Text(text) => text.clone(),
            _ => node.to_json().to_string(),
        };
        self.dossier = Dossier::from_json(&text)
            .map_err(|error| refused(item.place, error.code, &error.path, &error.reason, &[]))?;
        Ok(())
    }

    /// Another word in the log, behind its back.
    fn tampered(&mut self, item: &Item) -> Result<(), Stop> {
        let from = item.first().and_then(crate::node::Node::text).unwrap_or_default();
        let to = item.text("in").unwrap_or_default();
        let json = |text: &str| Value::String(text.to_owned()).to_string();
        let text = self.dossier.to_json();
        let changed = text.replace(&json(&from), &json(&to));
        if changed == text {
            return Err(ScenarioFault::new(
                item.place,
                format!("de tekst `{from}` staat nergens in het logboek"),
            )
            .hint("neem de hele tekst over, zoals hij achter `bewering` of `omdat` staat")
            .into());
        }
        self.dossier = Dossier::from_json(&changed)
            .map_err(|error| refused(item.place, error.code, &error.path, &error.reason, &[]))?;
        Ok(())
    }
}

/// A refusal, in Dutch.
fn refused(place: Place, code: Code, path: &str, reason: &str, allowed: &[String]) -> Stop {
    let mut why = format!("{} [{path}: {reason}]", code.sentence(afweging::Language::Nl));
    if !allowed.is_empty() {
        let words: Vec<String> = allowed.iter().map(|kind| format!("`{}`", dutch(kind))).collect();
        why.push_str(&format!(" Op dit moment kan wel: {}.", words.join(", ")));
    }
    Stop::Refused(Refused { place, code, why })
}

/// The word of the form for a kind of event; its own name when the form has none.
fn dutch(kind: &str) -> &str {
    match kind {
        "consent_asked" | "consent_refused" | "consent_withdrawn" => "toestemming",
        kind => LINES.iter().find(|line| line.event == kind).map_or(kind, |line| line.word),
    }
}

/// Puts a value at a place in an event, such as `ground.urgent.look_back` or `powers[].person`.
fn set(event: &mut Value, to: &str, value: Value) {
    let (part, rest) = match to.split_once('.') {
        Some((part, rest)) => (part, Some(rest)),
        None => (to, None),
    };
    let (name, is_list) = match part.strip_suffix("[]") {
        Some(name) => (name, true),
        None => (part, false),
    };
    if !event.is_object() {
        *event = json!({});
    }
    let Some(fields) = event.as_object_mut() else { return };
    match rest {
        None if is_list => drop(fields.insert(name.to_owned(), json!([value]))),
        None => drop(fields.insert(name.to_owned(), value)),
        Some(rest) => {
            let empty = if is_list { json!([{}]) } else { json!({}) };
            let inner = fields.entry(name.to_owned()).or_insert(empty);
            let inner = match inner {
                Value::Array(items) => match items.first_mut() {
                    Some(first) => first,
                    None => return,
                },
                other => other,
            };
            set(inner, rest, value);
        }
    }
}

fn set_all(rounds: &mut [Value], to: &str, value: &Value) {
    for round in rounds {
        set(round, to, value.clone());
    }
}

/// Finds what was named, by its name or its words.
fn find<'n>(named: &'n [Named], asked: &str) -> Option<&'n Named> {
    named
        .iter()
        .rev()
        .find(|it| is_same(&it.name, asked))
        .or_else(|| named.iter().rev().find(|it| is_same(&it.text, asked) || is_same(&it.id, asked)))
}
