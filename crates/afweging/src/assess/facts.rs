//! Gate 3, facts: are they current, first-hand enough, complete, also where they speak against?
//!
//! A ground that is found met on facts below its level of evidence fails this gate and says so; the view stands all the
//! same. Facts are asked about per ground: the statements that those who find it met name in its favour.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::code::Code;
use crate::condition::Condition;
use crate::dossier::EvidenceRecord;
use crate::fact::{
    EvidenceAdded, EvidenceLevel, FindingMade, Found, Lack, Level, Polarity, Root, Statement, StatementEvent,
    Support,
};
use crate::finding::{Answerer, Basis, Finding, Pattern, QuestionKind, Says};
use crate::gate::Gate;
use crate::id::{PersonId, StatementId};
use crate::pack::Ground;
use crate::sentence::Sentence;
use crate::time::When;
use crate::weighing::{Verdict, Weighed, Weighing};

use super::GateResult;
use super::case::{Case, StepCase};
use super::completeness;
use super::conditions::{Codes, check};
use super::settle::{Settled, settle};
use super::threat::ground_name;
use super::ways;

const CODES: Codes = Codes { not_met: Code::FactsNotSufficient, undecided: Code::FactsNotJudged };

/// What re-opens a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reopening {
    /// A new root came in after it.
    NewRoot,
    /// What it rested on was taken back after it.
    LostSupport,
}

/// How one statement stands on the day.
pub(super) struct Standing {
    /// What people found, if that stands; none when nobody found anything, it was taken back or re-opened.
    pub(super) found: Option<Found>,
    /// What re-opened the finding, when something did.
    pub(super) reopened: Option<Reopening>,
    /// Whether what was re-opened was a finding against it.
    was_found_against: bool,
    /// Whether it was taken back.
    pub(super) withdrawn: bool,
    /// What the evidence adds up to.
    pub(super) support: Support,
    /// The level that it reaches.
    pub(super) level: Level,
    /// The entries that it rests on.
    pub(super) because: Vec<u64>,
}

/// How many independent roots speak against a statement on the day that did not before an entry.
pub(super) fn roots_against_since(case: &Case<'_>, id: &StatementId, seq: u64) -> usize {
    let came = |added: &EvidenceAdded| {
        case.dossier.evidence().get(&added.evidence).map_or(u64::MAX, |it| it.added.seq)
    };
    let new = case.evidence.new_roots(id, |added| came(added) < seq);
    new.iter().filter(|(side, _)| *side == Polarity::Opposes).count()
}

/// How a statement stands on the day; nothing for one that is not there yet or was corrected away.
pub(super) fn stand(case: &Case<'_>, id: &StatementId) -> Option<Rc<Standing>> {
    if let Some(known) = case.standings.borrow().get(id) {
        return known.clone();
    }
    let standing = reckon(case, id).map(Rc::new);
    case.standings.borrow_mut().insert(id.clone(), standing.clone());
    standing
}

fn reckon(case: &Case<'_>, id: &StatementId) -> Option<Standing> {
    let record = case.dossier.statements().get(id)?;
    if !case.has_occurred(&record.claim.occurred) || case.dossier.is_corrected(record.claim.seq) {
        return None;
    }
    let withdrawn = matches!(record.history.on(case.at), Statement::Withdrawn(_));
    let findings: Vec<(&FindingMade, u64, When)> = record
        .history
        .until(case.at)
        .filter_map(|dated| match &dated.transition {
            StatementEvent::Find { finding, .. } => Some((finding, dated.seq, dated.occurred)),
            StatementEvent::Withdraw(_) => None,
        })
        .collect();
    let found = findings.last().map(|(finding, ..)| *finding).filter(|_| !withdrawn);
    let now = &case.evidence;
    let support = now.support(id);
    let reopened = found.and_then(|finding| reopening(case, id, &support, finding.found, &findings));
    let was_found_against = reopened.is_some()
        && found.is_some_and(|finding| !matches!(finding.found, Found::Established | Found::Plausible));
    let finding = found.filter(|_| reopened.is_none());
    let level = if withdrawn {
        Level { reached: None, lacks: vec![Lack::NoFinding] }
    } else {
        now.level_with(
            id,
            finding.map(|finding| finding.found),
            findings.iter().flat_map(|(finding, ..)| &finding.answers),
        )
    };
    let mut because = vec![record.claim.seq];
    because.extend(
        record.evidence.iter().filter_map(|it| case.dossier.evidence().get(it)).map(|it| it.added.seq),
    );
    because.extend(record.history.until(case.at).map(|dated| dated.seq));
    because.sort_unstable();
    let found = finding.map(|finding| finding.found);
    Some(Standing { found, reopened, was_found_against, withdrawn, support, level, because })
}

