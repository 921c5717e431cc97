//! The generated dossiers hold everything that can happen, and bring out everything that an assessment can say.

use std::collections::BTreeMap;

use afweging::{
    Assessment, Code, Dossier, Event, GateOutcome, NewEntry, ReasonIndex, Region, assess, assess_beside,
};
use afweging_testkit::{Dice, Histories, History, dutch_pack};
use chrono::{Days, NaiveDate};
use serde_json::Value;

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
    for history in histories().chain(rare_histories()) {
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

/// Histories of which each holds a course of events that is rare among the others.
fn rare_histories() -> impl Iterator<Item = History> {
    (0..20_u64).map(|number| {
        let mut dice = Dice::new(number);
        let seeds: Vec<u64> = (0..90).map(|_| dice.roll()).collect();
        Histories::new().with_a_stay_on_consent().with_sealed_views().with_support_lost().build(&seeds)
    })
}

/// Every code that an assessment can give: of the gates, of duties, of the log, of aids.
fn codes() -> impl Iterator<Item = Code> {
    Code::all().iter().copied().filter(|code| !code.as_str().contains("INPUT"))
}

/// The days on which to look: the last, some time after, one long ago, and each of what does not last long.
fn days(history: &History) -> Vec<NaiveDate> {
    let last = history.last_day();
    let mut days = vec![last, last + Days::new(200), day("2020-06-01")];
    let short_lived = ["consent_withdrawn", "urgency_declared"];
    let entries = history.entries().iter().filter(|entry| short_lived.contains(&entry.event.kind()));
    days.extend(entries.map(|entry| entry.occurred.first_day()));
    days
}

#[test]
fn every_code_and_all_outcomes_occur() {
    let mut found: BTreeMap<Code, usize> = codes().map(|code| (code, 0)).collect();
    let mut count = |assessment: &Assessment| {
        let findings = assessment.all_findings().map(|finding| finding.code);
        for code in findings.chain(assessment.duties.iter().map(|duty| duty.code)) {
            *found.entry(code).or_default() += 1;
        }
    };
    let mut outcomes: BTreeMap<GateOutcome, usize> = BTreeMap::new();
    let (mut steps, mut open) = (0, 0);
    // A region has measures that it does not offer.
    let region = Region::named("midden-holland").expect("a region of the library");
    let within = dutch_pack().clone().in_region(&region).expect("it was held against this pack");
    let mut previous: Option<History> = None;
    for (number, history) in histories().chain(rare_histories()).enumerate() {
        for at in days(&history) {
            let assessment = assessed(&history, at);
            count(&assessment);
            steps += assessment.steps.len();
            open += assessment.open.len();
            for gate in assessment.steps.iter().flat_map(|step| &step.gates) {
                *outcomes.entry(gate.outcome).or_default() += 1;
            }
        }
        if number % 4 == 0 {
            count(&assess(&history, &within, history.last_day()));
            count(&assessed(&tampered(&history), history.last_day()));
            // What stands word for word in another dossier is seen beside that one alone.
            if let Some(other) = &previous {
                let others = ReasonIndex::of(&[other.dossier()]);
                count(&assess_beside(&history, dutch_pack(), history.last_day(), &others));
            }
        }
        previous = Some(history);
    }
    println!("{steps} steps, {open} open, {outcomes:?}");
    for (code, count) in &found {
        println!("{code} {count}");
    }
    let missing: Vec<_> = found.iter().filter(|(_, count)| **count == 0).map(|(code, _)| code).collect();
    assert!(missing.is_empty(), "no generated dossier brings out {missing:?}");
    assert_eq!(outcomes.len(), 5, "{outcomes:?}");
    assert!(open > 0, "no step is ever open");
}

/// The same log, with the day of its first entry changed after it was hashed.
fn tampered(history: &History) -> Dossier {
    let mut log: Value = serde_json::from_str(&history.to_json()).expect("JSON");
    log["entries"][0]["occurred"] = Value::from("1999-12-31");
    Dossier::from_json(&log.to_string()).expect("it reads, and shows that it was changed")
}
