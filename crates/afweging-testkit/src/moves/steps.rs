//! Steps: proposed, weighed against something lighter, asked for, decided, carried out, appealed against.

use afweging::{
    AdjacentId, AlternativeNamed, AlternativeOption, Answer, AppealLodged, AppealRuled, Burden, Candidate,
    CandidateReason, CandidatesAnswered, Cause, Condition, Decided, DecidedUrgently, DefectPassedOver,
    Document, DocumentNoted, Ended, Event, Frame, HeardAfterwards, MeasureId, Mentions, MindChangeLinked,
    ObligationId, ObligationMet, ObligationOrdered, Outcome, PersonId, PlacementChanged, PlacementId,
    PlanBAnswer, PointNotApplicable, Proposal, RequestFiled, RequestForm, RequestHeldOver, RequestWithdrawn,
    ReturnPlan, ReviewOutcome, Reviewed, Role, Ruling, Said, Scope, Started, StepDetailed, StepDetails,
    StepId, UrgencyDeclared, WeighingPoint, candidate_classes,
};

use super::{facts, words};
use crate::writer::{MEASURES, Writer, alternative_id, dutch_pack, measure_id, obligation_id, step_id};

/// Everything that can be said of a step.
pub(super) fn full_details(writer: &mut Writer) -> StepDetails {
    let family = writer.people(|role| !role.is_professional());
    let burden = |person: PersonId| Burden { person, burden: "seeing each other less".into() };
    let days = writer.dice.below(200);
    StepDetails {
        what_happened: Said::Said("a fight at night, the child was there".into()),
        needed_now: Said::Said("rest, and somebody to trust".into()),
        causes: Said::Said("debts".into()),
        maintaining: Said::Said("no one speaks to each other".into()),
        safety_around_the_clock: Said::Said("grandmother sleeps there".into()),
        goal: Said::Said("sleeping through the night".into()),
        best_interests: Said::Said("she stays at her school".into()),
        severity: Said::Said("serious".into()),
        if_taken: Said::Said("quiet within a month".into()),
        if_not_taken: Said::Said("more fights".into()),
        error_if_wrongly_taken: Said::Said("trust is lost".into()),
        error_if_wrongly_not_taken: Said::Said("the child is hurt".into()),
        occasion_outside_case: words::occasion(writer),
        would_change_our_mind: Said::Said("two quiet months".into()),
        plan_b: Said::Said("stay with the aunt".into()),
        stop_when: words::stop_when(writer),
        repair: Said::Said("we tell the father how we decided".into()),
        burdens: family.iter().cloned().map(burden).collect(),
        review_on: Said::Said(writer.in_days(days)),
        maintained_by: vec![Cause::Financial],
        addresses: writer.dice.some(Cause::ALL, 30),
        not_applicable: Vec::new(),
        return_plan: Said::Said(ReturnPlan {
            goal: "three weekends that go well".into(),
            who: family.clone(),
            review_on: Said::Said(writer.in_days(days)),
        }),
        informed: family,
        next_court_test: Said::Said(writer.in_days(days)),
    }
}

fn some_details(writer: &mut Writer) -> StepDetails {
    let mut details = full_details(writer);
    for said in [
        &mut details.best_interests,
        &mut details.severity,
        &mut details.if_taken,
        &mut details.if_not_taken,
        &mut details.error_if_wrongly_taken,
        &mut details.error_if_wrongly_not_taken,
        &mut details.would_change_our_mind,
        &mut details.stop_when,
    ] {
        if writer.dice.chance(50) {
            *said = Said::NotSaid;
        }
    }
    details.burdens.retain(|_| writer.dice.chance(50));
    if writer.dice.chance(50) {
        details.review_on = Said::NotSaid;
    }
    if writer.dice.chance(50) {
        details.return_plan = Said::NotSaid;
    }
    if writer.dice.chance(50) {
        details.informed.clear();
    }
    if writer.dice.chance(50) {
        details.next_court_test = Said::NotSaid;
    }
    details
}

