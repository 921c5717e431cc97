//! The mapping: it reads the input and nothing else, takes what it has never seen, and never panics.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the helpers of a test may fail as loudly as the test itself"
)]

use std::path::Path;
use std::sync::LazyLock;

use afweging::{Pack, StepId, Verdict, Weighed, WeighingEvent};
use afweging_rulings::mapping::{Mapped, map};
use afweging_rulings::{Answer, Input, RulingDay, RulingGate, assess_gates, read_dir, read_str};
use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Parsed once: a property asks for it thousands of times.
fn pack() -> &'static Pack {
    static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::nl().expect("the pack reads"));
    &PACK
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A record as a value, to be changed field by field: JSON is YAML.
fn record() -> Value {
    json!({
        "id": "x", "date": "2025-03-01", "court_code": "district",
        "requested": [{"measure": "M16", "extension": false, "urgent": false, "placement": "na", "text": "ots"}],
        "requester": {"code": "raad", "text": "Raad", "implied": false},
        "persons": [
            {"role_code": "child", "role": "kind 1", "age_min": 4, "age_max": 5},
            {"role_code": "child", "role": "kind 2", "age_min": 12, "age_max": 13},
            {"role_code": "mother", "role": "moeder", "age_min": null, "age_max": null}
        ],
        "perspectives": [{"role_code": "mother", "role": "moeder", "heard": "yes", "note": "with a lawyer"}],
        "facts": [{"statement": "quarrels", "status": "established", "source_kind": "court_finding"}],
        "lighter_alternatives": [],
        "conditions": [{"code": "necessary", "text": "needed", "met": "yes"}],
        "urgency": "ordinary", "confidence": "high",
        "expected": {"authority_ok": true, "basis": {"authority": "stated"}}
    })
}

fn read(record: &Value) -> afweging_rulings::Ruling {
    read_str("x.yaml", &record.to_string()).expect("the record reads")
}

fn input(change: impl FnOnce(&mut Value)) -> Input {
    let mut record = record();
    change(&mut record);
    read(&record).input
}

fn mapped(change: impl FnOnce(&mut Value)) -> Mapped {
    map(&input(change), pack(), day("2025-03-01")).expect("it maps")
}

fn answer(change: impl FnOnce(&mut Value), gate: RulingGate) -> Answer {
    assess_gates(&input(change), pack()).expect("it maps")[&gate].answer
}

/// The verdicts of the court on a step.
fn verdicts(mapped: &Mapped, step: &str) -> Vec<(String, Verdict)> {
    let id = StepId::new(step).expect("an id");
    let events = mapped.dossier.steps()[&id].weighing.until(mapped.at);
    events
        .filter_map(|dated| match &dated.transition {
            WeighingEvent::View { view, .. } => Some((
                match &view.on {
                    Weighed::Ground(ground) => ground.to_string(),
                    Weighed::Condition(condition) => format!("{condition:?}"),
                },
                view.verdict,
            )),
            _ => None,
        })
        .collect()
}

#[test]
fn scrambled_output_changes_nothing() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/rulings");
    let mut seen = 0;
    for entry in std::fs::read_dir(&dir).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("the file");
        let mut record: Value = serde_saphyr::from_str(&text).expect("it is YAML");
        let before = read_str("before", &text).expect("it reads").input;
        for field in
            ["decision", "reason", "reason_tags", "decided_on", "note", "legal_articles", "text_seen"]
        {
            record[field] = json!("scrambled");
        }
        for (field, value) in [("authority_ok", true), ("least_intrusive_ok", false), ("procedure_ok", true)]
        {
            record["expected"][field] = json!(value);
        }
        record["expected"]["measure_stands"] = json!(null);
        record["confidence"] = json!("scrambled");
        record["id"] = json!("scrambled");
        for row in record["perspectives"].as_array_mut().expect("a list") {
            row["note"] = json!("scrambled");
        }
        let after = read(&record).input;
        assert_eq!(before, after, "{}", path.display());
        for at in before.date.days(pack()) {
            let (one, two) = (map(&before, pack(), at), map(&after, pack(), at));
            let (one, two) = (one.expect("it maps"), two.expect("it maps"));
            assert_eq!(one.dossier.to_json(), two.dossier.to_json(), "{}", path.display());
        }
        seen += 1;
    }
    assert_eq!(seen, 67);
}

