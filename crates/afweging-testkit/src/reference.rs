//! The model a second time: slow, short, and written apart.

pub mod candidates;
mod dates;
pub mod execution;
pub mod facts;
pub mod law;
pub mod log;
pub mod order;
mod reading;
mod sources;
pub mod steps;
