//! Gate 5, least intrusive: would something lighter do as well? Every candidate gets an answer that stands.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::code::Code;
use crate::condition::Condition;
use crate::consent::{Consent, Scope};
use crate::finding::{Answerer, Basis, Finding, Pattern, QuestionKind, Says};
use crate::gate::Gate;
use crate::id::{AdjacentId, MeasureId, PersonId, PlacementId, StatementId, StepId};
use crate::intrusion::{CandidateReason, Comparison, candidate_classes, compare};
use crate::machine::Machine as _;
use crate::pack::Vector;
use crate::sentence::Sentence;
use crate::step::{
    AlternativeOption, Answer, Candidate, CandidatesAnswered, ExecutionEvent, ExecutionOn, Frame,
};

use super::case::{Case, StepCase, others_about};
use super::conditions::{Codes, check, serde_name};
use super::{GateResult, Shortfall};
use super::{facts, ways};
use crate::dossier::Recorded;

/// Why something is a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Somebody named it.
    Named,
    /// It is less intrusive in every respect and shares a goal.
    LessIntrusive,
    /// The statute itself prefers it.
    PreferredByLaw,
    /// Neighbouring law offers it.
    NeighbouringLaw,
    /// Ending what is in force is always looked at.
    Ending,
    /// Doing nothing more is always looked at.
    NothingMore,
}

/// How the answer to a candidate stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CandidateStanding {
    /// Nobody answered it.
    Unanswered,
    /// An answer stands: it will not do.
    Stands {
        /// Which kind of answer.
        answer: &'static str,
        /// The entry.
        because: u64,
    },
    /// There is an answer, and it does not stand.
    DoesNotStand {
        /// Which kind of answer.
        answer: &'static str,
        /// Why not.
        why: Sentence,
        /// The entry.
        because: u64,
    },
    /// It was found adequate and available by who may find that.
    Adequate {
        /// The entry.
        because: u64,
    },
    /// It was found adequate, and is heavier than the step: never a reason against the step.
    AdequateButHeavier {
        /// The entry.
        because: u64,
    },
}

/// Something that a step must be weighed against, and how its answer stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CandidateView {
    /// What it is called.
    pub label: Sentence,
    /// Why it is a candidate.
    pub why: Why,
    /// The forms in which an answer may name it: any one of them answers it.
    pub one_of: Vec<Candidate>,
    /// How the answer stands.
    pub standing: CandidateStanding,
}

/// The candidates of a step, each with how its answer stands.
pub(super) fn candidates(step: &StepCase<'_>, shortfalls: &mut Vec<Shortfall>) -> Vec<CandidateView> {
    let mut views = Vec::new();
    // Doing nothing more is the bottom: there is nothing lighter to look for.
    if step.measure_id().as_str() == "M00" {
        return views;
    }
    named(step, &mut views);
    by_law(step, &mut views);
    in_force(step, &mut views);
    views.push(view(
        step,
        Why::NothingMore,
        Sentence::new("niets meer doen", "doing nothing more"),
        vec![Candidate::Nothing],
        false,
    ));
    shortfalls_of(step, &views, shortfalls);
    views
}

fn named(step: &StepCase<'_>, views: &mut Vec<CandidateView>) {
    let mut own: Option<&Vector> = None;
    if let Some(measure) = step.measure {
        own = measure.vectors(step.placement).first().copied();
    }
    for id in &step.record.alternatives {
        let Some(named) = step.dossier().alternatives().get(id) else { continue };
        if !step.case.has_occurred(&named.occurred) || step.dossier().is_corrected(named.seq) {
            continue;
        }
        let (label, heavier, also) = match &named.what.option {
            AlternativeOption::Measure { measure, placement } => {
                let theirs = step
                    .case
                    .pack
                    .measure(measure, step.on)
                    .and_then(|it| it.vectors(placement.said()).first().copied());
                let heavier = match (own, theirs) {
                    (Some(own), Some(theirs)) => matches!(compare(theirs, own), Comparison::Heavier { .. }),
                    _ => false,
                };
                let also =
                    Candidate::Measure { measure: measure.clone(), placement: placement.said().cloned() };
                (option_name(step, measure, placement.said()), heavier, Some(also))
            }
            AlternativeOption::OwnWords { text, .. } => {
                (Sentence::same(text.text().unwrap_or(id.as_str())), false, None)
            }
        };
        let one_of = [Candidate::Alternative(id.clone())].into_iter().chain(also).collect();
        views.push(view(step, Why::Named, label, one_of, heavier));
    }
}

