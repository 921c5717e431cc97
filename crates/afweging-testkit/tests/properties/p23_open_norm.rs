//! P23: the mark of an open norm never gets lost on the way to an outcome.

use std::collections::BTreeSet;

use afweging::{
    Code, DecisionRecord, Event, Gate, GateOutcome, GroundId, PersonId, StepAssessment, StepId, Telling,
    Weighed, Weighing, WeighingEvent,
};
use afweging_testkit::{Histories, History, dutch_pack};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::{assessed, config};

/// Who can have judged an open norm of a step: who gave a view on it, and who took part in the dialogue.
fn judges(history: &History, step: &StepId, ground: &GroundId, at: NaiveDate) -> BTreeSet<PersonId> {
    let mut judges = BTreeSet::new();
    for dated in history.steps()[step].weighing.until(at) {
        match &dated.transition {
            WeighingEvent::View { by, view } if view.on == Weighed::Ground(ground.clone()) => {
                judges.insert(by.clone());
            }
            WeighingEvent::OpenDialogue(opened) => judges.extend(opened.participants.iter().cloned()),
            _ => {}
        }
    }
    judges
}

/// Each way to meet the grounds of the measure of a step: the open norms on it.
fn routes(history: &History, step: &StepAssessment, at: NaiveDate) -> Vec<Vec<GroundId>> {
    // Outside the pack there are none.
    if step.measure_labels.nl.is_empty() {
        return Vec::new();
    }
    let decided = history.steps()[&step.step].machines.decision().until(at).last();
    let on = decided.map_or(at, |it| it.occurred.first_day());
    let Some(measure) = dutch_pack().measure(&step.measure, on) else { return Vec::new() };
    let is_open = |id: &&GroundId| dutch_pack().ground(id).is_some_and(|ground| ground.open_norm);
    measure.grounds.iter().map(|route| route.iter().filter(is_open).cloned().collect()).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p23_whatever_leans_on_an_open_norm_names_whose_judgement_it_is(
        history in Histories::new().well_prepared().with_length(30..90).strategy(),
        later in 0_u64..100,
    ) {
        let at = history.last_day() + chrono::Days::new(later);
        let assessment = assessed(&history, at);
        for step in &assessment.steps {
            let routes = routes(&history, step, at);
            let threat = step.gate(Gate::Threat).expect("seven gates");
            let is_through = matches!(threat.outcome, GateOutcome::Passed | GateOutcome::Cured);
            // Through the gate: by one of the ways, each open norm on it judged by somebody who is named.
            if is_through && !routes.is_empty() && routes.iter().all(|route| !route.is_empty()) {
                let is_judged = |ground: &GroundId| {
                    let judges = judges(&history, &step.step, ground, at);
                    threat.rests_on_judgement_of.iter().any(|by| judges.contains(by))
                };
                prop_assert!(routes.iter().any(|route| route.iter().all(is_judged)), "{step:?}");
            }
            // Shut by a norm that was found not met: that is a judgement as well.
            if threat.findings.iter().any(|finding| finding.code == Code::GroundNotMet && finding.because.len() == 1)
                && step.gates.len() == 7 && !routes.is_empty()
            {
                prop_assert!(!threat.rests_on_judgement_of.is_empty(), "{step:?}");
            }
            // From the gate to the step, and to the open ones.
            for gate in &step.gates {
                prop_assert!(gate.rests_on_judgement_of.iter().all(|by| step.rests_on_judgement_of.contains(by)));
            }
            if assessment.open.contains(&step.step) && routes.iter().any(|route| !route.is_empty()) {
                prop_assert!(!step.rests_on_judgement_of.is_empty(), "{step:?}");
            }
            // From the step to the record, where each open norm is told to be one.
            let Ok(record) = DecisionRecord::of(&assessment, &history, dutch_pack(), &step.step) else { continue };
            let (mut named, mut marked) = (BTreeSet::new(), 0);
            for line in record.lines() {
                match &line.tells {
                    Telling::JudgementOf { people, .. } => named.extend(people.iter().cloned()),
                    Telling::Ground { open_norm, judged_by, verdict, .. } => {
                        marked += usize::from(*open_norm);
                        prop_assert!(verdict.is_none() || !judged_by.is_empty(), "{line:?}");
                    }
                    _ => {}
                }
            }
            prop_assert!(step.rests_on_judgement_of.iter().all(|by| named.contains(by)), "{step:?}");
            prop_assert!(marked > 0 || routes.iter().all(Vec::is_empty), "{step:?}");
        }
    }

    /// Without anybody's view nothing gets through that an open norm stands before: no path turns it into a plain yes.
    #[test]
    fn p23_without_a_judgement_no_open_norm_is_met(
        history in Histories::new().well_prepared().with_length(30..80).strategy(),
    ) {
        let at = history.last_day();
        let judged: Vec<u64> = history.entries().iter().filter(|entry| matches!(
            entry.event, Event::ViewGiven(_) | Event::Converged(_)
        )).map(|entry| entry.seq).collect();
        let without = history.without(&judged).dossier;
        for step in assessed(&without, at).steps {
            let weighing = without.steps()[&step.step].weighing.on(at);
            prop_assert!(!matches!(weighing, Weighing::Converged(_)));
            let routes = routes(&history, &step, at);
            if routes.is_empty() || routes.iter().any(Vec::is_empty) { continue }
            let threat = step.gate(Gate::Threat).expect("seven gates");
            prop_assert!(!matches!(threat.outcome, GateOutcome::Passed | GateOutcome::Cured), "{step:?}");
        }
    }
}
