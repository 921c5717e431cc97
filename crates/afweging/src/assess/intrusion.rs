//! Gate 5, least intrusive: would something lighter do as well? Every candidate gets an answer that stands.

mod answer;
mod going_on;
mod least;
mod shortfall;

use chrono::NaiveDate;
use serde::Serialize;

use crate::code::Code;
use crate::condition::Condition;
use crate::finding::{Answerer, Basis, Finding, Pattern, QuestionKind, Says};
use crate::gate::Gate;
use crate::id::{AdjacentId, MeasureId, PlacementId};
use crate::intrusion::{CandidateReason, Compared, NOTHING, candidate_classes};
use crate::pack::Vector;
use crate::sentence::Sentence;
use crate::step::{AlternativeOption, Candidate};

use super::case::{Case, StepCase, others_about};
use super::conditions::{Codes, check, serde_name};
use super::{GateResult, Shortfall, ways};
pub(super) use going_on::going_on;
pub(super) use least::least_intrusive;

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
    /// How it compares with the step, dimension by dimension.
    pub compares: Compared,
    /// The same in words.
    pub comparison: Sentence,
    /// How the answer stands.
    pub standing: CandidateStanding,
}

/// Between which days an answer must have been given to count, both days left out; everything counts where none is set.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Window {
    pub(super) after: Option<NaiveDate>,
    pub(super) before: Option<NaiveDate>,
}

impl Window {
    fn holds(self, day: NaiveDate) -> bool {
        self.after.is_none_or(|after| day > after) && self.before.is_none_or(|before| day < before)
    }
}

/// The candidates of a step, each with how its answer stands.
pub(super) fn candidates(step: &StepCase<'_>, shortfalls: &mut Vec<Shortfall>) -> Vec<CandidateView> {
    let mut views = Vec::new();
    // Doing nothing more is the bottom: there is nothing lighter to look for.
    if step.measure_id().as_str() == NOTHING {
        return views;
    }
    named(step, &mut views);
    by_law(step, step.on, Window::default(), &mut views);
    in_force(step, &mut views);
    views.push(nothing_more(step));
    shortfall::of_step(step, &views, shortfalls);
    views
}

/// Who owes what is not there, and what happens meanwhile, where nobody said.
pub(super) fn shortfall_findings(case: &Case<'_>, shortfalls: &[Shortfall]) -> Vec<Finding> {
    shortfall::findings(case, shortfalls)
}

/// The vectors that a step may have: several while its placement is not said, none outside the pack.
fn vectors<'a>(step: &StepCase<'a>) -> Vec<&'a Vector> {
    step.measure.map(|measure| measure.vectors(step.placement)).unwrap_or_default()
}

/// How a measure compares with that of a step, by the law of a day.
fn compared(
    step: &StepCase<'_>,
    on: NaiveDate,
    measure: &MeasureId,
    placement: Option<&PlacementId>,
) -> Compared {
    let theirs = step.case.pack.measure(measure, on).map(|it| it.vectors(placement));
    Compared::of(&theirs.unwrap_or_default(), &vectors(step))
}

fn nothing_more(step: &StepCase<'_>) -> CandidateView {
    let compares = MeasureId::new(NOTHING)
        .map_or(Compared::NotMeasured, |nothing| compared(step, step.on, &nothing, None));
    let label = Sentence::new("niets meer doen", "doing nothing more");
    view(step, Why::NothingMore, label, vec![Candidate::Nothing], compares, Window::default())
}

fn named(step: &StepCase<'_>, views: &mut Vec<CandidateView>) {
    for id in &step.record.alternatives {
        let Some(named) = step.dossier().alternatives().get(id) else { continue };
        if !step.case.has_occurred(&named.occurred) || step.dossier().is_corrected(named.seq) {
            continue;
        }
        let (label, compares, also) = match &named.what.option {
            AlternativeOption::Measure { measure, placement } => {
                let also =
                    Candidate::Measure { measure: measure.clone(), placement: placement.said().cloned() };
                let compares = compared(step, step.on, measure, placement.said());
                (option_name(step, step.on, measure, placement.said()), compares, Some(also))
            }
            AlternativeOption::OwnWords { text, .. } => {
                (Sentence::same(text.text().unwrap_or(id.as_str())), Compared::NotMeasured, None)
            }
        };
        let one_of = [Candidate::Alternative(id.clone())].into_iter().chain(also).collect();
        views.push(view(step, Why::Named, label, one_of, compares, Window::default()));
    }
}

