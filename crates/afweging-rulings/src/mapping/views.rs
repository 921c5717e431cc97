//! What the ruling tested, as the views of who decided.

use std::collections::BTreeMap;

use afweging::{Condition, Event, GroundId, Measure, MeasureId, Pack, Said, Verdict, View, Weighed};
use chrono::NaiveDate;

use super::MapError;
use super::facts::Established;
use super::log::Log;
use super::people::Everyone;
use super::steps::Step;
use crate::gates::RulingGate;
use crate::record::{ConditionRow, Input, Met};

/// The codes that name a ground, each with the grounds of that meaning. A measure has at most one of them.
const GROUNDS: [(&str, &[&str]); 4] = [
    (
        "serious_threat",
        &[
            "bw1-255-threat",
            "bw1-257-acute",
            "bw1-266-threat",
            "bw1-263-concrete-threat",
            "rv-800-immediate-danger",
            "jw-6.1-serious-problems",
            "jw-6.1.3-serious-problems",
            "wth-2-danger",
        ],
    ),
    (
        "care_not_accepted",
        &[
            "bw1-255-care-not-accepted",
            "bw1-257-suspicion",
            "bw1-263-no-cooperation",
            "jw-6.1.2-stay",
            "jw-6.1.2-stay-2024",
            "jw-6.1.3-stay",
            "jw-6.1.4-withdrawal",
        ],
    ),
    ("acceptable_term", &["bw1-255-capable-in-time", "bw1-266-not-able"]),
    ("abuse_of_authority", &["bw1-266-abuse"]),
];

/// What a code tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Test {
    /// A ground: the grounds of that meaning.
    Ground(&'static [&'static str]),
    /// A condition.
    Condition(Condition),
    /// Form, or agreement that the procedure asks for.
    FormOrConsent,
    /// No test of the model.
    None,
}

fn test(code: &str) -> Test {
    if let Some((_, grounds)) = GROUNDS.iter().find(|(name, _)| *name == code) {
        return Test::Ground(grounds);
    }
    match code {
        "form" | "consent" => Test::FormOrConsent,
        "term" => Test::Condition(Condition::Duration),
        name => serde_json::from_value(serde_json::Value::String(name.to_owned()))
            .map_or(Test::None, Test::Condition),
    }
}

/// Whether a `route` or `standing` among these failed, and which of the two.
fn failing_power<'a>(conditions: impl IntoIterator<Item = &'a ConditionRow>) -> Option<Condition> {
    let mut failing = None;
    for row in conditions.into_iter().filter(|row| row.met == Met::No) {
        match row.code.as_str() {
            "route" => failing = Some(Condition::Route),
            "standing" => failing = failing.or(Some(Condition::Standing)),
            _ => {}
        }
    }
    failing
}

/// Whether form and consent stand beside a failing route or standing, in a record as a whole.
pub(crate) fn is_beside_failing(input: &Input) -> bool {
    failing_power(&input.conditions).is_some()
}

/// The gate that a code counts under.
pub(crate) fn gate_of(code: &str, is_beside_failing: bool) -> Option<RulingGate> {
    match test(code) {
        Test::Ground(_) => Some(RulingGate::LeastIntrusive),
        Test::Condition(condition) => Some(RulingGate::of_condition(condition)),
        Test::FormOrConsent if is_beside_failing => Some(RulingGate::Authority),
        Test::FormOrConsent => Some(RulingGate::Procedure),
        Test::None => None,
    }
}

/// The conditions that were not passed and that name no test of the model.
pub(super) fn unread(input: &Input) -> Vec<String> {
    input
        .conditions
        .iter()
        .filter(|row| test(&row.code) == Test::None && !matches!(row.met, Met::Yes | Met::Unknown))
        .map(|row| row.code.clone())
        .collect()
}

/// What a condition says of a step: on what the court gave a view, and which.
fn reading(
    row: &ConditionRow,
    step: &Step<'_>,
    measure: Option<&Measure>,
    is_harmless: bool,
) -> Option<(Weighed, Verdict)> {
    let verdict = match &row.met {
        Met::Yes => Verdict::Met,
        Met::No => Verdict::NotMet,
        // A word that nobody knows does not say that it was passed.
        Met::Contested | Met::Unlisted(_) => Verdict::Undecided,
        Met::Unknown => return None,
    };
    let on = match test(&row.code) {
        Test::None => return None,
        Test::Condition(condition) => Weighed::Condition(condition),
        Test::FormOrConsent => Weighed::Condition(match failing_power(step.conditions.iter().copied()) {
            None => Condition::Form,
            Some(_) if row.code == "consent" => Condition::Consent,
            Some(power) => power,
        }),
        Test::Ground(grounds) => match ground(grounds, &step.measure, measure) {
            Some(_) if is_harmless && verdict != Verdict::Met => return None,
            Some(ground) => Weighed::Ground(ground),
            // A statutory condition that fails fails the conditions as a whole; one that is met shows no more than itself.
            None if verdict == Verdict::Met || row.code == "abuse_of_authority" => return None,
            None => Weighed::Condition(Condition::Necessary),
        },
    };
    Some((on, verdict))
}

