//! Duties: what has to be done by whom, by which day.

use chrono::NaiveDate;

use crate::actor::{Act, Actor};
use crate::code::Code;
use crate::finding::{Answerer, Basis, Duty, Finding, Reckoning, Says};
use crate::pack::{Breach, Norm, Reckoned, Term, TermKind, TermStart};
use crate::said::Said;
use crate::sentence::Sentence;
use crate::stand::decided_on;
use crate::step::{DecisionEvent, DecisionOn, ExecutionEvent, ExecutionOn};
use crate::time::When;

use super::Shortfall;
use super::case::{Case, StepCase};
use super::clock::{self, Clock};
use super::resting::{self, Base};
use super::{facts, placements};

pub(super) fn duty(
    case: &Case<'_>,
    code: Code,
    fills: &[(&str, Sentence)],
    owner: Vec<Answerer>,
    due: Option<NaiveDate>,
    basis: Basis,
    because: Vec<u64>,
) -> Duty {
    Duty {
        code,
        sentence: Sentence::of(code, fills),
        owner,
        due,
        overdue: due.is_some_and(|due| due < case.at),
        basis: vec![basis],
        because,
        reckoning: None,
    }
}

pub(super) fn of_step(step: &StepCase<'_>, duties: &mut Vec<Duty>) {
    reviews(step, duties);
    hearing_after_urgency(step, duties);
    running(step.case, clock::of_step(step), Some(&step.measure_name()), duties);
    ending(step, duties);
    obligations(step, duties);
    placements::duties(step, duties);
}

/// Who carries the step out by law; who proposed it where the law names nobody.
pub(super) fn executors(step: &StepCase<'_>) -> Vec<Answerer> {
    let mut owner: Vec<Answerer> =
        super::authority::who_may(step, Act::Execute).into_iter().map(|it| it.who).collect();
    owner.dedup();
    if owner.is_empty() {
        owner.push(Answerer::Person(step.proposal().proposed_by.clone()));
    }
    owner
}

/// Reviews that were promised: by the proposal until the first one, then by each review for the next.
fn reviews(step: &StepCase<'_>, duties: &mut Vec<Duty>) {
    if step.execution != ExecutionOn::InForce {
        return;
    }
    let mut due = step.details().review_on;
    let mut because = vec![step.record.proposal.seq];
    for dated in step.record.machines.execution().until(step.case.at) {
        if let ExecutionEvent::Review(review) = &dated.transition {
            due = review.next_review;
            because = vec![dated.seq];
        }
    }
    let Said::Said(due) = due else { return };
    let code = if due < step.case.at { Code::ReviewOverdue } else { Code::ReviewDue };
    let fills = [("measure", step.measure_name()), ("date", Sentence::same(due))];
    let owner = executors(step);
    duties.push(duty(step.case, code, &fills, owner, Some(due), Basis::Method { rule: "Q25" }, because));
}

/// An ex parte order always carries a hearing duty, until those concerned were heard or the order lapsed.
fn hearing_after_urgency(step: &StepCase<'_>, duties: &mut Vec<Duty>) {
    let heard = step
        .record
        .machines
        .decision()
        .until(step.case.at)
        .any(|it| matches!(it.transition, DecisionEvent::Hear(_)));
    let ex_parte = decided_on(step.record, step.case.at).is_some_and(|(_, ex_parte)| ex_parte);
    if heard || !ex_parte || matches!(step.decision, DecisionOn::Lapsed { .. }) {
        return;
    }
    let due = step.due.heard_by;
    let basis = step
        .measure
        .and_then(|measure| measure.urgent.as_ref())
        .map_or(Basis::Method { rule: "model 8" }, |it| Basis::from(&it.cite));
    let date =
        due.map_or_else(|| Sentence::new("de wet noemt geen dag", "the law names no day"), Sentence::same);
    let fills = [("measure", step.measure_name()), ("date", date)];
    let (owner, because) = match step.decided_by() {
        Some((decider, seq)) => (vec![Answerer::Person(decider.clone())], vec![seq]),
        None => (vec![Answerer::Actor(Actor::ChildrensJudge)], Vec::new()),
    };
    let mut hearing = duty(step.case, Code::HearingDue, &fills, owner, due, basis, because);
    hearing.reckoning = step.measure.and_then(|measure| {
        let term = measure.terms_of(TermKind::ExParteHearing).next()?;
        let ordered = step.record.machines.decision().on(step.case.at).when()?;
        due?;
        Some(reckoning(term, Some(ordered), term.reckon(&ordered)))
    });
    duties.push(hearing);
}

