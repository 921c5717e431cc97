//! DOT, read by the grammar that Graphviz publishes. The Rust parsers of it are under licences that this project does not
//! take, or bring more than the grammar; what is written here is the part of it that we use, and nothing else passes.

use std::collections::BTreeSet;

use crate::ALL;

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Id(String),
    Sign(&'static str),
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        if let Some(sign) =
            ["->", "{", "}", "[", "]", "=", ";", ","].iter().find(|sign| rest.starts_with(**sign))
        {
            tokens.push(Token::Sign(sign));
            rest = &rest[sign.len()..];
        } else if first == '"' {
            let mut said = String::new();
            let mut letters = rest.char_indices().skip(1);
            let end = loop {
                match letters.next().expect("a string ends") {
                    (at, '"') => break at + 1,
                    (_, '\\') => {
                        let (_, escaped) = letters.next().expect("something after a backslash");
                        assert!(matches!(escaped, '"' | '\\' | 'n'), "\\{escaped}");
                        said.push(if escaped == 'n' { '\n' } else { escaped });
                    }
                    (_, letter) => {
                        assert!(!letter.is_control(), "a control character in a string");
                        said.push(letter);
                    }
                }
            };
            tokens.push(Token::Id(said));
            rest = &rest[end..];
        } else {
            let end = rest.find(|it: char| !it.is_ascii_alphanumeric() && it != '_').unwrap_or(rest.len());
            assert!(end > 0, "`{first}` begins nothing");
            let id = &rest[..end];
            let is_number = id.bytes().all(|it| it.is_ascii_digit());
            assert!(is_number || !id.starts_with(|it: char| it.is_ascii_digit()), "{id}");
            tokens.push(Token::Id(id.to_owned()));
            rest = &rest[end..];
        }
        rest = rest.trim_start();
    }
    tokens
}

struct Reader {
    tokens: std::iter::Peekable<std::vec::IntoIter<Token>>,
    nodes: BTreeSet<String>,
    edges: Vec<(String, String, String)>,
}

impl Reader {
    fn sign(&mut self, sign: &'static str) {
        assert_eq!(self.tokens.next(), Some(Token::Sign(sign)));
    }

    fn id(&mut self) -> String {
        match self.tokens.next() {
            Some(Token::Id(id)) => id,
            other => panic!("{other:?} where an id stands"),
        }
    }

    fn next_is(&mut self, sign: &'static str) -> bool {
        self.tokens.peek() == Some(&Token::Sign(sign))
    }

    fn attributes(&mut self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        self.sign("[");
        while !self.next_is("]") {
            let name = self.id();
            self.sign("=");
            found.push((name, self.id()));
            if self.next_is(",") {
                self.sign(",");
            }
        }
        self.sign("]");
        found
    }

    fn statements(&mut self) {
        self.sign("{");
        while !self.next_is("}") {
            let id = self.id();
            if id == "subgraph" {
                assert!(self.id().starts_with("cluster"));
                self.statements();
                continue;
            }
            if self.next_is("=") {
                self.sign("=");
                self.id();
            } else if self.next_is("->") {
                self.sign("->");
                let to = self.id();
                let attributes = self.attributes();
                let label = attributes.into_iter().find(|(name, _)| name == "label").expect("a label").1;
                self.edges.push((id, to, label));
            } else {
                let attributes = self.attributes();
                if !["graph", "node", "edge"].contains(&id.as_str()) {
                    assert!(attributes.iter().any(|(name, value)| name == "label" && !value.is_empty()));
                    assert!(self.nodes.insert(id.clone()), "{id} twice");
                }
            }
            self.sign(";");
        }
        self.sign("}");
    }
}

#[test]
fn graphviz_can_read_every_drawing() {
    for drawn in ALL.iter() {
        let mut reader = Reader {
            tokens: tokens(&drawn.dot).into_iter().peekable(),
            nodes: BTreeSet::new(),
            edges: Vec::new(),
        };
        assert_eq!((reader.id().as_str(), reader.id().as_str()), ("digraph", "afweging"));
        reader.statements();
        assert_eq!(reader.tokens.next(), None, "{}", drawn.name);
        for (from, to, label) in &reader.edges {
            assert!(reader.nodes.contains(from) && reader.nodes.contains(to), "{}: {from} {to}", drawn.name);
            assert!(!label.is_empty());
        }
        assert!(drawn.name.starts_with("changes") || !reader.edges.is_empty(), "{}", drawn.name);
    }
}
