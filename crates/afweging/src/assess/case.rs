//! The case under assessment: the dossier, the pack and the day, and one step of it with what the law says of it.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::actor::Actor;
use crate::dossier::{Door, Dossier, Recorded, StepRecord};
use crate::id::{MeasureId, PersonId, PlacementId, StatementId, StepId};
use crate::machine::Machine as _;
use crate::pack::{Measure, Pack};
use crate::sentence::Sentence;
use crate::step::{
    Decision, DecisionEvent, DecisionOn, ExecutionOn, Frame, Proposal, Request, RequestEvent, StepDetails,
};
use crate::time::When;

use super::facts::Standing;

/// A dossier, a law pack and a day.
pub(super) struct Case<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) pack: &'a Pack,
    pub(super) at: NaiveDate,
    /// How each statement stands: asked for in many places, reckoned once.
    pub(super) standings: RefCell<BTreeMap<StatementId, Option<Rc<Standing>>>>,
}

/// One step of a case.
pub(super) struct StepCase<'a> {
    pub(super) case: &'a Case<'a>,
    pub(super) id: &'a StepId,
    pub(super) record: &'a StepRecord,
    /// What was said of it up to the day.
    details: OnceCell<StepDetails>,
    /// The day by whose law it is read: that of the decision, else of the request, else the day of assessment.
    pub(super) on: NaiveDate,
    /// What the law pack has of the measure on that day.
    pub(super) measure: Option<&'a Measure>,
    pub(super) placement: Option<&'a PlacementId>,
    pub(super) decision: DecisionOn,
    pub(super) execution: ExecutionOn,
}

impl<'a> Case<'a> {
    pub(super) fn new(dossier: &'a Dossier, pack: &'a Pack, at: NaiveDate) -> Self {
        Self { dossier, pack, at, standings: RefCell::default() }
    }

    pub(super) fn has_occurred(&self, when: &When) -> bool {
        when.first_day() <= self.at
    }

    /// The steps that were proposed by the day and not taken back by a correction.
    pub(super) fn steps(&'a self) -> impl Iterator<Item = StepCase<'a>> {
        self.dossier
            .steps()
            .iter()
            .filter(|(_, record)| {
                self.has_occurred(&record.proposal.occurred)
                    && !self.dossier.is_corrected(record.proposal.seq)
            })
            .map(|(id, record)| StepCase::new(self, id, record))
    }

    /// A step, by its id, if it is there on the day.
    pub(super) fn step(&'a self, id: &'a StepId) -> Option<StepCase<'a>> {
        let record = self.dossier.steps().get(id)?;
        self.has_occurred(&record.proposal.occurred).then(|| StepCase::new(self, id, record))
    }

    /// Somebody, as a sentence names them: the role and the pseudonym.
    pub(super) fn person(&self, id: &PersonId) -> Sentence {
        match self.dossier.people().role(id) {
            Some(role) => {
                let label = role.label();
                if label.nl == id.as_str() || label.en == id.as_str() {
                    return label;
                }
                Sentence::new(format!("{} ({id})", label.nl), format!("{} ({id})", label.en))
            }
            None => Sentence::same(id),
        }
    }

    /// A measure, as a sentence names it: the name and the id.
    pub(super) fn measure(&self, id: &MeasureId, on: NaiveDate) -> Sentence {
        match self.pack.measure(id, on) {
            Some(measure) => Sentence::new(
                format!("{} ({id})", measure.labels.nl),
                format!("{} ({id})", measure.labels.en),
            ),
            None => Sentence::same(id),
        }
    }

    /// What is recorded of something up to the day.
    pub(super) fn so_far<T>(
        &self,
        recorded: &'a [Recorded<T>],
    ) -> impl DoubleEndedIterator<Item = &'a Recorded<T>> {
        let at = self.at;
        recorded.iter().filter(move |it| it.occurred.first_day() <= at)
    }
}

impl<'a> StepCase<'a> {
    fn new(case: &'a Case<'a>, id: &'a StepId, record: &'a StepRecord) -> Self {
        let day_of = |when: &When| when.first_day();
        let decided = record.machines.decision().until(case.at).last().map(|it| day_of(&it.occurred));
        let filed = record.machines.request().until(case.at).last().map(|it| day_of(&it.occurred));
        let on = decided.or(filed).unwrap_or(case.at);
        let proposal = &record.proposal.what;
        let measure = case.pack.measure(&proposal.measure, on);
        let (decision, execution) = super::term::stand(case, record, measure);
        StepCase {
            details: OnceCell::new(),
            case,
            id,
            record,
            on,
            measure,
            placement: proposal.placement.said(),
            decision,
            execution,
        }
    }

