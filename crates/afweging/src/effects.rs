//! What a withdrawal, a correction or an objection does: everything that rested on it, what loses its support, which steps
//! stand otherwise, and who has to be told.
//!
//! It is asked before (*what if it were withdrawn?*) and after (it stands in the log). Either way the dossier is assessed
//! with it and without it, and whatever differs is told; what rests on it is told also where nothing differs. Nothing is
//! recorded by asking.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use crate::assess::{
    Assessment, Base, FactStand, GateOutcome, Rest, Resting, assess, base_of, contested_account, resting,
};
use crate::canonical;
use crate::code::Code;
use crate::dossier::{Contested, Corrected, Dossier, Event};
use crate::fact::{Belnap, EvidenceLevel, Found, StatementEvent, Withdrawal, Withdrawn};
use crate::finding::FindingKind;
use crate::gate::Gate;
use crate::id::{EvidenceId, PersonId, StatementId, StepId};
use crate::narrative::Narrative;
use crate::pack::Pack;
use crate::receipt::Receipt;
use crate::sentence::Sentence;
use crate::step::Answer;
use crate::time::When;
use crate::weighing::Verdict;

/// What falls away or comes into doubt. What the log holds already is found there; otherwise it is supposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhatIf {
    /// A statement or a piece of evidence is taken back.
    TakenBack(Withdrawn),
    /// An entry is put right: it was a mistake.
    PutRight(u64),
    /// Somebody objects to an entry.
    ObjectedTo(u64),
    /// What an entry of the log did: one that takes back, puts right or objects.
    DoneBy(u64),
}

/// What a change does, on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Effects {
    /// The format: `afweging/effects/1`.
    pub format: &'static str,
    /// Out of what it was made.
    pub receipt: Receipt,
    /// What falls away.
    pub base: Base,
    /// The entry by which it fell away; absent when that is only supposed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_by: Option<u64>,
    /// Everything that rests on it, in the order of the entries.
    pub rests: Vec<Rested>,
    /// The statements that stand otherwise. How often something is told is no standing.
    pub facts: Vec<FactChange>,
    /// The gates that have another outcome, or other reasons for it.
    pub gates: Vec<GateChange>,
    /// The entries that cannot have happened without it, and so are supposed away with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fall_with_it: Vec<u64>,
    /// Who has to be told, by pseudonym.
    pub to_tell: Vec<ToTell>,
}

/// One thing that rests on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rested {
    /// What, in which entry, whose, and by which statements.
    #[serde(flatten)]
    pub rest: Rest,
    /// Whether it loses its support. A finding, a view, an answer or urgency does when nothing that it names carries it any more;
    /// what was agreed, asked, decided or written down does when its step loses what a gate found met: a bar that was not there.
    pub loses_support: bool,
    /// On which statements it rests still, where it lost some and keeps these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rests_still_on: Vec<StatementId>,
}

/// How a statement stood, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactChange {
    /// Which.
    pub statement: StatementId,
    /// Without the change; absent when it is not there then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<FactStanding>,
    /// With the change; absent when it is not there then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<FactStanding>,
}

/// How a statement stands: what may not change by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactStanding {
    /// What people found, if that stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<Found>,
    /// What the independent roots say.
    pub support: Belnap,
    /// How many independent roots speak for it.
    pub roots_for: usize,
    /// How many independent roots speak against it.
    pub roots_against: usize,
    /// The level of evidence that it reaches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<EvidenceLevel>,
    /// Whether the finding was re-opened.
    pub reopened: bool,
    /// Whether it was taken back.
    pub withdrawn: bool,
}

/// How a step stood before a gate, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GateChange {
    /// Which step.
    pub step: StepId,
    /// Which gate.
    pub gate: Gate,
    /// The outcome without the change; absent when there is no such step then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<GateOutcome>,
    /// The outcome with the change; absent when there is no such step then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<GateOutcome>,
    /// What is found with the change and was not without it.
    pub found: Vec<FoundAtGate>,
    /// What was found without the change and is not with it.
    pub gone: Vec<FoundAtGate>,
}

/// What a gate found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FoundAtGate {
    /// Its code.
    pub code: Code,
    /// It in words.
    pub sentence: Sentence,
    /// Whether it bars the step.
    pub bars: bool,
}

/// Somebody who has to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToTell {
    /// Who.
    pub person: PersonId,
    /// The entries of theirs, or that concern them, which rest on it.
    pub because: Vec<u64>,
    /// Whether what falls away is about them.
    pub about_them: bool,
    /// The entry that says that they were told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told: Option<u64>,
}

