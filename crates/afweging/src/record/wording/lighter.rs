//! Part 8 in words for adults: one row per option, with what was answered, by whom and when; what is just as intrusive as each
//! other stands in one table.

use super::voice::{Spans, Voice, capital, text};
use crate::record::page::{PageBlock, PageItem, PageTable};
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{AnswerWord, Topic};

/// What the step was weighed against.
pub(super) fn lighter(voice: &Voice<'_>, lines: &[RecordLine]) -> Vec<PageBlock> {
    let mut told = Told { voice, reasons: Vec::new() };
    let is_option = |line: &&RecordLine| matches!(line.tells, Telling::Candidate { .. });
    let alone: Vec<&RecordLine> = lines.iter().filter(is_option).collect();
    let caption = voice.say(
        "Wat ook is bekeken, en waarom dat wel of niet kan",
        "What else was looked at, and why it will do or not",
    );
    let mut blocks: Vec<PageBlock> = told.table(caption.to_owned(), &alone).into_iter().collect();
    let is_class = |line: &&RecordLine| matches!(line.tells, Telling::CandidateClass { .. });
    for (class, number) in lines.iter().filter(is_class).zip(1_usize..) {
        let options: Vec<&RecordLine> = class.below.iter().collect();
        blocks.extend(told.table(voice.class_caption(class, number), &options));
    }
    let rest: Vec<PageItem> = lines
        .iter()
        .filter(|line| !is_option(line) && !is_class(line))
        .map(|line| voice.item(line))
        .collect();
    if !rest.is_empty() {
        blocks.push(PageBlock::List(rest));
    }
    blocks
}

/// Which reasons were told, and with which option: a reason that covers several is read once.
struct Told<'a> {
    voice: &'a Voice<'a>,
    reasons: Vec<(u64, Spans)>,
}

impl Told<'_> {
    fn table(&mut self, caption: String, options: &[&RecordLine]) -> Option<PageBlock> {
        let voice = self.voice;
        let rows: Vec<Vec<Spans>> = options.iter().filter_map(|line| self.row(line)).collect();
        (!rows.is_empty()).then(|| {
            PageBlock::Table(PageTable {
                caption,
                columns: [
                    voice.say("Wat", "What"),
                    voice.say("Antwoord", "Answer"),
                    voice.say("Door wie en wanneer", "By whom and when"),
                    voice.say("Waarom", "Why"),
                ]
                .map(str::to_owned)
                .to_vec(),
                rows,
            })
        })
    }

    fn row(&mut self, line: &RecordLine) -> Option<Vec<Spans>> {
        let voice = self.voice;
        let Telling::Candidate { label, comparison, answer, by, on, falls } = &line.tells else {
            return None;
        };
        let name: Spans = match label {
            Some(label) => vec![text(capital(&voice.candidate(label)))],
            None => line
                .below
                .iter()
                .filter(|it| matches!(it.tells, Telling::Said { topic: Topic::Alternative, .. }))
                .filter_map(RecordLine::quote)
                .map(|quote| voice.quote(quote))
                .collect(),
        };
        // Named again, it stands between marks; somebody's own words have theirs.
        let again = match label {
            Some(label) => vec![text(format!("‘{}’", voice.candidate(label)))],
            None => name.clone(),
        };
        let mut what = name;
        if let Some(comparison) = comparison.as_ref().filter(|_| !voice.reader.is_family()) {
            what.push(text(format!(" ({})", voice.of(comparison))));
        }
        let mut said = vec![text(capital(voice.answer(*answer)))];
        if let Some(falls) = falls {
            said.push(text(voice.say(". Dit antwoord houdt geen stand: ", ". This answer does not stand: ")));
            said.push(text(format!("{}.", voice.sentence(falls))));
        }
        let mut who: Spans = by.iter().map(|by| voice.person(by)).collect();
        if let Some(on) = on {
            who.push(text(format!("{}{}", if who.is_empty() { "" } else { ", " }, voice.when(on))));
        }
        if who.is_empty() {
            who.push(text(voice.say("Niemand", "Nobody")));
        }
        voice.begin(&mut who);
        Some(vec![what, said, who, self.why(line, *answer, again)])
    }

    fn why(&mut self, line: &RecordLine, answer: AnswerWord, again: Spans) -> Spans {
        let voice = self.voice;
        let reason =
            line.below.iter().find(|it| matches!(it.tells, Telling::Said { topic: Topic::AnswerWhy, .. }));
        let Some((reason, quote)) = reason.and_then(|it| Some((it, it.quote()?))) else {
            return vec![text(match answer {
                AnswerWord::ByItsClass => voice.say(
                    "Het antwoord op een andere in dit rijtje telt ook hier.",
                    "The answer to another one of this group counts here too.",
                ),
                _ => voice.say("Geen reden in het dossier.", "No reason on record."),
            })];
        };
        if let Some((_, first)) = self.reasons.iter().find(|(entry, _)| *entry == quote.entry) {
            let mut spans = vec![text(voice.say("Dezelfde reden als bij ", "The same reason as with "))];
            spans.extend(first.clone());
            spans.push(text("."));
            return spans;
        }
        self.reasons.push((quote.entry, again));
        let mut spans = vec![voice.quote(quote)];
        spans.extend(voice.entries(&reason.because));
        for below in line.below.iter().filter(|it| matches!(it.tells, Telling::Shortfall { .. })) {
            for said in flat(&voice.item(below)) {
                spans.push(text(" "));
                spans.extend(said);
            }
        }
        spans
    }
}

