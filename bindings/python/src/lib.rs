//! The native half of the Python package `afweging`: one file per module of the core.
//!
//! Everything that has behaviour is here; what is only a value (the states, the exceptions) is plain Python
//! beside it, so that it pickles, matches and prints as Python programmers expect.

mod assess;
mod dossier;
mod error;
mod pack;
mod perspective;
mod time;

/// `afweging._native`: import from `afweging`, never from here.
#[pyo3::pymodule(name = "_native")]
mod native {
    #[pymodule_export]
    use crate::assess::{Assessment, assess};
    #[pymodule_export]
    use crate::dossier::Dossier;
    #[pymodule_export]
    use crate::pack::Pack;
}
