//! Which texts of a step give reasons, and whose they are.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::fold::words;
use super::words::FAMILY;
use crate::dossier::{Dossier, StepRecord};
use crate::id::PersonId;
use crate::narrative::Narrative;
use crate::said::Said;
use crate::sentence::Sentence;
use crate::step::{DecisionEvent, ExecutionEvent, StepDetails};
use crate::weighing::WeighingEvent;

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextKind {
    /// Why: a reason, or what is expected.
    Reason,
    /// What is so: what happened, what causes it, what worries. An extension may tell it again.
    Account,
}

/// A text of a step by a professional, as it stands on a day: what was said again later replaces it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'a> {
    /// The entry.
    pub(crate) seq: u64,
    /// Whose it is.
    pub(crate) by: &'a PersonId,
    /// The field, as a path inside the event.
    pub(crate) field: &'static str,
    /// What it is for.
    pub(crate) kind: TextKind,
    /// The words.
    pub(crate) text: &'a str,
}

/// A field, in a sentence.
pub(crate) fn field_name(field: &str) -> Sentence {
    let (nl, en) = match field {
        "why" => ("de reden", "the reason"),
        "strengths" => ("wat goed gaat", "what goes well"),
        "concerns" => ("de zorgen", "the worries"),
        "details.what_happened" => ("wat er gebeurde", "what happened"),
        "details.needed_now" => ("wat nu nodig is", "what is needed now"),
        "details.causes" => ("wat het veroorzaakt", "what causes it"),
        "details.maintaining" => ("wat het in stand houdt", "what keeps it going"),
        "details.best_interests" => ("het belang van het kind", "the best interests of the child"),
        "details.severity" => ("hoe ernstig het is", "how serious it is"),
        "details.if_taken" => ("wat we verwachten als we dit doen", "what is expected if this is done"),
        "details.if_not_taken" => {
            ("wat we verwachten als we dit niet doen", "what is expected if this is not done")
        }
        "details.error_if_wrongly_taken" => {
            ("wat er misgaat als we dit ten onrechte doen", "what goes wrong if this is wrongly done")
        }
        "details.error_if_wrongly_not_taken" => (
            "wat er misgaat als we dit ten onrechte niet doen",
            "what goes wrong if this is wrongly not done",
        ),
        other => (other, other),
    };
    Sentence::new(nl, en)
}

