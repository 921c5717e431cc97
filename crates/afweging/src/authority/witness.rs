//! The answer to "may this actor do this here and now?": a witness of the map, or why not and who may instead.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::condition::{Judge, JudgedCondition, Sum, is_appellate, sum};
use super::{AuthorityMap, Matter};
use crate::actor::{Act, Actor, DecisionForm};
use crate::id::{MeasureId, PersonId};
use crate::law::{Certainty, Citation};
use crate::pack::{Grant, GrantCondition, Standing};
use crate::sentence::Sentence;
use crate::step::Frame;

/// Who wants to act: somebody in the dossier, or whoever acts for a body or in a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who<'a> {
    /// Somebody in the dossier, with the positions that they have in it.
    Person(&'a PersonId),
    /// Whoever acts for this body or in this position.
    Actor(Actor),
}

impl<'a> From<&'a PersonId> for Who<'a> {
    fn from(person: &'a PersonId) -> Self {
        Who::Person(person)
    }
}

impl From<Actor> for Who<'_> {
    fn from(actor: Actor) -> Self {
        Who::Actor(actor)
    }
}

/// With whose power somebody acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ActingAs {
    /// With their own: one of the family.
    Themselves,
    /// With that of their own organisation, in whatever team they work.
    Employer(Actor),
    /// With a power that somebody else gave their organisation (*mandaat*).
    Mandate(Mandate),
}

/// A power that somebody else gave (*mandaat*, Awb 10:1). It reaches as far as its limits and cannot be passed on
/// (Awb 10:9: only who gave it can allow that, and the map has no entry for it).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mandate {
    /// The organisation that acts.
    pub employer: Actor,
    /// Whose power it is.
    pub of: Actor,
    /// The other conditions of the entry: how far it reaches. What is not in it was not given.
    pub limits: Vec<GrantCondition>,
}

/// Proof out of the map that an actor has a power, in a matter or by the law alone. It has no public constructor.
///
/// It cannot be written down, nor made out of another:
///
/// ```compile_fail,E0451
/// fn of_another(other: afweging::Authority, grant: afweging::Grant) -> afweging::Authority {
///     afweging::Authority { grant, ..other }
/// }
/// ```
///
/// nor written over:
///
/// ```compile_fail,E0616
/// fn write_over(authority: &mut afweging::Authority, grant: afweging::Grant) {
///     authority.grant = grant;
/// }
/// ```
///
/// nor made out of nothing:
///
/// ```compile_fail,E0277
/// fn of_nothing<T: Default>() -> T { T::default() }
/// let _: afweging::Authority = of_nothing();
/// ```
///
/// nor read:
///
/// ```compile_fail,E0277
/// let _: Result<afweging::Authority, _> = serde_json::from_str("{}");
/// ```
///
/// nor converted into, though the entry of the map that it rests on is there for everyone to read:
///
/// ```compile_fail,E0277
/// fn convert(grant: afweging::Grant) -> afweging::Authority { grant.into() }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Authority {
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<PersonId>,
    grant: Grant,
    on: NaiveDate,
    form: DecisionForm,
    acting_as: ActingAs,
    conditions: Vec<JudgedCondition>,
}

impl Authority {
    /// Who, when it was asked of somebody in the dossier.
    pub fn person(&self) -> Option<&PersonId> {
        self.person.as_ref()
    }

    /// The position in which they act.
    pub fn actor(&self) -> Actor {
        self.grant.actor
    }

    /// What they may do. On help without compulsion people decide by consenting.
    pub fn act(&self) -> Act {
        self.grant.act
    }

    /// To which measure.
    pub fn measure(&self) -> &MeasureId {
        &self.grant.measure
    }

    /// On which day.
    pub fn on(&self) -> NaiveDate {
        self.on
    }

    /// The entry of the map.
    pub fn grant(&self) -> &Grant {
        &self.grant
    }

    /// The article.
    pub fn cite(&self) -> &Citation {
        &self.grant.cite
    }

    /// How sure we are of it.
    pub fn certainty(&self) -> Certainty {
        self.grant.cite.certainty
    }

    /// In which capacity.
    pub fn standing(&self) -> Standing {
        self.grant.standing
    }

    /// The form that a decision on the measure has.
    pub fn form(&self) -> DecisionForm {
        self.form
    }

