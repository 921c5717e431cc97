//! What a reader may not read is taken out of the record before a word is written: so no wording can leak it.
//!
//! | reader | reads |
//! | --- | --- |
//! | professional, court | everything |
//! | parents | what their recipient said; statements that are in the reasons, about the recipient, borne by the recipient, or about a child under 12 alone; what professionals wrote. Not the own words of another member of the family or its circle, nor which of them is a source, nor that a child is one |
//! | child | what it said itself, what was done with that, strengths about it. Nobody else's words |

use std::collections::{BTreeMap, BTreeSet};

use super::quote::{Quote, Quoted, Withheld, WithheldGround, WithheldOf};
use super::reader::{Reader, RecordError};
use super::telling::{RecordLine, Telling};
use super::word::{SourceWho, Topic};
use super::{DecisionRecord, RecordPerson};
use crate::fact::Nature;
use crate::id::{PersonId, StatementId};
use crate::person::{OfAge, Role};

/// A record as somebody may read it.
pub(super) struct Read {
    pub(super) record: DecisionRecord,
    pub(super) withheld: Vec<Withheld>,
}

pub(super) fn read_by(record: &DecisionRecord, reader: &Reader) -> Result<Read, RecordError> {
    check(record, reader)?;
    let mut read = record.clone();
    if reader.is_family() {
        // Which professional moved is for those who weigh together to learn from, and for the court to see; each view
        // itself stands on the page of the family too.
        for part in &mut read.parts {
            part.lines.retain(|line| !matches!(line.tells, Telling::Shifted { .. }));
        }
    }
    let (facts, in_reasons) = facts(record, reader);
    let mut filter = Filter { reader, record, facts, in_reasons, withheld: BTreeSet::new() };
    for line in read.open.iter_mut().chain(read.parts.iter_mut().flat_map(|part| &mut part.lines)) {
        filter.line(line, None);
    }
    let withheld = filter.withheld.into_iter().collect();
    Ok(Read { record: read, withheld })
}

/// A page goes to who it is for.
fn check(record: &DecisionRecord, reader: &Reader) -> Result<(), RecordError> {
    let of = |is: &dyn Fn(&PersonId, &RecordPerson) -> bool| -> Vec<PersonId> {
        record.people.iter().filter(|(id, person)| is(id, person)).map(|(id, _)| id.clone()).collect()
    };
    let (recipient, wanted, there_are) = match reader {
        Reader::Parents(Some(recipient)) => (
            recipient,
            "a parent or guardian",
            of(&|_, person| person.parent || person.role == Role::Guardian),
        ),
        Reader::Child(child, _) => (child, "a child", of(&|_, person| person.role == Role::Child)),
        Reader::Professional | Reader::Court | Reader::Parents(None) => return Ok(()),
    };
    if there_are.contains(recipient) {
        return Ok(());
    }
    Err(RecordError::NotARecipient { recipient: recipient.clone(), wanted, there_are })
}

/// What a statement is, and whether the recipient brings evidence on it.
type Facts = BTreeMap<StatementId, (Option<Nature>, bool)>;

fn facts(record: &DecisionRecord, reader: &Reader) -> (Facts, BTreeSet<StatementId>) {
    let mut facts = Facts::new();
    let mut in_reasons = BTreeSet::new();
    for line in record.lines() {
        let Telling::Fact { statement, nature, in_reasons: named, .. } = &line.tells else { continue };
        let bears = line.below.iter().any(|it| match &it.tells {
            Telling::Source { by, .. } => by.named().is_some_and(|by| is_recipient(reader, by)),
            _ => false,
        });
        facts.insert(statement.clone(), (*nature, bears));
        if *named {
            in_reasons.insert(statement.clone());
        }
    }
    (facts, in_reasons)
}

fn is_recipient(reader: &Reader, person: &PersonId) -> bool {
    match reader {
        Reader::Parents(Some(recipient)) => recipient == person,
        Reader::Child(child, _) => child == person,
        _ => false,
    }
}

