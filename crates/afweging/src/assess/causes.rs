//! What lies behind a danger: causes that carry no ground by themselves, and causes for which no fitting help came.

use std::collections::BTreeSet;

use crate::code::Code;
use crate::fact::Cause;
use crate::finding::{Answerer, Finding, Remedy};
use crate::id::StatementId;
use crate::sentence::Sentence;
use crate::step::{ExecutionEvent, Frame};
use crate::weighing::{Verdict, Weighed};

use super::aids::{aid, listed};
use super::case::{Case, StepCase};
use super::settle::{Settled, settle};
use super::threat::ground_name;

pub(super) fn aids(step: &StepCase<'_>) -> Vec<Finding> {
    let mut aids = alone(step);
    aids.extend(without_help(step));
    aids
}

fn cause_of(case: &Case<'_>, id: &StatementId) -> Option<Cause> {
    case.dossier.statements().get(id)?.claim.what.cause.said().copied()
}

/// Grounds that are met, of which all statements have a cause that carries none by itself. One statement of which nobody said
/// the cause, and nothing is known of the whole.
fn alone(step: &StepCase<'_>) -> Vec<Finding> {
    let mut aids = Vec::new();
    let grounds: BTreeSet<_> = step.measure.into_iter().flat_map(|measure| measure.all_grounds()).collect();
    for id in grounds {
        let Settled::By { verdict: Verdict::Met, because, statements, people } =
            settle(step, &Weighed::Ground(id.clone()))
        else {
            continue;
        };
        let causes: Option<BTreeSet<Cause>> = statements
            .iter()
            .map(|statement| cause_of(step.case, statement).filter(|cause| !cause.can_carry_alone()))
            .collect();
        let Some(causes) = causes.filter(|causes| !causes.is_empty()) else { continue };
        let names: Vec<Sentence> = causes.iter().map(|cause| cause.label()).collect();
        let fills = [("cause", listed(&names)), ("ground", ground_name(id, step.case.pack.ground(id)))];
        let claims = statements.iter().filter_map(|it| step.dossier().statements().get(*it));
        aids.push(
            aid(Code::AidCauseAlone, &fills, "model 5")
                .because(because.iter().copied().chain(claims.map(|it| it.claim.seq)))
                .lifted_by(
                    "view_given",
                    &[("on.ground", id.to_string()), ("step", step.id.to_string())],
                    &["for", "verdict", "why"],
                    people.iter().cloned().map(Answerer::Person).collect(),
                ),
        );
    }
    aids
}

/// What is said to keep a danger going, beyond voluntary help, and for which no help was ever carried out.
fn without_help(step: &StepCase<'_>) -> Option<Finding> {
    if step.frame() != Frame::Compulsory {
        return None;
    }
    let helped: BTreeSet<Cause> = step
        .case
        .steps()
        .filter(was_carried_out)
        .flat_map(|other| other.details().addresses.clone())
        .collect();
    let causes: BTreeSet<Cause> =
        step.details().maintained_by.iter().copied().filter(|cause| !helped.contains(cause)).collect();
    if causes.is_empty() {
        return None;
    }
    let names: Vec<Sentence> = causes
        .iter()
        .map(|cause| {
            let label = cause.label();
            if cause.is_outside_family() {
                Sentence::new(
                    format!("{} (een oorzaak buiten het gezin)", label.nl),
                    format!("{} (a cause outside the family)", label.en),
                )
            } else {
                label
            }
        })
        .collect();
    let mut said = step.case.so_far(&step.record.details).filter(|it| !it.what.maintained_by.is_empty());
    let mut finding = aid(Code::AidNoFittingHelp, &[("cause", listed(&names))], "model 6")
        .because(said.next_back().map(|it| it.seq));
    let (carried_out, others): (Vec<_>, Vec<_>) = step.case.steps().partition(was_carried_out);
    for other in &carried_out {
        finding = finding.lifted_by(
            "step_detailed",
            &[("step", other.id.to_string())],
            &["details.addresses"],
            vec![Answerer::Person(other.proposal().proposed_by.clone())],
        );
    }
    for other in others.iter().filter(|it| causes.iter().all(|cause| it.details().addresses.contains(cause)))
    {
        finding = finding.lifted_by(
            "started",
            &[("step", other.id.to_string())],
            &[],
            vec![Answerer::Person(other.proposal().proposed_by.clone())],
        );
    }
    Some(match &finding.remedy {
        Remedy::OneOf(ways) if ways.is_empty() => finding.without_remedy(Sentence::new(
            "Er is nog geen stap die hier iets aan doet; die moet eerst worden voorgesteld en begonnen.",
            "There is no step yet that does something about it; one has to be proposed and begun first.",
        )),
        _ => finding,
    })
}

fn was_carried_out(step: &StepCase<'_>) -> bool {
    step.record
        .machines
        .execution()
        .until(step.case.at)
        .any(|it| matches!(it.transition, ExecutionEvent::Start))
}
