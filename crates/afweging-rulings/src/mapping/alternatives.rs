//! The lighter means that a ruling looked at, as named alternatives and the court's answers.

use afweging::{
    AlternativeId, AlternativeNamed, AlternativeOption, Answer, Candidate, CandidatesAnswered, Ended, Event,
    MeasureId, ReviewOutcome, Reviewed, Said, Started, StepId,
};

use super::MapError;
use super::facts::Established;
use super::log::Log;
use super::people::Everyone;
use super::steps::{Step, bare};
use crate::record::{AlternativeRow, Input, Verdict};

/// Puts the alternatives to a step into the dossier, each with its answer.
pub(super) fn record(
    input: &Input,
    step: &Step<'_>,
    people: &Everyone,
    established: &Established,
    log: &mut Log,
) -> Result<(), MapError> {
    for (place, row) in input.lighter_alternatives.iter().enumerate() {
        let number = place.saturating_add(1);
        let alternative = AlternativeId::new(format!("{}:alternative-{number}", step.id))?;
        let named =
            AlternativeNamed { alternative: alternative.clone(), step: step.id.clone(), option: option(row) };
        log.put(&people.court, Event::AlternativeNamed(named))?;
        let answer = match &row.verdict {
            Verdict::Adequate => Answer::Adequate,
            Verdict::Inadequate => Answer::ExpectedInsufficient { relies_on: established.clone() },
            Verdict::NotAvailable => Answer::NotAvailable {
                asked_on: Said::NotSaid,
                not_before: Said::NotSaid,
                owed_by: Said::NotSaid,
                meanwhile: Said::NotSaid,
            },
            Verdict::TriedFailed => {
                let tried = StepId::new(format!("{}:tried-{number}", step.id))?;
                try_it(row, step, &tried, people, log)?;
                Answer::TriedInsufficient { tried }
            }
            Verdict::Unlisted(_) => continue,
        };
        let answered = CandidatesAnswered {
            step: step.id.clone(),
            candidates: vec![Candidate::Alternative(alternative)],
            answer,
            why: row.reason.clone().unwrap_or_default().into(),
        };
        log.put(&people.court, Event::CandidatesAnswered(answered))?;
    }
    Ok(())
}

/// A measure of the list, or own words.
fn option(row: &AlternativeRow) -> AlternativeOption {
    let measure = MeasureId::new(row.measure.clone()).ok().filter(|id| id.as_str() != "other");
    match measure {
        Some(measure) => AlternativeOption::Measure { measure, placement: Said::NotSaid },
        None => AlternativeOption::OwnWords {
            text: row.alternative.clone().unwrap_or_default().into(),
            frame: Said::NotSaid,
            burdened: Vec::new(),
        },
    }
}

/// Help that was in force, was reviewed as not enough, and ended: what "tried and failed" says.
fn try_it(
    row: &AlternativeRow,
    step: &Step<'_>,
    tried: &StepId,
    people: &Everyone,
    log: &mut Log,
) -> Result<(), MapError> {
    let measure = MeasureId::new(row.measure.clone()).or_else(|_| MeasureId::new("other"))?;
    let court = &people.court;
    let proposal = bare(tried.clone(), measure, step.about.clone(), court.clone());
    let why = row.reason.clone().unwrap_or_default();
    log.put_before(court, Event::StepProposed(proposal))?;
    log.put_before(court, Event::Started(Started { step: tried.clone() }))?;
    let review = Reviewed {
        step: tried.clone(),
        outcome: ReviewOutcome::Unclear,
        sufficient: Said::Said(false),
        happened: Said::NotSaid,
        lesson: Said::NotSaid,
        plan_b_taken: Said::NotSaid,
        mind_change: Said::NotSaid,
        why: why.clone().into(),
        adapt: Said::NotSaid,
        next_review: Said::NotSaid,
    };
    log.put_before(court, Event::Reviewed(review))?;
    log.put_before(court, Event::Ended(Ended { step: tried.clone(), why: why.into() }))?;
    Ok(())
}
