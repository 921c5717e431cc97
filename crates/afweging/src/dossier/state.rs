//! What the log adds up to: every person, statement, step and consent with its history.
//!
//! The fold knows the state machines and nothing of the law: it refuses what is incoherent, never what is unlawful.

mod correction;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::entry::{Door, NewEntry};
use super::event::{Contested, Event, Link, SetAside};
use super::people::People;
use super::told::Told;
use super::verbs::{self, refusal};
use crate::code::Code;
use crate::consent::{Consent, ConsentEvent, Scope};
use crate::document::DocumentNoted;
use crate::error::Refusal;
use crate::fact::{Claim, EvidenceAdded, Statement, StatementEvent, Withdrawn};
use crate::id::{AlternativeId, EvidenceId, ObligationId, PersonId, StatementId, StepId};
use crate::machine::{Dated, History, Incoherent, Machine};
use crate::moment::MomentNoted;
use crate::perspective::{CycleOpened, Perspective, PerspectiveEvent};
use crate::step::{
    AlternativeNamed, AppealEvent, CandidatesAnswered, DecisionEvent, DefectPassedOver, ExecutionEvent,
    MindChangeLinked, ObligationMet, ObligationOrdered, PlacementChanged, Proposal, RequestEvent,
    StepDetails, StepEvent, StepState, UrgencyDeclared,
};
use crate::time::When;
use crate::watch::{Closed, HandOverAccepted, HandedOver, ReportReceived, WatchLeft, WatchTaken};
use crate::weighing::{Weighing, WeighingEvent};

/// Something recorded, with who recorded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded<T> {
    /// The entry.
    pub seq: u64,
    /// When it was so.
    pub occurred: When,
    /// By whom.
    pub by: PersonId,
    /// By which door.
    pub door: Door,
    /// What.
    pub what: T,
}

/// A statement with all that the dossier holds of it.
#[derive(Debug, Clone)]
pub struct StatementRecord {
    /// The claim.
    pub claim: Recorded<Claim>,
    /// The evidence, in the order in which it was recorded.
    pub evidence: Vec<EvidenceId>,
    /// What became of it.
    pub history: History<Statement>,
}

impl StatementRecord {
    /// The entry that took it back, on a day on which it is.
    pub fn withdrawn_by(&self, on: NaiveDate) -> Option<u64> {
        let last = self.history.until(on).last()?;
        matches!(last.transition, StatementEvent::Withdraw(_)).then_some(last.seq)
    }
}

/// A piece of evidence, and whether it was taken back.
#[derive(Debug, Clone)]
pub struct EvidenceRecord {
    /// The evidence.
    pub added: Recorded<EvidenceAdded>,
    /// When it was taken back, with the entry.
    pub withdrawn: Option<(u64, When)>,
}

/// A step with all that the dossier holds of it.
#[derive(Debug, Clone)]
pub struct StepRecord {
    /// The proposal.
    pub proposal: Recorded<Proposal>,
    /// What was said of it, later additions after earlier ones.
    pub details: Vec<Recorded<StepDetails>>,
    /// How it is weighed.
    pub weighing: History<Weighing>,
    /// Request, decision, execution, appeal.
    pub machines: StepState,
    /// The alternatives that were named.
    pub alternatives: Vec<AlternativeId>,
    /// The answers to candidates.
    pub answers: Vec<Recorded<CandidatesAnswered>>,
    /// Urgency on the record.
    pub urgency: Vec<Recorded<UrgencyDeclared>>,
    /// Defects that were passed over.
    pub passed_over: Vec<Recorded<DefectPassedOver>>,
    /// Prescribed documents and moments, there or not.
    pub documents: Vec<Recorded<DocumentNoted>>,
    /// Obligations out of its decision.
    pub obligations: Vec<ObligationId>,
    /// Later entries that somebody named as ones that would change people's mind.
    pub mind_changes: Vec<Recorded<MindChangeLinked>>,
    /// Where the child went to live while it was carried out, each time.
    pub moves: Vec<Recorded<PlacementChanged>>,
}