fn flat(item: &PageItem) -> Vec<Spans> {
    let mut all = vec![item.text.clone()];
    all.extend(item.below.iter().flat_map(flat));
    all
}

impl Voice<'_> {
    fn class_caption(&self, class: &RecordLine, number: usize) -> String {
        let count = class.below.len();
        let comparison = match &class.tells {
            Telling::CandidateClass { comparison: Some(comparison) } if !self.reader.is_family() => {
                format!(" ({})", self.of(comparison))
            }
            _ => String::new(),
        };
        match self.language {
            crate::code::Language::Nl => {
                format!("Rijtje {number}: deze {count} stappen zijn even zwaar{comparison}")
            }
            crate::code::Language::En => {
                format!("Group {number}: these {count} steps are just as intrusive as each other{comparison}")
            }
        }
    }

    pub(super) fn of_an_option(&self, line: &RecordLine) -> Spans {
        let say = |nl: &'static str, en: &'static str| self.say(nl, en);
        match &line.tells {
            Telling::CandidateClass { .. } => {
                vec![text(say("Deze zijn even zwaar:", "These are just as intrusive as each other:"))]
            }
            Telling::Candidate { label, comparison, answer, falls, .. } => {
                let mut spans = Vec::new();
                if let Some(label) = label {
                    spans.push(text(format!("{}: ", capital(&self.candidate(label)))));
                }
                spans.push(text(self.answer(*answer)));
                if let Some(comparison) = comparison.as_ref().filter(|_| !self.reader.is_family()) {
                    spans.push(text(format!(" ({})", self.of(comparison))));
                }
                if let Some(falls) = falls {
                    spans.push(text(format!(
                        ". {}: {}",
                        say("Dit antwoord houdt geen stand", "This answer does not stand"),
                        self.sentence(falls)
                    )));
                }
                spans.push(text("."));
                spans
            }
            Telling::Shortfall { owed_by, since, not_before } => {
                let mut said = say(
                    "Dit ligt niet aan het gezin: het was er niet",
                    "This is not the family's doing: it was not to be had",
                )
                .to_owned();
                if let Some(since) = since {
                    said.push_str(&format!(". {} {}", say("Gevraagd op", "Asked for on"), self.date(*since)));
                }
                if let Some(day) = not_before {
                    said.push_str(&format!(
                        ". {} {}",
                        say("Het kan vanaf", "It can be had from"),
                        self.date(*day)
                    ));
                }
                said.push('.');
                let mut spans = vec![text(said)];
                if owed_by.is_empty() {
                    spans.push(text(say(
                        " Wie hiervoor moet zorgen, staat niet in het dossier.",
                        " Who owes it is not on record.",
                    )));
                } else {
                    spans.push(text(" "));
                    spans.extend(self.fill(
                        say("{who} moet hiervoor zorgen.", "{who} has to see to it."),
                        &[("who", self.people(owed_by))],
                    ));
                }
                spans
            }
            _ => Vec::new(),
        }
    }
}
