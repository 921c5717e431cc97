//! The dossier: an append-only log behind a handle.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};

use crate::error;
use crate::perspective;
use crate::time::{Day, Instant};

/// The dossier of one child or family: people as pseudonyms, and a log that only grows.
///
/// >>> from datetime import date
/// >>> from afweging import Dossier
/// >>> dossier = Dossier.from_json('{"format": "afweging/dossier/1", "id": "d1", "entries": []}')
/// >>> dossier.record('''{
/// ...     "recorded": "2026-03-02T09:00:00Z", "occurred": "2026-03-02", "by": "worker",
/// ...     "event": {"person_added": {"person": "worker", "role": "local_team"}}
/// ... }''')
/// 1
/// >>> dossier.perspective_on("worker", date(2026, 3, 2))
/// Unheard()
#[pyclass(module = "afweging", frozen)]
pub(crate) struct Dossier {
    // Copy on write: `assess` works on a snapshot without holding the lock or the GIL, and `record` copies the log
    // only in the rare case that such a snapshot is still in use.
    core: Mutex<Arc<afweging::Dossier>>,
}

impl Dossier {
    fn new(core: afweging::Dossier) -> Self {
        Self { core: Mutex::new(Arc::new(core)) }
    }

    // The lock is held for plain Rust only, never while Python runs, so it cannot form a circle with the GIL. And the
    // core does not panic, so a poisoned lock has nothing half-done behind it.
    fn lock(&self) -> MutexGuard<'_, Arc<afweging::Dossier>> {
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The dossier as it is now, whatever is recorded next.
    pub(crate) fn snapshot(&self) -> Arc<afweging::Dossier> {
        Arc::clone(&self.lock())
    }
}

#[pymethods]
impl Dossier {
    /// Reads a dossier in the format `afweging/dossier/1`.
    ///
    /// Raises `InputError`, whose `path` names the place, as in `entries[12].event.origin`.
    #[classmethod]
    fn from_json(_class: &Bound<'_, PyType>, py: Python<'_>, text: &str) -> PyResult<Self> {
        py.detach(|| afweging::Dossier::from_json(text))
            .map(Self::new)
            .map_err(|failure| error::input(py, &failure))
    }

    /// The dossier as canonical JSON: the same bytes from every language.
    fn to_json(&self, py: Python<'_>) -> String {
        let core = self.snapshot();
        py.detach(|| core.to_json())
    }

    /// Adds one entry, given as JSON, and returns its number.
    ///
    /// Raises `InputError` when the entry cannot be read, and `Refusal` when it contradicts what is already
    /// recorded; either way the dossier stays as it was. What is merely unlawful is not refused: it becomes a finding.
    fn record(&self, py: Python<'_>, entry: &str) -> PyResult<u64> {
        let entry = afweging::NewEntry::from_json(entry).map_err(|failure| error::input(py, &failure))?;
        let outcome = Arc::make_mut(&mut self.lock()).record(entry);
        outcome.map_err(|refused| error::refusal(py, &refused))
    }

    /// The dossier as it was known at an instant: nothing that was recorded later is in it. It takes no new entries.
    ///
    /// Takes a `datetime` with a time zone.
    fn known_at(&self, instant: Instant) -> Self {
        Self::new(self.snapshot().known_at(instant.0))
    }

    /// Where the perspective of one person stands on a day; `Unheard()` when nothing of it is on record.
    ///
    /// Raises `ValueError` when `person` cannot be an id.
    fn perspective_on<'py>(&self, py: Python<'py>, person: &str, day: Day) -> PyResult<Bound<'py, PyAny>> {
        let person =
            afweging::PersonId::new(person).map_err(|wrong| PyValueError::new_err(wrong.to_string()))?;
        perspective::to_python(py, &self.snapshot().perspective_on(&person, day.0))
    }

    /// The id by which the system that keeps the dossier knows it.
    #[getter]
    fn id(&self) -> String {
        self.snapshot().id().to_owned()
    }

    /// The hash of the last entry, empty for an empty dossier. Keep it elsewhere: it shows whether the end of the log was cut off.
    #[getter]
    fn head(&self) -> String {
        self.snapshot().head().to_owned()
    }

    fn __len__(&self) -> usize {
        self.snapshot().len()
    }

    fn __repr__(&self) -> String {
        let core = self.snapshot();
        let short: String = core.head().chars().take(12).collect();
        format!("<Dossier of {} entries, head {short}…>", core.len())
    }

    // Content, not identity; and by the whole of it, since redaction leaves the hashes as they were.
    fn __eq__(&self, py: Python<'_>, other: &Self) -> bool {
        let (left, right) = (self.snapshot(), other.snapshot());
        py.detach(|| left.to_json() == right.to_json())
    }

    // A view of the past stays one: in JSON alone it would come back as a dossier that takes new entries.
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let (py, core) = (slf.py(), slf.get().snapshot());
        let text = py.detach(|| core.to_json());
        let state = (text, core.known_at_instant()).into_pyobject(py)?;
        Ok((slf.get_type().getattr("_restore")?, state))
    }

    #[classmethod]
    fn _restore(
        class: &Bound<'_, PyType>,
        py: Python<'_>,
        text: &str,
        known_at: Option<Instant>,
    ) -> PyResult<Self> {
        let dossier = Self::from_json(class, py, text)?;
        Ok(match known_at {
            Some(instant) => dossier.known_at(instant),
            None => dossier,
        })
    }
}
