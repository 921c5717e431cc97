//! Authority first: who asked, decided or ruled without the power to, and who may instead. Whoever is turned away is named
//! before anything is compared.

use serde::Serialize;

use super::case::StepCase;
use super::{GateResult, MayAct, authority};
use crate::actor::Act;
use crate::code::Code;
use crate::finding::Finding;
use crate::id::PersonId;
use crate::sentence::Sentence;
use crate::step::{AppealEvent, DecisionEvent, RequestEvent};

/// Somebody who may not do what they did or propose to do to a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TurnedAway {
    /// Who.
    pub who: PersonId,
    /// What they may not do.
    pub act: Act,
    /// The code of the finding at gate 1.
    pub code: Code,
    /// Why not.
    pub why: Sentence,
    /// The entries.
    pub because: Vec<u64>,
    /// Who may instead, primary ones first; empty when the law pack names nobody.
    pub who_may_instead: Vec<MayAct>,
}

pub(super) fn of(step: &StepCase<'_>, gate: &GateResult) -> Vec<TurnedAway> {
    gate.findings.iter().filter_map(|finding| one(step, finding)).collect()
}

fn one(step: &StepCase<'_>, finding: &Finding) -> Option<TurnedAway> {
    let act = match finding.code {
        Code::RequesterWithoutPower => Act::Request,
        Code::DeciderWithoutPower | Code::RequesterDecides => Act::Decide,
        _ => return None,
    };
    // Who proposes is the one who would ask, as long as nobody did.
    let acted = finding.because.iter().rev().find_map(|seq| who_acted(step, act, *seq));
    let who = acted.unwrap_or_else(|| step.proposal().proposed_by.clone());
    Some(TurnedAway {
        who,
        act,
        code: finding.code,
        why: finding.sentence.clone(),
        because: finding.because.clone(),
        who_may_instead: authority::who_may(step, act),
    })
}

/// Who an entry says asked, decided or ruled.
fn who_acted(step: &StepCase<'_>, act: Act, seq: u64) -> Option<PersonId> {
    let machines = &step.record.machines;
    if act == Act::Request {
        return machines.request().all().iter().find(|it| it.seq == seq).and_then(|it| {
            match &it.transition {
                RequestEvent::File(filed) => Some(filed.requester.clone()),
                RequestEvent::Withdraw | RequestEvent::HoldOver(_) => None,
            }
        });
    }
    let decided =
        machines.decision().all().iter().find(|it| it.seq == seq).and_then(|it| match &it.transition {
            DecisionEvent::Decide(decided) => Some(decided.decider.clone()),
            DecisionEvent::DecideUrgently(decided) => Some(decided.decider.clone()),
            DecisionEvent::Hear(_) => None,
        });
    decided.or_else(|| {
        machines.appeal().all().iter().find(|it| it.seq == seq).and_then(|it| match &it.transition {
            AppealEvent::Rule(ruled) => Some(ruled.decider.clone()),
            AppealEvent::Lodge(_) => None,
        })
    })
}
