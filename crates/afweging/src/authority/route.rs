//! The shortest lawful ways from where a dossier stands to a measure in force.
//!
//! A way is a series of acts, each by who may do it, with its article. **It names a way and never recommends one**: that a
//! way is there says nothing of whether the measure is needed, and ways of the same length are a set without an order.
//! What cannot be known from the dossier is not taken for granted: a way that hangs on it says so, and is given only where
//! no way is free of that.

mod reach;
mod search;

use serde::Serialize;

use super::condition::{Judge, JudgedCondition};
use super::{AuthorityMap, Matter};
use crate::actor::{Act, Actor};
use crate::dossier::Dossier;
use crate::finding::Question;
use crate::id::{MeasureId, PersonId, StepId};
use crate::law::Citation;
use crate::pack::{Grant, HearingRule, Requirement, Standing, Term};
use crate::sentence::Sentence;
use chrono::NaiveDate;

/// Somebody who may take a step of a way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RouteActor {
    /// The body or position.
    pub actor: Actor,
    /// Those of the dossier who are in it; empty when nobody is.
    pub people: Vec<PersonId>,
    /// In which capacity.
    pub standing: Standing,
    /// By which article.
    pub cite: Citation,
    /// The conditions of the power that are not known to hold.
    pub hangs_on: Vec<JudgedCondition>,
}

/// One act on a way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RouteStep {
    /// What is done.
    pub act: Act,
    /// On which measure.
    pub measure: MeasureId,
    /// Who may do it: any one of these; for a consent all of these.
    pub by: Vec<RouteActor>,
    /// Whether it is decided together with the step before.
    pub in_same_decision: bool,
    /// Documents and moments that have to be there with it.
    pub documents: Vec<Requirement>,
    /// Who is to be heard before it.
    pub hearings: Vec<HearingRule>,
    /// The statutory terms that belong to it.
    pub terms: Vec<Term>,
}

/// A lawful way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Way {
    /// Its acts, in order.
    pub steps: Vec<RouteStep>,
    /// What is not known, and without which it is no way. Empty for a way that is open as the dossier stands.
    pub hangs_on: Vec<Question>,
}

/// Why there is no lawful way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNoWay {
    /// The law pack does not have the measure on that day.
    OutsidePack,
    /// The measure is not for a person of this age.
    SubjectNotCovered,
    /// Nobody who could be reached may ask for it or decide on it.
    NobodyMay,
    /// It rests on a consent that was refused or taken back.
    ConsentRefused,
    /// It is possible only together with another measure, to which there is no way.
    Needs(Vec<MeasureId>),
}

impl WhyNoWay {
    /// Why, in a sentence.
    pub fn sentence(&self) -> Sentence {
        match self {
            WhyNoWay::OutsidePack => Sentence::new(
                "Het wetspakket zegt op die dag niets over deze maatregel.",
                "The law pack says nothing of this measure on that day.",
            ),
            WhyNoWay::SubjectNotCovered => Sentence::new(
                "De maatregel is er niet voor iemand van deze leeftijd.",
                "The measure is not for a person of this age.",
            ),
            WhyNoWay::NobodyMay => Sentence::new(
                "Niemand die vanuit dit dossier te bereiken is, mag erom verzoeken of erover beslissen.",
                "Nobody who can be reached from this dossier may ask for it or decide on it.",
            ),
            WhyNoWay::ConsentRefused => Sentence::new(
                "Het rust op toestemming die is geweigerd of ingetrokken.",
                "It rests on a consent that was refused or taken back.",
            ),
            WhyNoWay::Needs(measures) => {
                let names: Vec<&str> = measures.iter().map(MeasureId::as_str).collect();
                Sentence::new(
                    format!("Het kan alleen samen met {}, en daarheen is geen weg.", names.join(" of ")),
                    format!(
                        "It is possible only together with {}, to which there is no way.",
                        names.join(" or ")
                    ),
                )
            }
        }
    }
}

/// The answer to the question for a way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// It is in force already, by this step.
    InForce(StepId),
    /// The shortest ways, all of the same length: a set without an order.
    Ways(Vec<Way>),
    /// There is none.
    NoWay {
        /// Why.
        why: WhyNoWay,
        /// Who may ask or decide by the law, though not from where this dossier stands.
        who_may_instead: Vec<Grant>,
    },
}

impl AuthorityMap {
    /// The shortest lawful ways from the state of a dossier to a measure in force for somebody, by the law of a day.
    ///
    /// It starts from who is in the dossier: a body that is not has to be reached first, by a report or by a request to
    /// investigate. A table of organisations is never on a way: no law makes it one. What is in force, granted or asked
    /// for already is not done again; what the measure needs may be granted in the same decision.
    ///
    /// It names ways; it recommends none, and says nothing of whether the measure is needed.
    ///
    /// ```
    /// use afweging::{Act, AuthorityMap, Dossier, MeasureId, Pack, PersonId, Route};
    /// let map = AuthorityMap::of(&Pack::nl()?);
    /// let dossier = Dossier::new("d1");
    /// let (man, ban) = (PersonId::new("man")?, MeasureId::new("M13")?);
    /// let Route::Ways(ways) = map.route(&dossier, &ban, &man, "2025-03-01".parse()?) else { panic!() };
    /// let acts: Vec<Act> = ways[0].steps.iter().map(|step| step.act).collect();
    /// assert_eq!(acts, [Act::Decide, Act::Execute], "the mayor imposes it, the police carry it out");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn route(&self, dossier: &Dossier, measure: &MeasureId, about: &PersonId, on: NaiveDate) -> Route {
        search::route(Judge::new(&self.pack, Matter::new(dossier, about, measure, on)))
    }
}
