//! Reviews of a step: each held one and the one to come. What was expected stands beside what happened, both errors beside
//! the outcome; what would change people's mind is shown again; and everything lighter is an option anew.

mod asked;

use chrono::NaiveDate;
use serde::Serialize;

use super::case::StepCase;
use super::intrusion::{Window, going_on};
use super::written_down::{
    Detail, IF_NOT_TAKEN, IF_TAKEN, MIND_CHANGE, PLAN_B, WRONGLY_NOT_TAKEN, WRONGLY_TAKEN, WrittenDown,
    is_said, words_of,
};
use super::{CandidateView, aids};
use crate::finding::{Finding, Question};
use crate::id::PersonId;
use crate::machine::Dated;
use crate::narrative::Narrative;
use crate::said::Said;
use crate::sentence::Sentence;
use crate::stand::decided_on;
use crate::step::{ExecutionEvent, ExecutionOn, PlanBAnswer, ReviewOutcome, Reviewed};

/// When a review is, or was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewWhen {
    /// It was held.
    Held {
        /// On which day.
        on: NaiveDate,
        /// The entry.
        because: u64,
    },
    /// It is to come.
    Due {
        /// On which day.
        on: NaiveDate,
    },
    /// It should have been held.
    Overdue {
        /// On which day.
        on: NaiveDate,
    },
    /// It is in force, and nobody said when people look whether it works.
    NoDay,
}

/// A later entry that a person named as one that would change people's mind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkedMindChange {
    /// The entry that is such a thing.
    pub entry: u64,
    /// Who named it.
    pub by: PersonId,
    /// Why, in their words; empty where they were erased.
    pub why: String,
    /// The entry in which they named it.
    pub because: u64,
}

/// One review of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReviewView {
    /// When.
    pub when: ReviewWhen,
    /// What was written down before: what was expected, both errors, plan B, what would change people's mind. An
    /// expectation counts only as it stood when it was decided, or when it began.
    pub written_down: Vec<WrittenDown>,
    /// How it works out, when it was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ReviewOutcome>,
    /// What the review says: what happened, what is adjusted, what it teaches, plan B, whether a mind changed.
    pub answers: Vec<WrittenDown>,
    /// The later entries that a person named as ones that would change people's mind, by the day of the review.
    pub mind_changes: Vec<LinkedMindChange>,
    /// The options beside going on, each with how its answer stands at this review.
    pub going_on: Vec<CandidateView>,
    /// What the review to come has to answer.
    pub questions: Vec<Question>,
    /// What a review that was held or is overdue leaves open. None of it bars a step.
    pub findings: Vec<Finding>,
}

/// A review that was held.
struct HeldReview<'a> {
    seq: u64,
    on: NaiveDate,
    by: Option<&'a PersonId>,
    reviewed: &'a Reviewed,
}

/// The reviews of a step that began, oldest first; the one to come last, while it is in force.
pub(super) fn of(step: &StepCase<'_>) -> Vec<ReviewView> {
    let execution = step.record.machines.execution();
    let Some(started) = execution.on(step.case.at).started() else { return Vec::new() };
    let held: Vec<HeldReview<'_>> = execution.until(step.case.at).filter_map(|it| held(step, it)).collect();
    let goes_on = step.execution == ExecutionOn::InForce;
    let mut views = Vec::new();
    for (place, review) in held.iter().enumerate() {
        let before = held.iter().rev().map(|it| it.on).find(|on| *on < review.on);
        let next = held.iter().map(|it| it.on).find(|on| *on > review.on);
        let window = Window { after: Some(before.unwrap_or(started.first_day())), before: next };
        let mut view =
            shown(step, ReviewWhen::Held { on: review.on, because: review.seq }, review.on, window);
        view.outcome = Some(review.reviewed.outcome);
        view.answers = answers(review);
        // What an earlier one left open is asked anew at the later one.
        if place.saturating_add(1) == held.len() {
            view.findings = asked::of_held(step, review, before, &view);
        }
        views.push(view);
    }
    if goes_on {
        let after = held.last().map_or(started.first_day(), |last| last.on);
        let due = match held.last() {
            Some(last) => last.reviewed.next_review,
            None => step.details().review_on,
        };
        let when = match due {
            Said::Said(on) if on < step.case.at => ReviewWhen::Overdue { on },
            Said::Said(on) => ReviewWhen::Due { on },
            Said::NotSaid => ReviewWhen::NoDay,
        };
        let window = Window { after: Some(after), before: None };
        let mut view = shown(step, when, step.case.at, window);
        view.questions = asked::of_next(step, &view);
        if let ReviewWhen::Overdue { on } = when {
            view.findings = asked::going_on(step, on, &[], &view.going_on);
        }
        views.push(view);
    }
    for view in &mut views {
        view.findings = aids::in_region(step.case.pack, std::mem::take(&mut view.findings));
    }
    views
}

