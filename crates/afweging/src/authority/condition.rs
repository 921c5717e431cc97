//! Whether the conditions of a power hold, as far as the dossier tells: the one place where that is judged.
//!
//! The dossier says yes, says no, or leaves it open; then there is a question, with who may answer. What those who may
//! settle it found of the power as a whole answers what the dossier leaves open, never what it says no to.

use std::cell::OnceCell;

use serde::Serialize;

use super::Matter;
use super::wording::one_of;
use crate::actor::{Act, Actor};
use crate::condition::Condition;
use crate::dossier::Capacity;
use crate::finding::{Answerer, Basis, Question, QuestionKind};
use crate::id::{MeasureId, PersonId};
use crate::pack::{Grant, GrantCondition, Length, MeasureKind, Pack, Standing};
use crate::person::{Relation, Role};
use crate::sentence::Sentence;
use crate::stand::{Stand, stands};
use crate::step::{AppealEvent, DecisionOn, ExecutionOn, Frame};
use crate::weighing::{Verdict, Weighed};

/// Whether a condition of a power holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// The dossier says so.
    Met,
    /// The dossier leaves it open, and those who may settle it found that the power is there.
    Judged,
    /// The dossier says that it does not.
    NotMet,
    /// The dossier leaves it open.
    NotKnown(Box<Question>),
}

/// A condition of a power, judged in a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JudgedCondition {
    /// The condition.
    pub condition: GrantCondition,
    /// Whether it holds.
    pub holds: Holds,
}

/// What the conditions of one entry come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sum {
    Holds,
    NotKnown,
    DoesNot,
}

/// What the conditions of one entry come to, together.
pub(crate) fn sum(judged: &[JudgedCondition]) -> Sum {
    let each = |it: &JudgedCondition| match it.holds {
        Holds::Met | Holds::Judged => Sum::Holds,
        Holds::NotKnown(_) => Sum::NotKnown,
        Holds::NotMet => Sum::DoesNot,
    };
    judged.iter().map(each).max().unwrap_or(Sum::Holds)
}

/// Judges the entries of the map in one matter.
pub(crate) struct Judge<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) matter: Matter<'a>,
    /// Every step of the dossier but the one at hand.
    others: OnceCell<Vec<Stand<'a>>>,
}

impl<'a> Judge<'a> {
    pub(crate) fn new(pack: &'a Pack, matter: Matter<'a>) -> Self {
        Self { pack, matter, others: OnceCell::new() }
    }

