//! Whether a request also names what speaks against it (Jw 3.3), and whether a judgement takes for a fact what nobody
//! established.

use std::collections::BTreeSet;

use crate::code::Code;
use crate::fact::{Belnap, Found, Nature, Polarity, StatementEvent};
use crate::finding::{Answerer, Basis, Finding, QuestionKind, Says};
use crate::id::{EvidenceId, StatementId};
use crate::law::Certainty;
use crate::person::Role;
use crate::said::Said;
use crate::sentence::Sentence;
use crate::step::{Mentions, RequestFiled};
use crate::weighing::{Verdict, Weighed};

use super::aids::{aid, listed};
use super::case::StepCase;
use super::facts::{self, statement_name};

/// Something on record that speaks against a step.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Contrary {
    /// A strength of the child or around it, or what somebody weighed against the step.
    Statement(StatementId),
    /// Evidence against a statement that the request names.
    Evidence(EvidenceId),
}

impl Contrary {
    fn is_named_in(&self, mentions: &Mentions) -> bool {
        match self {
            Contrary::Statement(id) => mentions.statements.contains(id),
            Contrary::Evidence(id) => mentions.evidence.contains(id),
        }
    }

    fn entry(&self, step: &StepCase<'_>) -> Option<u64> {
        match self {
            Contrary::Statement(id) => step.dossier().statements().get(id).map(|it| it.claim.seq),
            Contrary::Evidence(id) => step.dossier().evidence().get(id).map(|it| it.added.seq),
        }
    }

    fn name(&self, step: &StepCase<'_>) -> Sentence {
        match self {
            Contrary::Statement(id) => statement_name(step.case, id),
            Contrary::Evidence(id) => {
                let about = step.dossier().evidence().get(id).map(|it| &it.added.what.statement);
                let about = about.map_or_else(|| Sentence::same(id), |of| statement_name(step.case, of));
                Sentence::new(
                    format!("bewijs tegen \u{201e}{}\u{201d} ({id})", about.nl),
                    format!("evidence against \u{201c}{}\u{201d} ({id})", about.en),
                )
                .plainly(
                    format!("bewijs tegen \u{201e}{}\u{201d}", about.nl),
                    format!("evidence against \u{201c}{}\u{201d}", about.en),
                )
            }
        }
    }
}

/// What was on record against a step when it was asked for: what people weighed against it and the child's strengths.
fn statements_against(step: &StepCase<'_>, before: u64) -> BTreeSet<Contrary> {
    let mut against = BTreeSet::new();
    for dated in step.record.weighing.until(step.case.at).filter(|dated| dated.seq < before) {
        for (_, view) in dated.transition.views() {
            against.extend(view.statements_against.iter().cloned().map(Contrary::Statement));
        }
    }
    for (id, record) in step.dossier().statements() {
        let claim = &record.claim;
        let is_strength = claim.what.nature == Said::Said(Nature::Strength);
        if claim.seq < before && is_strength && claim.what.about.contains(step.about()) {
            against.insert(Contrary::Statement(id.clone()));
        }
    }
    against.retain(|contrary| match contrary {
        Contrary::Statement(id) => was_on_record(step, id, before),
        Contrary::Evidence(_) => true,
    });
    against
}

/// Whether a statement stood when an entry was recorded: what is taken back later had to be named all the same.
fn was_on_record(step: &StepCase<'_>, id: &StatementId, before: u64) -> bool {
    let Some(record) = step.dossier().statements().get(id) else { return false };
    let was_taken_back = record
        .history
        .until(step.case.at)
        .any(|dated| dated.seq < before && matches!(dated.transition, StatementEvent::Withdraw(_)));
    step.case.has_occurred(&record.claim.occurred)
        && !step.dossier().is_corrected(record.claim.seq)
        && !was_taken_back
}

/// The evidence that was on record against the statements that the request names.
fn evidence_against(step: &StepCase<'_>, mentions: &Mentions, before: u64) -> BTreeSet<Contrary> {
    let dossier = step.dossier();
    mentions
        .statements
        .iter()
        .filter_map(|id| dossier.statements().get(id))
        .flat_map(|record| &record.evidence)
        .filter(|id| {
            dossier.evidence().get(*id).is_some_and(|record| {
                record.added.what.polarity == Polarity::Opposes
                    && record.added.seq < before
                    && step.case.has_occurred(&record.added.occurred)
                    && !dossier.is_corrected(record.added.seq)
                    && record.withdrawn.as_ref().is_none_or(|(seq, _)| *seq >= before)
            })
        })
        .cloned()
        .map(Contrary::Evidence)
        .collect()
}

fn basis() -> Basis {
    Basis::Law { article: "Jw 3.3".to_owned(), certainty: Certainty::Text2015 }
}

