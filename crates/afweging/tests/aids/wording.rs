//! What the text checks look at, and what they leave alone.

use afweging::{Code, Remedy};
use serde_json::json;

use crate::pairs::view;
use crate::story::Story;
use crate::{codes, only, story};

const GENERAL: &str = "Moeder komt altijd te laat.";

fn ots() -> Story {
    story().propose("ots", "M16")
}

#[test]
fn it_names_the_entry_the_field_and_the_word() {
    let story = view(ots(), "lt", "ots", &json!({ "concerns": ["Vader liegt steeds.", GENERAL] }));
    let found: Vec<_> =
        crate::aids(&story).into_iter().filter(|aid| aid.code == Code::AidGeneralClaim).collect();
    let said: Vec<_> = found.iter().map(|aid| aid.sentence.nl.as_str()).collect();
    assert_eq!(
        said,
        [
            "Regel 15 (de zorgen) spreekt in het algemeen: „steeds”. In dit geval kan het anders zijn.",
            "Regel 15 (de zorgen) spreekt in het algemeen: „altijd”. In dit geval kan het anders zijn.",
        ]
    );
    assert!(found.iter().all(|aid| aid.because == [15]));
}

#[test]
fn one_thing_said_of_several_grounds_is_said_once() {
    let first = view(ots(), "lt", "ots", &json!({ "why": GENERAL }));
    let twice =
        view(first, "lt", "ots", &json!({ "why": GENERAL, "on": { "ground": "bw1-255-care-not-accepted" } }));
    let aid = only(&twice, Code::AidGeneralClaim);
    assert_eq!(aid.because, [15, 16]);
}

#[test]
fn a_view_or_a_detail_said_otherwise_lifts_it() {
    let general = |story: &Story| codes(story).contains(&Code::AidGeneralClaim);
    let viewed = view(ots(), "lt", "ots", &json!({ "why": GENERAL }));
    assert!(general(&viewed));
    assert!(!general(&view(viewed, "lt", "ots", &json!({ "why": "Moeder kwam in mei vier keer te laat." }))));
    let detail = |story: Story, text: &str| {
        story.then("step_detailed", json!({ "step": "ots", "details": { "causes": text } }))
    };
    let detailed = detail(ots(), GENERAL);
    let aid = only(&detailed, Code::AidGeneralClaim);
    let Remedy::OneOf(ways) = &aid.remedy else { panic!("it can be said otherwise") };
    let pattern = &ways[0].patterns[0];
    assert_eq!((pattern.event, pattern.holes[0].path), ("step_detailed", "details.causes"));
    assert!(!general(&detail(detailed, "In mei kwam moeder vier keer te laat.")));
}

/// A correction always lifts it: the entry no longer counts.
#[test]
fn a_corrected_entry_says_nothing_any_more() {
    let story = view(ots(), "lt", "ots", &json!({ "why": GENERAL }));
    let corrected = story.then("corrected", json!({ "entry": 15, "reason": "te algemeen" }));
    assert!(!codes(&corrected).contains(&Code::AidGeneralClaim));
}

#[test]
fn the_family_in_its_own_words_a_court_a_norm_and_a_plan_are_left_alone() {
    let general = |story: Story| codes(&story).contains(&Code::AidGeneralClaim);
    for who in ["moeder", "vader", "kind", "rechter"] {
        assert!(!general(view(ots(), who, "ots", &json!({ "why": GENERAL }))), "{who}");
    }
    let account = json!({ "person": "vader", "forum": "talk", "account": GENERAL });
    assert!(!general(ots().then("heard", account)));
    assert!(
        !general(ots().then("claimed", json!({ "statement": "f", "text": GENERAL }))),
        "what is claimed is to be tested"
    );
    for field in ["norm", "threshold_for_action"] {
        assert!(!general(view(ots(), "lt", "ots", &json!({ field: GENERAL }))), "{field}");
    }
    for field in ["goal", "stop_when", "plan_b", "safety_around_the_clock", "would_change_our_mind", "repair"]
    {
        let detailed = ots().then("step_detailed", json!({ "step": "ots", "details": { field: GENERAL } }));
        assert!(!general(detailed), "{field}");
    }
    // A step that the family proposes is in its own words too.
    let of_the_mother = story().then(
        "step_proposed",
        json!({ "step": "plan", "measure": "M01", "about": "kind", "proposed_by": "moeder", "details": { "causes": GENERAL } }),
    );
    assert!(!general(of_the_mother));
}
