//! The JSON Schema takes what the reader takes, and refuses a word that the reader does not know.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly"
)]

use afweging_scenario::{Scenario, scenario_schema};
use serde_json::{Value, json};

/// Whether a value has the form of a schema, by the few words of JSON Schema that this one uses. An unknown word fails loudly.
fn fits(root: &Value, schema: &Value, value: &Value) -> bool {
    let Some(words) = schema.as_object() else { panic!("{schema}") };
    words.iter().all(|(word, of)| match word.as_str() {
        "$schema" | "$defs" | "title" | "description" => true,
        "$ref" => {
            let name = of.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
            fits(root, &root["$defs"][name], value)
        }
        "anyOf" => of.as_array().unwrap().iter().any(|one| fits(root, one, value)),
        "enum" => of.as_array().unwrap().contains(value),
        "type" => match of {
            Value::String(name) => is_a(value, name),
            many => many.as_array().unwrap().iter().any(|name| is_a(value, name.as_str().unwrap())),
        },
        "pattern" => {
            // The one pattern is that of a day.
            assert_eq!(of, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
            value.as_str().is_none_or(|text| text.len() == 10 && text.matches('-').count() == 2)
        }
        "minimum" => value.as_i64().is_none_or(|number| number >= of.as_i64().unwrap()),
        "minProperties" => value.as_object().is_none_or(|fields| !fields.is_empty()),
        "required" => value.as_object().is_none_or(|fields| {
            of.as_array().unwrap().iter().all(|name| fields.contains_key(name.as_str().unwrap()))
        }),
        "items" => value.as_array().is_none_or(|items| items.iter().all(|item| fits(root, of, item))),
        "properties" => value.as_object().is_none_or(|fields| {
            fields.iter().all(|(name, field)| of.get(name).is_none_or(|schema| fits(root, schema, field)))
        }),
        "additionalProperties" => {
            assert_eq!(of, &json!(false));
            let known = &schema["properties"];
            value.as_object().is_none_or(|fields| fields.keys().all(|name| known.get(name).is_some()))
        }
        other => panic!("this test does not know `{other}`"),
    })
}

fn is_a(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("{other}"),
    }
}

fn scenarios() -> Vec<(String, Value)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            (path.display().to_string(), serde_saphyr::from_str(&text).unwrap())
        })
        .collect()
}

#[test]
fn the_schema_takes_every_scenario() {
    let schema = scenario_schema();
    for (name, scenario) in scenarios() {
        for (part, value) in scenario.as_object().unwrap() {
            assert!(fits(&schema, &schema["properties"][part], value), "{name}: {part}");
        }
        assert!(fits(&schema, &schema, &scenario), "{name}");
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let schema = scenario_schema();
    let head = "scenario: a\nbron: b\ndag: 2025-03-03\n";
    for wrong in [
        "dan: [{meldd: AFW-LOG-001}]",
        "dan: [{meld: AFW-LOG-999}]",
        "dan: [mag neit]",
        "dan: [{poort 5: voldoende}]",
        "dan: [mag]\ngegeven: [{bewerring: x}]",
        "dan: [mag]\ngegeven: [{bewering: x, vaan: moeder}]",
        "dan: [mag]\ngegeven: [{evaluatie: goed, door: GI, omdat: x}]",
        "dan: [mag]\nregio: nergens",
        "dan: [mag]\nnogwat: x",
        "als: Raad verzoekt ots",
    ] {
        let yaml = format!("{head}{wrong}");
        let value: Value = serde_saphyr::from_str(&yaml).unwrap();
        assert!(!fits(&schema, &schema, &value), "{yaml}");
        assert!(Scenario::read(&yaml).is_err(), "{yaml}");
    }
}
