//! What was said on a line, as the log has it: names become ids, words become the words of the log.

use afweging::{Measure, MeasureId, When};
use serde_json::{Value, json};

use super::{Named, StepNamed, Stop, Teller, find};
use crate::day::day;
use crate::fault::{Place, ScenarioFault};
use crate::form::{Field, Takes};
use crate::item::{Item, word_of, yes_no};
use crate::lookup;
use crate::node::{Body, Node};
use crate::words::is_same;

impl Teller<'_> {
    /// What a field holds: more than one value only where the line is told once for each.
    pub(super) fn values(&mut self, item: &Item, field: &Field, node: &Node) -> Result<Vec<Value>, Stop> {
        let one = match field.takes {
            Takes::Each => {
                let mut ids = Vec::new();
                for node in node.each() {
                    ids.push(json!(self.person(node)?));
                }
                return Ok(ids);
            }
            Takes::Ground => {
                let measure = self.measure_of_step(item);
                let mut on = Vec::new();
                for node in node.each() {
                    let grounds = lookup::grounds(self.pack, measure.as_ref(), node)?;
                    on.extend(grounds.into_iter().map(|id| json!({ "ground": id })));
                }
                return Ok(on);
            }
            Takes::Condition => {
                let mut on = Vec::new();
                for node in node.each() {
                    let condition = lookup::condition_of(node)?;
                    on.push(if field.to == "on" { json!({ "condition": condition }) } else { condition });
                }
                return Ok(on);
            }
            Takes::Document => {
                let measure = self.measure_of_step(item);
                let mut documents = Vec::new();
                for node in node.each() {
                    documents.extend(lookup::documents(measure.as_ref(), node)?);
                }
                return Ok(documents);
            }
            Takes::Text => json!(node.text().unwrap_or_default()),
            Takes::Texts => json!(node.each().into_iter().filter_map(Node::text).collect::<Vec<_>>()),
            Takes::Person => json!(self.person(node)?),
            Takes::People => {
                let mut ids = Vec::new();
                for node in node.each() {
                    ids.push(self.person(node)?);
                }
                json!(ids)
            }
            Takes::Statement => json!(self.statement_id(node)?),
            Takes::Statements => json!(ids(node, |node| self.statement_id(node))?),
            Takes::Evidence => json!(self.evidence_id(node)?),
            Takes::Evidences => json!(ids(node, |node| self.evidence_id(node))?),
            Takes::Step | Takes::OtherStep => json!(self.step_id(node)?),
            Takes::Entry => json!(self.entry_named(&node.text().unwrap_or_default(), node.place)?),
            Takes::Obligation => json!(known("de verplichting", &self.obligations, node)?),
            Takes::Day => json!(self.day_of(node)?),
            Takes::YesNo => json!(yes_no(field, node)?),
            Takes::Count => node.to_json(),
            Takes::Word(words) => json!(word_of(field, words, node)?),
            Takes::WordList(words) => {
                let words: Result<Vec<&str>, ScenarioFault> =
                    node.each().into_iter().map(|node| word_of(field, words, node)).collect();
                json!(words?)
            }
            Takes::Measure => json!(lookup::measure_of(self.pack, self.day, node)?),
            Takes::Placement => json!(lookup::placement(self.pack, self.day, node)?),
            Takes::Weighed => self.weighed(item, node)?,
            Takes::Moment => lookup::moment(node)?,
            Takes::TextPerPerson(name) => {
                let mut list = Vec::new();
                match &node.body {
                    Body::Map(fields) => {
                        for (key, text) in fields {
                            let person = self.person_named(key.place, &key.word)?;
                            list.push(json!({ "person": person, name: text.text() }));
                        }
                    }
                    _ => {
                        for node in node.each() {
                            list.push(json!({ "person": self.person(node)? }));
                        }
                    }
                }
                json!(list)
            }
            Takes::TextPerWord(words) => {
                let mut list = Vec::new();
                if let Body::Map(fields) = &node.body {
                    for (key, text) in fields {
                        let key = Node { place: key.place, body: Body::Text(key.word.clone()) };
                        list.push(json!({ "point": word_of(field, words, &key)?, "why": text.text() }));
                    }
                }
                json!(list)
            }
            Takes::TextPerEvidence => {
                let mut list = Vec::new();
                if let Body::Map(fields) = &node.body {
                    for (key, text) in fields {
                        let evidence =
                            self.evidence_id(&Node { place: key.place, body: Body::Text(key.word.clone()) })?;
                        list.push(json!({ "evidence": evidence, "reply": text.text() }));
                    }
                }
                json!(list)
            }
            Takes::Anything => node.to_json(),
        };
        Ok(vec![one])
    }

    /// A ground or a condition: whichever has the name.
    pub(super) fn weighed(&self, item: &Item, node: &Node) -> Result<Value, Stop> {
        let asked = node.text().unwrap_or_default();
        if let Some(condition) = lookup::condition(&asked) {
            return Ok(json!({ "condition": condition }));
        }
        let grounds = lookup::grounds(self.pack, self.measure_of_step(item).as_ref(), node)?;
        Ok(json!({ "ground": grounds.first() }))
    }

    pub(super) fn day_of(&self, node: &Node) -> Result<chrono::NaiveDate, Stop> {
        let asked = node.text().unwrap_or_default();
        day(&asked, self.day).ok_or_else(|| {
            ScenarioFault::new(node.place, format!("`{asked}` is geen dag"))
                .hint("schrijf jaar-maand-dag, zoals `2025-03-14`, of `over 2 weken`, of `3 dagen eerder`")
                .into()
        })
    }

    /// When something was so: a day, or what the log itself takes for one.
    pub(super) fn occurred(&self, node: &Node) -> Result<Value, Stop> {
        let asked = node.text().unwrap_or_default();
        match asked.parse::<When>() {
            Ok(when) => Ok(json!(when)),
            Err(_) => Ok(json!(self.day_of(node)?)),
        }
    }

    pub(super) fn statement_id(&self, node: &Node) -> Result<String, Stop> {
        known("de bewering", &self.statements, node)
    }

    pub(super) fn evidence_id(&self, node: &Node) -> Result<String, Stop> {
        known("het bewijs", &self.evidence, node)
    }

    pub(super) fn entry_named(&self, name: &str, place: Place) -> Result<u64, Stop> {
        if let Some((_, entry)) = self.entries.iter().rev().find(|(known, _)| is_same(known, name)) {
            return Ok(*entry);
        }
        let what = format!("de regel `{name}` is er niet; geef een eerdere regel die naam met `naam: …`");
        let there = self.entries.iter().map(|(known, _)| known.as_str());
        Err(ScenarioFault::unknown(place, what, name, there).into())
    }

    /// A step by its name, its measure or its id.
    pub(crate) fn step_named(&self, asked: &str) -> Option<&StepNamed> {
        let by_name = self.steps.iter().rev().find(|it| is_same(&it.name, asked) || it.id == asked);
        by_name.or_else(|| {
            let measure = lookup::measure(self.pack, self.day, asked)?;
            self.steps.iter().rev().find(|it| it.measure == measure.as_str())
        })
    }

    pub(crate) fn step_id(&self, node: &Node) -> Result<String, Stop> {
        let asked = node.text().unwrap_or_default();
        self.step_named(&asked).map(|step| step.id.clone()).ok_or_else(|| {
            let what = format!("de stap `{asked}` is er niet");
            ScenarioFault::unknown(node.place, what, &asked, self.steps.iter().map(|it| it.name.as_str()))
                .into()
        })
    }

    /// The step of a line that names none: the only one.
    pub(super) fn only_step(&self, item: &Item) -> Result<String, Stop> {
        match self.steps.as_slice() {
            [step] => Ok(step.id.clone()),
            steps => {
                let names: Vec<String> = steps.iter().map(|it| format!("`stap: {}`", it.name)).collect();
                let what = format!("niet gezegd is bij welke stap `{}` hoort", item.line.word);
                Err(ScenarioFault::new(item.place, what)
                    .hint(format!("zet erbij: {}", names.join(", of ")))
                    .into())
            }
        }
    }

    /// The measure of the step of a line, as the law has it on the day.
    pub(super) fn measure_of_step(&self, item: &Item) -> Option<Measure> {
        let step = match item.get("stap") {
            Some(node) => self.step_named(&node.text()?)?,
            None => match self.steps.as_slice() {
                [step] => step,
                _ => return None,
            },
        };
        self.pack.measure(&MeasureId::new(step.measure.clone()).ok()?, self.day).cloned()
    }
}

