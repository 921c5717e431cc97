//! A law pack: measures, grounds, powers and terms as dated data, parsed once, checked, immutable.
//!
//! # Files
//!
//! A pack is a set of TOML files: `pack.toml` (its `format`, `id`, name, and whether it is `hypothetical`) and, per topic,
//! `<topic>/<day>.toml`, named after the day on which what it says came into force. A mistake in a released file is put
//! right by `<topic>/<day>.<n>.toml` with `n` = 2, 3, …; a released file itself never changes.
//!
//! | topic | entries |
//! | --- | --- |
//! | `sources` | `[[source]]`: where citations were read |
//! | `placements` | `[[placement]]`: kinds of place with their levels |
//! | `measures` | `[[measure]]` |
//! | `grounds` | `[[ground]]`, and `[[test]]`: which grounds a measure takes |
//! | `relations` | `[[requires]]`, `[[prefers]]`, `[[adjacent]]`; `[[ordered]]` and `[[incomparable]]`: how two vectors must stand to each other |
//! | `requirements` | `[[requirement]]`: form, documents, moments |
//! | `hearing` | `[[hearing]]` |
//! | `consent` | `[[basis]]` per measure, `[[rule]]` per age |
//! | `authority` | `[[grant]]`; `anyone` alone as its actors stands for every actor that is no court |
//! | `terms` | `[[term]]` |
//! | `principles` | `[[principle]]` |
//! | `retention` | `[[retention]]`: how long each kind of file is kept |
//! | `provisions` | `[[provision]]`: what the law has that is no condition of a step |
//! | `wording` | `[[measure]]`, `[[ground]]`, `[[adjacent]]`, `[[requirement]]`: what it is called in plain words for a family (`id`, `label`, of a ground `question`); no law, so without a citation and for all days |
//!
//! # Time
//!
//! **Every entry is a datum with an `id` and a citation** `cite = { law, article, paragraph, from, until, certainty,
//! source }`; it is in force on the days from `from` up to and without `until`. `from` is never after the day of its file.
//!
//! **An entry supersedes the entry with the same id (and of the same kind) in every earlier file, as a whole, from its own
//! `from` on.** What the earlier one says holds until that day. Files are read in the order of their days, then of `n`. In
//! one file an id stands once.
//!
//! **`[[end]]`** (`what` = the kind of entry, `id`, `cite`) ends a datum without a successor on the day `cite.from`.
//!
//! A `[[ground]]` and a `[[source]]` are never superseded: a ground that changes is a new ground with a new id, so that a
//! view on it always means the same. A `[[test]]` says which grounds a measure takes, and can be superseded.
//!
//! From this the pack derives one state per day on which anything changes; [`Pack::measure`] gives the measure with
//! everything that is in force on the day. Before the first file's day there is no state: [`Pack::measure`] says `None`.

mod consent;
mod draft;
mod error;
pub(crate) mod file;
mod grant;
mod hypothetical;
mod keeping;
mod measure;
mod nl;
mod overlay;
mod provision;
mod soundness;
mod state;
mod term;
mod vector;
mod versions;
mod words;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::id::{GroundId, MeasureId};

pub use consent::{ConsentBasis, ConsentRule};
pub use error::{PackCode, PackError, PackFaults};
pub use grant::{Grant, GrantCondition};
pub use keeping::Keeping;
pub use measure::{
    Adjacent, Ground, HearingRule, Labels, Measure, Placement, Preference, Prerequisite, Principle, Renewal,
    Requirement, UrgentVariant,
};
pub use overlay::{AidLevel, Offer, Overlay};
pub use provision::Provision;
pub use term::{Length, Prolonged, Reckoned, RestDays, Term, TermKept, TermStart};
pub use vector::{Dimension, Vector};
pub use words::{
    Breach, Burdened, ConsentException, ConsentGroup, Consenter, Exception, FileKind, Goal, HearingDuty,
    KeptFrom, MeasureKind, Norm, Occasion, OnRequest, ProvisionKind, Standing, Subject, TermKind,
};

pub(crate) use draft::length;
use state::State;

/// The largest pack that is taken, in bytes over all files.
pub const LARGEST_PACK: usize = 4 * 1024 * 1024;

/// The most states of the law that a pack can have.
pub const MOST_STATES: usize = 256;

