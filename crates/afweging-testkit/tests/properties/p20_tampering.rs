//! P20: any change to the canonical content of an entry is found, content missing without its `Redacted` entry too; a cut
//! tail against a kept head hash.

use afweging::{Dossier, Tampering};
use afweging_testkit::{Dice, Histories};
use proptest::prelude::*;
use serde_json::Value;

use crate::config;

/// The places of all leaves, empty lists and objects.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(items) if !items.is_empty() => {
            for (place, item) in items.iter().enumerate() {
                leaves(item, &format!("{path}/{place}"), found);
            }
        }
        Value::Object(fields) if !fields.is_empty() => {
            for (key, field) in fields {
                leaves(field, &format!("{path}/{key}"), found);
            }
        }
        _ => found.push(path.to_owned()),
    }
}

/// Changes one leaf into something else of its kind, or takes it away.
fn change(leaf: &mut Value, dice: &mut Dice) {
    *leaf = match &*leaf {
        _ if dice.chance(10) => Value::Null,
        Value::Null => Value::from("put back"),
        Value::Bool(is) => Value::from(!is),
        Value::Number(number) => Value::from(number.as_u64().unwrap_or_default() + 1 + dice.below(3)),
        Value::String(text) if text.is_empty() => Value::from("x"),
        Value::String(text) => {
            let mut letters: Vec<char> = text.chars().collect();
            let place = dice.below(letters.len() as u64) as usize;
            letters[place] = match letters[place] {
                '0'..='8' => char::from(letters[place] as u8 + 1),
                '9' => '0',
                'x' => 'y',
                _ => 'x',
            };
            Value::from(letters.into_iter().collect::<String>())
        }
        Value::Array(_) | Value::Object(_) => Value::Null,
    };
}

/// What reading a log finds: nothing when it is what it was.
enum Found {
    /// It cannot be read.
    Refused,
    /// It reads, and shows that it was changed.
    Tampered(Tampering),
    /// It reads as what it was before: what was changed does not count.
    Same,
    /// It reads as something else.
    Missed(String),
}

fn look(log: &Value, original: &Dossier) -> Found {
    let Ok(read) = Dossier::from_json(&log.to_string()) else { return Found::Refused };
    assert_eq!(read.tampering().cloned(), read.verify().err());
    match read.tampering() {
        Some(tampering) => Found::Tampered(tampering.clone()),
        None if read.to_json() == original.to_json() => Found::Same,
        None => Found::Missed(read.to_json()),
    }
}

fn number_anew(entries: &mut [Value]) {
    for (place, entry) in entries.iter_mut().enumerate() {
        entry["seq"] = Value::from(place + 1);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p20_a_changed_leaf_is_found(
        history in Histories::new().with_length(1..60).strategy(),
        seeds in prop::collection::vec(any::<u64>(), 4),
    ) {
        let log: Value = serde_json::from_str(&history.to_json()).expect("JSON");
        for seed in seeds {
            let mut dice = Dice::new(seed);
            let mut log = log.clone();
            let place = dice.below(history.len() as u64) as usize;
            let entry = &mut log["entries"][place];
            let mut paths = Vec::new();
            leaves(entry, "", &mut paths);
            let path = dice.pick(&paths).expect("a leaf").clone();
            change(entry.pointer_mut(&path).expect("the leaf"), &mut dice);
            match look(&log, &history) {
                Found::Refused | Found::Same => {}
                // Never later than where it was changed.
                Found::Tampered(it) => prop_assert!(it.entry <= place as u64 + 1, "{path}: {it}"),
                Found::Missed(text) => prop_assert!(false, "entries[{place}]{path} went unseen: {text}"),
            }
        }
    }

    #[test]
    fn p20_a_dropped_moved_or_inserted_entry_is_found(
        history in Histories::new().with_length(3..50).strategy(),
        seed in any::<u64>(),
    ) {
        let mut dice = Dice::new(seed);
        let mut log: Value = serde_json::from_str(&history.to_json()).expect("JSON");
        let entries = log["entries"].as_array_mut().expect("entries");
        let before = entries.clone();
        let length = entries.len() as u64;
        let place = dice.below(length) as usize;
        let other = dice.below(length) as usize;
        match dice.below(4) {
            0 if place + 1 < entries.len() => _ = entries.remove(place),
            1 => entries.swap(place, other),
            2 => entries.insert(place, before[other].clone()),
            _ => {
                let moved = entries.remove(place);
                entries.insert(other.min(entries.len()), moved);
            }
        }
        let first_wrong = entries.iter().zip(&before).take_while(|(is, was)| is == was).count();
        let is_same = *entries == before;
        number_anew(entries);
        match look(&log, &history) {
            Found::Refused => {}
            Found::Same => prop_assert!(is_same),
            Found::Tampered(it) => prop_assert!(it.entry <= first_wrong as u64 + 1, "{it}"),
            // Two entries that are equal in all but their numbers and hashes cannot be moved unseen either.
            Found::Missed(text) => prop_assert!(false, "it went unseen: {text}"),
        }
    }

    #[test]
    fn p20_a_cut_tail_is_found_against_a_kept_head(
        history in Histories::new().with_length(1..60).strategy(),
        seed in any::<u64>(),
    ) {
        let mut dice = Dice::new(seed);
        let kept = history.head();
        prop_assert!(history.verify_against(kept).is_ok());
        let mut log: Value = serde_json::from_str(&history.to_json()).expect("JSON");
        let entries = log["entries"].as_array_mut().expect("entries");
        entries.truncate(dice.below(entries.len() as u64) as usize);
        let left = entries.len() as u64;
        // Entries may be left without the entry that erased them: that alone gives it away.
        if let Ok(cut) = Dossier::from_json(&log.to_string()) {
            let found = cut.verify_against(kept).expect_err("the tail is missing");
            prop_assert!(found.entry <= left + 1);
            prop_assert!(cut.verify_against("").is_ok() == cut.tampering().is_none());
        }
        // A head that was kept earlier is still in a log that went on.
        let earlier = &history.entries()[dice.below(history.len() as u64) as usize].hash;
        prop_assert!(history.verify_against(earlier).is_ok());
    }

    /// Texts that are gone without an entry that says why.
    #[test]
    fn p20_missing_content_is_found(
        history in Histories::new().with_length(1..60).without_redactions().strategy(),
        seed in any::<u64>(),
    ) {
        let mut dice = Dice::new(seed);
        let mut log: Value = serde_json::from_str(&history.to_json()).expect("JSON");
        let entries = log["entries"].as_array_mut().expect("entries");
        let place = dice.below(entries.len() as u64) as usize;
        let mut texts = Vec::new();
        leaves(&entries[place]["event"], "/event", &mut texts);
        texts.retain(|path| entries[place].pointer(path).is_some_and(Value::is_string));
        let Some(path) = dice.pick(&texts).cloned() else { return Ok(()) };
        *entries[place].pointer_mut(&path).expect("a text") = Value::Null;
        // Also when the log claims, without an entry, that it was erased later.
        let says_so = dice.chance(50);
        if says_so {
            log["erased_later"] = Value::from(vec![place + 1]);
        }
        match look(&log, &history) {
            Found::Refused => {}
            Found::Tampered(it) => prop_assert_eq!(it.entry, place as u64 + 1),
            Found::Same => prop_assert!(false, "a text cannot come back"),
            Found::Missed(text) => prop_assert!(false, "{path} of entry {} went unseen: {text}", place + 1),
        }
    }
}
