//! What was said, and what nobody said: "unknown" is a value of its own here, never a hole that a default fills.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Something that someone may or may not have said. In JSON, what was not said is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Said<T> {
    /// Nobody said it.
    #[default]
    NotSaid,
    /// It was said.
    Said(T),
}

impl<T> Said<T> {
    /// Whether nobody said it.
    pub fn is_not_said(&self) -> bool {
        matches!(self, Said::NotSaid)
    }

    /// What was said, to match on.
    pub fn said(&self) -> Option<&T> {
        match self {
            Said::NotSaid => None,
            Said::Said(value) => Some(value),
        }
    }
}

impl<T> From<T> for Said<T> {
    fn from(value: T) -> Self {
        Said::Said(value)
    }
}

impl<T: Serialize> Serialize for Said<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Said::NotSaid => serializer.serialize_none(),
            Said::Said(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Said<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Said::Said)
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for Said<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}