    /// With whose power.
    pub fn acting_as(&self) -> &ActingAs {
        &self.acting_as
    }

    /// Its conditions: all hold.
    pub fn conditions(&self) -> &[JudgedCondition] {
        &self.conditions
    }
}

/// Why somebody may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// The law pack does not have the measure on that day.
    OutsidePack,
    /// The map has no entry for it: not allowed.
    NoEntry,
    /// There is an entry, and a condition of it is not met.
    ConditionNotMet,
    /// There is an entry, and it is not known whether its conditions are met.
    ConditionNotKnown,
    /// In one of the positions that this person may have it is allowed, in another it is not.
    PositionNotKnown,
    /// The same person asked for it.
    AskedForItThemselves,
    /// The step was assessed on another dossier, on another state of this one, or by another law pack.
    NotAsAssessed,
    /// A decision of this form has no court route of its own. It can be looked at with the next decision that has one.
    NoCourtRoute(DecisionForm),
}

impl WhyNot {
    /// Why, in a sentence.
    pub fn sentence(self) -> Sentence {
        match self {
            WhyNot::OutsidePack => Sentence::new(
                "Het wetspakket zegt op die dag niets over deze maatregel.",
                "The law pack says nothing of this measure on that day.",
            ),
            WhyNot::NoEntry => Sentence::new(
                "De wet geeft deze bevoegdheid niet; wat er niet staat, mag niet.",
                "The law does not give this power; what is not there is not allowed.",
            ),
            WhyNot::ConditionNotMet => Sentence::new(
                "Aan een voorwaarde van de bevoegdheid is niet voldaan.",
                "A condition of the power is not met.",
            ),
            WhyNot::ConditionNotKnown => Sentence::new(
                "Het is niet bekend of aan de voorwaarden van de bevoegdheid is voldaan.",
                "It is not known whether the conditions of the power are met.",
            ),
            WhyNot::PositionNotKnown => Sentence::new(
                "Het is niet bekend in welke positie deze persoon staat, en daar hangt het van af.",
                "It is not known in which position this person is, and it depends on that.",
            ),
            WhyNot::AskedForItThemselves => Sentence::new(
                "Wie erom verzoekt, beslist er niet over.",
                "Who asks for it does not decide on it.",
            ),
            WhyNot::NotAsAssessed => Sentence::new(
                "De stap is op een ander dossier, een eerdere stand of een ander wetspakket getoetst; toets opnieuw.",
                "The step was assessed on another dossier, an earlier state of it or another law pack; assess it anew.",
            ),
            WhyNot::NoCourtRoute(form) => {
                let form = form.label();
                Sentence::new(
                    format!(
                        "Tegen {} staat geen eigen weg naar de rechter open; de rechter kan het toetsen bij de volgende \
                         beslissing waartegen die weg er wel is.",
                        form.nl
                    ),
                    format!(
                        "Against {} there is no court route of its own; the court can look at it with the next decision that has one.",
                        form.en
                    ),
                )
            }
        }
    }
}

/// Nobody gave this power to this actor in this matter on this day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{} may not {} `{measure}` on {on}", word(actor), word(act))]
pub struct NoAuthority {
    /// Who wanted to act.
    pub actor: Actor,
    /// What they wanted to do.
    pub act: Act,
    /// To which measure.
    pub measure: MeasureId,
    /// On which day.
    pub on: NaiveDate,
    /// Why not.
    pub why: WhyNot,
    /// The conditions that do not hold or are not known, of the entry that comes nearest.
    pub unmet: Vec<JudgedCondition>,
    /// Who may instead, primary ones first; empty when nobody may.
    pub who_may_instead: Vec<Grant>,
}

/// A word as it stands in data.
fn word<T: Serialize>(word: &T) -> String {
    serde_json::to_string(word).unwrap_or_default().replace('"', "`")
}

/// An entry of the map in a matter: who of the dossier it is for, and how its conditions stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GrantInMatter {
    /// The entry.
    pub grant: Grant,
    /// Somebody of the dossier in that position; absent when nobody is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Its conditions, judged.
    pub conditions: Vec<JudgedCondition>,
}

impl GrantInMatter {
    /// Whether all its conditions hold.
    pub fn holds(&self) -> bool {
        sum(&self.conditions) == Sum::Holds
    }

    /// Whether a condition is not met: whatever is not known, this entry gives nothing here.
    pub fn is_ruled_out(&self) -> bool {
        sum(&self.conditions) == Sum::DoesNot
    }
}

