//! Gate 7, term and scope: no longer, no wider, no more people than needed; unexpired; a review date.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::code::Code;
use crate::condition::Condition;
use crate::dossier::StepRecord;
use crate::finding::{Answerer, Basis, Finding, QuestionKind, Says};
use crate::gate::Gate;
use crate::moment::Moment;
use crate::pack::{Measure, Term, TermKind};
use crate::said::Said;
use crate::sentence::Sentence;
use crate::step::{DecisionEvent, DecisionOn, DueDates, ExecutionOn};

use super::GateResult;
use super::case::{Case, StepCase};
use super::clock::successor_requests;
use super::conditions::{Codes, check};

const CODES: Codes = Codes { not_met: Code::TermConditionNotMet, undecided: Code::TermConditionUndecided };

/// The day of the first decision on a step, up to the day.
pub(super) fn decided_on(case: &Case<'_>, record: &StepRecord) -> Option<(NaiveDate, bool)> {
    record.machines.decision().until(case.at).find_map(|dated| match &dated.transition {
        DecisionEvent::Decide(_) => Some((dated.occurred.first_day(), false)),
        DecisionEvent::DecideUrgently(urgent) => Some((dated.occurred.first_day(), urgent.ex_parte)),
        DecisionEvent::Hear(_) => None,
    })
}

/// The last days that law and proposal set.
pub(super) fn due_dates(case: &Case<'_>, record: &StepRecord, measure: Option<&Measure>) -> DueDates {
    let decided = decided_on(case, record);
    let term = |kind| measure.and_then(|measure| measure.terms_of(kind).next());
    let heard_by = decided.filter(|(_, ex_parte)| *ex_parte).and_then(|(day, _)| {
        let within = measure?.urgent.as_ref()?.hearing_within?;
        Some(within.end(day))
    });
    let started_by = decided.and_then(|(day, _)| Some(term(TermKind::UnusedLapse)?.due(day)));
    // The law's maximum is counted from the order, and a term ends on the day before the same day a year on.
    let by_law = decided
        .and_then(|(day, _)| longest(case, record, measure?, day))
        .and_then(|(term, from)| term.due(from).pred_opt());
    let asked = record.proposal.what.until.said().copied().filter(|_| decided.is_some());
    let in_emergency = measure.and_then(|measure| emergency(case, record, measure));
    let not_followed = measure.and_then(|measure| not_followed_up(case, record, measure));
    let until = [by_law, asked, in_emergency, not_followed].into_iter().flatten().min();
    DueDates { heard_by, started_by, until }
}

/// The longest that the law lets a step last, and the day from which that is counted, given the day of its own order: for an
/// extension the term of extensions, or the total from the first order where the law sets one.
pub(super) fn longest<'a>(
    case: &Case<'_>,
    record: &StepRecord,
    measure: &'a Measure,
    ordered: NaiveDate,
) -> Option<(&'a Term, NaiveDate)> {
    let term = |kind| measure.terms_of(kind).next();
    let maximum = term(TermKind::Maximum);
    if record.proposal.what.extends.is_not_said() {
        return maximum.map(|term| (term, ordered));
    }
    if let Some(total) = term(TermKind::MaximumTotal) {
        let first = decided_on(case, first_of(case, record)).map_or(ordered, |(day, _)| day);
        return Some((total, first.min(ordered)));
    }
    term(TermKind::MaximumExtension).or(maximum).map(|term| (term, ordered))
}

/// The first of the steps that a step extends, one by one; itself when it extends none.
pub(super) fn first_of<'a>(case: &Case<'a>, record: &'a StepRecord) -> &'a StepRecord {
    let mut first = record;
    let mut seen = BTreeSet::from([&first.proposal.what.step]);
    while let Said::Said(earlier) = &first.proposal.what.extends {
        let Some(next) = case.dossier.steps().get(earlier).filter(|_| seen.insert(earlier)) else { break };
        if case.dossier.is_corrected(next.proposal.seq) {
            break;
        }
        first = next;
    }
    first
}

/// The last day of something that was ordered in an emergency, where the law lets that last so long.
fn emergency(case: &Case<'_>, record: &StepRecord, measure: &Measure) -> Option<NaiveDate> {
    let term = measure.terms_of(TermKind::EmergencyMaximum).next()?;
    let mut decisions = record.machines.decision().until(case.at);
    decisions.find(|it| matches!(it.transition, DecisionEvent::DecideUrgently(_)))?;
    let started = record.machines.execution().on(case.at).started()?;
    term.reckon(&started).last.pred_opt()
}

/// The last day of what lapses because nobody requested in time what has to follow.
fn not_followed_up(case: &Case<'_>, record: &StepRecord, measure: &Measure) -> Option<NaiveDate> {
    let term = measure.terms_of(TermKind::FollowUpRequest).next()?;
    let proposal = &record.proposal.what;
    let (decided, _) = decided_on(case, record)?;
    let last = term.due(decided);
    let in_time = |day: NaiveDate| decided <= day && day <= last;
    let noted = case.so_far(case.dossier.moments()).any(|noted| {
        noted.what.moment == Moment::FollowUpRequested
            && noted.what.step.said() == Some(&proposal.step)
            && in_time(noted.occurred.first_day())
    });
    let mut requests = successor_requests(case, &proposal.step, &proposal.about, Some(&measure.renewal));
    if noted || requests.any(|(_, day)| in_time(day)) { None } else { last.pred_opt() }
}

