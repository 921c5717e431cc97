//! `afweging scenario` as somebody who does not program meets it.

use serde_json::Value;

use crate::{Scratch, afweging, path};

#[test]
fn a_template_is_written_once_and_comes_out() {
    let folder = Scratch::folder("scenario-new");
    let file = format!("{}/eerste.yaml", folder.path());
    let written = afweging(&["scenario", "new", "--out", &file]);
    assert_eq!(written.code, 0, "{}", written.err);
    let printed = afweging(&["scenario", "new"]);
    assert_eq!(printed.out, std::fs::read_to_string(&file).unwrap());
    let checked = afweging(&["scenario", "check", &file]);
    assert_eq!(checked.code, 0, "{}", checked.out);
    assert!(checked.out.ends_with("1 van 1 scenario's komen uit\n"), "{}", checked.out);
    // What somebody wrote is not written over.
    let again = afweging(&["scenario", "new", "--out", &file]);
    assert_eq!(again.code, 2);
}

#[test]
fn what_does_not_come_out_or_cannot_be_read_is_shown_by_its_line() {
    let folder = Scratch::folder("scenario-wrong");
    let head = "scenario: Mag niet\nbron: Q27\ndag: 2025-03-03\nals: Raad verzoekt ots\n";
    folder.file("a.yaml", &format!("{head}dan:\n  - mag\n"));
    folder.file("b.yaml", &format!("{head}dan:\n  - mag neit\n"));
    let ran = afweging(&["scenario", "check", &folder.path()]);
    assert_eq!(ran.code, 1);
    for part in [
        "KOMT NIET UIT   Mag niet",
        "a.yaml:6:5: verwacht: mag\n  6 |   - mag\n    |     ^\n",
        "gevonden: AFW-THREAT-002: Niet beslist is of deze grond vervuld is",
        "NIET TE LEZEN",
        "b.yaml:6:5: `mag neit` is geen verwachting",
        "tip: bedoelde u `mag niet`",
        "0 van 2 scenario's komen uit",
    ] {
        assert!(ran.out.contains(part), "{part}\nis not in\n{}", ran.out);
    }
    let json: Value =
        serde_json::from_str(&afweging(&["scenario", "check", &folder.path(), "--format", "json"]).out)
            .unwrap();
    assert_eq!(json["met"], false);
    assert_eq!(json["scenarios"][0]["unmet"][0]["place"]["line"], 6);
    assert_eq!(json["scenarios"][1]["faults"][0]["place"]["line"], 6);
    // Two with one title cannot be told apart in a report.
    folder.file("a.yaml", &format!("{head}dan:\n  - mag niet\n"));
    folder.file("b.yaml", &format!("{head}dan:\n  - mag niet\n"));
    let ran = afweging(&["scenario", "check", &folder.path()]);
    assert!(ran.code == 1 && ran.out.contains("heet ook „Mag niet”"), "{}", ran.out);
}

#[test]
fn a_folder_without_scenarios_and_a_file_that_is_not_there_are_wrong_inputs() {
    let folder = Scratch::folder("scenario-none");
    for given in [folder.path(), "niet-daar.yaml".to_owned()] {
        assert_eq!(afweging(&["scenario", "check", &given]).code, 2, "{given}");
    }
}

#[test]
fn the_report_says_what_the_scenarios_cover_and_a_card_says_it_of_one_code() {
    let scenarios = path("../../tests/scenarios").display().to_string();
    let report = afweging(&["scenario", "coverage", &scenarios]);
    assert_eq!(report.code, 0, "{}", report.err);
    assert!(report.out.contains("Elke code wordt door een scenario verwacht"), "{}", report.out);
    let card = afweging(&["scenario", "coverage", &scenarios, "--code", "afw-intrusion-001"]);
    assert!(
        card.out.starts_with("AFW-INTRUSION-001\n") && card.out.contains("moet gevonden worden in:"),
        "{}",
        card.out
    );
    let json = afweging(&["scenario", "coverage", &scenarios, "--format", "json"]);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["cards"].as_array().unwrap().len(), afweging::Code::all().len());
    let wrong = afweging(&["scenario", "coverage", &scenarios, "--code", "AFW-INTRUSION-099"]);
    assert!(wrong.code == 2 && wrong.err.contains("AFW-INTRUSION-00"), "{}", wrong.err);
}
