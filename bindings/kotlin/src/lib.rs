//! The native half of the Kotlin package `nl.afweging`: one file per module of the core.
//!
//! uniffi turns it into Kotlin in the package `nl.afweging.internal`; what people use is the hand-written facade
//! over that. So the shapes here are those that cross well (signed numbers, owned text, whole values), and names are
//! those that collide with nothing: uniffi breaks on a field `message`, an enum `Error`, and a variant named as its payload.

mod assess;
mod count;
mod dossier;
mod failure;
mod pack;
mod perspective;
mod time;

uniffi::setup_scaffolding!();
