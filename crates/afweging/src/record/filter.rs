//! What a reader may not read is taken out of the record before a word is written: so no wording can leak it.
//!
//! | reader | reads |
//! | --- | --- |
//! | professional, court | everything |
//! | parents | what their recipient said; statements that are in the reasons, or about the child or the recipient alone; what professionals wrote. Not the own words of another member of the family or its circle |
//! | child | what it said itself, what was done with that, strengths about it. Nobody else's words |

use std::collections::BTreeSet;

use super::quote::{Quote, Quoted, Withheld, WithheldGround};
use super::reader::{Reader, RecordError};
use super::telling::{RecordLine, Telling};
use super::word::Topic;
use super::{DecisionRecord, RecordPerson};
use crate::fact::Nature;
use crate::id::{PersonId, StatementId};
use crate::person::Role;

/// A record as somebody may read it.
pub(super) struct Read {
    pub(super) record: DecisionRecord,
    pub(super) withheld: Vec<Withheld>,
}

pub(super) fn read_by(record: &DecisionRecord, reader: &Reader) -> Result<Read, RecordError> {
    check(record, reader)?;
    let mut read = record.clone();
    let mut filter = Filter { reader, record, in_reasons: in_reasons(record), withheld: BTreeSet::new() };
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

fn in_reasons(record: &DecisionRecord) -> BTreeSet<StatementId> {
    record
        .lines()
        .into_iter()
        .filter_map(|line| match &line.tells {
            Telling::Fact { statement, in_reasons: true, .. } => Some(statement.clone()),
            _ => None,
        })
        .collect()
}

struct Filter<'a> {
    reader: &'a Reader,
    record: &'a DecisionRecord,
    in_reasons: BTreeSet<StatementId>,
    withheld: BTreeSet<Withheld>,
}

impl Filter<'_> {
    /// `under` is why the line above was withheld: what belongs under it goes with it.
    fn line(&mut self, line: &mut RecordLine, under: Option<WithheldGround>) {
        let own = match &line.tells {
            Telling::Said { topic, about, quote } => self.words(*topic, about.as_ref(), &quote.of),
            Telling::Fact { statement, about, nature, .. } => {
                let bears = line.below.iter().any(|it| match &it.tells {
                    Telling::Source { by, .. } => self.is_recipient(by),
                    _ => false,
                });
                self.statement(statement, about, *nature, bears)
            }
            Telling::RestsOn { statement, about, .. } => {
                let fact = self.record.lines().into_iter().find_map(|it| match &it.tells {
                    Telling::Fact { statement: same, nature, .. } if same == statement => {
                        let bears = it.below.iter().any(|it| match &it.tells {
                            Telling::Source { by, .. } => self.is_recipient(by),
                            _ => false,
                        });
                        Some((*nature, bears))
                    }
                    _ => None,
                });
                let (nature, bears) = fact.unwrap_or((None, false));
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
        for below in &mut line.below {
            self.line(below, under);
        }
    }

    fn withhold(&mut self, line: &mut RecordLine, ground: WithheldGround) {
        let mut objections = Vec::new();
        match &mut line.tells {
            Telling::Said { quote, .. }
            | Telling::Fact { claim: quote, .. }
            | Telling::RestsOn { claim: quote, .. } => {
                take(quote, ground, &mut self.withheld);
                objections.append(&mut quote.objections);
            }
            Telling::Source { objections: of_source, .. } => objections.append(of_source),
            _ => {}
        }
        for objection in objections {
            if objection.said.words().is_some() {
                self.withheld.insert(Withheld { entry: objection.entry, of: objection.of, ground });
            }
        }
    }

    fn is_recipient(&self, person: &PersonId) -> bool {
        match self.reader {
            Reader::Parents(Some(recipient)) => recipient == person,
            Reader::Child(child, _) => child == person,
            _ => false,
        }
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
                );
                let theirs = own_words && self.is_private(of) && !self.is_recipient(of);
                // Why another could not be heard is theirs, whoever wrote it down.
                let of_another = topic == Topic::NotHeardReason
                    && about.is_some_and(|about| self.is_private(about) && !self.is_recipient(about));
                (theirs || of_another).then_some(WithheldGround::PrivacyOfAnother)
            }
            Reader::Child(child, _) => {
                let said_it = of == child
                    && matches!(
                        topic,
                        Topic::Account
                            | Topic::Correction
                            | Topic::DissentWhy
                            | Topic::ObjectionWhy
                            | Topic::ConsentWhy
                    );
                let done_with_it =
                    about == Some(child) && matches!(topic, Topic::Changed | Topic::ChangedNothing);
                (!said_it && !done_with_it).then_some(WithheldGround::LetterToAChild)
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
                let of_child_or_recipient = !about.is_empty()
                    && about.iter().all(|id| {
                        self.is_recipient(id)
                            || self.record.people.get(id).is_some_and(|it| it.role == Role::Child)
                    });
                let may = bears || of_child_or_recipient || self.in_reasons.contains(statement);
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
        withheld.insert(Withheld { entry: quote.entry, of: quote.of.clone(), ground });
        quote.said = Quoted::Withheld(ground);
    }
}
