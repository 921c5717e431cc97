//! Every history up to a length, out of a few moves; histories that differ in the order of independent moves only are one.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{Assessment, Code, Event, Machine, Pack, Sentence};
use chrono::NaiveDate;
use serde::Serialize;

use super::alphabet::{Alphabet, Move, Opening, openings};
use super::lack::Lacks;
use super::rule::{Look, Rule, Seen, Tally};

/// Up to which length two histories that are taken as equal are also laid beside each other (P12).
const COMPARED_UP_TO: usize = 2;

/// Up to which length the rules on the log itself are tried: those depend on the kinds of entry, not on what was said.
const LOG_UP_TO: usize = 1;

/// How often progress is told, in histories.
const TELL_EVERY: usize = 1000;

/// The histories of one length.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Length {
    /// How many moves.
    pub moves: usize,
    /// How many were tried: each history of one move less, with each move after it.
    pub tried: usize,
    /// How many of those the dossier refused: they are incoherent.
    pub refused: usize,
    /// How many are equal to one that was there already.
    pub equal: usize,
    /// How many were assessed, and are gone on from.
    pub assessed: usize,
}

/// What the walk from one beginning found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Beginning {
    /// What they are about.
    pub name: Sentence,
    /// The moves that had been made already, in entries.
    pub entries: usize,
    /// Out of how many moves.
    pub moves: usize,
    /// By length, the shortest first.
    pub lengths: Vec<Length>,
}

/// A state of a machine that no history came to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct NotReached {
    /// The machine.
    pub machine: &'static str,
    /// The state.
    pub state: &'static str,
}

/// What the walk over all histories found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoriesWalk {
    /// The longest, in moves.
    pub depth: usize,
    /// The day on which they begin.
    pub from: NaiveDate,
    /// The moves.
    pub moves: Vec<Sentence>,
    /// From each beginning.
    pub beginnings: Vec<Beginning>,
    /// The kinds of entry that no move and no beginning makes.
    pub kinds_left_out: Vec<&'static str>,
    /// The states that no history came to, within this length and with these moves.
    pub not_reached: Vec<NotReached>,
    /// How many of the codes of the library occurred.
    pub codes_shown: usize,
    /// How many codes there are.
    pub codes: usize,
}

impl HistoriesWalk {
    /// How many histories were assessed.
    pub fn assessed(&self) -> usize {
        self.beginnings.iter().flat_map(|it| &it.lengths).map(|it| it.assessed).sum()
    }

    /// How many were taken as equal to another.
    pub fn equal(&self) -> usize {
        self.beginnings.iter().flat_map(|it| &it.lengths).map(|it| it.equal).sum()
    }
}

/// The walk.
pub(super) struct Histories<'a> {
    pub(super) pack: &'a Pack,
    pub(super) in_region: Option<&'a Pack>,
    pub(super) depth: usize,
    /// Whether histories that differ in order only are one.
    pub(super) dedup: bool,
    /// Whether every beginning has all moves.
    pub(super) mixed: bool,
    pub(super) rules: &'a [Rule],
    pub(super) of_log: &'a [Rule],
    pub(super) lacks: &'a mut Lacks,
    pub(super) tally: &'a mut Tally,
    pub(super) progress: &'a mut dyn FnMut(&Sentence, usize),
}

/// A history that is gone on from.
struct Open {
    word: Vec<usize>,
    seen: Seen,
}

#[derive(Default)]
struct Met {
    states: BTreeSet<NotReached>,
    codes: BTreeSet<Code>,
    kinds: BTreeSet<&'static str>,
    /// What every assessment said, without the numbers of the entries.
    said: BTreeSet<String>,
}

