//! Claims, the evidence for and against, and what people find.

use afweging::{
    Cause, Claim, Event, EvidenceAdded, EvidenceId, FindingMade, Found, Nature, OppositionAnswered, Origin,
    PersonId, Polarity, Said, StatementId, Withdrawal, Withdrawn,
};

use crate::writer::{Writer, evidence_id, statement_id};

/// Claims something; its id when that was taken.
pub(super) fn claim_one(writer: &mut Writer) -> Option<StatementId> {
    let statement = statement_id(writer.fresh("statement"));
    let natures = [Nature::Strength, Nature::Worry, Nature::Neutral];
    let nature = writer.dice.pick(&natures).copied().map_or(Said::NotSaid, Said::Said);
    let cause = writer.dice.pick(Cause::ALL).copied();
    let cause = match cause {
        Some(cause) => writer.said(40, cause),
        None => Said::NotSaid,
    };
    let about = writer.subject().into_iter().collect();
    let text = format!("what {statement} says is so").into();
    let claim = Event::Claimed(Claim { statement: statement.clone(), text, about, nature, cause });
    writer.write(claim).then_some(statement)
}

pub(super) fn claim(writer: &mut Writer) -> bool {
    claim_one(writer).is_some()
}

fn some_evidence(writer: &mut Writer, on: &StatementId) -> Option<EvidenceId> {
    let same: Vec<EvidenceId> =
        writer.dossier.statements().get(on).map(|record| record.evidence.clone()).unwrap_or_default();
    if !same.is_empty() && writer.dice.chance(75) {
        return writer.dice.pick(&same).cloned();
    }
    let all: Vec<EvidenceId> = writer.dossier.evidence().keys().cloned().collect();
    writer.dice.pick(&all).cloned()
}

fn origin(writer: &mut Writer, on: &StatementId) -> Origin {
    match writer.dice.below(10) {
        0..3 => Origin::OwnObservation,
        3 => {
            let copies = some_evidence(writer, on).into_iter().collect();
            Origin::Document { title: "report".into(), copies }
        }
        4 => Origin::Document { title: "letter".into(), copies: Vec::new() },
        5 => Origin::ExpertReport { title: "assessment".into() },
        6 => {
            some_evidence(writer, on).map_or(Origin::Untraced, |evidence| Origin::ToldByEvidence { evidence })
        }
        7..9 => somebody(writer).map_or(Origin::Untraced, |person| Origin::ToldByPerson { person }),
        _ => Origin::Untraced,
    }
}

fn somebody(writer: &mut Writer) -> Option<PersonId> {
    if writer.dice.chance(60) { writer.relative() } else { writer.professional() }
}

/// Some of the pieces of evidence.
pub(super) fn some_pieces(writer: &mut Writer) -> Vec<EvidenceId> {
    let all: Vec<EvidenceId> = writer.dossier.evidence().keys().cloned().collect();
    writer.dice.some(&all, 50)
}

/// Brings a piece of evidence on a statement; its id when that was taken.
pub(super) fn bring(
    writer: &mut Writer,
    on: &StatementId,
    polarity: Polarity,
    borne_by: PersonId,
    origin: Origin,
) -> Option<EvidenceId> {
    let evidence = evidence_id(writer.fresh("evidence"));
    let added =
        EvidenceAdded { evidence: evidence.clone(), statement: on.clone(), polarity, borne_by, origin };
    writer.write(Event::EvidenceAdded(added)).then_some(evidence)
}

pub(super) fn evidence(writer: &mut Writer) -> bool {
    let (Some(on), Some(borne_by)) = (writer.statement(), somebody(writer)) else { return false };
    let polarity = if writer.dice.chance(70) { Polarity::Supports } else { Polarity::Opposes };
    let origin = origin(writer, &on);
    bring(writer, &on, polarity, borne_by, origin).is_some()
}

/// Finds something of a statement; the answers to what speaks against it come along, or not.
pub(super) fn find_one(writer: &mut Writer, statement: StatementId, found: Found, answered: u64) -> bool {
    let dossier = &writer.dossier;
    let against: Vec<EvidenceId> = dossier
        .statements()
        .get(&statement)
        .into_iter()
        .flat_map(|record| &record.evidence)
        .filter(|id| dossier.evidence().get(id).is_some_and(|it| it.added.what.polarity == Polarity::Opposes))
        .cloned()
        .collect();
    let answers = writer
        .dice
        .some(&against, answered)
        .into_iter()
        .map(|evidence| OppositionAnswered { evidence, reply: "it was about another day".into() })
        .collect();
    writer.write(Event::Found(FindingMade {
        statement,
        found,
        why: "we looked at it together".into(),
        answers,
    }))
}

pub(super) fn find(writer: &mut Writer) -> bool {
    let Some(statement) = writer.statement() else { return false };
    let of = [
        (5, Found::Established),
        (3, Found::Plausible),
        (1, Found::NotEstablished),
        (1, Found::Refuted),
        (1, Found::Unresolvable),
    ];
    let Some(found) = writer.dice.weighted(&of) else { return false };
    find_one(writer, statement, found, 70)
}

pub(super) fn withdraw(writer: &mut Writer) -> bool {
    let taken_back = if writer.dice.chance(40) {
        writer.statement().map(Withdrawn::Statement)
    } else {
        let all: Vec<EvidenceId> = writer.dossier.evidence().keys().cloned().collect();
        writer.dice.pick(&all).cloned().map(Withdrawn::Evidence)
    };
    let Some(taken_back) = taken_back else { return false };
    writer.write(Event::Withdrawn(Withdrawal { taken_back, reason: "I was mistaken".into() }))
}

/// A statement that was found established, on two observations; made when there is none.
pub(super) fn established(writer: &mut Writer) -> Option<StatementId> {
    use afweging::Statement;
    let standing: Vec<StatementId> = writer
        .dossier
        .statements()
        .iter()
        .filter(|(_, record)| {
            matches!(record.history.latest(), Statement::Found(it) if it.finding().finding.found == Found::Established)
        })
        .map(|(id, _)| id.clone())
        .collect();
    if let Some(statement) = writer.dice.pick(&standing) {
        return Some(statement.clone());
    }
    let statement = claim_one(writer)?;
    for by in [writer.relative()?, writer.anyone()?] {
        bring(writer, &statement, Polarity::Supports, by, Origin::OwnObservation);
    }
    find_one(writer, statement.clone(), Found::Established, 100);
    Some(statement)
}
