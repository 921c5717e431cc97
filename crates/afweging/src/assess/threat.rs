//! Gate 4, threat: are the grounds met? Meeting them never implies granting.

use std::collections::BTreeSet;

use crate::code::Code;
use crate::condition::Condition;
use crate::finding::{Answerer, Basis, Finding, QuestionKind, Says};
use crate::gate::Gate;
use crate::id::{GroundId, PersonId};
use crate::pack::Ground;
use crate::sentence::Sentence;
use crate::step::Frame;
use crate::weighing::{Verdict, Weighed};

use super::GateResult;
use super::case::StepCase;
use super::conditions::{Codes, check};
use super::settle::{Settled, decides, settle};
use super::together;
use super::ways;

const CODES: Codes = Codes { not_met: Code::NotNecessary, undecided: Code::NecessityUndecided };

pub(super) fn gate(step: &StepCase<'_>) -> GateResult {
    let mut findings = Vec::new();
    let mut judges = Vec::new();
    grounds(step, &mut findings, &mut judges);
    for condition in [Condition::Necessary, Condition::Interest] {
        check(step, condition, false, &CODES, &Basis::Method { rule: "model 7" }, &mut findings, &mut judges);
    }
    if step.is_own() {
        findings.extend(alone(step).map(|why| decided_alone(step, why)));
        findings.extend(together::own(step));
    }
    let is_unknown = findings.iter().any(|finding| finding.says == Says::Unknown);
    findings.extend(together::off_the_map(step, is_unknown));
    GateResult::of(Gate::Threat, findings, judges)
}

