//! A review is the whole test again: what was expected beside what happened, and everything lighter anew.

use afweging::{CandidateStanding, Code, ReviewOutcome, ReviewView, ReviewWhen, StepAssessment, Why};
use serde_json::{Value, json};

use crate::story::{Story, step};
use crate::{option, plausible, story};

/// Supervision that was decided on and began, with what was written down before, and a day to look.
fn in_force(details: Value) -> Story {
    plausible(story())
        .propose("ots", "M16")
        .then("step_detailed", json!({ "step": "ots", "details": details }))
        .granted("ots", "raad")
        .then("started", json!({ "step": "ots" }))
}

fn prepared() -> Story {
    in_force(json!({
        "if_taken": "rust binnen een maand", "if_not_taken": "meer ruzie",
        "error_if_wrongly_taken": "vertrouwen weg", "error_if_wrongly_not_taken": "het kind raakt gewond",
        "would_change_our_mind": "twee rustige maanden", "plan_b": "een week bij oma", "review_on": "2025-09-01",
    }))
}

fn reviewed(story: Story, day: &str, details: Value) -> Story {
    let mut review = json!({ "step": "ots", "outcome": "as_expected", "why": "iedereen gevraagd" });
    for (name, value) in details.as_object().unwrap() {
        review[name] = value.clone();
    }
    story.on(day).then("reviewed", review)
}

fn codes(review: &ReviewView) -> Vec<Code> {
    review.findings.iter().map(|it| it.code).collect()
}

fn last(step: &StepAssessment) -> &ReviewView {
    step.reviews.last().unwrap()
}

#[test]
fn a_step_in_force_is_asked_about_ending_and_lightening_before_its_review() {
    let assessment = prepared().assess("2025-08-01");
    let next = last(step(&assessment, "ots"));
    assert!(matches!(next.when, ReviewWhen::Due { on } if on.to_string() == "2025-09-01"));
    assert!(next.findings.is_empty(), "nothing is late yet: {:?}", codes(next));
    for option_named in ["beëindigen", "(M02)"] {
        assert_eq!(option(&next.going_on, option_named).standing, CandidateStanding::Unanswered);
        let asked = next.questions.iter().find(|it| it.what.nl.contains(option_named)).expect(option_named);
        assert!(!asked.who_may_answer.is_empty());
        assert!(asked.answered_when.contains(&"candidates_answered"));
    }
    let follow_up: Vec<_> = next.questions.iter().filter(|it| it.answered_when == ["reviewed"]).collect();
    assert_eq!(follow_up.len(), 3, "what happened, whether to adjust, what it teaches");
}

#[test]
fn an_overdue_review_leaves_it_visibly_unanswered() {
    let assessment = prepared().assess("2025-09-02");
    let next = last(step(&assessment, "ots"));
    assert!(matches!(next.when, ReviewWhen::Overdue { .. }));
    assert!(codes(next).contains(&Code::GoingOnUnanswered));
    assert!(assessment.all_findings().any(|it| it.code == Code::GoingOnUnanswered));
    // It bars nothing: the gates say the same as the day before.
    let before = prepared().assess("2025-09-01");
    let outcomes =
        |of: &afweging::Assessment| -> Vec<_> { step(of, "ots").gates.iter().map(|it| it.outcome).collect() };
    assert_eq!(outcomes(&assessment), outcomes(&before));
}

