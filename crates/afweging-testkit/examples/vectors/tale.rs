//! A dossier told by hand: who is named in it is added to it.

use afweging_testkit::vectors::{Expect, Level, VECTOR_FORMAT, Vector};
use serde_json::{Value, json};

const PEOPLE: &[(&str, &str)] = &[
    ("worker", "local_team"),
    ("vt", "veilig_thuis"),
    ("college", "college"),
    ("gi", "gi"),
    ("raad", "raad"),
    ("judge", "childrens_judge"),
    ("provider", "provider"),
    ("mother", "mother"),
    ("father", "father"),
    ("child", "child"),
    ("adult", "adult_subject"),
];

/// What happened, each with its day.
#[derive(Clone, Default)]
pub struct Tale(Vec<(String, Value)>);

impl Tale {
    pub fn on(mut self, when: &str, kind: &str, says: Value) -> Self {
        self.0.push((when.to_owned(), json!({ kind: says })));
        self
    }

    pub fn proposed(self, when: &str, step: &str, measure: &str, more: &Value) -> Self {
        let about = if matches!(measure, "M04" | "M13") { "adult" } else { "child" };
        let mut says = json!({ "step": step, "measure": measure, "about": about, "proposed_by": "worker" });
        if let (Some(says), Some(more)) = (says.as_object_mut(), more.as_object()) {
            says.extend(more.clone());
        }
        self.on(when, "step_proposed", says)
    }

    pub fn granted(self, when: &str, step: &str, measure: &str) -> Self {
        self.proposed(when, step, measure, &json!({})).decided(when, step, "judge", "granted")
    }

    pub fn decided(self, when: &str, step: &str, by: &str, outcome: &str) -> Self {
        self.on(when, "decided", json!({ "step": step, "decider": by, "outcome": outcome }))
    }

    pub fn filed(self, when: &str, step: &str) -> Self {
        self.on(when, "request_filed", json!({ "step": step, "requester": "raad" }))
    }

    pub fn started(self, when: &str, step: &str) -> Self {
        self.on(when, "started", json!({ "step": step }))
    }

    pub fn reported(self, when: &str, to: &str) -> Self {
        self.on(when, "report_received", json!({ "receiver": to, "text": "…" }))
    }

    /// A moment of a step, or of the dossier for an empty `step`; said to somebody unless `to` is empty.
    pub fn moment(self, when: &str, step: &str, moment: &str, to: &str) -> Self {
        let mut says = json!({ "moment": moment });
        for (field, value) in [("step", step), ("to", to)].iter().filter(|(_, value)| !value.is_empty()) {
            if let Some(says) = says.as_object_mut() {
                says.insert((*field).to_owned(), json!(value));
            }
        }
        self.on(when, "moment_noted", says)
    }

    fn dossier(&self) -> Value {
        let told: String = self.0.iter().map(|(_, event)| event.to_string()).collect();
        let born = json!({ "on": "2012-05-01" });
        let there = PEOPLE.iter().filter(|(id, _)| *id == "worker" || told.contains(&format!("\"{id}\"")));
        let cast = there.map(|(id, role)| {
            let person = json!({ "person": id, "role": role });
            let child = json!({ "person": id, "role": role, "birth": born });
            ("2012-05-01".to_owned(), json!({ "person_added": if *id == "child" { child } else { person } }))
        });
        let entries: Vec<Value> = (1_u64..)
            .zip(cast.chain(self.0.iter().cloned()))
            .map(|(seq, (when, event))| {
                json!({ "seq": seq, "recorded": "2030-01-01T00:00:00Z", "occurred": when, "by": "worker", "event": event })
            })
            .collect();
        json!({ "format": afweging::DOSSIER_FORMAT, "id": "by-hand", "entries": entries })
    }

    /// The vector of it.
    pub fn vector(
        &self,
        name: &str,
        level: Level,
        at: &str,
        source: &str,
        point: &str,
        expect: Expect,
    ) -> Vector {
        Vector {
            format: VECTOR_FORMAT.to_owned(),
            name: name.to_owned(),
            level,
            point: point.to_owned(),
            source: source.to_owned(),
            twin: None,
            pack: "nl".to_owned(),
            region: None,
            at: at.parse().unwrap_or_default(),
            dossier: self.dossier(),
            record: None,
            beside: Vec::new(),
            expect,
            codes: Vec::new(),
        }
    }
}
