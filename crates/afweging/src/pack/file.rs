//! Reading one pack file: TOML with the line and the key of everything in it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::NaiveDate;
use serde::de::value::{Error as WordError, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::pack::error::{PackCode, PackError};
use crate::pack::measure::Labels;

/// Where something stands in a pack.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) key: String,
}

impl Place {
    pub(crate) fn error(&self, code: PackCode, reason: impl Into<String>) -> PackError {
        PackError {
            file: self.file.clone(),
            line: self.line,
            key: self.key.clone(),
            reason: reason.into(),
            code,
        }
    }
}

/// A file's name and text, with the places where its lines end.
#[derive(Debug, Clone)]
pub(crate) struct Source<'a> {
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
    ends: Rc<[usize]>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(name: &'a str, text: &'a str) -> Self {
        Self { name, text, ends: text.match_indices('\n').map(|(at, _)| at).collect() }
    }

    pub(crate) fn parse(&self) -> Result<Spanned<DeTable<'a>>, PackError> {
        DeTable::parse(self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let line = self.line(at);
            let key = self.text.lines().nth(line.saturating_sub(1)).map_or("", key_of);
            let reason = error.message().lines().next().unwrap_or_default().to_owned();
            Place { file: self.name.to_owned(), line, key: key.to_owned() }.error(PackCode::Syntax, reason)
        })
    }

    fn line(&self, at: usize) -> usize {
        self.ends.partition_point(|end| *end < at).saturating_add(1)
    }
}

/// The key of a line that could not be read, when it looks like one.
fn key_of(line: &str) -> &str {
    let key = line.split('=').next().unwrap_or_default().trim();
    let plain =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
    if plain { key } else { "" }
}

/// A table of a file. Every key that is asked for counts as known; [`Table::finish`] refuses the others.
pub(crate) struct Table<'s, 'a> {
    source: Source<'a>,
    path: String,
    line: usize,
    table: &'s DeTable<'a>,
    known: RefCell<BTreeSet<&'static str>>,
}

impl<'s, 'a> Table<'s, 'a> {
    pub(crate) fn root(source: &Source<'a>, table: &'s Spanned<DeTable<'a>>) -> Self {
        Self {
            source: source.clone(),
            path: String::new(),
            line: 0,
            table: table.get_ref(),
            known: RefCell::default(),
        }
    }

    pub(crate) fn place(&self) -> Place {
        Place { file: self.source.name.to_owned(), line: self.line, key: self.path.clone() }
    }

    /// Names the entry by its id in what errors say from now on.
    pub(crate) fn call(&mut self, path: String) {
        self.path = path;
    }

    pub(crate) fn get(&self, key: &'static str) -> Option<Node<'s, 'a>> {
        self.known.borrow_mut().insert(key);
        let value = self.table.get(key)?;
        Some(Node { source: self.source.clone(), path: join(&self.path, key), value })
    }

    pub(crate) fn need(&self, key: &'static str) -> Result<Node<'s, 'a>, PackError> {
        self.get(key).ok_or_else(|| {
            let code = if key == "certainty" { PackCode::MissingCertainty } else { PackCode::MissingKey };
            let place = Place { key: join(&self.path, key), ..self.place() };
            place.error(
                code,
                if key == "certainty" { "the citation does not say how certain it is" } else { "is missing" },
            )
        })
    }

    /// The entries of an array of tables, or nothing.
    pub(crate) fn entries(&self, key: &'static str) -> Result<Vec<Table<'s, 'a>>, PackError> {
        match self.get(key) {
            None => Ok(Vec::new()),
            Some(node) => node.list()?.into_iter().map(|entry| entry.table()).collect(),
        }
    }

