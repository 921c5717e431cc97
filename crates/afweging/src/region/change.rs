//! A region's own change, in phases (S2; law.md 5.7): preparation → analysis → design → realisation.
//!
//! Each phase is left by a transition that takes what the phase must have brought. A transition that is refused gives the
//! phase back and says by name what is missing. Nothing here touches a power: a region in whatever phase works within the
//! same law.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::pack::file::{Node, Table};
use crate::pack::{PackCode, PackError};
use crate::region::read::list;
use crate::sentence::Sentence;

/// The name of a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Before the start: everybody commits.
    Preparation,
    /// Analysis (*analyse*): the picture at the start, and what is wanted.
    Analysis,
    /// Design (*ontwerp*): a framework for the region, a plan for each party.
    Design,
    /// Realisation (*realisatie*): the plans are carried out, watched and adjusted.
    Realisation,
}

/// What a phase still has to bring.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// There are no parties.
    Parties,
    /// A party has not committed.
    Commitment(String),
    /// There is no picture of how a party stands at the start (*startfoto*).
    StartPicture(String),
    /// The shared goals are not written down.
    SharedGoals,
    /// The way of working is not written down.
    WayOfWorking,
    /// The conditions that it takes are not written down.
    Conditions,
    /// How process and effects are watched is not defined.
    Monitoring,
    /// A party has no plan of its own.
    Plan(String),
}

impl Missing {
    /// What is missing, in both languages; parties by their ids.
    pub fn sentence(&self) -> Sentence {
        let of = |nl: &str, en: &str, party: &str| {
            Sentence::new(format!("{nl} `{party}`"), format!("{en} `{party}`"))
        };
        match self {
            Missing::Parties => Sentence::new("de partijen", "the parties"),
            Missing::Commitment(party) => of("het commitment van", "the commitment of", party),
            Missing::StartPicture(party) => of("de startfoto van", "the start picture of", party),
            Missing::SharedGoals => Sentence::new("de gezamenlijke doelen", "the shared goals"),
            Missing::WayOfWorking => Sentence::new("de werkwijze", "the way of working"),
            Missing::Conditions => Sentence::new("de randvoorwaarden", "the conditions that it takes"),
            Missing::Monitoring => Sentence::new("de monitoring", "the monitoring"),
            Missing::Plan(party) => of("het plan van", "the plan of", party),
        }
    }
}

impl std::fmt::Display for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence().en)
    }
}

/// A transition that was refused, with the phase as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotYet<P> {
    /// The phase, unchanged.
    pub phase: P,
    /// What is missing; never empty.
    pub missing: Vec<Missing>,
}

/// Before the start.
///
/// ```
/// use afweging::{Missing, Preparation};
/// let refused = Preparation::of(["raad", "vt"]).committed("vt").begin().unwrap_err();
/// assert_eq!(refused.missing, [Missing::Commitment("raad".to_owned())]);
/// let analysis = refused.phase.committed("raad").begin().map_err(|_| "not yet")?;
/// assert!(analysis.design().is_err(), "there is no start picture yet");
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preparation {
    parties: BTreeSet<String>,
    committed: BTreeSet<String>,
}

/// The analysis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Analysis {
    parties: BTreeSet<String>,
    start_pictures: BTreeSet<String>,
    shared_goals: bool,
    way_of_working: bool,
    conditions: bool,
}

/// The design.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Design {
    parties: BTreeSet<String>,
    monitoring: bool,
    plans: BTreeSet<String>,
}

/// The realisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Realisation {
    parties: BTreeSet<String>,
}

fn without<'a>(
    parties: &'a BTreeSet<String>,
    those: &'a BTreeSet<String>,
) -> impl Iterator<Item = String> + 'a {
    parties.difference(those).cloned()
}

impl Preparation {
    /// Names the parties: every municipality and organisation of the change.
    pub fn of(parties: impl IntoIterator<Item = impl Into<String>>) -> Preparation {
        Preparation { parties: parties.into_iter().map(Into::into).collect(), committed: BTreeSet::new() }
    }

    /// A party commits.
    #[must_use]
    pub fn committed(mut self, party: impl Into<String>) -> Preparation {
        self.committed.insert(party.into());
        self
    }

    /// What is missing before it can begin.
    pub fn missing(&self) -> Vec<Missing> {
        if self.parties.is_empty() {
            return vec![Missing::Parties];
        }
        without(&self.parties, &self.committed).map(Missing::Commitment).collect()
    }

    /// Begins the analysis.
    ///
    /// # Errors
    /// [`NotYet`] until every party has committed.
    pub fn begin(self) -> Result<Analysis, NotYet<Preparation>> {
        match self.missing() {
            missing if !missing.is_empty() => Err(NotYet { phase: self, missing }),
            _ => Ok(Analysis {
                parties: self.parties,
                start_pictures: BTreeSet::new(),
                shared_goals: false,
                way_of_working: false,
                conditions: false,
            }),
        }
    }
}

impl Analysis {
    /// The picture of how a party stands at the start is complete.
    #[must_use]
    pub fn start_picture(mut self, party: impl Into<String>) -> Analysis {
        self.start_pictures.insert(party.into());
        self
    }

    /// The shared goals are written down.
    #[must_use]
    pub fn shared_goals(self) -> Analysis {
        Analysis { shared_goals: true, ..self }
    }

    /// The way of working is written down.
    #[must_use]
    pub fn way_of_working(self) -> Analysis {
        Analysis { way_of_working: true, ..self }
    }