impl Histories<'_> {
    /// Walks, and gives beside what was found all that any assessment said.
    pub(super) fn walk(self) -> (HistoriesWalk, BTreeSet<String>) {
        let from = self.pack.changes().last().unwrap_or_else(|| self.pack.first_state());
        let alphabet = Alphabet::of(self.pack, from);
        self.walk_with(&alphabet, from)
    }

    /// Walks with these moves from this day on.
    pub(super) fn walk_with(
        mut self,
        alphabet: &Alphabet,
        from: NaiveDate,
    ) -> (HistoriesWalk, BTreeSet<String>) {
        let mut met = Met::default();
        let openings = openings(alphabet, from, self.mixed);
        let beginnings = openings.into_iter().map(|it| self.walk_from(alphabet, it, &mut met)).collect();
        let walked = HistoriesWalk {
            depth: self.depth,
            from,
            moves: alphabet.moves.iter().map(|it| it.name.clone()).collect(),
            beginnings,
            kinds_left_out: Event::KINDS.iter().copied().filter(|kind| !met.kinds.contains(kind)).collect(),
            not_reached: all_states().into_iter().filter(|it| !met.states.contains(it)).collect(),
            codes_shown: met.codes.len(),
            codes: Code::all().len(),
        };
        (walked, met.said)
    }

    fn walk_from(&mut self, alphabet: &Alphabet, opening: Opening, met: &mut Met) -> Beginning {
        let mut lengths = Vec::new();
        let entries = opening.dossier.len();
        let first = Seen::of(opening.dossier, opening.at, self.pack);
        let mut said: BTreeMap<Vec<usize>, String> = BTreeMap::new();
        self.look(0, None, &first, None, std::slice::from_ref(&opening.name), met);
        met.said.insert(says(&first.assessment));
        lengths.push(Length { moves: 0, tried: 1, refused: 0, equal: 0, assessed: 1 });
        let mut open = vec![Open { word: Vec::new(), seen: first }];
        for length in 1..=self.depth {
            let mut here = Length { moves: length, tried: 0, refused: 0, equal: 0, assessed: 0 };
            let mut there: BTreeSet<Vec<usize>> = BTreeSet::new();
            let mut next = Vec::new();
            for before in &open {
                let moves =
                    opening.moves.iter().filter_map(|place| Some((*place, alphabet.moves.get(*place)?)));
                for (place, step) in moves {
                    here.tried = here.tried.saturating_add(1);
                    let Some((dossier, at)) = step.make(&before.seen.dossier, before.seen.at) else {
                        here.refused = here.refused.saturating_add(1);
                        continue;
                    };
                    let mut word = before.word.clone();
                    word.push(place);
                    let normal = if self.dedup { alphabet.normal(&word) } else { word.clone() };
                    let is_new = there.insert(normal.clone());
                    if !is_new {
                        here.equal = here.equal.saturating_add(1);
                        if length > COMPARED_UP_TO {
                            continue;
                        }
                    }
                    let now = Seen::of(dossier, at, self.pack);
                    let story = story(&opening.name, alphabet, &word);
                    let says = says(&now.assessment);
                    if let Some(other) = said.get(&normal) {
                        self.tally.story = story;
                        self.tally.add("P12", *other == says, || format!("{other}\n{says}"));
                        continue;
                    }
                    self.look(length, Some(&before.seen), &now, Some(step), &story, met);
                    met.said.insert(says.clone());
                    here.assessed = here.assessed.saturating_add(1);
                    if here.assessed.checked_rem(TELL_EVERY) == Some(0) {
                        (self.progress)(&at_length(&opening.name, length), here.assessed);
                    }
                    if self.dedup && length <= COMPARED_UP_TO {
                        said.insert(normal, says);
                    }
                    if length < self.depth {
                        next.push(Open { word, seen: now });
                    }
                }
            }
            (self.progress)(&at_length(&opening.name, length), here.assessed);
            lengths.push(here);
            open = next;
        }
        Beginning { name: opening.name, entries, moves: opening.moves.len(), lengths }
    }

    fn look(
        &mut self,
        length: usize,
        before: Option<&Seen>,
        now: &Seen,
        step: Option<&Move>,
        story: &[Sentence],
        met: &mut Met,
    ) {
        let event = step.and_then(Move::event);
        self.tally.story = story.to_vec();
        self.lacks.look(&now.assessment, story);
        let look = Look { now, before, event, law: self.pack, in_region: self.in_region };
        self.tally.try_all(self.rules, &look);
        if length <= LOG_UP_TO {
            self.tally.try_all(self.of_log, &look);
        }
        met.codes.extend(now.assessment.all_findings().map(|it| it.code));
        met.codes.extend(now.assessment.duties.iter().map(|it| it.code));
        if before.is_none() {
            met.kinds.extend(now.dossier.entries().iter().map(|it| it.event.kind()));
        }
        met.kinds.extend(event.map(Event::kind));
        states_of(now, &mut met.states);
    }
}