#[test]
fn an_answer_counts_for_its_own_review_only() {
    let ending = |story: Story, day: &str| {
        story.on(day).then(
            "candidates_answered",
            json!({ "step": "ots", "candidates": [{ "end": "ots" }],
                    "answer": { "expected_insufficient": { "relies_on": ["f"] } }, "why": "te vroeg" }),
        )
    };
    let stands = |it: &CandidateStanding| matches!(it, CandidateStanding::Stands { .. });
    let first =
        reviewed(ending(prepared(), "2025-08-30"), "2025-09-01", json!({ "next_review": "2025-12-01" }));
    let assessment = first.assess("2025-12-02");
    let reviews = &step(&assessment, "ots").reviews;
    let [held, overdue] = &reviews[..] else { panic!("{reviews:?}") };
    assert!(stands(&option(&held.going_on, "beëindigen").standing));
    assert_eq!(option(&overdue.going_on, "beëindigen").standing, CandidateStanding::Unanswered);
    let second = reviewed(ending(first, "2025-12-01"), "2025-12-01", json!({}));
    let assessment = second.assess("2025-12-02");
    let reviews = &step(&assessment, "ots").reviews;
    assert_eq!(reviews.len(), 3);
    assert!(stands(&option(&reviews[0].going_on, "beëindigen").standing));
    assert!(stands(&option(&reviews[1].going_on, "beëindigen").standing));
}

#[test]
fn what_was_answered_before_it_began_is_no_answer_at_a_review() {
    let answered = plausible(story())
        .propose("ots", "M16")
        .then(
            "candidates_answered",
            json!({ "step": "ots", "candidates": [{ "measure": { "measure": "M02" } }],
                    "answer": { "expected_insufficient": { "relies_on": ["f"] } }, "why": "te licht" }),
        )
        .granted("ots", "raad")
        .then("started", json!({ "step": "ots" }));
    let assessment = answered.assess("2025-09-01");
    let ots = step(&assessment, "ots");
    assert!(matches!(option(&ots.candidates, "(M02)").standing, CandidateStanding::Stands { .. }));
    assert_eq!(option(&last(ots).going_on, "(M02)").standing, CandidateStanding::Unanswered);
}

#[test]
fn ending_that_was_found_adequate_while_it_goes_on_is_found() {
    let found = reviewed(prepared(), "2025-09-01", json!({})).then(
        "candidates_answered",
        json!({ "step": "ots", "candidates": [{ "end": "ots" }], "answer": "adequate", "why": "het gaat goed" }),
    );
    let assessment = found.assess("2025-09-02");
    assert!(codes(&step(&assessment, "ots").reviews[0]).contains(&Code::LighterAtReview));
}

#[test]
fn guardianship_to_who_cares_is_asked_where_it_is_lighter() {
    let asked = |measure: &str| {
        let proposed = json!({ "step": "s", "measure": measure, "placement": "foster", "about": "kind", "proposed_by": "lt" });
        let story = story().then("step_proposed", proposed).then("started", json!({ "step": "s" }));
        let assessment = story.assess("2025-08-01");
        let going_on = &last(step(&assessment, "s")).going_on;
        going_on.iter().any(|it| it.why == Why::LessIntrusive && it.label.nl.contains("(M33)"))
    };
    assert!(!asked("M22"), "a placement under supervision leaves authority with the parents");
    assert!(asked("M32"), "authority that ended may go to who cares for the child");
}

#[test]
fn the_four_questions_are_asked_of_each_review() {
    let bare = reviewed(prepared(), "2025-09-01", json!({}));
    let assessment = bare.assess("2025-09-02");
    let held = &step(&assessment, "ots").reviews[0];
    assert_eq!(codes(held).iter().filter(|code| **code == Code::AidFollowUp).count(), 3);
    assert!(!codes(held).contains(&Code::AidNoExpectation));
    let full = reviewed(
        prepared(),
        "2025-09-01",
        json!({ "happened": "twee ruzies", "adapt": "niets, het werkt", "lesson": "eerder bellen", "mind_change": "nee" }),
    );
    let assessment = full.assess("2025-09-02");
    let held = &step(&assessment, "ots").reviews[0];
    assert!(!codes(held).contains(&Code::AidFollowUp), "{:?}", codes(held));
    let fields = |said: &[afweging::WrittenDown]| -> Vec<&str> { said.iter().map(|it| it.field).collect() };
    assert_eq!(
        fields(&held.written_down),
        [
            "if_taken",
            "if_not_taken",
            "error_if_wrongly_taken",
            "error_if_wrongly_not_taken",
            "plan_b",
            "would_change_our_mind"
        ],
        "the expectation and both errors stand beside the outcome"
    );
    assert_eq!(fields(&held.answers), ["happened", "why", "adapt", "lesson", "mind_change"]);
    assert_eq!(held.outcome, Some(ReviewOutcome::AsExpected));
}

