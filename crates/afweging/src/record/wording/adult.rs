//! The document for adults: fourteen parts in their order. A court gets first what is open.

use super::voice::{Spans, Voice, capital, strong, text};
use crate::id::PersonId;
use crate::record::filter::Read;
use crate::record::page::{PageBlock, PageItem, PageSection, PageSpan, PageTable};
use crate::record::plain;
use crate::record::quote::{Quoted, WithheldGround};
use crate::record::reader::Reader;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{Part, Topic};

/// What has to be known before anything else.
pub(super) fn first(voice: &Voice<'_>, read: &Read) -> Vec<Spans> {
    let receipt = &read.record.receipt;
    let child = matches!(voice.reader, Reader::Child(..));
    let mut first = Vec::new();
    if receipt.hypothetical {
        first.push(vec![strong(if child {
            voice.say(
                "Let op: dit is een oefening. De regels in deze brief gelden niet echt.",
                "Note: this is an exercise. The rules in this letter are not real.",
            )
        } else {
            voice.say(
                "Let op: dit rust op regels die niet gelden. Het is een oefening, geen besluit.",
                "Note: this rests on law that is not in force. It is an exercise, no decision.",
            )
        })]);
    }
    if child {
        return first;
    }
    let mut about = format!(
        "{} {}, {}.",
        voice.say("Zo stond het op", "So it stood on"),
        voice.date(receipt.at),
        voice.say("volgens het dossier", "according to the file"),
    );
    if let Some(known_at) = receipt.known_at {
        about.push_str(&format!(
            " {} {}.",
            voice.say(
                "Wat later is opgeschreven telt niet mee; het gaat om wat bekend was op",
                "What was recorded later does not count; it is about what was known on"
            ),
            voice.date(known_at.date_naive())
        ));
    }
    first.push(vec![text(about)]);
    first.push(vec![text(voice.say(
        "Tussen aanhalingstekens staan de woorden van mensen zelf, precies zo opgeschreven. Dit stuk zegt alleen wat het dossier zegt.",
        "Between quotation marks stand people's own words, as they were written down, untranslated. What the file does not say is not said here.",
    ))]);
    if let Reader::Parents(None) = voice.reader {
        first.push(vec![text(voice.say(
            "Dit stuk mag elke ouder lezen. Wat alleen voor één ouder is, staat er niet in.",
            "Every parent may read this. What is for one parent alone is left out.",
        ))]);
    }
    first
}

pub(super) fn document(voice: &Voice<'_>, read: &Read) -> (String, Vec<PageSection>) {
    let court = matches!(voice.reader, Reader::Court);
    let mut sections = Vec::new();
    if matches!(voice.reader, Reader::Court | Reader::Professional) {
        let open = open(voice, read, court);
        if court {
            sections.push(open);
        } else {
            sections.extend(parts(voice, read));
            sections.push(open);
        }
    }
    if !matches!(voice.reader, Reader::Professional) {
        sections.extend(parts(voice, read));
    }
    sections.extend(withheld(voice, read));
    sections.push(receipt(voice, read));
    let title = format!(
        "{}: {}",
        match voice.reader {
            Reader::Court => voice.say("Motivering voor de rechter", "Decision record for the court"),
            Reader::Parents(_) => voice.say("Wat is besloten en waarom", "What is decided and why"),
            Reader::Professional | Reader::Child(..) => voice.say("Motivering", "Decision record"),
        },
        voice.measure()
    );
    (title, sections)
}

