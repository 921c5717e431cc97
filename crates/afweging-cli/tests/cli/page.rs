//! The page: well formed, its headings in order, its tables told, nothing run and nothing loaded.

use std::collections::BTreeSet;

use crate::{afweging, afweging_with, examples, small};

/// A tag of a page.
#[derive(Debug)]
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
    closes: bool,
}

impl Tag {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }
}

const VOID: [&str; 2] = ["meta", "!DOCTYPE"];

/// Reads the tags of a page as strictly as XML: every value quoted, every tag closed, in order.
fn tags(page: &str) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        assert!(!before.contains('>') || open.last().is_some_and(|it| it == "style"), "a bare `>`: {before}");
        let (inside, after) = after.split_once('>').expect("a tag ends");
        assert!(!inside.contains('<'), "a tag within a tag: {inside}");
        rest = after;
        if let Some(name) = inside.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "closes another");
            continue;
        }
        let (inside, closes) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
        let (name, mut attributes) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut tag = Tag { name: name.to_owned(), attributes: Vec::new(), closes };
        while name != "!DOCTYPE" && !attributes.trim().is_empty() {
            let (key, value) = attributes.split_once("=\"").expect("a quoted value");
            let (value, more) = value.split_once('"').expect("a quoted value");
            tag.attributes.push((key.trim().to_owned(), value.to_owned()));
            attributes = more;
        }
        if !tag.closes && !VOID.contains(&name) {
            open.push(name.to_owned());
        }
        tags.push(tag);
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    tags
}

fn pages() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for file in examples().into_iter().chain([small()]) {
        for language in ["nl", "en"] {
            let ran = afweging(&["assess", &file, "--format", "html", "--lang", language]);
            assert_eq!(ran.code, 0);
            pages.push((language.to_owned(), ran.out));
        }
    }
    let empty = r#"{"format": "afweging/dossier/1", "id": "leeg", "entries": []}"#;
    let ran = afweging_with(&["assess", "-", "--at", "2025-01-01", "--format", "html"], empty, &[]);
    pages.push(("nl".to_owned(), ran.out));
    pages
}

#[test]
fn the_page_is_well_formed_and_says_its_language() {
    for (language, page) in pages() {
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\""));
        let tags = tags(&page);
        let html = tags.iter().find(|tag| tag.name == "html").unwrap();
        assert_eq!(html.attribute("lang"), Some(language.as_str()));
        let head = page.split_once("</head>").unwrap().0;
        assert_eq!(head.matches("<title>").count(), 1);
        for once in ["main", "header", "nav", "h1"] {
            assert_eq!(tags.iter().filter(|tag| tag.name == once).count(), 1, "{once}");
        }
    }
}

#[test]
fn headings_go_down_without_gaps() {
    for (_, page) in pages() {
        let mut before = 0;
        for tag in tags(&page) {
            let Some(level) = tag.name.strip_prefix('h').and_then(|level| level.parse::<u32>().ok()) else {
                continue;
            };
            assert!(level <= before + 1, "h{level} after h{before}");
            before = level;
        }
        assert!(before > 0);
    }
}

#[test]
fn every_table_has_a_caption_and_every_heading_a_scope() {
    for (_, page) in pages() {
        let tags = tags(&page);
        for (place, tag) in tags.iter().enumerate() {
            match tag.name.as_str() {
                "table" => assert_eq!(tags[place + 1].name, "caption"),
                "th" => assert!(["col", "row"].contains(&tag.attribute("scope").unwrap())),
                _ => {}
            }
        }
        assert_eq!(page.matches("<table>").count(), page.matches("<caption>").count());
    }
}

#[test]
fn nothing_runs_and_nothing_is_loaded() {
    for (_, page) in pages() {
        for tag in tags(&page) {
            assert!(
                !["script", "iframe", "object", "embed", "link", "base", "form", "img", "image", "use"]
                    .contains(&tag.name.as_str()),
                "{tag:?}"
            );
            for (name, value) in &tag.attributes {
                assert!(!name.starts_with("on") && name != "src" && name != "style", "{tag:?}");
                if name == "href" {
                    assert!(value.starts_with('#'), "{tag:?}");
                }
            }
        }
        let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
        assert!(!style.contains("url(") && !style.contains("@import"));
        assert!(!page.contains("http:") && !page.contains("https:"));
    }
}

#[test]
fn every_link_leads_somewhere_and_no_name_stands_twice() {
    for (_, page) in pages() {
        let tags = tags(&page);
        let mut names = BTreeSet::new();
        for name in tags.iter().filter_map(|tag| tag.attribute("id")) {
            assert!(names.insert(name), "`{name}` stands twice");
        }
        for tag in &tags {
            if let Some(to) = tag.attribute("href") {
                assert!(names.contains(&to[1..]), "{to} leads nowhere");
            }
            for name in tag.attribute("aria-labelledby").into_iter().flat_map(|names| names.split(' ')) {
                assert!(names.contains(name), "{name} is nowhere");
            }
        }
        assert_eq!(tags.iter().find(|tag| tag.name == "a").unwrap().attribute("href"), Some("#inhoud"));
    }
}

#[test]
fn the_drawing_has_a_title_and_a_description() {
    for (_, page) in pages().into_iter().filter(|(_, page)| page.contains("<svg")) {
        let tags = tags(&page);
        let place = tags.iter().position(|tag| tag.name == "svg").unwrap();
        assert_eq!(tags[place].attribute("role"), Some("img"));
        assert_eq!((tags[place + 1].name.as_str(), tags[place + 2].name.as_str()), ("title", "desc"));
    }
    assert!(afweging(&["assess", &small(), "--format", "html"]).out.contains("<svg"));
}

#[test]
fn what_people_wrote_is_text_and_nothing_else() {
    let page = afweging(&["assess", &small(), "--format", "html"]).out;
    assert!(page.contains("We kijken &lt;b&gt;eerst&lt;/b&gt; naar de avonden."));
    assert!(page.contains("Kind-1 &lt;i&gt;mist&lt;/i&gt; school."));
    assert!(!page.contains("<b>") && !page.contains("<i>") && !page.contains('\u{1b}'));
}

#[test]
fn dates_are_written_out() {
    for (_, page) in pages() {
        let body = page.split_once("<body>").unwrap().1;
        let bytes = body.as_bytes();
        let is_date = |window: &[u8]| {
            window.iter().enumerate().all(|(place, byte)| match place {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            })
        };
        let found = bytes.windows(10).position(is_date);
        assert!(found.is_none(), "{}", &body[found.unwrap()..found.unwrap() + 10]);
    }
}

#[test]
fn it_can_be_printed_and_read_in_the_dark() {
    let page = afweging(&["assess", &small(), "--format", "html"]).out;
    for part in ["@page { size: A4;", "@media print {", "prefers-color-scheme: dark", "class=\"skip\""] {
        assert!(page.contains(part), "{part}");
    }
}
