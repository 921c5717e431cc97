//! The tables in the module docs and in the book are what the code does; every state can be reached; only the meant
//! ones are dead ends.

use afweging::{
    Appeal, AppealEvent, Consent, ConsentEvent, Decision, DecisionEvent, Execution, ExecutionEvent, Forum,
    Found, Machine, Outcome, Perspective, PerspectiveEvent, Request, RequestEvent, Ruling, Said, Statement,
    StatementEvent, Verdict, Weighing, WeighingEvent,
};

use crate::samples::*;
use crate::table::Table;

/// A state that is meant to be a dead end, with the reason. The book has the same reasons in more words.
type DeadEnd = (&'static str, &'static str);

fn check<M: Machine + PartialEq>(
    name: &str,
    source: &str,
    samples: &[(&'static str, M::Transition)],
    meant: &[DeadEnd],
) {
    let table = Table::<M>::explore(samples);
    assert!(table.unreachable().is_empty(), "{name}: nothing leads to {:?}", table.unreachable());
    let meant: Vec<_> = meant.iter().map(|(state, _)| *state).collect();
    assert_eq!(table.dead_ends(), meant, "{name}: dead ends, and those that are meant");
    table.stands_in(source, name, "//! ");
    table.stands_in("../../docs/src/machines.md", name, "");
    let book = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/src/machines.md"))
        .expect("the book");
    for state in meant {
        assert!(
            book.contains(&format!("`{name}::{state}`")),
            "the book says why {name}::{state} is a dead end"
        );
    }
}

#[test]
fn tables() {
    perspective();
    consent();
    statement_();
    weighing();
    request();
    decision();
    execution();
    appeal();
}

fn perspective() {
    use PerspectiveEvent as E;
    check::<Perspective>(
        "Perspective",
        "src/perspective/state.rs",
        &[
            ("invite", E::Invite(invitation(Forum::Talk))),
            ("hear", E::Hear(hearing(Forum::Talk, "my side"))),
            ("confirm", E::Confirm(confirmation())),
            ("contest", E::Contest(contested())),
            ("decline", E::Decline(declined())),
            ("not_hear", E::NotHear(not_heard())),
            ("open_cycle", E::OpenCycle),
            ("still_stands (agreed)", E::StillStands(still_stands(true))),
            ("still_stands (not agreed)", E::StillStands(still_stands(false))),
            ("effect", E::Effect(effect())),
        ],
        &[],
    );
}

fn consent() {
    check::<Consent>(
        "Consent",
        "src/consent.rs",
        &[
            ("ask", ConsentEvent::Ask(consent_asked(Said::NotSaid))),
            ("give", ConsentEvent::Give),
            ("refuse", ConsentEvent::Refuse),
            ("withdraw", ConsentEvent::Withdraw),
        ],
        &[],
    );
}

fn statement_() {
    check::<Statement>(
        "Statement",
        "src/fact/statement.rs",
        &[
            ("find", StatementEvent::Find { by: mother(), finding: finding(Found::Established) }),
            ("withdraw", StatementEvent::Withdraw(withdrawal())),
        ],
        &[("Withdrawn", "who still holds it claims it anew")],
    );
}

fn weighing() {
    use WeighingEvent as E;
    check::<Weighing>(
        "Weighing",
        "src/weighing/state.rs",
        &[
            ("view", E::View { by: mother(), view: view("g", Verdict::Met) }),
            ("agree_sealing", E::AgreeSealing(sealing(&["worker"], &["g"]))),
            ("seal", E::Seal { by: person("worker"), sealed: sealed("worker", "g", Verdict::Met) }),
            ("reveal", E::Reveal(revealed(&[("worker", "g", Verdict::Met)]))),
            ("open_dialogue", E::OpenDialogue(opened())),
            ("converge", E::Converge(convergence(&[("g", Verdict::Met)]))),
            ("diverge", E::Diverge(divergence(&[("mother", "g", Verdict::NotMet)]))),
            ("reopen", E::Reopen(reopened())),
            ("fall_back (urgency)", E::FallBack(fell_back(true))),
            ("fall_back (no urgency)", E::FallBack(fell_back(false))),
        ],
        &[],
    );
}

fn request() {
    check::<Request>(
        "Request",
        "src/step/request.rs",
        &[
            ("file", RequestEvent::File(filed())),
            ("withdraw", RequestEvent::Withdraw),
            ("hold_over", RequestEvent::HoldOver(held_over())),
        ],
        &[("Withdrawn", "a new request is a new step, assessed anew")],
    );
}

fn decision() {
    use DecisionEvent as E;
    let new_step = "a later decision is on a new step, or on appeal";
    check::<Decision>(
        "Decision",
        "src/step/decision.rs",
        &[
            ("decide (granted)", E::Decide(decided(Outcome::Granted, None))),
            ("decide (partly granted)", E::Decide(decided(partly(), None))),
            ("decide (refused)", E::Decide(decided(Outcome::Refused, None))),
            ("decide_urgently", E::DecideUrgently(decided_urgently(true, None))),
            ("hear (maintained)", E::Hear(heard_afterwards(true, None))),
            ("hear (not maintained)", E::Hear(heard_afterwards(false, None))),
        ],
        &[
            ("Granted", new_step),
            ("PartlyGranted", new_step),
            ("Refused", new_step),
            ("Confirmed", new_step),
            ("NotMaintained", new_step),
        ],
    );
}

fn execution() {
    check::<Execution>(
        "Execution",
        "src/step/execution.rs",
        &[
            ("start", ExecutionEvent::Start),
            ("review", ExecutionEvent::Review(reviewed())),
            ("end", ExecutionEvent::End(ended())),
        ],
        &[("Ended", "what begins again is a new step, assessed anew")],
    );
}

fn appeal() {
    check::<Appeal>(
        "Appeal",
        "src/step/appeal.rs",
        &[
            ("lodge", AppealEvent::Lodge(lodged())),
            ("rule (upheld)", AppealEvent::Rule(ruled(Ruling::Upheld))),
            ("rule (quashed)", AppealEvent::Rule(ruled(Ruling::Quashed))),
            ("rule (replaced)", AppealEvent::Rule(ruled(Ruling::Replaced))),
        ],
        &[],
    );
}
