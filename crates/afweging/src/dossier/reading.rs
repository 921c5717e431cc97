//! The dossier as JSON: reading with errors that name the place, writing canonically, and the schema.

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_path_to_error::{Path, Segment};

use super::entry::{Door, Entry, NewEntry, is_erased};
use super::event::Event;
use super::log::{Dossier, as_new};
use super::objects_only::ObjectsOnly;
use crate::canonical;
use crate::code::Code;
use crate::error::{InputError, Refusal};
use crate::id::{DossierId, PersonId};
use crate::said::Said;
use crate::time::{When, instant_text};

/// The format that a dossier states.
pub const DOSSIER_FORMAT: &str = "afweging/dossier/1";

/// The largest text that is read as a dossier, in bytes.
pub const LARGEST_INPUT: usize = 64 * 1024 * 1024;

/// A dossier as it stands in JSON.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "afweging dossier", rename = "Dossier")]
struct DossierIn {
    /// `afweging/dossier/1`.
    format: String,
    /// The vendor's own id of the dossier, opaque here.
    id: String,
    /// The log.
    entries: Vec<EntryIn>,
    /// Entries that were erased after that moment.
    #[serde(default)]
    erased_later: Vec<u64>,
    /// The moment whose knowledge this is: nothing recorded later is in it, and it takes no new entries. Absent from a
    /// dossier that goes on.
    #[serde(
        default,
        deserialize_with = "crate::time::read_instant",
        skip_serializing_if = "Said::is_not_said"
    )]
    known_at: Said<DateTime<Utc>>,
}

/// An entry as it stands in JSON. A log written by hand may leave out all hashes; they are then reckoned on reading.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Entry")]
struct EntryIn {
    /// Its number: 1 for the first.
    seq: u64,
    /// When it came into the dossier.
    #[serde(deserialize_with = "crate::time::read_instant")]
    recorded: DateTime<Utc>,
    /// When it was so in the world.
    occurred: When,
    /// Who did it, or who tells it.
    by: PersonId,
    /// By which door it came in.
    #[serde(default)]
    door: Door,
    /// What it says.
    event: Event,
    /// Its salt.
    #[serde(default)]
    #[schemars(length(max = 128))]
    salt: String,
    /// SHA-256 of salt and content, in hex.
    #[serde(default)]
    content_hash: Option<String>,
    /// SHA-256 of the hash before, the header and the content hash, in hex.
    #[serde(default)]
    hash: Option<String>,
}

#[derive(Serialize)]
struct DossierOut<'a> {
    format: &'static str,
    id: &'a str,
    entries: &'a [Entry],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    erased_later: Vec<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    known_at: Option<DateTime<Utc>>,
}

/// The JSON Schema of a dossier.
pub fn dossier_schema() -> serde_json::Value {
    schemars::schema_for!(DossierIn).to_value()
}

impl Dossier {
    /// Reads a dossier from JSON.
    ///
    /// A log that was tampered with is read all the same, so that it can be looked at: [`Dossier::tampering`] and
    /// every assessment say so.
    ///
    /// # Errors
    /// [`InputError`] with the place: a wrong shape or an unknown field, an unknown format, an id that is unknown or
    /// used twice, time running backwards, something that cannot have happened, or an input over the stated bounds.
    pub fn from_json(text: &str) -> Result<Dossier, InputError> {
        if text.len() > LARGEST_INPUT {
            return Err(fault(
                Code::InputTooLarge,
                "",
                format!("{} bytes; the largest dossier that is read has {LARGEST_INPUT}", text.len()),
            ));
        }
        let read: DossierIn = read_shape(text)?;
        if read.format != DOSSIER_FORMAT {
            return Err(fault(
                Code::InputFormat,
                "format",
                format!("`{}` where `{DOSSIER_FORMAT}` is read", read.format),
            ));
        }
        build(read)
    }

    /// Reads a dossier from bytes that should be UTF-8 JSON.
    ///
    /// # Errors
    /// As [`Dossier::from_json`], and when the bytes are no UTF-8.
    pub fn from_json_bytes(bytes: &[u8]) -> Result<Dossier, InputError> {
        let text = std::str::from_utf8(bytes)
            .map_err(|error| fault(Code::InputShape, "", format!("no UTF-8 text: {error}")))?;
        Dossier::from_json(text)
    }

    /// Writes it as canonical JSON, with all hashes. What was known at a moment stays that when it is read back.
    pub fn to_json(&self) -> String {
        canonical::to_json(&DossierOut {
            format: DOSSIER_FORMAT,
            id: &self.id,
            entries: &self.entries,
            erased_later: self.erased_later.iter().copied().collect(),
            known_at: self.known_at,
        })
    }
}

impl NewEntry {
    /// Reads what is to be recorded from JSON.
    ///
    /// # Errors
    /// [`InputError`] with the place inside the entry.
    pub fn from_json(text: &str) -> Result<NewEntry, InputError> {
        if text.len() > LARGEST_INPUT {
            return Err(fault(Code::InputTooLarge, "", "the entry is too large"));
        }
        read_shape(text)
    }
}

