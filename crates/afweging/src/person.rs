//! People: pseudonyms with a role, an age where a rule needs one, and parental authority over time.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::id::PersonId;

/// What somebody is in the dossier: in the family, around it, or by profession.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The child whom the dossier is about, or a brother or sister.
    Child,
    /// An adult whom the dossier is about.
    AdultSubject,
    /// A mother.
    Mother,
    /// A father.
    Father,
    /// A parent, not said which.
    Parent,
    /// A step-parent (*stiefouder*).
    StepParent,
    /// A grandparent.
    Grandparent,
    /// A foster parent (*pleegouder*).
    FosterParent,
    /// A guardian who is a natural person (*voogd*).
    Guardian,
    /// Someone of the family's own circle.
    Network,
    /// Works at the local team.
    LocalTeam,
    /// Acts for the municipal executive.
    College,
    /// Sits on the municipal council (*gemeenteraad*).
    Council,
    /// Works at Veilig Thuis.
    VeiligThuis,
    /// Works at the Child Protection Council.
    Raad,
    /// Works at a certified institution.
    Gi,
    /// A children's judge.
    ChildrensJudge,
    /// A district court.
    DistrictCourt,
    /// A court of appeal.
    AppealCourt,
    /// The supreme court.
    SupremeCourt,
    /// A public prosecutor.
    Prosecutor,
    /// A mayor.
    Mayor,
    /// An assistant public prosecutor.
    AssistantProsecutor,
    /// A police officer.
    Police,
    /// Works at a youth-help provider.
    Provider,
    /// Works at a school.
    School,
    /// A general practitioner, medical specialist or youth doctor (*huisarts, medisch specialist, jeugdarts*).
    Doctor,
    /// A nurse.
    Nurse,
    /// A behavioural scientist.
    BehaviouralScientist,
    /// A special representative of the child (*bijzondere curator*).
    SpecialRepresentative,
    /// A confidential counsellor.
    ConfidentialCounsellor,
    /// An independent client supporter.
    ClientSupporter,
    /// A lawyer.
    Lawyer,
    /// Works at an inspectorate.
    Inspectorate,
    /// Works at a Care and Safety House (*Zorg- en Veiligheidshuis*).
    CareAndSafetyHouse,
    /// A body of another country.
    ForeignAuthority,
    /// Anyone else.
    Other,
}

impl Role {
    /// The body whose powers someone in this role acts with; `None` for the family and its circle, whose position
    /// follows from age and parental authority.
    pub fn body(self) -> Option<Actor> {
        Some(match self {
            Role::LocalTeam => Actor::LocalTeam,
            Role::College => Actor::College,
            Role::Council => Actor::Council,
            Role::VeiligThuis => Actor::VeiligThuis,
            Role::Raad => Actor::Raad,
            Role::Gi => Actor::Gi,
            Role::ChildrensJudge => Actor::ChildrensJudge,
            Role::DistrictCourt => Actor::DistrictCourt,
            Role::AppealCourt => Actor::AppealCourt,
            Role::SupremeCourt => Actor::SupremeCourt,
            Role::Prosecutor => Actor::Prosecutor,
            Role::Mayor => Actor::Mayor,
            Role::AssistantProsecutor => Actor::AssistantProsecutor,
            Role::Police => Actor::Police,
            Role::Provider => Actor::Provider,
            Role::Doctor => Actor::Doctor,
            Role::BehaviouralScientist => Actor::BehaviouralScientist,
            Role::SpecialRepresentative => Actor::SpecialRepresentative,
            Role::ConfidentialCounsellor => Actor::ConfidentialCounsellor,
            Role::ClientSupporter => Actor::ClientSupporter,
            Role::Lawyer => Actor::Lawyer,
            Role::Inspectorate => Actor::Inspectorate,
            Role::CareAndSafetyHouse => Actor::CareAndSafetyHouse,
            Role::ForeignAuthority => Actor::ForeignAuthority,
            Role::School | Role::Nurse => Actor::Other,
            Role::Child
            | Role::AdultSubject
            | Role::Mother
            | Role::Father
            | Role::Parent
            | Role::StepParent
            | Role::Grandparent
            | Role::FosterParent
            | Role::Guardian
            | Role::Network
            | Role::Other => return None,
        })
    }

    /// Whether it is a court of whatever instance.
    pub fn is_court(self) -> bool {
        matches!(self, Role::ChildrensJudge | Role::DistrictCourt | Role::AppealCourt | Role::SupremeCourt)
    }

    /// Whether someone in this role is there by profession.
    pub fn is_professional(self) -> bool {
        self.body().is_some()
    }

    /// Whether someone in this role is a parent by birth or law.
    pub fn is_parent(self) -> bool {
        matches!(self, Role::Mother | Role::Father | Role::Parent)
    }
}

