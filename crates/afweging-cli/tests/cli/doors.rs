//! Every door: one good path, one wrong input with its end and its place, and help with an example.

use crate::{Scratch, afweging, afweging_with, examples, path, small, small_text};

#[test]
fn assess_answers_for_every_example_in_every_form_and_language() {
    for file in examples().into_iter().chain([small()]) {
        for language in ["nl", "en"] {
            let text = afweging(&["assess", &file, "--lang", language]);
            assert_eq!((text.code, text.err.as_str()), (0, ""), "{file}");
            let short = if language == "nl" { "In het kort" } else { "In short" };
            assert!(text.out.contains(short), "{file}");
            assert!(text.out.lines().all(|line| line.chars().count() <= 100), "{file}: too wide");
            assert!(!text.out.contains('\u{1b}'), "{file}: no terminal, no colour");
            let page = afweging(&["assess", &file, "--lang", language, "--format", "html"]);
            assert_eq!((page.code, page.err.as_str()), (0, ""), "{file}");
        }
    }
}

#[test]
fn json_is_the_librarys_own_bytes() {
    let dossier = afweging::Dossier::from_json(&small_text()).unwrap();
    let at = "2025-02-10".parse().unwrap();
    let expected = afweging::assess(&dossier, &afweging::Pack::nl().unwrap(), at).to_json();
    let ran = afweging(&["assess", &small(), "--at", "2025-02-10", "--format", "json"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, format!("{expected}\n").as_str()));
}

#[test]
fn a_dash_reads_standard_input() {
    let (from_file, from_input) =
        (afweging(&["assess", &small()]), afweging_with(&["assess", "-"], &small_text(), &[]));
    assert_eq!((from_input.code, from_input.out), (0, from_file.out));
}

