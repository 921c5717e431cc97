//! Which terms began, from which entry, until which day, and by what they were kept.

use chrono::NaiveDate;

use crate::consent::{Consent, Scope};
use crate::document::Document;
use crate::dossier::WatchEvent;
use crate::id::PersonId;
use crate::moment::Moment;
use crate::pack::{Breach, Length, Reckoned, Term, TermKept, TermKind, TermStart};
use crate::person::Role;
use crate::said::Said;
use crate::stand::{decided_on, first_of, successor_requests};
use crate::step::{AppealEvent, DecisionEvent, DecisionOn, ExecutionEvent, ExecutionOn, RequestEvent};
use crate::time::When;

use super::case::{Case, StepCase, others_about};

/// From what a term runs.
#[derive(Debug, Clone)]
pub(super) struct Begun {
    /// The entry.
    pub(super) seq: u64,
    /// When it was so; for a term that counts back, the later day that it is counted from.
    pub(super) when: When,
    /// Whom it is addressed to.
    pub(super) to: Option<PersonId>,
}

/// A term that began.
#[derive(Debug)]
pub(super) struct Clock<'a> {
    pub(super) term: &'a Term,
    /// From what it runs; absent when that has begun or will begin, and nobody noted when.
    pub(super) begun: Option<Begun>,
    /// How it was reckoned; while nobody noted when it began, from the earliest day on which it can have.
    pub(super) reckoned: Reckoned,
    /// The day on which it was kept, with the entry.
    pub(super) kept: Option<(u64, NaiveDate)>,
}

impl Clock<'_> {
    /// The last day: of what has to be done, or on which something lasts.
    pub(super) fn last(&self) -> NaiveDate {
        let last = self.reckoned.last;
        if self.term.kind.lasts() { last.pred_opt().unwrap_or(last) } else { last }
    }

    /// Whether it was kept after its last day.
    pub(super) fn kept_late(&self) -> Option<(u64, NaiveDate)> {
        self.kept.filter(|(_, day)| self.begun.is_some() && *day > self.last())
    }
}

/// Something that keeps a term: the entry, its day, and whose act it was where the law looks at that.
struct Act {
    seq: u64,
    day: NaiveDate,
    of: Option<PersonId>,
}

/// The terms of a step that began by the day of assessment. The longest duration and the hearing after an order without one
/// are not among them: gate 7 and the duty to hear have those.
pub(super) fn of_step<'a>(step: &StepCase<'a>) -> Vec<Clock<'a>> {
    let Some(measure) = step.measure else { return Vec::new() };
    let mut clocks = Vec::new();
    for term in &measure.terms {
        let elsewhere =
            !term.placements.is_empty() && !term.placements.iter().any(|it| Some(it) == step.placement);
        if elsewhere || !is_live(step, term) {
            continue;
        }
        let begun = begun(step, term);
        let acts = acts(step, term);
        if begun.is_empty() && is_awaited(term.starts) {
            clocks.extend(unnoted(step, term, &acts));
        }
        clocks.extend(matched(term, begun, acts, earliest_act(step, term)));
    }
    clocks
}

/// The terms of the dossier as a whole that began by the day of assessment.
pub(super) fn of_dossier<'a>(case: &Case<'a>) -> Vec<Clock<'a>> {
    let role = |person: &PersonId| case.dossier.people().role(person).and_then(|role| role.body());
    let mut begun: Vec<(TermStart, Begun)> = Vec::new();
    for event in case.so_far(case.dossier.watch_events()) {
        if let WatchEvent::Report(report) = &event.what {
            let to = Some(report.receiver.clone());
            begun.push((TermStart::Report, Begun { seq: event.seq, when: event.occurred, to }));
        }
    }
    for noted in case.so_far(case.dossier.moments()).filter(|noted| !noted.what.moment.is_of_step()) {
        let to = noted.what.to.said().cloned();
        begun
            .push((TermStart::Moment(noted.what.moment), Begun { seq: noted.seq, when: noted.occurred, to }));
    }
    let mut by_term: Vec<(&'a Term, Vec<Begun>)> = Vec::new();
    for (starts, begun) in begun {
        let body = begun.to.as_ref().and_then(role);
        let terms = case.pack.dossier_terms(begun.when.first_day());
        let of = |owner| terms.iter().filter(move |term| term.starts == starts && term.owner == owner);
        let fitting: Vec<&'a Term> = match body.map(|body| of(body).collect::<Vec<_>>()) {
            Some(own) if !own.is_empty() => own,
            _ => of(crate::actor::Actor::Other).collect(),
        };
        for term in fitting {
            match by_term.iter_mut().find(|(known, _)| *known == term) {
                Some((_, all)) => all.push(begun.clone()),
                None => by_term.push((term, vec![begun.clone()])),
            }
        }
    }
    let mut clocks = Vec::new();
    for (term, begun) in by_term {
        let acts = case
            .so_far(case.dossier.moments())
            .filter(|noted| term.kept.contains(&TermKept::Moment(noted.what.moment)))
            .map(|noted| Act { seq: noted.seq, day: noted.occurred.first_day(), of: None })
            .collect();
        clocks.extend(matched(term, begun, acts, None));
    }
    clocks
}

