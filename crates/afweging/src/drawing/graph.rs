//! Nodes and arrows as text for other programs: Mermaid and Graphviz DOT. Those lay them out themselves.

use std::fmt::Write as _;

/// What leads to a node, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    LeftToRight,
    BottomToTop,
}

/// How a node looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Box,
    Round,
}

/// How an arrow looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stroke {
    Plain,
    Dashed,
    Thick,
}

/// A graph that another program draws.
#[derive(Debug, Clone)]
pub(super) struct Graph {
    pub(super) title: String,
    pub(super) direction: Direction,
    pub(super) nodes: Vec<Node>,
    pub(super) edges: Vec<Edge>,
    /// Nodes that stand apart, under a title.
    pub(super) apart: Option<(String, Vec<Node>)>,
}

/// A node.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// Letters, digits and underscores; it begins with a letter.
    pub(super) id: String,
    /// Its lines of text.
    pub(super) label: Vec<String>,
    pub(super) shape: Shape,
}

/// An arrow.
#[derive(Debug, Clone)]
pub(super) struct Edge {
    pub(super) from: String,
    pub(super) to: String,
    /// Its lines of text.
    pub(super) label: Vec<String>,
    pub(super) stroke: Stroke,
}

impl Graph {
    /// A Mermaid flowchart.
    pub(super) fn mermaid(&self) -> String {
        let mut out = String::new();
        let direction = match self.direction {
            Direction::LeftToRight => "LR",
            Direction::BottomToTop => "BT",
        };
        // The front matter is YAML: a JSON string is one of its strings.
        let title = serde_json::Value::String(self.title.clone());
        let _ = writeln!(out, "---\ntitle: {title}\n---\nflowchart {direction}");
        for Node { id, label, shape } in &self.nodes {
            let label = in_mermaid(label);
            let _ = match shape {
                Shape::Box => writeln!(out, "  {id}[\"{label}\"]"),
                Shape::Round => writeln!(out, "  {id}([\"{label}\"])"),
            };
        }
        if let Some((title, nodes)) = &self.apart {
            let _ = writeln!(out, "  subgraph apart[\"{}\"]", in_mermaid(std::slice::from_ref(title)));
            for Node { id, label, .. } in nodes {
                let _ = writeln!(out, "    {id}[\"{}\"]", in_mermaid(label));
            }
            out.push_str("  end\n");
        }
        for Edge { from, to, label, stroke } in &self.edges {
            let arrow = match stroke {
                Stroke::Plain => "-->",
                Stroke::Dashed => "-.->",
                Stroke::Thick => "==>",
            };
            let _ = writeln!(out, "  {from} {arrow}|\"{}\"| {to}", in_mermaid(label));
        }
        out
    }

    /// A Graphviz digraph.
    pub(super) fn dot(&self) -> String {
        let mut out = String::new();
        let direction = match self.direction {
            Direction::LeftToRight => "LR",
            Direction::BottomToTop => "BT",
        };
        let _ = writeln!(
            out,
            "digraph afweging {{\n  graph [rankdir={direction}, label=\"{}\", labelloc=t, fontname=\"Helvetica\"];\n  \
             node [shape=box, fontname=\"Helvetica\"];\n  edge [fontname=\"Helvetica\", fontsize=10];",
            in_dot(std::slice::from_ref(&self.title))
        );
        for Node { id, label, shape } in &self.nodes {
            let style = match shape {
                Shape::Box => "",
                Shape::Round => ", style=rounded",
            };
            let _ = writeln!(out, "  {id} [label=\"{}\"{style}];", in_dot(label));
        }
        if let Some((title, nodes)) = &self.apart {
            let _ = writeln!(
                out,
                "  subgraph cluster_apart {{\n    label=\"{}\";",
                in_dot(std::slice::from_ref(title))
            );
            for Node { id, label, .. } in nodes {
                let _ = writeln!(out, "    {id} [label=\"{}\"];", in_dot(label));
            }
            out.push_str("  }\n");
        }
        for Edge { from, to, label, stroke } in &self.edges {
            let style = match stroke {
                Stroke::Plain => "",
                Stroke::Dashed => ", style=dashed",
                Stroke::Thick => ", style=bold",
            };
            let _ = writeln!(out, "  {from} -> {to} [label=\"{}\"{style}];", in_dot(label));
        }
        out.push_str("}\n");
        out
    }
}

/// What would end a quoted label, begin an entity or mean markup goes in as an entity code.
fn in_mermaid(lines: &[String]) -> String {
    let mut out = String::new();
    for (place, line) in lines.iter().enumerate() {
        if place > 0 {
            out.push_str("<br/>");
        }
        for letter in line.chars() {
            match letter {
                '"' | '#' | ';' | '<' | '>' | '&' | '`' | '|' | '[' | ']' | '{' | '}' | '\\' | '*' | '_' => {
                    let _ = write!(out, "#{};", u32::from(letter));
                }
                letter if letter.is_control() => out.push(' '),
                letter => out.push(letter),
            }
        }
    }
    out
}

/// A quoted string of DOT; its lines end in `\n`.
fn in_dot(lines: &[String]) -> String {
    let mut out = String::new();
    for (place, line) in lines.iter().enumerate() {
        if place > 0 {
            out.push_str("\\n");
        }
        for letter in line.chars() {
            match letter {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                letter if letter.is_control() => out.push(' '),
                letter => out.push(letter),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_label_ends_it() {
        let said = ["a \"b\" #c; <d> [e] \\".to_owned(), "f\ng".to_owned()];
        assert_eq!(in_mermaid(&said), "a #34;b#34; #35;c#59; #60;d#62; #91;e#93; #92;<br/>f g");
        assert_eq!(in_dot(&said), "a \\\"b\\\" #c; <d> [e] \\\\\\nf g");
    }
}
