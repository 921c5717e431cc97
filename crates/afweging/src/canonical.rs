//! Canonical JSON: sorted keys, no spaces, the same bytes for the same value from every binding.

use serde::Serialize;
use serde_json::Value;

/// Writes a value as canonical JSON. The library's own types hold nothing that JSON cannot say.
pub(crate) fn to_json(value: &impl Serialize) -> String {
    let mut text = String::new();
    if let Ok(value) = serde_json::to_value(value) {
        write(&value, &mut text);
    }
    text
}

/// Bytes as hexadecimal digits in lower case, the way that every hash is written.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Keys are sorted here and not by the map type: another crate in the build may switch on insertion order.
fn write(value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_unstable_by_key(|(key, _)| *key);
            text.push('{');
            for (place, (key, value)) in fields.into_iter().enumerate() {
                if place > 0 {
                    text.push(',');
                }
                write(&Value::String(key.clone()), text);
                text.push(':');
                write(value, text);
            }
            text.push('}');
        }
        plain => text.push_str(&plain.to_string()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn keys_are_sorted_at_every_depth() {
        let value: serde_json::Value =
            serde_json::from_str(r#"{"b": [{"d": 1, "c": "é\n"}], "a": null}"#).unwrap();
        assert_eq!(super::to_json(&value), "{\"a\":null,\"b\":[{\"c\":\"é\\n\",\"d\":1}]}");
    }
}
