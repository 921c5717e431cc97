//! What rests on a statement, on a piece of evidence or on another entry, and so who has to be told when that falls away.
//!
//! | rests on it | when | has to be told |
//! | --- | --- | --- |
//! | evidence | it was told by it or copies it, along however many mouths | who brings it |
//! | a finding | it was made on a statement that the evidence leads to, after the evidence came and before it fell away | who made it |
//! | a view | somebody's latest on a matter, which names such a statement, for or against | who gave it |
//! | a common verdict | it is on a matter of such a view, with the verdict of that view | who took part in the dialogue |
//! | an answer to a candidate, urgency | it relies on such a statement | who gave it |
//! | a request, a decision | its step has such a view, answer or urgency from before it | who requested, who decided |
//! | a decision record | the statement is told in it: it is among the reasons for the step, or is not about other children alone | who decided, and whom the step is about |
//! | what an account changed | the account was told before it | who noted it |
//!
//! Where anything rests on it, those whom the statements are about have to be told as well, those who bore the evidence that falls away, and
//! the person whose account it is. Whoever took it back need not.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::dossier::{Dossier, Event, StepRecord};
use crate::fact::{EvidenceAdded, StatementEvent, Withdrawn};
use crate::id::{EvidenceId, PersonId, StatementId, StepId};
use crate::person::Role;
use crate::perspective::PerspectiveEvent;
use crate::step::{Answer, DecisionEvent, RequestEvent};
use crate::weighing::{Verdict, View, Weighed, WeighingEvent};

use super::case::Case;

/// On what something rests.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// A statement.
    Statement(StatementId),
    /// A piece of evidence.
    Evidence(EvidenceId),
    /// Another entry: a finding, a view, an account.
    Entry(u64),
}

/// What rests on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Resting {
    /// A piece of evidence that tells it on.
    Evidence {
        /// Which.
        evidence: EvidenceId,
        /// On which statement.
        statement: StatementId,
    },
    /// A finding.
    Finding {
        /// On which statement.
        statement: StatementId,
    },
    /// A view.
    View {
        /// On which step.
        step: StepId,
        /// On what.
        on: Weighed,
    },
    /// A common verdict.
    Agreement {
        /// On which step.
        step: StepId,
    },
    /// An answer to candidates.
    Answer {
        /// Of which step.
        step: StepId,
    },
    /// Urgency.
    Urgency {
        /// Of which step.
        step: StepId,
    },
    /// A request.
    Request {
        /// For which step.
        step: StepId,
    },
    /// A decision.
    Decision {
        /// On which step.
        step: StepId,
    },
    /// The record of a decision, which tells it.
    Record {
        /// Of which step.
        step: StepId,
    },
    /// What an account changed.
    Effect {
        /// Whose account.
        person: PersonId,
    },
}

impl Resting {
    /// The step on which it stands or falls as a whole: what was agreed, asked, decided or written down about it.
    pub(crate) fn by_its_step(&self) -> Option<&StepId> {
        match self {
            Resting::Agreement { step }
            | Resting::Request { step }
            | Resting::Decision { step }
            | Resting::Record { step } => Some(step),
            Resting::Evidence { .. }
            | Resting::Finding { .. }
            | Resting::View { .. }
            | Resting::Answer { .. }
            | Resting::Urgency { .. }
            | Resting::Effect { .. } => None,
        }
    }
}

/// One thing that rests on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Rest {
    /// The entry that recorded it.
    pub entry: u64,
    /// What it is.
    pub what: Resting,
    /// Who did it, or is concerned by it: who has to be told.
    pub people: Vec<PersonId>,
    /// The statements by which it rests on it.
    pub through: Vec<StatementId>,
}

/// Everything that rests on something, in the order of the entries; and whom what fell away is about.
pub(crate) struct Rests {
    pub(crate) rests: Vec<Rest>,
    pub(crate) about: BTreeSet<PersonId>,
    /// Whose own words fall away, or are in doubt, with the entries: who bore the evidence, and whose account it is.
    pub(crate) told_by: BTreeMap<PersonId, BTreeSet<u64>>,
}

impl Rests {
    /// Who has to be told, each with the entries for which; those whom it is about with what it is about.
    pub(crate) fn to_tell(&self) -> BTreeMap<PersonId, BTreeSet<u64>> {
        let mut tell: BTreeMap<PersonId, BTreeSet<u64>> = BTreeMap::new();
        for rest in &self.rests {
            for person in &rest.people {
                tell.entry(person.clone()).or_default().insert(rest.entry);
            }
        }
        if !tell.is_empty() {
            for person in &self.about {
                tell.entry(person.clone()).or_default();
            }
            for (person, entries) in &self.told_by {
                tell.entry(person.clone()).or_default().extend(entries);
            }
        }
        tell
    }
}

