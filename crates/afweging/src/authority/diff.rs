//! What changed on the map: between two days, or between two maps.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::AuthorityMap;
use crate::actor::{Act, Actor};
use crate::id::MeasureId;
use crate::pack::Grant;

/// One entry of the map that came, went, or reads otherwise. Each carries its article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GrantChange {
    /// Not there before.
    Added(Grant),
    /// No longer there.
    Removed(Grant),
    /// The same datum for the same actor, act and measure, with another standing, other conditions or another article.
    Changed {
        /// As it was.
        before: Grant,
        /// As it is.
        after: Grant,
    },
}

impl GrantChange {
    /// The entry as it is after the change; of one that went, as it was.
    pub fn grant(&self) -> &Grant {
        match self {
            GrantChange::Added(grant) | GrantChange::Removed(grant) => grant,
            GrantChange::Changed { after, .. } => after,
        }
    }
}

/// What makes two entries the same one at two moments.
type Key<'a> = (&'a MeasureId, Act, Actor, &'a str);

fn by_key<'a>(map: &'a AuthorityMap, on: NaiveDate) -> BTreeMap<Key<'a>, &'a Grant> {
    map.grants(on).map(|grant| ((&grant.measure, grant.act, grant.actor, grant.id.as_str()), grant)).collect()
}

impl AuthorityMap {
    /// What changed between two days, by measure, act and actor. A day before the first state has no entries at all.
    ///
    /// ```
    /// use afweging::{AuthorityMap, GrantChange, Pack};
    /// let map = AuthorityMap::of(&Pack::nl()?);
    /// let changes = map.diff("2014-12-31".parse()?, "2015-01-01".parse()?);
    /// assert!(!changes.is_empty() && changes.iter().all(|it| matches!(it, GrantChange::Added(_))));
    /// assert!(map.diff("2015-01-01".parse()?, "2015-01-02".parse()?).is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn diff(&self, from: NaiveDate, to: NaiveDate) -> Vec<GrantChange> {
        self.diff_with(from, self, to)
    }

    /// What changed from this map on a day to another map on a day: hypothetical law against the law in force, say.
    ///
    /// Entries are the same one when they have the same id, actor, act and measure.
    pub fn diff_with(&self, from: NaiveDate, other: &AuthorityMap, to: NaiveDate) -> Vec<GrantChange> {
        let before = by_key(self, from);
        let after = by_key(other, to);
        let mut changes: BTreeMap<Key<'_>, GrantChange> = BTreeMap::new();
        for (key, old) in &before {
            match after.get(key) {
                None => changes.insert(*key, GrantChange::Removed((*old).clone())),
                Some(new) if new != old => changes
                    .insert(*key, GrantChange::Changed { before: (*old).clone(), after: (*new).clone() }),
                Some(_) => None,
            };
        }
        for (key, new) in &after {
            if !before.contains_key(key) {
                changes.insert(*key, GrantChange::Added((*new).clone()));
            }
        }
        changes.into_values().collect()
    }
}
