//! The four machines of a step side by side, and how they stand on a day.
//!
//! The machines do not check each other: that a step is carried out without a decision, or decided on without a
//! request, is a defect to be found and not a history to be refused. There is one exception: an appeal is against a
//! decision, so without one there is nothing to appeal against.

use chrono::NaiveDate;

use super::{Appeal, AppealEvent, Decision, DecisionEvent, Execution, ExecutionEvent, Request, RequestEvent};
use crate::machine::{Dated, History, Incoherent, Machine};

/// What can happen to a step, by the machine that it happens to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepEvent {
    /// To its request.
    Request(RequestEvent),
    /// To the decision on it.
    Decision(DecisionEvent),
    /// To its carrying out.
    Execution(ExecutionEvent),
    /// To the appeal against the decision.
    Appeal(AppealEvent),
}

/// The four machines of one step with their histories.
#[derive(Debug, Clone, Default)]
pub struct StepState {
    request: History<Request>,
    decision: History<Decision>,
    execution: History<Execution>,
    appeal: History<Appeal>,
}

/// How the decision on a step stands on a day: what is recorded, and what is derived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecisionOn {
    /// Nobody decided.
    Pending,
    /// Granted as asked.
    Granted,
    /// Granted in part.
    PartlyGranted,
    /// Refused.
    Refused,
    /// Granted urgently; those concerned are still to be heard.
    UrgentlyGranted,
    /// Granted urgently, and maintained.
    Confirmed,
    /// Granted urgently, and not maintained.
    NotMaintained,
    /// Granted urgently without hearing anyone (*ex parte*), and nobody was heard in time.
    Lapsed {
        /// The first day on which it no longer counts.
        since: NaiveDate,
    },
}

/// Why the carrying out of a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EndCause {
    /// An entry says so.
    Recorded,
    /// The urgent decision was not maintained.
    NotMaintained,
    /// The urgent decision lapsed.
    DecisionLapsed,
    /// The decision was set aside on appeal.
    Quashed,
}

/// How the carrying out of a step stands on a day: what is recorded, and what is derived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExecutionOn {
    /// Not begun, and it may still begin as far as the terms say.
    NotStarted,
    /// In force.
    InForce,
    /// Ended.
    Ended {
        /// The day on which it did.
        on: NaiveDate,
        /// Why.
        cause: EndCause,
    },
    /// Not begun while it could: the decision can no longer be used, whatever was begun after that.
    Lapsed {
        /// The first day on which that is so.
        since: NaiveDate,
    },
    /// Begun, and its term has passed.
    Expired {
        /// The first day after the term.
        since: NaiveDate,
    },
}

/// The last days that the law, the decision or the proposal sets. The caller knows the terms; absent means that there
/// is none, or that nobody knows it: nothing is derived from it then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DueDates {
    /// The last day on which those concerned can be heard after an ex parte decision. When nobody was by then, it lapses
    /// on that day.
    pub heard_by: Option<NaiveDate>,
    /// The last day on which what is granted can begin to be used.
    pub started_by: Option<NaiveDate>,
    /// The last day of the term, by law or by the proposal. One that the decision sets counts beside it.
    pub until: Option<NaiveDate>,
}

impl StepState {
    /// The request.
    pub fn request(&self) -> &History<Request> {
        &self.request
    }

    /// The decision.
    pub fn decision(&self) -> &History<Decision> {
        &self.decision
    }

    /// The carrying out.
    pub fn execution(&self) -> &History<Execution> {
        &self.execution
    }

    /// The appeal.
    pub fn appeal(&self) -> &History<Appeal> {
        &self.appeal
    }