/// Something that fell away, or is in doubt: on the day, by an entry.
#[derive(Debug, Clone)]
pub(crate) struct Fallen {
    pub(crate) base: Base,
    /// The entry that says so.
    pub(crate) by: u64,
}

/// What an entry is the base of.
pub(crate) fn base_of(dossier: &Dossier, entry: u64) -> Base {
    match dossier.entry(entry).map(|entry| &entry.event) {
        Some(Event::Claimed(claim)) => Base::Statement(claim.statement.clone()),
        Some(Event::EvidenceAdded(added)) => Base::Evidence(added.evidence.clone()),
        _ => Base::Entry(entry),
    }
}

/// The account of which an entry says that it was written down wrongly.
pub(crate) fn contested_account(dossier: &Dossier, contest: u64) -> Option<u64> {
    let Event::AccountContested(contested) = &dossier.entry(contest)?.event else { return None };
    let history = dossier.perspective(&contested.person)?;
    let heard = history.all().iter().take_while(|it| it.seq != contest);
    heard.filter(|it| matches!(it.transition, PerspectiveEvent::Hear(_))).last().map(|it| it.seq)
}

/// Everything that fell away or is in doubt on the day: taken back, put right, or contested.
pub(super) fn fallen(case: &Case<'_>) -> Vec<Fallen> {
    let dossier = case.dossier;
    let has_occurred = |seq: u64| dossier.entry(seq).is_some_and(|entry| case.has_occurred(&entry.occurred));
    let mut fallen = Vec::new();
    for (id, record) in dossier.statements() {
        let taken_back =
            record.history.until(case.at).filter(|it| matches!(it.transition, StatementEvent::Withdraw(_)));
        fallen.extend(taken_back.last().map(|it| Fallen { base: Base::Statement(id.clone()), by: it.seq }));
    }
    for (id, record) in dossier.evidence() {
        let taken_back = record.withdrawn.as_ref().filter(|(_, when)| case.has_occurred(when));
        fallen.extend(taken_back.map(|(by, _)| Fallen { base: Base::Evidence(id.clone()), by: *by }));
    }
    for (entry, by) in dossier.corrected().iter().filter(|(_, by)| has_occurred(**by)) {
        fallen.push(Fallen { base: base_of(dossier, *entry), by: *by });
    }
    for (entry, contests) in dossier.contests() {
        let contests = contests.iter().filter(|it| case.has_occurred(&it.occurred));
        fallen.extend(contests.map(|it| Fallen { base: base_of(dossier, *entry), by: it.seq }));
    }
    // By the entries, not by the people: whoever was written down by mistake may have contested an account all the same.
    let contests = dossier.entries().iter().filter(|entry| matches!(entry.event, Event::AccountContested(_)));
    for entry in
        contests.filter(|entry| case.has_occurred(&entry.occurred) && !dossier.is_corrected(entry.seq))
    {
        let heard = contested_account(dossier, entry.seq);
        fallen.extend(heard.map(|heard| Fallen { base: Base::Entry(heard), by: entry.seq }));
    }
    fallen.sort_by_key(|it| it.by);
    fallen
}

/// Who has to be told of what fell away, and has not been on the day.
pub(super) fn untold(case: &Case<'_>, fallen: &Fallen) -> BTreeSet<PersonId> {
    let mut tell: BTreeSet<PersonId> =
        rests_on(case, &fallen.base, Some(fallen.by)).to_tell().into_keys().collect();
    if let Some(entry) = case.dossier.entry(fallen.by) {
        tell.remove(&entry.by);
    }
    for told in case.dossier.told().get(&fallen.by).into_iter().flatten() {
        if case.has_occurred(&told.occurred) {
            tell.remove(&told.what.person);
        }
    }
    tell
}

/// Everything that rests on something on the day; `by` is the entry by which it fell away, when it did.
pub(crate) fn resting(
    dossier: &Dossier,
    pack: &crate::pack::Pack,
    at: chrono::NaiveDate,
    base: &Base,
    by: Option<u64>,
) -> Rests {
    rests_on(&Case::new(dossier, pack, at), base, by)
}

/// The statements that something leads to, each with the first entry from which it does.
type Reached = BTreeMap<StatementId, u64>;

