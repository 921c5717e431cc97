//! The explorer: everything that can be tried within a bound, tried; and what that shows.
//!
//! Three walks. The **machines**: every transition from every state. The **powers**: every measure, act and actor by every
//! state of the law, and every situation in which a step can be proposed, by age, consent and urgency. The **histories**:
//! every history up to a length, out of a few moves. On all of them the properties of the model that can be decided there.
//!
//! It says how many there were, what it took as equal, and what it left out: it never stops in silence.

mod alphabet;
mod histories;
mod lack;
mod machines;
#[cfg(test)]
mod planted;
mod powers;
mod properties;
mod rule;
mod samples;
mod situations;

use std::collections::BTreeSet;

use afweging::{Pack, Said, Sentence};
use serde::Serialize;

pub use histories::{Beginning, HistoriesWalk, Length, NotReached};
pub use lack::{Lack, LackKind};
pub use machines::{FinalState, MACHINE_DEPTH, MachineWalk, walk};
pub use powers::{Period, PowerGap, PowerOverlap, PowersWalk};
pub use rule::{Counterexample, Look, PropertyTried, Rule, Seen, Tried};
pub use situations::{Age, ConsentSaid, PowerHere, SituationsWalk};

use histories::Histories;
use lack::Lacks;
use rule::Tally;
use situations::Situations;

/// What is explored.
#[derive(Debug, Clone)]
pub struct Explorer<'a> {
    pack: &'a Pack,
    in_region: Option<&'a Pack>,
    depth: usize,
    only_histories: bool,
    nothing_equal: bool,
    mixed: bool,
    own: Vec<Rule>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exploration {
    /// The law pack.
    pub pack: String,
    /// Its hash.
    pub pack_hash: String,
    /// Whether it holds law that is not in force.
    pub hypothetical: bool,
    /// The region; not said: the law alone.
    pub region: Said<String>,
    /// The machines; none when they were not walked.
    pub machines: Vec<MachineWalk>,
    /// The map by itself; not said when it was not walked.
    pub powers: Said<PowersWalk>,
    /// The situations; not said when they were not walked.
    pub situations: Said<SituationsWalk>,
    /// The histories.
    pub histories: HistoriesWalk,
    /// Where something stands in the way and nobody is named who could take it away.
    pub lacks: Vec<Lack>,
    /// Each property, with how often it was tried.
    pub properties: Vec<PropertyTried>,
    /// What was left out on purpose.
    pub left_out: Vec<Sentence>,
}

impl Exploration {
    /// Everything that nobody said to be meant, in numbers: unreachable states and dead ends of machines, powers, dead ends of
    /// assessments, violated properties.
    pub fn surprises(&self) -> Surprises {
        let powers = self.powers.said().map_or(0, PowersWalk::surprises);
        let here = self.situations.said().map_or(0, |it| {
            let two = it.two.iter().filter(|it| it.meant.is_not_said()).count();
            it.nobody.len().saturating_add(two)
        });
        Surprises {
            machines: self.machines.iter().filter(|it| !it.is_as_meant()).count(),
            powers: powers.saturating_add(here),
            dead_ends: self.lacks.len(),
            properties: self.properties.iter().filter(|it| it.violated > 0).count(),
        }
    }
}

/// How many surprises there are of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Surprises {
    /// Machines with a state that nothing leads to, or out of which nothing leads though something must.
    pub machines: usize,
    /// Measures that nobody may decide on, or two may, where nobody said that this is meant.
    pub powers: usize,
    /// Kinds of finding and duty without anybody who could take them away.
    pub dead_ends: usize,
    /// Properties that did not hold.
    pub properties: usize,
}

impl Surprises {
    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        *self == Surprises { machines: 0, powers: 0, dead_ends: 0, properties: 0 }
    }
}

impl<'a> Explorer<'a> {
    /// Explores this law, with histories of at most three moves.
    pub fn new(pack: &'a Pack) -> Self {
        Explorer {
            pack,
            in_region: None,
            depth: 3,
            only_histories: false,
            nothing_equal: false,
            mixed: false,
            own: Vec::new(),
        }
    }

    /// The same law in a region: what it opens there is laid beside what the law alone opens (P18).
    #[must_use]
    pub fn in_region(mut self, pack: &'a Pack) -> Self {
        self.in_region = Some(pack);
        self
    }