    /// Every key with its value, for a table whose keys are data. [`Table::finish`] does not fit such a table.
    pub(crate) fn pairs(&self) -> Vec<(&'s str, Node<'s, 'a>)> {
        let pair = |key: &'s str, value| {
            (key, Node { source: self.source.clone(), path: join(&self.path, key), value })
        };
        self.table.iter().map(|(key, value)| pair(key.get_ref().as_ref(), value)).collect()
    }

    /// The first of these keys that stands in the table, with its place.
    pub(crate) fn first_of(&self, keys: &[&str]) -> Option<(&'s str, Place)> {
        let key = self.table.keys().find(|key| keys.contains(&key.get_ref().as_ref()))?;
        let name = key.get_ref().as_ref();
        let line = self.source.line(key.span().start);
        Some((name, Place { line, key: join(&self.path, name), ..self.place() }))
    }

    /// A name in both languages: `{ nl = "…", en = "…" }`.
    pub(crate) fn labels(&self, key: &'static str) -> Result<Labels, PackError> {
        let table = self.need(key)?.table()?;
        let nl = table.need("nl")?.text()?.to_owned();
        let en = table.need("en")?.text()?.to_owned();
        table.finish()?;
        Ok(Labels { nl, en, plain: None })
    }

    pub(crate) fn finish(&self) -> Result<(), PackError> {
        let known = self.known.borrow();
        for key in self.table.keys() {
            if !known.contains(key.get_ref().as_ref()) {
                let known: Vec<_> = known.iter().map(|key| format!("`{key}`")).collect();
                let place = Place {
                    line: self.source.line(key.span().start),
                    key: join(&self.path, key.get_ref()),
                    ..self.place()
                };
                return Err(place.error(
                    PackCode::UnknownKey,
                    format!("unknown key `{}`, expected one of {}", key.get_ref(), known.join(", ")),
                ));
            }
        }
        Ok(())
    }

    /// The one key of a table such as `{ weeks = 2 }`.
    pub(crate) fn only(&self) -> Result<(&'s str, Node<'s, 'a>), PackError> {
        let mut keys = self.table.iter();
        match (keys.next(), keys.next()) {
            (Some((key, value)), None) => {
                let key = key.get_ref().as_ref();
                Ok((key, Node { source: self.source.clone(), path: join(&self.path, key), value }))
            }
            _ => Err(self.place().error(PackCode::Form, "expected a table with exactly one key")),
        }
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// A value of a file.
pub(crate) struct Node<'s, 'a> {
    source: Source<'a>,
    path: String,
    value: &'s Spanned<DeValue<'a>>,
}

impl<'s, 'a> Node<'s, 'a> {
    pub(crate) fn place(&self) -> Place {
        Place {
            file: self.source.name.to_owned(),
            line: self.source.line(self.value.span().start),
            key: self.path.clone(),
        }
    }

    fn form(&self, wanted: &str) -> PackError {
        let found = self.value.get_ref().type_str();
        self.place().error(PackCode::Form, format!("expected {wanted}, found {found}"))
    }

    pub(crate) fn text(&self) -> Result<&'s str, PackError> {
        match self.value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Ok(text.as_ref()),
            DeValue::String(_) => {
                Err(self.place().error(PackCode::Form, "expected a text that says something"))
            }
            _ => Err(self.form("a text")),
        }
    }

    pub(crate) fn is_text(&self) -> bool {
        self.value.get_ref().is_str()
    }

    /// A word of a closed vocabulary.
    pub(crate) fn word<T: DeserializeOwned>(&self) -> Result<T, PackError> {
        let text = self.text()?;
        let reader: StrDeserializer<'_, WordError> = text.into_deserializer();
        T::deserialize(reader).map_err(|error| {
            let says = error.to_string().replacen("unknown variant", "unknown word", 1);
            self.place().error(PackCode::UnknownWord, says)
        })
    }

    pub(crate) fn id<T: TryFrom<String, Error = crate::id::IdError>>(&self) -> Result<T, PackError> {
        T::try_from(self.text()?.to_owned())
            .map_err(|error| self.place().error(PackCode::Form, error.to_string()))
    }

    pub(crate) fn number(&self) -> Result<u32, PackError> {
        match self.value.get_ref() {
            DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).map_err(|_| {
                self.place().error(PackCode::Form, format!("expected a number from 0, found `{number}`"))
            }),
            _ => Err(self.form("a number")),
        }
    }

    pub(crate) fn level(&self, highest: u8) -> Result<u8, PackError> {
        let level = self.number()?;
        u8::try_from(level).ok().filter(|level| *level <= highest).ok_or_else(|| {
            self.place()
                .error(PackCode::Level, format!("expected a level from 0 to {highest}, found `{level}`"))
        })
    }

    pub(crate) fn truth(&self) -> Result<bool, PackError> {
        self.value.get_ref().as_bool().ok_or_else(|| self.form("true or false"))
    }

    pub(crate) fn day(&self) -> Result<NaiveDate, PackError> {
        let DeValue::Datetime(moment) = self.value.get_ref() else { return Err(self.form("a day")) };
        match (moment.date, moment.time, moment.offset) {
            (Some(date), None, None) => {
                NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
                    .ok_or_else(|| self.form("a day of the calendar"))
            }
            _ => Err(self.form("a day without a time")),
        }
    }

    pub(crate) fn list(&self) -> Result<Vec<Node<'s, 'a>>, PackError> {
        let DeValue::Array(array) = self.value.get_ref() else { return Err(self.form("a list")) };
        Ok(array
            .iter()
            .enumerate()
            .map(|(at, value)| Node {
                source: self.source.clone(),
                path: format!("{}[{at}]", self.path),
                value,
            })
            .collect())
    }

    pub(crate) fn table(&self) -> Result<Table<'s, 'a>, PackError> {
        let DeValue::Table(table) = self.value.get_ref() else { return Err(self.form("a table")) };
        let Place { line, key, .. } = self.place();
        Ok(Table { source: self.source.clone(), path: key, line, table, known: RefCell::default() })
    }
}