fn rests_on(case: &Case<'_>, base: &Base, by: Option<u64>) -> Rests {
    let mut found = Found { case, until: by.unwrap_or(u64::MAX), rests: Vec::new() };
    let mut reached = Reached::new();
    match base {
        Base::Statement(id) => {
            if let Some(record) = case.dossier.statements().get(id) {
                reached.insert(id.clone(), record.claim.seq);
                found.told_on(&record.evidence, &|told| told.statement == *id, &mut reached);
            }
        }
        Base::Evidence(id) => {
            if let Some(record) = case.dossier.evidence().get(id) {
                reached.insert(record.added.what.statement.clone(), record.added.seq);
                found.told_on([id], &|told| told.evidence == *id, &mut reached);
            }
        }
        Base::Entry(seq) => match case.dossier.entry(*seq).map(|entry| &entry.event) {
            Some(Event::Found(finding)) => {
                reached.insert(finding.statement.clone(), *seq);
            }
            Some(Event::Heard(heard)) => found.account(&heard.person, *seq),
            Some(Event::ViewGiven(view)) => found.after_view(&view.step, *seq),
            _ => {}
        },
    }
    if !reached.is_empty() {
        if !matches!(base, Base::Entry(_)) {
            found.findings(&reached);
        }
        for (id, step) in case.dossier.steps() {
            if case.has_occurred(&step.proposal.occurred) && !case.dossier.is_corrected(step.proposal.seq) {
                found.step(id, step, base, &reached);
            }
        }
    }
    let mut rests = found.rests;
    rests.sort_unstable();
    let about = reached
        .keys()
        .filter_map(|id| case.dossier.statements().get(id))
        .flat_map(|record| record.claim.what.about.iter().cloned())
        .collect();
    Rests { rests, about, told_by: told_by(case, base) }
}

/// Whose own words fall away: who bore the evidence, for a statement all of it that was there; and whose account it is.
fn told_by(case: &Case<'_>, base: &Base) -> BTreeMap<PersonId, BTreeSet<u64>> {
    let mut told_by: BTreeMap<PersonId, BTreeSet<u64>> = BTreeMap::new();
    let dossier = case.dossier;
    let pieces: Vec<&EvidenceId> = match base {
        Base::Statement(id) => {
            dossier.statements().get(id).into_iter().flat_map(|record| &record.evidence).collect()
        }
        Base::Evidence(id) => vec![id],
        Base::Entry(seq) => {
            if let Some(Event::Heard(heard)) = dossier.entry(*seq).map(|entry| &entry.event) {
                told_by.entry(heard.person.clone()).or_default().insert(*seq);
            }
            Vec::new()
        }
    };
    for record in pieces.into_iter().filter_map(|id| dossier.evidence().get(id)) {
        let is_there = case.has_occurred(&record.added.occurred) && !dossier.is_corrected(record.added.seq);
        // What was mistaken itself is of nobody any more; who bore it has to know all the same.
        if is_there || matches!(base, Base::Evidence(_)) {
            told_by.entry(record.added.what.borne_by.clone()).or_default().insert(record.added.seq);
        }
    }
    told_by
}

struct Found<'c, 'a> {
    case: &'c Case<'a>,
    /// The entry by which it fell away: what came after that had it no more.
    until: u64,
    rests: Vec<Rest>,
}

