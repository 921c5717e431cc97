//! P6: no own decision without authority on its day; an observed one without it carries a Bar.

use std::collections::BTreeSet;

use afweging::{
    Act, Actor, Assessment, AuthorityMap, Dossier, Event, FindingKind, Frame, Gate, Grant, GrantCondition,
    MeasureId, PersonId, Standing, StepId,
};
use afweging_testkit::{Dice, Histories, dutch_pack};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::{assessed, config};

/// The entries by which somebody may decide, on appeal or not, unasked or not: read in the pack, not on the map.
fn entries(measure: &MeasureId, positions: &BTreeSet<Actor>, on: NaiveDate) -> Vec<&'static Grant> {
    let pack = dutch_pack();
    let by_consent = pack.measure(measure, on).is_some_and(|it| it.frame != Frame::Compulsory);
    pack.grants(on)
        .iter()
        .filter(|grant| grant.measure == *measure && positions.contains(&grant.actor))
        .filter(|grant| grant.act == Act::Decide || (by_consent && grant.act == Act::Consent))
        .collect()
}

/// Every position in which somebody may be.
fn positions(dossier: &Dossier, person: &PersonId, about: &PersonId, on: NaiveDate) -> BTreeSet<Actor> {
    let people = dossier.people();
    let certain = people.positions(person, about, on);
    if !certain.is_empty() {
        return certain;
    }
    let mut open = BTreeSet::new();
    if people.is_parent_of(person, about, on) {
        open.extend([Actor::ParentWithAuthority, Actor::ParentWithoutAuthority]);
    }
    if person == about {
        open.extend([Actor::MinorUnder12, Actor::Minor12To15, Actor::Minor16To17, Actor::Adult]);
    }
    open
}

/// What the log holds of decisions: the step, who, the day, the entry, and whether it is a ruling on appeal.
fn decisions(dossier: &Dossier) -> Vec<(StepId, PersonId, NaiveDate, u64, bool)> {
    dossier
        .entries()
        .iter()
        .filter(|entry| !dossier.is_corrected(entry.seq))
        .filter_map(|entry| {
            let on = entry.occurred.first_day();
            let (step, decider, on_appeal) = match &entry.event {
                Event::Decided(it) => (&it.step, &it.decider, false),
                Event::DecidedUrgently(it) => (&it.step, &it.decider, false),
                Event::AppealRuled(it) => (&it.step, &it.decider, true),
                _ => return None,
            };
            Some((step.clone(), decider.clone(), on, entry.seq, on_appeal))
        })
        .filter(|(step, _, _, seq, _)| dossier.steps()[step].proposal.seq < *seq)
        .collect()
}

fn has_bar(assessment: &Assessment, step: &StepId) -> bool {
    let gate = assessment.step(step).and_then(|it| it.gate(Gate::Authority)).expect("gate 1");
    gate.findings.iter().any(|finding| finding.kind == FindingKind::Bar)
}

fn is_appellate(grant: &Grant) -> bool {
    grant.conditions.iter().any(|it| matches!(it, GrantCondition::OnAppealFrom(_)))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p6_an_observed_decision_without_authority_carries_a_bar(history in Histories::new().with_length(25..85).strategy()) {
        let at = history.last_day();
        let assessment = assessed(&history, at);
        for (step, decider, on, seq, on_appeal) in decisions(&history) {
            let Some(assessed) = assessment.step(&step) else { continue };
            if on > at { continue }
            let mut entries = entries(&assessed.measure, &positions(&history, &decider, &assessed.about, on), on);
            if on_appeal {
                // Read by the law of the decision that is appealed against, which may be older: no entry on either day.
                entries.retain(|grant| is_appellate(grant));
            }
            if entries.is_empty() {
                prop_assert!(has_bar(&assessment, &step), "entry {seq} on {on}: {decider} decides on {}", assessed.measure);
            }
        }
    }

    #[test]
    fn p6_no_own_decision_without_authority(history in Histories::new().ready_to_decide().with_length(25..60).strategy()) {
        check_own(&history, history.last_day())?;
    }
}

/// Who is authorised has an entry of the law for it, of their own, on that day, and did not ask for it. How many were.
fn check_own(dossier: &Dossier, at: NaiveDate) -> Result<usize, TestCaseError> {
    let assessment = assessed(dossier, at);
    let mut authorised = 0;
    for step in &assessment.open {
        let record = &dossier.steps()[step];
        let proposal = &record.proposal.what;
        for person in dossier.people().iter().map(|it| &it.what.person) {
            // Open as others left it, and not always as an own act.
            let Ok(admissible) = assessment.admissible(step) else { continue };
            let Ok(proof) = admissible.authorise(map(), dossier, person) else { continue };
            authorised += 1;
            let positions = dossier.people().positions(person, &proposal.about, at);
            let entries = entries(&proposal.measure, &positions, at);
            let own = entries.iter().find(|grant| {
                grant.cite.to_string() == proof.article() && grant.standing != Standing::ExOfficio
            });
            prop_assert!(own.is_some(), "{person} by {} on {at}", proof.article());
            let asked = record.machines.request().on(at).filed().map(|it| it.what.requester.clone());
            let compulsory =
                dutch_pack().measure(&proposal.measure, at).is_some_and(|it| it.frame == Frame::Compulsory);
            prop_assert!(!compulsory || asked.as_ref() != Some(person), "{person} asked for {step}");
        }
    }
    Ok(authorised)
}

fn map() -> &'static AuthorityMap {
    static MAP: std::sync::LazyLock<AuthorityMap> =
        std::sync::LazyLock::new(|| AuthorityMap::of(dutch_pack()));
    &MAP
}

/// The property says something: in the generated dossiers people are authorised, and people decide without power.
#[test]
fn p6_both_sides_occur() {
    let (mut authorised, mut without) = (0, 0);
    for number in 0..150_u64 {
        let mut dice = Dice::new(number);
        let seeds: Vec<u64> = (0..60).map(|_| dice.roll()).collect();
        let history = Histories::new().ready_to_decide().build(&seeds);
        authorised += check_own(&history, history.last_day()).expect("it holds");
        without += decisions(&history)
            .iter()
            .filter(|(step, decider, on, _, _)| {
                let proposal = &history.steps()[step].proposal.what;
                entries(&proposal.measure, &positions(&history, decider, &proposal.about, *on), *on)
                    .is_empty()
            })
            .count();
    }
    println!("{authorised} authorised, {without} decisions without power");
    assert!(authorised > 0 && without > 0, "{authorised} authorised, {without} without power");
}