fn ids(node: &Node, mut id: impl FnMut(&Node) -> Result<String, Stop>) -> Result<Vec<String>, Stop> {
    node.each().into_iter().map(&mut id).collect()
}

fn known(what: &str, named: &[Named], node: &Node) -> Result<String, Stop> {
    let asked = node.text().unwrap_or_default();
    find(named, &asked).map(|it| it.id.clone()).ok_or_else(|| {
        let what = format!("{what} `{asked}` is er niet");
        ScenarioFault::unknown(node.place, what, &asked, named.iter().map(|it| it.name.as_str())).into()
    })
}

/// What an expectation names, looked up in the same way.
impl Teller<'_> {
    pub(crate) fn step_said(&self, node: &Node) -> Result<afweging::StepId, ScenarioFault> {
        let id = self.step_id(node).map_err(as_fault)?;
        afweging::StepId::new(id).map_err(|error| ScenarioFault::new(node.place, error.to_string()))
    }

    pub(crate) fn day_said(&self, node: &Node) -> Result<chrono::NaiveDate, ScenarioFault> {
        self.day_of(node).map_err(as_fault)
    }

    /// Somebody of the story; an expectation brings nobody in.
    pub(crate) fn person_id(&self, node: &Node) -> Result<String, ScenarioFault> {
        let name = node.text().unwrap_or_default();
        self.cast
            .find(&name)
            .map(|member| member.id.clone())
            .ok_or_else(|| self.cast.nobody(node.place, &name))
    }
}

fn as_fault(stop: Stop) -> ScenarioFault {
    match stop {
        Stop::Fault(fault) => fault,
        Stop::Refused(it) => ScenarioFault::new(it.place, it.why),
    }
}