/// Proposes a measure, in one of its places; the id when that was taken.
pub(super) fn propose_one(writer: &mut Writer, measure: MeasureId, details: StepDetails) -> Option<StepId> {
    let proposed_by = writer.professional()?;
    propose_as(writer, measure, details, proposed_by)
}

/// Proposes a measure as somebody.
pub(super) fn propose_as(
    writer: &mut Writer,
    measure: MeasureId,
    details: StepDetails,
    proposed_by: PersonId,
) -> Option<StepId> {
    let step = step_id(writer.fresh("step"));
    let places: Vec<PlacementId> = dutch_pack()
        .measure(&measure, writer.today)
        .map(|it| it.placements.iter().map(|place| place.id.clone()).collect())
        .unwrap_or_default();
    let placement = match writer.dice.pick(&places).cloned() {
        Some(place) => writer.said(85, place),
        None => Said::NotSaid,
    };
    let about = whom(writer, &measure)?;
    let (start, length) = (writer.dice.below(30), period(writer, &measure));
    let from = writer.in_days(start);
    let until = writer.in_days(start.saturating_add(length));
    let percent = if writer.orderly { 100 } else { 75 };
    let (from, until) = (writer.said(percent, from), writer.said(percent, until));
    let rarely = if writer.orderly { 0 } else { 10 };
    let (extends, ends) = match writer.step() {
        Some(other) => (writer.said(rarely, other.clone()), writer.said(rarely, other)),
        None => (Said::NotSaid, Said::NotSaid),
    };
    let proposal = Proposal {
        step: step.clone(),
        measure,
        placement,
        about,
        proposed_by: proposed_by.clone(),
        from,
        until,
        extends,
        ends,
        details,
    };
    writer.write_by(&proposed_by, Event::StepProposed(proposal)).then_some(step)
}

/// Whom a measure can be about; outside a script now and then somebody else.
fn whom(writer: &mut Writer, measure: &MeasureId) -> Option<PersonId> {
    let subject = dutch_pack().measure(measure, writer.today).map(|it| it.subject);
    let fitting = match subject {
        Some(afweging::Subject::Minor | afweging::Subject::Youth | afweging::Subject::MinorOrContinued) => {
            writer.somebody(|role| role == Role::Child)
        }
        Some(afweging::Subject::Adult) => writer.somebody(|role| role == Role::AdultSubject),
        Some(afweging::Subject::Any) | None => None,
    };
    fitting.filter(|_| writer.orderly || writer.dice.chance(80)).or_else(|| writer.subject())
}

/// For how many days: in a script never longer than the law has it.
fn period(writer: &mut Writer, measure: &MeasureId) -> u64 {
    let longest = dutch_pack().measure(measure, writer.today).and_then(|it| {
        let maximum = it.terms_of(afweging::TermKind::Maximum).next()?;
        u64::try_from(maximum.due(writer.today).signed_duration_since(writer.today).num_days()).ok()
    });
    match longest {
        Some(longest) if writer.orderly => writer.dice.below(longest),
        _ => writer.dice.below(400),
    }
}

pub(super) fn propose(writer: &mut Writer) -> bool {
    let Some(measure) = writer.dice.pick(MEASURES).copied() else { return false };
    let details = match writer.dice.below(3) {
        0 => StepDetails::default(),
        1 => some_details(writer),
        _ => full_details(writer),
    };
    propose_one(writer, measure_id(measure), details).is_some()
}

