//! The coded words of a record. One that is not listed is kept as it stands, and read conservatively by who meets it.

use serde::Deserialize;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $text:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(from = "String")]
        pub enum $name {
            $($(#[$word_doc])* $word,)+
            /// A word that is not listed.
            Unlisted(String),
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                match text.as_str() {
                    $($text => $name::$word,)+
                    _ => $name::Unlisted(text),
                }
            }
        }
    )+};
}

words! {
    /// Whether somebody was heard.
    Heard {
        /// Yes.
        Yes = "yes",
        /// No; also called and not come.
        No = "no",
        /// In part.
        Partly = "partly",
        /// The text does not say.
        Unknown = "unknown",
    }

    /// How a fact stands.
    FactStatus {
        /// Established.
        Established = "established",
        /// Plausible.
        Plausible = "plausible",
        /// Not established.
        NotEstablished = "not_established",
        /// Refuted.
        Refuted = "refuted",
        /// In dispute.
        Disputed = "disputed",
        /// The text does not say.
        Unknown = "unknown",
    }

    /// Where a fact comes from.
    FactSource {
        /// Found by whoever decided.
        CourtFinding = "court_finding",
        /// An expert's report.
        ExpertReport = "expert_report",
        /// The report of who asked.
        RequesterReport = "requester_report",
        /// Told by the institution.
        GiStatement = "gi_statement",
        /// Told by a parent.
        ParentStatement = "parent_statement",
        /// Told by the child.
        ChildStatement = "child_statement",
        /// Told by somebody else.
        ThirdParty = "third_party",
        /// Another source.
        Other = "other",
    }

    /// What was found of a lighter means.
    Verdict {
        /// It would do as well.
        Adequate = "adequate",
        /// It would not.
        Inadequate = "inadequate",
        /// It was tried, and was not enough.
        TriedFailed = "tried_failed",
        /// It was not to be had.
        NotAvailable = "not_available",
    }

    /// Whether a test was passed.
    Met {
        /// It was.
        Yes = "yes",
        /// It was not.
        No = "no",
        /// That stayed open.
        Contested = "contested",
        /// The text does not say.
        Unknown = "unknown",
    }

    /// Whether a case was urgent.
    Urgency {
        /// It was not.
        Ordinary = "ordinary",
        /// It was.
        Emergency = "emergency",
    }
}

/// What a ruling says of a gate, and on what that rests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stated {
    /// Whether the gate was passed; nothing when it was not addressed.
    pub ok: Option<bool>,
    /// `stated`, `implied` or `silent`.
    pub basis: String,
}

impl Stated {
    pub(crate) fn new(ok: Option<bool>, basis: Option<String>) -> Self {
        Stated { ok, basis: basis.unwrap_or_else(|| "silent".to_owned()) }
    }

    /// What the ruling itself says; nothing where it was silent or only implies it.
    pub fn stated(&self) -> Option<bool> {
        self.ok.filter(|_| self.basis == "stated")
    }
}
