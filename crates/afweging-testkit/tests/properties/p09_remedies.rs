//! P9: for each remedy some admissible answer lifts its finding, some other leaves it, and no smaller pattern lifts it.
//!
//! Lifted is more than gone under its code: nothing at the same gate says as much of the same thing any more, and the step
//! is still there. That a thing of the past stays on record, with nothing left to ask, is lifted as well.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{
    Answerer, Answers, Assessment, Basis, Code, Dossier, Event, Filled, Finding, FindingKind, Fits, Hole,
    HoleAnswer, NewEntry, Pattern, PersonId, Remedy, RemedyWay, Says, StepId, WeighingPoint, When,
};
use afweging_testkit::{Dice, role_of};
use chrono::{Days, NaiveDate, NaiveTime};

use crate::assessed;
use crate::codes::shown;

/// How many remedies of one code and one sequence of events are tried; more in a long run. `AFWEGING_CODE=AFW-FACTS-006`
/// tries those of one code alone.
fn samples() -> usize {
    std::env::var("AFWEGING_CASES").ok().and_then(|it| it.parse::<usize>().ok()).map_or(3, |it| it / 20 + 3)
}

/// How many sets of answers are tried on one remedy.
const TRIES: usize = 240;

/// The fields by which a finding says what it is about.
const ABOUT: &[&str] = &[
    "person",
    "entry",
    "invited",
    "statement",
    "on.ground",
    "on.condition",
    "verdicts.on.ground",
    "verdicts.on.condition",
    "condition",
    "document",
    "candidates",
    "child",
    "forum",
    "details.burdens.person",
    "receiver",
];

fn about(finding: &Finding) -> BTreeSet<(&'static str, String)> {
    let first = finding.remedy.ways().first().and_then(|way| way.patterns.last());
    let fixed = first.into_iter().flat_map(|it| &it.fixed);
    // A view and a common verdict are on the same thing.
    let thing = |path: &'static str| match path {
        "on.ground" | "verdicts.on.ground" => "ground",
        "on.condition" | "verdicts.on.condition" => "condition",
        other => other,
    };
    fixed.filter(|(path, _)| ABOUT.contains(path)).map(|(path, text)| (thing(path), text.clone())).collect()
}

/// Who alone can answer a finding by name: what tells apart those that are about different people's views.
fn whose(finding: &Finding) -> Option<&PersonId> {
    let first = finding.remedy.ways().first().and_then(|way| way.patterns.last())?;
    match first.who_fills.as_slice() {
        [Answerer::Person(person)] => Some(person),
        _ => None,
    }
}

/// How much a finding says of its gate: what is failed and is then no more than unknown still bars.
fn weight(says: Says) -> u8 {
    match says {
        Says::Failed | Says::Unknown | Says::OutsidePack => 2,
        Says::Cured => 1,
        Says::Nothing => 0,
    }
}

fn findings<'a>(assessment: &'a Assessment, step: Option<&StepId>) -> Option<Vec<&'a Finding>> {
    match step {
        None => Some(assessment.findings.iter().collect()),
        Some(id) => assessment.step(id).map(|it| it.findings().chain(&it.aids).collect()),
    }
}

/// The holes of the first way: what tells apart findings that are about nothing but their step.
fn holes(finding: &Finding) -> Vec<&'static str> {
    let first = finding.remedy.ways().first().and_then(|way| way.patterns.last());
    first.into_iter().flat_map(|it| &it.holes).map(|hole| hole.path).collect()
}

/// A finding on its day: whether it is still there is told against what was found beside it.
struct Tried<'a> {
    finding: &'a Finding,
    step: Option<&'a StepId>,
    before: &'a Assessment,
    /// The dossier on which it was found.
    found_in: &'a Dossier,
    at: NaiveDate,
}

