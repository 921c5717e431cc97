//! Who keeps watch.

use afweging::{
    AddedValue, Closed, Event, HandOverAccepted, HandedOver, PersonId, ReportReceived, Said, WatchEvent,
    WatchLeft, WatchTaken,
};

use crate::writer::Writer;

pub(super) fn report(writer: &mut Writer) -> bool {
    let receiver = writer.professional();
    receiver.is_some_and(|receiver| {
        writer.write(Event::ReportReceived(ReportReceived { receiver, text: "the school worries".into() }))
    })
}

pub(super) fn take(writer: &mut Writer) -> bool {
    let watcher = writer.professional();
    watcher.is_some_and(|watcher| writer.write(Event::WatchTaken(WatchTaken { watcher })))
}

pub(super) fn leave(writer: &mut Writer) -> bool {
    let watching: Vec<PersonId> = writer
        .dossier
        .watch_events()
        .iter()
        .filter_map(|it| match &it.what {
            WatchEvent::Take(taken) => Some(taken.watcher.clone()),
            _ => None,
        })
        .collect();
    let Some(watcher) = writer.dice.pick(&watching).cloned() else { return false };
    let why = writer.said(50, "another job".into());
    writer.write(Event::WatchLeft(WatchLeft { watcher, why }))
}

pub(super) fn hand_over(writer: &mut Writer) -> bool {
    let (Some(from), Some(to)) = (writer.professional(), writer.professional()) else { return false };
    let meanwhile = writer.professional();
    let watcher_meanwhile = match meanwhile {
        Some(watcher) => writer.said(50, watcher),
        None => Said::NotSaid,
    };
    let question = writer.said(60, "what is needed now?".into());
    let adds = match writer.dice.below(3) {
        0 => Said::Said(AddedValue::Power),
        1 => Said::Said(AddedValue::Expertise),
        _ => Said::NotSaid,
    };
    writer.write(Event::HandedOver(HandedOver { from, to, question, adds, watcher_meanwhile }))
}

pub(super) fn accept(writer: &mut Writer) -> bool {
    let handed: Vec<PersonId> = writer
        .dossier
        .watch_events()
        .iter()
        .filter_map(|it| match &it.what {
            WatchEvent::HandOver(handed) => Some(handed.to.clone()),
            _ => None,
        })
        .collect();
    let receiver = writer.dice.pick(&handed).cloned();
    receiver.is_some_and(|receiver| writer.write(Event::HandOverAccepted(HandOverAccepted { receiver })))
}

pub(super) fn close(writer: &mut Writer) -> bool {
    writer.write(Event::Closed(Closed { why: "it goes well enough".into() }))
}
