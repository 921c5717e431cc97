//! One dossier that brings an aid out, and its nearest twin that does not.

use std::collections::BTreeSet;

use afweging::{Code, Pack, Region, assess};
use serde_json::{Value, json};

use crate::story::Story;
use crate::{AT, aids, check, codes, is_aid, pack, story};

/// An aid, what brings it out, and the twin that differs in one thing.
type Pair = (Code, fn() -> Story, fn() -> Story);

/// Aids whose pair stands in another file: with the stories, reviews and dialogues that bring them out.
const ELSEWHERE: &[(Code, &str)] = &[
    (Code::AidPlanElsewhere, "aids/beside.rs"),
    (Code::AidReasonElsewhere, "aids/beside.rs"),
    (Code::AidNotOffered, "aids/pairs.rs"),
    (Code::AidFollowUp, "next_step/reviews.rs"),
    (Code::AidNoExpectation, "next_step/reviews.rs"),
    (Code::AidPlanB, "next_step/reviews.rs"),
    (Code::AidMindChangeNotLooked, "next_step/reviews.rs"),
    (Code::AidNoRepair, "next_step/passed_over.rs"),
    (Code::AidFamilyNotInDialogue, "cases/together.rs"),
    (Code::AidSealNeverOpened, "cases/together.rs"),
    (Code::AidPointsEmpty, "failures/placing.rs"),
    (Code::AidClaimAsFact, "failures/reporting.rs"),
    (Code::AidMentionsNotSaid, "failures/reporting.rs"),
    (Code::AidReturnPlan, "failures/placing.rs"),
    (Code::AidCauseAlone, "failures/causes.rs"),
    (Code::AidNoFittingHelp, "failures/causes.rs"),
    (Code::AidManyFaces, "failures/waiting.rs"),
    (Code::AidMovedWithoutStep, "failures/placing.rs"),
    (Code::AidWaitsAddUp, "failures/waiting.rs"),
    (Code::AidPerspectiveDecision, "failures/placing.rs"),
];

fn ots() -> Story {
    story().propose("ots", "M16")
}

fn detailed(story: Story, step: &str, details: &Value) -> Story {
    story.then("step_detailed", json!({ "step": step, "details": details }))
}

pub(crate) fn view(story: Story, by: &str, step: &str, more: &Value) -> Story {
    let mut view = json!({ "step": step, "on": { "ground": "bw1-255-threat" }, "verdict": "met", "why": "mijn oordeel" });
    for (field, value) in more.as_object().unwrap() {
        view[field] = value.clone();
    }
    story.by(by).then("view_given", view).by("lt")
}

fn claimed(story: Story, id: &str) -> Story {
    story.then("claimed", json!({ "statement": id, "text": "ruzie op de trap" }))
}

fn evidence(story: Story, id: &str, statement: &str, polarity: &str, by: &str, origin: &Value) -> Story {
    story.then(
        "evidence_added",
        json!({ "evidence": id, "statement": statement, "polarity": polarity, "borne_by": by, "origin": origin }),
    )
}

fn seen(story: Story, id: &str, statement: &str, polarity: &str, by: &str) -> Story {
    evidence(story, id, statement, polarity, by, &json!("own_observation"))
}

fn found(story: Story, statement: &str, found: &str) -> Story {
    story.then("found", json!({ "statement": statement, "found": found, "why": "gewogen" }))
}

fn heard(story: Story, person: &str) -> Story {
    story.then("heard", json!({ "person": person, "forum": "talk", "account": "mijn verhaal" }))
}

fn dialogue(story: Story, contradicts: Option<&str>) -> Story {
    let mut opened = json!({ "step": "ots", "participants": ["lt", "raad", "moeder"] });
    if let Some(person) = contradicts {
        opened["contradiction_by"] = json!(person);
    }
    story.then("dialogue_opened", opened)
}

fn colleague(story: Story) -> Story {
    story.then("person_added", json!({ "person": "lt2", "role": "local_team" }))
}

