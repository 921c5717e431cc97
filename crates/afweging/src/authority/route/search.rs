//! The search for the shortest ways.

use std::collections::BTreeSet;

use super::reach::chains;
use super::{Route, RouteActor, RouteStep, Way, WhyNoWay};
use crate::actor::{Act, Actor};
use crate::authority::condition::{Holds, Judge, Sum, is_appellate, sum};
use crate::authority::consent::MustConsent;
use crate::consent::Consent;
use crate::finding::{Answerer, Basis, Question, QuestionKind};
use crate::gate::Gate;
use crate::id::{MeasureId, PersonId};
use crate::law::Citation;
use crate::pack::{ConsentBasis, Grant, GrantCondition, Measure, Standing, Subject, Term, TermKind};
use crate::person::OfAge;
use crate::sentence::Sentence;
use crate::step::ExecutionOn;

/// How deep what is needed may need something else in its turn.
const DEPTH: usize = 4;

/// A way under construction: everything that is asked comes before everything that is decided.
#[derive(Clone, Default)]
struct Draft {
    before: Vec<RouteStep>,
    requests: Vec<RouteStep>,
    decides: Vec<RouteStep>,
    /// Who can act: who is in the dossier, and who was reached.
    reached: BTreeSet<Actor>,
    hangs_on: Vec<Question>,
}

impl Draft {
    fn len(&self) -> usize {
        self.before.len().saturating_add(self.requests.len()).saturating_add(self.decides.len())
    }

    fn then(mut self, other: Draft) -> Draft {
        self.before.extend(other.before);
        self.requests.extend(other.requests);
        for mut step in other.decides {
            let last = self.decides.last();
            step.in_same_decision = step.act == Act::Decide
                && last.is_some_and(|last| {
                    last.act == Act::Decide
                        && last.by.iter().any(|one| step.by.iter().any(|it| it.actor == one.actor))
                });
            self.decides.push(step);
        }
        self.reached = other.reached;
        self.hangs_on.extend(other.hangs_on);
        self
    }
}

/// The ways that hang on nothing where there are any, and of these the shortest.
fn shortest(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let rank = |draft: &Draft| (!draft.hangs_on.is_empty(), draft.len());
    let Some(best) = drafts.iter().map(rank).min() else { return Vec::new() };
    drafts.retain(|draft| rank(draft) == best);
    drafts
}

pub(super) fn route(judge: Judge<'_>) -> Route {
    let matter = &judge.matter;
    let no_way = |why: WhyNoWay| Route::NoWay { why, who_may_instead: who_may_instead(&judge) };
    let Some(measure) = judge.pack.measure(matter.measure, matter.on) else {
        return no_way(WhyNoWay::OutsidePack);
    };
    let is_out_of_age = is_out_of_age(&judge, measure);
    if is_out_of_age == OfAge::Yes {
        return no_way(WhyNoWay::SubjectNotCovered);
    }
    let steps: Vec<_> = judge.others_about().filter(|stand| stand.measure_id() == matter.measure).collect();
    if let Some(running) = steps.iter().find(|it| it.execution == ExecutionOn::InForce) {
        return Route::InForce(running.id.clone());
    }
    let reached = present(&judge);
    let drafts = if steps.iter().any(|it| it.is_there()) {
        Ok(vec![Draft { reached, ..Draft::default() }])
    } else if steps.iter().any(|it| it.is_asked()) {
        decided(&judge, measure, reached)
    } else if judge.pack.grants(matter.on).iter().any(|it| it.measure == measure.id && ends(it).is_some()) {
        ending(&judge, measure, &reached)
    } else {
        granted(&judge, measure, &reached, DEPTH)
    };
    match drafts {
        Err(why) => no_way(why),
        Ok(drafts) => {
            let mut ways: Vec<Way> =
                shortest(drafts).into_iter().map(|draft| finish(&judge, measure, draft)).collect();
            if is_out_of_age == OfAge::Unknown {
                for way in &mut ways {
                    way.hangs_on.push(born(judge.matter.about, &measure.cite));
                }
            }
            if ways.is_empty() { no_way(WhyNoWay::NobodyMay) } else { Route::Ways(distinct(ways)) }
        }
    }
}