/// A step that extends another, mostly by the same measure.
pub(super) fn extend(writer: &mut Writer) -> bool {
    let (Some(earlier), Some(proposed_by)) = (writer.step(), writer.professional()) else { return false };
    let Some(record) = writer.dossier.steps().get(&earlier) else { return false };
    let (measure, about) = (record.proposal.what.measure.clone(), record.proposal.what.about.clone());
    let placement = record.proposal.what.placement.clone();
    let measure = match writer.dice.pick(MEASURES).filter(|_| writer.dice.chance(20)) {
        Some(other) => measure_id(*other),
        None => measure,
    };
    let days = writer.dice.below(400);
    let until = writer.in_days(days);
    let proposal = Proposal {
        step: step_id(writer.fresh("step")),
        measure,
        placement,
        about,
        proposed_by: proposed_by.clone(),
        from: Said::Said(writer.today),
        until: writer.said(75, until),
        extends: Said::Said(earlier),
        ends: Said::NotSaid,
        details: some_details(writer),
    };
    writer.write_by(&proposed_by, Event::StepProposed(proposal))
}

pub(super) fn detail(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let details = some_details(writer);
    writer.write(Event::StepDetailed(StepDetailed { step, details }))
}

/// A point of weighing that does not apply, and nothing else.
pub(super) fn set_point_aside(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let Some(point) = writer.dice.pick(WeighingPoint::ALL).copied() else { return false };
    let not_applicable = vec![PointNotApplicable { point, why: "she is eighteen next week".into() }];
    let details = StepDetails { not_applicable, ..StepDetails::default() };
    writer.write(Event::StepDetailed(StepDetailed { step, details }))
}

/// A child goes to live elsewhere while a step is carried out.
pub(super) fn move_on(writer: &mut Writer) -> bool {
    let placed: Vec<StepId> = writer
        .dossier
        .steps()
        .keys()
        .filter(|id| writer.measure_of(id).is_some_and(|measure| measure.is_placement()))
        .cloned()
        .collect();
    let Some(step) = writer.dice.pick(&placed).cloned().or_else(|| writer.step()) else { return false };
    let places = ["home", "other_parent", "network_foster", "foster", "family_home", "residential"];
    let Some(place) = writer.dice.pick(&places).copied() else { return false };
    let Ok(placement) = PlacementId::new(place) else { return false };
    let why = writer.said(60, "the foster parents could not go on".into());
    writer.write(Event::PlacementChanged(PlacementChanged { step, placement, why }))
}

pub(super) fn alternative(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let option = if writer.dice.chance(60) {
        let Some(measure) = writer.dice.pick(MEASURES).map(|id| measure_id(*id)) else { return false };
        let places: Vec<PlacementId> = dutch_pack()
            .measure(&measure, writer.today)
            .map(|it| it.placements.iter().map(|place| place.id.clone()).collect())
            .unwrap_or_default();
        let placement = match writer.dice.pick(&places).cloned() {
            Some(place) => writer.said(70, place),
            None => Said::NotSaid,
        };
        AlternativeOption::Measure { measure, placement }
    } else {
        let frames = [Frame::Voluntary, Frame::Pressure, Frame::Compulsory];
        let frame = writer.dice.pick(&frames).copied().map_or(Said::NotSaid, Said::Said);
        let family = writer.people(|role| !role.is_professional());
        let burdened = writer.dice.some(&family, 30);
        AlternativeOption::OwnWords { text: "a week at the aunt's".into(), frame, burdened }
    };
    let alternative = alternative_id(writer.fresh("alternative"));
    writer.write(Event::AlternativeNamed(AlternativeNamed { alternative, step, option }))
}

/// Everything that a step has to answer, as far as the dossier and the law of today tell.
pub(super) fn candidates(writer: &Writer, step: &StepId) -> Vec<Candidate> {
    let Some(record) = writer.dossier.steps().get(step) else { return Vec::new() };
    let proposal = &record.proposal.what;
    let mut all: Vec<Candidate> = record.alternatives.iter().cloned().map(Candidate::Alternative).collect();
    let placement = proposal.placement.said();
    for class in candidate_classes(dutch_pack(), &proposal.measure, placement, writer.today) {
        match class.why {
            CandidateReason::Adjacent { id, .. } => {
                all.extend(AdjacentId::new(id).map(Candidate::Adjacent));
            }
            _ => all.extend(
                class
                    .members
                    .into_iter()
                    .map(|(measure, placement)| Candidate::Measure { measure, placement }),
            ),
        }
    }
    all.extend(writer.dossier.steps().keys().filter(|other| *other != step).cloned().map(Candidate::End));
    all.push(Candidate::Nothing);
    all
}

