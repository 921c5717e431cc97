//! The law pack, parsed once and shared.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};

use crate::error;

/// A law pack: the measures, grounds, powers and terms, each with its article and the dates it was in force.
///
/// Parsed once and immutable; share it between threads and calls.
///
/// >>> from afweging import Pack
/// >>> pack = Pack.nl()
/// >>> pack.id.startswith("nl")
/// True
/// >>> len(pack.hash)
/// 64
#[pyclass(module = "afweging", frozen)]
pub(crate) struct Pack {
    pub(crate) core: afweging::Pack,
}

#[pymethods]
impl Pack {
    /// The Dutch pack that comes with this version of the library.
    ///
    /// Raises `PackError` when it cannot be read, which means that the installation is damaged.
    #[classmethod]
    fn nl(_class: &Bound<'_, PyType>, py: Python<'_>) -> PyResult<Self> {
        // Parsing takes long enough for other threads to get on with their work.
        py.detach(afweging::Pack::nl).map(|core| Self { core }).map_err(|failure| error::pack(py, &failure))
    }

    /// The name of the pack, which an assessment's receipt quotes.
    #[getter]
    fn id(&self) -> &str {
        self.core.id()
    }

    /// SHA-256 over the content of the pack, in hexadecimal.
    #[getter]
    fn hash(&self) -> &str {
        self.core.hash()
    }

    fn __repr__(&self) -> String {
        let short: String = self.core.hash().chars().take(12).collect();
        format!("<Pack {} {short}…>", self.core.id())
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.core.hash() == other.core.hash()
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        pyo3::types::PyString::new(py, self.core.hash()).hash()
    }

    // A pack is embedded, so it travels as its name and hash: the other side has it, or may not go on.
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let pack = slf.get();
        let state = PyTuple::new(slf.py(), [pack.core.id(), pack.core.hash()])?;
        Ok((slf.get_type().getattr("_restore")?, state))
    }

    #[classmethod]
    fn _restore(class: &Bound<'_, PyType>, py: Python<'_>, id: &str, hash: &str) -> PyResult<Self> {
        let pack = Self::nl(class, py)?;
        if pack.core.id() == id && pack.core.hash() == hash {
            Ok(pack)
        } else {
            Err(PyValueError::new_err(format!(
                "pickled with pack `{id}` ({hash}), but this version of afweging has `{}` ({})",
                pack.core.id(),
                pack.core.hash()
            )))
        }
    }
}