impl<'a> Found<'_, 'a> {
    fn push(
        &mut self,
        entry: u64,
        what: Resting,
        people: impl IntoIterator<Item = PersonId>,
        through: Vec<StatementId>,
    ) {
        let people: BTreeSet<PersonId> = people.into_iter().collect();
        self.rests.push(Rest { entry, what, people: people.into_iter().collect(), through });
    }

    /// What was told by these, but for what itself falls away.
    fn told_on<'e>(
        &mut self,
        evidence: impl IntoIterator<Item = &'e EvidenceId>,
        is_itself: &dyn Fn(&EvidenceAdded) -> bool,
        reached: &mut Reached,
    ) {
        for id in self.case.evidence.told_on(evidence) {
            let Some(record) = self.case.dossier.evidence().get(id) else { continue };
            let (seq, added) = (record.added.seq, &record.added.what);
            let was_taken_back =
                record.withdrawn.as_ref().is_some_and(|(_, when)| self.case.has_occurred(when));
            if is_itself(added) || was_taken_back || self.case.dossier.is_corrected(seq) {
                continue;
            }
            let first = reached.entry(added.statement.clone()).or_insert(seq);
            *first = (*first).min(seq);
            let what = Resting::Evidence { evidence: id.clone(), statement: added.statement.clone() };
            self.push(seq, what, [added.borne_by.clone()], vec![added.statement.clone()]);
        }
    }

    fn findings(&mut self, reached: &Reached) {
        for (id, from) in reached {
            let Some(record) = self.case.dossier.statements().get(id) else { continue };
            let found: Vec<(u64, PersonId)> = record
                .history
                .until(self.case.at)
                .filter_map(|dated| match &dated.transition {
                    StatementEvent::Find { by, .. } => Some((dated.seq, by.clone())),
                    StatementEvent::Withdraw(_) => None,
                })
                .collect();
            for (seq, by) in found {
                if seq > *from && seq < self.until {
                    self.push(seq, Resting::Finding { statement: id.clone() }, [by], vec![id.clone()]);
                }
            }
        }
    }

    /// Those among these statements by which something of this entry rests on it. What names the very statement that fell
    /// away rests on it whenever it came; what leans on evidence for it, only while that was there.
    fn through<'s>(
        &self,
        seq: u64,
        named: impl IntoIterator<Item = &'s StatementId>,
        base: &Base,
        reached: &Reached,
    ) -> Vec<StatementId> {
        let is_by = |id: &StatementId| match base {
            Base::Statement(fallen) if fallen == id => true,
            _ => reached.get(id).is_some_and(|from| *from < seq && seq < self.until),
        };
        let through: BTreeSet<StatementId> = named.into_iter().filter(|id| is_by(id)).cloned().collect();
        through.into_iter().collect()
    }

    fn step(&mut self, id: &StepId, step: &StepRecord, base: &Base, reached: &Reached) {
        let mut reasons: BTreeSet<StatementId> = BTreeSet::new();
        // The first entry among the reasons: what came before it does not rest on it.
        let mut first = u64::MAX;
        let mut matters: BTreeSet<(Weighed, Verdict)> = BTreeSet::new();
        for (seq, by, view) in latest_views(self.case, step) {
            let named = view.statements_for.iter().chain(&view.statements_against);
            let through = self.through(seq, named, base, reached);
            if !through.is_empty() {
                first = first.min(seq);
                matters.insert((view.on.clone(), view.verdict));
                reasons.extend(through.iter().cloned());
                let what = Resting::View { step: id.clone(), on: view.on.clone() };
                self.push(seq, what, [by.clone()], through);
            }
        }
        for answer in self.case.so_far(&step.answers) {
            let Answer::ExpectedInsufficient { relies_on } = &answer.what.answer else { continue };
            let through = self.through(answer.seq, relies_on, base, reached);
            if !through.is_empty() {
                first = first.min(answer.seq);
                reasons.extend(through.iter().cloned());
                self.push(answer.seq, Resting::Answer { step: id.clone() }, [answer.by.clone()], through);
            }
        }
        for urgency in self.case.so_far(&step.urgency) {
            let through = self.through(urgency.seq, &urgency.what.relies_on, base, reached);
            if !through.is_empty() {
                first = first.min(urgency.seq);
                reasons.extend(through.iter().cloned());
                self.push(urgency.seq, Resting::Urgency { step: id.clone() }, [urgency.by.clone()], through);
            }
        }
        let through: Vec<StatementId> = reasons.iter().cloned().collect();
        self.agreements(id, step, &matters, &through);
        for dated in step.machines.request().until(self.case.at) {
            if let RequestEvent::File(filed) = &dated.transition
                && dated.seq > first
            {
                let what = Resting::Request { step: id.clone() };
                self.push(dated.seq, what, [filed.requester.clone()], through.clone());
            }
        }
        let told: Vec<StatementId> = reached
            .keys()
            .filter(|statement| reasons.contains(*statement) || !is_of_others(self.case, statement, step))
            .cloned()
            .collect();
        for (seq, decider) in decisions(self.case, step) {
            if seq > first {
                self.push(seq, Resting::Decision { step: id.clone() }, [decider.clone()], through.clone());
            }
            let came = |statement: &&StatementId| reached.get(*statement).is_some_and(|from| *from < seq);
            let told: Vec<StatementId> = told.iter().filter(came).cloned().collect();
            if !told.is_empty() && seq < self.until {
                let people = [decider.clone(), step.proposal.what.about.clone()];
                self.push(seq, Resting::Record { step: id.clone() }, people, told);
            }
        }
    }

    fn agreements(
        &mut self,
        id: &StepId,
        step: &StepRecord,
        matters: &BTreeSet<(Weighed, Verdict)>,
        through: &[StatementId],
    ) {
        let mut participants: Vec<PersonId> = Vec::new();
        let mut agreed: Option<(u64, Vec<PersonId>)> = None;
        for dated in step.weighing.until(self.case.at) {
            match &dated.transition {
                WeighingEvent::OpenDialogue(opened) => participants.clone_from(&opened.participants),
                WeighingEvent::Converge(convergence) => {
                    let rests =
                        convergence.verdicts.iter().any(|it| matters.contains(&(it.on.clone(), it.verdict)));
                    agreed = rests.then(|| (dated.seq, participants.clone()));
                }
                _ => {}
            }
        }
        if let Some((seq, people)) = agreed {
            self.push(seq, Resting::Agreement { step: id.clone() }, people, through.to_vec());
        }
    }

    /// What somebody's account changed, and the records that tell it.
    fn account(&mut self, person: &PersonId, heard: u64) {
        let is_while = |seq: u64, until: u64| seq > heard && seq < until;
        for dated in self.case.dossier.perspective(person).into_iter().flat_map(|it| it.until(self.case.at)) {
            if matches!(dated.transition, PerspectiveEvent::Effect(_)) && is_while(dated.seq, self.until) {
                let by = self.case.dossier.entry(dated.seq).map(|entry| entry.by.clone());
                self.push(dated.seq, Resting::Effect { person: person.clone() }, by, Vec::new());
            }
        }
        for (id, step) in self.case.dossier.steps() {
            for (seq, decider) in decisions(self.case, step) {
                if is_while(seq, self.until) {
                    let people = [decider.clone(), step.proposal.what.about.clone()];
                    self.push(seq, Resting::Record { step: id.clone() }, people, Vec::new());
                }
            }
        }
    }

    /// What came after a view on the same step.
    fn after_view(&mut self, id: &StepId, view: u64) {
        let Some(step) = self.case.dossier.steps().get(id) else { return };
        for dated in step.machines.request().until(self.case.at) {
            if let RequestEvent::File(filed) = &dated.transition
                && dated.seq > view
                && dated.seq < self.until
            {
                let what = Resting::Request { step: id.clone() };
                self.push(dated.seq, what, [filed.requester.clone()], Vec::new());
            }
        }
        for (seq, decider) in decisions(self.case, step) {
            if seq > view && seq < self.until {
                self.push(seq, Resting::Decision { step: id.clone() }, [decider.clone()], Vec::new());
            }
        }
    }
}

