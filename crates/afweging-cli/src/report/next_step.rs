//! Uncertainty 4: what do we expect if we act, and if we do not, and how will we know?

use afweging::{Narrative, NextStepStand, Said};

use super::{Block, Inline, Section, Subject};

pub(super) fn section(subject: &Subject<'_>) -> Section {
    let words = subject.words;
    let mut section =
        Section::new("volgende-stap", words.say("Onzekerheid 4: volgende stap", "Uncertainty 4: next step"));
    section.say(words.say(
        "Wat verwachten we als we iets doen, en als we het niet doen? De toekomst is in beide gevallen onzeker.",
        "What do we expect if we act, and if we do not? The future is uncertain either way.",
    ));
    let stands = &subject.assessment.uncertainties.next_step;
    if stands.is_empty() {
        section.say(words.say("Er is geen stap voorgesteld.", "No step was proposed."));
    }
    for stand in stands {
        section.sections.push(step(subject, stand));
    }
    section
}

fn step(subject: &Subject<'_>, stand: &NextStepStand) -> Section {
    let words = subject.words;
    let id = format!("verwachting-{}", Subject::step_anchor(&stand.step));
    let mut part = Section::new(id, subject.step_name(&stand.step));
    let details = subject.details(&stand.step);
    let mut terms = Vec::new();
    // First two questions, before any route.
    for (nl, en, said) in [
        ("Wat is er gebeurd", "What happened", &details.what_happened),
        ("Wat is nu nodig", "What is needed now", &details.needed_now),
        ("Doel", "Goal", &details.goal),
        ("Belang van het kind", "The child's best interests", &details.best_interests),
        (
            "Wie houdt het kind in het oog, dag en nacht",
            "Who looks after the child, day and night",
            &details.safety_around_the_clock,
        ),
    ] {
        if let Some(text) = said_text(said) {
            terms.push((words.say(nl, en).to_owned(), Inline::default().quote(text)));
        }
    }
    let mut expected = |nl: &str, en: &str, text: &str| {
        let what = if text.is_empty() { nobody(subject) } else { Inline::default().quote(text) };
        terms.push((words.say(nl, en).to_owned(), what));
    };
    expected("Als we dit doen", "If we do this", &stand.if_taken);
    expected("Als we dit niet doen", "If we do not do this", &stand.if_not_taken);
    expected(
        "Wat ons van mening zou doen veranderen",
        "What would change our mind",
        &stand.would_change_our_mind,
    );
    for (nl, en, said) in [
        (
            "Mis als we dit ten onrechte doen",
            "Wrong if this is wrongly done",
            &details.error_if_wrongly_taken,
        ),
        (
            "Mis als we dit ten onrechte laten",
            "Wrong if this is wrongly not done",
            &details.error_if_wrongly_not_taken,
        ),
        ("Aanleiding buiten deze zaak", "Occasion outside this case", &details.occasion_outside_case),
        ("Plan B", "Plan B", &details.plan_b),
        ("Genoeg is het als", "It is enough when", &details.stop_when),
    ] {
        if let Some(text) = said_text(said) {
            terms.push((words.say(nl, en).to_owned(), Inline::default().quote(text)));
        }
    }
    let review = stand.review_on.map_or_else(|| nobody(subject), |day| words.date(day).into());
    terms.push((words.say("Kijken of het werkt op", "Look whether it works on").to_owned(), review));
    part.blocks.push(Block::Terms(terms));
    part
}

fn said_text(said: &Said<Narrative>) -> Option<&str> {
    said.said().and_then(Narrative::text)
}

fn nobody(subject: &Subject<'_>) -> Inline {
    subject.words.say("niet gezegd", "not said").into()
}