impl StepRecord {
    fn new(proposal: Recorded<Proposal>) -> Self {
        Self {
            details: vec![said_with(&proposal)],
            proposal,
            weighing: History::default(),
            machines: StepState::default(),
            alternatives: Vec::new(),
            answers: Vec::new(),
            urgency: Vec::new(),
            passed_over: Vec::new(),
            documents: Vec::new(),
            obligations: Vec::new(),
            mind_changes: Vec::new(),
            moves: Vec::new(),
        }
    }

    /// A proposal that was a mistake is written down again. Nothing else was corrected, so nothing else goes: views,
    /// answers, request, decision and carrying out stay with the step.
    fn propose_anew(&mut self, proposal: &Recorded<Proposal>) {
        let mistaken = self.proposal.seq;
        self.details.retain(|it| it.seq != mistaken);
        self.details.insert(0, said_with(proposal));
        self.proposal = proposal.clone();
    }
}

/// What a proposal says of its step.
fn said_with(proposal: &Recorded<Proposal>) -> Recorded<StepDetails> {
    let Recorded { seq, occurred, by, door, what } = proposal;
    Recorded { seq: *seq, occurred: *occurred, by: by.clone(), door: *door, what: what.details.clone() }
}

/// An obligation out of a ruling.
#[derive(Debug, Clone)]
pub struct ObligationRecord {
    /// The obligation.
    pub ordered: Recorded<ObligationOrdered>,
    /// How it was met, each time that somebody said so.
    pub met: Vec<Recorded<ObligationMet>>,
}

/// What bears on who keeps watch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WatchEvent {
    /// A report came in.
    Report(ReportReceived),
    /// Somebody began to watch.
    Take(WatchTaken),
    /// Somebody stopped.
    Leave(WatchLeft),
    /// The family was handed over.
    HandOver(HandedOver),
    /// The receiver took over.
    Accept(HandOverAccepted),
    /// The dossier was closed.
    Close(Closed),
}

/// What the log adds up to.
#[derive(Debug, Clone, Default)]
pub struct State {
    pub(crate) people: People,
    pub(crate) set_aside: Vec<Recorded<SetAside>>,
    pub(crate) perspectives: BTreeMap<PersonId, History<Perspective>>,
    pub(crate) cycles: Vec<Recorded<CycleOpened>>,
    pub(crate) statements: BTreeMap<StatementId, StatementRecord>,
    pub(crate) evidence: BTreeMap<EvidenceId, EvidenceRecord>,
    pub(crate) consents: BTreeMap<(PersonId, Scope), History<Consent>>,
    pub(crate) steps: BTreeMap<StepId, StepRecord>,
    pub(crate) alternatives: BTreeMap<AlternativeId, Recorded<AlternativeNamed>>,
    pub(crate) obligations: BTreeMap<ObligationId, ObligationRecord>,
    pub(crate) moments: Vec<Recorded<MomentNoted>>,
    pub(crate) watch: Vec<Recorded<WatchEvent>>,
    pub(crate) contests: BTreeMap<u64, Vec<Recorded<Contested>>>,
    /// Who was told of an entry.
    pub(crate) told: BTreeMap<u64, Vec<Recorded<Told>>>,
    /// Corrected entries, each with the entry that corrects it.
    pub(crate) corrected: BTreeMap<u64, u64>,
    /// Erased entries, each with the entry that says so.
    pub(crate) redacted: BTreeMap<u64, u64>,
}

pub(super) fn unknown(field: &str, what: impl std::fmt::Display) -> Refusal {
    Refusal::new(Code::InputUnknownId, format!("event.{field}"), format!("{what} is not in the dossier"))
}

/// What a history is given for an entry.
fn dated<T>(seq: u64, entry: &NewEntry, transition: T) -> Dated<T> {
    Dated { seq, occurred: entry.occurred, transition }
}

