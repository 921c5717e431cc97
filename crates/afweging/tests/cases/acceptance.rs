//! The acceptance tests that the source documents gave (law.md §5.8), as far as they are about a dossier and the law. Those
//! about regions stand with the regions, those about terms with the terms.

use afweging::{
    Act, Actor, Answerer, Burdened, Candidate, CandidateStanding, Code, Gate, GateOutcome, Language,
    MeasureId, Remedy,
};
use serde_json::{Value, json};

use crate::story::{Story, step};
use crate::{measure, pack};

const ON: &str = "2025-06-01";

fn story() -> Story {
    Story::of_a_child("2016-05-01", ON)
}

/// A statement of what somebody saw, found as people found it.
fn fact(story: Story, id: &str, found: &str) -> Story {
    story
        .then("claimed", json!({ "statement": id, "text": "ruzie op de trap" }))
        .then(
            "evidence_added",
            json!({ "evidence": format!("{id}-e"), "statement": id, "polarity": "supports", "borne_by": "moeder",
                    "origin": "own_observation" }),
        )
        .then("found", json!({ "statement": id, "found": found, "why": "gewogen" }))
}

fn answered(story: Story, step: &str, lighter: &str, answer: &Value) -> Story {
    story.then(
        "candidates_answered",
        json!({ "step": step, "candidates": [{ "measure": { "measure": lighter } }], "answer": answer, "why": "zie boven" }),
    )
}

#[test]
fn a01_something_lighter_that_will_do_bars_the_heavier() {
    let story = answered(story().propose("ots", "M16"), "ots", "M02", &json!("adequate"));
    let (outcome, codes) = story.gate(ON, "ots", Gate::Intrusion);
    assert_eq!((outcome, codes.first()), (GateOutcome::Failed, Some(&Code::LighterAdequate)));
    let assessment = story.assess(ON);
    let finding = &step(&assessment, "ots").gate(Gate::Intrusion).unwrap().findings[0];
    let name = &measure("M02", ON).labels.nl;
    assert!(finding.sentence.nl.contains(name.as_str()), "it names it: {}", finding.sentence.nl);
    assert!(!assessment.open.iter().any(|open| open.as_str() == "ots"));
}

#[test]
fn a02_without_consent_or_order_nothing_voluntary_goes_on() {
    for voluntary in ["M02", "M05", "M14"] {
        let story = story()
            .propose("hulp", voluntary)
            .then(
                "consent_asked",
                json!({ "person": "moeder", "scope": { "step": "hulp" }, "information": "wat het is" }),
            )
            .then("consent_refused", json!({ "person": "moeder", "scope": { "step": "hulp" } }));
        let assessment = story.assess(ON);
        let hulp = step(&assessment, "hulp");
        assert!(!hulp.open, "{voluntary}");
        let refused =
            hulp.findings().find(|finding| finding.code == Code::ConsentRefusedOrWithdrawn).expect(voluntary);
        let Remedy::OneOf(ways) = &refused.remedy else { panic!("{voluntary}: it can be asked again") };
        let events: Vec<&str> = ways.iter().flat_map(|way| &way.patterns).map(|it| it.event).collect();
        assert!(events.iter().any(|event| event.starts_with("consent_")), "{voluntary}: {ways:?}");
        // The way on is to talk: no remedy proposes anything compulsory.
        assert!(!events.contains(&"decided"), "{voluntary}: {ways:?}");
    }
}

#[test]
fn a04_who_differs_after_talking_keeps_a_place_and_falls_back_on_own_power() {
    let ground = json!({ "ground": "bw1-255-threat" });
    let view =
        |verdict: &str| json!({ "step": "ots", "on": ground, "verdict": verdict, "why": "mijn oordeel" });
    let story = story()
        .propose("ots", "M16")
        .by("lt")
        .then("view_given", view("not_met"))
        .by("raad")
        .then("view_given", view("met"))
        .then(
            "dialogue_opened",
            json!({ "step": "ots", "participants": ["lt", "raad"], "contradiction_by": "lt" }),
        )
        .then(
            "diverged",
            json!({ "step": "ots", "positions": [
                { "person": "lt", "on": ground, "verdict": "not_met", "why": "het gaat beter" },
                { "person": "raad", "on": ground, "verdict": "met", "why": "het gaat slechter" } ] }),
        )
        .then(
            "fell_back",
            json!({ "step": "ots", "powers": [
                { "person": "raad", "act": "request", "measure": "M16", "article": "BW1 255(2)" },
                { "person": "lt", "act": "execute", "measure": "M02", "article": "Jw 2.7" } ] }),
        );
    let assessment = story.assess(ON);
    let stand = assessment.uncertainties.weighing.iter().find(|it| it.step.as_str() == "ots").unwrap();
    let powers: Vec<_> =
        stand.own_powers.iter().map(|it| (it.person.as_str(), it.article.as_str())).collect();
    assert_eq!(powers, [("raad", "BW1 255(2)"), ("lt", "Jw 2.7")]);
    let differ: Vec<_> = stand.dissent.iter().map(|it| it.by.as_str()).collect();
    assert!(differ.contains(&"lt") && differ.contains(&"raad"), "{differ:?}");
    // No number anywhere stands for what two people think.
    fn averages(value: &Value) -> bool {
        match value {
            Value::Number(number) => number.is_f64(),
            Value::Array(all) => all.iter().any(averages),
            Value::Object(all) => all.values().any(averages),
            _ => false,
        }
    }
    assert!(!averages(&serde_json::from_str(&assessment.to_json()).unwrap()));
}

