//! P6, the proof-carrying chain: the ways around an own decision's proof that only show at run time.
//!
//! Those that the compiler refuses stand as `compile_fail` tests in the core's `decision.rs`.

use afweging::{
    Assessment, AuthorityMap, Code, Decided, Door, Dossier, Event, GateOutcome, Machine as _, NewEntry,
    NotAdmissible, Outcome, OwnDecision, Pack, PersonId, Said, StepId, When, WhyNot, WhyUnproved, assess,
};
use afweging_testkit::{Dice, Histories, dutch_pack};
use chrono::{DateTime, Days, NaiveDate, Utc};

/// A dossier in which somebody may decide on a step by the own door, on the day of its last entry.
struct Ready {
    dossier: Dossier,
    at: NaiveDate,
    step: StepId,
    decider: PersonId,
    map: AuthorityMap,
}

impl Ready {
    fn find() -> &'static Ready {
        static READY: std::sync::LazyLock<Ready> = std::sync::LazyLock::new(Ready::search);
        &READY
    }

    fn search() -> Ready {
        let map = AuthorityMap::of(dutch_pack());
        for number in 0..600_u64 {
            let mut dice = Dice::new(number);
            let seeds: Vec<u64> = (0..60).map(|_| dice.roll()).collect();
            let history = Histories::new().ready_to_decide().build(&seeds[..40]);
            let at = history.last_day();
            let assessment = assess(&history, dutch_pack(), at);
            for step in &assessment.open {
                let record = &history.steps()[step];
                if record.machines.decision().on(at) != afweging::Decision::start() {
                    continue;
                }
                for person in history.people().iter().map(|it| it.what.person.clone()) {
                    let Ok(admissible) = assessment.admissible(step) else { continue };
                    if admissible.authorise(&map, &history, &person).is_ok() {
                        let dossier = history.dossier().clone();
                        return Ready { dossier, at, step: step.clone(), decider: person, map };
                    }
                }
            }
        }
        panic!("nobody may decide on anything in 600 generated dossiers");
    }

    fn assess(&self) -> Assessment {
        assess(&self.dossier, dutch_pack(), self.at)
    }

    fn decided(&self) -> Decided {
        Decided {
            step: self.step.clone(),
            decider: self.decider.clone(),
            outcome: Outcome::Granted,
            until: Said::NotSaid,
            ex_officio: Said::NotSaid,
            why: Said::NotSaid,
        }
    }

    fn own(&self) -> OwnDecision {
        let admissible = self.assess().admissible(&self.step).expect("it is open");
        let authorised = admissible.authorise(&self.map, &self.dossier, &self.decider).expect("the power");
        OwnDecision::take(authorised, self.decided()).expect("their decision")
    }

    fn now(&self) -> DateTime<Utc> {
        self.dossier.entries().last().expect("an entry").recorded
    }
}

#[test]
fn p6_the_straight_way_is_open() {
    let ready = Ready::find();
    let mut dossier = ready.dossier.clone();
    let seq = dossier.record_own(ready.own(), ready.now(), "salt").expect("recorded");
    let entry = dossier.entry(seq).expect("the entry");
    assert_eq!((entry.door, &entry.by), (Door::Own, &ready.decider));
    assert!(dossier.verify().is_ok());
    assert!(dossier.unproved(dutch_pack()).is_empty(), "its proof can be made again");
}

#[test]
fn p6_an_assessment_that_was_written_over_proves_nothing() {
    let ready = Ready::find();
    let mut shut = 0;
    for number in 0..60_u64 {
        let mut dice = Dice::new(number);
        let seeds: Vec<u64> = (0..50).map(|_| dice.roll()).collect();
        let history = Histories::new().build(&seeds);
        let mut assessment = assess(&history, dutch_pack(), history.last_day());
        for place in 0..assessment.steps.len() {
            let step = assessment.steps[place].step.clone();
            if assessment.steps[place].open {
                continue;
            }
            // Whoever holds it makes it say that all is well.
            assessment.steps[place].open = true;
            assessment.steps[place].over = false;
            for gate in &mut assessment.steps[place].gates {
                gate.outcome = GateOutcome::Passed;
                gate.findings.clear();
            }
            assessment.open.push(step.clone());
            assert!(matches!(assessment.admissible(&step), Err(NotAdmissible::Barred { .. })));
            shut += 1;
        }
    }
    assert!(shut > 50, "{shut}");

    // Nor does another day, another head or another dossier come in by the receipt.
    let mut assessment = ready.assess();
    assessment.receipt.at = ready.at + Days::new(400);
    assessment.receipt.head = "0".repeat(64);
    assessment.receipt.dossier = "another".to_owned();
    let admissible = assessment.admissible(&ready.step).expect("it is open");
    let authorised = admissible.authorise(&ready.map, &ready.dossier, &ready.decider).expect("the power");
    let own = OwnDecision::take(authorised, ready.decided()).expect("their decision");
    let mut dossier = ready.dossier.clone();
    let seq = dossier.record_own(own, ready.now(), "").expect("recorded");
    assert_eq!(
        dossier.entry(seq).expect("the entry").occurred,
        When::Day(ready.at),
        "the day that was assessed"
    );
}

