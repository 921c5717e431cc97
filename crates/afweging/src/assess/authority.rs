//! Gate 1, authority: may this body ask, and that one decide, this, here, by this route, on this date?

use std::collections::BTreeSet;

use crate::actor::{Act, Actor};
use crate::code::Code;
use crate::condition::Condition;
use crate::finding::{Answerer, Basis, Finding, QuestionKind, Says};
use crate::gate::Gate;
use crate::id::PersonId;
use crate::law::Citation;
use crate::pack::{Grant, GrantCondition, Measure, Standing, Subject};
use crate::person::{OfAge, Role};
use crate::sentence::Sentence;
use crate::step::{DecisionEvent, DecisionOn, ExecutionOn, Frame, Request};
use crate::weighing::{Verdict, Weighed};

use super::case::StepCase;
use super::conditions::{Codes, check};
use super::in_force::{is_granted_and_usable, one_of, others_about};
use super::powers::{Holds, conditions_hold};
use super::settle::settle;
use super::{GateResult, MayAct, consents};

const CODES: Codes =
    Codes { not_met: Code::AuthorityConditionNotMet, undecided: Code::AuthorityConditionUndecided };

/// Closed care can go on for half a year after the 18th birthday (Jw 6.1.2(4)), in months of life.
const CONTINUED_UNTIL: u32 = 18 * 12 + 6;

/// Whether it is about somebody of age for whom the law only lets go on what ran before: people must say that it does.
fn only_goes_on(step: &StepCase<'_>) -> bool {
    let people = step.dossier().people();
    step.measure.is_some_and(|measure| measure.subject == Subject::MinorOrContinued)
        && people.is_minor(step.about(), step.on) == OfAge::No
        && people.has_lived(step.about(), CONTINUED_UNTIL, step.on) == OfAge::No
}

pub(super) fn gate(step: &StepCase<'_>) -> GateResult {
    let mut findings = Vec::new();
    let mut judges = Vec::new();
    for condition in [Condition::Standing, Condition::Route, Condition::ForeignApproval, Condition::Consent] {
        let (needed, basis) = match step.measure {
            Some(measure) if condition == Condition::Route && only_goes_on(step) => {
                (true, Basis::from(&measure.cite))
            }
            _ => (false, Basis::Method { rule: "model 9" }),
        };
        check(step, condition, needed, &CODES, &basis, &mut findings, &mut judges);
    }
    match step.measure {
        None => findings.push(outside_pack(step)),
        Some(measure) => {
            subject(step, measure, &mut findings);
            request(step, measure, &mut findings, &mut judges);
            decision(step, measure, &mut findings);
            prerequisites(step, measure, &mut findings);
            consents::check(step, measure, &mut findings);
        }
    }
    title(step, &mut findings);
    GateResult::of(Gate::Authority, findings, judges)
}

fn outside_pack(step: &StepCase<'_>) -> Finding {
    let fills = [("measure", Sentence::same(step.measure_id())), ("date", Sentence::same(step.on))];
    Finding::new(Code::MeasureOutsidePack, Says::OutsidePack, &fills).by_rule("model 7").without_remedy(
        Sentence::new(
            "Een ander wetspakket kan dit dekken; deze stap verandert er niet door.",
            "Another law pack may cover it; nothing in the dossier does.",
        ),
    )
}

