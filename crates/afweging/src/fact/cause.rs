//! What lies behind what a statement says: what people take to be its cause.

use serde::{Deserialize, Serialize};

use crate::sentence::Sentence;

/// What people take to be the cause of what a statement says. A tag by who claims it, never a conclusion of the library.
///
/// Some causes never carry a compulsory measure by themselves: too little money, a bad house, a parent's disability or
/// illness, and what a government body did to the family.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// What people in the family do or leave undone.
    InFamily,
    /// Debts, or an income that does not suffice.
    Financial,
    /// Where the family lives, or poverty.
    HousingOrPoverty,
    /// A disability or illness of a parent, of body or mind.
    ParentDisability,
    /// What a government body did, or left undone.
    GovernmentAct,
    /// Something else outside the family.
    OtherOutside,
}

impl Cause {
    /// Every one of them.
    pub const ALL: &'static [Cause] = &[
        Cause::InFamily,
        Cause::Financial,
        Cause::HousingOrPoverty,
        Cause::ParentDisability,
        Cause::GovernmentAct,
        Cause::OtherOutside,
    ];

    /// Whether it lies outside the family.
    pub fn is_outside_family(self) -> bool {
        match self {
            Cause::Financial | Cause::HousingOrPoverty | Cause::GovernmentAct | Cause::OtherOutside => true,
            Cause::InFamily | Cause::ParentDisability => false,
        }
    }

    /// Whether a ground can rest on it alone. What asks for help of another kind, or is of others' making, cannot.
    pub fn can_carry_alone(self) -> bool {
        match self {
            Cause::InFamily | Cause::OtherOutside => true,
            Cause::Financial | Cause::HousingOrPoverty | Cause::ParentDisability | Cause::GovernmentAct => {
                false
            }
        }
    }

    /// What it is called, inside a sentence.
    pub fn label(self) -> Sentence {
        match self {
            Cause::InFamily => Sentence::new("wat er in het gezin gebeurt", "what happens in the family"),
            Cause::Financial => {
                Sentence::new("schulden of te weinig inkomen", "debts or an income that does not suffice")
            }
            Cause::HousingOrPoverty => Sentence::new("de woning of armoede", "housing or poverty"),
            Cause::ParentDisability => {
                Sentence::new("een beperking of ziekte van een ouder", "a disability or illness of a parent")
            }
            Cause::GovernmentAct => {
                Sentence::new("wat de overheid deed of naliet", "what a government body did or left undone")
            }
            Cause::OtherOutside => Sentence::new("iets buiten het gezin", "something outside the family"),
        }
    }
}