fn sibling(story: Story) -> Story {
    story.then("person_added", json!({ "person": "kind2", "role": "child", "birth": { "on": "2018-03-01" } }))
}

fn plan(story: Story, step: &str, about: &str, goal: &str) -> Story {
    story.then(
        "step_proposed",
        json!({ "step": step, "measure": "M16", "about": about, "proposed_by": "lt",
                "details": { "goal": goal, "needed_now": "Rust in huis en iemand om mee te praten." } }),
    )
}

fn handed(story: Story, from: &str, to: &str, adds: Option<&str>) -> Story {
    let mut handed = json!({ "from": from, "to": to });
    if let Some(adds) = adds {
        handed["adds"] = json!(adds);
    }
    story.then("handed_over", handed)
}

const LONG: &str = "De ruzies bij de overdracht duren voort en het kind slaapt daardoor slecht en haalt op school achterstand op.";

/// An order and the one that extends it, each with a reason.
fn extension(first: &str, second: &str) -> Story {
    view(ots(), "raad", "ots", &json!({ "why": first }))
        .on("2025-06-20")
        .then(
            "step_proposed",
            json!({ "step": "langer", "measure": "M16", "about": "kind", "proposed_by": "lt", "extends": "ots" }),
        )
        .pipe(|story| view(story, "raad", "langer", &json!({ "why": second })))
}

/// Help that ran before a heavier step is proposed.
fn help_first() -> Story {
    story().propose("hulp", "M02").then("started", json!({ "step": "hulp" })).on("2025-06-20")
}

/// Something that the dossier does with itself.
trait Pipe: Sized {
    fn pipe<R>(self, with: impl FnOnce(Self) -> R) -> R {
        with(self)
    }
}

impl Pipe for Story {}

