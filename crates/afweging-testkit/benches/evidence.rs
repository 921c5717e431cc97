//! How long it takes to assess much evidence and to take one piece back, and how that grows:
//! `cargo bench -p afweging-testkit --bench evidence`.
//!
//! The exponent is that of the growth from each size to the next: 1 is linear. A number means something on one machine at one
//! time; the exponent means something everywhere.

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
    Claim, Condition, Dossier, Event, EvidenceAdded, EvidenceId, FindingMade, Found, MeasureId, NewEntry,
    Origin, Person, PersonId, Polarity, Proposal, Role, Said, StatementId, StepId, Verdict, View, Weighed,
    WhatIf, When, Withdrawal, Withdrawn, assess, effects,
};
use afweging_testkit::{Dice, dutch_pack};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// How often each is measured; the median counts.
const RUNS: usize = 5;
/// The people who bring evidence.
const PEOPLE: usize = 40;

struct Log {
    dossier: Dossier,
    number: i64,
}

impl Log {
    fn record(&mut self, by: &str, event: Event) -> Duration {
        let first: DateTime<Utc> = "2025-01-01T00:00:00Z".parse().expect("an instant");
        let recorded = first + TimeDelta::seconds(self.number);
        self.number += 1;
        let entry = NewEntry {
            recorded,
            occurred: When::Day(recorded.date_naive()),
            by: PersonId::new(by).expect("an id"),
            door: Default::default(),
            event,
            salt: String::new(),
        };
        let start = Instant::now();
        self.dossier.record(entry).expect("recorded");
        start.elapsed()
    }
}

fn statement(number: usize) -> StatementId {
    StatementId::new(format!("s{number}")).expect("an id")
}

fn evidence(number: usize) -> EvidenceId {
    EvidenceId::new(format!("e{number}")).expect("an id")
}

/// A dossier with so many pieces of evidence on a fifth as many statements: seen, copied, told on by evidence and by
/// people, over statements too; every tenth statement found established, two hundred named in views on one step.
fn log(pieces: usize) -> Log {
    let mut log = Log { dossier: Dossier::new("much"), number: 0 };
    let mut dice = Dice::new(7);
    for (id, role) in [("w0", Role::LocalTeam), ("child", Role::Child)] {
        let added = Person { person: PersonId::new(id).unwrap(), role, birth: Default::default() };
        log.record(id, Event::PersonAdded(added));
    }
    for number in 1..PEOPLE {
        let person = PersonId::new(format!("w{number}")).unwrap();
        log.record(
            "w0",
            Event::PersonAdded(Person { person, role: Role::Provider, birth: Default::default() }),
        );
    }
    let statements = (pieces / 5).max(1);
    for number in 0..statements {
        log.record(
            "w0",
            Event::Claimed(Claim {
                statement: statement(number),
                text: "something that somebody says is so".into(),
                about: vec![PersonId::new("child").unwrap()],
                nature: Said::NotSaid,
                cause: Said::NotSaid,
            }),
        );
    }
    let below = |dice: &mut Dice, most: usize| dice.below(u64::try_from(most).unwrap()) as usize;
    for number in 0..pieces {
        let earlier = |dice: &mut Dice| evidence(below(dice, number));
        let origin = match dice.below(10) {
            _ if number == 0 => Origin::OwnObservation,
            0..4 => Origin::OwnObservation,
            4..6 => Origin::ToldByEvidence { evidence: earlier(&mut dice) },
            6..8 => {
                let copies = vec![earlier(&mut dice), earlier(&mut dice)];
                Origin::Document { title: "report".into(), copies }
            }
            8 => Origin::ToldByPerson {
                person: PersonId::new(format!("w{}", below(&mut dice, PEOPLE))).unwrap(),
            },
            _ => Origin::Untraced,
        };
        let polarity = if dice.chance(75) { Polarity::Supports } else { Polarity::Opposes };
        log.record(
            "w0",
            Event::EvidenceAdded(EvidenceAdded {
                evidence: evidence(number),
                statement: statement(below(&mut dice, statements)),
                polarity,
                borne_by: PersonId::new(format!("w{}", below(&mut dice, PEOPLE))).unwrap(),
                origin,
            }),
        );
    }
    for number in (0..statements).step_by(10) {
        log.record(
            "w0",
            Event::Found(FindingMade {
                statement: statement(number),
                found: Found::Established,
                why: "we looked at it together".into(),
                answers: Vec::new(),
            }),
        );
    }
    log.record(
        "w0",
        Event::StepProposed(Proposal {
            step: StepId::new("step").unwrap(),
            measure: MeasureId::new("M16").unwrap(),
            placement: Said::NotSaid,
            about: PersonId::new("child").unwrap(),
            proposed_by: PersonId::new("w0").unwrap(),
            from: Said::NotSaid,
            until: Said::NotSaid,
            extends: Said::NotSaid,
            ends: Said::NotSaid,
            details: Default::default(),
        }),
    );
    for number in 0..20 {
        log.record(
            &format!("w{number}"),
            Event::ViewGiven(View {
                step: StepId::new("step").unwrap(),
                on: Weighed::Condition(Condition::Suitable),
                verdict: Verdict::Met,
                why: "it fits".into(),
                norm: Said::NotSaid,
                threshold_for_action: Said::NotSaid,
                strengths: Vec::new(),
                concerns: Vec::new(),
                statements_for: (0..10).map(|more| statement((number * 10 + more) % statements)).collect(),
                statements_against: Vec::new(),
                before_seeing_others: Said::NotSaid,
            }),
        );
    }
    log
}

