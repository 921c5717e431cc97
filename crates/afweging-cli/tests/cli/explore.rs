//! The door to the explorer: on a small pack, for the real law takes its time; its tests are beside the explorer.

use crate::pack::{CITE, sound};
use crate::{Ran, Scratch, afweging};

fn explore(folder: &Scratch, more: &[&str]) -> Ran {
    let pack = folder.path();
    let args = ["explore", "--depth", "1", "--pack", &pack];
    afweging(&[&args, more].concat())
}

/// The small pack, with somebody who carries the help out, so that it has no gap.
fn whole(name: &str, more: &str) -> Scratch {
    let folder = sound(name);
    let grants = [("d", "college", "decide"), ("e", "local_team", "execute")].map(|(id, actor, act)| {
        format!("[[grant]]\nid = \"{id}\"\nactors = [\"{actor}\"]\nacts = [\"{act}\"]\nmeasures = [\"M02\"]\n{CITE}\n")
    });
    folder.file("authority/2015-01-01.toml", &(grants.concat() + more));
    folder
}

#[test]
fn it_says_what_it_looked_at_and_what_it_left_out() {
    let ran = explore(&whole("explored", ""), &[]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    for said in [
        "Niets gevonden dat anders is dan het model bedoelt",
        "120 situaties",
        "P24",
        "Weggelaten",
        "Zetten van verschillende thema’s zijn niet gemengd",
        "hier niet te beslissen",
    ] {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
    assert!(ran.err.contains("geschiedenissen van lengte 1"), "a run says where it is: {}", ran.err);
    assert!(ran.out.lines().all(|line| line.chars().count() <= 100), "{}", ran.out);
}

#[test]
fn what_nobody_meant_ends_with_1() {
    let two = format!(
        "[[grant]]\nid = \"two\"\nactors = [\"mayor\"]\nacts = [\"decide\"]\nmeasures = [\"M02\"]\nconditions = [\"acute_or_own_task\"]\n{CITE}\n"
    );
    let ran = explore(&whole("two-deciders", &two), &["--lang", "en"]);
    assert_eq!(ran.code, 1);
    for said in [
        "of which nobody said that it is meant so",
        "the mayor (article 2.3 Jeugdwet)",
        "Nobody said that this is meant so.",
    ] {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
}

#[test]
fn the_same_bytes_come_out_twice() {
    let folder = whole("twice", "");
    for format in ["text", "html", "json"] {
        let ran = || explore(&folder, &["--format", format]);
        assert_eq!(ran().out, ran().out, "{format}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&explore(&folder, &["--format", "json"]).out).expect("JSON");
    assert_eq!(json["format"], "afweging/exploration/1");
    assert_eq!(json["exploration"]["situations"]["situations"], 120);
    assert_eq!(json["surprises"]["powers"], 0);
}

#[test]
fn the_page_loads_nothing_and_can_be_walked_through() {
    let page = explore(&whole("page", ""), &["--format", "html", "--lang", "en"]).out;
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    for outside in ["http:", "https:", "<script", "src=", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    // Each entry of the contents leads to a section, and each table has a caption and headings.
    for section in [
        "kort",
        "machines",
        "bevoegdheden",
        "situaties",
        "geschiedenissen",
        "doodlopend",
        "eigenschappen",
        "weggelaten",
    ] {
        assert!(page.contains(&format!("<a href=\"#{section}\">")), "{section}");
        assert_eq!(page.matches(&format!("id=\"{section}\"")).count(), 1, "{section}");
    }
    assert_eq!(page.matches("<table>").count(), page.matches("<caption>").count());
    assert!(page.contains("prefers-color-scheme: dark"));
}

#[test]
fn an_unknown_region_or_depth_is_refused() {
    let folder = whole("refused", "");
    let ran = explore(&folder, &["--region", "nergens"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("`nergens`"), "{}", ran.err);
    assert_eq!(afweging(&["explore", "--depth", "40"]).code, 2);
}
