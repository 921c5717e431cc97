//! A court decides on what it is asked; of its own motion it names the article.

#![allow(clippy::expect_used, reason = "the helpers of a test may fail as loudly as the test itself")]

use afweging::{
    Code, Decided, Dossier, Event, Gate, GateOutcome, MeasureId, NewEntry, Outcome, Pack, Person, PersonId,
    Proposal, Relation, RelationNoted, RequestFiled, Role, Said, StepDetails, StepId, assess,
};

/// What is told of the case besides the judge's order.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    Nothing,
    /// A brother for whom the Council asked the same.
    Brother,
    /// The Council asked for this order.
    Asked,
}

fn id(text: &str) -> PersonId {
    PersonId::new(text).expect("an id")
}

fn proposal(step: &str, about: &str, by: &str) -> Event {
    Event::StepProposed(Proposal {
        step: StepId::new(step).expect("an id"),
        measure: MeasureId::new("M16").expect("an id"),
        placement: Said::NotSaid,
        about: id(about),
        proposed_by: id(by),
        from: Said::NotSaid,
        until: Said::NotSaid,
        extends: Said::NotSaid,
        ends: Said::NotSaid,
        details: StepDetails::default(),
    })
}

fn filed(step: &str) -> Event {
    Event::RequestFiled(RequestFiled {
        step: StepId::new(step).expect("an id"),
        requester: id("council"),
        form: Said::NotSaid,
        discussed_with_child: Said::NotSaid,
        mentions: Said::NotSaid,
    })
}

/// Gate 1 of a supervision order that a judge both proposed and granted.
fn authority(ex_officio: Said<String>, told: Told) -> (GateOutcome, Vec<Code>) {
    let day = "2025-03-01";
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
    for (person, role) in [
        ("judge", Role::ChildrensJudge),
        ("child", Role::Child),
        ("brother", Role::Child),
        ("council", Role::Raad),
    ] {
        record(Event::PersonAdded(Person { person: id(person), role, birth: Default::default() }));
    }
    if told == Told::Brother {
        record(Event::RelationNoted(RelationNoted {
            person: id("brother"),
            child: id("child"),
            relation: Relation::Sibling,
        }));
        record(proposal("s0", "brother", "council"));
        record(filed("s0"));
    }
    record(proposal("s1", "child", "judge"));
    if told == Told::Asked {
        record(filed("s1"));
    }
    let step = StepId::new("s1").expect("an id");
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

fn article(text: &str) -> Said<String> {
    Said::Said(text.to_owned())
}

#[test]
fn a_court_that_nobody_asked_does_not_pass_for_who_asks() {
    assert_eq!(authority(Said::NotSaid, Told::Nothing), (GateOutcome::Unknown, vec![Code::RequesterUnknown]));
}

#[test]
fn of_its_own_motion_it_names_the_article_and_the_article_has_to_fit() {
    assert_eq!(authority(article("BW1 255(5)"), Told::Brother), (GateOutcome::Passed, vec![]));
    assert_eq!(
        authority(article("BW1 255(5)"), Told::Nothing),
        (GateOutcome::Unknown, vec![Code::DecisionConditionUnknown]),
        "no brother or sister is known to be before the judge"
    );
    for elsewhere in ["BW1 260", "art. 1:2 lid 55", "of its own motion"] {
        assert_eq!(
            authority(article(elsewhere), Told::Brother),
            (GateOutcome::Failed, vec![Code::DeciderWithoutPower]),
            "{elsewhere} gives no such power"
        );
    }
}

#[test]
fn what_nobody_asked_for_has_no_requester() {
    let (outcome, codes) = authority(article("BW1 255(5)"), Told::Asked);
    assert_eq!(outcome, GateOutcome::Failed);
    assert!(codes.contains(&Code::ExOfficioAndAsked), "{codes:?}");
}