/// How one list of grounds stands.
struct Route<'a> {
    not_met: Vec<(&'a GroundId, Vec<u64>)>,
    undecided: Vec<(&'a GroundId, Vec<u64>)>,
    judges: Vec<PersonId>,
}

/// Any one list will do, and all of that list. A list of which something is not met is out; if all are out the gate is
/// failed, and while one is still undecided it is unknown.
fn grounds(step: &StepCase<'_>, findings: &mut Vec<Finding>, judges: &mut Vec<PersonId>) {
    let Some(measure) = step.measure else {
        // Outside the pack the grounds have no names, but a ground that somebody found not met is on record all the same.
        for (ground, by, seq) in views_not_met(step) {
            findings.push(
                Finding::new(Code::GroundNotMet, Says::Failed, &[("ground", Sentence::same(&ground))])
                    .by_rule("model 7")
                    .because([seq])
                    .lifted_by(
                        "view_given",
                        &[("on.ground", ground), ("step", step.id.to_string())],
                        &["verdict", "why"],
                        vec![Answerer::Person(by)],
                    ),
            );
        }
        return;
    };
    if measure.grounds.is_empty() {
        return;
    }
    let routes: Vec<Route<'_>> = measure.grounds.iter().map(|route| look(step, route)).collect();
    if let Some(met) = routes.iter().find(|route| route.not_met.is_empty() && route.undecided.is_empty()) {
        judges.extend(met.judges.iter().cloned());
        return;
    }
    let still_possible: Vec<&Route<'_>> = routes.iter().filter(|route| route.not_met.is_empty()).collect();
    let mut told: BTreeSet<&GroundId> = BTreeSet::new();
    if still_possible.is_empty() {
        for route in &routes {
            judges.extend(route.judges.iter().cloned());
            for (ground, because) in &route.not_met {
                if told.insert(ground) {
                    findings.push(ground_finding(step, ground, Code::GroundNotMet, Says::Failed, because));
                }
            }
        }
        return;
    }
    for route in still_possible {
        judges.extend(route.judges.iter().cloned());
        for (ground, because) in &route.undecided {
            if told.insert(ground) {
                findings.push(ground_finding(step, ground, Code::GroundUndecided, Says::Unknown, because));
            }
        }
    }
}

fn look<'a>(step: &StepCase<'_>, route: &'a [GroundId]) -> Route<'a> {
    let mut looked = Route { not_met: Vec::new(), undecided: Vec::new(), judges: Vec::new() };
    for ground in route {
        match settle(step, &Weighed::Ground(ground.clone())) {
            Settled::By { verdict, people, because, .. } => {
                looked.judges.extend(people);
                match verdict {
                    Verdict::Met => {}
                    Verdict::NotMet => looked.not_met.push((ground, because)),
                    Verdict::Undecided => looked.undecided.push((ground, because)),
                }
            }
            Settled::Nobody => looked.undecided.push((ground, Vec::new())),
        }
    }
    looked
}

/// The latest views of deciders by which a ground is not met, outside the pack. Who looked again and found otherwise no
/// longer says so.
fn views_not_met(step: &StepCase<'_>) -> Vec<(String, PersonId, u64)> {
    let mut latest: Vec<(&GroundId, &PersonId, Verdict, u64)> = Vec::new();
    for dated in step.record.weighing.until(step.case.at) {
        for (by, view) in dated.transition.views() {
            if let Weighed::Ground(ground) = &view.on
                && decides(step, by)
            {
                latest.retain(|(of, whose, ..)| *of != ground || *whose != by);
                latest.push((ground, by, view.verdict, dated.seq));
            }
        }
    }
    latest
        .into_iter()
        .filter(|(_, _, verdict, _)| *verdict == Verdict::NotMet)
        .map(|(ground, by, _, seq)| (ground.to_string(), by.clone(), seq))
        .collect()
}

/// A ground, as a sentence names it.
pub(super) fn ground_name(ground: &GroundId, known: Option<&Ground>) -> Sentence {
    known.map_or_else(|| unknown_ground(ground), |it| Sentence::from(&it.labels))
}

fn unknown_ground(ground: &GroundId) -> Sentence {
    Sentence::same(ground)
        .plainly("een vraag die het wetspakket niet kent", "a question that the law pack does not know")
}

fn ground_finding(step: &StepCase<'_>, id: &GroundId, code: Code, says: Says, because: &[u64]) -> Finding {
    let ground = step.case.pack.ground(id);
    let mut finding = Finding::new(code, says, &[("ground", ground_name(id, ground))]);
    finding = match ground {
        Some(ground) => finding.on(&ground.cite),
        None => finding.by_rule("model 7"),
    };
    finding = finding.because(because.iter().copied());
    if says == Says::Unknown {
        let text = ground.map_or_else(|| unknown_ground(id), |it| Sentence::from(&it.text));
        finding = finding.ask(
            QuestionKind::Judgement,
            text,
            vec![Answerer::ThoseWhoWeigh],
            &["view_given", "converged", "fell_back"],
        );
    }
    finding.lifted_by_ways(ways::settling(step, &Weighed::Ground(id.clone())))
}

/// Why too few people weighed it: two professionals; of two organisations as soon as it goes beyond voluntary help.
pub(super) fn alone(step: &StepCase<'_>) -> Option<Sentence> {
    let people = step.dossier().people();
    let weighed = weighed_by(step);
    if weighed.len() < 2 {
        return Some(
            Sentence::new(
                format!("{} van ten minste 2 professionals woog mee", weighed.len()),
                format!("{} of at least 2 professionals weighed it", weighed.len()),
            )
            .plainly(
                format!("er zijn minstens 2 professionals nodig, en het waren er {}", weighed.len()),
                format!("at least 2 professionals are needed, and there were {}", weighed.len()),
            ),
        );
    }
    let bodies: BTreeSet<_> = weighed.iter().filter_map(|by| people.role(by)).collect();
    (step.frame() != Frame::Voluntary && bodies.len() < 2).then(|| {
        Sentence::new(
            "verder dan vrijwillige hulp wegen twee organisaties mee",
            "beyond voluntary help two organisations weigh it",
        )
        .plainly(
            "voor meer dan vrijwillige hulp zijn er mensen van twee organisaties nodig",
            "more than voluntary help takes people of two organisations",
        )
    })
}

/// The professionals who gave a view on a step.
pub(super) fn weighed_by<'a>(step: &StepCase<'a>) -> BTreeSet<&'a PersonId> {
    let people = step.dossier().people();
    step.record
        .weighing
        .until(step.case.at)
        .flat_map(|dated| dated.transition.views())
        .map(|(by, _)| by)
        .filter(|by| people.role(by).is_some_and(|role| role.is_professional()))
        .collect()
}

fn decided_alone(step: &StepCase<'_>, why: Sentence) -> Finding {
    Finding::new(Code::DecidedAlone, Says::Failed, &[("why", why)])
        .by_rule("Q28")
        .because([step.record.proposal.seq])
        .lifted_by_way(ways::weighing_along(step, &weighed_by(step)))
}
