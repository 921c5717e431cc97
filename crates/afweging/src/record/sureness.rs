//! The uncertainty words: four, fixed, the same for every reader.
//!
//! | | Dutch | English | when |
//! | --- | --- | --- | --- |
//! | `Established` | staat vast | is established | people found it established, and the evidence carries that |
//! | `Plausible` | lijkt zo, want … | seems so, because … | people found it plausible, or established on less than that takes |
//! | `Contradicted` | wordt tegengesproken | is contradicted | people found it refuted, or nobody found anything and a source speaks against it |
//! | `Unknown` | weten we niet | we do not know | everything else: silence, what cannot be found out, what was taken back |

use serde::Serialize;

use crate::assess::FactStand;
use crate::fact::{Belnap, EvidenceLevel, Found};
use crate::sentence::Sentence;

/// How sure people are of a statement: one of the four uncertainty words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sureness {
    /// Established (*staat vast*).
    Established,
    /// Seems so, because … (*lijkt zo, want …*).
    Plausible,
    /// Is contradicted (*wordt tegengesproken*).
    Contradicted,
    /// We do not know (*weten we niet*).
    Unknown,
}

impl Sureness {
    /// Every one of them, in the order in which they are shown.
    pub const ALL: [Sureness; 4] =
        [Sureness::Established, Sureness::Plausible, Sureness::Contradicted, Sureness::Unknown];

    /// What people found decides, as far as the evidence carries it. Where nobody found anything, nothing is said to be
    /// likely: that takes people.
    pub fn of(fact: &FactStand) -> Self {
        if fact.withdrawn || fact.reopened {
            return Sureness::unfound(fact);
        }
        match fact.found {
            Some(Found::Established) if fact.level == Some(EvidenceLevel::Established) => {
                Sureness::Established
            }
            Some(Found::Established | Found::Plausible) if fact.support == Belnap::Against => {
                Sureness::Contradicted
            }
            Some(Found::Established | Found::Plausible) => Sureness::Plausible,
            Some(Found::Refuted) => Sureness::Contradicted,
            Some(Found::NotEstablished | Found::Unresolvable) => Sureness::Unknown,
            None => Sureness::unfound(fact),
        }
    }

    fn unfound(fact: &FactStand) -> Self {
        match fact.support {
            Belnap::Both | Belnap::Against if !fact.withdrawn => Sureness::Contradicted,
            _ => Sureness::Unknown,
        }
    }

    /// The word itself.
    pub fn label(self) -> Sentence {
        let (nl, en) = match self {
            Sureness::Established => ("staat vast", "is established"),
            Sureness::Plausible => ("lijkt zo, want …", "seems so, because …"),
            Sureness::Contradicted => ("wordt tegengesproken", "is contradicted"),
            Sureness::Unknown => ("weten we niet", "we do not know"),
        };
        Sentence::new(nl, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(found: Option<Found>, level: Option<EvidenceLevel>, support: Belnap) -> FactStand {
        FactStand {
            statement: crate::id::StatementId::new("st").expect("an id"),
            text: String::new(),
            found,
            support,
            mentions: 0,
            roots_for: 0,
            roots_against: 0,
            untraced: 0,
            level,
            reopened: false,
            withdrawn: false,
            contested_by: Vec::new(),
            because: Vec::new(),
        }
    }

    #[test]
    fn what_people_found_decides_as_far_as_the_evidence_carries_it() {
        use Belnap::{Against, Both, For, Neither};
        use Found::{Established, NotEstablished, Plausible, Refuted, Unresolvable};
        let at = Some(EvidenceLevel::Established);
        let suspicion = Some(EvidenceLevel::SeriousSuspicion);
        for (found, level, support, word) in [
            (Some(Established), at, For, Sureness::Established),
            (Some(Established), suspicion, For, Sureness::Plausible),
            (Some(Established), None, Neither, Sureness::Plausible),
            (Some(Plausible), suspicion, Both, Sureness::Plausible),
            (Some(Plausible), None, Against, Sureness::Contradicted),
            (Some(Refuted), None, For, Sureness::Contradicted),
            (Some(NotEstablished), None, For, Sureness::Unknown),
            (Some(Unresolvable), None, Both, Sureness::Unknown),
            (None, suspicion, For, Sureness::Unknown),
            (None, None, Both, Sureness::Contradicted),
            (None, None, Against, Sureness::Contradicted),
            (None, None, Neither, Sureness::Unknown),
        ] {
            assert_eq!(Sureness::of(&fact(found, level, support)), word, "{found:?} {level:?} {support:?}");
        }
    }

    #[test]
    fn what_was_taken_back_or_re_opened_is_not_known_whatever_was_found() {
        let found = fact(Some(Found::Established), Some(EvidenceLevel::Established), Belnap::For);
        assert_eq!(Sureness::of(&FactStand { withdrawn: true, ..found.clone() }), Sureness::Unknown);
        assert_eq!(Sureness::of(&FactStand { reopened: true, ..found.clone() }), Sureness::Unknown);
        let reopened = FactStand { reopened: true, support: Belnap::Both, ..found };
        assert_eq!(Sureness::of(&reopened), Sureness::Contradicted);
    }

    #[test]
    fn four_words_and_none_of_them_is_maybe() {
        let words: std::collections::BTreeSet<_> = Sureness::ALL.map(Sureness::label).into();
        assert_eq!(words.len(), 4);
        for word in words {
            for vague in ["mogelijk", "misschien", "waarschijnlijk", "possibl", "maybe", "likely"] {
                assert!(!word.nl.contains(vague) && !word.en.contains(vague), "{word:?}");
            }
        }
    }
}
