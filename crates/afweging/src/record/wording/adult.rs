//! The document for adults: fourteen parts in their order. A court gets first what is open.

use super::views;
use super::voice::{Spans, Voice, capital, strong, text};
use crate::id::PersonId;
use crate::law::Citation;
use crate::record::filter::Read;
use crate::record::page::{PageBlock, PageItem, PageSection, PageSpan};
use crate::record::plain;
use crate::record::quote::{Quoted, WithheldGround, WithheldOf};
use crate::record::reader::Reader;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::Part;

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
        sections.push(open(voice, read, court));
    }
    sections.extend(parts(voice, read));
    let title = format!(
        "{}: {}",
        match voice.reader {
            Reader::Court => voice.say("Motivering voor de rechter", "Decision record for the court"),
            Reader::Parents(_) if read.record.decision().is_none() => {
                voice.say("Wat is voorgesteld en waarom", "What is proposed and why")
            }
            Reader::Parents(_) => voice.say("Wat is besloten en waarom", "What is decided and why"),
            Reader::Professional | Reader::Child(..) => voice.say("Motivering", "Decision record"),
        },
        voice.measure()
    );
    let ending = withheld(voice, read).into_iter().chain([receipt(voice, read)]);
    let ending: Vec<PageSection> = ending.collect();
    if voice.reader.is_family() {
        let who_is_who = voice.who_is_who(&sections);
        let words = voice.hard_words(&title, &[sections.as_slice(), ending.as_slice()].concat());
        sections.extend(who_is_who.into_iter().chain(words));
    }
    sections.extend(ending);
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
            blocks.extend(match part.part {
                Part::Lighter => super::lighter::lighter(voice, &part.lines),
                Part::ForAndAgainst => listed(voice, views::for_and_against(voice, &part.lines)),
                Part::Dissent => listed(voice, views::dissent(voice, &part.lines)),
                Part::Authority => listed(voice, voice.powers(&part.lines)),
                _ => listed(voice, grouped(voice, &part.lines)),
            });
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
            if part.part == Part::Worries && voice.reader.is_family() {
                blocks.extend(questions_of_the_law(voice, &part.lines).map(PageBlock::Paragraph));
            }
            if part.part == Part::Watch && voice.reader.is_family() {
                blocks.extend(voice.whom_to_call());
            }
            PageSection {
                id: format!("deel-{number}"),
                title: format!("{number}. {}", title(voice, part.part)),
                blocks,
            }
        })
        .collect()
}

/// Where the questions about the grounds stand in the law, once.
fn questions_of_the_law(voice: &Voice<'_>, lines: &[RecordLine]) -> Option<Spans> {
    let mut cites: Vec<Citation> = Vec::new();
    for line in lines {
        if let Telling::Ground { cite, .. } = &line.tells
            && !cites.contains(cite)
        {
            cites.push(cite.clone());
        }
    }
    let lead = voice.say("De wet stelt deze vragen. ", "The law puts these questions. ");
    (!cites.is_empty()).then(|| vec![text(format!("{lead}{}", voice.law(&cites)))])
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
        Part::Watch if parents => {
            voice.say("Wie u nu kunt bellen, en wie er oplet", "Whom you can call now, and who keeps watch")
        }
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
        Part::Worries => voice.say(
            "Wat ernstig genoeg is, staat in geen regel. Mensen moeten dat zelf beoordelen.",
            "No rule says what is serious enough. People have to judge that themselves.",
        ),
        Part::Errors => voice.say(
            "Helemaal zeker weten kan niemand dit. Iets doen kan schade geven, en iets laten ook.",
            "Nobody can be fully certain. Acting can do harm, and so can not acting.",
        ),
        _ => return None,
    })
}

/// Whether this reader may read the words of a statement. One that they may not read is left out, and is on the list.
pub(super) fn is_readable(line: &RecordLine) -> bool {
    !line.quote().is_some_and(|quote| matches!(quote.said, Quoted::Withheld(_)))
}

/// A list; where this reader may read none of it, that is said: an empty part would say that there is nothing.
fn listed(voice: &Voice<'_>, items: Vec<PageItem>) -> Vec<PageBlock> {
    if items.is_empty() {
        return vec![PageBlock::Paragraph(vec![text(voice.say(
            "Het dossier zegt hier wel iets over, maar niet voor u. Onderaan staat waarom.",
            "The file says something on this that is not for you. Below it is said why.",
        ))])];
    }
    vec![PageBlock::List(items)]
}

/// The lines that this reader may read, each as an item.
pub(super) fn grouped(voice: &Voice<'_>, lines: &[RecordLine]) -> Vec<PageItem> {
    lines.iter().filter(|line| is_readable(line)).map(|line| voice.item(line)).collect()
}

