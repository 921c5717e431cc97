//! P14, the other way round: adding what only raises something opens no step.

use afweging::{
    AlternativeId, AlternativeNamed, AlternativeOption, Answer, CandidatesAnswered, Condition, Contested,
    CycleOpened, DialogueReopened, Divergence, Document, DocumentNoted, Dossier, Event, EvidenceAdded,
    EvidenceId, FindingMade, Found, Gate, GroundId, NewEntry, Origin, PersonId, Polarity, Position,
    StatementId, StepId, Verdict, View, Weighed, When, Withdrawal, Withdrawn,
};
use afweging_testkit::{Bearing, Dice, Histories, bearing, dutch_pack};
use proptest::prelude::*;

use crate::p14_bearing::opened;
use crate::{assessed, config};

/// Something that raises, by somebody who is there.
fn raising(dossier: &Dossier, dice: &mut Dice) -> Option<Event> {
    let steps: Vec<StepId> = dossier.steps().keys().cloned().collect();
    let statements: Vec<StatementId> = dossier.statements().keys().cloned().collect();
    let people: Vec<PersonId> = dossier.people().iter().map(|it| it.what.person.clone()).collect();
    let person = dice.pick(&people)?.clone();
    let step = dice.pick(&steps).cloned();
    Some(match dice.below(10) {
        0 => Event::EvidenceAdded(EvidenceAdded {
            evidence: EvidenceId::new("raised").ok()?,
            statement: dice.pick(&statements)?.clone(),
            polarity: Polarity::Opposes,
            borne_by: person,
            origin: Origin::OwnObservation,
        }),
        1 => Event::Withdrawn(Withdrawal {
            taken_back: Withdrawn::Statement(dice.pick(&statements)?.clone()),
            reason: "I was mistaken".into(),
        }),
        2 => Event::Found(FindingMade {
            statement: dice.pick(&statements)?.clone(),
            found: *dice.pick(&[Found::Refuted, Found::Unresolvable])?,
            why: "nobody saw it".into(),
            answers: Vec::new(),
        }),
        3 => {
            let entry = 1 + dice.below(dossier.len() as u64);
            Event::Contested(Contested { entry, person, objection: "that is not so".into() })
        }
        4 => Event::CandidatesAnswered(CandidatesAnswered {
            step: step.clone()?,
            candidates: vec![afweging::Candidate::Nothing],
            answer: Answer::Adequate,
            why: "it would do".into(),
        }),
        5 => Event::AlternativeNamed(AlternativeNamed {
            alternative: AlternativeId::new("raised").ok()?,
            step: step?,
            option: AlternativeOption::OwnWords {
                text: "a week at the neighbours'".into(),
                frame: Default::default(),
                burdened: Vec::new(),
            },
        }),
        6 => Event::DocumentNoted(DocumentNoted {
            step: step?,
            document: *dice.pick(Document::ALL)?,
            present: false,
        }),
        7 => Event::CycleOpened(CycleOpened { reason: "something happened".into() }),
        8 if dice.chance(50) => Event::DialogueReopened(DialogueReopened {
            step: step?,
            why: "something happened".into(),
            participants: vec![],
            invited: vec![],
            declined: vec![],
            contradiction_by: Default::default(),
        }),
        8 => {
            let on = Weighed::Condition(*dice.pick(Condition::ALL)?);
            let position = Position { person, on, verdict: Verdict::NotMet, why: "by my norm".into() };
            Event::Diverged(Divergence { step: step?, positions: vec![position] })
        }
        _ => {
            let grounds: Vec<GroundId> = dutch_pack().grounds().map(|it| it.id.clone()).collect();
            let ground = dice.pick(&grounds)?.clone();
            let on = if dice.chance(50) {
                Weighed::Ground(ground)
            } else {
                Weighed::Condition(*dice.pick(Condition::ALL)?)
            };
            Event::ViewGiven(View {
                step: step?,
                on,
                verdict: *dice.pick(&[Verdict::NotMet, Verdict::Undecided])?,
                why: "by my norm".into(),
                norm: Default::default(),
                threshold_for_action: Default::default(),
                strengths: Vec::new(),
                concerns: Vec::new(),
                statements_for: Vec::new(),
                statements_against: Vec::new(),
                before_seeing_others: Default::default(),
            })
        }
    })
}

/// Who says it: for a view somebody who weighed the step before, since somebody new who doubts makes it less alone.
fn by(dossier: &Dossier, event: &Event, dice: &mut Dice) -> Option<PersonId> {
    let mut people: Vec<PersonId> = dossier.people().iter().map(|it| it.what.person.clone()).collect();
    if let Event::ViewGiven(view) = event {
        let weighing = &dossier.steps().get(&view.step)?.weighing;
        people = weighing.latest().views().all().iter().map(|given| given.by.clone()).collect();
    }
    dice.pick(&people).cloned()
}

/// The gate at which a doubt may take a question away: who no longer finds a ground met needs no facts for it.
fn may_open(event: &Event) -> Option<Gate> {
    match event {
        Event::ViewGiven(view) if matches!(view.on, Weighed::Ground(_)) => Some(Gate::Facts),
        Event::Diverged(_) | Event::DialogueReopened(_) => Some(Gate::Facts),
        _ => None,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn p14_adding_what_raises_opens_no_gate(
        history in Histories::new().well_prepared().with_length(25..85).strategy(),
        seeds in prop::collection::vec(any::<u64>(), 6),
    ) {
        let Some(last) = history.entries().last() else { return Ok(()) };
        let at = history.last_day();
        let before = assessed(&history, at);
        for seed in seeds {
            let mut dice = Dice::new(seed);
            let Some(event) = raising(&history, &mut dice) else { continue };
            prop_assert_eq!(bearing(&event), Bearing::Raises);
            let Some(by) = by(&history, &event, &mut dice) else { continue };
            let mut dossier = history.dossier().clone();
            let recorded = dossier.record(NewEntry {
                recorded: last.recorded,
                occurred: When::Day(at),
                by,
                door: Default::default(),
                event: event.clone(),
                salt: String::new(),
            });
            if recorded.is_err() { continue }
            let opened = opened(&before, &assessed(&dossier, at), may_open(&event));
            prop_assert!(opened.is_empty(), "{} on {at}: {opened:?} by {event:?}", event.kind());
        }
    }
}
