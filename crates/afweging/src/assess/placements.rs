//! What goes with living elsewhere: the plan for coming home, moving on to another place, and the institution's own view on
//! where the child will grow up.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};

use crate::actor::Act;
use crate::code::Code;
use crate::dossier::Recorded;
use crate::finding::{Answerer, Basis, Duty, Finding, Says};
use crate::id::MeasureId;
use crate::intrusion::ENDING;
use crate::said::Said;
use crate::sentence::Sentence;
use crate::step::{ExecutionEvent, ExecutionOn, Frame, PlacementChanged};

use super::aids::{aid, listed};
use super::case::{StepCase, others_about};
use super::points::{is_elsewhere, is_placement_elsewhere};
use super::{duties, hearing};

/// The institution's own view on where the child will grow up (*perspectiefbesluit*), as the law pack names it.
const PERSPECTIVE: &str = "perspective";

/// Other residence of a child that has lived in a family for a year or more: for that the judge has to agree.
const OTHER_RESIDENCE: &str = "M25";

/// The places that are a family.
const FAMILIES: &[&str] = &["network_foster", "foster", "family_home"];

pub(super) fn aids(step: &StepCase<'_>) -> Vec<Finding> {
    let mut aids: Vec<Finding> = return_plan(step).into_iter().collect();
    // What bars at gate 1 is told there.
    let barred = without_the_judge(step).map(|moved| moved.seq);
    let unweighed = moves(step).filter(|moved| !is_carried(step, moved, moved.occurred.first_day()));
    aids.extend(unweighed.filter(|moved| Some(moved.seq) != barred).map(|moved| told(step, moved)));
    aids.extend(perspective_decision(step));
    aids
}

pub(super) fn duties(step: &StepCase<'_>, duties: &mut Vec<Duty>) {
    duties.extend(return_review(step));
    duties.extend(court_test(step));
}

/// The plan for coming home says what has to be so, who works on it, and when people look.
fn return_plan(step: &StepCase<'_>) -> Option<Finding> {
    if !is_placement_elsewhere(step) {
        return None;
    }
    let plan = step.details().return_plan.said();
    let parts = [
        (plan.is_some_and(|it| it.goal.was_said()), "wat daarvoor nodig is", "what that takes"),
        (plan.is_some_and(|it| !it.who.is_empty()), "wie daaraan werkt", "who works on it"),
        (
            plan.is_some_and(|it| !it.review_on.is_not_said()),
            "wanneer we kijken of het kan",
            "when people look whether it can be",
        ),
    ];
    let missing: Vec<Sentence> =
        parts.into_iter().filter(|(there, ..)| !there).map(|(_, nl, en)| Sentence::new(nl, en)).collect();
    if missing.is_empty() {
        return None;
    }
    Some(
        aid(Code::AidReturnPlan, &[("detail", listed(&missing))], "model 6")
            .because([step.record.proposal.seq])
            .lifted_by(
                "step_detailed",
                &[("step", step.id.to_string())],
                &["details.return_plan"],
                vec![Answerer::Person(step.proposal().proposed_by.clone()), Answerer::ThoseWhoWeigh],
            ),
    )
}

/// The day on which people look whether the child can come home, until a review after the plan was made.
fn return_review(step: &StepCase<'_>) -> Option<Duty> {
    if step.execution != ExecutionOn::InForce {
        return None;
    }
    let said = step.case.so_far(&step.record.details).rfind(|it| !it.what.return_plan.is_not_said())?;
    let Said::Said(due) = said.what.return_plan.said()?.review_on else { return None };
    let is_held = step.record.machines.execution().until(step.case.at).any(|it| {
        matches!(it.transition, ExecutionEvent::Review(_))
            && it.occurred.first_day() > said.occurred.first_day()
    });
    if is_held {
        return None;
    }
    let fills = [("person", step.case.person(step.about())), ("date", Sentence::same(due))];
    let owner = duties::executors(step);
    let basis = Basis::Method { rule: "model 6" };
    Some(duties::duty(step.case, Code::ReturnReviewDue, &fills, owner, Some(due), basis, vec![said.seq]))
}

