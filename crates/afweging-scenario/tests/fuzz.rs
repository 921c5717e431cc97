//! Scenarios that were changed at random: read, or refused with a place; told when read; never a panic.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

use afweging::Pack;
use afweging_scenario::{Scenario, ScenarioFaults};

/// Numbers that only look random: the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }
}

const WORDS: &[&str] = &[
    "moeder",
    "kind",
    "ots",
    "M16",
    "2025-03-03",
    "2 weken later",
    "alle",
    "null",
    "-1",
    "1.5",
    "99999999999999999999",
    "ja",
    "AFW-TERM-004",
    "[]",
    "{}",
    "op",
    "naam",
    "door",
    "stap",
    "9999-12-31",
    "400000 jaar later",
    "0001-01-01",
    "*a",
    "&a b",
    "!!int x",
    "alle lichtere",
    "stoppen met ots",
    "|",
    "? ",
    "é",
    "\u{1b}",
    "geboren in -5",
    "12000 jaar",
];

fn mutated(dice: &mut Dice, texts: &[String]) -> String {
    let mut text: Vec<char> = texts[dice.roll(texts.len())].chars().collect();
    for _ in 0..=dice.roll(2) {
        let at = dice.roll(text.len());
        match dice.roll(7) {
            0 => text[at] = char::from_u32(u32::try_from(dice.roll(0x2_0000)).unwrap()).unwrap_or('x'),
            1 => drop(text.remove(at)),
            2 => text.insert(at, [':', '-', '\n', ' ', '[', '{', '"', '\'', '#', '\t'][dice.roll(10)]),
            3 => text.truncate(at.max(1)),
            4 | 5 => {
                // One word for another.
                let from = (at..text.len()).find(|place| text[*place].is_alphanumeric()).unwrap_or(at);
                let until =
                    (from..text.len()).find(|place| !text[*place].is_alphanumeric()).unwrap_or(text.len());
                text.splice(from..until, WORDS[dice.roll(WORDS.len())].chars());
            }
            _ => {
                // A line from elsewhere.
                let other: String = texts[dice.roll(texts.len())].clone();
                let lines: Vec<&str> = other.lines().collect();
                let line = format!("\n{}\n", lines[dice.roll(lines.len())]);
                text.splice(at..at, line.chars());
            }
        }
        if text.is_empty() {
            break;
        }
    }
    text.into_iter().collect()
}

#[test]
fn changed_scenarios_are_read_or_refused() {
    let pack = Pack::nl().unwrap();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts: Vec<String> = paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let mut dice = Dice(20_250_303);
    let (mut told, mut refused) = (0, 0);
    for _ in 0..1_500 {
        let text = mutated(&mut dice, &texts);
        match Scenario::read(&text).and_then(|scenario| scenario.run(&pack)) {
            Ok(result) => {
                told += 1;
                assert!(!result.is_met() || !result.met.is_empty(), "{text}");
            }
            Err(ScenarioFaults(faults)) => {
                refused += 1;
                let lines = text.lines().count().max(1) + 1;
                assert!(!faults.is_empty());
                for fault in faults {
                    assert!(!fault.what.is_empty() && fault.place.line <= lines, "{fault}\n{text}");
                }
            }
        }
    }
    assert!(told > 100 && refused > 100, "{told} told, {refused} refused");
}
