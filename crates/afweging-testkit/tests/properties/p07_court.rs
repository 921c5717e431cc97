//! P7: the court is never one with who asks it; an order ex officio has no requester and names its article.

use afweging::{Act, Code, Dossier, Event, FindingKind, Frame, Gate, GateOutcome, Role, Standing, StepId};
use afweging_testkit::{Dice, Histories, dutch_pack};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::{assessed, config};

/// What the log holds of who asked for a step, who decided, and by which article unasked.
#[derive(Debug, Default)]
struct Acts {
    asked: Option<afweging::PersonId>,
    decided: Option<(afweging::PersonId, NaiveDate)>,
    article: Option<String>,
}

fn acts(dossier: &Dossier, step: &StepId, at: NaiveDate) -> Acts {
    let made = dossier.steps()[step].proposal.seq;
    let mut entries: Vec<_> = dossier
        .entries()
        .iter()
        .filter(|entry| entry.seq > made && !dossier.is_corrected(entry.seq))
        .filter(|entry| entry.occurred.first_day() <= at)
        .collect();
    entries.sort_by_key(|entry| (entry.occurred.first_day(), entry.seq));
    let mut acts = Acts::default();
    for entry in entries {
        let on = entry.occurred.first_day();
        match &entry.event {
            Event::RequestFiled(it) if it.step == *step => acts.asked = Some(it.requester.clone()),
            Event::Decided(it) if it.step == *step => {
                acts.decided = Some((it.decider.clone(), on));
                acts.article = it.ex_officio.said().cloned();
            }
            Event::DecidedUrgently(it) if it.step == *step => acts.decided = Some((it.decider.clone(), on)),
            _ => {}
        }
    }
    acts
}

fn check(dossier: &Dossier, at: NaiveDate, seen: &mut [usize; 4]) -> Result<(), TestCaseError> {
    let assessment = assessed(dossier, at);
    for step in &assessment.steps {
        let gate = step.gate(Gate::Authority).expect("gate 1");
        let is_barred = gate.findings.iter().any(|finding| finding.kind == FindingKind::Bar);
        let found = |code: Code| gate.findings.iter().any(|finding| finding.code == code);
        let acts = acts(dossier, &step.step, at);
        let court = |person| dossier.people().role(person).is_some_and(Role::is_court);
        let Some((decider, on)) = &acts.decided else {
            if acts.asked.as_ref().is_some_and(court) {
                let asks = dutch_pack()
                    .grants(at)
                    .iter()
                    .any(|it| it.act == Act::Request && it.measure == step.measure);
                prop_assert!(!asks || is_barred, "a court asks for {} on {at}", step.step);
            }
            continue;
        };
        let Some(measure) = dutch_pack().measure(&step.measure, *on) else { continue };
        if measure.frame == Frame::Compulsory && acts.asked.as_ref() == Some(decider) {
            seen[0] += 1;
            prop_assert_eq!(
                gate.outcome,
                GateOutcome::Failed,
                "who asked decides on {} on {}",
                step.step,
                at
            );
        }
        let can_be_asked =
            dutch_pack().grants(*on).iter().any(|it| it.act == Act::Request && it.measure == step.measure);
        match &acts.article {
            Some(article) => {
                if acts.asked.is_some() && can_be_asked {
                    seen[1] += 1;
                    prop_assert!(
                        found(Code::ExOfficioAndAsked),
                        "{} is both asked and unasked on {at}",
                        step.step
                    );
                }
                let positions = dossier.people().positions(decider, &step.about, *on);
                let is_there = dutch_pack().grants(*on).iter().any(|it| {
                    it.standing == Standing::ExOfficio
                        && it.act == Act::Decide
                        && it.measure == step.measure
                        && positions.contains(&it.actor)
                        && article.contains(&it.cite.article)
                });
                if !is_there {
                    seen[2] += 1;
                    prop_assert!(found(Code::DeciderWithoutPower), "{} by {article} on {at}", step.step);
                }
            }
            None if acts.asked.is_none() && can_be_asked && court(decider) => {
                seen[3] += 1;
                prop_assert!(is_barred, "{} was decided unasked, by no article, on {at}", step.step);
            }
            None => {}
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p7_the_court_is_never_one_with_who_asks(history in Histories::new().with_length(25..85).strategy()) {
        check(&history, history.last_day(), &mut [0; 4])?;
    }
}

/// The property says something: each of its cases occurs in the generated dossiers.
#[test]
fn p7_every_case_occurs() {
    let mut seen = [0; 4];
    for number in 0..300_u64 {
        let mut dice = Dice::new(number);
        let seeds: Vec<u64> = (0..80).map(|_| dice.roll()).collect();
        let supervision = afweging::MeasureId::new("M16").expect("an id");
        let histories =
            if number % 2 == 0 { Histories::new().in_force(supervision) } else { Histories::new() };
        let history = histories.build(&seeds);
        check(&history, history.last_day(), &mut seen).expect("it holds");
    }
    println!(
        "asks and decides, asked and unasked, an article that gives nothing, unasked without one: {seen:?}"
    );
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}