/// What is known of somebody's birth. An age is reckoned from it only where a rule needs one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Birth {
    /// Not known.
    #[default]
    Unknown,
    /// Born on this day.
    On(#[serde(deserialize_with = "crate::time::read_day")] NaiveDate),
    /// Born in this year.
    Year(i32),
    /// Born between these days, both included.
    Between(
        #[serde(deserialize_with = "crate::time::read_day")] NaiveDate,
        #[serde(deserialize_with = "crate::time::read_day")] NaiveDate,
    ),
}

/// Whether somebody is of an age: a rule about age answers with one of three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OfAge {
    /// Certainly at least that old.
    Yes,
    /// Certainly younger.
    No,
    /// What is known of the birth leaves it open.
    Unknown,
}

impl Birth {
    /// Whether somebody has had their `years`th birthday on a day.
    pub fn is_at_least(&self, years: u32, on: NaiveDate) -> OfAge {
        self.has_lived(years.saturating_mul(12), on)
    }

    /// Whether somebody has lived for this many months on a day: half a year past the 18th birthday is 222.
    pub fn has_lived(&self, months: u32, on: NaiveDate) -> OfAge {
        let (earliest, latest) = match self {
            Birth::Unknown => return OfAge::Unknown,
            Birth::On(day) => (*day, *day),
            Birth::Between(from, until) => (*from, *until),
            Birth::Year(year) => {
                match (NaiveDate::from_ymd_opt(*year, 1, 1), NaiveDate::from_ymd_opt(*year, 12, 31)) {
                    (Some(first), Some(last)) => (first, last),
                    _ => return OfAge::Unknown,
                }
            }
        };
        match (reaches(earliest, months, on), reaches(latest, months, on)) {
            (_, true) => OfAge::Yes,
            (false, _) => OfAge::No,
            (true, false) => OfAge::Unknown,
        }
    }
}

/// Who is born on 29 February comes of age on 1 March in a year without one.
fn reaches(born: NaiveDate, months: u32, on: NaiveDate) -> bool {
    let Some(day) = born.checked_add_months(Months::new(months)) else { return false };
    if born.day() == 29 && day.day() == 28 { on > day } else { on >= day }
}

/// Somebody in the dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The pseudonym.
    pub person: PersonId,
    /// What they are in this dossier.
    pub role: Role,
    /// What is known of their birth.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub birth: Birth,
}

fn is_unknown(birth: &Birth) -> bool {
    *birth == Birth::Unknown
}

/// What somebody is to a child.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// A parent in law, with or without authority.
    Parent,
    /// Cares for the child daily as one of the family, without being its parent.
    CaresDaily,
    /// Knows the child: someone who may have something to tell.
    KnowsChild,
    /// A brother or sister.
    Sibling,
}

/// Somebody's relation to a child, from the day on which the entry occurred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RelationNoted {
    /// Who.
    pub person: PersonId,
    /// To which child.
    pub child: PersonId,
    /// What they are to the child.
    pub relation: Relation,
}

/// Where parental authority stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ParentalAuthority {
    /// Has it.
    Held,
    /// Never had it.
    NotHeld,
    /// Had it until this day.
    Ended,
    /// Has it, but may not exercise it.
    Suspended,
}

/// Parental authority (*gezag*) of somebody over a child, from the day on which the entry occurred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthorityNoted {
    /// Who.
    pub holder: PersonId,
    /// Over which child.
    pub child: PersonId,
    /// How it stands from that day on.
    pub authority: ParentalAuthority,
}

/// Whether somebody can reasonably weigh their own interests (*redelijke waardering*), as judged on that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CapacityNoted {
    /// Who.
    pub person: PersonId,
    /// Whether they can.
    pub capable: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn age_turns_on_the_birthday() {
        let birth = Birth::On(day("2013-06-15"));
        assert_eq!(birth.is_at_least(12, day("2025-06-14")), OfAge::No);
        assert_eq!(birth.is_at_least(12, day("2025-06-15")), OfAge::Yes);
    }

    #[test]
    fn a_leap_day_child_comes_of_age_on_the_first_of_march() {
        let birth = Birth::On(day("2008-02-29"));
        assert_eq!(birth.is_at_least(18, day("2026-02-28")), OfAge::No);
        assert_eq!(birth.is_at_least(18, day("2026-03-01")), OfAge::Yes);
    }

    #[test]
    fn a_year_of_birth_may_leave_an_age_open() {
        let birth = Birth::Year(2013);
        assert_eq!(birth.is_at_least(12, day("2025-06-15")), OfAge::Unknown);
        assert_eq!(birth.is_at_least(12, day("2026-01-01")), OfAge::Yes);
        assert_eq!(birth.is_at_least(12, day("2024-12-31")), OfAge::No);
    }
}
