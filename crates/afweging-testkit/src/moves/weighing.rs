//! Views, the dialogue, and what comes of it.

use afweging::{
    Act, CommonVerdict, Condition, Convergence, DialogueDeclined, DialogueOpened, DialogueReopened,
    Divergence, Event, FallbackUrgency, FellBack, GroundId, OwnPower, PersonId, Position, RevealedView, Said,
    SealedView, SealingAgreed, StatementId, StepId, Verdict, View, ViewsRevealed, Weighed, Weighing,
};

use super::words;
use crate::writer::{Writer, dutch_pack};

/// The conditions on which silence leaves a gate open.
pub(super) const NEEDED: &[Condition] = &[
    Condition::FactsSufficient,
    Condition::Suitable,
    Condition::Feasible,
    Condition::Proportionate,
    Condition::Duration,
    Condition::Scope,
];

/// The grounds of a step's measure by today's law.
pub(super) fn grounds(writer: &Writer, step: &StepId) -> Vec<GroundId> {
    writer.measure_of(step).into_iter().flat_map(|it| it.all_grounds()).cloned().collect()
}

fn matter(writer: &mut Writer, step: &StepId) -> Option<Weighed> {
    let grounds = grounds(writer, step);
    if !grounds.is_empty() && writer.dice.chance(45) {
        return writer.dice.pick(&grounds).cloned().map(Weighed::Ground);
    }
    if writer.dice.chance(5) {
        let all: Vec<GroundId> = dutch_pack().grounds().map(|ground| ground.id.clone()).collect();
        return writer.dice.pick(&all).cloned().map(Weighed::Ground);
    }
    let conditions = if writer.dice.chance(60) { NEEDED } else { Condition::ALL };
    writer.dice.pick(conditions).copied().map(Weighed::Condition)
}

fn verdict(writer: &mut Writer) -> Verdict {
    match writer.dice.below(10) {
        0..7 => Verdict::Met,
        7..9 => Verdict::NotMet,
        _ => Verdict::Undecided,
    }
}

/// Who weighs: mostly a professional, often one who decides.
fn weigher(writer: &mut Writer, on: &Weighed) -> Option<PersonId> {
    if *on == Weighed::Condition(Condition::ExpertAgreement) && writer.dice.chance(60) {
        return writer.somebody(|role| role == afweging::Role::BehaviouralScientist);
    }
    if writer.dice.chance(25)
        && let Some(court) = writer.somebody(afweging::Role::is_court)
    {
        return Some(court);
    }
    writer.professional()
}

/// Gives one view.
pub(super) fn give(
    writer: &mut Writer,
    by: &PersonId,
    step: StepId,
    on: Weighed,
    verdict: Verdict,
    statements_for: Vec<StatementId>,
) -> bool {
    let statements_against = if writer.dice.chance(20) { writer.statements() } else { Vec::new() };
    let norm = writer.said(30, "what a child needs to grow up safely".into());
    let threshold_for_action = writer.said(20, "when it happens again".into());
    let strengths = if writer.dice.chance(30) { vec!["grandmother helps".into()] } else { Vec::new() };
    let concerns = if writer.dice.chance(30) { vec!["alone at night".into()] } else { Vec::new() };
    let alone_first = writer.dice.chance(70);
    let before_seeing_others = writer.said(50, alone_first);
    let why = words::why(writer, format!("{by} looks at it this way"));
    let view = View {
        step,
        on,
        verdict,
        why,
        norm,
        threshold_for_action,
        strengths,
        concerns,
        statements_for,
        statements_against,
        before_seeing_others,
    };
    writer.write_by(by, Event::ViewGiven(view))
}

pub(super) fn view(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let Some(on) = matter(writer, &step) else { return false };
    let Some(by) = weigher(writer, &on) else { return false };
    let verdict = verdict(writer);
    let statements = writer.statements();
    give(writer, &by, step, on, verdict, statements)
}

pub(super) fn open_dialogue(writer: &mut Writer) -> bool {
    let step = writer.step();
    step.is_some_and(|step| open_on(writer, step))
}

pub(super) fn open_on(writer: &mut Writer, step: StepId) -> bool {
    let opened = who_talks(writer, step, 40);
    writer.write(Event::DialogueOpened(opened))
}

/// Who takes part, who was asked, who declined, and who argues against it.
fn who_talks(writer: &mut Writer, step: StepId, percent: u64) -> DialogueOpened {
    let everyone = writer.people(|_| true);
    let participants = writer.dice.some(&everyone, percent);
    let others: Vec<PersonId> = everyone.into_iter().filter(|it| !participants.contains(it)).collect();
    let invited = writer.dice.some(&others, percent);
    let mut declined = Vec::new();
    for person in others.into_iter().filter(|it| !invited.contains(it)) {
        if writer.dice.chance(percent / 2) {
            let reason = writer.said(50, "not with them in one room".into());
            declined.push(DialogueDeclined { person, reason });
        }
    }
    let contradiction_by = match writer.dice.pick(&participants).cloned() {
        Some(person) => writer.said(60, person),
        None => Said::NotSaid,
    };
    DialogueOpened { step, participants, invited, declined, contradiction_by }
}