#[rustfmt::skip]
const PAIRS: &[Pair] = &[
    (Code::AidAlone,
        || view(ots(), "lt", "ots", &json!({})),
        || view(view(ots(), "lt", "ots", &json!({})), "raad", "ots", &json!({}))),
    (Code::AidNoContradiction, || dialogue(ots(), None), || dialogue(ots(), Some("raad"))),
    (Code::AidHearsay,
        || view(evidence(claimed(ots(), "f"), "e", "f", "supports", "lt", &json!("untraced")), "lt", "ots", &json!({ "for": ["f"] })),
        || view(seen(claimed(ots(), "f"), "e", "f", "supports", "lt"), "lt", "ots", &json!({ "for": ["f"] }))),
    (Code::AidOneRoot,
        || seen(claimed(ots(), "f"), "e", "f", "supports", "moeder")
            .pipe(|it| evidence(it, "e2", "f", "supports", "lt", &json!({ "told_by_evidence": { "evidence": "e" } })))
            .pipe(|it| view(found(it, "f", "established"), "lt", "ots", &json!({ "for": ["f"] }))),
        || seen(claimed(ots(), "f"), "e", "f", "supports", "moeder")
            .pipe(|it| seen(it, "e2", "f", "supports", "lt"))
            .pipe(|it| view(found(it, "f", "established"), "lt", "ots", &json!({ "for": ["f"] })))),
    (Code::AidNoAlternative, ots,
        || ots().then("alternative_named", json!({ "alternative": "oma", "step": "ots", "option": { "own_words": { "text": "bij oma" } } }))),
    (Code::AidOneError,
        || detailed(ots(), "ots", &json!({ "error_if_wrongly_taken": "vertrouwen weg" })),
        || detailed(ots(), "ots", &json!({ "error_if_wrongly_taken": "vertrouwen weg", "error_if_wrongly_not_taken": "nog een jaar ruzie" }))),
    (Code::AidNoStop, ots, || detailed(ots(), "ots", &json!({ "stop_when": "als de ruzies stoppen" }))),
    (Code::AidPassedOn, || handed(story(), "lt", "raad", None), || handed(story(), "lt", "raad", Some("expertise"))),
    (Code::AidNoEffect,
        || heard(ots(), "moeder"),
        || heard(ots(), "moeder").then("effect_noted", json!({ "person": "moeder", "effect": { "changed": { "what": "de dag" } } }))),
    (Code::AidMissingPerspective,
        || ots().then("not_heard", json!({ "person": "vader", "ground": { "unreachable": { "attempts": 3 } }, "reason": "neemt niet op" })),
        || heard(ots().then("not_heard", json!({ "person": "vader", "ground": { "unreachable": { "attempts": 3 } }, "reason": "neemt niet op" })), "vader")),
    (Code::AidNoMindChange, ots, || detailed(ots(), "ots", &json!({ "would_change_our_mind": "twee rustige maanden" }))),
    (Code::AidHaste, || ots().granted("ots", "raad"), || ots().on("2025-06-03").granted("ots", "raad")),
    (Code::AidGeneralClaim,
        || view(ots(), "lt", "ots", &json!({ "why": "Moeder komt altijd te laat." })),
        || view(ots(), "lt", "ots", &json!({ "why": "Moeder komt niet altijd te laat." }))),
    (Code::AidSamePlan,
        || plan(plan(sibling(story()), "een", "kind", "Elke nacht doorslapen."), "twee", "kind2", "Elke nacht doorslapen!"),
        || plan(plan(sibling(story()), "een", "kind", "Elke nacht doorslapen."), "twee", "kind2", "Weer durven spelen.")),
    (Code::AidCopiedReason,
        || extension(LONG, LONG),
        || extension(LONG, "Vader haalt het kind nu bij school op, en toch wordt het daarna twee dagen stil en wil het niet eten.")),
    (Code::AidOneOrganisation,
        || view(view(colleague(ots()), "lt", "ots", &json!({})), "lt2", "ots", &json!({})),
        || view(view(colleague(ots()), "lt", "ots", &json!({})), "raad", "ots", &json!({}))),
    (Code::AidNoAddedPower,
        || handed(colleague(story()), "lt", "lt2", Some("power")),
        || handed(colleague(story()), "lt", "raad", Some("power"))),
    (Code::AidNeverGoodEnough,
        || detailed(ots(), "ots", &json!({ "stop_when": "Als er geen zorgen meer zijn." })),
        || detailed(ots(), "ots", &json!({ "stop_when": "Als het kind drie maanden doorslaapt." }))),
    (Code::AidJudgedBeforeHeard,
        || heard(view(ots(), "lt", "ots", &json!({})).on("2025-06-05"), "moeder"),
        || heard(ots(), "moeder").on("2025-06-05").pipe(|it| view(it, "lt", "ots", &json!({})))),
    (Code::AidBeforeDialogue,
        || dialogue(ots().on("2025-06-03").granted("ots", "raad").on("2025-06-04"), Some("raad")),
        || dialogue(ots().on("2025-06-03"), Some("raad")).on("2025-06-04").granted("ots", "raad")),
    (Code::AidContraryTestedHarder,
        || seen(evidence(claimed(ots(), "f"), "e", "f", "supports", "lt", &json!("untraced")), "tegen", "f", "opposes", "vader")
            .pipe(|it| it.then("contested", json!({ "entry": 17, "person": "moeder", "objection": "hij was er niet" })))
            .pipe(|it| view(it, "lt", "ots", &json!({ "for": ["f"] }))),
        || seen(seen(claimed(ots(), "f"), "e", "f", "supports", "lt"), "tegen", "f", "opposes", "vader")
            .pipe(|it| it.then("contested", json!({ "entry": 17, "person": "moeder", "objection": "hij was er niet" })))
            .pipe(|it| view(it, "lt", "ots", &json!({ "for": ["f"] })))),
    (Code::AidContraryTestedHarder,
        || found(claimed(claimed(ots(), "f"), "g"), "g", "not_established")
            .pipe(|it| view(it, "lt", "ots", &json!({ "for": ["f"], "against": ["g"] }))),
        || found(found(claimed(claimed(ots(), "f"), "g"), "g", "not_established"), "f", "plausible")
            .pipe(|it| view(it, "lt", "ots", &json!({ "for": ["f"], "against": ["g"] })))),
    (Code::AidContraryNotLookedAt,
        || view(seen(claimed(ots(), "f"), "e", "f", "supports", "lt"), "lt", "ots", &json!({ "for": ["f"] }))
            .on("2025-06-10").pipe(|it| seen(it, "tegen", "f", "opposes", "vader")),
        || view(seen(claimed(ots(), "f"), "e", "f", "supports", "lt"), "lt", "ots", &json!({ "for": ["f"] }))
            .on("2025-06-10").pipe(|it| seen(it, "tegen", "f", "opposes", "vader"))
            .pipe(|it| view(it, "lt", "ots", &json!({ "for": ["f"] })))),
    (Code::AidHeavierNoNewFact, || help_first().propose("ots", "M16"), || claimed(help_first(), "f").propose("ots", "M16")),
    (Code::AidOccasionOutside,
        || detailed(ots(), "ots", &json!({ "occasion_outside_case": "een bericht in de krant" })),
        || claimed(detailed(ots(), "ots", &json!({ "occasion_outside_case": "een bericht in de krant" })), "f")),
    (Code::AidNoPlanB, ots, || detailed(ots(), "ots", &json!({ "plan_b": "bij tante" }))),
    (Code::AidFirstDay,
        || view(ots().then("report_received", json!({ "receiver": "lt", "text": "melding" })), "lt", "ots", &json!({})),
        || view(ots().then("report_received", json!({ "receiver": "lt", "text": "melding" })).on("2025-06-03"), "lt", "ots", &json!({}))),
];