fn open(voice: &Voice<'_>, read: &Read, court: bool) -> PageSection {
    let title = if court {
        voice.say("Wat de rechter moet weten", "What the court has to know")
    } else {
        voice.say("Wat nog openstaat", "What is still open")
    };
    let mut findings: Vec<&RecordLine> = Vec::new();
    let mut contested = Vec::new();
    let mut unheard = Vec::new();
    let mut taken_back = Vec::new();
    for line in &read.record.open {
        match line.tells {
            Telling::Fact { .. } => contested.push(voice.item(line)),
            Telling::Perspective { .. } => unheard.push(voice.item(line)),
            Telling::TakenBack { .. } => taken_back.push(voice.item(line)),
            _ => findings.push(line),
        }
    }
    let findings = findings_by_code(voice, &findings);
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
            "Wat is teruggenomen",
            "What was taken back",
            "Geen reden is teruggenomen.",
            "None of the reasons was taken back.",
            taken_back,
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

/// Findings of one code with the same answerers stand together: the question once, what it is about below it.
fn findings_by_code(voice: &Voice<'_>, lines: &[&RecordLine]) -> Vec<PageItem> {
    let key = |line: &RecordLine| match &line.tells {
        Telling::Open { code, failed, who_may_answer, .. } => Some((*code, *failed, who_may_answer.clone())),
        _ => None,
    };
    let mut groups: Vec<Vec<&RecordLine>> = Vec::new();
    for line in lines.iter().copied() {
        let same = |group: &&mut Vec<&RecordLine>| {
            key(line).is_some() && group.first().is_some_and(|first| key(first) == key(line))
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(line),
            None => groups.push(vec![line]),
        }
    }
    groups.iter().map(|group| voice.open_together(group)).collect()
}

/// Proof of what was left out, and why; never what it says.
fn withheld(voice: &Voice<'_>, read: &Read) -> Option<PageSection> {
    if read.withheld.is_empty() {
        return None;
    }
    let mut items: Vec<PageItem> = Vec::new();
    for ground in
        [WithheldGround::PrivacyOfAnother, WithheldGround::ShelterOfASource, WithheldGround::LetterToAChild]
    {
        let kept: Vec<&WithheldOf> =
            read.withheld.iter().filter(|it| it.ground == ground).map(|it| &it.of).collect();
        if kept.is_empty() {
            continue;
        }
        let why = match ground {
            WithheldGround::PrivacyOfAnother => voice.say(
                "De reden is de privacy van een ander. Dat staat in artikel 7.3.10 van de Jeugdwet.",
                "The reason is the privacy of another. That stands in article 7.3.10, Jeugdwet.",
            ),
            WithheldGround::ShelterOfASource => voice.say(
                "De reden is de privacy van wie iets vertelde. Ook dat staat in artikel 7.3.10 van de Jeugdwet.",
                "The reason is the privacy of who told something. That too stands in article 7.3.10, Jeugdwet.",
            ),
            WithheldGround::LetterToAChild => voice
                .say("De reden: dit is een brief aan een kind.", "The reason: this is a letter to a child."),
        };
        let mut below: Vec<PageItem> = Vec::new();
        // How many of them there are could say who they are.
        if kept.contains(&&WithheldOf::NotTold) {
            below.push(PageItem {
                text: vec![text(voice.say(
                    "Wie van het gezin of het netwerk iets vertelde. Soms ook: dat iemand iets vertelde.",
                    "Who of the family or its circle told something. Sometimes also that somebody did.",
                ))],
                below: Vec::new(),
            });
        }
        let mut people: Vec<&PersonId> = kept.iter().filter_map(|of| person_of(of)).collect();
        people.sort_unstable();
        people.dedup();
        below.extend(people.into_iter().map(|of| {
            let count = kept.iter().filter(|it| person_of(it) == Some(of)).count();
            let texts = if count == 1 { voice.say("tekst", "text") } else { voice.say("teksten", "texts") };
            PageItem {
                text: voice.fill(
                    voice.say("Woorden van {who}: {count} {texts}.", "Words of {who}: {count} {texts}."),
                    &[
                        ("who", vec![voice.person(of)]),
                        ("count", vec![text(count.to_string())]),
                        ("texts", vec![text(texts)]),
                    ],
                ),
                below: Vec::new(),
            }
        }));
        items.push(PageItem { text: vec![text(why)], below });
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

fn person_of(of: &WithheldOf) -> Option<&PersonId> {
    match of {
        WithheldOf::Person(person) => Some(person),
        WithheldOf::NotTold => None,
    }
}

fn receipt(voice: &Voice<'_>, read: &Read) -> PageSection {
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
        title: voice.say("Waar dit stuk van is gemaakt", "Out of what this was made").to_owned(),
        blocks: vec![PageBlock::List(items)],
    }
}