/// Opens a dialogue with everyone, in which somebody argues against it who did not propose the step.
fn open_with_everyone(writer: &mut Writer, step: &StepId) -> bool {
    let mut opened = who_talks(writer, step.clone(), 100);
    let proposer = writer.dossier.steps().get(step).map(|it| it.proposal.what.proposed_by.clone());
    let others: Vec<PersonId> =
        opened.participants.iter().filter(|it| Some(*it) != proposer.as_ref()).cloned().collect();
    if let Some(person) = writer.dice.pick(&others).cloned() {
        opened.contradiction_by = Said::Said(person);
    }
    writer.write(Event::DialogueOpened(opened))
}

/// The salt of a sealed view. Generated dossiers hide nothing: it can be reckoned again when the view is opened.
fn salt_of(by: &PersonId, on: &Weighed) -> String {
    format!("the salt of {by} on {on:?}")
}

/// What somebody seals: always the same for one person, step and matter, so that it can be opened later.
fn view_under_seal(by: &PersonId, step: &StepId, on: &Weighed) -> View {
    let letters = by.as_str().bytes().chain(step.as_str().bytes()).map(u64::from).sum::<u64>();
    let verdict = match letters.checked_rem(5) {
        Some(3) => Verdict::NotMet,
        Some(4) => Verdict::Undecided,
        _ => Verdict::Met,
    };
    View {
        step: step.clone(),
        on: on.clone(),
        verdict,
        why: format!("{by} wrote this alone").into(),
        norm: Said::NotSaid,
        threshold_for_action: Said::NotSaid,
        strengths: vec![],
        concerns: vec![],
        statements_for: vec![],
        statements_against: vec![],
        before_seeing_others: Said::NotSaid,
    }
}

pub(super) fn agree_sealing(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let professionals = writer.people(afweging::Role::is_professional);
    let mut circle = writer.dice.some(&professionals, 50);
    circle.truncate(2);
    let on: Vec<Weighed> = matter(writer, &step).into_iter().collect();
    writer.write(Event::SealingAgreed(SealingAgreed { step, circle, on }))
}

/// The steps that are weighed under seal just now.
fn under_seal(writer: &mut Writer) -> Option<(StepId, afweging::SealedWeighing)> {
    let steps: Vec<(StepId, afweging::SealedWeighing)> = writer
        .dossier
        .steps()
        .iter()
        .filter_map(|(id, record)| match record.weighing.latest() {
            Weighing::Sealed(sealed) => Some((id.clone(), sealed.clone())),
            _ => None,
        })
        .collect();
    writer.dice.pick(&steps).cloned()
}

pub(super) fn seal(writer: &mut Writer) -> bool {
    let Some((step, sealed)) = under_seal(writer) else { return false };
    let waiting: Vec<(PersonId, Weighed)> =
        sealed.waiting().map(|(person, on)| (person.clone(), on.clone())).collect();
    let Some((by, on)) = writer.dice.pick(&waiting).cloned() else { return false };
    let view = view_under_seal(&by, &step, &on);
    match SealedView::seal(&by, &view, &salt_of(&by, &on)) {
        Ok(sealed) => writer.write_by(&by, Event::ViewSealed(sealed)),
        Err(_) => false,
    }
}

/// Opens what is sealed, or seals the next view while one is waited for.
pub(super) fn reveal(writer: &mut Writer) -> bool {
    let Some((step, sealed)) = under_seal(writer) else { return false };
    if sealed.waiting().next().is_some() {
        return seal(writer);
    }
    let opened = |it: &afweging::UnderSeal| RevealedView {
        by: it.by.clone(),
        view: view_under_seal(&it.by, &step, &it.sealed.on),
        view_salt: salt_of(&it.by, &it.sealed.on).into(),
    };
    let views = sealed.sealed().iter().map(opened).collect();
    writer.write(Event::ViewsRevealed(ViewsRevealed { step, views }))
}

/// A step that some weigh under seal, all the way to opening, now and then with one view that stays away.
pub(crate) fn under_seal_on(writer: &mut Writer, step: StepId) {
    let professionals = writer.people(afweging::Role::is_professional);
    let circle: Vec<PersonId> = professionals.into_iter().take(3).collect();
    let mut on: Vec<Weighed> = grounds(writer, &step).into_iter().take(2).map(Weighed::Ground).collect();
    on.push(Weighed::Condition(Condition::Suitable));
    writer.write(Event::SealingAgreed(SealingAgreed { step, circle, on }));
    while seal(writer) {
        if writer.dice.chance(10) {
            return;
        }
    }
    reveal(writer);
}