fn option_name(step: &StepCase<'_>, measure: &MeasureId, placement: Option<&PlacementId>) -> Sentence {
    let name = step.case.measure(measure, step.on);
    let placement = placement.and_then(|id| {
        step.case
            .pack
            .measure(measure, step.on)
            .and_then(|measure| measure.placement(id))
            .map(|it| &it.labels)
    });
    match placement {
        Some(labels) => {
            Sentence::new(format!("{}: {}", name.nl, labels.nl), format!("{}: {}", name.en, labels.en))
        }
        None => name,
    }
}

fn by_law(step: &StepCase<'_>, views: &mut Vec<CandidateView>) {
    for class in candidate_classes(step.case.pack, step.measure_id(), step.placement, step.on) {
        let one_of: Vec<Candidate> = match &class.why {
            CandidateReason::Adjacent { id, .. } => {
                AdjacentId::new(id.as_str()).map(Candidate::Adjacent).into_iter().collect()
            }
            _ => class
                .members
                .iter()
                .map(|(measure, placement)| Candidate::Measure {
                    measure: measure.clone(),
                    placement: placement.clone(),
                })
                .collect(),
        };
        // A class whose member somebody named is answered with that member.
        if views.iter().any(|named| named.one_of.iter().any(|it| one_of.contains(it))) {
            continue;
        }
        let (why, label) = match &class.why {
            CandidateReason::StrictlyLighter { .. } => (Why::LessIntrusive, class_name(step, &class.members)),
            CandidateReason::Preferred { .. } => (Why::PreferredByLaw, class_name(step, &class.members)),
            CandidateReason::Adjacent { labels, .. } => {
                (Why::NeighbouringLaw, Sentence::new(labels.nl.clone(), labels.en.clone()))
            }
        };
        views.push(view(step, why, label, one_of, false));
    }
}

fn class_name(step: &StepCase<'_>, members: &[(MeasureId, Option<PlacementId>)]) -> Sentence {
    let names: Vec<Sentence> =
        members.iter().map(|(measure, placement)| option_name(step, measure, placement.as_ref())).collect();
    let join = |texts: Vec<&str>, or: &str| texts.join(or);
    Sentence::new(
        join(names.iter().map(|it| it.nl.as_str()).collect(), " of "),
        join(names.iter().map(|it| it.en.as_str()).collect(), " or "),
    )
}

/// Ending what was in force for this person on the day of the act is looked at whenever something further is proposed.
fn in_force(step: &StepCase<'_>, views: &mut Vec<CandidateView>) {
    for other in others_about(step) {
        if step.proposal().ends.said() == Some(other.id) || !other.is_in_force_on(step.on) {
            continue;
        }
        let name = other.measure_name();
        let label = Sentence::new(format!("beëindigen: {}", name.nl), format!("ending: {}", name.en));
        views.push(view(step, Why::Ending, label, vec![Candidate::End(other.id.clone())], false));
    }
}

fn view(
    step: &StepCase<'_>,
    why: Why,
    label: Sentence,
    one_of: Vec<Candidate>,
    heavier: bool,
) -> CandidateView {
    let answers: Vec<_> = step
        .case
        .so_far(&step.record.answers)
        .filter(|it| !step.dossier().is_corrected(it.seq))
        .filter(|it| it.what.candidates.iter().any(|candidate| one_of.contains(candidate)))
        .map(|answer| standing(step, &one_of, answer, heavier))
        .collect();
    let standing = counting(answers);
    CandidateView { label, why, one_of, standing }
}

/// Out of all answers to one candidate, the one that counts: the latest, and when that does not stand an earlier one that
/// does. A second reason takes nothing from a first. That it was found adequate in between takes it all away.
fn counting(answers: Vec<CandidateStanding>) -> CandidateStanding {
    let is_found_adequate = |it: &CandidateStanding| {
        matches!(it, CandidateStanding::Adequate { .. } | CandidateStanding::AdequateButHeavier { .. })
    };
    let since = answers.iter().rposition(is_found_adequate).unwrap_or_default();
    let stands = |it: &&CandidateStanding| matches!(it, CandidateStanding::Stands { .. });
    let standing = answers.iter().skip(since).rfind(stands).or(answers.last());
    standing.cloned().unwrap_or(CandidateStanding::Unanswered)
}

