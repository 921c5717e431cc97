//! What must hold of a state of the law as a whole, beyond how each datum is written.

use std::collections::BTreeSet;

use crate::actor::{Act, Actor, DecisionForm};
use crate::id::{MeasureId, PlacementId};
use crate::pack::consent::ConsentBasis;
use crate::pack::draft::{Draft, Pair, Side};
use crate::pack::error::{PackCode, PackError};
use crate::pack::file::Place;
use crate::pack::grant::{Grant, GrantCondition};
use crate::pack::measure::{Measure, Placement};
use crate::pack::state::State;
use crate::pack::vector::Vector;
use crate::pack::versions::Version;
use crate::pack::words::{ConsentGroup, MeasureKind, Standing, written};
use crate::step::Frame;

/// Everything that is wrong with a state, measure by measure.
pub(crate) fn faults(draft: &Draft, state: &State) -> Vec<PackError> {
    let mut faults = Vec::new();
    for measure in state.measures.values() {
        let mut refuse = |code, reason: String| {
            faults.extend(place(draft, state, measure).map(|place| place.error(code, reason)));
        };
        deciders(state, measure, &mut refuse);
        frame(state, measure, &mut refuse);
        if let Some((actor, grant, both)) = both_sides(state, measure) {
            let reason =
                format!("{} may {both} `{}`: the check would have one side", written(&actor), measure.id);
            faults.extend(
                grant_place(draft, state, grant).map(|place| place.error(PackCode::BothSides, reason)),
            );
        }
    }
    if let Some(measure) = circular(state) {
        let reason = format!("`{}` requires itself", measure.id);
        faults.extend(place(draft, state, measure).map(|place| place.error(PackCode::Circular, reason)));
    }
    faults.extend(pairs(draft, state));
    let asks = state.measures.values().find(|measure| measure.consent == ConsentBasis::Needed);
    for group in ConsentGroup::ALL {
        if let (Some(measure), false) = (asks, state.rules.iter().any(|rule| rule.group == *group)) {
            let reason = format!("no `[[rule]]` says who consents for {} on {}", written(group), state.from);
            faults
                .extend(place(draft, state, measure).map(|place| place.error(PackCode::ConsentGap, reason)));
        }
    }
    faults
}

/// Where a measure stands in the files.
fn place<'a>(draft: &'a Draft, state: &State, measure: &Measure) -> Option<&'a Place> {
    let mut versions = draft.measures.on(state.from);
    versions.find(|(_, version)| version.value.measure.id == measure.id).map(|(_, version)| &version.place)
}

/// Where the entry of a power stands in the files.
fn grant_place<'a>(draft: &'a Draft, state: &State, grant: &Grant) -> Option<&'a Place> {
    draft.grants.on(state.from).find(|(id, _)| *id == grant.id).map(|(_, version)| &version.place)
}

/// Somebody must be able to decide; who else may in the same place is either meant or a mistake.
fn deciders(state: &State, measure: &Measure, refuse: &mut impl FnMut(PackCode, String)) {
    let id = &measure.id;
    let decide = || grants(state, measure, Act::Decide).filter(|grant| !is_on_appeal(grant));
    if decide().next().is_none() {
        refuse(PackCode::NoDecider, format!("nobody may decide on `{id}` on {}", state.from));
    }
    // Who decides only in a case of its own (by mandate, of its own motion, to end something) decides beside nobody.
    let alone: BTreeSet<Actor> = decide()
        .filter(|grant| grant.standing == Standing::Primary && grant.conditions.is_empty())
        .map(|grant| grant.actor)
        .collect();
    if alone.len() > 1 && !measure.several_deciders && measure.form != DecisionForm::Agreement {
        let names: Vec<_> = alone.into_iter().map(|actor| written(&actor)).collect();
        let reason = format!(
            "{} may each decide on `{id}` on {}; `several_deciders = true` says that this is meant",
            names.join(", "),
            state.from
        );
        refuse(PackCode::TwoDeciders, reason);
    }
}

fn frame(state: &State, measure: &Measure, refuse: &mut impl FnMut(PackCode, String)) {
    let id = &measure.id;
    let binding = measure.frame == Frame::Compulsory && measure.kind == MeasureKind::Protective;
    if binding && measure.grounds.is_empty() {
        refuse(PackCode::NoGround, format!("`{id}` names no ground on {}", state.from));
    }
    let coercion = match measure.frame {
        Frame::Voluntary => 0,
        Frame::Pressure => 1,
        Frame::Compulsory => 2,
    };
    if measure.vector.coercion != coercion {
        let reason = format!("its frame takes coercion {coercion}, not {}", measure.vector.coercion);
        refuse(PackCode::WrongFrame, reason);
    }
    if measure.frame == Frame::Compulsory && measure.consent == ConsentBasis::Needed {
        let reason = format!("`{id}` is binding and cannot rest on consent alone");
        refuse(PackCode::WrongFrame, reason);
    }
}

