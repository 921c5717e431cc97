//! Opaque identifiers: pseudonyms, never names.
//!
//! An id is 1 to 64 characters out of letters, digits, `.`, `_`, `-` and `:`. No name, address or citizen number has
//! a type in this library; the vendor's own system knows who `p1` is.

use std::fmt;

/// The longest id, in characters.
pub const LONGEST_ID: usize = 64;

/// Why a text cannot be an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an id has 1 to 64 characters out of letters, digits and `._-:`, not `{0}`")]
pub struct IdError(pub String);

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST_ID
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b':'))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schemars(extend("minLength" = 1, "maxLength" = 64, "pattern" = "^[A-Za-z0-9._:-]+$"))]
        pub struct $name(String);

        impl $name {
            /// Makes the id.
            ///
            /// # Errors
            /// [`IdError`] when the text is empty, longer than 64 characters or holds another character.
            pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
                let text = text.into();
                if is_id(&text) { Ok(Self(text)) } else { Err(IdError(text)) }
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// The vendor's own id of a dossier.
    DossierId,
    /// A possibility in neighbouring law, by its id in the law pack, such as `bw1-253a`.
    AdjacentId,
    /// The pseudonym of a person in one dossier.
    PersonId,
    /// A statement: something that someone says is so.
    StatementId,
    /// One piece of evidence for or against a statement.
    EvidenceId,
    /// A candidate measure, for one person, for one period.
    StepId,
    /// An alternative that someone named.
    AlternativeId,
    /// An obligation that a ruling laid on someone.
    ObligationId,
    /// A measure of the law pack: `M00` to `M34`, or a word such as `perspective`.
    MeasureId,
    /// A placement of a measure, such as `network_foster`.
    PlacementId,
    /// A ground of a measure, such as `bw1-255-threat`.
    GroundId,
}