#[test]
fn each_aid_has_a_dossier_that_brings_it_out_and_a_twin_that_does_not() {
    for (code, fires, twin) in PAIRS {
        assert!(codes(&fires()).contains(code), "{code} should be there: {:?}", codes(&fires()));
        assert!(!codes(&twin()).contains(code), "{code} should not be there");
    }
}

/// What is said to stand elsewhere stands there.
#[test]
fn the_pairs_of_other_files_are_there() {
    let tests = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for (code, file) in ELSEWHERE {
        let text = std::fs::read_to_string(tests.join(file)).unwrap();
        assert!(text.contains(&format!("Code::{code:?}")), "{code} in {file}");
    }
}

/// Fails on an aid that nobody gave a pair.
#[test]
fn no_aid_is_without_its_pair() {
    let paired: BTreeSet<Code> = PAIRS.iter().map(|it| it.0).chain(ELSEWHERE.iter().map(|it| it.0)).collect();
    let all: BTreeSet<Code> = Code::all().iter().copied().filter(|code| is_aid(*code)).collect();
    let missing: Vec<_> = all.difference(&paired).map(|code| code.as_str()).collect();
    assert!(missing.is_empty(), "write a dossier that shows it and one that does not: {missing:?}");
}

#[test]
fn each_aid_says_on_what_it_rests_and_what_lifts_it() {
    for (_, fires, twin) in PAIRS {
        for story in [fires(), twin()] {
            for aid in aids(&story) {
                check(&aid);
            }
        }
    }
}

#[test]
fn urgency_on_record_explains_haste_and_an_early_judgement() {
    let urgent = |story: Story| {
        story.then(
            "urgency_declared",
            json!({ "step": "ots", "danger": "acuut", "why_it_cannot_wait": "vannacht", "look_back": "2025-06-10" }),
        )
    };
    for code in [Code::AidHaste, Code::AidBeforeDialogue, Code::AidFirstDay, Code::AidJudgedBeforeHeard] {
        let (_, fires, _) = PAIRS.iter().find(|pair| pair.0 == code).unwrap();
        assert!(!codes(&urgent(fires())).contains(&code), "{code}");
    }
    // An urgent decision names its danger itself.
    let decided = ots().then(
        "decided_urgently",
        json!({ "step": "ots", "decider": "rechter", "danger": "acuut", "why_it_cannot_wait": "vannacht", "ex_parte": true }),
    );
    assert!(!codes(&decided).contains(&Code::AidHaste));
}

