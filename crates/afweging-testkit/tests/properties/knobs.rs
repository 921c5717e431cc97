//! The strategies yield what they say, for any seeds, and shrink.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{Dossier, Event, MeasureId};
use afweging_testkit::{Fault, Histories};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use crate::config;

fn has(dossier: &Dossier, is: fn(&Event) -> bool) -> bool {
    dossier.entries().iter().any(|entry| is(&entry.event))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases.div_ceil(4), ..config() })]

    #[test]
    fn what_a_knob_says_is_in_every_history(seeds in prop::collection::vec(any::<u64>(), 60..90)) {
        let build = |histories: Histories| histories.build(&seeds);
        let supervision = MeasureId::new("M16").unwrap();
        let plain = Histories::new().without_corrections().without_redactions();
        let in_force = build(plain.in_force(supervision.clone()).with_dissent());
        prop_assert!(has(&in_force, |it| matches!(it, Event::Diverged(_))));
        prop_assert!(!has(&in_force, |it| matches!(it, Event::Corrected(_) | Event::Redacted(_))));
        prop_assert!(has(&build(Histories::new().with_sealed_views()), |it| matches!(it, Event::ViewSealed(_))));
        let carried_out: BTreeSet<_> = in_force
            .entries()
            .iter()
            .filter_map(|entry| match &entry.event {
                Event::Started(started) => Some(&started.step),
                _ => None,
            })
            .collect();
        prop_assert!(carried_out.iter().any(|step| in_force.steps()[*step].proposal.what.measure == supervision));
        let people = build(Histories::new().people_alone());
        prop_assert!(people.people().iter().count() > 1);
        prop_assert!(people.steps().is_empty() && people.statements().is_empty());
    }

    #[test]
    fn one_fault_is_refused_at_its_place_and_the_rest_is_sound(
        faulty in Histories::new().without_redactions().with_one_fault(),
    ) {
        let refused = Dossier::replay(faulty.sound.id(), faulty.entries()).err();
        prop_assert_eq!(refused.map(|(place, _)| place), Some(faulty.place));
        prop_assert!(Dossier::replay(faulty.sound.id(), Vec::from(faulty.sound.dossier())).is_ok());
    }

    #[test]
    fn a_cohort_has_its_size_and_no_dossier_twice(cohort in Histories::new().with_length(0..12).cohort(0..6)) {
        let ids: BTreeSet<&str> = cohort.iter().map(|history| history.id()).collect();
        prop_assert!(cohort.len() < 6);
        prop_assert_eq!(ids.len(), cohort.len());
    }

    #[test]
    fn a_walk_never_stands_still(first in any::<u64>(), seeds in prop::collection::vec(any::<u64>(), 0..60)) {
        let mut walk = Histories::new().walk(first);
        for seed in seeds {
            let before = walk.dossier().len();
            let recorded = walk.go(seed).len();
            prop_assert!(recorded > 0, "nothing came after {}", walk.dossier().to_json());
            prop_assert_eq!(walk.dossier().len(), before + recorded);
        }
        prop_assert!(walk.dossier().verify().is_ok());
    }
}

#[test]
fn every_fault_occurs() {
    let mut runner = TestRunner::new(config());
    let mut seen: BTreeMap<Fault, u32> = BTreeMap::new();
    let faults = Histories::new().with_one_fault();
    for _ in 0..80 {
        *seen.entry(faults.new_tree(&mut runner).unwrap().current().fault).or_default() += 1;
    }
    assert_eq!(seen.len(), Fault::ALL.len(), "{seen:?}");
}

/// Shrinks as far as a test that always fails lets it.
fn shrunk<S: Strategy>(strategy: S, fails: impl Fn(&S::Value) -> bool) -> S::Value {
    let mut runner = TestRunner::new(config());
    let mut tree = (0..200)
        .map(|_| strategy.new_tree(&mut runner).unwrap())
        .find(|tree| fails(&tree.current()))
        .expect("some case fails");
    let mut least = tree.current();
    for _ in 0..600 {
        let goes_on = if fails(&tree.current()) {
            least = tree.current();
            tree.simplify()
        } else {
            tree.complicate()
        };
        if !goes_on {
            break;
        }
    }
    least
}

#[test]
fn what_fails_shrinks() {
    let history = shrunk(Histories::new().with_length(30..70).strategy(), |history| history.len() > 29);
    assert!(history.seeds().len() <= 31, "{} seeds", history.seeds().len());
    let faulty = shrunk(Histories::new().with_one_fault(), |faulty| faulty.fault == Fault::ByNobody);
    assert!(faulty.sound.seeds().len() <= 2 && faulty.place == 0, "{faulty:?}");
    let cohort = shrunk(Histories::new().cohort(1..9), |cohort| cohort.len() > 2);
    assert!(cohort.len() == 3 && cohort.iter().all(|history| history.seeds().is_empty()), "{}", cohort.len());
}
