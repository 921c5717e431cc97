//! The own door: a decision that carries its proof.
//!
//! An own decision cannot be recorded by forgetting a check. [`Assessment::admissible`] gives an [`Admissible`] only for
//! a step that all seven gates let through; [`Admissible::authorise`] gives an [`Authorised`] only to who has the power
//! on that day; [`OwnDecision::take`] wants that, and [`Dossier::record_own`] wants the decision. None of them can be
//! made in another way, and each is used up by the next.
//!
//! ```compile_fail
//! // No proof without the gates.
//! let admissible = afweging::Admissible { step: todo!() };
//! ```
//!
//! ```compile_fail
//! // No proof by default.
//! let authorised: afweging::Authorised = Default::default();
//! ```
//!
//! ```compile_fail
//! // No proof out of a file.
//! let authorised: afweging::Authorised = serde_json::from_str("{}").unwrap();
//! ```

use chrono::{DateTime, NaiveDate, Utc};

use crate::actor::Act;
use crate::assess::{self, Assessment, GateOutcome};
use crate::authority::{Authority, AuthorityMap, Matter, NoAuthority, WhyNot};
use crate::code::Code;
use crate::dossier::{Door, Dossier, Event, NewEntry};
use crate::error::Refusal;
use crate::gate::Gate;
use crate::id::{MeasureId, PersonId, StepId};
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
        /// The gates that bar it, with how it stands before them.
        gates: Vec<(Gate, GateOutcome)>,
    },
}

fn list(gates: &[(Gate, GateOutcome)]) -> String {
    if gates.is_empty() {
        return "it is over".to_owned();
    }
    let each = |(gate, outcome): &(Gate, GateOutcome)| format!("gate {} {outcome:?}", gate.number());
    gates.iter().map(each).collect::<Vec<_>>().join(", ")
}

/// Proof that all seven gates let a step through on a day.
#[derive(Debug)]
pub struct Admissible {
    step: StepId,
    measure: MeasureId,
    at: NaiveDate,
    dossier: String,
    head: String,
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
    /// The proof that a step is open.
    ///
    /// # Errors
    /// [`NotAdmissible`], with the gates that bar it.
    pub fn admissible(&self, step: &StepId) -> Result<Admissible, NotAdmissible> {
        let assessed = self.step(step).ok_or_else(|| NotAdmissible::NoSuchStep(step.clone()))?;
        if !assessed.open {
            let gates = assessed
                .gates
                .iter()
                .filter(|gate| !matches!(gate.outcome, GateOutcome::Passed | GateOutcome::Cured))
                .map(|gate| (gate.gate, gate.outcome))
                .collect();
            return Err(NotAdmissible::Barred { step: step.clone(), gates });
        }
        Ok(Admissible {
            step: step.clone(),
            measure: assessed.measure.clone(),
            at: self.receipt.at,
            dossier: self.receipt.dossier.clone(),
            head: self.receipt.head.clone(),
        })
    }
}

impl Admissible {
    /// The step.
    pub fn step(&self) -> &StepId {
        &self.step
    }

    /// The proof that somebody may decide on it, on the day for which it was assessed: by an entry of the map whose
    /// conditions the dossier meets, or those who may settle it found met.
    ///
    /// # Errors
    /// [`NoAuthority`]: why not, and who may instead.
    pub fn authorise(
        self,
        map: &AuthorityMap,
        dossier: &Dossier,
        decider: &PersonId,
    ) -> Result<Authorised, NoAuthority> {
        let Some(matter) = Matter::of_step(dossier, &self.step, self.at) else {
            // It was assessed on another dossier.
            return Err(NoAuthority {
                actor: crate::actor::Actor::Other,
                act: Act::Decide,
                measure: self.measure.clone(),
                on: self.at,
                why: WhyNot::NoEntry,
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
    /// since may bear on it. Otherwise as [`Dossier::record`].
    pub fn record_own(
        &mut self,
        own: OwnDecision,
        recorded: DateTime<Utc>,
        salt: impl Into<String>,
    ) -> Result<u64, Refusal> {
        let OwnDecision { authorised, decided } = own;
        let Authorised { admissible, decider, .. } = authorised;
        if admissible.dossier != self.id() || admissible.head != self.head() {
            return Err(Refusal::new(
                Code::InputOwnAct,
                "event",
                "the dossier is no longer the one that was assessed: assess it anew",
            ));
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
