//! Small ways to read JSON: what is not there reads as nothing.

use chrono::NaiveDate;
use serde_json::Value;

const NOTHING: &Value = &Value::Null;

/// The value under a key.
pub fn get<'a>(of: &'a Value, key: &str) -> &'a Value {
    of.get(key).unwrap_or(NOTHING)
}

/// The text under a key; empty when there is none.
pub fn text<'a>(of: &'a Value, key: &str) -> &'a str {
    get(of, key).as_str().unwrap_or_default()
}

/// Whether anything stands under a key.
pub fn has(of: &Value, key: &str) -> bool {
    !get(of, key).is_null()
}

/// Whether the text under a key was said. The schema lets an erased text be null: then the key is there all the same.
pub fn said(of: &Value, key: &str) -> bool {
    of.get(key).is_some_and(|it| it.as_str().is_none_or(|text| !text.trim().is_empty()))
}

/// Whether something under a key is true.
pub fn is(of: &Value, key: &str) -> bool {
    get(of, key) == &Value::Bool(true)
}

/// The list under a key.
pub fn list<'a>(of: &'a Value, key: &str) -> &'a [Value] {
    get(of, key).as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The texts in the list under a key.
pub fn texts<'a>(of: &'a Value, key: &str) -> Vec<&'a str> {
    list(of, key).iter().filter_map(Value::as_str).collect()
}

/// The whole number under a key.
pub fn number(of: &Value, key: &str) -> i64 {
    get(of, key).as_i64().unwrap_or_default()
}

/// The day under a key.
pub fn day(of: &Value, key: &str) -> Option<NaiveDate> {
    a_day(text(of, key))
}

/// A day, or the day of an instant in UTC (limits.md: "the day is read in UTC").
pub fn a_day(text: &str) -> Option<NaiveDate> {
    text.get(..10).and_then(|day| day.parse().ok())
}

/// What a value with one name says: `"name"`, or `{"name": of it}`.
pub fn named(of: &Value) -> (&str, &Value) {
    match of {
        Value::String(name) => (name, NOTHING),
        Value::Object(map) => map.iter().next().map_or(("", NOTHING), |(name, what)| (name.as_str(), what)),
        _ => ("", NOTHING),
    }
}
