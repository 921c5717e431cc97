//! Who is in the dossier, and what they are to each other.

use afweging::{
    AuthorityNoted, Birth, CapacityNoted, Event, ParentalAuthority, Person, PersonId, Relation,
    RelationNoted, Role, SetAside,
};

use crate::writer::{Writer, person_id};

const ROLES: &[(&str, Role)] = &[
    ("child", Role::Child),
    ("adult", Role::AdultSubject),
    ("mother", Role::Mother),
    ("father", Role::Father),
    ("parent", Role::Parent),
    ("step-parent", Role::StepParent),
    ("grandparent", Role::Grandparent),
    ("foster-parent", Role::FosterParent),
    ("guardian", Role::Guardian),
    ("network", Role::Network),
    ("local-team", Role::LocalTeam),
    ("college", Role::College),
    ("veilig-thuis", Role::VeiligThuis),
    ("raad", Role::Raad),
    ("gi", Role::Gi),
    ("judge", Role::ChildrensJudge),
    ("district-court", Role::DistrictCourt),
    ("appeal-court", Role::AppealCourt),
    ("supreme-court", Role::SupremeCourt),
    ("prosecutor", Role::Prosecutor),
    ("mayor", Role::Mayor),
    ("assistant-prosecutor", Role::AssistantProsecutor),
    ("police", Role::Police),
    ("provider", Role::Provider),
    ("school", Role::School),
    ("doctor", Role::Doctor),
    ("nurse", Role::Nurse),
    ("behavioural-scientist", Role::BehaviouralScientist),
    ("special-representative", Role::SpecialRepresentative),
    ("counsellor", Role::ConfidentialCounsellor),
    ("supporter", Role::ClientSupporter),
    ("lawyer", Role::Lawyer),
    ("foreign-authority", Role::ForeignAuthority),
    ("council", Role::Council),
    ("inspectorate", Role::Inspectorate),
    ("safety-house", Role::CareAndSafetyHouse),
    ("other", Role::Other),
];

/// The role in which a body of the authority map acts; nothing for a position in the family.
pub fn role_of(actor: afweging::Actor) -> Option<Role> {
    ROLES.iter().map(|(_, role)| *role).find(|role| role.body() == Some(actor))
}

/// Adds somebody in a role, named by themselves or by who is there already.
pub(super) fn add(writer: &mut Writer, role: Role) -> Option<PersonId> {
    let name = ROLES.iter().find(|(_, of)| *of == role).map_or("person", |(name, _)| *name);
    let person = person_id(writer.fresh(name));
    let birth = birth(writer, role);
    let by = writer.anyone().unwrap_or_else(|| person.clone());
    let added = Event::PersonAdded(Person { person: person.clone(), role, birth });
    writer.write_today(&by, added).then_some(person)
}

fn birth(writer: &mut Writer, role: Role) -> Birth {
    let years = match role {
        Role::Child => writer.dice.below(18),
        Role::AdultSubject => writer.dice.below(80).saturating_add(18),
        _ if role.is_professional() => return Birth::Unknown,
        _ => writer.dice.below(40).saturating_add(20),
    };
    let days = years.saturating_mul(365).saturating_add(writer.dice.below(365));
    let day = writer.days_ago(days);
    match writer.dice.below(10) {
        0..6 => Birth::On(day),
        6 => Birth::Year(chrono::Datelike::year(&day)),
        7 => Birth::Between(writer.days_ago(days.saturating_add(300)), day),
        8 => Birth::On(leap_day_before(day)),
        _ => Birth::Unknown,
    }
}

fn leap_day_before(day: chrono::NaiveDate) -> chrono::NaiveDate {
    let year = chrono::Datelike::year(&day);
    (year.saturating_sub(8)..=year)
        .rev()
        .filter_map(|year| chrono::NaiveDate::from_ymd_opt(year, 2, 29))
        .find(|leap| *leap <= day)
        .unwrap_or(day)
}

pub(super) fn person(writer: &mut Writer) -> bool {
    let Some((_, role)) = writer.dice.pick(ROLES).copied() else { return false };
    add(writer, role).is_some()
}

pub(super) fn relation(writer: &mut Writer) -> bool {
    let (Some(person), Some(child)) = (writer.relative(), writer.subject()) else { return false };
    let of = [Relation::Parent, Relation::CaresDaily, Relation::KnowsChild, Relation::Sibling];
    let Some(relation) = writer.dice.pick(&of).copied() else { return false };
    writer.write(Event::RelationNoted(RelationNoted { person, child, relation }))
}

pub(super) fn authority(writer: &mut Writer) -> bool {
    let parent = writer.somebody(|role| role.is_parent() || role == Role::Guardian);
    let (Some(holder), Some(child)) = (parent, writer.subject()) else { return false };
    let of = [
        (6, ParentalAuthority::Held),
        (2, ParentalAuthority::NotHeld),
        (1, ParentalAuthority::Ended),
        (1, ParentalAuthority::Suspended),
    ];
    let Some(authority) = writer.dice.weighted(&of) else { return false };
    writer.write(Event::AuthorityNoted(AuthorityNoted { holder, child, authority }))
}

pub(super) fn capacity(writer: &mut Writer) -> bool {
    let Some(person) = writer.subject() else { return false };
    let capable = writer.dice.chance(70);
    writer.write(Event::CapacityNoted(CapacityNoted { person, capable }))
}

pub(super) fn set_aside(writer: &mut Writer) -> bool {
    let Some(person) = writer.relative() else { return false };
    writer.write(Event::SetAside(SetAside { person, reason: "has not seen the child for years".into() }))
}
