//! Gate 1, authority: may this body ask, and that one decide, this, here, by this route, on this date?

use std::collections::BTreeSet;

use crate::actor::Act;
use crate::authority::{is_appellate, is_for_ending, one_of};
use crate::code::Code;
use crate::condition::Condition;
use crate::finding::{Answerer, Basis, Finding, Pattern, QuestionKind, Says};
use crate::gate::Gate;
use crate::law::Citation;
use crate::pack::{Grant, Measure, Standing, Subject};
use crate::person::OfAge;
use crate::sentence::Sentence;
use crate::step::{ExecutionOn, Frame};

use super::case::StepCase;
use super::conditions::{Codes, check};
use super::{GateResult, MayAct, consents, powers, ways};

pub(super) use super::powers::power_settled_by;

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
    if !step.is_covered() {
        findings.push(outside_pack(step));
    }
    match step.measure {
        None => {}
        Some(measure) => {
            subject(step, measure, &mut findings);
            powers::request(step, measure, &mut findings);
            powers::decision(step, measure, &mut findings);
            powers::rulings_on_appeal(step, measure, &mut findings);
            prerequisites(step, measure, &mut findings);
            consents::check(step, measure, &mut findings);
        }
    }
    title(step, &mut findings);
    findings.extend(super::placements::moved_without_the_judge(step));
    GateResult::of(Gate::Authority, findings, judges)
}

fn outside_pack(step: &StepCase<'_>) -> Finding {
    let (measure, why) = match (step.measure, step.placement) {
        (Some(_), Some(place)) => (
            Sentence::same(format!("{} ({place})", step.measure_id())),
            Sentence::new(
                "Bij deze maatregel staat zo'n plek niet in de wet; een andere plek is een nieuwe stap.",
                "The law has no such place for this measure; another place is a new step.",
            ),
        ),
        _ => (
            Sentence::same(step.measure_id()),
            Sentence::new(
                "Een ander wetspakket kan dit dekken; deze stap verandert er niet door.",
                "Another law pack may cover it; nothing in the dossier does.",
            ),
        ),
    };
    let fills = [("measure", measure), ("date", Sentence::same(step.on))];
    Finding::new(Code::MeasureOutsidePack, Says::OutsidePack, &fills).by_rule("model 7").without_remedy(why)
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
    let who = step.case.person(step.about());
    let fills = [("person", who.clone()), ("measure", step.measure_name())];
    let proposer = vec![Answerer::Person(step.proposal().proposed_by.clone())];
    let finding = Finding::new(Code::SubjectAgeUnknown, Says::Unknown, &fills).on(cite);
    finding
        .ask(
            QuestionKind::RegisterFact,
            Sentence::new(format!("Wanneer is {} geboren?", who.nl), format!("When was {} born?", who.en)),
            proposer,
            &["corrected", "person_added"],
        )
        .lifted_by_way(ways::named_anew(step, step.about()))
}

/// The grants for an act to the measure of a step on its day.
pub(super) fn grants<'a>(step: &StepCase<'a>, act: Act) -> impl Iterator<Item = &'a Grant> {
    let measure = step.measure_id();
    step.case.pack.grants(step.on).iter().filter(move |grant| grant.act == act && grant.measure == *measure)
}

/// The grants for an act, without those for ending something else than the step says that it ends.
pub(super) fn fitting<'a>(step: &StepCase<'a>, act: Act) -> impl Iterator<Item = &'a Grant> {
    let ended = step.ended_measure();
    grants(step, act).filter(move |grant| ended.is_none_or(|ended| is_for_ending(grant, ended)))
}

/// Who may do an act to the measure of a step on its day, primary ones first.
pub(super) fn who_may(step: &StepCase<'_>, act: Act) -> Vec<MayAct> {
    let mut seen = BTreeSet::new();
    let mut may: Vec<MayAct> = fitting(step, act)
        .filter(|grant| grant.standing != Standing::ExOfficio && !is_appellate(grant))
        .filter(|grant| seen.insert((grant.actor, grant.standing)))
        .map(|grant| MayAct {
            who: Answerer::Actor(grant.actor),
            article: grant.cite.to_string(),
            certainty: grant.cite.certainty,
            subsidiary: grant.standing == Standing::Subsidiary,
        })
        .collect();
    may.sort_by_key(|it| it.subsidiary);
    may
}

