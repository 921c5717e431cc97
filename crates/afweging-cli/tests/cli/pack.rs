//! The door for law packs: all faults at once, and what was released stays as it was.

use crate::{Ran, Scratch, afweging, path};

pub(crate) const CITE: &str =
    r#"cite = { law = "Jw", article = "2.3", from = 2015-01-01, certainty = "text2015", source = "text" }"#;

/// A small sound pack.
pub(crate) fn sound(name: &str) -> Scratch {
    let folder = Scratch::folder(name);
    folder.file(
        "pack.toml",
        "format = \"afweging/pack/1\"\nid = \"proef\"\nlabel = { nl = \"proef\", en = \"test\" }\nhypothetical = true\n",
    );
    folder.file("sources/2015-01-01.toml", "[[source]]\nid = \"text\"\naddress = \"the text\"\n");
    folder.file(
        "measures/2015-01-01.toml",
        &format!(
            "[[measure]]\nid = \"M02\"\nlabel = {{ nl = \"hulp\", en = \"help\" }}\nkind = \"protective\"\nframe = \
             \"voluntary\"\nsubject = \"minor\"\nform = \"decision\"\ngoals = [\"upbringing\"]\nburdened = \
             [\"child\"]\nvector = {{ authority = 1, living = 0, liberty = 0, contact = 0, privacy = 1, home = 0, \
             coercion = 0, safeguard = 0, duration = 0 }}\nrenewal = \"free\"\n{CITE}\n"
        ),
    );
    folder.file(
        "consent/2015-01-01.toml",
        &format!("[[basis]]\nid = \"help\"\nmeasures = [\"M02\"]\nrests_on = \"not_needed\"\n{CITE}\n"),
    );
    folder.file(
        "authority/2015-01-01.toml",
        &format!("[[grant]]\nid = \"d\"\nactors = [\"college\"]\nacts = [\"decide\"]\nmeasures = [\"M02\"]\n{CITE}\n"),
    );
    folder
}

fn check(folder: &Scratch) -> Ran {
    afweging(&["pack", "check", &folder.path()])
}

#[test]
fn a_sound_pack_says_what_it_holds() {
    let ran = check(&sound("sound"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    for said in ["`proef`", "hypothetical", "2015-01-01", "1 measures", "0 files released, 5 not", "sound"] {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
}

#[test]
fn everything_that_is_wrong_is_said_at_once_each_with_its_place() {
    let folder = sound("faults");
    folder.file(
        "terms/2015-01-01.toml",
        &format!("[[term]]\nid = \"t\"\nmeasures = [\"M02\"]\nkind = \"forever\"\n{CITE}\n"),
    );
    folder.file("authority/2016-01-01.toml", "[[grant]]\nactors = [\"college\"]\n");
    folder.file("hearing/soon.toml", "");
    let ran = check(&folder);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    for said in [
        "AFW-PACK-006 terms/2015-01-01.toml:4: `term.t.kind`: unknown word `forever`",
        "AFW-PACK-004 authority/2016-01-01.toml:1: `grant[0].id`: is missing",
        "AFW-PACK-002 hearing/soon.toml: ",
        "3 fault(s)",
    ] {
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
    }
    let json = afweging(&["pack", "check", &folder.path(), "--format", "json"]);
    let read: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((json.code, read["faults"].as_array().map(Vec::len)), (1, Some(3)));
    assert!(read["pack"].is_null());
}

#[test]
fn a_fault_of_the_state_is_said_once_however_many_days_it_lasts() {
    let folder = sound("once");
    folder.file(
        "authority/2016-01-01.toml",
        &format!(
            "[[grant]]\nid = \"x\"\nactors = [\"gi\"]\nacts = [\"advise\"]\nmeasures = [\"M02\"]\n{CITE}\n"
        )
        .replace("from = 2015", "from = 2016"),
    );
    folder.file(
        "authority/2015-01-01.toml",
        &format!(
            "[[grant]]\nid = \"d\"\nactors = [\"college\", \"gi\"]\nacts = [\"decide\"]\nmeasures = [\"M02\"]\n{CITE}\n"
        ),
    );
    let ran = check(&folder);
    assert_eq!(ran.out.matches("AFW-PACK-030").count(), 1, "{}", ran.out);
    assert!(ran.out.contains("on 2015-01-01"), "{}", ran.out);
}

#[test]
fn a_released_file_never_changes() {
    let folder = sound("released");
    let ran = afweging(&["pack", "release", &folder.path()]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(check(&folder).code, 0);

    let measures = "measures/2015-01-01.toml";
    let before = std::fs::read_to_string(folder.0.join(measures)).unwrap();
    folder.file(measures, &before.replace("hulp", "steun"));
    let ran = check(&folder);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("measures/2015-01-01.toml: it was released and has changed"), "{}", ran.out);
    let again = afweging(&["pack", "release", &folder.path()]);
    assert_eq!(again.code, 2, "a changed file cannot be released again: {}", again.out);

    folder.file(measures, &before);
    folder.file(
        "authority/2020-01-01.toml",
        &format!(
            "[[grant]]\nid = \"a\"\nactors = [\"gi\"]\nacts = [\"advise\"]\nmeasures = [\"M02\"]\n{CITE}\n"
        ),
    );
    let ran = check(&folder);
    assert_eq!(ran.code, 0, "a new file may come beside it: {}", ran.out);
    assert!(ran.out.contains("5 files released, 1 not"), "{}", ran.out);

    std::fs::remove_file(folder.0.join("sources/2015-01-01.toml")).unwrap();
    assert!(check(&folder).out.contains("sources/2015-01-01.toml: it was released and is gone"));
}

#[test]
fn a_line_of_the_list_that_is_none_is_named() {
    let folder = sound("list");
    folder.file("released.sha256", "abc pack.toml\n");
    let ran = check(&folder);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("released.sha256:1: expected `<sha256>  <file>`"), "{}", ran.err);
}

#[test]
fn what_is_no_pack_is_named() {
    let ran = afweging(&["pack", "check", "nergens"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("nergens"), "{}", ran.err);
}

#[test]
fn the_dutch_pack_is_sound_and_its_released_files_are_as_they_were() {
    let ran = afweging(&["pack", "check", path("../afweging/packs/nl").to_str().unwrap()]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(!ran.out.contains(" 0 files released"), "{}", ran.out);
}
