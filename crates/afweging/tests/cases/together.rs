//! Weighing together: contradiction, the family, who moved, who is under seal, and whose power it is.

use afweging::{Code, Gate, GateOutcome, SealedView, ShiftAfter, Verdict, View};
use serde_json::{Value, json};

use crate::story::{Story, step};

const ON: &str = "2025-03-01";

fn story() -> Story {
    Story::of_a_child("2010-01-01", ON)
}

fn ground() -> Value {
    json!({ "ground": "bw1-255-threat" })
}

fn view(verdict: &str) -> Value {
    json!({ "step": "ots", "on": ground(), "verdict": verdict, "why": "mijn oordeel" })
}

/// A supervision order that two organisations weigh; the dialogue is opened as said.
fn talked(own: bool, dialogue: &Value) -> Story {
    let story = if own { story().own() } else { story() };
    let mut opened = json!({ "step": "ots", "participants": ["lt", "raad"] });
    opened.as_object_mut().unwrap().extend(dialogue.as_object().unwrap().clone());
    story
        .propose("ots", "M16")
        .observed()
        .by("lt")
        .then("view_given", view("met"))
        .by("raad")
        .then("view_given", view("met"))
        .then("dialogue_opened", opened)
        .then(
            "converged",
            json!({ "step": "ots", "verdicts": [{ "on": ground(), "verdict": "met" }], "why": "samen" }),
        )
}

fn codes(story: &Story) -> (Vec<Code>, Vec<Code>) {
    let assessment = story.assess(ON);
    let ots = step(&assessment, "ots");
    // The other grounds of the measure are not what this is about.
    let of_gate = ots.gate(Gate::Threat).unwrap().findings.iter().map(|it| it.code);
    let of_gate = of_gate.filter(|code| *code != Code::GroundUndecided).collect();
    (of_gate, ots.aids.iter().map(|it| it.code).collect())
}

fn count(codes: &[Code], code: Code) -> usize {
    codes.iter().filter(|it| **it == code).count()
}

#[test]
fn a_dialogue_without_contradiction_bars_an_own_act_and_is_advice_otherwise() {
    let family = json!({ "invited": ["moeder", "vader", "kind"] });
    let (gate, aids) = codes(&talked(true, &family));
    assert_eq!((gate, count(&aids, Code::AidNoContradiction)), (vec![Code::NoContradiction], 0));
    let (gate, aids) = codes(&talked(false, &family));
    assert_eq!((gate, count(&aids, Code::AidNoContradiction)), (vec![], 1));
    // Who proposes it does not contradict it.
    let by_proposer = json!({ "invited": ["moeder", "vader", "kind"], "contradiction_by": "lt" });
    assert_eq!(codes(&talked(true, &by_proposer)).0, [Code::NoContradiction]);
    let by_another = json!({ "invited": ["moeder", "vader", "kind"], "contradiction_by": "raad" });
    assert_eq!(codes(&talked(true, &by_another)).0, []);
}

#[test]
fn whoever_of_the_family_was_left_out_of_the_talk_is_named() {
    let (gate, _) = codes(&talked(true, &json!({ "contradiction_by": "raad" })));
    assert_eq!(count(&gate, Code::FamilyNotInDialogue), 3, "mother, father, and a child of fifteen");
    let (gate, aids) = codes(&talked(false, &json!({ "contradiction_by": "raad" })));
    assert_eq!((gate.len(), count(&aids, Code::AidFamilyNotInDialogue)), (0, 3));
    // They took part, were asked, declined, or it is on record why they were not heard at all.
    let answered = json!({
        "participants": ["lt", "raad", "moeder"], "invited": ["vader"],
        "declined": [{ "person": "kind", "reason": "niet met zijn allen" }], "contradiction_by": "raad",
    });
    assert_eq!(codes(&talked(true, &answered)).0, []);
    let one =
        json!({ "participants": ["lt", "raad", "moeder"], "invited": ["kind"], "contradiction_by": "raad" });
    let unsafe_to = |story: Story| {
        story.then("not_heard", json!({ "person": "vader", "ground": "unsafe", "reason": "gevaar" }))
    };
    assert_eq!(codes(&talked(true, &one)).0, [Code::FamilyNotInDialogue]);
    assert_eq!(codes(&unsafe_to(talked(true, &one))).0, []);
    // Taken up again, they are asked after all.
    let again = talked(true, &one)
        .then("dialogue_reopened", json!({ "step": "ots", "why": "vader erbij", "participants": ["vader"] }))
        .then(
            "converged",
            json!({ "step": "ots", "verdicts": [{ "on": ground(), "verdict": "met" }], "why": "samen" }),
        );
    assert_eq!(codes(&again).0, []);
}

