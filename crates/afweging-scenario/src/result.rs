//! What came of a scenario: the dossier, the assessment, and each expectation with what did happen.

use std::collections::BTreeSet;

use afweging::{Assessment, Code, DecisionEvent, Dossier, Gate, StepId};
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::fault::Place;
use crate::tell::Refused;

/// What came of a scenario.
#[derive(Debug, Clone)]
pub struct ScenarioResult {
    /// Its title.
    pub title: String,
    /// On what its expectations rest.
    pub sources: Vec<String>,
    /// The day on which it is looked at: the last of the story.
    pub day: NaiveDate,
    /// The dossier that it became.
    pub dossier: Dossier,
    /// The assessment of it on that day.
    pub assessment: Assessment,
    /// The line that the dossier refused, when it did: what stands behind it was not told.
    pub refused: Option<Refused>,
    /// Every expectation that came out.
    pub met: Vec<String>,
    /// Every expectation that did not, in the order of the lines.
    pub unmet: Vec<Unmet>,
    /// Every code that shows, each with where.
    pub shows: BTreeSet<Shown>,
    /// The codes that it says must show.
    pub expects: BTreeSet<Code>,
    /// The codes that it says must not show.
    pub expects_not: BTreeSet<Code>,
}

/// An expectation that did not come out.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Unmet {
    /// The line of the expectation.
    pub place: Place,
    /// The expectation, as it was written.
    pub expected: String,
    /// What did happen, in Dutch, a line each.
    pub happened: Vec<String>,
}

/// A code, and the circumstances in which it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Shown {
    /// Which code.
    pub code: Code,
    /// In which circumstances.
    pub branch: Branch,
}

/// The circumstances in which a code shows. A code may mean the same in each and still take another way through the model:
/// so a report can say that one of them was never seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Branch {
    /// On a step that nobody decided on, without urgency.
    Before,
    /// On a step that was decided on, without urgency.
    After,
    /// On a step with urgency on record.
    Urgent,
    /// Of the dossier as a whole, or of a duty.
    Dossier,
    /// At the door: the dossier refused it.
    Door,
}

impl Branch {
    /// Every branch.
    pub const ALL: [Branch; 5] =
        [Branch::Before, Branch::After, Branch::Urgent, Branch::Dossier, Branch::Door];

    /// What it is called, in Dutch.
    pub fn label(self) -> &'static str {
        match self {
            Branch::Before => "vóór de beslissing",
            Branch::After => "na de beslissing",
            Branch::Urgent => "bij spoed",
            Branch::Dossier => "over het hele dossier",
            Branch::Door => "aan de deur geweigerd",
        }
    }
}

impl ScenarioResult {
    /// Whether every expectation came out.
    pub fn is_met(&self) -> bool {
        self.unmet.is_empty()
    }

    /// What came of it as JSON: all but the dossier and the assessment, which have a form of their own.
    ///
    /// ```
    /// use afweging::Pack;
    /// use afweging_scenario::{Scenario, TEMPLATE};
    /// let json = Scenario::read(TEMPLATE)?.run(&Pack::nl()?)?.to_json();
    /// assert_eq!((json["met"].as_bool(), json["at"].as_str()), (Some(true), Some("2025-03-17")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_json(&self) -> Value {
        json!({
            "title": self.title,
            "sources": self.sources,
            "at": self.day,
            "met": self.is_met(),
            "came_out": self.met,
            "unmet": self.unmet,
            "refused": self.refused,
            "shows": self.codes(),
            "expects": self.expects,
            "expects_not": self.expects_not,
        })
    }

    /// Every code that shows, wherever.
    pub fn codes(&self) -> BTreeSet<Code> {
        self.shows.iter().map(|shown| shown.code).collect()
    }
}

/// Every code that an assessment of a dossier shows, each with its branch.
///
/// ```
/// use afweging::{Dossier, Pack, assess};
/// let dossier = Dossier::new("d1");
/// let assessment = assess(&dossier, &Pack::nl()?, "2025-03-01".parse()?);
/// assert!(afweging_scenario::shown(&dossier, &assessment).is_empty(), "an empty dossier shows nothing");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn shown(dossier: &Dossier, assessment: &Assessment) -> BTreeSet<Shown> {
    let mut shown = BTreeSet::new();
    for step in &assessment.steps {
        let branch = if is_urgent(dossier, &step.step) {
            Branch::Urgent
        } else if step.stands.decision.eq_ignore_ascii_case("pending") {
            Branch::Before
        } else {
            Branch::After
        };
        shown.extend(step.findings().chain(step.remarks()).map(|it| Shown { code: it.code, branch }));
    }
    let whole =
        assessment.findings.iter().map(|it| it.code).chain(assessment.duties.iter().map(|it| it.code));
    shown.extend(whole.map(|code| Shown { code, branch: Branch::Dossier }));
    shown
}

/// Whether urgency was declared for a step, or it was decided on with urgency.
fn is_urgent(dossier: &Dossier, step: &StepId) -> bool {
    dossier.steps().get(step).is_some_and(|record| {
        let decided = record.machines.decision().all().iter();
        !record.urgency.is_empty()
            || decided.into_iter().any(|it| matches!(it.transition, DecisionEvent::DecideUrgently(_)))
    })
}

/// What a gate is called, with its number.
pub(crate) fn gate_label(gate: Gate) -> String {
    format!("poort {} ({})", gate.number(), gate.label().nl)
}
