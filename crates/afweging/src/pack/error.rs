//! What can be wrong with a law pack.

use std::fmt;

macro_rules! codes {
    ($($name:ident $code:literal $says:literal),+ $(,)?) => {
        /// The kinds of error in a law pack. A code is never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PackCode { $(#[doc = $says] $name,)+ }

        impl PackCode {
            /// Every code, in order.
            pub const ALL: &'static [PackCode] = &[$(PackCode::$name),+];

            /// The code, such as `AFW-PACK-003`.
            pub fn as_str(self) -> &'static str {
                match self { $(PackCode::$name => $code,)+ }
            }

            /// What it says, in one line.
            pub fn says(self) -> &'static str {
                match self { $(PackCode::$name => $says,)+ }
            }
        }
    };
}

codes! {
    Syntax "AFW-PACK-001" "the file is not TOML",
    FileName "AFW-PACK-002" "the file's name is not `pack.toml` or `<topic>/<date>.toml` with a topic that there is",
    UnknownKey "AFW-PACK-003" "the key is not one that belongs here",
    MissingKey "AFW-PACK-004" "a key is missing that must be there",
    Form "AFW-PACK-005" "the value has another form than the key takes",
    UnknownWord "AFW-PACK-006" "the word is not one that the key takes",
    MissingCertainty "AFW-PACK-007" "the citation does not say how certain it is",
    Backwards "AFW-PACK-008" "the datum ends before it begins",
    FromAfterFile "AFW-PACK-009" "the datum begins after the day of its file",
    Duplicate "AFW-PACK-010" "the id stands twice in one file, or has two meanings",
    Dangling "AFW-PACK-011" "what the key refers to is not in the pack on that day",
    NoDecider "AFW-PACK-012" "nobody may decide on the measure on some day",
    Level "AFW-PACK-013" "the level is not one of the dimension",
    Manifest "AFW-PACK-014" "the file `pack.toml` is missing or of another format",
    NoGround "AFW-PACK-015" "a binding protective measure names no ground",
    Circular "AFW-PACK-016" "the measure requires itself, directly or by way of others",
    EndsNothing "AFW-PACK-017" "what the entry ends is not in force on that day",
    TooLarge "AFW-PACK-018" "the file or the pack is larger than is taken",
    ConsentGap "AFW-PACK-019" "no rule says who consents for some age",
    WrongFrame "AFW-PACK-020" "frame, consent and coercion do not fit each other",
    Order "AFW-PACK-021" "two measures do not stand to each other as the pack itself says",
    TwoDeciders "AFW-PACK-030" "two may decide in the same place, and the pack does not say that this is meant",
    BothSides "AFW-PACK-031" "one body stands on both sides of a check: it asks and decides, or decides and carries out",
    // From here on: a region's overlay.
    PowersInOverlay "AFW-PACK-040" "an overlay gives powers, which only the law gives",
    CourtElsewhere "AFW-PACK-041" "an overlay puts a court's decision in other hands",
    MandateWithoutPower "AFW-PACK-042" "a mandate comes from who does not have the power",
    MandateNotKnown "AFW-PACK-043" "the law knows no such mandate",
    SecondMandate "AFW-PACK-044" "a mandate is passed on where the first does not allow it",
    SafeguardWeakened "AFW-PACK-045" "an overlay weakens a safeguard of the law",
    OneBody "AFW-PACK-046" "one body stands on both sides of a check that must stay apart",
    ActsForAnother "AFW-PACK-047" "a team member acts with the power of another than the own employer",
    NoPowerOfItsOwn "AFW-PACK-048" "a team, table or meeting does what only a body with the power may",
    AidRaised "AFW-PACK-049" "an aid is raised to a bar",
    LearningDecides "AFW-PACK-050" "a learning meeting carries a decision",
    RouteShuts "AFW-PACK-051" "a route shuts what the law leaves open",
    LawLeftOut "AFW-PACK-052" "an overlay leaves out or renames what the law gives",
    PersonNamed "AFW-PACK-053" "a person is named where a role belongs",
    PartsDoNotAdd "AFW-PACK-054" "the parts of a figure do not add up to its total",
    PhaseTooEarly "AFW-PACK-055" "a change is said to be in a phase whose conditions are not met",
}

/// What is wrong with a law pack, and where.
///
/// Its text is one line: `measures/2015-01-01.toml:12: measure.M16.frame: unknown word `hard`, expected …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackError {
    /// The name of the file.
    pub file: String,
    /// The line, from 1; 0 when it is about the file or the pack as a whole.
    pub line: usize,
    /// The key, such as `measure.M16.cite.certainty`; empty when it is about the file as a whole.
    pub key: String,
    /// Why, in one line.
    pub reason: String,
    /// The kind of error.
    pub code: PackCode,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.as_str())?;
        if !self.file.is_empty() {
            write!(f, " {}", self.file)?;
        }
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if !self.key.is_empty() {
            write!(f, ": `{}`", self.key)?;
        }
        write!(f, ": {}", self.reason)
    }
}

impl std::error::Error for PackError {}

/// Everything that is wrong with a law pack: at least one error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFaults {
    first: PackError,
    more: Vec<PackError>,
}

impl PackFaults {
    /// The faults that were found; `None` when there are none.
    pub(crate) fn of(faults: Vec<PackError>) -> Option<PackFaults> {
        let mut faults = faults.into_iter();
        let first = faults.next()?;
        Some(PackFaults { first, more: faults.collect() })
    }

    /// The one that was found first.
    pub fn first(&self) -> &PackError {
        &self.first
    }

    /// All of them, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &PackError> {
        std::iter::once(&self.first).chain(&self.more)
    }
}

impl From<PackError> for PackFaults {
    fn from(first: PackError) -> Self {
        PackFaults { first, more: Vec::new() }
    }
}

impl fmt::Display for PackFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        self.more.iter().try_for_each(|fault| write!(f, "\n{fault}"))
    }
}

impl std::error::Error for PackFaults {}
