//! The seven gates, in the order in which courts test.

use serde::{Deserialize, Serialize};

/// One of the seven gates that a step is tested by.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// 1: may this body ask, and that one decide, this, here, by this route, on this date?
    Authority,
    /// 2: is everyone heard who must be; are form and documents there?
    Hearing,
    /// 3: are the facts current, first-hand enough, complete, also where they speak against?
    Facts,
    /// 4: are the grounds met, on facts at the level that the ground takes?
    Threat,
    /// 5: would something lighter do as well?
    Intrusion,
    /// 6: will it work, can it be carried out, is it in proportion?
    Suitability,
    /// 7: no longer, no wider, no more people than needed; unexpired; a review date?
    Term,
}

impl Gate {
    /// All gates, in order.
    pub const ALL: [Gate; 7] = [
        Gate::Authority,
        Gate::Hearing,
        Gate::Facts,
        Gate::Threat,
        Gate::Intrusion,
        Gate::Suitability,
        Gate::Term,
    ];

    /// Its number, 1 to 7.
    pub fn number(self) -> u8 {
        match self {
            Gate::Authority => 1,
            Gate::Hearing => 2,
            Gate::Facts => 3,
            Gate::Threat => 4,
            Gate::Intrusion => 5,
            Gate::Suitability => 6,
            Gate::Term => 7,
        }
    }
}