/// Whether a term of a step still matters as the step stands.
fn is_live(step: &StepCase<'_>, term: &Term) -> bool {
    let stands = matches!(
        step.decision,
        DecisionOn::Granted | DecisionOn::PartlyGranted | DecisionOn::UrgentlyGranted | DecisionOn::Confirmed
    ) && !step.is_over();
    match term.kind {
        TermKind::Maximum
        | TermKind::MaximumExtension
        | TermKind::MaximumTotal
        | TermKind::ExParteHearing => false,
        // Appeal is open against a court, objection against the municipality: what others decide has its own way.
        TermKind::Appeal => decider(step).is_some_and(Role::is_court),
        TermKind::Objection => matches!(decider(step), Some(Role::College | Role::LocalTeam)),
        TermKind::KeptInForce => step.decision == DecisionOn::Refused,
        TermKind::Review => stands && step.execution == ExecutionOn::InForce,
        TermKind::NoticeLongPlacement => stands && has_run(step, term),
        TermKind::EmergencyMaximum | TermKind::ContinuationAgreement => {
            step.execution == ExecutionOn::InForce && was_urgent(step)
        }
        TermKind::UnusedLapse
        | TermKind::FollowUpRequest
        | TermKind::InstructionAnnulment
        | TermKind::FirstContact
        | TermKind::NoticeNoExtension
        | TermKind::NoticeEnding
        | TermKind::Judgment => stands,
        TermKind::ConsentRunOn => stands && !rests_on_another_measure(step),
        TermKind::ReliefHearing
        | TermKind::Answer
        | TermKind::PlanAfterWaiver
        | TermKind::Investigation
        | TermKind::DecisionOnApplication
        | TermKind::WrittenReasons
        | TermKind::Admission
        | TermKind::SafetyAssessment
        | TermKind::InvestigationStart
        | TermKind::PersonalPlan
        | TermKind::PlanInWriting
        | TermKind::CouncilRequest
        | TermKind::Lawyer
        | TermKind::AnnulmentDecision
        | TermKind::NoObjection
        | TermKind::StayUpheld
        | TermKind::Trial
        | TermKind::Destruction
        | TermKind::ComplaintFollowUp => !step.is_over(),
    }
}

/// The role of who decided.
fn decider(step: &StepCase<'_>) -> Option<Role> {
    step.decided_by().and_then(|(person, _)| step.dossier().people().role(person))
}

/// Whether the law lets the term run from something that will surely have happened, noted or not.
fn is_awaited(starts: TermStart) -> bool {
    matches!(starts, TermStart::Sending | TermStart::NoticeOfMeasure)
}

/// A term that runs, or will, from something that nobody noted: it cannot have begun before the decision.
fn unnoted<'a>(step: &StepCase<'a>, term: &'a Term, acts: &[Act]) -> Option<Clock<'a>> {
    let (decided, _) = decided_on(step.record, step.case.at)?;
    let kept = acts.iter().find(|act| act.day >= decided).map(|act| (act.seq, act.day));
    Some(Clock { term, begun: None, reckoned: term.reckon(&When::Day(decided)), kept })
}

/// The first day on which an act can keep a term, where that is before the day from which the term is counted.
fn earliest_act(step: &StepCase<'_>, term: &Term) -> Option<NaiveDate> {
    let from_decision =
        is_awaited(term.starts) || term.counts_back() || term.starts == TermStart::OrderOrService;
    decided_on(step.record, step.case.at).filter(|_| from_decision).map(|(day, _)| day)
}

