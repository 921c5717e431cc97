//! "Always" and "never" where this case is meant (Q28), and a stop that never comes (Q27).

use super::fold::{GAP, own_words, words};
use super::words::{Claim, DENIES, GENERAL, NEVER_GOOD_ENOUGH, Next, OF_A_KIND, PEOPLE, REPORTS, RULES};

/// How far before a claim a word that denies it may stand.
const DENIED_WITHIN: usize = 3;
/// How far around a claim a word that makes it a rule may stand.
const RULE_WITHIN: usize = 4;
/// How far before a claim a word that makes it somebody else's may stand.
const REPORTED_WITHIN: usize = 8;

/// The general claims in a text, each once, in the order in which they stand there.
///
/// Left out: what is quoted, denied (*niet altijd*), hedged (*bijna altijd*), reported (*moeder zegt dat hij altijd …*), what
/// states a rule (*mag nooit*), and what tells of the past (*nooit begonnen*).
pub(crate) fn general_words(text: &str) -> Vec<String> {
    let words = own_words(text);
    let mut found: Vec<String> = Vec::new();
    for at in 0..words.len() {
        let Some(here) = words.get(at..) else { break };
        let Some(length) = claim_length(&words, at, here) else { continue };
        if is_set_aside(&words, at, length) {
            continue;
        }
        let phrase = here.get(..length).unwrap_or_default().join(" ");
        if !found.contains(&phrase) {
            found.push(phrase);
        }
    }
    found
}

/// How many words the claim that begins here has, when one does.
fn claim_length(words: &[String], at: usize, here: &[String]) -> Option<usize> {
    let of_a_kind = OF_A_KIND.iter().find_map(|kind| {
        let people = here.get(kind.len())?;
        (begins(here, kind) && PEOPLE.contains(&people.as_str())).then_some(kind.len().saturating_add(1))
    });
    of_a_kind.or_else(|| {
        GENERAL
            .iter()
            .find(|claim| begins(here, claim.phrase) && !means_something_else(claim, words, at, here))
            .map(|claim| claim.phrase.len())
    })
}

fn begins(words: &[String], phrase: &[&str]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, wanted)| word == wanted)
}

fn means_something_else(claim: &Claim, words: &[String], at: usize, here: &[String]) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before)).map_or(GAP, String::as_str);
    let next = here.get(claim.phrase.len()).map_or(GAP, String::as_str);
    claim.not_after.contains(&before)
        || claim.not_before.contains(&next)
        || match claim.unless_next {
            Next::None => false,
            Next::DutchParticiple => {
                next.starts_with("ge") && next.ends_with(['t', 'd', 'n']) && next.len() > 4
            }
            Next::EnglishPast => next.ends_with("ed"),
            Next::Comparative => next.ends_with("er") && next.len() > 3,
        }
}

fn is_set_aside(words: &[String], at: usize, length: usize) -> bool {
    let end = at.saturating_add(length);
    let any = |from: usize, until: usize, list: &[&str]| {
        let until = until.min(words.len());
        words.get(from.min(until)..until).unwrap_or_default().iter().any(|word| list.contains(&word.as_str()))
    };
    any(at.saturating_sub(DENIED_WITHIN), at, DENIES)
        || any(at.saturating_sub(REPORTED_WITHIN), at, REPORTS)
        || any(at.saturating_sub(RULE_WITHIN), at, RULES)
        || any(end, end.saturating_add(RULE_WITHIN), RULES)
}

/// Whether a stop as it is worded never comes: no worries left, no risk left. Gives the words.
pub(crate) fn never_good_enough(text: &str) -> Option<String> {
    let words = words(text);
    (0..words.len()).find_map(|at| {
        let here = words.get(at..)?;
        NEVER_GOOD_ENOUGH.iter().find(|phrase| begins(here, phrase)).map(|phrase| phrase.join(" "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found, and the nearest sentence in which it is not.
    const PAIRS: &[(&str, &[&str], &str)] = &[
        ("Moeder komt altijd te laat.", &["altijd"], "Moeder komt niet altijd te laat."),
        ("Kind-1 klaagt nooit.", &["nooit"], "De hulp is nooit begonnen."),
        ("Het gaat nooit goed.", &["nooit"], "Zo ging het nooit eerder."),
        ("Hulp helpt hier nooit.", &["nooit"], "Hulp die nooit is gegeven, is niet mislukt."),
        ("Iedereen weet hoe dit afloopt.", &["iedereen weet"], "Iedereen vindt dat deze hulp nu nodig is."),
        ("Vader liegt steeds.", &["steeds"], "Kind-1 komt steeds vaker te laat."),
        ("Hij drinkt altijd.", &["altijd"], "Hij drinkt nog altijd."),
        ("Hij drinkt altijd.", &["altijd"], "Hij drinkt bijna altijd."),
        ("Zij belt altijd af.", &["altijd"], "Moeder zegt dat zij altijd afbelt."),
        ("Zij belt altijd af.", &["altijd"], "Vader: „zij belt altijd af”."),
        ("Er is altijd ruzie.", &["altijd"], "Er is dan altijd een machtiging nodig."),
        ("Dat loopt altijd fout.", &["altijd"], "Een kind moet altijd op iemand kunnen rekenen."),
        ("Zulke ouders leren het niet.", &["zulke ouders"], "Deze ouders leren het."),
        ("Dit soort gezinnen redt het niet.", &["dit soort gezinnen"], "Dit soort hulp past hier."),
        ("Iedereen weet dat het misgaat.", &["iedereen weet"], "Iedereen is gehoord."),
        ("Niemand verandert zomaar.", &["niemand verandert"], "In de nacht is er thuis niemand."),
        ("Per definitie gaat dat mis.", &["per definitie"], "Zonder hulp gaat dat mis."),
        ("The mother always forgets.", &["always"], "The mother does not always forget."),
        ("He never listens.", &["never"], "The help never started."),
        ("Help never works here.", &["never"], "Promised help never given has not failed."),
        (
            "Such parents never learn.",
            &["such parents", "never"],
            "According to the school such parents never learn.",
        ),
        ("A father always comes back.", &["always"], "A child must always be heard."),
    ];

    #[test]
    fn a_general_claim_is_found_and_its_twin_is_not() {
        for (general, found, of_this_case) in PAIRS {
            assert_eq!(general_words(general), *found, "{general}");
            assert!(
                general_words(of_this_case).is_empty(),
                "{of_this_case}: {:?}",
                general_words(of_this_case)
            );
        }
    }

    #[test]
    fn a_word_inside_another_is_none() {
        for text in ["Altijdgroen en nooitgedacht.", "steedse straten", "nevertheless"] {
            assert!(general_words(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_stop_that_never_comes_is_found() {
        assert_eq!(never_good_enough("Als er geen zorgen meer zijn.").as_deref(), Some("geen zorgen meer"));
        assert_eq!(never_good_enough("When it is completely safe").as_deref(), Some("completely safe"));
        assert_eq!(never_good_enough("Als de ochtenden drie maanden goed gaan."), None);
        assert_eq!(never_good_enough("Als moeder geen zorgen om geld meer heeft."), None);
    }

    /// The texts of others, read for what the check says where it should not: facts and reasons of the published rulings.
    #[test]
    fn nothing_in_the_published_rulings_is_called_general() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/rulings");
        let mut lines = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_some_and(|it| it == "yaml") {
                for line in std::fs::read_to_string(&file).unwrap().lines() {
                    lines += 1;
                    assert!(general_words(line).is_empty(), "{}: {line}", file.display());
                }
            }
        }
        assert!(lines > 1_000, "{lines}");
    }
}
