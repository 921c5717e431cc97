//! Gate 6, suitability: will it work, can it be carried out, is it in proportion, does it do more good than harm?

use crate::code::Code;
use crate::condition::Condition;
use crate::finding::{Answerer, Basis, Finding, QuestionKind, Says};
use crate::gate::Gate;
use crate::id::PersonId;
use crate::narrative::Narrative;
use crate::pack::Burdened;
use crate::person::OfAge;
use crate::said::Said;
use crate::sentence::Sentence;

use super::GateResult;
use super::case::StepCase;
use super::conditions::{Codes, check};

const CODES: Codes =
    Codes { not_met: Code::SuitabilityConditionNotMet, undecided: Code::SuitabilityConditionUndecided };

pub(super) fn gate(step: &StepCase<'_>) -> GateResult {
    let mut findings = Vec::new();
    let mut judges = Vec::new();
    for (condition, needed) in [
        (Condition::Suitable, true),
        (Condition::Feasible, true),
        (Condition::Proportionate, true),
        (Condition::Reunification, false),
    ] {
        check(step, condition, needed, &CODES, &principle(step, condition), &mut findings, &mut judges);
    }
    for (field, said, nl, en) in [
        (
            "details.severity",
            &step.details().severity,
            "hoe ernstig de bedreiging is",
            "how serious the threat is",
        ),
        (
            "details.if_taken",
            &step.details().if_taken,
            "wat we verwachten als we dit doen",
            "what is expected if it is taken",
        ),
        (
            "details.if_not_taken",
            &step.details().if_not_taken,
            "wat we verwachten als we dit niet doen",
            "what is expected if it is not taken",
        ),
    ] {
        detail(step, field, said, &Sentence::new(nl, en), &mut findings);
    }
    let people = step.dossier().people();
    if people.is_minor(step.about(), step.on) != OfAge::No {
        let what = Sentence::new(
            "waarom dit in het belang van dit kind is",
            "why it is in the best interests of this child",
        )
        .plainly("waarom dit goed is voor dit kind", "why this is good for this child");
        detail(step, "details.best_interests", &step.details().best_interests, &what, &mut findings);
    }
    for person in burdened(step) {
        let said = step.details().burdens.iter().any(|it| it.person == person && it.burden.was_said());
        if !said {
            findings.push(burden(step, &person));
        }
    }
    GateResult::of(Gate::Suitability, findings, judges)
}

/// The article under which a condition is tested, out of the pack; the model's own rule where the pack has none.
fn principle(step: &StepCase<'_>, condition: Condition) -> Basis {
    step.measure
        .and_then(|measure| measure.principles.iter().find(|it| it.condition == condition))
        .map_or(Basis::Method { rule: "model 7" }, |it| Basis::from(&it.cite))
}

fn detail(
    step: &StepCase<'_>,
    field: &'static str,
    said: &Said<Narrative>,
    what: &Sentence,
    findings: &mut Vec<Finding>,
) {
    if said.said().is_some_and(Narrative::was_said) {
        return;
    }
    let finding = Finding::new(Code::DetailNotSaid, Says::Unknown, &[("detail", what.clone())])
        .by_rule("model 6")
        .ask(
            QuestionKind::Judgement,
            Sentence::filled("Kunt u zeggen {what}?", "Can you say {what}?", &[("what", what.clone())]),
            vec![Answerer::Person(step.proposal().proposed_by.clone()), Answerer::ThoseWhoWeigh],
            &["step_detailed"],
        )
        .lifted_by(
            "step_detailed",
            &[("step", step.id.to_string())],
            &[field],
            vec![Answerer::Person(step.proposal().proposed_by.clone())],
        );
    findings.push(finding);
}

/// Whom the measure burdens, as people of this dossier.
fn burdened(step: &StepCase<'_>) -> Vec<PersonId> {
    let Some(measure) = step.measure else { return vec![step.about().clone()] };
    let people = step.dossier().people();
    let mut burdened = Vec::new();
    for kind in &measure.burdened {
        match kind {
            Burdened::Child | Burdened::Adult | Burdened::AdultInHome => burdened.push(step.about().clone()),
            Burdened::Parents => burdened.extend(
                people
                    .iter()
                    .map(|it| &it.what.person)
                    .filter(|id| people.is_parent_of(id, step.about(), step.on))
                    .cloned(),
            ),
        }
    }
    burdened.sort_unstable();
    burdened.dedup();
    burdened
}

fn burden(step: &StepCase<'_>, person: &PersonId) -> Finding {
    let name = step.case.person(person);
    Finding::new(Code::BurdenNotSaid, Says::Unknown, &[("person", name.clone())])
        .on(principle(step, Condition::Proportionate))
        .ask(
            QuestionKind::OnTheSpot,
            Sentence::new(
                format!("Wat vraagt deze stap van {}?", name.nl),
                format!("What does this step ask of {}?", name.en),
            ),
            vec![Answerer::Person(person.clone()), Answerer::ThoseWhoWeigh],
            &["step_detailed"],
        )
        .lifted_by(
            "step_detailed",
            &[("step", step.id.to_string()), ("details.burdens.person", person.to_string())],
            &["details.burdens.burden"],
            vec![Answerer::Person(person.clone()), Answerer::Person(step.proposal().proposed_by.clone())],
        )
}
