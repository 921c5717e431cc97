//! The words of one step: what kind of entry it is, whom and what it is about, and what it says where that is one of a few words.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::code::Language;
use crate::condition::Condition;
use crate::document::Document;
use crate::dossier::{Entry, Event, Link};
use crate::id::{GroundId, MeasureId};
use crate::moment::Moment;
use crate::pack::Pack;
use crate::person::{Birth, Person};
use crate::sentence::Sentence;

/// Field, what stands in it, Dutch, English. A field that is not here is not told.
#[rustfmt::skip]
const SAID: &[(&str, &str, &str, &str)] = &[
    ("answer", "adequate", "dit volstaat ook", "this would do as well"),
    ("answer", "expected_insufficient", "naar verwachting niet genoeg", "expected not to be enough"),
    ("answer", "not_available", "gevraagd en niet beschikbaar", "asked for and not to be had"),
    ("answer", "refused", "toestemming geweigerd of ingetrokken", "consent refused or taken back"),
    ("answer", "tried_insufficient", "geprobeerd en niet genoeg", "tried, and not enough"),
    ("authority", "ended", "geëindigd", "ended"),
    ("authority", "held", "heeft gezag", "holds authority"),
    ("authority", "not_held", "heeft geen gezag", "holds no authority"),
    ("authority", "suspended", "gezag geschorst", "authority suspended"),
    ("capable", "false", "niet wilsbekwaam", "cannot weigh their interests"),
    ("capable", "true", "wilsbekwaam", "can weigh their interests"),
    ("ex_parte", "false", "na horen", "after hearing"),
    ("ex_parte", "true", "zonder eerst te horen", "without hearing first"),
    ("forum", "court", "door de rechter", "before a court"),
    ("forum", "talk", "in een gesprek", "in a talk"),
    ("found", "established", "staat vast", "established"),
    ("found", "not_established", "niet vastgesteld", "not established"),
    ("found", "plausible", "lijkt zo", "plausible"),
    ("found", "refuted", "klopt niet", "refuted"),
    ("found", "unresolvable", "niet uit te zoeken", "cannot be found out"),
    ("ground", "on_request", "op verzoek", "on request"),
    ("ground", "ordered", "op bevel", "by order"),
    ("ground", "other", "om een andere reden", "for another reason"),
    ("ground", "retention_passed", "bewaartermijn voorbij", "term of retention passed"),
    ("ground", "too_young", "te jong", "too young"),
    ("ground", "unreachable", "niet te bereiken", "could not be reached"),
    ("ground", "unsafe", "niet veilig", "not safe"),
    ("ground", "urgent", "wegens spoed", "because of urgency"),
    ("maintained", "false", "niet gehandhaafd", "not maintained"),
    ("maintained", "true", "gehandhaafd", "maintained"),
    ("origin", "document", "een stuk", "a document"),
    ("origin", "expert_report", "een onderzoek of test", "a test or expert's report"),
    ("origin", "own_observation", "zelf gezien of gehoord", "own observation"),
    ("origin", "told_by_evidence", "van horen zeggen", "hearsay"),
    ("origin", "told_by_person", "van horen zeggen", "hearsay"),
    ("origin", "untraced", "zonder bekende bron", "with no known source"),
    ("outcome", "as_expected", "zoals verwacht", "as expected"),
    ("outcome", "better", "beter dan verwacht", "better than expected"),
    ("outcome", "granted", "toegewezen", "granted"),
    ("outcome", "partly_granted", "deels toegewezen", "granted in part"),
    ("outcome", "refused", "afgewezen", "refused"),
    ("outcome", "unclear", "niet duidelijk", "not clear"),
    ("outcome", "worse", "slechter dan verwacht", "worse than expected"),
    ("polarity", "opposes", "ertegen", "against it"),
    ("polarity", "supports", "ervoor", "for it"),
    ("present", "false", "niet aanwezig", "not there"),
    ("present", "true", "aanwezig", "there"),
    ("relation", "cares_daily", "zorgt dagelijks", "cares daily"),
    ("relation", "knows_child", "kent het kind", "knows the child"),
    ("relation", "parent", "ouder", "parent"),
    ("relation", "sibling", "broer of zus", "brother or sister"),
    ("ruling", "quashed", "vernietigd", "set aside"),
    ("ruling", "replaced", "vervangen", "replaced"),
    ("ruling", "upheld", "bekrachtigd", "upheld"),
    ("sufficient", "false", "niet genoeg", "not enough"),
    ("sufficient", "true", "genoeg", "enough"),
    ("verdict", "met", "voldaan", "met"),
    ("verdict", "not_met", "niet voldaan", "not met"),
    ("verdict", "undecided", "niet beslist", "undecided"),
];