fn an_answer(writer: &mut Writer, step: &StepId) -> Answer {
    match writer.dice.below(10) {
        0..5 => Answer::ExpectedInsufficient { relies_on: writer.statements() },
        5 => match writer.step() {
            Some(tried) => Answer::TriedInsufficient { tried },
            None => Answer::ExpectedInsufficient { relies_on: Vec::new() },
        },
        6 => {
            let refused = writer.dossier.consents().keys().next().cloned();
            let (person, scope) = match (refused, writer.relative()) {
                (Some(refused), _) => refused,
                (None, Some(person)) => (person, Scope::Step(step.clone())),
                (None, None) => return Answer::Adequate,
            };
            Answer::Refused { person, scope }
        }
        7..9 => {
            let (ago, ahead) = (writer.dice.below(60), writer.dice.below(60));
            let (asked, until) = (writer.days_ago(ago), writer.in_days(ahead));
            let owed_by = match writer.professional() {
                Some(person) => writer.said(70, person),
                None => Said::NotSaid,
            };
            Answer::NotAvailable {
                asked_on: writer.said(70, asked),
                not_before: writer.said(70, until),
                owed_by,
                meanwhile: writer.said(60, "the school looks out for her".into()),
            }
        }
        _ => Answer::Adequate,
    }
}

pub(super) fn answer(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let all = candidates(writer, &step);
    let percent = if writer.dice.chance(50) { 100 } else { 30 };
    let candidates = writer.dice.some(&all, percent);
    let answer = an_answer(writer, &step);
    let why = "not for this child, because of what we saw".into();
    writer.write(Event::CandidatesAnswered(CandidatesAnswered { step, candidates, answer, why }))
}

pub(super) fn urgency(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let days = writer.dice.below(40);
    let urgency = UrgencyDeclared {
        step,
        danger: "threatened with a knife".into(),
        why_it_cannot_wait: "he comes home tonight".into(),
        relies_on: writer.statements(),
        look_back: writer.in_days(days),
    };
    writer.write(Event::UrgencyDeclared(urgency))
}

pub(super) fn file(writer: &mut Writer) -> bool {
    let step = writer.step();
    step.is_some_and(|step| file_one(writer, step))
}

pub(super) fn file_one(writer: &mut Writer, step: StepId) -> bool {
    let asks = if writer.orderly {
        writer.dossier.steps().get(&step).map(|it| it.proposal.what.proposed_by.clone())
    } else if writer.dice.chance(60) {
        writer.somebody(|role| matches!(role, Role::Raad | Role::Gi))
    } else {
        writer.somebody(|_| true)
    };
    let Some(requester) = asks.or_else(|| writer.anyone()) else { return false };
    let written =
        if writer.orderly || writer.dice.chance(85) { RequestForm::Written } else { RequestForm::Oral };
    let form = writer.said(85, written);
    let discussed = writer.dice.chance(80);
    let discussed_with_child = writer.said(60, discussed);
    let (statements, evidence) = (writer.statements(), facts::some_pieces(writer));
    // With care, all is named that is there.
    let mentions = if writer.orderly {
        Said::Said(Mentions {
            statements: writer.dossier.statements().keys().cloned().collect(),
            evidence: writer.dossier.evidence().keys().cloned().collect(),
        })
    } else {
        writer.said(40, Mentions { statements, evidence })
    };
    let filed = RequestFiled { step, requester: requester.clone(), form, discussed_with_child, mentions };
    writer.write_by(&requester, Event::RequestFiled(filed))
}

pub(super) fn withdraw_request(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let why = writer.said(60, "no longer needed".into());
    writer.write(Event::RequestWithdrawn(RequestWithdrawn { step, why }))
}

