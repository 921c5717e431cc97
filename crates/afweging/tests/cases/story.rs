//! A dossier told in a few lines: who there is, and what happened on which day.

use afweging::{Assessment, Code, Dossier, Gate, GateOutcome, StepAssessment, StepId, assess};
use serde_json::{Value, json};

/// What happened so far.
#[derive(Clone)]
pub(crate) struct Story {
    day: String,
    by: String,
    own: bool,
    entries: Vec<Value>,
}

impl Story {
    /// A child born on a day, with a mother and a father who both have authority, and everyone who may have a say. It
    /// starts on the day given.
    pub(crate) fn of_a_child(born: &str, day: &str) -> Story {
        let mut story = Story { day: day.to_owned(), by: "lt".to_owned(), own: false, entries: Vec::new() };
        for (person, role) in [
            ("lt", "local_team"),
            ("moeder", "mother"),
            ("vader", "father"),
            ("raad", "raad"),
            ("gi", "gi"),
            ("vt", "veilig_thuis"),
            ("rechter", "childrens_judge"),
            ("college", "college"),
        ] {
            story = story.then("person_added", json!({ "person": person, "role": role }));
        }
        story =
            story.then("person_added", json!({ "person": "kind", "role": "child", "birth": { "on": born } }));
        for parent in ["moeder", "vader"] {
            story = story
                .then("relation_noted", json!({ "person": parent, "child": "kind", "relation": "parent" }))
                .then("authority_noted", json!({ "holder": parent, "child": "kind", "authority": "held" }));
        }
        story
    }

    /// From here on it is another day.
    pub(crate) fn on(mut self, day: &str) -> Story {
        day.clone_into(&mut self.day);
        self
    }

    /// From here on somebody else tells.
    pub(crate) fn by(mut self, person: &str) -> Story {
        person.clone_into(&mut self.by);
        self
    }

    /// From here on everything comes in by the own door.
    pub(crate) fn own(mut self) -> Story {
        self.own = true;
        self
    }

    /// From here on everything is observed, as from the start.
    pub(crate) fn observed(mut self) -> Story {
        self.own = false;
        self
    }

    /// Something happens.
    pub(crate) fn then(mut self, kind: &str, what: Value) -> Story {
        let seq = self.entries.len() + 1;
        self.entries.push(json!({
            "seq": seq,
            "recorded": format!("{}T{:02}:{:02}:00Z", self.day, 8 + seq / 60, seq % 60),
            "occurred": self.day,
            "by": self.by,
            "door": if self.own { "own" } else { "observed" },
            "event": { kind: what },
        }));
        self
    }

    /// A step about the child is proposed.
    pub(crate) fn propose(self, step: &str, measure: &str) -> Story {
        self.then(
            "step_proposed",
            json!({ "step": step, "measure": measure, "about": "kind", "proposed_by": "lt" }),
        )
    }

    /// A step is asked for and granted by the children's judge.
    pub(crate) fn granted(self, step: &str, requester: &str) -> Story {
        self.then("request_filed", json!({ "step": step, "requester": requester, "form": "written" }))
            .then("decided", json!({ "step": step, "decider": "rechter", "outcome": "granted" }))
    }

    /// A view on a ground.
    pub(crate) fn view(self, step: &str, ground: &str, verdict: &str) -> Story {
        self.then(
            "view_given",
            json!({ "step": step, "on": { "ground": ground }, "verdict": verdict, "why": "eigen oordeel" }),
        )
    }

    pub(crate) fn dossier(&self) -> Dossier {
        let text = json!({ "format": "afweging/dossier/1", "id": "d", "entries": self.entries }).to_string();
        Dossier::from_json(&text).unwrap_or_else(|error| panic!("{error}"))
    }

    pub(crate) fn assess(&self, at: &str) -> Assessment {
        assess(&self.dossier(), crate::pack(), at.parse().unwrap())
    }

    /// How a step stands before a gate, with the codes of what was found.
    pub(crate) fn gate(&self, at: &str, id: &str, gate: Gate) -> (GateOutcome, Vec<Code>) {
        let assessment = self.assess(at);
        let result = step(&assessment, id).gate(gate).unwrap();
        (result.outcome, result.findings.iter().map(|finding| finding.code).collect())
    }
}

pub(crate) fn step<'a>(assessment: &'a Assessment, id: &str) -> &'a StepAssessment {
    assessment.step(&StepId::new(id).unwrap()).unwrap()
}
