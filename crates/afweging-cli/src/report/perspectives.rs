//! Uncertainty 1: people tell different stories. Do we know every one that matters?

use afweging::{Effect, NotHeardGround, PersonId, PerspectiveEvent, PerspectiveStand};

use super::{Block, Inline, Section, Subject, Table};

pub(super) fn section(subject: &Subject<'_>) -> Section {
    let words = subject.words;
    let mut section = Section::new(
        "perspectieven",
        words.say("Onzekerheid 1: perspectieven", "Uncertainty 1: perspectives"),
    );
    section.say(words.say(
        "Kennen we ieders verhaal, en deed het ertoe?",
        "Do we know everyone's account, and did it matter?",
    ));
    let stands = &subject.assessment.uncertainties.perspectives;
    if stands.is_empty() {
        section.say(words.say("Niemand is in beeld.", "Nobody is in view."));
        return section;
    }
    let columns = [
        words.say("Wie", "Who"),
        words.say("Verhaal", "Account"),
        words.say("Wat het veranderde", "What it changed"),
        words.say("Van belang voor", "Matters for"),
        words.say("Waar", "Where"),
    ];
    section.blocks.push(Block::Table(Table {
        caption: words
            .say("Wie is gehoord, en wat veranderde dat?", "Who was heard, and what did that change?")
            .into(),
        columns: columns.map(str::to_owned).to_vec(),
        rows: stands.iter().map(|stand| (None, row(subject, stand))).collect(),
    }));
    section
}

fn row(subject: &Subject<'_>, stand: &PerspectiveStand) -> Vec<Inline> {
    let words = subject.words;
    let steps: Vec<String> = stand.relevant_for.iter().map(ToString::to_string).collect();
    let relevant = match steps.len() {
        0 => words.say("geen stap", "no step").to_owned(),
        all if all == subject.assessment.steps.len() => words.say("elke stap", "every step").to_owned(),
        _ => words.list(&steps),
    };
    let state = match reason(subject, &stand.person, stand.state) {
        Some(reason) => format!("{}: {reason}", words.perspective(stand.state)),
        None => words.perspective(stand.state).to_owned(),
    };
    vec![
        subject.person(&stand.person).into(),
        state.into(),
        effect(subject, stand),
        relevant.into(),
        Inline::default().entries(words, &stand.because),
    ]
}

/// Why somebody was not heard, as far as the ground says.
fn reason(subject: &Subject<'_>, person: &PersonId, state: &str) -> Option<String> {
    if state != "NotHeard" {
        return None;
    }
    let words = subject.words;
    let history = subject.dossier.perspective(person)?;
    let last = history.until(subject.assessment.receipt.at).last()?;
    let PerspectiveEvent::NotHear(recorded) = &last.transition else { return None };
    Some(match &recorded.ground {
        NotHeardGround::TooYoung => words.say("te jong om te vertellen", "too young to tell").to_owned(),
        NotHeardGround::Unsafe => {
            words.say("horen brengt iemand in gevaar", "hearing puts somebody in danger").to_owned()
        }
        NotHeardGround::Unreachable { attempts } => {
            let times = usize::from(*attempts);
            words.count(
                times,
                ("keer geprobeerd te bereiken", "attempt to reach them"),
                ("keer geprobeerd te bereiken", "attempts to reach them"),
            )
        }
        NotHeardGround::Urgent { look_back } => format!(
            "{} {}",
            words.say("spoed; achteraf uiterlijk", "urgency; afterwards by"),
            words.date(*look_back)
        ),
        NotHeardGround::Other => words.say("andere reden", "another reason").to_owned(),
    })
}

fn effect(subject: &Subject<'_>, stand: &PerspectiveStand) -> Inline {
    let words = subject.words;
    let state = subject.dossier.perspective_on(&stand.person, subject.assessment.receipt.at);
    let Some(account) = state.account() else { return "–".into() };
    let told: Vec<&Effect> = account.effects.iter().map(|noted| &noted.what.effect).collect();
    let Some(last) = told.last() else {
        return words.say("niet gezegd", "not said").into();
    };
    match last {
        Effect::Changed { what } => Inline::default().quote(what.text().unwrap_or("…")),
        Effect::Nothing { why } => {
            Inline::from(words.say("niets, want ", "nothing, because ")).quote(why.text().unwrap_or("…"))
        }
    }
}
