//! The law of a day: the data of a pack, read as they stand in the files.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::reading::{a_day, day, get, text, texts};

/// One datum of the pack.
#[derive(Debug, Clone)]
struct Datum {
    topic: String,
    table: String,
    file: (NaiveDate, String),
    what: Value,
}

/// The places of the data of each table of each topic.
type Places = BTreeMap<(String, String), Vec<usize>>;

/// A pack, as data.
#[derive(Debug, Clone)]
pub struct Law {
    data: Vec<Datum>,
    /// Since which day which data hold, the latest day first.
    since: Vec<(NaiveDate, Places)>,
}

impl Law {
    /// Reads files named `<topic>/<day>.toml`; other files are not about the law.
    pub fn read(files: &[(String, String)]) -> Result<Self, String> {
        let mut data = Vec::new();
        for (name, content) in files {
            let Some((topic, file)) = name.split_once('/') else { continue };
            let Some(since) = a_day(file) else { continue };
            let parsed: toml::Table = content.parse().map_err(|why| format!("{name}: {why}"))?;
            for (table, rows) in &parsed {
                for row in rows.as_array().into_iter().flatten() {
                    let what = as_json(row);
                    let (topic, table) = (topic.to_owned(), table.clone());
                    data.push(Datum { topic, table, file: (since, file.to_owned()), what });
                }
            }
        }
        data.sort_by(|a, b| a.file.cmp(&b.file));
        let mut days: Vec<NaiveDate> = data.iter().map(|it| it.file.0).collect();
        let cites = || data.iter().map(|it| get(&it.what, "cite"));
        days.extend(
            cites().filter_map(|it| day(it, "from")).chain(cites().filter_map(|it| day(it, "until"))),
        );
        days.sort_unstable();
        days.dedup();
        let since = days.into_iter().rev().map(|on| (on, in_force(&data, on))).collect();
        Ok(Self { data, since })
    }

    /// What one table of a topic says on a day.
    pub fn on(&self, topic: &str, table: &str, on: NaiveDate) -> Vec<&Value> {
        let Some((_, in_force)) = self.since.iter().find(|(since, _)| *since <= on) else {
            return Vec::new();
        };
        let places = in_force.get(&(topic.to_owned(), table.to_owned())).into_iter().flatten();
        places.filter_map(|place| self.data.get(*place)).map(|it| &it.what).collect()
    }

    /// The data that name a measure.
    pub fn of(&self, topic: &str, table: &str, measure: &str, on: NaiveDate) -> Vec<&Value> {
        self.on(topic, table, on).into_iter().filter(|it| texts(it, "measures").contains(&measure)).collect()
    }

    /// A measure, if the law of that day knows it.
    pub fn measure(&self, id: &str, on: NaiveDate) -> Option<&Value> {
        self.on("measures", "measure", on).into_iter().find(|it| text(it, "id") == id)
    }
}

/// packs.md: a later file supersedes an earlier one, id by id; the citation says from and until when it holds.
fn in_force(data: &[Datum], on: NaiveDate) -> Places {
    let mut found: Vec<(usize, &Datum)> = Vec::new();
    for (place, datum) in data.iter().enumerate().filter(|(_, it)| it.file.0 <= on) {
        let same = |it: &Datum| {
            (&it.topic, &it.table) == (&datum.topic, &datum.table)
                && text(&it.what, "id") == text(&datum.what, "id")
        };
        found.retain(|(_, it)| !same(it));
        found.push((place, datum));
    }
    let holds = |what: &Value| {
        let cite = get(what, "cite");
        day(cite, "from").is_none_or(|from| from <= on) && day(cite, "until").is_none_or(|until| on < until)
    };
    let mut places = Places::new();
    for (place, datum) in found.into_iter().filter(|(_, it)| holds(&it.what)) {
        places.entry((datum.topic.clone(), datum.table.clone())).or_default().push(place);
    }
    places
}

fn as_json(of: &toml::Value) -> Value {
    match of {
        toml::Value::String(it) => Value::String(it.clone()),
        toml::Value::Integer(it) => Value::from(*it),
        toml::Value::Boolean(it) => Value::Bool(*it),
        toml::Value::Array(it) => Value::Array(it.iter().map(as_json).collect()),
        toml::Value::Table(it) => {
            Value::Object(it.iter().map(|(key, what)| (key.clone(), as_json(what))).collect::<Map<_, _>>())
        }
        toml::Value::Float(_) | toml::Value::Datetime(_) => Value::String(of.to_string()),
    }
}
