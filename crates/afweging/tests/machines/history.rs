//! A history: transitions on the timeline of what happened, in whatever order they were recorded.

use afweging::{Consent, ConsentEvent, Dated, History, Machine, Said};

use crate::samples::{consent_asked, date, when};

fn at(seq: u64, day: &str, transition: ConsentEvent) -> Dated<ConsentEvent> {
    Dated { seq, occurred: when(day), transition }
}

fn ask() -> ConsentEvent {
    ConsentEvent::Ask(consent_asked(Said::NotSaid))
}

/// Asked on the 1st, given on the 10th, taken back on the 20th.
fn given_and_taken_back() -> History<Consent> {
    let mut history = History::default();
    for dated in [
        at(1, "2025-01-01", ask()),
        at(2, "2025-01-10", ConsentEvent::Give),
        at(3, "2025-01-20", ConsentEvent::Withdraw),
    ] {
        history.take(dated).expect("a coherent history");
    }
    history
}

#[test]
fn the_state_on_a_day_is_that_at_its_end() {
    let history = given_and_taken_back();
    let states = ["2024-12-31", "2025-01-01", "2025-01-10", "2025-01-19", "2025-01-20", "2030-01-01"]
        .map(|day| history.on(date(day)).state());
    assert_eq!(states, ["NotAsked", "Asked", "Given", "Given", "Withdrawn", "Withdrawn"]);
}

#[test]
fn what_is_recorded_late_takes_its_place_on_the_timeline() {
    let mut history = given_and_taken_back();
    history.take(at(4, "2025-01-05", ask())).expect("asked once more before it was given");
    assert_eq!(history.all().iter().map(|dated| dated.seq).collect::<Vec<_>>(), [1, 4, 2, 3]);
    assert_eq!(history.latest().state(), "Withdrawn");
}

#[test]
fn what_makes_something_later_impossible_is_refused_and_names_it() {
    let mut history = given_and_taken_back();
    let refused = history.take(at(4, "2025-01-05", ConsentEvent::Refuse)).expect_err("it was given later");
    assert_eq!((refused.transition, refused.state, refused.later_entry), ("give", "Refused", Some(2)));
    assert_eq!(refused.allowed, ["ask"]);
    assert_eq!(history.all().len(), 3);
    assert_eq!(history.latest().state(), "Withdrawn");
}

#[test]
fn a_refusal_at_the_end_leaves_the_history_as_it_was() {
    let mut history = given_and_taken_back();
    let before = history.latest().clone();
    let refused = history.take(at(4, "2025-02-01", ConsentEvent::Give)).expect_err("it was not asked again");
    assert_eq!((refused.transition, refused.state, refused.later_entry), ("give", "Withdrawn", None));
    assert_eq!(history.latest(), &before);
    assert_eq!(history.all().len(), 3);
}

#[test]
fn a_mistake_is_taken_out_when_what_comes_after_can_stand_without_it() {
    let mut history = given_and_taken_back();
    let refused = history.take_out(2).expect_err("what was never given cannot be taken back");
    assert_eq!((refused.transition, refused.later_entry), ("withdraw", Some(3)));
    assert_eq!(history.latest().state(), "Withdrawn");
    history.take_out(3).expect("the last one");
    assert_eq!(history.latest().state(), "Given");
    history.take_out(99).expect("an entry that recorded nothing here");
    assert_eq!(history.latest().state(), "Given");
}

#[test]
fn things_of_one_day_keep_the_order_in_which_they_were_recorded() {
    let mut history: History<Consent> = History::default();
    history.take(at(1, "2025-01-01", ask())).expect("asked");
    history.take(at(2, "2025-01-01", ConsentEvent::Refuse)).expect("refused");
    history.take(at(3, "2025-01-01", ask())).expect("asked again");
    history.take(at(4, "2025-01-01", ConsentEvent::Give)).expect("given");
    assert_eq!(history.on(date("2025-01-01")).state(), "Given");
}
