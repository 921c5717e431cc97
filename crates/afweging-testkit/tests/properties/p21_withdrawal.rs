//! P21: withdrawing the sole support of something always changes something; withdrawing what nothing uses changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use afweging::{
    Answerer, Base, Claim, Code, Dated, DecisionEvent, DecisionRecord, Dossier, Event, EvidenceAdded,
    EvidenceGraph, EvidenceId, FindingKind, NewEntry, Origin, PersonId, Piece, Polarity, Resting, Said,
    StatementEvent, StatementId, StepId, Support, Telling, Told, WhatIf, When, Withdrawal, Withdrawn,
    effects,
};
use afweging_testkit::{Histories, dutch_pack};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{assessed, config};

/// The support of every statement, reckoned apart: as the log has it, or with one piece fewer.
fn supports(
    dossier: &Dossier,
    at: NaiveDate,
    without: Option<&EvidenceId>,
) -> BTreeMap<StatementId, Support> {
    let occurred = |when: &When| when.first_day() <= at;
    let mut pieces: Vec<_> = dossier
        .evidence()
        .values()
        .filter(|it| occurred(&it.added.occurred) && !dossier.is_corrected(it.added.seq))
        .filter(|it| !it.withdrawn.as_ref().is_some_and(|(_, when)| occurred(when)))
        .filter(|it| Some(&it.added.what.evidence) != without)
        .collect();
    pieces.sort_by_key(|it| it.added.seq);
    let graph = EvidenceGraph::new(pieces.into_iter().map(|it| {
        Piece {
            added: &it.added.what,
            is_withdrawn: false,
            is_contested: dossier
                .contests()
                .get(&it.added.seq)
                .is_some_and(|contests| contests.iter().any(|it| occurred(&it.occurred))),
        }
    }));
    dossier.statements().keys().map(|id| (id.clone(), graph.support(id))).collect()
}

fn roots_differ(one: &Support, other: &Support) -> bool {
    (&one.roots_for, &one.roots_against, &one.untainted_for)
        != (&other.roots_for, &other.roots_against, &other.untainted_for)
}

/// A piece that counts on the day.
fn counting(dossier: &Dossier, at: NaiveDate) -> Vec<EvidenceId> {
    let occurred = |when: &When| when.first_day() <= at;
    dossier
        .evidence()
        .iter()
        .filter(|(_, it)| occurred(&it.added.occurred) && !dossier.is_corrected(it.added.seq))
        .filter(|(_, it)| it.withdrawn.is_none())
        .map(|(id, _)| id.clone())
        .collect()
}

fn record(dossier: &mut Dossier, at: NaiveDate, by: &PersonId, event: Event) -> Option<u64> {
    let recorded = dossier.entries().last()?.recorded.max(at.and_hms_opt(12, 0, 0)?.and_utc());
    dossier
        .record(NewEntry {
            recorded,
            occurred: When::Day(at),
            by: by.clone(),
            door: Default::default(),
            event,
            salt: String::new(),
        })
        .ok()
}

fn take_back(dossier: &mut Dossier, at: NaiveDate, what: Withdrawn) -> Option<u64> {
    let by = dossier.entries().last()?.by.clone();
    record(dossier, at, &by, Event::Withdrawn(Withdrawal { taken_back: what, reason: "mistaken".into() }))
}

/// Whether an answer to what opposes a finding leans on a piece.
fn is_answered(dossier: &Dossier, at: NaiveDate, piece: &EvidenceId) -> bool {
    let graph = dossier.evidence_on(at);
    let told_on = graph.told_on([piece]);
    dossier.statements().values().flat_map(|it| it.history.all()).any(|dated| match &dated.transition {
        StatementEvent::Find { finding, .. } => {
            finding.answers.iter().any(|it| it.evidence == *piece || told_on.contains(&it.evidence))
        }
        StatementEvent::Withdraw(_) => false,
    })
}

