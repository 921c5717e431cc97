//! Tests the model on published rulings: each record becomes a dossier of observed acts, is assessed on the day of the
//! ruling, and three gates are compared with what the ruling says of them.
//!
//! A record holds what went into a ruling and what came out of it. [`Input`] and [`Output`] are types of their own, and
//! [`mapping`] is given the first alone: what a ruling decided cannot leak into the dossier that is to answer for it.
//!
//! ```
//! use afweging::Pack;
//! use afweging_rulings::{Report, read_str};
//!
//! let yaml = r#"
//! id: example
//! date: '2025-03-01'
//! court_code: district
//! requested: [{measure: M16, extension: false, urgent: false, placement: na, text: supervision}]
//! requester: {code: raad, text: Raad, implied: false}
//! persons: [{role_code: child, role: child, age_min: 4, age_max: 5}]
//! perspectives: []
//! facts: []
//! lighter_alternatives: [{measure: M02, alternative: voluntary help, verdict: adequate, reason: accepted}]
//! conditions: []
//! urgency: ordinary
//! confidence: high
//! expected: {least_intrusive_ok: false, basis: {least_intrusive: stated}}
//! "#;
//! let ruling = read_str("example.yaml", yaml)?;
//! let report = Report::new(&[ruling], &Pack::nl()?)?;
//! assert_eq!(report.tally().agree, 1);
//! assert!(report.to_text().ends_with("gates: 1 agree, 0 contradict, 0 undecided\n"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod baseline;
mod compare;
mod day;
mod gates;
pub mod mapping;
mod part;
mod read;
mod record;
mod report;

pub use baseline::{Baseline, Baselines};
pub use compare::{Answer, Asked, ComparedGate, Decider, Outcome, RulingResult, Seen, assess_gates, compare};
pub use day::RulingDay;
pub use gates::RulingGate;
pub use read::{LARGEST_RECORD, ReadError, read_dir, read_str};
pub use record::{
    AlternativeRow, ConditionRow, Expected, FactRow, FactSource, FactStatus, Heard, Input, Met, Output,
    PersonRow, PerspectiveRow, Requested, Requester, Ruling, Stated, Urgency, Verdict,
};
pub use report::{CompareError, Report, Tally, Through};
