//! Looking back after urgency: what was put off is asked again, by a day, of somebody. Urgency puts off and never away: each
//! look-back is due, held or overdue, until it is held.

use chrono::NaiveDate;
use serde::Serialize;

use super::case::{Case, StepCase};
use super::duties::duty;
use super::{CandidateStanding, consents, cure, hearing, intrusion};
use crate::code::Code;
use crate::finding::{Answerer, Basis, Duty, Question, QuestionKind};
use crate::id::{PersonId, StepId};
use crate::person::Role;
use crate::perspective::{NotHeardGround, Perspective, PerspectiveEvent};
use crate::said::Said;
use crate::sentence::Sentence;
use crate::weighing::{FellBack, WeighingEvent};

/// What was put off by urgency.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LookBackOf {
    /// The candidates and the hearing of a step.
    Urgency(StepId),
    /// The dialogue on a step.
    Fallback(StepId),
    /// The hearing of somebody.
    Hearing(PersonId),
}

/// Where a look-back stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LookBackStand {
    /// Its day is still to come, or is today.
    Due,
    /// Nothing that was put off is open any more.
    Held,
    /// Its day has passed, and something that was put off is still open.
    Overdue,
}

/// A look-back after urgency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LookBack {
    /// What was put off.
    pub of: LookBackOf,
    /// Where it stands.
    pub stands: LookBackStand,
    /// The last day.
    pub due: NaiveDate,
    /// Who has to see to it.
    pub owner: Vec<Answerer>,
    /// What was put off and is still open, asked again.
    pub questions: Vec<Question>,
    /// The entry by which it was put off.
    pub because: u64,
}

impl LookBack {
    fn new(
        case: &Case<'_>,
        of: LookBackOf,
        due: NaiveDate,
        owner: Vec<Answerer>,
        questions: Vec<Question>,
        because: u64,
    ) -> Self {
        let stands = match (questions.is_empty(), due < case.at) {
            (true, _) => LookBackStand::Held,
            (false, true) => LookBackStand::Overdue,
            (false, false) => LookBackStand::Due,
        };
        Self { of, stands, due, owner, questions, because }
    }
}

/// Every look-back of the dossier: those of its steps in their order, then those of people.
pub(super) fn of(case: &Case<'_>) -> Vec<LookBack> {
    let mut look_backs = Vec::new();
    for step in case.steps() {
        of_urgency(&step, &mut look_backs);
        of_fallback(&step, &mut look_backs);
    }
    of_hearings(case, &mut look_backs);
    look_backs
}