/// Somebody's role, and what is known of the birth.
pub(super) fn person(person: &Person) -> Sentence {
    let role = person.role.label();
    let born = |known: &dyn Fn(Language) -> String| {
        Sentence::new(
            format!("{}, geboren {}", role.nl, known(Language::Nl)),
            format!("{}, born {}", role.en, known(Language::En)),
        )
    };
    match person.birth {
        Birth::Unknown => role,
        Birth::On(day) => born(&|language| language.date(day)),
        Birth::Year(year) => born(&|_| format!("in {year}")),
        Birth::Between(from, until) => born(&|language| {
            let and = if language == Language::Nl { "en" } else { "and" };
            let between = if language == Language::Nl { "tussen" } else { "between" };
            format!("{between} {} {and} {}", language.date(from), language.date(until))
        }),
    }
}

/// What an entry says: `stap voorgesteld: stap s, child; ondertoezichtstelling (M16)`.
pub(super) fn told(entry: &Entry, pack: &Pack, numbers: &BTreeMap<u64, usize>) -> Sentence {
    let mut about: Vec<Sentence> = Vec::new();
    let links = entry.event.links();
    for link in links.makes.iter().chain(links.needs.iter().map(|(_, link)| link)) {
        let name = match link {
            Link::Person(id) if *id == entry.by => continue,
            Link::Person(id) => Sentence::same(id),
            Link::Statement(id) => Sentence::same(id),
            Link::Evidence(id) => Sentence::same(id),
            Link::Step(id) => Sentence::new(format!("stap {id}"), format!("step {id}")),
            Link::Alternative(id) => Sentence::same(id),
            Link::Obligation(id) => Sentence::same(id),
            Link::Entry(seq) => match numbers.get(seq) {
                Some(number) => {
                    Sentence::new(format!("wat er bij {number} staat"), format!("what stands at {number}"))
                }
                None => Sentence::new("wie erin voorkomt", "who is there"),
            },
        };
        if !about.contains(&name) {
            about.push(name);
        }
    }
    let mut says: Vec<Sentence> = Vec::new();
    if let Ok(event) = serde_json::to_value(&entry.event) {
        for value in event.as_object().into_iter().flat_map(serde_json::Map::values) {
            said(value, entry, pack, &mut says);
        }
    }
    let told = |language: Language| {
        let mut text = Event::done(entry.event.kind(), language).unwrap_or_default().to_owned();
        let list =
            |of: &[Sentence]| of.iter().map(|it| it.in_language(language)).collect::<Vec<_>>().join(", ");
        if !about.is_empty() {
            text.push_str(": ");
            text.push_str(&list(&about));
        }
        if !says.is_empty() {
            text.push_str(if about.is_empty() { ": " } else { "; " });
            text.push_str(&list(&says));
        }
        text
    };
    Sentence::new(told(Language::Nl), told(Language::En))
}

