//! Reasons and plans that stand word for word in another dossier.

use std::collections::BTreeSet;

use afweging::{Assessment, Code, Dossier, ReasonIndex, assess, assess_beside};
use serde_json::{Value, json};

use crate::pairs::view;
use crate::story::Story;
use crate::{AT, ON, check, pack, story};

/// Twenty words about a child that these people know by a pseudonym.
const REASON: &str = "Sinds de scheiding ziet lt dat het kind na elk bezoek 3 dagen niet eet en niet met andere kinderen \
                      wil spelen op het plein.";

fn with_reason(why: &str) -> Story {
    view(story().propose("ots", "M16"), "raad", "ots", &json!({ "why": why }))
}

/// The dossier under another id, with other pseudonyms.
fn elsewhere(story: &Story, id: &str, names: &[(&str, &str)]) -> Dossier {
    let mut text = story.dossier().to_json();
    for (from, to) in names {
        text = text.replace(&format!("\"{from}\""), &format!("\"{to}\""));
    }
    let mut json: Value = serde_json::from_str(&text).unwrap();
    json["id"] = json!(id);
    for entry in json["entries"].as_array_mut().unwrap() {
        for field in ["hash", "content_hash"] {
            entry.as_object_mut().unwrap().remove(field);
        }
    }
    Dossier::from_json(&json.to_string()).unwrap()
}

fn beside(dossier: &Dossier, others: &[&Dossier]) -> Assessment {
    assess_beside(dossier, pack(), AT.parse().unwrap(), &ReasonIndex::of(others))
}

fn codes(dossier: &Dossier, others: &[&Dossier]) -> BTreeSet<Code> {
    beside(dossier, others).all_findings().map(|it| it.code).collect()
}

#[test]
fn a_reason_word_for_word_in_another_dossier_is_found_and_one_of_this_case_is_not() {
    let other = elsewhere(&with_reason(REASON), "d2", &[]);
    let copied = with_reason(REASON).dossier();
    let assessment = beside(&copied, &[&other]);
    let found: Vec<_> = assessment.all_findings().filter(|it| it.code == Code::AidReasonElsewhere).collect();
    assert_eq!(found.len(), 1);
    check(found[0]);
    assert!(found[0].sentence.nl.contains("d2"), "{}", found[0].sentence.nl);
    let own = with_reason(
        "Het kind vertelt dat het bij vader graag voetbalt, en slaapt sinds april weer door als de overdracht bij school is.",
    );
    assert!(!codes(&own.dossier(), &[&other]).contains(&Code::AidReasonElsewhere));
}

#[test]
fn other_pseudonyms_numbers_capitals_and_signs_make_no_other_reason() {
    let names = [("lt", "p-12"), ("vt", "p-13")];
    let reworded =
        REASON.replace(" lt ", " p-12 ").replace("3 dagen", "12 dagen").to_uppercase().replace(' ', "  -- ");
    let other = elsewhere(&with_reason(&reworded), "d2", &names);
    assert!(codes(&with_reason(REASON).dossier(), &[&other]).contains(&Code::AidReasonElsewhere));
}

/// The threshold is four of five rows: three words of twenty-two said otherwise leave too few.
#[test]
fn a_reason_said_in_other_words_is_another_one() {
    let other = elsewhere(&with_reason(REASON), "d2", &[]);
    let twisted = REASON.replace("elk bezoek", "school").replace("andere kinderen", "vrienden");
    assert!(!codes(&with_reason(&twisted).dossier(), &[&other]).contains(&Code::AidReasonElsewhere));
    let short = "Het gaat niet goed met het kind.";
    let other = elsewhere(&with_reason(short), "d2", &[]);
    assert!(
        !codes(&with_reason(short).dossier(), &[&other]).contains(&Code::AidReasonElsewhere),
        "too short to say"
    );
}

#[test]
fn what_the_family_says_in_its_own_words_is_not_laid_beside() {
    let of_the_mother = || view(story().propose("ots", "M16"), "moeder", "ots", &json!({ "why": REASON }));
    let other = elsewhere(&of_the_mother(), "d2", &[]);
    assert!(!codes(&of_the_mother().dossier(), &[&other]).contains(&Code::AidReasonElsewhere));
}

#[test]
fn the_same_plan_in_another_dossier_is_found_and_another_plan_is_not() {
    let plan = |goal: &str| {
        story().then(
            "step_proposed",
            json!({ "step": "ots", "measure": "M16", "about": "kind", "proposed_by": "lt",
                    "details": { "goal": goal, "needed_now": "Rust in huis en iemand om mee te praten." } }),
        )
    };
    let other = elsewhere(&plan("Elke nacht doorslapen."), "d2", &[("lt", "team")]);
    let assessment = beside(&plan("elke nacht DOORSLAPEN").dossier(), &[&other]);
    let found: Vec<_> = assessment.all_findings().filter(|it| it.code == Code::AidPlanElsewhere).collect();
    assert_eq!(found.len(), 1);
    check(found[0]);
    assert!(!codes(&plan("Weer durven spelen.").dossier(), &[&other]).contains(&Code::AidPlanElsewhere));
}

/// A folder holds the dossier itself as well: it is not laid beside itself, and beside nothing nothing changes.
#[test]
fn a_dossier_is_not_laid_beside_itself() {
    let dossier = with_reason(REASON).dossier();
    let alone = assess(&dossier, pack(), AT.parse().unwrap());
    assert_eq!(beside(&dossier, &[&dossier]), alone);
    assert_eq!(beside(&dossier, &[]), alone);
}

/// It is advice: gates, open steps and duties are as without it. The receipt says beside what it was laid.
#[test]
fn what_stands_elsewhere_changes_no_gate() {
    let dossier = with_reason(REASON).dossier();
    let other = elsewhere(&with_reason(REASON), "d2", &[]);
    let (alone, laid) = (assess(&dossier, pack(), AT.parse().unwrap()), beside(&dossier, &[&other]));
    assert_eq!(alone.open, laid.open);
    assert_eq!(alone.duties, laid.duties);
    for (alone, laid) in alone.steps.iter().zip(&laid.steps) {
        assert_eq!((&alone.gates, alone.open), (&laid.gates, laid.open));
    }
    assert_eq!(laid.receipt.beside, [other.head().to_owned()]);
    // What was not yet said on the day is not laid beside anything.
    let before = assess_beside(&dossier, pack(), "2025-06-01".parse().unwrap(), &ReasonIndex::of(&[&other]));
    assert!(before.all_findings().all(|it| it.code != Code::AidReasonElsewhere), "{ON} is later");
}

/// Of the row that a thousand dossiers share only the first places are kept: a copy of all of them is found all the same.
#[test]
fn a_reason_that_stands_everywhere_is_found() {
    let many: Vec<Dossier> =
        (0..40).map(|number| elsewhere(&with_reason(REASON), &format!("x{number:02}"), &[])).collect();
    let others: Vec<&Dossier> = many.iter().collect();
    assert!(codes(&with_reason(REASON).dossier(), &others).contains(&Code::AidReasonElsewhere));
}
