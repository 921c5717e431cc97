//! The order in which actors stand: whom it is about first, who decides last.

use crate::actor::Actor;

/// On which side an actor stands; the order of the lanes and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    /// Whom it is about.
    Person,
    /// Parents and who cares.
    Family,
    /// Who stands by them.
    Support,
    /// Who helps.
    Help,
    /// Who investigates, asks, carries out and watches over it.
    Bodies,
    /// Courts.
    Courts,
}

impl Side {
    pub(super) fn of(actor: Actor) -> Self {
        match actor {
            Actor::MinorUnder12 | Actor::Minor12To15 | Actor::Minor16To17 | Actor::Adult => Side::Person,
            Actor::ParentWithAuthority
            | Actor::ParentWithoutAuthority
            | Actor::Guardian
            | Actor::Carer
            | Actor::FosterParent => Side::Family,
            Actor::SpecialRepresentative
            | Actor::ConfidentialCounsellor
            | Actor::ClientSupporter
            | Actor::Lawyer => Side::Support,
            Actor::LocalTeam
            | Actor::SafetyTeam
            | Actor::Provider
            | Actor::Doctor
            | Actor::BehaviouralScientist
            | Actor::Other => Side::Help,
            Actor::College
            | Actor::Council
            | Actor::VeiligThuis
            | Actor::Raad
            | Actor::Gi
            | Actor::Prosecutor
            | Actor::AssistantProsecutor
            | Actor::Police
            | Actor::Mayor
            | Actor::Inspectorate
            | Actor::CareAndSafetyHouse
            | Actor::ForeignAuthority => Side::Bodies,
            Actor::ChildrensJudge | Actor::DistrictCourt | Actor::AppealCourt | Actor::SupremeCourt => {
                Side::Courts
            }
        }
    }
}

/// The place of an actor in the order.
pub(super) fn place(actor: Actor) -> (Side, Actor) {
    (Side::of(actor), actor)
}