/// What re-opened the finding that counts. A new root does; so does losing what it rested on: every root on its side, or so
/// many that nothing could be established on the rest.
///
/// What any of the findings could have seen is not new: what was recorded before it, and happened no later.
fn reopening(
    case: &Case<'_>,
    id: &StatementId,
    support: &Support,
    found: Found,
    findings: &[(&FindingMade, u64, When)],
) -> Option<Reopening> {
    let is_seen = |seq: u64, when: &When| {
        findings.iter().any(|(_, found, on)| seq < *found && when.first_day() <= on.last_day())
    };
    let record = |added: &EvidenceAdded| case.dossier.evidence().get(&added.evidence);
    let came =
        |added: &EvidenceAdded| record(added).is_some_and(|it| is_seen(it.added.seq, &it.added.occurred));
    // By which entry it was taken back after every finding.
    let gone_since = |added: &EvidenceAdded| {
        let (by, when) = record(added).and_then(|it| taken_back(case, it))?;
        (!is_seen(by, &when)).then_some(by)
    };
    let still_counts = |added: &EvidenceAdded| {
        record(added).is_some_and(|it| taken_back(case, it).is_none()) || gone_since(added).is_some()
    };
    let was_there = |added: &EvidenceAdded| came(added) && still_counts(added);
    if !case.evidence.new_roots(id, was_there).is_empty() {
        return Some(Reopening::NewRoot);
    }
    // What was taken back since, for what was told before that.
    let still_counted = |told: &EvidenceAdded, gone: &EvidenceAdded| {
        let told = record(told).map_or(u64::MAX, |it| it.added.seq);
        gone_since(gone).is_some_and(|by| told < by)
    };
    let had = |side| case.evidence.roots_with(id, side, still_counted);
    let is_gone = |now: &BTreeSet<Root>, had: &BTreeSet<Root>| now.is_empty() && !had.is_empty();
    let is_lost = match found {
        Found::Established | Found::Plausible => {
            let (now, had) = (&support.roots_for, had(Polarity::Supports));
            is_gone(now, &had) || (Root::are_enough(&had) && !Root::are_enough(now))
        }
        Found::NotEstablished | Found::Refuted | Found::Unresolvable => {
            is_gone(&support.roots_against, &had(Polarity::Opposes))
        }
    };
    is_lost.then_some(Reopening::LostSupport)
}

/// The entry that took a piece of evidence away, by taking it back or by putting a mistake right, and when.
fn taken_back(case: &Case<'_>, record: &EvidenceRecord) -> Option<(u64, When)> {
    let withdrawn = record.withdrawn.filter(|(_, when)| case.has_occurred(when));
    let corrected = case.dossier.corrected().get(&record.added.seq);
    let corrected =
        corrected.map(|by| (*by, case.dossier.entry(*by).map_or(record.added.occurred, |it| it.occurred)));
    [withdrawn, corrected].into_iter().flatten().min_by_key(|(by, _)| *by)
}

/// Whether a statement was found established or plausible, and that stands.
pub(super) fn is_at_least_plausible(case: &Case<'_>, id: &StatementId) -> bool {
    stand(case, id)
        .is_some_and(|standing| matches!(standing.found, Some(Found::Established | Found::Plausible)))
}

/// A statement, as a sentence names it.
pub(super) fn statement_name(case: &Case<'_>, id: &StatementId) -> Sentence {
    let text = case.dossier.statements().get(id).and_then(|record| record.claim.what.text.text());
    Sentence::same(text.map_or_else(|| id.to_string(), |text| format!("{text} ({id})")))
}

pub(super) fn gate(step: &StepCase<'_>) -> GateResult {
    let mut findings = Vec::new();
    let mut judges = Vec::new();
    let mut told: BTreeSet<StatementId> = BTreeSet::new();
    let grounds: BTreeSet<_> = step.measure.into_iter().flat_map(|measure| measure.all_grounds()).collect();
    for id in grounds {
        let Settled::By { verdict: Verdict::Met, people, because, statements } =
            settle(step, &Weighed::Ground(id.clone()))
        else {
            continue;
        };
        let Some(ground) = step.case.pack.ground(id) else { continue };
        carried(step, ground, &people, (&because, &statements), &mut told, &mut findings);
    }
    findings.extend(completeness::left_out(step));
    let basis = Basis::Law { article: "Jw 3.3".to_owned(), certainty: crate::law::Certainty::Text2015 };
    check(step, Condition::FactsSufficient, true, &CODES, &basis, &mut findings, &mut judges);
    GateResult::of(Gate::Facts, findings, judges)
}

