//! Support is computed, never typed in: back to the source (*terug naar de bron*).
//!
//! Every piece of evidence is walked to its roots. A root is where a tale begins: what somebody saw or heard, an
//! expert's report, a document that repeats nothing. Pieces with one root are one; a tale with no known root, or a
//! circle of people who told each other, counts for nothing and is shown as untraced. So repeating a tale strengthens
//! nothing.
//!
//! | origin of a piece | its roots |
//! | --- | --- |
//! | own observation | who observed: two observations by one person are one root |
//! | an expert's report or a test | the report |
//! | a document that copies nothing | the document |
//! | a document that copies others | the roots of what it copies |
//! | told by other evidence | the roots of that evidence |
//! | told by a person | the roots of that person's own pieces on the same statement, on the same side; none: untraced |
//! | nobody knows | none: untraced |
//! | any of these, withdrawn | none, and it is not mentioned either |
//!
//! The cost is linear in the evidence, and nothing here recurses: a tale may pass through a hundred thousand mouths.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use serde::Serialize;

use super::{EvidenceAdded, Origin, Polarity};
use crate::id::{EvidenceId, PersonId, StatementId};
use crate::sentence::Sentence;

/// What independent roots say of a statement: the four values of Belnap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Belnap {
    /// No root speaks for it and none against.
    Neither,
    /// Only for.
    For,
    /// Only against.
    Against,
    /// For and against.
    Both,
}

impl Belnap {
    /// In words: `sources for it only`.
    pub fn label(self) -> Sentence {
        match self {
            Belnap::Neither => {
                Sentence::new("geen bron ervoor en geen ertegen", "no source for it and none against")
            }
            Belnap::For => Sentence::new("alleen bronnen ervoor", "sources for it only"),
            Belnap::Against => Sentence::new("alleen bronnen ertegen", "sources against it only"),
            Belnap::Both => Sentence::new("bronnen ervoor en ertegen", "sources for it and against it"),
        }
    }
}

/// Where a tale begins.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Root {
    /// Somebody who saw or heard it.
    Person(PersonId),
    /// A test, or an expert's own report.
    Expert(EvidenceId),
    /// A document that repeats nothing.
    Document(EvidenceId),
}

impl Root {
    /// Whether it is first-hand: somebody's own observation or an expert's report.
    pub fn is_first_hand(&self) -> bool {
        match self {
            Root::Person(_) | Root::Expert(_) => true,
            Root::Document(_) => false,
        }
    }

    /// Whether something can be established on these: a first-hand one, or two.
    pub(crate) fn are_enough(roots: &BTreeSet<Root>) -> bool {
        roots.len() >= 2 || roots.iter().any(Root::is_first_hand)
    }
}

/// The support of one statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Support {
    /// What the roots say.
    pub value: Belnap,
    /// How many pieces of evidence there are, whatever their roots. It strengthens nothing.
    pub mentions: usize,
    /// The independent roots that speak for it.
    pub roots_for: BTreeSet<Root>,
    /// The independent roots that speak against it.
    pub roots_against: BTreeSet<Root>,
    /// The roots for it that are reached past no contested piece.
    pub untainted_for: BTreeSet<Root>,
    /// The pieces that have no root, in the order of their ids. They count for nothing.
    pub untraced: BTreeSet<EvidenceId>,
    /// The circles of pieces told by each other, among the untraced ones.
    pub circles: BTreeSet<BTreeSet<EvidenceId>>,
}

/// A piece of evidence as it stands.
#[derive(Debug, Clone, Copy)]
pub struct Piece<'a> {
    /// What was brought.
    pub added: &'a EvidenceAdded,
    /// Whether it was taken back.
    pub is_withdrawn: bool,
    /// Whether somebody objects to it.
    pub is_contested: bool,
}

/// All evidence of a dossier, with what was told by what. What was taken back is in it and counts for nothing: what
/// was told by it must still be found.
pub struct EvidenceGraph<'a> {
    pub(super) tales: DiGraph<Tale<'a>, ()>,
    pub(super) of_evidence: HashMap<&'a EvidenceId, NodeIndex>,
    pub(super) of_statement: BTreeMap<&'a StatementId, Vec<NodeIndex>>,
    pub(super) is_rooted: HashSet<NodeIndex>,
    pub(super) circle_of: HashMap<NodeIndex, usize>,
    circles: Vec<BTreeSet<EvidenceId>>,
}

