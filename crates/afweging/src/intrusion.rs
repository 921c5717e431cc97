//! How intrusive measures are: a partial order, never a number.
//!
//! `a ≤ b` if and only if `a` is at most as heavy as `b` on **every** dimension of [`Dimension`]. What is lighter on one
//! and heavier on another is not comparable, and stays so. Measures with equal levels form a class; between classes the
//! order is partial. Nobody types a rank: classes and their diagram follow from the vectors of the pack.
//!
//! **A measure whose placement is not said** may be any of its placements. It is called lighter (or heavier) than another
//! only when it is so whatever the placement is, on either side.

mod compared;
mod extent;
mod lattice;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::id::{MeasureId, PlacementId};
use crate::law::Citation;
use crate::pack::{Dimension, Labels, Measure, MeasureKind, Occasion, Pack, Vector};

pub use compared::Compared;
pub use extent::Extent;
pub use lattice::{IntrusionClass, Lattice, LatticeEdge};

/// A measure, with its placement when that is said.
pub type Placed = (MeasureId, Option<PlacementId>);

/// The option of doing nothing more. It is asked of every step apart from the candidates.
pub const NOTHING: &str = "M00";

/// The option of ending what is in force. It is asked of every step apart from the candidates.
pub const ENDING: &str = "M34";

/// The option of handing guardianship to who cares for the child, where that is lighter. It is asked at a review.
pub const TO_CARER: &str = "M33";

/// How one vector compares with another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// Equal on every dimension.
    Equal,
    /// Lighter on these, equal on all else.
    Lighter {
        /// Where it is lighter.
        on: Vec<Dimension>,
    },
    /// Heavier on these, equal on all else.
    Heavier {
        /// Where it is heavier.
        on: Vec<Dimension>,
    },
    /// Lighter on some, heavier on others. Whom they burden may differ both ways: then it stands in both lists.
    Incomparable {
        /// Where it is lighter.
        lighter_on: Vec<Dimension>,
        /// Where it is heavier.
        heavier_on: Vec<Dimension>,
    },
}

/// Compares `a` with `b`: `Lighter` means that `a` is the lighter one.
///
/// Safeguard deficit and duration are not looked at.
pub fn compare(a: &Vector, b: &Vector) -> Comparison {
    let lighter_on: Vec<_> = Dimension::ALL.into_iter().filter(|on| a.is_less_on(b, *on)).collect();
    let heavier_on: Vec<_> = Dimension::ALL.into_iter().filter(|on| b.is_less_on(a, *on)).collect();
    match (lighter_on.is_empty(), heavier_on.is_empty()) {
        (true, true) => Comparison::Equal,
        (false, true) => Comparison::Lighter { on: lighter_on },
        (true, false) => Comparison::Heavier { on: heavier_on },
        (false, false) => Comparison::Incomparable { lighter_on, heavier_on },
    }
}

/// Whether `a` is strictly lighter than `b`.
fn is_lighter(a: &Vector, b: &Vector) -> bool {
    a.is_at_most(b) && !b.is_at_most(a)
}

/// A class of equally intrusive alternatives that a step has to answer: one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CandidateClass {
    /// The alternatives, in the order of their ids; empty for a measure of other law.
    pub members: Vec<Placed>,
    /// Why it is a candidate.
    pub why: CandidateReason,
}

/// Why an alternative is a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CandidateReason {
    /// It is less intrusive and shares a protection goal.
    StrictlyLighter {
        /// On these dimensions.
        on: Vec<Dimension>,
    },
    /// The statute itself prefers it, though it is not comparable.
    Preferred {
        /// Where.
        cite: Citation,
    },
    /// A measure of other law may serve.
    Adjacent {
        /// Its id, such as `bw1-253a`.
        id: String,
        /// Its name.
        labels: Labels,
        /// On which occasion.
        occasion: Occasion,
        /// Where it stands in the law.
        cite: Citation,
    },
}