/// Why there is nothing to tell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoEffects {
    /// There is no such thing on the day.
    #[error("`{what}` is not in the dossier on {on}")]
    NotThere {
        /// What was asked about.
        what: String,
        /// The day.
        on: NaiveDate,
    },
    /// An entry takes nothing back, puts nothing right and objects to nothing.
    #[error("entry {entry} takes nothing back, puts nothing right and objects to nothing")]
    DoesNothing {
        /// Which.
        entry: u64,
    },
    /// It cannot happen.
    #[error("that cannot happen on {on}: {reason}")]
    NotPossible {
        /// The day.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
}

impl Effects {
    /// Whether anything stands otherwise: a fact, or a step before a gate.
    pub fn changes_anything(&self) -> bool {
        !self.facts.is_empty() || !self.gates.is_empty()
    }

    /// Who has to be told and was not.
    pub fn untold(&self) -> impl Iterator<Item = &PersonId> {
        self.to_tell.iter().filter(|it| it.told.is_none()).map(|it| &it.person)
    }

    /// It as canonical JSON.
    pub fn to_json(&self) -> String {
        canonical::to_json(self)
    }
}

/// What a change does to a dossier by a law pack, on a day.
///
/// ```
/// use afweging::{Dossier, EvidenceId, Pack, WhatIf, Withdrawn, effects};
/// # let json = include_str!("../../../examples/dossiers/conflict-na-scheiding.json");
/// let dossier = Dossier::from_json(json)?;
/// let change = WhatIf::TakenBack(Withdrawn::Evidence(EvidenceId::new("ev-drank-bloed")?));
/// let effects = effects(&dossier, &Pack::nl()?, &change, "2025-10-01".parse()?)?;
/// assert!(effects.done_by.is_none(), "it was only asked");
/// assert!(effects.facts.iter().any(|fact| fact.statement.as_str() == "st-drank"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`NoEffects`] when what is asked about is not there on the day, or cannot happen.
pub fn effects(dossier: &Dossier, pack: &Pack, change: &WhatIf, at: NaiveDate) -> Result<Effects, NoEffects> {
    let asked = Asked::of(dossier, change, at)?;
    let supposed;
    let mut fall_with_it = Vec::new();
    let (before, after) = match asked.done_by {
        Some(by) => {
            (supposed, _) = dossier.had_not(by);
            (&supposed, dossier)
        }
        None => {
            (supposed, fall_with_it) = asked.suppose(dossier, change, at)?;
            (dossier, &supposed)
        }
    };
    let (was, is) = (assess(before, pack, at), assess(after, pack, at));
    let rests = resting(dossier, pack, at, &asked.base, asked.done_by);
    let mut to_tell = rests.to_tell();
    if let Some(entry) = asked.done_by.and_then(|by| dossier.entry(by)) {
        to_tell.remove(&entry.by);
    }
    let told = asked.done_by.and_then(|by| dossier.told().get(&by));
    let to_tell = to_tell
        .into_iter()
        .map(|(person, because)| ToTell {
            told: told
                .into_iter()
                .flatten()
                .find(|it| it.what.person == person && it.occurred.first_day() <= at)
                .map(|it| it.seq),
            about_them: rests.about.contains(&person),
            because: because.into_iter().collect(),
            person,
        })
        .collect();
    let gates = gates(&was, &is);
    let rests = Losing::of(dossier, (before, &was), (after, &is), &gates, at).all(rests.rests);
    let receipt = if asked.done_by.is_some() { is.receipt.clone() } else { was.receipt.clone() };
    Ok(Effects {
        format: "afweging/effects/1",
        receipt,
        base: asked.base,
        done_by: asked.done_by,
        rests,
        facts: facts(&was, &is),
        gates,
        fall_with_it,
        to_tell,
    })
}

/// What is asked, found in the log or to be supposed.
struct Asked {
    base: Base,
    done_by: Option<u64>,
    /// By whom and what, where it is to be supposed.
    event: Option<(PersonId, Event)>,
}