    /// The conditions that it takes are written down.
    #[must_use]
    pub fn conditions(self) -> Analysis {
        Analysis { conditions: true, ..self }
    }

    /// What the analysis still has to bring.
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing: Vec<_> =
            without(&self.parties, &self.start_pictures).map(Missing::StartPicture).collect();
        let told = [
            (self.shared_goals, Missing::SharedGoals),
            (self.way_of_working, Missing::WayOfWorking),
            (self.conditions, Missing::Conditions),
        ];
        missing.extend(told.into_iter().filter(|(is_told, _)| !is_told).map(|(_, missing)| missing));
        missing
    }

    /// Goes on to the design.
    ///
    /// # Errors
    /// [`NotYet`] until the start picture is complete and what is wanted is written down.
    pub fn design(self) -> Result<Design, NotYet<Analysis>> {
        match self.missing() {
            missing if !missing.is_empty() => Err(NotYet { phase: self, missing }),
            _ => Ok(Design { parties: self.parties, monitoring: false, plans: BTreeSet::new() }),
        }
    }
}

impl Design {
    /// How process and effects are watched is defined.
    #[must_use]
    pub fn monitoring(self) -> Design {
        Design { monitoring: true, ..self }
    }

    /// A party has its own plan.
    #[must_use]
    pub fn plan(mut self, party: impl Into<String>) -> Design {
        self.plans.insert(party.into());
        self
    }

    /// What the design still has to bring.
    pub fn missing(&self) -> Vec<Missing> {
        let monitoring = (!self.monitoring).then_some(Missing::Monitoring);
        monitoring.into_iter().chain(without(&self.parties, &self.plans).map(Missing::Plan)).collect()
    }

    /// Goes on to the realisation.
    ///
    /// # Errors
    /// [`NotYet`] until the monitoring is defined and every party has its plan.
    pub fn realise(self) -> Result<Realisation, NotYet<Design>> {
        match self.missing() {
            missing if !missing.is_empty() => Err(NotYet { phase: self, missing }),
            _ => Ok(Realisation { parties: self.parties }),
        }
    }
}

impl Realisation {
    /// The parties that carry out their plans.
    pub fn parties(&self) -> impl Iterator<Item = &str> {
        self.parties.iter().map(String::as_str)
    }
}

/// A region's own change, in whatever phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub enum Change {
    /// Before the start.
    Preparation(Preparation),
    /// The analysis.
    Analysis(Analysis),
    /// The design.
    Design(Design),
    /// The realisation.
    Realisation(Realisation),
}

impl Change {
    /// In which phase it is.
    pub fn phase(&self) -> Phase {
        match self {
            Change::Preparation(_) => Phase::Preparation,
            Change::Analysis(_) => Phase::Analysis,
            Change::Design(_) => Phase::Design,
            Change::Realisation(_) => Phase::Realisation,
        }
    }

    /// What its phase still has to bring before the next; empty in the last.
    pub fn missing(&self) -> Vec<Missing> {
        match self {
            Change::Preparation(phase) => phase.missing(),
            Change::Analysis(phase) => phase.missing(),
            Change::Design(phase) => phase.missing(),
            Change::Realisation(_) => Vec::new(),
        }
    }
}

/// Reads a change, and goes through its phases up to the one that it says it is in.
pub(super) fn read(table: &Table<'_, '_>, known: &BTreeSet<String>) -> Result<Change, PackError> {
    let node = table.need("phase")?;
    let phase: Phase = node.word()?;
    let named = |key: &'static str| -> Result<Vec<String>, PackError> {
        list(table, key)?.iter().map(|node| party(node, known)).collect()
    };
    let told = |key: &'static str| table.get(key).map_or(Ok(false), |node| node.truth());
    let (parties, committed) = (named("parties")?, named("committed")?);
    let (start_pictures, plans) = (named("start_pictures")?, named("plans")?);
    let (shared_goals, way_of_working) = (told("shared_goals")?, told("way_of_working")?);
    let (conditions, monitoring) = (told("conditions")?, told("monitoring")?);
    let refused = |missing: &[Missing]| {
        let missing: Vec<String> = missing.iter().map(Missing::to_string).collect();
        node.place().error(PackCode::PhaseTooEarly, format!("missing before that: {}", missing.join(", ")))
    };
    let preparation = committed.into_iter().fold(Preparation::of(parties), Preparation::committed);
    if phase == Phase::Preparation {
        return Ok(Change::Preparation(preparation));
    }
    let mut analysis = preparation.begin().map_err(|it| refused(&it.missing))?;
    analysis = start_pictures.into_iter().fold(analysis, Analysis::start_picture);
    analysis.shared_goals = shared_goals;
    analysis.way_of_working = way_of_working;
    analysis.conditions = conditions;
    if phase == Phase::Analysis {
        return Ok(Change::Analysis(analysis));
    }
    let mut design = analysis.design().map_err(|it| refused(&it.missing))?;
    design = plans.into_iter().fold(design, Design::plan);
    design.monitoring = monitoring;
    if phase == Phase::Design {
        return Ok(Change::Design(design));
    }
    design.realise().map(Change::Realisation).map_err(|it| refused(&it.missing))
}

fn party(node: &Node<'_, '_>, known: &BTreeSet<String>) -> Result<String, PackError> {
    let id = node.text()?;
    if known.contains(id) {
        return Ok(id.to_owned());
    }
    let reason = format!("no organisation, team or municipality has the id `{id}`");
    Err(node.place().error(PackCode::Dangling, reason))
}
