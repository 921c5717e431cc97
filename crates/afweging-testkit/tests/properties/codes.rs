//! Every code is shown: there is a dossier, or an input at a door, that gives it.

use std::collections::BTreeMap;

use afweging::{Code, Dossier};
use afweging_testkit::{Dice, Histories};
use chrono::{Days, NaiveDate};

use crate::{assessed, day};

/// Generated dossiers of all kinds, each with a name that finds it again.
pub fn shown() -> impl Iterator<Item = (String, Dossier)> {
    let seeds = |number: u64| -> Vec<u64> {
        let mut dice = Dice::new(number);
        let length = 5 + dice.below(95);
        (0..length).map(|_| dice.roll()).collect()
    };
    let wild = (0..400_u64).map(move |number| (format!("wild {number}"), Histories::new().build(&seeds(number)).into_dossier()));
    let careful = (1000..1200_u64)
        .map(move |number| (format!("careful {number}"), Histories::new().well_prepared().build(&seeds(number)).into_dossier()));
    careful.chain(wild)
}

fn days(dossier: &Dossier) -> Vec<NaiveDate> {
    let last = dossier.entries().last().map_or(day("2025-01-01"), |it| it.recorded.date_naive());
    vec![last, last + Days::new(200), day("2020-06-01")]
}

#[test]
fn every_code_of_the_assessment_is_shown() {
    let mut counts: BTreeMap<Code, usize> = Code::all().iter().map(|code| (*code, 0)).collect();
    for (_, dossier) in shown() {
        for at in days(&dossier) {
            let assessment = assessed(&dossier, at);
            for code in assessment.all_findings().map(|it| it.code).chain(assessment.duties.iter().map(|it| it.code)) {
                *counts.entry(code).or_default() += 1;
            }
        }
    }
    for (code, count) in &counts {
        println!("{code} {count}");
    }
    let missing: Vec<_> = counts.iter().filter(|(_, count)| **count == 0).map(|(code, _)| code.as_str()).collect();
    assert!(missing.is_empty(), "shown by no dossier: {missing:?}");
}
