//! The entries that say how measures stand to each other.

use crate::id::{MeasureId, PlacementId};
use crate::pack::draft::entries::{about, list, measure_id, measure_ids, placement_ids, start};
use crate::pack::draft::{Dated, Draft, Of};
use crate::pack::error::{PackCode, PackError};
use crate::pack::file::Table;
use crate::pack::measure::{Adjacent, Preference, Prerequisite};
use crate::pack::versions::Reference;

type Done = Result<(), PackError>;

/// One side of a stated pair: a measure, with the placements in which it is meant.
#[derive(Debug, Clone)]
pub(crate) struct Side {
    pub(crate) measure: MeasureId,
    /// Empty: the same placement on both sides, or any where only one side has placements.
    pub(crate) placements: Vec<PlacementId>,
}

/// Two measures of which the pack says how they stand to each other, whatever their vectors come to.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    /// The lighter one, where there is one.
    pub(crate) one: Side,
    pub(crate) other: Side,
}

pub(super) fn requires(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    let measures = about(entry, &mut start.references)?;
    let one_of = entry.need("one_of")?;
    let value = Prerequisite {
        one_of: measure_ids(&one_of.list()?, &mut start.references)?,
        cite: start.cite.clone(),
    };
    if value.one_of.is_empty() {
        return Err(one_of.place().error(PackCode::Form, "expected at least one"));
    }
    draft.requires.supersede(&start.id.clone(), start.version(Of { measures, value }))
}

pub(super) fn prefers(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    let refs = &mut start.references;
    let measures = about(entry, refs)?;
    let value = Preference {
        with: placement_ids(&list(entry, "with")?, refs)?,
        over: measure_id(&entry.need("over")?, refs)?,
        placements: placement_ids(&list(entry, "placements")?, refs)?,
        cite: start.cite.clone(),
    };
    draft.prefers.supersede(&start.id.clone(), start.version(Of { measures, value }))
}

pub(super) fn adjacent(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    let measures = about(entry, &mut start.references)?;
    let value = Adjacent {
        id: start.id.clone(),
        labels: entry.labels("label")?,
        occasion: entry.need("occasion")?.word()?,
        cite: start.cite.clone(),
    };
    draft.adjacent.supersede(&start.id.clone(), start.version(Of { measures, value }))
}

/// Two measures of which one is lighter.
pub(super) fn ordered(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    let pair = Pair {
        one: side(entry, "lighter", "lighter_in", &mut start.references)?,
        other: side(entry, "heavier", "heavier_in", &mut start.references)?,
    };
    draft.ordered.supersede(&start.id.clone(), start.version(pair))
}

/// Two measures that no order holds between.
pub(super) fn incomparable(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    let pair = Pair {
        one: side(entry, "one", "one_in", &mut start.references)?,
        other: side(entry, "other", "other_in", &mut start.references)?,
    };
    draft.incomparable.supersede(&start.id.clone(), start.version(pair))
}

fn side(
    entry: &Table<'_, '_>,
    measure: &'static str,
    placements: &'static str,
    into: &mut Vec<Reference>,
) -> Result<Side, PackError> {
    Ok(Side {
        measure: measure_id(&entry.need(measure)?, into)?,
        placements: placement_ids(&list(entry, placements)?, into)?,
    })
}
