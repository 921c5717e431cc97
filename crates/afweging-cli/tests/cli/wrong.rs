//! What is wrong with an argument or a file is said in the language that was asked for, with its place and what to do.

use crate::{afweging, small};

#[test]
fn a_wrong_argument_is_said_in_dutch_unless_english_was_asked_for() {
    let file = small();
    for (args, place, says) in [
        (vec!["assess", file.as_str(), "--datum", "2025-03-01"], "`--datum`", "deze optie is er niet"),
        (
            vec!["assess", file.as_str(), "--at", "31-12-2025"],
            "`31-12-2025`",
            "een dag is zo geschreven: 2025-03-01",
        ),
        (
            vec!["assess", file.as_str(), "--known-at", "gisteren"],
            "`gisteren`",
            "een moment is zo geschreven",
        ),
        (vec!["assess", file.as_str(), "--format", "pdf"], "`pdf`", "het kan zijn: text, json, html"),
        (vec!["beoordeel", file.as_str()], "`beoordeel`", "deze opdracht is er niet"),
        (vec!["assess"], "<FILE>", "dit ontbreekt"),
        (vec!["effects", file.as_str()], "--withdraw", "dit ontbreekt"),
        (vec!["verify", file.as_str(), "--head", "abc"], "`abc`", "een controlegetal heeft 64 tekens"),
    ] {
        let ran = afweging(&args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        for part in [place, says, "--help"] {
            assert!(ran.err.contains(part), "{args:?} should say {part}: {}", ran.err);
        }
        for english in ["error:", "Usage", "invalid", "unexpected", "required"] {
            assert!(!ran.err.contains(english), "{args:?}: {}", ran.err);
        }
        let english = afweging(&[args, vec!["--lang", "en"]].concat());
        assert!(english.code == 2 && english.err.contains("error:"), "{}", english.err);
    }
    assert_eq!(afweging(&["--help"]).code, 0);
    assert_eq!(afweging(&["--version"]).code, 0);
}

#[test]
fn a_file_that_cannot_be_read_is_said_in_dutch_with_what_to_do() {
    for (file, nl, en) in [
        ("er-is-niets.json", "dit bestaat niet; kijk de naam en de map na", "there is no such file"),
        (".", "dit is een map; noem een bestand", "this is a folder; name a file"),
    ] {
        let ran = afweging(&["assess", file]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.starts_with(&format!("{file}: {nl}")), "{}", ran.err);
        assert!(!ran.err.contains("directory"), "{}", ran.err);
        let ran = afweging(&["assess", file, "--lang", "en"]);
        assert!(ran.err.starts_with(&format!("{file}: {en}")), "{}", ran.err);
    }
}