fn parts(voice: &Voice<'_>, read: &Read) -> Vec<PageSection> {
    read.record
        .parts
        .iter()
        .zip(1_usize..)
        .map(|(part, number)| {
            let mut blocks = Vec::new();
            if let Some(intro) = intro(voice, part.part) {
                blocks.push(PageBlock::Paragraph(vec![text(intro)]));
            }
            match part.part {
                Part::Lighter => blocks.extend(lighter(voice, &part.lines)),
                Part::ForAndAgainst => blocks.push(PageBlock::List(for_and_against(voice, &part.lines))),
                _ => blocks.push(PageBlock::List(grouped(voice, &part.lines))),
            }
            if part.part == Part::Decision
                && voice.reader.is_family()
                && let Some(explained) = plain::for_parents(&read.record.measure, voice.language)
            {
                let word = voice.say("Wat dit is: ", "What this is: ");
                blocks.push(PageBlock::Paragraph(vec![
                    text(word),
                    strong(capital(&voice.label(&read.record.measure_labels))),
                    text(format!(". {explained}")),
                ]));
            }
            PageSection {
                id: format!("deel-{number}"),
                title: format!("{number}. {}", title(voice, part.part)),
                blocks,
            }
        })
        .collect()
}

fn title(voice: &Voice<'_>, part: Part) -> &'static str {
    let parents = matches!(voice.reader, Reader::Parents(_));
    match part {
        Part::Decision => voice.say("Wat is besloten", "What is decided"),
        Part::ForWhom => voice.say("Voor wie", "For whom"),
        Part::Accounts => voice.say("Wat er is gebeurd, volgens ieder", "What happened, according to each"),
        Part::Facts => voice.say("Wat staat vast, en wat niet", "What is established, and what is not"),
        Part::Strengths => voice.say("Wat goed gaat", "What goes well"),
        Part::Worries => voice.say(
            "Waar de zorg over gaat, en welke grens we gebruiken",
            "What the worry is about, and by which norm",
        ),
        Part::ForAndAgainst => {
            voice.say("Wat hiervoor spreekt en wat hiertegen", "What speaks for this and what against")
        }
        Part::Lighter => voice.say("Welke lichtere hulp is bekeken", "Which lighter help was looked at"),
        Part::Errors => voice.say("Wat er mis kan gaan", "What can go wrong"),
        Part::Expectation => {
            voice.say("Wat we verwachten, en wanneer we kijken", "What is expected, and when people look")
        }
        Part::Dissent => voice.say("Wie het er niet mee eens is", "Who does not agree"),
        Part::Authority => voice.say("Wie dit mag beslissen", "Who may decide on this"),
        Part::Remedies if parents => voice.say("Wat u kunt doen", "What you can do"),
        Part::Remedies => voice.say("Wat betrokkenen kunnen doen", "What those concerned can do"),
        Part::Watch => voice.say("Wie er nu oplet", "Who keeps watch now"),
    }
}

fn intro(voice: &Voice<'_>, part: Part) -> Option<&'static str> {
    let parents = matches!(voice.reader, Reader::Parents(_));
    Some(match part {
        Part::Accounts if parents => voice.say(
            "De eigen woorden van anderen uit het gezin en het netwerk staan hier niet. Onderaan staat waarom.",
            "The own words of others of the family and its circle are left out here. Below it is said why.",
        ),
        Part::Facts => voice.say(
            "Vaker vertellen maakt iets niet zekerder. Alleen bronnen die los van elkaar staan, tellen.",
            "Telling it more often makes nothing surer. Only independent sources count.",
        ),
        Part::Errors => voice.say(
            "Helemaal zeker weten kan niemand dit. Iets doen kan schade geven, en iets laten ook.",
            "Nobody can be fully certain. Acting can do harm, and so can not acting.",
        ),
        _ => return None,
    })
}

/// Each statement that speaks for it or against it once, with who names it; then what each finds, and why.
fn for_and_against(voice: &Voice<'_>, lines: &[RecordLine]) -> Vec<PageItem> {
    let mut named: Vec<(RecordLine, Vec<PersonId>)> = Vec::new();
    let mut rest: Vec<RecordLine> = Vec::new();
    let mut before: Vec<RecordLine> = Vec::new();
    for line in lines {
        let Telling::View { by, .. } = &line.tells else {
            let to = if matches!(line.tells, Telling::Said { .. }) { &mut before } else { &mut rest };
            to.push(line.clone());
            continue;
        };
        let mut view = line.clone();
        view.below.retain(|it| !matches!(it.tells, Telling::RestsOn { .. }));
        rest.push(view);
        for on in line.below.iter().filter(|it| is_readable(it)) {
            let Telling::RestsOn { polarity, statement, .. } = &on.tells else { continue };
            let same = named.iter_mut().find(|(other, _)| match &other.tells {
                Telling::RestsOn { polarity: other, statement: of, .. } => {
                    other == polarity && of == statement
                }
                _ => false,
            });
            let (line, people) = match same {
                Some(same) => same,
                None => {
                    named.push((on.clone(), Vec::new()));
                    let Some(last) = named.last_mut() else { continue };
                    last
                }
            };
            line.because.extend(&on.because);
            if !people.contains(by) {
                people.push(by.clone());
            }
        }
    }
    let mut items = grouped(voice, &before);
    named.sort_by_key(|(line, _)| match &line.tells {
        Telling::RestsOn { polarity, .. } => *polarity,
        _ => None,
    });
    for (mut line, people) in named {
        line.because.sort_unstable();
        line.because.dedup();
        let mut item = voice.item(&line);
        let said = voice
            .fill(voice.say("Genoemd door {who}.", "Named by {who}."), &[("who", voice.people(&people))]);
        item.below.insert(0, PageItem { text: said, below: Vec::new() });
        items.push(item);
    }
    items.extend(grouped(voice, &rest));
    items
}

/// Whether this reader may read the words of a statement. One that they may not read is left out, and is on the list.
fn is_readable(line: &RecordLine) -> bool {
    !line.quote().is_some_and(|quote| matches!(quote.said, Quoted::Withheld(_)))
}

/// Lines that differ in what they are about and in nothing else stand together: one reason is read once.
fn grouped(voice: &Voice<'_>, lines: &[RecordLine]) -> Vec<PageItem> {
    let mut items = Vec::new();
    let mut done: Vec<usize> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        if done.contains(&place) || !is_readable(line) {
            continue;
        }
        let mut line = line.clone();
        for (other_place, other) in lines.iter().enumerate().skip(place.saturating_add(1)) {
            if !done.contains(&other_place) && takes_along(voice, &mut line, other) {
                done.push(other_place);
            }
        }
        items.push(voice.item(&line));
    }
    items
}

/// Whether a view or dissent can stand with another: the same person, the same verdict, the same words under it.
fn takes_along(voice: &Voice<'_>, line: &mut RecordLine, other: &RecordLine) -> bool {
    let same_below = words_below(line) == words_below(other) && !line.below.is_empty();
    let joined = match (&mut line.tells, &other.tells) {
        (Telling::View { by, on, verdict }, Telling::View { by: by2, on: on2, verdict: verdict2 })
        | (
            Telling::Dissents { by, on, verdict },
            Telling::Dissents { by: by2, on: on2, verdict: verdict2 },
        ) if by == by2 && verdict == verdict2 && same_below => {
            on.nl = format!("{}’ {} ‘{}", on.nl, voice.say("en", "and"), on2.nl);
            on.en = format!("{}’ {} ‘{}", on.en, voice.say("en", "and"), on2.en);
            true
        }
        _ => false,
    };
    if joined {
        line.because.extend(&other.because);
        line.because.sort_unstable();
        line.because.dedup();
    }
    joined
}

fn words_below(line: &RecordLine) -> Vec<Option<&str>> {
    line.below.iter().map(|it| it.quote().and_then(|quote| quote.said.words())).collect()
}

/// What the step was weighed against: one row per reason, with everything that reason answers.
fn lighter(voice: &Voice<'_>, lines: &[RecordLine]) -> Vec<PageBlock> {
    let mut rows: Vec<(Vec<u64>, Vec<Vec<PageSpan>>)> = Vec::new();
    let mut rest = Vec::new();
    for line in lines {
        let Telling::Candidate { label, comparison, answer, falls } = &line.tells else {
            rest.push(voice.item(line));
            continue;
        };
        let mut what: Spans = match label {
            Some(label) => vec![text(capital(&voice.candidate(label)))],
            None => line
                .below
                .iter()
                .filter(|it| matches!(it.tells, Telling::Said { topic: Topic::Alternative, .. }))
                .filter_map(RecordLine::quote)
                .map(|quote| voice.quote(quote))
                .collect(),
        };
        if let Some(comparison) = comparison.as_ref().filter(|_| !voice.reader.is_family()) {
            what.push(text(format!(" ({})", voice.of(comparison))));
        }
        let mut said = vec![text(capital(voice.answer(*answer)))];
        if let Some(falls) = falls {
            said.push(text(voice.say(". Dit antwoord houdt geen stand: ", ". This answer does not stand: ")));
            said.push(text(voice.of(falls)));
        }
        let reason: Vec<u64> = line
            .below
            .iter()
            .filter(|it| matches!(it.tells, Telling::Said { topic: Topic::AnswerWhy, .. }))
            .flat_map(|it| it.because.clone())
            .collect();
        if let Some((_, row)) =
            rows.iter_mut().find(|(of, row)| *of == reason && !of.is_empty() && row.get(1) == Some(&said))
        {
            if let Some(first) = row.first_mut() {
                first.push(text("; "));
                first.extend(what);
            }
            continue;
        }
        let mut why: Spans = Vec::new();
        for below in &line.below {
            if matches!(below.tells, Telling::Said { topic: Topic::Alternative, .. }) {
                continue;
            }
            for item in flat(&voice.item(below)) {
                if !why.is_empty() {
                    why.push(text(" "));
                }
                why.extend(item);
            }
        }
        if why.is_empty() {
            why.push(text(voice.say("Geen reden in het dossier.", "No reason on record.")));
        }
        rows.push((reason, vec![what, said, why]));
    }
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(PageBlock::Table(PageTable {
            caption: voice
                .say(
                    "Wat ook is bekeken, en waarom dat wel of niet kan",
                    "What else was looked at, and why it will do or not",
                )
                .to_owned(),
            columns: vec![
                voice.say("Wat", "What").to_owned(),
                voice.say("Antwoord", "Answer").to_owned(),
                voice.say("Waarom", "Why").to_owned(),
            ],
            rows: rows.into_iter().map(|(_, row)| row).collect(),
        }));
    }
    if !rest.is_empty() {
        blocks.push(PageBlock::List(rest));
    }
    blocks
}

