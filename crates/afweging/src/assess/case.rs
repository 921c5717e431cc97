//! The case under assessment: the dossier, the pack and the day, and one step of it with what the law says of it.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::actor::Actor;
use crate::aid::Pseudonyms;
use crate::authority::is_for_ending;
use crate::dossier::{Door, Dossier, Recorded};
use crate::fact::EvidenceGraph;
use crate::id::{MeasureId, PersonId, PlacementId, StatementId, StepId};
use crate::machine::Machine as _;
use crate::pack::{Grant, Pack};
use crate::said::Said;
use crate::sentence::Sentence;
use crate::stand::{Stand, stands};
use crate::step::{DecisionOn, ExecutionOn, Frame, StepDetails, UrgencyDeclared};
use crate::time::When;

use super::facts::Standing;

/// Plans, word for word, each with whom it is about and one step for each of them.
pub(super) type Plans = BTreeMap<Vec<String>, Vec<(PersonId, StepId)>>;

/// A dossier, a law pack and a day.
pub(super) struct Case<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) pack: &'a Pack,
    pub(super) at: NaiveDate,
    /// How each statement stands: asked for in many places, reckoned once.
    pub(super) standings: RefCell<BTreeMap<StatementId, Option<Rc<Standing>>>>,
    /// All evidence as it stands on the day: put together once.
    pub(super) evidence: EvidenceGraph<'a>,
    /// The same plan, by whom it is about and in which step: laid beside each other once.
    pub(super) plans: OnceCell<Plans>,
    /// The pseudonyms, to be read as "somebody".
    pub(super) names: OnceCell<Pseudonyms>,
    /// When something last came in about the facts.
    pub(super) newest_fact: OnceCell<Option<NaiveDate>>,
}

/// One step of a case: how it stands, with what was said of it.
pub(super) struct StepCase<'a> {
    pub(super) case: &'a Case<'a>,
    stand: Stand<'a>,
    /// What was said of it up to the day.
    details: OnceCell<StepDetails>,
    pub(super) placement: Option<&'a PlacementId>,
    /// Whether it is looked at as an own act, by whichever door it came in.
    as_own: bool,
}

impl<'a> Deref for StepCase<'a> {
    type Target = Stand<'a>;

    fn deref(&self) -> &Stand<'a> {
        &self.stand
    }
}

impl<'a> Case<'a> {
    pub(super) fn new(dossier: &'a Dossier, pack: &'a Pack, at: NaiveDate) -> Self {
        Self {
            dossier,
            pack,
            at,
            standings: RefCell::default(),
            evidence: dossier.evidence_on(at),
            plans: OnceCell::new(),
            names: OnceCell::new(),
            newest_fact: OnceCell::new(),
        }
    }

    /// The pseudonyms of everybody.
    pub(super) fn names(&self) -> &Pseudonyms {
        self.names.get_or_init(|| Pseudonyms::of(self.dossier, self.at))
    }

    pub(super) fn has_occurred(&self, when: &When) -> bool {
        when.first_day() <= self.at
    }

    /// The steps that were proposed by the day and not taken back by a correction.
    pub(super) fn steps(&'a self) -> impl Iterator<Item = StepCase<'a>> {
        stands(self.dossier, self.pack, self.at).map(|stand| StepCase::new(self, stand))
    }

    /// A step, by its id, if it is there on the day.
    pub(super) fn step(&'a self, id: &'a StepId) -> Option<StepCase<'a>> {
        let record = self.dossier.steps().get(id)?;
        self.has_occurred(&record.proposal.occurred)
            .then(|| StepCase::new(self, Stand::of(self.dossier, self.pack, id, record, self.at)))
    }

    /// Somebody, as a sentence names them: the role and the pseudonym.
    pub(super) fn person(&self, id: &PersonId) -> Sentence {
        self.dossier.people().named(id)
    }

    /// A measure, as a sentence names it: the name and the id.
    pub(super) fn measure(&self, id: &MeasureId, on: NaiveDate) -> Sentence {
        crate::authority::measure_name(self.pack, id, on)
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
    fn new(case: &'a Case<'a>, stand: Stand<'a>) -> Self {
        let placement = stand.proposal().placement.said();
        StepCase { case, stand, details: OnceCell::new(), placement, as_own: false }
    }

    /// The same step, held to what an own act takes: somebody wants to decide on it by the own door.
    pub(super) fn as_own(&self) -> StepCase<'a> {
        let stand = Stand::of(self.case.dossier, self.case.pack, self.id, self.record, self.case.at);
        StepCase { as_own: true, ..StepCase::new(self.case, stand) }
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

    pub(super) fn dossier(&self) -> &'a Dossier {
        self.case.dossier
    }

