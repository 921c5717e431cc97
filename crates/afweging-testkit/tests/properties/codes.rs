//! Every code is shown: there is a dossier, or an input at a door, that gives it.
//!
//! A code that nothing shows is a promise that nobody tests. When one comes to be added, the dice may never bring it out:
//! then a story in `src/scripted.rs` does.

use std::collections::BTreeMap;

use afweging::{
    Code, Door, Dossier, InputError, NewEntry, Pack, ReasonIndex, Refusal, Region, assess_beside,
};
use afweging_testkit::{Dice, Histories, dutch_pack, scripted};
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use crate::{assessed, day};

/// Dossiers of all kinds, each with a name that finds it again: scripted, made with care, and wild.
pub fn shown() -> impl Iterator<Item = (String, Dossier)> {
    let seeds = |number: u64| -> Vec<u64> {
        let mut dice = Dice::new(number);
        let length = 5 + dice.below(95);
        (0..length).map(|_| dice.roll()).collect()
    };
    let wild = (0..400_u64)
        .map(move |number| (format!("wild {number}"), Histories::new().build(&seeds(number)).into_dossier()));
    let careful = (1000..1200_u64).map(move |number| {
        (format!("careful {number}"), Histories::new().well_prepared().build(&seeds(number)).into_dossier())
    });
    let written = scripted().into_iter().map(|it| (it.id().to_owned(), it));
    written.chain(careful).chain(wild)
}

fn days(dossier: &Dossier) -> [NaiveDate; 3] {
    let last = dossier.entries().last().map_or(day("2025-01-01"), |it| it.recorded.date_naive());
    [last, last + Days::new(200), day("2020-06-01")]
}

/// The pack as a region has it in which something is not offered.
fn not_offered() -> Pack {
    let region = Region::named("midden-holland").expect("a region");
    dutch_pack().clone().in_region(&region).expect("held against this pack")
}

#[test]
fn every_code_is_shown() {
    let mut counts: BTreeMap<Code, usize> = Code::all().iter().map(|code| (*code, 0)).collect();
    let region = not_offered();
    let mut previous: Option<Dossier> = None;
    for (number, (_, dossier)) in shown().enumerate() {
        for at in days(&dossier) {
            let assessment = assessed(&dossier, at);
            let duties = assessment.duties.iter().map(|it| it.code);
            for code in assessment.all_findings().map(|it| it.code).chain(duties) {
                *counts.entry(code).or_default() += 1;
            }
        }
        let local = afweging::assess(&dossier, &region, days(&dossier)[0]);
        for code in local.all_findings().map(|it| it.code).filter(|it| *it == Code::AidNotOffered) {
            *counts.entry(code).or_default() += 1;
        }
        // What stands word for word in another dossier is seen beside that one alone.
        if let Some(other) = previous.as_ref().filter(|_| number % 4 == 0) {
            let beside = assess_beside(&dossier, dutch_pack(), days(&dossier)[0], &ReasonIndex::of(&[other]));
            let elsewhere = [Code::AidPlanElsewhere, Code::AidReasonElsewhere];
            for code in beside.all_findings().map(|it| it.code).filter(|it| elsewhere.contains(it)) {
                *counts.entry(code).or_default() += 1;
            }
        }
        previous = Some(dossier);
    }
    let tampered = assessed(&tampered(), day("2024-06-01"));
    for code in tampered.all_findings().map(|it| it.code).filter(|it| *it == Code::ChainBroken) {
        *counts.entry(code).or_default() += 1;
    }
    for code in doors() {
        *counts.entry(code).or_default() += 1;
    }
    for (code, count) in &counts {
        println!("{code} {count}");
    }
    let missing: Vec<_> =
        counts.iter().filter(|(_, count)| **count == 0).map(|(code, _)| code.as_str()).collect();
    assert!(missing.is_empty(), "shown by nothing; write a story in `src/scripted.rs`: {missing:?}");
}

fn story() -> Dossier {
    scripted().into_iter().next().expect("a story")
}

/// A dossier in which a word was changed behind its back.
fn tampered() -> Dossier {
    let text = story().to_json().replace("what it is and what for", "something else");
    let read = Dossier::from_json(&text).expect("it is read all the same");
    assert!(read.tampering().is_some());
    read
}

/// The codes of what is refused at the doors: reading a dossier, recording an entry.
fn doors() -> Vec<Code> {
    let read = |text: &str| -> InputError { Dossier::from_json(text).expect_err(text) };
    let refused = |entry: Value| -> Refusal {
        let entry = NewEntry::from_json(&entry.to_string()).expect("an entry");
        story().record(entry).expect_err("it is refused")
    };
    let entry = |recorded: &str, event: Value| json!({ "recorded": recorded, "occurred": "2024-04-04", "by": "gi", "event": event });
    let later = "2024-05-01T12:00:00Z";
    let dossier =
        |format: &str, entries: Value| json!({ "format": format, "id": "d", "entries": entries }).to_string();
    let first = |seq: u64| {
        json!([{ "seq": seq, "recorded": later, "occurred": "2024-04-04", "by": "gi",
            "event": { "person_added": { "person": "gi", "role": "gi" } } }])
    };
    let mut half_sealed: Value = serde_json::from_str(&story().to_json()).expect("JSON");
    half_sealed["entries"][1].as_object_mut().expect("an entry").remove("hash");
    let long = "x".repeat(200);
    let own = {
        let mut entry =
            entry(later, json!({ "decided": { "step": "step", "decider": "judge", "outcome": "refused" } }));
        entry["door"] = serde_json::to_value(Door::Own).expect("a door");
        entry
    };
    vec![
        read("no dossier").code,
        read(&dossier("afweging/dossier/0", json!([]))).code,
        read(&dossier("afweging/dossier/1", first(7))).code,
        read(&half_sealed.to_string()).code,
        read(&json!({ "format": "afweging/dossier/1", "id": "d", "entries": [], "extra": 1 }).to_string()).code,
        refused(entry(later, json!({ "watch_taken": { "watcher": "nobody" } }))).code,
        refused(entry(later, json!({ "person_added": { "person": "child", "role": "child" } }))).code,
        refused(entry("2023-01-01T12:00:00Z", json!({ "watch_taken": { "watcher": "gi" } }))).code,
        refused(entry(later, json!({ "decided": { "step": "step", "decider": "judge", "outcome": "refused", "ex_officio": long } }))).code,
        refused(entry(later, json!({ "hand_over_accepted": { "receiver": "gi" } }))).code,
        refused(own).code,
    ]
}
