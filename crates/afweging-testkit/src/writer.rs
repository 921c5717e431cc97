//! The hand that writes a history: it keeps the day, knows what is in the dossier, and tries what the moves propose.

use std::sync::OnceLock;

use afweging::{
    Door, Dossier, Event, EvidenceId, Measure, MeasureId, NewEntry, Pack, PersonId, Role, Said, StatementId,
    StepId, When,
};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::dice::Dice;

/// The Dutch law pack, read once.
///
/// # Panics
/// Never with a released library: its own tests read the pack.
pub fn dutch_pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    #[expect(clippy::expect_used, reason = "a test kit without its pack has nothing to test")]
    PACK.get_or_init(|| Pack::nl().expect("the pack of the library can be read"))
}

/// Every measure that a generated dossier may name: those of the pack, and one that no pack has.
pub(crate) const MEASURES: &[&str] = &[
    "M00",
    "M01",
    "M02",
    "M03",
    "M04",
    "M05",
    "M06",
    "M07",
    "M08",
    "M09",
    "M10",
    "M11",
    "M12",
    "M13",
    "M14",
    "M15",
    "M16",
    "M17",
    "M18",
    "M19",
    "M20",
    "M21",
    "M22",
    "M23",
    "M24",
    "M25",
    "M26",
    "M27",
    "M28",
    "M29",
    "M30",
    "M31",
    "M32",
    "M33",
    "M34",
    "perspective",
    "M99",
];

macro_rules! id {
    ($name:ident, $type:ty) => {
        /// An id out of characters that ids may hold.
        pub(crate) fn $name(text: impl Into<String>) -> $type {
            // The texts come from this crate and hold nothing else.
            <$type>::new(text).expect("an id")
        }
    };
}
id!(person_id, PersonId);
id!(statement_id, StatementId);
id!(evidence_id, EvidenceId);
id!(step_id, StepId);
id!(measure_id, MeasureId);
id!(alternative_id, afweging::AlternativeId);
id!(obligation_id, afweging::ObligationId);

/// Writes one history.
pub(crate) struct Writer {
    pub(crate) dossier: Dossier,
    pub(crate) dice: Dice,
    /// The day that it is in the story.
    pub(crate) today: NaiveDate,
    /// Whether all is recorded on the day that it happens, as long as a script runs.
    pub(crate) orderly: bool,
    /// Whether nothing is left out of a step that is prepared with care, so that it can be decided on by the own door.
    pub(crate) careful: bool,
    /// How many entries it may hold.
    limit: usize,
    recorded: DateTime<Utc>,
}

impl Writer {
    pub(crate) fn new(name: String, start: NaiveDate, limit: usize) -> Self {
        Self {
            dossier: Dossier::new(name),
            dice: Dice::new(0),
            today: start,
            orderly: false,
            careful: false,
            limit,
            recorded: start.and_time(NaiveTime::MIN).and_utc(),
        }
    }

    pub(crate) fn is_full(&self) -> bool {
        self.dossier.len() >= self.limit
    }

    /// Lets time pass, or not.
    pub(crate) fn pass_time(&mut self) {
        let days = match self.dice.below(100) {
            0..60 => 0,
            60..85 => self.dice.below(10),
            85..97 => self.dice.below(60),
            _ => self.dice.below(500),
        };
        self.today = self.in_days(days);
    }

    /// The day so many days from today.
    pub(crate) fn in_days(&self, days: u64) -> NaiveDate {
        self.today.checked_add_days(Days::new(days)).unwrap_or(self.today)
    }

    /// The day so many days ago.
    pub(crate) fn days_ago(&self, days: u64) -> NaiveDate {
        self.today.checked_sub_days(Days::new(days)).unwrap_or(self.today)
    }

    fn next_instant(&mut self) -> DateTime<Utc> {
        let morning = self.today.and_time(NaiveTime::MIN).and_utc();
        // Two entries may come in at the same instant: time never runs back, and it need not run on.
        let later =
            self.recorded.checked_add_signed(TimeDelta::seconds(if self.dice.chance(90) { 61 } else { 0 }));
        self.recorded = morning.max(later.unwrap_or(self.recorded));
        self.recorded
    }

    /// When something was so: mostly today, and often enough in another order than it is recorded.
    fn occurred(&mut self) -> When {
        if self.orderly {
            return When::Day(self.today);
        }
        match self.dice.below(100) {
            0..80 => When::Day(self.today),
            80..86 => {
                let days = self.dice.below(400);
                When::Day(self.days_ago(days))
            }
            86..90 => {
                let days = self.dice.below(8);
                When::Day(self.days_ago(days))
            }
            90..94 => When::Instant(self.recorded),
            94..98 => {
                let (before, after) = (self.dice.below(20), self.dice.below(20));
                When::Interval { from: self.days_ago(before), until: self.in_days(after) }
            }
            _ => When::Year(chrono::Datelike::year(&self.today)),
        }
    }

