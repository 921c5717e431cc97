//! Words that were written down before it was known how it went, shown again as they stood.

use chrono::NaiveDate;
use serde::Serialize;

use super::case::StepCase;
use crate::id::PersonId;
use crate::narrative::Narrative;
use crate::said::Said;
use crate::sentence::Sentence;
use crate::step::StepDetails;

/// Somebody's words, with the entry that they stand in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WrittenDown {
    /// The field of the entry, such as `if_taken`.
    pub field: &'static str,
    /// What they are about.
    pub label: Sentence,
    /// The words; empty where they were erased.
    pub text: String,
    /// Whose they are.
    pub by: PersonId,
    /// The day on which it was so.
    pub on: NaiveDate,
    /// The entry.
    pub because: u64,
}

/// A detail of a step: its field, what it is called, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Detail {
    pub(super) field: &'static str,
    nl: &'static str,
    en: &'static str,
    of: fn(&StepDetails) -> &Said<Narrative>,
}

pub(super) const IF_TAKEN: Detail = Detail {
    field: "if_taken",
    nl: "wat we verwachtten als we dit deden",
    en: "what was expected if it was done",
    of: |it| &it.if_taken,
};
pub(super) const IF_NOT_TAKEN: Detail = Detail {
    field: "if_not_taken",
    nl: "wat we verwachtten als we dit niet deden",
    en: "what was expected if it was not done",
    of: |it| &it.if_not_taken,
};
pub(super) const WRONGLY_TAKEN: Detail = Detail {
    field: "error_if_wrongly_taken",
    nl: "wat er misgaat als dit ten onrechte is gedaan",
    en: "what goes wrong if it was wrongly done",
    of: |it| &it.error_if_wrongly_taken,
};
pub(super) const WRONGLY_NOT_TAKEN: Detail = Detail {
    field: "error_if_wrongly_not_taken",
    nl: "wat er misgaat als dit ten onrechte niet was gedaan",
    en: "what goes wrong if it was wrongly not done",
    of: |it| &it.error_if_wrongly_not_taken,
};
pub(super) const MIND_CHANGE: Detail = Detail {
    field: "would_change_our_mind",
    nl: "wat ons van mening zou doen veranderen",
    en: "what would change our mind",
    of: |it| &it.would_change_our_mind,
};
pub(super) const PLAN_B: Detail = Detail { field: "plan_b", nl: "plan B", en: "plan B", of: |it| &it.plan_b };
pub(super) const REPAIR: Detail = Detail {
    field: "repair",
    nl: "hoe we omgaan met de gevolgen van wat niet is gekozen",
    en: "how the consequences of what was not chosen are dealt with",
    of: |it| &it.repair,
};

impl Detail {
    /// The words as they stood at the end of a day; nothing where nobody had said anything by then.
    pub(super) fn by(self, step: &StepCase<'_>, day: NaiveDate) -> Option<WrittenDown> {
        let said = step
            .case
            .so_far(&step.record.details)
            .rfind(|it| it.occurred.first_day() <= day && is_said((self.of)(&it.what)))?;
        // A proposal is made in the words of who proposes, whoever wrote it down.
        let proposal = &step.record.proposal;
        let by = if said.seq == proposal.seq { &proposal.what.proposed_by } else { &said.by };
        let words = (self.of)(&said.what).said()?;
        Some(words_of(self.field, self.label(), words, by, said.occurred.first_day(), said.seq))
    }

    pub(super) fn label(self) -> Sentence {
        Sentence::new(self.nl, self.en)
    }
}

pub(super) fn words_of(
    field: &'static str,
    label: Sentence,
    words: &Narrative,
    by: &PersonId,
    on: NaiveDate,
    because: u64,
) -> WrittenDown {
    let text = words.text().unwrap_or_default().to_owned();
    WrittenDown { field, label, text, by: by.clone(), on, because }
}

/// Whether somebody said something. What was erased was said; what is blank was not.
pub(super) fn is_said(words: &Said<Narrative>) -> bool {
    words.said().is_some_and(Narrative::was_said)
}
