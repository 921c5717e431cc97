//! A child that was moved without the judge.

use chrono::{Months, NaiveDate};
use serde_json::Value;

use super::conditions::others;
use super::execution::stands;
use super::gates::Case;
use super::log::Entry;
use super::reading::{text, texts};
use super::steps::{Step, all};

/// Where a child lives at home; the places that are a family.
const HOME: &str = "home";
const FAMILIES: &[&str] = &["network_foster", "foster", "family_home"];

/// 1:265i: a child that lived in one family for a year or more under a measure is not moved without the judge.
pub fn is_moved_without_the_judge(case: &Case<'_>) -> bool {
    let goes_on = stands(case.log, case.law, case.step, case.at).execution == "InForce";
    let agreed = case.law.measure("M25", case.at).is_some();
    let moves = case.log.on(&case.step.id, "placement_changed");
    goes_on && agreed && moves.iter().any(|it| needs_the_judge(case, it, &moves) && !is_carried(case, it))
}

fn needs_the_judge(case: &Case<'_>, moved: &Entry, moves: &[&Entry]) -> bool {
    let before = moves.iter().rfind(|it| (it.day, it.seq) < (moved.day, moved.seq));
    let (since, place) = match before {
        Some(last) => (Some(last.day), text(&last.what, "placement")),
        None => (placed_since(case), case.step.placement.as_str()),
    };
    let a_year = since.and_then(|it| it.checked_add_months(Months::new(12)));
    case.word("frame") == "compulsory"
        && is_elsewhere(case)
        && text(&moved.what, "placement") != HOME
        && FAMILIES.contains(&place)
        && a_year.is_some_and(|it| it <= moved.day)
}

/// Whether the step is about where a child lives, other than at home. A measure that needs a placement first is not; one that may also leave the
/// child at home is when another place is said.
fn is_elsewhere(case: &Case<'_>) -> bool {
    let places = |it: &Value| texts(it, "placements").into_iter().map(str::to_owned).collect::<Vec<_>>();
    let own = case.measure().map(places).unwrap_or_default();
    let requires = case.law.of("relations", "requires", &case.step.measure, case.on);
    let is_placement = |id: &&str| case.law.measure(id, case.on).is_some_and(|it| !places(it).is_empty());
    let rides_on_one = requires.iter().any(|it| texts(it, "one_of").iter().all(is_placement));
    let may_be_home = own.iter().any(|it| it == HOME);
    let place = case.step.placement.as_str();
    !own.is_empty() && !rides_on_one && if place.is_empty() { !may_be_home } else { place != HOME }
}

/// Since when the child lives in the place of the step: over all steps that it extends in the same place.
fn placed_since(case: &Case<'_>) -> Option<NaiveDate> {
    let steps = all(case.log);
    let mut since = case.step.started(case.log)?;
    let (mut of, mut seen) = (case.step, vec![case.step.id.as_str()]);
    while let Some(earlier) = steps.iter().find(|it| it.id == text(&of.proposal, "extends")) {
        let stayed = earlier.placement == case.step.placement
            && case.log.on(&earlier.id, "placement_changed").is_empty()
            && !seen.contains(&earlier.id.as_str());
        let Some(begun) = earlier.started(case.log).filter(|_| stayed) else { break };
        since = since.min(begun);
        seen.push(&earlier.id);
        of = earlier;
    }
    Some(since)
}

/// Whether a step of its own carries the move: about the same child, to that kind of place or back home, granted and begun no earlier.
fn is_carried(case: &Case<'_>, moved: &Entry) -> bool {
    let place = text(&moved.what, "placement");
    let is_granted = |it: &Step| {
        ["Granted", "PartlyGranted", "UrgentlyGranted", "Confirmed"].contains(&it.decision(case.log))
    };
    others(case).iter().any(|it| {
        let to_there = match it.placement.as_str() {
            "" => place == HOME && it.measure == "M34",
            of => of == place,
        };
        to_there && is_granted(it) && it.started(case.log).is_none_or(|on| moved.day <= on)
    })
}