fn subject(step: &StepCase<'_>, measure: &Measure, findings: &mut Vec<Finding>) {
    let person = step.about();
    let people = step.dossier().people();
    let is_minor = people.is_minor(person, step.on);
    let (is_too_old, nl, en) = match measure.subject {
        Subject::Any => return,
        Subject::Adult if is_minor == OfAge::No => return,
        Subject::Adult => (is_minor, "alleen voor een volwassene", "only for an adult"),
        _ if is_minor == OfAge::Yes => return,
        Subject::Minor => (
            people.is_at_least(person, 18, step.on),
            "alleen voor wie jonger is dan 18",
            "only for somebody under 18",
        ),
        Subject::Youth => (
            people.is_at_least(person, 23, step.on),
            "alleen voor wie jonger is dan 23",
            "only for somebody under 23",
        ),
        Subject::MinorOrContinued => (
            people.has_lived(person, CONTINUED_UNTIL, step.on),
            "alleen tot 18 jaar, of nog een half jaar als het doorloopt",
            "only until 18, or half a year more when it goes on",
        ),
    };
    let wrong = match is_too_old {
        OfAge::Yes => true,
        OfAge::No => return,
        // By role an adult, born nobody says when: for what is only for minors that is enough.
        OfAge::Unknown => measure.subject == Subject::Minor && is_minor == OfAge::No,
    };
    let who = step.case.person(person);
    if wrong {
        let fills = [("measure", step.measure_name()), ("person", who), ("why", Sentence::new(nl, en))];
        findings.push(
            Finding::new(Code::SubjectNotCovered, Says::Failed, &fills)
                .on(&measure.cite)
                .because([step.record.proposal.seq])
                .without_remedy(Sentence::new("Een leeftijd verandert niet.", "An age does not change.")),
        );
        return;
    }
    findings.push(age_unknown(step, &measure.cite));
}

pub(super) fn age_unknown(step: &StepCase<'_>, cite: &Citation) -> Finding {
    let fills = [("person", step.case.person(step.about())), ("measure", step.measure_name())];
    let proposer = vec![Answerer::Person(step.proposal().proposed_by.clone())];
    Finding::new(Code::SubjectAgeUnknown, Says::Unknown, &fills)
        .on(cite)
        .ask(
            QuestionKind::RegisterFact,
            Sentence::new("Wanneer is deze persoon geboren?", "When was this person born?"),
            proposer.clone(),
            &["corrected", "person_added"],
        )
        .lifted_by("person_added", &[("person", step.about().to_string())], &["birth"], proposer)
}

/// The grants for an act to the measure of a step on its day.
fn grants<'a>(step: &StepCase<'a>, act: Act) -> impl Iterator<Item = &'a Grant> {
    let measure = step.measure_id();
    step.case.pack.grants(step.on).iter().filter(move |grant| grant.act == act && grant.measure == *measure)
}

/// Who may do an act to the measure of a step on its day, primary ones first.
pub(super) fn who_may(step: &StepCase<'_>, act: Act) -> Vec<MayAct> {
    let mut seen = BTreeSet::new();
    let mut may: Vec<MayAct> = grants(step, act)
        .filter(|grant| grant.standing != Standing::ExOfficio && !is_appellate(grant))
        .filter(|grant| seen.insert((grant.actor, grant.standing)))
        .map(|grant| MayAct {
            who: Answerer::Actor(grant.actor),
            article: grant.cite.to_string(),
            subsidiary: grant.standing == Standing::Subsidiary,
        })
        .collect();
    may.sort_by_key(|it| it.subsidiary);
    may
}

fn is_appellate(grant: &Grant) -> bool {
    grant.conditions.iter().any(|condition| matches!(condition, GrantCondition::OnAppealFrom(_)))
}

fn actors(step: &StepCase<'_>, act: Act) -> Vec<Answerer> {
    who_may(step, act).into_iter().map(|it| it.who).collect()
}