/// Whether a finding is still there, after some events.
fn stands(tried: &Tried<'_>, dossier: &Dossier) -> bool {
    let Tried { finding, step, before, found_in, at } = *tried;
    let after = assessed(dossier, at);
    // What another code said beside it all along says nothing of this one.
    let beside = |other: &Finding| {
        let all = findings(before, step).unwrap_or_default();
        other.code != finding.code && all.iter().any(|it| it.code == other.code && about(it) == about(other))
    };
    let Some(now) = findings(&after, step) else { return true };
    let theirs = about(finding);
    let several = findings(before, step).is_some_and(|all| {
        all.iter().filter(|it| it.code == finding.code && holes(it) == holes(finding)).count() > 1
    });
    // What goes with the person whom it is about is not lifted.
    let has =
        |dossier: &Dossier, text: &str| dossier.people().iter().any(|it| it.what.person.as_str() == text);
    let gone = |(path, text): &(&str, String)| {
        ["person", "child"].contains(path) && has(found_in, text) && !has(dossier, text)
    };
    if theirs.iter().any(gone) {
        return true;
    }
    now.iter().any(|other| {
        let same_code = other.code == finding.code;
        let same_thing = if theirs.is_empty() {
            same_code && holes(other) == holes(finding) && (!several || whose(other) == whose(finding))
        } else {
            about(other) == theirs
        };
        // Another code at the gate takes the place of a bar; a remark is lifted when it is no longer made.
        let bars = weight(finding.says) > 0 && finding.gate.is_some();
        let same_place = same_code || (bars && other.gate == finding.gate);
        let asks = !other.remedy.ways().is_empty();
        // The same words are the same finding, whatever its ways are now.
        let same = (same_place && same_thing) || (same_code && other.sentence == finding.sentence);
        same && asks && !beside(other) && weight(other.says) >= weight(finding.says)
    })
}

/// The people of a dossier who can answer for an answerer; somebody is added where nobody can.
fn people(dossier: &mut Dossier, answerer: &Answerer, at: NaiveDate) -> Vec<PersonId> {
    match answerer {
        Answerer::Person(person) => vec![person.clone()],
        Answerer::ThoseWhoWeigh => {
            let professional = dossier.people().iter().filter(|it| it.what.role.is_professional());
            let mut all: Vec<PersonId> = professional.map(|it| it.what.person.clone()).collect();
            // Courts last: who weighs along is mostly somebody else.
            all.sort_by_key(|it| dossier.people().role(it).is_some_and(|role| role.is_court()));
            if all.is_empty() {
                add(dossier, afweging::Actor::LocalTeam, at).into_iter().collect()
            } else {
                all
            }
        }
        Answerer::Actor(actor) => {
            let everyone: Vec<PersonId> = dossier.people().iter().map(|it| it.what.person.clone()).collect();
            let subjects: Vec<PersonId> =
                dossier.steps().values().map(|it| it.proposal.what.about.clone()).collect();
            let is = |person: &PersonId| {
                let body = dossier.people().role(person).and_then(|role| role.body());
                let positions = subjects
                    .iter()
                    .any(|child| dossier.people().positions(person, child, at).contains(actor));
                body == Some(*actor) || positions
            };
            let theirs: Vec<PersonId> = everyone.into_iter().filter(is).collect();
            if theirs.is_empty() { add(dossier, *actor, at).into_iter().collect() } else { theirs }
        }
    }
}

fn add(dossier: &mut Dossier, actor: afweging::Actor, at: NaiveDate) -> Option<PersonId> {
    let role = role_of(actor)?;
    let person = PersonId::new(format!("new-{}", dossier.len())).ok()?;
    let named = afweging::Person { person: person.clone(), role, birth: afweging::Birth::Unknown };
    record(dossier, &person, Event::PersonAdded(named), at).then_some(person)
}

fn record(dossier: &mut Dossier, by: &PersonId, event: Event, at: NaiveDate) -> bool {
    record_of(dossier, by, event, at, at)
}

fn record_of(dossier: &mut Dossier, by: &PersonId, event: Event, so_by: NaiveDate, at: NaiveDate) -> bool {
    let day = at.and_time(NaiveTime::MIN).and_utc();
    let recorded = dossier.entries().last().map_or(day, |last| last.recorded.max(day));
    let entry = NewEntry {
        recorded,
        occurred: When::Day(so_by),
        by: by.clone(),
        door: Default::default(),
        event,
        salt: String::new(),
    };
    let recorded = dossier.record(entry);
    if std::env::var("AFWEGING_WHY").is_ok()
        && let Err(refused) = &recorded
    {
        println!("{refused}");
    }
    recorded.is_ok()
}

