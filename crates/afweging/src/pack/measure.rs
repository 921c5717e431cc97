//! What a pack knows of one measure on one day.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::actor::{Actor, DecisionForm};
use crate::code::Language;
use crate::condition::Condition;
use crate::document::Document;
use crate::fact::EvidenceLevel;
use crate::id::{GroundId, MeasureId, PlacementId};
use crate::law::Citation;
use crate::pack::consent::ConsentBasis;
use crate::pack::term::{Length, Term};
use crate::pack::vector::Vector;
use crate::pack::words::{Burdened, Exception, Goal, HearingDuty, MeasureKind, Occasion, Subject};
use crate::sentence::{Plain, Sentence};
use crate::step::Frame;

/// A short name in both languages, as the law or those who work with it have it, and in plain words for a family.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize)]
pub struct Labels {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
    /// In plain words, out of the topic `wording`; absent where the name is plain enough for everybody, or where a family has
    /// to know it as it is.
    #[serde(skip)]
    pub plain: Option<Plain>,
}

impl Labels {
    /// The name in plain words, for a family.
    pub fn plain(&self, language: Language) -> &str {
        match (&self.plain, language) {
            (Some(plain), Language::Nl) => &plain.nl,
            (Some(plain), Language::En) => &plain.en,
            (None, Language::Nl) => &self.nl,
            (None, Language::En) => &self.en,
        }
    }
}

impl From<&Labels> for Sentence {
    fn from(labels: &Labels) -> Self {
        let sentence = Sentence::new(labels.nl.as_str(), labels.en.as_str());
        match &labels.plain {
            Some(plain) => sentence.plainly(plain.nl.as_str(), plain.en.as_str()),
            None => sentence,
        }
    }
}

/// A measure as the law has it on one day: everything in it is in force on that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// `M00` to `M34`, or a word such as `perspective`.
    pub id: MeasureId,
    /// Its name.
    pub labels: Labels,
    /// Whether it protects by itself.
    pub kind: MeasureKind,
    /// The frame in which it binds.
    pub frame: Frame,
    /// What it is meant to bring about.
    pub goals: BTreeSet<Goal>,
    /// Whom it burdens.
    pub burdened: BTreeSet<Burdened>,
    /// Its intrusiveness; with placements, the lowest level of each dimension over them.
    pub vector: Vector,
    /// Its placements, lightest place of living first; empty when it has none.
    pub placements: Vec<Placement>,
    /// Whom it can be about.
    pub subject: Subject,
    /// The form of the decision.
    pub form: DecisionForm,
    /// Whether several may each decide in the same place, as the law means it; otherwise that is a fault of the pack.
    pub several_deciders: bool,
    /// How it goes on after its term.
    pub renewal: Renewal,
    /// The measure that it extends.
    pub extension_of: Option<MeasureId>,
    /// The measures as which it also counts: a closed authorisation counts as a placement authorisation.
    pub counts_as: Vec<MeasureId>,
    /// How it can be ordered urgently; absent when it cannot.
    pub urgent: Option<UrgentVariant>,
    /// The grounds: any one of these lists, and all of that list. Empty when the law asks for none.
    pub grounds: Vec<Vec<GroundId>>,
    /// Where the lists stand in the law; absent when there are none.
    pub grounds_cite: Option<Citation>,
    /// What must be in force or be granted in the same decision: each of these, by one of its measures.
    pub requires: Vec<Prerequisite>,
    /// What the statute itself prefers to it.
    pub prefers: Vec<Preference>,
    /// Measures of other law that may serve instead.
    pub adjacent: Vec<Adjacent>,
    /// Form, documents and moments.
    pub requirements: Vec<Requirement>,
    /// Who is to be heard.
    pub hearing: Vec<HearingRule>,
    /// What consent it rests on.
    pub consent: ConsentBasis,
    /// Where that stands in the law.
    pub consent_cite: Citation,
    /// Its terms.
    pub terms: Vec<Term>,
    /// The principles that a decision on it is tested by, with where they stand: the basis of gates 5 and 6.
    pub principles: Vec<Principle>,
    /// Where it stands in the law.
    pub cite: Citation,
}

impl Measure {
    /// One of its placements.
    pub fn placement(&self, id: &PlacementId) -> Option<&Placement> {
        self.placements.iter().find(|placement| placement.id == *id)
    }

    /// The vectors that it may have: that of the placement, or those of all placements while none is said.
    ///
    /// Empty when it has no such placement.
    pub fn vectors(&self, placement: Option<&PlacementId>) -> Vec<&Vector> {
        match placement {
            Some(id) => self.placement(id).map(|placement| &placement.vector).into_iter().collect(),
            None if self.placements.is_empty() => vec![&self.vector],
            None => self.placements.iter().map(|placement| &placement.vector).collect(),
        }
    }

