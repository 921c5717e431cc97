//! What is refused at the doors, a log that was changed, and reasons beside another dossier.

#![expect(
    clippy::indexing_slicing,
    reason = "an entry that is not there is a fault of this file, which a run finds"
)]

use afweging::{Code, Dossier, ReasonIndex, assess_beside, minimise};
use afweging_testkit::vectors::{Expect, Twin, VECTOR_FORMAT, Vector};
use afweging_testkit::{Dice, Histories, dutch_pack, scripted};
use serde_json::{Value, json};

use crate::pairs::plain;
use crate::{day, name, points};

fn vector(code: &str, end: &str, dossier: Value, expect: Expect) -> Result<Vector, String> {
    let (_, level, source, when) =
        points::POINTS.iter().find(|it| it.0 == code).ok_or_else(|| format!("{code} has no point"))?;
    let (other, says) = if end == "shown" { ("not", "") } else { ("shown", "it is not so that ") };
    let is = match &expect {
        Expect::Refused(_) => "is why it is refused",
        Expect::Lacks(_) => "is not shown",
        _ => "is shown",
    };
    Ok(Vector {
        format: VECTOR_FORMAT.to_owned(),
        name: name(code, end),
        level: *level,
        point: format!("{code} {is}: {says}{when}."),
        source: (*source).to_owned(),
        twin: Some(Twin { name: name(code, other), differs: String::new() }),
        pack: "nl".to_owned(),
        region: None,
        at: day("2024-06-01"),
        dossier,
        record: None,
        beside: Vec::new(),
        expect,
        codes: Vec::new(),
    })
}

fn told(seq: u64, recorded: &str, by: &str, event: Value) -> Value {
    json!({ "seq": seq, "recorded": recorded, "occurred": "2024-04-01", "by": by, "event": event })
}

/// An institution, a child and a step that a judge has not decided on.
fn base() -> Vec<Value> {
    let recorded = "2024-04-02T12:00:00Z";
    let person = |id: &str, role: &str| json!({ "person_added": { "person": id, "role": role } });
    vec![
        told(1, recorded, "gi", person("gi", "gi")),
        told(2, recorded, "gi", person("child", "child")),
        told(3, recorded, "gi", person("judge", "childrens_judge")),
        told(
            4,
            recorded,
            "gi",
            json!({ "step_proposed": { "step": "step", "measure": "M16", "about": "child", "proposed_by": "gi" } }),
        ),
    ]
}

fn dossier(entries: Vec<Value>) -> Value {
    json!({ "format": afweging::DOSSIER_FORMAT, "id": "vector", "entries": entries })
}

pub fn vectors() -> Result<Vec<Vector>, String> {
    let mut all = refused()?;
    all.extend(recorded()?);
    all.extend(changed()?);
    all.extend(outside()?);
    all.extend(said()?);
    for code in [Code::AidPlanElsewhere, Code::AidReasonElsewhere] {
        all.extend(beside(code)?);
    }
    Ok(all)
}

/// Dossiers that are not read, each beside the one that is.
fn refused() -> Result<Vec<Vector>, String> {
    let whole = dossier(base());
    let with = |field: &str, value: Value| {
        let mut other = whole.clone();
        other[field] = value;
        other
    };
    let mut half: Value = serde_json::from_str(
        &Dossier::from_json(&whole.to_string()).map_err(|why| why.to_string())?.to_json(),
    )
    .map_err(|why| why.to_string())?;
    let sealed = half.clone();
    half["entries"][1].as_object_mut().ok_or("no entry")?.remove("hash");
    let mut renumbered = whole.clone();
    renumbered["entries"][0]["seq"] = json!(7);
    let cases = [
        ("AFW-INPUT-001", json!("no dossier"), whole.clone(), "a text in place of a dossier", "a dossier"),
        (
            "AFW-INPUT-002",
            with("format", json!("afweging/dossier/0")),
            whole.clone(),
            "the format ends in 0",
            "the format ends in 1",
        ),
        (
            "AFW-INPUT-007",
            renumbered,
            whole.clone(),
            "`seq` of the first entry is 7",
            "`seq` of the first entry is 1",
        ),
        ("AFW-INPUT-009", half, sealed, "without `hash` of entry 2", "this one has `hash` of entry 2"),
        (
            "AFW-INPUT-011",
            with("extra", json!(1)),
            whole.clone(),
            "this one has the field `extra`",
            "without the field `extra`",
        ),
    ];
    let mut all = Vec::new();
    for (code, wrong, right, has, lacks) in cases {
        all.push(twin(vector(code, "shown", wrong, Expect::Refused(code.to_owned()))?, has));
        all.push(twin(vector(code, "not", right, Expect::Lacks(code.to_owned()))?, lacks));
    }
    Ok(all)
}

