//! From a statement back to where it comes from (*terug naar de bron*), as a tree that people can read.
//!
//! The tree has a line for each piece on the statement, and below it what that was told by, down to where the tale begins
//! or the trail ends. What hangs below two branches is told once; the second time it says where. So the tree is as long
//! as there are pieces and links between them, whatever they are. It is a list with depths: nothing here recurses.

use std::collections::HashMap;

use petgraph::graph::NodeIndex;
use serde::Serialize;

use super::support::{Tale as Node, root};
use super::{EvidenceGraph, Origin, Polarity, Root, Support};
use crate::id::{EvidenceId, PersonId, StatementId};

/// The tree of one statement: what speaks for it first, then what speaks against it, each in the order in which it came.
///
/// ```
/// use afweging::{Dossier, Ending, StatementId};
/// # let json = include_str!("../../../../examples/dossiers/conflict-na-scheiding.json");
/// let dossier = Dossier::from_json(json)?;
/// let day = "2026-01-01".parse()?;
/// for statement in dossier.statements().keys() {
///     let Some(tree) = dossier.source_tree(statement, day) else { continue };
///     let begins = tree.branches.iter().filter(|branch| matches!(branch.ends, Ending::Begins(_))).count();
///     assert!(begins >= tree.support.roots_for.len());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceTree {
    /// The statement.
    pub statement: StatementId,
    /// What it all adds up to.
    pub support: Support,
    /// The branches, each followed by those below it.
    pub branches: Vec<Branch>,
}

/// One line of the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Branch {
    /// How many links it is from the statement: 0 for a piece on the statement itself.
    pub depth: usize,
    /// What is told.
    pub tale: Tale,
    /// Where it ends.
    pub ends: Ending,
}

/// What a branch tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tale {
    /// A piece of evidence.
    Evidence {
        /// Which.
        evidence: EvidenceId,
        /// On which statement; what was told by a piece on another statement comes from there.
        statement: StatementId,
        /// For that statement or against it.
        polarity: Polarity,
        /// Who brings it.
        borne_by: PersonId,
        /// Where it comes from.
        origin: Origin,
        /// Whether somebody objects to it.
        is_contested: bool,
    },
    /// All that somebody brings on one side of a statement: to that a tale is traced that they told.
    WordOf {
        /// Who.
        person: PersonId,
        /// On which statement.
        statement: StatementId,
        /// For it or against it.
        polarity: Polarity,
    },
    /// A piece that is named and is not there on the day: it came later.
    NotThere(EvidenceId),
}

/// Where a branch ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// Here: a root.
    Begins(Root),
    /// In one or more roots below it.
    Below,
    /// Where that branch does, by its place in the list: it is told there already.
    Above(usize),
    /// It was taken back, or was a mistake: it counts for nothing, and nothing counts through it.
    TakenBack,
    /// In a circle of people who told each other: for nothing.
    Circle,
    /// Nowhere: nobody knows where it comes from.
    Untraced,
}

/// What is still to be told.
enum Next<'a> {
    Node(NodeIndex),
    NotThere(&'a EvidenceId),
}

impl EvidenceGraph<'_> {
    /// The tree of one statement.
    pub fn tree(&self, statement: &StatementId) -> SourceTree {
        let pieces = self.on(statement);
        let sides = [Polarity::Supports, Polarity::Opposes];
        let first: Vec<NodeIndex> = sides.iter().flat_map(|side| self.on_side(pieces, *side)).collect();
        let mut open: Vec<(usize, Next<'_>)> =
            first.into_iter().rev().map(|node| (0, Next::Node(node))).collect();
        let mut told: HashMap<NodeIndex, usize> = HashMap::new();
        let mut branches: Vec<Branch> = Vec::new();
        while let Some((depth, next)) = open.pop() {
            let node = match next {
                Next::NotThere(evidence) => {
                    let tale = Tale::NotThere(evidence.clone());
                    branches.push(Branch { depth, tale, ends: Ending::Untraced });
                    continue;
                }
                Next::Node(node) => node,
            };
            let Some(tale) = self.tale(node) else { continue };
            let ends = self.ending(node, told.get(&node).copied());
            let goes_on = matches!(ends, Ending::Below | Ending::Circle | Ending::Untraced);
            told.entry(node).or_insert(branches.len());
            branches.push(Branch { depth, tale, ends });
            if goes_on {
                let below = depth.saturating_add(1);
                open.extend(self.below(node).into_iter().rev().map(|next| (below, next)));
            }
        }
        SourceTree { statement: statement.clone(), support: self.support(statement), branches }
    }

    fn tale(&self, node: NodeIndex) -> Option<Tale> {
        Some(match self.tales.node_weight(node)? {
            Node::Piece(piece) => Tale::Evidence {
                evidence: piece.added.evidence.clone(),
                statement: piece.added.statement.clone(),
                polarity: piece.added.polarity,
                borne_by: piece.added.borne_by.clone(),
                origin: piece.added.origin.clone(),
                is_contested: piece.is_contested,
            },
            Node::Word(word) => Tale::WordOf {
                person: word.person.clone(),
                statement: word.statement.clone(),
                polarity: word.polarity,
            },
        })
    }

    fn ending(&self, node: NodeIndex, above: Option<usize>) -> Ending {
        let piece = self.piece(node);
        if piece.is_some_and(|piece| piece.is_withdrawn) {
            return Ending::TakenBack;
        }
        if let Some(above) = above {
            return Ending::Above(above);
        }
        if let Some(root) = piece.and_then(root) {
            return Ending::Begins(root);
        }
        if self.is_rooted.contains(&node) {
            return Ending::Below;
        }
        if self.circle_of.contains_key(&node) { Ending::Circle } else { Ending::Untraced }
    }

    /// What a tale was told by, in the order in which it names it, or in which it came.
    fn below(&self, node: NodeIndex) -> Vec<Next<'_>> {
        let of = |id| self.of_evidence.get(id).map_or(Next::NotThere(id), |node| Next::Node(*node));
        let linked = || {
            let mut nodes: Vec<NodeIndex> = self.tales.neighbors(node).collect();
            nodes.sort_unstable();
            nodes.into_iter().map(Next::Node).collect()
        };
        match self.piece(node).map(|piece| &piece.added.origin) {
            Some(Origin::Document { copies, .. }) => copies.iter().map(of).collect(),
            Some(Origin::ToldByEvidence { evidence }) => vec![of(evidence)],
            Some(Origin::OwnObservation | Origin::ExpertReport { .. } | Origin::Untraced) => Vec::new(),
            // To the word of that person, or from that word to what they bring.
            Some(Origin::ToldByPerson { .. }) | None => linked(),
        }
    }
}
