//! Dates and instants at the border.
//!
//! Stricter than pyo3's own conversions, because a date that silently means another one is worse than an error:
//! a `datetime` is no `date` (which day it is depends on the zone), and a naive `datetime` is no instant.

use chrono::{DateTime, NaiveDate, Utc};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyTzInfo};

/// A `datetime.date` that is not a `datetime.datetime`.
pub(crate) struct Day(pub(crate) NaiveDate);

impl<'py> FromPyObject<'_, 'py> for Day {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if object.is_instance_of::<PyDateTime>() {
            return Err(PyTypeError::new_err(
                "expected a date, not a datetime: take `.date()` in the zone you mean",
            ));
        }
        Ok(Self(object.extract()?))
    }
}

/// An aware `datetime.datetime` of any zone, as the instant it stands for.
pub(crate) struct Instant(pub(crate) DateTime<Utc>);

impl<'py> FromPyObject<'_, 'py> for Instant {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let given = object.cast::<PyDateTime>()?;
        // pyo3 reads only the zone UTC itself; Python knows how to come there from any other.
        if given.call_method0("utcoffset")?.is_none() {
            return Err(PyValueError::new_err("expected a datetime with a time zone, this one is naive"));
        }
        let utc = given.call_method1("astimezone", (PyTzInfo::utc(object.py())?,))?;
        Ok(Self(utc.extract()?))
    }
}