    /// What was said of it up to the day. Put together when somebody asks: most steps are only looked at in passing.
    pub(super) fn details(&self) -> &StepDetails {
        self.details.get_or_init(|| {
            let mut details = StepDetails::default();
            for said in self.case.so_far(&self.record.details) {
                details.merge(&said.what);
            }
            details
        })
    }

    pub(super) fn proposal(&self) -> &'a Proposal {
        &self.record.proposal.what
    }

    pub(super) fn measure_id(&self) -> &'a MeasureId {
        &self.proposal().measure
    }

    pub(super) fn about(&self) -> &'a PersonId {
        &self.proposal().about
    }

    pub(super) fn dossier(&self) -> &'a Dossier {
        self.case.dossier
    }

    pub(super) fn measure_name(&self) -> Sentence {
        self.case.measure(self.measure_id(), self.on)
    }

    pub(super) fn is_own(&self) -> bool {
        self.record.proposal.door == Door::Own
    }

    pub(super) fn frame(&self) -> Frame {
        self.measure.map_or(Frame::Compulsory, |measure| measure.frame)
    }

    /// The request that stands filed on the day: who asked, with the entry.
    pub(super) fn filed(&self) -> Option<(&'a crate::step::RequestFiled, u64)> {
        self.record
            .machines
            .request()
            .until(self.case.at)
            .filter_map(|it| match &it.transition {
                RequestEvent::File(filed) => Some((filed, it.seq)),
                _ => None,
            })
            .last()
    }

    /// Who decided, with the entry.
    pub(super) fn decided_by(&self) -> Option<(&'a PersonId, u64)> {
        self.record
            .machines
            .decision()
            .until(self.case.at)
            .filter_map(|it| match &it.transition {
                DecisionEvent::Decide(decided) => Some((&decided.decider, it.seq)),
                DecisionEvent::DecideUrgently(decided) => Some((&decided.decider, it.seq)),
                DecisionEvent::Hear(_) => None,
            })
            .last()
    }

    /// Whether a decision was taken by the day.
    pub(super) fn is_decided(&self) -> bool {
        !matches!(self.record.machines.decision().on(self.case.at), Decision::Pending(_))
    }

    /// Whether somebody may decide on this measure by their role, in first instance or on appeal.
    pub(super) fn may_decide(&self, person: &PersonId) -> bool {
        let Some(role) = self.dossier().people().role(person) else { return false };
        role.is_court() || role.body().is_some_and(|body| self.has_grant(body, crate::actor::Act::Decide))
    }

    pub(super) fn has_grant(&self, actor: Actor, act: crate::actor::Act) -> bool {
        self.case
            .pack
            .grants(self.on)
            .iter()
            .any(|grant| grant.actor == actor && grant.act == act && grant.measure == *self.measure_id())
    }

    /// Whether an urgent decision was taken, or urgency is on record and the measure can be ordered urgently.
    pub(super) fn urgency(&self) -> Option<(NaiveDate, u64)> {
        self.measure?.urgent.as_ref()?;
        self.case.so_far(&self.record.urgency).last().map(|it| (it.what.look_back, it.seq))
    }

    /// Whether it was being carried out on an earlier day, by what is known on the day of assessment.
    pub(super) fn is_in_force_on(&self, day: NaiveDate) -> bool {
        let due = super::term::due_dates(self.case, self.record, self.measure);
        self.record.machines.execution_on(day.min(self.case.at), &due) == ExecutionOn::InForce
    }

    /// Whether nothing can come of it any more: it was refused or taken back, or what was decided is gone.
    pub(super) fn is_over(&self) -> bool {
        matches!(self.decision, DecisionOn::Refused | DecisionOn::NotMaintained | DecisionOn::Lapsed { .. })
            || matches!(
                self.execution,
                ExecutionOn::Ended { .. } | ExecutionOn::Lapsed { .. } | ExecutionOn::Expired { .. }
            )
            || matches!(self.record.machines.request().on(self.case.at), Request::Withdrawn(_))
    }

    /// The name of the weighing's state, as the transition table has it.
    pub(super) fn weighing_state(&self) -> &'static str {
        self.record.weighing.as_of(self.case.at).state()
    }
}