fn twin(mut vector: Vector, differs: &str) -> Vector {
    if let Some(twin) = &mut vector.twin {
        differs.clone_into(&mut twin.differs);
    }
    vector
}

/// Entries that are not recorded, each beside one that is.
fn recorded() -> Result<Vec<Vector>, String> {
    let later = "2024-05-01T12:00:00Z";
    let entry = |recorded: &str, event: Value| json!({ "recorded": recorded, "occurred": "2024-04-01", "by": "gi", "event": event });
    let watch = |watcher: &str| json!({ "watch_taken": { "watcher": watcher } });
    let named = |id: &str| json!({ "person_added": { "person": id, "role": "child" } });
    let decided = |article: &str| json!({ "decided": { "step": "step", "decider": "judge", "outcome": "refused", "ex_officio": article } });
    let consent = |kind: &str| {
        let mut says = json!({ "person": "gi", "scope": { "step": "step" } });
        if kind == "consent_asked" {
            says["information"] = json!("…");
        }
        json!({ kind: says })
    };
    let own = |door: &str| {
        let mut entry =
            entry(later, json!({ "decided": { "step": "step", "decider": "judge", "outcome": "refused" } }));
        entry["door"] = json!(door);
        entry
    };
    let cases = [
        (
            "AFW-INPUT-003",
            entry(later, watch("nobody")),
            entry(later, watch("gi")),
            "the watcher is in no entry",
            "the watcher is in the dossier",
        ),
        (
            "AFW-INPUT-004",
            entry(later, named("child")),
            entry(later, named("sister")),
            "the id is that of entry 2",
            "the id is new",
        ),
        (
            "AFW-INPUT-005",
            entry("2023-01-01T12:00:00Z", watch("gi")),
            entry(later, watch("gi")),
            "recorded in 2023",
            "recorded in 2024",
        ),
        (
            "AFW-INPUT-006",
            entry(later, decided(&"x".repeat(200))),
            entry(later, decided("1:255")),
            "an article of 200 bytes",
            "an article of 5 bytes",
        ),
        (
            "AFW-INPUT-008",
            entry(later, consent("consent_given")),
            entry(later, consent("consent_asked")),
            "given before it was asked",
            "asked",
        ),
        ("AFW-INPUT-010", own("own"), own("observed"), "by the own door", "by the observed door"),
    ];
    let mut all = Vec::new();
    for (code, wrong, right, has, lacks) in cases {
        let with = |end: &str, record: Value, expect: Expect| -> Result<Vector, String> {
            Ok(Vector { record: Some(record), ..vector(code, end, dossier(base()), expect)? })
        };
        all.push(twin(with("shown", wrong, Expect::Refused(code.to_owned()))?, has));
        all.push(twin(with("not", right, Expect::Lacks(code.to_owned()))?, lacks));
    }
    Ok(all)
}

/// A measure that no pack has.
fn outside() -> Result<Vec<Vector>, String> {
    let of = |measure: &str| {
        let mut entries = base();
        entries[3]["event"]["step_proposed"]["measure"] = json!(measure);
        dossier(entries)
    };
    let code = "AFW-AUTHORITY-014";
    Ok(vec![
        twin(vector(code, "shown", of("M99"), Expect::Shows(code.to_owned()))?, "the measure is M99"),
        twin(vector(code, "not", of("M16"), Expect::Lacks(code.to_owned()))?, "the measure is M16"),
    ])
}