/// A node: a piece, or what one person brings on one side of one statement. The latter keeps the edges few when many
/// were told by somebody who brings much.
pub(super) enum Tale<'a> {
    Piece(Piece<'a>),
    Word(Word<'a>),
}

/// What one person brings on one side of one statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Word<'a> {
    pub(super) statement: &'a StatementId,
    pub(super) polarity: Polarity,
    pub(super) person: &'a PersonId,
}

impl<'a> EvidenceGraph<'a> {
    /// Takes up all evidence, in the order in which it came.
    pub fn new(pieces: impl IntoIterator<Item = Piece<'a>>) -> Self {
        let mut tales = DiGraph::new();
        let mut of_evidence = HashMap::new();
        let mut of_statement: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for piece in pieces {
            let node = tales.add_node(Tale::Piece(piece));
            of_evidence.insert(&piece.added.evidence, node);
            of_statement.entry(&piece.added.statement).or_default().push(node);
        }
        let mut graph = Self {
            tales,
            of_evidence,
            of_statement,
            is_rooted: HashSet::new(),
            circle_of: HashMap::new(),
            circles: Vec::new(),
        };
        graph.draw_edges();
        graph.find_rooted();
        graph.find_circles();
        graph
    }

    /// The support of one statement.
    pub fn support(&self, statement: &StatementId) -> Support {
        let pieces = self.on(statement);
        let mentions: Vec<NodeIndex> = pieces.iter().copied().filter(|node| self.counts(*node)).collect();
        let roots_for = self.roots_of(self.reached(self.on_side(pieces, Polarity::Supports), |_| true));
        let roots_against = self.roots_of(self.reached(self.on_side(pieces, Polarity::Opposes), |_| true));
        let untainted = self.reached(self.on_side(pieces, Polarity::Supports), |piece| !piece.is_contested);
        let untraced: Vec<_> = mentions.iter().filter(|node| !self.is_rooted.contains(node)).collect();
        let circles: BTreeSet<_> = untraced.iter().filter_map(|node| self.circle_of.get(node)).collect();
        Support {
            value: match (roots_for.is_empty(), roots_against.is_empty()) {
                (true, true) => Belnap::Neither,
                (false, true) => Belnap::For,
                (true, false) => Belnap::Against,
                (false, false) => Belnap::Both,
            },
            mentions: mentions.len(),
            untainted_for: self.roots_of(untainted),
            roots_for,
            roots_against,
            untraced: untraced
                .into_iter()
                .filter_map(|node| self.piece(*node))
                .map(|piece| piece.added.evidence.clone())
                .collect(),
            circles: circles.into_iter().filter_map(|place| self.circles.get(*place)).cloned().collect(),
        }
    }

    /// The roots that speak for or against a statement now, and did not on the evidence that `was_there`: what
    /// re-opens a finding that was made on that evidence. A new mention of an old root is none of them, not even when the
    /// old mention was taken back since: of a piece that was taken back, `was_there` is asked as well.
    pub fn new_roots(
        &self,
        statement: &StatementId,
        was_there: impl Fn(&EvidenceAdded) -> bool,
    ) -> BTreeSet<(Polarity, Root)> {
        let pieces = self.on(statement);
        let mut new = BTreeSet::new();
        for side in [Polarity::Supports, Polarity::Opposes] {
            let then = self.roots_of(self.walked(self.on_side(pieces, side), |piece| was_there(piece.added)));
            let now = self.roots_of(self.reached(self.on_side(pieces, side), |_| true));
            new.extend(now.into_iter().filter(|root| !then.contains(root)).map(|root| (side, root)));
        }
        new
    }