impl AuthorityMap {
    /// Every entry for an act in a matter, primary ones first, with who of the dossier it is for and how its conditions
    /// stand: once for each such person, and once without when the dossier has nobody in that position.
    pub fn who_may_in(&self, act: Act, matter: &Matter<'_>) -> Vec<GrantInMatter> {
        self.judge(matter).who_may(act)
    }

    /// Whether somebody may act in a matter.
    ///
    /// ```
    /// use afweging::{Act, Actor, AuthorityMap, Dossier, Matter, MeasureId, Pack, PersonId, WhyNot};
    /// let map = AuthorityMap::of(&Pack::nl()?);
    /// let dossier = Dossier::new("d1");
    /// let (man, ban) = (PersonId::new("man")?, MeasureId::new("M13")?);
    /// let matter = Matter::new(&dossier, &man, &ban, "2025-03-01".parse()?);
    /// assert!(map.may_in(Actor::Mayor, Act::Decide, &matter).is_ok());
    /// let refused = map.may_in(Actor::AssistantProsecutor, Act::Decide, &matter).unwrap_err();
    /// assert_eq!(refused.why, WhyNot::ConditionNotKnown, "did the mayor give a mandate?");
    /// let refused = map.may_in(Actor::AssistantProsecutor, Act::Decide, &matter.extending()).unwrap_err();
    /// assert_eq!(refused.why, WhyNot::ConditionNotMet, "an extension cannot be left to anybody else");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`NoAuthority`]: why not, what does not hold or is not known, and who may instead. What is not known is no
    /// authority.
    pub fn may_in<'w>(
        &self,
        who: impl Into<Who<'w>>,
        act: Act,
        matter: &Matter<'_>,
    ) -> Result<Authority, NoAuthority> {
        self.judge(matter).may(who.into(), act)
    }

    fn judge<'a>(&'a self, matter: &Matter<'a>) -> Judge<'a> {
        Judge::new(&self.pack, matter.clone())
    }
}