/// What may be filled in a hole: few values, the likeliest first.
fn values(
    dossier: &Dossier,
    before: &Assessment,
    step: Option<&StepId>,
    pattern: &Pattern,
    hole: &Hole,
    who: &[PersonId],
    at: NaiveDate,
) -> Vec<HoleAnswer> {
    let words = |text: &str| HoleAnswer::from(text);
    let mut values: Vec<HoleAnswer> = match (pattern.event, hole.path) {
        ("person_added", "person")
        | ("claimed", "statement")
        | ("evidence_added", "evidence")
        | ("step_proposed", "step")
        | ("alternative_named", "alternative") => {
            vec![words(&format!("new-{}-{}", hole.path, dossier.len()))]
        }
        ("candidates_answered", "candidates") => {
            let open = step.and_then(|id| before.step(id)).into_iter().flat_map(|it| &it.candidates);
            let names = open.filter_map(|it| it.one_of.first()).map(candidate).collect();
            vec![HoleAnswer::Each(names)]
        }
        ("candidates_answered", "answer") => vec![
            HoleAnswer::with("not_available", [("asked_on", at.into())]),
            HoleAnswer::with("expected_insufficient", [("relies_on", each(dossier.statements().keys()))]),
            HoleAnswer::with("expected_insufficient", [("relies_on", HoleAnswer::Each(Vec::new()))]),
            words("adequate"),
        ],
        ("evidence_added", "origin") => vec![
            words("own_observation"),
            HoleAnswer::with("document", [("title", words("a letter"))]),
            words("untraced"),
        ],
        ("found", "answers") => {
            let replies = dossier
                .evidence()
                .keys()
                .map(|id| {
                    HoleAnswer::with("", [("evidence", words(id.as_str())), ("reply", words("looked at"))])
                })
                .collect();
            vec![HoleAnswer::Each(replies), HoleAnswer::Each(Vec::new())]
        }
        ("view_given", "on") | ("converged", "verdicts.on") | ("diverged", "positions.on") => {
            [afweging::Condition::Suitable, afweging::Condition::Scope]
                .iter()
                .map(|it| {
                    HoleAnswer::with(
                        "condition",
                        [("", words(serde_json::to_value(it).unwrap().as_str().unwrap()))],
                    )
                })
                .collect()
        }
        ("view_given", "for") => {
            let mut all: Vec<HoleAnswer> = vec![each(dossier.statements().keys())];
            all.extend(dossier.statements().keys().map(|id| each([id])));
            all.push(HoleAnswer::Each(Vec::new()));
            all
        }
        ("not_heard", "ground") => {
            vec![words("other"), HoleAnswer::with("unreachable", [("attempts", HoleAnswer::Count(3))])]
        }
        ("person_added", "birth") => [5_u64, 15, 30, 60]
            .iter()
            .map(|years| HoleAnswer::with("on", [("", (at - Days::new(years * 366)).into())]))
            .chain([words("unknown")])
            .collect(),
        ("effect_noted", "effect") => vec![HoleAnswer::with("changed", [("what", words("we wait a week"))])],
        ("alternative_named", "option") => {
            vec![HoleAnswer::with("own_words", [("text", words("a week at the neighbours'"))])]
        }
        ("dialogue_opened", "participants") => vec![each(who)],
        // Whoever falls back does so on a power that is theirs.
        ("fell_back", "powers.person") => who.iter().map(|it| words(it.as_str())).collect(),
        ("request_filed", "mentions") => {
            let all = [
                ("statements", each(dossier.statements().keys())),
                ("evidence", each(dossier.evidence().keys())),
            ];
            let none =
                [("statements", HoleAnswer::Each(Vec::new())), ("evidence", HoleAnswer::Each(Vec::new()))];
            vec![HoleAnswer::with("", all), HoleAnswer::with("", none)]
        }
        ("step_detailed", "details.not_applicable") => {
            let of = |point: &WeighingPoint| {
                let point = serde_json::to_value(point).unwrap();
                HoleAnswer::with(
                    "",
                    [("point", words(point.as_str().unwrap())), ("why", words("she lives there"))],
                )
            };
            vec![HoleAnswer::Each(WeighingPoint::ALL.iter().map(of).collect()), HoleAnswer::Each(Vec::new())]
        }
        ("step_detailed", "details.return_plan") => {
            let goal = || ("goal", words("three weekends that go well"));
            let all = [goal(), ("who", each(who)), ("review_on", (at + Days::new(20)).into())];
            vec![HoleAnswer::with("", all), HoleAnswer::with("", [goal()])]
        }
        ("step_proposed", "placement") => {
            ["network", "family_home", "residential", "closed", "foster"].iter().map(|it| words(it)).collect()
        }
        _ => match hole.fits {
            Fits::Person => {
                let mut all: Vec<PersonId> = who.to_vec();
                all.extend(
                    dossier.people().iter().map(|it| it.what.person.clone()).filter(|it| !who.contains(it)),
                );
                all.iter().map(|it| words(it.as_str())).collect()
            }
            Fits::Statement => dossier.statements().keys().map(|it| words(it.as_str())).collect(),
            Fits::Step => dossier.steps().keys().map(|it| words(it.as_str())).collect(),
            Fits::Day => {
                let ahead = [0_u64, 20, 200].iter().map(|days| at + Days::new(*days));
                ahead
                    .chain([30_u64, 300, 1500].iter().map(|days| at - Days::new(*days)))
                    .map(HoleAnswer::from)
                    .collect()
            }
            Fits::YesNo => vec![false.into(), true.into()],
            Fits::Number => (1..=dossier.len() as u64).rev().map(HoleAnswer::Count).collect(),
            Fits::OwnWords => vec![words("in our own words")],
            Fits::Line => vec![words("Jw 3.3")],
            Fits::OneOf(names) => names.iter().map(|it| words(it)).collect(),
            Fits::Several(of) => {
                let all = match &**of {
                    Fits::Person => each(dossier.people().iter().map(|it| &it.what.person)),
                    Fits::OneOf(names) => each(names),
                    _ => HoleAnswer::Each(Vec::new()),
                };
                vec![all, HoleAnswer::Each(Vec::new())]
            }
            _ => Vec::new(),
        },
    };
    if !hole.among.is_empty() {
        if hole.path == "placement" || values.iter().all(|it| !is_among(it, hole)) {
            let numbers = *hole.fits == Fits::Number;
            values = hole
                .among
                .iter()
                .map(|it| if numbers { HoleAnswer::Count(it.parse().unwrap()) } else { words(it) })
                .collect();
        }
        values.retain(|it| is_among(it, hole));
    }
    values
}

