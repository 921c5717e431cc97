//! The renderings of the examples, committed and read by people. `AFWEGING_BLESS=1` writes them anew: read the diff.

use std::collections::BTreeSet;
use std::fs;

use afweging::{Language, RecordPage};

use crate::{pack, readers, records, root};

const FOLDER: &str = "tests/golden/records";

/// One step per example in every format; the others as text.
const IN_EVERY_FORMAT: [(&str, &str); 3] = [
    ("conflict-na-scheiding", "hulp-kind-1"),
    ("hulp-nooit-gegeven", "toezicht"),
    ("spoed-en-terug-naar-huis", "uithuisplaatsing"),
];

/// What writes a page in a format.
type Writer = fn(&RecordPage) -> String;

fn renderings() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (example, _, record) in records() {
        for (reader_name, reader) in readers(&record) {
            for (language_name, language) in [("nl", Language::Nl), ("en", Language::En)] {
                let page = record.page(&reader, language).unwrap();
                let name = format!("{example}/{}.{reader_name}.{language_name}", record.step);
                found.push((format!("{name}.txt"), page.to_text()));
                let all = IN_EVERY_FORMAT.contains(&(example, record.step.as_str()));
                if all && language == Language::Nl && !reader_name.starts_with("parents-") {
                    let more: [(&str, Writer); 3] = [
                        ("html", RecordPage::to_html),
                        ("md", RecordPage::to_markdown),
                        ("json", RecordPage::to_json),
                    ];
                    found.extend(more.map(|(ending, write)| (format!("{name}.{ending}"), write(&page))));
                }
            }
        }
    }
    // The pack's hash changes with every change to the law: that is the vectors' business.
    let hash = pack().hash();
    found.into_iter().map(|(name, text)| (name, text.replace(hash, "PACK-HASH"))).collect()
}

#[test]
fn the_examples_read_as_they_were_read() {
    let bless = std::env::var_os("AFWEGING_BLESS").is_some();
    let mut wrong = Vec::new();
    let mut names = BTreeSet::new();
    for (name, text) in renderings() {
        let file = root(FOLDER).join(&name);
        names.insert(file.clone());
        if bless {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, &text).unwrap();
        } else if fs::read_to_string(&file).ok().as_ref() != Some(&text) {
            wrong.push(name);
        }
    }
    for folder in fs::read_dir(root(FOLDER)).unwrap() {
        for file in fs::read_dir(folder.unwrap().path()).unwrap() {
            let file = file.unwrap().path();
            if !names.contains(&file) {
                if bless {
                    fs::remove_file(&file).unwrap();
                } else {
                    wrong.push(format!("{} is of nothing", file.display()));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ; AFWEGING_BLESS=1 writes them anew:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    assert_eq!(renderings(), renderings());
}

/// The page is read aloud, in the dark, on paper, without script.
#[test]
fn the_html_keeps_to_what_everybody_can_read() {
    for (name, page) in renderings().into_iter().filter(|(name, _)| name.ends_with(".html")) {
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"), "{name}");
        for banned in ["<script", "http", "url(", "@import", "<img", "onclick", "style=\""] {
            assert!(!page.contains(banned), "{name} has {banned}");
        }
        assert_eq!(page.matches("<h1>").count(), 1, "{name}");
        assert!(!page.contains("<h3"), "{name}: a level is skipped or too deep");
        assert_eq!(page.matches("<table ").count(), page.matches("<caption>").count(), "{name}");
        assert_eq!(
            page.matches("<th ").count(),
            page.matches("scope=").count(),
            "{name}: a heading without scope"
        );
        for (open, close) in
            [("<ul>", "</ul>"), ("<section", "</section>"), ("<q>", "</q>"), ("<span", "</span>")]
        {
            assert_eq!(page.matches(open).count(), page.matches(close).count(), "{name}: {open}");
        }
        let ids: Vec<&str> = page.split(" id=\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{name}: an id stands twice");
        assert!(page.contains("prefers-color-scheme: dark") && page.contains("size: A4"), "{name}");
    }
}

/// What somebody recorded can mean nothing to a browser or a Markdown reader.
#[test]
fn words_are_words_in_every_format() {
    let (_, dossier, _) = records().remove(0);
    let text = serde_json::to_string(&Vec::<afweging::NewEntry>::from(&dossier)).unwrap();
    let hostile = "<script>alert(1)</script> **vet** [klik](http://x) `c` | & \\\"";
    let text = text.replace("Dit is iets tussen de ouders.", hostile);
    let entries: Vec<afweging::NewEntry> = serde_json::from_str(&text).unwrap();
    let dossier = afweging::Dossier::replay("d", entries).unwrap();
    let step = dossier.steps().keys().next().unwrap().clone();
    let record = afweging::DecisionRecord::on(&dossier, pack(), &step, crate::day("2025-10-01")).unwrap();
    let page = record.page(&afweging::Reader::Court, Language::Nl).unwrap();
    assert!(page.to_text().contains("<script>"), "the text keeps it as it is");
    let html = page.to_html();
    assert!(html.contains("&lt;script&gt;") && !html.contains("<script"));
    let markdown = page.to_markdown();
    assert!(markdown.contains("\\<script\\>") && !markdown.replace("\\<", "").contains('<'));
    assert!(!markdown.contains("[klik](") && !markdown.contains(" **vet**"));
}
