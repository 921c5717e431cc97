//! The ways that several gates share to lift a finding: who settles something, who weighs along, what is proposed anew.

use std::collections::BTreeSet;

use crate::actor::{Act, Actor};
use crate::condition::Condition;
use crate::finding::{Answerer, Pattern};
use crate::id::PersonId;
use crate::machine::Machine as _;
use crate::person::Role;
use crate::sentence::Sentence;
use crate::step::{Frame, Request};
use crate::weighing::{Weighed, Weighing};

use super::authority::actors;
use super::case::StepCase;
use super::conditions::serde_name;
use super::settle;

/// The people of the dossier of whom this holds, as those who may answer; the rest where there is nobody.
fn people_or(
    step: &StepCase<'_>,
    holds: impl Fn(&PersonId) -> bool,
    otherwise: impl FnOnce() -> Vec<Answerer>,
) -> Vec<Answerer> {
    let people = step.dossier().people();
    let known: Vec<Answerer> = people
        .iter()
        .map(|it| &it.what.person)
        .filter(|person| holds(person))
        .cloned()
        .map(Answerer::Person)
        .collect();
    if known.is_empty() { otherwise() } else { known }
}

/// Who may decide on the measure of a step, by name where the dossier knows them.
pub(super) fn deciders(step: &StepCase<'_>) -> Vec<Answerer> {
    people_or(
        step,
        |person| step.may_decide(person),
        || {
            // A position in the family decides for itself and not on the step; a court always may be asked.
            let is_body = |it: &Answerer| matches!(it, Answerer::Actor(actor) if actor.is_body());
            let bodies: Vec<Answerer> = actors(step, Act::Decide).into_iter().filter(is_body).collect();
            if bodies.is_empty() { vec![Answerer::Actor(Actor::ChildrensJudge)] } else { bodies }
        },
    )
}

/// Of whom this holds, by name; else the bodies to which the map gives the decision, and a court where it is for one. Nobody
/// where it is for nobody.
fn by_name_or_map(step: &StepCase<'_>, holds: impl Fn(&PersonId) -> bool) -> Vec<Answerer> {
    people_or(step, holds, || {
        let decides = |it: &Answerer| matches!(it, Answerer::Actor(actor) if actor.is_body() && step.has_grant(*actor, Act::Decide));
        let bodies: Vec<Answerer> = actors(step, Act::Decide).into_iter().filter(decides).collect();
        if bodies.is_empty() && step.is_for_a_court() {
            vec![Answerer::Actor(Actor::ChildrensJudge)]
        } else {
            bodies
        }
    })
}

/// Whose view settles an observed step: who decided, also when nobody knows any more who that is; until then who may decide.
fn settlers(step: &StepCase<'_>) -> Vec<Answerer> {
    match step.decided_by() {
        Some((decider, _)) => vec![Answerer::Person(decider.clone())],
        None => by_name_or_map(step, |person| step.may_decide(person)),
    }
}

/// Who may pass over a defect: whoever may decide on the measure, and nobody where that is for nobody.
pub(super) fn who_may_pass_over(step: &StepCase<'_>) -> Vec<Answerer> {
    by_name_or_map(step, |person| step.may_decide(person))
}