/// What was looked at so far, and the rest of what a step turns on, some of it.
fn matters(writer: &mut Writer, step: &StepId, percent: u64) -> Vec<Weighed> {
    let mut all: Vec<Weighed> = grounds(writer, step).into_iter().map(Weighed::Ground).collect();
    all.extend(NEEDED.iter().copied().map(Weighed::Condition));
    if let Some(record) = writer.dossier.steps().get(step) {
        all.extend(record.weighing.latest().views().matters().cloned());
    }
    all.sort();
    all.dedup();
    writer.dice.some(&all, percent)
}

pub(super) fn converge(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let matters = matters(writer, &step, 60);
    let verdicts = matters.into_iter().map(|on| CommonVerdict { on, verdict: verdict(writer) }).collect();
    writer.write(Event::Converged(Convergence { step, verdicts, why: "we agree".into() }))
}

pub(super) fn diverge(writer: &mut Writer) -> bool {
    let step = writer.step();
    step.is_some_and(|step| diverge_on(writer, step))
}

pub(super) fn diverge_on(writer: &mut Writer, step: StepId) -> bool {
    let mut positions = Vec::new();
    for on in matters(writer, &step, 20) {
        for _ in 0..2 {
            let Some(person) = writer.professional() else { continue };
            let verdict = verdict(writer);
            positions.push(Position { person, on: on.clone(), verdict, why: "by my norm".into() });
        }
    }
    writer.write(Event::Diverged(Divergence { step, positions }))
}

pub(super) fn reopen(writer: &mut Writer) -> bool {
    let step = writer.step();
    step.is_some_and(|step| {
        let DialogueOpened { step, participants, invited, declined, contradiction_by } =
            who_talks(writer, step, 20);
        let why = "something new came up".into();
        writer.write(Event::DialogueReopened(DialogueReopened {
            step,
            why,
            participants,
            invited,
            declined,
            contradiction_by,
        }))
    })
}

pub(super) fn fall_back(writer: &mut Writer) -> bool {
    let Some(step) = writer.step() else { return false };
    let Some(measure) = writer.dossier.steps().get(&step).map(|it| it.proposal.what.measure.clone()) else {
        return false;
    };
    let mut powers = Vec::new();
    for act in [Act::Request, Act::Decide, Act::Execute] {
        let Some(person) = writer.professional().filter(|_| writer.dice.chance(60)) else { continue };
        powers.push(OwnPower { person, act, measure: measure.clone(), article: "Jw 3.3".to_owned() });
    }
    let days = writer.dice.below(30);
    let danger =
        FallbackUrgency { danger: "the child is alone tonight".into(), look_back: writer.in_days(days) };
    let urgency = writer.said(60, danger);
    writer.write(Event::FellBack(FellBack { step, powers, urgency }))
}

/// Views by which everything that a step turns on is met, by one who may decide or by two who agree.
pub(super) fn all_met(writer: &mut Writer, step: &StepId, statements: &[StatementId]) {
    let routes = writer.measure_of(step).map(|measure| measure.grounds.clone()).unwrap_or_default();
    let route = writer.dice.pick(&routes).cloned().unwrap_or_default();
    let mut matters: Vec<Weighed> = route.into_iter().map(Weighed::Ground).collect();
    matters.extend(NEEDED.iter().copied().map(Weighed::Condition));
    let decider = writer.somebody(afweging::Role::is_court);
    let by_decider = decider.filter(|_| !writer.careful && writer.dice.chance(40));
    if let Some(by) = by_decider {
        for on in matters {
            give(writer, &by, step.clone(), on, Verdict::Met, statements.to_vec());
        }
        return;
    }
    let mut weighers = writer.people(|role| role.is_professional() && !role.is_court());
    weighers.truncate(3);
    let has_ground = matters.iter().any(|on| matches!(on, Weighed::Ground(_)));
    for on in &matters {
        let is_weighed = !has_ground || matches!(on, Weighed::Ground(_));
        for by in weighers.iter().filter(|_| is_weighed) {
            give(writer, by, step.clone(), on.clone(), Verdict::Met, statements.to_vec());
        }
    }
    if writer.careful || writer.dice.chance(80) {
        open_with_everyone(writer, step);
    } else {
        open_on(writer, step.clone());
    }
    let verdicts = matters.into_iter().map(|on| CommonVerdict { on, verdict: Verdict::Met }).collect();
    writer.write(Event::Converged(Convergence { step: step.clone(), verdicts, why: "we agree".into() }));
}
