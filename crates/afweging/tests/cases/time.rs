//! Law and terms in time.

use afweging::{AuthorityMap, Gate, ProvisionKind, TermKind};
use serde_json::json;

use crate::story::{Story, step};
use crate::{day, measure, pack};

#[test]
fn pitfall_14_a_provisional_order_takes_nothing_off_the_year() {
    let until = |last: &str| {
        let story = Story::of_a_child("2016-05-01", "2025-01-10")
            .propose("vots", "M15")
            .granted("vots", "raad")
            .then("started", json!({ "step": "vots" }))
            .on("2025-04-01")
            .then(
                "step_proposed",
                json!({ "step": "ots", "measure": "M16", "about": "kind", "proposed_by": "lt",
                        "from": "2025-04-01", "until": last }),
            )
            .granted("ots", "raad")
            .then("started", json!({ "step": "ots" }));
        let assessment = story.assess("2025-04-01");
        let term = step(&assessment, "ots").gate(Gate::Term).unwrap();
        term.findings.iter().any(|finding| finding.code == afweging::Code::LongerThanLaw)
    };
    assert!(!until("2026-03-31"), "a whole year from its own day");
    assert!(until("2026-04-01"), "what lasts has its last day one day earlier");
}

#[test]
fn pitfall_32_the_law_of_one_year_is_not_that_of_another() {
    let pack = pack();
    assert_ne!(measure("M27", "2023-12-31").grounds, measure("M27", "2024-01-01").grounds);
    let map = AuthorityMap::of(pack);
    let liberty = afweging::MeasureId::new("M29").unwrap();
    let allowed =
        |on: &str| map.may(afweging::Actor::Provider, afweging::Act::Decide, &liberty, day(on)).is_ok();
    assert!(allowed("2024-01-01"));
    assert!(pack.measure(&liberty, day("2014-12-31")).is_none(), "of 2014 the pack says nothing");
    assert!(measure("M13", "2025-01-01").terms_of(TermKind::Maximum).next().is_some());
}

#[test]
fn pitfall_33_which_municipality_follows_from_the_law_of_the_day() {
    let rule = |on: &str| {
        let mut rules = pack()
            .provisions(day(on))
            .iter()
            .filter(|provision| provision.kind == ProvisionKind::CompetentMunicipality);
        let rule = rules.next().unwrap();
        assert!(rules.next().is_none(), "one rule on {on}");
        rule.labels.en.clone()
    };
    assert!(rule("2021-12-31").contains("holder of authority"), "{}", rule("2021-12-31"));
    assert!(rule("2022-01-01").contains("registered"), "{}", rule("2022-01-01"));
    assert!(rule("2022-01-01").contains("directly before"), "not where the child sleeps now");
}