/// Where an event says on what it is.
fn on(
    step: &StepCase<'_>,
    of: &Weighed,
    ground: &'static str,
    condition: &'static str,
) -> [(&'static str, String); 2] {
    let what = match of {
        Weighed::Ground(id) => (ground, id.to_string()),
        Weighed::Condition(it) => (condition, serde_name(*it)),
    };
    [what, ("step", step.id.to_string())]
}

/// A view on one matter.
pub(super) fn view(step: &StepCase<'_>, of: &Weighed, who: Vec<Answerer>) -> Pattern {
    let holes: &[&str] = match of {
        Weighed::Ground(_) => &["verdict", "why", "for"],
        Weighed::Condition(_) => &["verdict", "why"],
    };
    Pattern::of("view_given", &on(step, of, "on.ground", "on.condition"), holes, who)
}

fn viewers(step: &StepCase<'_>, of: &Weighed) -> BTreeSet<PersonId> {
    let given = step.record.weighing.until(step.case.at).flat_map(|dated| dated.transition.views());
    given.filter(|(_, view)| view.on == *of).map(|(by, _)| by.clone()).collect()
}

/// The ways by which a matter comes to be settled: by who decides, in agreement, or by who falls back on their own power.
pub(super) fn settling(step: &StepCase<'_>, of: &Weighed) -> Vec<Vec<Pattern>> {
    let people = step.dossier().people();
    let viewers = viewers(step, of);
    let mut ways = Vec::new();
    if *of == Weighed::Condition(Condition::ExpertAgreement) {
        let is_expert = |person: &PersonId| people.role(person) == Some(Role::BehaviouralScientist);
        let expert = || vec![Answerer::Actor(Actor::BehaviouralScientist)];
        ways.push(vec![view(step, of, people_or(step, is_expert, expert))]);
        // The agreement of an expert is the expert's own to give.
        if viewers.iter().any(is_expert) {
            return ways;
        }
    }
    if !step.is_own() {
        let settlers = settlers(step);
        if !settlers.is_empty() {
            ways.push(vec![view(step, of, settlers)]);
        }
        // What the decider found goes before what others agree on, whether or not the decision was theirs to take.
        if viewers.iter().any(|person| settle::decides(step, person)) {
            return ways;
        }
    }
    let weighs = || vec![Answerer::ThoseWhoWeigh];
    let this = [("step", step.id.to_string())];
    let agree = || {
        Pattern::of(
            "converged",
            &on(step, of, "verdicts.on.ground", "verdicts.on.condition"),
            &["verdicts.verdict", "why"],
            weighs(),
        )
    };
    let reopen = || Pattern::of("dialogue_reopened", &this, &["why"], weighs());
    let open = || Pattern::of("dialogue_opened", &this, &["participants"], weighs());
    let weighing = step.record.weighing.as_of(step.case.at);
    ways.push(match &*weighing {
        Weighing::Preparing(_) | Weighing::IndividualViews(_) | Weighing::Sealed(_) => vec![open(), agree()],
        Weighing::Dialogue(_) => vec![agree()],
        Weighing::Converged(_) | Weighing::Diverged(_) | Weighing::Fallback(_) => vec![reopen(), agree()],
    });
    ways.extend(falling_back(step, of, &weighing, &viewers, open));
    ways
}

/// Each falls back on their own power: first a dialogue that was tried.
fn falling_back(
    step: &StepCase<'_>,
    of: &Weighed,
    weighing: &Weighing,
    viewers: &BTreeSet<PersonId>,
    open: impl Fn() -> Pattern,
) -> Option<Vec<Pattern>> {
    let asks = actors(step, Act::Request);
    let decides = actors(step, Act::Decide);
    // Whose view settles it anyhow has nothing to fall back on, and after the decision the power to ask is used up.
    if step.decided_by().is_some()
        || asks.is_empty()
        || asks.iter().any(|it| decides.contains(it))
        || !viewers.is_empty()
    {
        return None;
    }
    let differ = Pattern::of(
        "diverged",
        &on(step, of, "positions.on.ground", "positions.on.condition"),
        &["positions.person", "positions.verdict", "positions.why"],
        vec![Answerer::ThoseWhoWeigh],
    );
    let fall_back = Pattern::of(
        "fell_back",
        &[
            ("step", step.id.to_string()),
            ("powers.act", serde_name(Act::Request)),
            ("powers.measure", step.measure_id().to_string()),
        ],
        &["powers.person", "powers.article"],
        asks.clone(),
    );
    let own = view(step, of, asks);
    match weighing {
        Weighing::Preparing(_) | Weighing::IndividualViews(_) | Weighing::Sealed(_) => {
            Some(vec![open(), differ, fall_back, own])
        }
        Weighing::Dialogue(_) => Some(vec![differ, fall_back, own]),
        Weighing::Diverged(_) => Some(vec![fall_back, own]),
        Weighing::Converged(_) | Weighing::Fallback(_) => None,
    }
}

/// The views that are missing for a step to be weighed by more than one: as many as it takes, of people who did not weigh
/// it. Who of them does is theirs to say.
pub(super) fn weighing_along(step: &StepCase<'_>, weighed: &BTreeSet<&PersonId>) -> Vec<Pattern> {
    let people = step.dossier().people();
    let bodies: BTreeSet<Role> = weighed.iter().filter_map(|by| people.role(by)).collect();
    let missing = 2_usize.saturating_sub(weighed.len()).max(1);
    // Beyond voluntary help the one view that is missing comes from another organisation.
    let elsewhere = missing == 1 && step.frame() != Frame::Voluntary;
    let fresh = |person: &PersonId| {
        people.role(person).is_some_and(|role| {
            role.is_professional() && !weighed.contains(person) && !(elsewhere && bodies.contains(&role))
        })
    };
    let who = people_or(step, fresh, || vec![Answerer::ThoseWhoWeigh]);
    let this = [("step", step.id.to_string())];
    (0..missing).map(|_| Pattern::of("view_given", &this, &["on", "verdict", "why"], who.clone())).collect()
}

/// The proposal written down again: what was said of it stays, and so does all that happened to the step.
pub(super) fn proposed_anew(step: &StepCase<'_>, holes: &[&'static str]) -> [Pattern; 2] {
    let proposal = step.proposal();
    let who = vec![Answerer::Person(proposal.proposed_by.clone())];
    let entry = [("entry", step.record.proposal.seq.to_string())];
    let mut fixed = vec![
        ("step", step.id.to_string()),
        ("measure", proposal.measure.to_string()),
        ("about", proposal.about.to_string()),
        ("proposed_by", proposal.proposed_by.to_string()),
    ];
    let said = [
        ("placement", proposal.placement.said().map(ToString::to_string)),
        ("from", proposal.from.said().map(ToString::to_string)),
        ("until", proposal.until.said().map(ToString::to_string)),
        ("extends", proposal.extends.said().map(ToString::to_string)),
        ("ends", proposal.ends.said().map(ToString::to_string)),
    ];
    fixed.extend(
        said.into_iter().filter(|(path, _)| !holes.contains(path)).filter_map(|(path, it)| Some((path, it?))),
    );
    [
        Pattern::of("corrected", &entry, &["reason"], who.clone()),
        Pattern::of("step_proposed", &fixed, holes, who),
    ]
}