fn median(mut run: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS).map(|_| run()).collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn timed<T>(run: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(run());
    start.elapsed()
}

/// What is measured of each size.
const MEASURED: [&str; 5] =
    ["assess", "record one withdrawal", "assess after it", "effects of it", "effects, as a question"];

fn measure(pieces: usize) -> [Duration; 5] {
    let mut log = log(pieces);
    let day: NaiveDate = log.dossier.entries().last().unwrap().recorded.date_naive();
    let pack = dutch_pack();
    let assessed = median(|| timed(|| assess(&log.dossier, pack, day)));
    let change = |number| WhatIf::TakenBack(Withdrawn::Evidence(evidence(number)));
    let asked = median(|| timed(|| effects(&log.dossier, pack, &change(0), day).expect("it is there")));
    let mut next = 0;
    let recorded = median(|| {
        next += 1;
        let taken_back = Withdrawn::Evidence(evidence(next - 1));
        log.record("w0", Event::Withdrawn(Withdrawal { taken_back, reason: "mistaken".into() }))
    });
    let again = median(|| timed(|| assess(&log.dossier, pack, day)));
    let done = median(|| timed(|| effects(&log.dossier, pack, &change(0), day).expect("it is there")));
    [assessed, recorded, again, done, asked]
}

fn main() {
    // `cargo test --benches` only wants to know that it starts.
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    println!(
        "median of {RUNS} runs, in milliseconds; between two sizes the exponent of the growth (1.00 is linear)"
    );
    // The most that one dossier takes is 100 000 entries.
    let sizes = [100, 1_000, 5_000, 10_000, 80_000];
    let mut before: Option<(usize, [Duration; 5])> = None;
    for pieces in sizes {
        let times = measure(pieces);
        println!("\n{pieces} pieces of evidence on {} statements", pieces / 5);
        for (place, what) in MEASURED.iter().enumerate() {
            let now = times[place].as_secs_f64();
            let growth = before.map_or_else(String::new, |(fewer, then)| {
                let exponent = (now / then[place].as_secs_f64()).ln() / (pieces as f64 / fewer as f64).ln();
                format!("exponent {exponent:>5.2}")
            });
            println!("  {what:<24} {:>10.3}  {growth}", now * 1e3);
        }
        before = Some((pieces, times));
    }
}
