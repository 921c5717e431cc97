//! Whether who asks, who decides and who rules on appeal has the power, by the one judgement of the authority map.

use crate::actor::Act;
use crate::authority::{Holds, Judge, JudgedCondition, Matter, Sum, is_appellate, sum};
use crate::code::Code;
use crate::condition::Condition;
use crate::finding::{Answerer, Finding, Pattern, QuestionKind, Says};
use crate::id::PersonId;
use crate::pack::{Grant, GrantCondition, Measure};
use crate::person::Role;
use crate::sentence::Sentence;
use crate::step::{AppealEvent, DecisionEvent, Frame};
use crate::weighing::{Verdict, Weighed};

use super::authority::{actors, fitting, grants};
use super::case::StepCase;
use super::settle::{Settled, settle};
use super::ways;

/// Those who found that the power for a step is there, when that settles it.
pub(super) fn power_settled_by(step: &StepCase<'_>) -> Option<Vec<PersonId>> {
    match settle(step, &Weighed::Condition(Condition::Standing)) {
        Settled::By { verdict: Verdict::Met, people, .. } => Some(people),
        Settled::By { .. } | Settled::Nobody => None,
    }
}

/// The matter of a step: by the law of its day, with what is known on the day of assessment.
fn matter<'a>(step: &StepCase<'a>) -> Matter<'a> {
    let proposal = step.proposal();
    let matter = Matter::of_step(step.dossier(), &proposal.step, step.on)
        .unwrap_or_else(|| Matter::new(step.dossier(), &proposal.about, &proposal.measure, step.on));
    matter.known_until(step.case.at).with_power_settled(power_settled_by(step).is_some())
}

pub(super) fn judge<'a>(step: &StepCase<'a>) -> Judge<'a> {
    Judge::new(step.case.pack, matter(step))
}

/// The article of a decision that nobody asked for, with the entry.
fn ex_officio<'a>(step: &StepCase<'a>) -> Option<(&'a str, u64)> {
    step.record
        .machines
        .decision()
        .until(step.at)
        .filter_map(|dated| match &dated.transition {
            DecisionEvent::Decide(decided) => Some((decided.ex_officio.said()?.as_str(), dated.seq)),
            DecisionEvent::DecideUrgently(_) | DecisionEvent::Hear(_) => None,
        })
        .last()
}

/// An entry with its conditions, for somebody.
type Judged<'a> = (&'a Grant, Vec<JudgedCondition>);

/// The entry that comes nearest: one that holds, else one with the fewest open conditions.
fn nearest<'a>(
    judge: &Judge<'_>,
    entries: impl Iterator<Item = &'a Grant>,
    who: &PersonId,
) -> Option<Judged<'a>> {
    let open = |judged: &[JudgedCondition]| {
        judged.iter().filter(|it| matches!(it.holds, Holds::NotKnown(_))).count()
    };
    entries
        .map(|grant| (grant, judge.conditions(grant, Some(who))))
        .min_by_key(|(_, judged)| (sum(judged), open(judged)))
}