/// Who asks: who filed, or while nothing was filed who proposes.
fn request(step: &StepCase<'_>, measure: &Measure, findings: &mut Vec<Finding>, judges: &mut Vec<PersonId>) {
    if grants(step, Act::Request).next().is_none() || is_ex_officio(step) {
        return;
    }
    let filed = step.filed();
    let (asks, because) = match filed {
        Some((filed, seq)) => (&filed.requester, Some(seq)),
        None => (&step.proposal().proposed_by, None),
    };
    let positions = possible_positions(step, asks);
    // Who may decide by themselves, without a court, asks nobody: an institution that ends a placement early. A court
    // decides on what it is asked; of its own motion it names its article, and that was looked at above.
    let is_court = step.dossier().people().role(asks).is_some_and(Role::is_court);
    let decides_alone = !is_court && grants(step, Act::Decide).any(|grant| positions.contains(&grant.actor));
    if filed.is_none() && decides_alone {
        return;
    }
    let fitting: Vec<&Grant> =
        grants(step, Act::Request).filter(|grant| positions.contains(&grant.actor)).collect();
    if step.dossier().people().role(asks) == Some(Role::Other) && filed.is_some() && positions.is_empty() {
        findings.push(requester_unknown(step, measure, because));
        return;
    }
    let every_position_may =
        positions.iter().all(|position| fitting.iter().any(|grant| grant.actor == *position));
    if fitting.is_empty() || (positions.len() > 1 && !every_position_may && is_open_position(step, asks)) {
        let finding = if filed.is_none() || !fitting.is_empty() {
            requester_unknown(step, measure, because)
        } else {
            let actor = positions.iter().next().map_or_else(|| step.case.person(asks), |it| it.label());
            let fills = [("actor", actor), ("measure", step.measure_name())];
            let cite = grants(step, Act::Request).next().map_or(&measure.cite, |grant| &grant.cite);
            Finding::new(Code::RequesterWithoutPower, Says::Failed, &fills)
                .on(cite)
                .because(because)
                .lifted_by(
                    "request_filed",
                    &[("step", step.id.to_string())],
                    &["requester"],
                    actors(step, Act::Request),
                )
        };
        findings.push(finding);
        return;
    }
    let mut missing: Vec<(&Grant, Sentence, bool)> = Vec::new();
    for grant in &fitting {
        match conditions_hold(step, grant, asks) {
            Holds::Yes => return standing_first(step, grant, filed.is_some(), findings, judges),
            Holds::No => {}
            Holds::Unknown(what) => missing.push((grant, what, grant.standing == Standing::Subsidiary)),
        }
    }
    let actor = fitting.first().map_or_else(|| step.case.person(asks), |grant| grant.actor.label());
    match missing.first() {
        Some((grant, what, _)) => findings.push(grant_condition_unknown(step, grant, actor, what, because)),
        None => {
            let fills = [("actor", actor), ("measure", step.measure_name())];
            let cite = fitting.first().map_or(&measure.cite, |grant| &grant.cite);
            findings.push(
                Finding::new(Code::RequesterWithoutPower, Says::Failed, &fills)
                    .on(cite)
                    .because(because)
                    .lifted_by(
                        "request_filed",
                        &[("step", step.id.to_string())],
                        &["requester"],
                        actors(step, Act::Request),
                    ),
            );
        }
    }
}

/// Somebody of the family whose position nobody noted may be in either; others have the position of their role.
fn possible_positions(step: &StepCase<'_>, person: &PersonId) -> BTreeSet<Actor> {
    let people = step.dossier().people();
    let positions = people.positions(person, step.about(), step.on);
    if !positions.is_empty() {
        return positions;
    }
    if people.is_parent_of(person, step.about(), step.on) {
        return BTreeSet::from([Actor::ParentWithAuthority, Actor::ParentWithoutAuthority]);
    }
    if person == step.about() {
        return BTreeSet::from([Actor::MinorUnder12, Actor::Minor12To15, Actor::Minor16To17]);
    }
    positions
}

fn is_open_position(step: &StepCase<'_>, person: &PersonId) -> bool {
    step.dossier().people().positions(person, step.about(), step.on).is_empty()
}

fn is_ex_officio(step: &StepCase<'_>) -> bool {
    step.record.machines.decision().until(step.case.at).any(|dated| match &dated.transition {
        DecisionEvent::Decide(decided) => !decided.ex_officio.is_not_said(),
        _ => false,
    })
}

