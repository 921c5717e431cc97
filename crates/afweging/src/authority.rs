//! The authority map: who may do what to which measure, by which article, on which day.
//!
//! A directed multigraph: actor —act, standing, conditions, article→ measure. **No entry means: not allowed.**

mod condition;
mod consent;
mod diff;
mod matter;
mod route;
mod shape;
mod witness;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::actor::{Act, Actor};
use crate::id::MeasureId;
use crate::pack::{Grant, Pack};

pub use condition::{Holds, JudgedCondition};
pub(crate) use condition::{Judge, Sum, is_appellate, is_for_ending, sum};
pub(crate) use consent::MustConsent;
pub use diff::GrantChange;
pub use matter::Matter;
pub use route::{Route, RouteActor, RouteStep, Way, WhyNoWay};
pub use shape::{Gap, GapKind, Overlap};
pub use witness::{ActingAs, Authority, GrantInMatter, Mandate, NoAuthority, Who, WhyNot};
pub(crate) use wording::{measure_name, one_of};

/// What the entries of the map run between.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Actor(Actor),
    Measure(MeasureId),
}

/// The graph of one state of the law.
#[derive(Debug, Clone)]
struct Layer {
    from: NaiveDate,
    graph: DiGraph<Node, Grant>,
    measures: BTreeMap<MeasureId, NodeIndex>,
}

/// The authority map of a pack, over all states of its law.
///
/// ```
/// use afweging::{Act, Actor, AuthorityMap, MeasureId, Pack};
/// let map = AuthorityMap::of(&Pack::nl()?);
/// let supervision = MeasureId::new("M16")?;
/// let on = chrono::NaiveDate::from_ymd_opt(2025, 3, 1).ok_or("no day")?;
/// assert!(map.may(Actor::Raad, Act::Request, &supervision, on).is_ok());
/// let refused = map.may(Actor::VeiligThuis, Act::Request, &supervision, on).unwrap_err();
/// assert!(refused.who_may_instead.iter().any(|grant| grant.actor == Actor::Prosecutor));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct AuthorityMap {
    pack: Pack,
    /// In the order of their days.
    layers: Vec<Layer>,
}

impl AuthorityMap {
    /// Draws the map of a pack.
    pub fn of(pack: &Pack) -> AuthorityMap {
        let layers = pack.changes().map(|from| layer(pack.grants(from), from)).collect();
        AuthorityMap { pack: pack.clone(), layers }
    }

    /// The pack that it is drawn from.
    pub(crate) fn pack(&self) -> &Pack {
        &self.pack
    }

    fn layer(&self, on: NaiveDate) -> Option<&Layer> {
        let after = self.layers.partition_point(|layer| layer.from <= on);
        self.layers.get(after.checked_sub(1)?)
    }

    /// Every entry on a day, in the order of the pack.
    pub fn grants(&self, on: NaiveDate) -> impl Iterator<Item = &Grant> {
        self.layer(on).into_iter().flat_map(|layer| layer.graph.edge_references().map(|edge| edge.weight()))
    }

    /// Every actor with an entry on a day.
    pub fn actors(&self, on: NaiveDate) -> BTreeSet<Actor> {
        let nodes = self.layer(on).into_iter().flat_map(|layer| layer.graph.node_weights());
        nodes.filter_map(|node| if let Node::Actor(actor) = node { Some(*actor) } else { None }).collect()
    }

    /// Every measure with an entry on a day.
    pub fn measures(&self, on: NaiveDate) -> BTreeSet<&MeasureId> {
        let nodes = self.layer(on).into_iter().flat_map(|layer| layer.graph.node_weights());
        nodes.filter_map(|node| if let Node::Measure(id) = node { Some(id) } else { None }).collect()
    }

    /// Every entry for an act to a measure on a day, primary ones first.
    ///
    /// An entry with [conditions](crate::GrantCondition) holds only when the dossier meets them; the map knows no dossier.
    pub fn who_may(&self, act: Act, measure: &MeasureId, on: NaiveDate) -> Vec<&Grant> {
        let Some(layer) = self.layer(on) else { return Vec::new() };
        let Some(node) = layer.measures.get(measure) else { return Vec::new() };
        let mut edges: Vec<_> = layer
            .graph
            .edges_directed(*node, Direction::Incoming)
            .filter(|edge| edge.weight().act == act)
            .collect();
        edges.sort_by_key(|edge| edge.id());
        edges.into_iter().map(|edge| edge.weight()).collect()
    }

    /// Every entry for one actor's act to a measure on a day, primary ones first: one of them is enough.
    pub fn grants_of(&self, actor: Actor, act: Act, measure: &MeasureId, on: NaiveDate) -> Vec<&Grant> {
        let mut grants = self.who_may(act, measure, on);
        grants.retain(|grant| grant.actor == actor);
        grants
    }

    /// The entry by which a court decides on a measure on appeal or in cassation; `None` when it does not.
    pub fn decides_on_appeal(&self, court: Actor, measure: &MeasureId, on: NaiveDate) -> Option<&Grant> {
        self.grants_of(court, Act::Decide, measure, on).into_iter().find(|grant| is_appellate(grant))
    }
}

fn layer(grants: &[Grant], from: NaiveDate) -> Layer {
    let mut graph = DiGraph::new();
    let mut actors: BTreeMap<Actor, NodeIndex> = BTreeMap::new();
    let mut measures: BTreeMap<MeasureId, NodeIndex> = BTreeMap::new();
    // In the order of the pack, which puts primary ones first.
    for grant in grants {
        let actor = *actors.entry(grant.actor).or_insert_with(|| graph.add_node(Node::Actor(grant.actor)));
        let measure = *measures
            .entry(grant.measure.clone())
            .or_insert_with(|| graph.add_node(Node::Measure(grant.measure.clone())));
        graph.add_edge(actor, measure, grant.clone());
    }
    Layer { from, graph, measures }
}
