//! The strategy: histories of any length, out of seeds.

use std::fmt;
use std::ops::{Deref, Range};

use afweging::{Dossier, MeasureId};
use chrono::NaiveDate;
use proptest::prelude::{Strategy, any};

use crate::dice::Dice;
use crate::moves::{self, Allowed};
use crate::walk::Walk;
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
    allowed: Allowed,
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
            allowed: Allowed { corrections: true, redactions: true, people_alone: false },
        }
    }
}

impl Histories {
    /// Histories of 0 to 69 entries with everything that can happen.
    pub fn new() -> Self {
        Self::default()
    }

    /// Histories of this many seeds. There are at most as many entries as seeds, and mostly about as many.
    ///
    /// ```
    /// use afweging_testkit::Histories;
    /// use proptest::prelude::*;
    /// proptest!(ProptestConfig::with_cases(4), |(history in Histories::new().with_length(5..8).strategy())| {
    ///     prop_assert!((5..8).contains(&history.seeds().len()) && history.len() < 8);
    /// });
    /// ```
    #[must_use]
    pub fn with_length(mut self, length: Range<usize>) -> Self {
        self.length = length;
        self
    }

    /// The same, but never shorter than this.
    pub(crate) fn at_least(mut self, least: usize) -> Self {
        let from = self.length.start.max(least);
        self.length = from..self.length.end.max(from.saturating_add(1));
        self
    }

    /// Each begins with a step that is prepared with care, so that many come close to open and some are.
    ///
    /// ```
    /// use afweging::assess;
    /// use afweging_testkit::{Histories, dutch_pack};
    /// let open = (0..20).any(|first| {
    ///     let history = Histories::new().well_prepared().build(&[first; 60]);
    ///     !assess(&history, dutch_pack(), history.last_day()).open.is_empty()
    /// });
    /// assert!(open);
    /// ```
    #[must_use]
    pub fn well_prepared(mut self) -> Self {
        self.thorough = 100;
        self
    }

    /// Each begins with a step of which nothing is left out: weighed together, with the family and with contradiction, as an
    /// own decision takes it.
    ///
    /// ```
    /// use afweging::Event;
    /// use afweging_testkit::Histories;
    /// let history = Histories::new().ready_to_decide().build(&[5; 90]);
    /// assert!(history.entries().iter().any(|it| matches!(it.event, Event::StepProposed(_))));
    /// ```
    #[must_use]
    pub fn ready_to_decide(mut self) -> Self {
        self.thorough = 100;
        self.careful = true;
        self
    }

    /// In each some people weigh a step and do not agree.
    ///
    /// ```
    /// use afweging::Event;
    /// use afweging_testkit::Histories;
    /// let seeds: Vec<u64> = (0..60).collect();
    /// let history = Histories::new().with_dissent().build(&seeds);
    /// assert!(history.entries().iter().any(|it| matches!(it.event, Event::Diverged(_))));
    /// ```
    #[must_use]
    pub fn with_dissent(mut self) -> Self {
        self.dissent = true;
        self
    }

    /// In each some people weigh a step under seal, and mostly open their views.
    ///
    /// ```
    /// use afweging::Event;
    /// use afweging_testkit::Histories;
    /// let seeds: Vec<u64> = (0..60).collect();
    /// let history = Histories::new().with_sealed_views().build(&seeds);
    /// assert!(history.entries().iter().any(|it| matches!(it.event, Event::ViewSealed(_))));
    /// ```
    #[must_use]
    pub fn with_sealed_views(mut self) -> Self {
        self.sealed = true;
        self
    }

    /// In each a youth stays in closed care on consent, and that is taken back.
    ///
    /// ```
    /// use afweging::Event;
    /// use afweging_testkit::Histories;
    /// let seeds: Vec<u64> = (0..60).collect();
    /// let history = Histories::new().with_a_stay_on_consent().build(&seeds);
    /// assert!(history.entries().iter().any(|it| matches!(it.event, Event::ConsentWithdrawn(_))));
    /// ```
    #[must_use]
    pub fn with_a_stay_on_consent(mut self) -> Self {
        self.stay_on_consent = true;
        self
    }

    /// In each a ground rests on a finding that loses what it rested on.
    ///
    /// ```
    /// use afweging::Event;
    /// use afweging_testkit::Histories;
    /// let seeds: Vec<u64> = (0..60).collect();
    /// let history = Histories::new().with_support_lost().build(&seeds);
    /// assert!(history.entries().iter().any(|it| matches!(it.event, Event::Withdrawn(_))));
    /// ```
    #[must_use]
    pub fn with_support_lost(mut self) -> Self {
        self.support_lost = true;
        self
    }

