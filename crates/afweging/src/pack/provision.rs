//! What the law has that is no condition of a step.

use serde::Serialize;

use crate::actor::Actor;
use crate::id::MeasureId;
use crate::law::Citation;
use crate::pack::measure::Labels;
use crate::pack::term::Length;
use crate::pack::words::ProvisionKind;

/// A dated provision that no gate tests and that people have to know all the same: which municipality is competent, how
/// long a file is kept, who has authority by law, where a power ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Provision {
    /// The id of the datum.
    pub id: String,
    /// What it is about.
    pub kind: ProvisionKind,
    /// What it says, in a line.
    pub labels: Labels,
    /// Whom it addresses; empty: nobody in particular.
    pub actors: Vec<Actor>,
    /// Which measures it is about; empty: none in particular.
    pub measures: Vec<MeasureId>,
    /// The length that it sets, where it sets one.
    pub length: Option<Length>,
    /// Where it stands in the law.
    pub cite: Citation,
}
