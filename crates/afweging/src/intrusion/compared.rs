//! How one option compares with another, dimension by dimension, and how that reads.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Comparison, compare};
use crate::pack::{Dimension, Vector};
use crate::sentence::Sentence;

/// How an option compares with another, with the reason. Never a rank: what is lighter on one dimension and heavier on
/// another is not comparable, and what no vector measures is not compared.
///
/// ```
/// use afweging::{Compared, Comparison, Pack};
/// let pack = Pack::nl()?;
/// let on = "2025-03-01".parse()?;
/// let vectors = |id: &str| -> Vec<afweging::Vector> {
///     let measure = afweging::MeasureId::new(id).ok().and_then(|id| pack.measure(&id, on));
///     measure.map(|it| it.vectors(None).into_iter().cloned().collect()).unwrap_or_default()
/// };
/// let (help, supervision, ban) = (vectors("M02"), vectors("M16"), vectors("M13"));
/// let lighter = Compared::of(&help.iter().collect::<Vec<_>>(), &supervision.iter().collect::<Vec<_>>());
/// assert!(lighter.is_lighter());
/// assert!(lighter.sentence().en.ends_with("equal on all else"));
/// let ban = Compared::of(&ban.iter().collect::<Vec<_>>(), &supervision.iter().collect::<Vec<_>>());
/// assert!(matches!(ban, Compared::Exactly(Comparison::Incomparable { .. })));
/// assert!(ban.sentence().nl.starts_with("niet te vergelijken: zwaarder op"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Compared {
    /// So it is.
    Exactly(Comparison),
    /// Lighter whatever a placement is that is not said; on which dimensions differs.
    LighterThroughout {
        /// Where it is lighter for one of the placements.
        on: Vec<Dimension>,
    },
    /// Heavier whatever a placement is that is not said; on which dimensions differs.
    HeavierThroughout {
        /// Where it is heavier for one of the placements.
        on: Vec<Dimension>,
    },
    /// It depends on a placement that is not said.
    DependsOnPlacement {
        /// Where it is lighter for one of the placements.
        lighter_on: Vec<Dimension>,
        /// Where it is heavier for one of the placements.
        heavier_on: Vec<Dimension>,
    },
    /// The law pack has no levels for it: own words, other law, ending something.
    NotMeasured,
}

impl Compared {
    /// Compares what may be the vectors of one option with what may be those of another: several where a placement is not
    /// said, none where the pack has no levels.
    pub fn of(ours: &[&Vector], theirs: &[&Vector]) -> Compared {
        let all: Vec<Comparison> = ours.iter().flat_map(|a| theirs.iter().map(|b| compare(a, b))).collect();
        let Some(first) = all.first() else { return Compared::NotMeasured };
        if all.iter().all(|it| it == first) {
            return Compared::Exactly(first.clone());
        }
        let (mut lighter_on, mut heavier_on) = (BTreeSet::new(), BTreeSet::new());
        for comparison in &all {
            match comparison {
                Comparison::Equal => {}
                Comparison::Lighter { on } => lighter_on.extend(on.iter().copied()),
                Comparison::Heavier { on } => heavier_on.extend(on.iter().copied()),
                Comparison::Incomparable { lighter_on: lighter, heavier_on: heavier } => {
                    lighter_on.extend(lighter.iter().copied());
                    heavier_on.extend(heavier.iter().copied());
                }
            }
        }
        let (lighter_on, heavier_on) = (lighter_on.into_iter().collect(), heavier_on.into_iter().collect());
        if all.iter().all(|it| matches!(it, Comparison::Lighter { .. })) {
            return Compared::LighterThroughout { on: lighter_on };
        }
        if all.iter().all(|it| matches!(it, Comparison::Heavier { .. })) {
            return Compared::HeavierThroughout { on: heavier_on };
        }
        Compared::DependsOnPlacement { lighter_on, heavier_on }
    }

    /// Whether it is strictly lighter, whatever is not said.
    pub fn is_lighter(&self) -> bool {
        matches!(self, Compared::Exactly(Comparison::Lighter { .. }) | Compared::LighterThroughout { .. })
    }

    /// Whether it is strictly heavier, whatever is not said.
    pub fn is_heavier(&self) -> bool {
        matches!(self, Compared::Exactly(Comparison::Heavier { .. }) | Compared::HeavierThroughout { .. })
    }

    /// How it compares, in words: "lighter on place of living, equal on all else".
    pub fn sentence(&self) -> Sentence {
        match self {
            Compared::Exactly(Comparison::Equal) => {
                Sentence::new("op alles even ingrijpend", "equally intrusive on everything")
            }
            Compared::Exactly(Comparison::Lighter { on }) => {
                around("lichter op ", "lighter on ", on, ", verder gelijk", ", equal on all else")
            }
            Compared::Exactly(Comparison::Heavier { on }) => {
                around("zwaarder op ", "heavier on ", on, ", verder gelijk", ", equal on all else")
            }
            Compared::Exactly(Comparison::Incomparable { lighter_on, heavier_on }) => {
                let (lighter, heavier) = (listed(lighter_on), listed(heavier_on));
                Sentence::new(
                    format!("niet te vergelijken: zwaarder op {}, lichter op {}", heavier.nl, lighter.nl),
                    format!("not comparable: heavier on {}, lighter on {}", heavier.en, lighter.en),
                )
            }
            Compared::LighterThroughout { on } => around(
                "lichter, wat de woonplek ook wordt: op ",
                "lighter whatever the placement is: on ",
                on,
                "",
                "",
            ),
            Compared::HeavierThroughout { on } => around(
                "zwaarder, wat de woonplek ook wordt: op ",
                "heavier whatever the placement is: on ",
                on,
                "",
                "",
            ),
            Compared::DependsOnPlacement { lighter_on, heavier_on } => {
                let mut parts = Vec::new();
                for (nl, en, on) in [("zwaarder", "heavier", heavier_on), ("lichter", "lighter", lighter_on)]
                {
                    if !on.is_empty() {
                        parts.push(around(
                            &format!("soms {nl} op "),
                            &format!("at times {en} on "),
                            on,
                            "",
                            "",
                        ));
                    }
                }
                let join = |of: fn(&Sentence) -> &str| parts.iter().map(of).collect::<Vec<_>>().join(", ");
                Sentence::new(
                    format!("hangt af van de woonplek, die niet is gezegd: {}", join(|it| &it.nl)),
                    format!("depends on the placement, which is not said: {}", join(|it| &it.en)),
                )
            }
            Compared::NotMeasured => Sentence::new(
                "niet te vergelijken: het wetspakket kent hier geen niveaus voor",
                "not compared: the law pack has no levels for this",
            ),
        }
    }
}

fn around(nl: &str, en: &str, on: &[Dimension], after_nl: &str, after_en: &str) -> Sentence {
    let on = listed(on);
    Sentence::new(format!("{nl}{}{after_nl}", on.nl), format!("{en}{}{after_en}", on.en))
}

/// The names of dimensions: `woonplek, contact en dwang`.
fn listed(on: &[Dimension]) -> Sentence {
    let join = |names: Vec<&str>, and: &str| match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} {and} {last}", rest.join(", ")),
        None => String::new(),
    };
    Sentence::new(
        join(on.iter().map(|it| it.words().0).collect(), "en"),
        join(on.iter().map(|it| it.words().1).collect(), "and"),
    )
}
