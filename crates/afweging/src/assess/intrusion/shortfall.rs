//! What was not to be had: a shortfall of the system, with who owes it, since when and what happens meanwhile. It stays
//! visible until it ends, and is never booked against the family.

use chrono::NaiveDate;

use super::answer::is_measure;
use super::{CandidateView, candidate_key};
use crate::actor::Act;
use crate::assess::Shortfall;
use crate::assess::case::{Case, StepCase, others_about};
use crate::code::Code;
use crate::dossier::Recorded;
use crate::finding::{Answerer, Finding, QuestionKind, Says};
use crate::pack::Standing;
use crate::sentence::Sentence;
use crate::step::{Answer, Candidate, CandidatesAnswered, ExecutionEvent};

/// Every time that something was not to be had, also when that has ended.
pub(super) fn of_step(step: &StepCase<'_>, views: &[CandidateView], shortfalls: &mut Vec<Shortfall>) {
    let answers: Vec<_> =
        step.case.so_far(&step.record.answers).filter(|it| !step.dossier().is_corrected(it.seq)).collect();
    for view in views {
        let theirs: Vec<_> = answers
            .iter()
            .filter(|it| it.what.candidates.iter().any(|candidate| view.one_of.contains(candidate)))
            .collect();
        for (place, answer) in theirs.iter().enumerate() {
            let Answer::NotAvailable { asked_on, not_before, owed_by, meanwhile } = &answer.what.answer
            else {
                continue;
            };
            let replaced = theirs.get(place.saturating_add(1)).map(|later| later.occurred.first_day());
            let came = came_on(step, &view.one_of, answer);
            shortfalls.push(Shortfall {
                step: step.id.clone(),
                what: view.label.clone(),
                candidate: view.one_of.first().cloned().unwrap_or(Candidate::Nothing),
                owner: owed_by.said().cloned().into_iter().collect(),
                since: asked_on.said().copied(),
                not_before: not_before.said().copied(),
                ended: [replaced, came].into_iter().flatten().min(),
                meanwhile: meanwhile.said().and_then(|text| text.text()).map(str::to_owned),
                because: answer.seq,
            });
        }
    }
}

/// The day on which it was there after all: it began, for the same person.
fn came_on(
    step: &StepCase<'_>,
    one_of: &[Candidate],
    answer: &Recorded<CandidatesAnswered>,
) -> Option<NaiveDate> {
    let asked = answer.occurred.first_day();
    others_about(step)
        .filter(|other| one_of.iter().any(|it| is_measure(it, other.measure_id(), other.placement)))
        .filter_map(|other| {
            let started = other
                .record
                .machines
                .execution()
                .until(step.case.at)
                .find(|dated| matches!(dated.transition, ExecutionEvent::Start))?;
            Some(started.occurred.first_day()).filter(|day| *day >= asked)
        })
        .min()
}

/// Who owes it and what happens meanwhile are questions with an address, as long as it lasts and nobody said.
pub(super) fn findings(case: &Case<'_>, shortfalls: &[Shortfall]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for shortfall in shortfalls.iter().filter(|it| it.ended.is_none()) {
        let fills = [("candidate", shortfall.what.clone())];
        let told_by = case.dossier.entry(shortfall.because).map(|entry| Answerer::Person(entry.by.clone()));
        let fixed =
            [("step", shortfall.step.to_string()), ("candidates", candidate_key(&shortfall.candidate))];
        if shortfall.owner.is_empty() {
            let mut who: Vec<Answerer> = told_by.clone().into_iter().collect();
            who.extend(who_may_grant(case, shortfall));
            findings.push(
                Finding::new(Code::ShortfallOwedByNobody, Says::Nothing, &fills)
                    .by_rule("model 8")
                    .because([shortfall.because])
                    .ask(
                        QuestionKind::RegisterFact,
                        Sentence::new(
                            format!("Wie moet dit bieden: {}?", shortfall.what.nl),
                            format!("Who owes this: {}?", shortfall.what.en),
                        ),
                        who.clone(),
                        &["candidates_answered"],
                    )
                    .lifted_by("candidates_answered", &fixed, &["answer.not_available.owed_by", "why"], who),
            );
        }
        if shortfall.meanwhile.is_none() {
            let who: Vec<Answerer> = told_by.into_iter().chain([Answerer::ThoseWhoWeigh]).collect();
            findings.push(
                Finding::new(Code::ShortfallMeanwhileNotSaid, Says::Nothing, &fills)
                    .by_rule("model 8")
                    .because([shortfall.because])
                    .ask(
                        QuestionKind::OnTheSpot,
                        Sentence::new(
                            format!(
                                "Wat gebeurt er zolang dit er niet is, en wie beschermt het kind intussen: {}?",
                                shortfall.what.nl
                            ),
                            format!(
                                "What happens as long as this is not there, and who protects the child meanwhile: {}?",
                                shortfall.what.en
                            ),
                        ),
                        who.clone(),
                        &["candidates_answered"],
                    )
                    .lifted_by("candidates_answered", &fixed, &["answer.not_available.meanwhile", "why"], who),
            );
        }
    }
    findings
}

/// Who may decide on what is not there, by the law of the day.
fn who_may_grant(case: &Case<'_>, shortfall: &Shortfall) -> Vec<Answerer> {
    let measure = match &shortfall.candidate {
        Candidate::Measure { measure, .. } => Some(measure.clone()),
        Candidate::Alternative(id) => {
            case.dossier.alternatives().get(id).and_then(|named| match &named.what.option {
                crate::step::AlternativeOption::Measure { measure, .. } => Some(measure.clone()),
                crate::step::AlternativeOption::OwnWords { .. } => None,
            })
        }
        Candidate::Adjacent(_) | Candidate::End(_) | Candidate::Nothing => None,
    };
    let Some(measure) = measure else { return Vec::new() };
    let mut who: Vec<Answerer> = Vec::new();
    for grant in case.pack.grants(case.at).iter().filter(|grant| {
        grant.measure == measure
            && grant.act == Act::Decide
            && grant.standing == Standing::Primary
            && !crate::authority::is_appellate(grant)
    }) {
        let actor = Answerer::Actor(grant.actor);
        if !who.contains(&actor) {
            who.push(actor);
        }
    }
    who
}