pub(super) fn actors(step: &StepCase<'_>, act: Act) -> Vec<Answerer> {
    who_may(step, act).into_iter().map(|it| it.who).collect()
}

/// What must be in force, or be granted or asked for together with it.
fn prerequisites(step: &StepCase<'_>, measure: &Measure, findings: &mut Vec<Finding>) {
    let judge = powers::judge(step);
    for prerequisite in &measure.requires {
        if prerequisite.one_of.iter().any(|needed| judge.is_there_or_asked(needed)) {
            continue;
        }
        let gone: Vec<u64> = judge
            .others_about()
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
        let who = who_brings_about(step, &prerequisite.one_of);
        let mut finding = Finding::new(code, says, &fills).on(&prerequisite.cite).because(gone);
        if says == Says::Unknown {
            let person = step.case.person(step.about());
            finding = finding.ask(
                QuestionKind::RegisterFact,
                Sentence::new(
                    format!("Loopt er voor {} zo'n maatregel, of wordt die samen gevraagd?", person.nl),
                    format!("Is there such a measure for {}, or is it asked for together?", person.en),
                ),
                who.clone(),
                &["step_proposed", "decided", "started"],
            );
        }
        findings.push(brought_about(step, finding, &prerequisite.one_of, who));
    }
}

/// One of these measures is proposed and asked for: two events, since a proposal alone asks nobody.
fn brought_about(
    step: &StepCase<'_>,
    finding: Finding,
    measures: &[crate::id::MeasureId],
    who: Vec<Answerer>,
) -> Finding {
    let proposed = Pattern::of(
        "step_proposed",
        &[("about", step.about().to_string())],
        &["step", "measure"],
        who.clone(),
    )
    .among("measure", measures.iter().map(ToString::to_string));
    let asked = Pattern::of("request_filed", &[], &["requester"], who).same_as("step", 0, "step");
    finding.lifted_by_way([proposed, asked])
}

/// Who may ask for one of these measures, or decide on it where nobody asks.
fn who_brings_about(step: &StepCase<'_>, measures: &[crate::id::MeasureId]) -> Vec<Answerer> {
    let mut who: Vec<Answerer> = Vec::new();
    for measure in measures {
        let primary = |act: Act| {
            let of = move |grant: &&Grant| {
                grant.measure == *measure
                    && grant.act == act
                    && grant.standing == Standing::Primary
                    && !is_appellate(grant)
            };
            step.case.pack.grants(step.on).iter().filter(of).map(|grant| Answerer::Actor(grant.actor))
        };
        let mut theirs: Vec<Answerer> = primary(Act::Request).collect();
        if theirs.is_empty() {
            theirs.extend(primary(Act::Decide));
        }
        for one in theirs {
            if !who.contains(&one) {
                who.push(one);
            }
        }
    }
    who
}

/// Going on without title is a finding: a compulsory measure that is carried out while no decision carries it. The act is
/// the going on, so the law of the day of assessment counts.
fn title(step: &StepCase<'_>, findings: &mut Vec<Finding>) {
    let today = step.case.pack.measure(step.measure_id(), step.case.at);
    let Some(measure) = today.or(step.measure) else { return };
    if measure.frame != Frame::Compulsory || step.execution != ExecutionOn::InForce {
        return;
    }
    if step.is_granted() {
        return;
    }
    let seqs: Vec<u64> =
        step.record.machines.execution().until(step.case.at).map(|dated| dated.seq).collect();
    findings.push(
        Finding::new(Code::WithoutTitle, Says::Failed, &[("measure", step.measure_name())])
            .on(&measure.cite)
            .because(seqs)
            .lifted_by_ways((!step.is_decided()).then(|| {
                let this = [("step", step.id.to_string())];
                vec![Pattern::of("decided", &this, &["decider", "outcome"], ways::deciders(step))]
            }))
            .lifted_by("ended", &[("step", step.id.to_string())], &["why"], vec![Answerer::ThoseWhoWeigh]),
    );
}
