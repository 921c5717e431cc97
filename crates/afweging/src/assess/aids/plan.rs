//! What a step must say of itself: an alternative, both errors, a stop that comes, what would change our mind, a plan B; and
//! why it is heavier than what ran before.

use chrono::NaiveDate;

use crate::aid::never_good_enough;
use crate::code::Code;
use crate::dossier::Dossier;
use crate::finding::Finding;
use crate::intrusion::{Comparison, NOTHING, compare};
use crate::pack::Offer;
use crate::sentence::Sentence;
use crate::step::ExecutionEvent;

use super::super::case::{Case, StepCase, others_about};
use super::{aid, detail_asked, those_who_weigh};

pub(super) fn look(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    no_alternative(step, aids);
    one_error(step, aids);
    not_offered(step, aids);
    let details = step.details();
    for (said, code, field) in [
        (&details.stop_when, Code::AidNoStop, "details.stop_when"),
        (&details.would_change_our_mind, Code::AidNoMindChange, "details.would_change_our_mind"),
        (&details.plan_b, Code::AidNoPlanB, "details.plan_b"),
    ] {
        if said.is_not_said() {
            let rule = if code == Code::AidNoPlanB { "model 6" } else { "Q27" };
            let asked = aid(code, &[], rule).because([step.record.proposal.seq]);
            aids.push(detail_asked(step, asked, field));
        }
    }
    stop_that_never_comes(step, aids);
    heavier_without_news(step, aids);
}

fn no_alternative(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    // Doing nothing more has nothing lighter beside it.
    let has_candidates = step.measure_id().as_str() != NOTHING;
    if !has_candidates
        || step.case.so_far(&step.record.answers).next().is_some()
        || has_named_alternative(step)
    {
        return;
    }
    aids.push(aid(Code::AidNoAlternative, &[], "Q05").because([step.record.proposal.seq]).lifted_by(
        "alternative_named",
        &[("step", step.id.to_string())],
        &["alternative", "option"],
        those_who_weigh(),
    ));
}

fn has_named_alternative(step: &StepCase<'_>) -> bool {
    step.record
        .alternatives
        .iter()
        .filter_map(|id| step.dossier().alternatives().get(id))
        .any(|named| step.case.has_occurred(&named.occurred) && !step.dossier().is_corrected(named.seq))
}

fn one_error(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let details = step.details();
    let (taken, not_taken) =
        (!details.error_if_wrongly_taken.is_not_said(), !details.error_if_wrongly_not_taken.is_not_said());
    if taken == not_taken {
        return;
    }
    let (detail, field) = if taken {
        (Sentence::new("ten onrechte niets doen", "wrongly not acting"), "details.error_if_wrongly_not_taken")
    } else {
        (Sentence::new("ten onrechte ingrijpen", "wrongly acting"), "details.error_if_wrongly_taken")
    };
    let missing = aid(Code::AidOneError, &[("detail", detail)], "Q03").because([step.record.proposal.seq]);
    aids.push(detail_asked(step, missing, field));
}

/// The step is of a measure that the region does not offer. Advice: it may still be had from elsewhere, and what the law
/// owes somebody it owes them in every region.
fn not_offered(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let Some(region) = step.case.pack.region() else { return };
    if region.offer(step.measure_id()) != Offer::NotOffered {
        return;
    }
    let name = Sentence::new(&region.labels.nl, &region.labels.en);
    let fills = [("region", name), ("measure", step.measure_name())];
    aids.push(
        aid(Code::AidNotOffered, &fills, "model 9").because([step.record.proposal.seq]).without_remedy(
            Sentence::new(
                "Wat een regio aanbiedt, staat in de regio-afspraken en niet in het dossier.",
                "What a region offers stands in its agreements and not in the dossier.",
            ),
        ),
    );
}

/// A stop at "no worries left" is no stop: worries do not end.
fn stop_that_never_comes(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let mut latest = None;
    for said in step.case.so_far(&step.record.details) {
        if let Some(text) = said.what.stop_when.said() {
            latest = Some((said.seq, text));
        }
    }
    let Some((seq, text)) = latest else { return };
    if let Some(words) = text.text().and_then(never_good_enough) {
        let quoted = Sentence::new(format!("„{words}”"), format!("“{words}”"));
        let never = aid(Code::AidNeverGoodEnough, &[("words", quoted)], "Q27").because([seq]);
        aids.push(detail_asked(step, never, "details.stop_when"));
    }
}