/// Whether the person is not of an age for the measure.
fn is_out_of_age(judge: &Judge<'_>, measure: &Measure) -> OfAge {
    let people = judge.matter.dossier.people();
    let (about, on) = (judge.matter.about, judge.matter.on);
    match (measure.subject, people.is_minor(about, on)) {
        (Subject::Any, _) => OfAge::No,
        (Subject::Adult, is_minor) => is_minor,
        (_, OfAge::Yes) => OfAge::No,
        (Subject::Minor, OfAge::No) => OfAge::Yes,
        (Subject::Minor, OfAge::Unknown) => OfAge::Unknown,
        (Subject::Youth, _) => people.is_at_least(about, 23, on),
        // Half a year after the 18th birthday, for what goes on (Jw 6.1.2(4)).
        (Subject::MinorOrContinued, _) => people.has_lived(about, 18 * 12 + 6, on),
    }
}

fn distinct(ways: Vec<Way>) -> Vec<Way> {
    let mut kept: Vec<Way> = Vec::new();
    for way in ways {
        if !kept.contains(&way) {
            kept.push(way);
        }
    }
    kept
}

fn finish(judge: &Judge<'_>, measure: &Measure, draft: Draft) -> Way {
    let mut steps = draft.before;
    steps.extend(draft.requests);
    steps.extend(draft.decides);
    let executors: Vec<&Grant> = judge.entries(Act::Execute).collect();
    let primary = executors.iter().filter(|grant| grant.standing == Standing::Primary);
    let by: Vec<RouteActor> = primary.filter_map(|grant| actor(judge, grant)).collect();
    if !by.is_empty() {
        steps.push(step(Act::Execute, measure, by, judge));
    }
    let mut hangs_on: Vec<Question> = Vec::new();
    for question in draft.hangs_on {
        if !hangs_on.contains(&question) {
            hangs_on.push(question);
        }
    }
    Way { steps, hangs_on }
}

/// Who is in the dossier, in a position that is certain.
fn present(judge: &Judge<'_>) -> BTreeSet<Actor> {
    let matter = &judge.matter;
    let people = matter.dossier.people();
    people
        .iter()
        .filter(|noted| noted.occurred.first_day() <= matter.at)
        .flat_map(|noted| people.positions(&noted.what.person, matter.about, matter.on))
        .collect()
}

/// The same question about another measure, or with what comes along.
pub(super) fn about<'a>(judge: &Judge<'a>, measure: &'a MeasureId, alongside: &[MeasureId]) -> Judge<'a> {
    let mut matter = judge.matter.clone();
    matter.measure = measure;
    matter.alongside.extend(alongside.iter().cloned());
    Judge::new(judge.pack, matter)
}

/// An entry as one who may take a step; none when its conditions rule it out.
pub(super) fn actor(judge: &Judge<'_>, grant: &Grant) -> Option<RouteActor> {
    let people = judge.matter.people_as(grant.actor);
    let judged: Vec<_> = if people.is_empty() {
        vec![(None, judge.conditions(grant, None))]
    } else {
        people.iter().map(|person| (Some(*person), judge.conditions(grant, Some(person)))).collect()
    };
    let best = judged.iter().map(|(_, conditions)| sum(conditions)).min()?;
    if best == Sum::DoesNot {
        return None;
    }
    let fitting: Vec<_> = judged.into_iter().filter(|(_, conditions)| sum(conditions) == best).collect();
    let hangs_on = fitting
        .first()
        .map(|(_, conditions)| {
            conditions.iter().filter(|it| matches!(it.holds, Holds::NotKnown(_))).cloned().collect()
        })
        .unwrap_or_default();
    Some(RouteActor {
        actor: grant.actor,
        people: fitting.into_iter().filter_map(|(person, _)| person.cloned()).collect(),
        standing: grant.standing,
        cite: grant.cite.clone(),
        hangs_on,
    })
}

/// Those whose power is known to be there, or else all; with the questions on which it then hangs.
pub(super) fn surest(by: Vec<RouteActor>) -> (Vec<RouteActor>, Vec<Question>) {
    if by.iter().any(|it| it.hangs_on.is_empty()) {
        return (by.into_iter().filter(|it| it.hangs_on.is_empty()).collect(), Vec::new());
    }
    let questions = by
        .iter()
        .flat_map(|it| &it.hangs_on)
        .filter_map(|condition| match &condition.holds {
            Holds::NotKnown(question) => Some((**question).clone()),
            Holds::Met | Holds::Judged | Holds::NotMet => None,
        })
        .collect();
    (by, questions)
}