    pub(super) fn measure_name(&self) -> Sentence {
        self.case.measure(self.measure_id(), self.on)
    }

    pub(super) fn is_own(&self) -> bool {
        self.as_own || self.record.proposal.door == Door::Own
    }

    pub(super) fn frame(&self) -> Frame {
        self.measure.map_or(Frame::Compulsory, |measure| measure.frame)
    }

    /// Whether somebody may decide on this measure by their role, in first instance or on appeal.
    pub(super) fn may_decide(&self, person: &PersonId) -> bool {
        let Some(role) = self.dossier().people().role(person) else { return false };
        // A court on the map of the measure may decide, whichever of its acts stands there.
        if role.is_court() {
            return self.is_for_a_court();
        }
        role.body().is_some_and(|body| self.has_grant(body, crate::actor::Act::Decide))
    }

    /// Whether a court stands on the map of this measure. Of a measure that the pack does not have nobody can say that none
    /// does.
    pub(super) fn is_for_a_court(&self) -> bool {
        let of_court = |grant: &Grant| grant.measure == *self.measure_id() && grant.actor.is_court();
        self.measure.is_none() || self.case.pack.grants(self.on).iter().any(of_court)
    }

    pub(super) fn has_grant(&self, actor: Actor, act: crate::actor::Act) -> bool {
        let ended = self.ended_measure();
        self.case.pack.grants(self.on).iter().any(|grant| {
            grant.actor == actor
                && grant.act == act
                && grant.measure == *self.measure_id()
                && ended.is_none_or(|ended| is_for_ending(grant, ended))
        })
    }

    /// The measure of the step that this one says it ends.
    pub(super) fn ended_measure(&self) -> Option<&'a MeasureId> {
        let Said::Said(ended) = &self.stand.proposal().ends else { return None };
        let ended = self.dossier().steps().get(ended)?;
        let is_there = self.case.has_occurred(&ended.proposal.occurred)
            && !self.dossier().is_corrected(ended.proposal.seq);
        is_there.then_some(&ended.proposal.what.measure)
    }

    /// Whether the pack has the measure, in the place that was said.
    pub(super) fn is_covered(&self) -> bool {
        let has = |place| self.measure.is_some_and(|measure| measure.placement(place).is_some());
        self.measure.is_some() && self.placement.is_none_or(has)
    }

    /// Whether an urgent decision was taken, or urgency is on record and the measure can be ordered urgently.
    pub(super) fn urgency(&self) -> Option<(NaiveDate, u64)> {
        self.measure?.urgent.as_ref()?;
        let declared = self.case.so_far(&self.record.urgency);
        let latest = declared.max_by_key(|it| (it.occurred.first_day(), it.seq))?;
        Some((self.look_back_of(&latest.what), latest.seq))
    }

    /// The day by which people look back on what urgency put off: the one that was said, and never later than the law has
    /// those concerned heard after an order without a hearing.
    pub(super) fn look_back_of(&self, urgency: &UrgencyDeclared) -> NaiveDate {
        self.due.heard_by.map_or(urgency.look_back, |last| last.min(urgency.look_back))
    }

    /// Whether it was being carried out on an earlier day, by what is known on the day of assessment.
    pub(super) fn is_in_force_on(&self, day: NaiveDate) -> bool {
        self.record.machines.execution_on(day.min(self.case.at), &self.due) == ExecutionOn::InForce
    }

    /// Whether nothing can come of it any more: it was refused or taken back, or what was decided is gone.
    pub(super) fn is_over(&self) -> bool {
        matches!(self.decision, DecisionOn::Refused | DecisionOn::NotMaintained | DecisionOn::Lapsed { .. })
            || matches!(
                self.execution,
                ExecutionOn::Ended { .. } | ExecutionOn::Lapsed { .. } | ExecutionOn::Expired { .. }
            )
            || self.is_withdrawn()
    }

    /// The name of the weighing's state, as the transition table has it.
    pub(super) fn weighing_state(&self) -> &'static str {
        self.record.weighing.as_of(self.case.at).state()
    }
}

/// The other steps about the same person.
pub(super) fn others_about<'a>(step: &'a StepCase<'_>) -> impl Iterator<Item = StepCase<'a>> {
    step.case.steps().filter(|other| other.id != step.id && other.about() == step.about())
}
