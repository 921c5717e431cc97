//! Gate 7, term and scope: no longer, no wider, no more people than needed; unexpired; a review date.

use crate::code::Code;
use crate::condition::Condition;
use crate::finding::{Answerer, Basis, Finding, QuestionKind, Says};
use crate::gate::Gate;
use crate::law::Citation;
use crate::pack::TermKind;
use crate::said::Said;
use crate::sentence::Sentence;
use crate::stand::decided_on;
use crate::step::{DecisionOn, ExecutionOn};

use super::GateResult;
use super::case::StepCase;
use super::conditions::{Codes, check};
use super::ways;

const CODES: Codes = Codes { not_met: Code::TermConditionNotMet, undecided: Code::TermConditionUndecided };

pub(super) fn gate(step: &StepCase<'_>) -> GateResult {
    let mut findings = Vec::new();
    let mut judges = Vec::new();
    period(step, &mut findings);
    if !findings.iter().any(|finding| finding.code == Code::LongerThanLaw) {
        findings.extend(granted(step));
    }
    review(step, &mut findings);
    passed(step, &mut findings);
    let basis = Basis::Method { rule: "model 7" };
    for condition in [Condition::Duration, Condition::Scope] {
        check(step, condition, true, &CODES, &basis, &mut findings, &mut judges);
    }
    GateResult::of(Gate::Term, findings, judges)
}

fn period(step: &StepCase<'_>, findings: &mut Vec<Finding>) {
    let proposal = step.proposal();
    let from = proposal.from.said().copied().unwrap_or(step.case.at);
    let Some((maximum, counted_from)) = step.longest(from) else { return };
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
                .lifted_by_way(ways::proposed_anew(step, &["from", "until"])),
        );
        return;
    };
    // What lasts has its last day one day earlier than a term that something can be done in.
    let first_day_past = maximum.due(counted_from);
    if until >= first_day_past {
        let latest = first_day_past.pred_opt().unwrap_or(first_day_past);
        let fills = [("date", Sentence::same(until)), ("latest", Sentence::same(latest))];
        let finding = Finding::new(Code::LongerThanLaw, Says::Failed, &fills)
            .on(&maximum.cite)
            .because([step.record.proposal.seq]);
        findings.push(if step.is_decided() {
            finding.without_remedy(ways::done_is_done())
        } else {
            finding.lifted_by_way(ways::proposed_anew(step, &["until"]))
        });
    }
}

/// What was granted past the longest that the law allows, counted from the day on which it was ordered. It ends on the last day
/// by law all the same: the finding is there on the day of the decision, and not only once that has passed.
fn granted(step: &StepCase<'_>) -> Option<Finding> {
    let decision = step.record.machines.decision();
    let state = decision.on(step.case.at);
    if !state.is_granted() {
        return None;
    }
    let (ordered, _) = decided_on(step.record, step.case.at)?;
    let (maximum, counted_from) = step.longest(ordered)?;
    let first_day_past = maximum.due(counted_from);
    let until = state.granted_until().or(step.proposal().until.said().copied())?;
    if until < first_day_past {
        return None;
    }
    let latest = first_day_past.pred_opt().unwrap_or(first_day_past);
    let fills = [("date", Sentence::same(until)), ("latest", Sentence::same(latest))];
    Some(
        Finding::new(Code::LongerThanLaw, Says::Failed, &fills)
            .on(&maximum.cite)
            .because(decision.until(step.case.at).map(|it| it.seq))
            .without_remedy(ways::done_is_done()),
    )
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

/// The article by which something passed; where the law has none, what the decision or the proposal itself said.
fn by_law(cite: Option<&Citation>) -> Basis {
    cite.map_or(Basis::Method { rule: "model 6" }, Basis::from)
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
            (
                "why",
                Sentence::new("niet op tijd gehoord na spoed", "not heard in time after urgency").plainly(
                    "na de haast is niet op tijd met mensen gepraat",
                    "after the haste people were not heard in time",
                ),
            ),
        ];
        let finding = Finding::new(Code::Lapsed, Says::Failed, &fills).because(entries.iter().copied());
        let urgent = step.measure.and_then(|measure| measure.urgent.as_ref());
        findings.push(finding.on(by_law(urgent.map(|it| &it.cite))).without_remedy(gone()));
        return;
    }
    match step.execution {
        ExecutionOn::Expired { since } => {
            let fills = [("measure", step.measure_name()), ("date", Sentence::same(since))];
            let finding = Finding::new(Code::Expired, Says::Failed, &fills).because(entries.iter().copied());
            let kinds = [
                TermKind::Maximum,
                TermKind::MaximumTotal,
                TermKind::EmergencyMaximum,
                TermKind::FollowUpRequest,
            ];
            let term =
                step.measure.and_then(|measure| kinds.iter().find_map(|kind| measure.terms_of(*kind).next()));
            findings.push(finding.on(by_law(term.map(|it| &it.cite))).without_remedy(gone()));
        }
        ExecutionOn::Lapsed { since } => {
            let fills = [
                ("date", Sentence::same(since)),
                (
                    "why",
                    Sentence::new("niet gebruikt binnen de termijn", "not used within its term")
                        .plainly("het is niet op tijd gebruikt", "it was not used in time"),
                ),
            ];
            let finding = Finding::new(Code::Lapsed, Says::Failed, &fills).because(entries.iter().copied());
            let term = step.measure.and_then(|measure| measure.terms_of(TermKind::UnusedLapse).next());
            findings.push(finding.on(by_law(term.map(|it| &it.cite))).without_remedy(gone()));
        }
        ExecutionOn::NotStarted | ExecutionOn::InForce | ExecutionOn::Ended { .. } => {}
    }
}
