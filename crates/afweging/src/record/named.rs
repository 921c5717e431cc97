//! Whom a line names: the page needs a role for each of them.

use std::collections::BTreeSet;

use super::quote::Quote;
use super::telling::{RecordLine, Telling};
use super::word::SourceWho;
use crate::finding::Answerer;
use crate::id::PersonId;

impl RecordLine {
    /// Everyone whom it names, with those whom the lines under it name.
    pub fn people(&self) -> BTreeSet<PersonId> {
        let mut found = BTreeSet::new();
        for line in self.all() {
            line.tells.name_into(&mut found);
        }
        found
    }
}

impl Telling {
    fn name_into(&self, found: &mut BTreeSet<PersonId>) {
        match self {
            Telling::Decided { by, .. }
            | Telling::Reviewed { by, .. }
            | Telling::Dissents { by, .. }
            | Telling::Shifted { by, .. }
            | Telling::NeverOpened { by, .. }
            | Telling::View { by, .. } => {
                found.insert(by.clone());
            }
            Telling::NotDecided { proposed_by, requested_by, .. } => {
                found.extend([Some(proposed_by), requested_by.as_ref()].into_iter().flatten().cloned());
            }
            Telling::About { person, .. }
            | Telling::Perspective { person, .. }
            | Telling::Objects { person, .. }
            | Telling::NoConsent { person, .. }
            | Telling::NoTalk { person, .. }
            | Telling::Watches { person } => {
                found.insert(person.clone());
            }
            Telling::ParentalAuthority { holder, .. } => {
                found.insert(holder.clone());
            }
            Telling::Obliged { owner, .. } => {
                found.insert(owner.clone());
            }
            Telling::Told { person, hearer, .. } => {
                found.extend([Some(person), hearer.as_ref()].into_iter().flatten().cloned());
            }
            Telling::Fact { about, finder, claim, .. } => {
                found.extend(about.iter().chain(finder).cloned());
                quoted(claim, found);
            }
            Telling::Source { by, told_by, objections, .. } => {
                let behind = [Some(by), told_by.as_ref()].into_iter().flatten();
                found.extend(behind.filter_map(SourceWho::named).cloned());
                found.extend(objections.iter().map(|it| it.of.clone()));
            }
            Telling::Ground { judged_by: people, .. } | Telling::JudgementOf { people, .. } => {
                found.extend(people.iter().cloned());
            }
            Telling::RestsOn { about, claim, .. } => {
                found.extend(about.iter().cloned());
                quoted(claim, found);
            }
            Telling::TakenBack { of, about, claim, .. } => {
                found.extend(about.iter().chain([of]).cloned());
                quoted(claim, found);
            }
            Telling::Dialogue { participants, invited, declined, contradiction_by, not_shared, .. } => {
                let named = participants.iter().chain(invited).chain(declined).chain(contradiction_by);
                found.extend(named.chain(not_shared.iter().map(|it| &it.by)).cloned());
            }
            Telling::UnderSeal { circle, waiting, .. } => {
                found.extend(circle.iter().chain(waiting).cloned());
            }
            Telling::Shortfall { owed_by, .. } => found.extend(owed_by.iter().cloned()),
            Telling::Said { about, quote, .. } => {
                found.extend(about.iter().cloned());
                quoted(quote, found);
            }
            Telling::Open { who_may_answer, .. } | Telling::NotOnRecord { who_may_answer, .. } => {
                found.extend(who_may_answer.iter().filter_map(|it| match it {
                    Answerer::Person(person) => Some(person.clone()),
                    Answerer::Actor(_) | Answerer::ThoseWhoWeigh => None,
                }));
            }
            Telling::Candidate { by, .. } => found.extend(by.iter().cloned()),
            Telling::Period { .. }
            | Telling::Ends { .. }
            | Telling::Became { .. }
            | Telling::CandidateClass { .. }
            | Telling::Review { .. }
            | Telling::Power { .. }
            | Telling::Form { .. }
            | Telling::Remedy { .. }
            | Telling::Closed { .. } => {}
        }
    }
}

fn quoted(quote: &Quote, found: &mut BTreeSet<PersonId>) {
    found.insert(quote.of.clone());
    found.extend(quote.objections.iter().map(|it| it.of.clone()));
}
