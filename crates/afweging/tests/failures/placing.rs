//! Living elsewhere: what was weighed, how the child comes home, where it goes next, who decides on its perspective.

use afweging::{Code, Gate, GateOutcome, PointStanding, WeighingPoint};
use serde_json::{Value, json};

use crate::story::{Story, step};
use crate::{says, tells, times};

const AT: &str = "2025-03-10";

fn plan() -> Value {
    json!({ "goal": "drie weekenden thuis die goed gaan", "who": ["moeder", "gi"], "review_on": "2025-06-02" })
}

#[test]
fn failure_01_the_points_of_weighing_were_all_addressed_once() {
    let bare = Story::placed();
    let whole = bare
        .clone()
        .claimed("s", "Ruzie in de nacht van 1 maart.", "worry")
        .established("s")
        .heard("kind")
        .heard("moeder")
        .then("invited", json!({ "person": "vader", "forum": "talk" }))
        .then("hearing_declined", json!({ "person": "vader", "reason": "nu niet" }))
        .detail(
            "uhp",
            json!({ "what_happened": "ruzie in de nacht", "needed_now": "rust", "goal": "weer naar huis",
                    "safety_around_the_clock": "het pleeggezin", "review_on": "2025-05-01",
                    "return_plan": plan() }),
        )
        .all_answered("uhp", AT, "s");
    tells(Code::AidPointsEmpty, AT, &bare, &whole);

    // The slots themselves: one by one, and never full by a default.
    let stands = |story: &Story| -> Vec<PointStanding> {
        let assessment = story.assess(AT);
        let points = &step(&assessment, "uhp").points;
        assert_eq!(points.iter().map(|it| it.point).collect::<Vec<_>>(), WeighingPoint::ALL);
        points.iter().map(|it| it.stands).collect()
    };
    assert!(stands(&bare).iter().all(|stands| *stands == PointStanding::Empty));
    assert!(
        stands(&whole)
            .iter()
            .all(|stands| *stands == PointStanding::Filled || *stands == PointStanding::Reasoned)
    );
    // A reason why a point does not apply takes it off the list; no reason does not.
    let left = says(&bare.assess(AT), Code::AidPointsEmpty);
    assert!(left.contains("het doel"), "{left}");
    let reasoned = bare.clone().detail(
        "uhp",
        json!({ "not_applicable": [{ "point": "goal", "why": "zij wordt morgen achttien" }] }),
    );
    assert!(!says(&reasoned.assess(AT), Code::AidPointsEmpty).contains("het doel"));
    let blank = bare.clone().detail("uhp", json!({ "not_applicable": [{ "point": "goal", "why": " " }] }));
    assert!(says(&blank.assess(AT), Code::AidPointsEmpty).contains("het doel"));
    // An empty slot never holds up what has to be done: no gate looks at it.
    reasoned.gates_as(&bare, AT, "uhp");
    // Supervision places nobody elsewhere, and a restriction of contact rides on a placement.
    let assessment = bare.placement("contact", "M20", "foster").assess(AT);
    assert!(step(&assessment, "ots").points.is_empty());
    assert!(step(&assessment, "contact").points.is_empty());
}

#[test]
fn failure_07_a_placement_without_a_plan_for_coming_home() {
    let bare = Story::placed().carried_out("uhp");
    let planned = bare.clone().detail("uhp", json!({ "return_plan": plan() }));
    tells(Code::AidReturnPlan, AT, &bare, &planned);
    // Half a plan is told by its other half.
    let half = bare.clone().detail("uhp", json!({ "return_plan": { "goal": "rust" } }));
    let told = says(&half.assess(AT), Code::AidReturnPlan);
    assert!(told.contains("wie daaraan werkt") && told.contains("wanneer we kijken"), "{told}");
    assert!(!told.contains("wat daarvoor nodig is"), "{told}");

    // And the day on which people look is kept, or stays overdue until they do.
    let late = "2025-07-01";
    let looked = planned
        .clone()
        .on("2025-06-02")
        .then("reviewed", json!({ "step": "uhp", "outcome": "better", "why": "twee weekenden gingen goed" }));
    tells(Code::ReturnReviewDue, late, &planned, &looked);
    let assessment = planned.assess(late);
    assert!(assessment.duties.iter().any(|duty| duty.code == Code::ReturnReviewDue && duty.overdue));
    let in_time = planned.assess(AT);
    assert!(in_time.duties.iter().any(|duty| duty.code == Code::ReturnReviewDue && !duty.overdue));
}

