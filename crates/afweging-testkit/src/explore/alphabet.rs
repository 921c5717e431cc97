//! The moves out of which every history up to a length is made, and where histories begin.
//!
//! A family with a girl of thirteen and a mother with authority; help of the local team on consent, and a supervision order
//! that the Council asks for. The moves are few on purpose, and each of the machines has some.

use std::collections::BTreeSet;

use afweging::{Dossier, Event, MeasureId, NewEntry, Pack, Sentence};
use chrono::{Datelike as _, Days, NaiveDate};
use serde_json::{Value, json};

use super::samples::read;
use super::situations::entry;
use crate::depend;

/// What happens in a move.
#[derive(Debug, Clone)]
pub(super) enum Happens {
    /// Somebody records something of that day.
    Recorded { by: &'static str, event: Box<Event> },
    /// Days pass in which nothing is recorded.
    Wait(u64),
}

/// A move.
#[derive(Debug, Clone)]
pub(super) struct Move {
    pub(super) id: &'static str,
    pub(super) name: Sentence,
    pub(super) happens: Happens,
}

/// Where histories begin: a dossier in which something happened already.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    pub(super) name: Sentence,
    pub(super) dossier: Dossier,
    pub(super) at: NaiveDate,
    /// The places of its moves in the alphabet.
    pub(super) moves: Vec<usize>,
}

/// All moves, with which two keep their order.
#[derive(Debug, Clone)]
pub(super) struct Alphabet {
    pub(super) moves: Vec<Move>,
    /// Which two keep their order.
    pub(super) depend: BTreeSet<(usize, usize)>,
}

impl Alphabet {
    pub(super) fn of(pack: &Pack, on: NaiveDate) -> Self {
        let moves = moves(&grounds(pack, on), on);
        let dossier = Dossier::new("alphabet");
        let entries: Vec<Option<NewEntry>> = moves
            .iter()
            .map(|it| match &it.happens {
                Happens::Recorded { by, event } => Some(entry(&dossier, by, (**event).clone(), on)),
                Happens::Wait(_) => None,
            })
            .collect();
        let mut depend = BTreeSet::new();
        for (a, one) in entries.iter().enumerate() {
            for (b, other) in entries.iter().enumerate() {
                // Whatever happens before days pass happened before them; and one move twice is in one order anyhow.
                let keep = match (one, other) {
                    (Some(one), Some(other)) => a == b || depend::of_two(one, other),
                    _ => true,
                };
                if keep {
                    depend.insert((a, b));
                }
            }
        }
        Alphabet { moves, depend }
    }

    /// The first by the order of the moves among all histories that differ from this one in nothing but the order of moves
    /// that do not depend on each other.
    pub(super) fn normal(&self, word: &[usize]) -> Vec<usize> {
        let mut left = word.to_vec();
        let mut normal = Vec::with_capacity(word.len());
        while !left.is_empty() {
            let may_come = |(place, it): &(usize, &usize)| {
                left.iter().take(*place).all(|earlier| !self.depend.contains(&(*earlier, **it)))
            };
            let Some((place, _)) = left.iter().enumerate().filter(may_come).min_by_key(|(_, it)| **it) else {
                break;
            };
            normal.push(left.remove(place));
        }
        normal
    }
}

impl Move {
    /// Makes the move; nothing when the dossier refuses it.
    pub(super) fn make(&self, dossier: &Dossier, at: NaiveDate) -> Option<(Dossier, NaiveDate)> {
        let mut after = dossier.clone();
        match &self.happens {
            Happens::Recorded { by, event } => {
                let entry = entry(&after, by, (**event).clone(), at);
                after.record(entry).ok()?;
                Some((after, at))
            }
            Happens::Wait(days) => Some((after, at.checked_add_days(Days::new(*days))?)),
        }
    }

    pub(super) fn event(&self) -> Option<&Event> {
        match &self.happens {
            Happens::Recorded { event, .. } => Some(event),
            Happens::Wait(_) => None,
        }
    }
}

