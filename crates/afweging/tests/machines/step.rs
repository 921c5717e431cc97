//! The four machines of a step: what the tables cannot show, and what is derived on a day.

use afweging::{
    Appeal, AppealEvent, Dated, DecisionEvent, DecisionOn, DueDates, EndCause, Execution, ExecutionEvent,
    ExecutionOn, Incoherent, Outcome, Request, RequestEvent, Ruling, StepEvent, StepState,
};

use crate::samples::*;

/// Takes up events, numbered in the order in which they are given.
fn try_step(events: &[(&str, StepEvent)]) -> Result<StepState, Incoherent> {
    let mut step = StepState::default();
    for (seq, (day, transition)) in (1..).zip(events) {
        step.take(Dated { seq, occurred: when(day), transition: transition.clone() })?;
    }
    Ok(step)
}

fn step_of(events: &[(&str, StepEvent)]) -> StepState {
    match try_step(events) {
        Ok(step) => step,
        Err(refused) => panic!("{refused:?}"),
    }
}

fn grant(until: Option<&str>) -> StepEvent {
    StepEvent::Decision(DecisionEvent::Decide(decided(Outcome::Granted, until)))
}

fn refuse() -> StepEvent {
    StepEvent::Decision(DecisionEvent::Decide(decided(Outcome::Refused, None)))
}

fn urgently(ex_parte: bool) -> StepEvent {
    StepEvent::Decision(DecisionEvent::DecideUrgently(decided_urgently(ex_parte, Some("2025-01-28"))))
}

fn hear(maintained: bool, until: Option<&str>) -> StepEvent {
    StepEvent::Decision(DecisionEvent::Hear(heard_afterwards(maintained, until)))
}

fn start() -> StepEvent {
    StepEvent::Execution(ExecutionEvent::Start)
}

fn review() -> StepEvent {
    StepEvent::Execution(ExecutionEvent::Review(reviewed()))
}

fn end() -> StepEvent {
    StepEvent::Execution(ExecutionEvent::End(ended()))
}

fn lodge() -> StepEvent {
    StepEvent::Appeal(AppealEvent::Lodge(lodged()))
}

fn rule(ruling: Ruling) -> StepEvent {
    StepEvent::Appeal(AppealEvent::Rule(ruled(ruling)))
}

const NO_TERMS: DueDates = DueDates { heard_by: None, started_by: None, until: None };

fn ended_on(day: &str, cause: EndCause) -> ExecutionOn {
    ExecutionOn::Ended { on: date(day), cause }
}

#[test]
fn an_unlawful_history_can_be_written() {
    step_of(&[("2025-01-01", start()), ("2025-01-02", review()), ("2025-01-03", end())]);
    step_of(&[("2025-01-01", grant(None))]);
    let refused_and_done = step_of(&[("2025-01-01", refuse()), ("2025-01-02", start())]);
    assert_eq!(refused_and_done.execution_on(date("2025-02-01"), &NO_TERMS), ExecutionOn::InForce);
}

#[test]
fn what_was_never_in_force_cannot_be_reviewed() {
    let refused = try_step(&[("2025-01-01", grant(None)), ("2025-01-02", review())]).expect_err("a refusal");
    assert_eq!((refused.transition, refused.state), ("review", "NotStarted"));
    assert_eq!(refused.allowed, ["start"]);
}

#[test]
fn what_has_ended_can_be_looked_back_on() {
    let step = step_of(&[("2025-01-01", start()), ("2025-02-01", end()), ("2025-03-01", review())]);
    assert_eq!(step.execution().latest().reviews().len(), 1);
    assert!(matches!(step.execution().latest(), Execution::Ended(_)));
}

#[test]
fn a_request_filed_anew_keeps_its_first_date() {
    let request: Request = after(&[
        RequestEvent::File(filed()),
        RequestEvent::HoldOver(held_over()),
        RequestEvent::File(filed()),
        RequestEvent::File(filed()),
    ]);
    assert_eq!(request.first_filed().map(|it| it.when), Some(when("2025-01-01")));
    assert_eq!(request.filed().map(|it| it.when), Some(when("2025-01-04")));
}

