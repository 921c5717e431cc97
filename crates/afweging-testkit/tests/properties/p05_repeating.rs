//! P5: repeating a tale strengthens nothing: copies with one root change no status and re-open nothing.

use std::collections::BTreeSet;

use afweging::{
    Assessment, Dossier, Event, EvidenceAdded, EvidenceId, NewEntry, Origin, PersonId, Polarity, StatementId,
    When,
};
use afweging_testkit::Histories;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{assessed, config};

/// What a tale may not change: how each statement stands, and each gate.
fn standing(assessment: &Assessment) -> Vec<String> {
    let facts = assessment.uncertainties.facts.iter().map(|it| {
        format!(
            "{} {:?} {:?} {} {} {:?} {} {}",
            it.statement,
            it.found,
            it.support,
            it.roots_for,
            it.roots_against,
            it.level,
            it.reopened,
            it.withdrawn
        )
    });
    let gates = assessment.steps.iter().flat_map(|step| {
        step.gates.iter().map(move |gate| {
            let codes: Vec<_> = gate.findings.iter().map(|it| (it.code, it.says)).collect();
            format!(
                "{} {:?} {:?} {codes:?} {:?}",
                step.step, gate.gate, gate.outcome, gate.rests_on_judgement_of
            )
        })
    });
    let open = [format!("{:?} {:?}", assessment.open, assessment.least_intrusive)];
    facts.chain(gates).chain(open).collect()
}

/// Who tells it once more: somebody to whom no other tale was traced, for that would be news of that tale.
fn teller(dossier: &Dossier, pick: Index) -> Option<PersonId> {
    let sources: BTreeSet<&PersonId> = dossier
        .evidence()
        .values()
        .filter_map(|it| match &it.added.what.origin {
            Origin::ToldByPerson { person } => Some(person),
            _ => None,
        })
        .collect();
    let others: Vec<&PersonId> =
        dossier.people().iter().map(|it| &it.what.person).filter(|id| !sources.contains(id)).collect();
    (!others.is_empty()).then(|| (*pick.get(&others)).clone())
}