    /// Takes up what happened at its place on the timeline; leaves everything as it was when it refuses.
    ///
    /// # Errors
    /// [`Incoherent`] when it, or something that occurred after it, is then not allowed.
    pub fn take(&mut self, dated: Dated<StepEvent>) -> Result<(), Incoherent> {
        let Dated { seq, occurred, transition } = dated;
        match transition {
            StepEvent::Request(transition) => self.request.take(Dated { seq, occurred, transition }),
            StepEvent::Decision(transition) => {
                let mut decision = self.decision.clone();
                decision.take(Dated { seq, occurred, transition })?;
                appeals_need(&self.appeal, &decision, seq)?;
                self.decision = decision;
                Ok(())
            }
            StepEvent::Execution(transition) => self.execution.take(Dated { seq, occurred, transition }),
            StepEvent::Appeal(transition) => {
                if matches!(transition, AppealEvent::Lodge(_)) {
                    appeal_needs(&self.decision, occurred.first_day(), None)?;
                }
                self.appeal.take(Dated { seq, occurred, transition })
            }
        }
    }

    /// Takes out what a corrected entry recorded; leaves everything as it was when it refuses.
    ///
    /// # Errors
    /// [`Incoherent`] when something later is not allowed without it.
    pub fn take_out(&mut self, seq: u64) -> Result<(), Incoherent> {
        let of_request_or_decision = self.request.holds(seq) || self.decision.holds(seq);
        if !of_request_or_decision && !self.execution.holds(seq) && !self.appeal.holds(seq) {
            return Ok(());
        }
        let mut without = self.clone();
        without.request.take_out(seq)?;
        without.decision.take_out(seq)?;
        without.execution.take_out(seq)?;
        without.appeal.take_out(seq)?;
        appeals_need(&without.appeal, &without.decision, seq)?;
        *self = without;
        Ok(())
    }

    /// How the decision stands on a day. `heard_by` is the last day on which those concerned can be heard after an ex
    /// parte decision; who is heard later is heard in vain.
    pub fn decision_on(&self, at: NaiveDate, heard_by: Option<NaiveDate>) -> DecisionOn {
        let decision = self.decision.on(at);
        if let Some(since) = lapsed_since(&decision, at, heard_by) {
            return DecisionOn::Lapsed { since };
        }
        match decision {
            Decision::Pending(_) => DecisionOn::Pending,
            Decision::Granted(_) => DecisionOn::Granted,
            Decision::PartlyGranted(_) => DecisionOn::PartlyGranted,
            Decision::Refused(_) => DecisionOn::Refused,
            Decision::UrgentlyGranted(_) => DecisionOn::UrgentlyGranted,
            Decision::Confirmed(_) => DecisionOn::Confirmed,
            Decision::NotMaintained(_) => DecisionOn::NotMaintained,
        }
    }

    /// How the carrying out stands on a day. What comes first counts: an entry that ends it, a decision that falls
    /// away, or a term that passes. A step that had not begun when its title fell away has lapsed, also when it begins
    /// after that: what comes later changes nothing of an earlier day.
    pub fn execution_on(&self, at: NaiveDate, due: &DueDates) -> ExecutionOn {
        let decision = self.decision.on(at);
        let execution = self.execution.on(at);
        let started = execution.started().map(|when| when.first_day());
        let recorded = match &execution {
            Execution::Ended(state) => Some((state.ended().when.first_day(), EndCause::Recorded)),
            Execution::NotStarted(_) | Execution::InForce(_) => None,
        };
        let ended = [recorded, self.fell_away(&decision, at, due.heard_by)].into_iter().flatten().min();
        let ended = ended.map(|(on, cause)| match started {
            Some(started) if started <= on => (on, ExecutionOn::Ended { on, cause }),
            _ => (on, ExecutionOn::Lapsed { since: on }),
        });
        let passed = self.passed(&decision, started, due).filter(|(since, _)| *since <= at);
        match (ended, passed) {
            (Some((on, ended)), Some((since, passed))) => {
                if on <= since {
                    ended
                } else {
                    passed
                }
            }
            (Some((_, ended)), None) => ended,
            (None, Some((_, passed))) => passed,
            (None, None) if started.is_some() => ExecutionOn::InForce,
            (None, None) => ExecutionOn::NotStarted,
        }
    }