struct Filter<'a> {
    reader: &'a Reader,
    record: &'a DecisionRecord,
    facts: Facts,
    in_reasons: BTreeSet<StatementId>,
    withheld: BTreeSet<Withheld>,
}

impl Filter<'_> {
    /// `under` is why the line above was withheld: what belongs under it goes with it.
    fn line(&mut self, line: &mut RecordLine, under: Option<WithheldGround>) {
        let own = match &line.tells {
            Telling::Said { topic, about, quote } => self.words(*topic, about.as_ref(), &quote.of),
            Telling::Fact { statement, about, nature, .. } => {
                let bears = self.facts.get(statement).is_some_and(|(_, bears)| *bears);
                self.statement(statement, about, *nature, bears)
            }
            Telling::RestsOn { statement, about, .. } | Telling::TakenBack { statement, about, .. } => {
                let (nature, bears) = self.facts.get(statement).copied().unwrap_or((None, false));
                self.statement(statement, about, nature, bears)
            }
            _ => None,
        };
        let ground = under.or(own);
        if let Some(ground) = ground {
            self.withhold(line, ground);
        }
        let under = match line.tells {
            Telling::Fact { .. } => ground,
            _ => under,
        };
        self.shelter_sources(line);
        for below in &mut line.below {
            self.line(below, under);
        }
    }

    /// Who of the family or its circle told something about another is not for a parent to read: whoever tells must be able
    /// to speak. A professional stands by what they bring, and is named by role. That a child told something is not told at all.
    fn shelter_sources(&mut self, line: &mut RecordLine) {
        if !matches!(self.reader, Reader::Parents(_)) {
            return;
        }
        // The ground of a talk that there was not goes the way of its reason.
        line.below.retain(|it| match &it.tells {
            Telling::NoTalk { person, .. } => !self.is_private(person) || self.is_recipient(person),
            _ => true,
        });
        let ground = WithheldGround::ShelterOfASource;
        let mut kept: Vec<u64> = Vec::new();
        let is_child = |who: &SourceWho| who.named().is_some_and(|id| self.is_child(id));
        line.below.retain(|it| match &it.tells {
            Telling::Source { by, told_by, .. } if is_child(by) || told_by.as_ref().is_some_and(is_child) => {
                kept.extend(it.because.first().copied());
                false
            }
            _ => true,
        });
        for below in &mut line.below {
            let Telling::Source { by, told_by, .. } = &mut below.tells else { continue };
            // Whoever brought it themselves knows from whom they have it.
            let is_own = by.named().is_some_and(|by| is_recipient(self.reader, by));
            let mut is_sheltered = false;
            for who in [Some(by), told_by.as_mut()].into_iter().flatten() {
                let needs_it = who.named().is_some_and(|id| self.is_private(id) && !self.is_recipient(id));
                if needs_it && !is_own {
                    *who = SourceWho::Sheltered;
                    is_sheltered = true;
                }
            }
            if is_sheltered {
                kept.extend(below.because.first().copied());
                for title in &mut below.below {
                    if let Telling::Said { topic: Topic::Title, quote, .. } = &mut title.tells
                        && quote.said.words().is_some()
                    {
                        quote.said = Quoted::Withheld(ground);
                    }
                }
            }
        }
        // Why people found it so mostly says who told it.
        if !kept.is_empty() {
            for below in &mut line.below {
                if let Telling::Said { topic: Topic::FindingWhy, quote, .. } = &mut below.tells {
                    take(quote, ground, &mut self.withheld);
                }
            }
        }
        let of = WithheldOf::NotTold;
        self.withheld.extend(kept.into_iter().map(|entry| Withheld { entry, of: of.clone(), ground }));
    }

    fn withhold(&mut self, line: &mut RecordLine, ground: WithheldGround) {
        let mut objections = Vec::new();
        match &mut line.tells {
            Telling::Said { quote, .. }
            | Telling::Fact { claim: quote, .. }
            | Telling::RestsOn { claim: quote, .. }
            | Telling::TakenBack { claim: quote, .. } => {
                take(quote, ground, &mut self.withheld);
                objections.append(&mut quote.objections);
            }
            Telling::Source { objections: of_source, .. } => objections.append(of_source),
            _ => {}
        }
        for objection in objections {
            if objection.said.words().is_some() {
                let of = WithheldOf::Person(objection.of);
                self.withheld.insert(Withheld { entry: objection.entry, of, ground });
            }
        }
    }

    fn is_recipient(&self, person: &PersonId) -> bool {
        is_recipient(self.reader, person)
    }

    /// A child whose file its parents may see: certainly under 12. From then on the child decides on its own file.
    fn is_young_child(&self, person: &PersonId) -> bool {
        self.record.people.get(person).is_some_and(|it| {
            it.role == Role::Child && it.birth.is_at_least(12, self.record.receipt.at) == OfAge::No
        })
    }

    fn is_child(&self, person: &PersonId) -> bool {
        self.record.people.get(person).is_some_and(|it| it.role == Role::Child)
    }

    /// Whether somebody is of the family or its circle, and not there by profession.
    fn is_private(&self, person: &PersonId) -> bool {
        self.record.people.get(person).is_none_or(|it| !it.role.is_professional())
    }

    /// Why words on a topic are kept from this reader.
    fn words(&self, topic: Topic, about: Option<&PersonId>, of: &PersonId) -> Option<WithheldGround> {
        match self.reader {
            Reader::Professional | Reader::Court => None,
            Reader::Parents(_) => {
                let own_words = matches!(
                    topic,
                    Topic::Account
                        | Topic::AccountThrough
                        | Topic::Correction
                        | Topic::DeclineReason
                        | Topic::ViewWhy
                        | Topic::Norm
                        | Topic::Threshold
                        | Topic::Strength
                        | Topic::Concern
                        | Topic::DissentWhy
                        | Topic::ObjectionWhy
                        | Topic::ConsentWhy
                        | Topic::WithdrawalWhy
                        | Topic::MindChanged
                );
                let theirs = own_words && self.is_private(of) && !self.is_recipient(of);
                // Why another could not be heard, and what was seen of them, is theirs, whoever wrote it down.
                let of_another = matches!(topic, Topic::NotHeardReason | Topic::AccountSeen)
                    && about.is_some_and(|about| self.is_private(about) && !self.is_recipient(about));
                (theirs || of_another).then_some(WithheldGround::PrivacyOfAnother)
            }
            Reader::Child(child, _) => {
                let said_it = of == child
                    && matches!(
                        topic,
                        Topic::Account
                            | Topic::AccountThrough
                            | Topic::Correction
                            | Topic::DissentWhy
                            | Topic::ObjectionWhy
                            | Topic::ConsentWhy
                    );
                let of_it = about == Some(child)
                    && matches!(topic, Topic::Changed | Topic::ChangedNothing | Topic::AccountSeen);
                (!said_it && !of_it).then_some(WithheldGround::LetterToAChild)
            }
        }
    }

    /// Why a statement is kept from this reader.
    fn statement(
        &self,
        statement: &StatementId,
        about: &[PersonId],
        nature: Option<Nature>,
        bears: bool,
    ) -> Option<WithheldGround> {
        match self.reader {
            Reader::Professional | Reader::Court => None,
            Reader::Parents(_) => {
                let of_recipient = about.iter().any(|id| self.is_recipient(id));
                let of_child = !about.is_empty() && about.iter().all(|id| self.is_young_child(id));
                let may = bears || of_recipient || of_child || self.in_reasons.contains(statement);
                (!may).then_some(WithheldGround::PrivacyOfAnother)
            }
            Reader::Child(child, _) => {
                let may = nature == Some(Nature::Strength) && about.contains(child);
                (!may).then_some(WithheldGround::LetterToAChild)
            }
        }
    }
}

/// Takes the words away and notes that they were there. What was erased already stays erased.
fn take(quote: &mut Quote, ground: WithheldGround, withheld: &mut BTreeSet<Withheld>) {
    if quote.said.words().is_some() {
        withheld.insert(Withheld { entry: quote.entry, of: WithheldOf::Person(quote.of.clone()), ground });
        quote.said = Quoted::Withheld(ground);
    }
}
