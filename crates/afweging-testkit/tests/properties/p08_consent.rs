//! P8: consent withdrawn bars what rests on it from that moment, unless another recorded ground carries it or the law lets a
//! stay run on (Jw 6.1.2(9)).

use std::collections::BTreeSet;

use afweging::{
    Capacity, Code, Consent, ConsentBasis, ConsentGroup, ConsentWithdrawn, Consenter, Dossier, Event, Gate,
    GateOutcome, Measure, NewEntry, OfAge, PersonId, Role, Said, Scope, StepAssessment, StepId, TermKind,
    When,
};
use afweging_testkit::{Dice, Histories, History, dutch_pack};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::{assessed, config};

/// The day by whose law a step is read.
fn law_day(dossier: &Dossier, step: &StepId, at: NaiveDate) -> NaiveDate {
    let machines = &dossier.steps()[step].machines;
    let decided = machines.decision().until(at).last().map(|it| it.occurred.first_day());
    let filed = machines.request().until(at).last().map(|it| it.occurred.first_day());
    decided.or(filed).unwrap_or(at)
}

/// Whose consent a step rests on, by the pack's rule for age and capacity.
fn must(dossier: &Dossier, measure: &Measure, about: &PersonId, on: NaiveDate) -> BTreeSet<PersonId> {
    let people = dossier.people();
    let holders = || people.authority_holders(about, on);
    match &measure.consent {
        ConsentBasis::NotNeeded => BTreeSet::new(),
        ConsentBasis::OneOf { consent, .. } => holders().into_iter().filter(|_| *consent).collect(),
        ConsentBasis::Needed => {
            let is = |years| people.is_at_least(about, years, on);
            let group = match (people.is_minor(about, on), is(12), is(16)) {
                (OfAge::No, _, _) => ConsentGroup::Adult,
                (_, OfAge::No, _) => ConsentGroup::Under12,
                (_, OfAge::Yes, _) if people.capacity(about, on) == Capacity::Incapable => {
                    ConsentGroup::Incapable
                }
                (OfAge::Yes, OfAge::Yes, OfAge::No) => ConsentGroup::From12To15,
                (OfAge::Yes, _, OfAge::Yes) => ConsentGroup::From16To17,
                _ => return BTreeSet::new(),
            };
            let rule = dutch_pack().consent_rule(group, on);
            rule.into_iter()
                .flat_map(|rule| &rule.must)
                .flat_map(|consenter| match consenter {
                    Consenter::Person | Consenter::LegalRepresentative => vec![about.clone()],
                    Consenter::EveryoneWithAuthority => holders(),
                })
                .collect()
        }
    }
}

/// Whether another basis carries it: a measure that is there or asked for, or an institution that is guardian.
fn is_carried(dossier: &Dossier, measure: &Measure, step: &StepId, about: &PersonId, at: NaiveDate) -> bool {
    let ConsentBasis::OneOf { measures, guardianship, .. } = &measure.consent else { return false };
    let assessment = assessed(dossier, at);
    let other = assessment.steps.iter().filter(|it| it.step != *step && it.about == *about);
    let mut there = other.filter(|it| measures.contains(&it.measure)).map(|it| {
        let granted =
            ["Granted", "PartlyGranted", "UrgentlyGranted", "Confirmed"].contains(&it.stands.decision);
        let asked = it.stands.decision == "Pending" && ["Filed", "HeldOver"].contains(&it.stands.request);
        it.stands.execution == "InForce" || asked || (granted && it.stands.execution == "NotStarted")
    });
    let on = law_day(dossier, step, at);
    let institution = dossier
        .people()
        .authority_holders(about, on)
        .iter()
        .any(|holder| dossier.people().role(holder) == Some(Role::Gi));
    there.any(|it| it) || (*guardianship && institution)
}

