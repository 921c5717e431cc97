//! What lies behind it: money, poverty, a parent's disability, what a government body did, and whether help fitted that.

use afweging::Code;
use serde_json::json;

use crate::story::Story;
use crate::{says, tells, times};

const AT: &str = "2025-03-10";
const THREAT: &str = "bw1-255-threat";

fn weighed(causes: &[&str]) -> Story {
    let mut story = Story::begun().propose("ots", "M16");
    let mut names = Vec::new();
    for (place, cause) in causes.iter().enumerate() {
        let id = format!("s{place}");
        story = match *cause {
            "" => story.claimed(&id, "Het kind komt zonder ontbijt op school.", "worry"),
            cause => story.caused(&id, "Het kind komt zonder ontbijt op school.", cause),
        };
        story = story.established(&id);
        names.push(id);
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    story.by("rechter").leans("ots", THREAT, &names, &[])
}

#[test]
fn failure_07_money_trouble_or_a_disability_alone_carries_no_ground() {
    let violence = weighed(&["in_family"]);
    for alone in ["financial", "housing_or_poverty", "parent_disability", "government_act"] {
        tells(Code::AidCauseAlone, AT, &weighed(&[alone]), &violence);
    }
    let both = weighed(&["financial", "parent_disability"]);
    let told = says(&both.assess(AT), Code::AidCauseAlone);
    assert!(told.contains("schulden") && told.contains("beperking"), "{told}");
    // Money trouble that plays a part beside something else is no such ground, and of an unsaid cause nothing is known.
    for part in ["in_family", "other_outside", ""] {
        assert_eq!(times(&weighed(&["financial", part]).assess(AT), Code::AidCauseAlone), 0, "{part}");
    }
    // It is advice: the court weighs.
    both.gates_as(&weighed(&["in_family", "in_family"]), AT, "ots");
}

#[test]
fn failure_08_the_debts_went_on_and_the_help_was_for_something_else() {
    let debts = Story::begun().propose("ots", "M16").detail(
        "ots",
        json!({ "maintaining": "De schulden.", "maintained_by": ["government_act", "financial"] }),
    );
    let help = |story: Story, addresses: &[&str]| {
        story
            .then(
                "step_proposed",
                json!({ "step": "hulp", "measure": "M02", "about": "kind", "proposed_by": "lt",
                        "details": { "addresses": addresses } }),
            )
            .then("decided", json!({ "step": "hulp", "decider": "college", "outcome": "granted" }))
    };
    let begun = |story: Story| story.then("started", json!({ "step": "hulp" }));
    let parenting = begun(help(debts.clone(), &["in_family"]));
    let fitting = begun(help(debts.clone(), &["financial", "government_act"]));
    tells(Code::AidNoFittingHelp, AT, &parenting, &fitting);
    // Where the cause lies outside the family, that is said.
    let told = says(&parenting.assess(AT), Code::AidNoFittingHelp);
    assert!(told.contains("wat de overheid deed of naliet (een oorzaak buiten het gezin)"), "{told}");
    // Help for one of the two leaves the other; help that was granted and never came is no help.
    let half = begun(help(debts.clone(), &["government_act"]));
    let told = says(&half.assess(AT), Code::AidNoFittingHelp);
    assert!(told.contains("schulden") && !told.contains("overheid"), "{told}");
    let promised = help(debts, &["financial", "government_act"]);
    assert_eq!(times(&promised.assess(AT), Code::AidNoFittingHelp), 1);
}