#[test]
fn every_dossier_reads_back_and_its_chain_holds() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/rulings");
    for ruling in read_dir(dir).expect("the rulings read") {
        for at in ruling.input.date.days(pack()) {
            let mapped = map(&ruling.input, pack(), at).expect("it maps");
            let back = afweging::Dossier::from_json(&mapped.dossier.to_json()).expect(&ruling.id);
            assert_eq!(back.len(), mapped.dossier.len());
            assert!(mapped.dossier.verify().is_ok());
        }
    }
}

#[test]
fn a_step_for_each_thing_child_and_part() {
    let mapped = mapped(|it| {
        it["conditions"] = json!([
            {"code": "necessary", "text": "a [part: until summer]", "met": "yes"},
            {"code": "necessary", "text": "b [part: after summer]", "met": "no"},
            {"code": "form", "text": "c [part: kind 2]", "met": "no"},
            {"code": "route", "text": "d [part: appeal]", "met": "no"}
        ]);
    });
    assert_eq!(mapped.steps.len(), 4);
    assert_eq!(verdicts(&mapped, "1-1-1"), [("Necessary".to_owned(), Verdict::Met)]);
    assert_eq!(
        verdicts(&mapped, "1-2-2"),
        [("Form".to_owned(), Verdict::NotMet), ("Necessary".to_owned(), Verdict::NotMet)]
    );
}

#[test]
fn of_two_of_one_kind_the_failing_one_counts() {
    for (order, verdict) in [
        (["yes", "no", "contested"], Verdict::NotMet),
        (["yes", "contested", "yes"], Verdict::Undecided),
        (["yes", "yes", "unknown"], Verdict::Met),
    ] {
        let mapped = mapped(|it| {
            it["conditions"] =
                order.iter().map(|met| json!({"code": "necessary", "text": met, "met": met})).collect();
        });
        assert_eq!(verdicts(&mapped, "1-1-1"), [("Necessary".to_owned(), verdict)]);
    }
}

#[test]
fn form_and_consent_follow_a_failing_power_and_no_other() {
    let gates = |power: &str| {
        let change = |it: &mut Value| {
            it["conditions"] = json!([
                {"code": "consent", "text": "both parents", "met": "no"},
                {"code": "route", "text": "this way", "met": power}
            ]);
        };
        (answer(change, RulingGate::Authority), answer(change, RulingGate::Procedure))
    };
    assert_eq!(gates("no"), (Answer::False, Answer::Undecided));
    assert_eq!(gates("yes"), (Answer::True, Answer::False));
}

#[test]
fn a_condition_that_fails_and_has_no_ground_of_its_own_fails_the_need() {
    let placed = |it: &mut Value| it["requested"][0]["measure"] = json!("M22");
    let change = |it: &mut Value| {
        placed(it);
        it["conditions"] = json!([{"code": "serious_threat", "text": "a threat", "met": "no"}]);
    };
    assert_eq!(answer(change, RulingGate::LeastIntrusive), Answer::False);
    let mapped = mapped(|it| {
        placed(it);
        it["conditions"] = json!([{"code": "serious_threat", "text": "a threat", "met": "yes"}]);
    });
    assert_eq!(verdicts(&mapped, "1-1-1"), []);
}

