//! Assesses a ruling's dossier and holds three gates against what the ruling says of them.
//!
//! A gate is **false** if any part of the request fails it, be it cured or not; **undecided** if any part is unknown or
//! outside the law pack; otherwise **true**. Where the day of the ruling is not known it is asked on each day that could
//! answer differently; answers that differ leave the gate undecided.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{Answerer, Code, Finding, Pack, Says, Sentence, StepAssessment, assess};
use serde::Serialize;

use crate::gates::RulingGate;
use crate::mapping::{MapError, map};
use crate::record::{Input, Ruling, Stated};

/// What the assessment says of a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Passed.
    True,
    /// Failed, cured or not.
    False,
    /// Neither can be said.
    Undecided,
}

/// What would decide a gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The question.
    pub what: Sentence,
    /// Who may answer it.
    pub who_may_answer: Vec<Answerer>,
}

/// The finding that decided a gate, or that kept it undecided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decider {
    /// Its code. `AFW-RULING-…` are this comparison's own.
    pub code: &'static str,
    /// What it says of the gate.
    pub says: Says,
    /// In words.
    pub sentence: Sentence,
    /// The questions that would decide the gate, this finding's own first; none where it is decided.
    pub questions: Vec<Asked>,
}

/// How a gate was seen: the answer, what decided it, and everything that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The answer.
    pub answer: Answer,
    /// What decided it; nothing where nothing stood in the way.
    pub decider: Option<Decider>,
    /// Every finding that counts under the gate: what it says, its code, its sentence.
    pub findings: BTreeSet<(Says, Code, String)>,
}

/// How the answer stands to what the ruling says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The same.
    Agree,
    /// The opposite.
    Contradict,
    /// The assessment leaves it open.
    Undecided,
}

impl Outcome {
    /// Of an answer and what was expected.
    pub(crate) fn of(answer: Answer, expected: bool) -> Self {
        match (answer, expected) {
            (Answer::Undecided, _) => Outcome::Undecided,
            (Answer::True, true) | (Answer::False, false) => Outcome::Agree,
            (Answer::True, false) | (Answer::False, true) => Outcome::Contradict,
        }
    }

    /// Its name, as the report has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Agree => "agree",
            Outcome::Contradict => "contradict",
            Outcome::Undecided => "undecided",
        }
    }
}

/// One gate of one ruling, compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparedGate {
    /// Which.
    pub gate: RulingGate,
    /// On what the expectation rests: always `stated`, others are not compared.
    pub basis: String,
    /// What the ruling says.
    pub expected: bool,
    /// How the assessment stands to it.
    pub outcome: Outcome,
    /// What decided it, or kept it undecided; nothing where nothing stood in the way.
    pub finding: Option<Decider>,
}

/// One ruling, compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RulingResult {
    /// The ruling.
    pub id: String,
    /// How far its record may be used.
    pub confidence: String,
    /// The gates of which it says something itself.
    pub gates: Vec<ComparedGate>,
}

/// Whether a record is a complaint about conduct: nothing of the measures, before somebody who is no court. There is no
/// measure in it to test.
pub(crate) fn is_complaint(input: &Input) -> bool {
    let is_court = matches!(input.court_code.as_str(), "district" | "appeal" | "supreme" | "echr");
    !is_court && input.requested.iter().all(|item| item.measure == "other")
}

/// What the ruling says of a gate.
pub(crate) fn stated(ruling: &Ruling, gate: RulingGate) -> &Stated {
    let expected = &ruling.output.expected;
    match gate {
        RulingGate::Authority => &expected.authority,
        RulingGate::LeastIntrusive => &expected.least_intrusive,
        RulingGate::Procedure => &expected.procedure,
    }
}

/// Compares one ruling; nothing for a complaint about conduct.
///
/// # Errors
/// [`MapError`] when the record cannot become a dossier.
pub fn compare(ruling: &Ruling, pack: &Pack) -> Result<Option<RulingResult>, MapError> {
    if is_complaint(&ruling.input) {
        return Ok(None);
    }
    let mut seen = assess_gates(&ruling.input, pack)?;
    let mut gates = Vec::new();
    for gate in RulingGate::ALL {
        let stated = stated(ruling, gate);
        if let (Some(expected), Some(seen)) = (stated.stated(), seen.remove(&gate)) {
            let outcome = Outcome::of(seen.answer, expected);
            gates.push(ComparedGate {
                gate,
                basis: stated.basis.clone(),
                expected,
                outcome,
                finding: seen.decider,
            });
        }
    }
    Ok(Some(RulingResult { id: ruling.id.clone(), confidence: ruling.output.confidence.clone(), gates }))
}

