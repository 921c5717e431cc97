//! Aids (*hulpmiddelen bij onzekerheid*): advice against what is known to go wrong. Never a bar.

use std::collections::BTreeSet;

use crate::code::Code;
use crate::dossier::WatchEvent;
use crate::fact::{Belnap, Found};
use crate::finding::{Answerer, Finding, Says};
use crate::id::StatementId;
use crate::pack::{AidLevel, Offer, Pack};
use crate::perspective::Perspective;
use crate::sentence::Sentence;
use crate::weighing::WeighingEvent;

use super::case::{Case, StepCase};
use super::{facts, hearing, threat, ways};

fn aid(code: Code, fills: &[(&str, Sentence)], rule: &'static str) -> Finding {
    Finding::new(code, Says::Nothing, fills).by_rule(rule)
}

/// The aids as the region of the pack wants them said: each with its level, none that it turned off. Whatever is no aid
/// stays as it is.
pub(super) fn in_region(pack: &Pack, findings: Vec<Finding>) -> Vec<Finding> {
    let Some(region) = pack.region() else { return findings };
    let is_aid = |finding: &Finding| finding.code.as_str().starts_with("AFW-AID-");
    findings
        .into_iter()
        .map(|finding| Finding { level: region.aid(finding.code).filter(|_| is_aid(&finding)), ..finding })
        .filter(|finding| finding.level != Some(AidLevel::Off))
        .collect()
}

/// The step is of a measure that the region does not offer. Advice: it may still be had from elsewhere, and what the law
/// owes somebody it owes them in every region.
fn not_offered(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let Some(region) = step.case.pack.region() else { return };
    if region.offer(step.measure_id()) != Offer::NotOffered {
        return;
    }
    let name = Sentence::new(&region.labels.nl, &region.labels.en);
    let fills = [("region", name), ("measure", step.measure_name())];
    aids.push(
        aid(Code::AidNotOffered, &fills, "model 9").because([step.record.proposal.seq]).without_remedy(
            Sentence::new(
                "Wat een regio aanbiedt, staat in de regio-afspraken en niet in het dossier.",
                "What a region offers stands in its agreements and not in the dossier.",
            ),
        ),
    );
}

pub(super) fn of_step(step: &StepCase<'_>) -> Vec<Finding> {
    let mut aids = Vec::new();
    let weighs = || vec![Answerer::ThoseWhoWeigh];
    let this = [("step", step.id.to_string())];
    let proposed = step.record.proposal.seq;
    if !step.is_own()
        && let Some(why) = threat::alone(step)
    {
        aids.push(
            aid(Code::AidAlone, &[("why", why)], "Q28")
                .because([proposed])
                .lifted_by_way(ways::weighing_along(step, &threat::weighed_by(step))),
        );
    }
    if let Some(opened) = last_dialogue(step)
        && contradiction_is_missing(step)
    {
        let held = Sentence::new(
            "Dit gesprek is gevoerd zoals het gevoerd is; wie tegenspreekt, kan dat nog in een eigen oordeel doen.",
            "This talk was held the way it was held; who argues against it still can, in a view of their own.",
        );
        aids.push(aid(Code::AidNoContradiction, &[], "Q28").because([opened]).without_remedy(held));
    }
    // Doing nothing more has nothing lighter beside it.
    let has_candidates = step.measure_id().as_str() != crate::intrusion::NOTHING;
    if has_candidates
        && step.case.so_far(&step.record.answers).next().is_none()
        && !has_named_alternative(step)
    {
        aids.push(aid(Code::AidNoAlternative, &[], "Q05").because([proposed]).lifted_by(
            "alternative_named",
            &this,
            &["alternative", "option"],
            weighs(),
        ));
    }
    one_error(step, &mut aids);
    not_offered(step, &mut aids);
    for (said, code, field) in [
        (&step.details().stop_when, Code::AidNoStop, "details.stop_when"),
        (&step.details().would_change_our_mind, Code::AidNoMindChange, "details.would_change_our_mind"),
    ] {
        if said.is_not_said() {
            aids.push(aid(code, &[], "Q27").because([proposed]).lifted_by(
                "step_detailed",
                &this,
                &[field],
                weighs(),
            ));
        }
    }
    perspectives(step, &mut aids);
    statements(step, &mut aids);
    haste(step, &mut aids);
    aids
}

fn has_named_alternative(step: &StepCase<'_>) -> bool {
    step.record
        .alternatives
        .iter()
        .filter_map(|id| step.dossier().alternatives().get(id))
        .any(|named| step.case.has_occurred(&named.occurred) && !step.dossier().is_corrected(named.seq))
}

fn last_dialogue(step: &StepCase<'_>) -> Option<u64> {
    step.record
        .weighing
        .until(step.case.at)
        .filter(|dated| matches!(dated.transition, WeighingEvent::OpenDialogue(_)))
        .map(|dated| dated.seq)
        .last()
}

/// Somebody who did not propose the step argues against it.
fn contradiction_is_missing(step: &StepCase<'_>) -> bool {
    let proposer = &step.proposal().proposed_by;
    !step
        .record
        .weighing
        .on(step.case.at)
        .opened()
        .iter()
        .any(|opened| opened.what.contradiction_by.said().is_some_and(|person| person != proposer))
}