/// The grounds of a supervision order, on the first way to it.
fn grounds(pack: &Pack, on: NaiveDate) -> Vec<Value> {
    let order: MeasureId = read(json!("M16"));
    let first = pack.measure(&order, on).and_then(|it| it.grounds.first().cloned()).unwrap_or_default();
    let grounds: Vec<Value> = first.iter().map(|it| json!({ "ground": it })).collect();
    if grounds.is_empty() { vec![json!({ "ground": "no-ground" })] } else { grounds }
}

fn moves(grounds: &[Value], on: NaiveDate) -> Vec<Move> {
    let ground = grounds.first();
    let agreed: Vec<Value> = grounds.iter().map(|it| json!({ "on": it, "verdict": "met" })).collect();
    let later = |days: u64| on.checked_add_days(Days::new(days)).unwrap_or(on);
    let help = json!({ "person": "mother", "scope": { "step": "help" } });
    let with = |mut base: Value, field: &str, value: Value| {
        if let Some(fields) = base.as_object_mut() {
            fields.insert(field.to_owned(), value);
        }
        base
    };
    let evidence = |id: &str, by: &str, polarity: &str, origin: Value| json!({ "evidence": id, "statement": "alone", "polarity": polarity, "borne_by": by, "origin": origin });
    let view = |verdict: &str| json!({ "step": "order", "on": ground, "verdict": verdict, "why": "by what was seen", "for": ["alone"] });
    let position = |person: &str, verdict: &str| json!({ "person": person, "on": ground, "verdict": verdict, "why": "by my norm" });
    let order = json!({ "step": "order" });
    let told = |id, by, nl: &str, en: &str, kind: &str, what: Value| Move {
        id,
        name: Sentence::new(nl, en),
        happens: Happens::Recorded { by, event: Box::new(read(json!({ kind: what }))) },
    };
    let ruled = |ruling: &'static str, nl: &str, en: &str| {
        let what = json!({ "step": "order", "decider": "court", "ruling": ruling });
        told(ruling, "court", nl, en, "appeal_ruled", what)
    };
    let wait =
        |id, days, nl: &str, en: &str| Move { id, name: Sentence::new(nl, en), happens: Happens::Wait(days) };
    vec![
        told(
            "invite",
            "team",
            "de moeder wordt uitgenodigd",
            "the mother is invited",
            "invited",
            json!({ "person": "mother", "forum": "talk" }),
        ),
        told(
            "hear",
            "team",
            "de moeder wordt gehoord",
            "the mother is heard",
            "heard",
            json!({ "person": "mother", "forum": "talk", "mode": "in_person", "hearer": "team", "account": "she is never alone at night" }),
        ),
        told(
            "decline",
            "mother",
            "de moeder wil niet gehoord worden",
            "the mother declines to be heard",
            "hearing_declined",
            json!({ "person": "mother" }),
        ),
        told(
            "confirm",
            "mother",
            "de moeder bevestigt haar verhaal",
            "the mother confirms her account",
            "account_confirmed",
            json!({ "person": "mother" }),
        ),
        told(
            "contest",
            "mother",
            "de moeder bestrijdt hoe het is opgeschreven",
            "the mother contests how it was written down",
            "account_contested",
            json!({ "person": "mother", "correction": "she was alone once" }),
        ),
        told(
            "not_heard",
            "team",
            "de moeder wordt niet gehoord, met een grond",
            "the mother is not heard, with a ground",
            "not_heard",
            json!({ "person": "mother", "ground": { "unreachable": { "attempts": 3 } }, "reason": "no answer at the door" }),
        ),
        told(
            "cycle",
            "team",
            "een nieuwe ronde begint",
            "a new cycle begins",
            "cycle_opened",
            json!({ "reason": "something happened" }),
        ),
        told(
            "seen",
            "team",
            "bewijs: het team zag het",
            "evidence: the team saw it",
            "evidence_added",
            evidence("seen", "team", "supports", json!("own_observation")),
        ),
        told(
            "told",
            "gi",
            "hetzelfde verhaal nog eens, van horen zeggen",
            "the same tale once more, by hearsay",
            "evidence_added",
            evidence("told", "gi", "supports", json!({ "told_by_person": { "person": "team" } })),
        ),
        told(
            "denied",
            "mother",
            "tegenbewijs: de moeder zag het anders",
            "evidence against: the mother saw it otherwise",
            "evidence_added",
            evidence("denied", "mother", "opposes", json!("own_observation")),
        ),
        told(
            "establish",
            "team",
            "het staat vast",
            "it is found established",
            "found",
            json!({ "statement": "alone", "found": "established", "why": "seen from the street" }),
        ),
        told(
            "unsee",
            "team",
            "het bewijs wordt ingetrokken",
            "the evidence is taken back",
            "withdrawn",
            json!({ "taken_back": { "evidence": "seen" }, "reason": "it was another house" }),
        ),
        told(
            "unclaim",
            "team",
            "de bewering wordt ingetrokken",
            "the statement is taken back",
            "withdrawn",
            json!({ "taken_back": { "statement": "alone" }, "reason": "it was another child" }),
        ),
        told(
            "ask",
            "team",
            "toestemming voor hulp wordt gevraagd",
            "consent to help is asked",
            "consent_asked",
            with(help.clone(), "information", json!("what it is and what for")),
        ),
        told(
            "consent",
            "mother",
            "de moeder geeft toestemming",
            "the mother consents",
            "consent_given",
            help.clone(),
        ),
        told("refuse", "mother", "de moeder weigert", "the mother refuses", "consent_refused", help.clone()),
        told(
            "unconsent",
            "mother",
            "de moeder trekt haar toestemming in",
            "the mother takes her consent back",
            "consent_withdrawn",
            help,
        ),
        told(
            "met",
            "raad",
            "de Raad vindt dat de grond er is",
            "the Council finds that the ground is met",
            "view_given",
            view("met"),
        ),
        told(
            "not_met",
            "gi",
            "de GI vindt van niet",
            "the institution finds that it is not",
            "view_given",
            view("not_met"),
        ),
        told(
            "seal",
            "raad",
            "zij wegen onder zegel",
            "they weigh under seal",
            "sealing_agreed",
            json!({ "step": "order", "circle": ["raad"], "on": [{ "condition": "suitable" }] }),
        ),
        told(
            "dialogue",
            "raad",
            "het gesprek over de weging begint",
            "the dialogue begins",
            "dialogue_opened",
            with(order.clone(), "participants", json!(["raad", "gi"])),
        ),
        told(
            "agree",
            "raad",
            "zij worden het eens",
            "they agree",
            "converged",
            json!({ "step": "order", "verdicts": agreed, "why": "both saw it now" }),
        ),
        told(
            "differ",
            "raad",
            "zij worden het niet eens",
            "they do not agree",
            "diverged",
            json!({ "step": "order", "positions": [position("raad", "met"), position("gi", "not_met")] }),
        ),
        told(
            "fall_back",
            "raad",
            "ieder valt terug op de eigen bevoegdheid",
            "each falls back on their own powers",
            "fell_back",
            json!({ "step": "order", "powers": [{ "person": "raad", "act": "request", "measure": "M16", "article": "BW1 255(2)" }] }),
        ),
        told(
            "alternative",
            "mother",
            "een lichter alternatief wordt genoemd",
            "a lighter alternative is named",
            "alternative_named",
            json!({ "alternative": "aunt", "step": "order", "option": { "own_words": { "text": "a week with her aunt" } } }),
        ),
        told(
            "answer",
            "raad",
            "het alternatief wordt beantwoord",
            "the alternative is answered",
            "candidates_answered",
            json!({ "step": "order", "candidates": [{ "alternative": "aunt" }], "answer": { "expected_insufficient": { "relies_on": ["alone"] } }, "why": "she went home each night" }),
        ),
        told(
            "request",
            "raad",
            "de Raad verzoekt",
            "the Council asks",
            "request_filed",
            with(order.clone(), "requester", json!("raad")),
        ),
        told(
            "judge_asks",
            "judge",
            "de rechter verzoekt zelf",
            "the judge asks",
            "request_filed",
            with(order.clone(), "requester", json!("judge")),
        ),
        told(
            "grant",
            "judge",
            "de rechter wijst toe",
            "the judge grants it",
            "decided",
            json!({ "step": "order", "decider": "judge", "outcome": "granted", "until": later(300) }),
        ),
        told(
            "gi_decides",
            "gi",
            "de GI beslist zelf",
            "the institution decides",
            "decided",
            json!({ "step": "order", "decider": "gi", "outcome": "granted" }),
        ),
        told(
            "deny",
            "judge",
            "de rechter wijst af",
            "the judge refuses it",
            "decided",
            json!({ "step": "order", "decider": "judge", "outcome": "refused" }),
        ),
        told(
            "partly",
            "judge",
            "de rechter wijst een deel toe",
            "the judge grants a part of it",
            "decided",
            json!({ "step": "order", "decider": "judge", "outcome": { "partly_granted": { "granted": "half a year" } } }),
        ),
        told(
            "hold_over",
            "judge",
            "het verzoek wordt aangehouden",
            "the request is held over",
            "request_held_over",
            json!({ "step": "order", "until": later(60), "why": "a report is awaited" }),
        ),
        told(
            "withdraw_request",
            "raad",
            "de Raad trekt het verzoek in",
            "the Council takes its request back",
            "request_withdrawn",
            order.clone(),
        ),
        told(
            "provisional",
            "raad",
            "een voorlopige ondertoezichtstelling wordt voorgesteld",
            "a provisional order is proposed",
            "step_proposed",
            json!({ "step": "urgent", "measure": "M15", "about": "child", "proposed_by": "raad" }),
        ),
        told(
            "urgent",
            "judge",
            "de rechter beslist met spoed, zonder horen",
            "the judge decides in urgency, hearing nobody",
            "decided_urgently",
            json!({ "step": "urgent", "decider": "judge", "danger": "fire", "why_it_cannot_wait": "it is tonight", "ex_parte": true }),
        ),
        told(
            "heard",
            "judge",
            "alsnog gehoord, en het blijft",
            "heard afterwards, and it stays",
            "heard_afterwards",
            json!({ "step": "urgent", "maintained": true }),
        ),
        told(
            "overturn",
            "judge",
            "alsnog gehoord, en het blijft niet",
            "heard afterwards, and it does not stay",
            "heard_afterwards",
            json!({ "step": "urgent", "maintained": false }),
        ),
        told(
            "start_urgent",
            "gi",
            "de spoedmaatregel wordt uitgevoerd",
            "the urgent order is carried out",
            "started",
            json!({ "step": "urgent" }),
        ),
        told("start", "gi", "de uitvoering begint", "it is carried out", "started", order.clone()),
        told(
            "review",
            "gi",
            "een terugblik: het gaat slechter",
            "a review: it goes worse",
            "reviewed",
            json!({ "step": "order", "outcome": "worse", "sufficient": false, "why": "she is alone again" }),
        ),
        told("end", "gi", "het eindigt", "it ends", "ended", with(order.clone(), "why", json!("it is done"))),
        told(
            "appeal",
            "mother",
            "de moeder gaat in beroep",
            "the mother appeals",
            "appeal_lodged",
            with(order.clone(), "appellant", json!("mother")),
        ),
        ruled("upheld", "het hof bekrachtigt", "the court of appeal upholds it"),
        ruled("quashed", "het hof vernietigt", "the court of appeal quashes it"),
        ruled("replaced", "het hof beslist anders", "the court of appeal decides otherwise"),
        told(
            "report",
            "team",
            "een melding komt binnen",
            "a report comes in",
            "report_received",
            json!({ "receiver": "team", "text": "neighbours heard shouting" }),
        ),
        told(
            "close",
            "team",
            "het dossier wordt gesloten",
            "the dossier is closed",
            "closed",
            json!({ "why": "it goes well" }),
        ),
        told(
            "watch",
            "team",
            "het team let op",
            "the team keeps watch",
            "watch_taken",
            json!({ "watcher": "team" }),
        ),
        told(
            "leave",
            "team",
            "het team let niet meer op",
            "the team no longer keeps watch",
            "watch_left",
            json!({ "watcher": "team" }),
        ),
        wait("fortnight", 15, "vijftien dagen gaan voorbij", "fifteen days pass"),
        wait("year", 366, "een jaar gaat voorbij", "a year passes"),
    ]
}