fn is_among(value: &HoleAnswer, hole: &Hole) -> bool {
    match value {
        HoleAnswer::Words(text) => hole.among.contains(text),
        HoleAnswer::Count(number) => hole.among.contains(&number.to_string()),
        _ => true,
    }
}

fn each<'a, T: std::fmt::Display + 'a>(of: impl IntoIterator<Item = &'a T>) -> HoleAnswer {
    HoleAnswer::Each(of.into_iter().map(|it| HoleAnswer::from(it.to_string())).collect())
}

fn candidate(candidate: &afweging::Candidate) -> HoleAnswer {
    fn answer(value: &serde_json::Value) -> HoleAnswer {
        match value {
            serde_json::Value::String(text) => HoleAnswer::from(text.as_str()),
            serde_json::Value::Object(fields) => {
                let (name, held) = fields.iter().next().unwrap();
                let fields = match held {
                    serde_json::Value::Object(fields) => {
                        fields.iter().map(|(name, it)| (name.clone(), answer(it))).collect()
                    }
                    bare => BTreeMap::from([(String::new(), answer(bare))]),
                };
                HoleAnswer::With(name.clone(), fields)
            }
            other => panic!("{other}"),
        }
    }
    answer(&serde_json::to_value(candidate).unwrap())
}

/// One hole of a way, with what may fill it; and who records each event, which is chosen like a hole.
struct Choice {
    event: usize,
    /// Nothing for who records.
    hole: Option<&'static str>,
    values: Vec<HoleAnswer>,
}

