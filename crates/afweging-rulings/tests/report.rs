//! The 67 rulings against the model: the totals, and the shape of what is reported.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the helpers of a test may fail as loudly as the test itself"
)]

use std::collections::BTreeSet;
use std::path::Path;

use afweging::Pack;
use afweging_rulings::{Outcome, Report, Ruling, read_dir};
use serde_json::Value;

fn rulings() -> Vec<Ruling> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/rulings");
    read_dir(dir).expect("the rulings read")
}

fn report() -> Report {
    Report::new(&rulings(), &Pack::nl().expect("the pack reads")).expect("the rulings map")
}

#[test]
fn nothing_contradicts_at_high_confidence_and_two_at_most_at_all() {
    let report = report();
    assert_eq!(report.at_confidence("high").contradict, 0, "{}", report.to_text());
    assert!(report.tally().contradict <= 2, "{}", report.to_text());
    // Not by leaving everything open: every defect that a ruling states is found, but for two that no input shows.
    let missed: Vec<String> = report
        .rulings()
        .iter()
        .flat_map(|ruling| ruling.gates.iter().map(move |gate| (ruling, gate)))
        .filter(|(_, gate)| !gate.expected && gate.outcome != Outcome::Agree)
        .map(|(ruling, gate)| format!("{} {}", ruling.id, gate.gate.as_str()))
        .collect();
    assert_eq!(
        missed,
        ["EHRM 25702/94 (v. Finland, Grand Chamber) procedure", "ECLI:NL:GHARL:2025:1818 procedure"]
    );
}

#[test]
fn the_book_has_these_numbers() {
    let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/rulings.md");
    let book = std::fs::read_to_string(book).expect("the page reads");
    let report = report();
    let baselines = report.baselines();
    for (name, tally) in [
        ("the model", report.tally()),
        ("the constant answer", baselines.constant.total),
        ("copying `met`", baselines.copying_met.total),
    ] {
        let row = format!("| {name} | {} | {} | {} |", tally.agree, tally.contradict, tally.undecided);
        assert!(book.contains(&row), "docs/src/rulings.md should say: {row}");
    }
}

#[test]
fn every_undecided_gate_names_the_question_that_would_decide_it() {
    for ruling in report().rulings() {
        for gate in &ruling.gates {
            let finding = gate.finding.as_ref();
            match gate.outcome {
                Outcome::Undecided => {
                    let finding = finding.expect("what keeps it open is named");
                    let question = finding.questions.first().expect("the question is named");
                    assert!(!question.what.nl.is_empty() && !question.who_may_answer.is_empty());
                }
                _ => assert_eq!(finding.is_none(), gate.expected, "{}: a defect has a finding", ruling.id),
            }
        }
    }
}

#[test]
fn complaints_about_conduct_are_excluded_and_counted() {
    let report = report();
    assert_eq!(report.excluded().len(), 6);
    assert!(report.excluded().iter().all(|id| id.starts_with("SKJ")), "{:?}", report.excluded());
    assert_eq!(report.rulings().len() + report.excluded().len(), 67);
}

#[test]
fn the_json_has_its_fields_and_no_other() {
    let json: Value = serde_json::from_str(&report().to_json()).expect("it is JSON");
    let keys = |value: &Value| -> BTreeSet<String> {
        value.as_object().expect("an object").keys().cloned().collect()
    };
    let set = |names: &[&str]| -> BTreeSet<String> { names.iter().map(ToString::to_string).collect() };
    assert_eq!(keys(&json), set(&["rulings", "totals", "baselines"]));
    let rulings = json["rulings"].as_array().expect("a list");
    let mut outcomes = [0_u64; 3];
    for ruling in rulings {
        assert_eq!(keys(ruling), set(&["id", "confidence", "gates"]));
        for gate in ruling["gates"].as_array().expect("a list") {
            assert_eq!(keys(gate), set(&["gate", "basis", "expected", "outcome", "finding"]));
            let word = |field: &str| gate[field].as_str().expect("a word").to_owned();
            assert!(["authority", "least_intrusive", "procedure"].contains(&word("gate").as_str()));
            assert_eq!(word("basis"), "stated");
            assert!(gate["expected"].is_boolean());
            let place = ["agree", "contradict", "undecided"].iter().position(|it| *it == word("outcome"));
            outcomes[place.expect("one of the three")] += 1;
            if !gate["finding"].is_null() {
                assert!(gate["finding"]["code"].as_str().expect("a code").starts_with("AFW-"));
            }
        }
    }
    for (name, count) in ["agree", "contradict", "undecided"].iter().zip(outcomes) {
        assert_eq!(json["totals"][name], count, "{name}");
    }
    assert_eq!(json["totals"]["excluded"], 6);
    for baseline in ["constant", "copying_met"] {
        let total = &json["baselines"][baseline]["total"];
        let sum: u64 = ["agree", "contradict", "undecided"].iter().filter_map(|it| total[it].as_u64()).sum();
        assert_eq!(sum, outcomes.iter().sum::<u64>(), "{baseline}: over the same gates");
    }
}

#[test]
fn the_text_ends_with_the_totals_after_the_baselines() {
    let report = report();
    let text = report.to_text();
    let lines: Vec<&str> = text.lines().collect();
    let tally = report.tally();
    let last = format!(
        "gates: {} agree, {} contradict, {} undecided",
        tally.agree, tally.contradict, tally.undecided
    );
    assert_eq!(lines.last(), Some(&last.as_str()));
    assert!(lines[lines.len() - 2].starts_with("baseline, copying `met`"));
    assert!(lines[lines.len() - 3].starts_with("baseline, constant answer"));
    assert!(lines.iter().filter(|it| it.starts_with("undecided")).all(|it| it.contains("Question: ")));
}

#[test]
fn copying_a_finding_of_the_court_back_is_counted_apart() {
    let report = report();
    let through = report.least_intrusive_through();
    let agree = report.rulings().iter().flat_map(|it| &it.gates).filter(|gate| {
        gate.gate == afweging_rulings::RulingGate::LeastIntrusive && gate.outcome == Outcome::Agree
    });
    let answered =
        agree.clone().filter(|gate| gate.finding.as_ref().is_some_and(|it| it.code == "AFW-INTRUSION-001"));
    assert_eq!(through.gate_5, answered.count());
    assert_eq!(through.gate_5 + through.finding_of_the_court + through.nothing_found, agree.count());
    let said = format!(
        "{} through gate 5 itself, {} through a finding of the court",
        through.gate_5, through.finding_of_the_court
    );
    assert!(report.to_text().contains(&said), "{}", report.to_text());
    let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/rulings.md");
    let book = std::fs::read_to_string(book).expect("the page reads");
    assert!(book.contains(&said), "docs/src/rulings.md should say: {said}");
}
