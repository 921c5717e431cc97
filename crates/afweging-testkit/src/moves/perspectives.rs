//! Who is asked, heard, or not heard, and what came of it.

use afweging::{
    AccountContested, AccountStillStands, Confirmation, CycleOpened, Distance, Effect, EffectNoted, Event,
    Forum, Hearing, HearingDeclined, Invitation, Mode, NotHeardGround, NotHeardRecorded, PersonId, Said,
};

use crate::writer::Writer;

fn forum(writer: &mut Writer) -> Forum {
    if writer.dice.chance(70) { Forum::Talk } else { Forum::Court }
}

/// Somebody whose perspective has begun, or anyone.
fn known(writer: &mut Writer, in_state: &[&str]) -> Option<PersonId> {
    use afweging::Machine as _;
    let relatives = writer.people(|role| !role.is_professional());
    let fitting: Vec<PersonId> = relatives
        .into_iter()
        .filter(|id| {
            let history = writer.dossier.perspective(id);
            history.is_some_and(|history| in_state.contains(&history.latest().state()))
        })
        .collect();
    writer.dice.pick(&fitting).cloned()
}

pub(super) fn invite(writer: &mut Writer) -> bool {
    let (person, forum) = (writer.relative(), forum(writer));
    person.is_some_and(|person| writer.write(Event::Invited(Invitation { person, forum })))
}

pub(super) fn hear(writer: &mut Writer) -> bool {
    let Some(person) = writer.relative() else { return false };
    let forum = forum(writer);
    hear_one(writer, person, forum)
}

/// Hears somebody in some way.
pub(super) fn hear_one(writer: &mut Writer, person: PersonId, forum: Forum) -> bool {
    let modes = [
        Mode::InPerson,
        Mode::Video,
        Mode::Telephone,
        Mode::Written,
        Mode::ThroughRepresentative,
        Mode::Seen,
    ];
    let distances = [Distance::Involved, Distance::AtAFurtherRemove, Distance::Independent];
    let mode = writer.dice.pick(&modes).copied().map_or(Said::NotSaid, Said::Said);
    let distance = writer.dice.pick(&distances).copied().map_or(Said::NotSaid, Said::Said);
    let hearer = writer.anyone().map_or(Said::NotSaid, Said::Said);
    let account = writer.said(90, "this is how I see it".into());
    writer.write(Event::Heard(Hearing { person, forum, mode, hearer, distance, account }))
}

pub(super) fn confirm(writer: &mut Writer) -> bool {
    let person = known(writer, &["Heard"]);
    person.is_some_and(|person| writer.write(Event::AccountConfirmed(Confirmation { person })))
}

pub(super) fn contest(writer: &mut Writer) -> bool {
    let Some(person) = known(writer, &["Heard", "Confirmed", "Contested"]) else { return false };
    writer
        .write(Event::AccountContested(AccountContested { person, correction: "I did not say that".into() }))
}

pub(super) fn decline(writer: &mut Writer) -> bool {
    let Some(person) = known(writer, &["Invited", "Heard", "Confirmed"]) else { return false };
    let reason = writer.said(60, "not again".into());
    writer.write(Event::HearingDeclined(HearingDeclined { person, reason }))
}

pub(super) fn not_hear(writer: &mut Writer) -> bool {
    let Some(person) = writer.relative() else { return false };
    let ground = match writer.dice.below(5) {
        0 => NotHeardGround::TooYoung,
        1 => NotHeardGround::Unsafe,
        2 => NotHeardGround::Unreachable { attempts: 3 },
        3 => {
            let days = writer.dice.below(30);
            NotHeardGround::Urgent { look_back: writer.in_days(days) }
        }
        _ => NotHeardGround::Other,
    };
    writer.write(Event::NotHeard(NotHeardRecorded { person, ground, reason: "for the reason given".into() }))
}

pub(super) fn still_stands(writer: &mut Writer) -> bool {
    let Some(person) = known(writer, &["Unheard", "Invited", "Declined", "NotHeard"]) else { return false };
    let agreed = writer.dice.chance(75);
    writer.write(Event::AccountStillStands(AccountStillStands { person, agreed }))
}

pub(super) fn effect(writer: &mut Writer) -> bool {
    let Some(person) = known(writer, &["Heard", "Confirmed", "Contested"]) else { return false };
    let effect = if writer.dice.chance(70) {
        Effect::Changed { what: "the plan starts a week later".into() }
    } else {
        Effect::Nothing { why: "it was known already".into() }
    };
    writer.write(Event::EffectNoted(EffectNoted { person, effect }))
}

pub(super) fn cycle(writer: &mut Writer) -> bool {
    writer.write(Event::CycleOpened(CycleOpened { reason: "father lost his work".into() }))
}
