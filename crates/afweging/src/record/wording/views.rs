//! Parts 7 and 11: what spoke for it and what against, what each finds, and who does not agree. One name, read once.

use super::adult::{grouped, is_readable};
use super::voice::{Spans, Voice, text};
use crate::fact::Polarity;
use crate::id::{PersonId, StatementId};
use crate::record::page::{PageItem, PageSpan};
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::DissentWord;
use crate::sentence::Sentence;
use crate::weighing::Verdict;

/// A statement that is named for or against, with on which question and by whom.
struct Named {
    line: RecordLine,
    on: Vec<(Sentence, Vec<PersonId>)>,
}

/// Each statement that speaks for it or against it once, with on which question and by whom; then what each finds, and
/// why.
pub(super) fn for_and_against(voice: &Voice<'_>, lines: &[RecordLine]) -> Vec<PageItem> {
    let mut before: Vec<RecordLine> = Vec::new();
    let mut after: Vec<RecordLine> = Vec::new();
    let mut named: Vec<Named> = Vec::new();
    let mut views: Vec<RecordLine> = Vec::new();
    for line in lines {
        let Telling::View { by, on: question, .. } = &line.tells else {
            let to = if matches!(line.tells, Telling::Said { .. }) { &mut before } else { &mut after };
            to.push(line.clone());
            continue;
        };
        let mut view = line.clone();
        view.below.retain(|it| !matches!(it.tells, Telling::RestsOn { .. }));
        views.push(view);
        for on in line.below.iter().filter(|it| is_readable(it)) {
            name(&mut named, on, question, by);
        }
    }
    named.sort_by_key(|it| of(&it.line).map(|(polarity, _)| polarity));
    let mut items = grouped(voice, &before);
    for Named { mut line, on } in named {
        line.because.sort_unstable();
        line.because.dedup();
        let mut item = voice.item(&line);
        let by: Vec<PageItem> = on
            .into_iter()
            .map(|(question, people)| PageItem {
                text: voice.fill(
                    voice.say("Bij ‘{on}’, genoemd door {who}.", "On ‘{on}’, named by {who}."),
                    &[("on", vec![text(voice.of(&question))]), ("who", voice.people(&people))],
                ),
                below: Vec::new(),
            })
            .collect();
        item.below.splice(0..0, by);
        items.push(item);
    }
    items.extend(by_person(voice, &views, ("{by} vindt dit:", "The view of {by}:")));
    items.extend(grouped(voice, &after));
    items
}

fn name(named: &mut Vec<Named>, on: &RecordLine, question: &Sentence, by: &PersonId) {
    let Some(wanted) = of(on) else { return };
    let place = named.iter().position(|it| of(&it.line) == Some(wanted));
    let found = match place {
        Some(place) => named.get_mut(place),
        None => {
            named.push(Named { line: on.clone(), on: Vec::new() });
            named.last_mut()
        }
    };
    let Some(found) = found else { return };
    found.line.because.extend(&on.because);
    match found.on.iter_mut().find(|(other, _)| other == question) {
        Some((_, people)) if people.contains(by) => {}
        Some((_, people)) => people.push(by.clone()),
        None => found.on.push((question.clone(), vec![by.clone()])),
    }
}

fn of(line: &RecordLine) -> Option<(Polarity, &StatementId)> {
    match &line.tells {
        Telling::RestsOn { polarity: Some(polarity), statement, .. } => Some((*polarity, statement)),
        _ => None,
    }
}

/// Part 11: who differs now, apart from who once did; per person and question, with every reason that they gave. Then all else.
pub(super) fn dissent(voice: &Voice<'_>, lines: &[RecordLine]) -> Vec<PageItem> {
    let mut items = Vec::new();
    for (word, lead) in [
        (DissentWord::Still, ("{by} denkt er anders over:", "The other view of {by}:")),
        (DissentWord::First, ("{by} dacht er eerst anders over:", "The other view of {by} at first:")),
        (
            DissentWord::Shared,
            (
                "{by} vond toen al wat nu het oordeel is:",
                "The view of {by} then, and what is the judgement now:",
            ),
        ),
    ] {
        let is_it =
            |line: &&RecordLine| matches!(line.tells, Telling::Dissents { stands, .. } if stands == word);
        let of_word: Vec<RecordLine> = lines.iter().filter(is_it).cloned().collect();
        items.extend(by_person(voice, &of_word, lead));
    }
    let is_dissent = |line: &RecordLine| matches!(line.tells, Telling::Dissents { .. });
    for item in lines.iter().filter(|line| !is_dissent(line) && is_readable(line)).map(|it| voice.item(it)) {
        // Two objections of one person whose words are for others read the same.
        if !items.contains(&item) {
            items.push(item);
        }
    }
    items
}

