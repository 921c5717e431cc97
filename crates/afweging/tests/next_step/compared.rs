//! How options compare, dimension by dimension, and what is compared with what.

use afweging::{Compared, Comparison, Dimension, Extent, PersonId, Said};
use serde_json::json;

use crate::story::step;
use crate::{ON, option, story};

#[test]
fn each_option_says_how_it_compares() {
    let assessment = story().propose("ots", "M16").assess(ON);
    let ots = step(&assessment, "ots");
    let help = option(&ots.candidates, "(M02)");
    let Compared::Exactly(Comparison::Lighter { on }) = &help.compares else { panic!("{:?}", help.compares) };
    assert!(on.contains(&Dimension::Authority) && on.contains(&Dimension::Coercion), "{on:?}");
    assert!(
        help.comparison.nl.starts_with("lichter op gezag") && help.comparison.nl.ends_with(", verder gelijk")
    );
    assert!(
        help.comparison.en.starts_with("lighter on authority")
            && help.comparison.en.ends_with(", equal on all else")
    );
    assert!(option(&ots.candidates, "niets meer doen").compares.is_lighter());
}

#[test]
fn what_is_lighter_on_one_and_heavier_on_another_is_said_to_be_neither() {
    let named = story().propose("ots", "M16").then(
        "alternative_named",
        json!({ "alternative": "a", "step": "ots", "option": { "measure": { "measure": "M13" } } }),
    );
    let assessment = named.assess(ON);
    let ban = option(&step(&assessment, "ots").candidates, "(M13)");
    assert!(matches!(ban.compares, Compared::Exactly(Comparison::Incomparable { .. })), "{:?}", ban.compares);
    assert!(ban.comparison.nl.starts_with("niet te vergelijken: zwaarder op"), "{}", ban.comparison.nl);
    assert!(ban.comparison.nl.contains("eigen huis"), "{}", ban.comparison.nl);
}

#[test]
fn a_placement_that_is_not_said_leaves_the_comparison_open() {
    let named = |placement: serde_json::Value| {
        let mut measure = json!({ "measure": "M22" });
        if !placement.is_null() {
            measure["placement"] = placement;
        }
        let placed = story()
            .then(
                "step_proposed",
                json!({ "step": "plek", "measure": "M22", "placement": "foster", "about": "kind", "proposed_by": "lt" }),
            )
            .then("alternative_named", json!({ "alternative": "a", "step": "plek", "option": { "measure": measure } }));
        let assessment = placed.assess(ON);
        let named =
            step(&assessment, "plek").candidates.iter().find(|it| it.why == afweging::Why::Named).unwrap();
        (named.compares.clone(), named.comparison.clone())
    };
    let (compares, words) = named(serde_json::Value::Null);
    assert!(matches!(compares, Compared::DependsOnPlacement { .. }), "{compares:?}");
    assert!(words.en.starts_with("depends on the placement"), "{words:?}");
    assert!(named(json!("network_foster")).0.is_lighter());
    assert!(named(json!("residential")).0.is_heavier());
}

#[test]
fn own_words_are_not_measured() {
    let named = story().propose("ots", "M16").then(
        "alternative_named",
        json!({ "alternative": "a", "step": "ots", "option": { "own_words": { "text": "een week bij oma" } } }),
    );
    let assessment = named.assess(ON);
    assert_eq!(option(&step(&assessment, "ots").candidates, "een week").compares, Compared::NotMeasured);
}

#[test]
fn days_and_people_order_steps_of_one_measure() {
    let person = |id: &str| PersonId::new(id).unwrap();
    let of = |days: i64, people: &[&str]| Extent {
        days: Said::Said(days),
        people: Said::Said(people.iter().map(|id| person(id)).collect()),
    };
    assert!(of(90, &["kind"]).is_lighter(&of(365, &["kind"])));
    assert!(of(90, &["kind"]).is_lighter(&of(90, &["kind", "vader"])));
    assert!(!of(90, &["kind", "vader"]).is_lighter(&of(365, &["kind"])), "shorter, and for more people");
    assert!(!of(90, &["kind"]).is_lighter(&of(90, &["kind"])));
    let silent = Extent { days: Said::Said(1), people: Said::NotSaid };
    assert!(!silent.is_lighter(&of(365, &["kind"])), "silence orders nothing");
}