/// The alternatives that a step of a measure has to answer by law, whatever anyone named in the dossier.
///
/// Every protective measure of the pack that is strictly less intrusive and shares a protection goal, one class per equal
/// vectors, in the order of their first members; then what the statute prefers; then what other law offers. Doing nothing
/// ([`NOTHING`]) and ending what is in force ([`ENDING`]) are asked of every step and are not among them. A measure that
/// needs consent counts like any other. While the placement is not said, an alternative counts when it is lighter than
/// every placement. Empty for a measure or placement that the pack does not have on the day.
pub fn candidate_classes(
    pack: &Pack,
    measure: &MeasureId,
    placement: Option<&PlacementId>,
    on: NaiveDate,
) -> Vec<CandidateClass> {
    let Some(subject) = pack.measure(measure, on) else { return Vec::new() };
    let mut classes = lighter_classes(pack, subject, placement, on);
    for preference in &subject.prefers {
        let applies = preference.with.is_empty() || placement.is_some_and(|id| preference.with.contains(id));
        let Some(preferred) = pack.measure(&preference.over, on).filter(|_| applies) else { continue };
        let members: Vec<Placed> = placed(preferred)
            .filter(|(id, _)| {
                preference.placements.is_empty()
                    || id.as_ref().is_some_and(|id| preference.placements.contains(id))
            })
            .map(|(id, _)| (preferred.id.clone(), id))
            .filter(|member| !classes.iter().any(|class| class.members.contains(member)))
            .collect();
        if !members.is_empty() {
            classes.push(CandidateClass {
                members,
                why: CandidateReason::Preferred { cite: preference.cite.clone() },
            });
        }
    }
    classes.extend(subject.adjacent.iter().map(|adjacent| CandidateClass {
        members: Vec::new(),
        why: CandidateReason::Adjacent {
            id: adjacent.id.clone(),
            labels: adjacent.labels.clone(),
            occasion: adjacent.occasion,
            cite: adjacent.cite.clone(),
        },
    }));
    classes
}

fn lighter_classes(
    pack: &Pack,
    subject: &Measure,
    placement: Option<&PlacementId>,
    on: NaiveDate,
) -> Vec<CandidateClass> {
    let heavier = subject.vectors(placement);
    let mut classes: Vec<(&Vector, Vec<Placed>)> = Vec::new();
    if heavier.is_empty() {
        return Vec::new();
    }
    for measure in pack.measures(on).filter(|measure| is_alternative(measure, subject)) {
        for (id, vector) in placed(measure) {
            if !heavier.iter().all(|heavier| is_lighter(vector, heavier)) {
                continue;
            }
            let member = (measure.id.clone(), id);
            match classes.iter_mut().find(|(class, _)| compare(class, vector) == Comparison::Equal) {
                Some((_, members)) => members.push(member),
                None => classes.push((vector, vec![member])),
            }
        }
    }
    classes
        .into_iter()
        .map(|(vector, members)| CandidateClass {
            members,
            why: CandidateReason::StrictlyLighter { on: lighter_on(vector, &heavier) },
        })
        .collect()
}

fn is_alternative(measure: &Measure, subject: &Measure) -> bool {
    measure.kind == MeasureKind::Protective
        && measure.id.as_str() != NOTHING
        && measure.id.as_str() != ENDING
        && !measure.goals.is_disjoint(&subject.goals)
}

/// A measure with each of its placements, or alone when it has none.
fn placed(measure: &Measure) -> impl Iterator<Item = (Option<PlacementId>, &Vector)> {
    let alone = measure.placements.is_empty().then_some((None, &measure.vector));
    let each = measure.placements.iter().map(|placement| (Some(placement.id.clone()), &placement.vector));
    alone.into_iter().chain(each)
}

/// Where `a` is lighter than any of `others`.
fn lighter_on(a: &Vector, others: &[&Vector]) -> Vec<Dimension> {
    let on: BTreeSet<_> = others
        .iter()
        .flat_map(|other| Dimension::ALL.into_iter().filter(|on| a.is_less_on(other, *on)))
        .collect();
    on.into_iter().collect()
}