/// What somebody finds, read out of a view or a dissent.
struct Finds<'a> {
    by: &'a PersonId,
    on: &'a Sentence,
    verdict: Verdict,
}

fn finds(line: &RecordLine) -> Option<Finds<'_>> {
    match &line.tells {
        Telling::View { by, on, verdict } | Telling::Dissents { by, on, verdict, .. } => {
            Some(Finds { by, on, verdict: *verdict })
        }
        _ => None,
    }
}

/// Per person one item; under it per verdict and reason what it is about: what is said of two questions in the same words
/// is read once.
fn by_person(voice: &Voice<'_>, lines: &[RecordLine], lead: (&'static str, &'static str)) -> Vec<PageItem> {
    let mut people: Vec<&PersonId> = Vec::new();
    for found in lines.iter().filter_map(finds) {
        if !people.contains(&found.by) {
            people.push(found.by);
        }
    }
    let of_person = |person: &PersonId| {
        let theirs: Vec<&RecordLine> =
            lines.iter().filter(|line| finds(line).is_some_and(|it| it.by == person)).collect();
        let (nl, en) = lead;
        PageItem {
            text: voice.fill(voice.say(nl, en), &[("by", vec![voice.person(person)])]),
            below: merged(&theirs).iter().map(|it| finding(voice, it)).collect(),
        }
    };
    people.into_iter().map(of_person).collect()
}

/// The questions on which somebody finds the same, with all lines that say so.
struct Merged<'a> {
    on: Vec<&'a Sentence>,
    verdict: Verdict,
    lines: Vec<&'a RecordLine>,
}

fn merged<'a>(lines: &[&'a RecordLine]) -> Vec<Merged<'a>> {
    let mut all: Vec<Merged<'a>> = Vec::new();
    for line in lines.iter().copied() {
        let Some(found) = finds(line) else { continue };
        // The same question again, as in a later round, or another one in the same words.
        let joins = |it: &&mut Merged<'a>| {
            let same_question = it.on == [found.on];
            let same_words = !line.below.is_empty()
                && it.lines.iter().all(|other| words_below(other) == words_below(line));
            it.verdict == found.verdict && (same_question || same_words)
        };
        match all.iter_mut().find(joins) {
            Some(it) => {
                it.lines.push(line);
                if !it.on.contains(&found.on) {
                    it.on.push(found.on);
                }
            }
            None => all.push(Merged { on: vec![found.on], verdict: found.verdict, lines: vec![line] }),
        }
    }
    all
}

fn finding(voice: &Voice<'_>, found: &Merged<'_>) -> PageItem {
    let questions = found.on.iter().map(|on| text(format!("‘{}’", voice.of(on)))).collect();
    let mut said: Spans = voice.list(questions);
    said.push(text(format!(": {}.", voice.verdict(found.verdict))));
    let mut because: Vec<u64> = found.lines.iter().flat_map(|it| it.because.clone()).collect();
    because.sort_unstable();
    because.dedup();
    said.extend(voice.entries(&because));
    let mut below: Vec<PageItem> = Vec::new();
    for line in &found.lines {
        for item in voice.item(line).below {
            // The same words out of two entries are read once; both entries stand above.
            if !below.iter().any(|other| same_words(other, &item)) {
                below.push(item);
            }
        }
    }
    PageItem { text: said, below }
}

fn words_below(line: &RecordLine) -> Vec<Option<&str>> {
    line.below.iter().map(|it| it.quote().and_then(|quote| quote.said.words())).collect()
}

/// Whether two items say the same and have the same below them, whichever entries they come out of.
fn same_words(one: &PageItem, other: &PageItem) -> bool {
    let words = |item: &PageItem| -> Vec<PageSpan> {
        let spans = item.text.iter().filter(|it| !matches!(it, PageSpan::Entries(_)));
        spans
            .map(|it| match it {
                PageSpan::Quote { words, .. } => PageSpan::Quote { entry: 0, words: words.clone() },
                other => other.clone(),
            })
            .collect()
    };
    words(one) == words(other) && one.below.is_empty() && other.below.is_empty()
}