/// The ground of a meaning among those of a measure. Outside the pack a measure has no list: then the ground of that
/// meaning which the law had first, so that what was found of it is on record.
fn ground(meaning: &[&str], id: &MeasureId, measure: Option<&Measure>) -> Option<GroundId> {
    match measure {
        Some(measure) => {
            measure.all_grounds().into_iter().find(|ground| meaning.contains(&ground.as_str())).cloned()
        }
        None => {
            let is_for_it = id.as_str().ends_with("M32") || !meaning.contains(&"bw1-266-abuse");
            meaning.first().filter(|_| is_for_it).and_then(|ground| GroundId::new(*ground).ok())
        }
    }
}

/// Outside the pack the grounds stand in no lists, and ending custody has two: a list that fails does no harm beside one
/// that passes whole.
fn is_harmless_outside(row: &ConditionRow, step: &Step<'_>) -> bool {
    const NOT_ABLE: [&str; 2] = ["serious_threat", "acceptable_term"];
    const ABUSE: [&str; 1] = ["abuse_of_authority"];
    let passes = |code: &&str| {
        let mut rows = step.conditions.iter().filter(|it| it.code == **code).peekable();
        rows.peek().is_some() && rows.all(|it| it.met == Met::Yes)
    };
    if !step.measure.as_str().ends_with("M32") {
        return false;
    }
    let code = row.code.as_str();
    (ABUSE.contains(&code) && NOT_ABLE.iter().all(passes))
        || (NOT_ABLE.contains(&code) && ABUSE.iter().all(passes))
}

/// How much a verdict weighs where two are given on one thing: not met before undecided before met.
fn weight(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::NotMet => 2,
        Verdict::Undecided => 1,
        Verdict::Met => 0,
    }
}

/// The views that the court gave on a step.
fn views(step: &Step<'_>, pack: &Pack, at: NaiveDate) -> BTreeMap<Weighed, (Verdict, Vec<String>)> {
    let measure = pack.measure(&step.measure, at);
    let mut views: BTreeMap<Weighed, (Verdict, Vec<String>)> = BTreeMap::new();
    for row in &step.conditions {
        let is_harmless = measure.is_none() && is_harmless_outside(row, step);
        let Some((on, verdict)) = reading(row, step, measure, is_harmless) else { continue };
        let text = row.text.clone().filter(|text| !text.trim().is_empty()).unwrap_or(row.code.clone());
        let (held, texts) = views.entry(on).or_insert((verdict, Vec::new()));
        if weight(verdict) > weight(*held) {
            *held = verdict;
        }
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    if step.asked_by_subsidiary {
        let why = "asked alone by who may ask only where another did not: dealing with it implies that \
                   the other did not file";
        views.entry(Weighed::Condition(Condition::Standing)).or_insert((Verdict::Met, vec![why.to_owned()]));
    }
    views
}

/// Puts the court's views on a step into the dossier.
pub(super) fn record(
    step: &Step<'_>,
    pack: &Pack,
    people: &Everyone,
    established: &Established,
    log: &mut Log,
) -> Result<(), MapError> {
    for (on, (verdict, texts)) in views(step, pack, log.at()) {
        let (statements_for, statements_against) = match verdict {
            Verdict::NotMet => (Vec::new(), established.clone()),
            Verdict::Met | Verdict::Undecided => (established.clone(), Vec::new()),
        };
        let view = View {
            step: step.id.clone(),
            on,
            verdict,
            why: texts.join("; ").into(),
            norm: Said::NotSaid,
            threshold_for_action: Said::NotSaid,
            strengths: Vec::new(),
            concerns: Vec::new(),
            statements_for,
            statements_against,
            before_seeing_others: Said::NotSaid,
        };
        log.put(&people.court, Event::ViewGiven(view))?;
    }
    Ok(())
}
