//! Dead ends of an assessment: something stands in the way, and nobody is named who could take it away.

use std::collections::BTreeMap;

use afweging::{Assessment, Code, Finding, Remedy, Says, Sentence};
use serde::Serialize;

/// What a finding lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LackKind {
    /// Nothing lifts it, and nothing says why.
    NoWay,
    /// It is not known, and nothing is asked.
    NoQuestion,
    /// Something is asked of nobody.
    NobodyAnswers,
    /// What would lift it is for nobody to write down.
    NobodyFills,
    /// A duty of nobody.
    NobodyOwes,
}

/// A dead end, with how often it occurred and where first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lack {
    /// The code of the finding or duty.
    pub code: Code,
    /// What it lacks.
    pub kind: LackKind,
    /// How often.
    pub count: usize,
    /// The first case.
    pub first: Vec<Sentence>,
}

/// Counts dead ends.
#[derive(Debug, Default)]
pub(super) struct Lacks {
    found: BTreeMap<(Code, LackKind), (usize, Vec<Sentence>)>,
}

impl Lacks {
    /// Looks at everything that stands in the way in an assessment.
    pub(super) fn look(&mut self, assessment: &Assessment, story: &[Sentence]) {
        let over = assessment.steps.iter().filter(|step| !step.over);
        for finding in over.flat_map(|step| step.findings()) {
            if matches!(finding.says, Says::Failed | Says::Unknown) {
                for kind in lacks_of(finding) {
                    self.note(finding.code, kind, story);
                }
            }
        }
        for duty in assessment.duties.iter().filter(|duty| duty.owner.is_empty()) {
            self.note(duty.code, LackKind::NobodyOwes, story);
        }
    }

    fn note(&mut self, code: Code, kind: LackKind, story: &[Sentence]) {
        let (count, _) = self.found.entry((code, kind)).or_insert_with(|| (0, story.to_vec()));
        *count = count.saturating_add(1);
    }

    pub(super) fn found(self) -> Vec<Lack> {
        self.found
            .into_iter()
            .map(|((code, kind), (count, first))| Lack { code, kind, count, first })
            .collect()
    }
}

/// What one finding that stands in the way lacks.
fn lacks_of(finding: &Finding) -> Vec<LackKind> {
    let mut lacks = Vec::new();
    if matches!(&finding.remedy, Remedy::OneOf(ways) if ways.is_empty()) {
        lacks.push(LackKind::NoWay);
    }
    if finding.says == Says::Unknown && finding.questions.is_empty() {
        lacks.push(LackKind::NoQuestion);
    }
    if finding.questions.iter().any(|it| it.who_may_answer.is_empty()) {
        lacks.push(LackKind::NobodyAnswers);
    }
    let mut patterns = finding.remedy.ways().iter().flat_map(|way| &way.patterns);
    if patterns.any(|pattern| !pattern.holes.is_empty() && pattern.who_fills.is_empty()) {
        lacks.push(LackKind::NobodyFills);
    }
    lacks
}
