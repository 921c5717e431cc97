//! How the four uncertainties stand: perspectives, facts, weighing, next step.

use chrono::NaiveDate;
use serde::Serialize;

use crate::fact::{Belnap, EvidenceLevel, Found};
use crate::id::{PersonId, StatementId, StepId};
use crate::machine::{Dated, Machine as _};
use crate::person::Role;
use crate::perspective::PerspectiveEvent;
use crate::sentence::Sentence;
use crate::step::{DecisionOn, EndCause, ExecutionOn};
use crate::weighing::{CommonVerdict, Dissent, OwnPower, Verdict, Weighed, Weighing};

use super::case::{Case, StepCase};
use super::together::{NeverOpened, SealingStand, ShiftStand};
use super::{facts, hearing, threat, together};

/// How the four uncertainties stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Uncertainties {
    /// 1: people tell different stories.
    pub perspectives: Vec<PerspectiveStand>,
    /// 2: what is established, and what is not.
    pub facts: Vec<FactStand>,
    /// 3: is it bad enough, by which norm, who thinks so?
    pub weighing: Vec<WeighingStand>,
    /// 4: what is expected, with and without intervention?
    pub next_step: Vec<NextStepStand>,
}

/// How one person's perspective stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PerspectiveStand {
    /// Who.
    pub person: PersonId,
    /// Their role.
    pub role: Role,
    /// The steps for which it is relevant; empty when for none.
    pub relevant_for: Vec<StepId>,
    /// The state of the perspective, as the transition table names it.
    pub state: &'static str,
    /// Whether it is on record what the account changed.
    pub has_effect: bool,
    /// The entries.
    pub because: Vec<u64>,
}

/// How one statement stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactStand {
    /// Which.
    pub statement: StatementId,
    /// What it says.
    pub text: String,
    /// What people found, if that stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<Found>,
    /// What the independent roots say.
    pub support: Belnap,
    /// How often it is told. It strengthens nothing.
    pub mentions: usize,
    /// How many independent roots speak for it.
    pub roots_for: usize,
    /// How many independent roots speak against it.
    pub roots_against: usize,
    /// How many tales have no known root.
    pub untraced: usize,
    /// The level of evidence that it reaches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<EvidenceLevel>,
    /// Whether the finding was re-opened: a new root came in after it, or what it rested on was taken back.
    pub reopened: bool,
    /// Whether it was taken back.
    pub withdrawn: bool,
    /// Who objects to an entry that it rests on.
    pub contested_by: Vec<PersonId>,
    /// The entries.
    pub because: Vec<u64>,
}

/// How one step is weighed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WeighingStand {
    /// Which step.
    pub step: StepId,
    /// The state of the weighing, as the transition table names it.
    pub state: &'static str,
    /// The round of the dialogue.
    pub round: u32,
    /// The latest view of each person on each matter.
    pub views: Vec<ViewStand>,
    /// What people came out at together, where they did.
    pub common: Vec<CommonVerdict>,
    /// The power of their own that each falls back on, where they did not: power, never opinion.
    pub own_powers: Vec<OwnPower>,
    /// Every dissent that ever showed. Never lost, never averaged.
    pub dissent: Vec<DissentStand>,
    /// Who came to another verdict, and after what: in the order in which they did.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shifts: Vec<ShiftStand>,
    /// Who weighs under seal, while they do. What they think is nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sealing: Option<SealingStand>,
    /// Views that were sealed and that nobody opened before the sealing was over.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub never_opened: Vec<NeverOpened>,
}

/// One view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ViewStand {
    /// Whose.
    pub by: PersonId,
    /// On what.
    pub on: Weighed,
    /// What that is called.
    pub label: Sentence,
    /// Their verdict.
    pub verdict: Verdict,
    /// Why, in their words.
    pub why: String,
    /// Whether it was sealed until all views were in.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub was_sealed: bool,
}