/// Each beginning with the first act after it that keeps the term and kept no earlier one.
fn matched<'a>(
    term: &'a Term,
    mut begun: Vec<Begun>,
    mut acts: Vec<Act>,
    earliest: Option<NaiveDate>,
) -> impl Iterator<Item = Clock<'a>> {
    begun.sort_by_key(|it| (it.when.first_day(), it.seq));
    acts.sort_by_key(|it| (it.day, it.seq));
    begun.into_iter().map(move |begun| {
        let day = begun.when.first_day();
        let from = earliest.map_or(day, |earliest| earliest.min(day));
        let found = acts.iter().position(|act| {
            let is_whose = match (&begun.to, &act.of) {
                (Some(to), Some(of)) => to == of,
                _ => true,
            };
            act.day >= from && act.seq != begun.seq && is_whose
        });
        let kept = found.map(|place| acts.remove(place)).map(|act| (act.seq, act.day));
        Clock { term, reckoned: term.reckon(&begun.when), begun: Some(begun), kept }
    })
}

fn moments<'a>(step: &'a StepCase<'_>, moment: Moment) -> impl Iterator<Item = Begun> + 'a {
    step.case
        .so_far(step.case.dossier.moments())
        .filter(move |noted| noted.what.moment == moment && noted.what.step.said() == Some(step.id))
        .map(|noted| Begun { seq: noted.seq, when: noted.occurred, to: noted.what.to.said().cloned() })
}

fn begun(step: &StepCase<'_>, term: &Term) -> Vec<Begun> {
    let at = step.case.at;
    let machines = &step.record.machines;
    let by = |seq: u64, when: When| Begun { seq, when, to: None };
    let decision = machines
        .decision()
        .until(at)
        .find(|it| !matches!(it.transition, DecisionEvent::Hear(_)))
        .map(|it| by(it.seq, it.occurred));
    let executed = |wanted: fn(&ExecutionEvent) -> bool| {
        machines
            .execution()
            .until(at)
            .filter(move |it| wanted(&it.transition))
            .map(|it| by(it.seq, it.occurred))
    };
    match term.starts {
        TermStart::Order => decision.into_iter().collect(),
        TermStart::OrderOrService => {
            let on = decision.as_ref().map(|it| it.when.first_day());
            let served = moments(step, Moment::DecisionSent)
                .filter(|it| on.is_some_and(|on| it.when.first_day() > on));
            let served: Vec<Begun> = served.collect();
            decision.into_iter().chain(served).collect()
        }
        TermStart::Sending => moments(step, Moment::DecisionSent).collect(),
        TermStart::NoticeOfMeasure => moments(step, Moment::MeasureNotified).collect(),
        TermStart::Moment(moment) => moments(step, moment).collect(),
        TermStart::Request => machines
            .request()
            .until(at)
            .find(|it| matches!(it.transition, RequestEvent::File(_)))
            .map(|it| by(it.seq, it.occurred))
            .into_iter()
            .collect(),
        TermStart::Report => {
            let until = decision.as_ref().map_or(at, |it| it.when.first_day());
            let people = step.case.dossier.people();
            let report =
                step.case.so_far(step.case.dossier.watch_events()).filter(|event| match &event.what {
                    WatchEvent::Report(report) => {
                        let body = people.role(&report.receiver).and_then(|role| role.body());
                        body == Some(term.owner) && event.occurred.first_day() <= until
                    }
                    _ => false,
                });
            let report = report.max_by_key(|event| (event.occurred.first_day(), event.seq));
            report.filter(|_| decision.is_some()).map(|it| by(it.seq, it.occurred)).into_iter().collect()
        }
        TermStart::ConsentWithdrawn => consent_withdrawn(step),
        TermStart::Start => executed(|it| matches!(it, ExecutionEvent::Start)).collect(),
        TermStart::FosterContract => step
            .case
            .so_far(&step.record.documents)
            .find(|noted| noted.what.document == Document::FosterContract && noted.what.present)
            .map(|noted| by(noted.seq, noted.occurred))
            .into_iter()
            .collect(),
        TermStart::BeforeExpiry => {
            let until = step.until();
            decision.zip(until).map(|(it, until)| by(it.seq, When::Day(until))).into_iter().collect()
        }
        TermStart::BeforeEnding => step
            .case
            .steps()
            .filter(|other| other.proposal().ends.said() == Some(step.id) && !other.is_over())
            .filter_map(|other| {
                let Said::Said(from) = other.proposal().from else { return None };
                Some(by(other.record.proposal.seq, When::Day(from)))
            })
            .collect(),
        TermStart::Recurring => {
            executed(|it| matches!(it, ExecutionEvent::Start | ExecutionEvent::Review(_)))
                .last()
                .into_iter()
                .collect()
        }
    }
}

