//! The model a second time: slow, short, and written apart.
//!
//! Somebody who had not opened the core wrote these rules from the model and the law reference, in the plainest code there is: plain
//! lists, loops, no graph library, no type and no helper of the core. They read a dossier as the JSON that it is, and a law pack as its
//! TOML. Each rule says where it comes from. [`differential`](crate::differential) compares the two on generated dossiers.
//!
//! What they answer, for a day: how each statement stands, the relation of intrusion and the candidates of each step, how each step's
//! decision and execution stand, who may ask and decide by law, and the outcome of the gates 3 to 7.
//!
//! **What they leave out**: gate 1 but for the map of powers, gate 2, whether a step is open as a whole, duties and their days, aids, questions and remedies, the record, retention, regions
//! and their overlays, hypothetical packs, hashes and erasure, who keeps watch, and hours of the day.

pub mod answers;
pub mod candidates;
mod dates;
pub mod execution;
pub mod facts;
pub mod gates;
pub mod law;
pub mod log;
pub mod order;
pub mod people;
mod picture;
pub mod powers;
mod reading;
pub mod readings;
mod sources;
pub mod steps;
pub mod weighing;

pub use picture::{Picture, picture};
