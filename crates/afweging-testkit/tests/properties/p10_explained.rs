//! P10, on dossiers: what is said of how an option compares is what the vectors say; the least intrusive open steps are an
//! antichain that covers; and nothing is ever compared across two people.

use std::collections::BTreeSet;

use afweging::{
    AlternativeOption, Assessment, Candidate, Compared, Comparison, Dimension, Dossier, ExecutionOn, NOTHING,
    StepAssessment, StepId, Vector,
};
use afweging_testkit::{Histories, dutch_pack};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::{assessed, config, eventful_days};

/// The level on a dimension by the plainest code there is; who is burdened is a set and has none.
fn level(vector: &Vector, on: Dimension) -> u8 {
    match on {
        Dimension::Authority => vector.authority,
        Dimension::Living => vector.living,
        Dimension::Liberty => vector.liberty,
        Dimension::Contact => vector.contact,
        Dimension::Privacy => vector.privacy,
        Dimension::Home => vector.home,
        Dimension::Coercion => vector.coercion,
        Dimension::Persons => 0,
    }
}

/// Whether `a` is at most as heavy as `b` in every respect.
fn is_at_most(a: &Vector, b: &Vector) -> bool {
    Dimension::ALL.iter().all(|on| level(a, *on) <= level(b, *on)) && a.burdened.is_subset(&b.burdened)
}

fn is_lighter_throughout(ours: &[&Vector], theirs: &[&Vector]) -> bool {
    let strictly = |a: &Vector, b: &Vector| is_at_most(a, b) && !is_at_most(b, a);
    !ours.is_empty() && !theirs.is_empty() && ours.iter().all(|a| theirs.iter().all(|b| strictly(a, b)))
}

/// The day by whose law a step is read.
fn law_day(dossier: &Dossier, step: &StepId, at: NaiveDate) -> NaiveDate {
    let machines = &dossier.steps()[step].machines;
    let decided = machines.decision().until(at).last().map(|it| it.occurred.first_day());
    let filed = machines.request().until(at).last().map(|it| it.occurred.first_day());
    decided.or(filed).unwrap_or(at)
}

fn vectors_of(step: &StepAssessment, on: NaiveDate) -> Vec<&'static Vector> {
    dutch_pack().measure(&step.measure, on).map(|it| it.vectors(step.placement.as_ref())).unwrap_or_default()
}

/// The vectors of an option as an answer names it; nothing where the pack has none.
fn vectors_of_option(dossier: &Dossier, option: &[Candidate], on: NaiveDate) -> Vec<&'static Vector> {
    let measured = |measure, placement| {
        dutch_pack().measure(measure, on).map(|it| it.vectors(placement)).unwrap_or_default()
    };
    match option.first() {
        Some(Candidate::Measure { measure, placement }) => measured(measure, placement.as_ref()),
        Some(Candidate::Alternative(id)) => match &dossier.alternatives()[id].what.option {
            AlternativeOption::Measure { measure, placement } => measured(measure, placement.said()),
            AlternativeOption::OwnWords { .. } => Vec::new(),
        },
        Some(Candidate::Nothing) => {
            let nothing = afweging::MeasureId::new(NOTHING).expect("an id");
            dutch_pack().measure(&nothing, on).map(|it| it.vectors(None)).unwrap_or_default()
        }
        Some(Candidate::Adjacent(_) | Candidate::End(_)) | None => Vec::new(),
    }
}

fn explained(dossier: &Dossier, assessment: &Assessment, at: NaiveDate) -> Result<(), TestCaseError> {
    for step in &assessment.steps {
        let on = law_day(dossier, &step.step, at);
        let own = vectors_of(step, on);
        for option in &step.candidates {
            let theirs = vectors_of_option(dossier, &option.one_of, on);
            let told = format!("{} against {:?} on {at}: {:?}", step.step, option.one_of, option.compares);
            prop_assert_eq!(option.compares.is_lighter(), is_lighter_throughout(&theirs, &own), "{}", &told);
            prop_assert_eq!(option.compares.is_heavier(), is_lighter_throughout(&own, &theirs), "{}", &told);
            let is_measured = !theirs.is_empty() && !own.is_empty();
            prop_assert_eq!(option.compares == Compared::NotMeasured, !is_measured, "{}", &told);
            if let (Compared::Exactly(Comparison::Incomparable { lighter_on, heavier_on }), [a], [b]) =
                (&option.compares, &theirs[..], &own[..])
            {
                let lower: BTreeSet<_> =
                    Dimension::ALL.iter().filter(|on| level(a, **on) < level(b, **on)).copied().collect();
                let higher: BTreeSet<_> =
                    Dimension::ALL.iter().filter(|on| level(a, **on) > level(b, **on)).copied().collect();
                let plain = |of: &[Dimension]| -> BTreeSet<_> {
                    of.iter().filter(|on| **on != Dimension::Persons).copied().collect()
                };
                prop_assert_eq!((plain(lighter_on), plain(heavier_on)), (lower, higher), "{}", &told);
            }
        }
    }
    Ok(())
}

/// Each of the least is open and not begun; none is lighter than another about the same person; and whoever is left out has
/// one about the same person that is lighter, of another measure or as the same one for fewer days or people.
fn least(dossier: &Dossier, assessment: &Assessment, at: NaiveDate) -> Result<(), TestCaseError> {
    let step = |id: &StepId| assessment.step(id).expect("a step of the assessment");
    let not_begun: Vec<&StepAssessment> =
        assessment.open.iter().map(step).filter(|it| it.stands.execution == "NotStarted").collect();
    let vectors = |it: &StepAssessment| vectors_of(it, law_day(dossier, &it.step, at));
    for one in &not_begun {
        let is_least = assessment.least_intrusive.contains(&one.step);
        let others = || not_begun.iter().filter(|other| other.step != one.step && other.about == one.about);
        if is_least {
            for other in others().filter(|other| other.measure != one.measure) {
                let lighter = is_lighter_throughout(&vectors(other), &vectors(one));
                prop_assert!(!lighter, "{} is lighter than {} on {at}", other.step, one.step);
            }
        } else {
            let explained = others().any(|other| {
                is_lighter_throughout(&vectors(other), &vectors(one))
                    || (other.measure == one.measure && other.placement == one.placement)
            });
            prop_assert!(
                explained,
                "{} is left out on {at}, and no other about {} is lighter",
                one.step,
                one.about
            );
        }
    }
    for id in &assessment.least_intrusive {
        prop_assert!(not_begun.iter().any(|it| it.step == *id), "{id} is not open, or begun");
    }
    let people: BTreeSet<_> = not_begun.iter().map(|it| &it.about).collect();
    for person in people {
        let has = assessment.least_intrusive.iter().any(|id| step(id).about == *person);
        prop_assert!(has, "nothing is left for {person} on {at}: {:?}", ExecutionOn::NotStarted);
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p10_what_is_said_of_a_comparison_is_what_the_vectors_say(
        history in Histories::new().well_prepared().with_length(25..85).strategy(),
    ) {
        let days = eventful_days(&history);
        for at in [Some(history.last_day()), days.get(days.len() / 2).copied()].into_iter().flatten() {
            let assessment = assessed(&history, at);
            explained(&history, &assessment, at)?;
            least(&history, &assessment, at)?;
        }
    }
}