fn take<M: Machine>(
    history: &mut History<M>,
    seq: u64,
    entry: &NewEntry,
    transition: M::Transition,
    refuse: impl FnOnce(Incoherent) -> Refusal,
) -> Result<(), Refusal> {
    history.take(dated(seq, entry, transition)).map_err(refuse)
}

impl State {
    /// Whether the dossier holds what a link points at.
    fn holds(&self, link: &Link, seq: u64) -> bool {
        match link {
            Link::Person(id) => self.people.knows(id),
            Link::Statement(id) => self.statements.contains_key(id),
            Link::Evidence(id) => self.evidence.contains_key(id),
            Link::Step(id) => self.steps.contains_key(id),
            Link::Alternative(id) => self.alternatives.contains_key(id),
            Link::Obligation(id) => self.obligations.contains_key(id),
            Link::Entry(entry) => *entry >= 1 && *entry < seq,
        }
    }

    /// Whether an id is taken. One whose entry was corrected is free again.
    fn is_taken(&self, link: &Link) -> bool {
        let made_by = match link {
            Link::Person(id) => self.people.entry_of(id),
            Link::Statement(id) => self.statements.get(id).map(|it| it.claim.seq),
            Link::Evidence(id) => self.evidence.get(id).map(|it| it.added.seq),
            Link::Step(id) => self.steps.get(id).map(|it| it.proposal.seq),
            Link::Alternative(id) => self.alternatives.get(id).map(|it| it.seq),
            Link::Obligation(id) => self.obligations.get(id).map(|it| it.ordered.seq),
            Link::Entry(_) => None,
        };
        made_by.is_some_and(|seq| !self.corrected.contains_key(&seq))
    }

    /// Takes up one entry. What it refuses leaves the state as it was.
    ///
    /// # Errors
    /// [`Refusal`] when the entry points at what is not there, uses an id twice, or cannot have happened.
    pub(crate) fn take(&mut self, seq: u64, entry: &NewEntry) -> Result<(), Refusal> {
        let links = entry.event.links();
        if let Some(made) = &links.makes
            && self.is_taken(made)
        {
            let (field, id) = name_of(made);
            return Err(Refusal::new(
                Code::InputDuplicateId,
                format!("event.{field}"),
                format!("`{id}` is in use already"),
            ));
        }
        for (field, link) in &links.needs {
            if !self.holds(link, seq) {
                return Err(unknown(field, format_args!("`{}`", name_of(link).1)));
            }
        }
        let by_is_new = matches!(&links.makes, Some(Link::Person(id)) if *id == entry.by);
        if !by_is_new && !self.people.knows(&entry.by) {
            return Err(Refusal::new(
                Code::InputUnknownId,
                "by",
                format!("`{}` is not in the dossier", entry.by),
            ));
        }
        self.apply(seq, entry)
    }

