//! P24: `Fallback` implies a dialogue tried, or urgency with a look-back.

use afweging::{Fallback, Weighing, WeighingEvent};
use afweging_testkit::{Histories, for_all};
use proptest::prelude::*;

use crate::{config, eventful_days};

#[test]
fn p24_who_falls_back_has_tried_or_had_no_time() {
    for_all(config(), Histories::new().with_dissent().with_length(25..90), |history| {
        for step in history.steps().values() {
            for at in eventful_days(history) {
                let Weighing::Fallback(state) = step.weighing.on(at) else { continue };
                let so_far: Vec<_> = step.weighing.until(at).map(|dated| &dated.transition).collect();
                let fell_back = so_far.iter().rev().find_map(|it| match it {
                    WeighingEvent::FallBack(fell_back) => Some(fell_back),
                    _ => None,
                });
                let tried = so_far.iter().any(|it| matches!(it, WeighingEvent::Diverge(_)));
                let urgent = fell_back.is_some_and(|it| !it.urgency.is_not_said());
                prop_assert!(tried || urgent);
                match state.because() {
                    Fallback::Tried { .. } => prop_assert!(tried),
                    Fallback::Urgency(_) => prop_assert!(urgent),
                }
            }
        }
        Ok(())
    });
}
