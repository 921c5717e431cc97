//! Terms: how long the law, or a norm, gives for something, from when, and what follows when it passes.

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::calendar::{RestDay, holds_working_days, working_day_from, working_days};
use crate::id::PlacementId;
use crate::law::Citation;
use crate::moment::Moment;
use crate::pack::measure::Labels;
use crate::pack::words::{Breach, Norm, TermKind};
use crate::sentence::Sentence;
use crate::time::When;

/// A length of time as the law states it. Written `{ weeks = 2 }` in a pack.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// Hours. From a day of which no hour is known, the whole of that day is left out.
    Hours(u32),
    /// Calendar days.
    Days(u32),
    /// Working days: no Saturdays, Sundays and holidays ([`RestDay`]).
    WorkingDays(u32),
    /// Weeks.
    Weeks(u32),
    /// Months; from the 31st to the last day of a shorter month.
    Months(u32),
    /// Years; from 29 February to 28 February.
    Years(u32),
}

impl Length {
    /// In words: `5 werkdagen`, `5 working days`.
    pub fn label(self) -> Sentence {
        let (number, one, more) = match self {
            Length::Hours(number) => (number, ("uur", "hour"), ("uur", "hours")),
            Length::Days(number) => (number, ("dag", "day"), ("dagen", "days")),
            Length::WorkingDays(number) => {
                (number, ("werkdag", "working day"), ("werkdagen", "working days"))
            }
            Length::Weeks(number) => (number, ("week", "week"), ("weken", "weeks")),
            Length::Months(number) => (number, ("maand", "month"), ("maanden", "months")),
            Length::Years(number) => (number, ("jaar", "year"), ("jaar", "years")),
        };
        let (nl, en) = if number == 1 { one } else { more };
        Sentence::new(format!("{number} {nl}"), format!("{number} {en}"))
    }

    /// The last day of a term of this length that something has to be done in, the day from which it is counted left out:
    /// two weeks from 1 March end with 15 March. A measure that *lasts* this long has its last day one day earlier.
    pub fn end(self, from: NaiveDate) -> NaiveDate {
        match self {
            Length::Hours(hours) => from.checked_add_days(Days::new(u64::from(hours).div_ceil(24))),
            Length::Days(days) => from.checked_add_days(Days::new(days.into())),
            Length::Weeks(weeks) => from.checked_add_days(Days::new(u64::from(weeks).saturating_mul(7))),
            Length::Months(months) => from.checked_add_months(Months::new(months)),
            Length::Years(years) => from.checked_add_months(Months::new(years.saturating_mul(12))),
            Length::WorkingDays(days) => working_days(from, days, true),
        }
        .unwrap_or(NaiveDate::MAX)
    }

    /// The last day on which something can be done that must be done this long before a day.
    pub fn before(self, day: NaiveDate) -> NaiveDate {
        match self {
            Length::Hours(hours) => day.checked_sub_days(Days::new(u64::from(hours).div_ceil(24))),
            Length::Days(days) => day.checked_sub_days(Days::new(days.into())),
            Length::Weeks(weeks) => day.checked_sub_days(Days::new(u64::from(weeks).saturating_mul(7))),
            Length::Months(months) => day.checked_sub_months(Months::new(months)),
            Length::Years(years) => day.checked_sub_months(Months::new(years.saturating_mul(12))),
            Length::WorkingDays(days) => working_days(day, days, false),
        }
        .unwrap_or(NaiveDate::MIN)
    }

    /// Whether it is one of at least three days: then it holds at least two working days, where that rule applies.
    fn is_three_days(self) -> bool {
        match self {
            Length::Hours(_) => false,
            Length::Days(days) | Length::WorkingDays(days) => days >= 3,
            Length::Weeks(number) | Length::Months(number) | Length::Years(number) => number > 0,
        }
    }
}

impl TermKind {
    /// Whether it is the term of something that goes on, and not one within which something has to be done.
    pub fn lasts(self) -> bool {
        matches!(
            self,
            TermKind::Maximum
                | TermKind::MaximumExtension
                | TermKind::MaximumTotal
                | TermKind::Admission
                | TermKind::ConsentRunOn
                | TermKind::EmergencyMaximum
                | TermKind::StayUpheld
                | TermKind::Trial
                | TermKind::KeptInForce
        )
    }
}

