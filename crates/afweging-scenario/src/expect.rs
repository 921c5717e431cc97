//! What must be found: the lines under `dan`.

use afweging::{Code, Gate};

use crate::fault::{Place, ScenarioFault};
use crate::node::{Body, Node};
use crate::words::{GATE, is_same, stands_for};

/// One thing that must be found.
#[derive(Debug, Clone)]
pub(crate) struct Expectation {
    pub(crate) place: Place,
    /// As it was written, to tell it back.
    pub(crate) written: String,
    pub(crate) what: What,
    /// Of which step, when it was said.
    pub(crate) step: Option<Node>,
    /// A part of the sentence, when it was said.
    pub(crate) text: Option<String>,
    /// The day by which, when it was said.
    pub(crate) due: Option<Node>,
    /// Who can answer, when it was said.
    pub(crate) to: Option<Node>,
}

/// What must be so.
#[derive(Debug, Clone)]
pub(crate) enum What {
    /// The step is open.
    May,
    /// The step is not open, because of these.
    MayNot(Vec<Code>),
    /// These are found.
    Finds(Vec<Code>),
    /// These are not found.
    FindsNot(Vec<Code>),
    /// Somebody is asked this.
    Asks(String),
    /// Nobody is asked this.
    AsksNot(String),
    /// These steps are open.
    Open(Vec<Node>),
    /// These steps are not open.
    NotOpen(Vec<Node>),
    /// These may request.
    Requests(Vec<Node>),
    /// These may not request.
    RequestsNot(Vec<Node>),
    /// These may decide.
    Decides(Vec<Node>),
    /// These may not decide.
    DecidesNot(Vec<Node>),
    /// The gate stands like this.
    Gate(Gate, &'static str),
    /// The outcome rests on the judgement of these.
    RestsOn(Vec<Node>),
    /// These are the least intrusive among the open ones.
    Least(Vec<Node>),
    /// The last line is refused.
    Refuses(Code),
}

/// The words that can begin a line under `dan`, what may stand behind them, and what they do.
pub(crate) const THEN: &[(&str, &str, &str)] = &[
    ("mag", "stap", "De stap staat open: geen poort houdt hem tegen."),
    ("mag niet", "codes of stap", "De stap staat niet open; met codes: hierdoor."),
    ("meld", "codes", "Deze codes worden gevonden."),
    ("meld niet", "codes", "Deze codes worden niet gevonden."),
    ("vraag", "tekst", "Iemand krijgt deze vraag; een deel van de tekst is genoeg."),
    ("vraag niet", "tekst", "Niemand krijgt deze vraag."),
    ("open", "stappen", "Deze stappen staan open."),
    ("niet open", "stappen", "Deze stappen staan niet open."),
    ("verzoekt door", "mensen", "Deze mensen of instanties mogen verzoeken."),
    ("verzoekt niet door", "mensen", "Deze mensen of instanties mogen niet verzoeken."),
    ("beslist door", "mensen", "Deze mensen of instanties mogen beslissen."),
    ("beslist niet door", "mensen", "Deze mensen of instanties mogen niet beslissen."),
    ("poort 1", "stand", "Hoe de stap voor de poort Bevoegdheid staat."),
    ("poort 2", "stand", "Hoe de stap voor de poort Horen en vorm staat."),
    ("poort 3", "stand", "Hoe de stap voor de poort Feiten staat."),
    ("poort 4", "stand", "Hoe de stap voor de poort Bedreiging en gronden staat."),
    ("poort 5", "stand", "Hoe de stap voor de poort Minst ingrijpend staat."),
    ("poort 6", "stand", "Hoe de stap voor de poort Geschiktheid staat."),
    ("poort 7", "stand", "Hoe de stap voor de poort Termijn en omvang staat."),
    ("rust op oordeel van", "mensen", "De uitkomst leunt op het oordeel van deze mensen."),
    (
        "minst ingrijpend",
        "stappen",
        "Deze stappen, en geen andere, zijn het minst ingrijpend van wat openstaat.",
    ),
    ("weigert", "code", "Het dossier weigert de laatste regel, met deze code."),
];

/// What can be said beside it.
pub(crate) const BESIDE: &[(&str, &str)] = &[
    ("stap", "Over welke stap het gaat; zonder dit de stap waar `als` over gaat."),
    ("tekst", "Een deel van de zin die bij de code hoort."),
    ("uiterlijk", "De dag van de plicht."),
    ("aan", "Wie de vraag kan beantwoorden."),
];

/// Reads everything under `dan`.
pub(crate) fn read_all(node: &Node, faults: &mut Vec<ScenarioFault>) -> Vec<Expectation> {
    let mut read = Vec::new();
    let mut take = |it: Result<Expectation, ScenarioFault>| match it {
        Ok(expectation) => read.push(expectation),
        Err(fault) => faults.push(fault),
    };
    match &node.body {
        Body::List(items) => items.iter().for_each(|item| take(read_one(item))),
        Body::Map(fields) => {
            for (key, value) in fields {
                take(expectation(key.place, &key.word, value, &[]));
            }
        }
        _ => take(read_one(node)),
    }
    read
}

fn read_one(node: &Node) -> Result<Expectation, ScenarioFault> {
    let nothing = Node { place: node.place, body: Body::Nothing };
    match &node.body {
        Body::Map(fields) => match fields.split_first() {
            Some(((key, value), rest)) => {
                let rest: Vec<_> =
                    rest.iter().map(|(key, node)| (key.place, key.word.as_str(), node)).collect();
                expectation(key.place, &key.word, value, &rest)
            }
            None => Err(ScenarioFault::new(node.place, "hier staat niets tussen de haakjes")),
        },
        Body::Text(word) => expectation(node.place, word, &nothing, &[]),
        _ => Err(ScenarioFault::new(node.place, "hier hoort een verwachting, zoals `meld: AFW-…`")),
    }
}

fn expectation(
    place: Place,
    word: &str,
    value: &Node,
    rest: &[(Place, &str, &Node)],
) -> Result<Expectation, ScenarioFault> {
    let Some((known, takes, _)) = THEN.iter().find(|(known, ..)| is_same(known, word)) else {
        let what = format!("`{word}` is geen verwachting");
        return Err(ScenarioFault::unknown(place, what, word, THEN.iter().map(|(known, ..)| *known)));
    };
    let mut beside: Vec<(&str, Node)> = Vec::new();
    for (at, key, node) in rest {
        match BESIDE.iter().find(|(known, _)| is_same(known, key)) {
            Some((known, _)) if node.text().is_some() => beside.push((known, (*node).clone())),
            Some(_) => {
                return Err(ScenarioFault::new(*at, format!("achter `{key}` hoort één ding te staan")));
            }
            None => {
                let what = format!("`{key}` kan niet bij `{known}`");
                return Err(ScenarioFault::unknown(*at, what, key, BESIDE.iter().map(|(known, _)| *known)));
            }
        }
    }
    let mut take =
        |word: &str| beside.iter().position(|(known, _)| *known == word).map(|place| beside.remove(place).1);
    let (mut step, text, due, to) = (take("stap"), take("tekst"), take("uiterlijk"), take("aan"));
    let each = || -> Result<Vec<Node>, ScenarioFault> {
        let each: Vec<Node> = value.each().into_iter().cloned().collect();
        if each.is_empty() || each.iter().any(|node| node.text().is_none()) {
            return Err(ScenarioFault::new(value.place, format!("achter `{known}` hoort: {takes}")));
        }
        Ok(each)
    };
    let one = || each().map(|nodes| nodes.first().and_then(Node::text).unwrap_or_default());
    let codes = || each()?.iter().map(code).collect::<Result<Vec<_>, _>>();
    let what = match *known {
        "mag" => {
            if !matches!(value.body, Body::Nothing) {
                step = Some(value.clone());
            }
            What::May
        }
        "mag niet" => match &value.body {
            Body::Nothing => What::MayNot(Vec::new()),
            Body::Text(text) if !text.to_uppercase().starts_with("AFW") => {
                step = Some(value.clone());
                What::MayNot(Vec::new())
            }
            _ => What::MayNot(codes()?),
        },
        "meld" => What::Finds(codes()?),
        "meld niet" => What::FindsNot(codes()?),
        "vraag" => What::Asks(one()?),
        "vraag niet" => What::AsksNot(one()?),
        "open" => What::Open(each()?),
        "niet open" => What::NotOpen(each()?),
        "verzoekt door" => What::Requests(each()?),
        "verzoekt niet door" => What::RequestsNot(each()?),
        "beslist door" => What::Decides(each()?),
        "beslist niet door" => What::DecidesNot(each()?),
        "rust op oordeel van" => What::RestsOn(each()?),
        "minst ingrijpend" => What::Least(each()?),
        "weigert" => {
            let codes = codes()?;
            match codes.as_slice() {
                [code] => What::Refuses(*code),
                _ => return Err(ScenarioFault::new(value.place, "achter `weigert` hoort één code")),
            }
        }
        gate => {
            let number = gate.strip_prefix("poort ").and_then(|number| number.parse::<u8>().ok());
            let gate = Gate::ALL.into_iter().find(|gate| Some(gate.number()) == number);
            let asked = one()?;
            match (gate, stands_for(GATE, &asked)) {
                (Some(gate), Some(stands)) => What::Gate(gate, stands),
                _ => {
                    let what = format!("`{asked}` kan niet achter `{known}`");
                    let there = GATE.iter().map(|(dutch, _)| *dutch);
                    return Err(ScenarioFault::unknown(value.place, what, &asked, there));
                }
            }
        }
    };
    let said: Vec<String> = value.each().into_iter().filter_map(Node::text).collect();
    let written = format!("{known}: {}", said.join(", ")).trim_end_matches([':', ' ']).to_owned();
    let text = text.as_ref().and_then(Node::text);
    Ok(Expectation { place, written, what, step, text, due, to })
}

fn code(node: &Node) -> Result<Code, ScenarioFault> {
    let asked = node.text().unwrap_or_default();
    Code::all().iter().copied().find(|code| is_same(code.as_str(), &asked)).ok_or_else(|| {
        let what = format!("de code `{asked}` is er niet");
        ScenarioFault::unknown(node.place, what, &asked, Code::all().iter().map(|code| code.as_str()))
    })
}

impl What {
    /// The codes that must be found for it.
    pub(crate) fn codes(&self) -> &[Code] {
        match self {
            What::MayNot(codes) | What::Finds(codes) => codes,
            What::Refuses(code) => std::slice::from_ref(code),
            _ => &[],
        }
    }

    /// The codes that must not be found for it.
    pub(crate) fn codes_not(&self) -> &[Code] {
        match self {
            What::FindsNot(codes) => codes,
            _ => &[],
        }
    }
}