fn question(
    what: Sentence,
    kind: QuestionKind,
    who: Vec<Answerer>,
    answered_when: &[&'static str],
) -> Question {
    Question {
        what,
        kind,
        who_may_answer: who,
        basis: Basis::Method { rule: "model 8" },
        answered_when: answered_when.to_vec(),
    }
}

fn of_urgency(step: &StepCase<'_>, look_backs: &mut Vec<LookBack>) {
    let declared: Vec<_> = step.case.so_far(&step.record.urgency).collect();
    if declared.is_empty() {
        return;
    }
    let open = suspended(step);
    for urgent in declared {
        let due = step.look_back_of(&urgent.what);
        let owner = vec![Answerer::Person(step.proposal().proposed_by.clone())];
        let of = LookBackOf::Urgency(step.id.clone());
        look_backs.push(LookBack::new(step.case, of, due, owner, open.clone(), urgent.seq));
    }
}

/// What urgency puts off and nobody made up for: the candidates without an answer that stands, and who was not heard.
fn suspended(step: &StepCase<'_>) -> Vec<Question> {
    let mut open: Vec<Question> = intrusion::candidates(step, &mut Vec::new())
        .into_iter()
        .filter(|view| {
            matches!(view.standing, CandidateStanding::Unanswered | CandidateStanding::DoesNotStand { .. })
        })
        .filter(|view| !intrusion::holds_nothing_up(view))
        .map(|view| {
            question(
                intrusion::why_not(&view.label),
                QuestionKind::Judgement,
                vec![Answerer::Person(step.proposal().proposed_by.clone()), Answerer::ThoseWhoWeigh],
                &["candidates_answered"],
            )
        })
        .collect();
    let unheard = hearing::relevant(step).into_iter().filter(|person| {
        match &step.dossier().perspective_on(person, step.case.at) {
            Perspective::Unheard(_) | Perspective::Invited(_) => true,
            Perspective::NotHeard(it) => matches!(it.not_heard().what.ground, NotHeardGround::Urgent { .. }),
            Perspective::Heard(_)
            | Perspective::Confirmed(_)
            | Perspective::Contested(_)
            | Perspective::Declined(_) => false,
        }
    });
    open.extend(unheard.map(|person| hear(step.case, &person)));
    open.extend(consents::put_off(step).map(|person| {
        let name = step.case.person(&person);
        question(
            Sentence::new(
                format!("Geeft {} toestemming, nu er tijd is om het te vragen?", name.nl),
                format!("Does {} consent, now that there is time to ask?", name.en),
            ),
            QuestionKind::OnTheSpot,
            vec![Answerer::Person(person)],
            &["consent_asked", "consent_given", "consent_refused"],
        )
    }));
    open
}

fn hear(case: &Case<'_>, person: &PersonId) -> Question {
    question(
        hearing::what_they_tell(&case.person(person)),
        QuestionKind::OnTheSpot,
        vec![Answerer::Person(person.clone())],
        &["heard", "hearing_declined", "not_heard"],
    )
}

fn of_fallback(step: &StepCase<'_>, look_backs: &mut Vec<LookBack>) {
    let dated: Vec<_> = step.record.weighing.until(step.case.at).collect();
    for (place, it) in dated.iter().enumerate() {
        let WeighingEvent::FallBack(fell_back) = &it.transition else { continue };
        let Said::Said(urgency) = &fell_back.urgency else { continue };
        let talked = dated.iter().skip(place.saturating_add(1)).any(|later| {
            matches!(later.transition, WeighingEvent::Reopen(_) | WeighingEvent::OpenDialogue(_))
        });
        let owner = vec![who_calls(step, it.seq, fell_back)];
        let asked = question(
            Sentence::new(
                "Er was geen tijd voor een gesprek. Wat komt daar nu samen uit?",
                "There was no time for a dialogue. What do people come to together now?",
            ),
            QuestionKind::Judgement,
            vec![Answerer::ThoseWhoWeigh],
            &["dialogue_reopened"],
        );
        let questions = if talked { Vec::new() } else { vec![asked] };
        let of = LookBackOf::Fallback(step.id.clone());
        look_backs.push(LookBack::new(step.case, of, urgency.look_back, owner, questions, it.seq));
    }
}

/// Who sees to it that people talk after all: who fell back, and said by which day. A court is no part of a dialogue with who asks
/// it: what it has to do itself, to hear those concerned, is a duty of its own.
fn who_calls(step: &StepCase<'_>, seq: u64, fell_back: &FellBack) -> Answerer {
    let people = step.dossier().people();
    let is_no_court = |person: &&PersonId| !people.role(person).is_some_and(Role::is_court);
    let by = step.dossier().entry(seq).map(|entry| &entry.by);
    let powers = fell_back.powers.iter().map(|power| &power.person);
    let owner = by.into_iter().chain(powers).find(is_no_court);
    owner.map_or(Answerer::ThoseWhoWeigh, |person| Answerer::Person(person.clone()))
}

fn of_hearings(case: &Case<'_>, look_backs: &mut Vec<LookBack>) {
    for person in case.dossier.people().iter().map(|it| &it.what.person) {
        let Some(history) = case.dossier.perspective(person) else { continue };
        let dated: Vec<_> = history.until(case.at).collect();
        for (place, it) in dated.iter().enumerate() {
            let Some(due) = cure::put_off(&it.transition) else { continue };
            let made_up = dated.iter().skip(place.saturating_add(1)).any(|later| match &later.transition {
                PerspectiveEvent::Hear(_) | PerspectiveEvent::Decline(_) => true,
                // Another ground is a reason of its own; urgency once more is not.
                PerspectiveEvent::NotHear(_) => cure::put_off(&later.transition).is_none(),
                _ => false,
            });
            let owner: Vec<Answerer> = case
                .dossier
                .entry(it.seq)
                .map(|entry| Answerer::Person(entry.by.clone()))
                .into_iter()
                .collect();
            let questions = if made_up { Vec::new() } else { vec![hear(case, person)] };
            let of = LookBackOf::Hearing(person.clone());
            look_backs.push(LookBack::new(case, of, due, owner, questions, it.seq));
        }
    }
}

/// Whatever is not held has to be done.
pub(super) fn duties(case: &Case<'_>, look_backs: &[LookBack], duties: &mut Vec<Duty>) {
    for look_back in look_backs.iter().filter(|it| it.stands != LookBackStand::Held) {
        let measure =
            |id: &StepId| case.step(id).map_or_else(|| Sentence::same(id), |step| step.measure_name());
        let (code, name) = match &look_back.of {
            LookBackOf::Urgency(step) => (Code::LookBackDue, ("measure", measure(step))),
            LookBackOf::Fallback(step) => (Code::LookBackTogether, ("measure", measure(step))),
            LookBackOf::Hearing(person) => (Code::HearingPutOff, ("person", case.person(person))),
        };
        let fills = [name, ("date", Sentence::same(look_back.due))];
        let (owner, due) = (look_back.owner.clone(), Some(look_back.due));
        let basis = Basis::Method { rule: "model 8" };
        duties.push(duty(case, code, &fills, owner, due, basis, vec![look_back.because]));
    }
}
