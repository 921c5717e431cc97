//! What entries do to earlier entries.

use afweging::{Contested, Corrected, ErasureGround, Event, Redacted};

use crate::writer::Writer;

fn earlier(writer: &mut Writer) -> Option<u64> {
    let length = u64::try_from(writer.dossier.len()).ok()?;
    let place = writer.dice.below(length);
    (length > 0).then(|| place.saturating_add(1))
}

pub(super) fn correct(writer: &mut Writer) -> bool {
    let Some(entry) = earlier(writer) else { return false };
    writer.write(Event::Corrected(Corrected { entry, reason: "written down wrongly".into() }))
}

pub(super) fn contest(writer: &mut Writer) -> bool {
    let (Some(entry), Some(person)) = (earlier(writer), writer.relative()) else { return false };
    writer.write(Event::Contested(Contested { entry, person, objection: "that is not how it was".into() }))
}

pub(super) fn redact(writer: &mut Writer) -> bool {
    let Some(entry) = earlier(writer) else { return false };
    let grounds = [ErasureGround::OnRequest, ErasureGround::RetentionPassed, ErasureGround::Ordered];
    let Some(ground) = writer.dice.pick(&grounds).copied() else { return false };
    writer.write(Event::Redacted(Redacted { entry, ground }))
}
