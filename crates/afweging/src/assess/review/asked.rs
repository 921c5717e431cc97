//! What a review has to answer, and what it leaves open: questions with an address.

use chrono::NaiveDate;

use super::{HeldReview, ReviewView};
use crate::assess::case::StepCase;
use crate::assess::duties::executors;
use crate::assess::intrusion::candidate_key;
use crate::assess::written_down::is_said;
use crate::assess::{CandidateStanding, CandidateView};
use crate::code::Code;
use crate::finding::{Answerer, Basis, Finding, Question, QuestionKind, Says};
use crate::narrative::Narrative;
use crate::said::Said;
use crate::sentence::Sentence;
use crate::step::{ExecutionOn, ReviewOutcome, Reviewed};

/// A follow-up question (Q25): the field of the review, what it says, and how it is asked.
struct FollowUp {
    field: &'static str,
    of: fn(&Reviewed) -> &Said<Narrative>,
    says: (&'static str, &'static str),
    asks: (&'static str, &'static str),
}

/// What was expected is the first of the four, and stands with the step already.
const FOLLOW_UP: [FollowUp; 3] = [
    FollowUp {
        field: "happened",
        of: |it| &it.happened,
        says: ("wat er gebeurde", "what happened"),
        asks: ("Wat is er gebeurd sinds het begon?", "What has happened since it began?"),
    },
    FollowUp {
        field: "adapt",
        of: |it| &it.adapt,
        says: ("of er reden is om bij te stellen", "whether there is reason to adjust"),
        asks: (
            "Is dat een reden om iets bij te stellen? Wat, of waarom niet?",
            "Is that a reason to adjust anything? What, or why not?",
        ),
    },
    FollowUp {
        field: "lesson",
        of: |it| &it.lesson,
        says: (
            "wat dit leert, voor dit gezin en voor andere",
            "what this teaches, for this family and for others",
        ),
        asks: (
            "Wat leren we hiervan, voor dit gezin en voor andere gezinnen?",
            "What does this teach, for this family and for other families?",
        ),
    },
];

fn who(step: &StepCase<'_>) -> Vec<Answerer> {
    let mut who = executors(step);
    if !who.contains(&Answerer::ThoseWhoWeigh) {
        who.push(Answerer::ThoseWhoWeigh);
    }
    who
}

fn fills(step: &StepCase<'_>, on: NaiveDate) -> [(&'static str, Sentence); 2] {
    [("measure", step.measure_name()), ("date", Sentence::same(on))]
}

/// What the latest held review leaves open.
pub(super) fn of_held(
    step: &StepCase<'_>,
    review: &HeldReview<'_>,
    before: Option<NaiveDate>,
    view: &ReviewView,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let given = [("step", step.id.to_string())];
    for question in FOLLOW_UP.iter().filter(|question| !is_said((question.of)(review.reviewed))) {
        let mut fills = fills(step, review.on).to_vec();
        fills.push(("question", Sentence::new(question.says.0, question.says.1)));
        findings.push(
            Finding::new(Code::AidFollowUp, Says::Nothing, &fills)
                .by_rule("Q25")
                .because([review.seq])
                .ask(
                    QuestionKind::Judgement,
                    Sentence::new(question.asks.0, question.asks.1),
                    who(step),
                    &["reviewed"],
                )
                .lifted_by("reviewed", &given, &["outcome", "why", question.field], who(step)),
        );
    }
    let has = |field: &str| view.written_down.iter().any(|it| it.field == field);
    if !has("if_taken") {
        findings.push(
            Finding::new(Code::AidNoExpectation, Says::Nothing, &[("measure", step.measure_name())])
                .by_rule("Q24")
                .because([review.seq])
                .without_remedy(Sentence::new(
                    "Een verwachting die achteraf wordt opgeschreven, is er geen.",
                    "An expectation that is written down afterwards is none.",
                )),
        );
    }
    if review.reviewed.outcome == ReviewOutcome::Worse && review.reviewed.plan_b_taken.is_not_said() {
        findings.push(
            Finding::new(Code::AidPlanB, Says::Nothing, &fills(step, review.on))
                .by_rule("Q25")
                .because([review.seq])
                .ask(QuestionKind::Judgement, plan_b(view), who(step), &["reviewed"])
                .lifted_by("reviewed", &given, &["outcome", "why", "plan_b_taken"], who(step)),
        );
    }
    let linked = step.case.so_far(&step.record.mind_changes).any(|it| {
        let day = it.occurred.first_day();
        before.is_none_or(|before| day > before) && !step.dossier().is_corrected(it.what.entry)
    });
    if has("would_change_our_mind") && !linked && !is_said(&review.reviewed.mind_change) {
        findings.push(
            Finding::new(Code::AidMindChangeNotLooked, Says::Nothing, &fills(step, review.on))
                .by_rule("model 6")
                .because([review.seq])
                .ask(
                    QuestionKind::Judgement,
                    mind_change(view),
                    who(step),
                    &["mind_change_linked", "reviewed"],
                )
                .lifted_by("mind_change_linked", &given, &["entry", "why"], who(step))
                .lifted_by("reviewed", &given, &["outcome", "why", "mind_change"], who(step)),
        );
    }
    // What no longer goes on cannot be made lighter.
    if step.execution == ExecutionOn::InForce {
        findings.extend(going_on(step, review.on, &[review.seq], &view.going_on));
    }
    findings
}

