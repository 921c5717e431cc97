//! P18: an overlay never opens a step, or authorises an actor, that the law alone bars.
//!
//! Overlays are generated out of what a municipality might write, lawful or not. Whether a line goes past the law is
//! reckoned here a second time, straight from the grants of the law pack and in the plainest way there is.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use afweging::{
    Act, Actor, Assessment, Dossier, Frame, GateOutcome, GrantCondition, MeasureId, Pack, Region, assess,
};
use afweging_testkit::{Histories, dutch_pack};
use chrono::NaiveDate;
use proptest::prelude::*;

use crate::{any_day, config, day};

const FROM: &str = "2025-01-01";

/// One thing that a region might write down.
#[derive(Debug, Clone)]
enum Line {
    /// `from` lets `to` act in its name.
    Mandate { from: Actor, to: Actor, act: Act, measure: MeasureId },
    /// A team of one organisation, in which somebody acts as `acting_as` and the team does this.
    Team { kind: &'static str, employer: Actor, acting_as: Actor, act: Act, measure: MeasureId },
    /// Out of the table comes an act of a body.
    Outcome { by: Actor, act: Act, measure: MeasureId },
    /// Out of a meeting comes an act of a body.
    Meeting { kind: &'static str, by: Actor, act: Act, measure: MeasureId },
    /// A grant, as only a law pack has it.
    Grant { actor: Actor, act: Act, measure: MeasureId },
    /// One organisation that is two bodies.
    Organisation { one: Actor, other: Actor },
    /// A measure offered or not, perhaps under another name.
    Measure { measure: MeasureId, offered: bool, renamed: bool },
    /// The level of a code.
    Aid { code: &'static str, level: &'static str },
    /// What the region wants of all its cases.
    Goal,
}

fn word(word: impl serde::Serialize) -> String {
    serde_json::to_string(&word).unwrap().replace('"', "")
}

fn days(pack: &Pack) -> Vec<NaiveDate> {
    let from = day(FROM);
    let mut days = vec![from];
    days.extend(pack.changes().filter(|day| *day > from));
    days
}

/// Whether the law gives this body this act on every day on which it knows the measure, on appeal left aside.
fn has(pack: &Pack, actor: Actor, act: Act, measure: &MeasureId, by_mandate: bool) -> bool {
    let on = |day: &NaiveDate| {
        pack.measure(measure, *day).is_none()
            || pack.grants(*day).iter().any(|grant| {
                let mandated = grant.conditions.iter().any(|it| matches!(it, GrantCondition::ByMandateOf(_)));
                let on_appeal =
                    grant.conditions.iter().any(|it| matches!(it, GrantCondition::OnAppealFrom(_)));
                grant.actor == actor
                    && grant.act == act
                    && grant.measure == *measure
                    && !on_appeal
                    && (by_mandate || !mandated)
            })
    };
    days(pack).iter().all(on)
}

fn is_court(actor: Actor) -> bool {
    matches!(actor, Actor::ChildrensJudge | Actor::DistrictCourt | Actor::AppealCourt | Actor::SupremeCourt)
}

/// Whether a line lets somebody do what the law does not, or takes away what it gives.
fn goes_past_the_law(line: &Line, pack: &Pack) -> bool {
    match line {
        Line::Mandate { from, to, act, measure } => {
            !has(pack, *from, *act, measure, false) || !has(pack, *to, *act, measure, true)
        }
        Line::Team { kind, employer, acting_as, act, measure } => {
            let own = *kind == "local" && has(pack, Actor::LocalTeam, *act, measure, false);
            let needs_power = !matches!(act, Act::Advise | Act::Consult);
            let members = !matches!(act, Act::Decide | Act::Request)
                && (has(pack, *acting_as, *act, measure, true)
                    || (*kind == "local" && has(pack, Actor::LocalTeam, *act, measure, true)));
            employer != acting_as || is_court(*acting_as) || (needs_power && !own && !members)
        }
        Line::Outcome { by, act, measure } => !has(pack, *by, *act, measure, true),
        Line::Meeting { kind, by, act, measure } => {
            let needs_power = !matches!(act, Act::Advise | Act::Consult);
            *kind == "learning" || (needs_power && !has(pack, *by, *act, measure, true))
        }
        Line::Grant { .. } => true,
        Line::Organisation { one, other } => {
            // Enough to catch: the one asks for what binds, the other carries it out, and no body does both by law.
            let apart = |asks: Actor, does: Actor| {
                pack.measures(day(FROM)).any(|measure| {
                    let both = |actor: Actor| {
                        has(pack, actor, Act::Request, &measure.id, false)
                            && has(pack, actor, Act::Execute, &measure.id, false)
                    };
                    measure.frame == Frame::Compulsory
                        && asks == Actor::Raad
                        && does == Actor::Gi
                        && has(pack, asks, Act::Request, &measure.id, false)
                        && has(pack, does, Act::Execute, &measure.id, false)
                        && !pack.grants(day(FROM)).iter().any(|grant| both(grant.actor))
                })
            };
            apart(*one, *other) || apart(*other, *one)
        }
        Line::Measure { measure, offered, renamed } => {
            let binds = pack.measure(measure, day(FROM)).is_some_and(|it| it.frame == Frame::Compulsory);
            binds && (!offered || *renamed)
        }
        Line::Aid { code, level } => *level == "bar" || !code.starts_with("AFW-AID-"),
        Line::Goal => false,
    }
}

/// Lines of which none says again what another says of the same code or measure: that is refused as a slip, not as a trespass.
fn without_slips(lines: &[Line]) -> Vec<Line> {
    let mut said = BTreeSet::new();
    let is_first = |line: &&Line| match line {
        Line::Aid { code, .. } => said.insert((*code).to_owned()),
        Line::Measure { measure, .. } => said.insert(measure.to_string()),
        _ => true,
    };
    lines.iter().filter(is_first).cloned().collect()
}

/// The overlay of some lines.
fn overlay(lines: &[Line]) -> String {
    const CITE: &str = "cite = { source = \"own\", at = \"1\", certainty = \"stated\" }";
    const LABEL: &str = "label = { nl = \"naam\", en = \"name\" }";
    let mut text = format!(
        "format = \"afweging/region/1\"\nid = \"r\"\n{LABEL}\nnote = {{ nl = \"n\", en = \"n\" }}\nhypothetical = false\nfrom = {FROM}\n"
    );
    // A table of TOML takes every plain key after it: the ones of the root come first.
    for line in lines {
        if let Line::Aid { code, level } = line {
            writeln!(text, "aids.{code} = \"{level}\"").unwrap();
        }
    }
    writeln!(text, "[[source]]\nid = \"own\"\n{LABEL}\ndate = \"2025\"").unwrap();
    for (at, line) in lines.iter().enumerate() {
        match line {
            Line::Mandate { from, to, act, measure } => writeln!(
                text,
                "[[mandate]]\nid = \"m{at}\"\nfrom = \"{}\"\nto = \"{}\"\nact = \"{}\"\nmeasure = \"{measure}\"\n{CITE}",
                word(from),
                word(to),
                word(act)
            ),
            Line::Team { kind, employer, acting_as, act, measure } => writeln!(
                text,
                "[[organisation]]\nid = \"o{at}\"\n{LABEL}\nacts_as = [\"{}\"]\n{CITE}\n[[team]]\nid = \"t{at}\"\n{LABEL}\nkind = \"{kind}\"\nmembers = [{{ employer = \"o{at}\", acting_as = \"{}\" }}]\ndoes = [{{ act = \"{}\", measure = \"{measure}\" }}]\n{CITE}",
                word(employer),
                word(acting_as),
                word(act)
            ),
            Line::Outcome { by, act, measure } => writeln!(
                text,
                "[[table]]\nid = \"b{at}\"\n{LABEL}\nmeasure = \"M10\"\noutcomes = [{{ {LABEL}, by = \"{}\", act = \"{}\", measure = \"{measure}\" }}]\n{CITE}",
                word(by),
                word(act)
            ),
            Line::Meeting { kind, by, act, measure } => writeln!(
                text,
                "[[meeting]]\nid = \"v{at}\"\n{LABEL}\nkind = \"{kind}\"\ncarries = [{{ by = \"{}\", act = \"{}\", measure = \"{measure}\" }}]\n{CITE}",
                word(by),
                word(act)
            ),
            Line::Grant { actor, act, measure } => writeln!(
                text,
                "[[grant]]\nactor = \"{}\"\nact = \"{}\"\nmeasure = \"{measure}\"",
                word(actor),
                word(act)
            ),
            Line::Organisation { one, other } => writeln!(
                text,
                "[[organisation]]\nid = \"g{at}\"\n{LABEL}\nacts_as = [\"{}\", \"{}\"]\n{CITE}",
                word(one),
                word(other)
            ),
            Line::Measure { measure, offered, renamed } => writeln!(
                text,
                "[[measure]]\nid = \"{measure}\"\noffered = {offered}\n{}{CITE}",
                if *renamed { format!("{LABEL}\n") } else { String::new() }
            ),
            Line::Goal => writeln!(text, "[[goal]]\nid = \"d{at}\"\n{LABEL}\n{CITE}"),
            Line::Aid { .. } => Ok(()),
        }
        .unwrap();
    }
    text
}

fn actors() -> impl Strategy<Value = Actor> {
    prop::sample::select(vec![
        Actor::College,
        Actor::LocalTeam,
        Actor::VeiligThuis,
        Actor::Raad,
        Actor::Gi,
        Actor::ChildrensJudge,
        Actor::DistrictCourt,
        Actor::Prosecutor,
        Actor::Mayor,
        Actor::AssistantProsecutor,
        Actor::Police,
        Actor::Provider,
        Actor::ParentWithAuthority,
        Actor::Other,
    ])
}

fn acts() -> impl Strategy<Value = Act> {
    prop::sample::select(vec![
        Act::Inform,
        Act::Advise,
        Act::Consult,
        Act::Investigate,
        Act::Request,
        Act::Decide,
        Act::Execute,
        Act::Supervise,
    ])
}

fn measures() -> impl Strategy<Value = MeasureId> {
    let ids: Vec<MeasureId> = dutch_pack().measures(day(FROM)).map(|measure| measure.id.clone()).collect();
    prop::sample::select(ids)
}

/// Any line, one that is as the law has it among them.
fn lines() -> impl Strategy<Value = Line> {
    let grants: Vec<_> = dutch_pack()
        .grants(day(FROM))
        .iter()
        .filter(|grant| !matches!(grant.act, Act::Consent | Act::BeHeard | Act::Object | Act::Appeal))
        .map(|grant| (grant.actor, grant.act, grant.measure.clone()))
        .collect();
    let mandates: Vec<_> = dutch_pack()
        .grants(day(FROM))
        .iter()
        .filter_map(|grant| {
            let from = grant.conditions.iter().find_map(|it| match it {
                GrantCondition::ByMandateOf(body) => Some(*body),
                _ => None,
            })?;
            Some(Line::Mandate { from, to: grant.actor, act: grant.act, measure: grant.measure.clone() })
        })
        .collect();
    let lawful = prop::sample::select(grants);
    let meeting = prop::sample::select(vec!["learning", "case_consultation"]);
    let team = prop::sample::select(vec!["local", "safety", "other"]);
    prop_oneof![
        3 => prop::sample::select(mandates),
        2 => (actors(), actors(), acts(), measures())
            .prop_map(|(from, to, act, measure)| Line::Mandate { from, to, act, measure }),
        // A power that its holder may not give away like this.
        2 => (lawful.clone(), actors())
            .prop_map(|((from, act, measure), to)| Line::Mandate { from, to, act, measure }),
        2 => (team.clone(), lawful.clone(), actors()).prop_map(|(kind, (acting_as, act, measure), employer)| {
            Line::Team { kind, employer, acting_as, act, measure }
        }),
        1 => (team.clone(), actors(), actors(), acts(), measures()).prop_map(|(kind, employer, acting_as, act, measure)| {
            Line::Team { kind, employer, acting_as, act, measure }
        }),
        3 => (team, lawful.clone()).prop_map(|(kind, (actor, act, measure))| {
            Line::Team { kind, employer: actor, acting_as: actor, act, measure }
        }),
        2 => (actors(), acts(), measures()).prop_map(|(by, act, measure)| Line::Outcome { by, act, measure }),
        3 => lawful.clone().prop_map(|(by, act, measure)| Line::Outcome { by, act, measure }),
        2 => (meeting.clone(), actors(), acts(), measures())
            .prop_map(|(kind, by, act, measure)| Line::Meeting { kind, by, act, measure }),
        2 => (meeting, lawful).prop_map(|(kind, (by, act, measure))| Line::Meeting { kind, by, act, measure }),
        1 => (actors(), acts(), measures()).prop_map(|(actor, act, measure)| Line::Grant { actor, act, measure }),
        2 => (actors(), actors()).prop_map(|(one, other)| Line::Organisation { one, other }),
        4 => (measures(), any::<bool>(), any::<bool>())
            .prop_map(|(measure, offered, renamed)| Line::Measure { measure, offered, renamed }),
        4 => (
            prop::sample::select(vec!["AFW-AID-001", "AFW-AID-002", "AFW-AID-005", "AFW-AID-040", "AFW-HEARING-001"]),
            prop::sample::select(vec!["off", "note", "warn", "bar"]),
        )
            .prop_map(|(code, level)| Line::Aid { code, level }),
        2 => Just(Line::Goal),
    ]
}

/// What must be the same with a region and without: everything but names and aids.
fn bones(assessment: &Assessment) -> Vec<serde_json::Value> {
    assessment
        .steps
        .iter()
        .map(|step| {
            let gates: Vec<(GateOutcome, Vec<&str>)> = step
                .gates
                .iter()
                .map(|gate| (gate.outcome, gate.findings.iter().map(|it| it.code.as_str()).collect()))
                .collect();
            serde_json::json!([step.step, step.open, gates, step.who_may_request, step.who_may_decide])
        })
        .collect()
}

fn check(dossier: &Dossier, lines: &[Line], at: NaiveDate) -> Result<bool, TestCaseError> {
    let law = dutch_pack();
    let trespassing: Vec<&Line> = lines.iter().filter(|line| goes_past_the_law(line, law)).collect();
    let text = overlay(lines);
    let region = match Region::from_toml("r.toml", &text, law) {
        Ok(region) => region,
        Err(error) => {
            prop_assert!(error.code.as_str() >= "AFW-PACK-040", "{error}\n{text}");
            let laws = ["Awb ", "BW1 ", "EVRM ", "Jw ", "Rv ", "Wmo ", "Wth ", "Zvw ", "Wvggz "];
            prop_assert!(laws.iter().any(|law| error.reason.contains(law)), "no article: {error}");
            return Ok(false);
        }
    };
    prop_assert!(trespassing.is_empty(), "taken: {trespassing:?}\n{text}");
    let within = law.clone().in_region(&region).expect("it was held against this pack");
    for on in law.changes() {
        prop_assert_eq!(law.grants(on), within.grants(on));
    }
    let (alone, local) = (assess(dossier, law, at), assess(dossier, &within, at));
    prop_assert_eq!(&alone.open, &local.open);
    prop_assert_eq!(&alone.least_intrusive, &local.least_intrusive);
    prop_assert_eq!(bones(&alone), bones(&local));
    prop_assert_eq!(alone.duties.len(), local.duties.len());
    Ok(true)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p18_an_overlay_opens_nothing_that_the_law_bars(
        history in Histories::new().well_prepared().with_length(20..60).strategy(),
        lines in prop::collection::vec(lines(), 0..6),
        at in any_day(),
    ) {
        let lines = without_slips(&lines);
        for at in [at, history.last_day()] {
            check(&history, &lines, at)?;
        }
        // One line by itself: what is refused in company must not hide what is not.
        for line in &lines {
            check(&history, std::slice::from_ref(line), history.last_day())?;
        }
    }
}

/// The property says something only if the generated overlays are of both kinds, and some steps are open in them.
#[test]
fn p18_the_generated_overlays_are_lawful_and_not() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::new(config());
    let (mut taken, mut refused, mut past, mut codes) = (0, 0, 0, BTreeSet::new());
    for _ in 0..600 {
        let line = lines().new_tree(&mut runner).unwrap().current();
        past += u32::from(goes_past_the_law(&line, dutch_pack()));
        match Region::from_toml("r.toml", &overlay(&[line]), dutch_pack()) {
            Ok(_) => taken += 1,
            Err(error) => {
                refused += 1;
                codes.insert(error.code);
            }
        }
    }
    assert!(
        taken > 150 && refused > 150 && past > 150,
        "{taken} taken, {refused} refused, {past} past the law"
    );
    assert!(codes.len() >= 9, "{codes:?}");
}
