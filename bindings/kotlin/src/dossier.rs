//! The dossier: an append-only log behind a handle.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, NaiveDate, Utc};

use crate::count::signed;
use crate::failure::Failure;
use crate::perspective::PerspectiveValue;

/// A parsed dossier, to which entries are added.
#[derive(uniffi::Object)]
pub(crate) struct DossierHandle {
    // Copy on write: `assess` works on a snapshot without holding the lock, and `record` copies the log only in the
    // rare case that such a snapshot is still in use.
    core: Mutex<Arc<afweging::Dossier>>,
}

impl DossierHandle {
    fn new(core: afweging::Dossier) -> Arc<Self> {
        Arc::new(Self { core: Mutex::new(Arc::new(core)) })
    }

    // The core does not panic, so a poisoned lock has nothing half-done behind it.
    fn lock(&self) -> MutexGuard<'_, Arc<afweging::Dossier>> {
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The dossier as it is now, whatever is recorded next.
    pub(crate) fn snapshot(&self) -> Arc<afweging::Dossier> {
        Arc::clone(&self.lock())
    }
}

#[uniffi::export]
impl DossierHandle {
    /// Reads a dossier.
    #[uniffi::constructor]
    fn from_json(text: &str) -> Result<Arc<Self>, Failure> {
        Ok(Self::new(afweging::Dossier::from_json(text)?))
    }

    /// Canonical JSON.
    fn to_json(&self) -> String {
        self.snapshot().to_json()
    }

    /// The id by which the system that keeps the dossier knows it.
    fn id(&self) -> String {
        self.snapshot().id().to_owned()
    }

    /// The number of entries.
    fn size(&self) -> i64 {
        signed(self.snapshot().len())
    }

    /// The hash of the last entry.
    fn head(&self) -> String {
        self.snapshot().head().to_owned()
    }

    /// Adds one entry and returns its number.
    fn record(&self, entry: &str) -> Result<i64, Failure> {
        let entry = afweging::NewEntry::from_json(entry)?;
        Ok(signed(Arc::make_mut(&mut self.lock()).record(entry)?))
    }

    /// The dossier without what was recorded later.
    fn known_at(&self, instant: DateTime<Utc>) -> Result<Arc<Self>, Failure> {
        Ok(Self::new(self.snapshot().known_at(instant)))
    }

    /// Where the perspective of one person stands on a day.
    fn perspective_on(&self, person: &str, day: NaiveDate) -> Result<PerspectiveValue, Failure> {
        let person = afweging::PersonId::new(person)?;
        Ok(self.snapshot().perspective_on(&person, day).into())
    }
}
