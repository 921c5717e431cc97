//! The lines of a scenario, read: each knows which line of the form it is, and what was said on it.

use crate::fault::{Place, ScenarioFault};
use crate::form::{Field, Kind, LINES, Line, Takes};
use crate::node::{Body, Node};
use crate::words::{is_same, stands_for};

/// One thing that is told.
#[derive(Debug, Clone)]
pub(crate) enum Told {
    /// A line of the form.
    Line(Item),
    /// A sentence, such as `GI overweegt ots`, or a day.
    Sentence(Place, String),
}

/// A line of the form, with what was said on it.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) place: Place,
    pub(crate) line: &'static Line,
    said: Vec<(&'static Field, Node)>,
}

impl Item {
    /// A line that a sentence stands for: each word with the text that goes with it.
    pub(crate) fn made(place: Place, line: &'static Line, said: &[(&str, &str)]) -> Item {
        let said = said
            .iter()
            .filter_map(|(word, text)| {
                let field = line.all_fields().find(|field| field.word == *word)?;
                Some((field, Node { place, body: Body::Text((*text).to_owned()) }))
            })
            .collect();
        Item { place, line, said }
    }

    /// What was said under a word.
    pub(crate) fn get(&self, word: &str) -> Option<&Node> {
        self.said.iter().find(|(field, _)| field.word == word).map(|(_, node)| node)
    }

    /// Whether something stands under a word.
    pub(crate) fn says(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// All that was said.
    pub(crate) fn said(&self) -> impl Iterator<Item = (&'static Field, &Node)> {
        self.said.iter().map(|(field, node)| (*field, node))
    }

    /// What may stand right behind the word.
    pub(crate) fn first(&self) -> Option<&Node> {
        self.line.first().and_then(|field| self.get(field.word))
    }

    /// The text under a word.
    pub(crate) fn text(&self, word: &str) -> Option<String> {
        self.get(word).and_then(Node::text)
    }

    /// The word of the log that a word under a word stands for. Reading looked at it already.
    pub(crate) fn word(&self, word: &str) -> Option<&'static str> {
        let (field, node) = self.said.iter().find(|(field, _)| field.word == word)?;
        match field.takes {
            Takes::Word(words) => stands_for(words, &node.text()?),
            _ => None,
        }
    }
}

/// Reads what is told: a list, or a map in which each word begins a line.
pub(crate) fn read_all(node: &Node, faults: &mut Vec<ScenarioFault>) -> Vec<Told> {
    let mut told = Vec::new();
    let mut take = |read: Result<Vec<Told>, Vec<ScenarioFault>>| match read {
        Ok(items) => told.extend(items),
        Err(wrong) => faults.extend(wrong),
    };
    match &node.body {
        Body::Nothing => {}
        Body::List(items) => {
            for item in items {
                take(read_one(item));
            }
        }
        Body::Map(fields) => {
            for (key, value) in fields {
                take(read_line(key.place, &key.word, value, &[]));
            }
        }
        Body::Text(_) | Body::YesNo(_) | Body::Number(_) => take(read_one(node)),
    }
    told
}

fn read_one(node: &Node) -> Result<Vec<Told>, Vec<ScenarioFault>> {
    match &node.body {
        Body::Map(fields) => match fields.split_first() {
            Some(((key, value), rest)) => {
                let rest: Vec<_> =
                    rest.iter().map(|(key, value)| (key.place, key.word.as_str(), value)).collect();
                read_line(key.place, &key.word, value, &rest)
            }
            None => Err(vec![ScenarioFault::new(node.place, "hier staat niets tussen de haakjes")]),
        },
        Body::Text(_) | Body::Number(_) => {
            Ok(vec![Told::Sentence(node.place, node.text().unwrap_or_default())])
        }
        Body::Nothing => Err(vec![ScenarioFault::new(node.place, "achter dit streepje staat niets")]),
        Body::YesNo(_) | Body::List(_) => {
            Err(vec![ScenarioFault::new(node.place, "hier hoort een regel te staan, zoals `bewering: …`")])
        }
    }
}