/// What a set of histories is about: where they begin, and the moves that are made.
struct Theme {
    name: (&'static str, &'static str),
    /// The moves that were made before.
    before: &'static [&'static str],
    /// The moves out of which its histories are made.
    moves: &'static [&'static str],
}

const WEIGHED: &[&str] = &["seen", "establish", "ask", "consent", "met", "not_met", "dialogue", "request"];

pub(super) const CARRIED_OUT: &[&str] = &[
    "seen",
    "establish",
    "ask",
    "consent",
    "met",
    "not_met",
    "dialogue",
    "request",
    "agree",
    "grant",
    "start",
    "report",
    "watch",
];

const THEMES: &[Theme] = &[
    Theme {
        name: ("horen", "hearing"),
        before: &[],
        moves: &["invite", "hear", "decline", "confirm", "contest", "not_heard", "cycle"],
    },
    Theme {
        name: ("wie er oplet", "who keeps watch"),
        before: &[],
        moves: &["report", "watch", "leave", "close", "fortnight"],
    },
    Theme {
        name: ("de feiten, na een weging", "the facts, after a weighing"),
        before: WEIGHED,
        moves: &["told", "denied", "establish", "unsee", "unclaim", "agree", "grant"],
    },
    Theme {
        name: ("hulp op toestemming", "help on consent"),
        before: &[],
        moves: &["ask", "consent", "refuse", "unconsent", "hear", "fortnight"],
    },
    Theme {
        name: ("de weging", "the weighing"),
        before: &["seen", "establish"],
        moves: &[
            "met",
            "not_met",
            "seal",
            "dialogue",
            "agree",
            "differ",
            "fall_back",
            "alternative",
            "answer",
            "unsee",
        ],
    },
    Theme {
        name: ("verzoek en beslissing", "request and decision"),
        before: &[],
        moves: &[
            "request",
            "judge_asks",
            "hold_over",
            "withdraw_request",
            "grant",
            "deny",
            "partly",
            "gi_decides",
            "start",
        ],
    },
    Theme {
        name: ("spoed", "urgency"),
        before: &["provisional"],
        moves: &["urgent", "heard", "overturn", "start_urgent", "request", "fortnight"],
    },
    Theme {
        name: ("de uitvoering", "carrying it out"),
        before: CARRIED_OUT,
        moves: &["review", "end", "unsee", "unconsent", "differ", "leave", "year"],
    },
    Theme {
        name: ("beroep", "appeal"),
        before: CARRIED_OUT,
        moves: &["appeal", "upheld", "quashed", "replaced", "fortnight"],
    },
];

