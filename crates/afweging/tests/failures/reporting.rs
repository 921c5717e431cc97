//! What a report may call a fact, what it may not leave out, and what becomes of what people say.

use afweging::{Code, DecisionRecord, Gate, GateOutcome, Language, Reader, StepId, Sureness};
use serde_json::json;

use crate::story::Story;
use crate::{says, tells, times};

const AT: &str = "2025-03-10";
const THREAT: &str = "bw1-255-threat";

fn asked_for_supervision() -> Story {
    Story::begun()
        .propose("ots", "M16")
        .claimed("ruzie", "In de nacht van 1 maart was er ruzie.", "worry")
        .established("ruzie")
        .claimed("angst", "Het kind is bang voor vader.", "worry")
}

#[test]
fn failure_01_opinion_and_fact_were_mixed() {
    // The ground is carried by one fact, and an opinion rides along with it.
    let weighed = |story: Story| {
        story
            .leans("ots", THREAT, &["ruzie", "angst"], &[])
            .then("decided", json!({ "step": "ots", "decider": "rechter", "outcome": "granted" }))
            .by("rechter")
            .leans("ots", THREAT, &["ruzie", "angst"], &[])
    };
    let opinion = asked_for_supervision().evidence(
        "gehoord",
        "angst",
        "supports",
        "school",
        json!({ "document": { "title": "mail van school" } }),
    );
    let mixed = weighed(opinion.clone());
    let looked_at = weighed(opinion.found("angst", "plausible"));
    tells(Code::AidClaimAsFact, AT, &mixed, &looked_at);
    assert!(says(&mixed.assess(AT), Code::AidClaimAsFact).contains("bang voor vader"));
    assert_eq!(mixed.gate(AT, "ots", Gate::Facts).1, looked_at.gate(AT, "ots", Gate::Facts).1, "advice only");
    // Nobody who names nothing takes anything for a fact.
    let names_nothing = asked_for_supervision().view("ots", THREAT, "met");
    assert_eq!(times(&names_nothing.assess(AT), Code::AidClaimAsFact), 0);
}

#[test]
fn failure_03_an_assumption_is_written_down_as_a_fact() {
    let told = |story: Story| {
        story.found("angst", "established").leans("ots", THREAT, &["angst"], &[]).by("rechter").leans(
            "ots",
            THREAT,
            &["angst"],
            &[],
        )
    };
    let hearsay = told(asked_for_supervision().evidence(
        "verteld",
        "angst",
        "supports",
        "school",
        json!({ "told_by_person": { "person": "vader" } }),
    ));
    let seen = told(asked_for_supervision().evidence(
        "gezien",
        "angst",
        "supports",
        "school",
        json!("own_observation"),
    ));
    tells(Code::FindingWithoutSupport, AT, &hearsay, &seen);
    tells(Code::AidHearsay, AT, &hearsay, &seen);
    // No record calls it established either, to whomever it is told.
    let word = |story: &Story| {
        let facts = story.assess(AT).uncertainties.facts;
        Sureness::of(facts.iter().find(|fact| fact.statement.as_str() == "angst").unwrap())
    };
    assert_eq!((word(&hearsay), word(&seen)), (Sureness::Plausible, Sureness::Established));
}

#[test]
fn failure_03_what_was_taken_back_stays_in_other_peoples_reports() {
    let leaned =
        asked_for_supervision().established("angst").by("raad").leans("ots", THREAT, &["angst"], &[]);
    let used = leaned.clone().on("2025-03-05").then(
        "withdrawn",
        json!({ "taken_back": { "statement": "angst" }, "reason": "het ging over een ander kind" }),
    );
    let unused = asked_for_supervision().on("2025-03-05").then(
        "withdrawn",
        json!({ "taken_back": { "statement": "angst" }, "reason": "het ging over een ander kind" }),
    );
    tells(Code::AnswerOpposition, AT, &used, &unused);
    let settled = |story: Story| story.by("rechter").leans("ots", THREAT, &["angst"], &[]);
    tells(Code::SupportWithdrawn, AT, &settled(used), &settled(leaned));
}