/// What is granted ends by itself: the last day, by law, proposal and decision.
fn ending(step: &StepCase<'_>, duties: &mut Vec<Duty>) {
    let Some(until) = step.until() else { return };
    if step.is_over() || !step.record.machines.decision().on(step.case.at).is_granted() {
        return;
    }
    let fills = [("what", step.measure_name()), ("date", Sentence::same(until))];
    let term = decided_on(step.record, step.case.at).and_then(|(day, _)| step.longest(day));
    let term = term.filter(|(term, from)| term.due(*from).pred_opt() == Some(until));
    let basis = term.map_or(Basis::Method { rule: "model 7" }, |(term, _)| Basis::from(&term.cite));
    let because: Vec<u64> = step.decided_by().map(|(_, seq)| seq).into_iter().collect();
    let mut ending = duty(step.case, Code::LastsUntil, &fills, executors(step), Some(until), basis, because);
    ending.reckoning = term.map(|(term, from)| {
        let from = When::Day(from);
        reckoning(term, Some(from), term.reckon(&from))
    });
    duties.push(ending);
}

/// The terms of law and of norms that run.
fn running(case: &Case<'_>, clocks: Vec<Clock<'_>>, of: Option<&Sentence>, duties: &mut Vec<Duty>) {
    for clock in clocks {
        let last = clock.last();
        // What lapses or ends the step itself is in gate 7 once it has passed.
        let is_gate = matches!(
            clock.term.kind,
            TermKind::UnusedLapse | TermKind::FollowUpRequest | TermKind::EmergencyMaximum
        );
        let passed = clock.begun.is_some() && last < case.at;
        if clock.kept.is_some() || (passed && (is_gate || clock::is_remedy(clock.term))) {
            continue;
        }
        duties.push(of_clock(case, &clock, of, passed));
    }
}

fn of_clock(case: &Case<'_>, clock: &Clock<'_>, of: Option<&Sentence>, passed: bool) -> Duty {
    let Clock { term, begun, reckoned, .. } = clock;
    let last = clock.last();
    let what = what(term, of);
    let has_effect = term.breach != Breach::None;
    let since = last.succ_opt().unwrap_or(last);
    let (code, fills) = match (begun, term.norm) {
        (None, _) => (
            Code::TermStartNotNoted,
            vec![("what", what), ("start", start_name(term.starts)), ("date", Sentence::same(last))],
        ),
        (Some(_), _) if passed && has_effect => (
            Code::TermPassed,
            vec![("what", what), ("date", Sentence::same(since)), ("effect", term.breach.label())],
        ),
        (Some(_), Norm::Policy) => (Code::NormTerm, vec![("what", what), ("date", Sentence::same(last))]),
        (Some(_), Norm::Statute) => {
            let code = if term.kind.lasts() { Code::LastsUntil } else { Code::StatutoryTerm };
            (code, vec![("what", what), ("date", Sentence::same(last))])
        }
    };
    let owner = match begun.as_ref().and_then(|begun| begun.to.clone()) {
        Some(to) => Answerer::Person(to),
        None => Answerer::Actor(term.owner),
    };
    let because = begun.as_ref().map(|begun| begun.seq).into_iter().collect();
    let due = begun.as_ref().map(|_| last);
    let mut of_term = duty(case, code, &fills, vec![owner], due, Basis::from(&term.cite), because);
    let from = begun.as_ref().map(|begun| begun.when);
    of_term.reckoning = Some(reckoning(term, from, reckoned.clone()));
    of_term
}

fn reckoning(term: &Term, from: Option<When>, reckoned: Reckoned) -> Reckoning {
    Reckoning {
        term: term.id.clone(),
        norm: term.norm,
        from,
        counted_back: term.counts_back(),
        length: term.length,
        reckoned,
        rest_days: term.rest_days.clone(),
        breach: term.breach,
    }
}