type Detail = (&'static str, TextKind, fn(&StepDetails) -> &Said<Narrative>);

/// The details that say why or what is so. A goal, a plan, a stop and who watches are what people want: not looked at here.
const DETAILS: &[Detail] = &[
    ("details.what_happened", TextKind::Account, |it| &it.what_happened),
    ("details.causes", TextKind::Account, |it| &it.causes),
    ("details.maintaining", TextKind::Account, |it| &it.maintaining),
    ("details.needed_now", TextKind::Reason, |it| &it.needed_now),
    ("details.best_interests", TextKind::Reason, |it| &it.best_interests),
    ("details.severity", TextKind::Reason, |it| &it.severity),
    ("details.if_taken", TextKind::Reason, |it| &it.if_taken),
    ("details.if_not_taken", TextKind::Reason, |it| &it.if_not_taken),
    ("details.error_if_wrongly_taken", TextKind::Reason, |it| &it.error_if_wrongly_taken),
    ("details.error_if_wrongly_not_taken", TextKind::Reason, |it| &it.error_if_wrongly_not_taken),
];

/// The texts of a step up to a day, by professionals. What the family says in its own words is not looked at, nor
/// what a court says: that has its own place to be tested.
pub(crate) fn texts_of<'a>(dossier: &'a Dossier, record: &'a StepRecord, at: NaiveDate) -> Vec<Text<'a>> {
    let mut texts = Vec::new();
    let mut push = |seq: u64, by: Option<&'a PersonId>, field, kind, text: &'a Narrative| {
        let Some(by) = by.filter(|by| is_professional(dossier, by)) else { return };
        if let Some(text) = text.text() {
            texts.push(Text { seq, by, field, kind, text });
        }
    };
    let by = |seq: u64| dossier.entry(seq).map(|entry| &entry.by);
    details(record, at, &mut push);
    let mut latest = BTreeMap::new();
    for dated in record.weighing.until(at) {
        for (by, view) in dated.transition.views() {
            latest.insert((by, &view.on), (dated.seq, view));
        }
        match &dated.transition {
            WeighingEvent::Converge(it) => push(dated.seq, by(dated.seq), "why", TextKind::Reason, &it.why),
            WeighingEvent::Diverge(it) => {
                for position in &it.positions {
                    push(dated.seq, Some(&position.person), "why", TextKind::Reason, &position.why);
                }
            }
            WeighingEvent::View { .. }
            | WeighingEvent::AgreeSealing(_)
            | WeighingEvent::Seal { .. }
            | WeighingEvent::Reveal(_)
            | WeighingEvent::OpenDialogue(_)
            | WeighingEvent::Reopen(_)
            | WeighingEvent::FallBack(_) => {}
        }
    }
    for ((by, _), (seq, view)) in latest {
        push(seq, Some(by), "why", TextKind::Reason, &view.why);
        for strength in &view.strengths {
            push(seq, Some(by), "strengths", TextKind::Account, strength);
        }
        for concern in &view.concerns {
            push(seq, Some(by), "concerns", TextKind::Account, concern);
        }
    }
    for answered in record.answers.iter().filter(|it| it.occurred.first_day() <= at) {
        push(answered.seq, Some(&answered.by), "why", TextKind::Reason, &answered.what.why);
    }
    for dated in record.machines.decision().until(at) {
        if let DecisionEvent::Decide(decided) = &dated.transition
            && let Some(why) = decided.why.said()
        {
            push(dated.seq, Some(&decided.decider), "why", TextKind::Reason, why);
        }
    }
    for dated in record.machines.execution().until(at) {
        if let ExecutionEvent::Review(reviewed) = &dated.transition {
            push(dated.seq, by(dated.seq), "why", TextKind::Reason, &reviewed.why);
        }
    }
    // One entry can hold several texts of one field: a stable order keeps them as they were said.
    texts.sort_by_key(|text| (text.seq, text.field));
    texts
}

fn details<'a>(
    record: &'a StepRecord,
    at: NaiveDate,
    push: &mut impl FnMut(u64, Option<&'a PersonId>, &'static str, TextKind, &'a Narrative),
) {
    for (field, kind, of) in DETAILS {
        let said = record.details.iter().filter(|it| it.occurred.first_day() <= at);
        let latest = said.filter_map(|it| Some((it, of(&it.what).said()?))).next_back();
        let Some((said, text)) = latest else { continue };
        let by = if said.seq == record.proposal.seq { &record.proposal.what.proposed_by } else { &said.by };
        push(said.seq, Some(by), field, *kind, text);
    }
}

fn is_professional(dossier: &Dossier, person: &PersonId) -> bool {
    dossier.people().role(person).is_some_and(|role| role.is_professional() && !role.is_court())
}

/// The plan of a step by a professional: what is to be reached and what is needed now, with the entries that say so.
pub(crate) fn plan_of(dossier: &Dossier, record: &StepRecord, at: NaiveDate) -> Option<(Vec<u64>, String)> {
    if !is_professional(dossier, &record.proposal.what.proposed_by) {
        return None;
    }
    let mut plan = String::new();
    let mut because = Vec::new();
    let parts: [fn(&StepDetails) -> &Said<Narrative>; 2] = [|it| &it.goal, |it| &it.needed_now];
    for of in parts {
        let said = record.details.iter().filter(|it| it.occurred.first_day() <= at);
        let (seq, text) = said.filter_map(|it| Some((it.seq, of(&it.what).said()?))).next_back()?;
        because.push(seq);
        plan.push_str(text.text()?);
        plan.push('\n');
    }
    Some((because, plan))
}

/// The pseudonyms of a dossier, to be read as "somebody": the same sentence about other people is the same sentence.
#[derive(Debug, Default)]
pub(crate) struct Pseudonyms {
    rows: BTreeSet<Vec<String>>,
    longest: usize,
}

/// Somebody, whoever it is.
const SOMEBODY: &str = "@";
/// A number, whichever it is.
const NUMBER: &str = "#";
/// The longest pseudonym that is looked for, in words: it bounds the work per word.
const LONGEST_ROW: usize = 4;

impl Pseudonyms {
    /// Those of everybody who is in a dossier by a day.
    pub(crate) fn of(dossier: &Dossier, at: NaiveDate) -> Self {
        let rows: BTreeSet<Vec<String>> = dossier
            .people()
            .iter()
            .filter(|it| it.occurred.first_day() <= at)
            .map(|it| words(it.what.person.as_str()))
            .filter(|row| !row.is_empty() && row.len() <= LONGEST_ROW)
            .collect();
        let longest = rows.iter().map(Vec::len).max().unwrap_or_default();
        Self { rows, longest }
    }

    /// The words of a text with pseudonyms, family words and numbers made the same.
    pub(crate) fn neutral(&self, text: &str) -> Vec<String> {
        let words = words(text);
        let mut neutral: Vec<String> = Vec::with_capacity(words.len());
        let mut at = 0_usize;
        while let Some(word) = words.get(at) {
            let row = (1..=self.longest).rev().find(|length| {
                words.get(at..at.saturating_add(*length)).is_some_and(|row| self.rows.contains(row))
            });
            let is_number = word.chars().all(|letter| letter.is_numeric());
            let after_somebody = neutral.last().is_some_and(|last| last == SOMEBODY);
            if row.is_some() || FAMILY.contains(&word.as_str()) {
                neutral.push(SOMEBODY.to_owned());
            } else if !is_number {
                neutral.push(word.clone());
            } else if !after_somebody {
                // The number of somebody (*kind-1*) is part of the name.
                neutral.push(NUMBER.to_owned());
            }
            at = at.saturating_add(row.unwrap_or(1));
        }
        neutral
    }
}