impl Asked {
    fn of(dossier: &Dossier, change: &WhatIf, at: NaiveDate) -> Result<Self, NoEffects> {
        let has_occurred = |when: &When| when.first_day() <= at;
        let not_there = |what: &dyn std::fmt::Display| NoEffects::NotThere { what: what.to_string(), on: at };
        let entry = |seq: u64| {
            let found = dossier.entry(seq).filter(|entry| has_occurred(&entry.occurred));
            found.ok_or_else(|| not_there(&format!("entry {seq}")))
        };
        match change {
            WhatIf::TakenBack(Withdrawn::Statement(id)) => {
                let record = dossier.statements().get(id).filter(|it| has_occurred(&it.claim.occurred));
                let record = record.ok_or_else(|| not_there(id))?;
                let taken_back = record
                    .history
                    .until(at)
                    .filter(|it| matches!(it.transition, StatementEvent::Withdraw(_)))
                    .last();
                let event = withdrawal(Withdrawn::Statement(id.clone()));
                Ok(Self {
                    base: Base::Statement(id.clone()),
                    done_by: taken_back.map(|it| it.seq),
                    event: Some((record.claim.by.clone(), event)),
                })
            }
            WhatIf::TakenBack(Withdrawn::Evidence(id)) => {
                let record = dossier.evidence().get(id).filter(|it| has_occurred(&it.added.occurred));
                let record = record.ok_or_else(|| not_there(id))?;
                let taken_back = record.withdrawn.as_ref().filter(|(_, when)| has_occurred(when));
                let event = withdrawal(Withdrawn::Evidence(id.clone()));
                Ok(Self {
                    base: Base::Evidence(id.clone()),
                    done_by: taken_back.map(|(seq, _)| *seq),
                    event: Some((record.added.by.clone(), event)),
                })
            }
            WhatIf::PutRight(seq) => {
                let by = entry(*seq)?.by.clone();
                let reason = Narrative::from("supposed");
                let event = Event::Corrected(Corrected { entry: *seq, reason });
                let done_by = dossier.corrected().get(seq).copied();
                Ok(Self { base: base_of(dossier, *seq), done_by, event: Some((by, event)) })
            }
            WhatIf::ObjectedTo(seq) => {
                let by = entry(*seq)?.by.clone();
                let objection = Narrative::from("supposed");
                let event = Event::Contested(Contested { entry: *seq, person: by.clone(), objection });
                let contests = dossier.contests().get(seq).into_iter().flatten();
                let contests = contests.filter(|it| has_occurred(&it.occurred)).map(|it| it.seq);
                // Whose account it is contests it by an entry of its own kind.
                let by_themselves = dossier.entries().iter().filter(|other| {
                    matches!(other.event, Event::AccountContested(_))
                        && has_occurred(&other.occurred)
                        && !dossier.is_corrected(other.seq)
                        && contested_account(dossier, other.seq) == Some(*seq)
                });
                // Of several objections the latest: by then the most had been built on it.
                let done_by = contests.chain(by_themselves.map(|other| other.seq)).max();
                Ok(Self { base: base_of(dossier, *seq), done_by, event: Some((by, event)) })
            }
            WhatIf::DoneBy(seq) => {
                let base = match &entry(*seq)?.event {
                    Event::Withdrawn(it) => Some(Base::from(&it.taken_back)),
                    Event::Corrected(it) => Some(base_of(dossier, it.entry)),
                    Event::Contested(it) => Some(base_of(dossier, it.entry)),
                    Event::AccountContested(_) => contested_account(dossier, *seq).map(Base::Entry),
                    _ => None,
                };
                let base = base.ok_or(NoEffects::DoesNothing { entry: *seq })?;
                Ok(Self { base, done_by: Some(*seq), event: None })
            }
        }
    }

    /// How it would add up, and which entries fall with it.
    fn suppose(
        &self,
        dossier: &Dossier,
        change: &WhatIf,
        at: NaiveDate,
    ) -> Result<(Dossier, Vec<u64>), NoEffects> {
        let not_possible = |reason: String| NoEffects::NotPossible { on: at, reason };
        let Some((by, event)) = &self.event else { return Err(not_possible("nothing was asked".to_owned())) };
        match (dossier.supposing(by, When::Day(at), event.clone()), change) {
            (Ok(supposed), _) => Ok((supposed, Vec::new())),
            // Putting it right takes more than one entry: what came of it cannot have happened either.
            (Err(_), WhatIf::PutRight(seq)) => Ok(dossier.had_not(*seq)),
            (Err(refusal), _) => Err(not_possible(refusal.reason)),
        }
    }
}

fn withdrawal(taken_back: Withdrawn) -> Event {
    Event::Withdrawn(Withdrawal { taken_back, reason: Narrative::from("supposed") })
}