fn read_shape<T: DeserializeOwned>(text: &str) -> Result<T, InputError> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(ObjectsOnly(&mut reader)).map_err(|error| shape(&error))?;
    reader.end().map_err(|error| fault(Code::InputShape, "", not_json(&error)))?;
    Ok(read)
}

fn build(read: DossierIn) -> Result<Dossier, InputError> {
    if let Err(error) = DossierId::new(read.id.as_str()) {
        return Err(fault(Code::InputShape, "id", error.to_string()));
    }
    if read.known_at.is_not_said() && !read.erased_later.is_empty() {
        return Err(fault(
            Code::InputHash,
            "erased_later",
            "a whole log says what was erased by an entry of its own; only a view (`known_at`) cannot hold that entry",
        ));
    }
    let mut dossier = Dossier::new(read.id);
    let sealed = read.entries.first().is_some_and(|entry| entry.hash.is_some());
    for (place, entry) in read.entries.into_iter().enumerate() {
        if let Said::Said(known_at) = read.known_at
            && entry.recorded > known_at
        {
            return Err(fault(
                Code::InputTimeBackwards,
                format!("entries[{place}].recorded"),
                format!(
                    "`{}` is after `{}`, the `known_at` of this dossier",
                    instant_text(entry.recorded),
                    instant_text(known_at)
                ),
            ));
        }
        take(&mut dossier, place, entry, sealed)?;
    }
    dossier.known_at = read.known_at.said().copied();
    dossier.erased_later.extend(read.erased_later);
    // A vendor may have written the redaction and kept the text: reading does away with it, for all at once.
    let erased: Vec<u64> = dossier.state.redacted.keys().chain(&dossier.erased_later).copied().collect();
    if sealed && !erased.is_empty() {
        dossier.erase(&erased);
    }
    dossier.tampering = dossier.verify().err();
    Ok(dossier)
}

fn take(dossier: &mut Dossier, place: usize, entry: EntryIn, sealed: bool) -> Result<(), InputError> {
    let at = |refusal: Refusal| {
        fault(refusal.code, format!("entries[{place}].{}", refusal.path), with_allowed(&refusal))
    };
    let EntryIn { seq, recorded, occurred, by, door, event, salt, content_hash, hash } = entry;
    let new = NewEntry { recorded, occurred, by, door, event, salt };
    if !sealed && new.is_own_decision() {
        return Err(fault(
            Code::InputOwnAct,
            format!("entries[{place}].door"),
            "an own decision comes in only with its proof of authority; a log without hashes shows none",
        ));
    }
    let expected = dossier.check(&new).map_err(at)?;
    if seq != expected {
        return Err(fault(
            Code::InputSequence,
            format!("entries[{place}].seq"),
            format!("`{seq}` where `{expected}` follows"),
        ));
    }
    match (sealed, content_hash, hash) {
        (false, None, None) if is_erased(&new.event) => Err(fault(
            Code::InputHash,
            format!("entries[{place}].event"),
            "a text is missing (null), and without hashes nothing shows that it was erased",
        )),
        (false, None, None) => dossier.append(new).map(|_| ()).map_err(at),
        (true, Some(content_hash), Some(hash)) => {
            dossier.state.take(seq, &new).map_err(at)?;
            let NewEntry { recorded, occurred, by, door, event, salt } = new;
            let entry = Entry { seq, recorded, occurred, by, door, event, salt, content_hash, hash };
            dossier.entries.push(entry);
            Ok(())
        }
        _ => Err(fault(
            Code::InputHash,
            format!("entries[{place}].hash"),
            "either every entry has `content_hash` and `hash`, or none has",
        )),
    }
}

fn with_allowed(refusal: &Refusal) -> String {
    if refusal.allowed.is_empty() {
        refusal.reason.clone()
    } else {
        format!("{}; allowed here: {}", refusal.reason, refusal.allowed.join(", "))
    }
}

pub(crate) fn fault(code: Code, path: impl Into<String>, reason: impl Into<String>) -> InputError {
    let path = path.into();
    InputError {
        code,
        path: if path.is_empty() { "(the whole input)".to_owned() } else { path },
        reason: reason.into(),
    }
}

fn shape(error: &serde_path_to_error::Error<serde_json::Error>) -> InputError {
    let reason = not_json(error.inner());
    let mut path = path_of(error.path());
    let unknown = reason.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
    let code = match unknown {
        Some(field) => {
            // The reader stops before the field that it does not know: name that field too.
            if !path.ends_with(field) {
                path = if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
            }
            Code::InputUnknownField
        }
        None => Code::InputShape,
    };
    fault(code, path, reason)
}

/// `entries[12].event.origin`: the kind of an event is not part of the place.
fn path_of(path: &Path) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    for segment in path.iter() {
        match segment {
            Segment::Seq { index } => {
                let _ = write!(text, "[{index}]");
            }
            Segment::Map { key } => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(key);
            }
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    text
}

