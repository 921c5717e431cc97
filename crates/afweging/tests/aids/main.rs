//! Each aid with the dossier that brings it out and the nearest one that does not, and what no aid may do.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

mod beside;
mod pairs;
#[allow(dead_code, reason = "the story is shared with the other tests, each of which tells a part of it")]
#[path = "../cases/story.rs"]
mod story;
mod wording;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use afweging::{Answerer, Code, Finding, FindingKind, Pack, Remedy, Says};

use story::Story;

/// The day on which the stories begin.
const ON: &str = "2025-06-02";
/// A day after all that happens in them.
const AT: &str = "2025-09-01";

fn pack() -> &'static Pack {
    static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::nl().unwrap());
    &PACK
}

/// A child of nine, its parents, and everybody who may have a say.
fn story() -> Story {
    Story::of_a_child("2016-05-01", ON)
}

fn aids(story: &Story) -> Vec<Finding> {
    let assessment = story.assess(AT);
    assessment.all_findings().filter(|it| is_aid(it.code)).cloned().collect()
}

fn codes(story: &Story) -> BTreeSet<Code> {
    aids(story).into_iter().map(|aid| aid.code).collect()
}

fn is_aid(code: Code) -> bool {
    code.as_str().starts_with("AFW-AID-")
}

/// The one aid of a code that a story brings out.
fn only(story: &Story, code: Code) -> Finding {
    let found: Vec<_> = aids(story).into_iter().filter(|aid| aid.code == code).collect();
    let [aid] = found.as_slice() else { panic!("{code}: {} of them", found.len()) };
    aid.clone()
}

#[test]
fn the_page_of_aids_has_a_row_for_each() {
    let page = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/aids.md");
    let page = std::fs::read_to_string(page).unwrap();
    let rows: Vec<&str> =
        page.lines().filter_map(|line| line.strip_prefix("| `AFW-AID-")?.split('`').next()).collect();
    let aids: Vec<&str> =
        Code::all().iter().filter_map(|code| code.as_str().strip_prefix("AFW-AID-")).collect();
    assert_eq!(rows, aids);
}

/// What holds for each aid, whichever it is.
fn check(aid: &Finding) {
    assert_eq!((aid.kind, aid.says, aid.gate), (FindingKind::Aid, Says::Nothing, None), "{}", aid.code);
    assert!(!aid.basis.is_empty(), "{}: on what it rests", aid.code);
    assert!(!aid.because.is_empty(), "{}: by which entries", aid.code);
    assert!(!aid.sentence.nl.contains('{') && !aid.sentence.en.contains('{'), "{}", aid.sentence.nl);
    match &aid.remedy {
        Remedy::OneOf(ways) => {
            assert!(!ways.is_empty(), "{}: nothing lifts it", aid.code);
            for pattern in ways.iter().flat_map(|way| &way.patterns) {
                let nobody: &[Answerer] = &[];
                assert_ne!(pattern.who_fills, nobody, "{}: who", aid.code);
            }
        }
        Remedy::NoRemedy { why } => assert!(!why.nl.is_empty(), "{}", aid.code),
    }
}
