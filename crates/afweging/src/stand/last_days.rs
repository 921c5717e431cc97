//! The last days that law, proposal and decision set to a step.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::dossier::{Dossier, StepRecord};
use crate::id::{PersonId, StepId};
use crate::moment::Moment;
use crate::pack::{Measure, Pack, Renewal, Term, TermKind};
use crate::said::Said;
use crate::step::{DecisionEvent, DueDates, RequestEvent};

/// The day of the first decision on a step, up to the day, and whether it was taken without hearing anybody.
pub(crate) fn decided_on(record: &StepRecord, at: NaiveDate) -> Option<(NaiveDate, bool)> {
    record.machines.decision().until(at).find_map(|dated| match &dated.transition {
        DecisionEvent::Decide(_) => Some((dated.occurred.first_day(), false)),
        DecisionEvent::DecideUrgently(urgent) => Some((dated.occurred.first_day(), urgent.ex_parte)),
        DecisionEvent::Hear(_) => None,
    })
}

/// The last days that law and proposal set, given the day from which an extension runs on.
pub(crate) fn due_dates(
    dossier: &Dossier,
    record: &StepRecord,
    measure: Option<&Measure>,
    runs_on: Option<NaiveDate>,
    at: NaiveDate,
) -> DueDates {
    let decided = decided_on(record, at);
    let term = |kind| measure.and_then(|measure| measure.terms_of(kind).next());
    let heard_by = decided.filter(|(_, ex_parte)| *ex_parte).and_then(|(day, _)| {
        let within = measure?.urgent.as_ref()?.hearing_within?;
        Some(within.end(day))
    });
    let started_by = decided.and_then(|(day, _)| Some(term(TermKind::UnusedLapse)?.due(day)));
    // The law's maximum is counted from the order, and a term ends on the day before the same day a year on.
    let by_law = decided
        .and_then(|(day, _)| longest(dossier, record, measure?, (day, runs_on), at))
        .and_then(|(term, from)| term.due(from).pred_opt());
    let asked = record.proposal.what.until.said().copied().filter(|_| decided.is_some());
    let in_emergency = measure.and_then(|measure| emergency(record, measure, at));
    let not_followed = measure.and_then(|measure| not_followed_up(dossier, record, measure, at));
    let until = [by_law, asked, in_emergency, not_followed].into_iter().flatten().min();
    DueDates { heard_by, started_by, until }
}

/// The longest that the law lets a step last, and the day from which that is counted, given the day of its own order and that from
/// which it runs on ([`runs_on_from`]): for an extension the term of extensions, or the total from the first order where the law sets one.
pub(crate) fn longest<'a>(
    dossier: &Dossier,
    record: &StepRecord,
    measure: &'a Measure,
    (ordered, runs_on): (NaiveDate, Option<NaiveDate>),
    at: NaiveDate,
) -> Option<(&'a Term, NaiveDate)> {
    let term = |kind| measure.terms_of(kind).next();
    let maximum = term(TermKind::Maximum);
    if record.proposal.what.extends.is_not_said() {
        return maximum.map(|term| (term, ordered));
    }
    if let Some(total) = term(TermKind::MaximumTotal) {
        let first = decided_on(first_of(dossier, record), at).map_or(ordered, |(day, _)| day);
        return Some((total, first.min(ordered)));
    }
    let from = runs_on.map_or(ordered, |day| day.max(ordered));
    term(TermKind::MaximumExtension).or(maximum).map(|term| (term, from))
}

/// The last day of what was granted, by law, proposal and decision; nothing of what nobody granted, or what has no last day.
pub(crate) fn granted_until(record: &StepRecord, due: &DueDates, at: NaiveDate) -> Option<NaiveDate> {
    let decision = record.machines.decision().on(at);
    [due.until, decision.granted_until()].into_iter().flatten().min()
}

