//! The steps that stand for what was asked, who asked for each, and the orders that an extension extends.

use std::collections::BTreeMap;

use afweging::{
    Decided, Event, MeasureId, Outcome, Pack, PersonId, PlacementId, Proposal, RequestFiled, Role, Said,
    Started, StepDetails, StepId, UrgencyDeclared,
};
use chrono::{Days, NaiveDate};

use super::log::Log;
use super::people::{Asker, Everyone};
use super::powers::{is_subsidiary, may_appeal, to_request};
use super::{MOST_STEPS, MapError};
use crate::part::{Part, part};
use crate::record::{ConditionRow, Input, PersonRow, Requested, Urgency};

/// One thing that was asked, about one child, and of parts that cannot be told apart one.
pub(super) struct Step<'a> {
    pub(super) id: StepId,
    pub(super) measure: MeasureId,
    pub(super) item: &'a Requested,
    pub(super) about: PersonId,
    /// What the ruling tested of it.
    pub(super) conditions: Vec<&'a ConditionRow>,
    /// The order that it extends.
    extends: Option<StepId>,
    /// Who asked for it, or gave it.
    pub(super) asker: Option<(PersonId, Role)>,
    /// Whether only a requester asked who may do so where another did not.
    pub(super) asked_by_subsidiary: bool,
}

/// All steps, and the orders before them.
pub(super) struct Plan<'a> {
    pub(super) steps: Vec<Step<'a>>,
    orders: BTreeMap<StepId, (MeasureId, Said<PlacementId>, PersonId)>,
}

/// Lays out the steps.
pub(super) fn plan<'a>(
    input: &'a Input,
    pack: &Pack,
    people: &Everyone,
    at: NaiveDate,
) -> Result<Plan<'a>, MapError> {
    let children: Vec<&PersonRow> =
        input.persons.iter().filter(|row| matches!(row.role_code.as_str(), "child" | "minor")).collect();
    let parts: Vec<Part> =
        input.conditions.iter().map(|row| part(row, &input.requested, &children)).collect();
    let mut unreadable: Vec<&Part> = Vec::new();
    for part in &parts {
        if matches!(part, Part::Unreadable(_)) && !unreadable.contains(&part) {
            unreadable.push(part);
        }
    }
    let variants = unreadable.len().max(1);
    let asked = input.requested.len().saturating_mul(people.children.len()).saturating_mul(variants);
    if asked > MOST_STEPS {
        return Err(MapError::TooMany(asked));
    }
    let mut plan = Plan { steps: Vec::with_capacity(asked), orders: BTreeMap::new() };
    for (item_place, item) in input.requested.iter().enumerate() {
        let measure = measure(input, item)?;
        for (child_place, about) in people.children.iter().enumerate() {
            let extends = item.extension.then(|| prior(&measure, item, about, &mut plan)).transpose()?;
            for variant in 0..variants {
                let own_part = unreadable.get(variant);
                let is_about_it = |part: &Part| match part {
                    Part::Whole => true,
                    Part::Items(items) => items.contains(&item_place),
                    Part::Children(children) => children.contains(&child_place),
                    Part::Appeal => false,
                    Part::Unreadable(_) => own_part.is_some_and(|own| *own == part),
                };
                let conditions = input
                    .conditions
                    .iter()
                    .zip(&parts)
                    .filter(|(_, part)| is_about_it(part))
                    .map(|(row, _)| row)
                    .collect();
                let asker = asker(input, pack, at, &measure, item, people, about);
                let asked_by_subsidiary = asker.as_ref().is_some_and(|(_, role)| {
                    is_subsidiary(&to_request(pack, at, &measure, item.extension, *role))
                });
                let numbers = [item_place, child_place, variant].map(|place| place.saturating_add(1));
                plan.steps.push(Step {
                    id: StepId::new(numbers.map(|number| number.to_string()).join("-"))?,
                    measure: measure.clone(),
                    item,
                    about: about.clone(),
                    conditions,
                    extends: extends.clone(),
                    asker,
                    asked_by_subsidiary,
                });
            }
        }
    }
    Ok(plan)
}

/// The measure as the dossier has it. One from abroad is not the same in law: its id is in no Dutch pack.
fn measure(input: &Input, item: &Requested) -> Result<MeasureId, MapError> {
    if input.requester.code == "foreign_authority" {
        return Ok(MeasureId::new(format!("abroad:{}", item.measure))?);
    }
    Ok(MeasureId::new(item.measure.clone())?)
}

/// The order that an extension extends: one of its kind, the same for all parts.
fn prior(
    measure: &MeasureId,
    item: &Requested,
    about: &PersonId,
    plan: &mut Plan<'_>,
) -> Result<StepId, MapError> {
    // The extension of a supervision order is a measure of its own; what it extends is the order.
    let extended = if measure.as_str() == "M17" { MeasureId::new("M16")? } else { measure.clone() };
    let id = StepId::new(format!("order:{extended}:{about}"))?;
    plan.orders.insert(id.clone(), (extended, placement(item), about.clone()));
    Ok(id)
}

fn placement(item: &Requested) -> Said<PlacementId> {
    match item.placement.as_deref() {
        None | Some("na" | "unknown") => Said::NotSaid,
        Some(other) => PlacementId::new(other).map_or(Said::NotSaid, Said::Said),
    }
}

