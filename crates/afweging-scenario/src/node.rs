//! A file as a tree in which everything knows its line: YAML, without a meaning yet.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Error, Location, Spanned};

use crate::fault::{Place, ScenarioFault};

/// The largest scenario that is read, in bytes.
pub const LARGEST_SCENARIO: usize = 65_536;

/// Something in the file, and where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) place: Place,
    pub(crate) body: Body,
}

/// What stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Body {
    /// Nothing after the colon.
    Nothing,
    Text(String),
    YesNo(bool),
    Number(i64),
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

/// A word before a colon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) place: Place,
    pub(crate) word: String,
}

impl Node {
    /// What stands there as a writer would read it: a number and a yes are words too.
    pub(crate) fn text(&self) -> Option<String> {
        match &self.body {
            Body::Text(text) => Some(text.trim().to_owned()),
            Body::YesNo(yes) => Some(if *yes { "true" } else { "false" }.to_owned()),
            Body::Number(number) => Some(number.to_string()),
            Body::Nothing | Body::List(_) | Body::Map(_) => None,
        }
    }

    /// One thing, or each of a list.
    pub(crate) fn each(&self) -> Vec<&Node> {
        match &self.body {
            Body::List(items) => items.iter().collect(),
            Body::Nothing => Vec::new(),
            _ => vec![self],
        }
    }

    /// The same as JSON, for an entry in its own words.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        use serde_json::Value;
        match &self.body {
            Body::Nothing => Value::Null,
            Body::Text(text) => Value::String(text.clone()),
            Body::YesNo(yes) => Value::Bool(*yes),
            Body::Number(number) => Value::from(*number),
            Body::List(items) => Value::Array(items.iter().map(Node::to_json).collect()),
            Body::Map(fields) => {
                Value::Object(fields.iter().map(|(key, node)| (key.word.clone(), node.to_json())).collect())
            }
        }
    }
}

/// Reads a file.
pub(crate) fn read(yaml: &str) -> Result<Node, ScenarioFault> {
    if yaml.len() > LARGEST_SCENARIO {
        return Err(ScenarioFault::new(
            Place::START,
            format!("dit bestand heeft {} bytes; meer dan {LARGEST_SCENARIO} wordt niet gelezen", yaml.len()),
        ));
    }
    let mut budget = serde_saphyr::Budget::default();
    budget.max_aliases = 0;
    budget.max_depth = 24;
    let mut options = serde_saphyr::Options::default();
    options.budget = Some(budget);
    options.with_snippet = false;
    options.strict_booleans = true;
    serde_saphyr::from_str_with_options::<Spanned<Bare>>(yaml, options)
        .map(|read| read.value.at(place_of(read.referenced)))
        .map_err(|error| in_dutch(&error))
}

fn place_of(location: Location) -> Place {
    Place { line: number(location.line()).max(1), column: number(location.column()).max(1) }
}

fn number<N: TryInto<usize>>(number: N) -> usize {
    number.try_into().unwrap_or(1)
}

/// What the YAML reader says, for who does not know YAML.
fn in_dutch(error: &Error) -> ScenarioFault {
    let place = error.location().map_or(Place::START, place_of);
    let fault = |what: &str, hint: &str| ScenarioFault::new(place, what).hint(hint);
    match error.without_snippet() {
        Error::Eof { .. } => fault("dit bestand is leeg", "`afweging scenario new` geeft een voorbeeld"),
        Error::MultipleDocuments { .. } => fault(
            "er staan meer scenario's in dit bestand",
            "zet elk scenario in een eigen bestand, zonder `---`",
        ),
        Error::DuplicateMappingKey { key, .. } => match key {
            Some(key) => fault(
                &format!("`{key}` staat hier twee keer"),
                "zet een streepje voor elk onderdeel: zo maakt u er een lijst van",
            ),
            None => fault("hetzelfde woord staat hier twee keer", "maak er een lijst van"),
        },
        Error::Budget { .. } | Error::AliasError { .. } | Error::UnknownAnchor { .. } => fault(
            "dit is te diep genest, of gebruikt `&` of `*` om te verwijzen",
            "begint een tekst met `&` of `*`, zet hem dan tussen aanhalingstekens",
        ),
        Error::Message { msg, .. } if msg.starts_with("met komma: ") => fault(
            &msg.replacen("met komma: ", "", 1),
            "zet een getal met een punt of komma tussen aanhalingstekens",
        ),
        other => {
            let text = other.to_string();
            let reason = text.lines().next().unwrap_or_default();
            fault(
                &format!("dit is geen YAML die te lezen is ({reason})"),
                "kijk naar inspringen, naar een spatie na elke dubbele punt, en zet een tekst met `:` of `#` tussen aanhalingstekens",
            )
        }
    }
}

/// What stands somewhere, before its place is known.
enum Bare {
    Nothing,
    Text(String),
    YesNo(bool),
    Number(i64),
    List(Vec<Spanned<Bare>>),
    Map(Vec<(Spanned<Word>, Spanned<Bare>)>),
}

impl Bare {
    fn at(self, place: Place) -> Node {
        let body = match self {
            Bare::Nothing => Body::Nothing,
            Bare::Text(text) => Body::Text(text),
            Bare::YesNo(yes) => Body::YesNo(yes),
            Bare::Number(number) => Body::Number(number),
            Bare::List(items) => {
                Body::List(items.into_iter().map(|it| it.value.at(place_of(it.referenced))).collect())
            }
            Bare::Map(fields) => Body::Map(
                fields
                    .into_iter()
                    .map(|(key, value)| {
                        let place = place_of(key.referenced);
                        let word = key.value.0.split_whitespace().collect::<Vec<_>>().join(" ");
                        (Key { place, word }, value.value.at(place_of(value.referenced)))
                    })
                    .collect(),
            ),
        };
        Node { place, body }
    }
}

/// A word before a colon; a number is one too.
struct Word(String);

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(WordReader)
    }
}

struct WordReader;

impl Visitor<'_> for WordReader {
    type Value = Word;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word")
    }

    fn visit_str<E>(self, text: &str) -> Result<Word, E> {
        Ok(Word(text.to_owned()))
    }
}

impl<'de> Deserialize<'de> for Bare {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BareReader)
    }
}

struct BareReader;

impl<'de> Visitor<'de> for BareReader {
    type Value = Bare;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, a list or a map")
    }

    fn visit_unit<E>(self) -> Result<Bare, E> {
        Ok(Bare::Nothing)
    }

    fn visit_none<E>(self) -> Result<Bare, E> {
        Ok(Bare::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Bare, D::Error> {
        Bare::deserialize(deserializer)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Bare, E> {
        Ok(Bare::YesNo(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Bare, E> {
        Ok(Bare::Number(number))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Bare, E> {
        i64::try_from(number)
            .map(Bare::Number)
            .map_err(|_| E::custom(format!("met komma: `{number}` is te groot")))
    }

    // No fraction has a meaning here; one that stands in a text without quotes is most likely a text.
    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Bare, E> {
        Err(E::custom(format!("met komma: `{number}` is een getal dat hier niets betekent")))
    }

    fn visit_str<E>(self, text: &str) -> Result<Bare, E> {
        Ok(Bare::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Bare, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Bare::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Bare, A::Error> {
        let mut map = Vec::new();
        while let Some(field) = fields.next_entry()? {
            map.push(field);
        }
        if map.len() > 512 {
            return Err(A::Error::custom("too many words in one map"));
        }
        Ok(Bare::Map(map))
    }
}