/// From when a term is counted, or before what it must have passed. In a pack: `"order"`, or `{ moment = "plan_waived" }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermStart {
    /// The day of the order or decision.
    Order,
    /// The day of the order for who asked or got a copy; for others the day of service or knowledge.
    OrderOrService,
    /// The day on which the decision was sent: the term begins on the day after.
    Sending,
    /// The day on which it was requested.
    Request,
    /// The day on which a report was made to the body that has to keep the term.
    Report,
    /// The day on which the executing body was told of the measure.
    NoticeOfMeasure,
    /// The day on which consent was withdrawn.
    ConsentWithdrawn,
    /// The day on which carrying it out began.
    Start,
    /// The day of the foster contract.
    FosterContract,
    /// Counted back from the day on which the measure expires.
    BeforeExpiry,
    /// Counted back from the day on which the measure is to be ended.
    BeforeEnding,
    /// The start of execution, and then again after each time that it was done.
    Recurring,
    /// A moment that somebody noted.
    Moment(Moment),
}

/// By what a term is kept. In a pack: `"started"`, or `{ moment = "plan_made" }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermKept {
    /// The step is requested.
    Requested,
    /// The step is decided on.
    Decided,
    /// It begins to be carried out.
    Started,
    /// It is reviewed.
    Reviewed,
    /// It ends.
    Ended,
    /// An appeal is lodged.
    AppealLodged,
    /// A step that extends it, or follows on it, is requested.
    SuccessorRequested,
    /// A moment that somebody noted.
    Moment(Moment),
}

/// Whether a term that would end on a Saturday, a Sunday or a holiday is prolonged, and where that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RestDays {
    /// Whether it is.
    pub prolonged: bool,
    /// Where that stands in the law.
    pub cite: Citation,
}

/// A term of a measure, or of the dossier as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The id of the datum.
    pub id: String,
    /// What it is about.
    pub kind: TermKind,
    /// What has to be done, or what lasts.
    pub labels: Labels,
    /// How long.
    pub length: Length,
    /// From when it is counted, or before what it must have passed.
    pub starts: TermStart,
    /// By what it is kept, any of these; empty for a term that only runs out.
    pub kept: Vec<TermKept>,
    /// What follows when it passes.
    pub breach: Breach,
    /// Who has to keep it.
    pub owner: Actor,
    /// Whether it is law.
    pub norm: Norm,
    /// What Saturdays, Sundays and holidays do to its end.
    pub rest_days: RestDays,
    /// Only once measures have run for this long.
    pub after: Option<Length>,
    /// Only with one of these placements; empty: with any, or without.
    pub placements: Vec<PlacementId>,
    /// Where it stands in the law.
    pub cite: Citation,
}

/// A term as it was reckoned from the day on which it began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reckoned {
    /// The last day on which it can be kept.
    pub last: NaiveDate,
    /// The last moment, for a term in hours from a known moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<DateTime<Utc>>,
    /// How it was prolonged; absent when it was not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prolonged: Option<Prolonged>,
}

/// How the end of a term was put off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Prolonged {
    /// The day on which it would have ended.
    pub from: NaiveDate,
    /// The days for which it was prolonged.
    pub over: Vec<RestDay>,
}

impl Term {
    /// Whether it is counted back from a later day.
    pub fn counts_back(&self) -> bool {
        matches!(self.starts, TermStart::BeforeExpiry | TermStart::BeforeEnding)
    }

    /// The last day on which it can be kept, reckoned from the day that [`Term::starts`] names, with what
    /// [`Term::rest_days`] says of it; for a term that counts back, the last day before which it must have been kept.
    pub fn due(&self, day: NaiveDate) -> NaiveDate {
        self.reckon(&When::Day(day)).last
    }

    /// The same, with how it came about. Of an interval or a year the first day counts: nothing is due later than it may be.
    pub fn reckon(&self, from: &When) -> Reckoned {
        if let (Length::Hours(hours), When::Instant(instant)) = (self.length, from) {
            let until = instant.checked_add_signed(TimeDelta::hours(hours.into()));
            let last = until.map_or(NaiveDate::MAX, |until| until.date_naive());
            return Reckoned { last, until, prolonged: None };
        }
        let start = from.first_day();
        let plain = if self.counts_back() { self.length.before(start) } else { self.length.end(start) };
        let last = if self.rest_days.prolonged { prolonged(self.length, start, plain) } else { plain };
        let prolonged = (last != plain).then(|| {
            let after = if RestDay::of(plain).is_some() { plain } else { start };
            let mut over: Vec<RestDay> =
                after.iter_days().take_while(|day| *day <= last).filter_map(RestDay::of).collect();
            over.dedup();
            Prolonged { from: plain, over }
        });
        Reckoned { last, until: None, prolonged }
    }
}

/// The end of a term by the general law on terms: at least two working days in a term of three days or more (article 2), and
/// never on a Saturday, a Sunday or a holiday (article 1).
fn prolonged(length: Length, start: NaiveDate, plain: NaiveDate) -> NaiveDate {
    let mut last = plain;
    while length.is_three_days() && !holds_working_days(start, last, 2) {
        let Some(next) = last.succ_opt() else { return last };
        last = next;
    }
    working_day_from(last)
}