/// A law pack.
///
/// ```
/// use afweging::{MeasureId, Pack};
/// let pack = Pack::nl()?;
/// let placement = MeasureId::new("M22")?;
/// let on = chrono::NaiveDate::from_ymd_opt(2025, 3, 1).ok_or("no day")?;
/// let measure = pack.measure(&placement, on).ok_or("outside the pack")?;
/// assert_eq!(measure.cite.to_string(), "BW1 265b(1)");
/// assert_eq!(measure.requires.len(), 1, "a supervision order");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Pack {
    id: String,
    labels: Labels,
    hypothetical: bool,
    hash: String,
    grounds: BTreeMap<GroundId, Ground>,
    /// In the order of their days; never empty.
    states: Vec<State>,
    overlay: Option<Overlay>,
}

impl Pack {
    /// The Dutch law pack that is part of this library.
    ///
    /// # Errors
    /// None in a released library: a test loads it.
    pub fn nl() -> Result<Pack, PackError> {
        Pack::from_files(nl::FILES.iter().copied())
    }

    /// The names of the hypothetical packs that are part of this library.
    pub const HYPOTHETICAL: &'static [&'static str] = hypothetical::NAMES;

    /// Dutch law with a bill or scenario upon it that is **not in force**; `None` for a name that there is none of.
    ///
    /// Such a pack copies nothing: it is the files of [`Pack::nl`] with its own beside them, so that it follows the law up to
    /// its own day. Its `pack.toml` takes the place of the Dutch one; [`Pack::is_hypothetical`] is true, and with it the
    /// receipt of every assessment that used it.
    ///
    /// # Errors
    /// None in a released library: a test loads each.
    ///
    /// ```
    /// use afweging::Pack;
    /// let pack = Pack::hypothetical("reikwijdte").ok_or("no such pack")??;
    /// assert!(pack.is_hypothetical());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn hypothetical(name: &str) -> Option<Result<Pack, PackError>> {
        let own = hypothetical::files(name)?;
        let dutch = nl::FILES.iter().filter(|(file, _)| *file != "pack.toml");
        Some(Pack::from_files(dutch.chain(own).copied()))
    }

    /// Reads a pack from its files: for each its name (`pack.toml`, `measures/2015-01-01.toml`) and its text, in any order.
    ///
    /// # Errors
    /// [`PackError`] for the first thing that is wrong, with file, line and key. [`Pack::check`] gives all of them.
    pub fn from_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Pack, PackError> {
        Pack::check(files).map_err(|faults| faults.first().clone())
    }

    /// Reads a pack as [`Pack::from_files`] does, and says everything that is wrong with it.
    ///
    /// Files are first read by themselves; only when each is written well is it looked at whether they fit together.
    ///
    /// # Errors
    /// Every [`PackError`], in the order in which they were found.
    ///
    /// ```
    /// use afweging::{Pack, PackCode};
    /// let files = [("pack.toml", "format = \"afweging/pack/1\""), ("measures/soon.toml", "")];
    /// let faults = Pack::check(files).unwrap_err();
    /// assert_eq!(faults.first().code, PackCode::MissingKey);
    /// assert!(faults.iter().any(|fault| fault.file == "measures/soon.toml"));
    /// ```
    pub fn check<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Pack, PackFaults> {
        let files: BTreeMap<&str, &str> = files.into_iter().collect();
        let draft = draft::read(&files)?;
        let states = state::resolve(&draft)?;
        Ok(Pack {
            id: draft.id,
            labels: draft.labels,
            hypothetical: draft.hypothetical,
            hash: hash(&files),
            grounds: draft.grounds.into_iter().map(|(id, (ground, _))| (id, ground)).collect(),
            states,
            overlay: None,
        })
    }

    /// Its id, such as `nl`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its name.
    pub fn labels(&self) -> &Labels {
        &self.labels
    }

    /// Whether it holds law that is not in force: a bill, a scenario. Never the default; an outcome that used it says so.
    pub fn is_hypothetical(&self) -> bool {
        self.hypothetical
    }

    /// What it takes from the region that it is in; `None` for the law alone.
    pub fn region(&self) -> Option<&Overlay> {
        self.overlay.as_ref()
    }

    /// The pack with a region's overlay in place of the one that it had. The law in it stays as it is: only names change.
    pub(crate) fn with_overlay(mut self, mut overlay: Overlay) -> Pack {
        for (at, state) in self.states.iter_mut().enumerate() {
            for (id, measure) in &mut state.measures {
                let earlier = self.overlay.as_ref().and_then(|it| it.lawful.get(&(at, id.clone())));
                if let Some(lawful) = earlier {
                    measure.labels = lawful.clone();
                }
                if let Some(name) = overlay.names.get(id) {
                    overlay.lawful.insert((at, id.clone()), measure.labels.clone());
                    measure.labels = name.clone();
                }
            }
        }
        self.overlay = Some(overlay);
        self
    }

    /// SHA-256 over the sorted file names and texts, in lower-case hex.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The first day that it knows the law of.
    pub fn first_state(&self) -> NaiveDate {
        self.states.first().map_or(NaiveDate::MAX, |state| state.from)
    }

    /// The days on which anything in it changes, the first state included.
    pub fn changes(&self) -> impl Iterator<Item = NaiveDate> {
        self.states.iter().map(|state| state.from)
    }

    fn state(&self, on: NaiveDate) -> Option<&State> {
        let after = self.states.partition_point(|state| state.from <= on);
        self.states.get(after.checked_sub(1)?)
    }

    /// A measure as the law has it on a day; `None` for one that the pack does not cover on that day.
    pub fn measure(&self, id: &MeasureId, on: NaiveDate) -> Option<&Measure> {
        self.state(on)?.measures.get(id)
    }

    /// All measures on a day, in the order of their ids.
    pub fn measures(&self, on: NaiveDate) -> impl Iterator<Item = &Measure> {
        self.state(on).into_iter().flat_map(|state| state.measures.values())
    }

    /// A ground. It means the same on every day.
    pub fn ground(&self, id: &GroundId) -> Option<&Ground> {
        self.grounds.get(id)
    }

    /// All grounds, of whatever day, in the order of their ids.
    pub fn grounds(&self) -> impl Iterator<Item = &Ground> {
        self.grounds.values()
    }

    /// The entries of the authority map on a day.
    pub fn grants(&self, on: NaiveDate) -> &[Grant] {
        self.state(on).map_or(&[], |state| &state.grants)
    }

    /// What the law has on a day that is no condition of a step, in the order of the ids.
    ///
    /// ```
    /// use afweging::{Length, Pack, ProvisionKind};
    /// let pack = Pack::nl()?;
    /// let kept = |day: &str| -> Result<Option<Length>, chrono::ParseError> {
    ///     let on = day.parse()?;
    ///     let file = pack.provisions(on).iter().find(|it| it.id == "youth-file-kept");
    ///     Ok(file.filter(|it| it.kind == ProvisionKind::Retention).and_then(|it| it.length))
    /// };
    /// assert_eq!(kept("2019-12-31")?, Some(Length::Years(15)));
    /// assert_eq!(kept("2020-01-01")?, Some(Length::Years(20)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn provisions(&self, on: NaiveDate) -> &[Provision] {
        self.state(on).map_or(&[], |state| &state.provisions)
    }

    /// How long each kind of file is kept, by the law of a day, in the order of the ids.
    pub fn keepings(&self, on: NaiveDate) -> &[Keeping] {
        self.state(on).map_or(&[], |state| &state.keepings)
    }

    /// Every term on a day, with its measure.
    pub fn terms(&self, on: NaiveDate) -> impl Iterator<Item = (&MeasureId, &Term)> {
        self.measures(on).flat_map(|measure| measure.terms.iter().map(move |term| (&measure.id, term)))
    }

    /// The terms on a day that belong to no measure.
    pub fn dossier_terms(&self, on: NaiveDate) -> &[Term] {
        self.state(on).map_or(&[], |state| &state.terms)
    }

    /// Who must consent to help, by age and capacity, on a day.
    pub fn consent_rules(&self, on: NaiveDate) -> &[ConsentRule] {
        self.state(on).map_or(&[], |state| &state.rules)
    }

    /// Who must consent for one group on a day.
    pub fn consent_rule(&self, group: ConsentGroup, on: NaiveDate) -> Option<&ConsentRule> {
        self.consent_rules(on).iter().find(|rule| rule.group == group)
    }
}

/// Names and texts go in with their lengths: no two packs run together into one hash.
pub(crate) fn hash(files: &BTreeMap<&str, &str>) -> String {
    let mut hasher = Sha256::new();
    for (name, text) in files {
        for part in [name, text] {
            hasher.update(part.len().to_string());
            hasher.update(":");
            hasher.update(part);
        }
    }
    crate::canonical::hex(&hasher.finalize())
}
