//! What changed, what nobody may do, what two may decide alone.

use std::collections::BTreeSet;

use afweging::{Act, AuthorityMap, Gap, GapKind, Grant, GrantChange, Pack};

use crate::case::{DAY, day, map, measure};

fn key(grant: &Grant) -> (String, String) {
    (grant.id.clone(), format!("{:?} {:?} {}", grant.actor, grant.act, grant.measure))
}

/// Taking the changes from one day to the other gives the map of the other day, for every pair of days of the pack.
#[test]
fn a_diff_is_all_that_lies_between_two_days() {
    let pack = Pack::nl().unwrap();
    let map = map();
    let mut days: Vec<_> = pack.changes().collect();
    days.push("2014-12-31".parse().unwrap());
    for from in &days {
        for to in &days {
            let mut now: Vec<Grant> = map.grants(*from).cloned().collect();
            for change in map.diff(*from, *to) {
                match &change {
                    GrantChange::Added(grant) => now.push(grant.clone()),
                    GrantChange::Removed(grant) => now.retain(|it| it != grant),
                    GrantChange::Changed { before, after } => {
                        assert_ne!(before, after);
                        let place = now.iter().position(|it| it == before).unwrap();
                        now[place] = after.clone();
                    }
                }
            }
            let sorted = |grants: Vec<Grant>| -> Vec<_> {
                let mut keyed: Vec<_> = grants.iter().map(|it| (key(it), format!("{it:?}"))).collect();
                keyed.sort();
                keyed
            };
            assert_eq!(sorted(now), sorted(map.grants(*to).cloned().collect()), "{from} {to}");
        }
    }
    assert_eq!(
        map.diff(days[0], days[0]).len() + map.diff_with(days[0], map, days[0]).len(),
        0,
        "a day does not differ from itself"
    );
}

/// A scenario of other law is compared as a map of its own: here one in which nobody but the Council asks.
#[test]
fn another_map_is_compared_with_the_law_in_force() {
    let text = include_str!("../../packs/nl/authority/2015-01-01.toml").replacen(
        "actors = [\"raad\", \"prosecutor\"]",
        "actors = [\"raad\"]",
        1,
    );
    let files = pack_files();
    let other: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, old)| {
            let is_it = name == "authority/2015-01-01.toml";
            (name.as_str(), if is_it { text.as_str() } else { old.as_str() })
        })
        .collect();
    let scenario = AuthorityMap::of(&Pack::from_files(other).unwrap());
    let on = "2025-01-01".parse().unwrap();
    let changes = map().diff_with(on, &scenario, on);
    let told: BTreeSet<_> = changes.iter().map(|change| key(change.grant())).collect();
    assert_eq!(changes.len(), 1, "{told:?}");
    assert!(matches!(&changes[0], GrantChange::Removed(grant) if grant.cite.to_string() == "BW1 257"));
}

pub fn pack_files() -> Vec<(String, String)> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/packs/nl");
    let mut files =
        vec![("pack.toml".to_owned(), std::fs::read_to_string(format!("{root}/pack.toml")).unwrap())];
    for topic in std::fs::read_dir(root).unwrap().map(|it| it.unwrap().path()).filter(|it| it.is_dir()) {
        for file in std::fs::read_dir(&topic).unwrap().map(|it| it.unwrap().path()) {
            let name = format!(
                "{}/{}",
                topic.file_name().unwrap().to_string_lossy(),
                file.file_name().unwrap().to_string_lossy()
            );
            files.push((name, std::fs::read_to_string(&file).unwrap()));
        }
    }
    files
}

/// What nobody may do by the Dutch pack was read: the administrative court, before which an objection to a decision on help
/// ends up, and complaints committees are no actors of the map.
#[test]
fn the_only_gaps_are_objections_that_no_court_of_the_map_rules_on() {
    let gap = |of: &str| Gap { measure: measure(of), act: Act::Object, kind: GapKind::NoAppealCourt };
    assert_eq!(map().gaps(day(DAY)), ["M02", "M04", "M14", "M29"].map(gap));
    assert_eq!(map().gaps(day("2020-01-01")), ["M02", "M04", "M14"].map(gap), "before liberty measures");
}

/// Each way in which a map can have a gap is found when an entry is taken out.
#[test]
fn an_entry_that_is_taken_out_shows_as_a_gap() {
    for (id, gap) in [
        ("supervision-carried-out", ("M16", Act::Execute, GapKind::NoExecutor)),
        ("provisional-guardianship-asked", ("M31", Act::Request, GapKind::NoRequester)),
        ("ban-appeal", ("M13", Act::Appeal, GapKind::NoAppealCourt)),
        // A pack in which nobody decides at all does not load; here a mandate of nobody is left.
        ("ban-imposed", ("M13", Act::Decide, GapKind::MandateWithoutPower)),
        ("ban-imposed", ("M13", Act::Decide, GapKind::NoDecider)),
    ] {
        let gaps = AuthorityMap::of(&pack_without(id)).gaps(day(DAY));
        let (of, act, kind) = gap;
        assert!(gaps.contains(&Gap { measure: measure(of), act, kind }), "{id}: {gaps:?}");
    }
}

/// The pack without one entry of the map.
fn pack_without(id: &str) -> Pack {
    let files = pack_files();
    let cut: Vec<(String, String)> = files
        .into_iter()
        .map(|(name, text)| {
            if !name.starts_with("authority/") {
                return (name, text);
            }
            let named = format!("id = \"{id}\"");
            let kept: Vec<&str> = text.split("[[grant]]").filter(|entry| !entry.contains(&named)).collect();
            (name, kept.join("[[grant]]"))
        })
        .collect();
    Pack::from_files(cut.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap()
}

/// In first instance one court decides on each order, and one body on each decision of the compulsory frame.
#[test]
fn no_two_may_order_the_same() {
    let overlaps = map().overlaps(day(DAY));
    let compulsory: Vec<String> = overlaps
        .iter()
        .filter(|it| it.one.measure.as_str() >= "M13" && it.one.measure.as_str() != "M14")
        .filter(|it| it.one.actor.is_body() && it.other.actor.is_body())
        .map(|it| format!("{} {:?} {:?}", it.one.measure, it.one.actor, it.other.actor))
        .filter(|it| !it.contains("LocalTeam") && !it.contains("College"))
        .collect();
    assert_eq!(
        compulsory,
        ["M33 ChildrensJudge DistrictCourt", "M34 Gi ChildrensJudge"],
        "guardianship goes over by either court, as its route has it; an institution ends a placement, or the judge does"
    );
}
