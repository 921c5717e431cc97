//! P15: an order without a hearing always carries a hearing duty, and lapses when that passes; other urgent ones carry their
//! own dated follow-up.

use afweging::{Code, Dossier, Event, MeasureId, StepId, TermKind};
use afweging_testkit::{Histories, dutch_pack};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::{assessed, config, eventful_days};

/// What the log says of an urgent decision on a step by a day.
#[derive(Debug)]
struct Urgent {
    entry: u64,
    decided: NaiveDate,
    ex_parte: bool,
    until: Option<NaiveDate>,
    heard: Option<NaiveDate>,
}

fn urgent(dossier: &Dossier, step: &StepId, at: NaiveDate) -> Option<Urgent> {
    let proposed = dossier.steps().get(step)?.proposal.seq;
    let counts = |seq: u64| seq > proposed && !dossier.is_corrected(seq);
    let mut found: Option<Urgent> = None;
    for entry in dossier.entries().iter().filter(|it| counts(it.seq) && it.occurred.first_day() <= at) {
        match &entry.event {
            Event::DecidedUrgently(it) if it.step == *step => {
                found = Some(Urgent {
                    entry: entry.seq,
                    decided: entry.occurred.first_day(),
                    ex_parte: it.ex_parte,
                    until: it.until.said().copied(),
                    heard: None,
                });
            }
            _ => {}
        }
    }
    let mut found = found?;
    let heard = dossier.entries().iter().filter(|it| counts(it.seq)).filter_map(|entry| match &entry.event {
        Event::HeardAfterwards(it) if it.step == *step => Some(entry.occurred.first_day()),
        _ => None,
    });
    found.heard = heard.filter(|day| *day <= at).min();
    Some(found)
}

pub fn check(dossier: &Dossier, at: NaiveDate) -> Result<(), TestCaseError> {
    let assessment = assessed(dossier, at);
    for step in &assessment.steps {
        let Some(urgent) = urgent(dossier, &step.step, at) else { continue };
        let stands = (step.stands.decision, step.stands.execution);
        let duties = || assessment.duties.iter().filter(|duty| duty.because.contains(&urgent.entry));
        let measure = dutch_pack().measure(&step.measure, urgent.decided);
        if urgent.ex_parte {
            // Two weeks in every law that lets an order be given so; others name no day, and then the duty has none.
            let within = measure.and_then(|it| it.urgent.as_ref()).filter(|it| it.ex_parte);
            let last = within.map(|_| urgent.decided + Days::new(14));
            let in_time = urgent.heard.is_some_and(|day| last.is_none_or(|last| day <= last));
            if last.is_some_and(|last| at >= last) && !in_time {
                prop_assert_eq!(stands.0, "Lapsed", "{} on {}: {:?}", step.step, at, urgent);
                prop_assert_ne!(stands.1, "InForce", "{} on {}: {:?}", step.step, at, urgent);
                let found = step.findings().any(|it| it.code == Code::Lapsed);
                prop_assert!(found, "{} lapsed on {at}, and nothing says so", step.step);
            } else if urgent.heard.is_none() {
                let due: Vec<_> =
                    duties().filter(|it| it.code == Code::HearingDue).map(|it| it.due).collect();
                prop_assert_eq!(due, vec![last], "{} on {}: {:?}", step.step, at, urgent);
            }
            continue;
        }
        // Ordered in urgency with those concerned heard: as long as it is in force, it ends on a day that is said, or
        // something that has to follow is due on one.
        let has_own = measure.is_some_and(|it| {
            let dated = [TermKind::Maximum, TermKind::EmergencyMaximum, TermKind::FollowUpRequest];
            it.urgent.is_some() && dated.iter().any(|kind| it.terms_of(*kind).next().is_some())
        });
        if step.over || stands.1 != "InForce" || !(has_own || urgent.until.is_some()) {
            continue;
        }
        let is_followed = assessment.duties.iter().any(|duty| {
            duty.due.is_some() && (duty.because.contains(&urgent.entry) || duty.code == Code::LastsUntil)
        });
        prop_assert!(is_followed, "{} on {at}: {urgent:?}: {:?}", step.step, assessment.duties);
    }
    Ok(())
}

fn urgent_ones() -> impl Strategy<Value = MeasureId> {
    prop::sample::select(vec!["M13", "M15", "M23", "M25", "M28", "M29", "M30", "M31", "M16", "M22"])
        .prop_map(|id| MeasureId::new(id).expect("an id"))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p15_urgency_never_goes_without_its_follow_up(
        history in urgent_ones().prop_flat_map(|measure| {
            Histories::new().in_force(measure).with_length(25..60).strategy()
        }),
        later in prop::collection::vec(0_u64..60, 3),
    ) {
        let days = eventful_days(&history);
        for at in days.iter().copied() {
            check(&history, at)?;
        }
        for later in later {
            check(&history, history.last_day() + Days::new(later))?;
        }
        // The days around two weeks after each decision.
        for entry in history.entries() {
            if let Event::DecidedUrgently(_) = entry.event {
                for days in [13, 14, 15] {
                    check(&history, entry.occurred.first_day() + Days::new(days))?;
                }
            }
        }
    }
}
