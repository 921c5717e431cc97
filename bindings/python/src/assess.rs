//! `assess`: a dossier, a pack and a date in, an assessment out.

use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};

use crate::dossier::Dossier;
use crate::pack::Pack;
use crate::time::Day;

/// How a dossier stands on a date: what is open, what is barred and by what, who may answer, what is due.
///
/// >>> import json
/// >>> from datetime import date
/// >>> from afweging import Dossier, Pack, assess
/// >>> dossier = Dossier.from_json('{"format": "afweging/dossier/1", "id": "d1", "entries": []}')
/// >>> assessment = assess(dossier, Pack.nl(), at=date(2026, 3, 31))
/// >>> json.loads(assessment.to_json())["format"]
/// 'afweging/assessment/1'
#[pyclass(module = "afweging", frozen)]
pub(crate) struct Assessment {
    // The canonical text is the value: it is what is compared, pickled and stored.
    json: String,
}

#[pymethods]
impl Assessment {
    /// The assessment as canonical JSON: the same bytes from every language.
    fn to_json(&self) -> &str {
        &self.json
    }

    fn __repr__(&self) -> String {
        format!("<Assessment of {} bytes>", self.json.len())
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.json == other.json
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        pyo3::types::PyString::new(py, &self.json).hash()
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let state = PyTuple::new(slf.py(), [&slf.get().json])?;
        Ok((slf.get_type().getattr("_restore")?, state))
    }

    #[classmethod]
    fn _restore(_class: &Bound<'_, PyType>, json: String) -> Self {
        Self { json }
    }
}

/// Assesses a dossier under a law pack, as it stands on a date.
///
/// Pure: it reads no clock and no file, and the same input gives the same bytes. Other threads run meanwhile.
#[pyfunction]
#[pyo3(signature = (dossier, pack, at))]
pub(crate) fn assess(py: Python<'_>, dossier: &Dossier, pack: &Pack, at: Day) -> Assessment {
    let snapshot = dossier.snapshot();
    Assessment { json: py.detach(|| afweging::assess(&snapshot, &pack.core, at.0).to_json()) }
}