fn at_length(opening: &Sentence, length: usize) -> Sentence {
    Sentence::new(
        format!("geschiedenissen van lengte {length}, vanaf: {}", opening.nl),
        format!("histories of length {length}, from: {}", opening.en),
    )
}

fn story(opening: &Sentence, alphabet: &Alphabet, word: &[usize]) -> Vec<Sentence> {
    let moves = word.iter().filter_map(|place| alphabet.moves.get(*place)).map(|it| it.name.clone());
    [opening.clone()].into_iter().chain(moves).collect()
}

/// What an assessment says, without the numbers of entries and without hashes: equal for histories that are equal.
fn says(assessment: &Assessment) -> String {
    let mut said: Vec<String> = Vec::new();
    for step in &assessment.steps {
        let gates = step.gates.iter().map(|gate| {
            let mut codes: Vec<&str> = gate.findings.iter().map(|it| it.code.as_str()).collect();
            codes.sort_unstable();
            format!("{:?} {:?} {codes:?} {:?}", gate.gate, gate.outcome, gate.rests_on_judgement_of)
        });
        said.push(format!("{} {:?} {:?}", step.step, step.stands, gates.collect::<Vec<_>>()));
        let mut remarks: Vec<&str> = step.remarks().map(|it| it.code.as_str()).collect();
        remarks.sort_unstable();
        said.push(format!("{remarks:?}"));
    }
    let mut findings: Vec<&str> = assessment.findings.iter().map(|it| it.code.as_str()).collect();
    findings.sort_unstable();
    let mut duties: Vec<String> =
        assessment.duties.iter().map(|it| format!("{} {:?} {}", it.code, it.due, it.overdue)).collect();
    duties.sort_unstable();
    said.push(format!("{findings:?} {duties:?} {:?} {:?}", assessment.open, assessment.least_intrusive));
    said.join("\n")
}

fn states_of(now: &Seen, met: &mut BTreeSet<NotReached>) {
    let mut add = |machine: &'static str, state: &'static str| _ = met.insert(NotReached { machine, state });
    let dossier = &now.dossier;
    for person in dossier.people().iter() {
        add("Perspective", dossier.perspective_on(&person.what.person, now.at).state());
    }
    for history in dossier.consents().values() {
        add("Consent", history.on(now.at).state());
    }
    for record in dossier.statements().values() {
        add("Statement", record.history.on(now.at).state());
    }
    for record in dossier.steps().values() {
        add("Weighing", record.weighing.on(now.at).state());
    }
    for step in &now.assessment.steps {
        add("Request", step.stands.request);
        add("Decision", step.stands.decision);
        add("Execution", step.stands.execution);
        add("Appeal", step.stands.appeal);
    }
}

/// The states that a history can come to, with those that are derived from the terms.
fn all_states() -> BTreeSet<NotReached> {
    fn of<M: Machine>(machine: &'static str) -> impl Iterator<Item = NotReached> {
        M::STATES.iter().map(move |state| NotReached { machine, state })
    }
    let derived = [("Decision", "Lapsed"), ("Execution", "Lapsed"), ("Execution", "Expired")];
    of::<afweging::Perspective>("Perspective")
        // Nobody asked is where a consent begins, and no entry makes it: it is not in the log.
        .chain(of::<afweging::Consent>("Consent").filter(|it| it.state != "NotAsked"))
        .chain(of::<afweging::Statement>("Statement"))
        .chain(of::<afweging::Weighing>("Weighing"))
        .chain(of::<afweging::Request>("Request"))
        .chain(of::<afweging::Decision>("Decision"))
        .chain(of::<afweging::Execution>("Execution"))
        .chain(of::<afweging::Appeal>("Appeal"))
        .chain(derived.map(|(machine, state)| NotReached { machine, state }))
        .collect()
}
