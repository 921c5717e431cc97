//! Who the relatives are supports nothing: no relation between people makes a statement firmer or weaker.

use afweging::{Assessment, Belnap, Event, EvidenceLevel, Found, StatementId};
use afweging_testkit::Histories;
use proptest::prelude::*;

use crate::{assessed, config};

type Stands = (StatementId, Option<Found>, Belnap, [usize; 4], Option<EvidenceLevel>, bool, bool);

/// How every statement stands, without the numbers of entries.
fn facts(assessment: &Assessment) -> Vec<Stands> {
    let facts = assessment.uncertainties.facts.iter();
    facts
        .map(|it| {
            let counts = [it.mentions, it.roots_for, it.roots_against, it.untraced];
            (it.statement.clone(), it.found, it.support, counts, it.level, it.reopened, it.withdrawn)
        })
        .collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn relatives_support_no_statement(history in Histories::new().with_length(20..60).without_corrections().strategy()) {
        let relations: Vec<u64> = history
            .entries()
            .iter()
            .filter(|entry| matches!(entry.event, Event::RelationNoted(_)))
            .map(|entry| entry.seq)
            .collect();
        let alone = history.without(&relations);
        // An objection to a relation, or its erasure, goes with it; nothing else may.
        let others = alone.left_out.iter().filter(|seq| !relations.contains(seq));
        for seq in others {
            let event = &history.entry(*seq).expect("an entry").event;
            prop_assert!(event.named_entry().is_some(), "{} went too", event.kind());
        }
        let at = history.last_day();
        prop_assert_eq!(facts(&assessed(&history, at)), facts(&assessed(&alone.dossier, at)));
    }
}