pub(super) fn step(act: Act, measure: &Measure, by: Vec<RouteActor>, judge: &Judge<'_>) -> RouteStep {
    let actors: Vec<Actor> = by.iter().map(|it| it.actor).collect();
    let suits = |kind: TermKind| match act {
        Act::Decide => matches!(kind, TermKind::ExParteHearing | TermKind::DecisionOnApplication),
        Act::Investigate => kind == TermKind::Investigation,
        Act::Execute => matches!(kind, TermKind::UnusedLapse | TermKind::FirstContact | TermKind::Maximum),
        _ => false,
    };
    let documents = match act {
        Act::Request => measure
            .requirements
            .iter()
            .filter(|it| {
                it.condition.gate() == Gate::Hearing
                    && (it.requesters.is_empty() || it.requesters.iter().any(|asks| actors.contains(asks)))
                    && it.extension.is_none_or(|extension| extension == judge.matter.extends)
                    && it.after.is_none()
            })
            .cloned()
            .collect(),
        _ => Vec::new(),
    };
    RouteStep {
        act,
        measure: measure.id.clone(),
        by,
        in_same_decision: false,
        documents,
        hearings: if act == Act::Decide { measure.hearing.clone() } else { Vec::new() },
        terms: measure.terms.iter().filter(|term: &&Term| suits(term.kind)).cloned().collect(),
    }
}

/// The ways to have a measure granted: what it needs first, then its consent, its request and its decision.
fn granted<'a>(
    judge: &Judge<'a>,
    measure: &'a Measure,
    reached: &BTreeSet<Actor>,
    depth: usize,
) -> Result<Vec<Draft>, WhyNoWay> {
    if let Some(base) = &measure.extension_of
        && !measure.requires.iter().any(|it| it.one_of.iter().any(|id| judge.is_there_or_asked(id)))
    {
        return Err(WhyNoWay::Needs(vec![base.clone()]));
    }
    let mut starts = vec![(Draft { reached: reached.clone(), ..Draft::default() }, Vec::new())];
    for prerequisite in &measure.requires {
        starts = with_one_of(judge, &prerequisite.one_of, starts, depth)?;
    }
    let mut consents = Draft::default();
    match &measure.consent {
        ConsentBasis::NotNeeded => {}
        ConsentBasis::Needed => consents = consent(judge, measure, None)?,
        ConsentBasis::OneOf { measures, consent: by_consent, .. } => {
            if !measures.iter().any(|id| judge.is_there_or_asked(id)) {
                let representatives =
                    judge.matter.dossier.people().authority_holders(judge.matter.about, judge.matter.on);
                let by_consent =
                    by_consent.then(|| consent(judge, measure, Some(representatives))).and_then(Result::ok);
                let together = with_one_of(judge, measures, starts.clone(), depth).unwrap_or_default();
                let mut drafts = Vec::new();
                if let Some(consents) = by_consent {
                    drafts.extend(asked_and_decided(judge, measure, starts, &consents));
                }
                drafts.extend(asked_and_decided(judge, measure, together, &Draft::default()));
                return Ok(shortest(drafts));
            }
        }
    }
    Ok(shortest(asked_and_decided(judge, measure, starts, &consents)))
}

type Start = (Draft, Vec<MeasureId>);

/// Each start, followed by the ways to one of these measures, unless one is there.
fn with_one_of(
    judge: &Judge<'_>,
    one_of: &[MeasureId],
    starts: Vec<Start>,
    depth: usize,
) -> Result<Vec<Start>, WhyNoWay> {
    let mut next = Vec::new();
    for (start, alongside) in starts {
        if one_of.iter().any(|id| alongside.contains(id) || judge.is_there_or_asked(id)) {
            next.push((start, alongside));
            continue;
        }
        let Some(deeper) = depth.checked_sub(1) else { continue };
        for id in one_of {
            let Some(needed) = judge.pack.measure(id, judge.matter.on) else { continue };
            if *id == *judge.matter.measure || needed.extension_of.is_some() {
                continue;
            }
            let about = about(judge, &needed.id, &alongside);
            for draft in granted(&about, needed, &start.reached, deeper).unwrap_or_default() {
                let mut brought = alongside.clone();
                brought.push(id.clone());
                next.push((start.clone().then(draft), brought));
            }
        }
    }
    if next.is_empty() { Err(WhyNoWay::Needs(one_of.to_vec())) } else { Ok(next) }
}

fn in_register(what: Sentence, cite: &Citation, event: &'static str) -> Question {
    Question {
        what,
        kind: QuestionKind::RegisterFact,
        who_may_answer: vec![Answerer::ThoseWhoWeigh],
        basis: Basis::from(cite),
        answered_when: vec![event],
    }
}

fn born(who: &PersonId, cite: &Citation) -> Question {
    let what = Sentence::new(format!("Wanneer is {who} geboren?"), format!("When was {who} born?"));
    in_register(what, cite, "person_added")
}