/// Somebody written down again, now with a date of birth. Whose entry was corrected already is only to be written down.
pub(super) fn named_anew(step: &StepCase<'_>, person: &PersonId) -> Vec<Pattern> {
    let who = vec![Answerer::Person(step.proposal().proposed_by.clone())];
    let this = ("person", person.to_string());
    let Some(noted) = step.dossier().people().iter().find(|it| it.what.person == *person) else {
        let roles = [Role::Child, Role::AdultSubject].map(serde_name);
        return vec![Pattern::of("person_added", &[this], &["role", "birth"], who).among("role", roles)];
    };
    let named = [this, ("role", serde_name(noted.what.role))];
    vec![
        Pattern::of("corrected", &[("entry", noted.seq.to_string())], &["reason"], who.clone()),
        Pattern::of("person_added", &named, &["birth"], who),
    ]
}

/// Whether a request can still be filed: a request that was taken back stays so.
pub(super) fn can_be_filed(step: &StepCase<'_>) -> bool {
    let request = step.record.machines.request().on(step.case.at);
    !matches!(request, Request::Withdrawn(_)) && request.allowed().contains(&"file")
}

/// Why nothing lifts what was done without power.
pub(super) fn done_is_done() -> Sentence {
    Sentence::new(
        "Wat zo gedaan is, blijft zo gedaan. Wat nu nog kan, is beroep of bezwaar waar de wet dat geeft, of een nieuwe stap.",
        "What was done so stays done so. What can be done now is an appeal or objection where the law gives one, or a new step.",
    )
}

/// Why a request that was taken back takes another step.
pub(super) fn taken_back() -> Sentence {
    Sentence::new(
        "Het verzoek is teruggenomen; opnieuw vragen is een nieuwe stap.",
        "The request was taken back; to ask again is a new step.",
    )
}
