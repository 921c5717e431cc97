//! Generated dossiers, and what the properties of `afweging` need to be tested on them.
//!
//! - [`Histories`] makes coherent dossiers of any length, as histories, for property tests.
//! - [`Bearing`] says of every event whether it raises something or answers it (P14).
//! - [`mod@reference`] is the model written a second time, apart from the core; [`differential`] lays the two beside each other.
//! - [`mod@explore`] tries everything within a bound: machines, powers, situations, short histories.
//! - [`mod@depend`] says which entries keep their order (P12).
//! - [`plain_dutch`] finds what is not plain on a page for parents or a child.
//! - [`rebuild`] leaves entries out of a dossier, and what cannot have happened without them.
//!
//! The properties themselves are in `tests/properties/`, one file per property, in the words of `docs/src/properties.md`.

mod bearing;
pub mod depend;
mod dice;
pub mod differential;
pub mod explore;
mod histories;
mod moves;
pub mod plain_dutch;
pub mod rebuild;
pub mod reference;
mod scripted;
mod writer;

pub use bearing::{Bearing, bearing};
pub use dice::Dice;
pub use histories::{Histories, History};
pub use moves::role_of;
pub use scripted::scripted;
pub use writer::dutch_pack;

// The example in the guide to the explorer is a test.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/src/methodologists/explorer.md")]
struct ExplorerGuide;