/// One dissent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DissentStand {
    /// Whose.
    pub by: PersonId,
    /// On what.
    pub on: Weighed,
    /// What that is called.
    pub label: Sentence,
    /// Their verdict.
    pub verdict: Verdict,
    /// Why, in their words.
    pub why: String,
}

/// What is expected of one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextStepStand {
    /// Which step.
    pub step: StepId,
    /// What is expected if it is taken; empty when nobody said.
    pub if_taken: String,
    /// What is expected if it is not taken.
    pub if_not_taken: String,
    /// What would change our mind.
    pub would_change_our_mind: String,
    /// The day of the review.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_on: Option<NaiveDate>,
}

/// Where request, decision, execution and appeal of a step stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepStand {
    /// The request, as the transition table names it.
    pub request: &'static str,
    /// The decision, with what is derived from the terms.
    pub decision: &'static str,
    /// The execution, with what is derived from the terms.
    pub execution: &'static str,
    /// The appeal, as the transition table names it.
    pub appeal: &'static str,
    /// Since when it lapsed, expired or ended, when it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// The last day of what was granted, by law, proposal and decision: the earliest of them. Absent when nothing was granted, or
    /// nothing sets a last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

pub(super) fn of(case: &Case<'_>) -> Uncertainties {
    let steps: Vec<StepCase<'_>> = case.steps().collect();
    Uncertainties {
        perspectives: perspectives(case, &steps),
        facts: case.dossier.statements().keys().filter_map(|id| fact(case, id)).collect(),
        weighing: steps.iter().map(weighing).collect(),
        next_step: steps.iter().map(next_step).collect(),
    }
}

fn perspectives(case: &Case<'_>, steps: &[StepCase<'_>]) -> Vec<PerspectiveStand> {
    let relevant: Vec<(&StepId, Vec<PersonId>)> =
        steps.iter().map(|step| (step.id, hearing::relevant(step))).collect();
    let mut stands = Vec::new();
    for person in case.dossier.people().iter().filter(|it| case.has_occurred(&it.occurred)) {
        let id = &person.what.person;
        let relevant_for: Vec<StepId> = relevant
            .iter()
            .filter(|(_, people)| people.contains(id))
            .map(|(step, _)| (*step).clone())
            .collect();
        let history = case.dossier.perspective(id);
        // That a cycle began says nothing of anyone.
        let is_theirs = |it: &&Dated<PerspectiveEvent>| !matches!(it.transition, PerspectiveEvent::OpenCycle);
        let because: Vec<u64> = history
            .map(|it| it.until(case.at).filter(is_theirs).map(|dated| dated.seq).collect())
            .unwrap_or_default();
        if relevant_for.is_empty() && because.is_empty() {
            continue;
        }
        let state = case.dossier.perspective_on(id, case.at);
        stands.push(PerspectiveStand {
            person: id.clone(),
            role: person.what.role,
            relevant_for,
            state: state.state(),
            has_effect: state.account().is_some_and(|account| !account.effects.is_empty()),
            because,
        });
    }
    stands
}

fn fact(case: &Case<'_>, id: &StatementId) -> Option<FactStand> {
    let standing = facts::stand(case, id)?;
    let record = case.dossier.statements().get(id)?;
    let mut contested_by: Vec<PersonId> = standing
        .because
        .iter()
        .filter_map(|seq| case.dossier.contests().get(seq))
        .flatten()
        .filter(|contest| case.has_occurred(&contest.occurred))
        .map(|contest| contest.what.person.clone())
        .collect();
    contested_by.sort_unstable();
    contested_by.dedup();
    Some(FactStand {
        statement: id.clone(),
        text: record.claim.what.text.text().unwrap_or_default().to_owned(),
        found: standing.found,
        support: standing.support.value,
        mentions: standing.support.mentions,
        roots_for: standing.support.roots_for.len(),
        roots_against: standing.support.roots_against.len(),
        untraced: standing.support.untraced.len(),
        level: standing.level.reached,
        reopened: standing.reopened.is_some(),
        withdrawn: standing.withdrawn,
        contested_by,
        because: standing.because.clone(),
    })
}