/// A subsidiary requester may ask only when who has the power in the first place did not.
fn standing_first(
    step: &StepCase<'_>,
    grant: &Grant,
    filed: bool,
    findings: &mut Vec<Finding>,
    judges: &mut Vec<PersonId>,
) {
    if grant.standing != Standing::Subsidiary {
        return;
    }
    if let super::settle::Settled::By { verdict: Verdict::Met, people, .. } =
        settle(step, &Weighed::Condition(Condition::Standing))
    {
        judges.extend(people);
        return;
    }
    if primary_declined(step) {
        return;
    }
    let primaries: Vec<Actor> = grants(step, Act::Request)
        .filter(|other| other.standing == Standing::Primary)
        .map(|other| other.actor)
        .collect();
    let names = |pick: fn(Sentence) -> String, or: &str| {
        primaries.iter().map(|actor| pick(actor.label())).collect::<Vec<_>>().join(or)
    };
    let primary = Sentence::new(names(|it| it.nl, " of "), names(|it| it.en, " or "));
    let fills = [("actor", grant.actor.label()), ("measure", step.measure_name()), ("primary", primary)];
    let who: Vec<Answerer> = primaries.into_iter().map(Answerer::Actor).collect();
    let mut finding = Finding::new(Code::PrimaryMayStillFile, Says::Unknown, &fills).on(&grant.cite);
    if filed {
        finding = finding.because(step.filed().map(|(_, seq)| seq));
    }
    findings.push(
        finding
            .ask(
                QuestionKind::RegisterFact,
                Sentence::new(
                    "Dient deze instantie zelf een verzoek in?",
                    "Does this body file a request itself?",
                ),
                who.clone(),
                &["view_given", "request_withdrawn"],
            )
            .lifted_by(
                "view_given",
                &[("on.condition", "standing".to_owned()), ("step", step.id.to_string())],
                &["verdict", "why"],
                who,
            ),
    );
}

/// Whether a request of a primary requester for the same measure and person was taken back.
fn primary_declined(step: &StepCase<'_>) -> bool {
    step.case.steps().any(|other| {
        other.id != step.id
            && other.measure_id() == step.measure_id()
            && other.about() == step.about()
            && matches!(other.record.machines.request().on(step.case.at), Request::Withdrawn(_))
    })
}

fn grant_condition_unknown(
    step: &StepCase<'_>,
    grant: &Grant,
    actor: Sentence,
    what: &Sentence,
    because: Option<u64>,
) -> Finding {
    let fills = [("actor", actor), ("measure", step.measure_name()), ("condition", what.clone())];
    Finding::new(Code::GrantConditionUnknown, Says::Unknown, &fills)
        .on(&grant.cite)
        .because(because)
        .ask(
            QuestionKind::RegisterFact,
            Sentence::new(format!("Is dit zo: {}?", what.nl), format!("Is this so: {}?", what.en)),
            vec![Answerer::Actor(grant.actor)],
            &["view_given", "relation_noted", "decided"],
        )
        .lifted_by(
            "view_given",
            &[("on.condition", "standing".to_owned()), ("step", step.id.to_string())],
            &["verdict", "why"],
            vec![Answerer::ThoseWhoWeigh],
        )
}

fn requester_unknown(step: &StepCase<'_>, measure: &Measure, because: Option<u64>) -> Finding {
    let who = actors(step, Act::Request);
    let cite = grants(step, Act::Request).next().map_or(&measure.cite, |grant| &grant.cite);
    Finding::new(Code::RequesterUnknown, Says::Unknown, &[("measure", step.measure_name())])
        .on(cite)
        .because(because)
        .ask(
            QuestionKind::RegisterFact,
            Sentence::new("Wie verzoekt dit?", "Who requests this?"),
            who.clone(),
            &["request_filed"],
        )
        .lifted_by("request_filed", &[("step", step.id.to_string())], &["requester", "form"], who)
}