/// What the assessment says of the three gates, out of the input alone.
///
/// # Errors
/// [`MapError`] when the record cannot become a dossier.
pub fn assess_gates(input: &Input, pack: &Pack) -> Result<BTreeMap<RulingGate, Seen>, MapError> {
    let mut gates: BTreeMap<RulingGate, Seen> = BTreeMap::new();
    for at in input.date.days(pack) {
        let mapped = map(input, pack, at)?;
        let assessment = assess(&mapped.dossier, pack, at);
        let steps: Vec<&StepAssessment> = mapped.steps.iter().filter_map(|id| assessment.step(id)).collect();
        for gate in RulingGate::ALL {
            let mut seen = of_steps(gate, &steps);
            if seen.answer == Answer::True
                && let Some(code) = mapped.unread.first()
            {
                seen.answer = Answer::Undecided;
                seen.decider = Some(unread(code));
            }
            let seen = match gates.remove(&gate) {
                Some(before) if before.answer != seen.answer => Seen {
                    answer: Answer::Undecided,
                    decider: Some(day_matters()),
                    findings: before.findings.union(&seen.findings).cloned().collect(),
                },
                // Once the day matters it matters; otherwise the later day speaks.
                Some(before) if before.decider.as_ref().is_some_and(|it| it.code == DAY) => before,
                _ => seen,
            };
            gates.insert(gate, seen);
        }
    }
    Ok(gates)
}

/// How much a finding weighs within a step, in the order of the model: failed, unknown, outside the pack, cured.
fn weight(says: Says) -> u8 {
    match says {
        Says::Failed => 4,
        Says::Unknown => 3,
        Says::OutsidePack => 2,
        Says::Cured => 1,
        Says::Nothing => 0,
    }
}

/// What counts of a step under a gate. A measure outside the pack is so for every gate: never a pass.
fn counting(step: &StepAssessment, gate: RulingGate) -> impl Iterator<Item = &Finding> {
    step.findings().filter(move |finding| {
        RulingGate::of_finding(finding) == Some(gate) || finding.code == Code::MeasureOutsidePack
    })
}

fn of_steps(gate: RulingGate, steps: &[&StepAssessment]) -> Seen {
    let mut findings = BTreeSet::new();
    // The heaviest finding of each step, in the order of the steps.
    let mut heaviest: Vec<&Finding> = Vec::new();
    for step in steps {
        findings.extend(counting(step, gate).map(|it| (it.says, it.code, it.sentence.en.clone())));
        let mut found: Option<&Finding> = None;
        for finding in counting(step, gate).filter(|it| it.says != Says::Nothing) {
            if found.is_none_or(|before| weight(finding.says) > weight(before.says)) {
                found = Some(finding);
            }
        }
        heaviest.extend(found);
    }
    let first = |says: Says| heaviest.iter().find(|finding| finding.says == says).copied();
    let failed = first(Says::Failed).or_else(|| first(Says::Cured));
    let open = || first(Says::Unknown).or_else(|| first(Says::OutsidePack));
    let (answer, decider) = match failed {
        Some(finding) => (Answer::False, Some(decider(finding))),
        None => match open() {
            Some(finding) => (Answer::Undecided, Some(asking(finding, gate, steps))),
            None => (Answer::True, None),
        },
    };
    Seen { answer, decider, findings }
}

fn decider(finding: &Finding) -> Decider {
    Decider {
        code: finding.code.as_str(),
        says: finding.says,
        sentence: finding.sentence.clone(),
        questions: Vec::new(),
    }
}

/// A finding that keeps a gate open, with its question and every other one that is open under the gate.
fn asking(finding: &Finding, gate: RulingGate, steps: &[&StepAssessment]) -> Decider {
    let mut questions: Vec<Asked> = Vec::new();
    let open = steps.iter().flat_map(|step| counting(step, gate)).filter(|it| it.says == Says::Unknown);
    for question in std::iter::once(finding).chain(open).flat_map(|it| &it.questions) {
        if !questions.iter().any(|asked| asked.what == question.what) {
            let who_may_answer = question.who_may_answer.clone();
            questions.push(Asked { what: question.what.clone(), who_may_answer });
        }
    }
    // What is outside the pack has no question of its own: it takes another state of the law.
    if questions.is_empty() {
        let what = Sentence::new(
            "Wat zei het recht dat toen en daar gold hierover?",
            "What did the law that held then and there say of this?",
        );
        questions.push(Asked { what, who_may_answer: vec![Answerer::ThoseWhoWeigh] });
    }
    Decider { questions, ..decider(finding) }
}

/// The code for a day that is not known and that matters.
const DAY: &str = "AFW-RULING-001";
/// The code for a test that nobody can place.
const UNREAD: &str = "AFW-RULING-002";

fn day_matters() -> Decider {
    Decider {
        code: DAY,
        says: Says::Unknown,
        sentence: Sentence::new(
            "De dag van de uitspraak is niet bekend, en de uitkomst hangt ervan af.",
            "The day of the ruling is not known, and the outcome depends on it.",
        ),
        questions: vec![Asked {
            what: Sentence::new("Op welke dag was de uitspraak?", "On which day was the ruling?"),
            who_may_answer: vec![Answerer::ThoseWhoWeigh],
        }],
    }
}

fn unread(code: &str) -> Decider {
    Decider {
        code: UNREAD,
        says: Says::Unknown,
        sentence: Sentence::new(
            format!("Onder `{code}` is niet voldaan aan iets dat geen toets van het model is."),
            format!("Something was not passed under `{code}`, which is no test of the model."),
        ),
        questions: vec![Asked {
            what: Sentence::new(
                format!("Wat werd getoetst onder `{code}`, en bij welke poort hoort dat?"),
                format!("What was tested under `{code}`, and under which gate does it come?"),
            ),
            who_may_answer: vec![Answerer::ThoseWhoWeigh],
        }],
    }
}
