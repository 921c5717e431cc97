//! The own door: a decision that carries its proof.
//!
//! An own decision cannot be recorded by forgetting a check. [`Assessment::admissible`] gives an [`Admissible`] only for
//! a step that all seven gates let through as an own act; [`Admissible::authorise`] gives an [`Authorised`] only to who has
//! the power on that day, in the dossier and by the law pack that were assessed; [`OwnDecision::take`] wants that, and
//! [`Dossier::record_own`] wants the decision. None of them can be made in another way, and each is used up by the next.
//! The page `proof.md` of the guide lists every way around that somebody thought of, with the test for each.
//!
//! No proof is written down, neither the first nor any that follows:
//!
//! ```compile_fail,E0451
//! use afweging::{Admissible, MeasureId, StepId};
//! fn written(step: StepId, measure: MeasureId, at: chrono::NaiveDate, head: String) -> Admissible {
//!     Admissible { step, measure, at, dossier: String::new(), head, pack: String::new(), region: None }
//! }
//! ```
//!
//! ```compile_fail,E0451
//! use afweging::{Admissible, Authorised, Authority, PersonId};
//! fn written(admissible: Admissible, decider: PersonId, authority: Authority) -> Authorised {
//!     Authorised { admissible, decider, authority }
//! }
//! ```
//!
//! ```compile_fail,E0451
//! use afweging::{Authorised, Decided, OwnDecision};
//! fn written(authorised: Authorised, decided: Decided) -> OwnDecision {
//!     OwnDecision { authorised, decided }
//! }
//! ```
//!
//! None is made out of nothing:
//!
//! ```compile_fail,E0277
//! fn of_nothing<T: Default>() -> T { T::default() }
//! let _: afweging::Admissible = of_nothing();
//! ```
//!
//! ```compile_fail,E0277
//! fn of_nothing<T: Default>() -> T { T::default() }
//! let _: afweging::Authorised = of_nothing();
//! ```
//!
//! ```compile_fail,E0277
//! fn of_nothing<T: Default>() -> T { T::default() }
//! let _: afweging::OwnDecision = of_nothing();
//! ```
//!
//! None is read out of a file:
//!
//! ```compile_fail,E0277
//! let _: Result<afweging::Admissible, _> = serde_json::from_str("{}");
//! ```
//!
//! ```compile_fail,E0277
//! let _: Result<afweging::Authorised, _> = serde_json::from_str("{}");
//! ```
//!
//! ```compile_fail,E0277
//! let _: Result<afweging::OwnDecision, _> = serde_json::from_str("{}");
//! ```
//!
//! None is converted out of what anybody can write:
//!
//! ```compile_fail,E0277
//! fn convert(step: afweging::StepId) -> afweging::Admissible { step.into() }
//! ```
//!
//! ```compile_fail,E0277
//! fn convert(authority: afweging::Authority) -> afweging::Authorised { authority.into() }
//! ```
//!
//! ```compile_fail,E0277
//! fn convert(decided: afweging::Decided) -> afweging::OwnDecision { decided.into() }
//! ```
//!
//! None is copied, and one that is used up is gone:
//!
//! ```compile_fail,E0277
//! fn copied<T: Clone>(proof: &T) -> T { proof.clone() }
//! fn twice(proof: &afweging::Admissible) -> afweging::Admissible { copied(proof) }
//! ```
//!
//! ```compile_fail,E0277
//! fn copied<T: Clone>(proof: &T) -> T { proof.clone() }
//! fn twice(proof: &afweging::Authorised) -> afweging::Authorised { copied(proof) }
//! ```
//!
//! ```compile_fail,E0277
//! fn copied<T: Clone>(proof: &T) -> T { proof.clone() }
//! fn twice(proof: &afweging::OwnDecision) -> afweging::OwnDecision { copied(proof) }
//! ```
//!
//! ```compile_fail,E0382
//! use afweging::{Admissible, AuthorityMap, Dossier, PersonId};
//! fn twice(proof: Admissible, map: &AuthorityMap, dossier: &Dossier, one: &PersonId, other: &PersonId) {
//!     let _ = proof.authorise(map, dossier, one);
//!     let _ = proof.authorise(map, dossier, other);
//! }
//! ```
//!
//! ```compile_fail,E0382
//! use afweging::{Authorised, Decided, OwnDecision};
//! fn twice(proof: Authorised, one: Decided, other: Decided) {
//!     let _ = OwnDecision::take(proof, one);
//!     let _ = OwnDecision::take(proof, other);
//! }
//! ```
//!
//! ```compile_fail,E0382
//! use afweging::{Dossier, OwnDecision};
//! fn twice(dossier: &mut Dossier, own: OwnDecision, now: chrono::DateTime<chrono::Utc>) {
//!     let _ = dossier.record_own(own, now, "");
//!     let _ = dossier.record_own(own, now, "");
//! }
//! ```
//!
//! What is in one cannot be written over:
//!
//! ```compile_fail,E0616
//! fn other_step(proof: &mut afweging::Admissible, step: afweging::StepId) { proof.step = step; }
//! ```
//!
//! ```compile_fail,E0616
//! fn other_person(proof: &mut afweging::Authorised, person: afweging::PersonId) { proof.decider = person; }
//! ```
//!
//! ```compile_fail,E0616
//! fn other_decision(own: &mut afweging::OwnDecision, decided: afweging::Decided) { own.decided = decided; }
//! ```
//!
//! An assessment is not written down either, and what its public fields are written over with proves nothing (a test shows
//! that):
//!
//! ```compile_fail,E0451
//! fn another_day(assessed: afweging::Assessment, receipt: afweging::Receipt) -> afweging::Assessment {
//!     afweging::Assessment { receipt, ..assessed }
//! }
//! ```
//!
//! And the log has no door through which an entry comes in unseen:
//!
//! ```compile_fail,E0616
//! fn append(dossier: &mut afweging::Dossier, entry: afweging::Entry) { dossier.entries.push(entry); }
//! ```
//!
//! ```compile_fail,E0624
//! fn append(dossier: &mut afweging::Dossier, entry: afweging::NewEntry) { let _ = dossier.append(entry); }
//! ```

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::actor::{Act, Actor};
use crate::assess::{self, Assessment, GateOutcome, Reached};
use crate::authority::{Authority, AuthorityMap, Matter, NoAuthority, WhyNot};
use crate::code::Code;
use crate::dossier::{Door, Dossier, Event, NewEntry};
use crate::error::Refusal;
use crate::gate::Gate;
use crate::id::{MeasureId, PersonId, StepId};
use crate::pack::Pack;
use crate::step::Decided;
use crate::time::When;

