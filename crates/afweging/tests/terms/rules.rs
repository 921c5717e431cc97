//! How terms are reckoned, whatever the term.

use afweging::{Length, Pack, RestDay, Term, TermKept, TermKind, TermStart, When};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::story::{Story, day, pack};

/// Every term of the pack, whatever the day.
fn all(pack: &Pack) -> Vec<Term> {
    let mut all: Vec<Term> = Vec::new();
    for on in pack.changes() {
        all.extend(pack.terms(on).map(|(_, term)| term.clone()));
        all.extend(pack.dossier_terms(on).iter().cloned());
    }
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all.dedup();
    all
}

/// What the general law on terms leaves out (article 1, paragraph 2; article 4, under a).
#[test]
fn no_term_is_prolonged_that_the_general_law_on_terms_leaves_out() {
    for term in all(pack()).iter().filter(|term| term.rest_days.prolonged) {
        let is_short = match term.length {
            Length::Hours(_) | Length::Years(_) => false,
            Length::Days(days) | Length::WorkingDays(days) => days <= 90,
            Length::Weeks(weeks) => weeks <= 12,
            Length::Months(months) => months <= 3,
        };
        assert!(is_short, "{} is too long for it, or in hours", term.id);
        assert!(!term.counts_back(), "{} counts back", term.id);
        assert_eq!(term.norm, afweging::Norm::Statute, "{} is no law", term.id);
    }
}

#[test]
fn every_term_can_begin_and_all_but_durations_can_be_kept() {
    for term in all(pack()) {
        let lasts = term.kept.is_empty();
        let may_last = matches!(
            term.kind,
            TermKind::Maximum
                | TermKind::MaximumExtension
                | TermKind::MaximumTotal
                | TermKind::ExParteHearing
                | TermKind::KeptInForce
        );
        assert_eq!(lasts, may_last, "{}", term.id);
        if let (TermStart::Moment(moment), true) = (term.starts, term.kept.len() == 1) {
            assert_ne!(term.kept, [TermKept::Moment(moment)], "{} is kept by what begins it", term.id);
        }
    }
}

#[test]
fn a_term_of_three_days_holds_two_working_days() {
    let term = Term { length: Length::Days(3), ..relief_of_another_law() };
    // From Thursday: Friday is one, Monday the second.
    assert_eq!(term.due(day("2025-03-06")), day("2025-03-10"));
    // From Maundy Thursday: Tuesday 22 and Wednesday 23 April.
    let reckoned = term.reckon(&When::Day(day("2025-04-17")));
    assert_eq!(reckoned.last, day("2025-04-23"));
    let prolonged = reckoned.prolonged.expect("it was");
    assert_eq!(prolonged.from, day("2025-04-20"));
    assert_eq!(prolonged.over, [RestDay::Sunday, RestDay::EasterMonday]);
    // Over Christmas 2025 and the weekend after it.
    assert_eq!(term.due(day("2025-12-24")), day("2025-12-30"));
    // From a Monday there is nothing to prolong.
    assert_eq!(term.reckon(&When::Day(day("2025-03-03"))).prolonged, None);
    // Two days are no three.
    let short = Term { length: Length::Days(2), ..relief_of_another_law() };
    assert_eq!(
        short.due(day("2025-03-07")),
        day("2025-03-10"),
        "Sunday to Monday, with one working day in it"
    );
}

/// The three days of the house ban, as if the general law on terms applied to them.
fn relief_of_another_law() -> Term {
    let mut term = all(pack()).into_iter().find(|term| term.kind == TermKind::ReliefHearing).expect("it");
    term.rest_days.prolonged = true;
    term
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..15_000).prop_map(|days| day("2000-01-01") + Days::new(days))
}

fn any_length() -> impl Strategy<Value = Length> {
    (0_u32..100, 0_u8..6).prop_map(|(number, unit)| match unit {
        0 => Length::Hours(number),
        1 => Length::Days(number),
        2 => Length::WorkingDays(number),
        3 => Length::Weeks(number),
        4 => Length::Months(number),
        _ => Length::Years(number % 30),
    })
}

proptest! {
    #[test]
    fn a_later_start_never_ends_earlier(a in any_day(), b in any_day(), length in any_length()) {
        let (first, second) = (a.min(b), a.max(b));
        prop_assert!(length.end(first) <= length.end(second));
        prop_assert!(length.before(first) <= length.before(second));
        prop_assert!(length.end(first) >= first && length.before(first) <= first);
        let mut term = relief_of_another_law();
        term.length = length;
        prop_assert!(term.due(first) <= term.due(second));
        prop_assert!(term.due(first) >= length.end(first), "prolonged, never shortened");
        if length > Length::Hours(u32::MAX) {
            prop_assert_eq!(RestDay::of(term.due(first)), None, "it ends on a working day");
        }
        term.rest_days.prolonged = false;
        prop_assert_eq!(term.due(first), length.end(first));
    }
    /// P16 of extensions, which generated histories seldom carry through.
    #[test]
    fn p16_no_chain_of_bans_outlives_four_weeks_from_the_first(
        first in (0_u64..5000).prop_map(|days| day("2015-01-01") + Days::new(days)),
        after in prop::collection::vec(0_u64..12, 1..4),
        at in 0_u64..60,
    ) {
        let mut story = Story::new().granted(&first.to_string(), "b0", "M13", "").started(&first.to_string(), "b0");
        let mut on = first;
        for (nth, days) in after.iter().enumerate() {
            on = on + Days::new(*days);
            let (step, earlier) = (format!("b{}", nth + 1), format!("b{nth}"));
            let more = format!(r#","extends":"{earlier}""#);
            story = story.granted(&on.to_string(), &step, "M13", &more).started(&on.to_string(), &step);
        }
        let day = (first + Days::new(at)).to_string();
        for nth in 0..=after.len() {
            let proposed = first + Days::new(after.iter().take(nth).sum());
            if at >= 28 && proposed <= first + Days::new(at) {
                prop_assert_ne!(story.stands(&day, &format!("b{nth}")).1, "InForce", "{} days on", at);
            }
        }
    }
}
