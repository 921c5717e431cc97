//! The facts of a record: claims, evidence by its source, and what the court found.

use afweging::{
    Claim, Event, EvidenceAdded, EvidenceId, FindingMade, Found, Origin, PersonId, Polarity, Role, Said,
    StatementId,
};

use super::MapError;
use super::log::Log;
use super::people::{Asker, Everyone, PARENTS};
use crate::record::{FactRow, FactSource, FactStatus, Input};

/// What the court found and may rest its views on.
pub(super) type Established = Vec<StatementId>;

/// Puts the facts into the dossier and gives those that the court established.
pub(super) fn record(input: &Input, people: &mut Everyone, log: &mut Log) -> Result<Established, MapError> {
    let mut established = Vec::new();
    for (place, row) in input.facts.iter().enumerate() {
        let number = place.saturating_add(1);
        let statement = StatementId::new(format!("f{number}"))?;
        let (borne_by, origin) = source(row, people, log)?;
        let claim = Claim {
            statement: statement.clone(),
            text: row.statement.clone().into(),
            about: people.children.clone(),
            nature: Said::NotSaid,
            cause: Said::NotSaid,
        };
        log.put(&borne_by, Event::Claimed(claim))?;
        let evidence = EvidenceAdded {
            evidence: EvidenceId::new(format!("e{number}"))?,
            statement: statement.clone(),
            polarity: Polarity::Supports,
            borne_by: borne_by.clone(),
            origin,
        };
        log.put(&borne_by, Event::EvidenceAdded(evidence))?;
        let Some(found) = found(&row.status) else { continue };
        let finding = FindingMade {
            statement: statement.clone(),
            found,
            why: "as the ruling has it".into(),
            answers: Vec::new(),
        };
        let court = people.court.clone();
        log.put(&court, Event::Found(finding))?;
        if found == Found::Established {
            established.push(statement);
        }
    }
    Ok(established)
}

/// Who brings it, and where it comes from.
fn source(row: &FactRow, people: &mut Everyone, log: &mut Log) -> Result<(PersonId, Origin), MapError> {
    let court = people.court.clone();
    Ok(match &row.source_kind {
        FactSource::CourtFinding => (court, Origin::OwnObservation),
        FactSource::ExpertReport => {
            let expert = people.with_role(log, &[Role::BehaviouralScientist, Role::Doctor], "expert")?;
            (expert, Origin::ExpertReport { title: "the expert's report".into() })
        }
        FactSource::RequesterReport => {
            let title = "the report of who asked".into();
            (asker(people), Origin::Document { title, copies: Vec::new() })
        }
        FactSource::GiStatement => told(court, people.with_role(log, &[Role::Gi], "gi")?),
        FactSource::ParentStatement => told(court, people.with_role(log, &PARENTS, "parent")?),
        FactSource::ChildStatement => told(court, people.with_role(log, &[Role::Child], "child")?),
        FactSource::ThirdParty => told(court, people.other(log, "third-party")?),
        FactSource::Other | FactSource::Unlisted(_) => (court, Origin::Untraced),
    })
}

fn told(court: PersonId, person: PersonId) -> (PersonId, Origin) {
    (court, Origin::ToldByPerson { person })
}

fn asker(people: &Everyone) -> PersonId {
    match people.askers.first() {
        Some(Asker::Person(id, _)) => id.clone(),
        Some(Asker::TheChild) => people.children.first().unwrap_or(&people.nobody).clone(),
        None => people.nobody.clone(),
    }
}

fn found(status: &FactStatus) -> Option<Found> {
    match status {
        FactStatus::Established => Some(Found::Established),
        FactStatus::Plausible => Some(Found::Plausible),
        FactStatus::NotEstablished => Some(Found::NotEstablished),
        FactStatus::Refuted => Some(Found::Refuted),
        FactStatus::Disputed | FactStatus::Unknown | FactStatus::Unlisted(_) => None,
    }
}
