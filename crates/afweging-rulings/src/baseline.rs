//! Two ways to answer without a model, to hold the result against.
//!
//! A record's `met` can be the answer itself. What a program gets by copying it, or by always saying the same, shows how
//! little an agreement may prove.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::compare::{Answer, Outcome, RulingResult};
use crate::gates::RulingGate;
use crate::mapping::{gate_of, is_beside_failing};
use crate::record::{Input, Met, Ruling};
use crate::report::Tally;

/// What one way of answering gets.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Baseline {
    /// Over all gates.
    pub total: Tally,
    /// Per gate.
    pub by_gate: BTreeMap<RulingGate, Tally>,
    /// What it always says, for the constant answer.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<RulingGate, bool>,
}

/// Both ways.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Baselines {
    /// For each gate the answer that is expected most often; `false` where both are.
    pub constant: Baseline,
    /// `false` where a condition of the gate was not met, `true` where one was and none was not.
    pub copying_met: Baseline,
}

impl Baseline {
    fn add(&mut self, gate: RulingGate, outcome: Outcome) {
        self.total.add(outcome);
        self.by_gate.entry(gate).or_default().add(outcome);
    }
}

impl Baselines {
    /// Over the gates that were compared.
    pub(crate) fn new(results: &[(&Ruling, RulingResult)]) -> Self {
        let gates =
            || results.iter().flat_map(|(ruling, result)| result.gates.iter().map(move |it| (ruling, it)));
        let mut baselines = Baselines::default();
        for gate in RulingGate::ALL {
            let expecting =
                |what: bool| gates().filter(|(_, it)| it.gate == gate && it.expected == what).count();
            if expecting(true).saturating_add(expecting(false)) > 0 {
                baselines.constant.answers.insert(gate, expecting(true) > expecting(false));
            }
        }
        for (ruling, compared) in gates() {
            let gate = compared.gate;
            let always = baselines.constant.answers.get(&gate).copied().unwrap_or_default();
            let always = if always { Answer::True } else { Answer::False };
            baselines.constant.add(gate, Outcome::of(always, compared.expected));
            let copied = copied(&ruling.input, gate);
            baselines.copying_met.add(gate, Outcome::of(copied, compared.expected));
        }
        baselines
    }
}

fn copied(input: &Input, gate: RulingGate) -> Answer {
    let beside = is_beside_failing(input);
    let of_gate = || input.conditions.iter().filter(|row| gate_of(&row.code, beside) == Some(gate));
    if of_gate().any(|row| row.met == Met::No) {
        Answer::False
    } else if of_gate().any(|row| row.met == Met::Yes) {
        Answer::True
    } else {
        Answer::Undecided
    }
}
