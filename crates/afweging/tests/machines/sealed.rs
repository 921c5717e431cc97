//! Sealed views: nobody's view is seen before all are in, none is exchanged, none is left out, and none vanishes.

use afweging::{Machine, Narrative, Parting, Said, Verdict, Weighing, WeighingEvent as E};

use crate::samples::*;

fn agree(circle: &[&str], on: &[&str]) -> E {
    E::AgreeSealing(sealing(circle, on))
}

fn seal(by: &str, on: &str, verdict: Verdict) -> E {
    E::Seal { by: person(by), sealed: sealed(by, on, verdict) }
}

fn reveal(views: &[(&str, &str, Verdict)]) -> E {
    E::Reveal(revealed(views))
}

fn give(by: &str, on: &str, verdict: Verdict) -> E {
    E::View { by: person(by), view: view(on, verdict) }
}

/// Two who sealed opposite views on one ground.
fn both_in() -> Vec<E> {
    vec![agree(&["a", "b"], &["g"]), seal("a", "g", Verdict::Met), seal("b", "g", Verdict::NotMet)]
}

const BOTH: &[(&str, &str, Verdict)] = &[("a", "g", Verdict::Met), ("b", "g", Verdict::NotMet)];

fn refused(last: E, before: Vec<E>) -> String {
    refusal::<Weighing>(&[before, vec![last]].concat())
}

#[test]
fn all_are_opened_together_and_were_formed_before_seeing_others() {
    let weighing: Weighing = after(&[both_in(), vec![reveal(BOTH)]].concat());
    assert_eq!(weighing.state(), "IndividualViews");
    let views: Vec<_> = weighing.views().current().collect();
    assert_eq!(views.len(), 2);
    assert!(views.iter().all(|it| it.was_sealed && it.view.before_seeing_others == Said::Said(true)));
    assert!(weighing.never_opened().is_empty());
}

#[test]
fn who_says_in_it_that_they_saw_others_is_believed() {
    let mut saw = view("g", Verdict::Met);
    saw.before_seeing_others = Said::Said(false);
    let under = afweging::SealedView::seal(&person("a"), &saw, SALT).expect("a salt");
    let mut opened = revealed(&[("a", "g", Verdict::Met)]);
    opened.views[0].view = saw;
    let weighing: Weighing =
        after(&[agree(&["a"], &["g"]), E::Seal { by: person("a"), sealed: under }, E::Reveal(opened)]);
    let given = weighing.views().of(&person("a"), &ground("g")).expect("a view");
    assert_eq!(given.view.before_seeing_others, Said::Said(false));
}

#[test]
fn nothing_is_seen_before_the_opening() {
    let weighing: Weighing = after(&both_in());
    assert!(weighing.views().all().is_empty());
    let Weighing::Sealed(state) = &weighing else { panic!("{weighing:?}") };
    assert_eq!(state.sealed().len(), 2);
    assert_eq!(state.waiting().count(), 0);
}

#[test]
fn nobody_opens_before_all_are_in() {
    let before =
        vec![agree(&["a", "b"], &["g", "h"]), seal("a", "g", Verdict::Met), seal("a", "h", Verdict::Met)];
    let reason = refused(reveal(&[("a", "g", Verdict::Met), ("a", "h", Verdict::Met)]), before.clone());
    assert_eq!(reason, "not all views are in: that of `b` is still waited for");
    // One of two matters is not all.
    let reason = refused(reveal(BOTH), [before, vec![seal("b", "g", Verdict::NotMet)]].concat());
    assert_eq!(reason, "not all views are in: that of `b` is still waited for");
}

#[test]
fn what_is_opened_is_what_was_sealed() {
    let other = reveal(&[("a", "g", Verdict::Met), ("b", "g", Verdict::Met)]);
    assert_eq!(refused(other, both_in()), "the view of `b` is not the one that was sealed");

    let mut salted = revealed(BOTH);
    salted.views[1].view_salt = "another salt that nobody guesses".into();
    assert_eq!(refused(E::Reveal(salted), both_in()), "the view of `b` is not the one that was sealed");

    let mut other_words = revealed(BOTH);
    other_words.views[0].view.why = "what the others said".into();
    assert_eq!(refused(E::Reveal(other_words), both_in()), "the view of `a` is not the one that was sealed");
}

#[test]
fn a_seal_cannot_be_taken_over_from_another() {
    // Who copies the commitment of another, to open as theirs what the other writes, has sealed nothing.
    let copied = E::Seal { by: person("b"), sealed: sealed("a", "g", Verdict::Met) };
    let before = vec![agree(&["a", "b"], &["g"]), seal("a", "g", Verdict::Met), copied];
    let same = reveal(&[("a", "g", Verdict::Met), ("b", "g", Verdict::Met)]);
    assert_eq!(refused(same, before), "the view of `b` is not the one that was sealed");
}

