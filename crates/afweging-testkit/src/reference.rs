//! The model a second time: slow, short, and written apart.

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
pub mod powers;
mod reading;
pub mod readings;
mod sources;
pub mod steps;
pub mod weighing;