/// What stands in the fields that have words, in the order in which they stand.
fn said(value: &Value, entry: &Entry, pack: &Pack, says: &mut Vec<Sentence>) {
    match value {
        Value::Object(fields) => {
            // First what is judged, then the verdict on it.
            let (mut first, then): (Vec<_>, Vec<_>) = fields.iter().partition(|(name, _)| *name == "on");
            first.extend(then);
            for (name, field) in first {
                match word(name, field, entry, pack) {
                    Some(sentence) if says.contains(&sentence) => {}
                    Some(sentence) => says.push(sentence),
                    None => said(field, entry, pack, says),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| said(item, entry, pack, says)),
        _ => {}
    }
}

fn word(name: &str, field: &Value, entry: &Entry, pack: &Pack) -> Option<Sentence> {
    let text = match field {
        Value::String(text) => text.clone(),
        Value::Bool(is) => is.to_string(),
        // A choice with fields of its own: `{"refused": {…}}`.
        Value::Object(choice) if choice.len() == 1 => choice.keys().next().cloned().unwrap_or_default(),
        _ => return None,
    };
    if let Some((_, _, nl, en)) = SAID.iter().find(|(field, value, ..)| *field == name && *value == text) {
        return Some(Sentence::new(*nl, *en));
    }
    match name {
        "measure" => {
            // A name is one also on a day of which the pack says nothing.
            let days = std::iter::once(entry.occurred.first_day()).chain(pack.changes());
            let label = MeasureId::new(&text).ok().and_then(|id| {
                days.filter_map(|day| pack.measure(&id, day)).map(|it| it.labels.clone()).next()
            });
            Some(label.map_or_else(
                || Sentence::same(&text),
                |label| Sentence::new(format!("{} ({text})", label.nl), format!("{} ({text})", label.en)),
            ))
        }
        "placement" => Some(Sentence::same(&text)),
        "ground" => {
            let ground =
                GroundId::new(&text).ok().and_then(|id| pack.ground(&id).map(|it| it.labels.clone()));
            Some(ground.map_or_else(|| Sentence::same(&text), |label| Sentence::new(label.nl, label.en)))
        }
        "condition" => serde_json::from_value::<Condition>(field.clone()).ok().map(Condition::label),
        "document" => serde_json::from_value::<Document>(field.clone()).ok().map(Document::label),
        "moment" => serde_json::from_value::<Moment>(field.clone()).ok().map(Moment::label),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::dossier::dossier_schema;

    /// The words of a field are those of the schema: a new one has to get its words here.
    #[test]
    fn every_word_of_a_told_field_has_words() {
        let schema = serde_json::to_value(dossier_schema()).unwrap();
        let mut missing = BTreeSet::new();
        let mut seen = BTreeSet::new();
        for field in SAID.iter().map(|it| it.0).collect::<BTreeSet<_>>() {
            for value in values_of(&schema, field) {
                seen.insert((field.to_owned(), value.clone()));
                if !SAID.iter().any(|it| it.0 == field && it.1 == value) {
                    missing.insert(format!("{field} {value}"));
                }
            }
        }
        assert!(missing.is_empty(), "{missing:?}");
        let idle: Vec<_> =
            SAID.iter().filter(|it| !seen.contains(&(it.0.to_owned(), it.1.to_owned()))).collect();
        assert!(idle.is_empty(), "no field says so: {idle:?}");
    }

    fn values_of(schema: &Value, field: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let definitions = schema.get("$defs").and_then(Value::as_object).unwrap();
        for definition in definitions.values() {
            let mut open = vec![definition];
            while let Some(node) = open.pop() {
                if let Some(property) = node.pointer(&format!("/properties/{field}")) {
                    choices(schema, property, &mut found);
                }
                match node {
                    Value::Object(fields) => open.extend(fields.values()),
                    Value::Array(items) => open.extend(items),
                    _ => {}
                }
            }
        }
        found
    }

    fn choices(schema: &Value, node: &Value, found: &mut BTreeSet<String>) {
        if let Some(name) = node.get("$ref").and_then(Value::as_str) {
            let definition = schema.pointer(name.trim_start_matches('#')).unwrap();
            choices(schema, definition, found);
        }
        if node.get("type").is_some_and(|it| *it == "boolean" || it.to_string().contains("\"boolean\"")) {
            found.extend(["false".to_owned(), "true".to_owned()]);
        }
        let texts = |node: &Value| -> Vec<String> {
            let words = node.get("enum").and_then(Value::as_array).into_iter().flatten();
            words.chain(node.get("const")).filter_map(Value::as_str).map(str::to_owned).collect()
        };
        found.extend(texts(node));
        for option in ["oneOf", "anyOf"].iter().filter_map(|it| node.get(it)?.as_array()).flatten() {
            choices(schema, option, found);
            if let Some(fields) =
                option.get("properties").and_then(Value::as_object).filter(|it| it.len() == 1)
            {
                found.extend(fields.keys().cloned());
            }
        }
    }
}