#[test]
fn none_is_left_out_exchanged_or_put_in() {
    let one = reveal(&[("a", "g", Verdict::Met)]);
    assert_eq!(refused(one, both_in()), "the view of `b` is left out: all are opened together");
    let twice = reveal(&[BOTH, &[("a", "g", Verdict::Met)]].concat());
    assert_eq!(refused(twice, both_in()), "the view of `a` stands there twice");
    let third = reveal(&[BOTH, &[("c", "g", Verdict::Met)]].concat());
    assert_eq!(refused(third, both_in()), "`c` has sealed no view on this");
    assert_eq!(refused(seal("a", "g", Verdict::NotMet), both_in()), "`a` has sealed a view on this already");
    assert_eq!(
        refused(seal("c", "g", Verdict::Met), both_in()),
        "`c` is not in the circle that weighs under seal"
    );
    assert_eq!(
        refused(seal("a", "h", Verdict::Met), both_in()),
        "it was not agreed to weigh this under seal"
    );
    assert_eq!(refused(agree(&[], &["g"]), vec![]), "it names nobody who seals a view");
    assert_eq!(refused(agree(&["a"], &[]), both_in()), "it names nothing to weigh under seal");
}

#[test]
fn who_is_in_the_circle_shows_nothing_openly_and_others_may() {
    let reason = refused(give("a", "g", Verdict::Met), both_in());
    assert!(reason.starts_with("`a` weighs this under seal"), "{reason}");
    let weighing: Weighing =
        after(&[both_in(), vec![give("a", "h", Verdict::Met), give("judge", "g", Verdict::Met)]].concat());
    assert_eq!((weighing.state(), weighing.views().all().len()), ("Sealed", 2));
}

#[test]
fn leaving_somebody_out_of_the_circle_leaves_their_seal_on_record() {
    // The circle is agreed anew without `b`, whose view nobody has to wait for any longer, and nobody can hide.
    let weighing: Weighing =
        after(&[both_in(), vec![agree(&["a"], &["g"]), reveal(&[("a", "g", Verdict::Met)])]].concat());
    let never: Vec<_> = weighing.never_opened().iter().map(|it| it.by.as_str()).collect();
    assert_eq!((weighing.views().all().len(), never), (1, vec!["b"]));
    // Theirs may be opened all the same.
    let weighing: Weighing = after(&[both_in(), vec![agree(&["a"], &["g"]), reveal(BOTH)]].concat());
    assert_eq!((weighing.views().all().len(), weighing.never_opened().len()), (2, 0));
}

#[test]
fn who_starts_to_talk_leaves_what_is_sealed_on_record() {
    for leaves in [E::OpenDialogue(opened()), E::FallBack(fell_back(true))] {
        let weighing: Weighing = after(&[both_in(), vec![leaves]].concat());
        let never: Vec<_> = weighing.never_opened().iter().map(|it| it.by.as_str()).collect();
        assert_eq!(never, ["a", "b"]);
        assert!(weighing.views().all().is_empty());
        let reopened: Weighing = match weighing.apply(&E::Reopen(reopened()), &when("2025-06-01")) {
            Ok(state) => state,
            Err(refused) => refused.state,
        };
        assert_eq!(reopened.never_opened().len(), 2, "whatever comes after");
    }
}

#[test]
fn no_fallback_out_of_the_seal_without_urgency() {
    let reason = refused(E::FallBack(fell_back(false)), both_in());
    assert_eq!(reason, "no dialogue was tried that failed, and no urgency is stated");
}

#[test]
fn what_was_erased_since_is_taken_as_it_was() {
    let mut erased = revealed(BOTH);
    for it in &mut erased.views {
        it.view_salt = Narrative::Erased;
        it.view.why = Narrative::Erased;
    }
    let weighing: Weighing = after(&[both_in(), vec![E::Reveal(erased)]].concat());
    assert_eq!(weighing.views().all().len(), 2);
}

#[test]
fn a_dissent_that_was_sealed_is_dissent() {
    let agreed = E::Converge(convergence(&[("g", Verdict::Met)]));
    let weighing: Weighing =
        after(&[both_in(), vec![reveal(BOTH), E::OpenDialogue(opened()), agreed]].concat());
    let [dissent] = weighing.dissent() else { panic!("{:?}", weighing.dissent()) };
    assert_eq!((dissent.by.as_str(), dissent.parting), ("b", Parting::AgainstCommon));
}

#[test]
fn who_differs_in_the_fallback_is_on_record_whether_or_not_they_took_a_position() {
    let talked = vec![
        give("c", "g", Verdict::Undecided),
        give("a", "g", Verdict::Met),
        E::OpenDialogue(opened()),
        E::Diverge(divergence(&[("a", "g", Verdict::Met)])),
        E::FallBack(fell_back(false)),
    ];
    let weighing: Weighing = after(&talked);
    let who: Vec<_> = weighing.dissent().iter().map(|it| it.by.as_str()).collect();
    assert_eq!(who, ["a", "c"], "each once");
}
