//! Free text in somebody's own words: the only part of an entry that erasure takes away.

use std::fmt;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The longest narrative, in bytes.
pub const LONGEST_NARRATIVE: usize = 65_536;

/// Free text in somebody's own words, or the place where it stood before the law had it erased.
///
/// `Debug` never shows the text: a log line or a failing test must not leak what a family said.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Narrative {
    /// The text.
    Text(String),
    /// Erased by a `Redacted` entry.
    Erased,
}

impl Narrative {
    /// The text, or nothing when it was erased or is blank.
    pub fn text(&self) -> Option<&str> {
        match self {
            Narrative::Text(text) if !text.trim().is_empty() => Some(text),
            Narrative::Text(_) | Narrative::Erased => None,
        }
    }

    /// Whether somebody said something here. What was erased was said, and stays said; what is blank never was.
    pub fn was_said(&self) -> bool {
        matches!(self, Narrative::Erased) || self.text().is_some()
    }
}

impl From<&str> for Narrative {
    fn from(text: &str) -> Self {
        Narrative::Text(text.to_owned())
    }
}

impl From<String> for Narrative {
    fn from(text: String) -> Self {
        Narrative::Text(text)
    }
}

impl fmt::Debug for Narrative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Narrative::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Narrative::Erased => f.write_str("Erased"),
        }
    }
}

impl Serialize for Narrative {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Narrative::Text(text) => serializer.serialize_str(text),
            Narrative::Erased => serializer.serialize_none(),
        }
    }
}

impl<'de> Deserialize<'de> for Narrative {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Not as an option: a field that was left out would read as one that was erased.
        deserializer.deserialize_any(TextOrNull)
    }
}

/// A text, or the null that stands where one was erased.
struct TextOrNull;

impl Visitor<'_> for TextOrNull {
    type Value = Narrative;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or null where one was erased")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Narrative, E> {
        if text.len() > LONGEST_NARRATIVE {
            return Err(E::custom(format_args!(
                "a text of {} bytes; the longest that is taken has {LONGEST_NARRATIVE}",
                text.len()
            )));
        }
        Ok(Narrative::Text(text.to_owned()))
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Narrative, E> {
        Ok(Narrative::Erased)
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Narrative, E> {
        Ok(Narrative::Erased)
    }
}

impl schemars::JsonSchema for Narrative {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Narrative".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["string", "null"],
            "maxLength": LONGEST_NARRATIVE,
            "description": "Free text in somebody's own words; null only where a `redacted` entry had it erased."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    struct Said {
        text: Narrative,
    }

    #[test]
    fn what_was_left_out_is_no_text_that_was_erased() {
        let read = |json: &str| serde_json::from_str::<Said>(json);
        assert_eq!(read(r#"{"text": null}"#).expect("erased").text, Narrative::Erased);
        assert_eq!(read(r#"{"text": "hij huilt"}"#).expect("a text").text.text(), Some("hij huilt"));
        assert!(read("{}").expect_err("left out").to_string().contains("missing field `text`"));
        assert!(read(r#"{"text": 5}"#).expect_err("a number").to_string().contains("a text, or null"));
    }
}