#[test]
fn ending_custody_has_two_lists_of_grounds_before_2015_as_well() {
    let threatened = |abuse: &'static str, date: &'static str| {
        move |it: &mut Value| {
            it["date"] = json!(date);
            it["requested"][0]["measure"] = json!("M32");
            it["conditions"] = json!([
                {"code": "abuse_of_authority", "text": "misuse", "met": abuse},
                {"code": "serious_threat", "text": "a threat", "met": "yes"},
                {"code": "acceptable_term", "text": "in time", "met": "yes"}
            ]);
        }
    };
    for date in ["2014-05-01", "2025-03-01"] {
        let answer = answer(threatened("no", date), RulingGate::LeastIntrusive);
        assert_eq!(answer, Answer::Undecided, "no harm done: {date}");
    }
}

#[test]
fn a_sole_subsidiary_requester_implies_that_the_first_did_not_file() {
    let asked = |code: &'static str, text: &'static str| {
        move |it: &mut Value| it["requester"] = json!({"code": code, "text": text, "implied": false})
    };
    assert_eq!(answer(asked("parent", "ouders"), RulingGate::Authority), Answer::True);
    assert_eq!(answer(asked("college", "college"), RulingGate::Authority), Answer::False);
    assert_eq!(answer(asked("unknown", "unknown"), RulingGate::Authority), Answer::Undecided);
    // With two requesters each thing is asked by whoever may.
    assert_eq!(answer(asked("gi", "GI and Raad"), RulingGate::Authority), Answer::True);
    // A foster parent's power hangs on how long the child was with them as well.
    let foster = answer(asked("foster_carer", "pleegouders"), RulingGate::Authority);
    assert_eq!(foster, Answer::Undecided);
}

#[test]
fn a_body_that_is_only_implied_to_have_asked_has_no_defect() {
    let implied = |implied: bool| {
        answer(
            move |it| it["requester"] = json!({"code": "gi", "text": "GI", "implied": implied}),
            RulingGate::Authority,
        )
    };
    assert_eq!(implied(false), Answer::False);
    assert_eq!(implied(true), Answer::Undecided);
}

#[test]
fn on_appeal_who_may_have_brought_it_has_no_defect_in_asking() {
    let asked = |code: &'static str, court: &'static str| {
        let change = move |it: &mut Value| {
            it["court_code"] = json!(court);
            it["requested"][0]["measure"] = json!("M32");
            it["requester"] = json!({"code": code, "text": code, "implied": false});
        };
        answer(change, RulingGate::Authority)
    };
    for code in ["gi", "mother"] {
        assert_eq!(asked(code, "district"), Answer::False, "{code}");
        assert_eq!(asked(code, "appeal"), Answer::Undecided, "{code}");
    }
    assert_eq!(asked("vt", "appeal"), Answer::False, "Veilig Thuis brings no appeal");
}

#[test]
fn a_day_that_is_not_known_leaves_open_what_depends_on_it_and_keeps_the_defects() {
    let on = |date: &'static str, met: &'static str| {
        move |it: &mut Value| {
            it["date"] = json!(date);
            it["requester"] = json!({"code": "college", "text": "college", "implied": false});
            it["conditions"] = json!([{"code": "necessary", "text": "needed", "met": met}]);
        }
    };
    for date in ["2021", "unknown"] {
        assert_eq!(answer(on(date, "no"), RulingGate::LeastIntrusive), Answer::False, "{date}");
    }
    assert_eq!(answer(on("2021", "no"), RulingGate::Authority), Answer::False, "one law all year");
    assert_eq!(answer(on("unknown", "no"), RulingGate::Authority), Answer::Undecided);
    let seen = assess_gates(&input(on("unknown", "no")), pack()).expect("it maps");
    let finding = seen[&RulingGate::Authority].decider.clone().expect("a finding");
    assert_eq!(finding.code, "AFW-RULING-001");
    assert_eq!(finding.questions[0].what.en, "On which day was the ruling?");
}

