//! P13: every dissent stands in the record.

use afweging::{Dossier, Event};
use afweging_testkit::Histories;
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::{assessed, config, day, eventful_days};

/// The positions that the log holds by a day, out of entries that nobody corrected: who, on which step.
fn positions(dossier: &Dossier, at: NaiveDate) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for entry in dossier.entries() {
        let Event::Diverged(diverged) = &entry.event else { continue };
        let step = dossier.steps().get(&diverged.step).expect("the step");
        let is_gone = dossier.is_corrected(entry.seq)
            || dossier.is_corrected(step.proposal.seq)
            // A step that was proposed anew after a correction begins anew.
            || step.proposal.seq > entry.seq;
        if is_gone || entry.occurred.first_day() > at || step.proposal.occurred.first_day() > at {
            continue;
        }
        for position in &diverged.positions {
            let verdict = format!("{:?} {:?}", position.on, position.verdict);
            found.push((diverged.step.to_string(), position.person.to_string(), verdict));
        }
    }
    found.sort();
    found
}

fn in_assessment(dossier: &Dossier, at: NaiveDate) -> Vec<(String, String, String)> {
    let assessment = assessed(dossier, at);
    let mut found: Vec<_> = assessment
        .uncertainties
        .weighing
        .iter()
        .flat_map(|weighing| {
            weighing.dissent.iter().map(|it| {
                (weighing.step.to_string(), it.by.to_string(), format!("{:?} {:?}", it.on, it.verdict))
            })
        })
        .collect();
    found.sort();
    found
}

fn holds_all<T: Ord>(all: &[T], some: &[T]) -> bool {
    let mut all = all.iter();
    some.iter().all(|wanted| all.any(|it| it == wanted))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p13_every_position_stands_from_its_day_on(
        history in Histories::new().with_dissent().with_length(25..80).strategy(),
        later in 0_u64..4000,
    ) {
        let last = history.last_day() + chrono::Days::new(later);
        for at in eventful_days(&history).into_iter().chain([last, day("2035-01-01")]) {
            let wanted = positions(&history, at);
            prop_assert!(holds_all(&in_assessment(&history, at), &wanted), "{at}: {wanted:?}");
        }
    }

    /// Whatever dissent shows on one day, of positions or against a common verdict, shows on every later one.
    #[test]
    fn p13_no_later_day_loses_a_dissent(history in Histories::new().with_dissent().with_length(25..80).strategy()) {
        let mut so_far = Vec::new();
        for at in eventful_days(&history) {
            let now = in_assessment(&history, at);
            prop_assert!(holds_all(&now, &so_far), "{at}: {so_far:?} and then {now:?}");
            so_far = now;
        }
    }

    /// Neither does what is recorded afterwards, unless it corrects the dissent itself or happened before it.
    #[test]
    fn p13_no_later_entry_loses_a_dissent(
        history in Histories::new().with_dissent().with_length(25..80).without_corrections().without_redactions().strategy(),
    ) {
        let late = day("2035-01-01");
        let mut recorded = Dossier::new(history.id());
        let mut stands = Vec::new();
        for entry in Vec::<afweging::NewEntry>::from(history.dossier()) {
            let is_late = entry.occurred.first_day() < entry.recorded.date_naive();
            recorded.record(entry).expect("recorded once more");
            let now = positions(&recorded, late);
            prop_assert!(holds_all(&now, &stands));
            if !is_late {
                prop_assert!(holds_all(&in_assessment(&recorded, late), &stands));
            }
            stands = now;
        }
    }
}
