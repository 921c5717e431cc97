//! Faults on purpose: each rule says so when an assessment is not what it should be, and says nothing when it is.

use afweging::{Assessment, Dossier, Event, Gate, GateOutcome, StepAssessment};

use super::alphabet::{Alphabet, CARRIED_OUT, family};
use super::histories::Histories;
use super::lack::{LackKind, Lacks};
use super::properties::{rules, rules_of_log};
use super::rule::{Look, Rule, Seen, Tally, Tried};
use crate::dutch_pack;

/// What is there after some moves, what was there one move before, and the last move.
struct Moved {
    before: Seen,
    now: Seen,
    event: Option<Event>,
}

fn moved(ids: &[&str]) -> Moved {
    let pack = dutch_pack();
    let on = pack.changes().last().expect("a state of the law");
    let alphabet = Alphabet::of(pack, on);
    let (mut dossier, mut at) = (family(on), on);
    let mut before = (dossier.clone(), at);
    let mut event = None;
    for id in ids {
        let step = alphabet.moves.iter().find(|it| it.id == *id).expect("a move");
        before = (dossier.clone(), at);
        (dossier, at) = step.make(&dossier, at).unwrap_or_else(|| panic!("{id} is refused after {ids:?}"));
        event = step.event().cloned();
    }
    let seen = |(dossier, at): (Dossier, _)| Seen::of(dossier, at, pack);
    Moved { before: seen(before), now: seen((dossier, at)), event }
}

fn rule(id: &str) -> Rule {
    rules().into_iter().chain(rules_of_log()).find(|it| it.id == id).expect("a rule")
}

fn tried(id: &str, moved: &Moved) -> Tried {
    let look = Look {
        now: &moved.now,
        before: Some(&moved.before),
        event: moved.event.as_ref(),
        law: dutch_pack(),
        in_region: Some(dutch_pack()),
    };
    (rule(id).check)(&look)
}

/// The rule holds after these moves, and is broken when the assessment is forged.
fn finds(id: &str, moves: &[&str], forge: impl FnOnce(&mut Moved)) {
    let mut moved = moved(moves);
    assert_eq!(tried(id, &moved), Tried::Holds, "{id} after {moves:?}");
    forge(&mut moved);
    assert!(matches!(tried(id, &moved), Tried::Broken(_)), "{id} after {moves:?}: the fault is not found");
}

fn step<'a>(assessment: &'a mut Assessment, id: &str) -> &'a mut StepAssessment {
    assessment.steps.iter_mut().find(|it| it.step.as_str() == id).expect("the step")
}

fn pass(assessment: &mut Assessment, id: &str) {
    for gate in &mut step(assessment, id).gates {
        gate.outcome = GateOutcome::Passed;
    }
}

fn silence(assessment: &mut Assessment, id: &str) {
    for gate in &mut step(assessment, id).gates {
        gate.findings.clear();
    }
}

