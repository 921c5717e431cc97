//! Until when the files are kept that a dossier stands for.

use afweging::{Assessment, Dossier, FileRetention, OnRequest, Pack, Retention, Until};

use super::{Block, Inline, Item, Report, Section, Subject};
use crate::words::{Words, capital};

/// The terms of retention as a document of their own.
pub(crate) fn of_retention(
    retention: &Retention,
    assessment: &Assessment,
    dossier: &Dossier,
    pack: &Pack,
    words: Words,
    is_default_day: bool,
) -> Report {
    let subject = Subject { assessment, dossier, pack, words, is_default_day };
    let mut whole = Section::new("geheel", words.say("Het hele dossier", "The whole dossier"));
    whole.say(until(&subject, &retention.whole));
    if retention.files.len() > 1 {
        whole.say(
            words.say("De langste termijn geldt voor het geheel.", "The longest term holds for the whole."),
        );
    }
    let mut section = Section::new("soorten", words.say("Per soort dossier", "Per kind of file"));
    if retention.files.is_empty() {
        section
            .say(words.say("Geen soort waarvan een termijn bekend is.", "No kind of which a term is known."));
    } else {
        section.blocks.push(Block::List(retention.files.iter().map(|it| file(&subject, it)).collect()));
    }
    let title = format!(
        "{}: dossier {}",
        words.say("Bewaartermijnen", "Terms of retention"),
        assessment.receipt.dossier
    );
    Report { words, title, about: subject.about(), sections: vec![whole, section] }
}

fn until(subject: &Subject<'_>, until: &Until) -> Inline {
    let words = subject.words;
    match until {
        Until::Day(day) => {
            Inline::from(words.say("Bewaren tot ", "Keep until ")).strong(words.date(*day)).end()
        }
        Until::Always => Inline::default().strong(words.say("Altijd bewaren", "Keep always")).end(),
        Until::Unknown { what, who_may_answer, not_before } => {
            let mut text =
                Inline::default().strong(words.say("Onbekend", "Unknown")).text(". ").text(words.of(what));
            if !who_may_answer.is_empty() {
                let who: Vec<String> = who_may_answer.iter().map(|it| subject.answerer(it)).collect();
                text = text.text(format!(
                    " {}: {}.",
                    words.say("Wie dat kan zeggen", "Who can say so"),
                    words.list(&who)
                ));
            }
            match not_before {
                Some(day) => text.text(format!(
                    " {} {}.",
                    words.say("In elk geval bewaren tot", "Keep in any case until"),
                    words.date(*day)
                )),
                None => text,
            }
        }
    }
}

fn file(subject: &Subject<'_>, file: &FileRetention) -> Item {
    let words = subject.words;
    let asked = match file.on_request {
        OnRequest::AnyTime => words.say(
            "kan altijd gevraagd worden, tenzij een ander er een zwaar belang bij heeft of de wet bewaren eist",
            "can always be asked for, unless another has a weighty interest in it or the law wants it kept",
        ),
        OnRequest::FromMajority => words.say(
            "kan gevraagd worden vanaf 18 jaar, als de minimumtermijn voorbij is",
            "can be asked for from the age of 18, once the shortest term is over",
        ),
        OnRequest::NotSaid => words.say("zeggen de bronnen niet", "the sources do not say"),
    };
    let said = vec![
        (words.say("Termijn", "Term").to_owned(), words.of(&file.reason).into()),
        (words.say("Grondslag", "Basis").to_owned(), words.basis(&file.basis).into()),
        (words.say("Eerder vernietigen", "Earlier destruction").to_owned(), asked.into()),
        (words.say("Waar", "Where").to_owned(), Inline::default().entries(words, &file.because)),
    ];
    let mut text = Inline::from(format!("{}: ", capital(words.label(&file.labels))));
    text.0.extend(until(subject, &file.until).0);
    Item { text, below: vec![Block::Terms(said)] }
}
