//! The generated dossiers hold everything that can happen, and bring out most of what the gates can say.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{Code, Event, GateOutcome, NewEntry};
use afweging_testkit::{Dice, Histories, History};

use crate::{assessed, day};

fn histories() -> impl Iterator<Item = History> {
    (0..400_u64).map(|number| {
        let mut dice = Dice::new(number);
        let length = 5 + dice.below(95);
        let seeds: Vec<u64> = (0..length).map(|_| dice.roll()).collect();
        Histories::new().build(&seeds)
    })
}

#[test]
fn every_kind_of_event_occurs_and_reads_back() {
    let mut counts: BTreeMap<&str, usize> = Event::KINDS.iter().map(|kind| (*kind, 0)).collect();
    for history in histories() {
        for entry in Vec::<NewEntry>::from(history.dossier()) {
            let count = counts.get_mut(entry.event.kind()).expect("a kind that is listed");
            *count += 1;
            if *count <= 25 && !serde_json::to_string(&entry.event).expect("JSON").contains("null") {
                let text = serde_json::to_string(&entry).expect("an entry as JSON");
                assert_eq!(NewEntry::from_json(&text).expect(&text), entry, "{text}");
            }
        }
    }
    println!("{counts:?}");
    let missing: Vec<_> = counts.iter().filter(|(_, count)| **count < 5).collect();
    assert!(missing.is_empty(), "hardly or never: {missing:?}");
}

#[test]
fn most_codes_and_all_outcomes_occur() {
    let mut found: BTreeSet<Code> = BTreeSet::new();
    let mut outcomes: BTreeMap<GateOutcome, usize> = BTreeMap::new();
    let (mut steps, mut open) = (0, 0);
    for history in histories() {
        let last = history.last_day();
        for at in [last, last + chrono::Days::new(200), day("2020-06-01")] {
            let assessment = assessed(&history, at);
            found.extend(assessment.all_findings().map(|finding| finding.code));
            found.extend(assessment.duties.iter().map(|duty| duty.code));
            steps += assessment.steps.len();
            open += assessment.open.len();
            for gate in assessment.steps.iter().flat_map(|step| &step.gates) {
                *outcomes.entry(gate.outcome).or_default() += 1;
            }
        }
    }
    let of_gates: Vec<_> = Code::all().iter().filter(|code| code.gate().is_some()).collect();
    let missing: Vec<_> =
        of_gates.iter().filter(|code| !found.contains(code)).map(|it| it.as_str()).collect();
    let others: Vec<_> = Code::all()
        .iter()
        .filter(|code| code.gate().is_none() && !found.contains(code) && !code.as_str().contains("INPUT"))
        .map(|it| it.as_str())
        .collect();
    println!("{steps} steps, {open} open, {outcomes:?}");
    println!("gate codes that never occur: {missing:?}; others: {others:?}");
    assert!(missing.len() * 10 <= of_gates.len() * 4, "more than 40 % of the gates' codes: {missing:?}");
    assert_eq!(outcomes.len(), 5, "{outcomes:?}");
    assert!(open > 0, "no step is ever open");
}
