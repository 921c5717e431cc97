//! From the core's errors to the exceptions of `afweging.error`.
//!
//! The exceptions are Python classes: a native class cannot extend `Exception` under the stable ABI of 3.10, and
//! only a class with a place in a module pickles.

use pyo3::prelude::*;
use pyo3::types::PyTuple;

/// `InputError`: what was read is not what the format says.
pub(crate) fn input(py: Python<'_>, error: &afweging::InputError) -> PyErr {
    raise(py, "InputError", (error.to_string(), error.code.as_str(), &error.path, &error.reason))
}

/// `PackError`: a law pack that cannot be used.
pub(crate) fn pack(py: Python<'_>, error: &afweging::PackError) -> PyErr {
    raise(
        py,
        "PackError",
        (error.to_string(), error.code.as_str(), &error.file, error.line, &error.key, &error.reason),
    )
}

/// `Refusal`: the dossier is as it was, and says what was possible.
pub(crate) fn refusal(py: Python<'_>, refusal: &afweging::Refusal) -> PyErr {
    let allowed = match PyTuple::new(py, &refusal.allowed) {
        Ok(allowed) => allowed,
        Err(failure) => return failure,
    };
    let code = refusal.code.as_str();
    raise(py, "Refusal", (refusal.to_string(), code, &refusal.path, &refusal.reason, &refusal.state, allowed))
}

fn raise<'py>(py: Python<'py>, class: &str, fields: impl pyo3::call::PyCallArgs<'py>) -> PyErr {
    py.import("afweging.error")
        .and_then(|module| module.getattr(class))
        .and_then(|class| class.call1(fields))
        // Building the exception can itself fail (no memory, a patched module): then that is what is raised.
        .map_or_else(|failure| failure, PyErr::from_value)
}