    /// The first day on which a term had passed, and what that makes of the carrying out. What was refused has no title that
    /// could pass unless it goes on all the same.
    fn passed(
        &self,
        decision: &Decision,
        started: Option<NaiveDate>,
        due: &DueDates,
    ) -> Option<(NaiveDate, ExecutionOn)> {
        let is_refused = matches!(decision, Decision::Pending(_) | Decision::Refused(_));
        if started.is_none() && is_refused {
            return None;
        }
        let after = |last: NaiveDate| last.succ_opt();
        let had_begun_by = |since: NaiveDate| started.is_some_and(|started| started < since);
        let until = [due.until, decision.named_until()].into_iter().flatten().min().and_then(after);
        // What is being used cannot go unused.
        let unused = due.started_by.and_then(after).filter(|since| !had_begun_by(*since));
        let since = [until, unused].into_iter().flatten().min()?;
        let passed =
            if had_begun_by(since) { ExecutionOn::Expired { since } } else { ExecutionOn::Lapsed { since } };
        Some((since, passed))
    }

    /// When and why the decision fell away, at the latest on `at`.
    fn fell_away(
        &self,
        decision: &Decision,
        at: NaiveDate,
        heard_by: Option<NaiveDate>,
    ) -> Option<(NaiveDate, EndCause)> {
        let lapsed = lapsed_since(decision, at, heard_by).map(|since| (since, EndCause::DecisionLapsed));
        let not_maintained = match decision {
            Decision::NotMaintained(_) => {
                decision.heard_afterwards().map(|heard| (heard.when.first_day(), EndCause::NotMaintained))
            }
            Decision::Pending(_)
            | Decision::Granted(_)
            | Decision::PartlyGranted(_)
            | Decision::Refused(_)
            | Decision::UrgentlyGranted(_)
            | Decision::Confirmed(_) => None,
        };
        let appeal = self.appeal.on(at);
        let quashed = appeal.quashed_since().map(|when| (when.first_day(), EndCause::Quashed));
        [lapsed, not_maintained, quashed].into_iter().flatten().min()
    }
}

/// Since when an ex parte decision no longer counts, because nobody was heard in time.
fn lapsed_since(decision: &Decision, at: NaiveDate, heard_by: Option<NaiveDate>) -> Option<NaiveDate> {
    let last = heard_by?;
    let urgent = decision.decided_urgently()?;
    let in_time = decision.heard_afterwards().is_some_and(|heard| heard.when.first_day() <= last);
    if !urgent.what.ex_parte || in_time {
        return None;
    }
    (last <= at).then_some(last)
}

/// The states of a decision in which there is something to appeal against.
fn is_appealable(decision: &Decision) -> bool {
    match decision {
        Decision::Granted(_) | Decision::PartlyGranted(_) | Decision::Refused(_) | Decision::Confirmed(_) => {
            true
        }
        Decision::Pending(_) | Decision::UrgentlyGranted(_) | Decision::NotMaintained(_) => false,
    }
}

fn appeal_needs(
    decision: &History<Decision>,
    on: NaiveDate,
    later_entry: Option<u64>,
) -> Result<(), Incoherent> {
    let decision = decision.on(on);
    if is_appealable(&decision) {
        return Ok(());
    }
    Err(Incoherent {
        transition: "lodge",
        later_entry,
        state: decision.state(),
        allowed: decision.allowed(),
        reason: "there is no decision on that day that can be appealed against".to_owned(),
    })
}

fn appeals_need(appeal: &History<Appeal>, decision: &History<Decision>, new: u64) -> Result<(), Incoherent> {
    for dated in appeal.all() {
        if matches!(dated.transition, AppealEvent::Lodge(_)) && dated.seq != new {
            appeal_needs(decision, dated.occurred.first_day(), Some(dated.seq))?;
        }
    }
    Ok(())
}