fn option_name(
    step: &StepCase<'_>,
    on: NaiveDate,
    measure: &MeasureId,
    placement: Option<&PlacementId>,
) -> Sentence {
    let name = step.case.measure(measure, on);
    let placement = placement.and_then(|id| {
        step.case.pack.measure(measure, on).and_then(|measure| measure.placement(id)).map(|it| &it.labels)
    });
    match placement {
        Some(labels) => {
            let parts = [("name", name), ("place", Sentence::from(labels))];
            Sentence::filled("{name}: {place}", "{name}: {place}", &parts)
        }
        None => name,
    }
}

/// What the law itself puts beside the step: one view per class that is not named already.
fn by_law(step: &StepCase<'_>, on: NaiveDate, window: Window, views: &mut Vec<CandidateView>) {
    for class in candidate_classes(step.case.pack, step.measure_id(), step.placement, on) {
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
            CandidateReason::StrictlyLighter { .. } => {
                (Why::LessIntrusive, class_name(step, on, &class.members))
            }
            CandidateReason::Preferred { .. } => (Why::PreferredByLaw, class_name(step, on, &class.members)),
            CandidateReason::Adjacent { labels, .. } => (Why::NeighbouringLaw, Sentence::from(labels)),
        };
        let compares = match class.members.first() {
            Some((measure, placement)) => compared(step, on, measure, placement.as_ref()),
            None => Compared::NotMeasured,
        };
        views.push(view(step, why, label, one_of, compares, window));
    }
}

fn class_name(step: &StepCase<'_>, on: NaiveDate, members: &[(MeasureId, Option<PlacementId>)]) -> Sentence {
    let names: Vec<Sentence> = members
        .iter()
        .map(|(measure, placement)| option_name(step, on, measure, placement.as_ref()))
        .collect();
    crate::authority::one_of(&names)
}

/// Ending what was in force for this person on the day of the act is looked at whenever something further is proposed.
fn in_force(step: &StepCase<'_>, views: &mut Vec<CandidateView>) {
    for other in others_about(step) {
        if step.proposal().ends.said() == Some(other.id) || !other.is_in_force_on(step.on) {
            continue;
        }
        let one_of = vec![Candidate::End(other.id.clone())];
        let label = ending_of(&other.measure_name());
        views.push(view(step, Why::Ending, label, one_of, Compared::NotMeasured, Window::default()));
    }
}

fn ending_of(name: &Sentence) -> Sentence {
    let fills = [("name", name.clone())];
    Sentence::filled_plainly(
        ["beëindigen: {name}", "ending: {name}"],
        ["stoppen met wat er loopt: {name}", "stopping what runs: {name}"],
        &fills,
    )
}

fn view(
    step: &StepCase<'_>,
    why: Why,
    label: Sentence,
    one_of: Vec<Candidate>,
    compares: Compared,
    window: Window,
) -> CandidateView {
    // What somebody named may be heavier than the step; then it speaks against nothing.
    let is_heavier = why == Why::Named && compares.is_heavier();
    let standing = answer::standing(step, &one_of, is_heavier, window);
    let comparison = compares.sentence();
    CandidateView { label, why, one_of, compares, comparison, standing }
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
    // What somebody named that is strictly heavier may be answered, and holds nothing up.
    for candidate in candidates.iter().filter(|candidate| !holds_nothing_up(candidate)) {
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

/// Whether it is strictly heavier than the step, and there because somebody named it.
pub(super) fn holds_nothing_up(candidate: &CandidateView) -> bool {
    candidate.why == Why::Named && candidate.compares.is_heavier()
}

/// The question about a candidate.
pub(super) fn why_not(label: &Sentence) -> Sentence {
    Sentence::filled_plainly(
        [
            "Waarom volstaat dit hier niet, of volstaat het wel: {candidate}?",
            "Why will this not do here, or will it: {candidate}?",
        ],
        [
            "Waarom is dit hier niet genoeg, of is het wel genoeg: {candidate}?",
            "Why is this not enough here, or is it: {candidate}?",
        ],
        &[("candidate", label.clone())],
    )
}

fn lifted(step: &StepCase<'_>, candidate: &CandidateView, finding: Finding) -> Finding {
    let name = candidate.one_of.first().map(candidate_key).unwrap_or_default();
    let finding = if finding.says == Says::Unknown {
        finding.ask(
            QuestionKind::Judgement,
            why_not(&candidate.label),
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
pub(super) fn candidate_key(candidate: &Candidate) -> String {
    match candidate {
        Candidate::Nothing => serde_name(candidate),
        other => crate::canonical::to_json(other),
    }
}