    /// Its terms of a kind.
    pub fn terms_of(&self, kind: crate::pack::TermKind) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| term.kind == kind)
    }

    /// Every ground that stands in one of its lists.
    pub fn all_grounds(&self) -> BTreeSet<&GroundId> {
        self.grounds.iter().flatten().collect()
    }

    /// Whether it is an authorisation or order to live elsewhere.
    pub fn is_placement(&self) -> bool {
        !self.placements.is_empty()
    }
}

/// A placement of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Placement {
    /// Its id, the same in every measure: `home`, `other_parent`, `network_foster`, `foster`, `family_home`,
    /// `residential`.
    pub id: PlacementId,
    /// Its name.
    pub labels: Labels,
    /// The measure's whole vector with this placement.
    pub vector: Vector,
    /// Where it stands in the law.
    pub cite: Citation,
}

/// How a measure goes on after its term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Renewal {
    /// It does not.
    No,
    /// As long and as often as those concerned agree.
    Free,
    /// By a new decision of the same measure.
    Itself,
    /// By another measure.
    By(MeasureId),
}

/// How a measure can be ordered urgently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UrgentVariant {
    /// Whether it can be ordered before those concerned are heard.
    pub ex_parte: bool,
    /// Within which time they must then have had the chance; absent where the law sets none.
    pub hearing_within: Option<Length>,
    /// Where it stands in the law.
    pub cite: Citation,
}

/// Something that must be in force, or granted in the same decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Prerequisite {
    /// One of these.
    pub one_of: Vec<MeasureId>,
    /// Where it stands in the law.
    pub cite: Citation,
}

/// What the statute itself prefers to a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preference {
    /// Only when the measure has one of these placements; empty: with any, or without.
    pub with: Vec<PlacementId>,
    /// The preferred measure.
    pub over: MeasureId,
    /// With one of these placements; empty: with any, or without.
    pub placements: Vec<PlacementId>,
    /// Where it stands in the law.
    pub cite: Citation,
}

/// A measure of other law that may serve instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Adjacent {
    /// Its id, not that of a measure of the pack, such as `bw1-253a`.
    pub id: String,
    /// Its name.
    pub labels: Labels,
    /// On which occasion it may serve.
    pub occasion: Occasion,
    /// Where it stands in the law.
    pub cite: Citation,
}

/// A document, statement or moment that the law prescribes for a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Requirement {
    /// The id of the datum.
    pub id: String,
    /// What must be there.
    pub document: Document,
    /// Its name.
    pub labels: Labels,
    /// The kind of condition, and with it the one gate.
    pub condition: Condition,
    /// Only when one of these asks for the measure; empty: whoever asks.
    pub requesters: Vec<Actor>,
    /// Only for an extension (`Some(true)`), only for a first decision (`Some(false)`).
    pub extension: Option<bool>,
    /// Only once measures have run for this long.
    pub after: Option<Length>,
    /// It falls away in one of these cases.
    pub unless: Vec<Exception>,
    /// It falls away with one of these placements.
    pub unless_placement: Vec<PlacementId>,
    /// Who has to see to it; absent: whoever asks for the measure.
    pub owner: Option<Actor>,
    /// Where it stands in the law.
    pub cite: Citation,
}

/// Who is to be heard on a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HearingRule {
    /// The id of the datum.
    pub id: String,
    /// Who, in the position that the law looks at.
    pub who: Actor,
    /// How binding it is.
    pub duty: HearingDuty,
    /// Only who has cared for the child as one of the family for at least this long.
    pub cares_for: Option<Length>,
    /// It may be left out, or done afterwards, in one of these cases.
    pub unless: Vec<Exception>,
    /// Where it stands in the law.
    pub cite: Citation,
}

/// A principle of law that a decision is tested by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Principle {
    /// The id of the datum.
    pub id: String,
    /// Its name.
    pub labels: Labels,
    /// The kind of condition, and with it the one gate.
    pub condition: Condition,
    /// Where it stands in the law.
    pub cite: Citation,
}

/// A ground of a measure: a typed predicate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ground {
    /// Its id, such as `bw1-255-threat`.
    pub id: GroundId,
    /// Its name.
    pub labels: Labels,
    /// One plain question.
    pub text: Labels,
    /// How firmly the facts under it must stand.
    pub evidence_level: EvidenceLevel,
    /// Whether only people can say that it is met.
    pub open_norm: bool,
    /// Where it stands in the law.
    pub cite: Citation,
}
