//! Who is in the dossier, what they are to a child, and who holds parental authority on a day.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::state::Recorded;
use crate::actor::Actor;
use crate::id::PersonId;
use crate::person::{
    AuthorityNoted, Birth, CapacityNoted, OfAge, ParentalAuthority, Person, Relation, RelationNoted, Role,
};

/// Everyone in the dossier.
#[derive(Debug, Clone, Default)]
pub struct People {
    people: BTreeMap<PersonId, Recorded<Person>>,
    relations: Vec<Recorded<RelationNoted>>,
    authority: Vec<Recorded<AuthorityNoted>>,
    capacity: Vec<Recorded<CapacityNoted>>,
    /// People whose entry was corrected: still known, no longer counted until they are added anew.
    corrected: BTreeSet<PersonId>,
}

/// What is known of somebody's capacity to weigh their own interests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capacity {
    /// Nobody judged it.
    NotJudged,
    /// Capable.
    Capable,
    /// Incapable.
    Incapable,
}

/// How parental authority of one person over one child stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuthorityOn {
    /// Nobody noted it.
    NotNoted,
    /// As noted, by that entry.
    Recorded(ParentalAuthority, u64),
}

impl People {
    pub(crate) fn knows(&self, id: &PersonId) -> bool {
        self.people.contains_key(id)
    }

    pub(crate) fn entry_of(&self, id: &PersonId) -> Option<u64> {
        self.people.get(id).map(|noted| noted.seq)
    }

    pub(crate) fn add(&mut self, person: Recorded<Person>) {
        self.corrected.remove(&person.what.person);
        self.people.insert(person.what.person.clone(), person);
    }

    pub(crate) fn relate(&mut self, relation: Recorded<RelationNoted>) {
        self.relations.push(relation);
    }

    pub(crate) fn note_authority(&mut self, authority: Recorded<AuthorityNoted>) {
        self.authority.push(authority);
    }

    pub(crate) fn note_capacity(&mut self, capacity: Recorded<CapacityNoted>) {
        self.capacity.push(capacity);
    }

    pub(crate) fn take_out(&mut self, seq: u64) {
        self.relations.retain(|it| it.seq != seq);
        self.authority.retain(|it| it.seq != seq);
        self.capacity.retain(|it| it.seq != seq);
        let gone = self.people.iter().find(|(_, it)| it.seq == seq).map(|(id, _)| id.clone());
        self.corrected.extend(gone);
    }