#[test]
fn a_young_child_is_heard_in_its_own_way_and_not_called_to_the_table() {
    let story = Story::of_a_child("2020-01-01", ON)
        .propose("ots", "M16")
        .then("dialogue_opened", json!({ "step": "ots", "participants": ["lt", "moeder", "vader"] }));
    assert_eq!(count(&codes(&story).1, Code::AidFamilyNotInDialogue), 0);
}

#[test]
fn a_power_that_the_map_does_not_know_settles_nothing() {
    let fallen = |act: &str, measure: &str| {
        story()
            .propose("ots", "M16")
            .by("raad")
            .then("view_given", view("not_met"))
            .by("vt")
            .then("view_given", view("met"))
            .then("dialogue_opened", json!({ "step": "ots", "participants": ["vt", "raad"] }))
            .then("diverged", json!({ "step": "ots", "positions": [] }))
            .then(
                "fell_back",
                json!({ "step": "ots", "powers": [
                    { "person": "vt", "act": act, "measure": measure, "article": "BW1 255(2)" } ] }),
            )
    };
    // Veilig Thuis may not ask for supervision: its view carries nothing.
    let (outcome, codes) = fallen("request", "M16").gate(ON, "ots", Gate::Threat);
    assert_eq!(outcome, GateOutcome::Unknown);
    assert_eq!(codes.last(), Some(&Code::OwnPowerOffTheMap));
    assert_eq!(count(&codes, Code::GroundUndecided), 3, "all grounds of the measure");
    // It may investigate by itself; that is a power of its own, and says nothing of supervision.
    let (_, codes) = fallen("decide", "M08").gate(ON, "ots", Gate::Threat);
    assert_eq!(count(&codes, Code::OwnPowerOffTheMap), 0);
    // The Council may ask, and its view settles it.
    let by_council =
        fallen("request", "M16").then("dialogue_reopened", json!({ "step": "ots", "why": "nog eens" }));
    let by_council = by_council.then("diverged", json!({ "step": "ots", "positions": [] })).then(
        "fell_back",
        json!({ "step": "ots", "powers": [
            { "person": "raad", "act": "request", "measure": "M16", "article": "BW1 255(2)" } ] }),
    );
    let (outcome, codes) = by_council.gate(ON, "ots", Gate::Threat);
    assert_eq!((outcome, codes), (GateOutcome::Failed, vec![Code::GroundNotMet]));
}

#[test]
fn a_fallback_names_powers_and_has_no_place_for_an_opinion() {
    let schema: Value = afweging::dossier_schema();
    let fields = schema["$defs"]["OwnPower"]["properties"].as_object().unwrap();
    assert_eq!(fields.keys().collect::<Vec<_>>(), ["act", "article", "measure", "person"]);
    let fields = schema["$defs"]["FellBack"]["properties"].as_object().unwrap();
    assert_eq!(fields.keys().collect::<Vec<_>>(), ["powers", "step", "urgency"]);
}