fn standing(
    step: &StepCase<'_>,
    one_of: &[Candidate],
    answer: &Recorded<CandidatesAnswered>,
    heavier: bool,
) -> CandidateStanding {
    let because = answer.seq;
    let (name, fault) = match &answer.what.answer {
        Answer::Adequate if heavier => return CandidateStanding::AdequateButHeavier { because },
        Answer::Adequate if may_find_adequate(step, &answer.by) => {
            return CandidateStanding::Adequate { because };
        }
        Answer::Adequate => (
            "adequate",
            Some(Sentence::new(
                "dit is toereikend genoemd door iemand die dat niet kan vaststellen",
                "somebody called it adequate who is not in a position to find that",
            )),
        ),
        Answer::TriedInsufficient { tried } => {
            ("tried_insufficient", tried_fault(step, one_of, tried, answer.occurred.last_day()))
        }
        Answer::ExpectedInsufficient { relies_on } => {
            ("expected_insufficient", expected_fault(step, answer, relies_on))
        }
        Answer::Refused { person, scope } => ("refused", refused_fault(step, one_of, person, scope)),
        Answer::NotAvailable { .. } => ("not_available", None),
    };
    let fault = fault.or_else(|| {
        answer
            .what
            .why
            .text()
            .is_none()
            .then(|| Sentence::new("er staat geen reden bij", "no reason is given"))
    });
    match fault {
        Some(why) => CandidateStanding::DoesNotStand { answer: name, why, because },
        None => CandidateStanding::Stands { answer: name, because },
    }
}

/// Who may find that something lighter will do: who decides on the measure, or weighs by profession.
fn may_find_adequate(step: &StepCase<'_>, person: &PersonId) -> bool {
    step.may_decide(person) || step.dossier().people().role(person).is_some_and(|role| role.is_professional())
}

/// It was offered and in force in this dossier, and a review says that it was not enough.
fn tried_fault(
    step: &StepCase<'_>,
    one_of: &[Candidate],
    tried: &StepId,
    answered: NaiveDate,
) -> Option<Sentence> {
    let never = || {
        Sentence::new(
            "het is in dit dossier nooit van kracht geweest: hulp die niet gegeven is, heeft niet gefaald",
            "it was never in force in this dossier: help that was not given has not failed",
        )
    };
    let Some(tried) = step.case.step(tried) else { return Some(never()) };
    let same_measure = one_of.iter().any(|candidate| match candidate {
        Candidate::Measure { measure, .. } => measure == tried.measure_id(),
        _ => false,
    });
    let is_named =
        one_of.iter().any(|candidate| matches!(candidate, Candidate::Alternative(_) | Candidate::End(_)));
    if !same_measure && !is_named {
        return Some(Sentence::new("wat geprobeerd is, is iets anders", "what was tried is something else"));
    }
    let mut started = false;
    let mut reviewed = false;
    // What began after the answer cannot have been its reason.
    for dated in tried.record.machines.execution().until(step.case.at.min(answered)) {
        match &dated.transition {
            ExecutionEvent::Start => started = true,
            ExecutionEvent::Review(review) => {
                reviewed = matches!(review.sufficient, crate::said::Said::Said(false));
            }
            ExecutionEvent::End(_) => {}
        }
    }
    if !started {
        return Some(never());
    }
    (!reviewed).then(|| {
        Sentence::new("geen evaluatie zegt dat het niet genoeg was", "no review says that it was not enough")
    })
}

/// An individual reason that relies on at least one statement found established or plausible.
fn expected_fault(
    step: &StepCase<'_>,
    answer: &Recorded<CandidatesAnswered>,
    relies_on: &[StatementId],
) -> Option<Sentence> {
    if answer.what.why.text().is_none() {
        return Some(Sentence::new("er staat geen reden bij", "no reason is given"));
    }
    let carried = relies_on.iter().any(|id| facts::is_at_least_plausible(step.case, id));
    (!carried).then(|| {
        Sentence::new(
            "de reden rust op niets dat vaststaat of aannemelijk is gevonden",
            "the reason rests on nothing that was found established or plausible",
        )
    })
}

