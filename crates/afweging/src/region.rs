//! A region's overlay: who works with whom, under which names, in which meetings, and what of it is offered. Never a power.
//!
//! An overlay is one TOML file of `packs/regions/`. It sets names of teams and organisations, who is in a team (each acting
//! as the own employer), tables with who may bring a case and what can come out, where reports go first, contact roles
//! (never persons), forms of meeting, the level of each aid (`off`, `note`, `warn`), the municipalities with their own
//! starting points and moments, which measures are offered and under which name, and figures with what they do not say.
//! Every datum says where it was read and how sure that is.
//!
//! What an overlay may not do is refused with the article ([`PackCode`] from `AFW-PACK-040` on): docs/src/regions.md has each
//! refusal with an example.

mod change;
mod claim;
mod diff;
mod embedded;
mod parts;
mod read;
mod trespass;
mod words;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::canonical;
use crate::code::Code;
use crate::id::MeasureId;
use crate::pack::{AidLevel, Labels, Offer, Overlay, Pack, PackError};
use crate::said::Said;

pub use change::{Analysis, Change, Design, Missing, NotYet, Phase, Preparation, Realisation};
pub use diff::{Difference, RegionPart};
pub use parts::{
    AgreedMandate, Agreement, ContactRole, Deed, DiscussionTable, Doing, Figure, FigureValue, MeetingForm,
    Member, Milestone, Municipality, Organisation, Reading, RegionChange, RegionGoal, RegionMeasure,
    RegionSource, Routing, Share, TableOutcome, Team,
};
pub use words::{Family, MeetingKind, SourceSureness, TeamKind};

use claim::Claim;

/// The format that an overlay names.
const FORMAT: &str = "afweging/region/1";

/// The largest overlay that is taken, in bytes.
pub const LARGEST_REGION: usize = 256 * 1024;

/// A region's overlay.
///
/// ```
/// use afweging::{MeasureId, Offer, Pack, Region};
/// let region = Region::named("foodvalley").ok_or("no such region")?;
/// let team = MeasureId::new("M02")?;
/// assert_eq!(region.offer(&team), Offer::NotSaid, "nothing is filled in");
/// let pack = Pack::nl()?.in_region(&region)?;
/// assert_eq!(pack.region().map(|it| it.id.as_str()), Some("foodvalley"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct Region {
    id: String,
    labels: Labels,
    hypothetical: bool,
    from: NaiveDate,
    note: Labels,
    hash: String,
    sources: Vec<RegionSource>,
    organisations: Vec<Organisation>,
    teams: Vec<Team>,
    tables: Vec<DiscussionTable>,
    routes: Vec<Routing>,
    contacts: Vec<ContactRole>,
    meetings: Vec<MeetingForm>,
    municipalities: Vec<Municipality>,
    measures: Vec<RegionMeasure>,
    mandates: Vec<AgreedMandate>,
    agreements: Vec<Agreement>,
    goals: Vec<RegionGoal>,
    figures: Vec<Figure>,
    aids: BTreeMap<Code, AidLevel>,
    change: Said<RegionChange>,
    #[serde(skip)]
    claims: Vec<Claim>,
}

impl Region {
    /// The regions that are part of this library, in the order of their ids.
    pub fn all() -> Vec<Region> {
        // A test loads each of them: none is left out.
        embedded::FILES.iter().filter_map(|(name, text)| read::read(name, text).ok()).collect()
    }

    /// One of the regions that are part of this library, by its id; `None` when there is none of that id.
    pub fn named(id: &str) -> Option<Region> {
        Region::all().into_iter().find(|region| region.id == id)
    }

