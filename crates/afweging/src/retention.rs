//! How long the files that a dossier stands for are kept (*bewaartermijn*), from which day, by which source.
//!
//! Each kind of file has its own term, and the longest holds for the whole. A day that is not known makes an answer that
//! is not known, with who can say it: nothing is reckoned from a default.

use chrono::NaiveDate;
use serde::Serialize;

use crate::actor::Actor;
use crate::dossier::{Dossier, Event, WatchEvent};
use crate::finding::{Answerer, Basis};
use crate::id::PersonId;
use crate::pack::{FileKind, Keeping, KeptFrom, Labels, Length, MeasureKind, OnRequest, Pack};
use crate::person::{Birth, Role};
use crate::sentence::Sentence;
use crate::stand::{Stand, stands};
use crate::step::{DecisionOn, ExecutionOn, RequestEvent};

/// Until when something is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Until {
    /// Up to this day: the first on which it need no longer be kept.
    Day(NaiveDate),
    /// It is kept always.
    Always,
    /// A day that is needed is not known.
    Unknown {
        /// What is needed.
        what: Sentence,
        /// Who can say it.
        who_may_answer: Vec<Answerer>,
        /// It is kept at least up to this day, whatever the answer; absent where nothing says so.
        #[serde(skip_serializing_if = "Option::is_none")]
        not_before: Option<NaiveDate>,
    },
}

impl Until {
    /// The longer of two. What is not known may turn out to be the longer, and stays at least as long as what is known.
    #[must_use]
    pub fn longest(self, other: Until) -> Until {
        match (self, other) {
            (Until::Always, _) | (_, Until::Always) => Until::Always,
            (Until::Day(one), Until::Day(other)) => Until::Day(one.max(other)),
            (Until::Day(day), Until::Unknown { what, who_may_answer, not_before })
            | (Until::Unknown { what, who_may_answer, not_before }, Until::Day(day)) => {
                Until::Unknown { what, who_may_answer, not_before: not_before.max(Some(day)) }
            }
            (
                Until::Unknown { what, mut who_may_answer, not_before },
                Until::Unknown { what: also, who_may_answer: others, not_before: other },
            ) => {
                who_may_answer.extend(others);
                who_may_answer.sort_unstable();
                who_may_answer.dedup();
                let both =
                    |one: String, more: String| if one == more { one } else { format!("{one} {more}") };
                let what = Sentence::new(both(what.nl, also.nl), both(what.en, also.en));
                Until::Unknown { what, who_may_answer, not_before: not_before.max(other) }
            }
        }
    }

    /// Whether the term is certainly over on a day.
    pub fn is_over(&self, on: NaiveDate) -> bool {
        matches!(self, Until::Day(day) if *day <= on)
    }
}

/// How long one kind of file is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileRetention {
    /// Which kind of file.
    pub kind: FileKind,
    /// What it is called.
    pub labels: Labels,
    /// Until when it is kept.
    pub until: Until,
    /// From which day, and how long.
    pub reason: Sentence,
    /// By which source, and how sure it is.
    pub basis: Basis,
    /// Whether it is destroyed earlier when the person concerned asks.
    pub on_request: OnRequest,
    /// The entries that it rests on.
    pub because: Vec<u64>,
}

/// How long a dossier is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Retention {
    /// Each kind of file that the dossier stands for, in the order of the kinds.
    pub files: Vec<FileRetention>,
    /// The whole: the longest of them.
    pub whole: Until,
}

