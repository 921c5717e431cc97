//! Uncertainty 3: is it bad enough, by which norm, and who thinks so? Whoever differs stays on the page.

use afweging::{DissentStand, PersonId, Verdict, ViewStand, WeighingStand};

use super::{Block, Inline, Item, Section, Subject};

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
    if !stand.dissent.is_empty() {
        part.say(Inline::default().strong(words.say(
            "Wie het er niet mee eens was (dat blijft staan):",
            "Who did not agree (that stays on record):",
        )));
        part.blocks.push(Block::List(stand.dissent.iter().map(|it| dissent(subject, it)).collect()));
    }
    part
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

fn opinion(subject: &Subject<'_>, who: &str, verdict: Verdict, why: &str) -> Inline {
    let line = Inline::from(format!("{who}: ")).strong(subject.words.verdict(verdict));
    if why.is_empty() { line } else { line.text(". ").quote(why) }
}

fn dissent(subject: &Subject<'_>, stand: &DissentStand) -> Item {
    let who = format!("{} – {}", subject.person(&stand.by), subject.words.of(&stand.label));
    opinion(subject, &who, stand.verdict, &stand.why).into()
}
