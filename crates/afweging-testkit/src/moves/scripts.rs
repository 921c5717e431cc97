//! Stretches of history in which one thing leads to another: how a dossier opens, a step that is prepared with care, a
//! dissent, a measure in force.

use afweging::{
    Act, Actor, Answer, AuthorityNoted, CandidatesAnswered, Document, DocumentNoted, Event, Forum, MeasureId,
    ParentalAuthority, PersonId, Relation, RelationNoted, ReportReceived, Role, Scope, Standing, Started,
    StatementId, StepId, Verdict, WatchTaken, Weighed,
};

use super::{consents, facts, people, perspectives, steps, weighing};
use crate::writer::{MEASURES, Writer, dutch_pack, measure_id};

/// Who is there from the start: a worker, a child, mostly two parents, and those with powers.
pub(crate) fn opening(writer: &mut Writer) {
    people::add(writer, Role::LocalTeam);
    let child = people::add(writer, Role::Child);
    let mut parents = Vec::new();
    for (role, percent) in [(Role::Mother, 90), (Role::Father, 75)] {
        if writer.dice.chance(percent) {
            parents.extend(people::add(writer, role));
        }
    }
    let worker = writer.anyone();
    if let (Some(child), Some(worker)) = (child, worker) {
        for parent in parents {
            relate(writer, &worker, &parent, &child);
        }
    }
    for (role, percent) in [
        (Role::Raad, 90),
        (Role::Gi, 90),
        (Role::ChildrensJudge, 95),
        (Role::BehaviouralScientist, 40),
        (Role::VeiligThuis, 30),
        (Role::Provider, 30),
        (Role::Mayor, 20),
        (Role::College, 25),
        (Role::AdultSubject, 15),
        (Role::Grandparent, 25),
    ] {
        if writer.dice.chance(percent) {
            people::add(writer, role);
        }
    }
    if writer.dice.chance(60)
        && let Some(worker) = writer.anyone()
    {
        let receiver = worker.clone();
        let report = ReportReceived { receiver, text: "neighbours heard shouting".into() };
        writer.write_today(&worker, Event::ReportReceived(report));
        if writer.dice.chance(70) {
            writer.write_today(&worker, Event::WatchTaken(WatchTaken { watcher: worker.clone() }));
        }
    }
}

fn relate(writer: &mut Writer, by: &PersonId, parent: &PersonId, child: &PersonId) {
    if writer.dice.chance(80) {
        let relation =
            RelationNoted { person: parent.clone(), child: child.clone(), relation: Relation::Parent };
        writer.write_today(by, Event::RelationNoted(relation));
    }
    if writer.dice.chance(80) {
        let authority =
            if writer.dice.chance(80) { ParentalAuthority::Held } else { ParentalAuthority::NotHeld };
        let noted = AuthorityNoted { holder: parent.clone(), child: child.clone(), authority };
        writer.write_today(by, Event::AuthorityNoted(noted));
    }
}

/// A step with everything that is asked for: facts, hearing, documents, consent, answers, views. Now and then something
/// is left out, so that the histories lie on both sides of open.
pub(crate) fn thorough(writer: &mut Writer) {
    let Some(measure) = writer.dice.pick(MEASURES).map(|id| measure_id(*id)) else { return };
    writer.orderly = true;
    let needed =
        dutch_pack().measure(&measure, writer.today).map(|it| it.requires.clone()).unwrap_or_default();
    for prerequisite in needed {
        if let Some(first) = prerequisite.one_of.first().filter(|_| writer.careful || writer.dice.chance(90))
        {
            in_force(writer, first);
        }
    }
    let mut parts: Vec<fn(&mut Writer, &StepId, &[StatementId])> =
        vec![hear_everyone, note_documents, ask_consent, answer_all, weighing::all_met];
    let statements: Vec<StatementId> = [facts::established(writer)].into_iter().flatten().collect();
    let details = steps::full_details(writer);
    let proposer = who_may(writer, Act::Request, &measure).or_else(|| writer.anyone());
    let step = proposer.and_then(|by| steps::propose_as(writer, measure.clone(), details, by));
    if let Some(step) = step {
        if writer.dice.chance(40) {
            steps::file_one(writer, step.clone());
        }
        while !parts.is_empty() {
            let place = writer.dice.below(u64::try_from(parts.len()).unwrap_or_default());
            let part = parts.remove(usize::try_from(place).unwrap_or_default());
            if writer.careful || writer.dice.chance(93) {
                part(writer, &step, &statements);
            }
        }
    }
    writer.orderly = false;
}

