//! What can be read in a picture: no label over another, no text out of its label, no line through a label, all on the sheet.

use std::sync::LazyLock;

use crate::picture::{Area, Picture, read};
use crate::{ALL, Drawn, LANGUAGES, drawings};

fn each(check: impl Fn(&Drawn, &Picture)) {
    static PICTURES: LazyLock<Vec<Picture>> =
        LazyLock::new(|| ALL.iter().map(|drawn| read(&drawn.svg)).collect());
    for (drawn, picture) in ALL.iter().zip(PICTURES.iter()) {
        check(drawn, picture);
    }
}

#[test]
fn no_two_labels_overlap() {
    each(|drawn, picture| {
        for (at, a) in picture.labels.iter().enumerate() {
            for b in &picture.labels[at + 1..] {
                assert!(!a.area.overlaps(&b.area), "{}: {a:?}\n{b:?}", drawn.name);
            }
        }
    });
}

#[test]
fn every_line_of_text_fits_its_label_in_a_wide_face_too() {
    each(|drawn, picture| {
        for label in &picture.labels {
            for (at, (said, area)) in label.lines.iter().enumerate() {
                assert!(label.area.contains(area), "{}: `{said}` {area:?} in {:?}", drawn.name, label.area);
                for (other, room) in &label.lines[at + 1..] {
                    assert!(!area.overlaps(room), "{}: `{said}` over `{other}`", drawn.name);
                }
            }
        }
    });
}

#[test]
fn everything_is_on_the_sheet() {
    each(|drawn, picture| {
        for label in &picture.labels {
            assert!(picture.sheet.contains(&label.area), "{}: {label:?}", drawn.name);
        }
        for piece in &picture.lines {
            assert!(picture.sheet.contains(piece), "{}: {piece:?}", drawn.name);
        }
    });
}

#[test]
fn no_line_runs_through_a_label() {
    each(|drawn, picture| {
        for label in &picture.labels {
            // The edge of a label is where lines begin and end; a hairline may run along its side.
            let Area { left, top, right, bottom } = label.area;
            let inside = Area { left: left + 1.0, top: top + 1.0, right: right - 1.0, bottom: bottom - 1.0 };
            for piece in &picture.lines {
                assert!(!inside.overlaps(piece), "{}: {piece:?} in {label:?}", drawn.name);
            }
        }
    });
}

#[test]
fn a_picture_is_accessible_and_loads_nothing() {
    for drawn in ALL.iter() {
        let document = roxmltree::Document::parse(&drawn.svg).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"), "{}", drawn.name);
        let language = if drawn.name.ends_with("Nl") { "nl" } else { "en" };
        assert_eq!(root.attribute("lang"), Some(language));
        for (name, id) in ["title", "desc"].iter().zip(root.attribute("aria-labelledby").unwrap().split(' '))
        {
            let found = root.children().find(|node| node.has_tag_name(*name)).unwrap();
            assert_eq!(found.attribute("id"), Some(id));
            assert!(found.text().is_some_and(|text| !text.trim().is_empty()), "{}", drawn.name);
        }
        let description = root.children().find(|node| node.has_tag_name("desc")).unwrap();
        let told: Vec<&str> = description.text().unwrap().split_whitespace().collect();
        assert_eq!(
            told,
            drawn.text.split_whitespace().collect::<Vec<_>>(),
            "the picture in words is its text"
        );
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            let tag = node.tag_name().name();
            assert!(
                ["svg", "title", "desc", "style", "rect", "g", "text", "path"].contains(&tag),
                "{}: <{tag}>",
                drawn.name
            );
            for attribute in node.attributes() {
                assert!(!attribute.name().starts_with("on"), "{}", attribute.name());
                assert!(!attribute.value().contains("url("), "{}", attribute.value());
            }
        }
        let style = root.children().find(|node| node.has_tag_name("style")).unwrap().text().unwrap();
        for never in ["url(", "@import", "http"] {
            assert!(!style.contains(never), "{never}");
        }
        for scheme in ["prefers-color-scheme: dark", "@media print"] {
            assert!(style.contains(scheme), "{scheme}");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let pack = afweging::Pack::nl().unwrap();
    let first = drawings(&pack, pack.first_state(), None, LANGUAGES[0]);
    for (a, b) in ALL.iter().zip(&first) {
        assert!(a.svg == b.svg && a.mermaid == b.mermaid && a.dot == b.dot && a.json == b.json, "{}", a.name);
    }
}
