//! The dossier: an append-only log of entries, and what they add up to.
//!
//! Nothing is ever edited. A mistake is put right by a new entry, an objection stands beside what it objects to, and
//! what the law has erased leaves its place behind.

mod entry;
mod event;
mod evidence_on;
mod kind_words;
mod left_out;
mod log;
mod mind_changes;
mod naming;
mod objects_only;
mod people;
mod reading;
mod state;
mod supposed;
mod told;
mod verbs;
mod watching;

pub use entry::{Door, Entry, NewEntry};
pub(crate) use entry::{NARRATIVE_FIELDS, is_erased};
pub use event::{Contested, Corrected, ErasureGround, Event, Link, Links, Redacted, SetAside};
pub use left_out::LeftOut;
pub use log::{Dossier, MOST_ENTRIES};
pub use people::{AuthorityOn, Capacity, People};
pub use reading::{DOSSIER_FORMAT, LARGEST_INPUT, dossier_schema};
pub use state::{EvidenceRecord, ObligationRecord, Recorded, StatementRecord, StepRecord, WatchEvent};
pub use told::Told;
pub use watching::WatchGap;
