//! What the authority map says of who asked: whether they may, and whether only where another did not.

use std::collections::BTreeSet;

use afweging::{Act, Actor, Grant, GrantCondition, MeasureId, Pack, Role, Standing};
use chrono::NaiveDate;

use super::people::PARENTS;

/// The positions that somebody in this role may have. Nobody in a record says who holds authority, so a parent may be
/// in either.
fn positions(role: Role) -> BTreeSet<Actor> {
    match role {
        Role::Child => [Actor::MinorUnder12, Actor::Minor12To15, Actor::Minor16To17].into(),
        parent if PARENTS.contains(&parent) => {
            [Actor::ParentWithAuthority, Actor::ParentWithoutAuthority].into()
        }
        Role::FosterParent => [Actor::FosterParent, Actor::Carer].into(),
        Role::Guardian => [Actor::Guardian].into(),
        other => [other.body().unwrap_or(Actor::Other)].into(),
    }
}

/// The grants by which somebody in this role may ask for a measure.
pub(super) fn to_request<'a>(
    pack: &'a Pack,
    at: NaiveDate,
    measure: &MeasureId,
    is_extension: bool,
    role: Role,
) -> Vec<&'a Grant> {
    let positions = positions(role);
    let fits = |condition: &GrantCondition| match condition {
        GrantCondition::FirstOnly => !is_extension,
        GrantCondition::ExtensionOnly => is_extension,
        _ => true,
    };
    pack.grants(at)
        .iter()
        .filter(|grant| grant.act == Act::Request && grant.measure == *measure)
        .filter(|grant| positions.contains(&grant.actor) && grant.conditions.iter().all(fits))
        .collect()
}

/// Whether somebody in this role may have brought an appeal about a measure: the family, and whom the map names.
pub(super) fn may_appeal(pack: &Pack, at: NaiveDate, measure: &MeasureId, role: Role) -> bool {
    let positions = positions(role);
    let is_named = |grant: &Grant| {
        grant.act == Act::Appeal && grant.measure == *measure && positions.contains(&grant.actor)
    };
    role.body().is_none() || pack.grants(at).iter().any(is_named)
}

/// Whether somebody may ask by these grants only where who has the power in the first place did not, and the power
/// hangs on nothing else.
pub(super) fn is_subsidiary(grants: &[&Grant]) -> bool {
    let hangs_on_that_alone = |grant: &&Grant| {
        grant.standing == Standing::Subsidiary
            && grant.conditions.iter().all(|condition| {
                matches!(
                    condition,
                    GrantCondition::OnlyIfPrimaryDidNot
                        | GrantCondition::FirstOnly
                        | GrantCondition::ExtensionOnly
                )
            })
    };
    !grants.is_empty() && grants.iter().all(hangs_on_that_alone)
}
