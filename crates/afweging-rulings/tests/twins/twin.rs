//! Makes the twins of a ruling. The predictions are written down here by themselves: they read no code of the mapping.

use afweging::Pack;
use afweging_rulings::{
    AlternativeRow, ConditionRow, Heard, Input, Met, Requester, RulingDay, RulingGate, Verdict,
};

/// What a change does to the gate that it moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// The gate becomes false, by a defect that was not there.
    Fails,
    /// A defect goes, and none comes.
    Lifts,
    /// No defect comes or goes; what is open differs.
    Asks,
}

/// One changed input.
pub struct Twin {
    pub kind: &'static str,
    pub what: String,
    pub input: Input,
    pub gate: RulingGate,
    pub effect: Effect,
}

/// The gate of each code, as the README of the rulings has it.
fn gate(code: &str) -> Option<RulingGate> {
    Some(match code {
        "route" | "standing" => RulingGate::Authority,
        "serious_threat" | "care_not_accepted" | "acceptable_term" | "necessary" | "suitable"
        | "feasible" | "reunification" | "term" => RulingGate::LeastIntrusive,
        "form" | "consent" | "hearing" | "motivation" | "care" | "expert_agreement" | "facts_sufficient" => {
            RulingGate::Procedure
        }
        // Misuse of authority is one of two alternatives; `other` is no test of the model.
        _ => return None,
    })
}

pub fn twins(input: &Input, pack: &Pack) -> Vec<Twin> {
    let is_court = matches!(input.court_code.as_str(), "district" | "appeal" | "supreme" | "echr");
    if !is_court {
        return Vec::new();
    }
    let mut twins = Vec::new();
    requester(input, pack, &mut twins);
    heard(input, &mut twins);
    alternatives(input, &mut twins);
    consent(input, &mut twins);
    turned(input, &mut twins);
    twins
}

fn push(
    twins: &mut Vec<Twin>,
    kind: &'static str,
    what: String,
    gate: RulingGate,
    effect: Effect,
    input: Input,
) {
    twins.push(Twin { kind, what, input, gate, effect });
}

/// A body asks (or gives a direction) that has no power to.
fn requester(input: &Input, pack: &Pack, twins: &mut Vec<Twin>) {
    let is_in_pack = match input.date {
        RulingDay::On(day) => day >= pack.first_state(),
        RulingDay::In(year) => year >= 2015,
        RulingDay::Unknown => false,
    };
    let is_asked = |measure: &str| {
        matches!(
            measure,
            "M15" | "M16" | "M17" | "M18" | "M20" | "M22" | "M23" | "M26" | "M27" | "M28" | "M32"
        )
    };
    let is_abroad = input.requester.code == "foreign_authority";
    if !is_in_pack || is_abroad || !input.requested.iter().any(|item| is_asked(&item.measure)) {
        return;
    }
    for (code, text) in [("vt", "Veilig Thuis"), ("local_team", "lokaal team")] {
        let changed = Input {
            requester: Requester { code: code.to_owned(), text: Some(text.to_owned()), implied: false },
            ..input.clone()
        };
        push(twins, "requester", format!("asked by {code}"), RulingGate::Authority, Effect::Fails, changed);
    }
}

/// Somebody who must be heard was heard, or was not.
fn heard(input: &Input, twins: &mut Vec<Twin>) {
    const PARENTS: [&str; 3] = ["mother", "father", "parent"];
    for (place, row) in input.perspectives.iter().enumerate() {
        let code = row.role_code.as_str();
        let is_named = input.persons.iter().any(|person| {
            person.role_code == code || (code == "parent" && PARENTS.contains(&person.role_code.as_str()))
        });
        if !is_named || !["child", "mother", "father", "parent", "foster_carer"].contains(&code) {
            continue;
        }
        let (kind, heard) = match row.heard {
            Heard::Yes => ("not heard", Heard::Unknown),
            _ => ("heard", Heard::Yes),
        };
        let mut changed = input.clone();
        changed.perspectives[place].heard = heard;
        push(twins, kind, format!("{code} {kind}"), RulingGate::Procedure, Effect::Asks, changed);
    }
}