#[test]
fn an_expectation_of_afterwards_is_none() {
    let late = in_force(json!({ "review_on": "2025-09-01" }))
        .on("2025-08-20")
        .then("step_detailed", json!({ "step": "ots", "details": { "if_taken": "dat het zo zou gaan" } }));
    let assessment = reviewed(late, "2025-09-01", json!({})).assess("2025-09-02");
    let held = &step(&assessment, "ots").reviews[0];
    assert!(codes(held).contains(&Code::AidNoExpectation));
    assert!(held.written_down.is_empty(), "{:?}", held.written_down);
}

#[test]
fn worse_than_expected_asks_for_plan_b() {
    let of = |details: Value| {
        let assessment = reviewed(prepared(), "2025-09-01", details).assess("2025-09-02");
        let held = step(&assessment, "ots").reviews[0].clone();
        (codes(&held).contains(&Code::AidPlanB), held)
    };
    let (asked, held) = of(json!({ "outcome": "worse" }));
    assert!(asked);
    let finding = held.findings.iter().find(|it| it.code == Code::AidPlanB).unwrap();
    assert!(finding.questions[0].what.nl.contains("een week bij oma"), "the plan is shown");
    assert!(!of(json!({ "outcome": "better" })).0);
    assert!(!of(json!({ "outcome": "worse", "plan_b_taken": { "taken_up": { "how": "vanaf morgen" } } })).0);
    let (asked, held) =
        of(json!({ "outcome": "worse", "plan_b_taken": { "not_taken_up": { "why": "oma is ziek" } } }));
    assert!(!asked && held.answers.iter().any(|it| it.field == "plan_b" && it.text == "oma is ziek"));
}

#[test]
fn only_a_person_links_what_changes_a_mind_and_the_review_shows_it() {
    let quiet =
        prepared().on("2025-08-15").then("claimed", json!({ "statement": "g", "text": "twee maanden rust" }));
    let claimed = quiet.dossier().entries().last().unwrap().seq;
    let unlinked = reviewed(quiet.clone(), "2025-09-01", json!({})).assess("2025-09-02");
    let held = &step(&unlinked, "ots").reviews[0];
    assert!(held.mind_changes.is_empty(), "nothing links itself");
    let asked = held.findings.iter().find(|it| it.code == Code::AidMindChangeNotLooked).expect("it is asked");
    assert!(asked.questions[0].what.nl.contains("twee rustige maanden"));

    let link = json!({ "step": "ots", "entry": claimed, "why": "dit is die rust" });
    let linked = quiet.on("2025-08-20").by("moeder").then("mind_change_linked", link);
    let assessment = reviewed(linked.by("lt"), "2025-09-01", json!({})).assess("2025-09-02");
    let held = &step(&assessment, "ots").reviews[0];
    let [shown] = &held.mind_changes[..] else { panic!("{:?}", held.mind_changes) };
    assert_eq!((shown.entry, shown.by.as_str(), shown.why.as_str()), (claimed, "moeder", "dit is die rust"));
    assert!(!codes(held).contains(&Code::AidMindChangeNotLooked));
}

#[test]
fn what_was_known_before_the_step_changes_no_mind_about_it() {
    let story = plausible(story()).propose("ots", "M16");
    let mut dossier = story.dossier();
    let last = dossier.entries().last().unwrap().clone();
    let text = json!({
        "recorded": "2025-06-02T10:00:00Z", "occurred": "2025-06-02", "by": "lt",
        "event": { "mind_change_linked": { "step": "ots", "entry": last.seq, "why": "dit is de stap zelf" } },
    });
    let refused = dossier.record(afweging::NewEntry::from_json(&text.to_string()).unwrap()).unwrap_err();
    assert_eq!((refused.code, refused.path.as_str()), (Code::InputIncoherent, "event.entry"));
}
