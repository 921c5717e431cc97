//! Back to the source (model 4): what each statement's sources come to, counted by hand.

use afweging_testkit::vectors::{Expect, Level, Vector};
use serde_json::{Value, json};

use crate::tale::Tale;

const DAY: &str = "2025-03-03";

fn claimed() -> Tale {
    Tale::default().on(DAY, "claimed", json!({ "statement": "alone", "text": "…" }))
}

impl Tale {
    fn evidence(self, id: &str, polarity: &str, by: &str, origin: Value) -> Self {
        self.on(
            DAY,
            "evidence_added",
            json!({ "evidence": id, "statement": "alone", "polarity": polarity, "borne_by": by, "origin": origin }),
        )
    }

    fn saw(self, id: &str, by: &str) -> Self {
        self.evidence(id, "supports", by, json!("own_observation"))
    }

    fn heard_of(self, id: &str, by: &str, evidence: &str) -> Self {
        self.evidence(id, "supports", by, json!({ "told_by_evidence": { "evidence": evidence } }))
    }

    fn heard_from(self, id: &str, by: &str, person: &str) -> Self {
        self.evidence(id, "supports", by, json!({ "told_by_person": { "person": person } }))
    }
}

pub fn vectors() -> Vec<Vector> {
    let document = |copies: &[&str]| json!({ "document": { "title": "…", "copies": copies } });
    let rows: Vec<(&str, &str, Tale, &str, u64, u64)> = vec![
        ("nothing", "Nobody brought anything: neither.", claimed(), "neither", 0, 0),
        ("own-observation", "One own observation is one root.", claimed().saw("a", "worker"), "for", 1, 0),
        (
            "two-observations",
            "Two people who saw it are two roots.",
            claimed().saw("a", "worker").saw("b", "gi"),
            "for",
            2,
            0,
        ),
        (
            "one-twice",
            "One person who says it twice is one root.",
            claimed().saw("a", "worker").heard_of("b", "worker", "a"),
            "for",
            1,
            0,
        ),
        (
            "told-on",
            "A tale has the root of what it was told by.",
            claimed().saw("a", "worker").heard_of("b", "gi", "a"),
            "for",
            1,
            0,
        ),
        (
            "told-on-twice",
            "Two tales with one root are one.",
            claimed().saw("a", "worker").heard_of("b", "gi", "a").heard_of("c", "raad", "a"),
            "for",
            1,
            0,
        ),
        (
            "told-on-in-a-row",
            "A tale of a tale has the first one's root.",
            claimed().saw("a", "worker").heard_of("b", "gi", "a").heard_of("c", "raad", "b"),
            "for",
            1,
            0,
        ),
        (
            "no-root",
            "A tale without a known source counts for nothing.",
            claimed().evidence("a", "supports", "worker", json!("untraced")),
            "neither",
            0,
            0,
        ),
        (
            "no-root-told-on",
            "Nor does a tale of that tale.",
            claimed().evidence("a", "supports", "worker", json!("untraced")).heard_of("b", "gi", "a"),
            "neither",
            0,
            0,
        ),
        (
            "circle",
            "People who told each other count for nothing.",
            claimed().heard_from("a", "gi", "raad").heard_from("b", "raad", "gi"),
            "neither",
            0,
            0,
        ),
        (
            "circle-of-three",
            "Nor do three who told each other.",
            claimed()
                .heard_from("a", "gi", "raad")
                .heard_from("b", "raad", "worker")
                .heard_from("c", "worker", "gi"),
            "neither",
            0,
            0,
        ),
        (
            "circle-and-one-who-saw",
            "One who saw it is one root, whatever others told each other.",
            claimed().heard_from("a", "gi", "raad").heard_from("b", "raad", "gi").saw("c", "worker"),
            "for",
            1,
            0,
        ),
        (
            "against",
            "What speaks against it alone makes it against.",
            claimed().evidence("a", "opposes", "worker", json!("own_observation")),
            "against",
            0,
            1,
        ),
        (
            "both",
            "One for and one against: both, and no average.",
            claimed().saw("a", "worker").evidence("b", "opposes", "gi", json!("own_observation")),
            "both",
            1,
            1,
        ),
        (
            "many-against-one",
            "Three for and one against: both all the same.",
            claimed().saw("a", "worker").saw("b", "gi").saw("c", "raad").evidence(
                "d",
                "opposes",
                "judge",
                json!("own_observation"),
            ),
            "both",
            3,
            1,
        ),
        (
            "expert",
            "A test or an expert's report is a root.",
            claimed().evidence("a", "supports", "gi", json!({ "expert_report": { "title": "…" } })),
            "for",
            1,
            0,
        ),
        (
            "document",
            "A document that copies nothing is a root.",
            claimed().evidence("a", "supports", "gi", document(&[])),
            "for",
            1,
            0,
        ),
        (
            "copy",
            "A document that copies an observation has its root.",
            claimed().saw("a", "worker").evidence("b", "supports", "gi", document(&["a"])),
            "for",
            1,
            0,
        ),
        (
            "copy-of-two",
            "A document that copies two observations adds no root to theirs.",
            claimed().saw("a", "worker").saw("b", "raad").evidence(
                "c",
                "supports",
                "gi",
                document(&["a", "b"]),
            ),
            "for",
            2,
            0,
        ),
        (
            "taken-back",
            "An observation that was taken back is no root any more.",
            claimed().saw("a", "worker").on(
                DAY,
                "withdrawn",
                json!({ "taken_back": { "evidence": "a" }, "reason": "…" }),
            ),
            "neither",
            0,
            0,
        ),
        (
            "taken-back-told-on",
            "Nor is a tale of it.",
            claimed().saw("a", "worker").heard_of("b", "gi", "a").on(
                DAY,
                "withdrawn",
                json!({ "taken_back": { "evidence": "a" }, "reason": "…" }),
            ),
            "neither",
            0,
            0,
        ),
    ];
    rows.into_iter()
        .map(|(name, point, tale, support, roots_for, roots_against)| {
            let expect = Expect::Fact {
                statement: "alone".to_owned(),
                support: support.to_owned(),
                roots_for,
                roots_against,
            };
            tale.vector(
                &format!("support-{name}"),
                Level::Facts,
                DAY,
                "model 4: back to the source",
                point,
                expect,
            )
        })
        .collect()
}
