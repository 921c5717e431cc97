//! Gate 4: are the grounds met?

use serde_json::{Value, json};

use super::{Case, Finding, Says, found, raised};
use crate::reference::log::Entry;
use crate::reference::people::{OfAge, is_at_least, is_professional, role};
use crate::reference::perspectives::relevant;
use crate::reference::reading::{get, list, text, texts};
use crate::reference::steps::Step;
use crate::reference::weighing::{Settled, is_decider, settle, views};

/// Model §5 and §7, law.md §6.29: all of a list, or it is not met; any of several lists.
pub fn gate(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let lists = lists(case);
    let ways: Vec<Vec<Settled>> =
        lists.iter().map(|list| list.iter().map(|ground| of_ground(case, ground)).collect()).collect();
    let is_met = |way: &Vec<Settled>| way.iter().all(|it| matches!(it, Settled::Met(_)));
    let is_barred = |way: &Vec<Settled>| way.contains(&Settled::NotMet);
    if !ways.is_empty() && !ways.iter().any(is_met) {
        if ways.iter().all(is_barred) {
            findings.push(found("THREAT-001", Says::Failed, ""));
        } else {
            findings.push(found("THREAT-002", Says::Unknown, ""));
        }
    }
    if case.measure().is_none() && barred_outside(case) {
        findings.push(found("THREAT-001", Says::Failed, ""));
    }
    findings.extend(raised(case, "necessary", ["THREAT-004", "THREAT-005"]));
    findings.extend(raised(case, "interest", ["THREAT-004", "THREAT-005"]));
    if case.step.own && is_alone(case) {
        findings.push(found("THREAT-003", Says::Failed, ""));
    }
    if is_own_act(case) && !dialogue(case).is_empty() {
        if !is_contradicted(case) {
            findings.push(found("THREAT-006", Says::Failed, ""));
        }
        if of_the_talk(case).into_iter().any(|it| !took_part(case, it)) {
            findings.push(found("THREAT-007", Says::Failed, ""));
        }
    }
    findings
}

/// Decision 0005: an own decision is held to what an own act takes by whichever door its step was proposed.
fn is_own_act(case: &Case<'_>) -> bool {
    case.step.own || case.step.decided(case.log).is_some_and(|it| it.own)
}

/// The entries that say who takes part in the dialogue.
fn dialogue<'a>(case: &Case<'a>) -> Vec<&'a Value> {
    let kinds = ["dialogue_opened", "dialogue_reopened"];
    kinds.iter().flat_map(|it| case.log.on(&case.step.id, it)).map(|it| &it.what).collect()
}

/// Model §5: someone who did not propose the step argues against it.
fn is_contradicted(case: &Case<'_>) -> bool {
    let proposer = text(&case.step.proposal, "proposed_by");
    dialogue(case).iter().map(|it| text(it, "contradiction_by")).any(|it| !it.is_empty() && it != proposer)
}

/// Decision 0005: in the talk itself the family takes part from 12.
fn of_the_talk<'a>(case: &Case<'a>) -> Vec<&'a str> {
    let mut all = relevant(case);
    all.retain(|it| !is_professional(case.log, it) && is_at_least(case.log, it, 12, case.on) != OfAge::No);
    all
}

/// Model §5: each did, was invited, or declined; who declined to be heard, or of whom it is on record why not, is not asked for again.
fn took_part(case: &Case<'_>, person: &str) -> bool {
    let is_in = |it: &&Value| {
        texts(it, "participants").contains(&person)
            || texts(it, "invited").contains(&person)
            || list(it, "declined").iter().any(|of| text(of, "person") == person)
    };
    let kinds = ["hearing_declined", "not_heard"];
    let said_so = kinds.iter().flat_map(|it| case.log.of(it)).any(|it| text(&it.what, "person") == person);
    said_so || dialogue(case).iter().any(is_in)
}

/// Model §7: an observed defect fails its gate even where the pack says nothing. What who decides finds of it is observed, by whichever door
/// the step came in.
fn barred_outside(case: &Case<'_>) -> bool {
    let observed = Step { own: false, ..case.step.clone() };
    let is_found = |it: &&Entry| {
        get(&it.what, "on").get("ground").is_some()
            && text(&it.what, "verdict") == "not_met"
            && is_decider(case.log, case.law, &observed, case.at, &it.by)
    };
    views(case.log, case.step).iter().any(is_found)
}

/// Model §5: two professionals; two organisations as soon as it goes beyond voluntary help, counted by role (decision 0005).
fn is_alone(case: &Case<'_>) -> bool {
    let mut weighed: Vec<&str> = views(case.log, case.step).iter().map(|it| it.by.as_str()).collect();
    weighed.retain(|it| is_professional(case.log, it));
    weighed.sort_unstable();
    weighed.dedup();
    let mut bodies: Vec<&str> = weighed.iter().map(|it| role(case.log, it)).collect();
    bodies.sort_unstable();
    bodies.dedup();
    weighed.len() < 2 || (case.word("frame") != "voluntary" && bodies.len() < 2)
}

/// The lists of grounds of the measure.
pub fn lists(case: &Case<'_>) -> Vec<Vec<String>> {
    let tests = case.law.of("grounds", "test", &case.step.measure, case.on);
    let names = |list: &Value| {
        list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    tests.iter().flat_map(|it| get(it, "any_of").as_array().into_iter().flatten()).map(names).collect()
}

/// How a ground was settled.
pub fn of_ground(case: &Case<'_>, ground: &str) -> Settled {
    settle(case.log, case.law, case.step, case.at, &json!({ "ground": ground }))
}
