//! P2: record = replay = read back (up to redaction).

use afweging::{Dossier, NewEntry};
use afweging_testkit::Histories;
use proptest::prelude::*;

use crate::{any_day, assessed, config};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p2_replayed_it_is_the_same(history in Histories::new().without_redactions().strategy(), at in any_day()) {
        let entries = Vec::<NewEntry>::from(history.dossier());
        let replayed = Dossier::replay(history.id(), entries).expect("what was recorded replays");
        prop_assert_eq!(replayed.entries(), history.entries());
        prop_assert_eq!(replayed.to_json(), history.to_json());
        prop_assert_eq!(assessed(&replayed, at).to_json(), assessed(&history, at).to_json());
    }

    #[test]
    fn p2_read_back_it_is_the_same(history in Histories::new().strategy(), at in any_day()) {
        let text = history.to_json();
        let read = Dossier::from_json(&text).expect("what was written reads");
        prop_assert_eq!(read.tampering(), None);
        prop_assert_eq!(read.entries(), history.entries());
        prop_assert_eq!(read.to_json(), text);
        prop_assert_eq!(assessed(&read, at).to_json(), assessed(&history, at).to_json());
    }

    /// Erased texts are gone for good; all else, the hashes included, stays what it was.
    #[test]
    fn p2_replayed_after_erasure_only_texts_are_missing(history in Histories::new().strategy()) {
        let entries = Vec::<NewEntry>::from(history.dossier());
        let replayed = Dossier::replay(history.id(), entries).expect("what was recorded replays");
        for (once, again) in history.entries().iter().zip(replayed.entries()) {
            prop_assert_eq!(&once.event, &again.event);
            prop_assert_eq!((once.recorded, once.occurred, &once.by), (again.recorded, again.occurred, &again.by));
        }
        let at = history.last_day();
        let (mut once, mut again) = (assessed(&history, at), assessed(&replayed, at));
        once.receipt.head.clear();
        again.receipt.head.clear();
        prop_assert_eq!(once.to_json(), again.to_json());
    }

    /// What a dossier refuses leaves it as it was.
    #[test]
    fn p2_a_refused_entry_changes_nothing(
        history in Histories::new().strategy(),
        other in Histories::new().strategy(),
        at in any_day(),
    ) {
        let mut dossier = history.dossier().clone();
        let before = (dossier.to_json(), assessed(&dossier, at).to_json());
        for mut entry in Vec::<NewEntry>::from(other.dossier()) {
            entry.recorded = entry.recorded.max(dossier.entries().last().map_or(entry.recorded, |it| it.recorded));
            let mut trial = dossier.clone();
            if trial.record(entry.clone()).is_err() {
                prop_assert!(dossier.record(entry).is_err());
                prop_assert_eq!((dossier.to_json(), ()), (before.0.clone(), ()));
            }
        }
        prop_assert_eq!(assessed(&dossier, at).to_json(), before.1);
    }
}
