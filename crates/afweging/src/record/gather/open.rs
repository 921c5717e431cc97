//! What is open: what a court has to know first, and a professional too.

use super::Source;
use crate::assess::GateResult;
use crate::code::Language;
use crate::finding::{Answerer, Finding, Says};
use crate::gate::Gate;
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{Hearing, Part};
use crate::sentence::Sentence;
use crate::step::AlternativeOption;

impl Source<'_> {
    /// Gates that are not met or not known, then facts with an objection or a source against them, then what was taken back,
    /// then who was not heard.
    pub(super) fn open(&self) -> Vec<RecordLine> {
        let mut lines: Vec<RecordLine> = self.step.gates.iter().flat_map(|gate| self.open_in(gate)).collect();
        let contested = |line: &RecordLine| match &line.tells {
            Telling::Fact { roots_against, claim, .. } => {
                *roots_against > 0
                    || !claim.objections.is_empty()
                    || line.below.iter().any(|source| match &source.tells {
                        Telling::Source { objections, .. } => !objections.is_empty(),
                        _ => false,
                    })
            }
            _ => false,
        };
        lines.extend(self.lines(Part::Facts).into_iter().filter(contested));
        let unheard = |line: &RecordLine| match &line.tells {
            Telling::Perspective { person, stands } => {
                !matches!(stands, Hearing::Heard | Hearing::Confirmed)
                    && self
                        .assessment
                        .uncertainties
                        .perspectives
                        .iter()
                        .any(|stand| stand.person == *person && stand.relevant_for.contains(self.id))
            }
            _ => false,
        };
        lines.extend(self.taken_back());
        lines.extend(self.lines(Part::Accounts).into_iter().filter(unheard).map(|mut line| {
            line.below.retain(|it| matches!(it.tells, Telling::NoTalk { .. }));
            line
        }));
        lines
    }

    pub(super) fn open_of(&self, gate: Gate) -> Vec<RecordLine> {
        self.step.gate(gate).map(|gate| self.open_in(gate)).unwrap_or_default()
    }

    /// A sentence in which what somebody named in their own words stands between quotation marks.
    fn with_quotes(&self, sentence: &Sentence) -> Sentence {
        let mut sentence = self.with_names(sentence);
        for id in &self.record.alternatives {
            let named = self.dossier.alternatives().get(id);
            if let Some(AlternativeOption::OwnWords { text, .. }) = named.map(|it| &it.what.option)
                && let Some(words) = text.text()
            {
                sentence.each(|language, said| {
                    let quoted = match language {
                        Language::Nl => format!("„{words}”"),
                        Language::En => format!("“{words}”"),
                    };
                    *said = said.replace(words, &quoted);
                });
            }
        }
        sentence
    }

    fn open_in(&self, gate: &GateResult) -> Vec<RecordLine> {
        gate.findings
            .iter()
            .filter(|finding| matches!(finding.says, Says::Failed | Says::Unknown | Says::OutsidePack))
            .map(|finding| {
                let tells = Telling::Open {
                    code: finding.code,
                    gate: gate.gate,
                    sentence: self.with_quotes(&finding.sentence),
                    failed: finding.says == Says::Failed,
                    who_may_answer: who(finding),
                };
                RecordLine::new(tells, finding.because.iter().copied())
            })
            .collect()
    }
}

fn who(finding: &Finding) -> Vec<Answerer> {
    let mut who: Vec<Answerer> =
        finding.questions.iter().flat_map(|question| question.who_may_answer.iter().cloned()).collect();
    who.sort_unstable();
    who.dedup();
    who
}