proptest! {
    #![proptest_config(config())]

    /// What a piece alone carried is told to stand otherwise; what has its roots elsewhere too is not. Asking what would
    /// happen gives what happens.
    #[test]
    fn p21_taking_back_a_sole_support_changes_something_and_any_other_nothing(
        history in Histories::new().well_prepared().with_length(30..90).strategy(),
        picks in prop::collection::vec(any::<Index>(), 1..4),
        later in 0_u64..40,
    ) {
        let at = history.last_day() + chrono::Days::new(later);
        let pieces = counting(&history, at);
        if pieces.is_empty() { return Ok(()) }
        let there: BTreeSet<StatementId> =
            assessed(&history, at).uncertainties.facts.into_iter().map(|it| it.statement).collect();
        for pick in picks {
            let piece = pick.get(&pieces);
            let (with, without) = (supports(&history, at, None), supports(&history, at, Some(piece)));
            let carried: BTreeSet<&StatementId> =
                there.iter().filter(|id| roots_differ(&with[*id], &without[*id])).collect();
            let change = WhatIf::TakenBack(Withdrawn::Evidence(piece.clone()));
            let asked = effects(&history, dutch_pack(), &change, at).expect("it is there");
            let told: BTreeSet<&StatementId> = asked.facts.iter().map(|it| &it.statement).collect();
            for id in &carried {
                let tainted_only = with[*id].roots_for == without[*id].roots_for
                    && with[*id].roots_against == without[*id].roots_against;
                prop_assert!(tainted_only || told.contains(id), "{piece} carried {id}: {asked:?}");
            }
            if carried.is_empty() && !is_answered(&history, at, piece) {
                prop_assert!(!asked.changes_anything(), "{piece} carried nothing: {asked:?}");
                let only_mentions = asked.rests.iter().all(|it| {
                    !it.loses_support || matches!(it.rest.what, Resting::Evidence { .. })
                });
                prop_assert!(only_mentions, "{asked:?}");
            }
            // What is asked is what happens.
            let mut taken = history.dossier().clone();
            let Some(by) = take_back(&mut taken, at, Withdrawn::Evidence(piece.clone())) else { continue };
            let done = effects(&taken, dutch_pack(), &change, at).expect("it is there");
            prop_assert_eq!(done.done_by, Some(by));
            prop_assert_eq!(&done.facts, &asked.facts);
            prop_assert_eq!(&done.gates, &asked.gates);
            prop_assert_eq!(&done.rests, &asked.rests);
            let before = assessed(&history, at).uncertainties.facts;
            let after = assessed(&taken, at).uncertainties.facts;
            prop_assert_eq!(carried.is_empty() || before != after, true);
        }
    }

    /// A claim and a mention that nobody ever used: taking them back, or finding that they were mistakes, changes nothing
    /// but themselves, and nobody has to be told.
    #[test]
    fn p21_taking_back_what_nothing_uses_changes_nothing(
        history in Histories::new().well_prepared().with_length(20..70).strategy(),
        pick in any::<Index>(),
    ) {
        let at = history.last_day();
        let mut dossier = history.dossier().clone();
        let Some(by) = dossier.entries().last().map(|it| it.by.clone()) else { return Ok(()) };
        let (unused, mention) = (StatementId::new("unused").unwrap(), EvidenceId::new("mention").unwrap());
        let claim = Claim { statement: unused.clone(), text: "so it is".into(), about: vec![by.clone()], nature: Said::NotSaid, cause: Said::NotSaid };
        let claimed = record(&mut dossier, at, &by, Event::Claimed(claim)).expect("a claim");
        let on: Vec<StatementId> = dossier.statements().keys().cloned().collect();
        let mentioned = record(&mut dossier, at, &by, Event::EvidenceAdded(EvidenceAdded {
            evidence: mention.clone(),
            statement: pick.get(&on).clone(),
            polarity: Polarity::Supports,
            borne_by: by.clone(),
            origin: Origin::Untraced,
        })).expect("a mention");
        for change in [WhatIf::TakenBack(Withdrawn::Evidence(mention)), WhatIf::PutRight(mentioned), WhatIf::ObjectedTo(mentioned)] {
            let found = effects(&dossier, dutch_pack(), &change, at).expect("it is there");
            prop_assert!(!found.changes_anything() && found.rests.is_empty() && found.to_tell.is_empty(), "{found:?}");
        }
        for change in [WhatIf::TakenBack(Withdrawn::Statement(unused.clone())), WhatIf::PutRight(claimed)] {
            let found = effects(&dossier, dutch_pack(), &change, at).expect("it is there");
            let others: Vec<_> = found.facts.iter().filter(|it| it.statement != unused).collect();
            prop_assert!(others.is_empty() && found.gates.is_empty(), "{found:?}");
            prop_assert!(found.rests.is_empty() && found.to_tell.is_empty(), "{found:?}");
            prop_assert_eq!(found.facts.len(), 1);
        }
    }

    /// The duty to tell names exactly those whom the call names, and ends when they were told.
    #[test]
    fn p21_the_duty_to_tell_is_what_the_call_says_and_ends(
        history in Histories::new().well_prepared().with_length(30..90).strategy(),
    ) {
        let at = history.last_day();
        let mut dossier = history.dossier().clone();
        let owners = |dossier: &Dossier| -> BTreeMap<u64, BTreeSet<PersonId>> {
            let mut owners: BTreeMap<u64, BTreeSet<PersonId>> = BTreeMap::new();
            for duty in assessed(dossier, at).duties {
                if duty.code == Code::AnswerOpposition {
                    owners.entry(duty.because[0]).or_default().extend(duty.owner.into_iter().filter_map(|it| match it {
                        Answerer::Person(person) => Some(person),
                        _ => None,
                    }));
                }
            }
            owners
        };
        let found = owners(&dossier);
        for entry in history.entries() {
            let Ok(done) = effects(&history, dutch_pack(), &WhatIf::DoneBy(entry.seq), at) else { continue };
            let is_there = !history.is_corrected(entry.seq);
            let untold: BTreeSet<PersonId> = done.untold().cloned().collect();
            if is_there {
                prop_assert_eq!(found.get(&entry.seq).cloned().unwrap_or_default(), untold, "entry {}", entry.seq);
            } else {
                prop_assert!(!found.contains_key(&entry.seq), "entry {} was itself a mistake", entry.seq);
            }
        }
        for (entry, people) in found {
            for person in people {
                let told = Told { entry, person: person.clone(), how: Said::NotSaid };
                record(&mut dossier, at, &person, Event::Told(told)).expect("somebody is told");
            }
        }
        prop_assert_eq!(owners(&dossier), BTreeMap::new());
    }

    /// A ground that rests on what was taken back (`AFW-FACTS-006`) is among what the call says rests on it.
    #[test]
    fn p21_what_a_gate_says_was_taken_back_is_what_the_call_says(
        history in Histories::new().well_prepared().with_length(30..70).strategy(),
        pick in any::<Index>(),
    ) {
        let at = history.last_day();
        let mut dossier = history.dossier().clone();
        let statements: Vec<StatementId> = dossier.statements().keys().cloned().collect();
        if statements.is_empty() { return Ok(()) }
        let _ = take_back(&mut dossier, at, Withdrawn::Statement(pick.get(&statements).clone()));
        for step in assessed(&dossier, at).steps {
            for finding in step.findings().filter(|it| it.code == Code::SupportWithdrawn) {
                // By its id, and not by that of another with which it begins.
                let is_named = |id: &&StatementId| finding.sentence.en.contains(id.as_str());
                let named = statements.iter().filter(is_named).max_by_key(|id| id.as_str().len());
                let statement = named.expect("the finding names it").clone();
                let change = WhatIf::TakenBack(Withdrawn::Statement(statement));
                let found = effects(&dossier, dutch_pack(), &change, at).expect("it was taken back");
                let is_view = |it: &afweging::Rested| matches!(&it.rest.what, Resting::View { step: on, .. } if *on == step.step);
                prop_assert!(found.done_by.is_some() && found.rests.iter().any(is_view), "{found:?}");
            }
        }
    }

    /// A decision record tells a statement just when the call says that it rests on it.
    #[test]
    fn p21_the_records_that_quote_it_are_those_that_tell_it(
        history in Histories::new().well_prepared().with_length(40..90).strategy(),
    ) {
        for (id, step) in history.steps() {
            let is_taken = |it: &&Dated<DecisionEvent>| !matches!(it.transition, DecisionEvent::Hear(_));
            let Some(decided) = step.machines.decision().all().iter().rfind(is_taken) else { continue };
            let at = decided.occurred.first_day();
            let Ok(record) = DecisionRecord::on(&history, dutch_pack(), id, at) else { continue };
            let told: BTreeSet<&StatementId> = record.lines().into_iter().filter_map(|line| match &line.tells {
                Telling::Fact { statement, .. } => Some(statement),
                _ => None,
            }).collect();
            for (statement, known) in history.statements() {
                let claim = &known.claim;
                let is_there = claim.occurred.first_day() <= at && claim.seq < decided.seq && !history.is_corrected(claim.seq)
                    && claim.what.text.text().is_some() && known.history.all().iter().all(|it| matches!(it.transition, StatementEvent::Find { .. }));
                if !is_there { continue }
                let change = WhatIf::TakenBack(Withdrawn::Statement(statement.clone()));
                let Ok(found) = effects(&history, dutch_pack(), &change, at) else { continue };
                let is_record = |it: &afweging::Rested| matches!(&it.rest.what, Resting::Record { step: of } if of == id) && it.rest.entry == decided.seq;
                prop_assert_eq!(&found.base, &Base::Statement(statement.clone()));
                prop_assert_eq!(found.rests.iter().any(is_record), told.contains(statement), "{} in the record of {} at {}", statement, id, at);
            }
        }
    }

    /// What stands or falls with a step loses its support exactly when the step gets a bar that it did not have, in a copy of the
    /// dossier in which the statement is taken back; and where it only lost one of several supports, those that are left carry still.
    #[test]
    fn p21_what_loses_its_support_is_what_loses_something_met(
        history in Histories::new().well_prepared().with_length(30..80).strategy(),
        picks in prop::collection::vec(any::<Index>(), 1..4),
    ) {
        let at = history.last_day();
        let statements: Vec<StatementId> = history.statements().keys().cloned().collect();
        if statements.is_empty() { return Ok(()) }
        let bars = |assessment: &afweging::Assessment, step: &StepId| -> BTreeMap<(String, String), usize> {
            let mut bars = BTreeMap::new();
            for finding in assessment.step(step).into_iter().flat_map(|it| it.findings()) {
                if finding.kind == FindingKind::Bar {
                    *bars.entry((finding.code.to_string(), finding.sentence.en.clone())).or_insert(0) += 1;
                }
            }
            bars
        };
        for pick in picks {
            let statement = pick.get(&statements);
            let mut taken = history.dossier().clone();
            let back = Withdrawn::Statement(statement.clone());
            if take_back(&mut taken, at, back.clone()).is_none() { continue }
            let asked = effects(&history, dutch_pack(), &WhatIf::TakenBack(back), at).expect("it is there");
            let (before, after) = (assessed(&history, at), assessed(&taken, at));
            for rested in &asked.rests {
                let step = match &rested.rest.what {
                    Resting::Agreement { step } | Resting::Request { step } | Resting::Decision { step } | Resting::Record { step } => Some(step),
                    _ => None,
                };
                if let Some(step) = step {
                    let (had, has) = (bars(&before, step), bars(&after, step));
                    let loses = has.iter().any(|(bar, times)| had.get(bar).is_none_or(|before| before < times));
                    prop_assert_eq!(rested.loses_support, loses, "{} without {}: {:?}", step, statement, rested);
                }
                prop_assert!(!rested.loses_support || rested.rests_still_on.is_empty(), "{rested:?}");
                for still in &rested.rests_still_on {
                    let fact = after.uncertainties.facts.iter().find(|it| it.statement == *still).expect("it is there");
                    prop_assert!(fact.level.is_some() && still != statement, "{rested:?}");
                }
            }
        }
    }
}
