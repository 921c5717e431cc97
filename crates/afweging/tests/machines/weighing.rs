//! Weighing: what the table cannot show. P13 (every dissent stands) and P24 (no fallback without a try or urgency).

use afweging::{Fallback, Machine, Parting, PersonId, Verdict, Weighing, WeighingEvent as E};

use crate::samples::*;

fn views(by: &str, on: &str, verdict: Verdict) -> E {
    E::View { by: person(by), view: view(on, verdict) }
}

fn converge(verdict: Verdict) -> E {
    E::Converge(convergence(&[("g", verdict)]))
}

fn dissenters(weighing: &Weighing) -> Vec<(&str, Verdict, Parting)> {
    weighing.dissent().iter().map(|it| (it.by.as_str(), it.verdict, it.parting)).collect()
}

#[test]
fn a_later_view_replaces_an_earlier_one_and_both_stay() {
    let weighing: Weighing = after(&[
        views("a", "g", Verdict::NotMet),
        views("b", "g", Verdict::Met),
        views("a", "h", Verdict::Met),
        E::OpenDialogue(opened()),
        views("a", "g", Verdict::Met),
    ]);
    let views = weighing.views();
    assert_eq!(views.all().len(), 4);
    assert_eq!(views.current().count(), 3);
    assert_eq!(views.of(&person("a"), &ground("g")).map(|given| given.view.verdict), Some(Verdict::Met));
    assert_eq!(views.of(&person("b"), &ground("h")), None);
    assert_eq!(views.on(&ground("g")).map(|given| given.by.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(views.matters().collect::<Vec<_>>(), [&ground("g"), &ground("h")]);
    let shifts = views.shifts();
    assert_eq!(shifts.len(), 1, "only who came to another verdict");
    assert_eq!((shifts[0].from.round, shifts[0].to.round), (0, 1), "after talking");
    assert_eq!(shifts[0].to.by, person("a"));
}

#[test]
fn a_view_repeated_is_no_shift() {
    let weighing: Weighing = after(&[views("a", "g", Verdict::Met), views("a", "g", Verdict::Met)]);
    assert!(weighing.views().shifts().is_empty());
}

#[test]
fn who_does_not_share_the_common_verdict_is_on_record() {
    let weighing: Weighing = after(&[
        views("a", "g", Verdict::NotMet),
        views("b", "g", Verdict::Undecided),
        views("c", "g", Verdict::Met),
        views("d", "g", Verdict::NotMet),
        views("a", "h", Verdict::NotMet),
        E::OpenDialogue(opened()),
        views("d", "g", Verdict::Met),
        converge(Verdict::Met),
    ]);
    let against = Parting::AgainstCommon;
    assert_eq!(dissenters(&weighing), [("a", Verdict::NotMet, against), ("b", Verdict::Undecided, against)]);
    assert_eq!(weighing.common_verdict(&ground("g")), Some(Verdict::Met));
    assert_eq!(weighing.common_verdict(&ground("h")), None);
}

#[test]
fn who_comes_back_on_a_common_verdict_is_on_record_too() {
    let weighing: Weighing = after(&[
        E::OpenDialogue(opened()),
        converge(Verdict::Met),
        views("a", "g", Verdict::NotMet),
        views("b", "g", Verdict::Met),
        views("a", "h", Verdict::NotMet),
    ]);
    assert_eq!(dissenters(&weighing), [("a", Verdict::NotMet, Parting::AgainstCommon)]);
}

#[test]
fn no_later_state_loses_a_dissent() {
    let diverge = E::Diverge(divergence(&[("a", "g", Verdict::NotMet), ("b", "g", Verdict::Met)]));
    let beginning = [views("c", "g", Verdict::NotMet), E::OpenDialogue(opened()), diverge];
    // Whatever comes after, four transitions deep, what stood before stands there still, in its place.
    let next = [
        views("a", "g", Verdict::Met),
        converge(Verdict::Met),
        E::Diverge(divergence(&[("c", "g", Verdict::Undecided)])),
        E::Reopen(reopened()),
        E::FallBack(fell_back(true)),
        E::FallBack(fell_back(false)),
    ];
    let mut open = vec![after::<Weighing>(&beginning)];
    assert_eq!(open[0].dissent().len(), 2);
    let mut tried = 0;
    for _ in 0..4 {
        let mut reached = Vec::new();
        for state in &open {
            for transition in &next {
                if let Ok(after) = state.clone().apply(transition, &when("2025-06-01")) {
                    assert_eq!(after.dissent()[..state.dissent().len()], *state.dissent());
                    assert_eq!(after.views().all()[..state.views().all().len()], *state.views().all());
                    reached.push(after);
                    tried += 1;
                }
            }
        }
        open = reached;
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn agreement_after_a_divergence_does_not_wipe_it_out() {
    let weighing: Weighing = after(&[
        E::OpenDialogue(opened()),
        E::Diverge(divergence(&[("a", "g", Verdict::NotMet)])),
        E::Reopen(reopened()),
        converge(Verdict::Met),
    ]);
    assert_eq!(dissenters(&weighing), [("a", Verdict::NotMet, Parting::Position)]);
    assert_eq!(weighing.dissent()[0].round, 1);
    assert_eq!(weighing.round(), 2);
}

#[test]
fn without_a_dialogue_that_failed_only_urgency_leads_to_the_fallback() {
    let ways = [
        vec![],
        vec![views("a", "g", Verdict::Met)],
        vec![E::OpenDialogue(opened())],
        // A dialogue that failed and was taken up again is open: it must fail anew.
        vec![E::OpenDialogue(opened()), E::Diverge(divergence(&[])), E::Reopen(reopened())],
    ];
    for way in ways {
        let reason = refusal::<Weighing>(&[way.clone(), vec![E::FallBack(fell_back(false))]].concat());
        assert_eq!(reason, "no dialogue was tried that failed, and no urgency is stated");
        let weighing: Weighing = after(&[way, vec![E::FallBack(fell_back(true))]].concat());
        let Weighing::Fallback(state) = weighing else { panic!("{weighing:?}") };
        let Fallback::Urgency(urgency) = state.because() else { panic!("{state:?}") };
        assert_eq!(urgency.look_back, date("2025-02-01"));
    }
}

#[test]
fn a_dialogue_that_failed_leads_there_freely() {
    for urgent in [true, false] {
        let diverge = E::Diverge(divergence(&[("a", "g", Verdict::NotMet)]));
        let weighing: Weighing = after(&[E::OpenDialogue(opened()), diverge, E::FallBack(fell_back(urgent))]);
        let Weighing::Fallback(state) = &weighing else { panic!("{weighing:?}") };
        let Fallback::Tried { round, divergence } = state.because() else { panic!("{state:?}") };
        assert_eq!((*round, divergence.what.positions.len()), (1, 1));
        assert_eq!(weighing.dissent().len(), 1);
    }
}

#[test]
fn every_round_counts() {
    let weighing: Weighing = after(&[
        E::FallBack(fell_back(true)),
        E::Reopen(reopened()),
        converge(Verdict::Met),
        E::Reopen(reopened()),
    ]);
    assert_eq!((weighing.state(), weighing.round()), ("Dialogue", 2));
    assert_eq!((weighing.opened().len(), weighing.reopened().len()), (0, 2));
}

#[test]
fn two_verdicts_on_one_matter_are_no_agreement() {
    let both = E::Converge(convergence(&[("g", Verdict::Met), ("g", Verdict::NotMet)]));
    assert_eq!(
        refusal::<Weighing>(&[E::OpenDialogue(opened()), both]),
        "two verdicts on one matter are no common verdict"
    );
    let twice = E::Converge(convergence(&[("g", Verdict::Met), ("g", Verdict::Met)]));
    assert!(matches!(after(&[E::OpenDialogue(opened()), twice]), Weighing::Converged(_)));
}

#[test]
fn a_common_verdict_holds_while_people_agree_and_no_longer() {
    let weighing: Weighing =
        after(&[E::OpenDialogue(opened()), converge(Verdict::Met), E::Reopen(reopened())]);
    assert_eq!(weighing.common_verdict(&ground("g")), None);
}

#[test]
fn the_view_of_who_decides_can_be_recorded_in_any_state() {
    let judge: PersonId = person("judge");
    for way in [
        vec![],
        vec![views("a", "g", Verdict::NotMet)],
        vec![E::OpenDialogue(opened())],
        vec![E::OpenDialogue(opened()), converge(Verdict::NotMet)],
        vec![E::OpenDialogue(opened()), E::Diverge(divergence(&[]))],
        vec![E::FallBack(fell_back(true))],
    ] {
        let before: Weighing = after(&way);
        let weighing: Weighing = after(&[way, vec![views("judge", "g", Verdict::Met)]].concat());
        assert!(weighing.views().of(&judge, &ground("g")).is_some());
        assert!(weighing.state() == before.state() || before.state() == "Preparing");
    }
}