fn held<'a>(step: &StepCase<'a>, dated: &'a Dated<ExecutionEvent>) -> Option<HeldReview<'a>> {
    match &dated.transition {
        ExecutionEvent::Review(reviewed) => Some(HeldReview {
            seq: dated.seq,
            on: dated.occurred.first_day(),
            by: step.dossier().entry(dated.seq).map(|entry| &entry.by),
            reviewed,
        }),
        ExecutionEvent::Start | ExecutionEvent::End(_) => None,
    }
}

/// What stood before a review, and what is asked at it.
fn shown(step: &StepCase<'_>, when: ReviewWhen, by: NaiveDate, window: Window) -> ReviewView {
    let expected = expected_by(step);
    let as_expected = |detail: Detail| expected.and_then(|day| detail.by(step, day));
    let mut written_down: Vec<WrittenDown> =
        [IF_TAKEN, IF_NOT_TAKEN].into_iter().filter_map(as_expected).collect();
    let others = [WRONGLY_TAKEN, WRONGLY_NOT_TAKEN, PLAN_B, MIND_CHANGE];
    written_down.extend(others.into_iter().filter_map(|detail| detail.by(step, by)));
    ReviewView {
        when,
        written_down,
        outcome: None,
        answers: Vec::new(),
        mind_changes: mind_changes(step, by),
        going_on: going_on(step, by, window),
        questions: Vec::new(),
        findings: Vec::new(),
    }
}

/// The day by which an expectation must have been written down: that of the decision, else that of the beginning. One that
/// came later is no expectation.
fn expected_by(step: &StepCase<'_>) -> Option<NaiveDate> {
    let decided = decided_on(step.record, step.case.at).map(|(day, _)| day);
    let started = step.record.machines.execution().on(step.case.at).started().map(|when| when.first_day());
    [decided, started].into_iter().flatten().min()
}

fn mind_changes(step: &StepCase<'_>, by: NaiveDate) -> Vec<LinkedMindChange> {
    step.case
        .so_far(&step.record.mind_changes)
        .filter(|it| it.occurred.first_day() <= by && !step.dossier().is_corrected(it.what.entry))
        .map(|it| LinkedMindChange {
            entry: it.what.entry,
            by: it.by.clone(),
            why: it.what.why.text().unwrap_or_default().to_owned(),
            because: it.seq,
        })
        .collect()
}

/// What a held review says in words.
fn answers(review: &HeldReview<'_>) -> Vec<WrittenDown> {
    let Some(by) = review.by else { return Vec::new() };
    let it = review.reviewed;
    let plan_b = match &it.plan_b_taken {
        Said::Said(PlanBAnswer::TakenUp { how }) => {
            Some((Sentence::new("plan B wordt gevolgd", "plan B is taken up"), how))
        }
        Said::Said(PlanBAnswer::NotTakenUp { why }) => {
            Some((Sentence::new("plan B wordt niet gevolgd", "plan B is not taken up"), why))
        }
        Said::NotSaid => None,
    };
    let said = |field: &'static str, nl: &str, en: &str, words: &Said<Narrative>| {
        let words = words.said().filter(|_| is_said(words))?;
        Some(words_of(field, Sentence::new(nl, en), words, by, review.on, review.seq))
    };
    let why = words_of(
        "why",
        Sentence::new("waarom men dit vindt", "why people find so"),
        &it.why,
        by,
        review.on,
        review.seq,
    );
    let plan_b = plan_b.map(|(label, words)| words_of("plan_b", label, words, by, review.on, review.seq));
    [
        said("happened", "wat er gebeurde", "what happened", &it.happened),
        Some(why),
        said("adapt", "wat er verandert, of waarom niets", "what is changed, or why nothing", &it.adapt),
        said("lesson", "wat we hiervan leren", "what this teaches", &it.lesson),
        plan_b,
        said(
            "mind_change",
            "of er iets kwam dat ons van mening zou doen veranderen",
            "whether anything came in that would change our mind",
            &it.mind_change,
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