/// Whether one ground is carried by facts at its level.
fn carried(
    step: &StepCase<'_>,
    ground: &Ground,
    people: &[PersonId],
    (because, statements): (&[u64], &[&StatementId]),
    told: &mut BTreeSet<StatementId>,
    findings: &mut Vec<Finding>,
) {
    let name = ground_name(&ground.id, Some(ground));
    if statements.is_empty() {
        findings.push(
            Finding::new(Code::GroundWithoutFacts, Says::Unknown, &[("ground", name)])
                .on(&ground.cite)
                .because(because.iter().copied())
                .ask(
                    QuestionKind::OnTheSpot,
                    Sentence::new(
                        "Op welke feiten rust dit oordeel?",
                        "On which facts does this judgement rest?",
                    ),
                    vec![Answerer::ThoseWhoWeigh],
                    &["claimed", "evidence_added", "found", "view_given"],
                )
                .lifted_by_way(naming_a_fact(step, ground, people)),
        );
        return;
    }
    let standings: Vec<_> =
        statements.iter().filter_map(|id| stand(step.case, id).map(|standing| (*id, standing))).collect();
    // What reaches the level without the finding that was re-opened carries the ground meanwhile; not when the finding was
    // against it: then it first has to be looked at again.
    let is_carried = standings
        .iter()
        .any(|(_, standing)| standing.level.meets(ground.evidence_level) && !standing.was_found_against);
    for (id, standing) in &standings {
        if told.insert((*id).clone()) {
            findings.extend(of_statement(step, ground, id, standing, is_carried));
        }
    }
    if is_carried {
        return;
    }
    // Re-opened is not refuted: while a finding has to be made anew the ground is open, not failed.
    let says = if standings.iter().any(|(_, standing)| standing.reopened.is_some()) {
        Says::Unknown
    } else {
        Says::Failed
    };
    let all = standings.iter().flat_map(|(_, standing)| standing.because.iter().copied());
    let mut finding = Finding::new(Code::BelowEvidenceLevel, says, &[("ground", name)])
        .on(&ground.cite)
        .because(because.iter().copied().chain(all));
    if says == Says::Unknown {
        finding = finding.ask(
            QuestionKind::Judgement,
            Sentence::new("Wat staat nu vast?", "What is established now?"),
            vec![Answerer::ThoseWhoWeigh],
            &["found"],
        );
    }
    for (id, standing) in &standings {
        finding = finding.lifted_by_ways(reaching(id, standing, ground.evidence_level));
    }
    if finding.remedy.ways().is_empty() {
        finding = finding.lifted_by_way(from_a_new_fact(step, ground, people));
    }
    findings.push(finding);
}

fn weighs() -> Vec<Answerer> {
    vec![Answerer::ThoseWhoWeigh]
}

