//! Consent: what the table cannot show.

use afweging::{Consent, ConsentEvent as E, Narrative, Said};

use crate::samples::{after, consent_asked, refusal};

fn informed() -> E {
    E::Ask(consent_asked(Said::Said("what, why, for how long, and what else there is".into())))
}

#[test]
fn whether_information_was_given_is_kept_to_the_end() {
    for informed_first in [true, false] {
        let ask = if informed_first { informed() } else { E::Ask(consent_asked(Said::NotSaid)) };
        for path in [vec![], vec![E::Give], vec![E::Refuse], vec![E::Give, E::Withdraw]] {
            let consent: Consent = after(&[vec![ask.clone()], path].concat());
            assert_eq!(consent.is_informed(), informed_first, "{consent:?}");
        }
    }
    assert!(!after::<Consent>(&[]).is_informed());
}

#[test]
fn a_blank_text_informs_nobody_and_an_erased_one_did() {
    let with = |information: Narrative| after::<Consent>(&[E::Ask(consent_asked(Said::Said(information)))]);
    assert!(!with(" ".into()).is_informed());
    assert!(with(Narrative::Erased).is_informed());
}

#[test]
fn asking_once_more_can_make_up_for_missing_information() {
    let consent: Consent = after(&[E::Ask(consent_asked(Said::NotSaid)), informed(), E::Give]);
    assert!(consent.is_informed());
}

#[test]
fn consent_that_stands_is_not_asked_over() {
    assert_eq!(refusal::<Consent>(&[informed(), E::Give, informed()]), "`ask` does not follow on `Given`");
}

#[test]
fn a_refusal_is_not_the_last_word() {
    let consent: Consent = after(&[informed(), E::Refuse, informed(), E::Give, E::Withdraw, informed()]);
    assert!(matches!(consent, Consent::Asked(_)));
}
