//! What a region's overlay tells: who works with whom, under which names, in which meetings. None of it is a power.

use serde::Serialize;

use crate::actor::{Act, Actor};
use crate::id::MeasureId;
use crate::pack::{Labels, Length};
use crate::region::change::Change;
use crate::region::words::{Family, MeetingKind, SourceSureness, TeamKind};
use crate::said::Said;
use crate::time::When;

/// Where a datum of a region was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The id of a [`RegionSource`].
    pub source: String,
    /// The line or section.
    pub at: String,
    /// How the source says it.
    pub sureness: SourceSureness,
    /// For when it was so, where that is not the day of the source.
    pub on: Said<When>,
}

/// A document that a region's data were read in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegionSource {
    /// Its id, such as `S3`.
    pub id: String,
    /// What it is.
    pub labels: Labels,
    /// From when it is.
    pub dated: When,
}

/// An organisation, with the bodies of the authority map that it is: one may be two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// Its id.
    pub id: String,
    /// Its name.
    pub labels: Labels,
    /// The bodies whose powers its own workers may use.
    pub acts_as: Vec<Actor>,
    /// Where it was read.
    pub read: Reading,
}

/// Somebody in a team, by the organisation that employs them. A role, never a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member {
    /// The organisation that employs them.
    pub employer: String,
    /// The body whose powers they use: always one of the own employer's.
    pub acting_as: Actor,
}

/// An act to a measure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Doing {
    /// What is done.
    pub act: Act,
    /// To which measure.
    pub measure: MeasureId,
}

/// What a body does with its own power.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Deed {
    /// The body that has the power by law.
    pub by: Actor,
    /// What it does.
    pub act: Act,
    /// To which measure.
    pub measure: MeasureId,
}

/// A team: people of one or more organisations, each with the powers of the own employer and no others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Team {
    /// Its id.
    pub id: String,
    /// Its name.
    pub labels: Labels,
    /// What kind of team it is.
    pub kind: TeamKind,
    /// Who is in it.
    pub members: Vec<Member>,
    /// How many people, where that is said.
    pub staff: Said<u32>,
    /// What its members do there.
    pub does: Vec<Doing>,
    /// Where it was read.
    pub read: Reading,
}

/// What can come out of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableOutcome {
    /// Its name.
    pub labels: Labels,
    /// Who then does what, where it is more than advice.
    pub deed: Said<Deed>,
}

/// A table: bodies that look at a case together. It advises; it decides nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DiscussionTable {
    /// Its id.
    pub id: String,
    /// Its name.
    pub labels: Labels,
    /// The measure that bringing a case there is, as the law pack has it.
    pub measure: MeasureId,
    /// The teams and organisations that may bring cases.
    pub may_bring: Vec<String>,
    /// The teams and organisations that sit there.
    pub seats: Vec<String>,
    /// What can come out of it.
    pub outcomes: Vec<TableOutcome>,
    /// Where it was read.
    pub read: Reading,
}

/// An agreement on where reports and questions go first. It shuts no other way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Routing {
    /// Its id.
    pub id: String,
    /// What is agreed.
    pub labels: Labels,
    /// From whom it goes.
    pub from: Actor,
    /// To which team or organisation.
    pub to: String,
    /// Where it was read.
    pub read: Reading,
}

/// A contact person, by role. Who it is stands nowhere in this library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactRole {
    /// Its id.
    pub id: String,
    /// What the role is called.
    pub labels: Labels,
    /// The organisation that has it.
    pub of: String,
    /// The team that it is there for, where that is said.
    pub for_team: Said<String>,
    /// Where it was read.
    pub read: Reading,
}

/// A form of meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingForm {
    /// Its id.
    pub id: String,
    /// Its name.
    pub labels: Labels,
    /// What kind of meeting it is.
    pub kind: MeetingKind,
    /// Whether the family is there.
    pub family: Family,
    /// How often, where that is said.
    pub every: Said<Length>,
    /// What may come out of it for a person; never anything for a learning meeting.
    pub carries: Vec<Deed>,
    /// Where it was read.
    pub read: Reading,
}

/// Something that happened, or was planned, in a municipality's own change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Milestone {
    /// What.
    pub labels: Labels,
    /// When.
    pub on: When,
    /// Where it was read.
    pub read: Reading,
}

/// A municipality of the region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Municipality {
    /// Its id.
    pub id: String,
    /// Its name.
    pub labels: Labels,
    /// From where it started.
    pub start: Labels,
    /// Its own phases, in the order of time.
    pub moments: Vec<Milestone>,
    /// Where it was read.
    pub read: Reading,
}

/// Whether a measure is offered, and under which name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegionMeasure {
    /// The measure.
    pub measure: MeasureId,
    /// Whether the region offers it.
    pub offered: bool,
    /// What it is called here, where that differs from the law pack.
    pub labels: Said<Labels>,
    /// Where it was read.
    pub read: Reading,
}

/// A mandate: somebody uses a power in the name of who has it. Only one that the law knows is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgreedMandate {
    /// Its id.
    pub id: String,
    /// Who has the power.
    pub from: Actor,
    /// Who uses it in their name.
    pub to: Actor,
    /// What may be done.
    pub doing: Doing,
    /// Whether it is for an extension of the measure.
    pub extension: bool,
    /// Whether it may be passed on.
    pub may_be_passed_on: bool,
    /// Where it was read.
    pub read: Reading,
}

/// What a working agreement asks more than the law does: a safeguard that is kept at least as strong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Agreement {
    /// Its id.
    pub id: String,
    /// What is agreed.
    pub labels: Labels,
    /// Where it was read.
    pub read: Reading,
}

/// What a region wants of all its cases together. It is never a reason in one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegionGoal {
    /// Its id.
    pub id: String,
    /// What is wanted.
    pub labels: Labels,
    /// Where it was read.
    pub read: Reading,
}

/// One number of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureValue {
    /// What it counts.
    pub labels: Labels,
    /// How many.
    pub number: u32,
}

/// A figure out of a source, with what keeps it from saying more than it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// Its id, such as `N01`.
    pub id: String,
    /// What it is about.
    pub labels: Labels,
    /// Its numbers. Where there is a total, they are its parts.
    pub values: Vec<FigureValue>,
    /// The whole, where the numbers are parts of one.
    pub total: Said<u32>,
    /// What it does not say.
    pub caveat: Labels,
    /// Where it was read.
    pub read: Reading,
}

/// A part of a whole: two counts, and no cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Share {
    /// The part.
    pub part: u32,
    /// The whole; never 0.
    pub whole: u32,
}

impl Share {
    /// In thousandths, rounded to the nearest.
    pub fn per_mille(self) -> u32 {
        let half = self.whole.checked_div(2).unwrap_or_default();
        let thousandths = u64::from(self.part).saturating_mul(1000).saturating_add(u64::from(half));
        let rounded = thousandths.checked_div(u64::from(self.whole)).unwrap_or_default();
        u32::try_from(rounded).unwrap_or(u32::MAX)
    }
}

impl Figure {
    /// One of its numbers as a share of the total; `None` without a total, or of nothing.
    pub fn share(&self, value: &FigureValue) -> Option<Share> {
        let whole = *self.total.said()?;
        (whole > 0 && self.values.contains(value)).then_some(Share { part: value.number, whole })
    }
}

/// The region's own change, with the phase in which it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegionChange {
    /// Where it stands.
    pub stands: Change,
    /// Where it was read.
    pub read: Reading,
}
