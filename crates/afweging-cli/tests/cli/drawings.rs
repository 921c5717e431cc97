//! The drawings: each form at each door, the day that is shown, and what is wrong.

use crate::{Scratch, afweging, path};

const FORMS: [(&str, &str); 5] = [
    ("svg", "<svg "),
    ("mermaid", "---\ntitle: "),
    ("dot", "digraph "),
    ("text", ""),
    ("json", "{\"drawing\":"),
];

/// The same as the library gives.
fn library(form: &str) -> String {
    let pack = afweging::Pack::nl().unwrap();
    let on = pack.changes().last().unwrap();
    let map = afweging::MapDrawing::course(
        &pack,
        &afweging::MeasureId::new("M22").unwrap(),
        on,
        afweging::Language::En,
    )
    .unwrap();
    match form {
        "svg" => map.svg(),
        "mermaid" => map.mermaid(),
        "dot" => map.dot(),
        "text" => map.text(),
        _ => map.json() + "\n",
    }
}

#[test]
fn every_door_gives_every_form_in_both_languages() {
    for door in
        [vec!["map"], vec!["map", "--measure", "M22"], vec!["map", "--diff", "2015-01-01"], vec!["measures"]]
    {
        for (form, begins) in FORMS {
            let mut told = Vec::new();
            for language in ["nl", "en"] {
                let args = [door.as_slice(), &["--format", form, "--lang", language]].concat();
                let ran = afweging(&args);
                assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
                assert!(ran.out.starts_with(begins) && ran.out.ends_with('\n'), "{args:?}: {}", ran.out);
                told.push(ran.out);
            }
            assert_ne!(told[0], told[1], "{door:?} {form}");
        }
    }
    for (form, _) in FORMS {
        let ran = afweging(&["map", "--measure", "M22", "--format", form, "--lang", "en"]);
        assert_eq!(ran.out, library(form), "{form}");
    }
}

#[test]
fn the_default_day_is_that_of_the_newest_state_and_is_said() {
    let pack = afweging::Pack::nl().unwrap();
    let newest = pack.changes().last().unwrap();
    for door in [vec!["map"], vec!["map", "--measure", "M22"], vec!["measures"]] {
        let default = afweging(&door).out;
        let asked = afweging(&[door.as_slice(), &["--on", &newest.to_string()]].concat()).out;
        assert_eq!(default, asked);
        let words = afweging(&[door.as_slice(), &["--on", "2019-05-07"]].concat()).out;
        assert!(words.contains("Het recht op 7 mei 2019"), "{words}");
        let asked = "2019-05-07".parse().unwrap();
        let state = pack.changes().take_while(|change| *change <= asked).last().unwrap();
        let begins = format!("deze stand van het recht begint in het pakket op {} ", state.format("%-d"));
        assert!(words.contains(&begins) && words.contains(&format!(" {}.", state.format("%Y"))), "{words}");
        let svg = afweging(&[door.as_slice(), &["--on", "2019-05-07", "--format", "svg"]].concat()).out;
        assert!(svg.contains("Het recht op 7 mei 2019"), "{door:?}");
    }
}