/// A step that is not open: which gates do not let it through.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAdmissible {
    /// The assessment has no such step.
    #[error("there is no step `{0}` in this assessment")]
    NoSuchStep(StepId),
    /// These gates are failed, unknown or outside the pack; none when the step is over.
    #[error("the step `{step}` is not open: {}", list(.gates))]
    Barred {
        /// The step.
        step: StepId,
        /// The gates that bar it as an own act, with how it stands before them.
        gates: Vec<(Gate, GateOutcome)>,
    },
    /// The log is not as it was recorded.
    #[error("the log is not as it was recorded, from entry {entry} on: nothing is decided on it")]
    Tampered {
        /// The first entry that is not.
        entry: u64,
    },
}

fn list(gates: &[(Gate, GateOutcome)]) -> String {
    if gates.is_empty() {
        return "it is over".to_owned();
    }
    let each = |(gate, outcome): &(Gate, GateOutcome)| format!("gate {} {outcome:?}", gate.number());
    gates.iter().map(each).collect::<Vec<_>>().join(", ")
}

/// Proof that all seven gates let a step through on a day, as an own act.
#[derive(Debug)]
pub struct Admissible {
    step: StepId,
    measure: MeasureId,
    at: NaiveDate,
    dossier: String,
    head: String,
    /// The hash of the law pack, and that of its region.
    pack: String,
    region: Option<String>,
}

