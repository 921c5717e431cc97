//! The conditions that are settled by people's views: one rule for every gate.

use crate::code::Code;
use crate::condition::Condition;
use crate::finding::{Answerer, Basis, Finding, Pattern, QuestionKind, Says};
use crate::id::PersonId;
use crate::sentence::Sentence;
use crate::weighing::{Verdict, Weighed, WeighingEvent};

use super::case::StepCase;
use super::settle::{Settled, settle};
use super::ways;

/// The codes of a gate's conditions: not met, and not decided.
pub(super) struct Codes {
    pub(super) not_met: Code,
    pub(super) undecided: Code,
}

/// What a gate makes of one condition. `needed`: silence on it is a question; otherwise only what somebody said counts.
pub(super) fn check(
    step: &StepCase<'_>,
    condition: Condition,
    needed: bool,
    codes: &Codes,
    basis: &Basis,
    findings: &mut Vec<Finding>,
    judges: &mut Vec<PersonId>,
) {
    let (verdict, because) = match settle(step, &Weighed::Condition(condition)) {
        Settled::By { verdict, people, because, .. } => {
            judges.extend(people);
            (Some(verdict), because)
        }
        Settled::Nobody => (None, views_on(step, condition)),
    };
    let finding = match verdict {
        Some(Verdict::Met) => return,
        // Where silence is no question, one who finds it met makes it none either: only a doubt does.
        None if !needed && !is_doubted(step, condition) => return,
        Some(Verdict::NotMet) => match passed_over(step, condition) {
            Some(seq) => new(codes.not_met, Says::Cured, condition, basis).because(because).because([seq]),
            None => new(codes.not_met, Says::Failed, condition, basis).because(because),
        },
        Some(Verdict::Undecided) | None => {
            new(codes.undecided, Says::Unknown, condition, basis).because(because)
        }
    };
    let mut finding = finding.lifted_by_ways(ways::settling(step, &Weighed::Condition(condition)));
    if finding.says == Says::Failed {
        finding = finding.lifted_by_ways(passing_over(step, condition));
    }
    if finding.says == Says::Unknown {
        finding = finding.ask(
            QuestionKind::Judgement,
            Sentence::filled_plainly(
                [
                    "Is hieraan voldaan: {condition}? Wie vindt dat, en waarom?",
                    "Is this met: {condition}? Who thinks so, and why?",
                ],
                [
                    "Is dit zo: {condition}? Wie vindt dat, en waarom?",
                    "Is this so: {condition}? Who thinks so, and why?",
                ],
                &[("condition", condition.label())],
            ),
            vec![Answerer::ThoseWhoWeigh],
            &["view_given", "converged", "fell_back"],
        );
    }
    findings.push(finding);
}

fn new(code: Code, says: Says, condition: Condition, basis: &Basis) -> Finding {
    Finding::new(code, says, &[("condition", condition.label())]).on(basis.clone())
}

/// The views on a condition that settle nothing yet.
fn views_on(step: &StepCase<'_>, condition: Condition) -> Vec<u64> {
    step.record
        .weighing
        .until(step.case.at)
        .filter(|dated| dated.transition.views().any(|(_, view)| view.on == Weighed::Condition(condition)))
        .map(|dated| dated.seq)
        .collect()
}

/// Whether somebody's latest view is that a condition is not met, or that it is not decided; or people last agreed so. That a
/// dialogue is taken up again answers nothing.
fn is_doubted(step: &StepCase<'_>, condition: Condition) -> bool {
    let on = Weighed::Condition(condition);
    let agreed = step.record.weighing.until(step.case.at).filter_map(|dated| match &dated.transition {
        WeighingEvent::Converge(agreed) => agreed.verdicts.iter().find(|common| common.on == on),
        _ => None,
    });
    let weighing = step.record.weighing.on(step.case.at);
    agreed.last().is_some_and(|common| common.verdict != Verdict::Met)
        || weighing.views().on(&on).any(|given| given.view.verdict != Verdict::Met)
}

/// That a defect is passed over, where there is somebody who may.
pub(super) fn passing_over(step: &StepCase<'_>, condition: Condition) -> Option<Vec<Pattern>> {
    let fixed = [("condition", serde_name(condition)), ("step", step.id.to_string())];
    let who = who_may_pass_over(step);
    let pattern = Pattern::of("defect_passed_over", &fixed, &["article", "why"], who);
    (!pattern.who_fills.is_empty()).then(|| vec![pattern])
}

/// Who may pass over a defect: who decided, else whoever may decide.
fn who_may_pass_over(step: &StepCase<'_>) -> Vec<Answerer> {
    match step.decided_by() {
        Some((decider, _)) if step.may_decide(decider) => vec![Answerer::Person(decider.clone())],
        _ => ways::who_may_pass_over(step),
    }
}

/// Whether the defect was passed over, with the entry: by somebody who may decide on the measure.
pub(super) fn passed_over(step: &StepCase<'_>, condition: Condition) -> Option<u64> {
    step.case
        .so_far(&step.record.passed_over)
        .find(|it| it.what.condition == condition && step.may_decide(&it.by))
        .map(|it| it.seq)
}

/// The name of a word of the vocabulary, as JSON has it.
pub(super) fn serde_name(word: impl serde::Serialize) -> String {
    match serde_json::to_value(word) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}