#[test]
fn a_measure_that_is_not_there_is_told_with_those_that_are() {
    for measure in ["M99", "huisverbod"] {
        let ran = afweging(&["map", "--measure", measure]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        for part in [format!("`{measure}`").as_str(), "M00, M01,", "M22"] {
            assert!(ran.err.contains(part), "`{part}` is not in {}", ran.err);
        }
    }
    let ran = afweging(&["map", "--measure", "M 22"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--measure"), "{}", ran.err);
}

#[test]
fn a_wrong_day_and_a_day_outside_the_pack_end_with_two() {
    for args in [
        ["map", "--on", "gisteren"],
        ["measures", "--on", "2024-13-01"],
        ["map", "--diff", "toen"],
        ["map", "--format", "png"],
    ] {
        let ran = afweging(&args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
    }
    for args in
        [["map", "--on", "2014-12-31"], ["measures", "--on", "2014-12-31"], ["map", "--diff", "2014-12-31"]]
    {
        let ran = afweging(&args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains("2014-12-31") && ran.err.contains("2015-01-01"), "{}", ran.err);
    }
}

#[test]
fn another_pack_can_be_drawn() {
    let folder = path("../afweging/packs/nl").display().to_string();
    for door in ["map", "measures"] {
        let ran = afweging(&[door, "--pack", &folder, "--format", "svg"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert_eq!(ran.out, afweging(&[door, "--format", "svg"]).out);
    }
    let empty = Scratch::folder("nothing-to-draw");
    let ran = afweging(&["map", "--pack", &empty.path()]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("no law pack here"), "{}", ran.err);
}

#[test]
fn a_region_gives_its_names_and_no_power() {
    let plain = ["map", "--measure", "M12", "--format"];
    for (form, _) in FORMS {
        let law = afweging(&[&plain[..], &[form]].concat()).out;
        let ran = afweging(&[&plain[..], &[form, "--region", "utrecht-west"]].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{form}");
        let name = "William Schrikker";
        assert!(ran.out.contains(name) && !law.contains(name), "{form}");
    }
    let drawn = |args: &[&str]| {
        let json: serde_json::Value =
            serde_json::from_str(&afweging(&[&plain[..], &["json"], args].concat()).out).unwrap();
        json["drawing"]["lanes"].clone()
    };
    assert_eq!(drawn(&[]), drawn(&["--region", "utrecht-west"]), "the same powers");
    let ran = afweging(&["map", "--region", "nergens"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`nergens`") && ran.err.contains("utrecht-west"), "{}", ran.err);
    let two = ["map", "--measure", "M09", "--region", "foodvalley", "--diff", "midden-holland"];
    let ran = afweging(&two);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for said in ["Jeugdlink (FoodValley)", "M09 (Midden-Holland)", "Een regio verandert geen bevoegdheid"] {
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
    }
    let lanes = |args: &[&str]| {
        let json = afweging(&[args, &["--format", "json"]].concat()).out;
        serde_json::from_str::<serde_json::Value>(&json).unwrap()["drawing"]["lanes"].clone()
    };
    assert_eq!(lanes(&two), lanes(&two[..5]), "the same powers");
    let ran = afweging(&["map", "--diff", "nergens"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`nergens`") && ran.err.contains("utrecht-west"), "{}", ran.err);
}

#[test]
fn hypothetical_law_can_be_drawn_and_says_so() {
    for door in ["map", "measures"] {
        for (form, _) in FORMS {
            let ran = afweging(&[door, "--hypothetical", "toekomstscenario", "--format", form]);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{door} {form}");
            let said = ran.out.contains("geen geldend recht") || ran.out.contains("\"hypothetical\":true");
            assert!(said, "{door} {form}");
        }
    }
}

#[test]
fn nothing_is_ranked_scored_or_recommended() {
    for (language, never) in [
        ("nl", vec!["score", "rang", "aanbevolen", "beste", "risico", "punten"]),
        ("en", vec!["score", "rank", "recommended", "best", "risk", "safe", "points"]),
    ] {
        for door in [vec!["map"], vec!["map", "--measure", "M27"], vec!["measures"]] {
            let out = afweging(&[door.as_slice(), &["--lang", language]].concat()).out.to_lowercase();
            let words: Vec<&str> = out.split(|letter: char| !letter.is_alphanumeric()).collect();
            for word in &never {
                assert!(!words.contains(word), "{door:?} {language}: `{word}`");
            }
        }
    }
}

/// `AFWEGING_WRITE_DOCS=1 cargo test -p afweging-cli --test cli` writes them anew.
#[test]
fn the_pictures_in_the_book_are_what_the_commands_draw() {
    for (file, args) in [
        ("map.svg", vec!["map", "--lang", "en"]),
        ("map-m22.svg", vec!["map", "--measure", "M22", "--lang", "en"]),
        ("measures.svg", vec!["measures", "--lang", "en"]),
    ] {
        let drawn = afweging(&[args.as_slice(), &["--format", "svg"]].concat()).out;
        let at = path("../../docs/src/images").join(file);
        if std::env::var_os("AFWEGING_WRITE_DOCS").is_some() {
            std::fs::write(&at, &drawn).unwrap();
        }
        let committed = std::fs::read_to_string(&at).unwrap_or_default();
        assert!(
            committed == drawn,
            "docs/src/images/{file} is not what is drawn; AFWEGING_WRITE_DOCS=1 draws it anew"
        );
    }
}