fn holder(of: &PersonId, cite: &Citation) -> Question {
    let what = Sentence::new(
        format!("Wie heeft volgens het gezagsregister het gezag over {of}?"),
        format!("Who holds parental authority over {of} by the register?"),
    );
    in_register(what, cite, "authority_noted")
}

/// The consents that are still to be given, with what has to be known first of whose they are.
fn consent(
    judge: &Judge<'_>,
    measure: &Measure,
    representatives: Option<Vec<PersonId>>,
) -> Result<Draft, WhyNoWay> {
    let mut hangs_on = Vec::new();
    let about = judge.matter.about;
    let (must, cite) = match representatives {
        Some(who) => {
            if who.is_empty() {
                hangs_on.push(holder(about, &measure.consent_cite));
            }
            (who, measure.consent_cite.clone())
        }
        None => match judge.must_consent(measure) {
            MustConsent::AgeUnknown => {
                hangs_on.push(born(about, &measure.consent_cite));
                (Vec::new(), measure.consent_cite.clone())
            }
            MustConsent::These { who, authority_unknown, cite, .. } => {
                if authority_unknown {
                    hangs_on.push(holder(about, &cite));
                }
                (who, cite)
            }
        },
    };
    let nobody_known = must.is_empty();
    let mut asked = Vec::new();
    for who in must {
        match judge.consent_answer(&who).map(|answer| answer.state) {
            Some(Consent::Given(_)) => {}
            Some(Consent::Refused(_) | Consent::Withdrawn(_)) => return Err(WhyNoWay::ConsentRefused),
            _ => asked.push(who),
        }
    }
    if asked.is_empty() && !nobody_known {
        return Ok(Draft { hangs_on, ..Draft::default() });
    }
    let consenters: Vec<&Grant> = judge.entries(Act::Consent).collect();
    let by = consenters
        .iter()
        .filter_map(|grant| {
            let mut it = actor(judge, grant)?;
            it.people.retain(|person| asked.contains(person));
            it.cite = cite.clone();
            (nobody_known || !it.people.is_empty()).then_some(it)
        })
        .collect();
    Ok(Draft { before: vec![step(Act::Consent, measure, by, judge)], hangs_on, ..Draft::default() })
}

/// Request and decision of one measure after each start.
fn asked_and_decided(
    judge: &Judge<'_>,
    measure: &Measure,
    starts: Vec<Start>,
    consents: &Draft,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (start, alongside) in starts {
        let judge = about(judge, judge.matter.measure, &alongside);
        for mut draft in asked(&judge, measure, &start.reached) {
            draft.before.extend(consents.before.iter().cloned());
            draft.hangs_on.extend(consents.hangs_on.iter().cloned());
            drafts.push(start.clone().then(draft));
        }
    }
    drafts
}

/// The decision on what is asked for already.
fn decided(judge: &Judge<'_>, measure: &Measure, reached: BTreeSet<Actor>) -> Result<Vec<Draft>, WhyNoWay> {
    Ok(decision(judge, measure, &reached, false).into_iter().collect())
}

fn decision(judge: &Judge<'_>, measure: &Measure, reached: &BTreeSet<Actor>, unasked: bool) -> Option<Draft> {
    let deciders: Vec<&Grant> =
        judge.entries(Act::Decide).filter(|grant| grant.act == Act::Decide && !is_appellate(grant)).collect();
    let by: Vec<RouteActor> = deciders
        .iter()
        .filter(|grant| !unasked || (!grant.actor.is_court() && reached.contains(&grant.actor)))
        .filter_map(|grant| actor(judge, grant))
        .collect();
    let (by, hangs_on) = surest(by);
    if by.is_empty() {
        return None;
    }
    Some(Draft {
        decides: vec![step(Act::Decide, measure, by, judge)],
        reached: reached.clone(),
        hangs_on,
        ..Draft::default()
    })
}

/// The ways in which a decision on a measure comes about.
fn asked(judge: &Judge<'_>, measure: &Measure, reached: &BTreeSet<Actor>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let entries: Vec<&Grant> = judge.entries(Act::Request).filter(|grant| !is_route(grant)).collect();
    if entries.is_empty() {
        // Nobody has to ask: the decider acts as the case comes before it.
        drafts.extend(decision(judge, measure, reached, false));
    } else {
        drafts.extend(decision(judge, measure, reached, true));
        let willing: Vec<&Grant> = entries.into_iter().filter(|grant| !judge.declined(grant.actor)).collect();
        for (chain, reached) in chains(judge, reached, &willing) {
            let by: Vec<RouteActor> = willing
                .iter()
                .filter(|grant| reached.contains(&grant.actor))
                .filter_map(|grant| actor(judge, grant))
                .collect();
            let (by, mut hangs_on) = surest(by);
            let Some(decided) = decision(judge, measure, &reached, false).filter(|_| !by.is_empty()) else {
                continue;
            };
            hangs_on.extend(decided.hangs_on);
            drafts.push(Draft {
                before: chain,
                requests: vec![step(Act::Request, measure, by, judge)],
                decides: decided.decides,
                reached,
                hangs_on,
            });
        }
    }
    drafts.extend(of_own_motion(judge, measure, reached));
    shortest(drafts)
}