    fn apply(&mut self, seq: u64, entry: &NewEntry) -> Result<(), Refusal> {
        match &entry.event {
            Event::PersonAdded(it) => self.people.add(note(seq, entry, it.clone())),
            Event::RelationNoted(it) => self.people.relate(note(seq, entry, it.clone())),
            Event::AuthorityNoted(it) => self.people.note_authority(note(seq, entry, it.clone())),
            Event::CapacityNoted(it) => self.people.note_capacity(note(seq, entry, it.clone())),
            Event::SetAside(it) => self.set_aside.push(note(seq, entry, it.clone())),
            Event::CycleOpened(it) => return self.open_cycle(seq, entry, it),

            Event::Invited(it) => {
                return self.perspective(seq, entry, &it.person, PerspectiveEvent::Invite(it.clone()));
            }
            Event::Heard(it) => {
                return self.perspective(seq, entry, &it.person, PerspectiveEvent::Hear(it.clone()));
            }
            Event::AccountConfirmed(it) => {
                return self.perspective(seq, entry, &it.person, PerspectiveEvent::Confirm(it.clone()));
            }
            Event::AccountContested(it) => {
                return self.perspective(seq, entry, &it.person, PerspectiveEvent::Contest(it.clone()));
            }
            Event::HearingDeclined(it) => {
                return self.perspective(seq, entry, &it.person, PerspectiveEvent::Decline(it.clone()));
            }
            Event::NotHeard(it) => {
                return self.perspective(seq, entry, &it.person, PerspectiveEvent::NotHear(it.clone()));
            }
            Event::AccountStillStands(it) => {
                return self.perspective(seq, entry, &it.person, PerspectiveEvent::StillStands(it.clone()));
            }
            Event::EffectNoted(it) => {
                return self.perspective(seq, entry, &it.person, PerspectiveEvent::Effect(it.clone()));
            }

            Event::Claimed(it) => {
                let evidence =
                    self.statements.get(&it.statement).map(|old| old.evidence.clone()).unwrap_or_default();
                let record = StatementRecord {
                    claim: note(seq, entry, it.clone()),
                    evidence,
                    history: History::default(),
                };
                self.statements.insert(it.statement.clone(), record);
            }
            Event::EvidenceAdded(it) => {
                if let Some(statement) = self.statements.get_mut(&it.statement) {
                    // Only an id that was free again can be among them: looking for a new one would take longer with each.
                    if self.evidence.contains_key(&it.evidence) {
                        statement.evidence.retain(|id| *id != it.evidence);
                    }
                    statement.evidence.push(it.evidence.clone());
                }
                let record = EvidenceRecord { added: note(seq, entry, it.clone()), withdrawn: None };
                self.evidence.insert(it.evidence.clone(), record);
            }
            Event::Found(it) => {
                let found = StatementEvent::Find { by: entry.by.clone(), finding: it.clone() };
                return self.statement(seq, entry, &it.statement, "statement", found);
            }
            Event::Withdrawn(it) => match &it.taken_back {
                Withdrawn::Statement(id) => {
                    return self.statement(
                        seq,
                        entry,
                        id,
                        "taken_back",
                        StatementEvent::Withdraw(it.clone()),
                    );
                }
                Withdrawn::Evidence(id) => return self.withdraw_evidence(seq, entry, id),
            },

            Event::ConsentAsked(it) => {
                return self.consent(seq, entry, &it.person, &it.scope, ConsentEvent::Ask(it.clone()));
            }
            Event::ConsentGiven(it) => {
                return self.consent(seq, entry, &it.person, &it.scope, ConsentEvent::Give);
            }
            Event::ConsentRefused(it) => {
                return self.consent(seq, entry, &it.person, &it.scope, ConsentEvent::Refuse);
            }
            Event::ConsentWithdrawn(it) => {
                return self.consent(seq, entry, &it.person, &it.scope, ConsentEvent::Withdraw);
            }

            Event::ViewGiven(it) => {
                let view = WeighingEvent::View { by: entry.by.clone(), view: it.clone() };
                return self.weigh(seq, entry, &it.step, view);
            }
            Event::SealingAgreed(it) => {
                return self.weigh(seq, entry, &it.step, WeighingEvent::AgreeSealing(it.clone()));
            }
            Event::ViewSealed(it) => {
                let sealed = WeighingEvent::Seal { by: entry.by.clone(), sealed: it.clone() };
                return self.weigh(seq, entry, &it.step, sealed);
            }
            Event::ViewsRevealed(it) => {
                return self.weigh(seq, entry, &it.step, WeighingEvent::Reveal(it.clone()));
            }
            Event::DialogueOpened(it) => {
                return self.weigh(seq, entry, &it.step, WeighingEvent::OpenDialogue(it.clone()));
            }
            Event::Converged(it) => {
                return self.weigh(seq, entry, &it.step, WeighingEvent::Converge(it.clone()));
            }
            Event::Diverged(it) => {
                return self.weigh(seq, entry, &it.step, WeighingEvent::Diverge(it.clone()));
            }
            Event::DialogueReopened(it) => {
                return self.weigh(seq, entry, &it.step, WeighingEvent::Reopen(it.clone()));
            }
            Event::FellBack(it) => {
                return self.weigh(seq, entry, &it.step, WeighingEvent::FallBack(it.clone()));
            }

            Event::StepProposed(it) => {
                let proposal = note(seq, entry, it.clone());
                self.steps
                    .entry(it.step.clone())
                    .and_modify(|step| step.propose_anew(&proposal))
                    .or_insert_with(|| StepRecord::new(proposal.clone()));
            }
            Event::AlternativeNamed(it) => {
                if let Some(step) = self.steps.get_mut(&it.step) {
                    step.alternatives.retain(|id| *id != it.alternative);
                    step.alternatives.push(it.alternative.clone());
                }
                self.alternatives.insert(it.alternative.clone(), note(seq, entry, it.clone()));
            }
            Event::ObligationOrdered(it) => {
                if let Some(step) = self.steps.get_mut(&it.step) {
                    step.obligations.push(it.obligation.clone());
                }
                let record = ObligationRecord { ordered: note(seq, entry, it.clone()), met: Vec::new() };
                self.obligations.insert(it.obligation.clone(), record);
            }
            Event::ObligationMet(it) => {
                if let Some(obligation) = self.obligations.get_mut(&it.obligation) {
                    obligation.met.push(note(seq, entry, it.clone()));
                }
            }
            Event::MomentNoted(it) => {
                if it.moment.is_of_step() && it.step.is_not_said() {
                    return Err(Refusal::new(
                        Code::InputShape,
                        "event.step",
                        "this moment is of a step: say of which",
                    ));
                }
                self.moments.push(note(seq, entry, it.clone()));
            }
            Event::StepDetailed(it) => {
                self.on_step(&it.step, |step| step.details.push(note(seq, entry, it.details.clone())));
            }
            Event::CandidatesAnswered(it) => {
                self.on_step(&it.step, |step| step.answers.push(note(seq, entry, it.clone())))
            }
            Event::DocumentNoted(it) => {
                self.on_step(&it.step, |step| step.documents.push(note(seq, entry, it.clone())))
            }
            Event::PlacementChanged(it) => {
                self.on_step(&it.step, |step| step.moves.push(note(seq, entry, it.clone())))
            }
            Event::UrgencyDeclared(it) => {
                self.on_step(&it.step, |step| step.urgency.push(note(seq, entry, it.clone())))
            }
            Event::MindChangeLinked(it) => return self.link_mind_change(seq, entry, it),
            Event::DefectPassedOver(it) => {
                self.on_step(&it.step, |step| step.passed_over.push(note(seq, entry, it.clone())));
            }

            Event::RequestFiled(it) => {
                return self.step(seq, entry, &it.step, StepEvent::Request(RequestEvent::File(it.clone())));
            }
            Event::RequestWithdrawn(it) => {
                return self.step(seq, entry, &it.step, StepEvent::Request(RequestEvent::Withdraw));
            }
            Event::RequestHeldOver(it) => {
                return self.step(
                    seq,
                    entry,
                    &it.step,
                    StepEvent::Request(RequestEvent::HoldOver(it.clone())),
                );
            }
            Event::Decided(it) => {
                return self.step(
                    seq,
                    entry,
                    &it.step,
                    StepEvent::Decision(DecisionEvent::Decide(it.clone())),
                );
            }
            Event::DecidedUrgently(it) => {
                return self.step(
                    seq,
                    entry,
                    &it.step,
                    StepEvent::Decision(DecisionEvent::DecideUrgently(it.clone())),
                );
            }
            Event::HeardAfterwards(it) => {
                return self.step(seq, entry, &it.step, StepEvent::Decision(DecisionEvent::Hear(it.clone())));
            }
            Event::Started(it) => {
                return self.step(seq, entry, &it.step, StepEvent::Execution(ExecutionEvent::Start));
            }
            Event::Reviewed(it) => {
                return self.step(
                    seq,
                    entry,
                    &it.step,
                    StepEvent::Execution(ExecutionEvent::Review(it.clone())),
                );
            }
            Event::Ended(it) => {
                return self.step(
                    seq,
                    entry,
                    &it.step,
                    StepEvent::Execution(ExecutionEvent::End(it.clone())),
                );
            }
            Event::AppealLodged(it) => {
                return self.step(seq, entry, &it.step, StepEvent::Appeal(AppealEvent::Lodge(it.clone())));
            }
            Event::AppealRuled(it) => {
                return self.step(seq, entry, &it.step, StepEvent::Appeal(AppealEvent::Rule(it.clone())));
            }

            Event::ReportReceived(it) => self.watch(seq, entry, WatchEvent::Report(it.clone())),
            Event::WatchTaken(it) => self.watch(seq, entry, WatchEvent::Take(it.clone())),
            Event::WatchLeft(it) => self.watch(seq, entry, WatchEvent::Leave(it.clone())),
            Event::HandedOver(it) => self.watch(seq, entry, WatchEvent::HandOver(it.clone())),
            Event::HandOverAccepted(it) => return self.accept_hand_over(seq, entry, it),
            Event::Closed(it) => self.watch(seq, entry, WatchEvent::Close(it.clone())),

            Event::Corrected(it) => return self.correct(seq, it.entry),
            Event::Contested(it) => {
                self.contests.entry(it.entry).or_default().push(note(seq, entry, it.clone()))
            }
            Event::Told(it) => self.tell(seq, entry, it),
            Event::Redacted(it) => {
                if self.redacted.contains_key(&it.entry) {
                    return Err(Refusal::new(
                        Code::InputIncoherent,
                        "event.entry",
                        format!("entry {} was erased already", it.entry),
                    ));
                }
                self.redacted.insert(it.entry, seq);
            }
        }
        Ok(())
    }

