//! Generated dossiers, and what the properties of `afweging` need to be tested on them.
//!
//! - [`Histories`] makes coherent dossiers of any length, as histories, for property tests.
//!   [`Histories::with_one_fault`] spoils one entry, [`Histories::cohort`] makes many, [`Histories::walk`] goes on move by move.
//! - [`Bearing`] says of every event whether it raises something or answers it (P14).
//! - [`mod@reference`] is the model written a second time, apart from the core; [`differential`] lays the two beside each other.
//! - [`plain_dutch`] finds what is not plain on a page for parents or a child.
//! - [`rebuild`] leaves entries out of a dossier, and what cannot have happened without them.
//!
//! The properties themselves are in `tests/properties/`, one file per property, in the words of `docs/src/properties.md`.

mod bearing;
mod dice;
pub mod differential;
mod faulty;
mod histories;
mod moves;
pub mod plain_dutch;
pub mod rebuild;
pub mod reference;
mod scripted;
mod walk;
mod writer;

pub use bearing::{Bearing, bearing};
pub use dice::Dice;
pub use faulty::{Fault, Faulty};
pub use histories::{Histories, History};
pub use moves::role_of;
pub use scripted::scripted;
pub use walk::Walk;
pub use writer::dutch_pack;
