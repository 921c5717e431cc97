//! The questions to the authority map that need no row of the Dutch pack: what changed, who may in a dossier, which way
//! there is, what is missing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

use std::collections::BTreeSet;

use afweging::{AuthorityMap, Grant, GrantChange, Pack};

fn map() -> AuthorityMap {
    AuthorityMap::of(&Pack::nl().unwrap())
}

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
        map.diff(days[0], days[0]).len() + map.diff_with(days[0], &map, days[0]).len(),
        0,
        "a day does not differ from itself"
    );
}

/// A scenario of other law is compared as a map of its own: here one in which nobody but the Council asks.
#[test]
fn another_map_is_compared_with_the_law_in_force() {
    let text = include_str!("../packs/nl/authority/2015-01-01.toml").replacen(
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
    assert!(matches!(&changes[0], GrantChange::Removed(grant) if grant.cite.to_string() == "BW1 257(1)"));
}

fn pack_files() -> Vec<(String, String)> {
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