/// A lighter means becomes adequate, or no longer is.
fn alternatives(input: &Input, twins: &mut Vec<Twin>) {
    for (place, row) in input.lighter_alternatives.iter().enumerate() {
        // A heavier one is never a reason against the step.
        let is_light = matches!(row.measure.as_str(), "M01" | "M02" | "M04" | "M34" | "other");
        let mut with = |verdict: Option<Verdict>, what: &str, effect| {
            let mut changed = input.clone();
            match verdict {
                Some(verdict) => changed.lighter_alternatives[place].verdict = verdict,
                None => drop(changed.lighter_alternatives.remove(place)),
            }
            let what = format!("alternative {} {what}", place + 1);
            push(twins, "alternative", what, RulingGate::LeastIntrusive, effect, changed);
        };
        match row.verdict {
            Verdict::Adequate => {
                with(None, "removed", Effect::Lifts);
                with(Some(Verdict::NotAvailable), "not available", Effect::Lifts);
            }
            _ if is_light => with(Some(Verdict::Adequate), "adequate", Effect::Fails),
            _ => {}
        }
    }
    let adequate = AlternativeRow {
        measure: "other".to_owned(),
        alternative: Some("something that nobody thought of".to_owned()),
        verdict: Verdict::Adequate,
        reason: None,
    };
    let mut changed = input.clone();
    changed.lighter_alternatives.push(adequate);
    let what = "another alternative, adequate".to_owned();
    push(twins, "alternative", what, RulingGate::LeastIntrusive, Effect::Fails, changed);
}

fn has_part(row: &ConditionRow) -> bool {
    row.text.as_deref().is_some_and(|text| text.contains("[part:"))
}

fn fails(input: &Input, codes: &[&str]) -> bool {
    input.conditions.iter().any(|row| row.met == Met::No && codes.contains(&row.code.as_str()))
}

/// Consent is withdrawn: a matter of procedure, unless the power rests on it.
fn consent(input: &Input, twins: &mut Vec<Twin>) {
    let rests_on_it = fails(input, &["route", "standing"]);
    let fails_already =
        if rests_on_it { fails(input, &["consent"]) } else { fails(input, &["consent", "form"]) };
    if fails_already || input.conditions.iter().any(has_part) {
        return;
    }
    let mut changed = input.clone();
    changed.conditions.push(ConditionRow {
        code: "consent".to_owned(),
        text: Some("consent was withdrawn".to_owned()),
        met: Met::No,
    });
    let gate = if rests_on_it { RulingGate::Authority } else { RulingGate::Procedure };
    push(twins, "consent", "consent withdrawn".to_owned(), gate, Effect::Fails, changed);
}

/// A condition is turned.
fn turned(input: &Input, twins: &mut Vec<Twin>) {
    let is_form = |code: &str| matches!(code, "form" | "consent");
    let is_power = |code: &str| matches!(code, "route" | "standing");
    let has_form = input.conditions.iter().any(|row| is_form(&row.code));
    let has_power = input.conditions.iter().any(|row| is_power(&row.code));
    for (place, row) in input.conditions.iter().enumerate() {
        let Some(gate) = gate(&row.code) else { continue };
        // Form and consent move with a failing power beside them: two gates at once, and no twin.
        let moves_two = (is_power(&row.code) && has_form) || (is_form(&row.code) && has_power);
        // Of two of one kind the failing one counts.
        let is_alone = !input.conditions.iter().enumerate().any(|(other, it)| {
            let same = it.code == row.code || (is_form(&it.code) && is_form(&row.code));
            other != place && it.met == Met::No && same
        });
        let is_appeal = row.text.as_deref().is_some_and(|text| text.contains("[part: appeal]"));
        if moves_two || !is_alone || is_appeal {
            continue;
        }
        let is_ground =
            matches!(row.code.as_str(), "serious_threat" | "care_not_accepted" | "acceptable_term");
        // These have a second list of grounds of which nothing is said: one that fails leaves the other open.
        let text = row.text.as_deref().unwrap_or_default();
        let names_measure = has_part(row) && input.requested.iter().any(|it| text.contains(&it.measure));
        let has_two_lists = is_ground
            && !fails(input, &["abuse_of_authority"])
            && input
                .requested
                .iter()
                .filter(|item| !names_measure || text.contains(&item.measure))
                .all(|item| matches!(item.measure.as_str(), "M18" | "M32"));
        let (to, effect) = match row.met {
            Met::No => (Met::Yes, Effect::Lifts),
            _ => (Met::No, Effect::Fails),
        };
        let effect = if has_two_lists { Effect::Asks } else { effect };
        let mut changed = input.clone();
        changed.conditions[place].met = to.clone();
        push(twins, "condition", format!("{} turned to {to:?}", row.code), gate, effect, changed);
    }
}
