//! Everything that can go wrong, as one enum with fields: the facade makes its exceptions from it.

use crate::count::signed;

/// One line of text for people, in `text`, and the fields that a program needs.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub(crate) enum Failure {
    /// What was read is not what its format says.
    #[error("{text}")]
    Input { text: String, code: String, path: String, reason: String },
    /// A law pack that cannot be used.
    #[error("{text}")]
    Pack { text: String, code: String, file: String, line: i64, key: String, reason: String },
    /// An entry that contradicts what is recorded.
    #[error("{text}")]
    Refused { text: String, code: String, path: String, reason: String, state: String, allowed: Vec<String> },
    /// An argument that cannot be: a text that is no id, or a date that the JVM can write down and the core cannot.
    #[error("{text}")]
    Argument { text: String },
}

impl From<afweging::InputError> for Failure {
    fn from(error: afweging::InputError) -> Self {
        let text = error.to_string();
        Self::Input { text, code: error.code.as_str().to_owned(), path: error.path, reason: error.reason }
    }
}

impl From<afweging::PackError> for Failure {
    fn from(error: afweging::PackError) -> Self {
        let text = error.to_string();
        let afweging::PackError { file, line, key, reason, code } = error;
        Self::Pack { text, code: code.as_str().to_owned(), file, line: signed(line), key, reason }
    }
}

impl From<afweging::Refusal> for Failure {
    fn from(refusal: afweging::Refusal) -> Self {
        let text = refusal.to_string();
        let afweging::Refusal { code, path, reason, state, allowed } = refusal;
        Self::Refused { text, code: code.as_str().to_owned(), path, reason, state, allowed }
    }
}

impl From<afweging::IdError> for Failure {
    fn from(error: afweging::IdError) -> Self {
        Self::Argument { text: error.to_string() }
    }
}
