//! De-escalation: what a review has to look at beside going on. A review is the whole test again, so everything lighter,
//! ending and going home are options at each, and an answer of last time does not count this time.

use chrono::NaiveDate;

use super::{CandidateView, Why, Window, by_law, compared, ending_of, option_name, view};
use crate::assess::case::StepCase;
use crate::id::MeasureId;
use crate::intrusion::{Compared, ENDING, NOTHING, TO_CARER};
use crate::sentence::Sentence;
use crate::step::Candidate;

/// The options beside going on with what is in force, each with how its answer stands: only answers in the window count.
pub(in crate::assess) fn going_on(step: &StepCase<'_>, on: NaiveDate, window: Window) -> Vec<CandidateView> {
    if step.measure_id().as_str() == NOTHING {
        return Vec::new();
    }
    let mut views = Vec::new();
    by_law(step, on, window, &mut views);
    views.retain(|view| view.why == Why::LessIntrusive);
    views.extend(to_carer(step, on, window));
    views.push(ending_it(step, window));
    views
}

/// Ending what is in force; of a placement that is going home. To lift it is a step of its own, and the same answer.
fn ending_it(step: &StepCase<'_>, window: Window) -> CandidateView {
    let name = step.measure_name();
    let label = if step.measure.is_some_and(|measure| measure.is_placement()) {
        Sentence::new(
            format!("beëindigen en terug naar huis: {}", name.nl),
            format!("ending, and going home: {}", name.en),
        )
    } else {
        ending_of(&name)
    };
    let lifting = MeasureId::new(ENDING).ok();
    let lifting = lifting.map(|measure| Candidate::Measure { measure, placement: None });
    let one_of = [Candidate::End(step.id.clone())].into_iter().chain(lifting).collect();
    view(step, Why::Ending, label, one_of, Compared::NotMeasured, window)
}

/// Guardianship to who cares for the child, where that is lighter than what is in force: the child stays where it is.
fn to_carer(step: &StepCase<'_>, on: NaiveDate, window: Window) -> Option<CandidateView> {
    let carer = MeasureId::new(TO_CARER).ok().filter(|carer| carer != step.measure_id())?;
    let placement = step.placement?;
    step.case.pack.measure(&carer, on)?.placement(placement)?;
    let compares = compared(step, on, &carer, Some(placement));
    if !compares.is_lighter() {
        return None;
    }
    let label = option_name(step, on, &carer, Some(placement));
    let candidate = Candidate::Measure { measure: carer, placement: Some(placement.clone()) };
    Some(view(step, Why::LessIntrusive, label, vec![candidate], compares, window))
}