    /// The roots on one side of a statement if some of what was taken back still counted. `still_counts` is asked of a
    /// piece on the statement and of one that was taken back, whether the former was there when the latter still counted.
    /// What it says of an earlier piece on the statement must hold whenever it holds of a later one.
    pub fn roots_with(
        &self,
        statement: &StatementId,
        side: Polarity,
        still_counts: impl Fn(&EvidenceAdded, &EvidenceAdded) -> bool,
    ) -> BTreeSet<Root> {
        let mut reached = HashSet::new();
        // One after the other, in the order in which they came: where an earlier one may not pass, a later one may not either.
        for start in self.on_side(self.on(statement), side) {
            let Some(first) = self.piece(start) else { continue };
            let passes = |node: &NodeIndex| {
                self.piece(*node)
                    .is_none_or(|piece| !piece.is_withdrawn || still_counts(first.added, piece.added))
            };
            let mut open: Vec<_> =
                [start].into_iter().filter(passes).filter(|node| reached.insert(*node)).collect();
            while let Some(node) = open.pop() {
                for next in self.tales.neighbors(node).filter(passes) {
                    if reached.insert(next) {
                        open.push(next);
                    }
                }
            }
        }
        self.roots_of(reached)
    }

    /// The pieces that were told by these or copy them, along however many mouths; taken back or not.
    pub fn told_on<'e>(
        &self,
        evidence: impl IntoIterator<Item = &'e EvidenceId>,
    ) -> BTreeSet<&'a EvidenceId> {
        let mut open: Vec<_> =
            evidence.into_iter().filter_map(|id| self.of_evidence.get(id).copied()).collect();
        let mut reached: HashSet<NodeIndex> = HashSet::new();
        while let Some(node) = open.pop() {
            for teller in self.tales.neighbors_directed(node, Direction::Incoming) {
                if reached.insert(teller) {
                    open.push(teller);
                }
            }
        }
        reached.into_iter().filter_map(|node| self.piece(node)).map(|piece| &piece.added.evidence).collect()
    }

    /// The roots against a statement that these pieces lead to. A piece counts when what speaks against the statement
    /// leads to it.
    pub(super) fn roots_against_through<'e>(
        &self,
        statement: &StatementId,
        evidence: impl IntoIterator<Item = &'e EvidenceId>,
    ) -> BTreeSet<Root> {
        let pieces = self.on(statement);
        let against = self.reached(self.on_side(pieces, Polarity::Opposes), |_| true);
        let named = evidence.into_iter().filter_map(|id| self.of_evidence.get(id).copied());
        let through: Vec<_> = named.filter(|node| against.contains(node)).collect();
        self.roots_of(self.reached(through, |_| true))
    }

    /// The pieces on a statement, in the order in which they came.
    pub(super) fn on(&self, statement: &StatementId) -> &[NodeIndex] {
        self.of_statement.get(statement).map_or(&[][..], Vec::as_slice)
    }

    pub(super) fn piece(&self, node: NodeIndex) -> Option<&Piece<'a>> {
        match self.tales.node_weight(node)? {
            Tale::Piece(piece) => Some(piece),
            Tale::Word(_) => None,
        }
    }

    /// Whether it was not taken back.
    fn counts(&self, node: NodeIndex) -> bool {
        self.piece(node).is_none_or(|piece| !piece.is_withdrawn)
    }

    pub(super) fn on_side<'g>(
        &'g self,
        pieces: &'g [NodeIndex],
        side: Polarity,
    ) -> impl Iterator<Item = NodeIndex> + 'g {
        pieces
            .iter()
            .copied()
            .filter(move |node| self.piece(*node).is_some_and(|piece| piece.added.polarity == side))
    }

    /// Everything that can be reached over pieces that were not taken back, of those that count.
    fn reached(
        &self,
        from: impl IntoIterator<Item = NodeIndex>,
        counts: impl Fn(&Piece<'a>) -> bool,
    ) -> HashSet<NodeIndex> {
        self.walked(from, |piece| !piece.is_withdrawn && counts(piece))
    }

    /// Everything that can be reached over pieces that count, taken back or not.
    fn walked(
        &self,
        from: impl IntoIterator<Item = NodeIndex>,
        counts: impl Fn(&Piece<'a>) -> bool,
    ) -> HashSet<NodeIndex> {
        let counts = |node: &NodeIndex| self.piece(*node).is_none_or(&counts);
        let mut open: Vec<_> = from.into_iter().filter(counts).collect();
        let mut reached: HashSet<_> = open.iter().copied().collect();
        while let Some(node) = open.pop() {
            for next in self.tales.neighbors(node).filter(counts) {
                if reached.insert(next) {
                    open.push(next);
                }
            }
        }
        reached
    }

    fn roots_of(&self, reached: HashSet<NodeIndex>) -> BTreeSet<Root> {
        reached.into_iter().filter_map(|node| self.piece(node)).filter_map(root).collect()
    }

    fn draw_edges(&mut self) {
        let mut words: HashMap<Word<'a>, NodeIndex> = HashMap::new();
        let mut edges = Vec::new();
        let pieces: Vec<_> = self.of_evidence_in_order();
        for (node, added) in &pieces {
            match &added.origin {
                Origin::Document { copies, .. } => {
                    edges.extend(copies.iter().filter_map(|id| Some((*node, *self.of_evidence.get(id)?))));
                }
                Origin::ToldByEvidence { evidence } => {
                    edges.extend(self.of_evidence.get(evidence).map(|told| (*node, *told)));
                }
                Origin::ToldByPerson { person } => {
                    let word = Word { statement: &added.statement, polarity: added.polarity, person };
                    let told = words.entry(word).or_insert_with(|| self.tales.add_node(Tale::Word(word)));
                    edges.push((*node, *told));
                }
                Origin::OwnObservation | Origin::ExpertReport { .. } | Origin::Untraced => {}
            }
        }
        for (node, added) in &pieces {
            let word =
                Word { statement: &added.statement, polarity: added.polarity, person: &added.borne_by };
            edges.extend(words.get(&word).map(|word| (*word, *node)));
        }
        for (from, to) in edges {
            self.tales.add_edge(from, to, ());
        }
    }

    fn of_evidence_in_order(&self) -> Vec<(NodeIndex, &'a EvidenceAdded)> {
        self.tales.node_indices().filter_map(|node| Some((node, self.piece(node)?.added))).collect()
    }

    /// Against the arrows, from the roots: whatever is reached has one.
    fn find_rooted(&mut self) {
        let roots = |node: &NodeIndex| self.counts(*node) && self.piece(*node).and_then(root).is_some();
        let mut open: Vec<_> = self.tales.node_indices().filter(roots).collect();
        let mut rooted: HashSet<_> = open.iter().copied().collect();
        while let Some(node) = open.pop() {
            for teller in self.tales.neighbors_directed(node, Direction::Incoming) {
                if self.counts(teller) && rooted.insert(teller) {
                    open.push(teller);
                }
            }
        }
        self.is_rooted = rooted;
    }

    /// Only what has no root can be in a circle that matters.
    fn find_circles(&mut self) {
        let unrooted = self.tales.filter_map(
            |node, _| (self.counts(node) && !self.is_rooted.contains(&node)).then_some(node),
            |_, ()| Some(()),
        );
        // Not Tarjan's: petgraph's recurses.
        for component in petgraph::algo::kosaraju_scc(&unrooted) {
            let is_circle = component.len() > 1
                || component.first().is_some_and(|node| unrooted.contains_edge(*node, *node));
            if !is_circle {
                continue;
            }
            let place = self.circles.len();
            let mut circle = BTreeSet::new();
            for node in component.iter().filter_map(|node| unrooted.node_weight(*node)) {
                self.circle_of.insert(*node, place);
                circle.extend(self.piece(*node).map(|piece| piece.added.evidence.clone()));
            }
            self.circles.push(circle);
        }
    }
}

/// The root that a piece is, when it is one.
pub(super) fn root(piece: &Piece<'_>) -> Option<Root> {
    let added = piece.added;
    match &added.origin {
        Origin::OwnObservation => Some(Root::Person(added.borne_by.clone())),
        Origin::ExpertReport { .. } => Some(Root::Expert(added.evidence.clone())),
        Origin::Document { copies, .. } if copies.is_empty() => Some(Root::Document(added.evidence.clone())),
        Origin::Document { .. }
        | Origin::ToldByEvidence { .. }
        | Origin::ToldByPerson { .. }
        | Origin::Untraced => None,
    }
}