/// How decision and execution stand on the day, with what is derived from the terms.
pub(super) fn stand(
    case: &Case<'_>,
    record: &StepRecord,
    measure: Option<&Measure>,
) -> (DecisionOn, ExecutionOn) {
    let due = due_dates(case, record, measure);
    (record.machines.decision_on(case.at, due.heard_by), record.machines.execution_on(case.at, &due))
}

pub(super) fn gate(step: &StepCase<'_>) -> GateResult {
    let mut findings = Vec::new();
    let mut judges = Vec::new();
    period(step, &mut findings);
    review(step, &mut findings);
    passed(step, &mut findings);
    let basis = Basis::Method { rule: "model 7" };
    for condition in [Condition::Duration, Condition::Scope] {
        check(step, condition, true, &CODES, &basis, &mut findings, &mut judges);
    }
    GateResult::of(Gate::Term, findings, judges)
}

fn period(step: &StepCase<'_>, findings: &mut Vec<Finding>) {
    let Some(measure) = step.measure else { return };
    let proposal = step.proposal();
    let from = proposal.from.said().copied().unwrap_or(step.case.at);
    let Some((maximum, counted_from)) = longest(step.case, step.record, measure, from) else { return };
    let (Said::Said(_), Said::Said(until)) = (proposal.from, proposal.until) else {
        findings.push(
            Finding::new(Code::PeriodNotSaid, Says::Unknown, &[])
                .on(&maximum.cite)
                .ask(
                    QuestionKind::Judgement,
                    Sentence::new("Van wanneer tot wanneer?", "From when until when?"),
                    vec![Answerer::Person(proposal.proposed_by.clone())],
                    &["step_proposed"],
                )
                .lifted_by(
                    "step_proposed",
                    &[],
                    &["step", "from", "until"],
                    vec![Answerer::Person(proposal.proposed_by.clone())],
                ),
        );
        return;
    };
    let latest = maximum.due(counted_from);
    if until > latest {
        let fills = [("date", Sentence::same(until)), ("latest", Sentence::same(latest))];
        findings.push(
            Finding::new(Code::LongerThanLaw, Says::Failed, &fills)
                .on(&maximum.cite)
                .because([step.record.proposal.seq])
                .lifted_by(
                    "step_proposed",
                    &[],
                    &["step", "until"],
                    vec![Answerer::Person(proposal.proposed_by.clone())],
                ),
        );
    }
}

fn review(step: &StepCase<'_>, findings: &mut Vec<Finding>) {
    if !step.details().review_on.is_not_said() {
        return;
    }
    let proposer = vec![Answerer::Person(step.proposal().proposed_by.clone())];
    findings.push(
        Finding::new(Code::ReviewNotSaid, Says::Unknown, &[])
            .by_rule("Q28")
            .ask(
                QuestionKind::Judgement,
                Sentence::new("Wanneer bekijken we of het werkt?", "When do we look whether it works?"),
                proposer.clone(),
                &["step_detailed"],
            )
            .lifted_by("step_detailed", &[("step", step.id.to_string())], &["details.review_on"], proposer),
    );
}

/// Nothing is in force past its term: what has passed fails, and nothing brings the day back.
fn passed(step: &StepCase<'_>, findings: &mut Vec<Finding>) {
    let gone = || {
        Sentence::new(
            "De termijn is voorbij; dit vraagt een nieuwe stap.",
            "The term has passed; this takes a new step.",
        )
    };
    let entries: Vec<u64> =
        step.record.machines.decision().until(step.case.at).map(|dated| dated.seq).collect();
    if let DecisionOn::Lapsed { since } = step.decision {
        let fills = [
            ("date", Sentence::same(since)),
            ("why", Sentence::new("niet op tijd gehoord na spoed", "not heard in time after urgency")),
        ];
        let mut finding = Finding::new(Code::Lapsed, Says::Failed, &fills).because(entries.iter().copied());
        if let Some(urgent) = step.measure.and_then(|measure| measure.urgent.as_ref()) {
            finding = finding.on(&urgent.cite);
        }
        findings.push(finding.without_remedy(gone()));
        return;
    }
    match step.execution {
        ExecutionOn::Expired { since } => {
            let fills = [("measure", step.measure_name()), ("date", Sentence::same(since))];
            let mut finding =
                Finding::new(Code::Expired, Says::Failed, &fills).because(entries.iter().copied());
            let kinds = [
                TermKind::Maximum,
                TermKind::MaximumTotal,
                TermKind::EmergencyMaximum,
                TermKind::FollowUpRequest,
            ];
            let term =
                step.measure.and_then(|measure| kinds.iter().find_map(|kind| measure.terms_of(*kind).next()));
            if let Some(term) = term {
                finding = finding.on(&term.cite);
            }
            findings.push(finding.without_remedy(gone()));
        }
        ExecutionOn::Lapsed { since } => {
            let fills = [
                ("date", Sentence::same(since)),
                ("why", Sentence::new("niet gebruikt binnen de termijn", "not used within its term")),
            ];
            let mut finding =
                Finding::new(Code::Lapsed, Says::Failed, &fills).because(entries.iter().copied());
            if let Some(term) =
                step.measure.and_then(|measure| measure.terms_of(TermKind::UnusedLapse).next())
            {
                finding = finding.on(&term.cite);
            }
            findings.push(finding.without_remedy(gone()));
        }
        ExecutionOn::NotStarted | ExecutionOn::InForce | ExecutionOn::Ended { .. } => {}
    }
}
