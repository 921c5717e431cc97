//! What breaks a rule is told by the shortest history that does: coherent, and with nothing in it that plays no part.

use std::panic::catch_unwind;

use afweging::{Code, Dossier, Language, Minimised, Story, StoryOf, minimise};
use afweging_testkit::{Histories, dutch_pack, for_all};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{assessed, config};

/// What holds for whatever was found, on whatever rule.
fn check(whole: &Dossier, found: &Minimised, breaks: &dyn Fn(&Dossier) -> bool) -> Result<(), TestCaseError> {
    let small = &found.dossier;
    prop_assert!(found.is_shortest);
    prop_assert!(breaks(small), "the rule holds on what was found");
    prop_assert!(small.verify().is_ok());
    let again = Dossier::from_json(&small.to_json());
    prop_assert!(again.is_ok_and(|it| it.tampering().is_none()), "it does not read back");
    // It is a part of the whole: the same kinds of entries, in the same order, of the same days.
    prop_assert_eq!(found.places.len(), small.len());
    prop_assert!(found.places.is_sorted());
    for (entry, place) in small.entries().iter().zip(&found.places) {
        let before = whole.entry(*place);
        let is_same =
            before.is_some_and(|it| (it.event.kind(), it.occurred) == (entry.event.kind(), entry.occurred));
        prop_assert!(is_same, "entry {} was {place}", entry.seq);
    }
    // And nothing of it can go.
    for seq in (1..).take(small.len()) {
        let mut gone: Vec<u64> =
            found.carries[usize::try_from(seq).unwrap_or_default() - 1].iter().copied().collect();
        gone.push(seq);
        let without = small.without(&gone).dossier;
        prop_assert_eq!(without.len() + gone.len(), small.len(), "more goes with entry {} than is said", seq);
        prop_assert!(!breaks(&without), "entry {} plays no part: {}", seq, small.to_json());
    }
    Ok(())
}

fn on_one_code(whole: &Dossier, at: NaiveDate, pick: Index) -> Result<(), TestCaseError> {
    let all: Vec<Code> = assessed(whole, at).codes().into_iter().collect();
    if all.is_empty() {
        return Ok(());
    }
    let code = *pick.get(&all);
    let breaks = |it: &Dossier| assessed(it, at).codes().contains(&code);
    // What a changed log shows is gone as soon as it is sealed anew.
    if code == Code::ChainBroken {
        return Ok(());
    }
    let found = minimise(whole, breaks).map_err(|why| TestCaseError::fail(format!("{code}: {why}")))?;
    check(whole, &found, &breaks)?;
    let again = minimise(whole, breaks).map_err(|why| TestCaseError::fail(why.to_string()))?;
    prop_assert_eq!(again.dossier.to_json(), found.dossier.to_json());
    let story = Story::of(StoryOf::Shows(code), &found, dutch_pack());
    prop_assert_eq!(story.people.len() + story.steps.len(), found.dossier.len());
    for (language, last) in [(Language::Nl, "er niet meer"), (Language::En, "is gone")] {
        let text = story.text(language);
        // Every line says something, and somebody's own words are in none.
        prop_assert!(text.lines().all(|line| line.trim().len() > 3), "{text}");
        prop_assert!(!text.contains("…") && !text.contains(": ;") && !text.contains("  ,"), "{text}");
        prop_assert!(text.contains(last), "{text}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 16, max_shrink_iters: 40, ..config() })]

    #[test]
    fn shortest_has_nothing_that_plays_no_part(
        history in Histories::new().with_length(5..60).strategy(),
        pick in any::<Index>(),
    ) {
        on_one_code(&history, history.last_day(), pick)?;
    }
}

/// A rule that breaks now and then, tried as a methodologist would: the panic is the story, in both languages.
#[test]
fn a_rule_that_breaks_is_told_as_a_story() {
    let broken = catch_unwind(|| {
        for_all(ProptestConfig { cases: 64, ..config() }, Histories::new().with_length(30..60), |dossier| {
            let kinds: Vec<&str> = dossier.entries().iter().map(|it| it.event.kind()).collect();
            prop_assert!(!kinds.contains(&"consent_refused"), "somebody refused");
            Ok(())
        });
    });
    let told = broken.expect_err("in some dossier somebody refuses");
    let told = told.downcast_ref::<String>().expect("a text");
    assert!(told.starts_with("somebody refused at "), "{told}");
    assert!(told.contains("Kortste geval dat uw regel breekt ("), "{told}");
    assert!(told.contains("klopt de regel weer"), "{told}");
    assert!(told.contains("Shortest case that breaks your rule ("), "{told}");
    let (_, json) = told.rsplit_once('\n').expect("the dossier comes last");
    let steps = Dossier::from_json(json)
        .expect("the dossier")
        .entries()
        .iter()
        .filter(|it| it.event.kind() != "person_added")
        .count();
    assert!(steps <= 4, "{told}");
}

/// A rule that panics on its own account breaks as well, and the search ends.
#[test]
fn a_rule_that_panics_breaks() {
    let broken = catch_unwind(|| {
        for_all(ProptestConfig { cases: 8, ..config() }, Histories::new().with_length(10..20), |dossier| {
            assert!(dossier.people().iter().count() < 2, "too many people");
            Ok(())
        });
    });
    let told = broken.expect_err("every dossier has more people");
    let told = told.downcast_ref::<String>().expect("a text");
    assert!(told.starts_with("too many people") && told.contains("(0 stappen)"), "{told}");
}