#[test]
fn the_default_day_is_that_of_the_last_entry_that_is_known() {
    let ran = afweging(&["assess", &small()]);
    assert!(ran.out.contains("Beoordeeld op: 3 februari 2025 (de dag waarop de laatste regel"));
    let ran = afweging(&["assess", &small(), "--known-at", "2025-01-20T23:00:00Z"]);
    assert!(ran.out.contains("Beoordeeld op: 20 januari 2025 (de dag"), "{}", ran.out);
    let ran = afweging(&["assess", &small(), "--at", "2025-02-03"]);
    assert!(ran.out.contains("Beoordeeld op: 3 februari 2025\n"));
    let help = afweging(&["assess", "--help"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(help.contains("on which the last entry was recorded"), "{help}");
}

#[test]
fn a_dossier_without_entries_asks_for_a_day() {
    let empty = r#"{"format": "afweging/dossier/1", "id": "leeg", "entries": []}"#;
    let ran = afweging_with(&["assess", "-"], empty, &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--at"), "{}", ran.err);
    for format in ["text", "html", "json"] {
        let ran = afweging_with(&["assess", "-", "--at", "2025-01-01", "--format", format], empty, &[]);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
}

/// What is wrong with the small dossier once `from` reads `to`, and how that is shown.
fn wrong(from: &str, to: &str) -> String {
    let text = small_text();
    assert!(text.contains(from), "{from}");
    let ran = afweging_with(&["assess", "-"], &text.replacen(from, to, 1), &[]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{to}");
    ran.err
}

#[test]
fn a_wrong_dossier_shows_code_place_reason_and_the_line() {
    for (from, to, expected) in [
        (
            "\"seq\": 3",
            "\"seq\": tree",
            vec![":33:13: AFW-INPUT-001", "entries[2].seq", "   \"seq\": tree,\n"],
        ),
        (
            "\"seq\": 3",
            "\"seq\": 4",
            vec![":33:11: AFW-INPUT-007", "entries[2].seq", "`4` where `3` follows", "^"],
        ),
        (
            "\"role\": \"mother\"",
            "\"role\": \"moeder\"",
            vec!["AFW-INPUT-001", "entries[2].event.role", "unknown variant `moeder`", "^"],
        ),
        (
            "\"role\": \"mother\"",
            "\"rol\": \"mother\"",
            vec!["AFW-INPUT-011", "entries[2].event.rol", "unknown field `rol`", "Dit veld bestaat niet."],
        ),
        (
            "\"person\": \"v-1\",\n     \"child\"",
            "\"person\": \"v-2\",\n     \"child\"",
            vec!["AFW-INPUT-003", "entries[8].event.person", "\"v-2\"", "^"],
        ),
        ("afweging/dossier/1", "afweging/dossier/9", vec![":2:12: AFW-INPUT-002", "place:  format", "^"]),
        ("\"2025-01-10T09:02:00Z\"", "\"2024-01-10T09:02:00Z\"", vec!["AFW-INPUT-005", "entries[1].", "^"]),
    ] {
        let err = wrong(from, to);
        for part in expected {
            assert!(err.contains(part), "`{part}` is not in:\n{err}");
        }
    }
}

#[test]
fn text_that_ends_halfway_is_shown_where_it_ends() {
    let text = small_text();
    let ran = afweging_with(&["assess", "-"], &text[..text.len() / 2], &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("(standard input):") && ran.err.contains("EOF"), "{}", ran.err);
}

#[test]
fn what_steers_a_terminal_does_not_get_there_by_way_of_an_error() {
    let err = wrong("\"role\": \"mother\"", "\"\\u001b[31mrol\": \"mother\"");
    assert!(!err.contains('\u{1b}'), "{err:?}");
    assert!(err.contains("AFW-INPUT-011"));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    for command in ["assess", "verify"] {
        let ran = afweging(&[command, "/nergens/niets.json"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains("/nergens/niets.json: "), "{}", ran.err);
    }
}

#[test]
fn wrong_arguments_end_with_two() {
    for args in [
        vec!["assess"],
        vec!["assess", "-", "--at", "gisteren"],
        vec!["assess", "-", "--known-at", "2025-01-01"],
        vec!["assess", "-", "--lang", "fr"],
        vec!["verify", "-", "--head", "abc"],
        vec!["schema", "iets"],
        vec!["iets"],
        vec![],
    ] {
        let ran = afweging(&args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(!ran.err.is_empty());
    }
}

#[test]
fn a_pack_is_read_from_a_folder() {
    let folder = path("../afweging/packs/nl").display().to_string();
    let (built_in, from_folder) =
        (afweging(&["assess", &small()]), afweging(&["assess", &small(), "--pack", &folder]));
    assert_eq!((from_folder.code, from_folder.err.as_str()), (0, ""));
    assert_eq!(from_folder.out, built_in.out, "the pack's hash among it");
}

#[test]
fn a_wrong_pack_shows_file_line_and_key() {
    let scratch = Scratch::folder("pack");
    scratch.file("pack.toml", "format = \"afweging/pack/1\"\nid = \"x\"\nname = 3\n");
    scratch.file("lees-mij.md", "dit leest niemand");
    let ran = afweging(&["assess", &small(), "--pack", &scratch.path()]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("AFW-PACK-") && ran.err.contains(" pack.toml:"), "{}", ran.err);
    let ran = afweging(&["assess", &small(), "--pack", &format!("{}/nergens", scratch.path())]);
    assert_eq!(ran.code, 2);
    let empty = Scratch::folder("no-pack");
    let ran = afweging(&["assess", &small(), "--pack", &empty.path()]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("no law pack here"), "{}", ran.err);
}

#[test]
fn a_hypothetical_pack_says_so_at_the_top() {
    let scratch = Scratch::folder("hypothetical");
    let from = path("../afweging/packs/nl");
    copy(&from, &from, &scratch);
    let manifest = std::fs::read_to_string(from.join("pack.toml")).unwrap();
    let hypothetical = if manifest.contains("hypothetical") {
        manifest.replace("hypothetical = false", "hypothetical = true")
    } else {
        format!("hypothetical = true\n{manifest}")
    };
    scratch.file("pack.toml", &hypothetical);
    let ran = afweging(&["assess", &small(), "--pack", &scratch.path()]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("let op: geen geldend recht"), "{}", ran.out);
    assert!(ran.out.contains("Let op: Dit rust op een wetspakket met recht dat niet geldt."));
}

#[test]
fn the_hypothetical_packs_of_the_library_say_so_in_every_form() {
    for name in ["rechtsbescherming", "reikwijdte", "toekomstscenario"] {
        for (format, lang, said) in [
            ("text", "nl", "Dit rust op een wetspakket met recht dat niet geldt."),
            ("text", "en", "This rests on a law pack with law that is not in force."),
            ("html", "nl", "Dit rust op een wetspakket met recht dat niet geldt."),
            ("json", "nl", "\"hypothetical\":true"),
        ] {
            let ran =
                afweging(&["assess", &small(), "--hypothetical", name, "--format", format, "--lang", lang]);
            assert_eq!(ran.code, 0, "{}", ran.err);
            let flat = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(flat.contains(said), "{name} {format} {lang}: {}", ran.out);
        }
    }
    let plain = afweging(&["assess", &small(), "--format", "json"]);
    assert!(plain.out.contains("\"hypothetical\":false"), "never the default");
    assert_eq!(afweging(&["assess", &small(), "--hypothetical", "maan"]).code, 2);
    assert_eq!(
        afweging(&["assess", &small(), "--hypothetical", "reikwijdte", "--pack", "x"]).code,
        2,
        "one or the other"
    );
}

fn copy(root: &std::path::Path, folder: &std::path::Path, to: &Scratch) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            copy(root, &path, to);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            to.file(&name, &std::fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_help_has_an_example() {
    for args in [
        vec![],
        vec!["assess"],
        vec!["verify"],
        vec!["regions"],
        vec!["rulings"],
        vec!["map"],
        vec!["measures"],
        vec!["schema"],
        vec!["scenario", "check"],
        vec!["scenario", "new"],
        vec!["scenario", "coverage"],
    ] {
        for help in ["--help", "-h"] {
            let ran = afweging(&[args.as_slice(), &[help]].concat());
            assert_eq!(ran.code, 0);
            assert!(ran.out.contains("Example:\n  afweging "), "{args:?} {help}");
        }
    }
}

#[test]
fn the_committed_schemas_are_the_generated_ones() {
    for (args, file) in [
        (vec!["schema"], "dossier.schema.json"),
        (vec!["schema", "dossier"], "dossier.schema.json"),
        (vec!["schema", "entry"], "entry.schema.json"),
        (vec!["schema", "scenario"], "scenario.schema.json"),
    ] {
        let ran = afweging(&args);
        let committed = std::fs::read_to_string(path("../../docs/schema").join(file)).unwrap_or_default();
        assert!(
            ran.code == 0 && ran.out == committed,
            "docs/schema/{file} is not what the code says; write it anew with\n  cargo run -p afweging-cli -- {} > docs/schema/{file}",
            args.join(" ")
        );
    }
}

#[test]
fn no_input_makes_it_panic() {
    // A few through the real process; many more within, in `fuzz.rs`.
    let text = small_text();
    for place in (0..text.len()).step_by(text.len() / 24) {
        let Some((before, after)) = text.split_at_checked(place) else { continue };
        let cut: String = after.chars().skip(7).collect();
        let ran = afweging_with(&["assess", "-", "--format", "html"], &format!("{before}{cut}"), &[]);
        assert!([0, 2].contains(&ran.code), "{}: {}", ran.code, ran.err);
        assert!(!ran.err.contains("panicked"), "{}", ran.err);
    }
}