/// A heavier step about the same person than one that ran, while nothing came in since it began: no statement, no
/// evidence, no finding, no withdrawal, no review of it. What led to it outside the case is named when somebody said so;
/// without a lighter step everything in the case counts.
fn heavier_without_news(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let occasion = step.details().occasion_outside_case.said().and_then(|text| text.text());
    let before = latest_lighter(step);
    let has_news = match &before {
        Some(lighter) => {
            newest_fact(step.case).is_some_and(|day| day >= lighter.since) || lighter.is_reviewed
        }
        None => newest_fact(step.case).is_some(),
    };
    if has_news {
        return;
    }
    let because =
        [Some(step.record.proposal.seq), before.as_ref().map(|it| it.started)].into_iter().flatten();
    let found = match (occasion, before) {
        (Some(occasion), _) => {
            aid(Code::AidOccasionOutside, &[("occasion", Sentence::same(occasion))], "Q34")
        }
        (None, Some(lighter)) => aid(
            Code::AidHeavierNoNewFact,
            &[("lighter", lighter.name), ("date", Sentence::same(lighter.since))],
            "model 7",
        ),
        (None, None) => return,
    };
    let mut found =
        found.because(because).lifted_by("claimed", &[], &["statement", "text"], those_who_weigh());
    // Evidence is of something that somebody said by then.
    let mut said = step.dossier().statements().values();
    if said.any(|record| step.case.has_occurred(&record.claim.occurred)) {
        let holes = ["statement", "borne_by", "origin", "polarity"];
        found = found.lifted_by("evidence_added", &[], &holes, those_who_weigh());
    }
    aids.push(found);
}

/// A lighter step that ran.
struct Lighter {
    name: Sentence,
    since: NaiveDate,
    started: u64,
    is_reviewed: bool,
}

/// The lighter step about the same person that began last before this one was proposed.
fn latest_lighter(step: &StepCase<'_>) -> Option<Lighter> {
    let proposed = step.record.proposal.occurred.first_day();
    others_about(step)
        .filter(|other| is_heavier(step, other))
        .filter_map(|other| {
            let dated = other
                .record
                .machines
                .execution()
                .until(step.case.at)
                .find(|dated| matches!(dated.transition, ExecutionEvent::Start))?;
            let since = dated.occurred.first_day();
            (since <= proposed).then(|| Lighter {
                name: other.measure_name(),
                since,
                started: dated.seq,
                is_reviewed: !other.record.machines.execution().as_of(step.case.at).reviews().is_empty(),
            })
        })
        .max_by_key(|lighter| (lighter.since, lighter.started))
}

/// Whether a step is strictly heavier than another wherever each may be carried out: what may be is not said yet.
fn is_heavier(step: &StepCase<'_>, other: &StepCase<'_>) -> bool {
    let (Some(own), Some(theirs)) = (step.measure, other.measure) else { return false };
    let (own, theirs) = (own.vectors(step.placement), theirs.vectors(other.placement));
    !own.is_empty()
        && !theirs.is_empty()
        && own
            .iter()
            .all(|own| theirs.iter().all(|it| matches!(compare(own, it), Comparison::Heavier { .. })))
}

/// The day on which something last came in about the facts, as of the day of assessment.
fn newest_fact(case: &Case<'_>) -> Option<NaiveDate> {
    *case.newest_fact.get_or_init(|| facts_came_in(case.dossier).filter(|day| *day <= case.at).max())
}

fn facts_came_in(dossier: &Dossier) -> impl Iterator<Item = NaiveDate> {
    use crate::dossier::Event;
    dossier
        .entries()
        .iter()
        .filter(|entry| {
            let is_of_facts = matches!(
                entry.event,
                Event::Claimed(_) | Event::EvidenceAdded(_) | Event::Found(_) | Event::Withdrawn(_)
            );
            is_of_facts && !dossier.is_corrected(entry.seq)
        })
        .map(|entry| entry.occurred.first_day())
}
