use afweging::{GateOutcome, assess};
use afweging_testkit::{Histories, dutch_pack};
use proptest::prelude::*;

proptest! {
    #[test]
    fn no_step_is_open_while_a_question_is(history in Histories::new().well_prepared().strategy()) {
        let assessment = assess(&history, dutch_pack(), history.last_day());
        for step in assessment.steps.iter().filter(|step| step.open) {
            prop_assert!(step.gates.iter().all(|gate| gate.outcome != GateOutcome::Unknown));
        }
    }
}
