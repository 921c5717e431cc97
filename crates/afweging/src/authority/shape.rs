//! The shape of the map on a day: what nobody may do, and what two may decide alone.

use chrono::NaiveDate;
use serde::Serialize;

use super::AuthorityMap;
use super::condition::{is_appellate, is_by_mandate};
use crate::actor::{Act, DecisionForm};
use crate::id::MeasureId;
use crate::pack::{Grant, GrantCondition, Standing};

/// Why there is a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// Nobody may decide on it in first instance with a power of their own.
    NoDecider,
    /// A court decides on it, and nobody may ask: neither in the first place nor in the second, nor does it act unasked.
    NoRequester,
    /// Nobody may carry it out.
    NoExecutor,
    /// Somebody may appeal or object, and nobody may rule on that.
    NoAppealCourt,
    /// A mandate of who has no such power without a mandate themselves.
    MandateWithoutPower,
}

/// Something that nobody may do, though the map leads up to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Gap {
    /// To which measure.
    pub measure: MeasureId,
    /// What nobody may do.
    pub act: Act,
    /// Why it is a gap.
    pub kind: GapKind,
}

/// Two who may each decide alone on the same measure in first instance, in the same matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Overlap {
    /// The one.
    pub one: Grant,
    /// The other.
    pub other: Grant,
}

impl AuthorityMap {
    /// What nobody may do on a day, by measure and act.
    ///
    /// ```
    /// use afweging::{AuthorityMap, Pack};
    /// let map = AuthorityMap::of(&Pack::nl()?);
    /// for gap in map.gaps("2025-03-01".parse()?) {
    ///     println!("{} {:?}: {:?}", gap.measure, gap.act, gap.kind);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn gaps(&self, on: NaiveDate) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for measure in self.pack.measures(on) {
            let grants: Vec<&Grant> = self.grants(on).filter(|grant| grant.measure == measure.id).collect();
            let anybody = |act: Act| grants.iter().any(|grant| grant.act == act && !is_appellate(grant));
            let mut gap = |act: Act, kind: GapKind| gaps.push(Gap { measure: measure.id.clone(), act, kind });
            let own_power = |it: &&Grant| it.act == Act::Decide && !is_appellate(it) && !is_by_mandate(it);
            if !grants.iter().any(own_power) {
                gap(Act::Decide, GapKind::NoDecider);
            }
            let unasked = grants.iter().any(|grant| grant.standing == Standing::ExOfficio);
            if measure.form == DecisionForm::Order && !anybody(Act::Request) && !unasked {
                gap(Act::Request, GapKind::NoRequester);
            }
            if !anybody(Act::Execute) {
                gap(Act::Execute, GapKind::NoExecutor);
            }
            for act in [Act::Object, Act::Appeal] {
                if anybody(act) && !grants.iter().any(|grant| is_appellate(grant)) {
                    gap(act, GapKind::NoAppealCourt);
                }
            }
            for grant in &grants {
                let unfounded = grant.conditions.iter().any(|condition| match condition {
                    GrantCondition::ByMandateOf(body) => !grants
                        .iter()
                        .any(|it| it.act == grant.act && it.actor == *body && !is_by_mandate(it)),
                    _ => false,
                });
                if unfounded {
                    gap(grant.act, GapKind::MandateWithoutPower);
                }
            }
        }
        gaps.sort();
        gaps.dedup();
        gaps
    }

    /// The pairs of actors who may each decide alone on a measure in first instance on a day. Not every overlap is a fault:
    /// help may come by a decision of the municipality or by a referral.
    ///
    /// ```
    /// use afweging::{Actor, AuthorityMap, Pack};
    /// let map = AuthorityMap::of(&Pack::nl()?);
    /// let overlaps = map.overlaps("2025-03-01".parse()?);
    /// assert!(overlaps.iter().all(|it| it.one.actor != it.other.actor));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn overlaps(&self, on: NaiveDate) -> Vec<Overlap> {
        let alone: Vec<&Grant> = self
            .grants(on)
            .filter(|grant| {
                grant.act == Act::Decide
                    && grant.standing != Standing::ExOfficio
                    && !is_appellate(grant)
                    && !is_by_mandate(grant)
                    // An agreement is made together: nobody decides alone.
                    && self.pack.measure(&grant.measure, on).is_some_and(|it| it.form != DecisionForm::Agreement)
            })
            .collect();
        let mut overlaps = Vec::new();
        for (place, one) in alone.iter().enumerate() {
            for other in alone.iter().skip(place.saturating_add(1)) {
                if one.measure == other.measure && one.actor != other.actor && !exclude_each_other(one, other)
                {
                    overlaps.push(Overlap { one: (*one).clone(), other: (*other).clone() });
                }
            }
        }
        overlaps.sort_by(|a, b| {
            (&a.one.measure, a.one.actor, a.other.actor, &a.one.id, &a.other.id).cmp(&(
                &b.one.measure,
                b.one.actor,
                b.other.actor,
                &b.one.id,
                &b.other.id,
            ))
        });
        overlaps
    }
}

/// Whether the conditions of two entries can never hold together.
fn exclude_each_other(one: &Grant, other: &Grant) -> bool {
    use GrantCondition as C;
    one.conditions.iter().any(|mine| {
        other.conditions.iter().any(|theirs| match (mine, theirs) {
            (C::Ends(mine), C::Ends(theirs)) => !mine.iter().any(|measure| theirs.contains(measure)),
            // Another institution in its place ends nothing.
            (C::ReplacesInstitution, C::Ends(_))
            | (C::Ends(_), C::ReplacesInstitution)
            | (C::FirstOnly, C::ExtensionOnly)
            | (C::ExtensionOnly, C::FirstOnly)
            | (C::NoMeasureInForce, C::MeasureInForceOrRequested)
            | (C::MeasureInForceOrRequested, C::NoMeasureInForce) => true,
            _ => false,
        })
    })
}
