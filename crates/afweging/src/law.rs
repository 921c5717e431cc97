//! A dated citation of the law, with how sure we are of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How sure a datum of the law pack is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Read in the full consolidated text of the law as it stood in 2015.
    Text2015,
    /// Confirmed on the page that `source` names.
    Confirmed,
    /// From general knowledge; to be checked before it drives a hard rule.
    GeneralKnowledge,
    /// A modelling proposal, not law.
    Modelling,
}

/// Where a datum stands in the law, and from when until when it is in force.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The law's usual short name: `BW1`, `Jw`, `Rv`, `Wmo`, `Wth`, `Awb`, `EVRM`, `IVRK`.
    pub law: String,
    /// The article, such as `255`.
    pub article: String,
    /// The paragraph and part, such as `1(a)`; empty when the whole article is meant.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub paragraph: String,
    /// The first day on which it is in force.
    pub from: NaiveDate,
    /// The first day on which it is no longer in force; absent while it is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// How sure we are.
    pub certainty: Certainty,
    /// Where it was read.
    pub source: String,
}

impl Citation {
    /// Whether it is in force on a day.
    pub fn in_force(&self, on: NaiveDate) -> bool {
        self.from <= on && self.until.is_none_or(|until| on < until)
    }
}

impl std::fmt::Display for Citation {
    /// `BW1 255(1)` or `Jw 2.6(1)(g)`, the way that findings and tables quote it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.law, self.article)?;
        match self.paragraph.split_once('(') {
            _ if self.paragraph.is_empty() => Ok(()),
            Some((number, part)) => write!(f, "({number})({part}"),
            None => write!(f, "({})", self.paragraph),
        }
    }
}