/// It needs consent; consent was asked on full information; it was refused or taken back. Refusing pressure is not
/// refusing necessary care.
fn refused_fault(
    step: &StepCase<'_>,
    one_of: &[Candidate],
    person: &PersonId,
    scope: &Scope,
) -> Option<Sentence> {
    let is_pressure = one_of.iter().any(|candidate| match candidate {
        Candidate::Measure { measure, .. } => {
            step.case.pack.measure(measure, step.on).is_some_and(|it| it.frame == Frame::Pressure)
        }
        _ => false,
    });
    if is_pressure {
        return Some(Sentence::new(
            "drang weigeren is niet: nodige hulp weigeren",
            "refusing pressure is not refusing necessary care",
        ));
    }
    let consent = step
        .dossier()
        .consents()
        .get(&(person.clone(), scope.clone()))
        .map_or_else(Consent::start, |history| history.on(step.case.at));
    match &consent {
        Consent::Refused(_) | Consent::Withdrawn(_) if consent.is_informed() => None,
        Consent::Refused(_) | Consent::Withdrawn(_) => Some(Sentence::new(
            "toestemming is gevraagd zonder volledige informatie",
            "consent was asked without full information",
        )),
        _ => Some(Sentence::new(
            "er is geen geweigerde of ingetrokken toestemming vastgelegd",
            "no consent is on record that was refused or taken back",
        )),
    }
}

/// Every time that something lighter was not to be had, also when a later answer took the place of that one.
fn shortfalls_of(step: &StepCase<'_>, views: &[CandidateView], shortfalls: &mut Vec<Shortfall>) {
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
            shortfalls.push(Shortfall {
                step: step.id.clone(),
                what: view.label.clone(),
                owner: owed_by.said().cloned().into_iter().collect(),
                since: asked_on.said().copied(),
                not_before: not_before.said().copied(),
                ended: theirs.get(place.saturating_add(1)).map(|later| later.occurred.first_day()),
                meanwhile: meanwhile.said().and_then(|text| text.text()).map(str::to_owned),
                because: answer.seq,
            });
        }
    }
}

const CODES: Codes =
    Codes { not_met: Code::SomethingLighterFound, undecided: Code::SuitabilityConditionUndecided };

/// The gate: an adequate candidate fails it, a missing answer leaves it open, urgency puts the candidates off.
pub(super) fn gate(step: &StepCase<'_>, candidates: &[CandidateView]) -> GateResult {
    let mut findings = Vec::new();
    let mut judges = Vec::new();
    let basis = step
        .measure
        .and_then(|measure| measure.principles.iter().find(|it| it.condition == Condition::NothingLighter))
        .map_or(Basis::Method { rule: "Q05" }, |it| Basis::from(&it.cite));
    check(step, Condition::NothingLighter, false, &CODES, &basis, &mut findings, &mut judges);
    let mut open = Vec::new();
    for candidate in candidates {
        let fills = [("candidate", candidate.label.clone())];
        match &candidate.standing {
            CandidateStanding::Stands { .. } | CandidateStanding::AdequateButHeavier { .. } => {}
            CandidateStanding::Adequate { because } => findings.push(lifted(
                step,
                candidate,
                Finding::new(Code::LighterAdequate, Says::Failed, &fills)
                    .on(basis.clone())
                    .because([*because]),
            )),
            CandidateStanding::Unanswered => open.push(lifted(
                step,
                candidate,
                Finding::new(Code::CandidateUnanswered, Says::Unknown, &fills).on(basis.clone()),
            )),
            CandidateStanding::DoesNotStand { why, because, .. } => {
                let fills = [("candidate", candidate.label.clone()), ("why", why.clone())];
                open.push(lifted(
                    step,
                    candidate,
                    Finding::new(Code::AnswerDoesNotStand, Says::Unknown, &fills)
                        .on(basis.clone())
                        .because([*because]),
                ));
            }
        }
    }
    if let Some(measure) = step.measure
        && measure.is_placement()
        && step.placement.is_none()
    {
        let fills = [("measure", step.measure_name())];
        open.push(
            Finding::new(Code::PlacementNotSaid, Says::Unknown, &fills)
                .on(&measure.cite)
                .ask(
                    QuestionKind::Judgement,
                    Sentence::new("Waar gaat het kind wonen?", "Where will the child live?"),
                    vec![Answerer::Person(step.proposal().proposed_by.clone())],
                    &["corrected", "step_proposed"],
                )
                .lifted_by_way(ways::proposed_anew(step, &["placement"])),
        );
    }
    match step.urgency() {
        Some((look_back, seq)) if look_back >= step.case.at && !open.is_empty() => {
            findings.push(
                Finding::new(Code::SuspendedByUrgency, Says::Cured, &[("date", Sentence::same(look_back))])
                    .by_rule("model 8")
                    .because([seq])
                    .lifted_by(
                        "candidates_answered",
                        &[("step", step.id.to_string())],
                        &["candidates", "answer", "why"],
                        vec![Answerer::ThoseWhoWeigh],
                    ),
            );
        }
        _ => findings.append(&mut open),
    }
    GateResult::of(Gate::Intrusion, findings, judges)
}