/// Proof that somebody has the power to decide on an admissible step on that day.
#[derive(Debug)]
pub struct Authorised {
    admissible: Admissible,
    decider: PersonId,
    /// The witness of the map.
    authority: Authority,
}

/// An own decision with its proof, ready to be recorded.
#[derive(Debug)]
pub struct OwnDecision {
    authorised: Authorised,
    decided: Decided,
}

impl Assessment {
    /// The proof that a step is open for an own decision: that every gate lets it through as an own act, by whichever door
    /// it was proposed.
    ///
    /// It is made of what the assessment came to, not of its public fields: writing over those proves nothing.
    ///
    /// # Errors
    /// [`NotAdmissible`], with the gates that bar it.
    pub fn admissible(&self, step: &StepId) -> Result<Admissible, NotAdmissible> {
        let Reached { receipt, tampered, steps } = self.reached();
        if let Some(entry) = *tampered {
            return Err(NotAdmissible::Tampered { entry });
        }
        let reached = steps.get(step).ok_or_else(|| NotAdmissible::NoSuchStep(step.clone()))?;
        if !reached.open {
            return Err(NotAdmissible::Barred { step: step.clone(), gates: reached.barred.clone() });
        }
        Ok(Admissible {
            step: step.clone(),
            measure: reached.measure.clone(),
            at: receipt.at,
            dossier: receipt.dossier.clone(),
            head: receipt.head.clone(),
            pack: receipt.pack_hash.clone(),
            region: receipt.region_hash.clone(),
        })
    }
}

impl Admissible {
    /// The step.
    pub fn step(&self) -> &StepId {
        &self.step
    }

    /// Whether a dossier is the one that was assessed, as it then was and as it was recorded.
    fn is_of(&self, dossier: &Dossier) -> bool {
        self.dossier == dossier.id() && self.head == dossier.head() && dossier.tampering().is_none()
    }

    /// Whether a law pack is the one by which it was assessed.
    fn is_by(&self, pack: &Pack) -> bool {
        self.pack == pack.hash() && self.region.as_ref() == pack.region().map(|region| &region.hash)
    }

    /// The proof that somebody may decide on it, on the day for which it was assessed: by an entry of the map whose
    /// conditions the dossier meets, or those who may settle it found met.
    ///
    /// # Errors
    /// [`NoAuthority`]: why not, and who may instead. [`WhyNot::NotAsAssessed`] for another dossier, another state of this
    /// one, or the map of another law pack.
    pub fn authorise(
        self,
        map: &AuthorityMap,
        dossier: &Dossier,
        decider: &PersonId,
    ) -> Result<Authorised, NoAuthority> {
        let matter = Matter::of_step(dossier, &self.step, self.at);
        let Some(matter) = matter.filter(|_| self.is_of(dossier) && self.is_by(map.pack())) else {
            return Err(NoAuthority {
                actor: Actor::Other,
                act: Act::Decide,
                measure: self.measure.clone(),
                on: self.at,
                why: WhyNot::NotAsAssessed,
                unmet: Vec::new(),
                who_may_instead: Vec::new(),
            });
        };
        let is_settled = assess::is_power_settled(dossier, map.pack(), &self.step, self.at);
        let authority = map.may_in(decider, Act::Decide, &matter.with_power_settled(is_settled))?;
        Ok(Authorised { admissible: self, decider: decider.clone(), authority })
    }
}

impl Authorised {
    /// The article by which.
    pub fn article(&self) -> String {
        self.authority.cite().to_string()
    }

    /// The witness of the map.
    pub fn authority(&self) -> &Authority {
        &self.authority
    }
}