#[test]
fn a_test_that_nobody_can_place_never_lets_a_gate_pass() {
    let change = |code: &'static str, met: &'static str| {
        move |it: &mut Value| it["conditions"] = json!([{"code": code, "text": "odd", "met": met}])
    };
    assert_eq!(answer(change("other", "yes"), RulingGate::Authority), Answer::True);
    for (code, met) in [("other", "no"), ("never_heard_of", "no"), ("other", "contested")] {
        assert_eq!(answer(change(code, met), RulingGate::Authority), Answer::Undecided, "{code} {met}");
    }
    // A condition of the model that the records have not used yet is read as what it is.
    assert_eq!(answer(change("proportionate", "no"), RulingGate::LeastIntrusive), Answer::False);
}

#[test]
fn measures_from_abroad_are_outside_the_pack_and_their_defects_stand() {
    let abroad = |it: &mut Value| {
        it["requester"] = json!({"code": "foreign_authority", "text": "Jugendamt", "implied": false});
        it["conditions"] = json!([{"code": "serious_threat", "text": "a threat", "met": "no"}]);
    };
    assert_eq!(answer(abroad, RulingGate::LeastIntrusive), Answer::False);
    assert_eq!(answer(abroad, RulingGate::Authority), Answer::Undecided);
    assert_eq!(answer(abroad, RulingGate::Procedure), Answer::Undecided);
}

#[test]
fn an_error_names_the_file_and_the_place() {
    let error = |change: fn(&mut Value)| {
        let mut record = record();
        change(&mut record);
        read_str("x.yaml", &record.to_string()).expect_err("it must not read").to_string()
    };
    for (change, start) in [
        ((|it| it["colour"] = json!("red")) as fn(&mut Value), "x.yaml"),
        (|it| it["persons"][1]["name"] = json!("Jan"), "x.yaml at persons[1]"),
        (|it| it["conditions"][0]["met"] = json!(["no"]), "x.yaml at conditions[0].met"),
        (|it| it["date"] = json!("soon"), "x.yaml at date: "),
        (|it| it["persons"][0]["age_min"] = json!(-3), "x.yaml at persons[0].age_min"),
        (|it| it["requested"] = json!([]), "x.yaml at requested: nothing was requested"),
        (|it| it["requested"][0]["measure"] = json!("M 16"), "x.yaml at requested[0].measure: `M 16`"),
        (|it| drop(it.as_object_mut().map(|it| it.remove("facts"))), "x.yaml"),
    ] {
        let error = error(change);
        assert!(error.starts_with(start), "{error}");
        assert!(!error.contains('\n'), "one line: {error}");
    }
    let error = read_str("y.yaml", "\t[").expect_err("no YAML").to_string();
    assert!(error.starts_with("y.yaml: "), "{error}");
    let error = read_dir("no/such/folder").expect_err("no folder").to_string();
    assert!(error.starts_with("no/such/folder"), "{error}");
}

#[test]
fn words_without_quotes_read_as_words() {
    let text = record().to_string().replace("\"yes\"", "yes").replace("\"2025-03-01\"", "2025");
    let ruling = read_str("x.yaml", &text).expect("it reads");
    assert_eq!(ruling.input.date, RulingDay::In(2025));
    assert_eq!(ruling.input, input(|it| it["date"] = json!("2025")));
}

#[test]
fn too_many_steps_are_an_error() {
    let many = input(|it| {
        it["requested"] = (0..30).map(|_| it["requested"][0].clone()).collect();
        it["persons"] = (0..30).map(|_| it["persons"][0].clone()).collect();
    });
    let error = map(&many, pack(), day("2025-03-01")).expect_err("too many").to_string();
    assert!(error.starts_with("900 steps"), "{error}");
}

/// Words that records use, and words that they do not.
fn word(known: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![4 => prop::sample::select(known).prop_map(str::to_owned), 1 => "[a-zA-Z0-9é _\\[\\]:]{0,12}"]
}