#[test]
fn a05_a_plausible_fact_carries_a_suspicion_and_no_established_ground() {
    let weigh = |measure: &str, ground: &str| {
        fact(story(), "f", "plausible")
            .propose("s", measure)
            .by("rechter")
            .then(
                "view_given",
                json!({ "step": "s", "on": { "ground": ground }, "verdict": "met", "why": "ja", "for": ["f"] }),
            )
            .granted("s", "raad")
            .gate(ON, "s", Gate::Facts)
            .1
    };
    assert!(weigh("M16", "bw1-255-threat").contains(&Code::BelowEvidenceLevel), "established is asked");
    assert!(!weigh("M15", "bw1-257-suspicion").contains(&Code::BelowEvidenceLevel), "a suspicion is asked");
}

#[test]
fn a06_doing_nothing_more_is_always_one_of_the_options() {
    for proposed in ["M02", "M05", "M13", "M14", "M15", "M16", "M22", "M27", "M32"] {
        let assessment = story().propose("s", proposed).assess(ON);
        let s = step(&assessment, "s");
        let nothing = s.candidates.iter().find(|it| it.one_of.contains(&Candidate::Nothing)).expect(proposed);
        assert_eq!(nothing.standing, CandidateStanding::Unanswered, "{proposed}");
    }
}

#[test]
fn a07_a_plan_without_a_stop_is_said_to_have_none() {
    let bare = story().propose("ots", "M16");
    let aids = |story: &Story| -> Vec<Code> {
        step(&story.assess(ON), "ots").aids.iter().map(|aid| aid.code).collect()
    };
    assert!(aids(&bare).contains(&Code::AidNoStop));
    let stops = bare
        .then("step_detailed", json!({ "step": "ots", "details": { "stop_when": "als de ruzies stoppen" } }));
    assert!(!aids(&stops).contains(&Code::AidNoStop));
}

#[test]
fn a08_deciding_alone_is_rule_one() {
    let alone = story().propose("hulp", "M05").view("hulp", "jw-2.3-help-needed", "met");
    let aids: Vec<Code> = step(&alone.assess(ON), "hulp").aids.iter().map(|aid| aid.code).collect();
    assert!(aids.contains(&Code::AidAlone), "{aids:?}");
}

#[test]
fn a12_a_contact_restriction_against_a_court_is_barred_and_265g_is_asked() {
    let restricted = |ground: &str, verdict: &str| {
        story()
            .propose("beperking", "M20")
            .by("gi")
            .view("beperking", "bw1-265f-necessary", "met")
            .view("beperking", ground, verdict)
            .then("decided", json!({ "step": "beperking", "decider": "gi", "outcome": "granted" }))
    };
    let against = restricted("hr-2018-2321-no-court-arrangement", "not_met");
    let (outcome, codes) = against.gate(ON, "beperking", Gate::Threat);
    assert_eq!(outcome, GateOutcome::Failed);
    assert!(codes.contains(&Code::GroundNotMet), "{codes:?}");
    let assessment = against.assess(ON);
    let barred = step(&assessment, "beperking");
    assert!(!barred.open);
    let asked: Vec<_> = barred.candidates.iter().map(|it| it.label.en.as_str()).collect();
    assert!(asked.iter().any(|label| label.contains("M19")), "the children's judge sets one: {asked:?}");
    // Without an earlier arrangement that ground bars nothing.
    let free = restricted("hr-2018-2321-no-court-arrangement", "met");
    assert!(!free.gate(ON, "beperking", Gate::Threat).1.contains(&Code::GroundNotMet));
}