#[test]
fn an_appeal_needs_a_decision_on_its_day() {
    for (decision, is_appealable) in [
        (vec![], false),
        (vec![("2025-01-01", grant(None))], true),
        (vec![("2025-01-01", refuse())], true),
        (vec![("2025-01-01", StepEvent::Decision(DecisionEvent::Decide(decided(partly(), None))))], true),
        (vec![("2025-01-01", urgently(true))], false),
        (vec![("2025-01-01", urgently(true)), ("2025-01-10", hear(true, None))], true),
        (vec![("2025-01-01", urgently(true)), ("2025-01-10", hear(false, None))], false),
        (vec![("2025-06-01", grant(None))], false),
    ] {
        let appealed = try_step(&[decision.clone(), vec![("2025-02-01", lodge())]].concat());
        assert_eq!(appealed.is_ok(), is_appealable, "{decision:?}");
        if let Err(refused) = appealed {
            assert_eq!((refused.transition, refused.later_entry), ("lodge", None));
            assert_eq!(refused.reason, "there is no decision on that day that can be appealed against");
        }
    }
}

#[test]
fn a_decision_recorded_late_makes_an_appeal_possible() {
    let mut step = StepState::default();
    step.take(Dated { seq: 1, occurred: when("2025-03-01"), transition: grant(None) }).expect("a decision");
    let early = Dated { seq: 2, occurred: when("2025-02-01"), transition: lodge() };
    assert!(step.take(early.clone()).is_err());
    step.take_out(1).expect("nothing rests on it");
    step.take(Dated { seq: 3, occurred: when("2025-01-01"), transition: grant(None) }).expect("a decision");
    step.take(early).expect("an appeal");
}

#[test]
fn a_decision_that_was_appealed_against_cannot_be_taken_out_from_under_it() {
    let mut step = step_of(&[("2025-01-01", grant(None)), ("2025-02-01", lodge()), ("2025-02-02", start())]);
    let refused = step.take_out(1).expect_err("the appeal rests on it");
    assert_eq!((refused.transition, refused.later_entry), ("lodge", Some(2)));
    assert_eq!(step.decision_on(date("2025-02-01"), None), DecisionOn::Granted);
    step.take_out(2).expect("the appeal was the mistake");
    step.take_out(1).expect("and so was the decision");
    assert_eq!(step.decision_on(date("2025-02-01"), None), DecisionOn::Pending);
    assert_eq!(step.execution_on(date("2025-02-02"), &NO_TERMS), ExecutionOn::InForce);
}

#[test]
fn an_ex_parte_decision_lapses_when_nobody_is_heard_in_time() {
    let step = step_of(&[("2025-01-01", urgently(true)), ("2025-01-01", start())]);
    let heard_by = Some(date("2025-01-15"));
    assert_eq!(step.decision_on(date("2025-01-14"), heard_by), DecisionOn::UrgentlyGranted);
    let lapsed = DecisionOn::Lapsed { since: date("2025-01-15") };
    assert_eq!(step.decision_on(date("2025-01-15"), heard_by), lapsed, "at two weeks (A11)");
    assert_eq!(step.decision_on(date("2025-06-01"), heard_by), lapsed);
    let due = DueDates { heard_by, ..NO_TERMS };
    assert_eq!(step.execution_on(date("2025-01-14"), &due), ExecutionOn::InForce);
    assert_eq!(step.execution_on(date("2025-01-15"), &due), ended_on("2025-01-15", EndCause::DecisionLapsed));
}

#[test]
fn who_is_heard_on_the_last_day_is_heard_in_time() {
    let step = step_of(&[("2025-01-01", urgently(true)), ("2025-01-15", hear(true, None))]);
    assert_eq!(step.decision_on(date("2025-01-15"), Some(date("2025-01-15"))), DecisionOn::Confirmed);
    assert_eq!(step.decision_on(date("2025-06-01"), Some(date("2025-01-15"))), DecisionOn::Confirmed);
}

#[test]
fn who_is_heard_too_late_is_heard_in_vain() {
    let step = step_of(&[("2025-01-01", urgently(true)), ("2025-01-20", hear(true, None))]);
    let lapsed = DecisionOn::Lapsed { since: date("2025-01-15") };
    assert_eq!(step.decision_on(date("2025-02-01"), Some(date("2025-01-15"))), lapsed);
    assert_eq!(step.decision_on(date("2025-02-01"), Some(date("2025-01-20"))), DecisionOn::Confirmed);
}

