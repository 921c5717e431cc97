//! P1, further: an assessment looks at the state on its day. What happened after the day does not count, however early it
//! was recorded; a correction or an erasure does, since it is about what is written and not about what happened.

use afweging::{Assessment, Code, Dossier, Entry, Event};
use afweging_testkit::Histories;
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{assessed, config, eventful_days, numbers};

/// All that is said, but for the numbers of entries: without what came later they are numbered anew.
fn said(assessment: &Assessment) -> String {
    fn strip(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Array(items) => items.iter_mut().for_each(strip),
            serde_json::Value::Object(fields) => {
                fields.remove("because");
                fields.remove("after");
                // What was written down by mistake is put right by its number; which entries can be taken out alone hangs
                // on all that the log holds, whenever that happened.
                if fields.get("event").is_some_and(|it| it == "corrected") {
                    fields.remove("fixed");
                    fields.remove("holes");
                }
                fields.values_mut().for_each(strip);
            }
            serde_json::Value::String(text) => {
                *text = numbers::in_words(text, |_| "#".to_owned());
            }
            _ => {}
        }
    }
    let mut value: serde_json::Value = serde_json::from_str(&assessment.to_json()).expect("JSON");
    value["receipt"] = serde_json::Value::Null;
    strip(&mut value);
    value.to_string()
}

/// Compares the assessment of a day with that of the same history without what happened after it; nothing when that
/// cannot be told.
pub fn check(dossier: &Dossier, at: NaiveDate) -> Result<(), TestCaseError> {
    // Somebody was there before anyone named them. A correction and an erasure are about what is written.
    let is_later = |it: &&Entry| {
        let is_timeless =
            matches!(it.event, Event::PersonAdded(_) | Event::Corrected(_) | Event::Redacted(_));
        it.occurred.first_day() > at && !is_timeless
    };
    let later: Vec<u64> = dossier.entries().iter().filter(is_later).map(|it| it.seq).collect();
    let rebuilt = dossier.without(&later);
    // An entry that names something of a later day went along.
    if rebuilt.left_out.len() != later.len() {
        return Ok(());
    }
    let (with, without) = (assessed(dossier, at), assessed(&rebuilt.dossier, at));
    // Objections are shown by the numbers of entries.
    let has_objection = |it: &Assessment| it.findings.iter().any(|it| it.code == Code::ContestedEntry);
    if !has_objection(&with) {
        prop_assert_eq!(said(&with), said(&without));
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p1_what_happens_later_does_not_count_on_the_day(
        history in Histories::new().without_corrections().without_redactions().with_length(10..80).strategy(),
        day in any::<Index>(),
    ) {
        let days = eventful_days(&history);
        check(&history, *day.get(&days))?;
    }
}
