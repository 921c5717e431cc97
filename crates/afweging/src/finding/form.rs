//! The form of each kind of event: which fields it has, what fits in each, which it cannot do without.
//!
//! Read once from the same types that read a dossier, so that a hole of a remedy can only be a field that there is.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::dossier::Event;

/// What fits in a hole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fits {
    /// A person of the dossier, by pseudonym; a new pseudonym where the event names somebody new.
    Person,
    /// A statement, by its id.
    Statement,
    /// A piece of evidence, by its id.
    Evidence,
    /// A step, by its id.
    Step,
    /// A named alternative, by its id.
    Alternative,
    /// An obligation, by its id.
    Obligation,
    /// A measure of the law pack.
    Measure,
    /// A placement of the law pack.
    Placement,
    /// A ground of the law pack.
    Ground,
    /// A possibility in neighbouring law, by its id in the law pack.
    Neighbouring,
    /// A day, such as `2025-03-01`.
    Day,
    /// Yes or no.
    YesNo,
    /// A whole number: an entry, a year, how often.
    Number,
    /// Somebody's own words. Blank is no answer.
    OwnWords,
    /// One line of text, such as an article of law.
    Line,
    /// One of these values, by name. One that holds more is given with its fields.
    OneOf(Vec<String>),
    /// Any number of these.
    Several(Box<Fits>),
    /// Fields that belong together, each with a path of its own; given as a whole they stand side by side.
    Together,
}

impl std::fmt::Display for Fits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Fits::Person => "a pseudonym",
            Fits::Statement => "the id of a statement",
            Fits::Evidence => "the id of a piece of evidence",
            Fits::Step => "the id of a step",
            Fits::Alternative => "the id of an alternative",
            Fits::Obligation => "the id of an obligation",
            Fits::Measure => "a measure",
            Fits::Placement => "a placement",
            Fits::Ground => "a ground",
            Fits::Neighbouring => "a possibility in neighbouring law",
            Fits::Day => "a day",
            Fits::YesNo => "yes or no",
            Fits::Number => "a whole number",
            Fits::OwnWords => "own words",
            Fits::Line => "one line of text",
            Fits::Together => "fields that belong together",
            Fits::OneOf(names) => return write!(f, "one of `{}`", names.join("`, `")),
            Fits::Several(of) => return write!(f, "a list of: {of}"),
        })
    }
}

/// The form of one kind of event.
#[derive(Debug, Default)]
pub(crate) struct Form {
    /// Every field, by its path inside the event. A path goes through a list as if it held one element.
    fields: BTreeMap<String, Fits>,
    /// The fields that the event cannot do without, by path.
    needed: Vec<String>,
}

impl Form {
    /// What fits in a field; nothing when there is no such field.
    pub(crate) fn fits(&self, path: &str) -> Option<&Fits> {
        self.fields.get(path)
    }

    /// The fields that the event cannot do without.
    pub(crate) fn needed(&self) -> impl Iterator<Item = &str> {
        self.needed.iter().map(String::as_str)
    }
}

/// The form of a kind of event; nothing when there is no such kind.
pub(crate) fn form(kind: &str) -> Option<&'static Form> {
    static FORMS: OnceLock<BTreeMap<&'static str, Form>> = OnceLock::new();
    FORMS.get_or_init(read).get(kind)
}

/// How deep a path goes at most. No event is deeper; the bound is there so that reading ends whatever a type says.
const DEEPEST: usize = 6;

fn read() -> BTreeMap<&'static str, Form> {
    let schema = schemars::schema_for!(Event).to_value();
    let reader = Reader { defs: schema.get("$defs").and_then(Value::as_object).cloned().unwrap_or_default() };
    let kinds = schema.get("oneOf").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut forms = BTreeMap::new();
    for kind in Event::KINDS {
        let payload = kinds.iter().find_map(|it| it.get("properties")?.get(kind));
        let mut form = Form::default();
        if let Some(payload) = payload {
            let payload = reader.resolve(payload);
            reader.fields(&payload, "", true, 0, &mut form);
        }
        forms.insert(*kind, form);
    }
    forms
}

struct Reader {
    defs: Map<String, Value>,
}

impl Reader {
    /// Follows a reference; of something that may be null, what it is when it is not.
    fn resolve(&self, schema: &Value) -> Value {
        if let Some(name) = reference(schema) {
            return self.defs.get(name).map_or(Value::Null, |it| self.resolve(it));
        }
        let either = schema.get("anyOf").and_then(Value::as_array);
        match either.and_then(|of| of.iter().find(|it| it.get("type") != Some(&Value::from("null")))) {
            Some(something) => self.resolve(something),
            None => schema.clone(),
        }
    }

    fn fields(&self, object: &Value, before: &str, needed: bool, depth: usize, form: &mut Form) {
        let Some(properties) = object.get("properties").and_then(Value::as_object) else { return };
        let required = |name: &str| {
            object.get("required").and_then(Value::as_array).is_some_and(|it| it.iter().any(|it| it == name))
        };
        for (name, schema) in properties {
            let path = if before.is_empty() { name.clone() } else { format!("{before}.{name}") };
            self.field(schema, &path, needed && required(name), depth.saturating_add(1), form);
        }
    }