impl OwnDecision {
    /// Takes the decision.
    ///
    /// # Errors
    /// [`Refusal`] when it is about another step or by somebody else than was authorised.
    pub fn take(authorised: Authorised, decided: Decided) -> Result<Self, Refusal> {
        if decided.step != authorised.admissible.step {
            let reason = format!("authorised was `{}`, not `{}`", authorised.admissible.step, decided.step);
            return Err(Refusal::new(Code::InputOwnAct, "event.step", reason));
        }
        if decided.decider != authorised.decider {
            let reason = format!("authorised was `{}`, not `{}`", authorised.decider, decided.decider);
            return Err(Refusal::new(Code::InputOwnAct, "event.decider", reason));
        }
        Ok(Self { authorised, decided })
    }
}

impl Dossier {
    /// Records an own decision, on the day for which it was assessed.
    ///
    /// # Errors
    /// [`Refusal`] when the decision was assessed on another dossier or on an earlier state of this one: what came in
    /// since may bear on it; or for another day than the one on which it is recorded (a day more or less, for the time
    /// zone): nobody decides by the own door in a time that has passed or is still to come. Otherwise as
    /// [`Dossier::record`].
    pub fn record_own(
        &mut self,
        own: OwnDecision,
        recorded: DateTime<Utc>,
        salt: impl Into<String>,
    ) -> Result<u64, Refusal> {
        let OwnDecision { authorised, decided } = own;
        let Authorised { admissible, decider, .. } = authorised;
        if !admissible.is_of(self) {
            return Err(Refusal::new(
                Code::InputOwnAct,
                "event",
                "the dossier is no longer the one that was assessed: assess it anew",
            ));
        }
        let today = recorded.date_naive();
        let yesterday = admissible.at.checked_sub_days(Days::new(1)).unwrap_or(NaiveDate::MIN);
        let tomorrow = admissible.at.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX);
        if !(yesterday..=tomorrow).contains(&today) {
            let reason = format!("it was assessed for {}, and is recorded on {today}", admissible.at);
            return Err(Refusal::new(Code::InputOwnAct, "recorded", reason));
        }
        self.append(NewEntry {
            recorded,
            occurred: When::Day(admissible.at),
            by: decider,
            door: Door::Own,
            event: Event::Decided(decided),
            salt: salt.into(),
        })
    }
}

/// Why the proof of an own decision cannot be made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyUnproved {
    /// A decision of this kind has no proof: it cannot have come in by the own door.
    NoSuchDoor,
    /// The step was not open on that day, by what was on record then.
    NotOpen(NotAdmissible),
    /// The decider had no power on that day, by what was on record then.
    NoPower(NoAuthority),
}

/// A decision that a log calls an own one, and whose proof cannot be made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unproved {
    /// The entry.
    pub entry: u64,
    /// Why not.
    pub why: WhyUnproved,
}

impl Dossier {
    /// The own decisions of a log whose proof cannot be made again from what stood before each of them.
    ///
    /// A log carries no proofs: they are used up when a decision is recorded, and whoever writes a file can write `own` in
    /// it and reckon the hashes. So who reads a log of others asks this. The law pack is that of today: a pack that was
    /// mended since, or a text that was erased, can take a proof away that there was.
    pub fn unproved(&self, pack: &Pack) -> Vec<Unproved> {
        let own = self.entries().iter().filter(|entry| entry.is_own_decision());
        let map = AuthorityMap::of(pack);
        own.filter_map(|entry| {
            let why = match &entry.event {
                Event::Decided(decided) => {
                    let before = self.before(entry.seq);
                    prove(&before, &map, decided, entry.occurred.last_day()).err()
                }
                _ => Some(WhyUnproved::NoSuchDoor),
            };
            why.map(|why| Unproved { entry: entry.seq, why })
        })
        .collect()
    }
}

fn prove(
    before: &Dossier,
    map: &AuthorityMap,
    decided: &Decided,
    at: NaiveDate,
) -> Result<Authorised, WhyUnproved> {
    let assessment = assess::assess(before, map.pack(), at);
    let admissible = assessment.admissible(&decided.step).map_err(WhyUnproved::NotOpen)?;
    admissible.authorise(map, before, &decided.decider).map_err(WhyUnproved::NoPower)
}