/// What is wrong, in one line; that it is no JSON at all is said first.
fn not_json(error: &serde_json::Error) -> String {
    let reason = one_line(&error.to_string());
    if error.is_syntax() || error.is_eof() { format!("no JSON: {reason}") } else { reason }
}

/// Error text is one line; what the user wrote may not be.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The entries as they would be recorded again.
impl From<&Dossier> for Vec<NewEntry> {
    fn from(dossier: &Dossier) -> Self {
        dossier.entries.iter().map(as_new).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use serde_json::Value;

    use super::super::entry::NARRATIVE_FIELDS;
    use super::{Dossier, NewEntry, dossier_schema};

    /// Every property of the schema: its name, whether it is (a list of) free text, whether it may be another string.
    fn properties(schema: &Value, found: &mut BTreeMap<String, BTreeSet<&'static str>>) {
        if let Value::Object(fields) = schema {
            if let Some(Value::Object(properties)) = fields.get("properties") {
                for (name, property) in properties {
                    let is_narrative = |it: &Value| it.get("$ref") == Some(&Value::from("#/$defs/Narrative"));
                    let kind = if is_narrative(property) || property.get("items").is_some_and(is_narrative) {
                        "narrative"
                    } else if property.get("type") == Some(&Value::from("string"))
                        || property.get("$ref").is_some()
                    {
                        "other"
                    } else {
                        "no text"
                    };
                    found.entry(name.clone()).or_default().insert(kind);
                }
            }
            for value in fields.values() {
                properties(value, found);
            }
        } else if let Value::Array(items) = schema {
            for item in items {
                properties(item, found);
            }
        }
    }

    #[test]
    fn the_fields_that_erasure_blanks_are_exactly_those_with_free_text() {
        let mut found = BTreeMap::new();
        properties(&dossier_schema(), &mut found);
        let narrative: BTreeSet<&str> = found
            .iter()
            .filter(|(_, kinds)| kinds.contains("narrative"))
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(narrative, NARRATIVE_FIELDS.iter().copied().collect());
        for (name, kinds) in &found {
            // `refused` is free text in one place and the name of an answer, an object, in another.
            let both = kinds.contains("narrative") && kinds.contains("other") && name != "refused";
            assert!(!both, "`{name}` is free text in one place and something else in another");
        }
    }

    /// Every text of the schema that has no bound: its place.
    fn unbounded(schema: &Value, place: &str, found: &mut Vec<String>) {
        match schema {
            Value::Object(fields) => {
                let bounds = ["maxLength", "enum", "const", "pattern", "format"];
                let is_text = fields.get("type") == Some(&Value::from("string"));
                if is_text && !bounds.iter().any(|bound| fields.contains_key(*bound)) {
                    found.push(place.to_owned());
                }
                for (name, value) in fields {
                    unbounded(value, &format!("{place}/{name}"), found);
                }
            }
            Value::Array(items) => {
                for (place_in, item) in items.iter().enumerate() {
                    unbounded(item, &format!("{place}/{place_in}"), found);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn no_text_of_an_event_is_without_bound() {
        let mut found = Vec::new();
        unbounded(&dossier_schema(), "", &mut found);
        // An id bounds itself; the format, the id and the hashes are looked at as a whole.
        found.retain(|place| {
            !place.ends_with("Id")
                && !place.starts_with("/properties/")
                && !place.starts_with("/$defs/Entry/")
        });
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn what_was_known_at_a_moment_stays_that_in_json() {
        let entry = |seq: u64, person: &str| {
            format!(
                r#"{{"seq": {seq}, "recorded": "2025-03-0{seq}T09:00:00Z", "occurred": "2025-03-01", "by": "lt-1",
                "event": {{"person_added": {{"person": "{person}", "role": "local_team"}}}}}}"#
            )
        };
        let text = format!(
            r#"{{"format": "afweging/dossier/1", "id": "d", "entries": [{}, {}]}}"#,
            entry(1, "lt-1"),
            entry(2, "lt-2")
        );
        let dossier = Dossier::from_json(&text).expect("a dossier");
        assert!(!dossier.to_json().contains("known_at"));

        let instant = "2025-03-01T12:00:00Z".parse().expect("an instant");
        let known = dossier.known_at(instant);
        let mut back = Dossier::from_json(&known.to_json()).expect("what was known");
        assert_eq!((back.known_at_instant(), back.len()), (Some(instant), 1));
        assert_eq!(back.to_json(), known.to_json());

        let new: Vec<NewEntry> = (&dossier).into();
        let refused = back.record(new[1].clone()).expect_err("no new entry");
        assert_eq!(
            refused.to_string(),
            "AFW-INPUT-007 at recorded: what was known at `2025-03-01T12:00:00Z` takes no new entries"
        );
        let later = "2025-03-03T12:00:00Z".parse().expect("an instant");
        assert_eq!(back.known_at(later).known_at_instant(), Some(instant));
    }
}
