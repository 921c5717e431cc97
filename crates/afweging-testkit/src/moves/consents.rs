//! Consent: asked, given, refused, taken back.

use afweging::{
    AlternativeId, Consent, ConsentAsked, ConsentGiven, ConsentRefused, ConsentWithdrawn, Event, PersonId,
    Scope,
};

use crate::writer::{MEASURES, Writer, measure_id};

fn scope(writer: &mut Writer) -> Option<Scope> {
    match writer.dice.below(10) {
        0..7 => writer.step().map(Scope::Step),
        7 => {
            let all: Vec<AlternativeId> = writer.dossier.alternatives().keys().cloned().collect();
            writer.dice.pick(&all).cloned().map(Scope::Alternative)
        }
        _ => writer.dice.pick(MEASURES).map(|id| Scope::Measure(measure_id(*id))),
    }
}

fn open(writer: &mut Writer, fits: impl Fn(&Consent) -> bool) -> Option<(PersonId, Scope)> {
    let of: Vec<(PersonId, Scope)> = writer
        .dossier
        .consents()
        .iter()
        .filter(|(_, history)| fits(history.latest()))
        .map(|(key, _)| key.clone())
        .collect();
    writer.dice.pick(&of).cloned()
}

/// Asks somebody's consent.
pub(super) fn ask_one(writer: &mut Writer, person: PersonId, scope: Scope, informed: u64) -> bool {
    let information = writer.said(informed, "what it is, what for, what else is possible".into());
    writer.write(Event::ConsentAsked(ConsentAsked { person, scope, information }))
}

pub(super) fn ask(writer: &mut Writer) -> bool {
    let (Some(person), Some(scope)) = (writer.relative(), scope(writer)) else { return false };
    ask_one(writer, person, scope, 75)
}

pub(super) fn give(writer: &mut Writer) -> bool {
    let asked = open(writer, |consent| matches!(consent, Consent::Asked(_)));
    asked.is_some_and(|(person, scope)| writer.write(Event::ConsentGiven(ConsentGiven { person, scope })))
}

pub(super) fn refuse(writer: &mut Writer) -> bool {
    let Some((person, scope)) = open(writer, |consent| matches!(consent, Consent::Asked(_))) else {
        return false;
    };
    let reason = writer.said(50, "I do not want it".into());
    writer.write(Event::ConsentRefused(ConsentRefused { person, scope, reason }))
}

pub(super) fn withdraw(writer: &mut Writer) -> bool {
    let Some((person, scope)) = open(writer, |consent| matches!(consent, Consent::Given(_))) else {
        return false;
    };
    let reason = writer.said(50, "it does not help".into());
    writer.write(Event::ConsentWithdrawn(ConsentWithdrawn { person, scope, reason }))
}
