//! P1: assess is deterministic and total: what loads can be assessed at any date, without a panic.

use afweging_testkit::Histories;
use proptest::prelude::*;

use crate::{any_day, assessed, config};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p1_any_dossier_is_assessed_at_any_date_and_always_the_same(
        history in Histories::new().strategy(),
        at in any_day(),
    ) {
        for day in [at, history.last_day()] {
            let once = assessed(&history, day);
            let again = assessed(&history.dossier().clone(), day);
            prop_assert_eq!(once.to_json(), again.to_json());
            for step in &once.steps {
                prop_assert_eq!(step.gates.len(), 7);
                prop_assert_eq!(step.open, once.open.contains(&step.step));
            }
            prop_assert!(once.least_intrusive.iter().all(|step| once.open.contains(step)));
            // Out of the open steps that are still to be begun, some are the least intrusive.
            let to_begin = |id: &&afweging::StepId| once.step(id).is_some_and(|it| it.stands.execution == "NotStarted");
            prop_assert_eq!(once.open.iter().any(|id| to_begin(&id)), !once.least_intrusive.is_empty());
        }
    }

    #[test]
    fn p1_what_reads_is_assessed(history in Histories::new().strategy(), at in any_day()) {
        let read = afweging::Dossier::from_json(&history.to_json()).expect("what was written reads");
        prop_assert_eq!(assessed(&read, at).to_json(), assessed(&history, at).to_json());
    }
}
