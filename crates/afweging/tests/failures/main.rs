//! What is known to have gone wrong: each story as the dossier in which it happens, with the finding that names it, and its
//! nearest twin, in which it was done well and the finding is not there. All stories are invented.
//!
//! The number in a test's name is that of its row in `docs/src/failures.md`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

mod causes;
mod deciding;
mod page;
mod placing;
mod reporting;
#[expect(dead_code, reason = "other tests tell by the own door too")]
#[path = "../cases/story.rs"]
mod story;
mod telling;
mod waiting;

use std::sync::LazyLock;

use afweging::{Assessment, Code, Pack};

use story::Story;

fn pack() -> &'static Pack {
    static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::nl().unwrap());
    &PACK
}

/// How often a code is given, as a finding or as a duty.
fn times(assessment: &Assessment, code: Code) -> usize {
    let findings = assessment.all_findings().filter(|finding| finding.code == code).count();
    findings + assessment.duties.iter().filter(|duty| duty.code == code).count()
}

/// The finding is there in the dossier in which it happened, and not in its twin.
fn tells(code: Code, at: &str, happened: &Story, done_well: &Story) {
    let there = happened.assess(at);
    assert!(times(&there, code) > 0, "{code} is not found where it happened");
    let well = done_well.assess(at);
    let found: Vec<_> = well.all_findings().filter(|finding| finding.code == code).collect();
    assert!(times(&well, code) == 0, "{code} is found where it was done well: {found:?}");
}

/// What the finding says, in Dutch.
fn says(assessment: &Assessment, code: Code) -> String {
    let finding = assessment.all_findings().find(|finding| finding.code == code);
    finding.unwrap_or_else(|| panic!("no {code}")).sentence.nl.clone()
}