fn lifted(step: &StepCase<'_>, candidate: &CandidateView, finding: Finding) -> Finding {
    let name = candidate.one_of.first().map(candidate_key).unwrap_or_default();
    let finding = if finding.says == Says::Unknown {
        finding.ask(
            QuestionKind::Judgement,
            Sentence::new(
                format!("Waarom volstaat dit hier niet, of volstaat het wel: {}?", candidate.label.nl),
                format!("Why will this not do here, or will it: {}?", candidate.label.en),
            ),
            vec![Answerer::Person(step.proposal().proposed_by.clone()), Answerer::ThoseWhoWeigh],
            &["candidates_answered"],
        )
    } else {
        finding
    };
    let answered = [("candidates", name), ("step", step.id.to_string())];
    finding
        .lifted_by("candidates_answered", &answered, &["answer", "why"], vec![Answerer::ThoseWhoWeigh])
        .lifted_by_ways(tried_first(step, candidate))
}

/// A measure that was never in force is tried first, looked at, and only then answered.
fn tried_first(step: &StepCase<'_>, candidate: &CandidateView) -> Option<Vec<Pattern>> {
    let (key, measure) = candidate.one_of.iter().find_map(|it| match it {
        Candidate::Measure { measure, .. } => Some((candidate_key(it), measure)),
        _ => None,
    })?;
    let weighs = || vec![Answerer::ThoseWhoWeigh];
    let proposed = [("about", step.about().to_string()), ("measure", measure.to_string())];
    let answered = [("candidates", key), ("step", step.id.to_string())];
    Some(vec![
        Pattern::of("step_proposed", &proposed, &["step"], weighs()),
        Pattern::of("started", &[], &[], weighs()).same_as("step", 0, "step"),
        Pattern::of("reviewed", &[], &["outcome", "sufficient", "why"], weighs()).same_as("step", 0, "step"),
        Pattern::of("candidates_answered", &answered, &["why"], weighs()).same_as(
            "answer.tried_insufficient.tried",
            0,
            "step",
        ),
    ])
}

/// A candidate as canonical JSON, the way that an answer names it.
fn candidate_key(candidate: &Candidate) -> String {
    match candidate {
        Candidate::Nothing => serde_name(candidate),
        other => crate::canonical::to_json(other),
    }
}

/// The least intrusive of the open steps that are still to be begun: those than which no other about the same person is
/// strictly lighter. What is in force already is no longer there to be chosen.
pub(super) fn least_intrusive(case: &Case<'_>, open: &[StepId]) -> Vec<StepId> {
    let steps: Vec<StepCase<'_>> = case
        .steps()
        .filter(|step| open.contains(step.id) && step.execution == ExecutionOn::NotStarted)
        .collect();
    let vector = |step: &StepCase<'_>| -> Option<Vector> {
        step.measure.and_then(|measure| measure.vectors(step.placement).first().map(|it| (*it).clone()))
    };
    let least: BTreeSet<StepId> = steps
        .iter()
        .filter(|step| {
            !steps.iter().any(|other| {
                other.about() == step.about()
                    && match (vector(other), vector(step)) {
                        (Some(theirs), Some(own)) => {
                            matches!(compare(&theirs, &own), Comparison::Lighter { .. })
                        }
                        _ => false,
                    }
            })
        })
        .map(|step| step.id.clone())
        .collect();
    least.into_iter().collect()
}
