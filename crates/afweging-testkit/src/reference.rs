//! The model a second time: slow, short, and written apart.
//!
//! Somebody who had not opened the core wrote these rules from the model and the law reference, in the plainest code there is: plain
//! lists, loops, no graph library, no type and no helper of the core. They read a dossier as the JSON that it is, and a law pack as its
//! TOML. Each rule says where it comes from. [`differential`](crate::differential) compares the two on generated dossiers.
//!
//! What they answer, for a day: how each statement stands, the relation of intrusion and the candidates of each step, how each step's
//! decision and execution stand, which positions may ask and decide by law, the outcome of the gates 3 to 7, and the last day of a term
//! from the day on which it begins.
//!
//! **What they leave out**: gate 1 but for the map of powers (who is in which position, the conditions of a power, consent,
//! prerequisites, moves), gate 2, and with these two whether a step is open; which duties there are, for whom, and from which day; terms in
//! hours; aids, questions, remedies, codes and articles; the record and retention; regions and hypothetical packs; hashes; who keeps watch.

pub mod answers;
pub mod candidates;
mod conditions;
mod consents;
mod dates;
pub mod execution;
pub mod facts;
pub mod gates;
pub mod law;
pub mod log;
mod moves;
pub mod order;
pub mod people;
pub mod perspectives;
mod picture;
pub mod powers;
mod reading;
mod sources;
pub mod steps;
mod terms;
pub mod weighing;

pub use picture::{Picture, picture};
pub use terms::last_day;