    /// Records an event of today or of earlier, told by some professional. Whether it was taken.
    pub(crate) fn write(&mut self, event: Event) -> bool {
        let by = self.anyone();
        match by {
            Some(by) => self.write_by(&by, event),
            None => false,
        }
    }

    /// Records an event by somebody.
    pub(crate) fn write_by(&mut self, by: &PersonId, event: Event) -> bool {
        let occurred = self.occurred();
        // Some other time may be incoherent where today is not.
        self.write_at(by, occurred, event.clone())
            || (occurred != When::Day(self.today) && self.write_at(by, When::Day(self.today), event))
    }

    /// Records an event of today.
    pub(crate) fn write_today(&mut self, by: &PersonId, event: Event) -> bool {
        self.write_at(by, When::Day(self.today), event)
    }

    fn write_at(&mut self, by: &PersonId, occurred: When, event: Event) -> bool {
        let may_be_own = matches!(event, Event::StepProposed(_) | Event::ViewGiven(_));
        let door =
            if may_be_own && !self.orderly && self.dice.chance(25) { Door::Own } else { Door::Observed };
        self.write_through(by, door, occurred, event)
    }

    /// Records an event by a door.
    pub(crate) fn write_through(&mut self, by: &PersonId, door: Door, occurred: When, event: Event) -> bool {
        if self.is_full() {
            return false;
        }
        let recorded = self.next_instant();
        let salt = if self.dice.chance(50) { format!("{:016x}", self.dice.roll()) } else { String::new() };
        self.dossier.record(NewEntry { recorded, occurred, by: by.clone(), door, event, salt }).is_ok()
    }

    /// A new id: the number of the entry that makes it keeps it apart from all others.
    pub(crate) fn fresh(&self, name: &str) -> String {
        format!("{name}-{}", self.dossier.len().saturating_add(1))
    }

    /// Everyone of whom this holds, in the order of their pseudonyms.
    pub(crate) fn people(&self, holds: impl Fn(Role) -> bool) -> Vec<PersonId> {
        let people = self.dossier.people();
        people.iter().filter(|it| holds(it.what.role)).map(|it| it.what.person.clone()).collect()
    }

    /// Somebody of whom this holds.
    pub(crate) fn somebody(&mut self, holds: impl Fn(Role) -> bool) -> Option<PersonId> {
        let of = self.people(holds);
        self.dice.pick(&of).cloned()
    }

    /// Some professional, or anyone when there is none.
    pub(crate) fn anyone(&mut self) -> Option<PersonId> {
        let professional = self.somebody(|role| role.is_professional() && !role.is_court());
        professional.or_else(|| self.somebody(|_| true))
    }

    /// Some professional; rarely anyone at all.
    pub(crate) fn professional(&mut self) -> Option<PersonId> {
        if self.dice.chance(5) { self.somebody(|_| true) } else { self.anyone() }
    }

    /// Somebody of the family or around it.
    pub(crate) fn relative(&mut self) -> Option<PersonId> {
        self.somebody(|role| !role.is_professional()).or_else(|| self.anyone())
    }

    /// A child, or an adult whom the dossier is about.
    pub(crate) fn subject(&mut self) -> Option<PersonId> {
        self.somebody(|role| matches!(role, Role::Child | Role::AdultSubject))
    }

    /// One of the steps, a late one rather than an early one.
    pub(crate) fn step(&mut self) -> Option<StepId> {
        let mut steps: Vec<(u64, StepId)> =
            self.dossier.steps().iter().map(|(id, record)| (record.proposal.seq, id.clone())).collect();
        steps.sort();
        if self.dice.chance(50) {
            return steps.pop().map(|(_, id)| id);
        }
        self.dice.pick(&steps).map(|(_, id)| id.clone())
    }

    /// The measure of a step, by today's law.
    pub(crate) fn measure_of(&self, step: &StepId) -> Option<&'static Measure> {
        let record = self.dossier.steps().get(step)?;
        dutch_pack().measure(&record.proposal.what.measure, self.today)
    }

    /// One of the statements.
    pub(crate) fn statement(&mut self) -> Option<StatementId> {
        let of: Vec<StatementId> = self.dossier.statements().keys().cloned().collect();
        self.dice.pick(&of).cloned()
    }

    /// Some of the statements, mostly few.
    pub(crate) fn statements(&mut self) -> Vec<StatementId> {
        let of: Vec<StatementId> = self.dossier.statements().keys().cloned().collect();
        self.dice.some(&of, 40)
    }

    /// Something said, or nothing.
    pub(crate) fn said<T>(&mut self, percent: u64, value: T) -> Said<T> {
        if self.dice.chance(percent) { Said::Said(value) } else { Said::NotSaid }
    }
}
