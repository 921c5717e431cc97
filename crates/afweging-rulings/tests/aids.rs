//! The aids over the published rulings: records of courts, in which nobody noted a plan, a view of professionals or a talk.
//! What an aid says there it says out of silence, so this counts how loud that is.

#![allow(clippy::expect_used, clippy::arithmetic_side_effects, reason = "a test may fail loudly")]

use std::collections::BTreeMap;
use std::path::Path;

use afweging::{Code, Pack, assess};
use afweging_rulings::{mapping, read_dir};

/// Aids that ask for what a step, its review, its plan or the choice says of itself, of which a record of a ruling says
/// nothing; and three that follow from how a record becomes a dossier: asked for on the day of the ruling, facts of which no
/// source is told, and steps granted the day before of which no record says that they began.
const OUT_OF_SILENCE: &[Code] = &[
    Code::AidAlone,
    Code::AidNoAlternative,
    Code::AidNoStop,
    Code::AidNoEffect,
    Code::AidNoMindChange,
    Code::AidNoPlanB,
    Code::AidMissingPerspective,
    Code::AidHearsay,
    Code::AidHaste,
    Code::AidFollowUp,
    Code::AidNoExpectation,
    Code::AidNoRepair,
    Code::AidPointsEmpty,
    Code::AidReturnPlan,
    Code::AidWaitsAddUp,
];

#[test]
fn what_reads_words_order_or_evidence_is_silent_where_a_ruling_records_none() {
    let pack = Pack::nl().expect("the pack reads");
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/rulings");
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    let mut sentences = Vec::new();
    let mut steps = 0;
    for ruling in read_dir(dir).expect("the rulings read") {
        let Some(at) = ruling.input.date.days(&pack).last().copied() else { continue };
        let Ok(mapped) = mapping::map(&ruling.input, &pack, at) else { continue };
        let assessment = assess(&mapped.dossier, &pack, at);
        steps += assessment.steps.len();
        for aid in assessment.all_findings().filter(|it| it.code.as_str().starts_with("AFW-AID-")) {
            *counts.entry(aid.code).or_default() += 1;
            if !OUT_OF_SILENCE.contains(&aid.code) {
                sentences.push(format!("{} {} {}", ruling.id, aid.code, aid.sentence.nl));
            }
        }
    }
    println!("{steps} steps: {counts:?}\n{}", sentences.join("\n"));
    assert!(steps > 60, "the rulings are read");
    assert!(sentences.is_empty(), "too loud:\n{}", sentences.join("\n"));
}