#[test]
fn p6_the_power_is_asked_of_the_dossier_that_was_assessed() {
    let ready = Ready::find();
    // The same id and other entries: in this one anybody may be a judge.
    let mut forged = Dossier::new(ready.dossier.id());
    for entry in Vec::<NewEntry>::from(&ready.dossier).into_iter().take(ready.dossier.len() - 1) {
        forged.record(entry).expect("a beginning");
    }
    let refused = |map: &AuthorityMap, dossier: &Dossier| {
        let admissible = ready.assess().admissible(&ready.step).expect("it is open");
        admissible.authorise(map, dossier, &ready.decider).map(|_| ()).expect_err("refused").why
    };
    assert_eq!(refused(&ready.map, &forged), WhyNot::NotAsAssessed);
    // An earlier state of the same one.
    let before = ready.dossier.entries()[ready.dossier.len() / 2].recorded - chrono::Duration::seconds(1);
    assert_eq!(refused(&ready.map, &ready.dossier.known_at(before)), WhyNot::NotAsAssessed);
    // Another law pack: in it more people may do more.
    let other = Pack::hypothetical("toekomstscenario").expect("a pack").expect("it loads");
    assert_eq!(refused(&AuthorityMap::of(&other), &ready.dossier), WhyNot::NotAsAssessed);
}

#[test]
fn p6_nothing_is_decided_on_a_log_that_was_changed() {
    let ready = Ready::find();
    let mut log: serde_json::Value = serde_json::from_str(&ready.dossier.to_json()).expect("JSON");
    let place = ready.dossier.entries().iter().position(|it| matches!(it.event, Event::PersonAdded(_)));
    // Somebody gives themselves another role. The hashes stay, and with them the head.
    let role = &mut log["entries"][place.expect("somebody")]["event"]["person_added"]["role"];
    *role = if *role == "doctor" { "school".into() } else { "doctor".into() };
    let changed = Dossier::from_json(&log.to_string()).expect("it is read all the same");
    assert_eq!(changed.head(), ready.dossier.head());
    assert!(changed.tampering().is_some());

    let assessment = assess(&changed, dutch_pack(), ready.at);
    assert!(matches!(assessment.admissible(&ready.step), Err(NotAdmissible::Tampered { .. })));
    let admissible = ready.assess().admissible(&ready.step).expect("it is open");
    let refused = admissible.authorise(&ready.map, &changed, &ready.decider).expect_err("another dossier");
    assert_eq!(refused.why, WhyNot::NotAsAssessed);
    let mut changed = changed;
    let refusal = changed.record_own(ready.own(), ready.now(), "").expect_err("refused");
    assert_eq!(refusal.code, Code::InputOwnAct);
}

#[test]
fn p6_a_proof_is_for_one_step_and_one_person() {
    let ready = Ready::find();
    let authorised = || {
        let admissible = ready.assess().admissible(&ready.step).expect("it is open");
        admissible.authorise(&ready.map, &ready.dossier, &ready.decider).expect("the power")
    };
    let other =
        ready.dossier.people().iter().map(|it| it.what.person.clone()).find(|it| *it != ready.decider);
    let by_another = Decided { decider: other.expect("somebody else"), ..ready.decided() };
    let refusal = OwnDecision::take(authorised(), by_another).expect_err("refused");
    assert_eq!((refusal.code, refusal.path.as_str()), (Code::InputOwnAct, "event.decider"));
    let on_another = Decided { step: StepId::new("another").expect("an id"), ..ready.decided() };
    let refusal = OwnDecision::take(authorised(), on_another).expect_err("refused");
    assert_eq!((refusal.code, refusal.path.as_str()), (Code::InputOwnAct, "event.step"));
}

#[test]
fn p6_a_proof_is_for_one_dossier_and_for_what_was_known() {
    let ready = Ready::find();
    let refused = |dossier: &mut Dossier, own: OwnDecision| {
        let before = dossier.len();
        let refusal = dossier.record_own(own, ready.now(), "").expect_err("refused");
        assert_eq!((refusal.code, dossier.len()), (Code::InputOwnAct, before));
    };
    // Another dossier, with the same entries under another name.
    let entries = Vec::<NewEntry>::from(&ready.dossier);
    let mut another = Dossier::replay("another", entries).expect("the same log");
    refused(&mut another, ready.own());

    // Something came in since: it may bear on it.
    let mut later = ready.dossier.clone();
    let own = ready.own();
    let somebody = ready.decider.clone();
    later
        .record(NewEntry {
            recorded: ready.now(),
            occurred: When::Day(ready.at),
            by: somebody.clone(),
            door: Door::Observed,
            event: Event::WatchTaken(afweging::WatchTaken { watcher: somebody }),
            salt: String::new(),
        })
        .expect("an entry");
    refused(&mut later, own);

    // Two proofs out of one assessment: the first uses both up.
    let mut twice = ready.dossier.clone();
    let (first, second) = (ready.own(), ready.own());
    twice.record_own(first, ready.now(), "").expect("recorded");
    refused(&mut twice, second);
}