fn flat(item: &PageItem) -> Vec<Spans> {
    let mut all = vec![item.text.clone()];
    all.extend(item.below.iter().flat_map(flat));
    all
}

fn open(voice: &Voice<'_>, read: &Read, court: bool) -> PageSection {
    let title = if court {
        voice.say("Wat de rechter moet weten", "What the court has to know")
    } else {
        voice.say("Wat nog openstaat", "What is still open")
    };
    let mut findings = Vec::new();
    let mut contested = Vec::new();
    let mut unheard = Vec::new();
    for line in &read.record.open {
        match line.tells {
            Telling::Fact { .. } => contested.push(voice.item(line)),
            Telling::Perspective { .. } => unheard.push(voice.item(line)),
            _ => findings.push(voice.item(line)),
        }
    }
    let mut blocks = Vec::new();
    for (nl, en, none_nl, none_en, items) in [
        (
            "Punten die nog openstaan",
            "Open points",
            "De toetsen vinden geen open punt.",
            "The tests find no open point.",
            findings,
        ),
        (
            "Feiten waar iemand het niet mee eens is, of waar een bron tegen spreekt",
            "Facts that are contested, or that a source speaks against",
            "Zulke feiten staan niet in het dossier.",
            "No such facts are on record.",
            contested,
        ),
        (
            "Wie niet is gehoord",
            "Who was not heard",
            "Ieder die ertoe doet, is gehoord.",
            "Everyone who matters was heard.",
            unheard,
        ),
    ] {
        let mut heading = vec![strong(voice.say(nl, en)), text(". ")];
        if items.is_empty() {
            heading.push(text(voice.say(none_nl, none_en)));
            blocks.push(PageBlock::Paragraph(heading));
        } else {
            heading.truncate(1);
            blocks.push(PageBlock::Paragraph(heading));
            blocks.push(PageBlock::List(items));
        }
    }
    PageSection { id: "open".to_owned(), title: title.to_owned(), blocks }
}