#[test]
fn a13_a_request_by_institution_or_veilig_thuis_is_barred_and_shows_who_may() {
    for who in ["gi", "vt"] {
        let story = story()
            .propose("ots", "M16")
            .then("request_filed", json!({ "step": "ots", "requester": who, "form": "written" }));
        let assessment = story.assess(ON);
        let ots = step(&assessment, "ots");
        assert!(ots.findings().any(|finding| finding.code == Code::RequesterWithoutPower), "{who}");
        let may: Vec<_> =
            ots.who_may_request.iter().filter(|may| !may.subsidiary).map(|may| &may.who).collect();
        for primary in [Actor::Raad, Actor::Prosecutor] {
            assert!(may.contains(&&Answerer::Actor(primary)), "{who}: {may:?}");
        }
    }
}

#[test]
fn a14_a_child_of_twelve_that_was_not_offered_a_hearing_bars_a_court_step() {
    let at_court = |born: &str| {
        Story::of_a_child(born, ON).propose("ots", "M16").granted("ots", "raad").gate(
            ON,
            "ots",
            Gate::Hearing,
        )
    };
    let (outcome, codes) = at_court("2013-06-01");
    assert!(outcome > GateOutcome::Cured, "{outcome:?}");
    assert!(codes.contains(&Code::ChildNotOfferedCourt), "12 today: {codes:?}");
    let (_, codes) = at_court("2013-06-02");
    assert!(!codes.contains(&Code::ChildNotOfferedCourt), "12 tomorrow: {codes:?}");
}

#[test]
fn a15_a_house_ban_burdens_the_adult_and_leaves_the_child_at_home() {
    let ban = measure("M13", ON);
    assert_eq!((ban.vector.living, ban.vector.home), (0, 1), "the child stays home, the adult does not");
    assert!(ban.burdened.is_superset(&[Burdened::AdultInHome, Burdened::Adult].into()));
    let burdens = json!([
        { "person": "vader", "burden": "tien dagen weg van huis" },
        { "person": "kind", "burden": "blijft thuis, ziet vader tien dagen niet" },
    ]);
    let story = story()
        .propose("ban", "M13")
        .then("step_detailed", json!({ "step": "ban", "details": { "burdens": burdens } }));
    let assessment = story.assess(ON);
    let unsaid: Vec<&str> = step(&assessment, "ban")
        .findings()
        .filter(|finding| finding.code == Code::BurdenNotSaid)
        .map(|finding| finding.sentence.nl.as_str())
        .collect();
    assert!(!unsaid.iter().any(|sentence| sentence.to_lowercase().contains("vader")), "{unsaid:?}");
}

#[test]
fn a16_nothing_is_called_safe() {
    let is_safe = |text: &str| {
        text.to_lowercase()
            .replace("veilig thuis", "")
            .replace("veilig_thuis", "")
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| ["veilig", "veilige", "veiliger", "safe", "safer", "safely"].contains(&word))
    };
    for code in Code::all() {
        for language in [Language::Nl, Language::En] {
            assert!(!is_safe(code.sentence(language)), "{}", code.sentence(language));
        }
    }
    for on in pack().changes() {
        for measure in pack().measures(on) {
            assert!(!is_safe(&measure.labels.nl) && !is_safe(&measure.labels.en), "{}", measure.id);
        }
    }
    let said = story().propose("ots", "M16").propose("ban", "M13").assess(ON).to_json();
    assert!(!is_safe(&said));
    assert!(is_safe("het kind is veilig"), "the check can fail");
}

#[test]
fn a18_a_parent_who_was_not_heard_is_missed_before_any_step_from_m11_on() {
    let listed = pack().measures(ON.parse().unwrap()).map(|measure| measure.id.clone());
    let from_m11: Vec<MeasureId> = listed.filter(|id| ("M11"..="M33").contains(&id.as_str())).collect();
    assert!(from_m11.len() > 15);
    for id in from_m11 {
        let assessment = story().propose("s", id.as_str()).assess(ON);
        let s = step(&assessment, "s");
        let missed = s.findings().chain(&s.aids).any(|finding| {
            matches!(finding.code, Code::NotHeardNoReason | Code::AidMissingPerspective)
                && finding.sentence.nl.to_lowercase().contains("vader")
        });
        assert!(missed, "{id}");
    }
}

#[test]
fn who_may_request_names_the_article() {
    let assessment = story().propose("ots", "M16").assess(ON);
    for may in &step(&assessment, "ots").who_may_request {
        assert!(may.article.starts_with("BW1 "), "{may:?}");
    }
    assert!(crate::map().may(Actor::Raad, Act::Request, &crate::id("M16"), crate::day(ON)).is_ok());
}
