//! P3: nothing recorded after `t` changes `known_at(t)`, redaction excepted.

use afweging::{Dossier, NewEntry};
use afweging_testkit::{Histories, History};
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{any_day, assessed, config};

/// The dossier as it was when nothing after `t` had come in, and the moment.
fn as_it_was(history: &History, place: Index) -> Option<(Dossier, DateTime<Utc>)> {
    let instant = history.entries().get(place.index(history.len().max(1)))?.recorded;
    let so_far = Vec::<NewEntry>::from(history.dossier()).into_iter().take_while(|it| it.recorded <= instant);
    Some((Dossier::replay(history.id(), so_far).expect("a beginning replays"), instant))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p3_what_comes_later_leaves_no_trace(
        history in Histories::new().without_redactions().strategy(),
        place in any::<Index>(),
        at in any_day(),
    ) {
        let Some((then, instant)) = as_it_was(&history, place) else { return Ok(()) };
        let (then, now) = (then.known_at(instant), history.known_at(instant));
        prop_assert_eq!(then.to_json(), now.to_json());
        for day in [at, instant.date_naive(), history.last_day()] {
            prop_assert_eq!(assessed(&then, day).to_json(), assessed(&now, day).to_json());
        }
        prop_assert!(now.verify().is_ok());
    }

    /// An erasure reaches back: the texts are gone, and nothing else is different.
    #[test]
    fn p3_only_erasure_reaches_back(history in Histories::new().strategy(), place in any::<Index>()) {
        let Some((then, instant)) = as_it_was(&history, place) else { return Ok(()) };
        let now = history.known_at(instant);
        prop_assert_eq!(then.len(), now.len());
        for (then, now) in then.entries().iter().zip(now.entries()) {
            prop_assert_eq!((then.seq, then.recorded, then.occurred, &then.by, then.event.kind()),
                            (now.seq, now.recorded, now.occurred, &now.by, now.event.kind()));
        }
        prop_assert!(now.verify().is_ok());
        let read = Dossier::from_json(&now.to_json()).expect("a view of then reads");
        prop_assert_eq!(read.tampering(), None);
        prop_assert_eq!(read.to_json(), now.to_json());
        prop_assert_eq!(read.known_at_instant(), Some(instant));
        let at = history.last_day();
        prop_assert_eq!(assessed(&read, at).to_json(), assessed(&now, at).to_json());
    }

    /// Nor does a fault in what came later: what was known before it is whole.
    #[test]
    fn p3_a_later_change_of_the_log_leaves_no_trace(
        history in Histories::new().without_redactions().with_length(20..60).strategy(),
        place in any::<Index>(),
    ) {
        let Some((_, instant)) = as_it_was(&history, place) else { return Ok(()) };
        let mut log: serde_json::Value = serde_json::from_str(&history.to_json()).expect("JSON");
        let entries = log["entries"].as_array_mut().expect("entries");
        let last = entries.last_mut().expect("an entry");
        // What comes in at the very instant is known at it.
        let kept = history.entries().last().expect("an entry").recorded > instant;
        last["hash"] = "00".into();
        let changed = Dossier::from_json(&log.to_string()).expect("it is read all the same");
        prop_assert!(changed.tampering().is_some());
        prop_assert_eq!(changed.known_at(instant).tampering().is_none(), kept);
    }
}