    /// Reads an overlay and holds it against a law pack. `file` is what errors call it.
    ///
    /// # Errors
    /// [`PackError`] for the first thing that is wrong, with line and key; for what the law forbids with the article.
    ///
    /// ```
    /// use afweging::{Pack, PackCode, Region};
    /// let text = r#"
    /// format = "afweging/region/1"
    /// id = "r"
    /// label = { nl = "R", en = "R" }
    /// note = { nl = "Een voorbeeld.", en = "An example." }
    /// hypothetical = false
    /// from = 2025-01-01
    /// [[source]]
    /// id = "own"
    /// label = { nl = "eigen afspraak", en = "own agreement" }
    /// date = "2025"
    /// [[mandate]]
    /// id = "m"
    /// from = "college"
    /// to = "local_team"
    /// act = "decide"
    /// measure = "M16"
    /// cite = { source = "own", at = "1", certainty = "stated" }
    /// "#;
    /// let refused = Region::from_toml("r.toml", text, &Pack::nl()?).unwrap_err();
    /// assert_eq!(refused.code, PackCode::CourtElsewhere);
    /// assert!(refused.reason.contains("BW1 255(1)"), "{refused}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_toml(file: &str, text: &str, pack: &Pack) -> Result<Region, PackError> {
        let region = read::read(file, text)?;
        region.check(pack)?;
        Ok(region)
    }

    /// Holds it against a law pack, on every day from its first day on.
    ///
    /// # Errors
    /// [`PackError`] for the first trespass in the file, with the article of the pack that forbids it.
    pub fn check(&self, pack: &Pack) -> Result<(), PackError> {
        trespass::check(self, pack)
    }

    /// Its id, such as `utrecht-west`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its name.
    pub fn labels(&self) -> &Labels {
        &self.labels
    }

    /// Whether it is a scenario and no region that there is. An outcome that used it says so.
    pub fn is_hypothetical(&self) -> bool {
        self.hypothetical
    }

    /// The day from which it is held against the law.
    pub fn from(&self) -> NaiveDate {
        self.from
    }

    /// What the overlay covers, and what it does not.
    pub fn note(&self) -> &Labels {
        &self.note
    }

    /// SHA-256 over its text, in lower-case hex.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// In what its data were read.
    pub fn sources(&self) -> &[RegionSource] {
        &self.sources
    }

    /// Its organisations.
    pub fn organisations(&self) -> &[Organisation] {
        &self.organisations
    }

    /// Its teams.
    pub fn teams(&self) -> &[Team] {
        &self.teams
    }

    /// Its tables.
    pub fn tables(&self) -> &[DiscussionTable] {
        &self.tables
    }

    /// The table that bringing a case to is this measure.
    pub fn table_for(&self, measure: &MeasureId) -> Option<&DiscussionTable> {
        self.tables.iter().find(|table| table.measure == *measure)
    }

    /// Where reports and questions go first.
    pub fn routes(&self) -> &[Routing] {
        &self.routes
    }

    /// Its contact roles.
    pub fn contacts(&self) -> &[ContactRole] {
        &self.contacts
    }

    /// Its forms of meeting.
    pub fn meetings(&self) -> &[MeetingForm] {
        &self.meetings
    }

    /// Its municipalities.
    pub fn municipalities(&self) -> &[Municipality] {
        &self.municipalities
    }

    /// What it says of measures.
    pub fn measures(&self) -> &[RegionMeasure] {
        &self.measures
    }

    /// Whether it offers a measure.
    pub fn offer(&self, measure: &MeasureId) -> Offer {
        match self.measures.iter().find(|it| it.measure == *measure) {
            Some(said) if said.offered => Offer::Offered,
            Some(_) => Offer::NotOffered,
            None => Offer::NotSaid,
        }
    }

    /// Its mandates.
    pub fn mandates(&self) -> &[AgreedMandate] {
        &self.mandates
    }

    /// Its other working agreements.
    pub fn agreements(&self) -> &[Agreement] {
        &self.agreements
    }

    /// What it wants of all its cases together. Nothing in an assessment looks at these.
    pub fn goals(&self) -> &[RegionGoal] {
        &self.goals
    }

    /// Its figures.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// One of its figures, such as `N01`.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// The levels that it gives to aids; an aid that it does not name keeps the level that it has everywhere.
    pub fn aids(&self) -> impl Iterator<Item = (Code, AidLevel)> {
        self.aids.iter().map(|(code, level)| (*code, *level))
    }

    /// Its own change, where it has said in which phase that is.
    pub fn change(&self) -> Said<&RegionChange> {
        match &self.change {
            Said::Said(change) => Said::Said(change),
            Said::NotSaid => Said::NotSaid,
        }
    }

    /// What an organisation or team is called here, by its id.
    pub fn body(&self, id: &str) -> Option<&Labels> {
        let organisation = self.organisations.iter().find(|it| it.id == id).map(|it| &it.labels);
        organisation.or_else(|| self.teams.iter().find(|it| it.id == id).map(|it| &it.labels))
    }

    /// How it differs from another in names, teams, tables and offered measures: what the one has and the other has not, or
    /// has otherwise.
    pub fn diff(&self, other: &Region) -> Vec<Difference> {
        diff::between(self, other)
    }

    /// It as canonical JSON.
    pub fn to_json(&self) -> String {
        canonical::to_json(self)
    }

    fn overlay(&self) -> Overlay {
        let named = |it: &RegionMeasure| Some((it.measure.clone(), it.labels.said()?.clone()));
        Overlay {
            id: self.id.clone(),
            labels: self.labels.clone(),
            hash: self.hash.clone(),
            hypothetical: self.hypothetical,
            aids: self.aids.clone(),
            offers: self.measures.iter().map(|it| (it.measure.clone(), it.offered)).collect(),
            names: self.measures.iter().filter_map(named).collect(),
            lawful: BTreeMap::new(),
        }
    }
}

impl Pack {
    /// The pack in a region: the same law, with the region's names, its levels of aids and what it does not offer. It takes
    /// the place of a region that the pack was in.
    ///
    /// # Errors
    /// [`PackError`] when this pack forbids something in the overlay.
    pub fn in_region(self, region: &Region) -> Result<Pack, PackError> {
        region.check(&self)?;
        Ok(self.with_overlay(region.overlay()))
    }
}
