//! What people write, so that the checks that read words have something to read. Which words it are follows from how long the
//! dossier is and takes no throw of the dice: a change here moves nothing else.

use afweging::{Narrative, Said};

use crate::writer::Writer;

/// A reason that is long enough to be laid beside another, and that several people write down.
const LONG: &str = "since the fights at the door began again the child sleeps badly, falls behind at school and no longer wants to \
                    visit the other house at the weekend";

/// Whether it is the turn of something that comes about once in so many entries.
fn is_turn(writer: &Writer, once_in: usize) -> bool {
    writer.dossier.len().checked_rem(once_in) == Some(0)
}

/// A reason: plain, general, or the one that everybody writes down.
pub(super) fn why(writer: &Writer, plain: String) -> Narrative {
    if is_turn(writer, 3) {
        LONG.into()
    } else if is_turn(writer, 7) {
        "he always comes too late".into()
    } else {
        plain.into()
    }
}

/// When it is good enough, or a stop that never comes.
pub(super) fn stop_when(writer: &Writer) -> Said<Narrative> {
    let text =
        if is_turn(writer, 5) { "when there are no worries left" } else { "the school worries no more" };
    Said::Said(text.into())
}

/// Sometimes what led to it lies outside the case.
pub(super) fn occasion(writer: &Writer) -> Said<Narrative> {
    if is_turn(writer, 4) { Said::Said("a report in the press".into()) } else { Said::NotSaid }
}
