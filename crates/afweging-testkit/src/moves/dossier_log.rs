//! What entries do to earlier entries.

use afweging::{Contested, Corrected, ErasureGround, Event, Redacted, Said, Told};

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

/// Tells somebody of an entry: mostly of one that took something away.
pub(super) fn tell(writer: &mut Writer) -> bool {
    let (Some(any), Some(person)) = (earlier(writer), writer.professional()) else { return false };
    let takes_away = |event: &Event| {
        matches!(
            event,
            Event::Withdrawn(_) | Event::Contested(_) | Event::Corrected(_) | Event::AccountContested(_)
        )
    };
    let entries = writer.dossier.entries().iter();
    let news: Vec<u64> = entries.filter(|it| takes_away(&it.event)).map(|it| it.seq).collect();
    let entry = writer.dice.pick(&news).copied().filter(|_| writer.dice.chance(90)).unwrap_or(any);
    writer.write(Event::Told(Told { entry, person, how: Said::NotSaid }))
}

pub(super) fn redact(writer: &mut Writer) -> bool {
    let Some(entry) = earlier(writer) else { return false };
    let grounds = [ErasureGround::OnRequest, ErasureGround::RetentionPassed, ErasureGround::Ordered];
    let Some(ground) = writer.dice.pick(&grounds).copied() else { return false };
    writer.write(Event::Redacted(Redacted { entry, ground }))
}
