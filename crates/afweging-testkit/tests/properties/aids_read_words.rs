//! The text checks read words: the same words in other capitals, with other signs and white space between them, get the same
//! advice; and no words whatever change a gate.

use std::collections::BTreeSet;

use afweging::{Assessment, Code, Dossier, NewEntry};
use afweging_testkit::{Dice, Histories};
use proptest::prelude::*;
use serde_json::Value;

use crate::{assessed, config};

/// What the checks look for, what denies, hedges, reports or rules it, and words that say nothing of the kind. No
/// quotation marks: what stands between those is somebody else's.
const WORDS: &[&str] = &[
    "altijd",
    "nooit",
    "steeds",
    "vaker",
    "niet",
    "bijna",
    "nog",
    "zegt",
    "moet",
    "zulke",
    "ouders",
    "dit",
    "soort",
    "gezinnen",
    "iedereen",
    "weet",
    "always",
    "never",
    "started",
    "not",
    "such",
    "parents",
    "must",
    "says",
    "moeder",
    "komt",
    "te",
    "laat",
    "geen zorgen meer",
    "één",
    "crème",
    "3",
    "kind",
];

/// Words that no check looks for.
const PLAIN: &[&str] = &["moeder", "kwam", "in", "mei", "vier", "keer", "op", "school", "praten"];

/// The texts that a step is told with: reasons and details.
const FIELDS: &[&str] = &[
    "why",
    "what_happened",
    "causes",
    "maintaining",
    "needed_now",
    "goal",
    "severity",
    "if_taken",
    "if_not_taken",
    "best_interests",
    "stop_when",
];

/// Written plainly: small letters, one space.
fn plainly(words: &[&str], _: &mut Dice) -> String {
    words.join(" ")
}

/// The same words in any capitals, with any signs and white space between.
fn fancily(words: &[&str], dice: &mut Dice) -> String {
    let mut text = String::new();
    for word in words {
        for letter in word.chars() {
            if dice.chance(30) { text.extend(letter.to_uppercase()) } else { text.push(letter) }
        }
        text.push_str(dice.pick(&[" ", "  ", ", ", ". ", "!\n", " – ", "; ", "\t(", ") ", "… "]).unwrap());
    }
    // An accent that stands by itself.
    text.replace('é', "e\u{301}").replace('è', "e\u{300}")
}

type Style = fn(&[&str], &mut Dice) -> String;

/// The dossier with each text of a step replaced by some words out of a list.
fn retold(dossier: &Dossier, seed: u64, list: &[&str], style: Style) -> Option<Dossier> {
    let mut dice = Dice::new(seed);
    let mut styling = Dice::new(seed.wrapping_add(1));
    let mut entries = Vec::new();
    for entry in Vec::<NewEntry>::from(dossier) {
        let mut value = serde_json::to_value(&entry).ok()?;
        retell(&mut value, &mut dice, &mut styling, list, style);
        entries.push(serde_json::from_value(value).ok()?);
    }
    Dossier::replay(dossier.id(), entries).ok()
}

fn retell(value: &mut Value, dice: &mut Dice, styling: &mut Dice, list: &[&str], style: Style) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|it| retell(it, dice, styling, list, style)),
        Value::Object(fields) => {
            for (name, field) in fields {
                if field.is_string() && FIELDS.contains(&name.as_str()) {
                    let length = 1 + dice.below(24);
                    let words: Vec<&str> = (0..length).filter_map(|_| dice.pick(list).copied()).collect();
                    *field = Value::String(style(&words, styling));
                } else {
                    retell(field, dice, styling, list, style);
                }
            }
        }
        _ => {}
    }
}

fn advice(assessment: &Assessment) -> Vec<(String, Code, Vec<u64>, String)> {
    assessment
        .steps
        .iter()
        .flat_map(|step| {
            step.aids
                .iter()
                .map(|aid| (step.step.to_string(), aid.code, aid.because.clone(), aid.sentence.nl.clone()))
        })
        // The occasion is quoted as it was written; no check reads its words.
        .filter(|(_, code, ..)| *code != Code::AidOccasionOutside)
        .collect()
}

fn outcomes(assessment: &Assessment) -> String {
    let gates: Vec<_> = assessment
        .steps
        .iter()
        .map(|step| {
            let gates: Vec<_> = step.gates.iter().map(|gate| (gate.gate, gate.outcome)).collect();
            (&step.step, step.open, gates)
        })
        .collect();
    format!("{:?} {:?} {gates:?}", assessment.open, assessment.least_intrusive)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn aids_read_the_same_words_alike(
        history in Histories::new().well_prepared().without_redactions().with_length(20..60).strategy(),
        seed in any::<u64>(),
    ) {
        let at = history.last_day();
        let plain = retold(&history, seed, WORDS, plainly).expect("no transition reads a text");
        let fancy = retold(&history, seed, WORDS, fancily).expect("no transition reads a text");
        prop_assert_eq!(advice(&assessed(&plain, at)), advice(&assessed(&fancy, at)));
    }

    #[test]
    fn aids_no_words_change_a_gate(
        history in Histories::new().well_prepared().without_redactions().with_length(20..60).strategy(),
        seed in any::<u64>(),
    ) {
        let at = history.last_day();
        let general = retold(&history, seed, WORDS, plainly).expect("no transition reads a text");
        let plain = retold(&history, seed, PLAIN, plainly).expect("no transition reads a text");
        prop_assert_eq!(outcomes(&assessed(&general, at)), outcomes(&assessed(&plain, at)));
    }
}

/// The property says something only if such words bring the checks out, and plain words do not.
#[test]
fn the_words_bring_the_checks_out_and_plain_words_do_not() {
    let mut found: [BTreeSet<Code>; 2] = Default::default();
    for number in 0..60_u64 {
        let seeds: Vec<u64> = (0..50).map(|at| number * 1000 + at).collect();
        let history = Histories::new().well_prepared().without_redactions().build(&seeds);
        for (list, found) in [WORDS, PLAIN].iter().zip(&mut found) {
            let retold = retold(&history, number, list, plainly).expect("no transition reads a text");
            found.extend(advice(&assessed(&retold, history.last_day())).into_iter().map(|it| it.1));
        }
    }
    let of_words = [Code::AidGeneralClaim, Code::AidNeverGoodEnough];
    assert!(of_words.iter().all(|code| found[0].contains(code)), "{:?}", found[0]);
    assert!(of_words.iter().all(|code| !found[1].contains(code)), "{:?}", found[1]);
}