    fn others(&self) -> impl Iterator<Item = &Stand<'a>> {
        let all = self.others.get_or_init(|| {
            stands(self.matter.dossier, self.pack, self.matter.at)
                .filter(|stand| Some(stand.id) != self.matter.step)
                .collect()
        });
        all.iter()
    }

    /// The other steps about the same person.
    pub(crate) fn others_about(&self) -> impl Iterator<Item = &Stand<'a>> {
        self.others().filter(|stand| stand.about() == self.matter.about)
    }

    /// The entries for an act to the measure, whatever their conditions. A court that acts unasked uses only the entries
    /// for that. On help without compulsion people decide by consenting to it.
    pub(crate) fn entries(&self, act: Act) -> impl Iterator<Item = &'a Grant> {
        let (measure, own_motion) = (self.matter.measure, self.matter.own_motion);
        let frame = self.pack.measure(measure, self.matter.on).map(|it| it.frame);
        let consents = act == Act::Decide && frame.is_some_and(|it| it != Frame::Compulsory);
        self.pack
            .grants(self.matter.on)
            .iter()
            .filter(move |grant| grant.measure == *measure)
            .filter(move |grant| grant.act == act || (consents && grant.act == Act::Consent))
            .filter(move |grant| act != Act::Decide || (grant.standing == Standing::ExOfficio) == own_motion)
    }

    /// The conditions of an entry for somebody; for `None` those of whoever is in that position.
    pub(crate) fn conditions(&self, grant: &Grant, who: Option<&PersonId>) -> Vec<JudgedCondition> {
        let mut conditions: Vec<&GrantCondition> = grant.conditions.iter().collect();
        let subsidiary = GrantCondition::OnlyIfPrimaryDidNot;
        if grant.standing == Standing::Subsidiary
            && grant.act == Act::Request
            && !conditions.contains(&&subsidiary)
        {
            conditions.push(&subsidiary);
        }
        conditions
            .into_iter()
            .map(|condition| {
                let holds = match self.condition(grant, condition, who) {
                    Holds::NotKnown(_) if self.matter.is_settled => Holds::Judged,
                    holds => holds,
                };
                JudgedCondition { condition: condition.clone(), holds }
            })
            .collect()
    }

    fn condition(&self, grant: &Grant, condition: &GrantCondition, who: Option<&PersonId>) -> Holds {
        let ask = |answerer: Answerer, events: &[&'static str]| {
            not_known(grant, self.in_words(condition), answerer, events)
        };
        let asker = || who.map_or(Answerer::Actor(grant.actor), |person| Answerer::Person(person.clone()));
        match condition {
            GrantCondition::OnlyIfPrimaryDidNot => self.primary_did_not(grant),
            GrantCondition::FirstOnly if self.matter.extends => Holds::NotMet,
            // A second decision on what is running already may be an extension that nobody called one.
            GrantCondition::FirstOnly => {
                if self.runs_already() {
                    ask(asker(), &["step_proposed"])
                } else {
                    Holds::Met
                }
            }
            GrantCondition::ExtensionOnly => yes_or_no(self.matter.extends),
            GrantCondition::CaresFor(length) => self
                .cares_for(*length, who)
                .unwrap_or_else(|| ask(asker(), &["relation_noted", "view_given"])),
            GrantCondition::NoMeasureInForce => yes_or_no(
                !self.others_about().any(|it| it.is_there() && is_child_protection(it.measure_id())),
            ),
            GrantCondition::MeasureInForceOrRequested => {
                let there = |it: &Stand<'_>| it.is_there() || it.is_asked();
                if self.others_about().any(|it| there(it) && is_child_protection(it.measure_id()))
                    || self.matter.alongside.iter().any(is_child_protection)
                {
                    Holds::Met
                } else {
                    ask(asker(), &["step_proposed", "request_filed", "decided", "started", "view_given"])
                }
            }
            GrantCondition::InForce(measures) => {
                if measures.iter().any(|measure| self.is_there_or_asked(measure)) {
                    Holds::Met
                } else {
                    ask(asker(), &["step_proposed", "request_filed", "decided", "started", "view_given"])
                }
            }
            GrantCondition::Ends(measures) => match self.matter.ends {
                Some(ended) => yes_or_no(measures.contains(ended)),
                None => ask(asker(), &["step_proposed"]),
            },
            GrantCondition::Executes => self.executes(grant).unwrap_or_else(|| ask(asker(), &["started"])),
            GrantCondition::OnAppealFrom(bodies) => {
                if self.is_on_appeal_from(bodies) {
                    Holds::Met
                } else {
                    ask(asker(), &["decided", "appeal_lodged"])
                }
            }
            // A mandate is given by who has the power; one by who has it by mandate only would be a second one.
            GrantCondition::ByMandateOf(body) => {
                let own = self.entries(grant.act).any(|other| other.actor == *body && !is_by_mandate(other));
                if own { ask(Answerer::Actor(*body), &["view_given"]) } else { Holds::NotMet }
            }
            GrantCondition::MayorRoute if self.primary_asks(grant) => Holds::NotMet,
            GrantCondition::MayorRoute => ask(Answerer::Actor(Actor::Mayor), &["view_given"]),
            GrantCondition::InstitutionRoute if self.primary_asks(grant) => Holds::NotMet,
            GrantCondition::InstitutionRoute => ask(Answerer::Actor(Actor::Gi), &["view_given"]),
            GrantCondition::SiblingInCase => {
                if self.sibling_in_case() {
                    Holds::Met
                } else {
                    ask(asker(), &["step_proposed", "request_filed", "relation_noted", "view_given"])
                }
            }
            GrantCondition::InsteadOf(measure) => {
                if self.others_about().any(|it| it.measure_id() == measure && it.filed().is_some()) {
                    Holds::Met
                } else {
                    ask(asker(), &["request_filed", "view_given"])
                }
            }
            GrantCondition::Capable => {
                let people = self.matter.dossier.people();
                match who.map(|who| people.capacity(who, self.matter.on)) {
                    Some(Capacity::Capable) => Holds::Met,
                    Some(Capacity::Incapable) => Holds::NotMet,
                    Some(Capacity::NotJudged) | None => ask(asker(), &["capacity_noted", "view_given"]),
                }
            }
            GrantCondition::NotBlocked => {
                if self.is_blocked() {
                    ask(asker(), &["consent_given", "view_given"])
                } else {
                    Holds::Met
                }
            }
            GrantCondition::ReplacesInstitution => ask(asker(), &["view_given"]),
            GrantCondition::ChangesEarlier => {
                let earlier =
                    self.others_about().any(|it| it.measure_id() == self.matter.measure && it.is_there());
                if earlier { Holds::Met } else { ask(asker(), &["step_proposed", "decided", "view_given"]) }
            }
            GrantCondition::AcuteOrOwnTask => {
                if self.is_urgent() {
                    Holds::Met
                } else {
                    ask(asker(), &["urgency_declared", "view_given"])
                }
            }
            GrantCondition::Designated => ask(Answerer::Actor(Actor::College), &["view_given"]),
            GrantCondition::GuardianshipCase => ask(asker(), &["view_given"]),
        }
    }

    /// Whether a measure, or one that also counts as it, is in force, granted and usable, or asked for.
    pub(crate) fn is_there_or_asked(&self, measure: &MeasureId) -> bool {
        self.matter.alongside.contains(measure)
            || self.others_about().any(|it| {
                let is_it = it.measure_id() == measure
                    || it.measure.is_some_and(|known| known.counts_as.contains(measure));
                is_it && (it.is_there() || it.is_asked())
            })
    }

    /// Whether an earlier decision on the same measure was being carried out on the day of this one.
    fn runs_already(&self) -> bool {
        let on = self.matter.on;
        self.others_about()
            .filter(|it| it.measure_id() == self.matter.measure && it.is_decided() && it.on < on)
            .any(|it| {
                Stand::of(self.matter.dossier, self.pack, it.id, it.record, on).execution
                    == ExecutionOn::InForce
            })
    }

    /// Whether somebody has brought the child up for a year or more, and may block a change of its stay.
    fn is_blocked(&self) -> bool {
        let people = self.matter.dossier.people();
        people
            .iter()
            .filter_map(|noted| people.cares_since(&noted.what.person, self.matter.about))
            .any(|since| Length::Years(1).end(since) <= self.matter.on)
    }

    fn cares_for(&self, length: Length, who: Option<&PersonId>) -> Option<Holds> {
        let people = self.matter.dossier.people();
        let who = who?;
        if length == Length::Days(0) && people.cares_daily_for(who, self.matter.about, self.matter.on) {
            return Some(Holds::Met);
        }
        let since = people.cares_since(who, self.matter.about)?;
        Some(yes_or_no(length.end(since) <= self.matter.on))
    }

    fn executes(&self, grant: &Grant) -> Option<Holds> {
        let mut running = self.others_about().filter(|it| it.is_there()).map(Stand::measure_id).peekable();
        running.peek()?;
        Some(yes_or_no(running.any(|measure| {
            self.pack.grants(self.matter.on).iter().any(|other| {
                other.actor == grant.actor && other.act == Act::Execute && other.measure == *measure
            })
        })))
    }

    /// An appeal was lodged against the step at hand, or the same measure was decided on by one of these bodies.
    fn is_on_appeal_from(&self, bodies: &[Actor]) -> bool {
        let by = |person: &PersonId| {
            self.matter
                .dossier
                .people()
                .role(person)
                .and_then(Role::body)
                .is_some_and(|it| bodies.contains(&it))
        };
        let own = self.matter.step.and_then(|id| self.matter.dossier.steps().get(id)).is_some_and(|record| {
            record
                .machines
                .appeal()
                .until(self.matter.at)
                .any(|dated| matches!(dated.transition, AppealEvent::Lodge(_)))
        });
        own || self.others_about().any(|it| {
            it.measure_id() == self.matter.measure && it.decided_by().is_some_and(|(person, _)| by(person))
        })
    }

    fn is_urgent(&self) -> bool {
        let record = self.matter.step.and_then(|id| self.matter.dossier.steps().get(id));
        record.is_some_and(|it| it.urgency.iter().any(|it| it.occurred.first_day() <= self.matter.at))
    }

    /// A brother or sister for whom the same measure is asked for, or was decided on that day.
    fn sibling_in_case(&self) -> bool {
        let people = self.matter.dossier.people();
        let (about, at) = (self.matter.about, self.matter.at);
        let is_sibling = |other: &PersonId| {
            let noted = |one: &PersonId, two: &PersonId| {
                people.relations(one, two, at).iter().any(|(relation, _)| *relation == Relation::Sibling)
            };
            other != about && (noted(other, about) || noted(about, other))
        };
        self.others().any(|it| {
            it.measure_id() == self.matter.measure
                && it.filed().is_some()
                && !it.is_withdrawn()
                && (it.decision == DecisionOn::Pending || it.on == self.matter.on)
                && is_sibling(it.about())
        })
    }

    /// Who may do in the first place what an entry lets its actor do in the second, or by another route.
    pub(crate) fn primaries(&self, grant: &Grant) -> Vec<Actor> {
        let mut primaries: Vec<Actor> = Vec::new();
        for other in self.pack.grants(self.matter.on) {
            let suits = self.matter.ends.is_none_or(|ended| is_for_ending(other, ended))
                && other.conditions.iter().all(|condition| match condition {
                    GrantCondition::FirstOnly => !self.matter.extends,
                    GrantCondition::ExtensionOnly => self.matter.extends,
                    _ => true,
                });
            let is_primary = other.act == Act::Request
                && other.measure == *self.matter.measure
                && other.standing == Standing::Primary
                && other.actor != grant.actor;
            if is_primary && suits && !primaries.contains(&other.actor) {
                primaries.push(other.actor);
            }
        }
        primaries
    }

    fn is_one_of(&self, person: &PersonId, actors: &[Actor]) -> bool {
        let positions = self.matter.dossier.people().positions(person, self.matter.about, self.matter.on);
        positions.iter().any(|position| actors.contains(position))
    }

    /// The steps of the same measure about the same person that somebody with the power in the first place asked for.
    fn asked_by_primary<'s>(&'s self, primaries: &'s [Actor]) -> impl Iterator<Item = &'s Stand<'a>> {
        self.others_about().filter(move |it| {
            it.measure_id() == self.matter.measure
                && it.filed().is_some_and(|(filed, _)| self.is_one_of(&filed.requester, primaries))
        })
    }

    fn primary_asks(&self, grant: &Grant) -> bool {
        let primaries = self.primaries(grant);
        self.asked_by_primary(&primaries).any(Stand::is_asked)
    }

    /// Who has the power in the first place did not use it: took its own request back, refused to look into it, or says
    /// so. It did when its own request is before the court.
    fn primary_did_not(&self, grant: &Grant) -> Holds {
        let primaries = self.primaries(grant);
        if self.asked_by_primary(&primaries).any(Stand::is_asked) {
            return Holds::NotMet;
        }
        match self.said_by_primary(&primaries) {
            Some(Verdict::Met) => return Holds::Met,
            Some(Verdict::NotMet) => return Holds::NotMet,
            Some(Verdict::Undecided) | None => {}
        }
        let took_back = self.asked_by_primary(&primaries).any(Stand::is_withdrawn);
        if took_back || primaries.iter().any(|actor| self.refused_to_look(*actor)) {
            return Holds::Met;
        }
        let names = one_of(&primaries.iter().map(|actor| actor.label()).collect::<Vec<_>>());
        let mut question = question(
            grant,
            Sentence::filled_plainly(
                ["Dient {names} zelf een verzoek in?", "Does {names} file a request itself?"],
                ["Vraagt {names} hier zelf om?", "Does {names} ask for this itself?"],
                &[("names", names)],
            ),
            Answerer::ThoseWhoWeigh,
            &["view_given", "request_withdrawn"],
        );
        question.who_may_answer = self.answerers(&primaries);
        Holds::NotKnown(Box::new(question))
    }

    /// People of the dossier in these positions; for a position that nobody is in, the position.
    pub(crate) fn answerers(&self, actors: &[Actor]) -> Vec<Answerer> {
        actors.iter().map(|actor| Answerer::Actor(*actor)).collect()
    }

    /// What somebody with the power in the first place last said of another's power to do it: that it is there means that
    /// they themselves do not.
    fn said_by_primary(&self, primaries: &[Actor]) -> Option<Verdict> {
        let record = self.matter.dossier.steps().get(self.matter.step?)?;
        let asks = record.machines.request().on(self.matter.at);
        let requester = asks.filed().map(|filed| filed.what.requester.clone());
        record
            .weighing
            .until(self.matter.at)
            .flat_map(|dated| dated.transition.views())
            .filter(|(by, view)| {
                view.on == Weighed::Condition(Condition::Standing)
                    && Some(*by) != requester.as_ref()
                    && self.is_one_of(by, primaries)
            })
            .map(|(_, view)| view.verdict)
            .last()
    }

    /// Whether a body refused a procedure about this person that it decides on itself, such as an investigation.
    pub(crate) fn refused_to_look(&self, actor: Actor) -> bool {
        self.others_about().any(|it| {
            it.decision == DecisionOn::Refused
                && it.measure.is_some_and(|measure| measure.kind == MeasureKind::Procedural)
                && it.decided_by().is_some_and(|(person, _)| self.is_one_of(person, &[actor]))
        })
    }

    /// Whether a body said or showed that it does not ask for the measure.
    pub(crate) fn declined(&self, actor: Actor) -> bool {
        self.refused_to_look(actor) || self.asked_by_primary(&[actor]).any(Stand::is_withdrawn)
    }
}