/// Whether a statement is about other children alone: the record of a step does not tell it then, but for its reasons.
fn is_of_others(case: &Case<'_>, statement: &StatementId, step: &StepRecord) -> bool {
    let Some(record) = case.dossier.statements().get(statement) else { return true };
    let about = &record.claim.what.about;
    let is_other = |id: &PersonId| {
        *id != step.proposal.what.about && case.dossier.people().role(id) == Some(Role::Child)
    };
    !about.is_empty() && about.iter().all(is_other)
}

/// The latest view of each person on each matter, with its entry.
fn latest_views<'a>(case: &Case<'a>, step: &'a StepRecord) -> Vec<(u64, &'a PersonId, &'a View)> {
    let mut latest: BTreeMap<(&PersonId, &Weighed), (u64, &PersonId, &View)> = BTreeMap::new();
    for dated in step.weighing.until(case.at) {
        for (by, view) in dated.transition.views() {
            latest.insert((by, &view.on), (dated.seq, by, view));
        }
    }
    latest.into_values().collect()
}

/// The decisions on a step, with who took them.
fn decisions<'a>(case: &Case<'a>, step: &'a StepRecord) -> Vec<(u64, &'a PersonId)> {
    let decided = step.machines.decision().until(case.at);
    decided
        .filter_map(|dated| match &dated.transition {
            DecisionEvent::Decide(it) => Some((dated.seq, &it.decider)),
            DecisionEvent::DecideUrgently(it) => Some((dated.seq, &it.decider)),
            DecisionEvent::Hear(_) => None,
        })
        .collect()
}

impl From<&Withdrawn> for Base {
    fn from(withdrawn: &Withdrawn) -> Self {
        match withdrawn {
            Withdrawn::Statement(id) => Base::Statement(id.clone()),
            Withdrawn::Evidence(id) => Base::Evidence(id.clone()),
        }
    }
}