/// A court that acts unasked: where the dossier shows the case for it, or on the route of who may have the Council put the
/// case to the court after it declined.
fn of_own_motion(judge: &Judge<'_>, measure: &Measure, reached: &BTreeSet<Actor>) -> Vec<Draft> {
    let own = Judge::new(judge.pack, judge.matter.clone().of_own_motion());
    let mut drafts = Vec::new();
    for grant in own.entries(Act::Decide) {
        let Some(route) = grant.conditions.iter().find(|condition| is_by_route(condition)) else {
            let met = sum(&own.conditions(grant, None)) == Sum::Holds;
            if let Some(by) = actor(&own, grant).filter(|_| met) {
                let decides = vec![step(Act::Decide, measure, vec![by], judge)];
                drafts.push(Draft { decides, reached: reached.clone(), ..Draft::default() });
            }
            continue;
        };
        // Both routes begin where the Council declined.
        if !judge.declined(Actor::Raad) {
            continue;
        }
        let on_route = |act: Act| {
            let entries = judge.entries(act).filter(|it| it.conditions.contains(route));
            entries.map(|it| opened(judge, it)).collect::<Vec<_>>()
        };
        let by = on_route(Act::Inform);
        if !by.is_empty() {
            // The Council then has to put the case to the court, which decides without a request of its own choice.
            let put = on_route(Act::Request);
            let mut requests = vec![step(Act::Inform, measure, by, judge)];
            if !put.is_empty() {
                requests.push(step(Act::Request, measure, put, judge));
            }
            drafts.push(Draft {
                requests,
                decides: vec![step(Act::Decide, measure, vec![opened(judge, grant)], judge)],
                reached: reached.clone(),
                ..Draft::default()
            });
        }
    }
    drafts
}

/// Whether a condition is that of a route which begins where the Council declined.
fn is_by_route(condition: &GrantCondition) -> bool {
    matches!(condition, GrantCondition::MayorRoute | GrantCondition::InstitutionRoute)
}

fn is_route(grant: &Grant) -> bool {
    grant.conditions.iter().any(is_by_route)
}

/// Somebody on a route that this way itself opens.
fn opened(judge: &Judge<'_>, grant: &Grant) -> RouteActor {
    RouteActor {
        actor: grant.actor,
        people: judge.matter.people_as(grant.actor).into_iter().cloned().collect(),
        standing: grant.standing,
        cite: grant.cite.clone(),
        hangs_on: Vec::new(),
    }
}

/// The measures that an entry ends, for one that does.
fn ends(grant: &Grant) -> Option<&[MeasureId]> {
    grant.conditions.iter().find_map(|condition| match condition {
        GrantCondition::Ends(measures) => Some(measures.as_slice()),
        _ => None,
    })
}

/// The ways to end what is in force.
fn ending<'a>(
    judge: &Judge<'a>,
    measure: &'a Measure,
    reached: &BTreeSet<Actor>,
) -> Result<Vec<Draft>, WhyNoWay> {
    let running: Vec<&'a MeasureId> = judge
        .others_about()
        .filter(|it| it.execution == ExecutionOn::InForce)
        .map(|it| it.measure_id())
        .collect();
    if running.is_empty() {
        let needed = measure.requires.first().map(|it| it.one_of.clone()).unwrap_or_default();
        return Err(WhyNoWay::Needs(needed));
    }
    let mut drafts = Vec::new();
    for ended in running {
        let one = Judge::new(judge.pack, judge.matter.clone().ending(ended));
        drafts.extend(asked(&one, measure, reached));
    }
    Ok(drafts)
}

/// Who may ask by the law; where nobody has to ask, who may decide.
fn who_may_instead(judge: &Judge<'_>) -> Vec<Grant> {
    for act in [Act::Request, Act::Decide] {
        let entries: Vec<Grant> = judge
            .who_may(act)
            .into_iter()
            .filter(|it| !it.is_ruled_out() && !is_appellate(&it.grant))
            .map(|it| it.grant)
            .collect();
        if !entries.is_empty() {
            return entries;
        }
    }
    Vec::new()
}