/// Where histories begin, by theme; `mixed`: each with all moves and not only with those of its theme.
pub(super) fn openings(alphabet: &Alphabet, on: NaiveDate, mixed: bool) -> Vec<Opening> {
    let opening = |theme: &Theme| {
        let mut dossier = family(on);
        for id in theme.before {
            let found = alphabet.moves.iter().find(|it| it.id == *id);
            if let Some((after, _)) = found.and_then(|it| it.make(&dossier, on)) {
                dossier = after;
            }
        }
        let is_in = |it: &Move| mixed || theme.moves.contains(&it.id);
        Opening {
            name: Sentence::new(theme.name.0, theme.name.1),
            dossier,
            at: on,
            moves: (0..).zip(&alphabet.moves).filter(|(_, it)| is_in(it)).map(|(place, _)| place).collect(),
        }
    };
    THEMES.iter().map(opening).collect()
}

pub(super) fn family(on: NaiveDate) -> Dossier {
    let mut dossier = Dossier::new("history");
    let born = on.with_year(on.year().saturating_sub(13)).unwrap_or(on);
    let mut tell = |by: &str, kind: &str, what: Value| {
        let event: Event = read(json!({ kind: what }));
        let entry = entry(&dossier, by, event, on);
        // What is refused here is missed by every move that needs it, and the test of the openings says so.
        let _ = dossier.record(entry);
    };
    for (person, role) in [
        ("team", "local_team"),
        ("mother", "mother"),
        ("raad", "raad"),
        ("gi", "gi"),
        ("judge", "childrens_judge"),
        ("court", "appeal_court"),
    ] {
        tell("team", "person_added", json!({ "person": person, "role": role }));
    }
    tell("team", "person_added", json!({ "person": "child", "role": "child", "birth": { "on": born } }));
    tell("team", "relation_noted", json!({ "person": "mother", "child": "child", "relation": "parent" }));
    tell("team", "authority_noted", json!({ "holder": "mother", "child": "child", "authority": "held" }));
    tell("team", "claimed", json!({ "statement": "alone", "text": "alone at night", "about": ["child"] }));
    tell(
        "team",
        "step_proposed",
        json!({ "step": "help", "measure": "M02", "about": "child", "proposed_by": "team" }),
    );
    tell(
        "raad",
        "step_proposed",
        json!({ "step": "order", "measure": "M16", "about": "child", "proposed_by": "raad" }),
    );
    dossier
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_begins_as_it_says_and_every_move_is_in_one() {
        let pack = crate::dutch_pack();
        let on = pack.changes().last().expect("a state of the law");
        let alphabet = Alphabet::of(pack, on);
        let ids: Vec<&str> = alphabet.moves.iter().map(|it| it.id).collect();
        for (theme, opening) in THEMES.iter().zip(openings(&alphabet, on, false)) {
            assert!(theme.before.iter().chain(theme.moves).all(|id| ids.contains(id)), "{:?}", theme.name);
            assert_eq!(opening.dossier.len(), family(on).len() + theme.before.len(), "{:?}", theme.name);
            assert_eq!(opening.moves.len(), theme.moves.len());
        }
        let is_used = |id: &&&str| THEMES.iter().any(|it| it.moves.contains(id) || it.before.contains(id));
        let unused: Vec<_> = ids.iter().filter(|id| !is_used(id)).collect();
        assert!(unused.is_empty(), "{unused:?}");
    }

    #[test]
    fn independent_moves_have_one_normal_order() {
        let pack = crate::dutch_pack();
        let on = pack.changes().last().expect("a state of the law");
        let alphabet = Alphabet::of(pack, on);
        let place = |id: &str| alphabet.moves.iter().position(|it| it.id == id).expect("a move");
        let (hear, met, year) = (place("hear"), place("met"), place("year"));
        assert_eq!(alphabet.normal(&[met, hear]), alphabet.normal(&[hear, met]));
        assert_ne!(alphabet.normal(&[met, year, hear]), alphabet.normal(&[met, hear, year]));
        let (ask, consent) = (place("ask"), place("consent"));
        assert_eq!(alphabet.normal(&[consent, ask]), [consent, ask], "an answer follows what was asked");
    }
}
