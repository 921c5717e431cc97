//! What the words of a step give away: general claims, one plan for several children, reasons copied from the step before.

use std::collections::BTreeSet;

use crate::aid::{ReasonIndex, Text, field_name, general_words, plan_of, plan_words, texts_of};
use crate::code::Code;
use crate::finding::{Answerer, Finding};
use crate::sentence::Sentence;

use super::super::case::{Case, Plans, StepCase};
use super::{aid, detail_asked, those_who_weigh};

pub(super) fn look(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let texts = texts_of(step.dossier(), step.record, step.case.at);
    let mut told = BTreeSet::new();
    for text in &texts {
        // What somebody says of several grounds in the same words is said once.
        if told.insert((text.by, text.text)) {
            general_claim(step, text, &texts, aids);
        }
    }
    same_plan(step, aids);
    copied_reasons(step, &texts, aids);
}

/// What is said of a text is lifted by saying it otherwise: a detail is said anew, all else is corrected.
fn said_otherwise(step: &StepCase<'_>, found: Finding, text: &Text<'_>) -> Finding {
    let who = vec![Answerer::Person(text.by.clone())];
    if text.field.starts_with("details.") {
        return found.lifted_by("step_detailed", &[("step", step.id.to_string())], &[text.field], who);
    }
    found.lifted_by("corrected", &[("entry", text.seq.to_string())], &["reason"], who)
}

fn general_claim(step: &StepCase<'_>, text: &Text<'_>, texts: &[Text<'_>], aids: &mut Vec<Finding>) {
    let words = general_words(text.text);
    if words.is_empty() {
        return;
    }
    let quoted = |open: char, close: char| {
        words.iter().map(|word| format!("{open}{word}{close}")).collect::<Vec<_>>().join(", ")
    };
    let fills = [
        ("entry", Sentence::same(text.seq)),
        ("field", field_name(text.field)),
        ("words", Sentence::new(quoted('„', '”'), quoted('“', '”'))),
    ];
    let same = texts.iter().filter(|it| (it.by, it.text) == (text.by, text.text));
    let mut found = aid(Code::AidGeneralClaim, &fills, "Q28");
    for text in same {
        found = said_otherwise(step, found.because([text.seq]), text);
    }
    aids.push(found);
}

/// The same goal and the same needs, word for word, for somebody else in the dossier.
fn same_plan(step: &StepCase<'_>, aids: &mut Vec<Finding>) {
    let case = step.case;
    let Some((because, plan)) = plan_of(case.dossier, step.record, case.at) else { return };
    let Some(words) = plan_words(case.names(), &plan) else { return };
    let others = case.plans.get_or_init(|| plans(case)).get(&words).into_iter().flatten();
    let Some((person, other)) = others.into_iter().find(|(person, _)| person != step.about()) else { return };
    let fills = [("person", case.person(person)), ("step", Sentence::same(other))];
    let theirs = case.dossier.steps().get(other).map(|record| record.proposal.seq);
    let found = aid(Code::AidSamePlan, &fills, "Q27").because(because.into_iter().chain(theirs));
    let found = detail_asked(step, found, "details.goal");
    aids.push(found.lifted_by(
        "step_detailed",
        &[("step", step.id.to_string())],
        &["details.needed_now"],
        those_who_weigh(),
    ));
}

/// Every plan in the dossier, with whom it is about and one step for each of them.
fn plans(case: &Case<'_>) -> Plans {
    let mut plans = Plans::new();
    for (id, record) in case.dossier.steps() {
        let proposal = &record.proposal;
        if !case.has_occurred(&proposal.occurred) || case.dossier.is_corrected(proposal.seq) {
            continue;
        }
        let words =
            plan_of(case.dossier, record, case.at).and_then(|(_, plan)| plan_words(case.names(), &plan));
        if let Some(words) = words {
            let about = plans.entry(words).or_default();
            if !about.iter().any(|(person, _)| *person == proposal.what.about) {
                about.push((proposal.what.about.clone(), id.clone()));
            }
        }
    }
    plans
}

/// An extension is a new step, assessed anew: reasons that stand word for word with the step that it extends are none.
fn copied_reasons(step: &StepCase<'_>, texts: &[Text<'_>], aids: &mut Vec<Finding>) {
    let Some(earlier) = step.proposal().extends.said() else { return };
    let dossier = step.dossier();
    let Some(record) = dossier.steps().get(earlier) else { return };
    let names = step.case.names();
    let mut before = ReasonIndex::default();
    for text in texts_of(dossier, record, step.case.at) {
        before.add(dossier.id(), names, &text);
    }
    for text in texts {
        let Some(again) = before.find(None, names, text) else { continue };
        let fills = [
            ("entry", Sentence::same(text.seq)),
            ("field", field_name(text.field)),
            ("step", Sentence::same(earlier)),
            ("other", Sentence::same(again.seq)),
        ];
        let found = aid(Code::AidCopiedReason, &fills, "model 6").because([text.seq, again.seq]);
        aids.push(said_otherwise(step, found, text));
    }
}