/// The moves under a step up to the day.
fn moves<'a>(step: &'a StepCase<'_>) -> impl Iterator<Item = &'a Recorded<PlacementChanged>> {
    step.case.so_far(&step.record.moves)
}

/// Whether a step of its own carries a move on a day: one about the same child, to that kind of place or back home, granted by
/// then and begun no earlier than the move.
fn is_carried(step: &StepCase<'_>, moved: &Recorded<PlacementChanged>, on: NaiveDate) -> bool {
    let day = moved.occurred.first_day();
    others_about(step).any(|other| {
        let to_there = match other.placement {
            Some(placement) => *placement == moved.what.placement,
            None => !is_elsewhere(&moved.what.placement) && other.measure_id().as_str() == ENDING,
        };
        to_there
            && other.record.machines.decision().on(on).is_granted()
            && started(&other).is_none_or(|start| start >= day)
    })
}

fn started(step: &StepCase<'_>) -> Option<NaiveDate> {
    step.record
        .machines
        .execution()
        .until(step.case.at)
        .find(|it| matches!(it.transition, ExecutionEvent::Start))
        .map(|it| it.occurred.first_day())
}

/// Since when the child lives in the place of a step: over all steps that it extends in the same place.
fn placed_since(step: &StepCase<'_>) -> Option<NaiveDate> {
    let mut since = started(step)?;
    let mut seen = BTreeSet::from([step.id]);
    let mut earlier = step.proposal().extends.said();
    while let Some(id) = earlier.filter(|id| seen.insert(id)) {
        let Some(extended) = step.case.step(id) else { break };
        let has_moved = extended.case.so_far(&extended.record.moves).next().is_some();
        let Some(begun) = started(&extended).filter(|_| extended.placement == step.placement && !has_moved)
        else {
            break;
        };
        since = since.min(begun);
        earlier = extended.proposal().extends.said();
    }
    Some(since)
}

/// Whether the child had lived in one family for a year or more under supervision when it was moved. Not known is no.
fn needs_the_judge(step: &StepCase<'_>, moved: &Recorded<PlacementChanged>) -> bool {
    let day = moved.occurred.first_day();
    let earlier: Vec<_> = step
        .case
        .so_far(&step.record.moves)
        .filter(|it| (it.occurred.first_day(), it.seq) < (day, moved.seq))
        .collect();
    let (since, place) = match earlier.iter().max_by_key(|it| (it.occurred.first_day(), it.seq)) {
        Some(last) => (Some(last.occurred.first_day()), Some(&last.what.placement)),
        None => (placed_since(step), step.placement),
    };
    let is_family = place.is_some_and(|place| FAMILIES.contains(&place.as_str()));
    let a_year = since.and_then(|since| since.checked_add_months(Months::new(12)));
    step.frame() == Frame::Compulsory
        && is_placement_elsewhere(step)
        && is_elsewhere(&moved.what.placement)
        && is_family
        && a_year.is_some_and(|year| year <= day)
}

/// The first move for which the judge had to agree and did not up to the day, while the step goes on.
fn without_the_judge<'a>(step: &'a StepCase<'_>) -> Option<&'a Recorded<PlacementChanged>> {
    if step.execution != ExecutionOn::InForce {
        return None;
    }
    moves(step).find(|moved| needs_the_judge(step, moved) && !is_carried(step, moved, step.case.at))
}

