//! Generated dossiers, and what the properties of `afweging` need to be tested on them.
//!
//! - [`Histories`] makes coherent dossiers of any length, as histories, for property tests.
//!   [`Histories::with_one_fault`] spoils one entry, [`Histories::cohort`] makes many, [`Histories::walk`] goes on move by move.
//! - [`any_bytes`] says what must hold for any bytes that somebody hands in; the fuzzer and its kept inputs call it.
//! - [`Bearing`] says of every event whether it raises something or answers it (P14).
//! - [`mod@reference`] is the model written a second time, apart from the core; [`differential`] lays the two beside each other.
//! - [`mod@explore`] tries everything within a bound: machines, powers, situations, short histories.
//! - [`mod@depend`] says which entries keep their order (P12).
//! - [`plain_dutch`] finds what is not plain on a page for parents or a child.
//! - [`for_all`] tries a rule on generated dossiers, and tells the shortest one that breaks it as a story.
//! - [`vectors`] are small dossiers with one point each, which every implementation answers alike.
//!
//! The properties themselves are in `tests/properties/`, one file per property, in the words of `docs/src/properties.md`.

pub mod any_bytes;
mod bearing;
mod counterexample;
pub mod depend;
mod dice;
pub mod differential;
pub mod explore;
mod faulty;
mod histories;
mod moves;
pub mod plain_dutch;
pub mod reference;
mod scripted;
pub mod vectors;
mod walk;
mod writer;

pub use bearing::{Bearing, bearing};
pub use counterexample::{Broken, counterexample, for_all};
pub use dice::Dice;
pub use faulty::{Fault, Faulty};
pub use histories::{Histories, History};
pub use moves::role_of;
pub use scripted::scripted;
pub use walk::Walk;
pub use writer::dutch_pack;

// The example in the guide to the explorer is a test.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/src/methodologists/explorer.md")]
struct ExplorerGuide;
