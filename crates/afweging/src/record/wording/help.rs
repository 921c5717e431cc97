//! What helps a family to read its page: whom to call, who is meant by a pseudonym in a quote, what a word means.

use super::voice::{Spans, Voice, text};
use crate::id::PersonId;
use crate::record::page::{PageBlock, PageItem, PageSection, PageSpan};
use crate::record::telling::{RecordLine, Telling};
use crate::record::term;
use crate::record::word::Part;

/// Numbers that everybody in the Netherlands can call. They stand in no dossier and in no law; the page says so.
const IN_DANGER: &str = "112";
const VEILIG_THUIS: &str = "0800-2000";
const KINDERTELEFOON: &str = "0800-0432";

impl Voice<'_> {
    fn watchers(&self) -> Vec<&PersonId> {
        let lines = self.record.part(Part::Watch).map_or(&[][..], |part| &part.lines);
        let watches = |line: &'_ RecordLine| matches!(line.tells, Telling::Watches { .. });
        lines
            .iter()
            .filter(|line| watches(line))
            .filter_map(|line| match &line.tells {
                Telling::Watches { person } => Some(person),
                _ => None,
            })
            .collect()
    }

    /// Whom a parent can call: who keeps watch, and the numbers for everybody.
    pub(super) fn whom_to_call(&self) -> Vec<PageBlock> {
        let watchers: Vec<PageSpan> = self.watchers().into_iter().map(|it| self.person(it)).collect();
        let mut first: Spans = Vec::new();
        if watchers.is_empty() {
            first.push(text(self.say(
                "Wie u met vragen kunt bellen, staat niet in het dossier. Vraag het aan wie u dit stuk gaf.",
                "Whom you can call with questions is not on record. Ask who gave you this.",
            )));
        } else {
            first.push(text(self.say("Met vragen kunt u bellen met ", "With questions you can call ")));
            first.extend(self.one_of(watchers));
            first.push(text(
                self.say(". Het nummer staat niet in het dossier.", ". The number is not on record."),
            ));
        }
        let danger = format!(
            "{} {IN_DANGER}. {} {VEILIG_THUIS}. {}",
            self.say("Is er nu gevaar? Bel", "Is there danger now? Call"),
            self.say(
                "Veilig Thuis is dag en nacht te bellen op",
                "Veilig Thuis can be called day and night on"
            ),
            self.say(
                "Deze nummers zijn voor iedereen en komen niet uit het dossier.",
                "These numbers are for everybody and do not come out of the file."
            ),
        );
        vec![PageBlock::Paragraph(first), PageBlock::Paragraph(vec![text(danger)])]
    }

    /// Whom a child can call or ask.
    pub(super) fn whom_a_child_can_call(&self) -> Vec<Spans> {
        let mut said: Vec<Spans> = Vec::new();
        let watchers: Vec<PageSpan> = self.watchers().into_iter().map(|it| self.person(it)).collect();
        if !watchers.is_empty() {
            let mut ask = vec![text(self.say("Heb je een vraag? Stel die ", "Do you have a question? Ask "))];
            for (place, watcher) in watchers.into_iter().enumerate() {
                ask.push(text(match (place, self.say("aan ", "")) {
                    (0, to) => to.to_owned(),
                    (_, to) => format!("{}{to}", self.say(" of ", " or ")),
                }));
                ask.push(watcher);
            }
            ask.push(text("."));
            said.push(ask);
        }
        said.push(vec![text(format!(
            "{} {KINDERTELEFOON}. {} {IN_DANGER}.",
            self.say(
                "Wil je met iemand anders praten? Bel de Kindertelefoon:",
                "Do you want to talk with somebody else? Call the Kindertelefoon:"
            ),
            self.say("Is er nu gevaar? Bel", "Is there danger now? Call"),
        ))]);
        said
    }

    /// Pseudonyms within quotes: they stay to the letter, so the page says who is meant.
    pub(super) fn who_is_who(&self, sections: &[PageSection]) -> Option<PageSection> {
        let mut quotes = String::new();
        each_span(sections, &mut |span| {
            if let PageSpan::Quote { words, .. } = span {
                quotes.push_str(&words.to_lowercase());
                quotes.push('\n');
            }
        });
        let items: Vec<PageItem> = self
            .record
            .people
            .keys()
            .filter(|id| id.as_str().chars().any(|it| it.is_ascii_digit()) && names(&quotes, id))
            .map(|id| PageItem {
                text: vec![text(format!("{id}: ")), text(self.role_of(id)), text(".")],
                below: Vec::new(),
            })
            .collect();
        (!items.is_empty()).then(|| PageSection {
            id: "wie-is-wie".to_owned(),
            title: self.say("Wie is wie", "Who is who").to_owned(),
            blocks: vec![
                PageBlock::Paragraph(vec![text(self.say(
                    "In het dossier staan geen namen. In de aanhalingen staat daarom soms een code.",
                    "There are no names in the file. So a quote may hold a code.",
                ))]),
                PageBlock::List(items),
            ],
        })
    }

    /// What the words on these sections mean that a family may not know.
    pub(super) fn hard_words(&self, title: &str, sections: &[PageSection]) -> Option<PageSection> {
        let mut all = title.to_owned();
        for section in sections {
            all.push('\n');
            all.push_str(&section.title);
            for block in &section.blocks {
                if let PageBlock::Table(table) = block {
                    all.push('\n');
                    all.push_str(&table.caption);
                }
            }
        }
        all.push('\n');
        each_span(sections, &mut |span| match span {
            PageSpan::Text(it) | PageSpan::Strong(it) => all.push_str(it),
            PageSpan::Person { called, .. } => all.push_str(called),
            PageSpan::Quote { words, .. } => {
                all.push(' ');
                all.push_str(words);
                all.push(' ');
            }
            PageSpan::Erased { .. }
            | PageSpan::Withheld { .. }
            | PageSpan::Entries(_)
            | PageSpan::Code(_) => {}
        });
        let items: Vec<PageItem> = term::explained(&all, self.language)
            .into_iter()
            .map(|means| PageItem { text: vec![text(means)], below: Vec::new() })
            .collect();
        (!items.is_empty()).then(|| PageSection {
            id: "woorden".to_owned(),
            title: self.say("Moeilijke woorden", "Hard words").to_owned(),
            blocks: vec![PageBlock::List(items)],
        })
    }
}

