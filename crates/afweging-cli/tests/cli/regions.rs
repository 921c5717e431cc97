//! The doors for regions: an assessment in one of them, what one of them has agreed, how two differ.

use afweging::{Region, Said};

use crate::{Scratch, afweging, examples, small};

#[test]
fn every_form_of_an_assessment_says_which_region() {
    for (format, says) in [("text", "Regio: FoodValley (foodvalley)"), ("html", "FoodValley (foodvalley)")] {
        let ran = afweging(&["assess", &small(), "--region", "foodvalley", "--format", format]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains(says), "{format}: {}", ran.out);
        assert!(!ran.out.to_lowercase().contains("hypothetisch"), "{format}");
    }
    let ran = afweging(&["assess", &small(), "--region", "foodvalley", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["receipt"]["region"], "foodvalley");
    assert_eq!(json["receipt"]["region_hash"], Region::named("foodvalley").unwrap().hash());
    assert_eq!(json["receipt"]["hypothetical"], false);
    let alone = afweging(&["assess", &small(), "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&alone.out).unwrap();
    assert!(json["receipt"].get("region").is_none());
}

#[test]
fn what_used_the_scenario_says_plainly_that_it_is_hypothetical() {
    let scenario = ["--region", "toekomstscenario"];
    for (lang, plain) in [("nl", "Hypothetisch: een scenario"), ("en", "Hypothetical: a scenario")] {
        for format in ["text", "html"] {
            let file = small();
            let ran = afweging(
                &[&["assess", &file, "--format", format, "--lang", lang], scenario.as_slice()].concat(),
            );
            assert!(ran.out.contains(plain), "{format} {lang}: {}", ran.out);
            // The law is the law in force; what is hypothetical is the region.
            assert!(!ran.out.contains("geen geldend recht)"), "{format} {lang}");
        }
        for args in [
            vec!["regions"],
            vec!["regions", "toekomstscenario"],
            vec!["regions", "rotterdam", "--diff", "toekomstscenario"],
        ] {
            let ran = afweging(&[args.as_slice(), &["--lang", lang]].concat());
            let flat = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(flat.contains(plain), "{args:?} {lang}: {}", ran.out);
        }
    }
    let ran = afweging(&["assess", &small(), "--region", "toekomstscenario", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["receipt"]["hypothetical"], true);
}

#[test]
fn a_region_changes_no_gate_of_any_example() {
    for file in examples() {
        let gates = |args: &[&str]| {
            let ran = afweging(&[&["assess", &file, "--format", "json"], args].concat());
            let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
            let steps = json["steps"].as_array().unwrap().clone();
            assert!(!steps.is_empty());
            let told: Vec<_> =
                steps.iter().map(|step| (step["open"].clone(), step["gates"].clone())).collect();
            (told, json["least_intrusive"].clone())
        };
        let alone = gates(&[]);
        for region in ["utrecht-west", "midden-holland", "toekomstscenario"] {
            assert_eq!(gates(&["--region", region]), alone, "{file} {region}");
        }
    }
}

#[test]
fn an_unknown_region_lists_those_that_there_are() {
    for args in [
        vec!["regions", "nergens"],
        vec!["assess", "x.json", "--region", "nergens"],
        vec!["regions", "rotterdam", "--diff", "nergens"],
    ] {
        let file = small();
        let args: Vec<&str> =
            args.into_iter().map(|arg| if arg == "x.json" { file.as_str() } else { arg }).collect();
        let ran = afweging(&args);
        assert_eq!(ran.code, 2);
        for region in Region::all() {
            assert!(ran.err.contains(region.id()), "{}", ran.err);
        }
    }
}

#[test]
fn the_list_names_every_region_in_both_forms() {
    let (text, json) = (afweging(&["regions"]), afweging(&["regions", "--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let regions = Region::all();
    assert_eq!(json.as_array().unwrap().len(), regions.len());
    for (region, row) in regions.iter().zip(json.as_array().unwrap()) {
        assert_eq!((row["id"].as_str(), row["hash"].as_str()), (Some(region.id()), Some(region.hash())));
        assert!(text.out.contains(&format!("({})", region.id())), "{}", text.out);
    }
}

#[test]
fn a_description_holds_every_name_that_the_overlay_holds() {
    for region in Region::all() {
        for lang in ["nl", "en"] {
            let ran = afweging(&["regions", region.id(), "--lang", lang]);
            assert_eq!(ran.code, 0, "{}", ran.err);
            let flat = ran.out.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            let label = |it: &afweging::Labels| {
                if lang == "nl" { it.nl.to_lowercase() } else { it.en.to_lowercase() }
            };
            let bodies = region.organisations().iter().map(|it| &it.labels);
            let teams = region.teams().iter().map(|it| &it.labels);
            let tables = region.tables().iter().map(|it| &it.labels);
            let routes = region.routes().iter().map(|it| &it.labels);
            let contacts = region.contacts().iter().map(|it| &it.labels);
            let meetings = region.meetings().iter().map(|it| &it.labels);
            let agreements = region.agreements().iter().map(|it| &it.labels);
            let goals = region.goals().iter().map(|it| &it.labels);
            let figures = region.figures().iter().flat_map(|it| [&it.labels, &it.caveat]);
            let municipalities = region.municipalities().iter().flat_map(|it| [&it.labels, &it.start]);
            let names = region.measures().iter().filter_map(|it| match &it.labels {
                Said::Said(labels) => Some(labels),
                Said::NotSaid => None,
            });
            let all = bodies.chain(teams).chain(tables).chain(routes).chain(contacts).chain(meetings);
            for labels in all.chain(agreements).chain(goals).chain(figures).chain(municipalities).chain(names)
            {
                assert!(flat.contains(&label(labels)), "{} {lang}: {}\n{flat}", region.id(), label(labels));
            }
        }
        let json = afweging(&["regions", region.id(), "--format", "json"]);
        assert_eq!(json.out, region.to_json() + "\n");
    }
}

#[test]
fn a09_the_figure_of_zaanstad_is_told_as_a_share_and_without_a_cause() {
    let ran = afweging(&["regions", "zaanstreek-waterland"]);
    assert!(ran.out.contains("29 van 195 (14,9 %)"), "{}", ran.out);
    assert!(ran.out.contains("Waardoor het er zoveel zijn"), "{}", ran.out);
    let ran = afweging(&["regions", "zaanstreek-waterland", "--lang", "en"]);
    assert!(ran.out.contains("29 of 195 (14.9 %)"), "{}", ran.out);
}

#[test]
fn a_region_out_of_a_file_is_held_against_the_law() {
    let scratch = Scratch::folder("region");
    let folder = crate::path("../../tests/broken/regions");
    let broken = std::fs::read_to_string(folder.join("court-by-mandate.toml")).unwrap();
    let file = scratch.file("broken.toml", &broken);
    for args in [vec!["regions", file.as_str()], vec!["assess", &small(), "--region", file.as_str()]] {
        let ran = afweging(&args);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("AFW-PACK-041") && ran.err.contains("BW1 265b(1)"), "{}", ran.err);
    }
    let sound = scratch.file("sound.toml", broken.split("[[mandate]]").next().unwrap());
    let ran = afweging(&["assess", &small(), "--region", &sound]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("Regio: Voorbeeldregio (voorbeeld)"), "{}", ran.out);
    let missing = afweging(&["regions", &format!("{}.gone.toml", scratch.path())]);
    assert_eq!(missing.code, 2);
}

#[test]
fn two_regions_are_told_apart() {
    let ran = afweging(&["regions", "foodvalley", "--diff", "midden-holland"]);
    for told in ["aanbod M09", "niet aangeboden", "naam M09", "Jeugdlink"] {
        assert!(ran.out.contains(told), "{told}: {}", ran.out);
    }
    let same = afweging(&["regions", "foodvalley", "--diff", "foodvalley"]);
    assert!(same.out.contains("Geen verschil"), "{}", same.out);
    let json = afweging(&["regions", "foodvalley", "--diff", "midden-holland", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert!(json.as_array().unwrap().iter().any(|it| it["part"] == "offer" && it["id"] == "M09"));
}
