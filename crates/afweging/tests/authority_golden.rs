//! The whole authority map as one table: who may do what to which measure, from when until when, by which article.
//!
//! `tests/golden/authority.nl.txt` holds every entry of the Dutch pack, one line each, so that a change of the law shows as a diff
//! of lines. What stands on no line is refused, and the refusal names exactly who may instead. `AFWEGING_BLESS=1` writes the
//! table anew: read its diff against the law before it is committed.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use afweging::{Act, Actor, AuthorityMap, Grant, GrantCondition, MeasureId, Pack};
use chrono::NaiveDate;

const ACTS: [Act; 12] = [
    Act::Inform,
    Act::Advise,
    Act::Consult,
    Act::Investigate,
    Act::Request,
    Act::Decide,
    Act::Execute,
    Act::Consent,
    Act::BeHeard,
    Act::Object,
    Act::Appeal,
    Act::Supervise,
];

const HEAD: &str = "\
# Who may do what to which measure: every entry of the Dutch law pack, by crates/afweging/tests/authority_golden.rs.
# What has no line is not allowed. Sorted by measure, act, standing and actor; `from` is the first day, `until` the first day on
# which it no longer holds. The mark says how sure the article is: docs/src/decisions/0007-what-the-marks-mean.md.
# The first version of this table was read against the reference, row by row, on 2026-11-22. Who changes it does that again.
";

fn word<T: serde::Serialize>(word: &T) -> String {
    serde_json::to_string(word).unwrap().replace('"', "")
}

fn condition(condition: &GrantCondition) -> String {
    serde_json::to_string(condition).unwrap().replace(['"', '{', '}'], "").replace(':', " ")
}

/// One line without its days: measure, act, standing, actor, article, mark, conditions.
type Line = [String; 7];

fn line(grant: &Grant, place: (usize, usize)) -> ((usize, usize), Line) {
    let conditions: Vec<_> = grant.conditions.iter().map(condition).collect();
    let line = [
        grant.measure.to_string(),
        word(&grant.act),
        word(&grant.standing),
        word(&grant.actor),
        grant.cite.to_string(),
        word(&grant.cite.certainty),
        conditions.join("; "),
    ];
    (place, line)
}

/// Each line with the days on which it begins and ends, where two states of the law that are alike are one.
fn intervals(pack: &Pack) -> Vec<(Line, NaiveDate, Option<NaiveDate>)> {
    let act = |grant: &Grant| ACTS.iter().position(|act| *act == grant.act).unwrap();
    let days: Vec<_> = pack.changes().collect();
    let mut open: BTreeMap<(String, (usize, usize), Line), NaiveDate> = BTreeMap::new();
    let mut done = Vec::new();
    for on in &days {
        let now: BTreeSet<_> = pack
            .grants(*on)
            .iter()
            .map(|grant| line(grant, (act(grant), grant.standing as usize)))
            .map(|(place, line)| (line[0].clone(), place, line))
            .collect();
        open.retain(|key, from| {
            let goes_on = now.contains(key);
            if !goes_on {
                done.push((key.clone(), *from, Some(*on)));
            }
            goes_on
        });
        for key in now {
            open.entry(key).or_insert(*on);
        }
    }
    done.extend(open.into_iter().map(|(key, from)| (key, from, None)));
    done.sort();
    done.into_iter().map(|((_, _, line), from, until)| (line, from, until)).collect()
}

fn table(pack: &Pack) -> String {
    let rows: Vec<Vec<String>> = intervals(pack)
        .into_iter()
        .map(|([measure, act, standing, actor, article, mark, conditions], from, until)| {
            let until = until.map_or_else(|| "-".to_owned(), |day| day.to_string());
            vec![measure, act, standing, actor, from.to_string(), until, article, mark, conditions]
        })
        .collect();
    let names = ["measure", "act", "standing", "actor", "from", "until", "article", "mark", "only if"];
    let rows: Vec<Vec<String>> = std::iter::once(names.map(str::to_owned).to_vec()).chain(rows).collect();
    let widths: Vec<usize> =
        (0..names.len()).map(|column| rows.iter().map(|row| row[column].len()).max().unwrap()).collect();
    let mut text = HEAD.to_owned();
    for row in rows {
        let cells: Vec<_> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}

#[test]
fn the_authority_map_is_the_committed_table() {
    let path = format!("{}/../../tests/golden/authority.nl.txt", env!("CARGO_MANIFEST_DIR"));
    let found = table(&Pack::nl().unwrap());
    if std::env::var_os("AFWEGING_BLESS").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    let (is, was): (BTreeSet<_>, BTreeSet<_>) = (found.lines().collect(), committed.lines().collect());
    let (new, gone): (Vec<_>, Vec<_>) = (is.difference(&was).collect(), was.difference(&is).collect());
    assert!(
        found == committed,
        "the map is not the committed table; read the change against the law, then AFWEGING_BLESS=1\nnew: {new:#?}\ngone: {gone:#?}"
    );
}

#[test]
fn what_is_on_no_line_is_refused_with_exactly_who_may() {
    let pack = Pack::nl().unwrap();
    let map = AuthorityMap::of(&pack);
    let mut measures: Vec<_> = (0..=34).map(|nth| MeasureId::new(format!("M{nth:02}")).unwrap()).collect();
    measures.push(MeasureId::new("M99").unwrap());
    let mut days: Vec<NaiveDate> = pack.changes().collect();
    days.push(pack.first_state().pred_opt().unwrap());
    let (mut allowed, mut refused) = (0, 0);
    for on in days {
        let mut listed: BTreeMap<(&MeasureId, Act), Vec<&Grant>> = BTreeMap::new();
        for grant in pack.grants(on) {
            listed.entry((&grant.measure, grant.act)).or_default().push(grant);
        }
        for measure in &measures {
            for act in ACTS {
                let who = listed.get(&(measure, act)).map_or(&[][..], Vec::as_slice);
                for actor in Actor::ALL {
                    let theirs = who.iter().any(|grant| grant.actor == *actor);
                    match map.may(*actor, act, measure, on) {
                        Ok(grant) => {
                            assert!(theirs && grant.actor == *actor, "{actor:?} {act:?} {measure} {on}");
                            allowed += 1;
                        }
                        Err(no) => {
                            assert!(!theirs, "{actor:?} {act:?} {measure} {on}");
                            assert_eq!(no.who_may_instead.iter().collect::<Vec<_>>(), who, "{no}");
                            refused += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(allowed > 1000 && refused > 10 * allowed, "{allowed} allowed, {refused} refused");
}
