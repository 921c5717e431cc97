//! The HTML page can be read by everybody, as far as parsing can tell: structure, names, contrast.

#![allow(clippy::float_arithmetic, reason = "a contrast is a ratio of lights; no verdict is near")]

use std::collections::{BTreeMap, BTreeSet};

use afweging::{Language, Reader};
use roxmltree::{Document, Node, ParsingOptions};

use crate::{readers, records};

/// Every page as HTML, of every second record, in both languages.
fn pages() -> Vec<(String, Language, String)> {
    let mut pages = Vec::new();
    for (example, _, record) in records().into_iter().step_by(2) {
        for (name, reader) in readers(&record) {
            for language in [Language::Nl, Language::En] {
                let html = record.page(&reader, language).unwrap().to_html();
                pages.push((format!("{example} {} {name} {language:?}", record.step), language, html));
            }
        }
    }
    pages
}

fn parsed(name: &str, html: &str, check: impl Fn(&Document<'_>)) {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document =
        Document::parse_with_options(html, options).unwrap_or_else(|error| panic!("{name}: {error}"));
    check(&document);
}

fn tag<'a>(node: &Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

#[test]
fn structure_can_be_heard() {
    for (name, language, html) in pages() {
        parsed(&name, &html, |document| {
            let all: Vec<Node<'_, '_>> = document.descendants().filter(Node::is_element).collect();
            let of = |wanted: &str| all.iter().filter(|it| tag(it) == wanted).copied().collect::<Vec<_>>();
            let lang = if language == Language::Nl { "nl" } else { "en" };
            assert_eq!(document.root_element().attribute("lang"), Some(lang), "{name}");
            assert!(!of("title")[0].text().unwrap().is_empty(), "{name}");
            assert_eq!((of("main").len(), of("h1").len()), (1, 1), "{name}");
            // Headings: the first is an h1, none skips a level, none is empty, no two say the same.
            let headings: Vec<Node<'_, '_>> =
                all.iter().filter(|it| matches!(tag(it), "h1" | "h2" | "h3")).copied().collect();
            let levels: Vec<u8> = headings.iter().map(|it| tag(it).as_bytes()[1] - b'0').collect();
            assert_eq!(levels[0], 1, "{name}");
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {levels:?}");
            let texts: BTreeSet<&str> = headings.iter().map(|it| it.text().unwrap().trim()).collect();
            assert_eq!(texts.len(), headings.len(), "{name}: a heading is empty or stands twice");
            // What points somewhere points at something.
            let ids: Vec<&str> = all.iter().filter_map(|it| it.attribute("id")).collect();
            assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{name}: an id stands twice");
            for target in all.iter().filter_map(|it| it.attribute("aria-labelledby")) {
                assert!(ids.contains(&target), "{name}: {target}");
            }
            for link in of("a") {
                assert!(ids.contains(&link.attribute("href").unwrap().trim_start_matches('#')), "{name}");
            }
            for table in of("table") {
                let within =
                    |wanted: &str| table.descendants().filter(|it| tag(it) == wanted).collect::<Vec<_>>();
                assert_eq!(within("caption").len(), 1, "{name}");
                assert!(
                    within("th").iter().all(|it| matches!(it.attribute("scope"), Some("col" | "row"))),
                    "{name}"
                );
                // Shown as blocks on a narrow screen, it stays a table to who hears it, and each cell says its column.
                let columns: Vec<&str> = within("th")
                    .iter()
                    .filter(|it| it.attribute("scope") == Some("col"))
                    .map(|it| it.text().unwrap())
                    .collect();
                for cell in within("td") {
                    assert_eq!(cell.attribute("role"), Some("cell"), "{name}");
                    assert!(columns.contains(&cell.attribute("data-column").unwrap()), "{name}");
                }
                for row in within("tr") {
                    let cells = row.children().filter(|it| matches!(tag(it), "td" | "th")).count();
                    assert_eq!(cells, columns.len(), "{name}: a row has another length");
                }
            }
            for list in of("ul") {
                let mut items = list.children().filter(Node::is_element);
                assert!(items.clone().count() > 0 && items.all(|it| tag(&it) == "li"), "{name}: a list");
            }
            for paragraph in all.iter().filter(|it| matches!(tag(it), "p" | "li" | "td" | "th")) {
                let text: String = paragraph.descendants().filter_map(|it| it.text()).collect();
                assert!(!text.trim().is_empty(), "{name}: an empty {}", tag(paragraph));
            }
            // Nothing that needs a script, an image, a colour of its own or a page from elsewhere.
            for node in &all {
                assert!(
                    !matches!(tag(node), "script" | "img" | "link" | "iframe" | "object" | "font"),
                    "{name}"
                );
                for attribute in node.attributes() {
                    let own = [
                        "lang", "charset", "name", "content", "class", "href", "id", "role", "scope",
                        "tabindex",
                    ];
                    let is_named =
                        attribute.name().starts_with("aria-") || attribute.name().starts_with("data-");
                    assert!(is_named || own.contains(&attribute.name()), "{name}: {}", attribute.name());
                }
            }
        });
    }
}

/// Every set of colours in the style sheet: on the screen by light, in the dark, on paper.
fn colours(html: &str) -> Vec<BTreeMap<String, [f64; 3]>> {
    let style = html.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let sets = style.split(":root {").skip(1).map(|set| {
        let declared = set.split('}').next().unwrap();
        let pairs = declared.split(';').filter_map(|it| it.trim().split_once(": #"));
        pairs
            .map(|(name, hex)| {
                let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
                (name.trim_start_matches("--").to_owned(), [part(0), part(2), part(4)])
            })
            .collect()
    });
    sets.collect()
}

/// The contrast of two colours, as WCAG 2.2 reckons it.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let light = |colour: [f64; 3]| {
        let linear =
            colour.map(|it| if it <= 0.04045 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_text_stands_out_by_light_in_the_dark_and_on_paper() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 0.001);
    let (_, _, record) = records().remove(0);
    let html = record.page(&Reader::Court, Language::Nl).unwrap().to_html();
    let sets = colours(&html);
    assert_eq!(sets.len(), 3, "light, dark, paper");
    for set in sets {
        for ink in ["ink", "ink-soft", "ink-link"] {
            for paper in ["paper", "paper-panel"] {
                let found = contrast(set[ink], set[paper]);
                assert!(found >= 4.5, "{ink} on {paper}: {found:.2}");
            }
        }
    }
    // No colour comes from anywhere else.
    let style = html.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    for line in style.lines().filter(|it| !it.contains("--ink:") && it.contains('#')) {
        assert!(line.contains("border-color: #333333"), "{line}");
    }
    for needed in ["max-width: 34rem", "prefers-color-scheme: dark", "size: A4", "@media print"] {
        assert!(style.contains(needed), "{needed}");
    }
}
