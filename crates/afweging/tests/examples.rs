//! The three example dossiers come out as their stories say.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly, in its helpers too")]

use std::collections::BTreeSet;
use std::fs;

use afweging::{Assessment, Code, Dossier, Gate, GateOutcome, Pack, StepAssessment, StepId, assess};

const NAMES: [&str; 3] = ["conflict-na-scheiding", "hulp-nooit-gegeven", "spoed-en-terug-naar-huis"];

fn read(name: &str) -> Dossier {
    let path = format!("{}/../../examples/dossiers/{name}.json", env!("CARGO_MANIFEST_DIR"));
    Dossier::from_json(&fs::read_to_string(path).unwrap()).unwrap()
}

fn on(dossier: &Dossier, day: &str) -> Assessment {
    assess(dossier, &Pack::nl().unwrap(), day.parse().unwrap())
}

fn step<'a>(assessment: &'a Assessment, id: &str) -> &'a StepAssessment {
    assessment.step(&StepId::new(id).unwrap()).unwrap()
}

fn outcome(step: &StepAssessment, gate: Gate) -> GateOutcome {
    step.gate(gate).unwrap().outcome
}

#[test]
fn each_example_shows_what_examples_are_for() {
    for name in NAMES {
        let dossier = read(name);
        assert!(dossier.len() >= 30, "{name}");
        let kinds: BTreeSet<_> = dossier.entries().iter().map(|entry| entry.event.kind()).collect();
        for kind in [
            "heard",
            "account_contested",
            "found",
            "view_given",
            "handed_over",
            "reviewed",
            "step_proposed",
            "candidates_answered",
            "report_received",
            "watch_taken",
        ] {
            let said = kinds.contains(kind) || (kind == "account_contested" && kinds.contains("contested"));
            assert!(said, "{name} has no `{kind}`");
        }
        let last = dossier.entries().last().unwrap().recorded.date_naive();
        let assessment = on(&dossier, &last.to_string());
        let dissent: usize = assessment.uncertainties.weighing.iter().map(|it| it.dissent.len()).sum();
        assert!(dissent > 0, "{name} has no dissent");
        assert!(assessment.watch_gaps.is_empty(), "{name}: {:?}", assessment.watch_gaps);
    }
}

#[test]
fn the_conflict_stays_with_the_local_team() {
    let dossier = read("conflict-na-scheiding");
    let assessment = on(&dossier, "2025-10-01");
    let help = step(&assessment, "hulp-kind-1");
    for gate in Gate::ALL {
        assert_eq!(outcome(help, gate), GateOutcome::Passed, "{gate:?}: {:?}", help.gate(gate));
    }
    assert!(help.open);
    let supervision = step(&assessment, "toezicht-kind-1");
    assert_eq!(outcome(supervision, Gate::Intrusion), GateOutcome::Failed);
    assert!(!supervision.open);
    // Before the father consented the help was barred, and by nothing but that.
    let before = on(&dossier, "2025-02-25");
    let codes: Vec<_> = step(&before, "hulp-kind-1")
        .gate(Gate::Authority)
        .unwrap()
        .findings
        .iter()
        .map(|it| it.code)
        .collect();
    assert!(codes.contains(&Code::ConsentRefusedOrWithdrawn), "{codes:?}");
}

#[test]
fn help_that_was_never_given_has_not_failed() {
    let assessment = on(&read("hulp-nooit-gegeven"), "2025-04-29");
    let supervision = step(&assessment, "toezicht");
    for gate in Gate::ALL.into_iter().filter(|gate| *gate != Gate::Intrusion) {
        assert_eq!(outcome(supervision, gate), GateOutcome::Passed, "{gate:?}");
    }
    assert_eq!(outcome(supervision, Gate::Intrusion), GateOutcome::Unknown);
    let codes: Vec<_> =
        supervision.gate(Gate::Intrusion).unwrap().findings.iter().map(|it| it.code).collect();
    assert_eq!(codes, [Code::AnswerDoesNotStand]);
}

#[test]
fn urgency_puts_off_and_never_away() {
    let dossier = read("spoed-en-terug-naar-huis");
    let assessment = on(&dossier, "2025-09-13");
    for id in ["voorlopig-toezicht", "spoedplaatsing"] {
        let urgent = step(&assessment, id);
        assert_eq!(outcome(urgent, Gate::Hearing), GateOutcome::Cured, "{id}");
        assert_eq!(outcome(urgent, Gate::Intrusion), GateOutcome::Cured, "{id}");
    }
    assert!(
        assessment.duties.iter().any(|duty| duty.code == Code::HearingDue),
        "an ex parte order carries a hearing duty"
    );
    // Heard in time: it did not lapse.
    assert_eq!(step(&on(&dossier, "2025-10-15"), "spoedplaatsing").stands.decision, "Confirmed");
}

#[test]
fn what_was_known_at_a_moment_shows_nothing_of_later() {
    for name in NAMES {
        let dossier = read(name);
        for entry in dossier.entries() {
            let known = dossier.known_at(entry.recorded);
            assert!(known.entries().iter().all(|it| it.recorded <= entry.recorded));
            assert!(known.len() as u64 >= entry.seq);
        }
        let before_all = dossier.known_at("2000-01-01T00:00:00Z".parse().unwrap());
        assert!(before_all.is_empty());
    }
}
