//! The diagram of intrusiveness: classes of equally intrusive measures, a line per neighbour that is heavier.

mod layers;
mod svg;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::graph::{Direction, Edge, Graph, Node, Shape, Stroke};
use super::words::{Words, capital};
use crate::intrusion::{Comparison, Lattice, Placed, compare};
use crate::pack::{Dimension, MeasureKind, Pack, Vector};
use crate::step::Frame;

/// Measures that are equally intrusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Class {
    /// What all of them share, when they share one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) placement: Option<String>,
    pub(super) members: Vec<Placed>,
    /// Each member as it is written.
    pub(super) names: Vec<String>,
    /// The frame that its members share, since coercion is a dimension.
    pub(super) frame: Frame,
    pub(super) vector: Vector,
}

/// A line: the lighter class, the heavier one, and on what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Line {
    pub(super) lighter: usize,
    pub(super) heavier: usize,
    pub(super) on: Vec<Dimension>,
}

/// The diagram on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Diagram {
    pub(super) classes: Vec<Class>,
    pub(super) lines: Vec<Line>,
    /// Steps in a procedure: they protect nobody, so no line leads to them.
    pub(super) procedural: Vec<String>,
}

impl Diagram {
    pub(super) fn of(pack: &Pack, on: NaiveDate, words: Words) -> Self {
        let lattice = Lattice::of(pack, on);
        let is_procedural = |(id, _): &Placed| {
            pack.measure(id, on).is_some_and(|measure| measure.kind == MeasureKind::Procedural)
        };
        let mut classes = Vec::new();
        let mut procedural: BTreeSet<String> = BTreeSet::new();
        for class in lattice.classes() {
            let (apart, members): (Vec<Placed>, Vec<Placed>) =
                class.members.iter().cloned().partition(is_procedural);
            procedural.extend(apart.iter().map(|member| name(pack, on, member, words)));
            if !members.is_empty() {
                classes.push(written(pack, on, members, class.vector.clone(), words));
            }
        }
        let lines = neighbours(&classes);
        Diagram { classes, lines, procedural: procedural.into_iter().collect() }
    }

    /// What a line says: `zwaarder op woonplek, verder gelijk`.
    pub(super) fn reason(line: &Line, words: Words) -> String {
        let on: Vec<String> = line.on.iter().map(|it| words.dimension(*it).to_owned()).collect();
        format!(
            "{} {}, {}",
            words.say("zwaarder op", "heavier on"),
            words.list(&on),
            words.say("verder gelijk", "equal on all else")
        )
    }

    /// A class in running text.
    fn said(&self, class: usize, words: Words) -> String {
        let Some(class) = self.classes.get(class) else { return String::new() };
        let names = words.list(&class.names);
        match &class.placement {
            Some(placement) => format!("{names} ({placement})"),
            None => names,
        }
    }

    /// The diagram in words: one paragraph of classes, one of lines, one of what stands apart.
    pub(super) fn parts(&self, words: Words) -> Vec<(String, Vec<String>)> {
        let equal = (0..self.classes.len())
            .filter(|class| self.classes.get(*class).is_some_and(|it| it.members.len() > 1))
            .map(|class| {
                format!("{}: {}.", words.say("Even ingrijpend", "Equally intrusive"), self.said(class, words))
            });
        let lines = self.lines.iter().map(|line| {
            format!(
                "{}: {} {}; {}.",
                self.said(line.heavier, words),
                words.say("ingrijpender dan", "more intrusive than"),
                self.said(line.lighter, words),
                Diagram::reason(line, words)
            )
        });
        let apart = self.procedural.iter().map(|it| format!("{it}."));
        vec![
            (words.say("Even ingrijpend", "Equally intrusive").to_owned(), equal.collect()),
            (words.say("Ingrijpender", "More intrusive").to_owned(), lines.collect()),
            (Diagram::apart_title(words).to_owned(), apart.collect()),
        ]
    }

    pub(super) fn graph(&self, title: String, words: Words) -> Graph {
        let id = |class: usize| format!("k{}", class.saturating_add(1));
        let nodes = self.classes.iter().enumerate().map(|(at, class)| {
            let placement = class.placement.iter().map(|it| capital(it));
            Node {
                id: id(at),
                label: placement.chain(class.names.iter().cloned()).collect(),
                shape: Shape::Box,
            }
        });
        let edges = self.lines.iter().map(|line| Edge {
            from: id(line.lighter),
            to: id(line.heavier),
            label: vec![Diagram::reason(line, words)],
            stroke: Stroke::Plain,
        });
        let apart = self.procedural.iter().enumerate().map(|(at, name)| Node {
            id: format!("p{}", at.saturating_add(1)),
            label: vec![name.clone()],
            shape: Shape::Box,
        });
        Graph {
            title,
            direction: Direction::BottomToTop,
            nodes: nodes.collect(),
            edges: edges.collect(),
            apart: (!self.procedural.is_empty())
                .then(|| (Diagram::apart_title(words).to_owned(), apart.collect())),
        }
    }

    /// What stands above the steps in a procedure.
    pub(super) fn apart_title(words: Words) -> &'static str {
        words.say(
            "Stappen in de procedure: beschermen niemand, nooit een lichter alternatief",
            "Steps in the procedure: protect nobody, never a lighter alternative",
        )
    }
}

fn name(pack: &Pack, on: NaiveDate, (id, _): &Placed, words: Words) -> String {
    let name = pack.measure(id, on).map_or("", |measure| words.label(&measure.labels));
    format!("{id} {name}")
}

fn placement(pack: &Pack, on: NaiveDate, (id, placement): &Placed, words: Words) -> Option<String> {
    let place = pack.measure(id, on)?.placement(placement.as_ref()?)?;
    Some(words.label(&place.labels).to_owned())
}

/// A placement that all members share stands once; else each names its own.
fn written(pack: &Pack, on: NaiveDate, members: Vec<Placed>, vector: Vector, words: Words) -> Class {
    let own: Vec<Option<String>> = members.iter().map(|it| placement(pack, on, it, words)).collect();
    let shared =
        own.first().cloned().flatten().filter(|first| own.iter().all(|it| it.as_ref() == Some(first)));
    let names = members.iter().zip(&own).map(|(member, place)| match (place, &shared) {
        (Some(place), None) => format!("{} ({place})", name(pack, on, member, words)),
        _ => name(pack, on, member, words),
    });
    let names = names.collect();
    let frame = match vector.coercion {
        0 => Frame::Voluntary,
        1 => Frame::Pressure,
        _ => Frame::Compulsory,
    };
    Class { placement: shared, names, frame, vector, members }
}

/// A line from each class to each heavier one with no other class of the diagram in between.
///
/// The lattice of the pack has procedural steps in it as well; without those, other classes are neighbours.
fn neighbours(classes: &[Class]) -> Vec<Line> {
    let heavier = |a: &Class, b: &Class| match compare(&b.vector, &a.vector) {
        Comparison::Heavier { on } => Some(on),
        _ => None,
    };
    let mut lines = Vec::new();
    for (lighter, a) in classes.iter().enumerate() {
        for (other, b) in classes.iter().enumerate() {
            let Some(on) = heavier(a, b) else { continue };
            let between = classes.iter().any(|it| heavier(a, it).is_some() && heavier(it, b).is_some());
            if !between {
                lines.push(Line { lighter, heavier: other, on });
            }
        }
    }
    lines
}
