//! The state machines: their transition tables, that every state is reachable, and the rules that tables cannot show.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the helpers of a test may fail as loudly as the test itself"
)]

mod consent;
mod fact;
mod history;
mod perspective;
mod samples;
mod sealed;
mod step;
mod support;
mod table;
mod tables;
mod weighing;
