//! Who may request and decide, out of the law reference (2.1): written by hand, and not out of the pack.

use afweging_testkit::vectors::{Expect, Level, Vector};
use serde_json::json;

use crate::tale::Tale;

/// Measure, act, source, who may, who may not.
type Row = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

#[rustfmt::skip]
const POWERS: &[Row] = &[
    ("M15", "request", "BW1 255(2), 257", &["raad", "prosecutor", "parent_with_authority"], &["veilig_thuis", "college", "local_team", "gi"]),
    ("M15", "decide", "BW1 257", &["childrens_judge"], &["raad", "gi", "mayor"]),
    ("M16", "request", "BW1 255(2)", &["raad", "prosecutor", "parent_with_authority"], &["gi", "veilig_thuis", "local_team", "college"]),
    ("M16", "decide", "BW1 255(1)", &["childrens_judge"], &["raad", "gi", "college", "veilig_thuis"]),
    ("M17", "request", "BW1 260(2)", &["gi", "raad", "prosecutor"], &["veilig_thuis", "local_team"]),
    ("M17", "decide", "BW1 260", &["childrens_judge"], &["gi", "raad"]),
    ("M18", "decide", "BW1 263", &["gi"], &["raad", "local_team", "veilig_thuis"]),
    ("M20", "decide", "BW1 265f", &["gi"], &["raad", "provider"]),
    ("M21", "request", "BW1 265h", &["gi"], &["raad", "provider"]),
    ("M22", "request", "BW1 265b(1)", &["gi", "raad", "prosecutor"], &["veilig_thuis", "local_team", "parent_with_authority"]),
    ("M22", "decide", "BW1 265b(1)", &["childrens_judge"], &["gi", "raad", "college"]),
    ("M24", "request", "BW1 265e", &["gi", "raad"], &["veilig_thuis", "local_team"]),
    ("M25", "request", "BW1 265i", &["gi"], &["raad", "foster_parent"]),
    ("M30", "request", "BW1 268", &["raad", "prosecutor"], &["gi", "veilig_thuis"]),
    ("M31", "request", "BW1 241", &["raad", "prosecutor"], &["gi", "veilig_thuis"]),
    ("M32", "request", "BW1 267(1)", &["raad", "prosecutor"], &["veilig_thuis", "local_team", "college"]),
    ("M32", "decide", "BW1 266", &["district_court"], &["gi", "raad", "college"]),
    ("M27", "decide", "Jw 6.1.2", &["childrens_judge"], &["gi", "provider", "college"]),
    ("M13", "decide", "Wth 2(1)", &["mayor"], &["childrens_judge", "veilig_thuis"]),
    ("M08", "decide", "Wmo 4.1.1(2)", &["veilig_thuis"], &["raad", "gi"]),
    ("M12", "decide", "Jw 3.1", &["raad"], &["veilig_thuis", "local_team"]),
    ("M02", "decide", "Jw 2.3(1)", &["college"], &["raad", "childrens_judge"]),
];

pub fn vectors() -> Vec<Vector> {
    let mut all = Vec::new();
    for (measure, act, source, may, may_not) in POWERS {
        let tale = Tale::default().proposed("2025-03-03", "s", measure, &json!({}));
        let asked = may.iter().map(|it| (it, true)).chain(may_not.iter().map(|it| (it, false)));
        for (actor, is_allowed) in asked {
            let word = if is_allowed { "may" } else { "may-not" };
            let name = format!("{}-{word}-{act}-{}", measure.to_lowercase(), actor.replace('_', "-"));
            let point = format!("{actor} {} {act} {measure} on 3 March 2025.", word.replace('-', " "));
            let expect = Expect::May {
                step: "s".to_owned(),
                act: (*act).to_owned(),
                actor: (*actor).to_owned(),
                may: is_allowed,
            };
            all.push(tale.vector(&name, Level::Authority, "2025-03-03", source, &point, expect));
        }
    }
    all
}

/// A step of which nothing is said passes no gate (model 7: silence is unknown, never passed).
pub fn silence() -> Vec<Vector> {
    let mut all = Vec::new();
    for measure in ["M02", "M16", "M22", "M27", "M32"] {
        let tale = Tale::default().proposed("2025-03-03", "s", measure, &json!({}));
        for gate in ["authority", "hearing", "facts", "threat", "intrusion", "suitability", "term"] {
            let name = format!("silence-{}-{gate}", measure.to_lowercase());
            let point =
                format!("Of {measure} nothing is said but that it is proposed: gate {gate} is unknown.");
            let expect =
                Expect::Gate { step: "s".to_owned(), gate: gate.to_owned(), outcome: "unknown".to_owned() };
            all.push(tale.vector(
                &name,
                Level::Unknown,
                "2025-03-03",
                "model 7: silence is unknown",
                &point,
                expect,
            ));
        }
    }
    all
}