pub(super) fn hold_over(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let days = writer.dice.below(120);
    let until = writer.in_days(days);
    writer.write(Event::RequestHeldOver(RequestHeldOver { step, until, why: "the report is late".into() }))
}

fn decider(writer: &mut Writer) -> Option<PersonId> {
    if writer.dice.chance(75) {
        let court = writer.somebody(|role| {
            matches!(role, Role::ChildrensJudge | Role::DistrictCourt | Role::Mayor | Role::College)
        });
        if court.is_some() {
            return court;
        }
    }
    writer.somebody(|_| true)
}

pub(super) fn decide(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let outcome = match writer.dice.below(10) {
        0..6 => Outcome::Granted,
        6..8 => Outcome::PartlyGranted {
            granted: "half a year".into(),
            refused: writer.said(50, "the rest".into()),
            held_over: writer.said(50, "the rest, until the report".into()),
        },
        _ => Outcome::Refused,
    };
    decide_one(writer, step, outcome)
}

pub(super) fn decide_one(writer: &mut Writer, step: StepId, outcome: Outcome) -> bool {
    let Some(decider) = decider(writer) else { return false };
    let days = writer.dice.below(500);
    let until = writer.in_days(days);
    let article = ["BW1 255(5)", "BW1 255(3)", "BW1 267(2)", "BW1 253a"];
    let article = writer.dice.pick(&article).copied().unwrap_or_default().to_owned();
    let decided = Decided {
        step,
        decider: decider.clone(),
        outcome,
        until: writer.said(50, until),
        ex_officio: writer.said(10, article),
        why: writer.said(70, "for the reasons given".into()),
    };
    writer.write_by(&decider, Event::Decided(decided))
}

pub(super) fn decide_urgently(writer: &mut Writer) -> bool {
    let step = writer.step();
    step.is_some_and(|step| decide_urgently_on(writer, step))
}

pub(super) fn decide_urgently_on(writer: &mut Writer, step: StepId) -> bool {
    let Some(decider) = decider(writer) else { return false };
    let days = writer.dice.below(60);
    let until = writer.in_days(days);
    let decided = DecidedUrgently {
        step,
        decider: decider.clone(),
        danger: "threatened with a knife".into(),
        why_it_cannot_wait: "he comes home tonight".into(),
        ex_parte: writer.dice.chance(70),
        until: writer.said(60, until),
        held_over: writer.said(30, "the rest of the request".into()),
    };
    writer.write_by(&decider, Event::DecidedUrgently(decided))
}

pub(super) fn hear_afterwards(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let days = writer.dice.below(300);
    let until = writer.in_days(days);
    let heard = HeardAfterwards {
        step,
        maintained: writer.dice.chance(70),
        until: writer.said(50, until),
        why: writer.said(60, "still in danger".into()),
    };
    writer.write(Event::HeardAfterwards(heard))
}

pub(super) fn start(writer: &mut Writer) -> bool {
    let step = writer.step();
    step.is_some_and(|step| writer.write(Event::Started(Started { step })))
}

pub(super) fn review(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let outcomes =
        [ReviewOutcome::Better, ReviewOutcome::AsExpected, ReviewOutcome::Worse, ReviewOutcome::Unclear];
    let Some(outcome) = writer.dice.pick(&outcomes).copied() else { return false };
    let sufficient = writer.dice.chance(40);
    let days = writer.dice.below(200);
    let next = writer.in_days(days);
    let reviewed = Reviewed {
        step,
        outcome,
        sufficient: writer.said(70, sufficient),
        why: "we asked everyone".into(),
        happened: writer.said(50, "two fights, and a quiet month".into()),
        adapt: writer.said(30, "once a week".into()),
        lesson: writer.said(40, "ask the aunt earlier".into()),
        plan_b_taken: plan_b(writer),
        mind_change: writer.said(30, "nothing of the kind".into()),
        next_review: writer.said(60, next),
    };
    writer.write(Event::Reviewed(reviewed))
}