/// Pairs of which the pack says that one is lighter, or that they do not compare, and whose vectors say something else.
fn pairs(draft: &Draft, state: &State) -> Vec<PackError> {
    let mut faults = Vec::new();
    let mut look = |version: &Version<Pair>, says: &str, holds: fn(&Vector, &Vector) -> bool| {
        let Pair { one, other } = &version.value;
        let placed = placed(state, one, other);
        if placed.is_empty() {
            let reason = format!("`{}` and `{}` have no placement in common", one.measure, other.measure);
            faults.push(version.place.error(PackCode::Order, reason));
        }
        if let Some((a, b)) = placed.into_iter().find(|(a, b)| !holds(a.1, b.1)) {
            let reason = format!("the vectors of `{}` and `{}` say otherwise than that {says}", a.0, b.0);
            faults.push(version.place.error(PackCode::Order, reason));
        }
    };
    for (_, version) in draft.ordered.on(state.from) {
        look(version, "the first is lighter", |a, b| a.is_at_most(b) && !b.is_at_most(a));
    }
    for (_, version) in draft.incomparable.on(state.from) {
        look(version, "they do not compare", |a, b| !a.is_at_most(b) && !b.is_at_most(a));
    }
    faults
}

type Named<'a> = (String, &'a Vector);

/// The vectors that a stated pair is about, with their names: each in the placements that are said; else the same placement on
/// both sides; else every placement that one side has.
fn placed<'a>(state: &'a State, one: &Side, other: &Side) -> Vec<(Named<'a>, Named<'a>)> {
    let (Some(a), Some(b)) = (state.measures.get(&one.measure), state.measures.get(&other.measure)) else {
        return Vec::new();
    };
    let all = |measure: &'a Measure, wanted: &[PlacementId]| -> Vec<(Option<&'a PlacementId>, Named<'a>)> {
        if measure.placements.is_empty() {
            return vec![(None, (measure.id.to_string(), &measure.vector))];
        }
        let is_wanted = |placement: &&Placement| wanted.is_empty() || wanted.contains(&placement.id);
        let named = |it: &'a Placement| (Some(&it.id), (format!("{}:{}", measure.id, it.id), &it.vector));
        measure.placements.iter().filter(is_wanted).map(named).collect()
    };
    let same_place = one.placements.is_empty() && other.placements.is_empty();
    let (ones, others) = (all(a, &one.placements), all(b, &other.placements));
    ones.iter()
        .flat_map(|a| others.iter().map(move |b| (a, b)))
        .filter(|(a, b)| !same_place || a.0.is_none() || b.0.is_none() || a.0 == b.0)
        .map(|(a, b)| (a.1.clone(), b.1.clone()))
        .collect()
}

/// Who decides on an order is neither who asks for it nor who carries it out: model 9, law 4.17. Gives the entry by which
/// somebody decides all the same.
fn both_sides<'a>(state: &'a State, measure: &'a Measure) -> Option<(Actor, &'a Grant, &'static str)> {
    if measure.form != DecisionForm::Order || measure.frame != Frame::Compulsory {
        return None;
    }
    [(Act::Request, "both request and decide on"), (Act::Execute, "both decide on and execute")]
        .into_iter()
        .find_map(|(act, both)| {
            grants(state, measure, Act::Decide)
                .filter(|grant| grant.standing != Standing::ExOfficio && !is_on_appeal(grant))
                .find(|grant| grants(state, measure, act).any(|other| other.actor == grant.actor))
                .map(|grant| (grant.actor, grant, both))
        })
}

fn grants<'a>(state: &'a State, measure: &'a Measure, act: Act) -> impl Iterator<Item = &'a Grant> {
    state.grants.iter().filter(move |grant| grant.measure == measure.id && grant.act == act)
}

fn is_on_appeal(grant: &Grant) -> bool {
    grant.conditions.iter().any(|condition| matches!(condition, GrantCondition::OnAppealFrom(_)))
}

/// A measure that can never come into force, since what it requires leads back to itself.
fn circular(state: &State) -> Option<&Measure> {
    let mut reachable: BTreeSet<&MeasureId> = BTreeSet::new();
    loop {
        let next: Vec<_> = state
            .measures
            .values()
            .filter(|measure| !reachable.contains(&measure.id))
            .filter(|measure| {
                measure
                    .requires
                    .iter()
                    .all(|prerequisite| prerequisite.one_of.iter().any(|id| reachable.contains(id)))
            })
            .map(|measure| &measure.id)
            .collect();
        if next.is_empty() {
            return state.measures.values().find(|measure| !reachable.contains(&measure.id));
        }
        reachable.extend(next);
    }
}