    fn field(&self, schema: &Value, path: &str, needed: bool, depth: usize, form: &mut Form) {
        if depth > DEEPEST {
            return;
        }
        let fits = self.fits(schema);
        let is_together = fits == Fits::Together;
        let of_list = matches!(&fits, Fits::Several(of) if **of == Fits::Together);
        form.fields.insert(path.to_owned(), fits);
        if needed && !is_together && !of_list {
            form.needed.push(path.to_owned());
        }
        let mut inner = self.resolve(schema);
        if let Some(items) = inner.get("items") {
            inner = self.resolve(items);
        }
        // What belongs together is needed part by part.
        self.fields(&inner, path, needed && (is_together || of_list), depth, form);
        for alternative in inner.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
            // Which alternative it is people say: none of them is needed by itself.
            self.fields(alternative, path, false, depth, form);
        }
    }

    fn fits(&self, schema: &Value) -> Fits {
        let named = match reference(schema) {
            Some("PersonId") => Some(Fits::Person),
            Some("StatementId") => Some(Fits::Statement),
            Some("EvidenceId") => Some(Fits::Evidence),
            Some("StepId") => Some(Fits::Step),
            Some("AlternativeId") => Some(Fits::Alternative),
            Some("ObligationId") => Some(Fits::Obligation),
            Some("MeasureId") => Some(Fits::Measure),
            Some("PlacementId") => Some(Fits::Placement),
            Some("GroundId") => Some(Fits::Ground),
            Some("AdjacentId") => Some(Fits::Neighbouring),
            Some("Narrative") => Some(Fits::OwnWords),
            _ => None,
        };
        if let Some(fits) = named {
            return fits;
        }
        let schema = self.resolve(schema);
        if let Some(alternatives) = schema.get("oneOf").and_then(Value::as_array) {
            return Fits::OneOf(alternatives.iter().filter_map(name_of_alternative).collect());
        }
        if let Some(names) = schema.get("enum").and_then(Value::as_array) {
            return Fits::OneOf(names.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect());
        }
        match schema.get("type").and_then(Value::as_str) {
            Some("array") => {
                Fits::Several(Box::new(schema.get("items").map_or(Fits::Together, |it| self.fits(it))))
            }
            Some("boolean") => Fits::YesNo,
            Some("integer") => Fits::Number,
            Some("string") if schema.get("format").is_some_and(|it| it == "date") => Fits::Day,
            Some("string") => Fits::Line,
            _ => Fits::Together,
        }
    }
}

fn reference(schema: &Value) -> Option<&str> {
    schema.get("$ref").and_then(Value::as_str).and_then(|text| text.rsplit('/').next())
}

fn name_of_alternative(alternative: &Value) -> Option<String> {
    let bare = alternative.get("const").and_then(Value::as_str).map(str::to_owned);
    bare.or_else(|| alternative.get("properties")?.as_object()?.keys().next().cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(kind: &str, path: &str) -> Fits {
        form(kind).and_then(|form| form.fits(path)).cloned().unwrap_or_else(|| panic!("{kind}.{path}"))
    }

    #[test]
    fn every_kind_of_event_has_a_form_with_fields() {
        for kind in Event::KINDS {
            assert!(form(kind).is_some_and(|form| !form.fields.is_empty()), "{kind}");
        }
        assert!(form("no_such_event").is_none());
    }

    #[test]
    fn what_fits_is_read_from_the_types() {
        let names = |of: &[&str]| Fits::OneOf(of.iter().map(|it| (*it).to_owned()).collect());
        for (kind, path, expected) in [
            ("request_filed", "requester", Fits::Person),
            ("view_given", "verdict", names(&["met", "not_met", "undecided"])),
            ("view_given", "why", Fits::OwnWords),
            ("view_given", "on", names(&["ground", "condition"])),
            ("view_given", "on.ground", Fits::Ground),
            ("view_given", "for", Fits::Several(Box::new(Fits::Statement))),
            ("step_proposed", "until", Fits::Day),
            ("step_detailed", "details.burdens.burden", Fits::OwnWords),
            ("step_detailed", "details.review_on", Fits::Day),
            ("document_noted", "present", Fits::YesNo),
            ("corrected", "entry", Fits::Number),
            ("converged", "verdicts.on.condition", fits("defect_passed_over", "condition")),
            ("fell_back", "powers.article", Fits::Line),
        ] {
            assert_eq!(fits(kind, path), expected, "{kind}.{path}");
        }
        let Fits::OneOf(origins) = fits("evidence_added", "origin") else { panic!("an origin") };
        assert!(origins.contains(&"own_observation".to_owned()) && origins.contains(&"document".to_owned()));
    }

    #[test]
    fn what_an_event_cannot_do_without_is_known() {
        let needed = |kind: &str| -> Vec<&str> { form(kind).into_iter().flat_map(Form::needed).collect() };
        assert_eq!(needed("view_given"), ["on", "step", "verdict", "why"]);
        assert_eq!(needed("step_proposed"), ["about", "measure", "proposed_by", "step"]);
        assert_eq!(needed("converged"), ["step", "verdicts.on", "verdicts.verdict", "why"]);
        assert!(needed("heard").contains(&"forum") && !needed("heard").contains(&"account"));
    }
}