/// How long a dossier is kept, by what was so and by the law of a day.
///
/// ```
/// use afweging::{Dossier, Pack, Until, retention};
/// let kept = retention(&Dossier::new("d1"), &Pack::nl()?, "2025-03-01".parse()?);
/// assert!(kept.files.is_empty());
/// assert!(matches!(kept.whole, Until::Unknown { .. }), "no kind of file, and no default");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn retention(dossier: &Dossier, pack: &Pack, at: NaiveDate) -> Retention {
    let (steps, without): (Vec<Stand<'_>>, Vec<Stand<'_>>) = stands(dossier, pack, at).partition(has_file);
    let mut files = Vec::new();
    for versions in versions(pack, at) {
        files.extend(file(dossier, &steps, &versions, at));
    }
    files.sort_by_key(|file| file.kind);
    let known = files.iter().map(|file| file.until.clone());
    let whole =
        known.chain(own_files(dossier, &files, steps.iter().chain(&without), at)).reduce(Until::longest);
    let whole = whole.unwrap_or_else(|| Until::Unknown {
        what: Sentence::new(
            "Welk soort dossier is dit? Er is geen maatregel of onderzoek waarbij een bewaartermijn bekend is.",
            "Which kind of file is this? There is no measure or investigation of which a term is known.",
        ),
        who_may_answer: vec![Answerer::ThoseWhoWeigh],
        not_before: None,
    });
    Retention { files, whole }
}

/// Bodies that took part and keep files of their own, of which the log shows none: whether there is one is theirs to say, also
/// where what they asked was refused.
fn own_files<'a>(
    dossier: &Dossier,
    files: &[FileRetention],
    mut steps: impl Iterator<Item = &'a Stand<'a>>,
    at: NaiveDate,
) -> Vec<Until> {
    let role = |person: &PersonId| dossier.people().role(person);
    let has = |kind: FileKind| files.iter().any(|file| file.kind == kind);
    let reported = dossier.watch_events().iter().any(|event| {
        matches!(&event.what, WatchEvent::Report(report) if role(&report.receiver) == Some(Role::VeiligThuis))
            && event.occurred.first_day() <= at
    });
    let requested = steps.any(|step| {
        let filed = step.record.machines.request().until(at);
        filed.into_iter().any(|dated| match &dated.transition {
            RequestEvent::File(filed) => role(&filed.requester) == Some(Role::Raad),
            _ => false,
        })
    });
    let asked = |nl: &str, en: &str, who: Actor| Until::Unknown {
        what: Sentence::new(nl, en),
        who_may_answer: vec![Answerer::Actor(who)],
        not_before: None,
    };
    let report = (reported && !has(FileKind::VeiligThuis)).then(|| {
        asked(
            "Heeft Veilig Thuis hierover een eigen dossier? Daar kwam een melding binnen.",
            "Does Veilig Thuis have a file of its own on this? A report came in there.",
            Actor::VeiligThuis,
        )
    });
    let council = (requested && !has(FileKind::CouncilInvestigation)).then(|| {
        asked(
            "Heeft de Raad voor de Kinderbescherming hierover een eigen dossier? De Raad deed een verzoek.",
            "Does the Child Protection Council have a file of its own on this? It made a request.",
            Actor::Raad,
        )
    });
    report.into_iter().chain(council).collect()
}

/// Whether something came of a step of which there is a file: it was granted or carried out, or is a procedure.
fn has_file(step: &Stand<'_>) -> bool {
    let is_procedure = step.measure.is_some_and(|measure| measure.kind == MeasureKind::Procedural);
    let is_granted = !matches!(step.decision, DecisionOn::Pending | DecisionOn::Refused);
    is_procedure || is_granted || step.execution != ExecutionOn::NotStarted
}

/// What the law has of each kind of file up to a day: its versions, the earliest first.
fn versions(pack: &Pack, at: NaiveDate) -> Vec<Vec<&Keeping>> {
    let mut all: Vec<Vec<&Keeping>> = Vec::new();
    for day in pack.changes().filter(|day| *day <= at) {
        for keeping in pack.keepings(day) {
            match all.iter_mut().find(|versions| versions.iter().any(|it| it.id == keeping.id)) {
                Some(versions) if versions.iter().all(|it| it.cite != keeping.cite) => versions.push(keeping),
                Some(_) => {}
                None => all.push(vec![keeping]),
            }
        }
    }
    all
}

