//! One of everything that can happen.

use afweging::{
    Account, AccountContested, AccountStillStands, AppealLodged, AppealRuled, CommonVerdict, Confirmation,
    ConsentAsked, Convergence, Decided, DecidedUrgently, DialogueOpened, DialogueReopened, Divergence,
    Effect, EffectNoted, Ended, FallbackUrgency, FellBack, FindingMade, Forum, Found, GroundId,
    HeardAfterwards, Hearing, HearingDeclined, Invitation, Machine, Narrative, NotHeardGround,
    NotHeardRecorded, Outcome, PersonId, Position, Refused, RequestFiled, RequestHeldOver, RevealedView,
    ReviewOutcome, Reviewed, Ruling, Said, Scope, SealedView, SealingAgreed, StatementId, StepId, Verdict,
    View, ViewsRevealed, Weighed, When, Withdrawal, Withdrawn,
};
use chrono::NaiveDate;

pub fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub fn when(text: &str) -> When {
    text.parse().expect("a moment")
}

pub fn person(id: &str) -> PersonId {
    PersonId::new(id).expect("an id")
}

pub fn mother() -> PersonId {
    person("mother")
}

pub fn step() -> StepId {
    StepId::new("s1").expect("an id")
}

pub fn statement() -> StatementId {
    StatementId::new("st1").expect("an id")
}

pub fn why() -> Narrative {
    "because".into()
}

/// Applies transitions one after another, on one day each from 2025-01-01 on.
pub fn run<M: Machine>(transitions: &[M::Transition]) -> Result<M, Refused<M>> {
    let days = date("2025-01-01").iter_days();
    days.zip(transitions).try_fold(M::start(), |state, (day, it)| state.apply(it, &When::Day(day)))
}

/// The state that transitions lead to.
pub fn after<M: Machine>(transitions: &[M::Transition]) -> M {
    match run(transitions) {
        Ok(state) => state,
        Err(refused) => panic!("{refused}"),
    }
}

/// The reason for which the last of these transitions is refused.
pub fn refusal<M: Machine + PartialEq>(transitions: &[M::Transition]) -> String {
    let (last, before) = transitions.split_last().expect("a transition");
    let state: M = after(before);
    let refused = state.clone().apply(last, &when("2025-12-31")).expect_err("a refusal");
    assert_eq!(refused.state, state, "a refused transition gives the state back");
    refused.reason
}

pub fn invitation(forum: Forum) -> Invitation {
    Invitation { person: mother(), forum }
}

pub fn hearing(forum: Forum, account: &str) -> Hearing {
    Hearing {
        person: mother(),
        forum,
        mode: Said::NotSaid,
        hearer: Said::NotSaid,
        distance: Said::NotSaid,
        account: Said::Said(account.into()),
    }
}

pub fn told(account: &Account) -> Option<&str> {
    account.told.what.account.said().and_then(Narrative::text)
}

pub fn confirmation() -> Confirmation {
    Confirmation { person: mother() }
}

pub fn contested() -> AccountContested {
    AccountContested { person: mother(), correction: "I said something else".into() }
}

pub fn declined() -> HearingDeclined {
    HearingDeclined { person: mother(), reason: Said::NotSaid }
}

pub fn not_heard() -> NotHeardRecorded {
    NotHeardRecorded { person: mother(), ground: NotHeardGround::Unreachable { attempts: 3 }, reason: why() }
}

pub fn still_stands(agreed: bool) -> AccountStillStands {
    AccountStillStands { person: mother(), agreed }
}

pub fn effect() -> EffectNoted {
    EffectNoted { person: mother(), effect: Effect::Nothing { why: why() } }
}

pub fn consent_asked(information: Said<Narrative>) -> ConsentAsked {
    ConsentAsked { person: mother(), scope: Scope::Step(step()), information }
}

pub fn ground(id: &str) -> Weighed {
    Weighed::Ground(GroundId::new(id).expect("an id"))
}

pub fn view(on: &str, verdict: Verdict) -> View {
    View {
        step: step(),
        on: ground(on),
        verdict,
        why: why(),
        norm: Said::NotSaid,
        threshold_for_action: Said::NotSaid,
        strengths: vec![],
        concerns: vec![],
        statements_for: vec![],
        statements_against: vec![],
        before_seeing_others: Said::NotSaid,
    }
}

pub fn opened() -> DialogueOpened {
    DialogueOpened {
        step: step(),
        participants: vec![],
        invited: vec![],
        declined: vec![],
        contradiction_by: Said::NotSaid,
    }
}

/// The salt under which everyone in these tests seals.
pub const SALT: &str = "a salt that nobody can guess";

