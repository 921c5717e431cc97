//! How long a kind of file is kept: dated data of the law pack.

use serde::Serialize;

use crate::id::MeasureId;
use crate::law::Citation;
use crate::pack::measure::Labels;
use crate::pack::term::Length;
use crate::pack::words::{FileKind, KeptFrom, OnRequest};

/// How long one kind of file is kept, from which day, by which source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Keeping {
    /// The id of the datum.
    pub id: String,
    /// Which kind of file.
    pub file: FileKind,
    /// What it is called.
    pub labels: Labels,
    /// The measures with which there is such a file.
    pub measures: Vec<MeasureId>,
    /// From which day.
    pub starts: KeptFrom,
    /// How long from there; absent where it is until that day, and for what is always kept.
    pub length: Option<Length>,
    /// When it is destroyed earlier because somebody asks.
    pub on_request: OnRequest,
    /// Where it stands.
    pub cite: Citation,
}