fn file(
    dossier: &Dossier,
    steps: &[Stand<'_>],
    versions: &[&Keeping],
    at: NaiveDate,
) -> Option<FileRetention> {
    let mut kept: Option<(Until, &Keeping, Vec<u64>)> = None;
    for keeping in versions {
        let of: Vec<&Stand<'_>> =
            steps.iter().filter(|step| keeping.measures.contains(step.measure_id())).collect();
        // A term that was over before the law changed stays over.
        let is_over = kept.as_ref().is_some_and(|(until, _, _)| until.is_over(keeping.cite.from));
        if of.is_empty() || is_over {
            continue;
        }
        let until = of.iter().map(|step| until(dossier, step, keeping, at)).reduce(Until::longest)?;
        kept = Some((until, keeping, of.iter().map(|step| step.record.proposal.seq).collect()));
    }
    let (until, keeping, because) = kept?;
    Some(FileRetention {
        kind: keeping.file,
        labels: keeping.labels.clone(),
        until,
        reason: reason(keeping),
        basis: Basis::from(&keeping.cite),
        on_request: keeping.on_request,
        because,
    })
}

/// The day from which a file is kept for its term, or what of it is not known.
enum Start {
    Day(NaiveDate),
    NotKnown { what: Sentence, who: Vec<Answerer>, not_before: Option<NaiveDate> },
}

fn until(dossier: &Dossier, step: &Stand<'_>, keeping: &Keeping, at: NaiveDate) -> Until {
    let end = |from: NaiveDate| keeping.length.map_or(from, |length| length.end(from));
    let start = match keeping.starts {
        KeptFrom::Always => return Until::Always,
        KeptFrom::LastChange => last_change(dossier, at),
        KeptFrom::End => end_of(dossier, step, at),
        KeptFrom::Majority => birth_of(dossier, step.about()).later(MAJORITY),
        KeptFrom::Birth => birth_of(dossier, step.about()),
        KeptFrom::YoungestMajority => youngest(dossier).later(MAJORITY),
    };
    match start {
        Start::Day(from) => Until::Day(end(from)),
        Start::NotKnown { what, who, not_before } => {
            Until::Unknown { what, who_may_answer: who, not_before: not_before.map(end) }
        }
    }
}

const MAJORITY: Length = Length::Years(18);

impl Start {
    fn later(self, length: Length) -> Start {
        match self {
            Start::Day(day) => Start::Day(length.end(day)),
            Start::NotKnown { what, who, not_before } => {
                Start::NotKnown { what, who, not_before: not_before.map(|day| length.end(day)) }
            }
        }
    }
}

/// The last change of a dossier that is closed. Erasing a text is none; while it is open there are more to come.
fn last_change(dossier: &Dossier, at: NaiveDate) -> Start {
    let changes = dossier
        .entries()
        .iter()
        .filter(|entry| !matches!(entry.event, Event::Redacted(_)) && entry.recorded.date_naive() <= at);
    let last = changes.map(|entry| entry.recorded.date_naive()).next_back();
    let is_closed = dossier
        .watch_events()
        .iter()
        .any(|it| matches!(it.what, WatchEvent::Close(_)) && it.occurred.first_day() <= at);
    match last {
        Some(last) if is_closed => Start::Day(last),
        not_before => {
            let mut who: Vec<Answerer> =
                dossier.watchers(at).into_iter().map(|(person, _)| Answerer::Person(person)).collect();
            if who.is_empty() {
                who.push(Answerer::ThoseWhoWeigh);
            }
            Start::NotKnown {
                what: Sentence::new(
                    "Wanneer verandert het dossier voor het laatst? Het is nog niet gesloten.",
                    "When does the dossier change for the last time? It is not closed yet.",
                ),
                who,
                not_before,
            }
        }
    }
}

fn end_of(dossier: &Dossier, step: &Stand<'_>, at: NaiveDate) -> Start {
    match step.execution {
        ExecutionOn::Ended { on: day, .. }
        | ExecutionOn::Expired { since: day }
        | ExecutionOn::Lapsed { since: day } => Start::Day(day),
        ExecutionOn::NotStarted | ExecutionOn::InForce => Start::NotKnown {
            what: Sentence::new(
                format!("Wanneer eindigde {}?", step.measure_id()),
                format!("When did {} end?", step.measure_id()),
            ),
            who: recorder(dossier, step.record.proposal.seq),
            not_before: (step.execution == ExecutionOn::InForce).then_some(at),
        },
    }
}

/// Who wrote an entry can say more of it.
fn recorder(dossier: &Dossier, seq: u64) -> Vec<Answerer> {
    dossier.entry(seq).map(|entry| Answerer::Person(entry.by.clone())).into_iter().collect()
}

fn birth_of(dossier: &Dossier, person: &PersonId) -> Start {
    let earliest = match dossier.people().person(person).map(|it| it.birth) {
        Some(Birth::On(day)) => return Start::Day(day),
        Some(Birth::Between(from, until)) if from == until => return Start::Day(from),
        Some(Birth::Between(from, _)) => Some(from),
        Some(Birth::Year(year)) => NaiveDate::from_ymd_opt(year, 1, 1),
        Some(Birth::Unknown) | None => None,
    };
    let seq = dossier.people().entry_of(person);
    Start::NotKnown {
        what: Sentence::new(
            format!("Op welke dag is {person} geboren?"),
            format!("On which day was {person} born?"),
        ),
        who: seq.map(|seq| recorder(dossier, seq)).unwrap_or_default(),
        not_before: earliest,
    }
}

/// The birth of the youngest child in the dossier. One child of whom it is not known may be the youngest.
fn youngest(dossier: &Dossier) -> Start {
    let children = dossier.people().iter().filter(|it| it.what.role == Role::Child);
    let births = children.map(|it| birth_of(dossier, &it.what.person));
    let later = births.reduce(|one, other| match (one, other) {
        (Start::Day(one), Start::Day(other)) => Start::Day(one.max(other)),
        (Start::Day(day), Start::NotKnown { what, who, not_before })
        | (Start::NotKnown { what, who, not_before }, Start::Day(day)) => {
            Start::NotKnown { what, who, not_before: not_before.max(Some(day)) }
        }
        (
            Start::NotKnown { what, who, not_before },
            Start::NotKnown { what: also, who: others, not_before: other },
        ) => Start::NotKnown {
            what: Sentence::new(format!("{} {}", what.nl, also.nl), format!("{} {}", what.en, also.en)),
            who: who.into_iter().chain(others).collect(),
            not_before: not_before.max(other),
        },
    });
    later.unwrap_or_else(|| Start::NotKnown {
        what: Sentence::new(
            "Welke kinderen horen bij dit dossier, en wanneer zijn zij geboren?",
            "Which children belong to this dossier, and when were they born?",
        ),
        who: vec![Answerer::ThoseWhoWeigh],
        not_before: None,
    })
}

/// From which day, and how long, in words.
fn reason(keeping: &Keeping) -> Sentence {
    let from = match keeping.starts {
        KeptFrom::Always => {
            return Sentence::new("blijft altijd bewaard", "is kept always");
        }
        KeptFrom::LastChange => Sentence::new("de laatste wijziging", "the last change"),
        KeptFrom::End => Sentence::new("het einde van de maatregel", "the end of the measure"),
        KeptFrom::Majority => Sentence::new(
            "de dag waarop het kind meerderjarig wordt",
            "the day on which the child comes of age",
        ),
        KeptFrom::YoungestMajority => Sentence::new(
            "de dag waarop het jongste kind meerderjarig wordt",
            "the day on which the youngest child comes of age",
        ),
        KeptFrom::Birth => Sentence::new("de geboorte van het kind", "the birth of the child"),
    };
    match keeping.length {
        Some(length) => {
            let length = length.label();
            Sentence::new(format!("{} na {}", length.nl, from.nl), format!("{} after {}", length.en, from.en))
        }
        None => Sentence::new(format!("tot {}", from.nl), format!("until {}", from.en)),
    }
}