/// Whether it is a direction that a body gives by itself, so that the record's requester is who gave it.
fn is_given(measure: &MeasureId) -> bool {
    matches!(measure.as_str(), "M18" | "M20")
}

/// Who asked for it: of several the first that may, in the first place or at all, otherwise the first. Who is only
/// implied to have asked, or may have brought no more than the appeal, and may not ask, is not known to have asked: a
/// guess is no defect.
fn asker(
    input: &Input,
    pack: &Pack,
    at: NaiveDate,
    measure: &MeasureId,
    item: &Requested,
    people: &Everyone,
    about: &PersonId,
) -> Option<(PersonId, Role)> {
    let all: Vec<(PersonId, Role)> = people
        .askers
        .iter()
        .map(|asker| match asker {
            Asker::Person(id, role) => (id.clone(), *role),
            Asker::TheChild => (about.clone(), Role::Child),
        })
        .collect();
    let may = |role: Role| to_request(pack, at, measure, item.extension, role);
    let first_placed = all.iter().find(|(_, role)| !may(*role).is_empty() && !is_subsidiary(&may(*role)));
    let at_all = || all.iter().find(|(_, role)| !may(*role).is_empty());
    let is_guess = |role: Role| {
        let is_known = pack.measure(measure, at).is_some() && !is_given(measure);
        let on_appeal = matches!(input.court_code.as_str(), "appeal" | "supreme" | "echr");
        is_known && (input.requester.implied || (on_appeal && may_appeal(pack, at, measure, role)))
    };
    first_placed.or_else(at_all).or_else(|| all.first().filter(|(_, role)| !is_guess(*role))).cloned()
}

/// Puts the orders, the proposals, the requests and the urgency into the dossier.
pub(super) fn record(
    input: &Input,
    pack: &Pack,
    people: &Everyone,
    plan: &Plan<'_>,
    log: &mut Log,
) -> Result<(), MapError> {
    for (id, (measure, placement, about)) in &plan.orders {
        let proposal = Proposal {
            placement: placement.clone(),
            ..bare(id.clone(), measure.clone(), about.clone(), people.court.clone())
        };
        log.put_before(&people.court, Event::StepProposed(proposal))?;
        log.put_before(&people.court, granted(id, &people.court))?;
        log.put_before(&people.court, Event::Started(Started { step: id.clone() }))?;
    }
    for step in &plan.steps {
        let proposed_by = step.asker.as_ref().map_or(&people.nobody, |(id, _)| id);
        let proposal = Proposal {
            placement: placement(step.item),
            extends: step.extends.clone().map_or(Said::NotSaid, Said::Said),
            ..bare(step.id.clone(), step.measure.clone(), step.about.clone(), proposed_by.clone())
        };
        log.put_before(proposed_by, Event::StepProposed(proposal))?;
        if let Some((requester, _)) = &step.asker {
            let filed = if is_given(&step.measure) {
                granted(&step.id, requester)
            } else {
                Event::RequestFiled(RequestFiled {
                    step: step.id.clone(),
                    requester: requester.clone(),
                    form: Said::NotSaid,
                    discussed_with_child: Said::NotSaid,
                    mentions: Said::NotSaid,
                })
            };
            log.put_before(requester, filed)?;
        }
        urgency(input, pack, people, step, log)?;
    }
    Ok(())
}

/// A proposal of which nothing more is said.
pub(super) fn bare(step: StepId, measure: MeasureId, about: PersonId, proposed_by: PersonId) -> Proposal {
    Proposal {
        step,
        measure,
        placement: Said::NotSaid,
        about,
        proposed_by,
        from: Said::NotSaid,
        until: Said::NotSaid,
        extends: Said::NotSaid,
        ends: Said::NotSaid,
        details: StepDetails::default(),
    }
}

fn granted(step: &StepId, decider: &PersonId) -> Event {
    Event::Decided(Decided {
        step: step.clone(),
        decider: decider.clone(),
        outcome: Outcome::Granted,
        until: Said::NotSaid,
        ex_officio: Said::NotSaid,
        why: Said::NotSaid,
    })
}

fn urgency(
    input: &Input,
    pack: &Pack,
    people: &Everyone,
    step: &Step<'_>,
    log: &mut Log,
) -> Result<(), MapError> {
    if input.urgency != Urgency::Emergency {
        return Ok(());
    }
    let urgent = pack.measure(&step.measure, log.at()).and_then(|measure| measure.urgent.as_ref());
    if urgent.is_none() && !step.item.urgent {
        return Ok(());
    }
    let two_weeks = || log.at().checked_add_days(Days::new(14)).unwrap_or(log.at());
    let look_back =
        urgent.and_then(|it| it.hearing_within).map_or_else(two_weeks, |within| within.end(log.at()));
    let declared = UrgencyDeclared {
        step: step.id.clone(),
        danger: "the record has the case as an emergency".into(),
        why_it_cannot_wait: "the record has the case as an emergency".into(),
        relies_on: Vec::new(),
        look_back,
    };
    log.put(&people.court, Event::UrgencyDeclared(declared))?;
    Ok(())
}
