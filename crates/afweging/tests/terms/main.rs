//! Terms: every row of the law reference's table, reckoned by hand from a printed calendar, and the pitfalls about terms.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, in its helpers too"
)]

mod page;
mod pitfalls;
mod rows;
mod rules;
mod story;
