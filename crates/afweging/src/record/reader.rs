//! For whom a page is, and who cannot be that.

use chrono::NaiveDate;
use serde::Serialize;

use crate::id::{PersonId, StepId};
use crate::person::{Birth, OfAge};

/// In which words a letter to a child is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AgeBand {
    /// Younger than eight.
    Under8,
    /// Eight to eleven.
    From8,
    /// Twelve to fifteen.
    From12,
    /// Sixteen or seventeen.
    From16,
}

impl AgeBand {
    /// Every one of them, youngest first.
    pub const ALL: [AgeBand; 4] = [AgeBand::Under8, AgeBand::From8, AgeBand::From12, AgeBand::From16];

    /// The band of who was born then, on a day; `None` when what is known of the birth leaves it open.
    pub fn of(birth: Birth, on: NaiveDate) -> Option<AgeBand> {
        let mut band = AgeBand::Under8;
        for (years, next) in [(8, AgeBand::From8), (12, AgeBand::From12), (16, AgeBand::From16)] {
            match birth.is_at_least(years, on) {
                OfAge::Yes => band = next,
                OfAge::No => return Some(band),
                OfAge::Unknown => return None,
            }
        }
        Some(band)
    }
}

/// For whom a page is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// The professionals who work with the dossier: everything.
    Professional,
    /// Parents or a guardian. With a recipient: what that one may read; without: what each of them may read.
    Parents(Option<PersonId>),
    /// A child, in words for its age.
    Child(PersonId, AgeBand),
    /// A court: everything, and first what is open.
    Court,
}

impl Reader {
    /// Whether it is somebody of the family, to whom people are roles and law is not quoted at length.
    pub fn is_family(&self) -> bool {
        matches!(self, Reader::Parents(_) | Reader::Child(..))
    }
}

/// Why there is no such record or page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// The dossier has no such step on that day.
    #[error("step `{step}` is not in the dossier on that day; it has: {}", steps_of(.there_are))]
    UnknownStep {
        /// What was asked for.
        step: StepId,
        /// The steps that there are.
        there_are: Vec<StepId>,
    },
    /// The recipient is nobody whom such a page is for.
    #[error("`{recipient}` is not {wanted} in this dossier; {}", people_of(.there_are))]
    NotARecipient {
        /// Who was named.
        recipient: PersonId,
        /// What they would have to be: `a parent or guardian`, `a child`.
        wanted: &'static str,
        /// Who is.
        there_are: Vec<PersonId>,
    },
}

fn steps_of(steps: &[StepId]) -> String {
    if steps.is_empty() {
        return "no step".to_owned();
    }
    steps.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

fn people_of(people: &[PersonId]) -> String {
    if people.is_empty() {
        return "nobody is".to_owned();
    }
    let names: Vec<String> = people.iter().map(|id| format!("`{id}`")).collect();
    format!("there is: {}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_needs_a_birth_that_leaves_no_doubt() {
        let day = |text: &str| text.parse().expect("a day");
        let born = Birth::On(day("2012-05-14"));
        assert_eq!(AgeBand::of(born, day("2020-05-13")), Some(AgeBand::Under8));
        assert_eq!(AgeBand::of(born, day("2020-05-14")), Some(AgeBand::From8));
        assert_eq!(AgeBand::of(born, day("2024-05-13")), Some(AgeBand::From8));
        assert_eq!(AgeBand::of(born, day("2024-05-14")), Some(AgeBand::From12));
        assert_eq!(AgeBand::of(born, day("2028-05-14")), Some(AgeBand::From16));
        assert_eq!(AgeBand::of(Birth::Unknown, day("2025-01-01")), None);
        assert_eq!(AgeBand::of(Birth::Year(2013), day("2025-06-01")), None, "eleven or twelve");
        assert_eq!(AgeBand::of(Birth::Year(2013), day("2026-01-01")), Some(AgeBand::From12));
    }
}
