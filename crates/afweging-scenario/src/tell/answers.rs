//! Steps, what is lighter and how it is answered, consent, and who was not heard.

use afweging::{AlternativeOption, Candidate, PlacementId, StepId, assess};
use chrono::NaiveDate;
use serde_json::{Value, json};

use super::sources::free;
use super::{Named, StepNamed, Stop, Teller, set, set_all};
use crate::cast::slug;
use crate::fault::ScenarioFault;
use crate::item::Item;
use crate::lookup;
use crate::node::{Body, Node};
use crate::words::is_same;

impl Teller<'_> {
    /// A step is proposed.
    pub(super) fn step(&mut self, item: &Item, day: NaiveDate) -> Result<(), Stop> {
        let mut proposal = json!({});
        for (field, node) in item.said().filter(|(field, _)| !field.to.is_empty()) {
            if let [value] = self.values(item, field, node)?.as_slice() {
                set(&mut proposal, field.to, value.clone());
            }
        }
        if !item.says("voor") {
            let about = self.only_subject(item.place)?;
            set(&mut proposal, "about", json!(about));
        }
        let measure = proposal.get("measure").and_then(Value::as_str).unwrap_or_default().to_owned();
        let name = item.text("naam").or_else(|| item.first().and_then(Node::text)).unwrap_or_default();
        let id = free(&slug(&name), |id| self.steps.iter().any(|it| it.id == id));
        set(&mut proposal, "step", json!(id));
        let by = proposal.get("proposed_by").and_then(Value::as_str).map(str::to_owned);
        self.write(item, by.as_deref(), "step_proposed", proposal, day)?;
        self.last_step = StepId::new(id.clone()).ok();
        self.steps.push(StepNamed { name, measure, id });
        Ok(())
    }

    /// Something lighter, and the answer to it when there is one.
    pub(super) fn alternative(&mut self, item: &Item, day: NaiveDate) -> Result<(), Stop> {
        let step = match item.get("stap") {
            Some(node) => self.step_id(node)?,
            None => self.only_step(item)?,
        };
        let by = match item.get("door") {
            Some(node) => Some(self.person(node)?),
            None => None,
        };
        let placement = match item.get("plaats") {
            Some(node) => Some(lookup::placement(self.pack, self.day, node)?),
            None => None,
        };
        let answers = item.says("oordeel");
        if let Some((field, node)) =
            item.said().find(|(field, _)| !answers && (field.to == "why" || field.to.starts_with("answer.")))
        {
            let what = format!("`{}` zegt iets over een oordeel, en er staat geen `oordeel`", field.word);
            return Err(ScenarioFault::new(node.place, what).into());
        }
        let mut candidates: Vec<Value> = Vec::new();
        for node in item.first().map(Node::each).unwrap_or_default() {
            let asked = node.text().unwrap_or_default();
            if is_same(&asked, "alle lichtere") {
                candidates.extend(self.all_lighter(&step));
            } else if let Some(ending) = asked.strip_prefix("stoppen met ") {
                let node = Node { place: node.place, body: Body::Text(ending.to_owned()) };
                candidates.push(json!({ "end": self.step_id(&node)? }));
            } else if is_same(&asked, "niets doen") && answers {
                candidates.push(json!("nothing"));
            } else if let Some(adjacent) = self.adjacent(item, &asked) {
                candidates.push(json!({ "adjacent": adjacent }));
            } else {
                let measure = lookup::measure(self.pack, self.day, &asked);
                match measure.filter(|_| answers) {
                    Some(measure) => {
                        is_measure(item)?;
                        candidates.push(json!({ "measure": placed(measure.as_str(), placement.as_ref()) }));
                    }
                    None => {
                        let named = (step.as_str(), asked.as_str(), placement.as_ref());
                        candidates.push(self.named_alternative(item, named, by.as_deref(), day)?);
                    }
                }
            }
        }
        let Some(kind) = item.word("oordeel") else { return Ok(()) };
        let why = item.text("omdat").ok_or_else(|| {
            ScenarioFault::new(item.place, "bij een `oordeel` hoort ook `omdat`")
                .hint("waarom volstaat dit, of niet?")
        })?;
        let answer = self.answer(item, kind, candidates.first())?;
        let content = json!({ "step": step, "candidates": candidates, "answer": answer, "why": why });
        self.write(item, by.as_deref(), "candidates_answered", content, day).map(|_| ())
    }

    /// Every lighter candidate that the step has on the day and that has no answer yet, named one by one.
    fn all_lighter(&self, step: &str) -> Vec<Value> {
        let assessment = assess(&self.dossier, self.pack, self.day);
        let Some(step) = StepId::new(step).ok() else { return Vec::new() };
        let candidates = assessment.step(&step).map(|it| it.candidates.clone()).unwrap_or_default();
        candidates
            .iter()
            .filter(|it| !matches!(it.standing, afweging::CandidateStanding::Stands { .. }))
            .filter_map(|it| it.one_of.first())
            .filter_map(|it: &Candidate| serde_json::to_value(it).ok())
            .collect()
    }

    fn adjacent(&self, item: &Item, asked: &str) -> Option<String> {
        let measure = self.measure_of_step(item)?;
        let found =
            measure.adjacent.iter().find(|it| is_same(&it.labels.nl, asked) || is_same(&it.id, asked))?;
        Some(found.id.clone())
    }

    /// An alternative that somebody names: once, however often it is spoken of.
    fn named_alternative(
        &mut self,
        item: &Item,
        (step, asked, placement): (&str, &str, Option<&PlacementId>),
        by: Option<&str>,
        day: NaiveDate,
    ) -> Result<Value, Stop> {
        let known = self.dossier.alternatives().iter().find(|(_, named)| match &named.what.option {
            AlternativeOption::OwnWords { text, .. } => {
                named.what.step.as_str() == step && text.text().is_some_and(|text| is_same(text, asked))
            }
            AlternativeOption::Measure { .. } => false,
        });
        if let Some((id, _)) = known {
            return Ok(json!({ "alternative": id }));
        }
        let id = free(&slug(asked), |id| self.dossier.alternatives().keys().any(|it| it.as_str() == id));
        let option = match lookup::measure(self.pack, self.day, asked) {
            Some(measure) => {
                is_measure(item)?;
                json!({ "measure": placed(measure.as_str(), placement) })
            }
            None => {
                if let Some(node) = item.get("plaats") {
                    return Err(ScenarioFault::new(node.place, "`plaats` hoort bij een maatregel").into());
                }
                let mut words = json!({ "text": asked });
                if let Some(frame) = item.word("kader") {
                    set(&mut words, "frame", json!(frame));
                }
                if let Some(node) = item.get("belast") {
                    let mut people = Vec::new();
                    for node in node.each() {
                        people.push(self.person(node)?);
                    }
                    set(&mut words, "burdened", json!(people));
                }
                json!({ "own_words": words })
            }
        };
        let content = json!({ "alternative": id, "step": step, "option": option });
        self.write(item, by, "alternative_named", content, day)?;
        Ok(json!({ "alternative": id }))
    }

    /// The answer, with what belongs to an answer of that kind and nothing else.
    fn answer(&mut self, item: &Item, kind: &str, candidate: Option<&Value>) -> Result<Value, Stop> {
        let mut content = json!({});
        let own = format!("answer.{kind}.");
        for (field, node) in item.said().filter(|(field, _)| field.to.starts_with("answer.")) {
            if !field.to.starts_with(&own) {
                let what = format!("`{}` hoort niet bij dit oordeel", field.word);
                return Err(ScenarioFault::new(node.place, what)
                    .hint("`steunt op` hoort bij `onvoldoende`, `als` bij `geprobeerd`, `geweigerd door` bij `geweigerd`, de rest bij `niet beschikbaar`")
                    .into());
            }
            if let [value] = self.values(item, field, node)?.as_slice() {
                set(&mut content, field.to.trim_start_matches("answer."), value.clone());
            }
        }
        let needs =
            |word: &str| ScenarioFault::new(item.place, format!("bij dit oordeel hoort ook `{word}`"));
        match kind {
            "adequate" => return Ok(json!("adequate")),
            "expected_insufficient" if !item.says("steunt op") => {
                set(&mut content, "expected_insufficient.relies_on", json!([]));
            }
            "not_available" if content.as_object().is_some_and(serde_json::Map::is_empty) => {
                set(&mut content, "not_available", json!({}));
            }
            "tried_insufficient" if !item.says("als") => return Err(needs("als").into()),
            "refused" => {
                if !item.says("geweigerd door") {
                    return Err(needs("geweigerd door").into());
                }
                let scope = match candidate {
                    Some(Value::Object(fields)) => match (fields.get("alternative"), fields.get("measure")) {
                        (Some(id), _) => json!({ "alternative": id }),
                        (None, Some(measure)) => json!({ "measure": measure.get("measure") }),
                        (None, None) => return Err(needs("een maatregel of iets in eigen woorden").into()),
                    },
                    _ => return Err(needs("een maatregel of iets in eigen woorden").into()),
                };
                set(&mut content, "refused.scope", scope);
            }
            _ => {}
        }
        Ok(content)
    }

    /// Consent, for the only step unless it says for what. What is given or refused was asked for.
    pub(super) fn consent(&mut self, item: &Item, day: NaiveDate) -> Result<(), Stop> {
        let Some(kind) = item.word("toestemming") else { return Ok(()) };
        let scope = match item.get("voor") {
            None => json!({ "step": self.only_step(item)? }),
            Some(node) => {
                let asked = node.text().unwrap_or_default();
                let alternative = slug(&asked);
                if let Some(step) = self.step_named(&asked) {
                    json!({ "step": step.id })
                } else if self.dossier.alternatives().keys().any(|id| id.as_str() == alternative) {
                    json!({ "alternative": alternative })
                } else {
                    json!({ "measure": lookup::measure_of(self.pack, self.day, node)? })
                }
            }
        };
        if let Some(node) = item.get("omdat").filter(|_| matches!(kind, "consent_asked" | "consent_given")) {
            return Err(
                ScenarioFault::new(node.place, "`omdat` hoort bij `geweigerd` of `ingetrokken`").into()
            );
        }
        for node in item.get("van").map(Node::each).unwrap_or_default() {
            let person = self.person(node)?;
            let mut content = json!({ "person": person, "scope": scope });
            let is_asked_here =
                kind == "consent_asked" || (kind != "consent_withdrawn" && !self.is_asked(&person, &scope));
            if let Some(node) = item.get("informatie").filter(|_| !is_asked_here) {
                return Err(ScenarioFault::new(
                    node.place,
                    "`informatie` hoort bij het vragen, en gevraagd was er al",
                )
                .hint("zet haar bij `toestemming: gevraagd`")
                .into());
            }
            if matches!(kind, "consent_given" | "consent_refused") && !self.is_asked(&person, &scope) {
                let mut asked = content.clone();
                if let Some(information) = item.text("informatie") {
                    set(&mut asked, "information", json!(information));
                }
                self.write(item, None, "consent_asked", asked, day)?;
            }
            if kind == "consent_asked"
                && let Some(information) = item.text("informatie")
            {
                set(&mut content, "information", json!(information));
            }
            if let Some(reason) = item.text("omdat") {
                set(&mut content, "reason", json!(reason));
            }
            let by = (kind != "consent_asked").then_some(person.as_str());
            self.write(item, by, kind, content, day)?;
        }
        Ok(())
    }

    /// Whether consent was asked and not answered yet.
    fn is_asked(&self, person: &str, scope: &Value) -> bool {
        self.dossier
            .consents()
            .iter()
            .filter(|((who, what), _)| {
                who.as_str() == person && serde_json::to_value(what).is_ok_and(|what| what == *scope)
            })
            .any(|(_, history)| matches!(history.latest(), afweging::Consent::Asked(_)))
    }

    /// Why somebody is not heard.
    pub(super) fn not_heard(&mut self, item: &Item, day: NaiveDate) -> Result<(), Stop> {
        let Some(ground) = item.word("grond") else { return Ok(()) };
        let mut content = json!({});
        let needs = |word: &str, what: &str| {
            ScenarioFault::new(item.place, format!("bij deze grond hoort ook `{word}`: {what}"))
        };
        match ground {
            "unreachable" if !item.says("pogingen") => {
                return Err(needs("pogingen", "hoe vaak is het geprobeerd?").into());
            }
            "urgent" if !item.says("alsnog") => {
                return Err(needs("alsnog", "op welke dag wordt alsnog gehoord?").into());
            }
            "unreachable" | "urgent" => {}
            other => set(&mut content, "ground", json!(other)),
        }
        for (field, node) in item.said().filter(|(field, _)| !field.to.is_empty() && field.to != "person") {
            if field.to.starts_with("ground.") && !field.to.starts_with(&format!("ground.{ground}.")) {
                return Err(ScenarioFault::new(
                    node.place,
                    format!("`{}` hoort niet bij deze grond", field.word),
                )
                .into());
            }
            if let [value] = self.values(item, field, node)?.as_slice() {
                set(&mut content, field.to, value.clone());
            }
        }
        let by = match item.get("door") {
            Some(node) => Some(self.person(node)?),
            None => None,
        };
        for node in item.first().map(Node::each).unwrap_or_default() {
            let person = self.person(node)?;
            let mut rounds = [content.clone()];
            set_all(&mut rounds, "person", &json!(person));
            let [round] = rounds;
            self.write(item, by.as_deref(), "not_heard", round, day)?;
        }
        Ok(())
    }

    /// People do not agree: who, on what, how and why.
    pub(super) fn disagreed(&mut self, item: &Item, day: NaiveDate) -> Result<(), Stop> {
        let step = match item.get("stap") {
            Some(node) => self.step_id(node)?,
            None => self.only_step(item)?,
        };
        let mut positions = Vec::new();
        for node in item.first().map(Node::each).unwrap_or_default() {
            let Body::Map(fields) = &node.body else {
                return Err(ScenarioFault::new(
                    node.place,
                    "achter `oneens` hoort een lijst van `{wie, over, oordeel, omdat}`",
                )
                .into());
            };
            let get = |word: &str| {
                fields.iter().find(|(key, _)| is_same(&key.word, word)).map(|(_, node)| node).ok_or_else(
                    || ScenarioFault::new(node.place, format!("bij `oneens` hoort voor ieder ook `{word}`")),
                )
            };
            for (key, _) in fields {
                if !["wie", "over", "oordeel", "omdat"].iter().any(|word| is_same(word, &key.word)) {
                    let what = format!("`{}` kan niet bij `oneens`", key.word);
                    let there = ["wie", "over", "oordeel", "omdat"];
                    return Err(ScenarioFault::unknown(key.place, what, &key.word, there).into());
                }
            }
            let verdict = get("oordeel")?;
            let asked = verdict.text().unwrap_or_default();
            let known = crate::words::stands_for(crate::words::VERDICT, &asked).ok_or_else(|| {
                let there = crate::words::VERDICT.iter().map(|(dutch, _)| *dutch);
                ScenarioFault::unknown(verdict.place, format!("`{asked}` is geen oordeel"), &asked, there)
            })?;
            let person = self.person(get("wie")?)?;
            let on = self.weighed(item, get("over")?)?;
            positions
                .push(json!({ "person": person, "on": on, "verdict": known, "why": get("omdat")?.text() }));
        }
        let by = match item.get("door") {
            Some(node) => Some(self.person(node)?),
            None => None,
        };
        let content = json!({ "step": step, "positions": positions });
        self.write(item, by.as_deref(), "diverged", content, day).map(|_| ())
    }

    /// The id of an obligation that is being laid on somebody.
    pub(super) fn new_obligation(&mut self, item: &Item) -> String {
        let text = item.first().and_then(Node::text).unwrap_or_default();
        let name = item.text("naam").unwrap_or_else(|| text.clone());
        let id = free(&slug(&name), |id| self.obligations.iter().any(|it| it.id == id));
        self.obligations.push(Named { name, text, id: id.clone() });
        id
    }
}

/// A measure, with the place where there is one.
fn placed(measure: &str, placement: Option<&PlacementId>) -> Value {
    let mut placed = json!({ "measure": measure });
    if let Some(placement) = placement {
        set(&mut placed, "placement", json!(placement));
    }
    placed
}

/// What only something in own words takes: of a measure the law pack says it.
fn is_measure(item: &Item) -> Result<(), ScenarioFault> {
    match ["kader", "belast"].iter().find_map(|word| Some((word, item.get(word)?))) {
        Some((word, node)) => Err(ScenarioFault::new(
            node.place,
            format!("`{word}` hoort bij iets in eigen woorden; van een maatregel zegt de wet het"),
        )),
        None => Ok(()),
    }
}
