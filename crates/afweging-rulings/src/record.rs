//! A record of a ruling: what went in, and apart from it what came out.

mod words;

use serde::Deserialize;

use crate::day::RulingDay;

pub use words::{FactSource, FactStatus, Heard, Met, Stated, Urgency, Verdict};

/// One ruling as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// Its id, such as an ECLI.
    pub id: String,
    /// What went into the ruling: all that the mapping sees.
    pub input: Input,
    /// What came out of it: what the comparison sees, and the mapping never.
    pub output: Output,
}

/// The input fields of a record, and no other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// When it was ruled.
    pub date: RulingDay,
    /// Which kind of court or tribunal.
    pub court_code: String,
    /// What was asked for.
    pub requested: Vec<Requested>,
    /// Who asked.
    pub requester: Requester,
    /// Who is in it.
    pub persons: Vec<PersonRow>,
    /// Who was heard.
    pub perspectives: Vec<PerspectiveRow>,
    /// What was said to be so.
    pub facts: Vec<FactRow>,
    /// What lighter means were looked at.
    pub lighter_alternatives: Vec<AlternativeRow>,
    /// What was tested.
    pub conditions: Vec<ConditionRow>,
    /// Whether the case was urgent.
    pub urgency: Urgency,
}

/// One thing that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requested {
    /// The measure, `M00` to `M34`, or `other`.
    pub measure: String,
    /// Whether it extends an order that is in force.
    #[serde(default)]
    pub extension: bool,
    /// Whether the kind of measure is an urgent one.
    #[serde(default)]
    pub urgent: bool,
    /// The placement; `na` and `unknown` say none.
    #[serde(default)]
    pub placement: Option<String>,
    /// The record's own name for it.
    #[serde(default)]
    pub text: Option<String>,
}

/// Who asked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requester {
    /// The code of the body or the person.
    pub code: String,
    /// In words; names a second requester where there was one.
    #[serde(default)]
    pub text: Option<String>,
    /// Whether it was taken from who the other side is.
    #[serde(default)]
    pub implied: bool,
}

/// Somebody in the ruling.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonRow {
    /// The code of the role.
    pub role_code: String,
    /// The role in the ruling's own word.
    #[serde(default)]
    pub role: Option<String>,
    /// At least this old on the day of the ruling.
    #[serde(default)]
    pub age_min: Option<u32>,
    /// At most this old on the day of the ruling.
    #[serde(default)]
    pub age_max: Option<u32>,
}

/// Whether somebody was heard. The record's note on it is no part of this: it may tell the outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerspectiveRow {
    /// The code of the role.
    pub role_code: String,
    /// The role in the ruling's own word; may stand for several people.
    pub role: Option<String>,
    /// Whether they were heard.
    pub heard: Heard,
}

/// Something that was said to be so.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactRow {
    /// What.
    pub statement: String,
    /// How it stands.
    pub status: FactStatus,
    /// Where it comes from.
    pub source_kind: FactSource,
}

/// A lighter means that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlternativeRow {
    /// The measure, or `other`.
    pub measure: String,
    /// In words.
    #[serde(default)]
    pub alternative: Option<String>,
    /// What was found of it.
    pub verdict: Verdict,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A test that was applied.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionRow {
    /// Which test.
    pub code: String,
    /// In words, with the tags `[part: …]` and `[turned: …]`.
    #[serde(default)]
    pub text: Option<String>,
    /// Whether it was passed, in favour of the measure.
    pub met: Met,
}

/// The output fields that the comparison needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// How far the record may be used.
    pub confidence: String,
    /// What the ruling says of the three gates.
    pub expected: Expected,
}

/// What the ruling says of each of three gates, and on what that rests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expected {
    /// May this body ask, and by this route?
    pub authority: Stated,
    /// Is the need shown, and would nothing lighter do?
    pub least_intrusive: Stated,
    /// Were hearing, form, care, reasons and facts in order?
    pub procedure: Stated,
}

/// The file, field for field: the one place where input and output stand together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "every field is named, so that one that nobody knows is an error")]
pub(crate) struct File {
    id: String,
    date: RulingDay,
    court_code: String,
    requested: Vec<Requested>,
    requester: Requester,
    persons: Vec<PersonRow>,
    perspectives: Vec<PerspectiveInFile>,
    facts: Vec<FactRow>,
    lighter_alternatives: Vec<AlternativeRow>,
    conditions: Vec<ConditionRow>,
    urgency: Urgency,

    confidence: String,
    expected: ExpectedInFile,

    // Named, and never looked at.
    #[serde(default)]
    source: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    court: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    decision: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    legal_articles: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    reason: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    reason_tags: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    decided_on: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    text_seen: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    note: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "the note is named and never looked at")]
struct PerspectiveInFile {
    role_code: String,
    #[serde(default)]
    role: Option<String>,
    heard: Heard,
    #[serde(default)]
    note: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "whether the measure stands is named and not compared")]
struct ExpectedInFile {
    #[serde(default)]
    authority_ok: Option<bool>,
    #[serde(default)]
    least_intrusive_ok: Option<bool>,
    #[serde(default)]
    procedure_ok: Option<bool>,
    #[serde(default)]
    measure_stands: Option<bool>,
    basis: BasisInFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BasisInFile {
    #[serde(default)]
    authority: Option<String>,
    #[serde(default)]
    least_intrusive: Option<String>,
    #[serde(default)]
    procedure: Option<String>,
}

impl From<File> for Ruling {
    fn from(file: File) -> Self {
        let perspectives = file
            .perspectives
            .into_iter()
            .map(|row| PerspectiveRow { role_code: row.role_code, role: row.role, heard: row.heard })
            .collect();
        let BasisInFile { authority, least_intrusive, procedure } = file.expected.basis;
        let expected = Expected {
            authority: Stated::new(file.expected.authority_ok, authority),
            least_intrusive: Stated::new(file.expected.least_intrusive_ok, least_intrusive),
            procedure: Stated::new(file.expected.procedure_ok, procedure),
        };
        Ruling {
            id: file.id,
            input: Input {
                date: file.date,
                court_code: file.court_code,
                requested: file.requested,
                requester: file.requester,
                persons: file.persons,
                perspectives,
                facts: file.facts,
                lighter_alternatives: file.lighter_alternatives,
                conditions: file.conditions,
                urgency: file.urgency,
            },
            output: Output { confidence: file.confidence, expected },
        }
    }
}
