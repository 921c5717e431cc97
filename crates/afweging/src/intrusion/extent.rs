//! How long and for whom a step is meant: by that steps of one measure compare too.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::id::PersonId;
use crate::said::Said;

/// For how many days a step is meant, and of whom it asks something. It orders steps of one measure for one person, and
/// nothing else: across measures, days are no dimension.
///
/// ```
/// use afweging::{Extent, PersonId, Said};
/// let child = PersonId::new("child")?;
/// let of = |days| Extent { days: Said::Said(days), people: Said::Said([child.clone()].into()) };
/// assert!(of(90).is_lighter(&of(365)));
/// assert!(!of(90).is_lighter(&of(90)));
/// let unknown = Extent { days: Said::NotSaid, ..of(90) };
/// assert!(!unknown.is_lighter(&of(365)) && !of(90).is_lighter(&unknown), "what is not said orders nothing");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Extent {
    /// From the first day to the last, both included.
    #[serde(skip_serializing_if = "Said::is_not_said")]
    pub days: Said<i64>,
    /// Of whom it was said that it asks something.
    #[serde(skip_serializing_if = "Said::is_not_said")]
    pub people: Said<BTreeSet<PersonId>>,
}

impl Extent {
    /// Whether it is no longer and for no more people, and less of one of the two. What is not said orders nothing.
    pub fn is_lighter(&self, other: &Extent) -> bool {
        let (Said::Said(ours), Said::Said(theirs)) = (&self.days, &other.days) else { return false };
        let (Said::Said(our_people), Said::Said(their_people)) = (&self.people, &other.people) else {
            return false;
        };
        ours <= theirs && our_people.is_subset(their_people) && (ours < theirs || our_people != their_people)
    }
}
