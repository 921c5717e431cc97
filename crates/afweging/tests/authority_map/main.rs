//! The questions to the authority map that need no row of the Dutch pack: what changed, who may in a dossier, which way
//! there is, what is missing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

mod case;
mod matters;
mod routes;
mod shape;
