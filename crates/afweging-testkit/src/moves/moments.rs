//! Moments from which terms run, or by which they are kept.

use afweging::{Event, Moment, MomentNoted, Said, TermKept, TermStart};

use crate::writer::{Writer, dutch_pack};

/// Mostly a moment that some term of the step, or of the dossier, looks at.
pub(super) fn note(writer: &mut Writer) -> bool {
    let step = writer.step();
    let measure = step.as_ref().and_then(|step| writer.measure_of(step));
    let terms = measure.into_iter().flat_map(|it| &it.terms).chain(dutch_pack().dossier_terms(writer.today));
    let mut asked: Vec<Moment> = Vec::new();
    for term in terms {
        if let TermStart::Moment(moment) = term.starts {
            asked.push(moment);
        }
        asked.extend(term.kept.iter().filter_map(|kept| match kept {
            TermKept::Moment(moment) => Some(*moment),
            _ => None,
        }));
    }
    let of = if asked.is_empty() || writer.dice.chance(30) { Moment::ALL.to_vec() } else { asked };
    let Some(moment) = writer.dice.pick(&of).copied() else { return false };
    let step = match step {
        Some(step) if moment.is_of_step() || writer.dice.chance(20) => Said::Said(step),
        _ => Said::NotSaid,
    };
    let to = match writer.professional() {
        Some(person) => writer.said(40, person),
        None => Said::NotSaid,
    };
    writer.write(Event::MomentNoted(MomentNoted { moment, step, to }))
}
