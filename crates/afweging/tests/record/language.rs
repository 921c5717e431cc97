//! Our own wording, not what people said: no double denials, no promises, one language. Whether a family's page is plain is
//! looked at by the lint of the testkit, over generated dossiers too.

use std::collections::BTreeSet;

use afweging::{Language, PageSpan, Reader, RecordPage};

use crate::{pack, pieces, readers, records};

/// Our own sentences on a page: quotes are left out, people count as one word, what stands between brackets is a note.
fn sentences(page: &RecordPage) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for piece in pieces(page) {
        let mut text = String::new();
        for span in &piece {
            match span {
                PageSpan::Text(it) | PageSpan::Strong(it) => text.push_str(it),
                PageSpan::Person { .. } => text.push_str("iemand"),
                // Somebody's words end our sentence.
                PageSpan::Quote { .. } => text.push_str(" . "),
                PageSpan::Erased { .. } | PageSpan::Withheld { .. } => text.push_str(" . "),
                PageSpan::Entries(_) | PageSpan::Code(_) => {}
            }
        }
        for said in without_brackets(&text).split(['.', '!', '?', ':', ';']) {
            // A list of people is one thing to read.
            let mut said = bodies().iter().fold(said.to_owned(), |said, body| said.replace(body, "iemand"));
            said = said.replace(" en iemand", ", iemand").replace(" of iemand", ", iemand");
            while said.contains("iemand, iemand") {
                said = said.replace("iemand, iemand", "iemand");
            }
            let said = said.trim();
            if !said.is_empty() {
                found.insert(said.to_owned());
            }
        }
    }
    found
}

/// What the bodies and positions of the authority map are called on a page for a family.
fn bodies() -> Vec<String> {
    let mut found: Vec<String> = afweging::Actor::ALL.iter().map(|it| it.label().nl).collect();
    found.extend(
        ["een kind tot 12 jaar", "een kind van 12 tot en met 15 jaar", "een kind van 16 of 17 jaar"]
            .map(str::to_owned),
    );
    found.sort_by_key(|it| std::cmp::Reverse(it.len()));
    found
}

fn without_brackets(text: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for letter in text.chars() {
        match letter {
            '[' | '„' | '“' | '‘' => depth += 1,
            ']' | '”' => depth -= 1,
            // The name of a condition; elsewhere it is an apostrophe.
            '’' if depth > 0 => depth -= 1,
            _ if depth == 0 => out.push(letter),
            _ => {}
        }
    }
    out
}

/// Words of the law stand in the pack, not here: its names and questions are left out.
fn of_the_pack(language: Language) -> Vec<String> {
    let mut found = Vec::new();
    for day in pack().changes() {
        for measure in pack().measures(day) {
            found.push(&measure.labels);
            found.extend(measure.placements.iter().map(|it| &it.labels));
            found.extend(measure.adjacent.iter().map(|it| &it.labels));
        }
    }
    found.extend(pack().grounds().flat_map(|it| [&it.labels, &it.text]));
    let mut found: Vec<String> = found
        .into_iter()
        .map(|it| if language == Language::Nl { it.nl.clone() } else { it.en.clone() })
        .chain(pack().grounds().map(|it| it.text.nl.trim_end_matches('?').to_owned()))
        .collect();
    found.retain(|it| it.chars().count() > 7);
    found.sort_by_key(|it| std::cmp::Reverse(it.len()));
    found.dedup();
    found
}

/// Every sentence of ours for a kind of reader, free of the pack's words, over all examples.
fn ours(language: Language, is: impl Fn(&Reader) -> bool) -> BTreeSet<String> {
    let law = of_the_pack(language);
    let mut found = BTreeSet::new();
    for (_, _, record) in records() {
        for (_, reader) in readers(&record).into_iter().filter(|(_, reader)| is(reader)) {
            found.extend(sentences(&record.page(&reader, language).unwrap()));
        }
        if is(&Reader::Child(record.about.clone(), afweging::AgeBand::Under8)) {
            for (_, reader) in readers(&record) {
                let Reader::Child(child, _) = reader else { continue };
                for band in afweging::AgeBand::ALL {
                    let page = record.page(&Reader::Child(child.clone(), band), language).unwrap();
                    found.extend(sentences(&page));
                }
            }
        }
    }
    found
        .into_iter()
        .map(|said| {
            let said = said.replace("Veilig Thuis", "Organisatie");
            law.iter().fold(said, |said, name| {
                let capital: String =
                    name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect();
                said.replace(name.as_str(), "dit").replace(&capital, "Dit")
            })
        })
        .collect()
}

fn is_parents(reader: &Reader) -> bool {
    matches!(reader, Reader::Parents(_))
}

fn is_child(reader: &Reader) -> bool {
    matches!(reader, Reader::Child(..))
}

#[test]
fn no_sentence_denies_twice_or_chains_passives() {
    const DENY: &[&str] = &["niet", "geen", "nooit", "niemand", "niets", "zonder"];
    const PASSIVE: &[&str] = &["wordt", "worden", "werd", "werden"];
    for (is, is_family) in
        [(is_parents as fn(&Reader) -> bool, true), (is_child, true), (|_: &Reader| true, false)]
    {
        for said in ours(Language::Nl, is) {
            let words: Vec<String> =
                said.split(|it: char| !it.is_alphanumeric() && it != '-').map(str::to_lowercase).collect();
            let count = |of: &[&str]| words.iter().filter(|word| of.contains(&word.as_str())).count();
            assert!(count(PASSIVE) < 2, "passive: {said}");
            if is_family {
                // A rule of the method, and both denials are meant.
                let is_meant = said == "hulp die niet gegeven is, heeft niet gefaald";
                assert!(is_meant || count(DENY) < 2, "denied twice: {said}");
            }
        }
    }
}

#[test]
fn nothing_is_called_safe_and_nothing_may_be_so() {
    const NL: &[&str] = &[
        "veilig",
        "mogelijk",
        "misschien",
        "wellicht",
        "waarschijnlijk",
        "vermoedelijk",
        "risico",
        "aanbevolen",
    ];
    const EN: &[&str] = &["safe", "possibl", "maybe", "perhaps", "probabl", "likely", "risk", "recommend"];
    for (language, banned) in [(Language::Nl, NL), (Language::En, EN)] {
        for said in ours(language, |_| true) {
            let own = said.replace("Veilig Thuis", "").to_lowercase();
            for word in banned {
                assert!(!own.contains(word), "`{word}` in: {said}");
            }
        }
    }
}

#[test]
fn every_page_is_in_one_language() {
    for (_, _, record) in records() {
        for (name, reader) in readers(&record) {
            let dutch = sentences(&record.page(&reader, Language::Nl).unwrap());
            let english = sentences(&record.page(&reader, Language::En).unwrap());
            // The names of Dutch laws are not translated.
            for said in english.into_iter().filter(|it| !it.contains("article ")) {
                for word in [" het ", " een ", " niet ", " van ", " voor "] {
                    assert!(!format!(" {said} ").contains(word), "{name}: {said}");
                }
            }
            for said in dutch {
                for word in [" the ", " and ", " not ", " of ‘", " with "] {
                    assert!(!format!(" {said} ").contains(word), "{name}: {said}");
                }
            }
        }
    }
}