fn plan_b(writer: &mut Writer) -> Said<PlanBAnswer> {
    match writer.dice.below(3) {
        0 => Said::Said(PlanBAnswer::TakenUp { how: "a week at the aunt's".into() }),
        1 => Said::Said(PlanBAnswer::NotTakenUp { why: "she wants to stay".into() }),
        _ => Said::NotSaid,
    }
}

/// Names a later entry as one that would change people's mind about a step.
pub(super) fn link_mind_change(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let Some(proposed) = writer.dossier.steps().get(&step).map(|it| it.proposal.seq) else { return false };
    let later: Vec<u64> =
        writer.dossier.entries().iter().map(|it| it.seq).filter(|it| *it > proposed).collect();
    let Some(entry) = writer.dice.pick(&later).copied() else { return false };
    let why = "this is what we said would change our mind".into();
    writer.write(Event::MindChangeLinked(MindChangeLinked { step, entry, why }))
}

pub(super) fn end(writer: &mut Writer) -> bool {
    let step = writer.step();
    step.is_some_and(|step| writer.write(Event::Ended(Ended { step, why: "it is safe enough".into() })))
}

pub(super) fn lodge_appeal(writer: &mut Writer) -> bool {
    let (Some(step), Some(appellant)) = (writer.step(), writer.relative()) else { return false };
    writer.write(Event::AppealLodged(AppealLodged { step, appellant }))
}

pub(super) fn rule_on_appeal(writer: &mut Writer) -> bool {
    let step = writer.step();
    step.is_some_and(|step| rule_on(writer, step))
}

pub(super) fn rule_on(writer: &mut Writer, step: StepId) -> bool {
    let court = writer.somebody(|role| role == Role::AppealCourt);
    let Some(decider) = court.or_else(|| writer.anyone()) else { return false };
    let rulings = [Ruling::Upheld, Ruling::Quashed, Ruling::Replaced];
    let Some(ruling) = writer.dice.pick(&rulings).copied() else { return false };
    let why = writer.said(50, "the reasons do not carry it".into());
    writer.write(Event::AppealRuled(AppealRuled { step, decider, ruling, why }))
}

pub(super) fn pass_over(writer: &mut Writer) -> bool {
    let (Some(step), Some(by)) = (writer.step(), decider(writer)) else { return false };
    let Some(condition) = writer.dice.pick(Condition::ALL).copied() else { return false };
    let article = writer.said(70, "Awb 6:22".to_owned());
    let why = "nobody was harmed by it".into();
    writer.write_by(&by, Event::DefectPassedOver(DefectPassedOver { step, condition, article, why }))
}

pub(super) fn document(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let asked: Vec<Document> =
        writer.measure_of(&step).into_iter().flat_map(|it| &it.requirements).map(|it| it.document).collect();
    let of = if asked.is_empty() || writer.dice.chance(20) { Document::ALL.to_vec() } else { asked };
    let Some(document) = writer.dice.pick(&of).copied() else { return false };
    let present = writer.dice.chance(80);
    writer.write(Event::DocumentNoted(DocumentNoted { step, document, present }))
}

pub(super) fn oblige(writer: &mut Writer) -> bool {
    let (Some(step), Some(owner)) = (writer.step(), writer.professional()) else { return false };
    let obligation = obligation_id(writer.fresh("obligation"));
    let days = writer.dice.below(90);
    let due = writer.in_days(days);
    let due = writer.said(70, due);
    let what = "report on the visits".into();
    writer.write(Event::ObligationOrdered(ObligationOrdered { obligation, step, owner, what, due }))
}

pub(super) fn meet_obligation(writer: &mut Writer) -> bool {
    let all: Vec<ObligationId> = writer.dossier.obligations().keys().cloned().collect();
    let obligation = writer.dice.pick(&all).cloned();
    obligation.is_some_and(|obligation| {
        writer.write(Event::ObligationMet(ObligationMet { obligation, how: "sent".into() }))
    })
}