fn carried_out(more: &[&'static str]) -> Vec<&'static str> {
    CARRIED_OUT.iter().chain(more).copied().collect()
}

#[test]
fn a_gate_that_opens_by_nothing_is_found() {
    finds("P4", &["alternative"], |it| pass(&mut it.now.assessment, "order"));
    finds("P5", &["seen", "told"], |it| pass(&mut it.now.assessment, "order"));
    finds("P8", &["ask", "consent", "unconsent"], |it| pass(&mut it.now.assessment, "help"));
    finds("P8", &["ask", "refuse"], |it| pass(&mut it.now.assessment, "help"));
    finds("P14", &["not_met"], |it| pass(&mut it.now.assessment, "order"));
    // An answer after which a gate is shut that was not before.
    finds("P14", &["seen", "establish"], |it| pass(&mut it.before.assessment, "order"));
}

/// By then the girl is sixteen and consents herself: her mother's consent is no longer what the help rests on.
#[test]
fn whose_consent_is_asked_follows_from_the_age_of_that_day() {
    let years = carried_out(&["year", "year", "year", "unconsent"]);
    assert_eq!(tried("P8", &moved(&years)), Tried::NotHere);
    assert_eq!(tried("P8", &moved(&carried_out(&["year", "unconsent"]))), Tried::Holds);
}

#[test]
fn an_act_without_power_that_nobody_mentions_is_found() {
    finds("P6", &["gi_decides"], |it| silence(&mut it.now.assessment, "order"));
    finds("P7", &["judge_asks"], |it| silence(&mut it.now.assessment, "order"));
    finds("P7", &["judge_asks", "grant"], |it| silence(&mut it.now.assessment, "order"));
    finds("P16", &["start"], |it| silence(&mut it.now.assessment, "order"));
}

#[test]
fn a_term_that_is_forgotten_is_found() {
    finds("P15", &["provisional", "urgent"], |it| it.now.assessment.duties.clear());
    finds("P15", &["provisional", "urgent", "fortnight"], |it| {
        step(&mut it.now.assessment, "urgent").stands.decision = "UrgentlyGranted";
    });
    let before_the_end = carried_out(&["fortnight"]);
    finds("P16", &before_the_end, |it| it.now.at = "2100-01-01".parse().expect("a day"));
    finds("P22", &["report", "fortnight"], |it| it.now.assessment.watch_gaps.clear());
}

#[test]
fn what_is_lost_is_found() {
    finds("P13", &["dialogue", "differ", "hear"], |it| it.now = moved(&["dialogue"]).now);
    finds("P23", &carried_out(&[]), |it| {
        for gate in &mut step(&mut it.now.assessment, "order").gates {
            gate.rests_on_judgement_of.clear();
        }
    });
    finds("P21", &["seen", "unsee"], |it| it.now = it.before.clone());
    finds("P3", &["seen", "establish"], |it| it.before = moved(&["hear"]).now);
}

#[test]
fn what_differs_from_itself_is_found() {
    let open = |it: &mut Moved| {
        let first = it.now.assessment.steps.first().map(|step| step.step.clone());
        it.now.assessment.open.extend(first);
    };
    finds("P1", &["hear"], open);
    finds("P18", &["hear"], open);
}

#[test]
fn histories_taken_as_equal_that_are_not_are_found() {
    let pack = dutch_pack();
    let on = pack.changes().last().expect("a state of the law");
    let violated = |alphabet: &Alphabet| {
        let (mut tally, mut lacks) = (Tally::default(), Lacks::default());
        let histories = Histories {
            pack,
            in_region: None,
            depth: 2,
            dedup: true,
            mixed: false,
            rules: &[],
            of_log: &[],
            lacks: &mut lacks,
            tally: &mut tally,
            progress: &mut |_, _| (),
        };
        histories.walk_with(alphabet, on);
        let it = tally.of("P12", afweging::Sentence::same("order"), afweging::Said::NotSaid);
        assert!(it.checked > 0);
        it.violated
    };
    let mut alphabet = Alphabet::of(pack, on);
    assert_eq!(violated(&alphabet), 0);
    // As if nothing ever depended on anything.
    alphabet.depend.clear();
    assert!(violated(&alphabet) > 0);
}

#[test]
fn a_finding_that_nobody_can_take_away_is_found() {
    let assessment = moved(&["request"]).now.assessment;
    let found = |assessment: &Assessment| {
        let mut lacks = Lacks::default();
        lacks.look(assessment, &[]);
        lacks.found().into_iter().map(|it| it.kind).collect::<Vec<_>>()
    };
    assert_eq!(found(&assessment), []);
    let mut nobody = assessment.clone();
    let gate =
        step(&mut nobody, "order").gates.iter_mut().find(|it| it.gate == Gate::Threat).expect("gate 4");
    for question in gate.findings.iter_mut().flat_map(|it| &mut it.questions) {
        question.who_may_answer.clear();
    }
    assert!(found(&nobody).contains(&LackKind::NobodyAnswers));
    let mut no_way = assessment.clone();
    for finding in step(&mut no_way, "order").gates.iter_mut().flat_map(|it| &mut it.findings) {
        finding.remedy = afweging::Remedy::OneOf(Vec::new());
        finding.questions.clear();
    }
    let kinds = found(&no_way);
    assert!(kinds.contains(&LackKind::NoWay) && kinds.contains(&LackKind::NoQuestion), "{kinds:?}");
    let mut unowned = moved(&["provisional", "urgent"]).now.assessment;
    unowned.duties.iter_mut().for_each(|it| it.owner.clear());
    assert!(found(&unowned).contains(&LackKind::NobodyOwes));
}
