//! Uncertainty 2: what is established, and what is not? In four fixed wordings, and no others.

use afweging::{FactStand, FindingMade, Found, StatementEvent, Sureness};

use super::{Block, Inline, Item, Section, Subject};
use crate::words::capital;

/// The name of a part for links to it.
fn id(certain: Sureness) -> &'static str {
    match certain {
        Sureness::Established => "staat-vast",
        Sureness::Plausible => "lijkt-zo",
        Sureness::Contradicted => "wordt-tegengesproken",
        Sureness::Unknown => "weten-we-niet",
    }
}

pub(super) fn section(subject: &Subject<'_>) -> Section {
    let words = subject.words;
    let mut section = Section::new("feiten", words.say("Onzekerheid 2: feiten", "Uncertainty 2: facts"));
    section.say(words.say(
        "Wat staat vast, en wat niet? Vaker vertellen maakt iets niet zekerder; alleen onafhankelijke bronnen tellen.",
        "What is established, and what is not? Telling it more often makes nothing surer; only independent sources count.",
    ));
    let facts = &subject.assessment.uncertainties.facts;
    if facts.is_empty() {
        section.say(words.say("Er is geen bewering vastgelegd.", "No statement is on record."));
    }
    for certain in Sureness::ALL {
        let items: Vec<Item> = facts
            .iter()
            .filter(|fact| Sureness::of(fact) == certain)
            .map(|fact| item(subject, fact, certain))
            .collect();
        if items.is_empty() {
            continue;
        }
        let mut part = Section::new(id(certain), capital(&words.of(&certain.label())));
        part.blocks.push(Block::List(items));
        section.sections.push(part);
    }
    section
}

fn item(subject: &Subject<'_>, fact: &FactStand, certain: Sureness) -> Item {
    let words = subject.words;
    let text = if fact.text.is_empty() {
        Inline::from(words.say("(tekst gewist)", "(text erased)"))
    } else {
        Inline::default().quote(&fact.text)
    };
    let mut below = vec![Block::Paragraph(why(subject, fact, certain))];
    below.push(Block::Paragraph(sources(subject, fact)));
    Item { text: text.text(format!(" ({})", fact.statement)), below }
}

/// Why it stands where it stands: what people found, or that nobody did.
fn why(subject: &Subject<'_>, fact: &FactStand, certain: Sureness) -> Inline {
    let words = subject.words;
    let found = last_finding(subject, fact);
    let mut line = Inline::default();
    let word = capital(&words.of(&certain.label()));
    line = line.text(match certain {
        Sureness::Plausible => word.trim_end_matches('…').to_owned(),
        Sureness::Established | Sureness::Contradicted | Sureness::Unknown => word,
    });
    let reason = if fact.withdrawn {
        Some(words.say("het is ingetrokken", "it was taken back"))
    } else if fact.reopened {
        Some(words.say(
            "na de bevinding kwam er een bron bij of viel er een weg; er is nog geen nieuwe bevinding",
            "a source came in or fell away after the finding; there is no new finding yet",
        ))
    } else {
        match (fact.found, certain) {
            (None, _) => {
                Some(words.say("niemand heeft hier iets van gevonden", "nobody made a finding on it"))
            }
            (Some(Found::Unresolvable), _) => Some(words.say(
                "het is niet op te helderen; het blijft een zorg en draagt alleen geen grond",
                "it cannot be found out; it stays a concern and carries no ground alone",
            )),
            (Some(Found::NotEstablished), _) => {
                Some(words.say("niet vastgesteld bevonden", "found not established"))
            }
            (Some(Found::Refuted), _) => Some(words.say("weerlegd bevonden", "found refuted")),
            (Some(Found::Established), Sureness::Plausible) => Some(words.say(
                "mensen vinden dat het vaststaat, maar de bronnen dragen dat nog niet",
                "people find it established, but the sources do not carry that yet",
            )),
            (Some(Found::Established | Found::Plausible), Sureness::Contradicted) => Some(words.say(
                "mensen vinden het aannemelijk, maar alle bronnen spreken ertegen",
                "people find it plausible, but all sources speak against it",
            )),
            (Some(Found::Established | Found::Plausible), _) => None,
        }
    };
    if let Some(reason) = reason {
        let between = if certain == Sureness::Plausible { "" } else { ": " };
        line = line.text(format!("{between}{reason}"));
    }
    if let Some((by, finding)) = found.filter(|_| !fact.withdrawn && !fact.reopened) {
        let between = match (reason, certain) {
            (None, Sureness::Plausible) => "",
            (None, _) => words.say(", want ", ", because "),
            (Some(_), _) => "; ",
        };
        let who = words.say(" zegt: ", " says: ");
        line = line.text(format!("{between}{by}{who}")).quote(finding.why.text().unwrap_or("…"));
    }
    line.end()
}

/// Who made the finding that stands, and what they found.
fn last_finding(subject: &Subject<'_>, fact: &FactStand) -> Option<(String, FindingMade)> {
    let record = subject.dossier.statements().get(&fact.statement)?;
    record
        .history
        .until(subject.assessment.receipt.at)
        .filter_map(|dated| match &dated.transition {
            StatementEvent::Find { by, finding } => Some((subject.person(by), finding.clone())),
            StatementEvent::Withdraw(_) => None,
        })
        .last()
}

fn sources(subject: &Subject<'_>, fact: &FactStand) -> Inline {
    let words = subject.words;
    let sources = |number: usize| {
        if number == 0 {
            return words.say("geen onafhankelijke bron", "no independent source").to_owned();
        }
        words.count(
            number,
            ("onafhankelijke bron", "independent source"),
            ("onafhankelijke bronnen", "independent sources"),
        )
    };
    let mut parts = vec![format!("{} {}", sources(fact.roots_for), words.say("ervoor", "for it"))];
    if fact.roots_against > 0 {
        parts.push(format!("{} {}", sources(fact.roots_against), words.say("ertegen", "against it")));
    }
    if fact.untraced > 0 {
        parts.push(words.count(
            fact.untraced,
            ("verhaal zonder bekende bron", "tale without a known source"),
            ("verhalen zonder bekende bron", "tales without a known source"),
        ));
    }
    parts.push(format!(
        "{} {}",
        words.count(fact.mentions, ("keer", "time"), ("keer", "times")),
        words.say("verteld", "told")
    ));
    let mut line = Inline::from(parts.join(", "));
    if !fact.contested_by.is_empty() {
        line = line
            .text("; ")
            .strong(words.say("wordt tegengesproken door ", "is contradicted by "))
            .text(subject.people(&fact.contested_by));
    }
    line.text("; ").entries(words, &fact.because).text(".")
}
