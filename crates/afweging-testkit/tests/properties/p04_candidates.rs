//! P4: adding an unanswered lighter candidate never opens a barred step.

use afweging::{
    AlternativeId, AlternativeNamed, AlternativeOption, Assessment, Comparison, Dossier, Event, Gate,
    GateOutcome, MeasureId, NewEntry, Said, StepId, When, compare,
};
use afweging_testkit::{Dice, Histories, History, dutch_pack};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::p14_bearing::opened;
use crate::{assessed, config};

/// A measure that is less intrusive than that of a step, whatever the placement of either.
fn lighter(history: &History, step: &StepId, at: NaiveDate, dice: &mut Dice) -> Option<MeasureId> {
    let proposal = &history.steps()[step].proposal.what;
    let own = dutch_pack().measure(&proposal.measure, at)?;
    let lighter: Vec<MeasureId> = dutch_pack()
        .measures(at)
        .filter(|other| {
            other.vectors(None).iter().all(|theirs| {
                own.vectors(proposal.placement.said())
                    .iter()
                    .all(|ours| matches!(compare(theirs, ours), Comparison::Lighter { .. }))
            })
        })
        .map(|other| other.id.clone())
        .collect();
    dice.pick(&lighter).cloned()
}

fn with_alternative(
    history: &History,
    step: &StepId,
    option: AlternativeOption,
    at: NaiveDate,
) -> Option<Dossier> {
    let mut dossier = history.dossier().clone();
    let last = history.entries().last()?;
    let named = AlternativeNamed {
        alternative: AlternativeId::new("something-lighter").ok()?,
        step: step.clone(),
        option,
    };
    let entry = NewEntry {
        recorded: last.recorded,
        occurred: When::Day(at),
        by: history.steps()[step].proposal.by.clone(),
        door: Default::default(),
        event: Event::AlternativeNamed(named),
        salt: String::new(),
    };
    dossier.record(entry).ok().map(|_| dossier)
}

fn intrusion(assessment: &Assessment, step: &StepId) -> GateOutcome {
    assessment.step(step).and_then(|it| it.gate(Gate::Intrusion)).expect("gate 5").outcome
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p4_an_unanswered_lighter_candidate_opens_no_step(
        history in Histories::new().well_prepared().with_length(25..85).strategy(),
        seed in any::<u64>(),
    ) {
        let at = history.last_day();
        let before = assessed(&history, at);
        let mut dice = Dice::new(seed);
        for step in history.steps().keys() {
            if before.step(step).is_none() { continue }
            let own_words = AlternativeOption::OwnWords {
                text: "a week at the neighbours'".into(),
                frame: Default::default(),
                burdened: Vec::new(),
            };
            let measure = lighter(&history, step, at, &mut dice)
                .map(|measure| AlternativeOption::Measure { measure, placement: Said::NotSaid });
            for option in [Some(own_words), measure].into_iter().flatten() {
                let is_own_words = matches!(option, AlternativeOption::OwnWords { .. });
                let Some(dossier) = with_alternative(&history, step, option, at) else { continue };
                let after = assessed(&dossier, at);
                let opened = opened(&before, &after, None);
                prop_assert!(opened.is_empty(), "on {at}: {opened:?}");
                prop_assert!(after.open.iter().all(|it| before.open.contains(it)), "on {at}: {:?}", after.open);
                // Nobody answered it, so the gate cannot say that everything was answered.
                if is_own_words && history.steps()[step].proposal.what.measure.as_str() != "M00" {
                    prop_assert_ne!(intrusion(&after, step), GateOutcome::Passed, "{} on {}", step, at);
                }
            }
        }
    }
}