/// Somebody with the power to act on a measure, added when nobody is there with it.
fn who_may(writer: &mut Writer, act: Act, measure: &MeasureId) -> Option<PersonId> {
    let grants = dutch_pack().grants(writer.today).iter();
    let actors: Vec<Actor> = grants
        .filter(|grant| grant.act == act && grant.measure == *measure && grant.standing == Standing::Primary)
        .map(|grant| grant.actor)
        .collect();
    let actor = writer.dice.pick(&actors).copied()?;
    let role = people::role_of(actor)?;
    writer.somebody(|it| it == role).or_else(|| people::add(writer, role))
}

fn hear_everyone(writer: &mut Writer, _: &StepId, _: &[StatementId]) {
    for person in writer.people(|role| !role.is_professional()) {
        let forum = if writer.dice.chance(50) { Forum::Talk } else { Forum::Court };
        perspectives::hear_one(writer, person, forum);
    }
}

fn note_documents(writer: &mut Writer, step: &StepId, _: &[StatementId]) {
    let asked: Vec<Document> =
        writer.measure_of(step).into_iter().flat_map(|it| &it.requirements).map(|it| it.document).collect();
    for document in asked {
        let noted = DocumentNoted { step: step.clone(), document, present: true };
        writer.write(Event::DocumentNoted(noted));
    }
}

pub(super) fn ask_consent(writer: &mut Writer, step: &StepId, _: &[StatementId]) {
    for person in writer.people(|role| role.is_parent() || matches!(role, Role::Child | Role::AdultSubject)) {
        let scope = Scope::Step(step.clone());
        consents::ask_one(writer, person.clone(), scope.clone(), 100);
        let given = afweging::ConsentGiven { person, scope };
        writer.write(Event::ConsentGiven(given));
    }
}

fn answer_all(writer: &mut Writer, step: &StepId, statements: &[StatementId]) {
    let answered = CandidatesAnswered {
        step: step.clone(),
        candidates: steps::candidates(writer, step),
        answer: Answer::ExpectedInsufficient { relies_on: statements.to_vec() },
        why: "the fights start again as soon as nobody looks".into(),
    };
    writer.write(Event::CandidatesAnswered(answered));
}

/// A step, made when there is none.
fn some_step(writer: &mut Writer) -> Option<StepId> {
    writer.step().or_else(|| {
        let details = steps::full_details(writer);
        steps::propose_one(writer, measure_id("M16"), details)
    })
}

/// Some who weigh under seal, on a step that is made when there is none.
pub(crate) fn sealed(writer: &mut Writer) {
    if let Some(step) = some_step(writer) {
        weighing::under_seal_on(writer, step);
    }
}

/// Two who do not agree, on a step that is made when there is none.
pub(crate) fn dissent(writer: &mut Writer) {
    let Some(step) = some_step(writer) else { return };
    let grounds = weighing::grounds(writer, &step);
    let on = match writer.dice.pick(&grounds).cloned() {
        Some(ground) => Weighed::Ground(ground),
        None => Weighed::Condition(afweging::Condition::Suitable),
    };
    for verdict in [Verdict::Met, Verdict::NotMet] {
        if let Some(by) = writer.anyone() {
            weighing::give(writer, &by, step.clone(), on.clone(), verdict, Vec::new());
        }
    }
    weighing::open_on(writer, step.clone());
    weighing::diverge_on(writer, step);
}

/// A measure that is decided on and carried out.
pub(crate) fn in_force(writer: &mut Writer, measure: &MeasureId) {
    let details = steps::full_details(writer);
    let by = who_may(writer, Act::Request, measure).or_else(|| writer.anyone());
    let step = by.and_then(|by| steps::propose_as(writer, measure.clone(), details, by));
    let Some(step) = step else { return };
    steps::file_one(writer, step.clone());
    let is_urgent = writer.measure_of(&step).is_some_and(|it| it.urgent.is_some());
    if is_urgent && writer.dice.chance(70) {
        steps::decide_urgently_on(writer, step.clone());
    } else {
        steps::decide_one(writer, step.clone(), afweging::Outcome::Granted);
    }
    writer.write(Event::Started(Started { step }));
}
