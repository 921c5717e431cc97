//! What has to be done, the earliest day first, each with how its day was reckoned.

use afweging::{Actor, Answerer, Assessment, Code, Dossier, Duty, Pack};

use super::{Block, Inline, Item, Report, Section, Subject};
use crate::words::{Words, capital};

/// What somebody has to do. What the system owes has a part of its own: the day on which it can be had is no day by
/// which anybody has to act.
pub(crate) fn dated(assessment: &Assessment) -> impl Iterator<Item = &Duty> {
    assessment.duties.iter().filter(|duty| duty.code != Code::SystemShortfall)
}

/// The duties of an assessment as a document of their own.
pub(crate) fn of_duties(
    assessment: &Assessment,
    dossier: &Dossier,
    pack: &Pack,
    words: Words,
    is_default_day: bool,
) -> Report {
    let subject = Subject { assessment, dossier, pack, words, is_default_day };
    let mut section = Section::new("plichten", words.say("Wat er moet gebeuren", "What has to be done"));
    let items: Vec<Item> = dated(assessment).map(|duty| item(&subject, duty)).collect();
    if items.is_empty() {
        section.say(words.say("Er lopen geen termijnen.", "No terms are running."));
    } else {
        section.blocks.push(Block::List(items));
    }
    let title = format!(
        "{}: dossier {}",
        words.say("Termijnen en afspraken, op datum", "Terms and promises, by date"),
        assessment.receipt.dossier
    );
    Report { words, title, about: subject.about(), sections: vec![section] }
}

fn item(subject: &Subject<'_>, duty: &Duty) -> Item {
    let words = subject.words;
    let mut text = match duty.due {
        Some(day) => Inline::default().strong(words.date(day)),
        None => Inline::default().strong(words.say("geen dag", "no day")),
    };
    if duty.overdue {
        text = text.text(" – ").strong(words.say("VOORBIJ", "OVERDUE"));
    }
    let basis: Vec<String> = duty.basis.iter().map(|basis| words.basis(basis)).collect();
    let mut said = vec![
        (words.say("Wie", "Who").to_owned(), owner(subject, duty).into()),
        (words.say("Grondslag", "Basis").to_owned(), basis.join("; ").into()),
    ];
    if let Some(reckoning) = &duty.reckoning {
        let mut how = Inline::from(words.reckoned(reckoning));
        if !duty.because.is_empty() {
            how = how.text(" (").entries(words, &duty.because).text(")");
        }
        said.push((words.say("Gerekend", "Reckoned").to_owned(), how));
        if let Some(rest) = words.rest_days(reckoning) {
            said.push((words.say("Verlengd", "Prolonged").to_owned(), rest.into()));
        }
    } else if !duty.because.is_empty() {
        let entries = Inline::default().entries(words, &duty.because);
        said.push((words.say("Waar", "Where").to_owned(), entries));
    }
    Item {
        text: text.text(" – ").text(capital(&words.of(&duty.sentence))), below: vec![Block::Terms(said)]
    }
}

/// Who has to do it.
pub(super) fn owner(subject: &Subject<'_>, duty: &Duty) -> String {
    if duty.owner.is_empty() {
        return subject.words.say("niet gezegd", "not said").to_owned();
    }
    let name = |who: &Answerer| match who {
        // A remedy is open to whoever the decision concerns.
        Answerer::Actor(Actor::Other) => {
            subject.words.say("wie het aangaat", "whoever it concerns").to_owned()
        }
        who => subject.answerer(who),
    };
    let names: Vec<String> = duty.owner.iter().map(name).collect();
    subject.words.list(&names)
}