    fn perspective(
        &mut self,
        seq: u64,
        entry: &NewEntry,
        person: &PersonId,
        event: PerspectiveEvent,
    ) -> Result<(), Refusal> {
        let refuse =
            |refused: Incoherent| refusal("event.person", verbs::PERSPECTIVE, quoted(person), &refused);
        if let Some(history) = self.perspectives.get_mut(person) {
            return take(history, seq, entry, event, refuse);
        }
        // Someone who first comes up in a later cycle has lived through the earlier ones too.
        let mut history = History::default();
        for cycle in &self.cycles {
            let opened =
                Dated { seq: cycle.seq, occurred: cycle.occurred, transition: PerspectiveEvent::OpenCycle };
            history.take(opened).map_err(refuse)?;
        }
        take(&mut history, seq, entry, event, refuse)?;
        self.perspectives.insert(person.clone(), history);
        Ok(())
    }

    fn open_cycle(&mut self, seq: u64, entry: &NewEntry, opened: &CycleOpened) -> Result<(), Refusal> {
        let mut perspectives = self.perspectives.clone();
        for (person, history) in &mut perspectives {
            take(history, seq, entry, PerspectiveEvent::OpenCycle, |refused| {
                refusal("event", verbs::PERSPECTIVE, quoted(person), &refused)
            })?;
        }
        self.perspectives = perspectives;
        self.cycles.push(note(seq, entry, opened.clone()));
        Ok(())
    }