/// The day on which an extension takes over from what it extends: an extension adds to a term that runs, whenever it was
/// ordered (1:260, 1:265c). Nothing for a step that extends none, or where what it extends was not granted or has no last day.
pub(crate) fn runs_on_from(
    dossier: &Dossier,
    pack: &Pack,
    record: &StepRecord,
    at: NaiveDate,
) -> Option<NaiveDate> {
    let mut from = None;
    // From the first on: each runs on from the one before it.
    for earlier in extended(dossier, record).iter().rev() {
        let decided = earlier.machines.decision().until(at).last()?.occurred.first_day();
        let measure = pack.measure(&earlier.proposal.what.measure, decided);
        let due = due_dates(dossier, earlier, measure, from, at);
        let is_granted = earlier.machines.decision().on(at).is_granted();
        let last = granted_until(earlier, &due, at).filter(|_| is_granted);
        from = last.and_then(|last| last.succ_opt());
    }
    from
}

/// The first of the steps that a step extends, one by one; itself when it extends none.
pub(crate) fn first_of<'a>(dossier: &'a Dossier, record: &'a StepRecord) -> &'a StepRecord {
    extended(dossier, record).last().copied().unwrap_or(record)
}

/// The steps that a step extends, one by one, the latest first.
fn extended<'a>(dossier: &'a Dossier, record: &'a StepRecord) -> Vec<&'a StepRecord> {
    let mut latest = record;
    let mut extended = Vec::new();
    let mut seen = BTreeSet::from([&latest.proposal.what.step]);
    while let Said::Said(earlier) = &latest.proposal.what.extends {
        let Some(next) = dossier.steps().get(earlier).filter(|_| seen.insert(earlier)) else { break };
        if dossier.is_corrected(next.proposal.seq) {
            break;
        }
        extended.push(next);
        latest = next;
    }
    extended
}

/// The last day of something that was ordered in an emergency, where the law lets that last so long.
fn emergency(record: &StepRecord, measure: &Measure, at: NaiveDate) -> Option<NaiveDate> {
    let term = measure.terms_of(TermKind::EmergencyMaximum).next()?;
    let mut decisions = record.machines.decision().until(at);
    decisions.find(|it| matches!(it.transition, DecisionEvent::DecideUrgently(_)))?;
    let started = record.machines.execution().on(at).started()?;
    term.reckon(&started).last.pred_opt()
}

/// The last day of what lapses because nobody requested in time what has to follow.
fn not_followed_up(
    dossier: &Dossier,
    record: &StepRecord,
    measure: &Measure,
    at: NaiveDate,
) -> Option<NaiveDate> {
    let term = measure.terms_of(TermKind::FollowUpRequest).next()?;
    let proposal = &record.proposal.what;
    let (decided, _) = decided_on(record, at)?;
    let last = term.due(decided);
    let in_time = |day: NaiveDate| decided <= day && day <= last;
    let noted = dossier.moments().iter().any(|noted| {
        let on = noted.occurred.first_day();
        noted.what.moment == Moment::FollowUpRequested
            && noted.what.step.said() == Some(&proposal.step)
            && on <= at
            && in_time(on)
    });
    let mut requests =
        successor_requests(dossier, &proposal.step, &proposal.about, Some(&measure.renewal), at);
    if noted || requests.any(|(_, day)| in_time(day)) { None } else { last.pred_opt() }
}

/// Requests for a step that extends this one, or that by law follows on its measure for the same person: the entry and the
/// day of each.
pub(crate) fn successor_requests<'a>(
    dossier: &'a Dossier,
    step: &'a StepId,
    person: &'a PersonId,
    renewal: Option<&'a Renewal>,
    at: NaiveDate,
) -> impl Iterator<Item = (u64, NaiveDate)> + 'a {
    dossier
        .steps()
        .iter()
        .filter(move |(id, other)| {
            let proposal = &other.proposal.what;
            let follows = matches!(renewal, Some(Renewal::By(by)) if *by == proposal.measure);
            *id != step
                && !dossier.is_corrected(other.proposal.seq)
                && (proposal.extends.said() == Some(step) || (follows && proposal.about == *person))
        })
        .flat_map(move |(_, other)| {
            let requests = other.machines.request().until(at);
            requests.filter(|it| matches!(it.transition, RequestEvent::File(_)))
        })
        .map(|it| (it.seq, it.occurred.first_day()))
}