pub fn sealing(circle: &[&str], on: &[&str]) -> SealingAgreed {
    SealingAgreed {
        step: step(),
        circle: circle.iter().map(|id| person(id)).collect(),
        on: on.iter().map(|id| ground(id)).collect(),
    }
}

pub fn sealed(by: &str, on: &str, verdict: Verdict) -> SealedView {
    SealedView::seal(&person(by), &view(on, verdict), SALT).expect("a salt of some length")
}

pub fn revealed(views: &[(&str, &str, Verdict)]) -> ViewsRevealed {
    let opened = |(by, on, verdict): &(&str, &str, Verdict)| RevealedView {
        by: person(by),
        view: view(on, *verdict),
        view_salt: SALT.into(),
    };
    ViewsRevealed { step: step(), views: views.iter().map(opened).collect() }
}

pub fn convergence(verdicts: &[(&str, Verdict)]) -> Convergence {
    let common = |(on, verdict): &(&str, Verdict)| CommonVerdict { on: ground(on), verdict: *verdict };
    Convergence { step: step(), verdicts: verdicts.iter().map(common).collect(), why: why() }
}

pub fn divergence(positions: &[(&str, &str, Verdict)]) -> Divergence {
    let position = |(by, on, verdict): &(&str, &str, Verdict)| Position {
        person: person(by),
        on: ground(on),
        verdict: *verdict,
        why: why(),
    };
    Divergence { step: step(), positions: positions.iter().map(position).collect() }
}

pub fn reopened() -> DialogueReopened {
    DialogueReopened {
        step: step(),
        why: why(),
        participants: vec![],
        invited: vec![],
        declined: vec![],
        contradiction_by: Said::NotSaid,
    }
}

pub fn fell_back(urgent: bool) -> FellBack {
    let urgency = FallbackUrgency { danger: "fire".into(), look_back: date("2025-02-01") };
    FellBack {
        step: step(),
        powers: vec![],
        urgency: if urgent { Said::Said(urgency) } else { Said::NotSaid },
    }
}

pub fn filed() -> RequestFiled {
    RequestFiled {
        step: step(),
        requester: person("raad"),
        form: Said::NotSaid,
        discussed_with_child: Said::NotSaid,
        mentions: Said::NotSaid,
    }
}

pub fn held_over() -> RequestHeldOver {
    RequestHeldOver { step: step(), until: date("2025-06-01"), why: why() }
}

pub fn decided(outcome: Outcome, until: Option<&str>) -> Decided {
    Decided {
        step: step(),
        decider: person("judge"),
        outcome,
        until: said_date(until),
        ex_officio: Said::NotSaid,
        why: Said::NotSaid,
    }
}

pub fn partly() -> Outcome {
    Outcome::PartlyGranted { granted: why(), refused: Said::NotSaid, held_over: Said::NotSaid }
}

pub fn decided_urgently(ex_parte: bool, until: Option<&str>) -> DecidedUrgently {
    DecidedUrgently {
        step: step(),
        decider: person("judge"),
        danger: "fire".into(),
        why_it_cannot_wait: why(),
        ex_parte,
        until: said_date(until),
        held_over: Said::NotSaid,
    }
}

pub fn heard_afterwards(maintained: bool, until: Option<&str>) -> HeardAfterwards {
    HeardAfterwards { step: step(), maintained, until: said_date(until), why: Said::NotSaid }
}

fn said_date(text: Option<&str>) -> Said<NaiveDate> {
    text.map_or(Said::NotSaid, |text| Said::Said(date(text)))
}

pub fn reviewed() -> Reviewed {
    Reviewed {
        step: step(),
        outcome: ReviewOutcome::Worse,
        sufficient: Said::Said(false),
        why: why(),
        happened: Said::NotSaid,
        adapt: Said::NotSaid,
        lesson: Said::NotSaid,
        plan_b_taken: Said::NotSaid,
        mind_change: Said::NotSaid,
        next_review: Said::NotSaid,
    }
}

pub fn ended() -> Ended {
    Ended { step: step(), why: why() }
}

pub fn lodged() -> AppealLodged {
    AppealLodged { step: step(), appellant: mother() }
}

pub fn ruled(ruling: Ruling) -> AppealRuled {
    AppealRuled { step: step(), decider: person("court"), ruling, why: Said::NotSaid }
}

pub fn finding(found: Found) -> FindingMade {
    FindingMade { statement: statement(), found, why: why(), answers: vec![] }
}

pub fn withdrawal() -> Withdrawal {
    Withdrawal { taken_back: Withdrawn::Statement(statement()), reason: why() }
}
