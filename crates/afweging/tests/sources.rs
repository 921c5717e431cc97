//! Where a statement comes from: the tree, its drawing, and what re-opens a finding.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, in its helpers too"
)]

use afweging::{
    Branch, Dossier, Ending, FactStand, Language, NotDrawn, Pack, Root, SourceTree, SourcesDrawing,
    StatementId, Tale, assess,
};
use chrono::NaiveDate;
use serde_json::{Value, json};

fn day() -> NaiveDate {
    "2025-03-01".parse().unwrap()
}

/// A dossier of a worker, people and two statements, and these events by the worker.
fn dossier(events: &[(&str, Value)]) -> Dossier {
    let people =
        ["w", "a", "b", "c", "d"].map(|id| ("person_added", json!({ "person": id, "role": "local_team" })));
    let claims =
        ["st", "other"].map(|id| ("claimed", json!({ "statement": id, "text": format!("{id} is so") })));
    let entries: Vec<Value> = people
        .iter()
        .chain(&claims)
        .chain(events)
        .enumerate()
        .map(|(place, (kind, what))| {
            json!({
                "seq": place + 1,
                "recorded": "2025-02-01T09:00:00Z",
                "occurred": "2025-02-01",
                "by": "w",
                "event": { (*kind): what },
            })
        })
        .collect();
    let all = json!({ "format": "afweging/dossier/1", "id": "d", "entries": entries });
    Dossier::from_json(&all.to_string()).unwrap()
}

fn brought(id: &str, on: &str, polarity: &str, by: &str, origin: Value) -> (&'static str, Value) {
    let what =
        json!({ "evidence": id, "statement": on, "polarity": polarity, "borne_by": by, "origin": origin });
    ("evidence_added", what)
}

fn taken_back(id: &str) -> (&'static str, Value) {
    ("withdrawn", json!({ "taken_back": { "evidence": id }, "reason": "mistaken" }))
}

fn found(what: &str) -> (&'static str, Value) {
    ("found", json!({ "statement": "st", "found": what, "why": "we looked" }))
}

fn statement() -> StatementId {
    StatementId::new("st").unwrap()
}

fn tree(dossier: &Dossier) -> SourceTree {
    dossier.source_tree(&statement(), day()).unwrap()
}

fn seen(branch: &Branch) -> (usize, String, Ending) {
    let tale = match &branch.tale {
        Tale::Evidence { evidence, is_contested, .. } => {
            format!("{evidence}{}", if *is_contested { "!" } else { "" })
        }
        Tale::WordOf { person, .. } => format!("word of {person}"),
        Tale::NotThere(evidence) => format!("no {evidence}"),
    };
    (branch.depth, tale, branch.ends.clone())
}

fn standing(dossier: &Dossier) -> FactStand {
    let assessment = assess(dossier, &Pack::nl().unwrap(), day());
    assessment.uncertainties.facts.into_iter().find(|it| it.statement == statement()).unwrap()
}

#[test]
fn the_tree_tells_each_piece_once_and_where_it_ends() {
    let told = |by: &str| json!({ "told_by_evidence": { "evidence": by } });
    let copy = |of: &[&str]| json!({ "document": { "title": "t", "copies": of } });
    let dossier = dossier(&[
        brought("seen", "st", "supports", "a", json!("own_observation")),
        brought("far", "other", "opposes", "b", json!({ "expert_report": { "title": "t" } })),
        brought("copy", "st", "supports", "c", copy(&["seen", "far"])),
        brought("again", "st", "supports", "d", copy(&["copy"])),
        brought("heard", "st", "supports", "a", json!({ "told_by_person": { "person": "c" } })),
        brought("gone", "st", "opposes", "a", json!("own_observation")),
        brought("after", "st", "opposes", "b", told("gone")),
        brought("round", "st", "opposes", "c", json!({ "told_by_person": { "person": "c" } })),
        brought("nowhere", "st", "opposes", "d", json!("untraced")),
        taken_back("gone"),
        ("contested", json!({ "entry": 10, "person": "b", "objection": "no" })),
    ]);
    let tree = tree(&dossier);
    let begins = |id: &str| Ending::Begins(Root::Person(afweging::PersonId::new(id).unwrap()));
    let report = Ending::Begins(Root::Expert(afweging::EvidenceId::new("far").unwrap()));
    let expected = [
        (0, "seen", begins("a")),
        (0, "copy!", Ending::Below),
        (1, "seen", Ending::Above(0)),
        (1, "far", report),
        (0, "again", Ending::Below),
        (1, "copy!", Ending::Above(1)),
        (0, "heard", Ending::Below),
        (1, "word of c", Ending::Below),
        (2, "copy!", Ending::Above(1)),
        (0, "gone", Ending::TakenBack),
        (0, "after", Ending::Untraced),
        (1, "gone", Ending::TakenBack),
        (0, "round", Ending::Circle),
        (1, "word of c", Ending::Circle),
        (2, "round", Ending::Above(12)),
        (0, "nowhere", Ending::Untraced),
    ];
    let branches: Vec<_> = tree.branches.iter().map(seen).collect();
    assert_eq!(branches, expected.map(|(depth, tale, ends)| (depth, tale.to_owned(), ends)));
}

