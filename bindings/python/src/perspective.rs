//! The states of a perspective, as the frozen dataclasses of `afweging.perspective`.

use afweging::{Narrative, NotHeardGround, Perspective};
use pyo3::call::PyCallArgs;
use pyo3::prelude::*;

pub(crate) fn to_python<'py>(py: Python<'py>, perspective: &Perspective) -> PyResult<Bound<'py, PyAny>> {
    match perspective {
        Perspective::Unheard(_) => build(py, "Unheard", ()),
        Perspective::Invited(_) => build(py, "Invited", ()),
        Perspective::Heard(_) => build(py, "Heard", ()),
        Perspective::Confirmed(_) => build(py, "Confirmed", ()),
        Perspective::Contested(state) => build(py, "Contested", (state.correction().what.correction.text(),)),
        Perspective::Declined(state) => {
            build(py, "Declined", (state.declined().what.reason.said().and_then(Narrative::text),))
        }
        Perspective::NotHeard(state) => {
            let why = &state.not_heard().what;
            build(py, "NotHeard", (ground_to_python(py, &why.ground)?, why.reason.text()))
        }
    }
}

fn ground_to_python<'py>(py: Python<'py>, ground: &NotHeardGround) -> PyResult<Bound<'py, PyAny>> {
    match ground {
        NotHeardGround::TooYoung => build(py, "TooYoung", ()),
        NotHeardGround::Unsafe => build(py, "Unsafe", ()),
        NotHeardGround::Unreachable { attempts } => build(py, "Unreachable", (*attempts,)),
        NotHeardGround::Urgent { look_back } => build(py, "Urgent", (*look_back,)),
        NotHeardGround::Other => build(py, "Other", ()),
    }
}

fn build<'py>(py: Python<'py>, class: &str, fields: impl PyCallArgs<'py>) -> PyResult<Bound<'py, PyAny>> {
    py.import("afweging.perspective")?.getattr(class)?.call1(fields)
}
