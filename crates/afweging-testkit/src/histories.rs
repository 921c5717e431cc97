//! The strategy: histories of any length, out of seeds.

use std::fmt;
use std::ops::{Deref, Range};

use afweging::{Dossier, MeasureId};
use chrono::NaiveDate;
use proptest::prelude::{Strategy, any};

use crate::dice::Dice;
use crate::moves;
use crate::writer::{Writer, dutch_pack};

/// What the generated histories are like.
///
/// A history is made out of **seeds**: each makes one move, such as bringing evidence or taking a decision, and the dossier
/// itself refuses what cannot have happened. So every generated dossier is coherent, and a failing one shrinks by leaving
/// seeds out.
///
/// ```
/// use afweging_testkit::Histories;
/// let seeds: Vec<u64> = (0..40).collect();
/// let history = Histories::new().with_dissent().build(&seeds);
/// assert!(history.len() <= 40 && history.verify().is_ok());
/// assert!(history.steps().values().any(|step| !step.weighing.latest().dissent().is_empty()));
/// ```
///
/// In a property test:
///
/// ```
/// use afweging::{assess, MeasureId};
/// use afweging_testkit::{Histories, dutch_pack};
/// use proptest::prelude::*;
///
/// let supervision = MeasureId::new("M16")?;
/// proptest!(ProptestConfig::with_cases(8), |(history in Histories::new().with_length(20..40).in_force(supervision).strategy())| {
///     let assessment = assess(&history, dutch_pack(), history.last_day());
///     prop_assert_eq!(assessment.receipt.entries, history.len());
/// });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Histories {
    length: Range<usize>,
    thorough: u64,
    dissent: bool,
    sealed: bool,
    stay_on_consent: bool,
    support_lost: bool,
    careful: bool,
    in_force: Vec<MeasureId>,
    corrections: bool,
    redactions: bool,
}

impl Default for Histories {
    fn default() -> Self {
        Self {
            length: 0..70,
            thorough: 30,
            dissent: false,
            sealed: false,
            stay_on_consent: false,
            support_lost: false,
            careful: false,
            in_force: Vec::new(),
            corrections: true,
            redactions: true,
        }
    }
}

impl Histories {
    /// Histories of 0 to 69 entries with everything that can happen.
    pub fn new() -> Self {
        Self::default()
    }

    /// Histories of this many seeds. There are at most as many entries as seeds, and mostly about as many.
    #[must_use]
    pub fn with_length(mut self, length: Range<usize>) -> Self {
        self.length = length;
        self
    }

    /// Each begins with a step that is prepared with care, so that many come close to open and some are.
    #[must_use]
    pub fn well_prepared(mut self) -> Self {
        self.thorough = 100;
        self
    }

    /// Each begins with a step of which nothing is left out: weighed together, with the family and with contradiction, as an
    /// own decision takes it.
    #[must_use]
    pub fn ready_to_decide(mut self) -> Self {
        self.thorough = 100;
        self.careful = true;
        self
    }

    /// In each some people weigh a step and do not agree.
    #[must_use]
    pub fn with_dissent(mut self) -> Self {
        self.dissent = true;
        self
    }

    /// In each some people weigh a step under seal, and mostly open their views.
    #[must_use]
    pub fn with_sealed_views(mut self) -> Self {
        self.sealed = true;
        self
    }

    /// In each a youth stays in closed care on consent, and that is taken back.
    #[must_use]
    pub fn with_a_stay_on_consent(mut self) -> Self {
        self.stay_on_consent = true;
        self
    }

    /// In each a ground rests on a finding that loses what it rested on.
    #[must_use]
    pub fn with_support_lost(mut self) -> Self {
        self.support_lost = true;
        self
    }

    /// In each this measure is decided on and carried out; may be said more than once.
    #[must_use]
    pub fn in_force(mut self, measure: MeasureId) -> Self {
        self.in_force.push(measure);
        self
    }

    /// No entry corrects another.
    #[must_use]
    pub fn without_corrections(mut self) -> Self {
        self.corrections = false;
        self
    }

    /// No text is erased.
    #[must_use]
    pub fn without_redactions(mut self) -> Self {
        self.redactions = false;
        self
    }

    /// The strategy, for a property test.
    pub fn strategy(self) -> impl Strategy<Value = History> {
        proptest::collection::vec(any::<u64>(), self.length.clone()).prop_map(move |seeds| self.build(&seeds))
    }

    /// The history that these seeds make: always the same.
    pub fn build(&self, seeds: &[u64]) -> History {
        let Some((first, moves)) = seeds.split_first() else {
            return History { seeds: Vec::new(), dossier: Dossier::new("generated") };
        };
        let mut dice = Dice::new(*first);
        let mut writer = Writer::new(name_of(*first), first_day(&mut dice), seeds.len());
        let is_thorough = dice.chance(self.thorough);
        writer.dice = dice;
        writer.careful = self.careful;
        moves::opening(&mut writer);
        for measure in &self.in_force {
            moves::in_force(&mut writer, measure);
        }
        if self.sealed {
            moves::sealed(&mut writer);
        }
        if self.stay_on_consent {
            moves::stay_on_consent(&mut writer);
        }
        if self.support_lost {
            moves::support_lost(&mut writer);
        }
        if self.dissent {
            moves::dissent(&mut writer);
        }
        if is_thorough {
            moves::thorough(&mut writer);
        }
        for seed in moves {
            if writer.is_full() {
                break;
            }
            writer.dice = Dice::new(*seed);
            moves::next(&mut writer, self.corrections, self.redactions);
        }
        History { seeds: seeds.to_vec(), dossier: writer.dossier }
    }
}

/// The id of a dossier: two that began otherwise are two dossiers, and can be laid beside one another.
fn name_of(seed: u64) -> String {
    format!("generated-{seed:016x}")
}

/// Anywhere between 2013 and 2027, often near a day on which the law changes.
fn first_day(dice: &mut Dice) -> NaiveDate {
    let from = NaiveDate::from_ymd_opt(2013, 1, 1).unwrap_or_default();
    let changes: Vec<NaiveDate> = dutch_pack().changes().collect();
    let day = match dice.pick(&changes).filter(|_| dice.chance(25)) {
        Some(change) => *change,
        None => from.checked_add_days(chrono::Days::new(dice.below(14 * 365))).unwrap_or(from),
    };
    day.checked_sub_days(chrono::Days::new(dice.below(30))).unwrap_or(day)
}

/// A generated dossier with the seeds that made it.
#[derive(Clone)]
pub struct History {
    seeds: Vec<u64>,
    dossier: Dossier,
}

impl History {
    /// The seeds.
    pub fn seeds(&self) -> &[u64] {
        &self.seeds
    }

    /// The dossier.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// The dossier alone.
    pub fn into_dossier(self) -> Dossier {
        self.dossier
    }

    /// The day on which the last entry was recorded; the first of January 2025 for an empty dossier.
    pub fn last_day(&self) -> NaiveDate {
        let last = self.dossier.entries().last().map(|entry| entry.recorded.date_naive());
        last.or_else(|| NaiveDate::from_ymd_opt(2025, 1, 1)).unwrap_or_default()
    }
}

impl Deref for History {
    type Target = Dossier;

    fn deref(&self) -> &Dossier {
        &self.dossier
    }
}

/// What a failing test shows: the dossier itself, to be kept as a vector.
impl fmt::Debug for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.dossier.to_json())
    }
}
