//! P15, the look-back: whatever urgency put off is due, held or overdue on every day after, and never silently gone; and
//! what is not held is a duty with a day and an owner.

use std::collections::BTreeSet;

use afweging::{Code, Dossier, Event, LookBackOf, LookBackStand, NotHeardGround, Said};
use afweging_testkit::Histories;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::{assessed, config, eventful_days};

/// The entries by which something was put off because of urgency, up to a day, as the log alone tells.
fn put_off(dossier: &Dossier, at: NaiveDate) -> BTreeSet<u64> {
    let of_step = |step: &afweging::StepId, seq: u64| {
        let record = &dossier.steps()[step].proposal;
        record.seq < seq && record.occurred.first_day() <= at && !dossier.is_corrected(record.seq)
    };
    dossier
        .entries()
        .iter()
        .filter(|entry| !dossier.is_corrected(entry.seq) && entry.occurred.first_day() <= at)
        .filter(|entry| match &entry.event {
            Event::UrgencyDeclared(it) => of_step(&it.step, entry.seq),
            Event::FellBack(it) => !it.urgency.is_not_said() && of_step(&it.step, entry.seq),
            Event::NotHeard(it) => matches!(it.ground, NotHeardGround::Urgent { .. }),
            _ => false,
        })
        .map(|entry| entry.seq)
        .collect()
}

fn check(dossier: &Dossier, at: NaiveDate) -> Result<(), TestCaseError> {
    let assessment = assessed(dossier, at);
    let kept: BTreeSet<u64> = assessment.look_backs.iter().map(|it| it.because).collect();
    prop_assert_eq!(&kept, &put_off(dossier, at), "on {}", at);
    for look_back in &assessment.look_backs {
        let said = dossier.entry(look_back.because).map(|entry| &entry.event);
        let day = match said {
            Some(Event::UrgencyDeclared(it)) => it.look_back,
            Some(Event::FellBack(it)) => match &it.urgency {
                Said::Said(urgency) => urgency.look_back,
                Said::NotSaid => panic!("it was put off"),
            },
            Some(Event::NotHeard(it)) => match it.ground {
                NotHeardGround::Urgent { look_back } => look_back,
                _ => panic!("it was put off"),
            },
            other => panic!("{other:?}"),
        };
        prop_assert!(look_back.due <= day, "never later than was said: {look_back:?}");
        let is_held = look_back.stands == LookBackStand::Held;
        prop_assert_eq!(look_back.questions.is_empty(), is_held, "{:?}", look_back);
        if !is_held {
            prop_assert_eq!(
                look_back.stands == LookBackStand::Overdue,
                look_back.due < at,
                "{:?}",
                look_back
            );
            prop_assert!(!look_back.owner.is_empty(), "{look_back:?}");
        }
        let code = match look_back.of {
            LookBackOf::Urgency(_) => Code::LookBackDue,
            LookBackOf::Fallback(_) => Code::LookBackTogether,
            LookBackOf::Hearing(_) => Code::HearingPutOff,
        };
        let duties =
            assessment.duties.iter().filter(|it| it.code == code && it.because == [look_back.because]);
        prop_assert_eq!(duties.count(), usize::from(!is_held), "{:?} on {}", look_back, at);
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p15_what_urgency_puts_off_is_never_silently_gone(
        history in Histories::new().with_length(20..80).strategy(),
        later in 1_u64..400,
    ) {
        for at in eventful_days(&history) {
            check(&history, at)?;
        }
        check(&history, history.last_day() + Days::new(later))?;
    }
}
