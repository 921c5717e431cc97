//! An entry that says less: each form leaves one thing out, or puts `…` for a text.

use serde_json::Value;

use crate::dossier::{Door, Dossier, Event, NARRATIVE_FIELDS, NewEntry, is_erased};

/// What stands for a text whose words play no part.
const ELLIPSIS: &str = "…";

/// The simpler forms of the entry at a place.
pub(super) fn forms(dossier: &Dossier, place: usize) -> Vec<NewEntry> {
    let Some(entry) = Vec::<NewEntry>::from(dossier).into_iter().nth(place) else { return Vec::new() };
    let mut found = Vec::new();
    if !entry.salt.is_empty() {
        found.push(NewEntry { salt: String::new(), ..entry.clone() });
    }
    if entry.door == Door::Own {
        found.push(NewEntry { door: Door::Observed, ..entry.clone() });
    }
    // Whoever wrote down that somebody is there need not be there: anybody can come in by themselves.
    if let Event::PersonAdded(it) = &entry.event
        && it.person != entry.by
    {
        found.push(NewEntry { by: it.person.clone(), ..entry.clone() });
    }
    let Ok(Value::Object(event)) = serde_json::to_value(&entry.event) else { return found };
    for (kind, says) in event {
        for less in less_of(&says, false) {
            let event = Value::Object([(kind.clone(), less)].into_iter().collect());
            // A field that has to be there cannot be left out; one that says that nothing is known is there either way. A
            // text that has to be there reads as erased without it, which is no simpler thing to say.
            match serde_json::from_value::<Event>(event) {
                Ok(event) if event != entry.event && (is_erased(&entry.event) || !is_erased(&event)) => {
                    found.push(NewEntry { event, ..entry.clone() });
                }
                Ok(_) | Err(_) => {}
            }
        }
    }
    found
}

/// The dossier with another entry at a place; nothing when the log refuses it.
pub(super) fn with(dossier: &Dossier, place: usize, entry: NewEntry) -> Option<Dossier> {
    let mut entries: Vec<NewEntry> = dossier.into();
    *entries.get_mut(place)? = entry;
    Dossier::replay(dossier.id(), entries).ok()
}

/// A dossier without erasures, in which each text that was erased is `…` again.
pub(super) fn with_texts(dossier: &Dossier) -> Option<Dossier> {
    fn fill(value: &mut Value) {
        match value {
            // What is not said is absent: only an erased text is null.
            Value::Null => *value = Value::from(ELLIPSIS),
            Value::Array(items) => items.iter_mut().for_each(fill),
            Value::Object(fields) => fields.values_mut().for_each(fill),
            _ => {}
        }
    }
    let mut entries: Vec<NewEntry> = dossier.into();
    for entry in &mut entries {
        let mut event = serde_json::to_value(&entry.event).ok()?;
        fill(&mut event);
        entry.event = serde_json::from_value(event).ok()?;
    }
    Dossier::replay(dossier.id(), entries).ok()
}

/// Every value that says one thing less. The larger cuts come first.
fn less_of(value: &Value, is_text: bool) -> Vec<Value> {
    match value {
        Value::Object(fields) => {
            let without = fields.keys().map(|name| {
                let mut fields = fields.clone();
                fields.remove(name);
                Value::Object(fields)
            });
            let within = fields.iter().flat_map(|(name, field)| {
                less_of(field, NARRATIVE_FIELDS.contains(&name.as_str())).into_iter().map(|less| {
                    let mut fields = fields.clone();
                    fields.insert(name.clone(), less);
                    Value::Object(fields)
                })
            });
            without.chain(within).collect()
        }
        Value::Array(items) => {
            let without = (0..items.len()).map(|place| {
                let mut items = items.clone();
                items.remove(place);
                Value::Array(items)
            });
            let within = items.iter().enumerate().flat_map(|(place, item)| {
                less_of(item, is_text).into_iter().filter_map(move |less| {
                    let mut items = items.clone();
                    *items.get_mut(place)? = less;
                    Some(Value::Array(items))
                })
            });
            without.chain(within).collect()
        }
        Value::String(text) if is_text && text != ELLIPSIS => vec![Value::from(ELLIPSIS)],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_form_says_one_thing_less() {
        let said = json!({ "step": "s", "why": "because", "for": ["a", "b"] });
        let less = less_of(&said, false);
        for expected in [
            json!({ "step": "s", "for": ["a", "b"] }),
            json!({ "step": "s", "why": "because" }),
            json!({ "step": "s", "why": "…", "for": ["a", "b"] }),
            json!({ "step": "s", "why": "because", "for": ["b"] }),
            json!({ "step": "s", "why": "because", "for": ["a"] }),
        ] {
            assert!(less.contains(&expected), "{expected}");
        }
        // An id is no text: it is never put otherwise.
        assert_eq!(less.len(), 6, "{less:?}");
        assert!(less_of(&json!({ "why": "…" }), false).iter().all(|it| *it == json!({})));
    }
}