    /// In each this measure is decided on and carried out; may be said more than once.
    ///
    /// ```
    /// use afweging::{Event, MeasureId};
    /// use afweging_testkit::Histories;
    /// let seeds: Vec<u64> = (0..60).collect();
    /// let supervision = MeasureId::new("M16")?;
    /// let history = Histories::new().in_force(supervision).build(&seeds);
    /// assert!(history.entries().iter().any(|it| matches!(it.event, Event::Started(_))));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn in_force(mut self, measure: MeasureId) -> Self {
        self.in_force.push(measure);
        self
    }

    /// No entry corrects another.
    ///
    /// ```
    /// use afweging::Event;
    /// use afweging_testkit::Histories;
    /// let seeds: Vec<u64> = (0..60).collect();
    /// let history = Histories::new().without_corrections().build(&seeds);
    /// assert!(!history.entries().iter().any(|it| matches!(it.event, Event::Corrected(_))));
    /// ```
    #[must_use]
    pub fn without_corrections(mut self) -> Self {
        self.allowed.corrections = false;
        self
    }

    /// No text is erased.
    ///
    /// ```
    /// use afweging::Event;
    /// use afweging_testkit::Histories;
    /// let seeds: Vec<u64> = (0..60).collect();
    /// let history = Histories::new().without_redactions().build(&seeds);
    /// assert!(!history.entries().iter().any(|it| matches!(it.event, Event::Redacted(_))));
    /// ```
    #[must_use]
    pub fn without_redactions(mut self) -> Self {
        self.allowed.redactions = false;
        self
    }

    /// Nothing but people: who is there, what they are to each other, who holds parental authority, who is set aside; and
    /// mostly a first report.
    ///
    /// ```
    /// use afweging_testkit::Histories;
    /// let history = Histories::new().people_alone().build(&[3; 40]);
    /// assert!(history.people().iter().count() > 2 && history.steps().is_empty() && history.statements().is_empty());
    /// ```
    #[must_use]
    pub fn people_alone(mut self) -> Self {
        self.allowed.people_alone = true;
        self
    }

    /// The strategy, for a property test.
    pub fn strategy(self) -> impl Strategy<Value = History> {
        proptest::collection::vec(any::<u64>(), self.length.clone()).prop_map(move |seeds| self.build(&seeds))
    }

    /// The history that these seeds make: always the same.
    pub fn build(&self, seeds: &[u64]) -> History {
        self.build_as(seeds, "")
    }

    /// The history of these seeds, with something after its id.
    fn build_as(&self, seeds: &[u64], suffix: &str) -> History {
        let Some((first, moves)) = seeds.split_first() else {
            return History { seeds: Vec::new(), dossier: Dossier::new(format!("generated{suffix}")) };
        };
        let mut writer = self.begin(*first, suffix, seeds.len());
        for seed in moves {
            if writer.is_full() {
                break;
            }
            writer.dice = Dice::new(*seed);
            moves::next(&mut writer, self.allowed);
        }
        History { seeds: seeds.to_vec(), dossier: writer.dossier }
    }

    /// Who is there, and what each of these histories begins with.
    fn begin(&self, first: u64, suffix: &str, limit: usize) -> Writer {
        let mut dice = Dice::new(first);
        let mut writer = Writer::new(format!("{}{suffix}", name_of(first)), first_day(&mut dice), limit);
        let is_thorough = dice.chance(self.thorough) && !self.allowed.people_alone;
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
        writer
    }

    /// Several histories, each a dossier of its own: what a property over many dossiers is tried on. They shrink in number
    /// and in length.
    ///
    /// ```
    /// use std::collections::BTreeSet;
    /// use afweging_testkit::Histories;
    /// use proptest::prelude::*;
    /// proptest!(ProptestConfig::with_cases(4), |(cohort in Histories::new().with_length(1..9).cohort(2..5))| {
    ///     let ids: BTreeSet<&str> = cohort.iter().map(|history| history.id()).collect();
    ///     prop_assert!((2..5).contains(&cohort.len()) && ids.len() == cohort.len());
    /// });
    /// ```
    pub fn cohort(self, size: Range<usize>) -> impl Strategy<Value = Vec<History>> {
        let seeds = proptest::collection::vec(any::<u64>(), self.length.clone());
        proptest::collection::vec(seeds, size).prop_map(move |all| {
            all.iter().enumerate().map(|(at, seeds)| self.build_as(seeds, &format!("-{at}"))).collect()
        })
    }

    /// A history that a test writes on move by move, to look at it after each.
    ///
    /// ```
    /// use afweging_testkit::Histories;
    /// let mut walk = Histories::new().walk(7);
    /// for seed in 0..20 {
    ///     let before = walk.dossier().len();
    ///     assert!(!walk.go(seed).is_empty() && walk.dossier().len() > before);
    /// }
    /// ```
    pub fn walk(&self, first: u64) -> Walk {
        Walk::new(self.begin(first, "", usize::MAX), self.allowed)
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
