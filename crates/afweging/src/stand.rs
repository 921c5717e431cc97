//! How the steps of a dossier stand on a day: by whose law each is read, and where its decision and its carrying out are
//! once the terms of law and proposal are reckoned in.

mod last_days;

use chrono::NaiveDate;

use crate::dossier::{Dossier, StepRecord};
use crate::id::{MeasureId, PersonId, StepId};
use crate::pack::{Measure, Pack, Term};
use crate::step::{
    Decision, DecisionEvent, DecisionOn, DueDates, ExecutionOn, Proposal, Request, RequestEvent, RequestFiled,
};

pub(crate) use last_days::{decided_on, first_of, successor_requests};
use last_days::{due_dates, granted_until, longest, runs_on_from};

/// One step on a day.
pub(crate) struct Stand<'a> {
    pub(crate) id: &'a StepId,
    pub(crate) record: &'a StepRecord,
    /// The day on which it is looked at.
    pub(crate) at: NaiveDate,
    /// The day by whose law it is read: that of the decision, else of the request, else the day on which it is looked at.
    pub(crate) on: NaiveDate,
    /// What the law pack has of the measure on that day.
    pub(crate) measure: Option<&'a Measure>,
    pub(crate) decision: DecisionOn,
    pub(crate) execution: ExecutionOn,
    /// The last days that law and proposal set.
    pub(crate) due: DueDates,
    /// The day on which it takes over from the step that it extends.
    runs_on: Option<NaiveDate>,
    dossier: &'a Dossier,
}

/// The steps that were proposed by the day and not taken back by a correction.
pub(crate) fn stands<'a>(
    dossier: &'a Dossier,
    pack: &'a Pack,
    at: NaiveDate,
) -> impl Iterator<Item = Stand<'a>> {
    dossier
        .steps()
        .iter()
        .filter(move |(_, record)| {
            record.proposal.occurred.first_day() <= at && !dossier.is_corrected(record.proposal.seq)
        })
        .map(move |(id, record)| Stand::of(dossier, pack, id, record, at))
}

impl<'a> Stand<'a> {
    pub(crate) fn of(
        dossier: &'a Dossier,
        pack: &'a Pack,
        id: &'a StepId,
        record: &'a StepRecord,
        at: NaiveDate,
    ) -> Self {
        let decided = record.machines.decision().until(at).last().map(|it| it.occurred.first_day());
        let filed = record.machines.request().until(at).last().map(|it| it.occurred.first_day());
        let on = decided.or(filed).unwrap_or(at);
        let measure = pack.measure(&record.proposal.what.measure, on);
        let runs_on = runs_on_from(dossier, pack, record, at);
        let due = due_dates(dossier, record, measure, runs_on, at);
        Stand {
            id,
            record,
            at,
            on,
            measure,
            decision: record.machines.decision_on(at, due.heard_by),
            execution: record.machines.execution_on(at, &due),
            due,
            runs_on,
            dossier,
        }
    }

    /// The last day of what was granted, by law, proposal and decision.
    pub(crate) fn until(&self) -> Option<NaiveDate> {
        granted_until(self.record, &self.due, self.at)
    }

    /// The longest that the law lets it last when it is ordered on a day, and the day from which that is counted.
    pub(crate) fn longest(&self, ordered: NaiveDate) -> Option<(&'a Term, NaiveDate)> {
        longest(self.dossier, self.record, self.measure?, (ordered, self.runs_on), self.at)
    }

    pub(crate) fn proposal(&self) -> &'a Proposal {
        &self.record.proposal.what
    }

    pub(crate) fn measure_id(&self) -> &'a MeasureId {
        &self.proposal().measure
    }

    pub(crate) fn about(&self) -> &'a PersonId {
        &self.proposal().about
    }

    /// The latest filing, with the entry.
    pub(crate) fn filed(&self) -> Option<(&'a RequestFiled, u64)> {
        self.record
            .machines
            .request()
            .until(self.at)
            .filter_map(|it| match &it.transition {
                RequestEvent::File(filed) => Some((filed, it.seq)),
                _ => None,
            })
            .last()
    }

    /// Who decided, with the entry.
    pub(crate) fn decided_by(&self) -> Option<(&'a PersonId, u64)> {
        self.record
            .machines
            .decision()
            .until(self.at)
            .filter_map(|it| match &it.transition {
                DecisionEvent::Decide(decided) => Some((&decided.decider, it.seq)),
                DecisionEvent::DecideUrgently(decided) => Some((&decided.decider, it.seq)),
                DecisionEvent::Hear(_) => None,
            })
            .last()
    }

    /// Whether a decision was taken by the day.
    pub(crate) fn is_decided(&self) -> bool {
        !matches!(self.record.machines.decision().on(self.at), Decision::Pending(_))
    }

    /// Whether its request was taken back.
    pub(crate) fn is_withdrawn(&self) -> bool {
        matches!(self.record.machines.request().on(self.at), Request::Withdrawn(_))
    }

    /// Whether it is asked for and not yet decided on.
    pub(crate) fn is_asked(&self) -> bool {
        self.filed().is_some() && !self.is_withdrawn() && self.decision == DecisionOn::Pending
    }

    /// Whether it is granted.
    pub(crate) fn is_granted(&self) -> bool {
        matches!(
            self.decision,
            DecisionOn::Granted
                | DecisionOn::PartlyGranted
                | DecisionOn::UrgentlyGranted
                | DecisionOn::Confirmed
        )
    }

    /// Whether it is in force, or granted and can still be used.
    pub(crate) fn is_there(&self) -> bool {
        self.execution == ExecutionOn::InForce
            || (self.is_granted() && self.execution == ExecutionOn::NotStarted)
    }
}
