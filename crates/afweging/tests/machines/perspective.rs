//! Perspectives: what the table cannot show.

use afweging::{Forum, Machine, Perspective, PerspectiveEvent as E, Reply};

use crate::samples::*;

fn invite(forum: Forum) -> E {
    E::Invite(invitation(forum))
}

fn hear(forum: Forum, account: &str) -> E {
    E::Hear(hearing(forum, account))
}

fn counting(perspective: &Perspective) -> Option<&str> {
    perspective.account().and_then(told)
}

#[test]
fn a_contest_keeps_the_correction_and_the_account() {
    let perspective: Perspective = after(&[hear(Forum::Talk, "first"), E::Contest(contested())]);
    let Perspective::Contested(state) = &perspective else { panic!("{perspective:?}") };
    assert_eq!(state.correction().what.correction.text(), Some("I said something else"));
    assert_eq!(counting(&perspective), Some("first"));
}

#[test]
fn a_contested_account_stays_beside_the_one_that_follows() {
    let perspective: Perspective =
        after(&[hear(Forum::Talk, "first"), E::Contest(contested()), hear(Forum::Talk, "second")]);
    assert_eq!(counting(&perspective), Some("second"));
    let replaced = perspective.cycle().replaced();
    assert_eq!(replaced.iter().map(told).collect::<Vec<_>>(), [Some("first")]);
    assert_eq!(replaced[0].corrections.len(), 1);
}

#[test]
fn who_confirmed_may_come_back_on_it() {
    let perspective: Perspective =
        after(&[hear(Forum::Talk, "first"), E::Confirm(confirmation()), E::Contest(contested())]);
    assert!(matches!(perspective, Perspective::Contested(_)));
    assert!(perspective.account().is_some_and(|account| account.confirmed.is_some()));
}

#[test]
fn a_confirmed_account_is_not_heard_over_unasked() {
    let confirmed = [hear(Forum::Talk, "first"), E::Confirm(confirmation())];
    let reason = "the account is confirmed; a further hearing begins with an invitation";
    assert_eq!(refusal::<Perspective>(&[&confirmed[..], &[hear(Forum::Court, "second")]].concat()), reason);
    // Being invited to a talk is no invitation to court.
    let to_a_talk = [&confirmed[..], &[invite(Forum::Talk), hear(Forum::Court, "second")]].concat();
    assert_eq!(refusal::<Perspective>(&to_a_talk), reason);
    let to_court = [&confirmed[..], &[invite(Forum::Court), hear(Forum::Court, "second")]].concat();
    let perspective: Perspective = after(&to_court);
    assert!(matches!(perspective, Perspective::Heard(_)));
    assert!(perspective.is_heard_before(Forum::Talk) && perspective.is_heard_before(Forum::Court));
    assert!(perspective.cycle().replaced()[0].confirmed.is_some());
}

#[test]
fn an_account_outlives_a_further_invitation_that_is_declined() {
    let perspective: Perspective =
        after(&[hear(Forum::Talk, "first"), invite(Forum::Court), E::Decline(declined())]);
    assert!(matches!(perspective, Perspective::Heard(_)));
    assert_eq!(counting(&perspective), Some("first"));
    assert!(perspective.cycle().is_declined_before(Forum::Court));
    assert!(!perspective.cycle().is_declined_before(Forum::Talk));
    assert!(!perspective.cycle().is_awaiting());
}

#[test]
fn nobody_declines_what_was_not_offered() {
    refusal::<Perspective>(&[E::Decline(declined())]);
    let reason = refusal::<Perspective>(&[hear(Forum::Talk, "first"), E::Decline(declined())]);
    assert_eq!(reason, "no invitation is open that could be declined");
    refusal::<Perspective>(&[invite(Forum::Talk), E::Decline(declined()), E::Decline(declined())]);
}

#[test]
fn who_was_heard_is_not_recorded_as_not_heard() {
    let reason = refusal::<Perspective>(&[hear(Forum::Talk, "first"), E::NotHear(not_heard())]);
    assert_eq!(reason, "the person was heard, and no further invitation is open");
    let perspective: Perspective =
        after(&[hear(Forum::Talk, "first"), invite(Forum::Court), E::NotHear(not_heard())]);
    assert!(matches!(perspective, Perspective::Heard(_)));
    let replies: Vec<_> = perspective.cycle().asked().iter().map(|asked| &asked.reply).collect();
    assert!(matches!(replies[..], [Reply::CameToNothing(_)]));
}

