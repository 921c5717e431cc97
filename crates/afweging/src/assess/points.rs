//! The points that have to be weighed before a child is placed out of home: each filled, not applicable with the reason, or
//! empty. Advice, never a bar: an emergency is not held up by a form.

use serde::Serialize;

use crate::code::Code;
use crate::finding::{Answerer, Finding};
use crate::id::{PersonId, PlacementId};
use crate::narrative::Narrative;
use crate::perspective::Perspective;
use crate::said::Said;
use crate::sentence::Sentence;
use crate::step::WeighingPoint;

use super::aids::{aid, listed};
use super::case::StepCase;
use super::{CandidateStanding, CandidateView};

/// The place in every measure's list that is no other place.
const HOME: &str = "home";

/// How a point of weighing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PointStanding {
    /// Something is on record. What it is worth is for people.
    Filled,
    /// It is on record why it does not apply, or why it is not there.
    Reasoned,
    /// Nothing is on record.
    Empty,
}

/// A point of weighing of a step, and how it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PointStand {
    /// Which.
    pub point: WeighingPoint,
    /// How it stands.
    pub stands: PointStanding,
}

/// Whether a place is another one than home.
pub(super) fn is_elsewhere(placement: &PlacementId) -> bool {
    placement.as_str() != HOME
}

/// Whether a step is about where a child lives, other than at home. A measure that needs a placement first, such as a
/// restriction of contact, is not; one that may also leave the child at home is when another place is said.
pub(super) fn is_placement_elsewhere(step: &StepCase<'_>) -> bool {
    let Some(measure) = step.measure.filter(|measure| measure.is_placement()) else { return false };
    let rides_on_one = measure.requires.iter().any(|prerequisite| {
        prerequisite
            .one_of
            .iter()
            .all(|id| step.case.pack.measure(id, step.on).is_some_and(|needed| needed.is_placement()))
    });
    let may_be_home = measure.placements.iter().any(|it| !is_elsewhere(&it.id));
    !rides_on_one && step.placement.map_or(!may_be_home, is_elsewhere)
}

/// The points of a step, in the order in which they are asked; none for a step that places nobody elsewhere.
pub(super) fn of_step(step: &StepCase<'_>, candidates: &[CandidateView]) -> Vec<PointStand> {
    if !is_placement_elsewhere(step) {
        return Vec::new();
    }
    WeighingPoint::ALL
        .iter()
        .map(|point| PointStand { point: *point, stands: stands(step, *point, candidates) })
        .collect()
}

fn stands(step: &StepCase<'_>, point: WeighingPoint, candidates: &[CandidateView]) -> PointStanding {
    let details = step.details();
    let found = match point {
        WeighingPoint::WhatHappened => text(&details.what_happened),
        WeighingPoint::NeededNow => text(&details.needed_now),
        WeighingPoint::Goal => text(&details.goal),
        WeighingPoint::Safety => text(&details.safety_around_the_clock),
        WeighingPoint::Alternatives => {
            filled(!candidates.iter().any(|candidate| candidate.standing == CandidateStanding::Unanswered))
        }
        WeighingPoint::ChildsAccount => account(step, step.about()),
        // The emptiest of them counts: one parent's account is not the other's.
        WeighingPoint::ParentsAccount => {
            parents(step).iter().map(|parent| account(step, parent)).max().unwrap_or(PointStanding::Empty)
        }
        WeighingPoint::ComingHome => {
            filled(details.return_plan.said().is_some_and(|plan| plan.goal.was_said()))
        }
        WeighingPoint::TermAndReview => {
            let decided = step.record.machines.decision().on(step.case.at).granted_until();
            let is_term_said = decided.is_some() || !step.proposal().until.is_not_said();
            filled(is_term_said && !details.review_on.is_not_said())
        }
    };
    let has_reason = details.not_applicable.iter().any(|it| it.point == point && it.why.was_said());
    if found == PointStanding::Empty && has_reason { PointStanding::Reasoned } else { found }
}

fn filled(is_there: bool) -> PointStanding {
    if is_there { PointStanding::Filled } else { PointStanding::Empty }
}

fn text(said: &Said<Narrative>) -> PointStanding {
    filled(said.said().is_some_and(Narrative::was_said))
}

fn parents(step: &StepCase<'_>) -> Vec<PersonId> {
    let people = step.dossier().people();
    let holders = people.authority_holders(step.about(), step.case.at);
    super::hearing::relevant(step)
        .into_iter()
        .filter(|person| {
            person != step.about()
                && (people.is_parent_of(person, step.about(), step.case.at) || holders.contains(person))
        })
        .collect()
}

fn account(step: &StepCase<'_>, person: &PersonId) -> PointStanding {
    match step.dossier().perspective_on(person, step.case.at) {
        Perspective::Heard(_) | Perspective::Confirmed(_) | Perspective::Contested(_) => {
            PointStanding::Filled
        }
        Perspective::Declined(_) | Perspective::NotHeard(_) => PointStanding::Reasoned,
        Perspective::Unheard(_) | Perspective::Invited(_) => PointStanding::Empty,
    }
}

/// The empty points in one finding. Coming home has a finding of its own, that also asks who and when.
pub(super) fn empty(step: &StepCase<'_>, points: &[PointStand]) -> Option<Finding> {
    let empty: Vec<WeighingPoint> = points
        .iter()
        .filter(|it| it.stands == PointStanding::Empty && it.point != WeighingPoint::ComingHome)
        .map(|it| it.point)
        .collect();
    if empty.is_empty() {
        return None;
    }
    let names: Vec<Sentence> = empty.iter().map(|point| point.label()).collect();
    let mut holes: Vec<&'static str> = empty.into_iter().map(field).collect();
    holes.sort_unstable();
    holes.dedup();
    let finding = aid(Code::AidPointsEmpty, &[("points", listed(&names))], "model 6")
        .because([step.record.proposal.seq])
        .lifted_by(
            "step_detailed",
            &[("step", step.id.to_string())],
            &holes,
            vec![Answerer::Person(step.proposal().proposed_by.clone()), Answerer::ThoseWhoWeigh],
        );
    Some(finding)
}

/// The field in which a point is filled, or else the one in which it is said why it does not apply.
fn field(point: WeighingPoint) -> &'static str {
    match point {
        WeighingPoint::WhatHappened => "details.what_happened",
        WeighingPoint::NeededNow => "details.needed_now",
        WeighingPoint::Goal => "details.goal",
        WeighingPoint::Safety => "details.safety_around_the_clock",
        WeighingPoint::ComingHome => "details.return_plan",
        WeighingPoint::Alternatives
        | WeighingPoint::ChildsAccount
        | WeighingPoint::ParentsAccount
        | WeighingPoint::TermAndReview => "details.not_applicable",
    }
}
