//! P13 for views under seal: none is seen before all are opened, and none vanishes.

use afweging::{Assessment, DecisionRecord, Dossier, Event, PersonId, StepId, Weighed};
use afweging_testkit::{Dice, Histories, dutch_pack};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::{assessed, config, eventful_days};

/// What everyone writes who seals a view in a generated dossier.
const SEALED_WORDS: &str = "wrote this alone";

/// The sealed views that the log holds by a day and nobody corrected: of which step, whose, on what.
fn seals(dossier: &Dossier, at: NaiveDate) -> Vec<(StepId, PersonId, Weighed)> {
    let mut found = Vec::new();
    for entry in dossier.entries() {
        let Event::ViewSealed(sealed) = &entry.event else { continue };
        let step = dossier.steps().get(&sealed.step).expect("the step");
        let is_gone = dossier.is_corrected(entry.seq)
            || dossier.is_corrected(step.proposal.seq)
            || step.proposal.seq > entry.seq;
        if !is_gone && entry.occurred.first_day() <= at && step.proposal.occurred.first_day() <= at {
            found.push((sealed.step.clone(), entry.by.clone(), sealed.on.clone()));
        }
    }
    found
}

fn any_opened(dossier: &Dossier, at: NaiveDate) -> bool {
    dossier
        .entries()
        .iter()
        .any(|entry| matches!(entry.event, Event::ViewsRevealed(_)) && entry.occurred.first_day() <= at)
}

/// Where a sealed view stands in the assessment: in the circle, opened, or never opened.
fn stands(
    dossier: &Dossier,
    assessment: &Assessment,
    at: NaiveDate,
    (step, by, on): &(StepId, PersonId, Weighed),
) -> bool {
    let weighing = assessment.uncertainties.weighing.iter().find(|it| it.step == *step).expect("the step");
    let state = dossier.steps()[step].weighing.on(at);
    let is_opened = state.views().all().iter().any(|it| it.was_sealed && it.by == *by && it.view.on == *on);
    let is_named = weighing.never_opened.iter().any(|it| it.by == *by && it.on == *on);
    let is_in = match &state {
        afweging::Weighing::Sealed(sealed) => {
            sealed.sealed().iter().any(|it| it.by == *by && it.sealed.on == *on)
        }
        _ => false,
    };
    is_opened || is_named || is_in
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p13_no_sealed_view_vanishes(history in Histories::new().with_sealed_views().with_length(20..70).strategy()) {
        for at in eventful_days(&history).into_iter().rev().step_by(7) {
            let assessment = assessed(&history, at);
            for seal in seals(&history, at) {
                prop_assert!(stands(&history, &assessment, at, &seal), "{at}: {seal:?}");
            }
        }
    }

    #[test]
    fn p13_nothing_sealed_is_seen_before_the_opening(
        history in Histories::new().with_sealed_views().with_length(20..70).strategy(),
    ) {
        // What is opened later on shows on the days before it, if on any.
        let sealed = eventful_days(&history).into_iter().filter(|at| !any_opened(&history, *at));
        for at in sealed.collect::<Vec<_>>().into_iter().rev().take(3) {
            let assessment = assessed(&history, at);
            prop_assert!(!assessment.to_json().contains(SEALED_WORDS), "{at}");
            for step in history.steps().keys() {
                let Ok(record) = DecisionRecord::of(&assessment, &history, dutch_pack(), step) else { continue };
                prop_assert!(!record.to_json().contains(SEALED_WORDS), "{at} {step}");
            }
        }
    }
}

/// The properties say something: views are sealed, opened, and never opened.
#[test]
fn p13_sealed_views_of_every_fate_occur() {
    let (mut sealed, mut opened, mut never, mut waiting) = (0, 0, 0, 0);
    for number in 0..120_u64 {
        let mut dice = Dice::new(number);
        let seeds: Vec<u64> = (0..50).map(|_| dice.roll()).collect();
        let history = Histories::new().with_sealed_views().build(&seeds);
        let at = history.last_day();
        sealed += seals(&history, at).len();
        for weighing in &assessed(&history, at).uncertainties.weighing {
            never += weighing.never_opened.len();
            opened += weighing.views.iter().filter(|it| it.was_sealed).count();
            waiting += weighing.sealing.iter().flat_map(|it| &it.waiting).count();
        }
    }
    println!("{sealed} sealed, {opened} opened, {never} never opened, {waiting} waited for");
    assert!(opened > 10 && never > 10 && waiting > 10, "{opened} {never} {waiting}");
}
