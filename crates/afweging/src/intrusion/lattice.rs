//! The classes of equally intrusive measures, and the diagram of their order.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use petgraph::algo::{toposort, tred};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use serde::Serialize;

use crate::intrusion::{Comparison, Placed, compare, is_lighter, placed};
use crate::pack::{Dimension, Pack, Vector};

/// Measures that are equally intrusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IntrusionClass {
    /// The measures with their placements, in the order of their ids.
    pub members: Vec<Placed>,
    /// The vector that they share, safeguard deficit and duration being those of the first member.
    pub vector: Vector,
}

/// A line of the diagram: from one class to a heavier one with nothing in between.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LatticeEdge {
    /// The lighter class, as its place in [`Lattice::classes`].
    pub lighter: usize,
    /// The heavier class, as its place in [`Lattice::classes`].
    pub heavier: usize,
    /// Where it is heavier; on all else they are equal.
    pub on: Vec<Dimension>,
}

/// The order of all measures of a pack on a day, procedural ones included.
#[derive(Debug, Clone)]
pub struct Lattice {
    classes: Vec<IntrusionClass>,
    edges: Vec<LatticeEdge>,
    /// The classes that a measure may be in: one, or one per placement while that is not said.
    places: BTreeMap<Placed, Vec<usize>>,
}

impl Lattice {
    /// Derives it from the vectors of the pack.
    pub fn of(pack: &Pack, on: NaiveDate) -> Lattice {
        let mut classes: Vec<IntrusionClass> = Vec::new();
        let mut places: BTreeMap<Placed, Vec<usize>> = BTreeMap::new();
        for measure in pack.measures(on) {
            for (placement, vector) in placed(measure) {
                let member = (measure.id.clone(), placement);
                let class = match classes
                    .iter()
                    .position(|class| compare(&class.vector, vector) == Comparison::Equal)
                {
                    Some(class) => class,
                    None => {
                        classes.push(IntrusionClass { members: Vec::new(), vector: vector.clone() });
                        classes.len().saturating_sub(1)
                    }
                };
                if let Some(class) = classes.get_mut(class) {
                    class.members.push(member.clone());
                }
                places.entry((measure.id.clone(), None)).or_default().push(class);
                places.insert(member, vec![class]);
            }
        }
        let edges = hasse(&classes);
        Lattice { classes, edges, places }
    }

    /// The classes, in the order in which their first members stand in the pack.
    pub fn classes(&self) -> &[IntrusionClass] {
        &self.classes
    }

    /// The lines of the diagram.
    pub fn edges(&self) -> &[LatticeEdge] {
        &self.edges
    }

    /// The class of a measure with its placement; `None` when the pack has no such, or the placement is not said and
    /// there are several.
    pub fn class_of(&self, of: &Placed) -> Option<usize> {
        match self.places.get(of)?.as_slice() {
            [class] => Some(*class),
            _ => None,
        }
    }

    /// Whether `a` is strictly less intrusive than `b`, whatever a placement that is not said may be.
    pub fn is_lighter(&self, a: &Placed, b: &Placed) -> bool {
        let (Some(a), Some(b)) = (self.places.get(a), self.places.get(b)) else { return false };
        a.iter().all(|a| {
            b.iter().all(|b| match (self.classes.get(*a), self.classes.get(*b)) {
                (Some(a), Some(b)) => is_lighter(&a.vector, &b.vector),
                _ => false,
            })
        })
    }

    /// Whether `a` and `b` are equally intrusive.
    pub fn is_equal(&self, a: &Placed, b: &Placed) -> bool {
        self.class_of(a).is_some_and(|class| self.class_of(b) == Some(class))
    }

    /// The least intrusive ones of a set: those that no other of the set is lighter than, in the order given.
    ///
    /// It is a set: which of them to take, people choose. What the pack does not have is comparable with nothing.
    pub fn minimal(&self, set: &[Placed]) -> Vec<Placed> {
        set.iter().filter(|one| !set.iter().any(|other| self.is_lighter(other, one))).cloned().collect()
    }
}

/// The transitive reduction of the order of the classes.
fn hasse(classes: &[IntrusionClass]) -> Vec<LatticeEdge> {
    let mut order: DiGraph<usize, ()> = DiGraph::new();
    let nodes: Vec<NodeIndex> = (0..classes.len()).map(|class| order.add_node(class)).collect();
    for (lighter, a) in nodes.iter().zip(classes) {
        for (heavier, b) in nodes.iter().zip(classes) {
            if lighter != heavier && a.vector.is_at_most(&b.vector) {
                order.add_edge(*lighter, *heavier, ());
            }
        }
    }
    // Classes are never equal, so the order has no circle and `toposort` finds none.
    let Ok(sorted) = toposort(&order, None) else { return Vec::new() };
    let (list, places) = tred::dag_to_toposorted_adjacency_list::<_, NodeIndex>(&order, &sorted);
    let (reduced, _) = tred::dag_transitive_reduction_closure(&list);
    let place = |class: &NodeIndex| places.get(class.index()).copied();
    let mut edges: Vec<LatticeEdge> = order
        .edge_references()
        .filter(|edge| match (place(&edge.source()), place(&edge.target())) {
            (Some(from), Some(to)) => reduced.contains_edge(from, to),
            _ => false,
        })
        .filter_map(|edge| {
            let (lighter, heavier) = (edge.source().index(), edge.target().index());
            match compare(&classes.get(heavier)?.vector, &classes.get(lighter)?.vector) {
                Comparison::Heavier { on } => Some(LatticeEdge { lighter, heavier, on }),
                _ => None,
            }
        })
        .collect();
    edges.sort_by_key(|edge| (edge.lighter, edge.heavier));
    edges
}
