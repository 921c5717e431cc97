//! Every bar asks somebody something, also one that is known: is this so, and who does what about it?

use crate::finding::{Answerer, Finding, FindingKind, QuestionKind, Remedy};
use crate::sentence::Sentence;

use super::case::StepCase;

/// The finding with a question, where it is a bar and has none.
pub(super) fn asked(step: &StepCase<'_>, finding: Finding) -> Finding {
    if finding.kind != FindingKind::Bar || !finding.questions.is_empty() {
        return finding;
    }
    match &finding.remedy {
        Remedy::OneOf(ways) if !ways.is_empty() => {
            let mut who: Vec<Answerer> = Vec::new();
            let mut events: Vec<&'static str> = Vec::new();
            for pattern in ways.iter().flat_map(|way| &way.patterns) {
                who.extend(
                    pattern.who_fills.iter().filter(|it| !who.contains(it)).cloned().collect::<Vec<_>>(),
                );
                if !events.contains(&pattern.event) {
                    events.push(pattern.event);
                }
            }
            let what = Sentence::new(
                "Klopt dit? En zo ja: wie doet er wat aan?",
                "Is this so? And if it is: who does what about it?",
            );
            finding.ask(QuestionKind::Judgement, what, who, &events)
        }
        _ => {
            let what = Sentence::new(
                "Klopt dit? En zo ja: welke andere stap is nodig?",
                "Is this so? And if it is: which other step is needed?",
            );
            let who = vec![Answerer::Person(step.proposal().proposed_by.clone())];
            finding.ask(QuestionKind::Judgement, what, who, &["contested", "step_proposed"])
        }
    }
}
