//! How long it takes: `cargo bench -p afweging-testkit`.
//!
//! Timed with the standard library alone: the median of many runs after a warm-up. A number means something on one
//! machine at one time; what has to hold everywhere is that recording does not depend on how long the log is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    reason = "a benchmark may fail loudly, and a time is no verdict"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use afweging::{
    Claim, Dossier, Event, EvidenceAdded, EvidenceId, Forum, Hearing, MeasureId, NewEntry, Origin, Person,
    PersonId, Polarity, Proposal, Role, Said, StatementId, StepId, Verdict, View, WatchTaken, Weighed, When,
    assess,
};
use afweging_testkit::{Histories, dutch_pack};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

const RUNS: usize = 400;
const WARM_UP: usize = 40;

/// The median time of one run.
fn median<T>(mut run: impl FnMut() -> T) -> Duration {
    for _ in 0..WARM_UP {
        black_box(run());
    }
    middle(
        (0..RUNS)
            .map(|_| {
                let start = Instant::now();
                black_box(run());
                start.elapsed()
            })
            .collect(),
    )
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Whether a line is asked for: all are, unless the command names a part of some (`cargo bench … -- record`).
fn is_asked(what: &str) -> bool {
    let mut asked = std::env::args().skip(1).filter(|it| !it.starts_with('-')).peekable();
    asked.peek().is_none() || asked.any(|part| what.contains(&part))
}

/// Measures something and prints its line.
fn line(what: &str, most: Option<Duration>, measure: impl FnOnce() -> Duration) {
    if !is_asked(what) {
        return;
    }
    let took = measure();
    let verdict = match most {
        Some(most) if took > most => format!("over the {most:.0?} that it may take"),
        Some(most) => format!("within {most:.0?}"),
        None => String::new(),
    };
    println!("{what:<58} {:>10.1} µs  {verdict}", took.as_secs_f64() * 1e6);
}

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

fn person(id: &str) -> PersonId {
    PersonId::new(id).expect("an id")
}

/// The first entries of a dossier.
fn cut(dossier: &Dossier, entries: usize) -> Dossier {
    let all = Vec::<NewEntry>::from(dossier);
    Dossier::replay(dossier.id(), all.into_iter().take(entries)).expect("a beginning of a dossier replays")
}

/// The last day of a dossier.
fn last_day(dossier: &Dossier) -> NaiveDate {
    dossier.entries().last().expect("an entry").recorded.date_naive()
}

/// An entry of one of the kinds that come in most, by its number.
fn entry(number: usize) -> NewEntry {
    let by = person("worker");
    let event = match number % 5 {
        0 => Event::Claimed(Claim {
            statement: StatementId::new(format!("s{number}")).expect("an id"),
            text: "something that somebody says is so, in a sentence or two of some length".into(),
            about: vec![person("child")],
            nature: Said::NotSaid,
            cause: Said::NotSaid,
        }),
        1 => Event::EvidenceAdded(EvidenceAdded {
            evidence: EvidenceId::new(format!("e{number}")).expect("an id"),
            statement: StatementId::new("s0").expect("an id"),
            polarity: Polarity::Supports,
            borne_by: by.clone(),
            origin: Origin::OwnObservation,
        }),
        2 => Event::Heard(Hearing {
            person: person("child"),
            forum: Forum::Talk,
            mode: Said::NotSaid,
            hearer: Said::Said(by.clone()),
            distance: Said::NotSaid,
            account: Said::Said("what the child tells".into()),
        }),
        3 => Event::WatchTaken(WatchTaken { watcher: by.clone() }),
        _ => Event::ViewGiven(View {
            step: StepId::new("step").expect("an id"),
            on: Weighed::Condition(afweging::Condition::Suitable),
            verdict: Verdict::Met,
            why: "it fits".into(),
            norm: Said::NotSaid,
            threshold_for_action: Said::NotSaid,
            strengths: Vec::new(),
            concerns: Vec::new(),
            statements_for: vec![StatementId::new("s0").expect("an id")],
            statements_against: Vec::new(),
            before_seeing_others: Said::NotSaid,
        }),
    };
    at(number, by, event)
}

fn at(number: usize, by: PersonId, event: Event) -> NewEntry {
    let recorded =
        instant("2025-01-01T09:00:00Z") + TimeDelta::seconds(i64::try_from(number).expect("a number"));
    NewEntry {
        recorded,
        occurred: When::Day(recorded.date_naive()),
        by,
        door: Default::default(),
        event,
        salt: "0123456789abcdef".to_owned(),
    }
}

/// A log of so many entries.
fn log(entries: usize) -> Dossier {
    let mut dossier = Dossier::new("long");
    for (id, role) in [("worker", Role::LocalTeam), ("child", Role::Child)] {
        let added = Person { person: person(id), role, birth: Default::default() };
        dossier.record(at(0, person(id), Event::PersonAdded(added))).expect("recorded");
    }
    dossier.record(entry(0)).expect("recorded");
    let proposal = Proposal {
        step: StepId::new("step").expect("an id"),
        measure: MeasureId::new("M16").expect("an id"),
        placement: Said::NotSaid,
        about: person("child"),
        proposed_by: person("worker"),
        from: Said::NotSaid,
        until: Said::NotSaid,
        extends: Said::NotSaid,
        ends: Said::NotSaid,
        details: Default::default(),
    };
    dossier.record(at(0, person("worker"), Event::StepProposed(proposal))).expect("recorded");
    for number in 1..entries.saturating_sub(3) {
        dossier.record(entry(number)).expect("recorded");
    }
    dossier
}

/// The median time of recording one entry, over the next entries of a log: its length hardly changes meanwhile.
fn recording(length: usize) -> Duration {
    let mut dossier = log(length);
    let next: Vec<NewEntry> = (0..RUNS).map(|more| entry(length + more)).collect();
    let record = |entry| {
        let start = Instant::now();
        dossier.record(entry).expect("recorded");
        start.elapsed()
    };
    middle(next.into_iter().map(record).collect())
}

fn main() {
    let pack = dutch_pack();
    let most = Some(Duration::from_micros(500));
    println!("median of {RUNS} runs");

    for (name, text) in [
        ("conflict", include_str!("../../../examples/dossiers/conflict-na-scheiding.json")),
        ("help never given", include_str!("../../../examples/dossiers/hulp-nooit-gegeven.json")),
        ("emergency", include_str!("../../../examples/dossiers/spoed-en-terug-naar-huis.json")),
    ] {
        let whole = Dossier::from_json(text).expect("an example");
        let hundred = cut(&whole, 100);
        let (day, last) = (last_day(&hundred), last_day(&whole));
        let what = format!("assess, first 100 entries of `{name}`");
        line(&what, most, || median(|| assess(&hundred, pack, day)));
        let what = format!("assess, all {} of `{name}`", whole.len());
        line(&what, None, || median(|| assess(&whole, pack, last)));
    }
    let seeds: Vec<u64> = (1..=100).collect();
    let generated = Histories::new().well_prepared().build(&seeds);
    let day = generated.last_day();
    let what = format!("assess, {} generated entries, {} steps", generated.len(), generated.steps().len());
    line(&what, None, || median(|| assess(&generated, pack, day)));

    for length in [100, 1_000, 10_000] {
        line(&format!("record one entry into a log of {length}"), None, || recording(length));
    }

    let text = generated.to_json();
    let halfway = generated.entries()[generated.len() / 2].recorded;
    let assessment = assess(&generated, pack, day);
    line("from_json, 100 entries", None, || median(|| Dossier::from_json(&text).expect("it reads")));
    line("to_json, 100 entries", None, || median(|| generated.to_json()));
    line("to_json of an assessment", None, || median(|| assessment.to_json()));
    line("known_at, halfway 100 entries", None, || median(|| generated.known_at(halfway)));
    line("verify, 100 entries", None, || median(|| generated.verify()));
}
