//! Mermaid, by a grammar of exactly what we write: nothing that Mermaid could read otherwise.

use std::collections::BTreeSet;

use crate::ALL;

/// A label between quotes: no quote, no markup but a line break, entity codes whole.
fn label(said: &str) {
    assert!(!said.is_empty());
    for part in said.split("<br/>") {
        for never in ['"', '<', '>', '&', '`', '|', '[', ']', '{', '}', '\\', '*', '_'] {
            assert!(!part.contains(never), "`{never}` in {part}");
        }
        for code in part.split('#').skip(1) {
            let (number, _) = code.split_once(';').expect("an entity code ends");
            assert!(number.parse::<u32>().is_ok(), "{part}");
        }
        let codes = part.matches('#').count();
        assert_eq!(part.matches(';').count(), codes, "a bare `;` ends a statement: {part}");
    }
}

fn id(said: &str) -> String {
    assert!(said.starts_with(|it: char| it.is_ascii_lowercase()), "{said}");
    assert!(said.chars().all(|it| it.is_ascii_alphanumeric() || it == '_'), "{said}");
    // Words and beginnings that Mermaid reads as something else.
    for never in ["end", "graph", "subgraph", "style", "class", "click", "default", "flowchart"] {
        assert_ne!(said, never);
    }
    assert!(!said.starts_with(['o', 'x']), "`--o` and `--x` are other arrows");
    said.to_owned()
}

#[test]
fn mermaid_can_read_every_drawing() {
    for drawn in ALL.iter() {
        let mut lines = drawn.mermaid.lines();
        assert_eq!(lines.next(), Some("---"));
        let title = lines.next().and_then(|line| line.strip_prefix("title: ")).expect("a title");
        serde_json::from_str::<String>(title).expect("a quoted title");
        assert_eq!(lines.next(), Some("---"));
        let kind = lines.next().unwrap();
        assert!(kind == "flowchart LR" || kind == "flowchart BT", "{kind}");
        let mut nodes = BTreeSet::new();
        let mut depth = 0;
        for line in lines.map(str::trim) {
            if line == "end" {
                depth -= 1;
            } else if let Some(rest) = line.strip_prefix("subgraph ") {
                depth += 1;
                let (name, rest) = rest.split_once("[\"").unwrap();
                id(name);
                label(rest.strip_suffix("\"]").unwrap());
            } else if let Some((from, rest)) =
                ["-->", "-.->", "==>"].iter().find_map(|it| line.split_once(it))
            {
                let (said, to) = rest.strip_prefix("|\"").unwrap().split_once("\"| ").unwrap();
                label(said);
                for end in [from.trim(), to] {
                    assert!(nodes.contains(&id(end)), "{}: {end}", drawn.name);
                }
            } else {
                let (name, rest) = line.split_once(['[', '(']).unwrap();
                let said = rest.strip_prefix("[\"").and_then(|it| it.strip_suffix("\"])"));
                label(said.or_else(|| rest.strip_prefix('"')?.strip_suffix("\"]")).expect(line));
                assert!(nodes.insert(id(name)), "{}: {name} twice", drawn.name);
            }
        }
        assert_eq!(depth, 0);
    }
}