/// Whether an entry is a power that somebody else gave.
pub(crate) fn is_by_mandate(grant: &Grant) -> bool {
    grant.conditions.iter().any(|condition| matches!(condition, GrantCondition::ByMandateOf(_)))
}

/// Whether an entry can be used to end a measure: it names nothing that it ends, or this among others.
pub(crate) fn is_for_ending(grant: &Grant, ended: &MeasureId) -> bool {
    grant.conditions.iter().all(|condition| match condition {
        GrantCondition::Ends(measures) => measures.contains(ended),
        _ => true,
    })
}

/// Whether an entry is one on appeal.
pub(crate) fn is_appellate(grant: &Grant) -> bool {
    grant.conditions.iter().any(|condition| matches!(condition, GrantCondition::OnAppealFrom(_)))
}

fn yes_or_no(holds: bool) -> Holds {
    if holds { Holds::Met } else { Holds::NotMet }
}

fn not_known(grant: &Grant, what: Sentence, answerer: Answerer, events: &[&'static str]) -> Holds {
    let what = Sentence::filled("Is dit zo: {what}?", "Is this so: {what}?", &[("what", what)]);
    Holds::NotKnown(Box::new(question(grant, what, answerer, events)))
}

fn question(grant: &Grant, what: Sentence, answerer: Answerer, events: &[&'static str]) -> Question {
    Question {
        what,
        kind: QuestionKind::RegisterFact,
        who_may_answer: vec![answerer],
        basis: Basis::from(&grant.cite),
        answered_when: events.to_vec(),
    }
}

/// The closed list of Jw 1.1: supervision and guardianship, also provisional.
fn is_child_protection(measure: &MeasureId) -> bool {
    matches!(measure.as_str(), "M15" | "M16" | "M17" | "M31" | "M32" | "M33")
}