#[test]
fn who_moved_is_shown_with_what_it_came_after() {
    let story = story()
        .propose("ots", "M16")
        .by("lt")
        .then("view_given", view("not_met"))
        .then("view_given", view("undecided"))
        .by("raad")
        .then("view_given", view("met"))
        .then("dialogue_opened", json!({ "step": "ots", "participants": ["lt", "raad"] }))
        .by("lt")
        .then("view_given", view("met"))
        .then(
            "diverged",
            json!({ "step": "ots", "positions": [
                { "person": "raad", "on": ground(), "verdict": "not_met", "why": "toch niet" } ] }),
        )
        .then("dialogue_reopened", json!({ "step": "ots", "why": "nog eens" }))
        .by("raad")
        .then("view_given", view("met"));
    let assessment = story.assess(ON);
    let shifts: Vec<_> = assessment.uncertainties.weighing[0]
        .shifts
        .iter()
        .map(|it| (it.by.as_str(), it.from, it.to, it.round, it.after))
        .collect();
    assert_eq!(
        shifts,
        [
            ("lt", Verdict::NotMet, Verdict::Undecided, 0, ShiftAfter::OwnThought),
            ("lt", Verdict::Undecided, Verdict::Met, 1, ShiftAfter::DialogueOpened),
            ("raad", Verdict::Met, Verdict::NotMet, 1, ShiftAfter::DialogueOpened),
            ("raad", Verdict::NotMet, Verdict::Met, 2, ShiftAfter::DialogueReopened),
        ]
    );
    // Each names its entries: before, what it came after, now.
    let first = story.dossier().len() as u64 - 7;
    assert_eq!(assessment.uncertainties.weighing[0].shifts[0].because, [first, first + 1]);
    assert_eq!(assessment.uncertainties.weighing[0].shifts[1].because, [first + 1, first + 3, first + 4]);
}

#[test]
fn of_a_seal_one_sees_whose_is_in_and_nothing_else() {
    let salt = "a salt that nobody can guess";
    let words = "het huis is niet veilig voor haar";
    let of = |who: &str| -> (Value, Value) {
        let view = json!({ "step": "ots", "on": ground(), "verdict": "met", "why": words });
        let read: View = serde_json::from_value(view.clone()).unwrap();
        let sealed = SealedView::seal(&afweging::PersonId::new(who).unwrap(), &read, salt).unwrap();
        (serde_json::to_value(sealed).unwrap(), view)
    };
    let agreed = story()
        .propose("ots", "M16")
        .then("sealing_agreed", json!({ "step": "ots", "circle": ["raad", "lt"], "on": [ground()] }));
    let one_in = agreed.by("lt").then("view_sealed", of("lt").0);
    let assessment = one_in.assess(ON);
    let stand = assessment.uncertainties.weighing[0].clone();
    let sealing = stand.sealing.expect("it is under seal");
    assert_eq!(sealing.is_in.iter().map(|it| it.as_str()).collect::<Vec<_>>(), ["lt"]);
    assert_eq!(sealing.waiting.iter().map(|it| it.as_str()).collect::<Vec<_>>(), ["raad"]);
    assert!(stand.views.is_empty() && !assessment.to_json().contains(words));

    let talked =
        one_in.clone().then("dialogue_opened", json!({ "step": "ots", "participants": ["lt", "raad"] }));
    let assessment = talked.assess(ON);
    assert_eq!(assessment.uncertainties.weighing[0].never_opened[0].by.as_str(), "lt");
    assert_eq!(count(&codes(&talked).1, Code::AidSealNeverOpened), 1);

    let opened = one_in.by("raad").then("view_sealed", of("raad").0).then(
        "views_revealed",
        json!({ "step": "ots", "views": [
            { "by": "raad", "view": of("raad").1, "view_salt": salt },
            { "by": "lt", "view": of("lt").1, "view_salt": salt } ] }),
    );
    let stand = &opened.assess(ON).uncertainties.weighing[0];
    assert_eq!((stand.views.len(), stand.sealing.is_none(), stand.never_opened.len()), (2, true, 0));
    assert!(stand.views.iter().all(|view| view.was_sealed && view.why == words));

    // Erased, the text and the salt go; what stands is still coherent, and verifies.
    let seq = opened.dossier().len();
    let erased = opened.then("redacted", json!({ "entry": seq, "ground": "on_request" })).dossier();
    assert!(erased.verify().is_ok());
    let json = erased.to_json();
    assert!(!json.contains(words) && !json.contains(salt));
    assert!(afweging::Dossier::from_json(&json).unwrap().tampering().is_none());
}
