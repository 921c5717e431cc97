//! Who passed over what: a gate that is cured says by whom and why.

use chrono::NaiveDate;
use serde::Serialize;

use super::case::StepCase;
use crate::code::Code;
use crate::condition::Condition;
use crate::finding::{Finding, Says};
use crate::id::PersonId;
use crate::perspective::{NotHeardGround, PerspectiveEvent};

/// A defect that somebody passed over, or put off because of urgency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cure {
    /// The code of the finding.
    pub code: Code,
    /// By whom.
    pub by: PersonId,
    /// Why.
    pub why: CureWhy,
    /// The entry that says so.
    pub because: u64,
}

/// Why a defect holds nothing up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CureWhy {
    /// Who may do that passed over it.
    PassedOver {
        /// Which condition was not met.
        condition: Condition,
        /// By which article, as far as that was said.
        #[serde(skip_serializing_if = "Option::is_none")]
        article: Option<String>,
        /// The reason in words; empty where it was erased.
        reason: String,
    },
    /// It is put off because of urgency.
    Urgency {
        /// The day by which it is made up for.
        look_back: NaiveDate,
        /// The danger, or why there was no time, in words; empty where it was erased.
        reason: String,
    },
}

/// The cures behind the findings of a gate, in the order of the entries.
pub(super) fn of(step: &StepCase<'_>, findings: &[Finding]) -> Vec<Cure> {
    let mut cures: Vec<Cure> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.says == Says::Cured) {
        cures.extend(finding.because.iter().filter_map(|seq| one(step, finding.code, *seq)));
    }
    cures.sort_by_key(|cure| (cure.because, cure.code));
    cures.dedup();
    cures
}

fn one(step: &StepCase<'_>, code: Code, seq: u64) -> Option<Cure> {
    let cure = |by: &PersonId, why| Some(Cure { code, by: by.clone(), why, because: seq });
    let text = |words: &crate::narrative::Narrative| words.text().unwrap_or_default().to_owned();
    if let Some(passed) = step.record.passed_over.iter().find(|it| it.seq == seq) {
        return cure(
            &passed.by,
            CureWhy::PassedOver {
                condition: passed.what.condition,
                article: passed.what.article.said().cloned(),
                reason: text(&passed.what.why),
            },
        );
    }
    if let Some(urgent) = step.record.urgency.iter().find(|it| it.seq == seq) {
        let (look_back, reason) = (urgent.what.look_back, text(&urgent.what.danger));
        return cure(&urgent.by, CureWhy::Urgency { look_back, reason });
    }
    let entry = step.dossier().entry(seq)?;
    let crate::dossier::Event::NotHeard(not_heard) = &entry.event else { return None };
    match not_heard.ground {
        NotHeardGround::Urgent { look_back } => {
            cure(&entry.by, CureWhy::Urgency { look_back, reason: text(&not_heard.reason) })
        }
        _ => None,
    }
}

/// Whether somebody was not heard because there was no time, by which day that is made up for, with the entry.
pub(super) fn put_off(event: &PerspectiveEvent) -> Option<NaiveDate> {
    match event {
        PerspectiveEvent::NotHear(not_heard) => match not_heard.ground {
            NotHeardGround::Urgent { look_back } => Some(look_back),
            _ => None,
        },
        _ => None,
    }
}
