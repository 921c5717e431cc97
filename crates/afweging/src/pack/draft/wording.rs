//! The topic `wording`: the same said plainly, for a family. No law and no outcome hangs on it, so it has no citation.
//!
//! It stands apart from what it words: a released file never changes, and plain words can always be made better by a later
//! one.

use super::entries::Done;
use super::{Draft, WordedKind};
use crate::id::GroundId;
use crate::pack::error::{PackCode, PackError};
use crate::pack::file::{Place, Table};
use crate::pack::measure::Labels;
use crate::sentence::Plain;

pub(super) fn measure(draft: &mut Draft, entry: &Table<'_, '_>) -> Done {
    let (id, place) = start(draft, WordedKind::Measure, entry)?;
    let label = entry.labels("label")?;
    let labels = draft.measures.of_mut(id).map(|it| &mut it.measure.labels);
    every(labels, &label, id, &place)
}

pub(super) fn adjacent(draft: &mut Draft, entry: &Table<'_, '_>) -> Done {
    let (id, place) = start(draft, WordedKind::Adjacent, entry)?;
    let label = entry.labels("label")?;
    let labels = draft.adjacent.of_mut(id).map(|it| &mut it.value.labels);
    every(labels, &label, id, &place)
}

pub(super) fn requirement(draft: &mut Draft, entry: &Table<'_, '_>) -> Done {
    let (id, place) = start(draft, WordedKind::Requirement, entry)?;
    let label = entry.labels("label")?;
    let labels = draft.requirements.of_mut(id).map(|it| &mut it.value.labels);
    every(labels, &label, id, &place)
}

/// A ground has a name and a question; either may be plain as it is.
pub(super) fn ground(draft: &mut Draft, entry: &Table<'_, '_>) -> Done {
    let (id, place) = start(draft, WordedKind::Ground, entry)?;
    let read = |key| entry.get(key).map(|_| entry.labels(key)).transpose();
    let (label, question) = (read("label")?, read("question")?);
    let ground: GroundId = entry.need("id")?.id()?;
    let Some((ground, _)) = draft.grounds.get_mut(&ground) else { return Err(dangling(id, &place)) };
    let worded = [(&mut ground.labels, label), (&mut ground.text, question)];
    if worded.iter().all(|(_, words)| words.is_none()) {
        return Err(place.error(PackCode::MissingKey, "expected `label`, `question` or both"));
    }
    for (name, words) in worded {
        words.map_or(Ok(()), |words| say(name, &words, &place))?;
    }
    Ok(())
}

/// The id of what is worded, once per file.
fn start<'s>(
    draft: &mut Draft,
    kind: WordedKind,
    entry: &Table<'s, '_>,
) -> Result<(&'s str, Place), PackError> {
    let id = entry.need("id")?.text()?;
    let place = entry.place();
    match draft.worded.insert((kind, id.to_owned()), place.clone()) {
        Some(twin) if twin.file == place.file => {
            Err(place.error(PackCode::Duplicate, format!("the id `{id}` stands on line {} too", twin.line)))
        }
        _ => Ok((id, place)),
    }
}

/// Words each version of a datum: what changes in the law keeps its id, and with it its plain words.
fn every<'l>(names: impl Iterator<Item = &'l mut Labels>, words: &Labels, id: &str, place: &Place) -> Done {
    let mut names = names.peekable();
    if names.peek().is_none() {
        return Err(dangling(id, place));
    }
    names.try_for_each(|name| say(name, words, place))
}

fn dangling(id: &str, place: &Place) -> PackError {
    place.error(PackCode::Dangling, format!("`{id}` is not in the pack"))
}

fn say(name: &mut Labels, words: &Labels, place: &Place) -> Done {
    if (&name.nl, &name.en) == (&words.nl, &words.en) {
        return Err(place.error(PackCode::Form, "expected other words than those of the name itself"));
    }
    name.plain = Some(Plain { nl: words.nl.clone(), en: words.en.clone() });
    Ok(())
}