    fn statement(
        &mut self,
        seq: u64,
        entry: &NewEntry,
        id: &StatementId,
        field: &str,
        event: StatementEvent,
    ) -> Result<(), Refusal> {
        match self.statements.get_mut(id) {
            Some(record) => take(&mut record.history, seq, entry, event, |refused| {
                refusal(&format!("event.{field}"), verbs::STATEMENT, quoted(id), &refused)
            }),
            None => Err(unknown(field, id)),
        }
    }

    fn withdraw_evidence(&mut self, seq: u64, entry: &NewEntry, id: &EvidenceId) -> Result<(), Refusal> {
        match self.evidence.get_mut(id) {
            Some(record) if record.withdrawn.is_some() => Err(Refusal::new(
                Code::InputIncoherent,
                "event.taken_back",
                format!("evidence `{id}` was taken back already"),
            )),
            Some(record) => {
                record.withdrawn = Some((seq, entry.occurred));
                Ok(())
            }
            None => Err(unknown("taken_back", id)),
        }
    }

    fn consent(
        &mut self,
        seq: u64,
        entry: &NewEntry,
        person: &PersonId,
        scope: &Scope,
        event: ConsentEvent,
    ) -> Result<(), Refusal> {
        let key = (person.clone(), scope.clone());
        let refuse =
            |refused: Incoherent| refusal("event.scope", verbs::CONSENT, consent_of(person, scope), &refused);
        if let Some(history) = self.consents.get_mut(&key) {
            return take(history, seq, entry, event, refuse);
        }
        let mut history = History::default();
        take(&mut history, seq, entry, event, refuse)?;
        self.consents.insert(key, history);
        Ok(())
    }