fn one_error(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let details = step.details();
    let (taken, not_taken) =
        (!details.error_if_wrongly_taken.is_not_said(), !details.error_if_wrongly_not_taken.is_not_said());
    if taken == not_taken {
        return;
    }
    let (detail, field) = if taken {
        (Sentence::new("ten onrechte niets doen", "wrongly not acting"), "details.error_if_wrongly_not_taken")
    } else {
        (Sentence::new("ten onrechte ingrijpen", "wrongly acting"), "details.error_if_wrongly_taken")
    };
    aids.push(
        aid(Code::AidOneError, &[("detail", detail)], "Q03").because([step.record.proposal.seq]).lifted_by(
            "step_detailed",
            &[("step", step.id.to_string())],
            &[field],
            vec![Answerer::ThoseWhoWeigh],
        ),
    );
}

fn perspectives(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    for person in hearing::relevant(step) {
        let state = step.dossier().perspective_on(&person, step.case.at);
        let fills = [("person", step.case.person(&person))];
        match &state {
            Perspective::Heard(_) | Perspective::Confirmed(_) | Perspective::Contested(_) => {
                if state.account().is_some_and(|account| account.effects.is_empty()) {
                    let because = hearing::entries(step, &person);
                    aids.push(aid(Code::AidNoEffect, &fills, "model 3").because(because).lifted_by(
                        "effect_noted",
                        &[("person", person.to_string())],
                        &["effect"],
                        vec![Answerer::ThoseWhoWeigh],
                    ));
                }
            }
            // Gate 2 asks for who was never asked; here are those of whom it is said why they were not heard.
            Perspective::NotHeard(_) => {
                let because = hearing::entries(step, &person);
                aids.push(aid(Code::AidMissingPerspective, &fills, "Q21").because(because).lifted_by(
                    "heard",
                    &[("person", person.to_string())],
                    &["forum", "account"],
                    vec![Answerer::Person(person.clone())],
                ));
            }
            Perspective::Unheard(_) | Perspective::Invited(_) | Perspective::Declined(_) => {}
        }
    }
}

/// The statements on which the views of a step lean.
fn leaned_on(step: &StepCase<'_>) -> BTreeSet<StatementId> {
    let weighing = step.record.weighing.as_of(step.case.at);
    weighing.views().current().flat_map(|given| given.view.statements_for.iter().cloned()).collect()
}

fn statements(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    for id in leaned_on(step) {
        let Some(standing) = facts::stand(step.case, &id) else { continue };
        let fills = [("statement", facts::statement_name(step.case, &id))];
        let fixed = [("statement", id.to_string())];
        if standing.support.value == Belnap::Neither && standing.support.mentions > 0 {
            aids.push(
                aid(Code::AidHearsay, &fills, "Q28").because(standing.because.iter().copied()).lifted_by(
                    "evidence_added",
                    &fixed,
                    &["borne_by", "origin", "polarity"],
                    vec![Answerer::ThoseWhoWeigh],
                ),
            );
        }
        let established = standing.found == Some(Found::Established);
        if established && standing.support.roots_for.len() == 1 && standing.support.mentions > 1 {
            aids.push(
                aid(Code::AidOneRoot, &fills, "Q28").because(standing.because.iter().copied()).lifted_by(
                    "evidence_added",
                    &fixed,
                    &["borne_by", "origin", "polarity"],
                    vec![Answerer::ThoseWhoWeigh],
                ),
            );
        }
    }
}

fn haste(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let proposed = step.record.proposal.occurred.first_day();
    let decided = crate::stand::decided_on(step.record, step.at).map(|(day, _)| day);
    let granted = step.record.machines.decision().as_of(step.case.at).is_granted();
    if granted && decided == Some(proposed) && step.case.so_far(&step.record.urgency).next().is_none() {
        let because = [Some(step.record.proposal.seq), step.decided_by().map(|(_, seq)| seq)];
        aids.push(aid(Code::AidHaste, &[], "Q28").because(because.into_iter().flatten()).lifted_by(
            "urgency_declared",
            &[("step", step.id.to_string())],
            &["danger", "why_it_cannot_wait", "look_back"],
            vec![Answerer::ThoseWhoWeigh],
        ));
    }
}

/// Aids and duties about hand-overs, which belong to no step.
pub(super) fn of_dossier(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let events: Vec<_> = case.so_far(case.dossier.watch_events()).collect();
    for (place, event) in events.iter().enumerate() {
        let WatchEvent::HandOver(handed) = &event.what else { continue };
        let fills = [("person", case.person(&handed.to))];
        if handed.adds.is_not_said() {
            found
                .push(aid(Code::AidPassedOn, &fills, "Q42").because([event.seq]).without_remedy(Sentence::new(
                "Wat zo is doorgegeven, is zo doorgegeven; de vraag staat open voor een volgende overdracht.",
                "What was passed on so was passed on so; the question is open for a next hand-over.",
            )));
        }
        let taken_up = events.iter().skip(place).any(
            |later| matches!(&later.what, WatchEvent::Accept(accepted) if accepted.receiver == handed.to),
        );
        if !taken_up {
            found.push(
                Finding::new(Code::HandOverOpen, Says::Nothing, &fills)
                    .by_rule("model 2")
                    .because([event.seq])
                    .lifted_by(
                        "hand_over_accepted",
                        &[("receiver", handed.to.to_string())],
                        &[],
                        vec![Answerer::Person(handed.to.clone())],
                    ),
            );
        }
    }
    found
}
