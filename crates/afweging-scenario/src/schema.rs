//! The JSON Schema of a scenario, made out of the form: an editor completes and checks while somebody writes.

use afweging::{Code, Pack, Region};
use serde_json::{Map, Value, json};

use crate::expect::{BESIDE, THEN};
use crate::form::{EVERYWHERE, Field, LINES, Line, Takes};
use crate::scenario::TOP;
use crate::words::{GATE, Words};

/// The JSON Schema of a scenario.
pub fn scenario_schema() -> Value {
    let mut top = Map::new();
    for (word, _, about) in TOP {
        let of = match *word {
            "scenario" | "toelichting" => json!({ "type": "string" }),
            "bron" => texts(),
            "dag" => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
            "regio" => {
                let ids: Vec<String> = Region::all().iter().map(|it| it.id().to_owned()).collect();
                json!({ "enum": ids })
            }
            "wet" => json!({ "enum": Pack::HYPOTHETICAL }),
            "dan" => refers_to("verwachtingen"),
            _ => refers_to("verhaal"),
        };
        top.insert((*word).to_owned(), described(of, about));
    }
    let required: Vec<&str> = TOP.iter().filter(|(_, must, _)| *must).map(|(word, ..)| *word).collect();
    let mut lines: Vec<Value> = LINES.iter().map(line).collect();
    lines.push(described(json!({ "type": "string" }), crate::sentence::FORMS));
    let names: Map<String, Value> =
        LINES.iter().map(|it| (it.word.to_owned(), described(json!({}), it.about))).collect();
    let mut definitions = definitions();
    let stories = json!({ "anyOf": [
        { "type": "array", "items": refers_to("regel") },
        { "type": "string" },
        // Each word begins a line.
        { "type": "object", "properties": names, "additionalProperties": false },
    ] });
    let expected = json!({ "anyOf": [
        { "type": "array", "items": refers_to("verwachting") },
        refers_to("verwachting"),
    ] });
    let codes: Vec<&str> = Code::all().iter().map(|code| code.as_str()).collect();
    for (name, of) in [
        ("verhaal", stories),
        ("regel", json!({ "anyOf": lines })),
        ("verwachtingen", expected),
        ("verwachting", expectation()),
        ("code", json!({ "enum": codes })),
    ] {
        definitions.insert(name.to_owned(), of);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "afweging scenario",
        "description": "Een geval in een paar regels, en wat er dan gevonden moet worden.",
        "type": "object",
        "properties": top,
        "required": required,
        "additionalProperties": false,
        "$defs": definitions,
    })
}

fn described(mut schema: Value, about: &str) -> Value {
    if let Some(fields) = schema.as_object_mut() {
        fields.insert("description".to_owned(), json!(about));
    }
    schema
}

fn refers_to(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// One thing, or a list of them.
fn texts() -> Value {
    refers_to("een-of-meer")
}

/// The name of a list of words among the definitions.
fn list_name(words: Words) -> String {
    let first = words.first().map(|(dutch, _)| dutch.replace(' ', "-")).unwrap_or_default();
    format!("lijst-{first}")
}

fn words(words: Words) -> Value {
    refers_to(&list_name(words))
}

/// What lines refer to: one thing, a list, yes or no, and each list of words.
fn definitions() -> Map<String, Value> {
    let mut all = Map::new();
    let one = json!({ "type": ["string", "number", "boolean"] });
    all.insert("een-of-meer".to_owned(), json!({ "anyOf": [one, { "type": "array", "items": one }] }));
    all.insert("een".to_owned(), one);
    all.insert("ja-of-nee".to_owned(), json!({ "enum": ["ja", "nee", true, false] }));
    let lists = LINES.iter().flat_map(Line::all_fields).filter_map(|field| match field.takes {
        Takes::Word(words) | Takes::WordList(words) => Some(words),
        _ => None,
    });
    for list in lists.chain([GATE]) {
        let dutch: Vec<&str> = list.iter().map(|(dutch, _)| *dutch).collect();
        all.insert(list_name(list), json!({ "enum": dutch }));
    }
    all
}

/// What a field takes, for an editor. It lets through a little more than the reader does, and refuses nothing that the
/// reader takes but for capitals and hyphens.
fn of_field(field: &Field) -> Value {
    match field.takes {
        Takes::Word(it) => words(it),
        Takes::WordList(it) => json!({ "anyOf": [words(it), { "type": "array", "items": words(it) }] }),
        Takes::YesNo => refers_to("ja-of-nee"),
        Takes::Count => json!({ "type": "integer", "minimum": 0 }),
        Takes::Each
        | Takes::People
        | Takes::Statements
        | Takes::Evidences
        | Takes::Texts
        | Takes::Ground
        | Takes::Condition
        | Takes::Document => texts(),
        Takes::TextPerPerson(_) | Takes::TextPerWord(_) | Takes::TextPerEvidence | Takes::Anything => {
            json!({})
        }
        Takes::Text
        | Takes::Person
        | Takes::Statement
        | Takes::Evidence
        | Takes::Step
        | Takes::OtherStep
        | Takes::Entry
        | Takes::Obligation
        | Takes::Day
        | Takes::Measure
        | Takes::Placement
        | Takes::Weighed
        | Takes::Moment => refers_to("een"),
    }
}

/// A line: the word that begins it, and what can be said with it.
fn line(line: &Line) -> Value {
    let mut fields: Map<String, Value> =
        line.all_fields().map(|field| (field.word.to_owned(), of_field(field))).collect();
    fields.insert("reden".to_owned(), json!({ "type": "string" }));
    // Behind the word stands what it takes, or everything in braces.
    let first = line.first().map(of_field).unwrap_or_default();
    let inner = json!({ "type": "object", "properties": fields.clone() });
    fields.insert(
        line.word.to_owned(),
        json!({ "anyOf": [first, inner, { "type": "null" }, { "type": "array" }] }),
    );
    described(
        json!({ "type": "object", "properties": fields, "required": [line.word], "additionalProperties": false }),
        line.about,
    )
}

fn expectation() -> Value {
    let mut fields = Map::new();
    for (word, takes, about) in THEN {
        let of = match *takes {
            "codes" => {
                json!({ "anyOf": [refers_to("code"), { "type": "array", "items": refers_to("code") }] })
            }
            "code" => refers_to("code"),
            "stand" => words(GATE),
            "stap" => json!({ "type": ["string", "null"] }),
            _ => json!({ "anyOf": [texts(), { "type": "null" }] }),
        };
        fields.insert((*word).to_owned(), described(of, about));
    }
    for (word, about) in BESIDE {
        fields.insert((*word).to_owned(), described(json!({ "type": ["string", "number"] }), about));
    }
    json!({ "anyOf": [
        { "type": "object", "properties": fields, "additionalProperties": false, "minProperties": 1 },
        { "enum": ["mag", "mag niet"] },
    ] })
}

/// Fields that every line has; kept beside the form so that the page can name them once.
pub(crate) fn everywhere() -> &'static [Field] {
    EVERYWHERE
}
