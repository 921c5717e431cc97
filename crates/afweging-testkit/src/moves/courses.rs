//! Rare courses of events, each from its beginning to its end: what a move by itself hardly ever comes to.

use afweging::{
    AppealLodged, Condition, ConsentWithdrawn, Event, Found, Origin, Outcome, PersonId, Polarity, Role, Said,
    Scope, Started, StepId, Verdict, Weighed, Withdrawal, Withdrawn,
};

use super::{facts, people, scripts, steps, weighing};
use crate::writer::{Writer, measure_id};

/// A youth in closed care on consent alone, which is taken back while the stay is under way.
pub(crate) fn stay_on_consent(writer: &mut Writer) {
    writer.orderly = true;
    let details = steps::full_details(writer);
    let step = steps::propose_one(writer, measure_id("M27"), details);
    if let Some(step) = step {
        steps::file_one(writer, step.clone());
        steps::decide_one(writer, step.clone(), Outcome::Granted);
        scripts::ask_consent(writer, &step, &[]);
        writer.write(Event::Started(Started { step: step.clone() }));
        writer.today = writer.in_days(2);
        if let Some(person) = holder(writer) {
            let taken_back = ConsentWithdrawn { person, scope: Scope::Step(step), reason: Said::NotSaid };
            writer.write(Event::ConsentWithdrawn(taken_back));
        }
    }
    writer.orderly = false;
}

/// A ground that the judge finds met on what one person saw, and people found established; later it is taken back.
pub(crate) fn support_lost(writer: &mut Writer) {
    writer.orderly = true;
    let details = steps::full_details(writer);
    let judge = writer.somebody(|role| role == Role::ChildrensJudge);
    let judge = judge.or_else(|| people::add(writer, Role::ChildrensJudge));
    let step = steps::propose_one(writer, measure_id("M16"), details);
    if let Some((judge, step)) = judge.zip(step) {
        lose_support(writer, &judge, step);
    }
    writer.orderly = false;
}

fn lose_support(writer: &mut Writer, judge: &PersonId, step: StepId) -> Option<()> {
    let statement = facts::claim_one(writer)?;
    let saw = writer.anyone()?;
    let seen = facts::bring(writer, &statement, Polarity::Supports, saw, Origin::OwnObservation)?;
    facts::find_one(writer, statement.clone(), Found::Established, 100);
    let ground = weighing::grounds(writer, &step).into_iter().next()?;
    weighing::give(writer, judge, step, Weighed::Ground(ground), Verdict::Met, vec![statement]);
    writer.today = writer.in_days(2);
    let taken_back =
        Withdrawal { taken_back: Withdrawn::Evidence(seen), reason: "it was another child".into() };
    writer.write(Event::Withdrawn(taken_back)).then_some(())
}

/// Somebody who holds parental authority over the child.
fn holder(writer: &Writer) -> Option<PersonId> {
    let child = writer.people(|role| role == Role::Child).into_iter().next()?;
    writer.dossier.people().authority_holders(&child, writer.today).into_iter().next()
}

/// A step that is asked for, granted, appealed against, and ruled on by a court of appeal.
pub(super) fn appeal(writer: &mut Writer) -> bool {
    writer.orderly = true;
    let details = steps::full_details(writer);
    let step = steps::propose_one(writer, measure_id("M16"), details);
    let done = step.is_some_and(|step| {
        steps::file_one(writer, step.clone());
        steps::decide_one(writer, step.clone(), Outcome::Granted);
        if writer.somebody(|role| role == Role::AppealCourt).is_none() {
            people::add(writer, Role::AppealCourt);
        }
        let appellant = writer.relative();
        appellant.is_some_and(|appellant| {
            writer.write(Event::AppealLodged(AppealLodged { step: step.clone(), appellant }))
                && steps::rule_on(writer, step)
        })
    });
    writer.orderly = false;
    done
}

/// A step of which the judge finds that it is not needed, or that something lighter would do as well.
pub(super) fn turned_down(writer: &mut Writer) -> bool {
    writer.orderly = true;
    let details = steps::full_details(writer);
    let step = steps::propose_one(writer, measure_id("M16"), details);
    let judge = writer.somebody(|role| role == Role::ChildrensJudge);
    let judge = judge.or_else(|| people::add(writer, Role::ChildrensJudge));
    let done = step.zip(judge).is_some_and(|(step, judge)| {
        steps::file_one(writer, step.clone());
        let on = if writer.dice.chance(50) { Condition::Necessary } else { Condition::NothingLighter };
        weighing::give(writer, &judge, step.clone(), Weighed::Condition(on), Verdict::NotMet, Vec::new());
        steps::decide_one(writer, step, Outcome::Refused)
    });
    writer.orderly = false;
    done
}