fn standing(fact: &FactStand) -> FactStanding {
    FactStanding {
        found: fact.found,
        support: fact.support,
        roots_for: fact.roots_for,
        roots_against: fact.roots_against,
        level: fact.level,
        reopened: fact.reopened,
        withdrawn: fact.withdrawn,
    }
}

fn by_statement(assessment: &Assessment) -> BTreeMap<&StatementId, &FactStand> {
    assessment.uncertainties.facts.iter().map(|fact| (&fact.statement, fact)).collect()
}

fn facts(was: &Assessment, is: &Assessment) -> Vec<FactChange> {
    let (was, is) = (by_statement(was), by_statement(is));
    let all: BTreeSet<&StatementId> = was.keys().chain(is.keys()).copied().collect();
    all.into_iter()
        .map(|id| FactChange {
            statement: id.clone(),
            before: was.get(id).map(|fact| standing(fact)),
            after: is.get(id).map(|fact| standing(fact)),
        })
        .filter(|change| change.before != change.after)
        .collect()
}

/// A step before a gate: the outcome, and what was found.
type Stands = (GateOutcome, Vec<FoundAtGate>);

fn by_gate(assessment: &Assessment) -> BTreeMap<(&StepId, Gate), Stands> {
    let mut all = BTreeMap::new();
    for step in &assessment.steps {
        for gate in &step.gates {
            let mut found: Vec<FoundAtGate> = gate
                .findings
                .iter()
                .map(|finding| FoundAtGate {
                    code: finding.code,
                    sentence: finding.sentence.clone(),
                    bars: finding.kind == FindingKind::Bar,
                })
                .collect();
            found.sort_unstable();
            all.insert((&step.step, gate.gate), (gate.outcome, found));
        }
    }
    all
}

fn gates(was: &Assessment, is: &Assessment) -> Vec<GateChange> {
    let (was, is) = (by_gate(was), by_gate(is));
    let all: BTreeSet<(&StepId, Gate)> = was.keys().chain(is.keys()).copied().collect();
    let mut changes = Vec::new();
    for key in all {
        let (before, after) = (was.get(&key), is.get(&key));
        if before == after {
            continue;
        }
        let found = |of: Option<&Stands>| of.map(|(_, found)| found.clone()).unwrap_or_default();
        let (had, has) = (found(before), found(after));
        changes.push(GateChange {
            step: key.0.clone(),
            gate: key.1,
            before: before.map(|(outcome, _)| *outcome),
            after: after.map(|(outcome, _)| *outcome),
            found: more(&has, &had),
            gone: more(&had, &has),
        });
    }
    changes
}

/// What is in one and not in the other, as often as it is there more often.
fn more(these: &[FoundAtGate], those: &[FoundAtGate]) -> Vec<FoundAtGate> {
    let mut rest = those.to_vec();
    let mut more = Vec::new();
    for found in these {
        match rest.iter().position(|it| it == found) {
            Some(place) => {
                rest.swap_remove(place);
            }
            None => more.push(found.clone()),
        }
    }
    more
}

/// What is needed to say what loses its support.
struct Losing<'a> {
    dossier: &'a Dossier,
    was: BTreeMap<&'a StatementId, &'a FactStand>,
    is: BTreeMap<&'a StatementId, &'a FactStand>,
    untraced_before: BTreeMap<StatementId, BTreeSet<EvidenceId>>,
    untraced_after: BTreeMap<StatementId, BTreeSet<EvidenceId>>,
    before: &'a Dossier,
    after: &'a Dossier,
    at: NaiveDate,
    /// The steps that a gate bars by something that it did not find before.
    barred: BTreeSet<&'a StepId>,
}

impl<'a> Losing<'a> {
    fn of(
        dossier: &'a Dossier,
        (before, was): (&'a Dossier, &'a Assessment),
        (after, is): (&'a Dossier, &'a Assessment),
        gates: &'a [GateChange],
        at: NaiveDate,
    ) -> Self {
        let barred = gates.iter().filter(|it| it.found.iter().any(|found| found.bars));
        Self {
            dossier,
            was: by_statement(was),
            is: by_statement(is),
            untraced_before: BTreeMap::new(),
            untraced_after: BTreeMap::new(),
            before,
            after,
            at,
            barred: barred.map(|it| &it.step).collect(),
        }
    }