    fn on_step(&mut self, id: &StepId, change: impl FnOnce(&mut StepRecord)) {
        if let Some(step) = self.steps.get_mut(id) {
            change(step);
        }
    }

    pub(super) fn step_mut(&mut self, id: &StepId) -> Result<&mut StepRecord, Refusal> {
        self.steps.get_mut(id).ok_or_else(|| unknown("step", id))
    }

    fn weigh(
        &mut self,
        seq: u64,
        entry: &NewEntry,
        step: &StepId,
        event: WeighingEvent,
    ) -> Result<(), Refusal> {
        take(&mut self.step_mut(step)?.weighing, seq, entry, event, |refused| {
            refusal("event.step", verbs::WEIGHING, quoted(step), &refused)
        })
    }

    fn step(&mut self, seq: u64, entry: &NewEntry, step: &StepId, event: StepEvent) -> Result<(), Refusal> {
        let happened = dated(seq, entry, event);
        self.step_mut(step)?
            .machines
            .take(happened)
            .map_err(|refused| refusal("event.step", verbs::STEP, quoted(step), &refused))
    }

    fn watch(&mut self, seq: u64, entry: &NewEntry, event: WatchEvent) {
        self.watch.push(note(seq, entry, event));
    }

    fn accept_hand_over(
        &mut self,
        seq: u64,
        entry: &NewEntry,
        accepted: &HandOverAccepted,
    ) -> Result<(), Refusal> {
        let open = |noted: &Recorded<WatchEvent>| match &noted.what {
            WatchEvent::HandOver(it) if it.to == accepted.receiver => Some(true),
            WatchEvent::Accept(it) if it.receiver == accepted.receiver => Some(false),
            _ => None,
        };
        if self.watch.iter().rev().find_map(open) != Some(true) {
            return Err(Refusal::new(
                Code::InputIncoherent,
                "event.receiver",
                format!("nothing was handed over to `{}`", accepted.receiver),
            ));
        }
        self.watch(seq, entry, WatchEvent::Accept(accepted.clone()));
        Ok(())
    }
}

fn quoted(id: impl std::fmt::Display) -> String {
    format!("`{id}`")
}

fn consent_of(person: &PersonId, scope: &Scope) -> String {
    match scope {
        Scope::Step(id) => format!("`{person}` to `{id}`"),
        Scope::Alternative(id) => format!("`{person}` to `{id}`"),
        Scope::Measure(id) => format!("`{person}` to `{id}`"),
    }
}

pub(super) fn note<T>(seq: u64, entry: &NewEntry, what: T) -> Recorded<T> {
    Recorded { seq, occurred: entry.occurred, by: entry.by.clone(), door: entry.door, what }
}

/// The field by which an event makes something, and the id.
fn name_of(link: &Link) -> (&'static str, String) {
    match link {
        Link::Person(id) => ("person", id.to_string()),
        Link::Statement(id) => ("statement", id.to_string()),
        Link::Evidence(id) => ("evidence", id.to_string()),
        Link::Step(id) => ("step", id.to_string()),
        Link::Alternative(id) => ("alternative", id.to_string()),
        Link::Obligation(id) => ("obligation", id.to_string()),
        Link::Entry(seq) => ("entry", format!("entry {seq}")),
    }
}
