//! One of everything that can happen to each machine, and the states that the model means to be final.

use afweging::{
    Appeal, AppealEvent, Consent, ConsentEvent, Decision, DecisionEvent, Execution, ExecutionEvent, PersonId,
    Perspective, PerspectiveEvent, Request, RequestEvent, RevealedView, SealedView, Sentence, Statement,
    StatementEvent, View, ViewsRevealed, Weighing, WeighingEvent,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::machines::{MACHINE_DEPTH, MachineWalk, walk};
use super::rule::Tally;

/// Reads what this crate wrote itself.
///
/// # Panics
/// When it is written wrongly: a fault of this crate, which its tests find.
#[expect(
    clippy::panic,
    reason = "a sample that cannot be read is a fault of this crate, which its tests find"
)]
pub(super) fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap_or_else(|why| panic!("{why}"))
}

/// The same, with the step that all samples are about.
fn on_step<T: DeserializeOwned>(mut value: Value) -> T {
    if let Some(fields) = value.as_object_mut() {
        fields.insert("step".to_owned(), json!("step"));
    }
    read(value)
}

/// Walks the eight machines. What falling back takes (P24) is told on the way.
pub(super) fn walks(tally: &mut Tally) -> Vec<MachineWalk> {
    let mut fell_back = |before: &Weighing, transition: &WeighingEvent, _: &Weighing| {
        if let WeighingEvent::FallBack(it) = transition {
            let may = matches!(before, Weighing::Diverged(_)) || !it.urgency.is_not_said();
            tally.add("P24", may, || format!("from {before:?}"));
        }
    };
    vec![
        plain::<Perspective>("Perspective", &perspective(), &[]),
        plain::<Consent>("Consent", &consent(), &[]),
        plain::<Statement>("Statement", &statement(), &[("Withdrawn", claimed_anew())]),
        walk::<Weighing>("Weighing", &weighing(), &[], MACHINE_DEPTH, &mut fell_back),
        plain::<Request>("Request", &request(), &[("Withdrawn", new_step())]),
        plain::<Decision>(
            "Decision",
            &decision(),
            &["Granted", "PartlyGranted", "Refused", "Confirmed", "NotMaintained"]
                .map(|state| (state, decided_anew())),
        ),
        plain::<Execution>("Execution", &execution(), &[("Ended", new_step())]),
        plain::<Appeal>("Appeal", &appeal(), &[]),
    ]
}

