//! An entry of the log, and the chain of hashes that shows whether it is as it was recorded.
//!
//! What a hash covers: the hash of the entry before, the header (number, times, who, door, and the event with its
//! texts blanked) and the hash of salt and content. So erasure can take texts and salt away and the rest still shows.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::event::Event;
use crate::canonical;
use crate::id::PersonId;
use crate::time::When;

/// By which door an act came in.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// An act of others, or of earlier: recorded as it was, lawful or not.
    #[default]
    Observed,
    /// An act of those who use this library. An own decision needs its proof of authority.
    Own,
}

/// The longest salt, in bytes.
pub const LONGEST_SALT: usize = 128;

/// What is to be recorded. The number and the hashes are the log's own business.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEntry {
    /// When it comes into the dossier: a UTC instant that never decreases along the log.
    #[serde(deserialize_with = "crate::time::read_instant")]
    pub recorded: DateTime<Utc>,
    /// When it was so in the world.
    pub occurred: When,
    /// Who did it, or who tells it.
    pub by: PersonId,
    /// By which door it comes in.
    #[serde(default, skip_serializing_if = "is_observed")]
    pub door: Door,
    /// What it says.
    pub event: Event,
    /// Random characters that keep a short text from being guessed by its hash. An input: nothing here is random.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[schemars(length(max = 128))]
    pub salt: String,
}

fn is_observed(door: &Door) -> bool {
    *door == Door::Observed
}

impl NewEntry {
    /// Whether it is a decision by the own door, which needs a proof.
    pub(super) fn is_own_decision(&self) -> bool {
        is_own_decision(self.door, &self.event)
    }
}

fn is_own_decision(door: Door, event: &Event) -> bool {
    let decides = matches!(
        event,
        Event::Decided(_) | Event::DecidedUrgently(_) | Event::HeardAfterwards(_) | Event::AppealRuled(_)
    );
    door == Door::Own && decides
}

/// An entry as it stands in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its number: 1 for the first.
    pub seq: u64,
    /// When it came into the dossier.
    pub recorded: DateTime<Utc>,
    /// When it was so in the world.
    pub occurred: When,
    /// Who did it, or who tells it.
    pub by: PersonId,
    /// By which door it came in.
    #[serde(skip_serializing_if = "is_observed")]
    pub door: Door,
    /// What it says; texts that were erased show as such.
    pub event: Event,
    /// Its salt; empty when there was none or when it was erased.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub salt: String,
    /// SHA-256 of salt and content, in hex.
    pub content_hash: String,
    /// SHA-256 of the hash before, the header and the content hash, in hex.
    pub hash: String,
}

/// The fields that hold free text. A test compares this list with the schema.
pub(crate) const NARRATIVE_FIELDS: &[&str] = &[
    "account",
    "adapt",
    "best_interests",
    "burden",
    "causes",
    "concerns",
    "correction",
    "danger",
    "error_if_wrongly_not_taken",
    "error_if_wrongly_taken",
    "goal",
    "granted",
    "happened",
    "held_over",
    "how",
    "if_not_taken",
    "if_taken",
    "information",
    "lesson",
    "maintaining",
    "meanwhile",
    "mind_change",
    "needed_now",
    "norm",
    "objection",
    "occasion_outside_case",
    "plan_b",
    "question",
    "reason",
    "refused",
    "repair",
    "reply",
    "safety_around_the_clock",
    "severity",
    "stop_when",
    "strengths",
    "text",
    "threshold_for_action",
    "title",
    "view_salt",
    "what",
    "what_happened",
    "why",
    "why_it_cannot_wait",
    "would_change_our_mind",
];

/// The event with its texts blanked: what stays after erasure.
fn blank(value: &mut Value) -> bool {
    let mut blanked = false;
    match value {
        Value::Array(items) => {
            for item in items {
                blanked |= blank(item);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let is_text = NARRATIVE_FIELDS.contains(&name.as_str());
                match field {
                    Value::String(_) if is_text => {
                        *field = Value::Null;
                        blanked = true;
                    }
                    Value::Array(items) if is_text => {
                        for item in items.iter_mut().filter(|item| item.is_string()) {
                            *item = Value::Null;
                            blanked = true;
                        }
                    }
                    other => blanked |= blank(other),
                }
            }
        }
        _ => {}
    }
    blanked
}

/// Whether a text of the event was erased.
pub(crate) fn is_erased(event: &Event) -> bool {
    fn holds_null(value: &Value) -> bool {
        match value {
            Value::Null => true,
            Value::Array(items) => items.iter().any(holds_null),
            Value::Object(fields) => fields.values().any(holds_null),
            _ => false,
        }
    }
    serde_json::to_value(event).is_ok_and(|value| holds_null(&value))
}

/// SHA-256 of salt and content.
fn content_hash(salt: &str, event: &Value) -> String {
    let mut hasher = Sha256::new();
    hasher.update(salt.as_bytes());
    hasher.update([0]);
    hasher.update(canonical::to_json(event).as_bytes());
    canonical::hex(&hasher.finalize())
}

#[derive(Serialize)]
struct Header<'a> {
    seq: u64,
    recorded: DateTime<Utc>,
    occurred: When,
    by: &'a PersonId,
    door: Door,
    skeleton: &'a Value,
}

impl Entry {
    /// Whether it says that it is a decision by the own door.
    pub(crate) fn is_own_decision(&self) -> bool {
        is_own_decision(self.door, &self.event)
    }

    /// Seals what is to be recorded as entry `seq` after an entry with hash `before` (empty for the first).
    pub(crate) fn seal(new: NewEntry, seq: u64, before: &str) -> Entry {
        let mut event = serde_json::to_value(&new.event).unwrap_or(Value::Null);
        let content_hash = content_hash(&new.salt, &event);
        blank(&mut event);
        let NewEntry { recorded, occurred, by, door, event: what, salt } = new;
        let header = Header { seq, recorded, occurred, by: &by, door, skeleton: &event };
        let hash = chain(before, &header, &content_hash);
        Entry { seq, recorded, occurred, by, door, event: what, salt, content_hash, hash }
    }

    /// Whether its content is what its content hash was made of.
    pub(crate) fn content_is_as_recorded(&self) -> bool {
        serde_json::to_value(&self.event)
            .is_ok_and(|event| content_hash(&self.salt, &event) == self.content_hash)
    }

    /// Whether it is chained to an entry with hash `before`.
    pub(crate) fn follows(&self, before: &str) -> bool {
        let mut skeleton = serde_json::to_value(&self.event).unwrap_or(Value::Null);
        blank(&mut skeleton);
        let header = Header {
            seq: self.seq,
            recorded: self.recorded,
            occurred: self.occurred,
            by: &self.by,
            door: self.door,
            skeleton: &skeleton,
        };
        chain(before, &header, &self.content_hash) == self.hash
    }

    /// Takes texts and salt away.
    pub(crate) fn erase(&mut self) {
        let erased = serde_json::to_value(&self.event).ok().and_then(|mut value| {
            blank(&mut value);
            serde_json::from_value(value).ok()
        });
        if let Some(event) = erased {
            self.event = event;
        }
        self.salt.clear();
    }
}

fn chain(before: &str, header: &Header<'_>, content_hash: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(before.as_bytes());
    hasher.update(canonical::to_json(header).as_bytes());
    hasher.update(content_hash.as_bytes());
    canonical::hex(&hasher.finalize())
}
