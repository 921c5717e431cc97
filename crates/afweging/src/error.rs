//! What can go wrong at a door: reading, recording, verifying.

use crate::code::Code;

/// An input that cannot be taken. It names the place.
///
/// ```
/// let wrong = r#"{"format": "afweging/dossier/1", "id": "d1", "entries": [{"seq": "one"}]}"#;
/// let error = afweging::Dossier::from_json(wrong).unwrap_err();
/// assert_eq!(error.path, "entries[0].seq");
/// assert_eq!(error.code.as_str(), "AFW-INPUT-001");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code} at {path}: {reason}")]
pub struct InputError {
    /// Which kind of fault.
    pub code: Code,
    /// Where, such as `entries[12].event.origin`.
    pub path: String,
    /// What is wrong, in one line.
    pub reason: String,
}

/// An event that the dossier refuses. The dossier is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code} at {path}: {reason}{}", allowed_here(.allowed))]
pub struct Refusal {
    /// Which kind of fault.
    pub code: Code,
    /// The place inside the entry, such as `event.person`.
    pub path: String,
    /// What is wrong, in one line.
    pub reason: String,
    /// The state in which it was refused; empty when no state machine refused it.
    pub state: String,
    /// The kinds of event that are allowed in that state; empty when no state machine refused it.
    pub allowed: Vec<String>,
}

fn allowed_here(allowed: &[String]) -> String {
    if allowed.is_empty() { String::new() } else { format!("; allowed here: {}", allowed.join(", ")) }
}

impl Refusal {
    pub(crate) fn new(code: Code, path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { code, path: path.into(), reason: reason.into(), state: String::new(), allowed: Vec::new() }
    }
}

/// The first place where the log was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code} at {path}: {reason}")]
pub struct Tampering {
    /// Which kind of change.
    pub code: Code,
    /// The number of the first entry that is not as it was recorded.
    pub entry: u64,
    /// Where, such as `entries[12]`.
    pub path: String,
    /// What is wrong, in one line.
    pub reason: String,
}