/// Who asks: who filed, or while nothing was filed who proposes.
pub(super) fn request(step: &StepCase<'_>, measure: &Measure, findings: &mut Vec<Finding>) {
    if grants(step, Act::Request).next().is_none() {
        return;
    }
    let filed = step.filed();
    if let Some((_, decided)) = ex_officio(step) {
        if let Some((_, seq)) = filed {
            findings.push(asked_and_unasked(step, measure, [seq, decided]));
        }
        return;
    }
    let (asks, because) = match filed {
        Some((filed, seq)) => (&filed.requester, Some(seq)),
        None => (&step.proposal().proposed_by, None),
    };
    let judge = judge(step);
    let positions = judge.matter.possible_positions(asks);
    let is_open = judge.matter.is_open_position(asks);
    // Who may decide by themselves, without a court, asks nobody: an institution that ends a placement early. A court
    // decides on what it is asked; of its own motion it names its article, and that is looked at with the decision.
    let is_court = step.dossier().people().role(asks).is_some_and(Role::is_court);
    let decides_alone = !is_court && fitting(step, Act::Decide).any(|grant| positions.contains(&grant.actor));
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
    let depends = positions.len() > 1 && !every_position_may && is_open;
    // Who proposed it may still file, until a court decides on what nobody filed.
    let by_court = step
        .decided_by()
        .is_some_and(|(decider, _)| step.dossier().people().role(decider).is_some_and(Role::is_court));
    let nobody_files = filed.is_none() && (fitting.is_empty() || by_court);
    if nobody_files || (depends && !fitting.is_empty()) {
        findings.push(requester_unknown(step, measure, because));
        return;
    }
    match nearest(&judge, fitting.into_iter(), asks) {
        Some((_, judged)) if sum(&judged) == Sum::Holds => {}
        Some((grant, judged)) if sum(&judged) == Sum::NotKnown => {
            for condition in judged {
                findings.extend(open_condition(step, &judge, grant, condition, Act::Request, because));
            }
        }
        nearest => {
            let actor = match (nearest, positions.first()) {
                (Some((grant, _)), _) => grant.actor.label(),
                (None, Some(position)) => position.label(),
                (None, None) => step.case.person(asks),
            };
            let fills = [("actor", actor), ("measure", step.measure_name())];
            let cite = grants(step, Act::Request).next().map_or(&measure.cite, |grant| &grant.cite);
            let finding =
                Finding::new(Code::RequesterWithoutPower, Says::Failed, &fills).on(cite).because(because);
            let who = actors(step, Act::Request);
            findings.push(if step.is_decided() || who.is_empty() {
                finding.without_remedy(ways::done_is_done())
            } else if !ways::can_be_filed(step) {
                finding.without_remedy(ways::taken_back())
            } else {
                finding.lifted_by("request_filed", &[("step", step.id.to_string())], &["requester"], who)
            });
        }
    }
}

/// A condition that the dossier leaves open, with its question.
fn open_condition(
    step: &StepCase<'_>,
    judge: &Judge<'_>,
    grant: &Grant,
    judged: JudgedCondition,
    act: Act,
    because: Option<u64>,
) -> Option<Finding> {
    let Holds::NotKnown(question) = judged.holds else { return None };
    let actor = grant.actor.label();
    let measure = step.measure_name();
    let finding = if judged.condition == GrantCondition::OnlyIfPrimaryDidNot {
        let primaries: Vec<Sentence> = judge.primaries(grant).iter().map(|actor| actor.label()).collect();
        let fills =
            [("actor", actor), ("measure", measure), ("primary", crate::authority::one_of(&primaries))];
        Finding::new(Code::PrimaryMayStillFile, Says::Unknown, &fills)
    } else {
        let code = match act {
            Act::Request => Code::GrantConditionUnknown,
            _ => Code::DecisionConditionUnknown,
        };
        let fills =
            [("actor", actor), ("measure", measure), ("condition", judge.in_words(&judged.condition))];
        Finding::new(code, Says::Unknown, &fills)
    };
    let settled = Weighed::Condition(Condition::Standing);
    let finding = finding.on(&grant.cite).because(because);
    // Who may file in the first place says so of itself; nobody else need agree.
    let mut finding = if judged.condition == GrantCondition::OnlyIfPrimaryDidNot {
        let primaries = question.who_may_answer.clone();
        finding.lifted_by_way([ways::view(step, &settled, primaries)])
    } else {
        finding.lifted_by_ways(ways::settling(step, &settled))
    };
    finding.questions.push(*question);
    Some(finding)
}

fn requester_unknown(step: &StepCase<'_>, measure: &Measure, because: Option<u64>) -> Finding {
    let who = actors(step, Act::Request);
    let cite = grants(step, Act::Request).next().map_or(&measure.cite, |grant| &grant.cite);
    let name = step.measure_name();
    let finding = Finding::new(Code::RequesterUnknown, Says::Unknown, &[("measure", name.clone())])
        .on(cite)
        .because(because)
        .ask(
            QuestionKind::RegisterFact,
            Sentence::filled_plainly(
                ["Wie verzoekt {measure}?", "Who requests {measure}?"],
                ["Wie vraagt hierom: {measure}?", "Who asks for this: {measure}?"],
                &[("measure", name)],
            ),
            if who.is_empty() {
                vec![Answerer::Person(step.proposal().proposed_by.clone())]
            } else {
                who.clone()
            },
            &["request_filed"],
        );
    if who.is_empty() || !ways::can_be_filed(step) {
        return finding.without_remedy(ways::taken_back());
    }
    finding.lifted_by("request_filed", &[("step", step.id.to_string())], &["requester", "form"], who)
}

