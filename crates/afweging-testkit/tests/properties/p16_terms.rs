//! P16: no measure is reported as in force past its term or the law's maximum; going on without title is a finding.

use afweging::{Dossier, Event, Frame, MeasureId, Said, StepId, TermKind};
use afweging_testkit::{Histories, dutch_pack};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::{any_day, assessed, config, eventful_days};

/// What the log says of the decision on a step by a day: the day of it, whether it grants, the last day that it names.
#[derive(Debug, Default)]
struct Title {
    decided: Option<NaiveDate>,
    granted: bool,
    until: Option<NaiveDate>,
}

fn title(dossier: &Dossier, step: &StepId, at: NaiveDate) -> Title {
    let mut events: Vec<_> = dossier
        .entries()
        .iter()
        .filter(|entry| entry.occurred.first_day() <= at && !dossier.is_corrected(entry.seq))
        .filter(|entry| dossier.steps().get(step).is_some_and(|it| it.proposal.seq < entry.seq))
        .collect();
    events.sort_by_key(|entry| (entry.occurred.first_day(), entry.seq));
    let mut title = Title::default();
    for entry in events {
        match &entry.event {
            Event::Decided(it) if it.step == *step => {
                title.decided = Some(entry.occurred.first_day());
                title.granted = !matches!(it.outcome, afweging::Outcome::Refused);
                title.until = it.until.said().copied();
            }
            Event::DecidedUrgently(it) if it.step == *step => {
                title.decided = Some(entry.occurred.first_day());
                title.granted = true;
                title.until = it.until.said().copied();
            }
            Event::HeardAfterwards(it) if it.step == *step => {
                title.granted = it.maintained;
                title.until = it.until.said().copied().or(title.until);
            }
            _ => {}
        }
    }
    title
}

pub fn check(dossier: &Dossier, at: NaiveDate) -> Result<(), TestCaseError> {
    let assessment = assessed(dossier, at);
    for step in &assessment.steps {
        if step.stands.execution != "InForce" {
            continue;
        }
        let title = title(dossier, &step.step, at);
        let proposal = &dossier.steps()[&step.step].proposal.what;
        if let Some(until) = title.until.filter(|_| title.granted) {
            prop_assert!(at <= until, "{} on {at}, granted until {until}", step.step);
        }
        if let (Some(_), Said::Said(until)) = (title.decided, proposal.until) {
            prop_assert!(at <= until, "{} on {at}, asked until {until}", step.step);
        }
        let measure = dutch_pack().measure(&step.measure, title.decided.unwrap_or(at));
        let maximum = measure.and_then(|it| it.terms_of(TermKind::Maximum).next());
        if let (Some(decided), Some(maximum)) = (title.decided, maximum) {
            prop_assert!(at < maximum.due(decided), "{} on {at}, decided on {decided}", step.step);
        }
        let measure = dutch_pack().measure(&step.measure, at);
        let is_binding = measure.is_some_and(|it| it.frame == Frame::Compulsory);
        if is_binding && !title.granted {
            let found = step.findings().any(|it| it.code.as_str() == "AFW-AUTHORITY-011");
            prop_assert!(found, "{} goes on without title on {at}", step.step);
        }
    }
    Ok(())
}

fn in_force() -> impl Strategy<Value = MeasureId> {
    prop::sample::select(vec![
        "M13", "M15", "M16", "M17", "M18", "M20", "M22", "M23", "M26", "M27", "M28", "M02", "M14",
    ])
    .prop_map(|id| MeasureId::new(id).expect("an id"))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p16_nothing_is_in_force_past_its_term(
        (history, at) in in_force().prop_flat_map(|measure| {
            (Histories::new().in_force(measure).with_length(25..70).strategy(), any_day())
        }),
        later in prop::collection::vec(0_u64..800, 4),
    ) {
        check(&history, at)?;
        for later in later {
            check(&history, history.last_day() + chrono::Days::new(later))?;
        }
        for at in eventful_days(&history) {
            check(&history, at)?;
        }
    }
}
