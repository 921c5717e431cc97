//! Twins: one input of a ruling changed, and exactly one of the three gates answers differently: the one that the model
//! predicts. A record's `met` can be the answer itself; that a change moves the right gate and no other cannot.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the helpers of a test may fail as loudly as the test itself"
)]

mod twin;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use afweging::{Code, Pack, Says};
use afweging_rulings::{Answer, RulingGate, Seen, assess_gates, read_dir};
use twin::{Effect, twins};

/// The findings that fail a gate.
fn failed(seen: &Seen) -> BTreeSet<&(Says, Code, String)> {
    seen.findings.iter().filter(|(says, _, _)| *says == Says::Failed).collect()
}

#[test]
fn each_change_moves_the_gate_that_the_model_predicts_and_no_other() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/rulings");
    let rulings = read_dir(dir).expect("the rulings read");
    let pack = Pack::nl().expect("the pack reads");
    let mut made: BTreeMap<&str, usize> = BTreeMap::new();
    for ruling in &rulings {
        let before = assess_gates(&ruling.input, &pack).expect("the ruling maps");
        for twin in twins(&ruling.input, &pack) {
            let name = format!("{}: {}", ruling.id, twin.what);
            let after = assess_gates(&twin.input, &pack).expect(&name);
            for gate in RulingGate::ALL {
                let (was, is) = (&before[&gate], &after[&gate]);
                if gate == twin.gate {
                    moved(&name, twin.effect, was, is);
                    continue;
                }
                assert_eq!(was.answer, is.answer, "{name}: {gate:?} answers differently");
                assert_eq!(failed(was), failed(is), "{name}: {gate:?} fails differently");
                // What must be there besides depends on who asks; nothing else may move at all.
                if twin.kind != "requester" {
                    assert_eq!(was.findings, is.findings, "{name}: {gate:?} finds differently");
                }
            }
            *made.entry(twin.kind).or_default() += 1;
        }
    }
    let total: usize = made.values().sum();
    println!("{total} twins: {made:?}");
    assert!(total >= 150, "only {total} twins");
    assert_eq!(made.len(), 6, "every kind of change is made: {made:?}");
}

fn moved(name: &str, effect: Effect, was: &Seen, is: &Seen) {
    let (before, after) = (failed(was), failed(is));
    match effect {
        Effect::Fails => {
            assert_eq!(is.answer, Answer::False, "{name}");
            assert!(after.difference(&before).next().is_some(), "{name}: no new defect");
        }
        Effect::Lifts => {
            assert!(before.difference(&after).next().is_some(), "{name}: no defect was lifted");
            assert!(after.is_subset(&before), "{name}: a new defect");
        }
        Effect::Asks => {
            assert_ne!(was.findings, is.findings, "{name}: nothing moved");
            assert_eq!(before, after, "{name}: a defect came or went");
        }
    }
}