    /// Somebody who counts, by pseudonym. Whose entry was corrected stays known, and has no role and no age until they are
    /// added anew: both were what that entry said.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.get(id).map(|noted| &noted.what).filter(|_| !self.corrected.contains(id))
    }

    /// Everyone who counts, by pseudonym.
    pub fn iter(&self) -> impl Iterator<Item = &Recorded<Person>> {
        self.people.values().filter(|noted| !self.corrected.contains(&noted.what.person))
    }

    /// The role of somebody.
    pub fn role(&self, id: &PersonId) -> Option<Role> {
        self.person(id).map(|person| person.role)
    }

    /// What somebody is to a child on a day, with the entries that say so.
    pub fn relations(&self, person: &PersonId, child: &PersonId, on: NaiveDate) -> Vec<(Relation, u64)> {
        let noted = |it: &&Recorded<RelationNoted>| {
            it.what.person == *person && it.what.child == *child && it.occurred.first_day() <= on
        };
        self.relations.iter().filter(noted).map(|it| (it.what.relation, it.seq)).collect()
    }

    /// Whether somebody is a parent of a child. A person who is a mother, father or parent by role, and of whom no
    /// relation as a parent is noted at all, counts as a parent of each child: better one question too many. An adult's parents
    /// are noted.
    pub fn is_parent_of(&self, person: &PersonId, child: &PersonId, on: NaiveDate) -> bool {
        if self.relations(person, child, on).iter().any(|(relation, _)| *relation == Relation::Parent) {
            return true;
        }
        let noted_elsewhere = self.relations.iter().any(|it| {
            it.what.person == *person && it.what.relation == Relation::Parent && it.occurred.first_day() <= on
        });
        let is_child = self.role(child) == Some(Role::Child);
        !noted_elsewhere && is_child && person != child && self.role(person).is_some_and(Role::is_parent)
    }

    /// Whether somebody cares for a child daily without being its parent.
    pub fn cares_daily_for(&self, person: &PersonId, child: &PersonId, on: NaiveDate) -> bool {
        self.role(person) == Some(Role::FosterParent)
            || self.relations(person, child, on).iter().any(|(relation, _)| *relation == Relation::CaresDaily)
    }

    /// The first day since when somebody is known to care for a child daily.
    pub fn cares_since(&self, person: &PersonId, child: &PersonId) -> Option<NaiveDate> {
        self.relations
            .iter()
            .filter(|it| {
                it.what.person == *person
                    && it.what.child == *child
                    && it.what.relation == Relation::CaresDaily
            })
            .map(|it| it.occurred.last_day())
            .min()
    }

    /// How parental authority stands on a day.
    pub fn authority_of(&self, holder: &PersonId, child: &PersonId, on: NaiveDate) -> AuthorityOn {
        self.authority
            .iter()
            .filter(|it| {
                it.what.holder == *holder && it.what.child == *child && it.occurred.first_day() <= on
            })
            .max_by_key(|it| (it.occurred.first_day(), it.seq))
            .map_or(AuthorityOn::NotNoted, |it| AuthorityOn::Recorded(it.what.authority, it.seq))
    }

    /// Who holds and may exercise parental authority over a child on a day.
    pub fn authority_holders(&self, child: &PersonId, on: NaiveDate) -> Vec<PersonId> {
        self.iter()
            .map(|noted| &noted.what.person)
            .filter(|id| {
                matches!(self.authority_of(id, child, on), AuthorityOn::Recorded(ParentalAuthority::Held, _))
            })
            .cloned()
            .collect()
    }

    /// Whether somebody can weigh their own interests, as last judged on a day.
    pub fn capacity(&self, person: &PersonId, on: NaiveDate) -> Capacity {
        self.capacity
            .iter()
            .filter(|it| it.what.person == *person && it.occurred.first_day() <= on)
            .max_by_key(|it| (it.occurred.first_day(), it.seq))
            .map_or(Capacity::NotJudged, |it| {
                if it.what.capable { Capacity::Capable } else { Capacity::Incapable }
            })
    }

    /// Whether somebody is of an age on a day.
    pub fn is_at_least(&self, person: &PersonId, years: u32, on: NaiveDate) -> OfAge {
        self.person(person).map_or(OfAge::Unknown, |person| person.birth.is_at_least(years, on))
    }

    /// Whether somebody has lived for this many months on a day.
    pub fn has_lived(&self, person: &PersonId, months: u32, on: NaiveDate) -> OfAge {
        self.person(person).map_or(OfAge::Unknown, |person| person.birth.has_lived(months, on))
    }

    /// Whether somebody is a minor on a day. Who is in the dossier as a child is taken for one unless the birth
    /// says otherwise: the role is a statement of whoever recorded it.
    pub fn is_minor(&self, person: &PersonId, on: NaiveDate) -> OfAge {
        match (self.role(person), self.person(person).map(|it| it.birth)) {
            (Some(Role::Child), Some(Birth::Unknown)) => OfAge::Yes,
            (Some(Role::AdultSubject), Some(Birth::Unknown)) => OfAge::No,
            _ => match self.is_at_least(person, 18, on) {
                OfAge::Yes => OfAge::No,
                OfAge::No => OfAge::Yes,
                OfAge::Unknown => OfAge::Unknown,
            },
        }
    }

    /// The positions in which the authority map knows somebody, towards a child, on a day. Empty when what is known
    /// leaves the position open, such as a parent of whom nobody noted the authority.
    pub fn positions(&self, person: &PersonId, child: &PersonId, on: NaiveDate) -> BTreeSet<Actor> {
        let mut positions = BTreeSet::new();
        let Some(role) = self.role(person) else { return positions };
        positions.extend(role.body());
        if person == child {
            match (
                self.is_at_least(person, 12, on),
                self.is_at_least(person, 16, on),
                self.is_minor(person, on),
            ) {
                (_, _, OfAge::No) => positions.extend([Actor::Adult]),
                (OfAge::No, _, OfAge::Yes) => positions.extend([Actor::MinorUnder12]),
                (OfAge::Yes, OfAge::No, OfAge::Yes) => positions.extend([Actor::Minor12To15]),
                (_, OfAge::Yes, OfAge::Yes) => positions.extend([Actor::Minor16To17]),
                _ => {}
            }
            return positions;
        }
        if self.is_parent_of(person, child, on) {
            match self.authority_of(person, child, on) {
                AuthorityOn::Recorded(ParentalAuthority::Held, _) => {
                    positions.extend([Actor::ParentWithAuthority])
                }
                AuthorityOn::Recorded(_, _) => positions.extend([Actor::ParentWithoutAuthority]),
                AuthorityOn::NotNoted => {}
            }
        }
        if role == Role::Guardian {
            positions.extend([Actor::Guardian]);
        }
        if role == Role::FosterParent {
            positions.extend([Actor::FosterParent]);
        }
        if self.cares_daily_for(person, child, on) {
            positions.extend([Actor::Carer]);
        }
        if positions.is_empty()
            && matches!(role, Role::Network | Role::Other | Role::Grandparent | Role::StepParent)
        {
            positions.extend([Actor::Other]);
        }
        positions
    }
}
