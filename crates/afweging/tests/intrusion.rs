//! The order of intrusiveness of the Dutch pack: the pairs that the law makes clear, the pairs that must stay
//! incomparable, and the candidates that follow.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

use afweging::{
    Burdened, CandidateClass, CandidateReason, Comparison, Dimension, Lattice, MeasureId, Pack, Placed,
    PlacementId, Vector, candidate_classes, compare,
};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2025-01-01")
}

/// `M22`, or `M22:foster`.
fn placed(text: &str) -> Placed {
    match text.split_once(':') {
        None => (MeasureId::new(text).unwrap(), None),
        Some((measure, placement)) => {
            (MeasureId::new(measure).unwrap(), Some(PlacementId::new(placement).unwrap()))
        }
    }
}

fn name((measure, placement): &Placed) -> String {
    match placement {
        None => measure.to_string(),
        Some(placement) => format!("{measure}:{placement}"),
    }
}

fn vector(pack: &Pack, text: &str) -> Vector {
    let (measure, placement) = placed(text);
    let measure = pack.measure(&measure, today()).unwrap();
    match measure.vectors(placement.as_ref()).as_slice() {
        [vector] => (*vector).clone(),
        vectors => panic!("{text} has {} vectors", vectors.len()),
    }
}

#[test]
fn a_comparison_says_where() {
    let pack = Pack::nl().unwrap();
    let found = compare(&vector(&pack, "M22:foster"), &vector(&pack, "M16"));
    assert_eq!(found, Comparison::Heavier { on: vec![Dimension::Living] });
    let found = compare(&vector(&pack, "M04"), &vector(&pack, "M02"));
    assert_eq!(
        found,
        Comparison::Incomparable {
            lighter_on: vec![Dimension::Authority, Dimension::Persons],
            heavier_on: vec![Dimension::Persons]
        }
    );
}

#[test]
fn the_house_ban_burdens_an_adult_and_leaves_the_child_at_home() {
    let pack = Pack::nl().unwrap();
    let ban = pack.measure(&MeasureId::new("M13").unwrap(), today()).unwrap();
    assert!(ban.burdened.contains(&Burdened::AdultInHome));
    assert_eq!((ban.vector.living, ban.vector.home, ban.vector.authority), (0, 1, 0));
}

fn classes(pack: &Pack, of: &str) -> Vec<CandidateClass> {
    let (measure, placement) = placed(of);
    candidate_classes(pack, &measure, placement.as_ref(), today())
}

/// The members of the classes that are strictly lighter.
fn lighter(pack: &Pack, of: &str) -> Vec<Vec<String>> {
    classes(pack, of)
        .iter()
        .filter(|class| matches!(class.why, CandidateReason::StrictlyLighter { .. }))
        .map(|class| class.members.iter().map(name).collect())
        .collect()
}

#[test]
fn one_question_per_class_of_lighter_measures() {
    let pack = Pack::nl().unwrap();
    assert_eq!(lighter(&pack, "M16"), [["M01"], ["M02"], ["M05"]]);
    assert_eq!(
        lighter(&pack, "M22:foster"),
        vec![
            vec!["M01"],
            vec!["M02"],
            vec!["M05"],
            vec!["M14:network_foster"],
            vec!["M14:foster"],
            vec!["M15", "M16", "M17", "M18"],
            vec!["M22:other_parent", "M23:other_parent", "M25:other_parent"],
            vec!["M22:network_foster", "M23:network_foster", "M25:network_foster"],
        ]
    );
    assert_eq!(lighter(&pack, "M13"), [["M01"], ["M04"]]);
    assert!(lighter(&pack, "M02") == [["M01"]]);
    for procedure in ["M06", "M08", "M10", "M11", "M12"] {
        assert_eq!(lighter(&pack, procedure), [["M03"]], "{procedure}: would advice make it clear enough?");
    }
    for alone in ["M29:closed", "M31:home", "M33:network_foster"] {
        assert_eq!(
            lighter(&pack, alone),
            Vec::<Vec<String>>::new(),
            "{alone} is for what nothing else is for"
        );
    }
    let closed = lighter(&pack, "M27:closed");
    for expected in ["M02", "M14:residential", "M16", "M22:residential", "M26:home"] {
        assert!(closed.iter().flatten().any(|member| member == expected), "{expected}");
    }
}

#[test]
fn nothing_ending_and_procedure_are_never_among_them() {
    let pack = Pack::nl().unwrap();
    for measure in pack.measures(today()) {
        for class in candidate_classes(&pack, &measure.id, None, today()) {
            for (member, _) in class.members {
                let never = ["M00", "M06", "M07", "M08", "M09", "M10", "M11", "M12", "M34"];
                assert!(!never.contains(&member.as_str()), "{} {member}", measure.id);
            }
        }
    }
}

#[test]
fn while_the_placement_is_not_said_a_candidate_is_lighter_than_every_placement() {
    let pack = Pack::nl().unwrap();
    assert_eq!(
        lighter(&pack, "M22"),
        vec![vec!["M01"], vec!["M02"], vec!["M05"], vec!["M15", "M16", "M17", "M18"]]
    );
}

#[test]
fn other_law_and_what_the_statute_prefers_are_asked_as_well() {
    let pack = Pack::nl().unwrap();
    let adjacent: Vec<String> = classes(&pack, "M16")
        .into_iter()
        .filter_map(|class| match class.why {
            CandidateReason::Adjacent { id, .. } if class.members.is_empty() => Some(id),
            _ => None,
        })
        .collect();
    assert_eq!(
        adjacent,
        ["bw1-251a", "bw1-253a", "bw1-377a", "compulsory-education", "criminal-contact-ban"]
    );
    let preferred = pack.measure(&MeasureId::new("M22").unwrap(), today()).unwrap().prefers.clone();
    assert_eq!(preferred.len(), 1);
    let asked: Vec<_> = lighter(&pack, "M22:residential").into_iter().flatten().collect();
    for placement in &preferred[0].placements {
        assert!(asked.contains(&format!("M22:{placement}")), "the preferred are lighter, and asked once");
    }
}

#[test]
fn what_the_pack_does_not_have_has_no_candidates() {
    let pack = Pack::nl().unwrap();
    assert!(classes(&pack, "M99").is_empty());
    assert!(lighter(&pack, "M22:moon").is_empty());
    assert!(candidate_classes(&pack, &MeasureId::new("M16").unwrap(), None, day("2014-01-01")).is_empty());
}

#[test]
fn the_least_intrusive_are_a_set() {
    let pack = Pack::nl().unwrap();
    let lattice = Lattice::of(&pack, today());
    let least = |set: &[&str]| -> Vec<String> {
        let set: Vec<_> = set.iter().map(|text| placed(text)).collect();
        lattice.minimal(&set).iter().map(name).collect()
    };
    assert_eq!(least(&["M22:foster", "M16", "M13", "M14:foster"]), ["M16", "M13", "M14:foster"]);
    assert_eq!(least(&["M22:residential", "M22:foster"]), ["M22:foster"]);
    assert_eq!(least(&["M15", "M16"]), ["M15", "M16"], "equally intrusive: both stay");
    assert_eq!(least(&["M22", "M16"]), ["M16"], "whatever the placement");
    assert_eq!(
        least(&["M22", "M14:network_foster"]),
        ["M22", "M14:network_foster"],
        "it may be the other parent"
    );
    assert_eq!(least(&["M99", "M00"]), ["M99", "M00"], "unknown is comparable with nothing");
    assert!(least(&[]).is_empty());
}