#[test]
fn a_hearing_answers_the_invitations_before_its_own_forum() {
    let perspective: Perspective =
        after(&[invite(Forum::Talk), invite(Forum::Court), hear(Forum::Talk, "first")]);
    let replies: Vec<_> = perspective.cycle().asked().iter().map(|asked| &asked.reply).collect();
    assert!(matches!(replies[..], [Reply::Came { .. }, Reply::Awaited]));
    assert!(perspective.cycle().is_asked_before(Forum::Court));
    assert!(!perspective.is_heard_before(Forum::Court));
}

#[test]
fn in_a_new_cycle_everyone_starts_from_unheard() {
    let ways = [
        vec![],
        vec![invite(Forum::Talk)],
        vec![hear(Forum::Talk, "first")],
        vec![hear(Forum::Talk, "first"), E::Confirm(confirmation())],
        vec![hear(Forum::Talk, "first"), E::Contest(contested())],
        vec![invite(Forum::Talk), E::Decline(declined())],
        vec![E::NotHear(not_heard())],
    ];
    for way in ways {
        let before: Perspective = after(&way);
        let perspective: Perspective = after(&[way, vec![E::OpenCycle]].concat());
        assert!(matches!(perspective, Perspective::Unheard(_)), "{perspective:?}");
        assert!(perspective.account().is_none() && perspective.cycle().asked().is_empty());
        assert_eq!(perspective.cycle().brought_along(), before.account());
    }
}

#[test]
fn an_earlier_account_counts_again_only_with_agreement() {
    let heard_before = [hear(Forum::Talk, "first"), E::Effect(effect()), E::OpenCycle];
    let agreed = [&heard_before[..], &[E::StillStands(still_stands(true))]].concat();
    let perspective: Perspective = after(&agreed);
    assert!(matches!(perspective, Perspective::Heard(_)));
    let account = perspective.account().expect("the account");
    assert_eq!((told(account), account.effects.len()), (Some("first"), 1));
    assert_eq!(account.stands_since, Some(when("2025-01-04")));

    let disagreed = [&heard_before[..], &[E::StillStands(still_stands(false))]].concat();
    let perspective: Perspective = after(&disagreed);
    assert!(matches!(perspective, Perspective::Unheard(_)));
    // Having said no does not keep anyone from saying yes.
    let on_second_thoughts = [&disagreed[..], &[E::StillStands(still_stands(true))]].concat();
    assert_eq!(counting(&after(&on_second_thoughts)), Some("first"));
}

#[test]
fn an_account_passes_through_a_cycle_in_which_nobody_was_heard() {
    let perspective: Perspective = after(&[
        hear(Forum::Talk, "first"),
        E::OpenCycle,
        invite(Forum::Talk),
        E::Decline(declined()),
        E::OpenCycle,
        E::StillStands(still_stands(true)),
    ]);
    assert_eq!(counting(&perspective), Some("first"));
}

#[test]
fn the_latest_account_is_the_one_that_is_brought_along() {
    let perspective: Perspective =
        after(&[hear(Forum::Talk, "first"), E::OpenCycle, hear(Forum::Talk, "second"), E::OpenCycle]);
    assert_eq!(perspective.cycle().brought_along().and_then(told), Some("second"));
}

#[test]
fn without_an_earlier_account_nothing_can_still_stand() {
    let reason = refusal::<Perspective>(&[E::OpenCycle, E::StillStands(still_stands(true))]);
    assert_eq!(reason, "there is no account of an earlier cycle that could still stand");
    let perspective: Perspective = after(&[E::OpenCycle]);
    assert!(!perspective.allowed().contains(&"still_stands"));
}

#[test]
fn an_effect_needs_an_account_and_goes_with_it() {
    refusal::<Perspective>(&[E::Effect(effect())]);
    refusal::<Perspective>(&[invite(Forum::Talk), E::Effect(effect())]);
    refusal::<Perspective>(&[hear(Forum::Talk, "first"), E::OpenCycle, E::Effect(effect())]);
    let perspective: Perspective =
        after(&[hear(Forum::Talk, "first"), E::Effect(effect()), hear(Forum::Talk, "second")]);
    let effects: Vec<_> = perspective.accounts().map(|account| account.effects.len()).collect();
    assert_eq!(effects, [1, 0], "the effect of the first account is not that of the second");
}

#[test]
fn every_state_but_the_confirmed_one_can_be_heard() {
    for way in [
        vec![],
        vec![invite(Forum::Talk)],
        vec![hear(Forum::Talk, "first")],
        vec![hear(Forum::Talk, "first"), E::Contest(contested())],
        vec![invite(Forum::Talk), E::Decline(declined())],
        vec![E::NotHear(not_heard())],
    ] {
        let perspective: Perspective = after(&[way, vec![hear(Forum::Talk, "now")]].concat());
        assert_eq!((perspective.state(), counting(&perspective)), ("Heard", Some("now")));
    }
}