#[test]
fn a_tale_through_ten_thousand_mouths_is_drawn_in_part_and_says_so() {
    let mut events = vec![brought("e0", "st", "supports", "a", json!("own_observation"))];
    let mouths = 10_000;
    for number in (1..mouths).rev() {
        events.push(brought(&format!("x{number}"), "other", "supports", "b", json!("untraced")));
    }
    // Told back to front: the first on the statement leads through all of them.
    for (place, event) in events.iter_mut().enumerate().skip(2) {
        let before = format!("x{}", mouths - place + 1);
        event.1["origin"] = json!({ "told_by_evidence": { "evidence": before } });
    }
    events[1].1["origin"] = json!({ "told_by_evidence": { "evidence": "e0" } });
    events.push(brought("last", "st", "opposes", "c", json!({ "told_by_evidence": { "evidence": "x1" } })));
    let dossier = dossier(&events);
    let tree = tree(&dossier);
    assert_eq!(tree.branches.len(), mouths + 2);
    assert_eq!(tree.branches.iter().map(|it| it.depth).max(), Some(mouths));
    let drawing = SourcesDrawing::of(&dossier, &statement(), day(), Language::En).unwrap();
    let text = drawing.text();
    let drawn = text.lines().filter(|line| line.contains("mention ")).count();
    let left_out = mouths + 2 - drawn;
    assert!(drawn < 100 && text.contains(&format!("… and {left_out} rows more")), "{drawn}: {text}");
    assert!(drawing.svg().len() < 100_000);
    assert!(drawing.json().len() > mouths * 50, "the whole of it");
}

#[test]
fn a_statement_that_is_not_there_is_not_drawn() {
    let dossier = dossier(&[]);
    for (id, on) in [("nothing", day()), ("st", "2025-01-31".parse().unwrap())] {
        let statement = StatementId::new(id).unwrap();
        let drawn = SourcesDrawing::of(&dossier, &statement, on, Language::Nl);
        assert_eq!(drawn.err(), Some(NotDrawn::NoSuchStatement { statement, on }));
    }
}

#[test]
fn a_finding_that_lost_its_support_no_longer_stands() {
    let saw = |id: &str, side: &str, by: &str| brought(id, "st", side, by, json!("own_observation"));
    let one =
        |what: &str, side: &str| standing(&dossier(&[saw("e1", side, "a"), found(what), taken_back("e1")]));
    assert!(one("established", "supports").reopened);
    assert!(one("plausible", "supports").reopened);
    assert!(one("refuted", "opposes").reopened);
    assert!(!one("refuted", "supports").reopened, "it never rested on that");
    assert!(!one("plausible", "opposes").reopened);
    let two =
        [saw("e1", "supports", "a"), saw("e2", "supports", "b"), found("established"), taken_back("e1")];
    assert!(!standing(&dossier(&two)).reopened, "the other carries it");
    let found_since = [saw("e1", "supports", "a"), taken_back("e1"), found("plausible")];
    assert!(!standing(&dossier(&found_since)).reopened, "the finding knew");
    // Two documents carry together what one does not.
    let letter = |id: &str| brought(id, "st", "supports", "a", json!({ "document": { "title": "t" } }));
    let letters = [letter("e1"), letter("e2"), found("established"), taken_back("e1")];
    assert!(standing(&dossier(&letters)).reopened);
    // Put right is as gone as taken back.
    let mistake = ("corrected", json!({ "entry": 8, "reason": "another child" }));
    assert!(standing(&dossier(&[saw("e1", "supports", "a"), found("established"), mistake])).reopened);
}

#[test]
fn whoever_says_it_again_is_no_new_source_when_the_first_time_is_taken_back() {
    let saw = |id: &str| brought(id, "st", "supports", "a", json!("own_observation"));
    let again = [saw("e1"), found("established"), saw("e2"), taken_back("e1")];
    let standing = standing(&dossier(&again));
    assert!(!standing.reopened && standing.found.is_some(), "{standing:?}");
}

#[test]
fn a_finding_dated_in_a_year_saw_what_was_there_when_it_was_recorded() {
    let saw = |id: &str, side: &str, by: &str| brought(id, "st", side, by, json!("own_observation"));
    let dossier = dossier(&[saw("e1", "supports", "a"), found("established"), saw("e2", "opposes", "b")]);
    assert!(standing(&dossier).reopened);
    let mut dossier = dossier;
    let finding = json!({
        "recorded": "2025-02-02T09:00:00Z",
        "occurred": "2025",
        "by": "w",
        "event": { "found": {
            "statement": "st", "found": "established", "why": "we looked",
            "answers": [{ "evidence": "e2", "reply": "that was another day" }],
        } },
    });
    dossier.record(afweging::NewEntry::from_json(&finding.to_string()).unwrap()).unwrap();
    let standing = standing(&dossier);
    assert!(
        !standing.reopened,
        "on its timeline it stands before the other finding, and it saw all there is"
    );
    assert_eq!(standing.level, Some(afweging::EvidenceLevel::Established), "its answer is on the record");
}