fn decision(step: &StepCase<'_>, measure: &Measure, findings: &mut Vec<Finding>) {
    let Some((decider, seq)) = step.decided_by() else { return };
    let positions = possible_positions(step, decider);
    let may = grants(step, Act::Decide).any(|grant| positions.contains(&grant.actor))
        // A parent decides on help by consenting to it.
        || (measure.frame != Frame::Compulsory
            && grants(step, Act::Consent).any(|grant| positions.contains(&grant.actor)));
    let cite = grants(step, Act::Decide).next().map_or(&measure.cite, |grant| &grant.cite);
    if !may {
        let actor = positions.iter().next().map_or_else(|| step.case.person(decider), |it| it.label());
        let fills = [("actor", actor), ("measure", step.measure_name())];
        findings.push(
            Finding::new(Code::DeciderWithoutPower, Says::Failed, &fills).on(cite).because([seq]).lifted_by(
                "decided",
                &[("step", step.id.to_string())],
                &["decider", "outcome"],
                actors(step, Act::Decide),
            ),
        );
    }
    if let Some((filed, filed_seq)) = step.filed()
        && filed.requester == *decider
        && measure.frame == Frame::Compulsory
    {
        findings.push(
            Finding::new(Code::RequesterDecides, Says::Failed, &[])
                .by_rule("law 4.17")
                .because([filed_seq, seq])
                .lifted_by(
                    "decided",
                    &[("step", step.id.to_string())],
                    &["decider"],
                    actors(step, Act::Decide),
                ),
        );
    }
}

/// What must be in force, or be granted or asked for together with it.
fn prerequisites(step: &StepCase<'_>, measure: &Measure, findings: &mut Vec<Finding>) {
    for prerequisite in &measure.requires {
        // An extension of the measure itself was preceded by it.
        let there = others_about(step).any(|other| {
            prerequisite.one_of.contains(other.measure_id())
                && (other.execution == ExecutionOn::InForce
                    || is_granted_and_usable(&other)
                    || (other.filed().is_some() && other.decision == DecisionOn::Pending))
        });
        if there {
            continue;
        }
        let gone: Vec<u64> = others_about(step)
            .filter(|other| prerequisite.one_of.contains(other.measure_id()) && other.is_decided())
            .filter_map(|other| other.decided_by().map(|(_, seq)| seq))
            .collect();
        let names: Vec<Sentence> =
            prerequisite.one_of.iter().map(|id| step.case.measure(id, step.on)).collect();
        let fills = [("measure", step.measure_name()), ("needed", one_of(&names))];
        let (code, says) = if gone.is_empty() {
            (Code::PrerequisiteUnknown, Says::Unknown)
        } else {
            (Code::PrerequisiteMissing, Says::Failed)
        };
        let mut finding = Finding::new(code, says, &fills).on(&prerequisite.cite).because(gone);
        if says == Says::Unknown {
            finding = finding.ask(
                QuestionKind::RegisterFact,
                Sentence::new(
                    "Loopt er zo'n maatregel, of wordt die samen gevraagd?",
                    "Is there such a measure, or is it asked for together?",
                ),
                vec![Answerer::Actor(Actor::Gi), Answerer::Actor(Actor::Raad)],
                &["step_proposed", "decided", "started"],
            );
        }
        findings.push(finding.lifted_by(
            "step_proposed",
            &[("about", step.about().to_string())],
            &["measure"],
            vec![Answerer::Actor(Actor::Raad)],
        ));
    }
}

/// Going on without title is a finding: a compulsory measure that is carried out while no decision carries it. The act is
/// the going on, so the law of the day of assessment counts.
fn title(step: &StepCase<'_>, findings: &mut Vec<Finding>) {
    let today = step.case.pack.measure(step.measure_id(), step.case.at);
    let Some(measure) = today.or(step.measure) else { return };
    if measure.frame != Frame::Compulsory || step.execution != ExecutionOn::InForce {
        return;
    }
    let granted = matches!(
        step.decision,
        DecisionOn::Granted | DecisionOn::PartlyGranted | DecisionOn::UrgentlyGranted | DecisionOn::Confirmed
    );
    if granted {
        return;
    }
    let seqs: Vec<u64> =
        step.record.machines.execution().until(step.case.at).map(|dated| dated.seq).collect();
    findings.push(
        Finding::new(Code::WithoutTitle, Says::Failed, &[("measure", step.measure_name())])
            .on(&measure.cite)
            .because(seqs)
            .lifted_by(
                "decided",
                &[("step", step.id.to_string())],
                &["decider", "outcome"],
                actors(step, Act::Decide),
            )
            .lifted_by("ended", &[("step", step.id.to_string())], &["why"], vec![Answerer::ThoseWhoWeigh]),
    );
}