/// A decision that nobody asked for has no requester.
fn asked_and_unasked(step: &StepCase<'_>, measure: &Measure, because: [u64; 2]) -> Finding {
    let finding = Finding::new(Code::ExOfficioAndAsked, Says::Failed, &[("measure", step.measure_name())])
        .on(&measure.cite)
        .because(because);
    // One of the two may have been written down by mistake. What other entries build on cannot be taken out alone.
    let machines = &step.record.machines;
    let [filed, decided] = because;
    let alone = [
        (filed, machines.request().all().len() == 1),
        (decided, machines.decision().all().len() == 1 && machines.appeal().all().is_empty()),
    ];
    let mistaken: Vec<String> =
        alone.iter().filter(|(_, alone)| *alone).map(|(seq, _)| seq.to_string()).collect();
    if mistaken.is_empty() {
        return finding.without_remedy(ways::done_is_done());
    }
    finding
        .lifted_by_way([Pattern::of("corrected", &[], &["entry", "reason"], ways::deciders(step))
            .among("entry", mistaken)])
}

/// Who decided.
pub(super) fn decision(step: &StepCase<'_>, measure: &Measure, findings: &mut Vec<Finding>) {
    let Some((decider, seq)) = step.decided_by() else { return };
    let named = ex_officio(step);
    let matter = matter(step);
    let judge = match named {
        Some(_) => Judge::new(step.case.pack, matter.of_own_motion()),
        None => Judge::new(step.case.pack, matter),
    };
    let positions = judge.matter.possible_positions(decider);
    let entries = judge.entries(Act::Decide).filter(|grant| positions.contains(&grant.actor));
    let entries: Vec<&Grant> = match named {
        Some((article, _)) => naming(entries.collect(), article),
        None => entries.collect(),
    };
    match nearest(&judge, entries.into_iter(), decider) {
        Some((_, judged)) if sum(&judged) == Sum::Holds => {}
        Some((grant, judged)) if sum(&judged) == Sum::NotKnown => {
            for condition in judged {
                findings.extend(open_condition(step, &judge, grant, condition, Act::Decide, Some(seq)));
            }
        }
        _ => findings.push(without_power(step, measure, decider, seq)),
    }
    if let Some((filed, filed_seq)) = step.filed()
        && filed.requester == *decider
        && measure.frame == Frame::Compulsory
    {
        findings.push(
            Finding::new(Code::RequesterDecides, Says::Failed, &[])
                .by_rule("law 4.17")
                .because([filed_seq, seq])
                .without_remedy(ways::done_is_done()),
        );
    }
}

/// The entries whose article a decision names; those with the paragraph too, where it names one that there is.
fn naming<'a>(entries: Vec<&'a Grant>, article: &str) -> Vec<&'a Grant> {
    let words: Vec<&str> =
        article.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|word| !word.is_empty()).collect();
    let names = |part: &str| {
        let mut parts = part.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|it| !it.is_empty());
        parts.all(|it| words.contains(&it))
    };
    let of_article: Vec<&Grant> = entries.into_iter().filter(|grant| names(&grant.cite.article)).collect();
    let of_paragraph: Vec<&Grant> = of_article
        .iter()
        .copied()
        .filter(|grant| !grant.cite.paragraph.is_empty() && names(&grant.cite.paragraph))
        .collect();
    if of_paragraph.is_empty() { of_article } else { of_paragraph }
}

/// Who ruled on appeal.
pub(super) fn rulings_on_appeal(step: &StepCase<'_>, measure: &Measure, findings: &mut Vec<Finding>) {
    for dated in step.record.machines.appeal().until(step.at) {
        let AppealEvent::Rule(ruled) = &dated.transition else { continue };
        let positions = step.dossier().people().positions(&ruled.decider, step.about(), step.on);
        if !grants(step, Act::Decide).any(|grant| is_appellate(grant) && positions.contains(&grant.actor)) {
            findings.push(without_power(step, measure, &ruled.decider, dated.seq));
        }
    }
}

fn without_power(step: &StepCase<'_>, measure: &Measure, decider: &PersonId, seq: u64) -> Finding {
    let positions = step.dossier().people().positions(decider, step.about(), step.on);
    let actor = positions.first().map_or_else(|| step.case.person(decider), |it| it.label());
    let fills = [("actor", actor), ("measure", step.measure_name())];
    let cite = grants(step, Act::Decide).next().map_or(&measure.cite, |grant| &grant.cite);
    Finding::new(Code::DeciderWithoutPower, Says::Failed, &fills)
        .on(cite)
        .because([seq])
        .without_remedy(ways::done_is_done())
}
