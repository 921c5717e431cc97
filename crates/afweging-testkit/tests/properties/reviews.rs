//! De-escalation is an option at each review: whatever is in force is asked about ending, of somebody, until that is answered;
//! and nothing of it moves a gate.

use afweging::{Candidate, CandidateStanding, Code, NOTHING, ReviewWhen};
use afweging_testkit::Histories;
use proptest::prelude::*;

use crate::{assessed, config, eventful_days};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_step_in_force_is_asked_about_ending(history in Histories::new().well_prepared().strategy()) {
        for at in eventful_days(&history) {
            let assessment = assessed(&history, at);
            for step in assessment.steps.iter().filter(|it| it.measure.as_str() != NOTHING) {
                let to_come = step.reviews.iter().filter(|it| !matches!(it.when, ReviewWhen::Held { .. }));
                let to_come: Vec<_> = to_come.collect();
                let in_force = step.stands.execution == "InForce";
                prop_assert_eq!(to_come.len(), usize::from(in_force), "{} on {}", step.step, at);
                for review in to_come {
                    let end = Candidate::End(step.step.clone());
                    let ending = review.going_on.iter().find(|it| it.one_of.contains(&end)).expect("ending");
                    let asked = review.questions.iter().any(|it| it.what.nl.contains(ending.label.nl.as_str()));
                    let stands = matches!(ending.standing, CandidateStanding::Stands { .. });
                    prop_assert_eq!(asked, !stands, "{} on {}: {:?}", step.step, at, ending.standing);
                    prop_assert!(review.questions.iter().all(|it| !it.who_may_answer.is_empty()));
                    let is_overdue = matches!(review.when, ReviewWhen::Overdue { .. });
                    let found = review.findings.iter().any(|it| {
                        matches!(it.code, Code::GoingOnUnanswered | Code::LighterAtReview)
                            && it.sentence.nl.contains(ending.label.nl.as_str())
                    });
                    prop_assert_eq!(found, is_overdue && !stands, "{} on {}", step.step, at);
                }
                let gates = step.findings().any(|it| it.code.gate().is_none());
                prop_assert!(!gates, "{}: what a review leaves open stands at no gate", step.step);
            }
        }
    }
}
