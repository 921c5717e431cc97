//! Duties: what has to be done by whom, by which day.

use chrono::NaiveDate;

use crate::actor::{Act, Actor};
use crate::code::Code;
use crate::finding::{Answerer, Basis, Duty};
use crate::pack::{TermKind, TermStart};
use crate::said::Said;
use crate::sentence::Sentence;
use crate::stand::{decided_on, due_dates};
use crate::step::{DecisionEvent, DecisionOn, ExecutionEvent, ExecutionOn};

use super::case::{Case, StepCase};
use super::facts;
use super::{CandidateStanding, Shortfall};

fn duty(
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
    }
}

pub(super) fn of_step(step: &StepCase<'_>, duties: &mut Vec<Duty>) {
    reviews(step, duties);
    hearing_after_urgency(step, duties);
    statutory(step, duties);
    look_back(step, duties);
    obligations(step, duties);
}

/// Who carries the step out by law; who proposed it where the law names nobody.
fn executors(step: &StepCase<'_>) -> Vec<Answerer> {
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

/// An ex parte order always carries a hearing duty, until those concerned were heard.
fn hearing_after_urgency(step: &StepCase<'_>, duties: &mut Vec<Duty>) {
    let heard = step
        .record
        .machines
        .decision()
        .until(step.case.at)
        .any(|it| matches!(it.transition, DecisionEvent::Hear(_)));
    let ex_parte = decided_on(step.record, step.at).is_some_and(|(_, ex_parte)| ex_parte);
    if heard || !ex_parte {
        return;
    }
    let due = due_dates(step.record, step.measure, step.at).heard_by;
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
    duties.push(duty(step.case, Code::HearingDue, &fills, owner, due, basis, because));
}

/// Terms of the law that run from the decision, while it has its effect.
fn statutory(step: &StepCase<'_>, duties: &mut Vec<Duty>) {
    let Some(measure) = step.measure else { return };
    let Some((decided, _)) = decided_on(step.record, step.at) else { return };
    let stands = matches!(
        step.decision,
        DecisionOn::Granted | DecisionOn::PartlyGranted | DecisionOn::UrgentlyGranted | DecisionOn::Confirmed
    );
    let because: Vec<u64> = step.decided_by().map(|(_, seq)| seq).into_iter().collect();
    let started = step.record.machines.execution().on(step.case.at).started();
    let until = due_dates(step.record, step.measure, step.at).until;
    for term in &measure.terms {
        let (nl, en, due) = match (term.kind, term.starts) {
            // The maximum, and lapse when unused, are in gate 7; the hearing after urgency has a duty of its own.
            (TermKind::Appeal, _) if step.decision != DecisionOn::Pending => {
                ("hoger beroep instellen", "lodging an appeal", term.due(decided))
            }
            (TermKind::UnusedLapse, _) if stands && started.is_none() => {
                ("beginnen met uitvoeren", "beginning to carry it out", term.due(decided))
            }
            (TermKind::FirstContact, _) if stands && step.execution == ExecutionOn::InForce => {
                ("eerste contact en een vaste werker", "first contact and a named worker", term.due(decided))
            }
            (TermKind::FollowUpRequest, _) if stands => {
                ("het vervolg verzoeken", "requesting the follow-up", term.due(decided))
            }
            (TermKind::NoticeNoExtension, TermStart::BeforeExpiry) if stands => match until {
                Some(until) => (
                    "de Raad berichten als verlenging niet nodig is",
                    "telling the Council when no extension is needed",
                    term.due(until),
                ),
                None => continue,
            },
            (TermKind::InstructionAnnulment, _) if stands => (
                "de rechter vragen de aanwijzing vervallen te verklaren",
                "asking the judge to annul the instruction",
                term.due(decided),
            ),
            (TermKind::Objection, _) if stands => ("bezwaar maken", "objecting", term.due(decided)),
            _ => continue,
        };
        // A remedy that nobody used is no duty that somebody neglected: once its term has passed it is gone. Of a first
        // contact no entry says whether it was made, so nothing is said of it afterwards either.
        let has_no_entry = matches!(
            term.kind,
            TermKind::Appeal | TermKind::Objection | TermKind::InstructionAnnulment | TermKind::FirstContact
        );
        if has_no_entry && due < step.case.at {
            continue;
        }
        let name = step.measure_name();
        let what = Sentence::new(format!("{nl} ({})", name.nl), format!("{en} ({})", name.en));
        let fills = [("what", what), ("date", Sentence::same(due))];
        let owner = vec![Answerer::Actor(term.owner)];
        duties.push(duty(
            step.case,
            Code::StatutoryTerm,
            &fills,
            owner,
            Some(due),
            Basis::from(&term.cite),
            because.clone(),
        ));
    }
}

fn look_back(step: &StepCase<'_>, duties: &mut Vec<Duty>) {
    let Some((due, seq)) = step.urgency() else { return };
    // Looking back is done when every candidate that was put off has an answer that stands.
    let put_off = super::intrusion::candidates(step, &mut Vec::new());
    let is_open = |view: &super::CandidateView| {
        matches!(view.standing, CandidateStanding::Unanswered | CandidateStanding::DoesNotStand { .. })
    };
    if !put_off.iter().any(is_open) {
        return;
    }
    let fills = [("measure", step.measure_name()), ("date", Sentence::same(due))];
    let owner = vec![Answerer::Person(step.proposal().proposed_by.clone())];
    duties.push(duty(
        step.case,
        Code::LookBackDue,
        &fills,
        owner,
        Some(due),
        Basis::Method { rule: "model 8" },
        vec![seq],
    ));
}

fn obligations(step: &StepCase<'_>, duties: &mut Vec<Duty>) {
    for id in &step.record.obligations {
        let Some(record) = step.dossier().obligations().get(id) else { continue };
        let ordered = &record.ordered;
        let met = record.met.as_ref().is_some_and(|met| step.case.has_occurred(&met.occurred));
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
    for shortfall in shortfalls.iter().filter(|shortfall| shortfall.ended.is_none()) {
        let fills = [("candidate", shortfall.what.clone())];
        let owner = shortfall.owner.iter().cloned().map(Answerer::Person).collect();
        let basis = Basis::Method { rule: "model 8" };
        duties.push(duty(case, Code::SystemShortfall, &fills, owner, None, basis, vec![shortfall.because]));
    }
    for (id, record) in case.dossier.statements() {
        let Some(standing) = facts::stand(case, id) else { continue };
        if !standing.withdrawn {
            continue;
        }
        // Whoever named it in a view built on it and has to be told.
        let mut owner = Vec::new();
        for step in case.steps() {
            for given in step.record.weighing.as_of(case.at).views().current() {
                if given.view.statements_for.contains(id) || given.view.statements_against.contains(id) {
                    owner.push(Answerer::Person(given.by.clone()));
                }
            }
        }
        owner.sort_unstable();
        owner.dedup();
        if owner.is_empty() {
            continue;
        }
        let fills = [("statement", facts::statement_name(case, id))];
        let because = record.history.until(case.at).map(|dated| dated.seq).collect();
        duties.push(duty(
            case,
            Code::AnswerOpposition,
            &fills,
            owner,
            None,
            Basis::Method { rule: "model 2" },
            because,
        ));
    }
}