/// Proof of what was left out, and why; never what it says.
fn withheld(voice: &Voice<'_>, read: &Read) -> Option<PageSection> {
    if read.withheld.is_empty() {
        return None;
    }
    let mut items: Vec<PageItem> = Vec::new();
    let mut people: Vec<_> = read.withheld.iter().map(|it| (&it.of, it.ground)).collect();
    people.sort_unstable();
    people.dedup();
    for (of, ground) in people {
        let count = read.withheld.iter().filter(|it| it.of == *of && it.ground == ground).count();
        let texts = if count == 1 { voice.say("tekst", "text") } else { voice.say("teksten", "texts") };
        let mut said = voice.fill("{who}: ", &[("who", vec![voice.person(of)])]);
        let ground = match ground {
            WithheldGround::PrivacyOfAnother => voice.say(
                "de privacy van een ander (artikel 7.3.10, Jeugdwet)",
                "the privacy of another (article 7.3.10, Jeugdwet)",
            ),
            WithheldGround::LetterToAChild => {
                voice.say("dit is een brief aan een kind", "this is a letter to a child")
            }
        };
        said.push(text(format!("{count} {texts}. {}: {ground}.", voice.say("De reden", "The reason"))));
        items.push(PageItem { text: said, below: Vec::new() });
    }
    Some(PageSection {
        id: "weggelaten".to_owned(),
        title: voice.say("Wat niet in dit stuk staat", "What is left out here").to_owned(),
        blocks: vec![
            PageBlock::Paragraph(vec![text(voice.say(
                "Deze woorden staan wel in het dossier. U leest ze hier niet.",
                "These words are in the file. They are not shown here.",
            ))]),
            PageBlock::List(items),
        ],
    })
}