fn found(id: &StatementId, holes: &[&'static str]) -> Pattern {
    Pattern::of("found", &[("statement", id.to_string())], holes, weighs())
}

fn evidence(id: &StatementId) -> Pattern {
    let holes = ["borne_by", "polarity", "origin"];
    Pattern::of("evidence_added", &[("statement", id.to_string())], &holes, weighs())
}

/// The ways by which a statement can reach a level. One that was taken back has none.
fn reaching(id: &StatementId, standing: &Standing, level: EvidenceLevel) -> Vec<Vec<Pattern>> {
    if standing.withdrawn {
        return Vec::new();
    }
    let lacks = &standing.level.lacks;
    match level {
        // People found something of it, or have to look at it again: that is what a new source does not answer.
        EvidenceLevel::SeriousSuspicion if standing.found.is_some() || standing.reopened.is_some() => {
            vec![vec![found(id, &["found", "why"])]]
        }
        EvidenceLevel::SeriousSuspicion => {
            vec![vec![evidence(id)], vec![found(id, &["found", "why"])]]
        }
        EvidenceLevel::Established if lacks.contains(&Lack::NoRoots) => {
            vec![vec![evidence(id), found(id, &["found", "why", "answers"])]]
        }
        EvidenceLevel::Established => vec![vec![found(id, &["found", "why", "answers"])]],
    }
}

/// Those whose finding that a ground is met has to rest on something.
fn by_name(people: &[PersonId]) -> Vec<Answerer> {
    people.iter().cloned().map(Answerer::Person).collect()
}

/// Who finds the ground met names a fact: one of the dossier, or one that is said first.
fn naming_a_fact(step: &StepCase<'_>, ground: &Ground, people: &[PersonId]) -> Vec<Pattern> {
    let on = [("on.ground", ground.id.to_string()), ("step", step.id.to_string())];
    let view = Pattern::of("view_given", &on, &["for", "verdict", "why"], by_name(people));
    if step.dossier().statements().keys().any(|id| stand(step.case, id).is_some()) {
        return vec![view];
    }
    vec![Pattern::of("claimed", &[], &[], weighs()), view.same_as("for", 0, "statement")]
}

/// What the ground rested on was all taken back: something else is said, supported, found, and named.
fn from_a_new_fact(step: &StepCase<'_>, ground: &Ground, people: &[PersonId]) -> Vec<Pattern> {
    let on = [("on.ground", ground.id.to_string()), ("step", step.id.to_string())];
    let holes = ["borne_by", "polarity", "origin"];
    let claimed = Pattern::of("claimed", &[], &[], weighs());
    let evidence = Pattern::of("evidence_added", &[], &holes, weighs()).same_as("statement", 0, "statement");
    let found = Pattern::of("found", &[], &[], weighs()).same_as("statement", 0, "statement");
    let view = Pattern::of("view_given", &on, &["for", "verdict", "why"], by_name(people)).same_as(
        "for",
        0,
        "statement",
    );
    match ground.evidence_level {
        EvidenceLevel::SeriousSuspicion => vec![claimed, evidence, view],
        EvidenceLevel::Established => vec![claimed, evidence, found, view],
    }
}

/// Each of those who find a ground met and lean on a statement for it gives a view that leans on something else.
fn leaning_elsewhere(step: &StepCase<'_>, id: &StatementId) -> Vec<Pattern> {
    let grounds: BTreeSet<_> = step.measure.into_iter().flat_map(|measure| measure.all_grounds()).collect();
    let mut patterns = Vec::new();
    for ground in grounds {
        let on = Weighed::Ground(ground.clone());
        let Settled::By { verdict: Verdict::Met, people, statements, .. } = settle(step, &on) else {
            continue;
        };
        if !statements.contains(&id) {
            continue;
        }
        let weighing = step.record.weighing.as_of(step.case.at);
        let leaning = weighing.views().on(&on).filter(|given| {
            given.view.verdict == Verdict::Met
                && given.view.statements_for.contains(id)
                && people.contains(&given.by)
        });
        patterns.extend(leaning.map(|given| ways::view(step, &on, vec![Answerer::Person(given.by.clone())])));
    }
    patterns
}

/// What is wrong with one statement that carries a ground.
fn of_statement(
    step: &StepCase<'_>,
    ground: &Ground,
    id: &StatementId,
    standing: &Standing,
    is_carried: bool,
) -> Option<Finding> {
    let fills = [("statement", statement_name(step.case, id))];
    let known = |code, says| {
        Finding::new(code, says, &fills).on(&ground.cite).because(standing.because.iter().copied())
    };
    let make = |code, says| known(code, says).lifted_by_way([found(id, &["found", "why", "answers"])]);
    if standing.withdrawn {
        let finding = known(Code::SupportWithdrawn, Says::Nothing);
        // Whoever is in the circle gives no open view until the seals are opened.
        if matches!(&*step.record.weighing.as_of(step.case.at), Weighing::Sealed(_)) {
            return Some(finding.without_remedy(Sentence::new(
                "Er wordt onder zegel gewogen; opnieuw oordelen kan als de oordelen open zijn.",
                "People weigh under seal; judging anew is possible once the views are opened.",
            )));
        }
        return Some(finding.lifted_by_way(leaning_elsewhere(step, id)));
    }
    if let Some(reopening) = standing.reopened {
        let (code, question) = match reopening {
            Reopening::NewRoot => (
                Code::ReopenedByNewRoot,
                Sentence::new(
                    "Blijft de bevinding staan nu deze bron erbij kwam?",
                    "Does the finding stand now that this source came in?",
                ),
            ),
            Reopening::LostSupport => (
                Code::ReopenedByLoss,
                Sentence::new(
                    "Blijft de bevinding staan nu haar steun is ingetrokken?",
                    "Does the finding stand now that its support was taken back?",
                ),
            ),
        };
        if is_carried {
            return Some(make(code, Says::Nothing));
        }
        return Some(make(code, Says::Unknown).ask(
            QuestionKind::Judgement,
            question,
            vec![Answerer::ThoseWhoWeigh],
            &["found"],
        ));
    }
    let established = standing.found == Some(Found::Established);
    (established && !standing.level.meets(EvidenceLevel::Established))
        .then(|| make(Code::FindingWithoutSupport, Says::Nothing))
}
