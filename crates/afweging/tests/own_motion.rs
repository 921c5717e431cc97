//! A court decides on what it is asked; of its own motion it names the article.

#![allow(clippy::expect_used, reason = "the helpers of a test may fail as loudly as the test itself")]

use afweging::{
    Code, Decided, Dossier, Event, Gate, GateOutcome, MeasureId, NewEntry, Outcome, Pack, Person, PersonId,
    Proposal, Role, Said, StepDetails, StepId, assess,
};

/// Gate 1 of a supervision order that a judge both proposed and granted, with nobody who asked.
fn authority(ex_officio: Said<String>) -> (GateOutcome, Vec<Code>) {
    let day = "2025-03-01";
    let id = |text: &str| PersonId::new(text).expect("an id");
    let step = StepId::new("s1").expect("an id");
    let mut dossier = Dossier::new("d1");
    let mut record = |event: Event| {
        let entry = NewEntry {
            recorded: "2025-03-01T12:00:00Z".parse().expect("an instant"),
            occurred: day.parse().expect("a day"),
            by: id("judge"),
            door: Default::default(),
            event,
            salt: String::new(),
        };
        dossier.record(entry).expect("it is coherent");
    };
    for (person, role) in [("judge", Role::ChildrensJudge), ("child", Role::Child)] {
        record(Event::PersonAdded(Person { person: id(person), role, birth: Default::default() }));
    }
    record(Event::StepProposed(Proposal {
        step: step.clone(),
        measure: MeasureId::new("M16").expect("an id"),
        placement: Said::NotSaid,
        about: id("child"),
        proposed_by: id("judge"),
        from: Said::NotSaid,
        until: Said::NotSaid,
        extends: Said::NotSaid,
        ends: Said::NotSaid,
        details: StepDetails::default(),
    }));
    record(Event::Decided(Decided {
        step: step.clone(),
        decider: id("judge"),
        outcome: Outcome::Granted,
        until: Said::NotSaid,
        ex_officio,
        why: Said::NotSaid,
    }));
    let pack = Pack::nl().expect("the pack reads");
    let assessment = assess(&dossier, &pack, day.parse().expect("a day"));
    let gate = assessment.step(&step).and_then(|it| it.gate(Gate::Authority)).expect("the gate");
    (gate.outcome, gate.findings.iter().map(|finding| finding.code).collect())
}

#[test]
fn a_court_that_nobody_asked_does_not_pass_for_who_asks() {
    assert_eq!(authority(Said::NotSaid), (GateOutcome::Unknown, vec![Code::RequesterUnknown]));
}

#[test]
fn of_its_own_motion_it_names_the_article() {
    assert_eq!(authority(Said::Said("BW1 255(5)".to_owned())), (GateOutcome::Passed, vec![]));
}
