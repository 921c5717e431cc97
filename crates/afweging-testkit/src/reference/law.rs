//! The law of a day: the data of a pack, read as they stand in the files.

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

/// A pack, as data.
#[derive(Debug, Clone)]
pub struct Law {
    data: Vec<Datum>,
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
        Ok(Self { data })
    }

    /// packs.md: a later file supersedes an earlier one, id by id; the citation says from and until when it holds.
    pub fn on(&self, topic: &str, table: &str, on: NaiveDate) -> Vec<&Value> {
        let mut found: Vec<&Datum> = Vec::new();
        for datum in self.data.iter().filter(|it| it.topic == topic && it.table == table) {
            if datum.file.0 > on {
                continue;
            }
            found.retain(|it| text(&it.what, "id") != text(&datum.what, "id"));
            found.push(datum);
        }
        let holds = |what: &&Value| {
            let cite = get(what, "cite");
            day(cite, "from").is_none_or(|from| from <= on) && day(cite, "until").is_none_or(|until| on < until)
        };
        found.into_iter().map(|it| &it.what).filter(holds).collect()
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