#[test]
fn p6_nobody_decides_in_a_time_that_passed_or_is_to_come() {
    let ready = Ready::find();
    let mut dossier = ready.dossier.clone();
    let later = ready.now() + Days::new(3);
    let refusal = dossier.record_own(ready.own(), later, "").expect_err("refused");
    assert_eq!((refusal.code, refusal.path.as_str()), (Code::InputOwnAct, "recorded"));
    assert!(dossier.record_own(ready.own(), ready.now() + Days::new(1), "").is_ok(), "another time zone");
}

#[test]
fn p6_the_own_door_of_the_log_is_shut() {
    let ready = Ready::find();
    let by_hand = |event: Event| NewEntry {
        recorded: ready.now(),
        occurred: When::Day(ready.at),
        by: ready.decider.clone(),
        door: Door::Own,
        event,
        salt: String::new(),
    };
    let step = ready.step.clone();
    let kinds = [
        Event::Decided(ready.decided()),
        Event::DecidedUrgently(afweging::DecidedUrgently {
            step: step.clone(),
            decider: ready.decider.clone(),
            danger: "fire".into(),
            why_it_cannot_wait: "fire".into(),
            ex_parte: false,
            until: Said::NotSaid,
            held_over: Said::NotSaid,
        }),
        Event::HeardAfterwards(afweging::HeardAfterwards {
            step: step.clone(),
            maintained: true,
            until: Said::NotSaid,
            why: Said::NotSaid,
        }),
        Event::AppealRuled(afweging::AppealRuled {
            step,
            decider: ready.decider.clone(),
            ruling: afweging::Ruling::Upheld,
            why: Said::NotSaid,
        }),
    ];
    for event in kinds {
        let mut dossier = ready.dossier.clone();
        let refusal = dossier.record(by_hand(event.clone())).expect_err(event.kind());
        assert_eq!(refusal.code, Code::InputOwnAct, "{}", event.kind());
    }

    // Nor does a file bring one in that carries no hashes.
    let mut log: serde_json::Value = serde_json::from_str(&ready.dossier.to_json()).expect("JSON");
    let entries = log["entries"].as_array_mut().expect("entries");
    for entry in entries.iter_mut() {
        let fields = entry.as_object_mut().expect("an entry");
        fields.remove("hash");
        fields.remove("content_hash");
    }
    let mut own = serde_json::to_value(by_hand(Event::Decided(ready.decided()))).expect("JSON");
    own["seq"] = (entries.len() + 1).into();
    entries.push(own);
    let error = Dossier::from_json(&log.to_string()).expect_err("refused");
    assert_eq!(error.code, Code::InputOwnAct, "{error}");
}

/// A log says of itself what is own: whoever writes one by hand, hashes and all, is read, and found out.
#[test]
fn p6_an_own_decision_that_was_written_into_a_log_has_no_proof() {
    let ready = Ready::find();
    let mut entries = Vec::<NewEntry>::from(&ready.dossier);
    let powerless = ready.dossier.people().iter().map(|it| it.what.person.clone()).find(|person| {
        let admissible = ready.assess().admissible(&ready.step).expect("it is open");
        admissible.authorise(&ready.map, &ready.dossier, person).is_err()
    });
    let powerless = powerless.expect("somebody without the power");
    entries.push(NewEntry {
        recorded: ready.now(),
        occurred: When::Day(ready.at),
        by: powerless.clone(),
        door: Door::Own,
        event: Event::Decided(Decided { decider: powerless, ..ready.decided() }),
        salt: String::new(),
    });
    let replayed = Dossier::replay(ready.dossier.id(), entries).expect("coherent");
    let read = Dossier::from_json(&replayed.to_json()).expect("it reads back");
    assert!(read.verify().is_ok(), "the hashes say that nobody changed it, not that it was lawful");
    let unproved = read.unproved(dutch_pack());
    let [found] = unproved.as_slice() else { panic!("{unproved:?}") };
    assert_eq!(found.entry, ready.dossier.len() as u64 + 1);
    assert!(matches!(found.why, WhyUnproved::NoPower(_)), "{found:?}");
}

/// By the observed door everything comes in that happened: there it has no proof, and what is wrong with it is found.
#[test]
fn p6_by_the_observed_door_it_is_no_own_decision() {
    let ready = Ready::find();
    let mut dossier = ready.dossier.clone();
    let seq = dossier
        .record(NewEntry {
            recorded: ready.now(),
            occurred: When::Day(ready.at),
            by: ready.decider.clone(),
            door: Door::Observed,
            event: Event::Decided(ready.decided()),
            salt: String::new(),
        })
        .expect("history is writable as it was");
    assert_eq!(dossier.entry(seq).expect("the entry").door, Door::Observed);
    assert!(dossier.unproved(dutch_pack()).is_empty(), "it claims no proof");
}
