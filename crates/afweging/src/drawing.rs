//! Drawings: who may do what, how intrusive measures are, and where a statement comes from, for people to read at a glance.
//!
//! A drawing says what the pack or the log says on one day and nothing else: it judges no case, ranks nothing and
//! recommends nothing. Those of a pack have five forms that say the same: SVG (a picture), Mermaid and DOT (for programs
//! that draw), text, and JSON; that of a statement has SVG, text and JSON. The same input gives the same bytes.

mod about;
mod course;
mod diagram;
mod graph;
mod lattice;
mod letters;
mod local;
mod map;
mod overview;
mod scene;
mod side;
mod sources;
mod words;

use chrono::NaiveDate;

use crate::id::{MeasureId, StatementId};

pub use lattice::LatticeDrawing;
pub use map::MapDrawing;
pub use sources::SourcesDrawing;

/// What cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotDrawn {
    /// The pack says nothing of the day.
    #[error("the pack says nothing of {on}: it begins on {first}")]
    OutsidePack {
        /// The day.
        on: NaiveDate,
        /// The first day of the pack.
        first: NaiveDate,
    },
    /// The dossier has no such statement on the day.
    #[error("there is no statement `{statement}` on {on}")]
    NoSuchStatement {
        /// The statement.
        statement: StatementId,
        /// The day.
        on: NaiveDate,
    },
    /// The pack has no such measure on the day.
    #[error("there is no measure `{measure}` on {on}; there are {}", listed(.there))]
    NoSuchMeasure {
        /// The measure.
        measure: MeasureId,
        /// The day.
        on: NaiveDate,
        /// Those that there are.
        there: Vec<MeasureId>,
    },
}

fn listed(measures: &[MeasureId]) -> String {
    measures.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
