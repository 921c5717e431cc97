//! P22: between first report and closure every moment has a watcher or a reported gap.

use std::collections::BTreeSet;

use afweging::{Dossier, PersonId, Said, WatchEvent};
use afweging_testkit::Histories;
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::{assessed, config};

/// Whether nobody keeps watch at the end of a day on which somebody must: told anew from the beginning for each day.
fn is_unwatched(dossier: &Dossier, day: NaiveDate) -> bool {
    let mut events: Vec<_> =
        dossier.watch_events().iter().filter(|it| it.occurred.first_day() <= day).collect();
    events.sort_by_key(|it| (it.occurred.first_day(), it.seq));
    let mut watching: BTreeSet<&PersonId> = BTreeSet::new();
    let mut until_taken_up: Vec<(&PersonId, &PersonId)> = Vec::new();
    let mut must = false;
    for event in events {
        match &event.what {
            WatchEvent::Report(_) => must = true,
            WatchEvent::Close(_) => must = false,
            WatchEvent::Take(it) => _ = watching.insert(&it.watcher),
            WatchEvent::Leave(it) => _ = watching.remove(&it.watcher),
            WatchEvent::HandOver(it) => {
                watching.remove(&it.from);
                if let Said::Said(meanwhile) = &it.watcher_meanwhile {
                    watching.insert(meanwhile);
                    until_taken_up.push((&it.to, meanwhile));
                }
            }
            WatchEvent::Accept(it) => {
                for (to, meanwhile) in &until_taken_up {
                    if **to == it.receiver {
                        watching.remove(meanwhile);
                    }
                }
                until_taken_up.retain(|(to, _)| **to != it.receiver);
                watching.insert(&it.receiver);
            }
        }
    }
    must && watching.is_empty()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p22_every_day_has_a_watcher_or_a_gap(history in Histories::new().strategy(), later in 0_u64..60) {
        let Some(first) = history.watch_events().iter().map(|it| it.occurred.first_day()).min() else {
            return Ok(());
        };
        let last = history.last_day() + chrono::Days::new(later);
        let assessment = assessed(&history, last);
        // A long history is told for its last three years: the recount is slow on purpose.
        let from = first.max(last - chrono::Days::new(1100));
        for day in from.iter_days().take_while(|day| *day < last) {
            let gaps = assessment.watch_gaps.iter().filter(|gap| gap.from <= day && day < gap.until).count();
            prop_assert_eq!(gaps, usize::from(is_unwatched(&history, day)), "{}", day);
        }
        for gap in &assessment.watch_gaps {
            prop_assert!(gap.from < gap.until && gap.until <= last);
            prop_assert!(history.entry(gap.after).is_some_and(|entry| entry.occurred.first_day() == gap.from));
        }
        let findings = assessment.findings.iter().filter(|it| it.code.as_str() == "AFW-LOG-002").count();
        prop_assert_eq!(findings, assessment.watch_gaps.len());
    }
}