/// A child that lived in a family for a year or more was moved without the judge (gate 1). The judge's agreement carries the stay
/// from then on; that the move came first stays as advice.
pub(super) fn moved_without_the_judge(step: &StepCase<'_>) -> Option<Finding> {
    let moved = without_the_judge(step)?;
    let id = MeasureId::new(OTHER_RESIDENCE).ok()?;
    let day = moved.occurred.first_day();
    let measure = step.case.pack.measure(&id, day)?;
    let mut finding =
        Finding::new(Code::WithoutTitle, Says::Failed, &[("measure", step.case.measure(&id, day))])
            .on(&measure.cite)
            .because([moved.seq])
            .lifted_by("ended", &[("step", step.id.to_string())], &["why"], vec![Answerer::ThoseWhoWeigh]);
    let deciders: Vec<Answerer> = step
        .case
        .pack
        .grants(step.case.at)
        .iter()
        .filter(|grant| grant.act == Act::Decide && grant.measure == id)
        .map(|grant| Answerer::Actor(grant.actor))
        .collect();
    for asked in others_about(step).filter(|other| other.is_asked() && *other.measure_id() == id) {
        if asked.placement == Some(&moved.what.placement) {
            finding = finding.lifted_by(
                "decided",
                &[("step", asked.id.to_string())],
                &["decider", "outcome"],
                deciders.clone(),
            );
        }
    }
    Some(finding)
}

fn told(step: &StepCase<'_>, moved: &Recorded<PlacementChanged>) -> Finding {
    let day = moved.occurred.first_day();
    let place = step
        .measure
        .and_then(|measure| measure.placement(&moved.what.placement))
        .map_or_else(|| Sentence::same(&moved.what.placement), |it| Sentence::from(&it.labels));
    let fills =
        [("person", step.case.person(step.about())), ("date", Sentence::same(day)), ("placement", place)];
    aid(Code::AidMovedWithoutStep, &fills, "model 6").because([moved.seq]).without_remedy(Sentence::new(
        "Een besluit achteraf maakt dit niet anders; waar het kind nu blijft, vraagt een stap van zichzelf.",
        "A decision afterwards does not change this; where the child stays now takes a step of its own.",
    ))
}

/// A view of the institution's own on where the child will grow up, that was decided on: who was told, and when a court looks
/// at it, since nobody can go to a court against it by itself.
fn perspective_decision(step: &StepCase<'_>) -> Option<Finding> {
    let measure = step.measure.filter(|it| it.id.as_str() == PERSPECTIVE)?;
    let (_, decided) = step.decided_by()?;
    let details = step.details();
    let mut missing: Vec<Sentence> = hearing::relevant(step)
        .iter()
        .filter(|person| !details.informed.contains(person))
        .map(|person| {
            let name = step.case.person(person);
            Sentence::new(format!("dat {} het weet", name.nl), format!("that {} knows of it", name.en))
        })
        .collect();
    if details.next_court_test.is_not_said() {
        missing.push(Sentence::new("wanneer de rechter ernaar kijkt", "when a court looks at it"));
    }
    if missing.is_empty() {
        return None;
    }
    let fills = [("measure", step.measure_name()), ("missing", listed(&missing))];
    Some(aid(Code::AidPerspectiveDecision, &fills, "model 9").on(&measure.cite).because([decided]).lifted_by(
        "step_detailed",
        &[("step", step.id.to_string())],
        &["details.informed", "details.next_court_test"],
        vec![Answerer::Person(step.proposal().proposed_by.clone())],
    ))
}

/// The day on which a court looks at what has no court route of its own, until one decided on a step about the child.
fn court_test(step: &StepCase<'_>) -> Option<Duty> {
    step.measure.filter(|it| it.id.as_str() == PERSPECTIVE)?;
    let (_, decided) = step.decided_by()?;
    let due = *step.details().next_court_test.said()?;
    let since = step.record.machines.decision().on(step.case.at).when()?.first_day();
    let is_held = others_about(step).any(|other| {
        let by_court = other
            .decided_by()
            .and_then(|(decider, _)| step.dossier().people().role(decider))
            .is_some_and(crate::person::Role::is_court);
        let when = other.record.machines.decision().on(step.case.at).when();
        by_court && when.is_some_and(|when| when.first_day() > since)
    });
    if is_held {
        return None;
    }
    let fills = [("measure", step.measure_name()), ("date", Sentence::same(due))];
    let owner = vec![Answerer::Person(step.proposal().proposed_by.clone())];
    let basis = Basis::Method { rule: "model 9" };
    Some(duties::duty(step.case, Code::CourtTestDue, &fills, owner, Some(due), basis, vec![decided]))
}