pub(super) fn matter(step: &StepCase<'_>, on: &Weighed) -> Sentence {
    match on {
        Weighed::Ground(ground) => threat::ground_name(ground, step.case.pack.ground(ground)),
        Weighed::Condition(condition) => condition.label(),
    }
}

fn weighing(step: &StepCase<'_>) -> WeighingStand {
    let state = step.record.weighing.as_of(step.case.at);
    let views = state
        .views()
        .current()
        .map(|given| ViewStand {
            by: given.by.clone(),
            on: given.view.on.clone(),
            label: matter(step, &given.view.on),
            verdict: given.view.verdict,
            why: given.view.why.text().unwrap_or_default().to_owned(),
            was_sealed: given.was_sealed,
        })
        .collect();
    let dissent = state
        .dissent()
        .iter()
        .map(|it: &Dissent| DissentStand {
            by: it.by.clone(),
            on: it.on.clone(),
            label: matter(step, &it.on),
            verdict: it.verdict,
            why: it.why.text().unwrap_or_default().to_owned(),
        })
        .collect();
    let (common, own_powers) = match &*state {
        Weighing::Converged(state) => (state.convergence().what.verdicts.clone(), Vec::new()),
        Weighing::Fallback(state) => (Vec::new(), state.fell_back().what.powers.clone()),
        Weighing::Preparing(_)
        | Weighing::IndividualViews(_)
        | Weighing::Sealed(_)
        | Weighing::Dialogue(_)
        | Weighing::Diverged(_) => (Vec::new(), Vec::new()),
    };
    WeighingStand {
        step: step.id.clone(),
        state: step.weighing_state(),
        round: state.round(),
        views,
        common,
        own_powers,
        dissent,
        shifts: together::shifts(step),
        sealing: together::sealing(step, &state),
        never_opened: together::never_opened(step, &state),
    }
}

fn next_step(step: &StepCase<'_>) -> NextStepStand {
    let text = |said: &crate::said::Said<crate::narrative::Narrative>| {
        said.said().and_then(|text| text.text()).unwrap_or_default().to_owned()
    };
    NextStepStand {
        step: step.id.clone(),
        if_taken: text(&step.details().if_taken),
        if_not_taken: text(&step.details().if_not_taken),
        would_change_our_mind: text(&step.details().would_change_our_mind),
        review_on: step.details().review_on.said().copied(),
    }
}

/// Where the four machines of a step stand.
pub(super) fn stand(step: &StepCase<'_>) -> StepStand {
    let (decision, lapsed) = match step.decision {
        DecisionOn::Pending => ("Pending", None),
        DecisionOn::Granted => ("Granted", None),
        DecisionOn::PartlyGranted => ("PartlyGranted", None),
        DecisionOn::Refused => ("Refused", None),
        DecisionOn::UrgentlyGranted => ("UrgentlyGranted", None),
        DecisionOn::Confirmed => ("Confirmed", None),
        DecisionOn::NotMaintained => ("NotMaintained", None),
        DecisionOn::Lapsed { since } => ("Lapsed", Some(since)),
    };
    let (execution, ended) = match step.execution {
        ExecutionOn::NotStarted => ("NotStarted", None),
        ExecutionOn::InForce => ("InForce", None),
        ExecutionOn::Ended { on, cause } => match cause {
            EndCause::Recorded | EndCause::NotMaintained | EndCause::DecisionLapsed | EndCause::Quashed => {
                ("Ended", Some(on))
            }
        },
        ExecutionOn::Lapsed { since } => ("Lapsed", Some(since)),
        ExecutionOn::Expired { since } => ("Expired", Some(since)),
    };
    StepStand {
        request: step.record.machines.request().on(step.case.at).state(),
        decision,
        execution,
        appeal: step.record.machines.appeal().on(step.case.at).state(),
        since: lapsed.or(ended),
        until: step.until().filter(|_| step.record.machines.decision().on(step.case.at).is_granted()),
    }
}