#[test]
fn failure_04_what_speaks_against_it_is_left_out_of_the_request() {
    let known = asked_for_supervision()
        .claimed("oma", "Oma haalt het kind elke dag van school.", "strength")
        .evidence("tegen", "ruzie", "opposes", "vader", json!("own_observation"));
    let selective = known.clone().asked("ots", "raad", &["ruzie", "angst"], &[]);
    let whole = known.clone().asked("ots", "raad", &["ruzie", "angst", "oma"], &["tegen"]);
    tells(Code::ContraryNotMentioned, AT, &selective, &whole);
    assert_eq!(
        times(&selective.assess(AT), Code::ContraryNotMentioned),
        2,
        "the strength and the other evidence"
    );
    assert_eq!(selective.gate(AT, "ots", Gate::Facts).0, GateOutcome::Failed);
    // Supplementing the request mends it.
    let mended = selective.on("2025-03-06").asked("ots", "raad", &["ruzie", "angst", "oma"], &["tegen"]);
    assert_eq!(times(&mended.assess(AT), Code::ContraryNotMentioned), 0);
    // What somebody weighed against it has to be named as well.
    let weighed = known.clone().leans("ots", THREAT, &["ruzie"], &["angst"]);
    let silent = weighed.asked("ots", "raad", &["ruzie", "oma"], &["tegen"]);
    assert_eq!(times(&silent.assess(AT), Code::ContraryNotMentioned), 1);
    // What came in later was not left out. And a mother who asks is not held to the law for the Council.
    let later = asked_for_supervision().asked("ots", "raad", &["ruzie"], &[]).claimed(
        "oma",
        "Oma haalt het kind elke dag van school.",
        "strength",
    );
    assert_eq!(times(&later.assess(AT), Code::ContraryNotMentioned), 0);
    let mother = known.asked("ots", "moeder", &["ruzie"], &[]);
    assert!(times(&mother.assess(AT), Code::ContraryNotMentioned) > 0);
    assert_ne!(mother.gate(AT, "ots", Gate::Facts).0, GateOutcome::Failed);
}

#[test]
fn failure_04_silence_on_what_a_request_names_is_asked_about_and_bars_nothing() {
    let known = asked_for_supervision().claimed("oma", "Oma haalt het kind elke dag van school.", "strength");
    let silent =
        known.clone().then("request_filed", json!({ "step": "ots", "requester": "raad", "form": "written" }));
    let named = known.asked("ots", "raad", &["ruzie", "oma"], &[]);
    tells(Code::AidMentionsNotSaid, AT, &silent, &named);
    silent.gates_as(&named, AT, "ots");
}

#[test]
fn failure_05_the_judge_is_told_who_was_not_heard_and_what_is_contested() {
    let asked = asked_for_supervision()
        .heard("moeder")
        .then("not_heard", json!({ "person": "kind", "ground": "other", "reason": "ziek" }))
        .leans("ots", THREAT, &["ruzie"], &[])
        .asked("ots", "raad", &["ruzie"], &[]);
    let contested = asked.clone().then(
        "contested",
        json!({ "entry": 19, "person": "vader", "objection": "Er was geen ruzie, er was muziek." }),
    );
    tells(
        Code::NotHeardNoReason,
        AT,
        &asked,
        &asked.clone().heard("vader").heard("kind").heard("pleegouder"),
    );
    tells(Code::ContestedEntry, AT, &contested, &asked);
    let step = StepId::new("ots").unwrap();
    let dossier = contested.dossier();
    let record = DecisionRecord::on(&dossier, crate::pack(), &step, AT.parse().unwrap()).unwrap();
    let text = record.page(&Reader::Court, Language::Nl).unwrap().to_text();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("ziek"), "why the child was not heard: {text}");
    assert!(text.contains("er was muziek"), "what the father says against it: {text}");
}

#[test]
fn failure_06_people_are_heard_and_nothing_comes_of_it() {
    let heard = Story::placed().heard("kind").heard("moeder").heard("vader");
    let noted = ["kind", "moeder", "vader"].into_iter().fold(heard.clone(), |story, person| {
        story.then(
            "effect_noted",
            json!({ "person": person, "effect": { "changed": { "what": "dichter bij school" } } }),
        )
    });
    tells(Code::AidNoEffect, AT, &heard, &noted);
    // That it changed nothing is an answer too, with the reason.
    let nothing = ["kind", "moeder", "vader"].into_iter().fold(heard, |story, person| {
        story.then(
            "effect_noted",
            json!({ "person": person, "effect": { "nothing": { "why": "het kan nu niet" } } }),
        )
    });
    assert_eq!(times(&nothing.assess(AT), Code::AidNoEffect), 0);
}

#[test]
fn failure_17_who_the_relatives_are_is_no_fact_about_the_child() {
    let begun = asked_for_supervision().then("person_added", json!({ "person": "oom", "role": "network" }));
    let related = begun
        .clone()
        .then("relation_noted", json!({ "person": "oom", "child": "kind", "relation": "knows_child" }));
    let facts = |story: &Story| story.assess(AT).uncertainties.facts;
    assert_eq!(facts(&begun), facts(&related), "a relation supports nothing");
    // Whoever judges by it names no facts, and that is said.
    let judged = related.clone().by("rechter").view("ots", THREAT, "met");
    let seen = related.by("rechter").leans("ots", THREAT, &["ruzie"], &[]);
    tells(Code::GroundWithoutFacts, AT, &judged, &seen);
    // A relative is somebody to hear.
    assert!(
        times(&judged.assess(AT), Code::NotHeardNoReason) > times(&begun.assess(AT), Code::NotHeardNoReason)
    );
}