/// What the generated dossiers say only in a roundabout way: an age, a period, a place.
fn said() -> Result<Vec<Vector>, String> {
    let of = |person: Value, step: Value| {
        let mut entries = base();
        for (entry, kind, more) in [(1, "person_added", person), (3, "step_proposed", step)] {
            let says = entries[entry]["event"][kind].as_object_mut().ok_or("no entry")?;
            says.extend(more.as_object().cloned().unwrap_or_default());
        }
        Ok::<Value, String>(dossier(entries))
    };
    let nothing = || json!({});
    let born = || json!({ "birth": { "on": "2012-05-01" } });
    let help = || json!({ "measure": "M02" });
    let placed = || json!({ "measure": "M22" });
    let cases = [
        ("AFW-AUTHORITY-013", of(nothing(), help())?, of(born(), help())?, "`birth` of entry 2"),
        (
            "AFW-INTRUSION-006",
            of(born(), placed())?,
            of(born(), json!({ "measure": "M22", "placement": "foster" }))?,
            "`placement` of entry 4",
        ),
        (
            "AFW-TERM-002",
            of(born(), nothing())?,
            of(born(), json!({ "from": "2024-04-10", "until": "2024-10-09" }))?,
            "`from` and `until` of entry 4",
        ),
    ];
    let mut all = Vec::new();
    for (code, silent, said, what) in cases {
        all.push(twin(
            vector(code, "shown", silent, Expect::Shows(code.to_owned()))?,
            &format!("without {what}"),
        ));
        all.push(twin(
            vector(code, "not", said, Expect::Lacks(code.to_owned()))?,
            &format!("this one has {what}"),
        ));
    }
    Ok(all)
}

/// A word changed behind the back of the hashes.
fn changed() -> Result<Vec<Vector>, String> {
    let mut entries = base();
    entries.push(told(
        5,
        "2024-04-02T12:00:00Z",
        "gi",
        json!({ "claimed": { "statement": "alone", "text": "alone at night" } }),
    ));
    let sealed = Dossier::from_json(&dossier(entries).to_string()).map_err(|why| why.to_string())?.to_json();
    let read =
        |text: &str| -> Result<Value, String> { serde_json::from_str(text).map_err(|why| why.to_string()) };
    let code = "AFW-LOG-001";
    Ok(vec![
        twin(
            vector(
                code,
                "shown",
                read(&sealed.replace("alone at night", "alone at noon"))?,
                Expect::Shows(code.to_owned()),
            )?,
            "the text of entry 5 is another than was recorded",
        ),
        twin(
            vector(code, "not", read(&sealed)?, Expect::Lacks(code.to_owned()))?,
            "the text of entry 5 is as it was recorded",
        ),
    ])
}

/// What stands word for word in another dossier.
fn beside(code: Code) -> Result<Vec<Vector>, String> {
    let seeds = |number: u64| -> Vec<u64> {
        let mut dice = Dice::new(number);
        let length = dice.below(60).saturating_add(20);
        (0..length).map(|_| dice.roll()).collect()
    };
    let all: Vec<Dossier> = (1000..1040_u64)
        .map(|it| Histories::new().well_prepared().build(&seeds(it)).into_dossier())
        .chain(scripted())
        .collect();
    for (one, other) in all.iter().zip(all.iter().skip(1)) {
        let Some(at) = one.entries().last().map(|it| it.recorded.date_naive()) else { continue };
        let shows = |one: &Dossier, other: &Dossier| {
            assess_beside(one, dutch_pack(), at, &ReasonIndex::of(&[other])).codes().contains(&code)
        };
        if !shows(one, other) {
            continue;
        }
        let one = minimise(one, |it| shows(it, other)).map_err(|why| why.to_string())?.dossier;
        let other = minimise(other, |it| shows(&one, it)).map_err(|why| why.to_string())?.dossier;
        let mut other = plain(&other);
        other["id"] = json!("other");
        let shown = vector(code.as_str(), "shown", plain(&one), Expect::Shows(code.to_string()))?;
        let not = vector(code.as_str(), "not", plain(&one), Expect::Lacks(code.to_string()))?;
        return Ok(vec![
            twin(Vector { at, beside: vec![other], ..shown }, "this one lies beside another dossier"),
            twin(Vector { at, ..not }, "without the other dossier"),
        ]);
    }
    println!("{code}: nothing shows it");
    Ok(Vec::new())
}