/// What stands beside the first word of a line.
type Rest<'a> = [(Place, &'a str, &'a Node)];

fn read_line(
    place: Place,
    word: &str,
    value: &Node,
    rest: &Rest<'_>,
) -> Result<Vec<Told>, Vec<ScenarioFault>> {
    if is_same(word, "op") && rest.is_empty() {
        let day = value.text().ok_or_else(|| vec![ScenarioFault::new(place, "achter `op` hoort een dag")])?;
        return Ok(vec![Told::Sentence(value.place, day)]);
    }
    let Some(line) = Line::named(word) else {
        let what = format!("`{word}` is geen woord waarmee een regel begint");
        return Err(vec![ScenarioFault::unknown(place, what, word, LINES.iter().map(|line| line.word))]);
    };
    let is_anything = line.first().is_some_and(|field| matches!(field.takes, Takes::Anything));
    // One word for several lines of a kind, where that is not what the line itself takes.
    if let Body::List(values) = &value.body
        && rest.is_empty()
        && !is_anything
        && values.iter().all(|value| matches!(value.body, Body::Map(_)))
        && !values.is_empty()
    {
        let mut told = Vec::new();
        let mut wrong = Vec::new();
        for value in values {
            match read_line(value.place, word, value, &[]) {
                Ok(items) => told.extend(items),
                Err(faults) => wrong.extend(faults),
            }
        }
        return if wrong.is_empty() { Ok(told) } else { Err(wrong) };
    }
    let mut wrong = Vec::new();
    let mut said: Vec<(&'static Field, Node)> = Vec::new();
    let mut say = |place: Place, word: &str, node: &Node, wrong: &mut Vec<ScenarioFault>| {
        let word = if word == "reden" { "omdat" } else { word };
        match line.all_fields().find(|field| is_same(field.word, word)) {
            None => {
                let what = format!("`{word}` kan niet bij `{}`", line.word);
                let there: Vec<&str> = line.all_fields().map(|field| field.word).collect();
                wrong.push(ScenarioFault::unknown(place, what, word, there));
            }
            Some(field) if said.iter().any(|(other, _)| other.word == field.word) => {
                wrong.push(ScenarioFault::new(place, format!("`{word}` staat twee keer op deze regel")));
            }
            Some(field) => match checked(field, node) {
                Ok(()) => said.push((field, node.clone())),
                Err(fault) => wrong.push(fault),
            },
        }
    };
    match (&value.body, line.first()) {
        (Body::Nothing, _) | (_, None) => {}
        (Body::Map(fields), Some(_)) if !is_anything => {
            for (key, node) in fields {
                say(key.place, &key.word, node, &mut wrong);
            }
        }
        (_, Some(first)) => say(value.place, first.word, value, &mut wrong),
    }
    for (place, word, node) in rest {
        say(*place, word, node, &mut wrong);
    }
    // An alternative that has a name needs no other words.
    if line.kind == Kind::Alternative && !said.iter().any(|(field, _)| field.word == "alternatief") {
        let named = said.iter().find(|(field, _)| field.word == "naam").map(|(_, node)| node.clone());
        if let (Some(first), Some(node)) = (line.first(), named) {
            said.push((first, node));
        }
    }
    if wrong.is_empty() {
        let missing = line.fields.iter().filter(|field| field.must);
        for field in missing.filter(|field| !said.iter().any(|(other, _)| other.word == field.word)) {
            wrong.push(missing_fault(place, line, field));
        }
    }
    if wrong.is_empty() { Ok(vec![Told::Line(Item { place, line, said })]) } else { Err(wrong) }
}

fn missing_fault(place: Place, line: &Line, field: &Field) -> ScenarioFault {
    let is_first = line.first().is_some_and(|first| first.word == field.word);
    let what = if is_first {
        format!("achter `{}` staat niets", line.word)
    } else {
        format!("bij `{}` hoort ook `{}`", line.word, field.word)
    };
    let example = match field.takes {
        Takes::Word(words) => {
            let words: Vec<_> = words.iter().map(|(dutch, _)| format!("`{dutch}`")).collect();
            format!("kies uit {}", words.join(", "))
        }
        Takes::YesNo => "kies `ja` of `nee`".to_owned(),
        Takes::Day => "een dag, zoals `2025-03-14`, of `over 2 weken`".to_owned(),
        _ => "wat niet gezegd is, vult niemand in: ook een scenario niet".to_owned(),
    };
    ScenarioFault::new(place, what).hint(example)
}

/// Whether what was said has the form that the field takes. Names are looked up when the scenario is told.
fn checked(field: &Field, node: &Node) -> Result<(), ScenarioFault> {
    let is_empty = matches!(node.body, Body::Nothing);
    let wrong =
        |what: &str| Err(ScenarioFault::new(node.place, format!("achter `{}` hoort {what}", field.word)));
    let is_one = node.text().is_some();
    match field.takes {
        Takes::Anything => Ok(()),
        _ if is_empty => wrong("iets te staan"),
        Takes::Word(words) => word_of(field, words, node).map(|_| ()),
        Takes::WordList(words) => {
            node.each().into_iter().try_for_each(|node| word_of(field, words, node).map(|_| ()))
        }
        Takes::YesNo => yes_no(field, node).map(|_| ()),
        Takes::Count => match node.body {
            Body::Number(number) if number >= 0 => Ok(()),
            _ => wrong("een getal"),
        },
        Takes::TextPerPerson(_) => match &node.body {
            Body::Map(fields) if fields.iter().all(|(_, node)| node.text().is_some()) => Ok(()),
            Body::Map(_) => wrong("voor ieder een tekst, zoals `moeder: …`"),
            // Who did not want to need not have said why.
            _ if node.each().iter().all(|node| node.text().is_some()) && field.word == "wilde niet" => Ok(()),
            _ => wrong("voor ieder een tekst, zoals `moeder: …`"),
        },
        Takes::TextPerWord(words) => match &node.body {
            Body::Map(fields) => fields.iter().try_for_each(|(key, node)| {
                let key = Node { place: key.place, body: Body::Text(key.word.clone()) };
                word_of(field, words, &key)?;
                if node.text().is_some() { Ok(()) } else { wrong("bij elk woord een reden") }
            }),
            _ => wrong("bij elk woord een reden, zoals `naar huis: …`"),
        },
        Takes::TextPerEvidence => match &node.body {
            Body::Map(fields) if fields.iter().all(|(_, node)| node.text().is_some()) => Ok(()),
            _ => wrong("bij elk bewijs een antwoord, zoals `buurman: …`"),
        },
        Takes::Each
        | Takes::People
        | Takes::Statements
        | Takes::Evidences
        | Takes::Texts
        | Takes::Ground
        | Takes::Condition
        | Takes::Document => {
            if node.each().iter().all(|node| node.text().is_some()) {
                Ok(())
            } else {
                wrong("een woord, of een lijst van woorden")
            }
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
        | Takes::Moment => {
            if is_one {
                Ok(())
            } else {
                wrong("één ding te staan, geen lijst")
            }
        }
    }
}

/// The word of the log that a Dutch word stands for.
pub(crate) fn word_of(
    field: &Field,
    words: crate::words::Words,
    node: &Node,
) -> Result<&'static str, ScenarioFault> {
    let asked = node.text().unwrap_or_default();
    stands_for(words, &asked).ok_or_else(|| {
        let what = format!("`{asked}` kan niet achter `{}`", field.word);
        ScenarioFault::unknown(node.place, what, &asked, words.iter().map(|(dutch, _)| *dutch))
    })
}

/// Yes or no.
pub(crate) fn yes_no(field: &Field, node: &Node) -> Result<bool, ScenarioFault> {
    match (&node.body, node.text().as_deref()) {
        (Body::YesNo(yes), _) => Ok(*yes),
        (_, Some("ja")) => Ok(true),
        (_, Some("nee")) => Ok(false),
        (_, asked) => {
            let asked = asked.unwrap_or_default();
            let what = format!("achter `{}` hoort `ja` of `nee`, niet `{asked}`", field.word);
            Err(ScenarioFault::unknown(node.place, what, asked, ["ja", "nee"]))
        }
    }
}