fn plain<M: afweging::Machine>(
    name: &'static str,
    samples: &[(&'static str, M::Transition)],
    finals: &[(&'static str, Sentence)],
) -> MachineWalk {
    walk::<M>(name, samples, finals, MACHINE_DEPTH, &mut |_, _, _| ())
}

fn claimed_anew() -> Sentence {
    Sentence::new(
        "wie de bewering nog staande houdt, doet haar opnieuw, op eigen naam",
        "whoever still holds the statement claims it anew, under their own name",
    )
}

fn new_step() -> Sentence {
    Sentence::new(
        "wat opnieuw begint, is een nieuwe stap, opnieuw getoetst",
        "what begins again is a new step, assessed anew",
    )
}

fn decided_anew() -> Sentence {
    Sentence::new(
        "een latere beslissing gaat over een nieuwe stap, of valt in beroep",
        "a later decision is on a new step, or on appeal",
    )
}

fn perspective() -> Vec<(&'static str, PerspectiveEvent)> {
    use PerspectiveEvent as E;
    let mother = json!({ "person": "mother" });
    let stands = |agreed: bool| read(json!({ "person": "mother", "agreed": agreed }));
    vec![
        ("invite", E::Invite(read(json!({ "person": "mother", "forum": "talk" })))),
        ("hear", E::Hear(read(json!({ "person": "mother", "forum": "talk", "account": "my side" })))),
        ("confirm", E::Confirm(read(mother.clone()))),
        ("contest", E::Contest(read(json!({ "person": "mother", "correction": "I said something else" })))),
        ("decline", E::Decline(read(mother))),
        (
            "not_hear",
            E::NotHear(read(json!({
                "person": "mother", "ground": { "unreachable": { "attempts": 3 } }, "reason": "no answer",
            }))),
        ),
        ("open_cycle", E::OpenCycle),
        ("still_stands (agreed)", E::StillStands(stands(true))),
        ("still_stands (not agreed)", E::StillStands(stands(false))),
        (
            "effect",
            E::Effect(read(
                json!({ "person": "mother", "effect": { "nothing": { "why": "it was known" } } }),
            )),
        ),
    ]
}

fn consent() -> Vec<(&'static str, ConsentEvent)> {
    let asked = json!({ "person": "mother", "scope": { "step": "step" } });
    vec![
        ("ask", ConsentEvent::Ask(read(asked))),
        ("give", ConsentEvent::Give),
        ("refuse", ConsentEvent::Refuse),
        ("withdraw", ConsentEvent::Withdraw),
    ]
}

fn statement() -> Vec<(&'static str, StatementEvent)> {
    let finding = read(json!({ "statement": "alone", "found": "established", "why": "two of us saw it" }));
    let taken_back = json!({ "taken_back": { "statement": "alone" }, "reason": "it was another day" });
    vec![
        ("find", StatementEvent::Find { by: read(json!("team")), finding }),
        ("withdraw", StatementEvent::Withdraw(read(taken_back))),
    ]
}

fn weighing() -> Vec<(&'static str, WeighingEvent)> {
    use WeighingEvent as E;
    let ground = json!({ "ground": "g" });
    let view = |verdict: &str| -> View {
        on_step(json!({ "on": ground, "verdict": verdict, "why": "by what we saw" }))
    };
    let (worker, mother): (PersonId, PersonId) = (read(json!("worker")), read(json!("mother")));
    let mut samples = vec![
        ("view", E::View { by: mother, view: view("met") }),
        ("agree_sealing", E::AgreeSealing(on_step(json!({ "circle": ["worker"], "on": [ground] })))),
        ("open_dialogue", E::OpenDialogue(on_step(json!({ "participants": [] })))),
        (
            "converge",
            E::Converge(on_step(json!({
                "verdicts": [{ "on": ground, "verdict": "met" }], "why": "we agree",
            }))),
        ),
        (
            "diverge",
            E::Diverge(on_step(json!({
                "positions": [{ "person": "mother", "on": ground, "verdict": "not_met", "why": "it is not so" }],
            }))),
        ),
        ("reopen", E::Reopen(on_step(json!({ "why": "something new", "participants": [] })))),
        (
            "fall_back (urgency)",
            E::FallBack(on_step(json!({
                "powers": [], "urgency": { "danger": "fire", "look_back": "2025-02-01" },
            }))),
        ),
        ("fall_back (no urgency)", E::FallBack(on_step(json!({ "powers": [] })))),
    ];
    const SALT: &str = "a salt that nobody can guess";
    if let Ok(sealed) = SealedView::seal(&worker, &view("met"), SALT) {
        let revealed = RevealedView { by: worker.clone(), view: view("met"), view_salt: SALT.into() };
        samples.push(("seal", E::Seal { by: worker, sealed }));
        samples
            .push(("reveal", E::Reveal(ViewsRevealed { step: read(json!("step")), views: vec![revealed] })));
    }
    samples
}

fn request() -> Vec<(&'static str, RequestEvent)> {
    vec![
        ("file", RequestEvent::File(on_step(json!({ "requester": "raad" })))),
        ("withdraw", RequestEvent::Withdraw),
        (
            "hold_over",
            RequestEvent::HoldOver(on_step(json!({ "until": "2025-06-01", "why": "a report is awaited" }))),
        ),
    ]
}

fn decision() -> Vec<(&'static str, DecisionEvent)> {
    use DecisionEvent as E;
    let decide = |outcome: Value| on_step(json!({ "decider": "judge", "outcome": outcome }));
    let hear = |maintained: bool| on_step(json!({ "maintained": maintained }));
    vec![
        ("decide (granted)", E::Decide(decide(json!("granted")))),
        (
            "decide (partly granted)",
            E::Decide(decide(json!({ "partly_granted": { "granted": "half a year" } }))),
        ),
        ("decide (refused)", E::Decide(decide(json!("refused")))),
        (
            "decide_urgently",
            E::DecideUrgently(on_step(json!({
                "decider": "judge", "danger": "fire", "why_it_cannot_wait": "tonight", "ex_parte": true,
            }))),
        ),
        ("hear (maintained)", E::Hear(hear(true))),
        ("hear (not maintained)", E::Hear(hear(false))),
    ]
}

fn execution() -> Vec<(&'static str, ExecutionEvent)> {
    vec![
        ("start", ExecutionEvent::Start),
        ("review", ExecutionEvent::Review(on_step(json!({ "outcome": "worse", "why": "it went on" })))),
        ("end", ExecutionEvent::End(on_step(json!({ "why": "it is done" })))),
    ]
}

fn appeal() -> Vec<(&'static str, AppealEvent)> {
    use AppealEvent as E;
    let rule = |ruling: &str| on_step(json!({ "decider": "court", "ruling": ruling }));
    vec![
        ("lodge", E::Lodge(on_step(json!({ "appellant": "mother" })))),
        ("rule (upheld)", E::Rule(rule("upheld"))),
        ("rule (quashed)", E::Rule(rule("quashed"))),
        ("rule (replaced)", E::Rule(rule("replaced"))),
    ]
}
