//! Intrusiveness is no ladder.

use std::collections::BTreeSet;

use afweging::{
    Burdened, CandidateReason, Lattice, MeasureKind, PlacementId, Prerequisite, TermKind, candidate_classes,
};

use crate::{day, id, measure, pack};

const ON: &str = "2025-06-01";

#[test]
fn pitfall_01_there_is_no_one_ladder_and_who_is_burdened_shows() {
    let pack = pack();
    let lattice = Lattice::of(pack, day(ON));
    let (ban, supervision, placement) = ((id("M13"), None), (id("M16"), None), (id("M22"), None));
    for (a, b) in [(&ban, &supervision), (&ban, &placement)] {
        assert!(!lattice.is_lighter(a, b) && !lattice.is_lighter(b, a), "{a:?} {b:?}");
    }
    assert_eq!(lattice.minimal(&[ban.clone(), placement.clone()]), [ban, placement], "people choose");
    assert!(measure("M13", ON).burdened.contains(&Burdened::AdultInHome));
    assert!(!measure("M22", ON).burdened.contains(&Burdened::AdultInHome));
}

#[test]
fn pitfall_08_closed_care_is_not_a_placement_one_step_up() {
    let (closed, placement) = (measure("M27", ON), measure("M22", ON));
    assert!(closed.all_grounds().is_disjoint(&placement.all_grounds()), "grounds of its own");
    assert!(closed.requires.is_empty(), "it does not need supervision");
    assert!(closed.counts_as.contains(&id("M22")), "and counts as a placement where there is one");
    let documents = |measure: &afweging::Measure| -> BTreeSet<String> {
        measure.requirements.iter().map(|it| it.id.clone()).collect()
    };
    for own in ["expert-agreement", "lawyer-for-youth"] {
        assert!(documents(&closed).contains(own) && !documents(&placement).contains(own), "{own}");
    }
}

#[test]
fn pitfall_19_two_years_end_nothing_by_themselves() {
    for extended in ["M16", "M17", "M22"] {
        let measure = measure(extended, ON);
        assert!(measure.terms_of(TermKind::MaximumTotal).next().is_none(), "{extended}");
    }
    let termination = measure("M32", ON);
    assert!(termination.requires.is_empty(), "no supervision or placement goes before it by the text");
    assert!(measure("M17", ON).requirements.iter().any(|it| it.id == "raad-advice" && it.after.is_some()));
}

#[test]
fn pitfall_21_a_guardian_of_flesh_and_blood_is_no_heavier_than_termination() {
    let pack = pack();
    let lattice = Lattice::of(pack, day(ON));
    for placement in &measure("M33", ON).placements {
        let place: Option<PlacementId> = Some(placement.id.clone());
        let heavier = lattice.is_lighter(&(id("M32"), place.clone()), &(id("M33"), place.clone()));
        assert!(!heavier, "{place:?}");
    }
    let unplaced = lattice.is_lighter(&(id("M32"), None), &(id("M33"), None));
    assert!(!unplaced);
}

#[test]
fn pitfall_37_neighbouring_law_is_asked_of_a_supervision_order() {
    let adjacent: BTreeSet<String> = candidate_classes(pack(), &id("M16"), None, day(ON))
        .into_iter()
        .filter_map(|class| match class.why {
            CandidateReason::Adjacent { id, .. } => Some(id),
            _ => None,
        })
        .collect();
    for neighbour in ["bw1-253a", "bw1-251a", "bw1-377a", "compulsory-education", "criminal-contact-ban"] {
        assert!(adjacent.contains(neighbour), "{neighbour}: {adjacent:?}");
    }
}

#[test]
fn a_step_in_a_procedure_is_never_a_lighter_alternative() {
    let pack = pack();
    for heavy in ["M16", "M22", "M32"] {
        for class in candidate_classes(pack, &id(heavy), None, day(ON)) {
            for (member, _) in class.members {
                let kind = pack.measure(&member, day(ON)).unwrap().kind;
                assert_eq!(kind, MeasureKind::Protective, "{member} for {heavy}");
            }
        }
    }
    let needs: Vec<Prerequisite> = measure("M22", ON).requires;
    assert_eq!(needs.len(), 1);
}
