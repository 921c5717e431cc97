//! The vectors by the command line: what ran, what failed, what is missing.

use serde_json::Value;

use crate::{Scratch, afweging, path};

fn folder() -> String {
    path("../../tests/vectors").display().to_string()
}

#[test]
fn the_vectors_of_the_project_hold() {
    let ran = afweging(&["vectors", &folder(), "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    for level in ["core", "facts", "authority", "time", "unknown", "record"] {
        assert_eq!(report["levels"][level][0], report["levels"][level][1], "{level}");
        assert!(report["levels"][level][0].as_u64().unwrap() > 0, "{level}");
    }
    let text = afweging(&["vectors", &folder()]).out;
    assert!(text.starts_with("core ") && !text.contains("failed"), "{text}");
}

#[test]
fn what_does_not_hold_is_named_and_ends_with_1() {
    let scratch = Scratch::folder("vectors");
    let kept = std::fs::read_to_string(path("../../tests/vectors/record/afw-log-004-shown.json")).unwrap();
    let wrong = kept.replace(r#""shows": "AFW-LOG-004""#, r#""lacks": "AFW-LOG-004""#);
    assert_ne!(kept, wrong);
    scratch.file("record/afw-log-004-shown.json", &wrong);
    scratch.file("core/nobody-lists-it.json", "{}");
    let manifest = r#"{"format": "afweging/vectors/1", "levels": {"record": ["afw-log-004-shown", "gone"]}, "bytes": [], "dossiers": []}"#;
    scratch.file("manifest.json", manifest);
    let ran = afweging(&["vectors", &scratch.path()]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("record     1 of 2\n"), "{}", ran.out);
    assert!(
        ran.out.contains("afw-log-004-shown.json: the point does not hold: AFW-LOG-004 is there\n"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("missing    record/gone.json\n"), "{}", ran.out);
    assert!(ran.out.contains("unlisted   core/nobody-lists-it.json\n"), "{}", ran.out);
    let nothing = afweging(&["vectors", "nergens"]);
    assert!(nothing.code == 2 && nothing.err.contains("manifest.json"), "{}", nothing.err);
}