pub(super) fn receipt(voice: &Voice<'_>, read: &Read) -> PageSection {
    let receipt = &read.record.receipt;
    let line = |label: &str, value: PageSpan| PageItem {
        text: vec![text(format!("{label}: ")), value],
        below: Vec::new(),
    };
    let code = |it: &str| PageSpan::Code(it.to_owned());
    let items = vec![
        line(voice.say("Dossier", "Dossier"), code(&receipt.dossier)),
        line(voice.say("Stap", "Step"), code(read.record.step.as_str())),
        line(voice.say("Aantal regels", "Entries"), text(receipt.entries.to_string())),
        line(voice.say("Controlegetal van het dossier", "Hash of the dossier"), code(&receipt.head)),
        line(voice.say("Wetspakket", "Law pack"), code(&receipt.pack)),
        line(voice.say("Controlegetal van het wetspakket", "Hash of the law pack"), code(&receipt.pack_hash)),
        line(voice.say("Versie van het programma", "Version of the library"), code(receipt.library)),
    ];
    PageSection {
        id: "herkomst".to_owned(),
        title: if matches!(voice.reader, Reader::Child(..)) {
            voice.say("Voor wie deze brief wil nagaan", "For who wants to check this letter")
        } else {
            voice.say("Waar dit stuk van is gemaakt", "Out of what this was made")
        }
        .to_owned(),
        blocks: vec![PageBlock::List(items)],
    }
}