/// Whether a pseudonym stands in a text as a word of its own.
fn names(text: &str, id: &PersonId) -> bool {
    let id = id.as_str().to_lowercase();
    text.match_indices(&id).any(|(at, _)| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let after = text.get(at.saturating_add(id.len())..).and_then(|it| it.chars().next());
        [before, after].into_iter().flatten().all(|it| !it.is_alphanumeric())
    })
}

/// Every stretch of text of some sections; paragraphs, items and cells are kept apart by a new line.
fn each_span(sections: &[PageSection], see: &mut impl FnMut(&PageSpan)) {
    let end = PageSpan::Text("\n".to_owned());
    for block in sections.iter().flat_map(|section| &section.blocks) {
        match block {
            PageBlock::Paragraph(said) => {
                said.iter().for_each(&mut *see);
                see(&end);
            }
            PageBlock::List(items) => items.iter().for_each(|item| each_of_item(item, see)),
            PageBlock::Table(table) => {
                for cell in table.rows.iter().flatten() {
                    cell.iter().for_each(&mut *see);
                    see(&end);
                }
            }
        }
    }
}

fn each_of_item(item: &PageItem, see: &mut impl FnMut(&PageSpan)) {
    item.text.iter().for_each(&mut *see);
    see(&PageSpan::Text("\n".to_owned()));
    for below in &item.below {
        each_of_item(below, see);
    }
}