/// The options beside going on that a review leaves unanswered, or found to do and left.
pub(super) fn going_on(
    step: &StepCase<'_>,
    on: NaiveDate,
    because: &[u64],
    options: &[CandidateView],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for option in options {
        let mut fills = fills(step, on).to_vec();
        fills.push(("candidate", option.label.clone()));
        let (code, seq) = match &option.standing {
            CandidateStanding::Stands { .. } | CandidateStanding::AdequateButHeavier { .. } => continue,
            CandidateStanding::Unanswered => (Code::GoingOnUnanswered, None),
            CandidateStanding::DoesNotStand { because, .. } => (Code::GoingOnUnanswered, Some(*because)),
            CandidateStanding::Adequate { because } => (Code::LighterAtReview, Some(*because)),
        };
        let name = option.one_of.first().map(candidate_key).unwrap_or_default();
        findings.push(
            Finding::new(code, Says::Nothing, &fills)
                .by_rule("model 6")
                .because(because.iter().copied().chain(seq))
                .ask(QuestionKind::Judgement, instead(option), who(step), &["candidates_answered"])
                .lifted_by(
                    "candidates_answered",
                    &[("candidates", name), ("step", step.id.to_string())],
                    &["answer", "why"],
                    who(step),
                ),
        );
    }
    findings
}

/// What the review to come has to answer.
pub(super) fn of_next(step: &StepCase<'_>, view: &ReviewView) -> Vec<Question> {
    let ask = |what: Sentence, basis: &'static str, answered_when: &[&'static str]| Question {
        what,
        kind: QuestionKind::Judgement,
        who_may_answer: who(step),
        basis: Basis::Method { rule: basis },
        answered_when: answered_when.to_vec(),
    };
    let mut questions: Vec<Question> =
        FOLLOW_UP.iter().map(|it| ask(Sentence::new(it.asks.0, it.asks.1), "Q25", &["reviewed"])).collect();
    if view.written_down.iter().any(|it| it.field == "would_change_our_mind") {
        questions.push(ask(mind_change(view), "model 6", &["mind_change_linked", "reviewed"]));
    }
    questions.extend(
        view.going_on
            .iter()
            .filter(|option| !matches!(option.standing, CandidateStanding::Stands { .. }))
            .map(|option| ask(instead(option), "model 6", &["candidates_answered"])),
    );
    questions
}

fn instead(option: &CandidateView) -> Sentence {
    Sentence::new(
        format!("Kan het nu lichter, of waarom niet: {}?", option.label.nl),
        format!("Can it be lighter now, or why not: {}?", option.label.en),
    )
}

fn words<'a>(view: &'a ReviewView, field: &str) -> Option<&'a str> {
    view.written_down
        .iter()
        .find(|it| it.field == field)
        .map(|it| it.text.as_str())
        .filter(|it| !it.is_empty())
}

fn plan_b(view: &ReviewView) -> Sentence {
    match words(view, "plan_b") {
        Some(plan) => Sentence::new(
            format!("Het plan was: „{plan}” Wordt dat nu gevolgd, of waarom niet?"),
            format!("The plan was: “{plan}” Is it taken up now, or why not?"),
        ),
        None => Sentence::new(
            "Er staat geen plan B. Wat gebeurt er nu het slechter gaat dan verwacht?",
            "There is no plan B on record. What happens now that it works out worse than expected?",
        ),
    }
}

fn mind_change(view: &ReviewView) -> Sentence {
    match words(view, "would_change_our_mind") {
        Some(what) => Sentence::new(
            format!(
                "Van mening zouden we veranderen door: „{what}” Is er sindsdien zoiets gekomen, en welke regel is dat?"
            ),
            format!(
                "What would change our mind: “{what}” Has anything like it come in since, and which entry is it?"
            ),
        ),
        None => Sentence::new(
            "Is er iets gekomen dat ons van mening zou doen veranderen, en welke regel is dat?",
            "Has anything come in that would change our mind, and which entry is it?",
        ),
    }
}
