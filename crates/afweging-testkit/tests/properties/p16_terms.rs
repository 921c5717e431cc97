//! P16: no measure is reported as in force past its term or the law's maximum; going on without title is a finding.

use afweging::{
    Code, DecisionRecord, Dossier, Event, Frame, Measure, MeasureId, Moment, PeriodWord, Said, StepId,
    Telling, TermKind,
};
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

/// The first days on which the law no longer lets a step be in force, reckoned from the log alone.
fn ends(
    dossier: &Dossier,
    step: &StepId,
    measure: &Measure,
    decided: NaiveDate,
    at: NaiveDate,
) -> Vec<(NaiveDate, &'static str)> {
    let end = |kind, from| measure.terms_of(kind).next().map(|term| term.length.end(from));
    let record = &dossier.steps()[step];
    let mut ends = Vec::new();
    let earlier = record.proposal.what.extends.said();
    let has_own = |kind| measure.terms_of(kind).next().is_some();
    match earlier {
        None => ends.extend(end(TermKind::Maximum, decided).map(|day| (day, "the longest"))),
        // The total counts from the first order, which is never later than this one.
        Some(_) if has_own(TermKind::MaximumTotal) => {
            ends.extend(end(TermKind::MaximumTotal, decided).map(|day| (day, "the longest in all")));
            let first = earlier.map(|id| title(dossier, id, at)).and_then(|it| it.decided);
            let first = first.filter(|first| *first < decided);
            ends.extend(
                first
                    .and_then(|from| end(TermKind::MaximumTotal, from))
                    .map(|day| (day, "the longest from the first")),
            );
        }
        Some(id) => {
            let kind =
                [TermKind::MaximumExtension, TermKind::Maximum].into_iter().find(|kind| has_own(*kind));
            // An extension adds to a term that runs: it can last no longer than from the last day that anybody named for that.
            let named =
                [title(dossier, id, at).until, dossier.steps()[id].proposal.what.until.said().copied()];
            let runs_on = named.into_iter().flatten().min().and_then(|last| last.succ_opt());
            let from = match (runs_on, dossier.steps()[id].proposal.what.extends.said()) {
                (Some(runs_on), _) => Some(runs_on.max(decided)),
                // Nobody named one: by law alone, and that of a chain is reckoned elsewhere.
                (None, None) => title(dossier, id, at).decided.map(|first| {
                    let earlier = dutch_pack().measure(&dossier.steps()[id].proposal.what.measure, first);
                    let longest = earlier.and_then(|it| it.terms_of(TermKind::Maximum).next());
                    longest.map_or(decided, |it| it.length.end(first).max(decided))
                }),
                (None, Some(_)) => None,
            };
            let longest = kind.zip(from).and_then(|(kind, from)| end(kind, from));
            ends.extend(longest.map(|day| (day, "the longest extension")));
        }
    }
    if let Some(last) = end(TermKind::FollowUpRequest, decided) {
        let asked = dossier.entries().iter().any(|entry| {
            let in_time = decided <= entry.occurred.first_day() && entry.occurred.first_day() <= last.min(at);
            in_time
                && match &entry.event {
                    Event::MomentNoted(it) => {
                        it.moment == Moment::FollowUpRequested && it.step.said() == Some(step)
                    }
                    // Some other step was requested: whether it follows on this one is not for this check.
                    Event::RequestFiled(it) => it.step != *step,
                    _ => false,
                }
        });
        if !asked {
            ends.push((last, "nobody requested what has to follow"));
        }
    }
    let urgent = dossier.entries().iter().any(|entry| match &entry.event {
        Event::DecidedUrgently(it) => it.step == *step && entry.occurred.first_day() <= at,
        _ => false,
    });
    let started =
        dossier.entries().iter().filter(|entry| !dossier.is_corrected(entry.seq)).filter_map(|entry| {
            match &entry.event {
                Event::Started(it) if it.step == *step && entry.seq > record.proposal.seq => {
                    Some(entry.occurred.first_day())
                }
                _ => None,
            }
        });
    if let (true, Some(started)) = (urgent, started.filter(|day| *day <= at).min())
        && dossier.entries().iter().all(|entry| !dossier.is_corrected(entry.seq))
    {
        ends.extend(end(TermKind::EmergencyMaximum, started).map(|day| (day, "an emergency")));
    }
    ends
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
        if let (Some(decided), Some(measure)) = (title.decided, measure) {
            for (end, why) in ends(dossier, &step.step, measure, decided, at) {
                prop_assert!(at < end, "{} on {at}, decided on {decided}: {why}", step.step);
            }
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

/// What has to be told of the last day of a step by the assessment, the duties and the record: one day, and no other.
pub fn one_last_day(dossier: &Dossier, at: NaiveDate) -> Result<usize, TestCaseError> {
    let assessment = assessed(dossier, at);
    let kinds = [TermKind::Maximum, TermKind::MaximumExtension, TermKind::MaximumTotal];
    let mut named = 0;
    for step in &assessment.steps {
        let until = step.stands.until;
        let decided: Vec<u64> =
            dossier.steps()[&step.step].machines.decision().until(at).map(|it| it.seq).collect();
        let measure = dutch_pack().measure(&step.measure, at);
        let is_longest = |id: &str| {
            measure
                .is_some_and(|it| kinds.iter().flat_map(|kind| it.terms_of(*kind)).any(|term| term.id == id))
        };
        for duty in &assessment.duties {
            let is_of_step =
                duty.code == Code::LastsUntil && duty.because.iter().any(|it| decided.contains(it));
            let is_ending = duty.reckoning.as_ref().is_none_or(|it| is_longest(&it.term));
            if is_of_step && is_ending {
                named += 1;
                prop_assert_eq!(duty.due, until, "the duty of {} on {}", step.step, at);
            }
        }
        let Ok(record) = DecisionRecord::on(dossier, dutch_pack(), &step.step, at) else { continue };
        for line in record.lines() {
            if let Telling::Period { stands: PeriodWord::Granted, until: told, .. } = line.tells {
                named += 1;
                prop_assert_eq!(told, until, "the record of {} on {}", step.step, at);
            }
        }
        // What is granted past the last day by law shows on the day on which it is.
        let title = title(dossier, &step.step, at);
        let granted = title.until.filter(|_| title.granted && step.stands.decision != "Lapsed");
        let measure = title.decided.and_then(|day| dutch_pack().measure(&step.measure, day));
        let extends = dossier.steps()[&step.step].proposal.what.extends.is_not_said();
        let longest = measure.filter(|_| extends).and_then(|it| it.terms_of(TermKind::Maximum).next());
        if let (Some(until), Some(decided), Some(longest)) = (granted, title.decided, longest) {
            let found = step.findings().any(|it| it.code == Code::LongerThanLaw);
            prop_assert!(
                found || until < longest.length.end(decided),
                "{} was granted until {until} on {decided}",
                step.step
            );
        }
    }
    Ok(named)
}

fn in_force() -> impl Strategy<Value = MeasureId> {
    let all: Vec<MeasureId> =
        dutch_pack().measures(crate::day("2025-01-01")).map(|it| it.id.clone()).collect();
    prop::sample::select(all)
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

    /// Record, duties and assessment never name two different last days, and a grant past the longest by law is found at once.
    #[test]
    fn p16_record_duties_and_assessment_name_one_last_day(
        (history, at) in in_force().prop_flat_map(|measure| {
            (Histories::new().in_force(measure).with_length(25..70).strategy(), any_day())
        }),
    ) {
        one_last_day(&history, at)?;
        one_last_day(&history, history.last_day())?;
        let decided = history.entries().iter().filter(|it| it.event.kind().starts_with("decided"));
        for decided in decided.take(3) {
            one_last_day(&history, decided.occurred.first_day())?;
        }
    }
}
