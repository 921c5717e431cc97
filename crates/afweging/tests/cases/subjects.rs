//! Whom a measure can be about: children, youths to 23, closed care just past 18, adults from 18 to 100.

use afweging::{Code, Gate, GateOutcome, MeasureKind, Subject};
use serde_json::json;

use crate::story::Story;
use crate::{day, pack};

const ON: &str = "2025-06-01";

/// Gate 1 of a measure about somebody born on a day.
fn authority(born: &str, measure: &str) -> (GateOutcome, Vec<Code>) {
    Story::of_a_child(born, ON).propose("stap", measure).gate(ON, "stap", Gate::Authority)
}

fn is_refused(born: &str, measure: &str) -> bool {
    let (outcome, codes) = authority(born, measure);
    let refused = codes.contains(&Code::SubjectNotCovered);
    assert!(!refused || outcome == GateOutcome::Failed, "{measure}");
    refused
}

/// What there is for somebody of age who is in danger, or a danger.
#[test]
fn what_can_be_about_an_adult() {
    let pack = pack();
    let with = |subjects: &[Subject], kind| -> Vec<String> {
        pack.measures(day(ON))
            .filter(|it| subjects.contains(&it.subject) && it.kind == kind)
            .map(|it| it.id.to_string())
            .collect()
    };
    let of_age = [Subject::Any, Subject::Adult];
    assert_eq!(with(&of_age, MeasureKind::Protective), ["M00", "M01", "M03", "M04", "M13", "M34"]);
    assert_eq!(with(&of_age, MeasureKind::Procedural), ["M06", "M07", "M08", "M09"]);
    assert_eq!(with(&[Subject::Youth], MeasureKind::Protective), ["M02", "M14"]);
    assert_eq!(with(&[Subject::MinorOrContinued], MeasureKind::Protective), ["M27", "M29"]);
}

#[test]
fn an_adult_gets_none_of_what_is_for_minors() {
    for measure in ["M05", "M10", "M11", "M12", "M15", "M16", "M17", "M18", "M22", "M26", "M30", "M31", "M32"]
    {
        assert!(is_refused("1980-01-01", measure), "{measure}");
        assert!(!is_refused("2012-01-01", measure), "{measure}");
    }
    for measure in ["M01", "M03", "M04", "M06", "M07", "M08", "M13"] {
        assert!(!is_refused("1980-01-01", measure), "{measure}");
        assert!(!is_refused("1925-07-01", measure), "{measure}: the scope is 0 to 100 years");
    }
    assert!(is_refused("2012-01-01", "M04"));
}

/// Compulsory care for an adult, such as under the Wvggz, is other law: this pack does not have it, and says so.
#[test]
fn what_other_law_has_for_an_adult_is_outside_this_pack() {
    for measure in ["WVGGZ-3.1", "M99"] {
        let (outcome, codes) = authority("1980-01-01", measure);
        assert_eq!(outcome, GateOutcome::OutsidePack, "{measure}");
        assert_eq!(codes, [Code::MeasureOutsidePack]);
    }
}

#[test]
fn youth_help_goes_on_until_twenty_three() {
    for (born, refused) in [("2002-06-02", false), ("2002-06-01", true)] {
        for measure in ["M02", "M14"] {
            assert_eq!(is_refused(born, measure), refused, "{measure} {born}");
        }
        assert!(is_refused(born, "M05"), "pressure is on who brings up a minor");
    }
}

#[test]
fn closed_care_goes_on_for_half_a_year_when_people_say_that_it_goes_on() {
    assert!(!is_refused("2007-06-02", "M27"), "a minor still");
    assert!(!is_refused("2006-12-02", "M27"), "eighteen and a half tomorrow");
    assert!(is_refused("2006-12-01", "M27"), "eighteen and a half");
    assert!(is_refused("2007-06-01", "M28"), "it can go on and not begin");
    let undecided = Code::AuthorityConditionUndecided;
    assert!(authority("2006-12-02", "M27").1.contains(&undecided), "whether it goes on is a question");
    assert!(!authority("2007-06-02", "M27").1.contains(&undecided), "that does not come up before");
    let said = Story::of_a_child("2006-12-02", ON).propose("stap", "M27").then(
        "view_given",
        json!({ "step": "stap", "on": { "condition": "route" }, "verdict": "not_met", "why": "er was geen plan" }),
    );
    let (outcome, codes) = said.gate(ON, "stap", Gate::Authority);
    assert!(
        outcome != GateOutcome::Passed && codes.contains(&undecided),
        "one view settles nothing: {codes:?}"
    );
}
