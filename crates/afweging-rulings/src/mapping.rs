//! From a record's input to a dossier of observed acts. It sees [`Input`] and nothing else: what came out of a ruling has
//! a type that no function here takes.
//!
//! ```compile_fail,E0308
//! # let pack = afweging::Pack::nl().unwrap();
//! # let ruling: afweging_rulings::Ruling = unimplemented!();
//! afweging_rulings::mapping::map(&ruling.output, &pack, "2025-03-01".parse().unwrap());
//! ```
//!
//! Each rule, and why:
//!
//! | input | in the dossier | why |
//! | --- | --- | --- |
//! | `date` | the day of the assessment; every entry is recorded on it | a ruling is tested by the law and the knowledge of its day. Without a day see [`RulingDay::days`](crate::RulingDay::days) |
//! | `court_code` | a person with a court's role, whose views settle what the ruling tested | an observed act is settled by the view of who decides. The Strasbourg court has no role of its own and stands as a supreme court: the last to decide. A body that is no court settles nothing here |
//! | `persons` | a person each, with the role of the code; an age becomes the span of birth days that it allows on the day | ages were counted from years. A code without a role is `other`: of no known position. Without any child one of unknown age is added, because a measure is about somebody |
//! | `perspectives` | `heard: yes` is a hearing before the court, anything else is silence | `no` also covers who was called and did not come, so it is no defect by itself. A word for several (`kinderen`, `ouders`) holds for each of them |
//! | `facts` | a claim; evidence by its source; what the court found | a `court_finding` is the court's own observation, an `expert_report` the expert's, the asker's report a document; what people told is told by them; another source is not traced. `disputed` and `unknown` get no finding: nobody made one |
//! | `requested` | one observed proposal per thing asked, per child, and per part that cannot be told apart | a step is tested per child, per measure, per period. A code that is no measure of the pack stays what it is, outside the pack |
//! | `extension: true` | an order of that kind (for M17: M16), granted and begun the day before | it extends something that is in force. The day before is the least that says so, and uses up no term |
//! | `requester` | who filed each request; for M18 and M20 who gave the direction: it decides itself | README of the records. `unknown` files nothing. Where the text names a second body, each thing is asked by the first of them that may. `implied: true` was taken from who the other side is: where that body has no power to ask, nobody is known to have asked, because a guess is no defect. So too on appeal, where a record's requester may be who brought the appeal, for whoever may do that |
//! | a requester who may ask only where another did not, alone | the court's view that the requester has standing | a court that deals with the request of a subsidiary requester has seen that the first did not file. Not when the record has a condition on standing, nor when the power hangs on more than that |
//! | `conditions` | the court's view on a ground of the measure or on a condition, see [the codes](#codes); `yes` met, `no` not met, `contested` undecided | the view rests on every fact that the court established. Two of one kind on one step: `no` before `contested` before `yes` |
//! | `[part: …]` | the condition is about those steps alone | a failing part takes down that part only. A part that cannot be told from what was asked counts for the whole, as a variant of each step, so that a failing part never meets a passing one. What is about the appeal is left out: if that fails the measure stays |
//! | `lighter_alternatives` | a named alternative to each step, and the court's answer | `adequate` is adequate; `inadequate` is expected not to be enough, on all that the court established; `not_available` is just that; `tried_failed` is help that was in force, was reviewed as not enough and ended, the day before. Another word answers nothing |
//! | `urgency: emergency` | urgency on record for each measure that can be urgent, with the hearing term of the law to look back | an emergency puts candidates and hearings off; it does not answer them |
//!
//! # Codes
//!
//! | code | becomes |
//! | --- | --- |
//! | `serious_threat`, `care_not_accepted`, `acceptable_term`, `abuse_of_authority` | the ground of that meaning among the grounds of the measure. Where the measure has none: a failing one is a failing `necessary`, because the statutory conditions as a whole are then not met; a passing one shows nothing. Misuse of authority is a ground of its own of M32 and counts nowhere else; outside the pack, where the lists have no names, a failing list does no harm beside a list that passes whole |
//! | `form` | gate 2; beside a failing `route` or `standing` it is part of that defect |
//! | `consent` | gate 2, as agreement that the procedure asks for; beside a failing `route` or `standing` it is the consent on which the power rests: gate 1 |
//! | `term` | no longer than needed: gate 7 |
//! | `necessary`, `suitable`, `feasible`, `facts_sufficient`, `hearing`, `motivation`, `care`, `expert_agreement`, `route`, `standing`, `reunification`, and every other name of a condition of the model | that condition |
//! | `other`, and a code that nobody knows | nothing: it names no test of the model. Unless it was passed, no gate is called passed while it stands ([`Mapped::unread`]) |
//!
//! A request from abroad (`requester: foreign_authority`) carries the nearest Dutch measure and is not the same in law: its
//! measures are put outside the pack.

mod alternatives;
mod facts;
mod log;
mod people;
mod powers;
mod steps;
mod views;

use afweging::{Dossier, IdError, Pack, Refusal, StepId};
use chrono::NaiveDate;

use crate::record::Input;
use log::Log;

pub(crate) use views::{gate_of, is_beside_failing};

/// The most steps that one record may ask for: things asked times children times parts.
pub const MOST_STEPS: usize = 500;

/// A record as a dossier.
#[derive(Debug, Clone)]
pub struct Mapped {
    /// The dossier of observed acts.
    pub dossier: Dossier,
    /// The day to assess it on.
    pub at: NaiveDate,
    /// The steps that stand for what was asked.
    pub steps: Vec<StepId>,
    /// Conditions that were not passed and that name no test of the model, by their code.
    pub unread: Vec<String>,
}

/// A record that cannot become a dossier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MapError {
    /// It asks for too much.
    #[error("{0} steps; the most that one record may ask for is {MOST_STEPS}")]
    TooMany(usize),
    /// A text cannot be an id.
    #[error(transparent)]
    Id(#[from] IdError),
    /// The dossier refuses an entry.
    #[error(transparent)]
    Refused(Box<Refusal>),
}

impl From<Refusal> for MapError {
    fn from(refusal: Refusal) -> Self {
        MapError::Refused(Box::new(refusal))
    }
}

/// Makes the dossier of a record as it stands on a day.
///
/// # Errors
/// [`MapError`] when the record asks for more than [`MOST_STEPS`] steps. The others would be a fault of this module.
pub fn map(input: &Input, pack: &Pack, at: NaiveDate) -> Result<Mapped, MapError> {
    let mut log = Log::new(at);
    let mut people = people::record(input, &mut log)?;
    let established = facts::record(input, &mut people, &mut log)?;
    let plan = steps::plan(input, pack, &people, at)?;
    steps::record(input, pack, &people, &plan, &mut log)?;
    for step in &plan.steps {
        views::record(step, pack, &people, &established, &mut log)?;
        alternatives::record(input, step, &people, &established, &mut log)?;
    }
    Ok(Mapped {
        dossier: log.dossier,
        at,
        steps: plan.steps.iter().map(|step| step.id.clone()).collect(),
        unread: views::unread(input),
    })
}
