//! What a step must be weighed against, with how each answer stands and in whose words.

use std::collections::BTreeSet;

use afweging::{CandidateStanding, CandidateView, Event, StepAssessment};

use super::{Block, Inline, Item, Section, Subject, Table};
use crate::words::capital;

pub(super) fn section(subject: &Subject<'_>, step: &StepAssessment, id: &str) -> Section {
    let words = subject.words;
    let mut section = Section::new(
        format!("{id}-kandidaten"),
        words.say("Wat ook kan, en het antwoord daarop", "What else is possible, and the answer to it"),
    );
    if step.candidates.is_empty() {
        section.say(words.say(
            "Lichter dan niets meer doen bestaat niet; er is niets om tegen af te wegen.",
            "Nothing is lighter than doing nothing more; there is nothing to weigh it against.",
        ));
        return section;
    }
    let columns = [
        words.say("Wat", "What"),
        words.say("Waarom bekeken", "Why looked at"),
        words.say("Vergeleken met deze stap", "Compared with this step"),
        words.say("Antwoord", "Answer"),
        words.say("Waar", "Where"),
    ];
    section.blocks.push(Block::Table(Table {
        caption: format!(
            "{} {}",
            words.say("Waartegen wordt afgewogen:", "Weighed against:"),
            subject.step_title(step)
        ),
        columns: columns.map(str::to_owned).to_vec(),
        rows: step.candidates.iter().map(|candidate| (None, row(subject, candidate))).collect(),
    }));
    reasons(subject, step, &mut section);
    section
}

fn row(subject: &Subject<'_>, candidate: &CandidateView) -> Vec<Inline> {
    let words = subject.words;
    vec![
        capital(&words.of(&candidate.label)).into(),
        words.candidate_because(candidate.why).into(),
        capital(&words.of(&candidate.comparison)).into(),
        standing(subject, &candidate.standing),
        Inline::default().entries(words, entry(&candidate.standing).as_slice()),
    ]
}

pub(super) fn standing(subject: &Subject<'_>, standing: &CandidateStanding) -> Inline {
    let words = subject.words;
    match standing {
        CandidateStanding::Unanswered => {
            Inline::default().strong(words.say("nog niet beantwoord", "not answered yet"))
        }
        CandidateStanding::Stands { answer, .. } => {
            format!("{}; {}", words.answer(answer), words.say("houdt stand", "stands")).into()
        }
        CandidateStanding::DoesNotStand { answer, why, .. } => Inline::from(words.answer(answer))
            .text("; ")
            .strong(words.say("houdt geen stand", "does not stand"))
            .text(format!(": {}", words.of(why))),
        CandidateStanding::Adequate { .. } => Inline::default()
            .strong(words.say("toereikend en beschikbaar bevonden", "found adequate and available")),
        CandidateStanding::AdequateButHeavier { .. } => words
            .say(
                "toereikend bevonden, maar ingrijpender: geen reden tegen deze stap",
                "found adequate, but more intrusive: no reason against this step",
            )
            .into(),
    }
}

fn entry(standing: &CandidateStanding) -> Option<u64> {
    match standing {
        CandidateStanding::Unanswered => None,
        CandidateStanding::Stands { because, .. }
        | CandidateStanding::DoesNotStand { because, .. }
        | CandidateStanding::Adequate { because }
        | CandidateStanding::AdequateButHeavier { because } => Some(*because),
    }
}

/// The reasons, once each: one answer may cover several candidates.
fn reasons(subject: &Subject<'_>, step: &StepAssessment, section: &mut Section) {
    let words = subject.words;
    let entries: BTreeSet<u64> =
        step.candidates.iter().filter_map(|candidate| entry(&candidate.standing)).collect();
    let items: Vec<Item> = entries
        .into_iter()
        .filter_map(|seq| {
            let entry = subject.dossier.entry(seq)?;
            let Event::CandidatesAnswered(answered) = &entry.event else { return None };
            let who = format!(" – {}: ", subject.person(&entry.by));
            let why = answered.why.text().unwrap_or(words.say("(tekst gewist)", "(text erased)"));
            Some(Inline::default().entries(words, &[seq]).text(who).quote(why).into())
        })
        .collect();
    if !items.is_empty() {
        section.say(words.say("De redenen, in eigen woorden:", "The reasons, in people's own words:"));
        section.blocks.push(Block::List(items));
    }
}