#[test]
fn failure_10_a_decision_on_perspective_that_parents_did_not_know_of() {
    let decided = Story::placed()
        .carried_out("uhp")
        .by("gi")
        .then(
            "step_proposed",
            json!({ "step": "perspectief", "measure": "perspective", "about": "kind", "proposed_by": "gi" }),
        )
        .then("decided", json!({ "step": "perspectief", "decider": "gi", "outcome": "granted" }));
    let told = decided.clone().detail(
        "perspectief",
        json!({ "informed": ["kind", "moeder", "vader", "pleegouder"], "next_court_test": "2025-09-02" }),
    );
    tells(Code::AidPerspectiveDecision, AT, &decided, &told);
    let sentence = says(&decided.assess(AT), Code::AidPerspectiveDecision);
    for part in ["vader", "moeder", "pleegouder", "kind", "wanneer de rechter ernaar kijkt"] {
        assert!(sentence.contains(part), "{part} is not in: {sentence}");
    }
    // Who was told is no longer missing; the others are.
    let one = decided.clone().detail("perspectief", json!({ "informed": ["moeder"] }));
    let sentence = says(&one.assess(AT), Code::AidPerspectiveDecision);
    assert!(sentence.contains("vader") && !sentence.contains("moeder"), "{sentence}");

    // A court looks at it with the next decision that has one, or that is overdue.
    let looked = told
        .clone()
        .on("2025-08-25")
        .placement("verder", "M22", "foster")
        .then("request_filed", json!({ "step": "verder", "requester": "gi", "form": "written" }))
        .then("decided", json!({ "step": "verder", "decider": "rechter", "outcome": "granted" }));
    let late = "2025-09-10";
    tells(Code::CourtTestDue, late, &told, &looked);
    assert!(told.assess(late).duties.iter().any(|duty| duty.code == Code::CourtTestDue && duty.overdue));
}

/// Placed in a foster family in 2025, over two authorisations.
fn fostered() -> Story {
    Story::placed()
        .carried_out("uhp")
        .on("2025-08-25")
        .then(
            "step_proposed",
            json!({ "step": "verlengd", "measure": "M22", "placement": "foster", "about": "kind",
                    "proposed_by": "gi", "extends": "uhp", "from": "2025-09-03", "until": "2026-09-02" }),
        )
        .granted("verlengd", "gi")
        .on("2025-09-03")
        .then("started", json!({ "step": "verlengd" }))
}

fn moved(story: Story, day: &str) -> Story {
    story.on(day).then(
        "placement_changed",
        json!({ "step": "verlengd", "placement": "residential", "why": "het ging niet meer" }),
    )
}

fn asked_and(story: Story, step: &str, measure: &str, place: &str, outcome: &str) -> Story {
    story
        .placement(step, measure, place)
        .then("request_filed", json!({ "step": step, "requester": "gi", "form": "written" }))
        .then("decided", json!({ "step": step, "decider": "rechter", "outcome": outcome }))
}

#[test]
fn failure_11_a_foster_child_moved_on_as_if_it_were_a_formality() {
    let (day, at) = ("2026-01-12", "2026-01-20");
    let quietly = moved(fostered(), day);
    let before = fostered().on("2026-01-09");
    let decided = moved(asked_and(before.clone(), "groep", "M22", "residential", "granted"), day);
    tells(Code::AidMovedWithoutStep, at, &quietly, &decided);
    // A decision on another place carries no move, nor does one that was refused, nor one that came afterwards.
    for (place, outcome) in [("foster", "granted"), ("residential", "refused")] {
        let other = moved(asked_and(before.clone(), "ander", "M22", place, outcome), day);
        assert_eq!(times(&other.assess(at), Code::AidMovedWithoutStep), 1, "{place}, {outcome}");
    }
    let after = asked_and(quietly.on("2026-01-15"), "groep", "M22", "residential", "granted");
    assert_eq!(times(&after.assess(at), Code::AidMovedWithoutStep), 1);
    // Home is a place too, and coming home a step of its own.
    let home = |story: Story| {
        story.on(day).then("placement_changed", json!({ "step": "verlengd", "placement": "home" }))
    };
    assert_eq!(times(&home(fostered()).assess(at), Code::AidMovedWithoutStep), 1);
    let lifted = before
        .propose("thuis", "M34")
        .then("decided", json!({ "step": "thuis", "decider": "gi", "outcome": "granted" }));
    assert_eq!(times(&home(lifted).assess(at), Code::AidMovedWithoutStep), 0);
}

#[test]
fn failure_11_after_a_year_in_a_family_the_judge_decides_on_the_move() {
    // Thirteen months in the family, over two authorisations.
    let (day, at) = ("2026-03-31", "2026-04-10");
    let quietly = moved(fostered(), day);
    let agreed =
        moved(asked_and(fostered().on("2026-03-20"), "verblijf", "M25", "residential", "granted"), day);
    tells(Code::WithoutTitle, at, &quietly, &agreed);
    assert_eq!(quietly.gate(at, "verlengd", Gate::Authority).0, GateOutcome::Failed);
    assert_eq!(times(&quietly.assess(at), Code::AidMovedWithoutStep), 0, "one defect, one finding");
    // The judge may still agree: that carries the stay, and does not undo that the child was moved first.
    let late = asked_and(quietly.on("2026-04-07"), "verblijf", "M25", "residential", "granted").assess(at);
    assert_eq!((times(&late, Code::WithoutTitle), times(&late, Code::AidMovedWithoutStep)), (0, 1));
    // Ten months in, the judge has no say in the place.
    let early = moved(fostered(), "2026-01-12");
    assert_eq!(times(&early.assess("2026-01-13"), Code::WithoutTitle), 0);
}
