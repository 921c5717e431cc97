//! Deciding, and coming back to it.

use afweging::Code;
use serde_json::json;

use crate::story::Story;
use crate::{tells, times};

const THREAT: &str = "bw1-255-threat";

#[test]
fn failure_12_an_order_to_look_into_coming_home_was_never_carried_out() {
    let ordered = Story::placed().carried_out("uhp").by("rechter").then(
        "obligation_ordered",
        json!({ "obligation": "thuis", "step": "uhp", "owner": "gi",
                "what": "Onderzoek of het kind weer thuis kan wonen.", "due": "2025-06-01" }),
    );
    let done = ordered
        .clone()
        .on("2025-05-20")
        .then("obligation_met", json!({ "obligation": "thuis", "how": "onderzocht, het rapport is er" }));
    let at = "2025-07-01";
    tells(Code::ObligationDue, at, &ordered, &done);
    let assessment = ordered.assess(at);
    let duty = assessment.duties.iter().find(|duty| duty.code == Code::ObligationDue).unwrap();
    assert!(duty.overdue);
    assert!(duty.sentence.nl.contains("weer thuis kan wonen"));
}

#[test]
fn failure_14_people_are_slow_to_revise() {
    let at = "2025-04-10";
    let found = Story::begun()
        .propose("ots", "M16")
        .claimed("s", "Moeder slaat het kind.", "worry")
        .established("s")
        .leans("ots", THREAT, &["s"], &[])
        .by("rechter")
        .leans("ots", THREAT, &["s"], &[]);
    let news = found.clone().on("2025-04-01").evidence(
        "arts",
        "s",
        "opposes",
        "vt",
        json!({ "expert_report": { "title": "letselonderzoek" } }),
    );
    let looked = news.clone().then(
        "found",
        json!({ "statement": "s", "found": "established", "why": "opnieuw bekeken",
                "answers": [{ "evidence": "arts", "reply": "het ging over een andere dag" }] }),
    );
    tells(Code::ReopenedByNewRoot, at, &news, &looked);
    tells(Code::AidContraryNotLookedAt, at, &news, &looked);
    // The same tale told once more is no news.
    let told_again = found.on("2025-04-01").evidence(
        "weer",
        "s",
        "supports",
        "vt",
        json!({ "told_by_evidence": { "evidence": "zelf-s" } }),
    );
    assert_eq!(times(&told_again.assess(at), Code::ReopenedByNewRoot), 0);
}

#[test]
fn failure_15_after_an_incident_in_the_news_it_was_decided_within_a_day() {
    let at = "2025-03-10";
    let asked = Story::begun().propose("ots", "M16");
    let hurried = asked.clone().granted("ots", "raad");
    let waited = asked.clone().on("2025-03-07").granted("ots", "raad");
    tells(Code::AidHaste, at, &hurried, &waited);
    // Danger of this child itself may be a reason, and has to be said as such.
    let urgent = asked
        .then(
            "urgency_declared",
            json!({ "step": "ots", "danger": "nu gevaar", "why_it_cannot_wait": "vanavond", "look_back": "2025-03-17" }),
        )
        .granted("ots", "raad");
    assert_eq!(times(&urgent.assess(at), Code::AidHaste), 0);
}

#[test]
fn failure_15_something_heavier_was_asked_for_while_nothing_new_came_in() {
    let at = "2025-03-10";
    let helped =
        Story::begun().propose("hulp", "M02").then("started", json!({ "step": "hulp" })).on("2025-03-07");
    let heavier = helped.clone().propose("ots", "M16");
    let with_news = helped.claimed("s", "Het kind sliep drie nachten buiten.", "worry").propose("ots", "M16");
    tells(Code::AidHeavierNoNewFact, at, &heavier, &with_news);
    // That the news was about another child does not make it news about this one.
    let occasion = json!({ "occasion_outside_case": "een bericht in de krant over een ander gezin" });
    let pressed = Story::begun().propose("ots", "M16").detail("ots", occasion.clone());
    let own_news = pressed.clone().claimed("s", "Het kind sliep drie nachten buiten.", "worry");
    tells(Code::AidOccasionOutside, at, &pressed, &own_news);
}

#[test]
fn failure_16_only_one_kind_of_error_is_counted() {
    let at = "2025-03-10";
    let one = Story::placed().detail("uhp", json!({ "error_if_wrongly_not_taken": "het kind raakt gewond" }));
    let both =
        one.clone().detail("uhp", json!({ "error_if_wrongly_taken": "het kind verliest zijn school" }));
    tells(Code::AidOneError, at, &one, &both);
    let other =
        Story::placed().detail("uhp", json!({ "error_if_wrongly_taken": "het kind verliest zijn school" }));
    assert_eq!(times(&other.assess(at), Code::AidOneError), 1, "either kind alone");
}

#[test]
fn failure_18_one_term_of_keeping_was_used_for_every_file() {
    // Twenty years after the last change is the term of a file of help, not that of an order.
    let at = "2045-04-01";
    let erased = |measure: &str| {
        Story::begun()
            .propose("stap", measure)
            .granted("stap", "lt")
            .on("2025-03-10")
            .then("closed", json!({ "why": "klaar" }))
            .on("2045-03-20")
            .then("redacted", json!({ "entry": 2, "ground": "retention_passed" }))
    };
    tells(Code::RetentionNotOver, at, &erased("M16"), &erased("M02"));
}
