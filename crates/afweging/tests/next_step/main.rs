//! The next step: the least-intrusive rule clause by clause, shortfalls, reviews, and looking back after urgency.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

mod answers;
mod compared;
mod look_backs;
mod passed_over;
mod reviews;
mod shortfalls;
#[path = "../cases/story.rs"]
#[allow(dead_code, reason = "shared with the cases, which use more of it")]
mod story;
mod turned_away;

use std::sync::LazyLock;

use afweging::{CandidateStanding, CandidateView, Pack, StepAssessment};
use serde_json::json;

use story::Story;

const ON: &str = "2025-06-01";

fn pack() -> &'static Pack {
    static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::nl().unwrap());
    &PACK
}

fn story() -> Story {
    Story::of_a_child("2016-05-01", ON)
}

/// A statement that somebody saw and that was found plausible.
fn plausible(story: Story) -> Story {
    story
        .then("claimed", json!({ "statement": "f", "text": "ruzie op de trap" }))
        .then(
            "evidence_added",
            json!({ "evidence": "e", "statement": "f", "polarity": "supports", "borne_by": "moeder",
                    "origin": "own_observation" }),
        )
        .then("found", json!({ "statement": "f", "found": "plausible", "why": "gewogen" }))
}

/// The option whose Dutch name holds this.
fn option<'a>(options: &'a [CandidateView], named: &str) -> &'a CandidateView {
    let found = options.iter().find(|it| it.label.nl.contains(named));
    found.unwrap_or_else(|| {
        panic!("{named} is not among {:?}", options.iter().map(|it| &it.label.nl).collect::<Vec<_>>())
    })
}

fn stands(step: &StepAssessment, named: &str) -> bool {
    matches!(option(&step.candidates, named).standing, CandidateStanding::Stands { .. })
}

/// Why the answer to an option does not stand.
fn falls(step: &StepAssessment, named: &str) -> String {
    match &option(&step.candidates, named).standing {
        CandidateStanding::DoesNotStand { why, .. } => why.en.clone(),
        other => panic!("{named}: {other:?}"),
    }
}