/// Whether the law binds who asks to complete and true facts: the Council and the certified institutions (Jw 3.3).
fn is_bound(step: &StepCase<'_>, filed: &RequestFiled) -> bool {
    matches!(step.dossier().people().role(&filed.requester), Some(Role::Raad | Role::Gi))
}

/// What a request says that it names, and leaves out (gate 3). Where nobody wrote down what it names, nothing is known to be
/// left out: that is advice.
pub(super) fn left_out(step: &StepCase<'_>) -> Vec<Finding> {
    let Some((filed, seq)) = step.filed().filter(|_| !step.is_withdrawn()) else { return Vec::new() };
    let Said::Said(mentions) = &filed.mentions else { return Vec::new() };
    let mut contrary = statements_against(step, seq);
    contrary.extend(evidence_against(step, mentions, seq));
    contrary
        .iter()
        .filter(|item| !item.is_named_in(mentions))
        .map(|item| {
            let says = if is_bound(step, filed) { Says::Failed } else { Says::Nothing };
            Finding::new(Code::ContraryNotMentioned, says, &[("item", item.name(step))])
                .on(basis())
                .because(item.entry(step).into_iter().chain([seq]))
                .ask(
                    QuestionKind::OnTheSpot,
                    Sentence::new(
                        "Waarom noemt het verzoek dit niet, of noemt het dit alsnog?",
                        "Why does the request not name this, or will it?",
                    ),
                    vec![Answerer::Person(filed.requester.clone())],
                    &["request_filed"],
                )
                .lifted_by(
                    "request_filed",
                    &[("requester", filed.requester.to_string()), ("step", step.id.to_string())],
                    &["mentions"],
                    vec![Answerer::Person(filed.requester.clone())],
                )
        })
        .collect()
}

/// There is something on record against the step, and nobody wrote down whether the request names it.
pub(super) fn not_said(step: &StepCase<'_>) -> Option<Finding> {
    let (filed, seq) = step.filed().filter(|_| !step.is_withdrawn())?;
    if !filed.mentions.is_not_said() || !is_bound(step, filed) {
        return None;
    }
    let contrary = statements_against(step, seq);
    if contrary.is_empty() {
        return None;
    }
    let names: Vec<Sentence> = contrary.iter().map(|item| item.name(step)).collect();
    Some(
        Finding::new(Code::AidMentionsNotSaid, Says::Nothing, &[("items", listed(&names))])
            .on(basis())
            .because(contrary.iter().filter_map(|item| item.entry(step)).chain([seq]))
            .lifted_by(
                "request_filed",
                &[("requester", filed.requester.to_string()), ("step", step.id.to_string())],
                &["mentions"],
                vec![Answerer::Person(filed.requester.clone())],
            ),
    )
}

/// Judgements that something is met, and lean on a statement that nobody found established or plausible. Hearsay without a
/// source has an aid of its own; a ground that nothing carries fails gate 3.
pub(super) fn claims_as_facts(step: &StepCase<'_>) -> Vec<Finding> {
    let weighing = step.record.weighing.as_of(step.case.at);
    let mut leaned_on: BTreeSet<(&StatementId, bool)> = BTreeSet::new();
    for given in weighing.views().current().filter(|given| given.view.verdict == Verdict::Met) {
        let level = match &given.view.on {
            Weighed::Ground(id) => step.case.pack.ground(id).map(|ground| ground.evidence_level),
            Weighed::Condition(_) => None,
        };
        for id in &given.view.statements_for {
            let reaches = level.is_some_and(|level| {
                facts::stand(step.case, id).is_some_and(|standing| standing.level.meets(level))
            });
            leaned_on.insert((id, reaches));
        }
    }
    let mut told = BTreeSet::new();
    let mut aids = Vec::new();
    for (id, reaches) in leaned_on {
        let Some(standing) = facts::stand(step.case, id).filter(|_| !reaches) else { continue };
        let is_hearsay = standing.support.value == Belnap::Neither && standing.support.mentions > 0;
        let is_claim_only = matches!(standing.found, None | Some(Found::NotEstablished | Found::Refuted));
        if standing.withdrawn
            || standing.reopened.is_some()
            || is_hearsay
            || !is_claim_only
            || !told.insert(id)
        {
            continue;
        }
        aids.push(
            aid(Code::AidClaimAsFact, &[("statement", statement_name(step.case, id))], "model 4")
                .because(standing.because.iter().copied())
                .lifted_by(
                    "found",
                    &[("statement", id.to_string())],
                    &["found", "why"],
                    vec![Answerer::ThoseWhoWeigh],
                ),
        );
    }
    aids
}
