//! Aids (*hulpmiddelen bij onzekerheid*): advice against what is known to go wrong. Never a bar.

mod evidence;
mod pace;
mod passing_on;
mod people;
mod plan;
mod wording;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::code::{Code, Language};
use crate::finding::{Answerer, Finding, Says};
use crate::id::PersonId;
use crate::pack::Pack;
use crate::sentence::Sentence;
use crate::step::Decision;
use crate::weighing::Verdict;

use super::case::{Case, StepCase};
use super::{causes, completeness, not_taken, placements};

pub(super) fn aid(code: Code, fills: &[(&str, Sentence)], rule: &'static str) -> Finding {
    Finding::new(code, Says::Nothing, fills).by_rule(rule)
}

fn those_who_weigh() -> Vec<Answerer> {
    vec![Answerer::ThoseWhoWeigh]
}

/// An aid that a detail of the step answers.
fn detail_asked(step: &StepCase<'_>, aid: Finding, field: &'static str) -> Finding {
    aid.lifted_by("step_detailed", &[("step", step.id.to_string())], &[field], those_who_weigh())
}

/// Whether it is on record that there was no time: urgency was declared, or the decision itself was an urgent one, which
/// names its danger and why it could not wait.
fn is_urgent(step: &StepCase<'_>) -> bool {
    let declared = step.case.so_far(&step.record.urgency).next().is_some();
    let decision = step.record.machines.decision().as_of(step.case.at);
    declared
        || matches!(
            *decision,
            Decision::UrgentlyGranted(_) | Decision::Confirmed(_) | Decision::NotMaintained(_)
        )
}

/// Names in a row: one, two and three.
pub(super) fn listed(names: &[Sentence]) -> Sentence {
    Sentence::joined(names, |language, texts| {
        let and = match language {
            Language::Nl => "en",
            Language::En => "and",
        };
        match texts.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, before)) => format!("{} {and} {last}", before.join(", ")),
            None => String::new(),
        }
    })
}

/// The last view of each professional who is no court, with its entry and day: who looked again at anything looked again.
fn last_views<'a>(step: &StepCase<'a>) -> BTreeMap<&'a PersonId, (u64, NaiveDate, Verdict)> {
    let people = step.dossier().people();
    let mut views = BTreeMap::new();
    for dated in step.record.weighing.until(step.case.at) {
        for (by, view) in dated.transition.views() {
            if people.role(by).is_some_and(|role| role.is_professional() && !role.is_court()) {
                views.insert(by, (dated.seq, dated.occurred.last_day(), view.verdict));
            }
        }
    }
    views
}

/// The aids as the region of the pack wants them said: each with its level, none that it turned off. Whatever is no aid
/// stays as it is.
pub(super) fn in_region(pack: &Pack, findings: Vec<Finding>) -> Vec<Finding> {
    let Some(region) = pack.region() else { return findings };
    let is_aid = |finding: &Finding| finding.code.as_str().starts_with("AFW-AID-");
    findings
        .into_iter()
        .map(|finding| Finding { level: region.aid(finding.code).filter(|_| is_aid(&finding)), ..finding })
        .filter(|finding| finding.level != Some(crate::pack::AidLevel::Off))
        .collect()
}

/// The aids on one step: who weighs, the plan, the evidence, the pace, the words.
pub(super) fn of_step(step: &StepCase<'_>) -> Vec<Finding> {
    let mut aids = Vec::new();
    people::weigh_alone(step, &mut aids);
    plan::look(step, &mut aids);
    people::perspectives(step, &mut aids);
    evidence::look(step, &mut aids);
    pace::look(step, &mut aids);
    wording::look(step, &mut aids);
    aids.extend(not_taken::aid(step));
    aids.extend(completeness::claims_as_facts(step));
    aids.extend(completeness::not_said(step));
    aids.extend(placements::aids(step));
    aids.extend(causes::aids(step));
    aids
}

/// Aids and duties about hand-overs, which belong to no step.
pub(super) fn of_dossier(case: &Case<'_>) -> Vec<Finding> {
    passing_on::hand_overs(case)
}
