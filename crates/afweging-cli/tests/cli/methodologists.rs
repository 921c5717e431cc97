//! The pages for methodologists are whole: every property has its place in both languages, what they name is there, and
//! what they quote is what the command line says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::{afweging, path};

/// The language of a page, and what it says of a property that has no test yet.
const PAGES: [(&str, &str); 2] = [("nl", "Nog geen test"), ("en", "No test yet")];

/// The properties of the model.
const PROPERTIES: std::ops::RangeInclusive<u32> = 1..=24;

fn read(within: &str) -> String {
    let file = path("../..").join(within);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// A part of a page with its heading, by the number of its property.
fn parts(language: &str) -> BTreeMap<u32, String> {
    let page = read(&format!("docs/src/methodologists/properties.{language}.md"));
    let numbered = page.split("\n## P").skip(1).map(|part| {
        let number = part.split('.').next().unwrap().parse().unwrap_or_else(|_| panic!("{part}"));
        (number, part.to_owned())
    });
    let parts: Vec<_> = numbered.collect();
    let found: Vec<u32> = parts.iter().map(|(number, _)| *number).collect();
    assert_eq!(found, PROPERTIES.collect::<Vec<_>>(), "the properties of {language}, each once and in order");
    parts.into_iter().collect()
}

/// The tests that a part names, outside its quotes of the command line.
fn tests(part: &str) -> BTreeSet<String> {
    let prose: String = part.split("```").step_by(2).collect();
    let quoted = prose.split('`').skip(1).step_by(2);
    let is_name = |it: &&str| {
        it.strip_prefix('p').is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))
            && it.contains('_')
    };
    quoted.filter(is_name).map(str::to_owned).collect()
}

/// The commands that a part quotes, each with the lines that it says they give.
fn quotes(part: &str) -> Vec<(String, Vec<String>)> {
    let blocks = part.split("```console\n").skip(1).map(|rest| rest.split("\n```").next().unwrap());
    let command = |block: &str| {
        let mut lines = block.lines();
        let asked = lines.next().and_then(|line| line.strip_prefix("$ afweging "));
        let asked = asked.unwrap_or_else(|| panic!("no command of ours: {block}")).to_owned();
        (asked, lines.map(str::to_owned).collect())
    };
    blocks.map(command).collect()
}

/// Every property test that the sources hold.
fn sources() -> BTreeSet<String> {
    fn collect(folder: &std::path::Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let names = text.lines().filter_map(|line| line.trim().strip_prefix("fn p"));
                found.extend(names.map(|name| format!("p{}", name.split('(').next().unwrap())));
            }
        }
    }
    let mut found = BTreeSet::new();
    collect(&path("../afweging-testkit/tests"), &mut found);
    collect(&path("../afweging/tests"), &mut found);
    found
}

#[test]
fn every_property_names_a_test_that_there_is_and_both_pages_the_same() {
    let sources = sources();
    let book = read("docs/src/properties.md");
    let (dutch, english) = (parts("nl"), parts("en"));
    for number in PROPERTIES {
        assert!(book.contains(&format!("| P{number} |")), "P{number} is not in the table of properties");
        let named = tests(&dutch[&number]);
        assert_eq!(named, tests(&english[&number]), "P{number} names other tests in the other language");
        let prefix = format!("p{number}_");
        for name in &named {
            assert!(name.starts_with(&prefix), "`{name}` stands at P{number}");
            assert!(sources.contains(name), "there is no test `{name}`");
        }
        let of_this = sources.iter().any(|name| name.starts_with(&prefix));
        assert_eq!(named.is_empty(), !of_this, "P{number}: a test that there is, is named");
        for ((language, none), part) in PAGES.iter().zip([&dutch[&number], &english[&number]]) {
            assert_eq!(part.contains(none), named.is_empty(), "P{number} in {language}");
            assert_eq!(quotes(part).is_empty(), named.is_empty(), "P{number} in {language}: a way to try it");
        }
        let commands = |part: &str| -> Vec<String> {
            quotes(part).into_iter().map(|(asked, _)| asked.replace(" --lang en", "")).collect()
        };
        assert_eq!(commands(&dutch[&number]), commands(&english[&number]), "P{number}");
    }
}

/// Lines may be wrapped otherwise: words count.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the command line says to a question that names files of the project, in words.
fn said_to(asked: &str) -> String {
    let root = path("../..").display().to_string();
    let whole = |it: &str| if it.contains('/') { format!("{root}/{it}") } else { it.to_owned() };
    let arguments: Vec<String> = asked.split(' ').map(whole).collect();
    let ran = afweging(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    words(&format!("{}{}", ran.out, ran.err).replace(&format!("{root}/"), ""))
}

#[test]
fn what_the_pages_quote_is_what_the_command_line_says() {
    // Both pages, and more than one property, may ask the same.
    let mut answers: BTreeMap<String, String> = BTreeMap::new();
    for (language, _) in PAGES {
        for (number, part) in parts(language) {
            for (asked, lines) in quotes(&part) {
                let said = answers.entry(asked.clone()).or_insert_with(|| said_to(&asked));
                assert!(!said.contains("Usage:"), "P{number}: `{asked}`: {said}");
                let mut rest = said.as_str();
                let quote = lines.join("\n");
                let pieces: Vec<String> =
                    quote.split('…').map(words).filter(|piece| !piece.is_empty()).collect();
                assert!(!pieces.is_empty(), "P{number} quotes nothing of `{asked}`");
                for piece in pieces {
                    let at = rest.find(&piece);
                    let at =
                        at.unwrap_or_else(|| panic!("P{number}: `{asked}` does not say, in order: {piece}"));
                    rest = &rest[at + piece.len()..];
                }
            }
        }
    }
}

#[test]
fn the_first_property_of_the_book_is_one_of_the_tests() {
    let page = read("docs/src/methodologists/first-property.md");
    let code = page.split("```rust\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(code, read("crates/afweging-testkit/tests/properties/first_property.rs"));
    assert!(code.lines().count() <= 15, "{} lines", code.lines().count());
}
