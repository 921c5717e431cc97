//! P14: each event is typed by its content as raising or answering; removing an answering entry never turns unknown or
//! failed into passed: no default fills a gap.

use std::collections::BTreeMap;

use afweging::{Assessment, Dossier, Event, Gate, GateOutcome, StepId};
use afweging_testkit::{Bearing, Histories, bearing};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{assessed, config, eventful_days};

fn is_shut(outcome: GateOutcome) -> bool {
    matches!(outcome, GateOutcome::Unknown | GateOutcome::Failed)
}

fn is_through(outcome: GateOutcome) -> bool {
    matches!(outcome, GateOutcome::Passed | GateOutcome::Cured)
}

/// The gates of steps that were shut before and are not after, but for one that does not count.
pub fn opened(before: &Assessment, after: &Assessment, but: Option<Gate>) -> Vec<String> {
    let after: BTreeMap<&StepId, _> = after.steps.iter().map(|step| (&step.step, step)).collect();
    let mut opened = Vec::new();
    for step in &before.steps {
        let Some(then) = after.get(&step.step) else { continue };
        for (was, is) in step.gates.iter().zip(&then.gates) {
            if is_shut(was.outcome) && is_through(is.outcome) && Some(was.gate) != but {
                let codes: Vec<_> = was.findings.iter().map(|it| it.code.as_str()).collect();
                opened.push(format!("{} {:?}: {codes:?} is {:?}", step.step, was.gate, is.outcome));
            }
        }
    }
    opened
}

/// Whether an entry only answers, and at which gate that asks something.
fn answers(event: &Event) -> Option<Option<Gate>> {
    match bearing(event) {
        Bearing::Answers => Some(None),
        Bearing::AnswersBut(gate) => Some(Some(gate)),
        Bearing::Raises | Bearing::Both => None,
    }
}

/// What is left when an answer is taken out, when only answers and remarks on what is gone went with it.
fn without_answer(dossier: &Dossier, seq: u64) -> Option<(Dossier, Option<Gate>)> {
    let mut but = answers(&dossier.entry(seq)?.event)?;
    let rebuilt = dossier.without(&[seq]);
    for gone in rebuilt.left_out.iter().filter(|gone| **gone != seq) {
        let event = &dossier.entry(*gone)?.event;
        match answers(event) {
            Some(gate) => but = but.or(gate),
            None if event.named_entry().is_some_and(|named| rebuilt.left_out.contains(&named)) => {}
            None => return None,
        }
    }
    Some((rebuilt.dossier, but))
}

/// The latest urgency sets the day on which people look back: an earlier one with a later day is no answer to it.
fn moves_a_day(dossier: &Dossier, seq: u64) -> bool {
    match dossier.entry(seq).map(|entry| &entry.event) {
        Some(Event::UrgencyDeclared(it)) => {
            dossier.steps().get(&it.step).is_some_and(|it| it.urgency.len() > 1)
        }
        _ => false,
    }
}

/// Leaves out the answer that an entry is, and says which gates that opens on a day.
pub fn opened_without(dossier: &Dossier, seq: u64, at: NaiveDate) -> Vec<String> {
    match without_answer(dossier, seq) {
        Some((left, but)) => opened(&assessed(dossier, at), &assessed(&left, at), but),
        None => Vec::new(),
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p14_leaving_out_an_answer_opens_no_gate(
        history in Histories::new().well_prepared().with_length(25..85).strategy(),
        days in prop::collection::vec(any::<Index>(), 2),
        entries in prop::collection::vec(any::<Index>(), 6),
    ) {
        let answering: Vec<u64> = (1..=history.len() as u64)
            .filter(|seq| history.entry(*seq).is_some_and(|it| answers(&it.event).is_some()))
            .filter(|seq| !moves_a_day(&history, *seq))
            .collect();
        if answering.is_empty() { return Ok(()) }
        let all_days = eventful_days(&history);
        let days: Vec<NaiveDate> = days.iter().map(|it| *it.get(&all_days)).collect();
        let before: Vec<Assessment> = days.iter().map(|at| assessed(&history, *at)).collect();
        for seq in entries.iter().map(|it| *it.get(&answering)) {
            let Some((left, but)) = without_answer(&history, seq) else { continue };
            for (before, at) in before.iter().zip(&days) {
                let opened = opened(before, &assessed(&left, *at), but);
                prop_assert!(opened.is_empty(), "without entry {seq} on {at}: {opened:?}");
            }
        }
    }
}