#[test]
fn nothing_lapses_by_a_term_that_nobody_knows_or_that_does_not_apply() {
    let step = step_of(&[("2025-01-01", urgently(true))]);
    assert_eq!(step.decision_on(date("2026-01-01"), None), DecisionOn::UrgentlyGranted);
    let heard_first = step_of(&[("2025-01-01", urgently(false))]);
    assert_eq!(
        heard_first.decision_on(date("2026-01-01"), Some(date("2025-01-15"))),
        DecisionOn::UrgentlyGranted,
        "an urgent decision that was not ex parte has another follow-up"
    );
}

#[test]
fn a_decision_that_is_not_maintained_ends_the_execution_that_day() {
    let step = step_of(&[
        ("2025-01-01", urgently(true)),
        ("2025-01-01", start()),
        ("2025-01-10", hear(false, None)),
    ]);
    assert_eq!(step.execution_on(date("2025-01-09"), &NO_TERMS), ExecutionOn::InForce);
    let ended = ended_on("2025-01-10", EndCause::NotMaintained);
    assert_eq!(step.execution_on(date("2025-01-10"), &NO_TERMS), ended);
    assert_eq!(step.execution_on(date("2025-03-10"), &NO_TERMS), ended);
    assert_eq!(step.decision_on(date("2025-01-10"), None), DecisionOn::NotMaintained);
}

#[test]
fn a_quashed_decision_ends_the_execution_and_one_upheld_or_replaced_does_not() {
    for (ruling, after) in [
        (Ruling::Quashed, ended_on("2025-04-01", EndCause::Quashed)),
        (Ruling::Upheld, ExecutionOn::InForce),
        (Ruling::Replaced, ExecutionOn::InForce),
    ] {
        let step = step_of(&[
            ("2025-01-01", grant(None)),
            ("2025-01-02", start()),
            ("2025-02-01", lodge()),
            ("2025-04-01", rule(ruling)),
        ]);
        assert_eq!(step.execution_on(date("2025-03-31"), &NO_TERMS), ExecutionOn::InForce);
        assert_eq!(step.execution_on(date("2025-04-01"), &NO_TERMS), after);
    }
}

#[test]
fn a_ruling_stands_until_a_higher_court_rules() {
    let step = step_of(&[
        ("2025-01-01", grant(None)),
        ("2025-01-02", start()),
        ("2025-02-01", lodge()),
        ("2025-04-01", rule(Ruling::Quashed)),
        ("2025-05-01", lodge()),
        ("2025-09-01", rule(Ruling::Upheld)),
    ]);
    let quashed = ended_on("2025-04-01", EndCause::Quashed);
    assert_eq!(step.execution_on(date("2025-05-01"), &NO_TERMS), quashed);
    assert_eq!(step.execution_on(date("2025-09-01"), &NO_TERMS), ExecutionOn::InForce);
    assert_eq!(step.appeal().latest().rulings().len(), 2);
    assert!(matches!(step.appeal().latest(), Appeal::Upheld(_)));
}

#[test]
fn a_measure_expires_when_its_term_has_passed() {
    let step = step_of(&[("2025-01-01", grant(Some("2025-06-30"))), ("2025-01-02", start())]);
    let expired = ExecutionOn::Expired { since: date("2025-07-01") };
    assert_eq!(step.execution_on(date("2025-06-30"), &NO_TERMS), ExecutionOn::InForce);
    assert_eq!(step.execution_on(date("2025-07-01"), &NO_TERMS), expired);
    // The law's maximum counts beside what the decision says: the earlier of the two.
    let by_law = DueDates { until: Some(date("2025-03-31")), ..NO_TERMS };
    let earlier = ExecutionOn::Expired { since: date("2025-04-01") };
    assert_eq!(step.execution_on(date("2025-07-01"), &by_law), earlier);
    let longer = DueDates { until: Some(date("2026-03-31")), ..NO_TERMS };
    assert_eq!(step.execution_on(date("2025-07-01"), &longer), expired);
}