impl Judge<'_> {
    pub(crate) fn who_may(&self, act: Act) -> Vec<GrantInMatter> {
        let mut all = Vec::new();
        for grant in self.entries(act) {
            let people = self.matter.people_as(grant.actor);
            for person in &people {
                all.push(GrantInMatter {
                    grant: grant.clone(),
                    person: Some((*person).clone()),
                    conditions: self.conditions(grant, Some(person)),
                });
            }
            if people.is_empty() {
                all.push(GrantInMatter {
                    grant: grant.clone(),
                    person: None,
                    conditions: self.conditions(grant, None),
                });
            }
        }
        all.sort_by_key(|it| it.grant.standing);
        all
    }

    pub(crate) fn may(&self, who: Who<'_>, act: Act) -> Result<Authority, NoAuthority> {
        let matter = &self.matter;
        let (person, positions, is_open) = match who {
            Who::Actor(actor) => (None, BTreeSet::from([actor]), false),
            Who::Person(person) => {
                (Some(person), matter.possible_positions(person), matter.is_open_position(person))
            }
        };
        let actor = positions.first().copied().unwrap_or(Actor::Other);
        let refuse = |why: WhyNot, unmet: Vec<JudgedCondition>| {
            Err(NoAuthority {
                actor,
                act,
                measure: matter.measure.clone(),
                on: matter.on,
                why,
                unmet,
                who_may_instead: self.who_may_instead(act, &positions),
            })
        };
        let Some(measure) = self.pack.measure(matter.measure, matter.on) else {
            return refuse(WhyNot::OutsidePack, Vec::new());
        };
        if act == Act::Decide
            && measure.frame == Frame::Compulsory
            && person.is_some_and(|person| self.asked_for_it(person))
        {
            return refuse(WhyNot::AskedForItThemselves, Vec::new());
        }
        let mut entries = Vec::new();
        for grant in self.entries(act).filter(|grant| positions.contains(&grant.actor)) {
            match (person, &*matter.people_as(grant.actor)) {
                (Some(person), _) => entries.push((grant, self.conditions(grant, Some(person)))),
                (None, []) => entries.push((grant, self.conditions(grant, None))),
                (None, people) => {
                    entries.extend(people.iter().map(|it| (grant, self.conditions(grant, Some(it)))));
                }
            }
        }
        if entries.is_empty() {
            let has_route = matches!(measure.form, DecisionForm::Order | DecisionForm::Decision);
            return match act {
                Act::Appeal | Act::Object if !has_route => {
                    refuse(WhyNot::NoCourtRoute(measure.form), Vec::new())
                }
                _ => refuse(WhyNot::NoEntry, Vec::new()),
            };
        }
        let in_every_position =
            positions.iter().all(|position| entries.iter().any(|(grant, _)| grant.actor == *position));
        if is_open && positions.len() > 1 && !in_every_position {
            return refuse(WhyNot::PositionNotKnown, Vec::new());
        }
        entries.sort_by_key(|(grant, judged)| (sum(judged), grant.standing));
        let Some((grant, judged)) = entries.into_iter().next() else {
            return refuse(WhyNot::NoEntry, Vec::new());
        };
        let unmet = |judged: Vec<JudgedCondition>| {
            judged.into_iter().filter(|it| sum(std::slice::from_ref(it)) != Sum::Holds).collect()
        };
        match sum(&judged) {
            Sum::Holds => Ok(Authority {
                person: person.cloned(),
                acting_as: acting_as(grant, person.is_some_and(|it| self.is_professional(it))),
                grant: grant.clone(),
                on: matter.on,
                form: measure.form,
                conditions: judged,
            }),
            Sum::NotKnown => refuse(WhyNot::ConditionNotKnown, unmet(judged)),
            Sum::DoesNot => refuse(WhyNot::ConditionNotMet, unmet(judged)),
        }
    }

    fn is_professional(&self, person: &PersonId) -> bool {
        self.matter.dossier.people().role(person).is_some_and(|role| role.is_professional())
    }

    fn asked_for_it(&self, person: &PersonId) -> bool {
        let record = self.matter.step.and_then(|id| self.matter.dossier.steps().get(id));
        record.is_some_and(|record| {
            let request = record.machines.request().on(self.matter.at);
            request.filed().is_some_and(|filed| filed.what.requester == *person)
        })
    }

    /// The entries of others that are not ruled out here.
    fn who_may_instead(&self, act: Act, but: &BTreeSet<Actor>) -> Vec<Grant> {
        let mut others: Vec<Grant> = self
            .who_may(act)
            .into_iter()
            .filter(|it| !it.is_ruled_out() && !but.contains(&it.grant.actor))
            .filter(|it| act != Act::Decide || !is_appellate(&it.grant))
            .map(|it| it.grant)
            .collect();
        others.dedup();
        others
    }
}

fn acting_as(grant: &Grant, is_professional: bool) -> ActingAs {
    let of = grant.conditions.iter().find_map(|condition| match condition {
        GrantCondition::ByMandateOf(body) => Some(*body),
        _ => None,
    });
    match of {
        Some(of) => ActingAs::Mandate(Mandate {
            employer: grant.actor,
            of,
            limits: grant
                .conditions
                .iter()
                .filter(|condition| !matches!(condition, GrantCondition::ByMandateOf(_)))
                .cloned()
                .collect(),
        }),
        None if is_professional || grant.actor.is_body() => ActingAs::Employer(grant.actor),
        None => ActingAs::Themselves,
    }
}

impl AuthorityMap {
    /// The first entry for one actor's act to a measure on a day; its conditions are still to be met.
    ///
    /// # Errors
    /// [`NoAuthority`], with who may instead, when there is none.
    pub fn may(
        &self,
        actor: Actor,
        act: Act,
        measure: &MeasureId,
        on: NaiveDate,
    ) -> Result<&Grant, NoAuthority> {
        self.grants_of(actor, act, measure, on).into_iter().next().ok_or_else(|| {
            let form = self.pack.measure(measure, on).map(|it| it.form);
            let why = match (form, act) {
                (None, _) => WhyNot::OutsidePack,
                (Some(DecisionForm::Order | DecisionForm::Decision), _) => WhyNot::NoEntry,
                (Some(form), Act::Appeal | Act::Object) => WhyNot::NoCourtRoute(form),
                (Some(_), _) => WhyNot::NoEntry,
            };
            NoAuthority {
                actor,
                act,
                measure: measure.clone(),
                on,
                why,
                unmet: Vec::new(),
                who_may_instead: self.who_may(act, measure, on).into_iter().cloned().collect(),
            }
        })
    }
}
