//! The reviews of a step: what was written down before, what is said now, what may be lighter, and what stays open.

use afweging::{CandidateView, Question, ReviewView, ReviewWhen, StepAssessment, WrittenDown};

use super::{Block, Inline, Item, Section, Subject, candidates, findings};
use crate::words::capital;

/// Nothing where the step never began.
pub(super) fn section(subject: &Subject<'_>, step: &StepAssessment, id: &str) -> Option<Section> {
    let words = subject.words;
    if step.reviews.is_empty() {
        return None;
    }
    let mut section = Section::new(format!("{id}-evaluaties"), words.say("Evaluaties", "Reviews"));
    section.say(words.say(
        "Bij elke evaluatie wordt alles opnieuw bekeken, ook of het lichter kan of kan stoppen. Niets hiervan houdt een stap tegen.",
        "At each review everything is looked at anew, also whether it can be lighter or can stop. None of this keeps a step from being open.",
    ));
    for (place, review) in step.reviews.iter().enumerate() {
        section.sections.push(one(subject, review, &format!("{id}-evaluatie-{}", place.saturating_add(1))));
    }
    Some(section)
}

fn one(subject: &Subject<'_>, review: &ReviewView, id: &str) -> Section {
    let words = subject.words;
    let title = match review.when {
        ReviewWhen::Held { on, .. } => format!("{} {}", words.say("Gehouden op", "Held on"), words.date(on)),
        ReviewWhen::Due { on } => {
            format!("{} {}", words.say("Te houden op", "To be held on"), words.date(on))
        }
        ReviewWhen::Overdue { on } => {
            format!(
                "{} {}",
                words.say("Had gehouden moeten zijn op", "Should have been held on"),
                words.date(on)
            )
        }
        ReviewWhen::NoDay => words.say("Nog geen dag afgesproken", "No day was agreed yet").to_owned(),
    };
    let mut section = Section::new(id.to_owned(), title);
    if let (Some(outcome), ReviewWhen::Held { because, .. }) = (review.outcome, review.when) {
        let outcome = words.review_outcome(outcome);
        section.say(
            Inline::from(words.say("Uitkomst: ", "Outcome: "))
                .strong(outcome)
                .text(" (")
                .entries(words, &[because])
                .text(")."),
        );
    }
    if !review.written_down.is_empty() {
        section.say(words.say("Wat vooraf is opgeschreven:", "What was written down before:"));
        section.blocks.push(Block::Terms(written_down(subject, &review.written_down)));
    }
    if !review.answers.is_empty() {
        section.say(words.say("Wat de evaluatie zegt:", "What the review says:"));
        section.blocks.push(Block::Terms(written_down(subject, &review.answers)));
    }
    if !review.mind_changes.is_empty() {
        section.say(words.say(
            "Wat later kwam en volgens mensen van mening kan doen veranderen:",
            "What came later and, as people see it, may change a mind:",
        ));
        let items = review.mind_changes.iter().map(|it| -> Item {
            let who = format!(" – {}: ", subject.person(&it.by));
            let why = if it.why.is_empty() { words.say("(tekst gewist)", "(text erased)") } else { &it.why };
            Inline::default().entries(words, &[it.entry]).text(who).quote(why).into()
        });
        section.blocks.push(Block::List(items.collect()));
    }
    if !review.going_on.is_empty() {
        section.say(words.say("In plaats van doorgaan:", "Instead of going on:"));
        let items = review.going_on.iter().map(|option| instead(subject, option)).collect();
        section.blocks.push(Block::List(items));
    }
    if !review.questions.is_empty() {
        section.say(words.say("Wat de evaluatie moet beantwoorden:", "What the review has to answer:"));
        section.blocks.push(Block::List(questions(subject, &review.questions)));
    }
    if !review.findings.is_empty() {
        section.say(words.say("Wat nog openstaat:", "What is still open:"));
        section.blocks.push(findings::list(subject, &review.findings));
    }
    section
}

/// Words as they stood, each with who said them and where.
pub(super) fn written_down(subject: &Subject<'_>, said: &[WrittenDown]) -> Vec<(String, Inline)> {
    let words = subject.words;
    said.iter()
        .map(|it| {
            let text =
                if it.text.is_empty() { words.say("(tekst gewist)", "(text erased)") } else { &it.text };
            let who = format!(" – {}, ", subject.person(&it.by));
            (
                capital(&words.of(&it.label)),
                Inline::default().quote(text).text(who).entries(words, &[it.because]),
            )
        })
        .collect()
}

fn instead(subject: &Subject<'_>, option: &CandidateView) -> Item {
    Inline::from(format!("{}: ", capital(&subject.words.of(&option.label))))
        .append(candidates::standing(subject, &option.standing))
        .into()
}

/// Questions with whom they are for, those for the same people together.
pub(super) fn questions(subject: &Subject<'_>, asked: &[Question]) -> Vec<Item> {
    let mut groups: Vec<(String, Vec<Item>)> = Vec::new();
    for question in asked {
        let who = subject.answerers(&question.who_may_answer);
        let item: Item = subject.words.of(&question.what).into();
        match groups.iter_mut().find(|(of, _)| *of == who) {
            Some((_, items)) => items.push(item),
            None => groups.push((who, vec![item])),
        }
    }
    let to_be_answered = subject.words.say("Te beantwoorden door", "To be answered by");
    groups
        .into_iter()
        .map(|(who, items)| Item {
            text: format!("{to_be_answered} {who}:").into(),
            below: vec![Block::List(items)],
        })
        .collect()
}