fn consent_withdrawn(step: &StepCase<'_>) -> Vec<Begun> {
    let scopes = [Scope::Step(step.id.clone()), Scope::Measure(step.measure_id().clone())];
    let mut all = Vec::new();
    for ((_, scope), history) in step.dossier().consents() {
        if scopes.contains(scope) && matches!(history.on(step.case.at), Consent::Withdrawn(_)) {
            let last = history.until(step.case.at).last();
            all.extend(last.map(|it| Begun { seq: it.seq, when: it.occurred, to: None }));
        }
    }
    all
}

/// What may have kept the term.
fn acts(step: &StepCase<'_>, term: &Term) -> Vec<Act> {
    let at = step.case.at;
    let machines = &step.record.machines;
    let act = |seq: u64, when: &When| Act { seq, day: when.first_day(), of: None };
    let executed = |wanted: fn(&ExecutionEvent) -> bool| {
        machines
            .execution()
            .until(at)
            .filter(move |it| wanted(&it.transition))
            .map(|it| act(it.seq, &it.occurred))
    };
    let mut acts: Vec<Act> = Vec::new();
    for kept in &term.kept {
        match kept {
            TermKept::Requested => {
                let filed =
                    machines.request().until(at).filter(|it| matches!(it.transition, RequestEvent::File(_)));
                acts.extend(filed.map(|it| act(it.seq, &it.occurred)));
            }
            TermKept::Decided => {
                acts.extend(machines.decision().until(at).map(|it| act(it.seq, &it.occurred)));
            }
            TermKept::Started => acts.extend(executed(|it| matches!(it, ExecutionEvent::Start))),
            TermKept::Reviewed => acts.extend(executed(|it| matches!(it, ExecutionEvent::Review(_)))),
            TermKept::Ended => acts.extend(executed(|it| matches!(it, ExecutionEvent::End(_)))),
            TermKept::AppealLodged => {
                acts.extend(machines.appeal().until(at).filter_map(|it| match &it.transition {
                    AppealEvent::Lodge(lodged) => {
                        let of = Some(lodged.appellant.clone());
                        Some(Act { seq: it.seq, day: it.occurred.first_day(), of })
                    }
                    AppealEvent::Rule(_) => None,
                }));
            }
            TermKept::SuccessorRequested => {
                let (id, person) = (step.id, step.about());
                acts.extend(
                    successor_requests(step.dossier(), id, person, step.measure.map(|it| &it.renewal), at)
                        .map(|(seq, day)| Act { seq, day, of: None }),
                );
            }
            TermKept::Moment(moment) => {
                acts.extend(moments(step, *moment).map(|it| act(it.seq, &it.when)));
            }
        }
    }
    acts
}

fn was_urgent(step: &StepCase<'_>) -> bool {
    let decision = step.record.machines.decision();
    decision.until(step.case.at).any(|it| matches!(it.transition, DecisionEvent::DecideUrgently(_)))
}

/// Whether the step rests on a measure and not on consent.
fn rests_on_another_measure(step: &StepCase<'_>) -> bool {
    match step.measure.map(|measure| &measure.consent) {
        Some(crate::pack::ConsentBasis::OneOf { measures, .. }) => {
            others_about(step).any(|other| other.is_there() && measures.contains(other.measure_id()))
        }
        _ => false,
    }
}

/// Whether the measure, and a placement of the same person, will have run for as long as the term wants.
fn has_run(step: &StepCase<'_>, term: &Term) -> bool {
    let (Some(after), Some(until)) = (term.after, step.until()) else { return true };
    let began_in_time = |of: &StepCase<'_>| {
        let first = first_of(of.dossier(), of.record);
        decided_on(first, of.case.at).is_some_and(|(decided, _)| has_passed(after, decided, until))
    };
    began_in_time(step)
        && others_about(step).any(|other| {
            let is_placement = other.measure.is_some_and(|measure| measure.is_placement());
            is_placement && other.execution == ExecutionOn::InForce && began_in_time(&other)
        })
}

fn has_passed(length: Length, from: NaiveDate, by: NaiveDate) -> bool {
    length.end(from) <= by.succ_opt().unwrap_or(by)
}

/// Whether a term that passed unused leaves nothing undone: a remedy that nobody wanted is no duty that somebody neglected.
pub(super) fn is_remedy(term: &Term) -> bool {
    term.breach == Breach::Inadmissible || term.kind == TermKind::PersonalPlan
}