    /// Each with whether it loses its support, and on what it rests still when it does not.
    fn all(mut self, rests: Vec<Rest>) -> Vec<Rested> {
        self.look_up_untraced(&rests);
        rests
            .into_iter()
            .map(|rest| {
                let loses_support = match rest.what.by_its_step() {
                    Some(step) => self.barred.contains(step),
                    None => self.by_itself(&rest),
                };
                let rests_still_on = if loses_support { Vec::new() } else { self.still_on(&rest) };
                Rested { rest, loses_support, rests_still_on }
            })
            .collect()
    }

    /// The statements that carry it still, where one that it rests on was lost.
    fn still_on(&self, rest: &Rest) -> Vec<StatementId> {
        let reaches = |of: &BTreeMap<&StatementId, &FactStand>, id: &StatementId| {
            of.get(id).is_some_and(|fact| fact.level.is_some())
        };
        let is_lost = rest.through.iter().any(|id| reaches(&self.was, id) && !reaches(&self.is, id));
        if !is_lost {
            return Vec::new();
        }
        let mut named: BTreeSet<&StatementId> = BTreeSet::new();
        match (rest.what.by_its_step(), self.dossier.entry(rest.entry).map(|entry| &entry.event)) {
            (Some(step), _) => {
                let weighed = self.dossier.steps().get(step).map(|step| step.weighing.until(self.at));
                for (_, view) in weighed.into_iter().flatten().flat_map(|dated| dated.transition.views()) {
                    named.extend(view.statements_for.iter().filter(|_| view.verdict == Verdict::Met));
                }
            }
            (None, Some(Event::ViewGiven(view))) => {
                let is_for = view.statements_for.iter().any(|id| rest.through.contains(id));
                named.extend(if is_for { &view.statements_for } else { &view.statements_against });
            }
            (None, Some(Event::CandidatesAnswered(answered))) => {
                if let Answer::ExpectedInsufficient { relies_on } = &answered.answer {
                    named.extend(relies_on);
                }
            }
            (None, Some(Event::UrgencyDeclared(urgency))) => named.extend(&urgency.relies_on),
            (None, _) => {}
        }
        named.into_iter().filter(|id| reaches(&self.is, id)).cloned().collect()
    }

    fn look_up_untraced(&mut self, rests: &[Rest]) {
        let told: BTreeSet<&StatementId> = rests
            .iter()
            .filter_map(|rest| match &rest.what {
                Resting::Evidence { statement, .. } => Some(statement),
                _ => None,
            })
            .collect();
        if told.is_empty() {
            return;
        }
        let untraced = |dossier: &Dossier| {
            let graph = dossier.evidence_on(self.at);
            told.iter().map(|id| ((*id).clone(), graph.support(id).untraced)).collect()
        };
        (self.untraced_before, self.untraced_after) = (untraced(self.before), untraced(self.after));
    }

    fn by_itself(&self, rest: &Rest) -> bool {
        let loses = |carries: &dyn Fn(&FactStand) -> bool, named: &[StatementId]| {
            let any = |facts: &BTreeMap<&StatementId, &FactStand>| {
                named.iter().filter_map(|id| facts.get(id)).any(|fact| carries(fact))
            };
            any(&self.was) && !any(&self.is)
        };
        let reaches = |fact: &FactStand| fact.level.is_some();
        let is_found = |fact: &FactStand| fact.found.is_some();
        let is_plausible =
            |fact: &FactStand| matches!(fact.found, Some(Found::Established | Found::Plausible));
        let is_untraced = |of: &BTreeMap<StatementId, BTreeSet<EvidenceId>>, on, id| {
            of.get(on).is_some_and(|untraced| untraced.contains(id))
        };
        match (&rest.what, self.dossier.entry(rest.entry).map(|entry| &entry.event)) {
            (Resting::Evidence { evidence, statement }, _) => {
                is_untraced(&self.untraced_after, statement, evidence)
                    && !is_untraced(&self.untraced_before, statement, evidence)
            }
            (Resting::Finding { statement }, _) => loses(&is_found, std::slice::from_ref(statement)),
            (Resting::View { .. }, Some(Event::ViewGiven(view))) => {
                let is_for = view.statements_for.iter().any(|id| rest.through.contains(id));
                loses(&reaches, if is_for { &view.statements_for } else { &view.statements_against })
            }
            (Resting::Answer { .. }, Some(Event::CandidatesAnswered(answered))) => match &answered.answer {
                Answer::ExpectedInsufficient { relies_on } => loses(&is_plausible, relies_on),
                _ => false,
            },
            (Resting::Urgency { .. }, Some(Event::UrgencyDeclared(urgency))) => {
                loses(&reaches, &urgency.relies_on)
            }
            _ => false,
        }
    }
}