/// A judge who looked again looked again, and a view that leaves it open judges nothing.
#[test]
fn an_early_judgement_is_made_good_by_a_later_one() {
    let early = || heard(view(ots(), "lt", "ots", &json!({})).on("2025-06-05"), "moeder");
    assert!(codes(&early()).contains(&Code::AidJudgedBeforeHeard));
    assert!(!codes(&view(early(), "lt", "ots", &json!({}))).contains(&Code::AidJudgedBeforeHeard));
    let open = heard(view(ots(), "lt", "ots", &json!({ "verdict": "undecided" })).on("2025-06-05"), "moeder");
    assert!(!codes(&open).contains(&Code::AidJudgedBeforeHeard));
}

/// A copy of an old tale is no new contradiction, and an answered one was looked at.
#[test]
fn a_tale_told_again_is_no_new_contradiction() {
    let told = |more: fn(Story) -> Story| {
        let story =
            seen(seen(claimed(ots(), "f"), "e", "f", "supports", "lt"), "tegen", "f", "opposes", "vader");
        more(view(story, "lt", "ots", &json!({ "for": ["f"] })).on("2025-06-10"))
    };
    let copied = |it: Story| {
        evidence(it, "kopie", "f", "opposes", "raad", &json!({ "told_by_evidence": { "evidence": "tegen" } }))
    };
    assert!(!codes(&told(copied)).contains(&Code::AidContraryNotLookedAt));
    let new = |it: Story| seen(it, "nieuw", "f", "opposes", "raad");
    assert!(codes(&told(new)).contains(&Code::AidContraryNotLookedAt));
    let answered = |it: Story| found(seen(it, "nieuw", "f", "opposes", "raad"), "f", "not_established");
    assert!(!codes(&told(answered)).contains(&Code::AidContraryNotLookedAt));
}

/// What the model asks for, an answer to what opposes, is no severity when the other side was traced.
#[test]
fn answering_what_opposes_is_not_testing_it_harder() {
    let story = seen(claimed(ots(), "f"), "e", "f", "supports", "moeder")
        .pipe(|it| seen(it, "tegen", "f", "opposes", "vader"))
        .then(
            "found",
            json!({ "statement": "f", "found": "established", "why": "gewogen",
                    "answers": [{ "evidence": "tegen", "reply": "vader was er die dag niet" }] }),
        )
        .pipe(|it| view(it, "lt", "ots", &json!({ "for": ["f"] })));
    assert!(!codes(&story).contains(&Code::AidContraryTestedHarder));
}

/// A review that says the lighter step does not work is news of the case.
#[test]
fn a_review_of_the_lighter_step_is_news() {
    let reviewed = help_first()
        .then(
            "reviewed",
            json!({ "step": "hulp", "outcome": "worse", "sufficient": false, "why": "het helpt niet" }),
        )
        .propose("ots", "M16");
    assert!(!codes(&reviewed).contains(&Code::AidHeavierNoNewFact));
    // An occasion outside the case says more than that it is heavier.
    let pressed = detailed(
        help_first().propose("ots", "M16"),
        "ots",
        &json!({ "occasion_outside_case": "een bericht in de krant" }),
    );
    assert!(
        codes(&pressed).contains(&Code::AidOccasionOutside)
            && !codes(&pressed).contains(&Code::AidHeavierNoNewFact)
    );
}

#[test]
fn what_the_region_does_not_offer_is_said_and_what_it_offers_is_not() {
    let region = Region::named("midden-holland").unwrap();
    let local: Pack = pack().clone().in_region(&region).unwrap();
    let said = |measure: &str| {
        let assessment = assess(&story().propose("s", measure).dossier(), &local, AT.parse().unwrap());
        assessment.all_findings().any(|it| it.code == Code::AidNotOffered)
    };
    assert!(said("M09"));
    assert!(!said("M02"));
}
