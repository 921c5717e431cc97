//! The report: every compared gate, the totals, and the baselines beside them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use afweging::{Answerer, Code, Pack};
use serde::Serialize;

use crate::baseline::{Baseline, Baselines};
use crate::compare::{ComparedGate, Outcome, RulingResult, compare};
use crate::gates::RulingGate;
use crate::mapping::MapError;
use crate::record::Ruling;

/// How often each outcome came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The same as the ruling.
    pub agree: usize,
    /// The opposite.
    pub contradict: usize,
    /// Left open.
    pub undecided: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, outcome: Outcome) {
        let count = match outcome {
            Outcome::Agree => &mut self.agree,
            Outcome::Contradict => &mut self.contradict,
            Outcome::Undecided => &mut self.undecided,
        };
        *count = count.saturating_add(1);
    }

    fn text(&self) -> String {
        format!("{} agree, {} contradict, {} undecided", self.agree, self.contradict, self.undecided)
    }
}

/// A record that could not be compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{id}: {source}")]
pub struct CompareError {
    /// Which ruling.
    pub id: String,
    /// Why.
    pub source: MapError,
}

#[derive(Debug, Clone, Serialize)]
struct Totals {
    /// Rulings that were read.
    rulings: usize,
    /// Rulings with a gate of which they say something themselves.
    compared: usize,
    /// Rulings that say nothing themselves of any gate.
    without_stated_gate: usize,
    /// Complaints about conduct, in which there is no measure to test.
    excluded: usize,
    #[serde(flatten)]
    tally: Tally,
    by_confidence: BTreeMap<String, Tally>,
    by_gate: BTreeMap<RulingGate, Tally>,
    /// Through what the least-intrusive gates that agree do so.
    least_intrusive_through: Through,
}

/// Through what a stated least-intrusive gate agrees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Through {
    /// Through gate 5 itself: the answers to the candidates, one by one.
    pub gate_5: usize,
    /// Through a finding of the court that is the answer already: a ground or a condition that it found not met.
    pub finding_of_the_court: usize,
    /// Because nothing stood in the way at any of its gates.
    pub nothing_found: usize,
}

impl Through {
    fn add(&mut self, gate: &ComparedGate) {
        if gate.gate != RulingGate::LeastIntrusive || gate.outcome != Outcome::Agree {
            return;
        }
        let as_a_whole = Code::SomethingLighterFound.as_str();
        let count = match &gate.finding {
            None => &mut self.nothing_found,
            Some(it) if it.code.starts_with("AFW-INTRUSION-") && it.code != as_a_whole => &mut self.gate_5,
            Some(_) => &mut self.finding_of_the_court,
        };
        *count = count.saturating_add(1);
    }
}

/// What came of comparing a set of rulings.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    rulings: Vec<RulingResult>,
    totals: Totals,
    baselines: Baselines,
    #[serde(skip)]
    excluded: Vec<String>,
}

impl Report {
    /// Compares rulings.
    ///
    /// # Errors
    /// [`CompareError`] for the first record that cannot become a dossier.
    pub fn new(rulings: &[Ruling], pack: &Pack) -> Result<Self, CompareError> {
        let mut results = Vec::new();
        let mut excluded = Vec::new();
        for ruling in rulings {
            match compare(ruling, pack) {
                Ok(Some(result)) => results.push((ruling, result)),
                Ok(None) => excluded.push(ruling.id.clone()),
                Err(source) => return Err(CompareError { id: ruling.id.clone(), source }),
            }
        }
        let baselines = Baselines::new(&results);
        let results: Vec<RulingResult> = results.into_iter().map(|(_, result)| result).collect();
        let compared = results.iter().filter(|result| !result.gates.is_empty()).count();
        let mut totals = Totals {
            rulings: rulings.len(),
            compared,
            without_stated_gate: results.len().saturating_sub(compared),
            excluded: excluded.len(),
            tally: Tally::default(),
            by_confidence: BTreeMap::new(),
            by_gate: BTreeMap::new(),
            least_intrusive_through: Through::default(),
        };
        for result in &results {
            for gate in &result.gates {
                totals.tally.add(gate.outcome);
                totals.least_intrusive_through.add(gate);
                totals.by_confidence.entry(result.confidence.clone()).or_default().add(gate.outcome);
                totals.by_gate.entry(gate.gate).or_default().add(gate.outcome);
            }
        }
        Ok(Report { rulings: results, totals, baselines, excluded })
    }

