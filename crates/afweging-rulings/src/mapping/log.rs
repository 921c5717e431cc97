//! Writes the dossier: every act is an observed one, recorded on the day of the ruling.

use afweging::{Door, Dossier, Event, NewEntry, PersonId, Refusal, When};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// The dossier under way.
pub(super) struct Log {
    pub(super) dossier: Dossier,
    at: NaiveDate,
    recorded: DateTime<Utc>,
}

impl Log {
    pub(super) fn new(at: NaiveDate) -> Self {
        Log { dossier: Dossier::new("ruling"), at, recorded: at.and_time(NaiveTime::MIN).and_utc() }
    }

    /// Records what was so on the day.
    pub(super) fn put(&mut self, by: &PersonId, event: Event) -> Result<(), Refusal> {
        self.put_on(self.at, by, event)
    }

    /// Records what was so the day before.
    pub(super) fn put_before(&mut self, by: &PersonId, event: Event) -> Result<(), Refusal> {
        self.put_on(self.at.pred_opt().unwrap_or(self.at), by, event)
    }

    fn put_on(&mut self, day: NaiveDate, by: &PersonId, event: Event) -> Result<(), Refusal> {
        let entry = NewEntry {
            recorded: self.recorded,
            occurred: When::Day(day),
            by: by.clone(),
            door: Door::Observed,
            event,
            salt: String::new(),
        };
        self.dossier.record(entry).map(|_| ())
    }

    /// The day of the ruling.
    pub(super) fn at(&self) -> NaiveDate {
        self.at
    }
}
