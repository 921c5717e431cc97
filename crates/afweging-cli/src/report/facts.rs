//! Uncertainty 2: what is established, and what is not? In four fixed wordings, and no others.

use afweging::{Belnap, FactStand, FindingMade, Found, StatementEvent};

use super::{Block, Inline, Item, Section, Subject};
use crate::words::Words;

/// How sure people are of a statement, in the order in which the page shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Certain {
    Established,
    Plausible,
    Contradicted,
    Unknown,
}

impl Certain {
    const ALL: [Certain; 4] =
        [Certain::Established, Certain::Plausible, Certain::Contradicted, Certain::Unknown];

    /// What people found decides, as far as the evidence carries it. Where nobody found anything, nothing is said to be
    /// likely: that takes people.
    fn of(fact: &FactStand) -> Self {
        if fact.withdrawn || fact.reopened {
            return Certain::unfound(fact);
        }
        match fact.found {
            Some(Found::Established) if fact.level == Some(afweging::EvidenceLevel::Established) => {
                Certain::Established
            }
            Some(Found::Established | Found::Plausible) if fact.support == Belnap::Against => {
                Certain::Contradicted
            }
            Some(Found::Established | Found::Plausible) => Certain::Plausible,
            Some(Found::Refuted) => Certain::Contradicted,
            Some(Found::NotEstablished | Found::Unresolvable) => Certain::Unknown,
            None => Certain::unfound(fact),
        }
    }

    fn unfound(fact: &FactStand) -> Self {
        match fact.support {
            Belnap::Both | Belnap::Against if !fact.withdrawn => Certain::Contradicted,
            _ => Certain::Unknown,
        }
    }

    fn id(self) -> &'static str {
        match self {
            Certain::Established => "staat-vast",
            Certain::Plausible => "lijkt-zo",
            Certain::Contradicted => "wordt-tegengesproken",
            Certain::Unknown => "weten-we-niet",
        }
    }

    fn title(self, words: Words) -> &'static str {
        match self {
            Certain::Established => words.say("Staat vast", "Established"),
            Certain::Plausible => words.say("Lijkt zo, want …", "Seems so, because …"),
            Certain::Contradicted => words.say("Wordt tegengesproken", "Is contradicted"),
            Certain::Unknown => words.say("Weten we niet", "We do not know"),
        }
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
    for certain in Certain::ALL {
        let items: Vec<Item> = facts
            .iter()
            .filter(|fact| Certain::of(fact) == certain)
            .map(|fact| item(subject, fact, certain))
            .collect();
        if items.is_empty() {
            continue;
        }
        let mut part = Section::new(certain.id(), certain.title(words));
        part.blocks.push(Block::List(items));
        section.sections.push(part);
    }
    section
}

fn item(subject: &Subject<'_>, fact: &FactStand, certain: Certain) -> Item {
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
fn why(subject: &Subject<'_>, fact: &FactStand, certain: Certain) -> Inline {
    let words = subject.words;
    let found = last_finding(subject, fact);
    let mut line = Inline::default();
    line = match certain {
        Certain::Established => line.text(words.say("Staat vast", "Established")),
        Certain::Plausible => line.text(words.say("Lijkt zo, want ", "Seems so, because ")),
        Certain::Contradicted => line.text(words.say("Wordt tegengesproken", "Is contradicted")),
        Certain::Unknown => line.text(words.say("Weten we niet", "We do not know")),
    };
    let reason = if fact.withdrawn {
        Some(words.say("het is ingetrokken", "it was taken back"))
    } else if fact.reopened {
        Some(words.say(
            "na de bevinding kwam er een bron bij; er is nog geen nieuwe bevinding",
            "a source came in after the finding; there is no new finding yet",
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
            (Some(Found::Established), Certain::Plausible) => Some(words.say(
                "mensen vinden dat het vaststaat, maar de bronnen dragen dat nog niet",
                "people find it established, but the sources do not carry that yet",
            )),
            (Some(Found::Established | Found::Plausible), Certain::Contradicted) => Some(words.say(
                "mensen vinden het aannemelijk, maar alle bronnen spreken ertegen",
                "people find it plausible, but all sources speak against it",
            )),
            (Some(Found::Established | Found::Plausible), _) => None,
        }
    };
    if let Some(reason) = reason {
        let between = if certain == Certain::Plausible { "" } else { ": " };
        line = line.text(format!("{between}{reason}"));
    }
    if let Some((by, finding)) = found.filter(|_| !fact.withdrawn && !fact.reopened) {
        let between = match (reason, certain) {
            (None, Certain::Plausible) => "",
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