/// What has to be done, of which measure.
fn what(term: &Term, of: Option<&Sentence>) -> Sentence {
    match of {
        Some(of) => Sentence::new(
            format!("{} ({})", term.labels.nl, of.nl),
            format!("{} ({})", term.labels.en, of.en),
        ),
        None => Sentence::new(term.labels.nl.clone(), term.labels.en.clone()),
    }
}

/// From what a term runs that nobody noted.
fn start_name(starts: TermStart) -> Sentence {
    match starts {
        TermStart::NoticeOfMeasure => {
            Sentence::new("het bericht van de maatregel", "the notice of the measure")
        }
        TermStart::Sending => {
            Sentence::new("de dag na verzending van de beslissing", "the day after the decision was sent")
        }
        _ => Sentence::new("het begin", "its beginning"),
    }
}

/// What was done after the last day on which it was admissible.
pub(super) fn done_too_late(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for step in case.steps() {
        let name = step.measure_name();
        for clock in clock::of_step(&step).iter().filter(|clock| clock.term.breach == Breach::Inadmissible) {
            let Some((seq, day)) = clock.kept_late() else { continue };
            let fills = [
                ("what", what(clock.term, Some(&name))),
                ("date", Sentence::same(day)),
                ("latest", Sentence::same(clock.last())),
                ("effect", clock.term.breach.label()),
            ];
            findings.push(
                Finding::new(Code::DoneTooLate, Says::Nothing, &fills)
                    .on(&clock.term.cite)
                    .because([seq])
                    .without_remedy(Sentence::new(
                        "De dag komt niet terug; of het te verontschuldigen is, beslist de rechter.",
                        "The day does not come back; whether it is excusable is for the court.",
                    )),
            );
        }
    }
    findings
}

fn obligations(step: &StepCase<'_>, duties: &mut Vec<Duty>) {
    for id in &step.record.obligations {
        let Some(record) = step.dossier().obligations().get(id) else { continue };
        let ordered = &record.ordered;
        let met = step.case.so_far(&record.met).next().is_some();
        if met || !step.case.has_occurred(&ordered.occurred) || step.dossier().is_corrected(ordered.seq) {
            continue;
        }
        let due = ordered.what.due.said().copied();
        let date = due.map_or_else(|| Sentence::new("zonder dag", "without a day"), Sentence::same);
        let what = Sentence::same(ordered.what.what.text().unwrap_or(id.as_str()));
        let fills = [("what", what), ("date", date)];
        let owner = vec![Answerer::Person(ordered.what.owner.clone())];
        let basis = Basis::Method { rule: "model 7" };
        duties.push(duty(step.case, Code::ObligationDue, &fills, owner, due, basis, vec![ordered.seq]));
    }
}

pub(super) fn of_dossier(case: &Case<'_>, shortfalls: &[Shortfall], duties: &mut Vec<Duty>) {
    running(case, clock::of_dossier(case), None, duties);
    for shortfall in shortfalls.iter().filter(|shortfall| shortfall.ended.is_none()) {
        let fills = [("candidate", shortfall.what.clone())];
        let owner = shortfall.owner.iter().cloned().map(Answerer::Person).collect();
        let basis = Basis::Method { rule: "model 8" };
        duties.push(duty(case, Code::SystemShortfall, &fills, owner, None, basis, vec![shortfall.because]));
    }
    for fallen in resting::fallen(case) {
        let owner: Vec<Answerer> = resting::untold(case, &fallen).into_iter().map(Answerer::Person).collect();
        if owner.is_empty() {
            continue;
        }
        let fills = [("statement", name_of(case, &fallen.base))];
        let basis = Basis::Method { rule: "model 2" };
        duties.push(duty(case, Code::AnswerOpposition, &fills, owner, None, basis, vec![fallen.by]));
    }
}

/// What fell away, as a sentence names it.
fn name_of(case: &Case<'_>, base: &Base) -> Sentence {
    match base {
        Base::Statement(id) => facts::statement_name(case, id),
        Base::Evidence(id) => {
            let on = case.dossier.evidence().get(id).map(|it| &it.added.what.statement);
            let Some(on) = on.map(|on| facts::statement_name(case, on)) else { return Sentence::same(id) };
            Sentence::new(format!("{id}, over: {}", on.nl), format!("{id}, on: {}", on.en))
        }
        Base::Entry(seq) => Sentence::new(format!("regel {seq}"), format!("entry {seq}")),
    }
}