    /// The rulings that were compared, in the order in which they came.
    pub fn rulings(&self) -> &[RulingResult] {
        &self.rulings
    }

    /// The ids of the complaints about conduct, which have no measure to test.
    pub fn excluded(&self) -> &[String] {
        &self.excluded
    }

    /// How often each outcome came.
    pub fn tally(&self) -> Tally {
        self.totals.tally
    }

    /// How often each outcome came at one confidence.
    pub fn at_confidence(&self, confidence: &str) -> Tally {
        self.totals.by_confidence.get(confidence).copied().unwrap_or_default()
    }

    /// Through what the least-intrusive gates that agree do so: copying a finding of the court back is no test of gate 5.
    pub fn least_intrusive_through(&self) -> Through {
        self.totals.least_intrusive_through
    }

    /// What answering without a model gets.
    pub fn baselines(&self) -> &Baselines {
        &self.baselines
    }

    /// It as JSON, with sorted keys: the same bytes for the same rulings.
    pub fn to_json(&self) -> String {
        serde_json::to_value(self).map(|value| value.to_string()).unwrap_or_default()
    }

    /// It as text for a terminal. The last line has the totals.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        // Texts of a record must not steer the terminal that shows them.
        let is_safe = |c: char| !c.is_control() || c == '\n';
        let shown = self.write(&mut text).map(|()| text).unwrap_or_default();
        shown.chars().map(|c| if is_safe(c) { c } else { ' ' }).collect()
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        for ruling in &self.rulings {
            for gate in &ruling.gates {
                let expected = if gate.expected { "true" } else { "false" };
                let name = gate.gate.as_str();
                let (id, confidence) = (&ruling.id, &ruling.confidence);
                write!(
                    out,
                    "{:<10} {name:<15} expected {expected:<5} {id} [{confidence}]",
                    gate.outcome.as_str()
                )?;
                if let Some(finding) = &gate.finding {
                    write!(out, ": {} {}", finding.code, finding.sentence.en)?;
                    if let Some((asked, more)) = finding.questions.split_first() {
                        let who: Vec<String> = asked.who_may_answer.iter().map(answerer).collect();
                        write!(out, " Question: {} (may answer: {})", asked.what.en, who.join(", "))?;
                        if !more.is_empty() {
                            write!(out, ", and {} more open", more.len())?;
                        }
                    }
                }
                writeln!(out)?;
            }
        }
        let totals = &self.totals;
        writeln!(out)?;
        writeln!(
            out,
            "{} rulings: {} compared, {} that say nothing themselves of a gate, {} excluded (complaints about conduct: \
             no measure to test)",
            totals.rulings, totals.compared, totals.without_stated_gate, totals.excluded
        )?;
        if !self.excluded.is_empty() {
            writeln!(out, "excluded: {}", self.excluded.join("; "))?;
        }
        for (confidence, tally) in &totals.by_confidence {
            writeln!(out, "confidence {confidence}: {}", tally.text())?;
        }
        let through = &totals.least_intrusive_through;
        writeln!(
            out,
            "least intrusive, agreeing: {} through gate 5 itself, {} through a finding of the court, {} with nothing found",
            through.gate_5, through.finding_of_the_court, through.nothing_found
        )?;
        let baselines = &self.baselines;
        let answers: Vec<String> = baselines
            .constant
            .answers
            .iter()
            .map(|(gate, answer)| format!("{} {answer}", gate.as_str()))
            .collect();
        baseline(out, &format!("constant answer ({})", answers.join(", ")), &baselines.constant)?;
        baseline(out, "copying `met`", &baselines.copying_met)?;
        writeln!(out, "gates: {}", totals.tally.text())
    }
}

fn baseline(out: &mut String, name: &str, baseline: &Baseline) -> std::fmt::Result {
    writeln!(out, "baseline, {name}: {}", baseline.total.text())
}

/// Who may answer, in words.
fn answerer(who: &Answerer) -> String {
    match who {
        Answerer::Person(id) => id.to_string(),
        Answerer::Actor(actor) => actor.label().en,
        Answerer::ThoseWhoWeigh => "those who weigh".to_owned(),
    }
}