fn any_record() -> impl Strategy<Value = Value> {
    const CODES: &[&str] = &[
        "necessary",
        "serious_threat",
        "care_not_accepted",
        "acceptable_term",
        "abuse_of_authority",
        "form",
        "consent",
        "route",
        "standing",
        "hearing",
        "care",
        "motivation",
        "term",
        "suitable",
        "other",
    ];
    let roles: &[&str] =
        &["child", "mother", "father", "parent", "gi", "raad", "other", "foster_carer", "vt"];
    let measures: &[&str] =
        &["M00", "M02", "M13", "M15", "M16", "M17", "M18", "M22", "M23", "M27", "M32", "M34", "other"];
    let texts: &[&str] = &["x [part: M22]", "y [part: child 1]", "z [part: odd]", "w [part: appeal]", "v"];
    let asked =
        (prop::sample::select(measures), any::<bool>(), any::<bool>(), word(&["na", "closed", "foster"]));
    let person = (word(roles), word(&["kind 1", "kind 2", "moeder"]), prop::option::of(0_u32..120));
    let heard = (word(roles), word(&["kinderen", "moeder"]), word(&["yes", "no", "partly"]));
    let fact = (
        word(&["established", "disputed", "plausible"]),
        word(&["court_finding", "expert_report", "parent_statement", "gi_statement", "requester_report"]),
    );
    let other = (word(measures), word(&["adequate", "tried_failed", "inadequate", "not_available"]));
    let condition = (word(CODES), word(texts), word(&["yes", "no", "contested", "unknown"]));
    let date = prop_oneof![
        Just("unknown".to_owned()),
        (0_u32..9999).prop_map(|year| format!("{year:04}")),
        (1990_u32..2030, 1_u32..13, 1_u32..29).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
    ];
    let frame =
        (date, word(&["district", "appeal", "echr", "skj"]), word(roles), any::<bool>(), any::<bool>());
    (
        frame,
        prop::collection::vec(asked, 1..4),
        prop::collection::vec(person, 0..4),
        prop::collection::vec(heard, 0..4),
        prop::collection::vec(fact, 0..3),
        prop::collection::vec(other, 0..3),
        prop::collection::vec(condition, 0..5),
    )
        .prop_map(|(frame, asked, persons, heard, facts, others, conditions)| {
            let (date, court, requester, implied, emergency) = frame;
            json!({
                "id": "x", "date": date, "court_code": court,
                "requested": asked.iter().map(|(measure, extension, urgent, placement)| json!({
                    "measure": measure, "extension": extension, "urgent": urgent, "placement": placement,
                    "text": "odd"
                })).collect::<Vec<_>>(),
                "requester": {"code": requester, "text": "GI en moeder", "implied": implied},
                "persons": persons.iter().map(|(code, role, age)| json!({
                    "role_code": code, "role": role, "age_min": age, "age_max": age
                })).collect::<Vec<_>>(),
                "perspectives": heard.iter().map(|(code, role, heard)| json!({
                    "role_code": code, "role": role, "heard": heard
                })).collect::<Vec<_>>(),
                "facts": facts.iter().map(|(status, source)| json!({
                    "statement": "s", "status": status, "source_kind": source
                })).collect::<Vec<_>>(),
                "lighter_alternatives": others.iter().map(|(measure, verdict)| json!({
                    "measure": measure, "alternative": "a", "verdict": verdict, "reason": "r"
                })).collect::<Vec<_>>(),
                "conditions": conditions.iter().map(|(code, text, met)| json!({
                    "code": code, "text": text, "met": met
                })).collect::<Vec<_>>(),
                "urgency": if emergency { "emergency" } else { "ordinary" },
                "confidence": "low", "expected": {"basis": {}}
            })
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever a record holds, it maps, and the three gates have an answer.
    #[test]
    fn any_record_that_reads_maps(record in any_record()) {
        let ruling = read(&record);
        let seen = assess_gates(&ruling.input, pack()).expect("it maps");
        prop_assert_eq!(seen.len(), 3);
        for (gate, seen) in seen {
            let asks = seen.decider.as_ref().is_some_and(|it| !it.questions.is_empty());
            prop_assert_eq!(asks, seen.answer == Answer::Undecided, "{:?}", gate);
        }
    }
}