    /// Histories of at most so many moves.
    #[must_use]
    pub fn depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }

    /// Only the histories: neither machines, nor powers, nor situations.
    #[must_use]
    pub fn only_histories(mut self) -> Self {
        self.only_histories = true;
        self
    }

    /// Takes nothing as equal: every situation by every state of the law, every history in every order. Slow.
    #[must_use]
    pub fn nothing_equal(mut self) -> Self {
        self.nothing_equal = true;
        self
    }

    /// Makes histories out of all moves from every beginning, and not only out of those of one theme. Slow.
    #[must_use]
    pub fn mixed(mut self) -> Self {
        self.mixed = true;
        self
    }

    /// Tries a rule of your own on every look.
    #[must_use]
    pub fn with_rule(mut self, rule: Rule) -> Self {
        self.own.push(rule);
        self
    }

    /// Explores.
    pub fn explore(&self) -> Exploration {
        self.explore_and_tell(&mut |_, _| ())
    }

    /// Explores, and tells now and then what it is at and how far.
    pub fn explore_and_tell(&self, progress: &mut dyn FnMut(&Sentence, usize)) -> Exploration {
        self.run(progress).0
    }

    /// Everything that any assessment of a history said, without the numbers of entries: the same whether or not histories
    /// are taken as equal.
    pub fn all_said(&self) -> BTreeSet<String> {
        self.run(&mut |_, _| ()).1
    }

    fn run(&self, progress: &mut dyn FnMut(&Sentence, usize)) -> (Exploration, BTreeSet<String>) {
        let (mut tally, mut lacks) = (Tally::default(), Lacks::default());
        let (mut machines, mut powers, mut situations) = (Vec::new(), Said::NotSaid, Said::NotSaid);
        if !self.only_histories {
            machines = samples::walks(&mut tally);
            powers = Said::Said(powers::walk(self.pack, &mut tally));
            situations = Said::Said(
                Situations {
                    pack: self.pack,
                    in_region: self.in_region,
                    nothing_equal: self.nothing_equal,
                    rules: &self.own,
                    lacks: &mut lacks,
                    tally: &mut tally,
                    progress,
                }
                .walk(),
            );
        }
        let mut rules = properties::rules();
        rules.extend(self.own.iter().cloned());
        let (histories, said) = Histories {
            pack: self.pack,
            in_region: self.in_region,
            depth: self.depth,
            dedup: !self.nothing_equal,
            mixed: self.mixed,
            rules: &rules,
            of_log: &properties::rules_of_log(),
            lacks: &mut lacks,
            tally: &mut tally,
            progress,
        }
        .walk();
        let region = self.in_region.and_then(|pack| pack.region().map(|it| it.id.clone()));
        let exploration = Exploration {
            pack: self.pack.id().to_owned(),
            pack_hash: self.pack.hash().to_owned(),
            hypothetical: self.pack.is_hypothetical(),
            region: region.map_or(Said::NotSaid, Said::Said),
            machines,
            powers,
            situations,
            histories,
            lacks: lacks.found(),
            properties: properties::tried(&tally, &self.own),
            left_out: left_out(self.mixed),
        };
        (exploration, said)
    }
}

/// What no walk looks at.
fn left_out(mixed: bool) -> Vec<Sentence> {
    let mut left_out = vec![
        Sentence::new(
            "Situaties: één gezin (één ouder, die het gezag heeft zolang dat kan), zonder plaatsing, zonder lopende maatregelen, \
             vóór verzoek en beslissing; het kind en de ouder zeggen over toestemming hetzelfde.",
            "Situations: one family (one parent, who holds authority while that can be), without a placement, without measures \
             in force, before any request or decision; child and parent say the same of consent.",
        ),
        Sentence::new(
            "Geschiedenissen: de nieuwste stand van de wet, de stappen M02 en M16 (bij spoed ook M15), alles waargenomen en op de eigen dag \
             vastgelegd; een zet is steeds dezelfde regel, van dezelfde persoon.",
            "Histories: the newest state of the law, the steps M02 and M16 (in urgency M15 too), all of it observed and recorded on its own day; \
             a move is always the same entry, by the same person.",
        ),
        Sentence::new(
            "Volgorde: van geschiedenissen van drie zetten en meer die als gelijk gelden, is er één beoordeeld; die van twee \
             zetten zijn naast elkaar gelegd (P12). Wat over het logboek zelf gaat (P1, P2, P3, P17, P20), is tot en met één zet getoetst.",
            "Order: of histories of three moves and more that are taken as equal, one was assessed; those of two moves were \
             laid beside each other (P12). What is about the log itself (P1, P2, P3, P17, P20) was tried up to one move.",
        ),
    ];
    if !mixed {
        left_out.push(Sentence::new(
            "Zetten van verschillende thema’s zijn niet gemengd.",
            "Moves of different themes were not mixed.",
        ));
    }
    left_out
}
