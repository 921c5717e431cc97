//! Who weighs and who is heard: never alone, not within one's own organisation, contradiction, every perspective.

use std::collections::BTreeSet;

use crate::code::Code;
use crate::finding::{Answerer, Finding};
use crate::id::PersonId;
use crate::person::Role;
use crate::perspective::Perspective;
use crate::sentence::Sentence;
use crate::step::Frame;
use crate::weighing::Verdict;

use super::super::case::StepCase;
use super::super::{hearing, threat, together, ways};
use super::{aid, is_urgent, last_views, those_who_weigh};

pub(super) fn weigh_alone(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    if !step.is_own()
        && let Some(why) = threat::alone(step)
    {
        aids.push(
            aid(Code::AidAlone, &[("why", why)], "Q28")
                .because([step.record.proposal.seq])
                .lifted_by_way(ways::weighing_along(step, &threat::weighed_by(step))),
        );
    }
    one_organisation(step, aids);
    together::observed(step, aids);
    together::never_opened_aids(step, aids);
}

/// Two or more professionals weighed, all of one organisation, while the step goes beyond voluntary help or another
/// organisation is in the dossier. A court that decides is no organisation that weighs along, and one person alone is
/// another aid.
fn one_organisation(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let people = step.dossier().people();
    let organisation =
        |id: &PersonId| people.role(id).filter(|role| role.is_professional() && !role.is_court());
    let mut weighed: BTreeSet<(&PersonId, Role)> = BTreeSet::new();
    let mut because = Vec::new();
    for dated in step.record.weighing.until(step.case.at) {
        for (by, _) in dated.transition.views() {
            if let Some(role) = organisation(by) {
                weighed.insert((by, role));
                because.push(dated.seq);
            }
        }
    }
    let roles: BTreeSet<Role> = weighed.iter().map(|(_, role)| *role).collect();
    let Some(only) = roles.first().filter(|_| roles.len() == 1 && weighed.len() > 1) else { return };
    let has_others = people.iter().filter_map(|it| organisation(&it.what.person)).any(|role| role != *only);
    if step.frame() == Frame::Voluntary && !has_others {
        return;
    }
    aids.push(aid(Code::AidOneOrganisation, &[("actor", only.label())], "Q27").because(because).lifted_by(
        "view_given",
        &[("step", step.id.to_string())],
        &["by", "on", "verdict", "why"],
        those_who_weigh(),
    ));
}

pub(super) fn perspectives(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    for person in hearing::relevant(step) {
        let state = step.dossier().perspective_on(&person, step.case.at);
        let fills = [("person", step.case.person(&person))];
        match &state {
            Perspective::Heard(_) | Perspective::Confirmed(_) | Perspective::Contested(_) => {
                if state.account().is_some_and(|account| account.effects.is_empty()) {
                    let because = hearing::entries(step, &person);
                    aids.push(aid(Code::AidNoEffect, &fills, "model 3").because(because).lifted_by(
                        "effect_noted",
                        &[("person", person.to_string())],
                        &["effect"],
                        those_who_weigh(),
                    ));
                }
                judged_before_heard(step, &person, &state, aids);
            }
            // Gate 2 asks for who was never asked; here are those of whom it is said why they were not heard.
            Perspective::NotHeard(_) => {
                let because = hearing::entries(step, &person);
                aids.push(aid(Code::AidMissingPerspective, &fills, "Q21").because(because).lifted_by(
                    "heard",
                    &[("person", person.to_string())],
                    &["forum", "account"],
                    vec![Answerer::Person(person.clone())],
                ));
            }
            Perspective::Unheard(_) | Perspective::Invited(_) | Perspective::Declined(_) => {}
        }
    }
}

/// Use time, postpone the judgement: a professional decided for themselves before somebody who matters was heard for the
/// first time, and did not look again since. Who was never heard is asked for by gate 2.
fn judged_before_heard(step: &StepCase<'_>, person: &PersonId, state: &Perspective, aids: &mut Vec<Finding>) {
    let first = state.accounts().map(|account| account.told.when.first_day()).min();
    let Some(heard) = first.filter(|_| !is_urgent(step)) else { return };
    for (judge, (seq, on, verdict)) in last_views(step) {
        if judge == person || on >= heard || verdict == Verdict::Undecided {
            continue;
        }
        let fills = [
            ("judge", step.case.person(judge)),
            ("date", Sentence::same(on)),
            ("person", step.case.person(person)),
        ];
        let because = hearing::entries(step, person).into_iter().chain([seq]);
        aids.push(aid(Code::AidJudgedBeforeHeard, &fills, "Q28").because(because).lifted_by(
            "view_given",
            &[("step", step.id.to_string())],
            &["on", "verdict", "why"],
            vec![Answerer::Person(judge.clone())],
        ));
    }
}