fn copy(dossier: &Dossier, of: &EvidenceId, how: u8, by: PersonId, number: usize) -> Option<NewEntry> {
    let original = &dossier.evidence().get(of)?.added.what;
    let origin = match how {
        0 => Origin::Document { title: "a copy".into(), copies: vec![of.clone()] },
        1 => Origin::ToldByEvidence { evidence: of.clone() },
        // Retold by the one who brought it: all that this person brought on this side, and nothing more.
        _ => Origin::ToldByPerson { person: original.borne_by.clone() },
    };
    let added = EvidenceAdded {
        evidence: EvidenceId::new(format!("copy-{number}")).expect("an id"),
        statement: original.statement.clone(),
        polarity: original.polarity,
        borne_by: by.clone(),
        origin,
    };
    let last = dossier.entries().last()?;
    Some(NewEntry {
        recorded: last.recorded,
        occurred: When::Day(last.recorded.date_naive()),
        by,
        door: Default::default(),
        event: Event::EvidenceAdded(added),
        salt: String::new(),
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p5_copies_of_one_root_change_no_status(
        history in Histories::new().well_prepared().with_length(30..80).strategy(),
        copies in prop::collection::vec((any::<Index>(), any::<Index>(), 0_u8..3), 1..8),
        later in 0_u64..400,
    ) {
        let at = history.last_day() + chrono::Days::new(later);
        let before = standing(&assessed(&history, at));
        let mut told = history.dossier().clone();
        let mut count = 0;
        for (number, (of, by, how)) in copies.into_iter().enumerate() {
            let evidence: Vec<EvidenceId> = told.evidence().keys().cloned().collect();
            if evidence.is_empty() { return Ok(()) }
            let Some(by) = teller(&told, by) else { continue };
            let Some(entry) = copy(&told, of.get(&evidence), how, by, number) else { continue };
            told.record(entry).expect("a copy can be recorded");
            count += 1;
        }
        let after = assessed(&told, at);
        prop_assert_eq!(before, standing(&after), "after {} copies", count);
    }

    /// Nor do copies of copies, across documents and from one statement to another: what a first copy brought over is all
    /// that there is to bring.
    #[test]
    fn p5_copies_of_copies_across_statements_change_no_status(
        history in Histories::new().well_prepared().with_length(30..80).strategy(),
        from in any::<Index>(),
        to in any::<Index>(),
        by in any::<Index>(),
        copies in prop::collection::vec((prop::collection::vec(any::<Index>(), 1..4), any::<bool>()), 1..8),
    ) {
        let at = history.last_day();
        let mut told = history.dossier().clone();
        let evidence: Vec<EvidenceId> = told.evidence().keys().cloned().collect();
        let statements: Vec<StatementId> = told.statements().keys().cloned().collect();
        if evidence.is_empty() { return Ok(()) }
        let Some(by) = teller(&told, by) else { return Ok(()) };
        let original = told.evidence()[from.get(&evidence)].added.what.clone();
        let elsewhere = to.get(&statements).clone();
        let on = |statement: &StatementId, number: usize, copies: Vec<EvidenceId>, dossier: &Dossier| {
            let last = dossier.entries().last().expect("an entry").clone();
            NewEntry {
                recorded: last.recorded,
                occurred: When::Day(last.recorded.date_naive()),
                by: by.clone(),
                door: Default::default(),
                event: Event::EvidenceAdded(EvidenceAdded {
                    evidence: EvidenceId::new(format!("copy-{number}")).expect("an id"),
                    statement: statement.clone(),
                    polarity: original.polarity,
                    borne_by: by.clone(),
                    origin: Origin::Document { title: "a copy".into(), copies },
                }),
                salt: String::new(),
            }
        };
        // The first copy on either statement brings the tale there.
        let first = [original.evidence.clone()];
        let (one, two) = (on(&original.statement, 0, first.to_vec(), &told), on(&elsewhere, 1, first.to_vec(), &told));
        told.record(one).expect("a copy can be recorded");
        told.record(two).expect("a copy can be recorded");
        let before = standing(&assessed(&told, at));
        let mut known: Vec<EvidenceId> = ["copy-0", "copy-1"].map(|id| EvidenceId::new(id).expect("an id")).into();
        known.push(original.evidence.clone());
        for (number, (of, here)) in copies.into_iter().enumerate() {
            let copied: Vec<EvidenceId> = of.iter().map(|it| it.get(&known).clone()).collect();
            let statement = if here { &original.statement } else { &elsewhere };
            let entry = on(statement, number + 2, copied, &told);
            known.push(EvidenceId::new(format!("copy-{}", number + 2)).expect("an id"));
            told.record(entry).expect("a copy can be recorded");
        }
        prop_assert_eq!(before, standing(&assessed(&told, at)));
    }

    /// However many tell each other, without a root it stays nothing.
    #[test]
    fn p5_a_circle_of_tellers_is_no_support(
        history in Histories::new().with_length(15..30).without_corrections().strategy(),
        mouths in 2_usize..20,
    ) {
        let mut dossier = history.dossier().clone();
        let Some(last) = dossier.entries().last().cloned() else { return Ok(()) };
        let people: Vec<PersonId> = dossier.people().iter().map(|it| it.what.person.clone()).collect();
        if people.len() < 2 { return Ok(()) }
        let statement = StatementId::new("rumour").expect("an id");
        let mut record = |event| dossier.record(NewEntry {
            recorded: last.recorded,
            occurred: When::Day(last.recorded.date_naive()),
            by: people[0].clone(),
            door: Default::default(),
            event,
            salt: String::new(),
        }).expect("recorded");
        record(Event::Claimed(afweging::Claim {
            statement: statement.clone(), text: "they say so".into(), about: vec![], nature: Default::default(), cause: Default::default(),
        }));
        for mouth in 0..mouths {
            record(Event::EvidenceAdded(EvidenceAdded {
                evidence: EvidenceId::new(format!("rumour-{mouth}")).expect("an id"),
                statement: statement.clone(),
                polarity: Polarity::Supports,
                borne_by: people[mouth % people.len()].clone(),
                origin: Origin::ToldByPerson { person: people[(mouth + 1) % people.len()].clone() },
            }));
        }
        let assessment = assessed(&dossier, last.recorded.date_naive());
        let fact = assessment.uncertainties.facts.iter().find(|it| it.statement == statement).expect("the rumour");
        prop_assert_eq!(fact.support, afweging::Belnap::Neither);
        prop_assert_eq!((fact.mentions, fact.untraced, fact.level), (mouths, mouths, None));
    }
}
