//! Uncertainty 3: is it bad enough, by which norm, and who thinks so? Whoever differs stays on the page.

use afweging::{
    DissentStand, NeverOpened, PersonId, SealingStand, ShiftStand, Verdict, ViewStand, Weighed, Weighing,
    WeighingStand,
};

use super::{Block, Inline, Item, Section, Subject};
use crate::words::Article;

pub(super) fn section(subject: &Subject<'_>) -> Section {
    let words = subject.words;
    let mut section = Section::new("weging", words.say("Onzekerheid 3: weging", "Uncertainty 3: weighing"));
    section.say(words.say(
        "Is het erg genoeg, volgens welke norm, en wie vindt dat? Dit zijn oordelen van mensen; er wordt niet geteld.",
        "Is it bad enough, by which norm, and who thinks so? These are judgements of people; nothing is counted.",
    ));
    let weighed = &subject.assessment.uncertainties.weighing;
    if weighed.is_empty() {
        section.say(words.say("Er is niets gewogen.", "Nothing was weighed."));
    }
    for stand in weighed {
        section.sections.push(step(subject, stand));
    }
    section
}

fn step(subject: &Subject<'_>, stand: &WeighingStand) -> Section {
    let words = subject.words;
    let id = format!("weging-{}", Subject::step_anchor(&stand.step));
    let mut part = Section::new(id, subject.step_name(&stand.step));
    let mut state = words.weighing(stand.state).to_owned();
    if stand.round > 1 {
        state = format!("{state} ({} {})", words.say("gespreksronde", "round of dialogue"), stand.round);
    }
    part.say(format!("{}: {state}.", words.say("Stand van de weging", "Where the weighing stands")));
    if let Some(sealing) = &stand.sealing {
        under_seal(subject, sealing, &mut part);
    }
    let mut matters: Vec<(String, Vec<&ViewStand>)> = Vec::new();
    for view in &stand.views {
        let label = words.of(&view.label);
        match matters.iter_mut().find(|(matter, _)| *matter == label) {
            Some((_, views)) => views.push(view),
            None => matters.push((label, vec![view])),
        }
    }
    if !matters.is_empty() {
        let items = matters.into_iter().map(|(label, views)| matter(subject, label, &views)).collect();
        part.blocks.push(Block::List(items));
    }
    if !stand.shifts.is_empty() {
        part.say(Inline::default().strong(words.say(
            "Wie van oordeel veranderde, en waarna:",
            "Who came to another judgement, and after what:",
        )));
        part.blocks.push(Block::List(stand.shifts.iter().map(|it| shift(subject, it)).collect()));
    }
    if !stand.never_opened.is_empty() {
        part.say(Inline::default().strong(words.say(
            "Verzegeld en nooit geopend (wat erin staat, weet het dossier niet):",
            "Sealed and never opened (what it says the dossier does not know):",
        )));
        part.blocks
            .push(Block::List(stand.never_opened.iter().map(|it| never_opened(subject, it)).collect()));
    }
    outcome(subject, stand, &mut part);
    if !stand.dissent.is_empty() {
        part.say(Inline::default().strong(words.say(
            "Wie het er niet mee eens was (dat blijft staan):",
            "Who did not agree (that stays on record):",
        )));
        part.blocks.push(Block::List(stand.dissent.iter().map(|it| dissent(subject, it)).collect()));
    }
    part
}

/// Where people came out together; or, where they did not, on which power of their own each falls back.
fn outcome(subject: &Subject<'_>, stand: &WeighingStand, part: &mut Section) {
    let words = subject.words;
    let Some(record) = subject.record(&stand.step) else { return };
    match record.weighing.on(subject.assessment.receipt.at) {
        Weighing::Converged(state) => {
            let common = &state.convergence().what;
            part.say(Inline::default().strong(words.say("Samen uitgekomen op:", "Agreed on:")));
            let verdict = |on: &Weighed, verdict: Verdict| -> Item {
                Inline::from(format!("{}: ", label(subject, on))).strong(words.verdict(verdict)).into()
            };
            let items = common.verdicts.iter().map(|it| verdict(&it.on, it.verdict));
            part.blocks.push(Block::List(items.collect()));
            if let Some(why) = common.why.text() {
                part.say(Inline::from(words.say("Want: ", "Because: ")).quote(why));
            }
        }
        Weighing::Fallback(state) => {
            part.say(Inline::default().strong(words.say(
                "Waarop ieder terugvalt (bevoegdheid, geen mening):",
                "What each falls back on (power, not opinion):",
            )));
            let power = |it: &afweging::OwnPower| -> Item {
                format!(
                    "{}: {}, {} ({})",
                    subject.person(&it.person),
                    words.of(&it.act.label()),
                    subject.measure(&it.measure, None),
                    words.article(Article(&it.article)),
                )
                .into()
            };
            part.blocks.push(Block::List(state.fell_back().what.powers.iter().map(power).collect()));
        }
        Weighing::Preparing(_)
        | Weighing::IndividualViews(_)
        | Weighing::Sealed(_)
        | Weighing::Dialogue(_)
        | Weighing::Diverged(_) => {}
    }
}

