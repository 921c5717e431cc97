//! P1, further: an assessment looks at the state on its day. What happened after the day does not count, however early it
//! was recorded; a correction or an erasure does, since it is about what is written and not about what happened.

use afweging::Assessment;
use afweging_testkit::{Histories, rebuild};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{assessed, config, eventful_days};

/// All that is said, but for the numbers of entries.
fn said(assessment: &Assessment) -> String {
    fn strip(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Array(items) => items.iter_mut().for_each(strip),
            serde_json::Value::Object(fields) => {
                fields.remove("because");
                fields.remove("after");
                fields.values_mut().for_each(strip);
            }
            _ => {}
        }
    }
    let mut value: serde_json::Value = serde_json::from_str(&assessment.to_json()).expect("JSON");
    value["receipt"] = serde_json::Value::Null;
    strip(&mut value);
    value.to_string()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p1_what_happens_later_does_not_count_on_the_day(
        history in Histories::new().without_corrections().without_redactions().with_length(10..80).strategy(),
        day in any::<Index>(),
    ) {
        let days = eventful_days(&history);
        let at = *day.get(&days);
        // Somebody was there before anyone named them.
        let is_later = |it: &&afweging::Entry| {
            it.occurred.first_day() > at && !matches!(it.event, afweging::Event::PersonAdded(_))
        };
        let later: Vec<u64> = history.entries().iter().filter(is_later).map(|it| it.seq).collect();
        let rebuilt = rebuild::without(&history, &later);
        // An entry that names something of a later day went along: then there is nothing to compare.
        prop_assume!(rebuilt.left_out.len() == later.len());
        // Objections to entries are shown by their numbers.
        prop_assume!(later.is_empty() || history.contests().is_empty());
        prop_assert_eq!(said(&assessed(&history, at)), said(&assessed(&rebuilt.dossier, at)));
    }
}
