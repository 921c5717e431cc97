//! The receipt: out of what an answer was made, so that it can be made again.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

/// Out of what an answer was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// The version of the library.
    pub library: &'static str,
    /// The id of the law pack.
    pub pack: String,
    /// Its hash.
    pub pack_hash: String,
    /// The id of the region that the pack was in; absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The hash of that region's overlay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region_hash: Option<String>,
    /// Whether the pack, or the region, holds what is not in force.
    pub hypothetical: bool,
    /// The vendor's id of the dossier.
    pub dossier: String,
    /// How many entries it had.
    pub entries: usize,
    /// The hash of its last entry.
    pub head: String,
    /// The day for which it is assessed.
    pub at: NaiveDate,
    /// The moment whose knowledge it rests on; absent when it rests on all that is recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_at: Option<DateTime<Utc>>,
    /// The hashes of the last entries of the dossiers whose reasons it was laid beside; absent without any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<String>,
}