fn label(subject: &Subject<'_>, on: &Weighed) -> String {
    match on {
        Weighed::Ground(id) => subject
            .pack
            .ground(id)
            .map_or_else(|| id.to_string(), |ground| subject.words.label(&ground.labels).to_owned()),
        Weighed::Condition(condition) => subject.words.of(&condition.label()),
    }
}

/// One ground or condition: who finds what of it, and why. Who says the same in the same words stands together.
fn matter(subject: &Subject<'_>, label: String, views: &[&ViewStand]) -> Item {
    let mut groups: Vec<(Verdict, &str, Vec<&PersonId>)> = Vec::new();
    for view in views {
        match groups.iter_mut().find(|(verdict, why, _)| *verdict == view.verdict && *why == view.why) {
            Some((_, _, people)) => people.push(&view.by),
            None => groups.push((view.verdict, &view.why, vec![&view.by])),
        }
    }
    let items = groups
        .into_iter()
        .map(|(verdict, why, people)| {
            let who = subject.people(people);
            opinion(subject, &who, verdict, why).into()
        })
        .collect();
    Item { text: Inline::default().strong(label), below: vec![Block::List(items)] }
}

/// Who weighs under seal: who is in and who is waited for. What they think is nowhere.
fn under_seal(subject: &Subject<'_>, sealing: &SealingStand, part: &mut Section) {
    let words = subject.words;
    let on: Vec<String> = sealing.labels.iter().map(|label| words.of(label)).collect();
    part.say(format!(
        "{} {} ({}).",
        words.say("Er wordt onder zegel gewogen door", "Weighed under seal by"),
        subject.people(&sealing.circle),
        on.join("; "),
    ));
    let mut says = |text: &str, people: &[PersonId]| {
        if !people.is_empty() {
            part.say(format!("{text}: {}.", subject.people(people)));
        }
    };
    says(words.say("Binnen", "In"), &sealing.is_in);
    says(words.say("Nog niet binnen", "Not in yet"), &sealing.waiting);
}

/// Somebody moved: from what to what, in which round, after what, and why by their own words.
fn shift(subject: &Subject<'_>, it: &ShiftStand) -> Item {
    let words = subject.words;
    let mut moved = Inline::from(format!("{} – {}: ", subject.person(&it.by), words.of(&it.label)))
        .text(words.say("van ", "from "))
        .strong(words.verdict(it.from))
        .text(words.say(" naar ", " to "))
        .strong(words.verdict(it.to))
        .text(format!(", {}", words.of(&it.after.label())));
    if it.round > 1 {
        moved = moved.text(format!(" ({} {})", words.say("gespreksronde", "round of dialogue"), it.round));
    }
    if it.why.is_empty() { moved.into() } else { moved.text(". ").quote(&it.why).into() }
}

fn never_opened(subject: &Subject<'_>, it: &NeverOpened) -> Item {
    format!("{} – {}", subject.person(&it.by), subject.words.of(&it.label)).into()
}

fn opinion(subject: &Subject<'_>, who: &str, verdict: Verdict, why: &str) -> Inline {
    let line = Inline::from(format!("{who}: ")).strong(subject.words.verdict(verdict));
    if why.is_empty() { line } else { line.text(". ").quote(why) }
}

fn dissent(subject: &Subject<'_>, stand: &DissentStand) -> Item {
    let who = format!("{} – {}", subject.person(&stand.by), subject.words.of(&stand.label));
    opinion(subject, &who, stand.verdict, &stand.why).into()
}