fn choices(
    dossier: &mut Dossier,
    before: &Assessment,
    step: Option<&StepId>,
    way: &RemedyWay,
    at: NaiveDate,
) -> Vec<Choice> {
    let mut choices = Vec::new();
    for (event, pattern) in way.patterns.iter().enumerate() {
        let mut who: Vec<PersonId> = Vec::new();
        for answerer in &pattern.who_fills {
            who.extend(people(dossier, answerer, at));
        }
        let by = who.iter().map(|it| HoleAnswer::from(it.as_str())).collect();
        choices.push(Choice { event, hole: None, values: by });
        for hole in &pattern.holes {
            let values = values(dossier, before, step, pattern, hole, &who, at);
            choices.push(Choice { event, hole: Some(hole.path), values });
        }
    }
    choices
}

/// Answers that were filled in: who recorded which events.
type Recorded = Vec<(PersonId, Event, NaiveDate)>;

enum Outcome {
    Lifts(Recorded),
    Leaves,
    Refused,
}

fn attempt(
    dossier: &Dossier,
    tried: &Tried<'_>,
    way: &RemedyWay,
    chosen: &[(usize, Option<&'static str>, HoleAnswer)],
) -> Outcome {
    let Tried { finding, at, .. } = *tried;
    let mut answers = vec![Answers::new(); way.patterns.len()];
    let mut by: Vec<Option<PersonId>> = vec![None; way.patterns.len()];
    for (event, hole, value) in chosen {
        match (hole, value) {
            (Some(hole), value) => answers[*event] = answers[*event].clone().and(*hole, value.clone()),
            (None, HoleAnswer::Words(text)) => by[*event] = PersonId::new(text.as_str()).ok(),
            _ => {}
        }
    }
    let events = match way.fill(&answers) {
        Ok(Filled::Recordable(events)) => events,
        Ok(Filled::Declined { .. }) => panic!("nobody declined"),
        Err(why) => panic!("{}: {why}", finding.code),
    };
    let days = way.patterns.iter().map(|it| it.so_by.unwrap_or(at).min(at));
    let recorded: Recorded = events
        .into_iter()
        .zip(by)
        .zip(days)
        .filter_map(|((event, by), day)| Some((by?, event, day)))
        .collect();
    if recorded.len() < way.patterns.len() {
        return Outcome::Refused;
    }
    let mut next = dossier.clone();
    for (by, event, day) in &recorded {
        if !record_of(&mut next, by, event.clone(), *day, at) {
            return Outcome::Refused;
        }
    }
    if stands(tried, &next) { Outcome::Leaves } else { Outcome::Lifts(recorded) }
}

/// Tries a way: the answers that lift it, and whether some others leave it.
fn search(
    dossier: &Dossier,
    tried: &Tried<'_>,
    way: &RemedyWay,
    choices: &[Choice],
) -> (Option<Recorded>, usize, usize) {
    let sizes: Vec<usize> = choices.iter().map(|it| it.values.len()).collect();
    if sizes.contains(&0) {
        return (None, 0, 0);
    }
    let total = sizes.iter().fold(1_usize, |all, size| all.saturating_mul(*size));
    let (mut leaves, mut refused) = (0, 0);
    // Spread over all of them when there are too many: a step that shares no factor with the number of answers.
    let mut dice = Dice::new(7);
    for number in 0..total.min(TRIES) {
        let mut place =
            if total <= TRIES || number < TRIES / 3 { number } else { dice.below(total as u64) as usize };
        let chosen: Vec<_> = choices
            .iter()
            .map(|choice| {
                let value = &choice.values[place % choice.values.len()];
                place /= choice.values.len();
                (choice.event, choice.hole, value.clone())
            })
            .collect();
        match attempt(dossier, tried, way, &chosen) {
            Outcome::Lifts(recorded) => return (Some(recorded), leaves, refused),
            Outcome::Leaves => leaves += 1,
            Outcome::Refused => refused += 1,
        }
    }
    (None, leaves, refused)
}

/// Whether leaving out some of the events lifts it all the same.
fn smaller_lifts(dossier: &Dossier, tried: &Tried<'_>, recorded: &Recorded) -> Option<Vec<&'static str>> {
    let at = tried.at;
    let count = recorded.len();
    (0..(1_usize << count) - 1).find_map(|kept| {
        let mut next = dossier.clone();
        let mut events = Vec::new();
        for (place, (by, event, day)) in recorded.iter().enumerate() {
            if kept & (1 << place) != 0 {
                // What cannot be recorded without the rest is no smaller pattern.
                if !record_of(&mut next, by, event.clone(), *day, at) {
                    return None;
                }
                events.push(event.kind());
            }
        }
        (!stands(tried, &next)).then_some(events)
    })
}

fn name(way: &RemedyWay) -> String {
    way.patterns.iter().map(|it| it.event).collect::<Vec<_>>().join(", ")
}

fn every_finding(assessment: &Assessment) -> Vec<(Option<StepId>, Finding)> {
    let of_steps = assessment
        .steps
        .iter()
        .flat_map(|step| step.findings().chain(&step.aids).map(|it| (Some(step.step.clone()), it.clone())));
    assessment.findings.iter().map(|it| (None, it.clone())).chain(of_steps).collect()
}

/// The last day of a dossier on which everything that it holds has happened.
fn after_all(dossier: &Dossier) -> Option<NaiveDate> {
    let days = dossier.entries().iter().flat_map(|it| [it.recorded.date_naive(), it.occurred.last_day()]);
    days.max()
}

#[test]
fn p9_each_way_lifts_its_finding_and_no_part_of_it_does() {
    let mut tried: BTreeMap<(Code, String), usize> = BTreeMap::new();
    let mut wrong: BTreeMap<(Code, String), (usize, String)> = BTreeMap::new();
    let (mut left, mut only_declining) = (0, BTreeMap::<(Code, String), usize>::new());
    for (label, dossier) in shown() {
        let Some(at) = after_all(&dossier) else { continue };
        let before = assessed(&dossier, at);
        let only = std::env::var("AFWEGING_CODE").ok();
        let asked = |code: Code| only.as_deref().is_none_or(|it| it.contains(code.as_str()));
        for (step, finding) in every_finding(&before).into_iter().filter(|(_, it)| asked(it.code)) {
            for way in finding.remedy.ways() {
                let key = (finding.code, name(way));
                let count = tried.entry(key.clone()).or_default();
                if *count >= samples() {
                    continue;
                }
                *count += 1;
                let mut prepared = dossier.clone();
                let choices = choices(&mut prepared, &before, step.as_ref(), way, at);
                let found_in = &dossier;
                let one = Tried { finding: &finding, step: step.as_ref(), before: &before, found_in, at };
                // Nobody is in this position of the family, or naming who may answer changed what is found: tried
                // elsewhere.
                let nobody = choices.iter().any(|it| it.hole.is_none() && it.values.is_empty());
                if nobody || !stands(&one, &prepared) {
                    *tried.entry(key.clone()).or_default() -= 1;
                    continue;
                }
                let (lifts, leaves, refused) = search(&prepared, &one, way, &choices);
                left += leaves;
                if leaves == 0 {
                    *only_declining.entry(key.clone()).or_default() += 1;
                }
                let fault = match lifts {
                    None => {
                        let sizes: Vec<_> = choices.iter().map(|it| (it.hole, it.values.len())).collect();
                        Some(format!("nothing lifts it: {leaves} leave it, {refused} refused, {sizes:?}"))
                    }
                    Some(recorded) => smaller_lifts(&prepared, &one, &recorded)
                        .map(|events| format!("{events:?} alone lift it")),
                };
                if let Some(fault) = fault {
                    let step = step.as_ref().map(|it| it.to_string()).unwrap_or_default();
                    let entry = wrong
                        .entry(key)
                        .or_insert((0, format!("{label} {step} on {at}: {fault}; {}", finding.sentence.en)));
                    entry.0 += 1;
                }
            }
        }
    }
    for ((code, way), count) in &tried {
        println!("{code} {way}: {count}");
    }
    println!("{left} answers that were recorded left their finding; by declining alone: {only_declining:?}");
    let lines: Vec<String> = wrong
        .iter()
        .map(|((code, way), (count, fault))| format!("{code} {way} ({count}): {fault}"))
        .collect();
    assert!(lines.is_empty(), "{} of {} ways:\n{}", lines.len(), tried.len(), lines.join("\n"));
    assert!(tried.len() > 60 || std::env::var("AFWEGING_CODE").is_ok(), "{} kinds of remedies", tried.len());
}

#[test]
fn p9_declining_any_hole_records_nothing_and_leaves_the_finding() {
    let mut count = 0;
    let mut seen = BTreeSet::new();
    for (_, dossier) in shown() {
        let Some(at) = after_all(&dossier) else { continue };
        for (_, finding) in every_finding(&assessed(&dossier, at)) {
            for way in finding.remedy.ways() {
                if !seen.insert((finding.code, name(way))) {
                    continue;
                }
                for pattern in &way.patterns {
                    let holes = pattern.holes.iter().map(|hole| hole.path).chain(["by"]);
                    for hole in holes.filter(|_| pattern.same_as.is_empty()) {
                        let declined = HoleAnswer::Declined { reason: "not now".to_owned() };
                        let filled =
                            pattern.fill(&Answers::new().and(hole, declined)).expect("declining fits");
                        let reason = "not now".to_owned();
                        assert_eq!(filled, Filled::Declined { hole: hole.to_owned(), reason });
                        count += 1;
                    }
                }
            }
        }
    }
    assert!(count > 100, "{count} holes");
}

#[test]
fn p9_every_bar_asks_somebody_and_says_what_would_lift_it() {
    let mut wrong = BTreeSet::new();
    for (_, dossier) in shown() {
        let Some(at) = after_all(&dossier) else { continue };
        for (_, finding) in every_finding(&assessed(&dossier, at)) {
            let code = finding.code;
            let mut fault = |is_wrong: bool, what: &str| {
                if is_wrong {
                    wrong.insert(format!("{code}: {what}"));
                }
            };
            fault(finding.basis.is_empty(), "rests on nothing");
            match &finding.remedy {
                Remedy::OneOf(ways) => {
                    fault(ways.is_empty(), "no way and no why");
                    let patterns = || ways.iter().flat_map(|way| &way.patterns);
                    fault(ways.iter().any(|it| it.patterns.is_empty()), "a way without events");
                    fault(patterns().any(|it| it.who_fills.is_empty()), "nobody fills a hole");
                    fault(patterns().any(|it| !Event::KINDS.contains(&it.event)), "no such event");
                }
                Remedy::NoRemedy { why } => fault(why.nl.is_empty() || why.en.is_empty(), "no why"),
            }
            if finding.kind == FindingKind::Bar {
                fault(finding.questions.is_empty(), "asks nothing");
            }
            for question in &finding.questions {
                fault(question.who_may_answer.is_empty(), "asks nobody");
                fault(question.answered_when.is_empty(), "is answered by nothing");
                fault(question.answered_when.iter().any(|it| !Event::KINDS.contains(it)), "by no such event");
                fault(question.basis == Basis::Method { rule: "" }, "asks on no basis");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// An answer that does not fit is refused with the hole and what fits, whatever the finding.
#[test]
fn p9_what_does_not_fit_is_refused_by_name() {
    let (_, dossier) = shown().next().expect("a dossier");
    let at = after_all(&dossier).expect("a day");
    let assessment = assessed(&dossier, at);
    let mut count = 0;
    for (_, finding) in every_finding(&assessment) {
        let patterns = finding.remedy.ways().iter().flat_map(|way| &way.patterns);
        for pattern in patterns.filter(|it| it.same_as.is_empty()) {
            for hole in &pattern.holes {
                let odd = match hole.fits {
                    Fits::Day | Fits::YesNo | Fits::Number | Fits::Several(_) => {
                        HoleAnswer::from("something")
                    }
                    _ => HoleAnswer::Count(7),
                };
                let error = pattern.fill(&Answers::new().and(hole.path, odd)).expect_err("it does not fit");
                let text = error.to_string();
                assert!(text.contains(hole.path) && text.contains("what fits"), "{text}");
                count += 1;
            }
            let error = pattern.fill(&Answers::new().and("no_such_hole", "x")).expect_err("no such hole");
            assert!(error.to_string().contains("no_such_hole"), "{error}");
        }
    }
    assert!(count > 20, "{count} holes");
}