/// The dossier in which somebody takes back what they gave for a step and for its measure.
fn withdrawn(history: &History, step: &StepId, who: &PersonId, at: NaiveDate) -> Option<Dossier> {
    let mut dossier = history.dossier().clone();
    let last = history.entries().last()?;
    let measure = history.steps()[step].proposal.what.measure.clone();
    let mut any = false;
    for scope in [Scope::Step(step.clone()), Scope::Measure(measure)] {
        let key = (who.clone(), scope);
        let given = history.consents().get(&key).is_some_and(|it| matches!(it.on(at), Consent::Given(_)));
        if !given {
            continue;
        }
        let (person, scope) = key;
        let event = Event::ConsentWithdrawn(ConsentWithdrawn { person, scope, reason: Said::NotSaid });
        let entry = NewEntry {
            recorded: last.recorded,
            occurred: When::Day(at),
            by: who.clone(),
            door: Default::default(),
            event,
            salt: String::new(),
        };
        dossier.record(entry).ok()?;
        any = true;
    }
    any.then_some(dossier)
}

fn outcome(step: &StepAssessment) -> GateOutcome {
    step.gate(Gate::Authority).expect("gate 1").outcome
}

/// How often a withdrawal barred, ran on, and was carried.
#[derive(Debug, Default)]
struct Seen {
    barred: usize,
    ran_on: usize,
    carried: usize,
}

fn check(history: &History, seen: &mut Seen) -> Result<(), TestCaseError> {
    let at = history.last_day();
    let before = assessed(history, at);
    for step in &before.steps {
        let Some(measure) = dutch_pack().measure(&step.measure, law_day(history, &step.step, at)) else {
            continue;
        };
        for who in must(history, measure, &step.about, law_day(history, &step.step, at)) {
            let Some(dossier) = withdrawn(history, &step.step, &who, at) else { continue };
            for later in [0, 1, 14, 15, 60] {
                let day = at + Days::new(later);
                // A step that nobody asked for or decided on is read by the law, and the ages, of the day itself.
                let on = law_day(&dossier, &step.step, day);
                if !must(&dossier, measure, &step.about, on).contains(&who) {
                    continue;
                }
                let after = assessed(&dossier, day);
                let now = after.step(&step.step).expect("the step");
                let runs_on =
                    measure.terms_of(TermKind::ConsentRunOn).next().is_some_and(|it| day <= it.due(at))
                        && now.stands.execution == "InForce";
                if is_carried(&dossier, measure, &step.step, &step.about, day) {
                    seen.carried += 1;
                    let gate = now.gate(Gate::Authority).expect("gate 1");
                    let bars = gate.findings.iter().any(|it| it.code == Code::ConsentRefusedOrWithdrawn);
                    prop_assert!(!bars, "{} on {day} rests on something else", step.step);
                } else if runs_on {
                    seen.ran_on += 1;
                    let gate = now.gate(Gate::Authority).expect("gate 1");
                    prop_assert!(
                        gate.findings.iter().any(|it| it.code == Code::ConsentRunsOn),
                        "{} on {day}",
                        step.step
                    );
                } else {
                    seen.barred += 1;
                    prop_assert_eq!(
                        outcome(now),
                        GateOutcome::Failed,
                        "{} of {} on {}",
                        &step.step,
                        &who,
                        day
                    );
                }
            }
            // Before that moment nothing changed.
            let eve = at - Days::new(1);
            let (was, is) = (assessed(history, eve), assessed(&dossier, eve));
            prop_assert_eq!(was.step(&step.step).map(outcome), is.step(&step.step).map(outcome));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p8_withdrawn_consent_bars_what_rests_on_it(
        history in Histories::new().well_prepared().with_length(25..75).strategy(),
    ) {
        check(&history, &mut Seen::default())?;
    }
}

/// The property says something: withdrawals bar, run on and are carried in the generated dossiers.
#[test]
fn p8_every_case_occurs() {
    let mut seen = Seen::default();
    for number in 0..1200_u64 {
        let mut dice = Dice::new(number);
        let seeds: Vec<u64> = (0..60).map(|_| dice.roll()).collect();
        let measure = |text: &str| afweging::MeasureId::new(text).expect("an id");
        let histories = Histories::new().well_prepared();
        let histories = match number % 4 {
            0 => histories.in_force(measure("M27")),
            1 => histories.in_force(measure("M17")).in_force(measure("M27")),
            _ => histories,
        };
        check(&histories.build(&seeds), &mut seen).expect("it holds");
    }
    println!("{seen:?}");
    assert!(seen.barred > 0 && seen.ran_on > 0 && seen.carried > 0, "{seen:?}");
}
