//! Inputs that were changed at random: read, or refused with a place; assessed and shown when read; never a panic.

#![allow(clippy::arithmetic_side_effects, reason = "a test may fail loudly")]

use std::path::Path;

use afweging::{Dossier, Language, Pack, assess};
use chrono::NaiveDate;

use crate::fault::Fault;
use crate::text::Screen;
use crate::words::Words;
use crate::{html, report, text};

const SMALL: &str = include_str!("../tests/cli/small.json");

/// Numbers that only look random: the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (usize::try_from(self.0 >> 33).unwrap()) % sides
    }
}

fn mutated(dice: &mut Dice) -> Vec<u8> {
    let mut bytes = SMALL.as_bytes().to_vec();
    for _ in 0..=dice.roll(3) {
        let at = dice.roll(bytes.len());
        match dice.roll(6) {
            0 => bytes[at] = u8::try_from(dice.roll(256)).unwrap(),
            1 => drop(bytes.remove(at)),
            2 => bytes.insert(at, b"{}[]\",:0-e\\\xc3\x80\x1b"[dice.roll(14)]),
            3 => bytes.truncate(at.max(1)),
            4 => {
                // One word of the vocabulary for another.
                let words = [
                    "mother",
                    "child",
                    "2025-01-16",
                    "kind-1",
                    "met",
                    "M16",
                    "supports",
                    "null",
                    "-1",
                    "99999999999999999999",
                ];
                let (from, to) = (words[dice.roll(7)], words[dice.roll(words.len())]);
                if let Some(place) =
                    bytes.windows(from.len()).skip(at).position(|window| window == from.as_bytes())
                {
                    bytes.splice(at + place..at + place + from.len(), to.bytes());
                }
            }
            _ => {
                let until = (at + dice.roll(400)).min(bytes.len());
                let piece: Vec<u8> = bytes[at..until].to_vec();
                let to = dice.roll(bytes.len());
                bytes.splice(to..to, piece);
            }
        }
    }
    bytes
}

fn shown(dossier: &Dossier, pack: &Pack, at: NaiveDate) {
    let assessment = assess(dossier, pack, at);
    for language in [Language::Nl, Language::En] {
        let document = report::of(&assessment, dossier, pack, Words::new(language), false);
        for width in [30, 100] {
            assert!(!text::render(&document, Screen { width, colour: true }).is_empty());
        }
        assert!(html::render(&document).ends_with("</html>\n"));
    }
}

#[test]
fn changed_inputs_are_read_or_refused() {
    let pack = Pack::nl().unwrap();
    let mut dice = Dice(20_250_301);
    let (mut read, mut refused) = (0, 0);
    for _ in 0..1_500 {
        let bytes = mutated(&mut dice);
        match Dossier::from_json_bytes(&bytes) {
            Ok(dossier) => {
                read += 1;
                if read % 8 == 0 {
                    shown(&dossier, &pack, "2025-02-10".parse().unwrap());
                }
            }
            Err(error) => {
                refused += 1;
                let code = error.code.as_str();
                let message = Fault::input(Path::new("-"), &bytes, error).message(Language::En);
                assert!(message.contains(code) && message.contains("place:") && message.contains("reason:"));
                assert!(!message.contains('\u{1b}'), "{message:?}");
            }
        }
    }
    assert!(read > 50 && refused > 50, "{read} read, {refused} refused");
}

#[test]
fn any_day_can_be_shown() {
    let pack = Pack::nl().unwrap();
    let dossier = Dossier::from_json(SMALL).unwrap();
    for at in ["0001-01-01", "1900-01-01", "2014-12-31", "2025-01-20", "2200-01-01", "9999-12-31"] {
        shown(&dossier, &pack, at.parse().unwrap());
    }
    for at in [NaiveDate::MIN, NaiveDate::MAX] {
        shown(&dossier, &pack, at);
    }
}
