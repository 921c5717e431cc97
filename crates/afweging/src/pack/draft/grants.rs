//! The entries of the authority map.

use serde::Deserialize;

use crate::actor::Actor;
use crate::pack::draft::entries::{about, length, list, measure_id, measure_ids, some_words, start};
use crate::pack::draft::{BareGrant, Dated, Draft, Of};
use crate::pack::error::{PackCode, PackError};
use crate::pack::file::{Node, Table};
use crate::pack::grant::GrantCondition;
use crate::pack::versions::Reference;
use crate::pack::words::Standing;

type Done = Result<(), PackError>;

pub(super) fn grant(draft: &mut Draft, file: &Dated<'_>, entry: &Table<'_, '_>) -> Done {
    let mut start = start(draft, file, entry)?;
    let refs = &mut start.references;
    let measures = about(entry, refs)?;
    let value = BareGrant {
        actors: actors(entry)?,
        acts: some_words(entry, "acts")?,
        standing: entry.get("standing").map_or(Ok(Standing::Primary), |node| node.word())?,
        conditions: list(entry, "conditions")?
            .iter()
            .map(|node| condition(node, refs))
            .collect::<Result<_, _>>()?,
    };
    draft.grants.supersede(&start.id.clone(), start.version(Of { measures, value }))
}

/// The word for every actor that is no court: anyone may do it. A safety team is no body in law: its members are.
const ANYONE: &str = "anyone";

fn actors(entry: &Table<'_, '_>) -> Result<Vec<Actor>, PackError> {
    let node = entry.need("actors")?;
    match node.list()?.as_slice() {
        [only] if only.is_text() && only.text()? == ANYONE => {
            let anyone = |actor: &Actor| !actor.is_court() && *actor != Actor::SafetyTeam;
            Ok(Actor::ALL.iter().copied().filter(anyone).collect())
        }
        _ => some_words(entry, "actors"),
    }
}

fn condition(node: &Node<'_, '_>, into: &mut Vec<Reference>) -> Result<GrantCondition, PackError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Plain {
        OnlyIfPrimaryDidNot,
        FirstOnly,
        ExtensionOnly,
        NoMeasureInForce,
        MeasureInForceOrRequested,
        Executes,
        MayorRoute,
        SiblingInCase,
        GuardianshipCase,
        Designated,
        InstitutionRoute,
        AcuteOrOwnTask,
        Capable,
        NotBlocked,
        ReplacesInstitution,
        ChangesEarlier,
    }
    if node.is_text() {
        return Ok(match node.word()? {
            Plain::OnlyIfPrimaryDidNot => GrantCondition::OnlyIfPrimaryDidNot,
            Plain::FirstOnly => GrantCondition::FirstOnly,
            Plain::ExtensionOnly => GrantCondition::ExtensionOnly,
            Plain::NoMeasureInForce => GrantCondition::NoMeasureInForce,
            Plain::MeasureInForceOrRequested => GrantCondition::MeasureInForceOrRequested,
            Plain::Executes => GrantCondition::Executes,
            Plain::MayorRoute => GrantCondition::MayorRoute,
            Plain::SiblingInCase => GrantCondition::SiblingInCase,
            Plain::GuardianshipCase => GrantCondition::GuardianshipCase,
            Plain::Designated => GrantCondition::Designated,
            Plain::InstitutionRoute => GrantCondition::InstitutionRoute,
            Plain::AcuteOrOwnTask => GrantCondition::AcuteOrOwnTask,
            Plain::Capable => GrantCondition::Capable,
            Plain::NotBlocked => GrantCondition::NotBlocked,
            Plain::ReplacesInstitution => GrantCondition::ReplacesInstitution,
            Plain::ChangesEarlier => GrantCondition::ChangesEarlier,
        });
    }
    let table = node.table()?;
    let (key, value) = table.only()?;
    Ok(match key {
        "cares_for" => GrantCondition::CaresFor(length(&value)?),
        "in_force" => GrantCondition::InForce(measure_ids(&value.list()?, into)?),
        "ends" => GrantCondition::Ends(measure_ids(&value.list()?, into)?),
        "by_mandate_of" => GrantCondition::ByMandateOf(value.word()?),
        "instead_of" => GrantCondition::InsteadOf(measure_id(&value, into)?),
        "on_appeal_from" => GrantCondition::OnAppealFrom(
            value.list()?.iter().map(Node::word::<Actor>).collect::<Result<_, _>>()?,
        ),
        _ => {
            let reason = format!(
                "unknown word `{key}`, expected one of `cares_for`, `in_force`, `ends`, `by_mandate_of`, `instead_of`, \
                 `on_appeal_from`"
            );
            return Err(value.place().error(PackCode::UnknownWord, reason));
        }
    })
}