#[test]
fn what_comes_first_ends_it() {
    let ended = [("2025-01-01", grant(Some("2025-06-30"))), ("2025-01-02", start()), ("2025-05-01", end())];
    let step = step_of(&ended);
    assert_eq!(step.execution_on(date("2025-12-31"), &NO_TERMS), ended_on("2025-05-01", EndCause::Recorded));
    let too_late =
        step_of(&[("2025-01-01", grant(Some("2025-06-30"))), ("2025-01-02", start()), ("2025-08-01", end())]);
    let expired = ExecutionOn::Expired { since: date("2025-07-01") };
    assert_eq!(too_late.execution_on(date("2025-12-31"), &NO_TERMS), expired);
    let on_the_last_day =
        step_of(&[("2025-01-01", grant(Some("2025-06-30"))), ("2025-01-02", start()), ("2025-06-30", end())]);
    let recorded = ended_on("2025-06-30", EndCause::Recorded);
    assert_eq!(on_the_last_day.execution_on(date("2025-12-31"), &NO_TERMS), recorded);
}

#[test]
fn what_is_maintained_keeps_its_last_day_or_gets_a_new_one() {
    for (new, last) in [(None, "2025-01-28"), (Some("2025-03-31"), "2025-03-31")] {
        let step = step_of(&[
            ("2025-01-01", urgently(true)),
            ("2025-01-01", start()),
            ("2025-01-10", hear(true, new)),
        ]);
        assert_eq!(step.decision().latest().granted_until(), Some(date(last)));
        assert_eq!(step.execution_on(date(last), &NO_TERMS), ExecutionOn::InForce);
        let since = date(last).succ_opt().expect("a day");
        assert_eq!(step.execution_on(since, &NO_TERMS), ExecutionOn::Expired { since });
    }
}

#[test]
fn what_is_granted_and_not_used_in_time_lapses() {
    let due = DueDates { started_by: Some(date("2025-04-01")), ..NO_TERMS };
    let lapsed = ExecutionOn::Lapsed { since: date("2025-04-02") };
    let unused = step_of(&[("2025-01-01", grant(None))]);
    assert_eq!(unused.execution_on(date("2025-04-01"), &due), ExecutionOn::NotStarted);
    assert_eq!(unused.execution_on(date("2025-04-02"), &due), lapsed);
    let used = step_of(&[("2025-01-01", grant(None)), ("2025-04-01", start())]);
    assert_eq!(used.execution_on(date("2025-04-02"), &due), ExecutionOn::InForce);
    for not_granted in [vec![], vec![("2025-01-01", refuse())]] {
        let terms = DueDates { until: Some(date("2025-03-01")), ..due };
        assert_eq!(step_of(&not_granted).execution_on(date("2025-05-01"), &terms), ExecutionOn::NotStarted);
    }
}

#[test]
fn what_had_not_begun_when_its_title_fell_away_lapses_that_day() {
    let step = step_of(&[("2025-01-01", urgently(true)), ("2025-01-10", hear(false, None))]);
    let lapsed = ExecutionOn::Lapsed { since: date("2025-01-10") };
    assert_eq!(step.execution_on(date("2025-02-01"), &NO_TERMS), lapsed);
    let term = step_of(&[("2025-01-01", grant(Some("2025-02-28")))]);
    let lapsed = ExecutionOn::Lapsed { since: date("2025-03-01") };
    assert_eq!(term.execution_on(date("2025-04-01"), &NO_TERMS), lapsed);
}

#[test]
fn no_later_day_shortens_what_was_derived() {
    // Once a decision lapsed or an execution ended for good, it stays so with the same date.
    let step = step_of(&[
        ("2025-01-01", urgently(true)),
        ("2025-01-02", start()),
        ("2025-01-20", hear(true, Some("2025-06-30"))),
    ]);
    let due = DueDates { heard_by: Some(date("2025-01-15")), ..NO_TERMS };
    let mut ended = None;
    for day in date("2025-01-01").iter_days().take(400) {
        match (step.execution_on(day, &due), ended) {
            (ExecutionOn::Ended { on, cause }, None) => {
                assert_eq!(on, day, "it ends on the day on which it is first seen to have ended");
                ended = Some((on, cause));
            }
            (ExecutionOn::Ended { on, cause }, Some(before)) => assert_eq!((on, cause), before),
            (other, Some(_)) => panic!("{other:?} on {day} after it ended"),
            (_, None) => {}
        }
    }
    assert_eq!(ended, Some((date("2025-01-15"), EndCause::DecisionLapsed)));
}
