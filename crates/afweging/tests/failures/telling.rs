//! What the stories have in common: a placement, what people say and see, a view, a request.

use afweging::Gate;
use serde_json::{Value, json};

use crate::story::{Story, step};

impl Story {
    /// A child of eight with both parents, on 3 March 2025.
    pub(crate) fn begun() -> Story {
        Story::of_a_child("2016-09-14", "2025-03-03")
            .then("person_added", json!({ "person": "pleegouder", "role": "foster_parent" }))
            .then("person_added", json!({ "person": "school", "role": "school" }))
    }

    /// A supervision order in force, and a placement with a foster family that is proposed.
    pub(crate) fn placed() -> Story {
        let supervised = Story::begun()
            .propose("ots", "M16")
            .granted("ots", "raad")
            .then("started", json!({ "step": "ots" }));
        supervised.placement("uhp", "M22", "foster")
    }

    pub(crate) fn placement(self, step: &str, measure: &str, place: &str) -> Story {
        self.then(
            "step_proposed",
            json!({ "step": step, "measure": measure, "placement": place, "about": "kind",
                    "proposed_by": "gi", "from": "2025-03-03", "until": "2025-09-02" }),
        )
    }

    /// The placement is granted and the child goes there.
    pub(crate) fn carried_out(self, step: &str) -> Story {
        self.granted(step, "gi").then("started", json!({ "step": step }))
    }

    pub(crate) fn detail(self, step: &str, details: Value) -> Story {
        self.then("step_detailed", json!({ "step": step, "details": details }))
    }

    pub(crate) fn heard(self, person: &str) -> Story {
        self.then("heard", json!({ "person": person, "forum": "talk", "account": "eigen woorden" }))
    }

    /// Somebody says something about the child.
    pub(crate) fn claimed(self, id: &str, text: &str, nature: &str) -> Story {
        self.then("claimed", json!({ "statement": id, "text": text, "about": ["kind"], "nature": nature }))
    }

    /// The same, with what people take to be the cause.
    pub(crate) fn caused(self, id: &str, text: &str, cause: &str) -> Story {
        self.then(
            "claimed",
            json!({ "statement": id, "text": text, "about": ["kind"], "nature": "worry", "cause": cause }),
        )
    }

    pub(crate) fn evidence(self, id: &str, on: &str, polarity: &str, by: &str, origin: Value) -> Story {
        self.then(
            "evidence_added",
            json!({ "evidence": id, "statement": on, "polarity": polarity, "borne_by": by, "origin": origin }),
        )
    }

    pub(crate) fn found(self, on: &str, what: &str) -> Story {
        self.then("found", json!({ "statement": on, "found": what, "why": "samen bekeken" }))
    }

    /// Somebody saw it, and people found it established.
    pub(crate) fn established(self, id: &str) -> Story {
        self.evidence(&format!("zelf-{id}"), id, "supports", "school", json!("own_observation"))
            .found(id, "established")
    }

    /// A view on a ground that leans on statements.
    pub(crate) fn leans(self, step: &str, ground: &str, on: &[&str], against: &[&str]) -> Story {
        self.then(
            "view_given",
            json!({ "step": step, "on": { "ground": ground }, "verdict": "met", "why": "eigen oordeel",
                    "for": on, "against": against }),
        )
    }

    /// A request that names statements and pieces of evidence.
    pub(crate) fn asked(self, step: &str, by: &str, statements: &[&str], evidence: &[&str]) -> Story {
        self.then(
            "request_filed",
            json!({ "step": step, "requester": by, "form": "written",
                    "mentions": { "statements": statements, "evidence": evidence } }),
        )
    }

    /// Every candidate of a step gets an answer that relies on a statement.
    pub(crate) fn all_answered(self, id: &str, at: &str, relies_on: &str) -> Story {
        let assessment = self.assess(at);
        let candidates: Vec<_> =
            step(&assessment, id).candidates.iter().map(|candidate| candidate.one_of[0].clone()).collect();
        self.then(
            "candidates_answered",
            json!({ "step": id, "candidates": candidates, "why": "voor dit kind niet genoeg",
                    "answer": { "expected_insufficient": { "relies_on": [relies_on] } } }),
        )
    }

    /// No gate says anything else than in another story: advice opens and bars nothing.
    pub(crate) fn gates_as(&self, other: &Story, at: &str, id: &str) {
        for gate in Gate::ALL {
            assert_eq!(self.gate(at, id, gate), other.gate(at, id, gate), "{gate:?}");
        }
    }
}
