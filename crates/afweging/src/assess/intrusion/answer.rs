//! Whether an answer to a candidate stands: each kind of answer has its own condition.

use chrono::NaiveDate;

use crate::authority::MustConsent;
use crate::consent::{Consent, Scope};
use crate::dossier::Recorded;
use crate::id::{AlternativeId, MeasureId, PersonId, PlacementId, StatementId, StepId};
use crate::machine::Machine as _;
use crate::pack::{ConsentBasis, Subject};
use crate::person::OfAge;
use crate::said::Said;
use crate::sentence::Sentence;
use crate::step::{AlternativeOption, Answer, Candidate, CandidatesAnswered, ExecutionEvent, Frame};

use super::{CandidateStanding, Window};
use crate::assess::case::StepCase;
use crate::assess::facts;
use crate::assess::powers::judge;
use crate::assess::settle::decides;

/// How the answers to one candidate stand, as far as they were given in the window.
pub(super) fn standing(
    step: &StepCase<'_>,
    one_of: &[Candidate],
    is_heavier: bool,
    window: Window,
) -> CandidateStanding {
    let answers: Vec<_> = step
        .case
        .so_far(&step.record.answers)
        .filter(|it| !step.dossier().is_corrected(it.seq))
        .filter(|it| window.holds(it.occurred.first_day()))
        .filter(|it| it.what.candidates.iter().any(|candidate| one_of.contains(candidate)))
        .map(|answer| of_one(step, one_of, answer, is_heavier))
        .collect();
    counting(answers)
}

/// Out of all answers to one candidate, the one that counts: the latest, and when that does not stand an earlier one that
/// does. A second reason takes nothing from a first. That it was found adequate in between takes it all away.
fn counting(answers: Vec<CandidateStanding>) -> CandidateStanding {
    let is_found_adequate = |it: &CandidateStanding| {
        matches!(it, CandidateStanding::Adequate { .. } | CandidateStanding::AdequateButHeavier { .. })
    };
    let since = answers.iter().rposition(is_found_adequate).unwrap_or_default();
    let stands = |it: &&CandidateStanding| matches!(it, CandidateStanding::Stands { .. });
    let standing = answers.iter().skip(since).rfind(stands).or(answers.last());
    standing.cloned().unwrap_or(CandidateStanding::Unanswered)
}

fn of_one(
    step: &StepCase<'_>,
    one_of: &[Candidate],
    answer: &Recorded<CandidatesAnswered>,
    is_heavier: bool,
) -> CandidateStanding {
    let because = answer.seq;
    let (name, fault) = match &answer.what.answer {
        Answer::Adequate if is_heavier => return CandidateStanding::AdequateButHeavier { because },
        Answer::Adequate if may_find_adequate(step, &answer.by) => {
            return CandidateStanding::Adequate { because };
        }
        Answer::Adequate => (
            "adequate",
            Some(
                Sentence::new(
                    "dit is toereikend genoemd door iemand die dat niet kan vaststellen",
                    "somebody called it adequate who is not in a position to find that",
                )
                .plainly(
                    "wie dit genoeg noemde, kan dat niet bepalen",
                    "who called this enough cannot settle that",
                ),
            ),
        ),
        Answer::TriedInsufficient { tried } => {
            ("tried_insufficient", tried_fault(step, one_of, tried, answer.occurred.last_day()))
        }
        Answer::ExpectedInsufficient { relies_on } => {
            ("expected_insufficient", expected_fault(step, answer, relies_on))
        }
        Answer::Refused { person, scope } => ("refused", refused_fault(step, one_of, person, scope)),
        Answer::NotAvailable { asked_on, not_before, .. } => {
            let fault = not_asked_fault(step, &answer.by, *asked_on);
            let came = || available_fault(step, *not_before, answer.occurred.first_day());
            ("not_available", fault.or_else(came))
        }
    };
    let fault = fault.or_else(|| {
        (!answer.what.why.was_said()).then(|| Sentence::new("er staat geen reden bij", "no reason is given"))
    });
    match fault {
        Some(why) => CandidateStanding::DoesNotStand { answer: name, why, because },
        None => CandidateStanding::Stands { answer: name, because },
    }
}

/// Who may find that something lighter will do: who decides on the measure, or weighs by profession.
fn may_find_adequate(step: &StepCase<'_>, person: &PersonId) -> bool {
    step.may_decide(person) || step.dossier().people().role(person).is_some_and(|role| role.is_professional())
}

/// What an alternative is that somebody named.
fn option<'a>(step: &StepCase<'a>, id: &AlternativeId) -> Option<&'a AlternativeOption> {
    step.dossier().alternatives().get(id).map(|named| &named.what.option)
}

/// Whether a candidate is this measure. One that names a placement is only that placement; one that names none is any.
pub(super) fn is_measure(
    candidate: &Candidate,
    measure: &MeasureId,
    placement: Option<&PlacementId>,
) -> bool {
    match candidate {
        Candidate::Measure { measure: candidate, placement: of_candidate } => {
            candidate == measure && (of_candidate.is_none() || of_candidate.as_ref() == placement)
        }
        Candidate::Alternative(_) | Candidate::Adjacent(_) | Candidate::End(_) | Candidate::Nothing => false,
    }
}

/// Whether only people can say that something was what they named in their own words, or was the ending of something.
fn is_for_people_to_say(step: &StepCase<'_>, candidate: &Candidate) -> bool {
    match candidate {
        Candidate::Alternative(id) => {
            matches!(option(step, id), Some(AlternativeOption::OwnWords { .. }) | None)
        }
        Candidate::End(_) => true,
        Candidate::Measure { .. } | Candidate::Adjacent(_) | Candidate::Nothing => false,
    }
}

/// It was offered and in force in this dossier, and a review says that it was not enough. For this child: what did not help
/// a brother or sister was not tried.
fn tried_fault(
    step: &StepCase<'_>,
    one_of: &[Candidate],
    tried: &StepId,
    answered: NaiveDate,
) -> Option<Sentence> {
    let never = || {
        Sentence::new(
            "het is in dit dossier nooit van kracht geweest: hulp die niet gegeven is, heeft niet gefaald",
            "it was never in force in this dossier: help that was not given has not failed",
        )
        .plainly(
            "deze hulp was er nooit, dus of die helpt is onbekend",
            "this help was never there, so whether it helps is not known",
        )
    };
    let Some(tried) = step.case.step(tried) else { return Some(never()) };
    if tried.id == step.id {
        return Some(Sentence::new(
            "wat geprobeerd is, is deze stap zelf",
            "what was tried is this step itself",
        ));
    }
    let is_it = one_of.iter().any(|candidate| {
        is_measure(candidate, tried.measure_id(), tried.placement) || is_for_people_to_say(step, candidate)
    });
    if !is_it {
        return Some(Sentence::new("wat geprobeerd is, is iets anders", "what was tried is something else"));
    }
    let is_minor = |person| step.dossier().people().is_minor(person, step.on) == OfAge::Yes;
    if tried.about() != step.about() && is_minor(tried.about()) {
        return Some(Sentence::new(
            "het is voor een ander kind geprobeerd, niet voor dit kind",
            "it was tried for another child, not for this one",
        ));
    }
    let mut started = false;
    let mut reviewed = false;
    // What began after the answer cannot have been its reason.
    for dated in tried.record.machines.execution().until(step.case.at.min(answered)) {
        match &dated.transition {
            ExecutionEvent::Start => started = true,
            ExecutionEvent::Review(review) => reviewed = review.sufficient == Said::Said(false),
            ExecutionEvent::End(_) => {}
        }
    }
    if !started {
        return Some(never());
    }
    (!reviewed).then(|| {
        Sentence::new("geen evaluatie zegt dat het niet genoeg was", "no review says that it was not enough")
            .plainly("niemand schreef op dat het te weinig was", "nobody wrote down that it was too little")
    })
}

/// An individual reason that relies on at least one statement found established or plausible.
fn expected_fault(
    step: &StepCase<'_>,
    answer: &Recorded<CandidatesAnswered>,
    relies_on: &[StatementId],
) -> Option<Sentence> {
    if !answer.what.why.was_said() {
        return Some(Sentence::new("er staat geen reden bij", "no reason is given"));
    }
    let carried = relies_on.iter().any(|id| facts::is_at_least_plausible(step.case, id));
    (!carried).then(|| {
        Sentence::new(
            "de reden rust op niets dat vaststaat of aannemelijk is gevonden",
            "the reason rests on nothing that was found established or plausible",
        )
        .plainly(
            "de reden rust niet op feiten die vaststaan of zo lijken",
            "the reason does not rest on facts that are established or seem so",
        )
    })
}

/// What nobody asked for cannot be missing. From when it can be had may be unknown, which is its own question. Who decides
/// on what others did found that it was not there, and what that rests on need not stand in the log.
fn not_asked_fault(step: &StepCase<'_>, by: &PersonId, asked_on: Said<NaiveDate>) -> Option<Sentence> {
    let is_found_by_who_decides = !step.is_own() && decides(step, by);
    (asked_on.is_not_said() && !is_found_by_who_decides).then(|| {
        Sentence::new(
            "er staat niet dat erom gevraagd is: wat niemand vroeg, ontbreekt niet",
            "it is not on record that it was asked for: what nobody asked for is not missing",
        )
        .plainly("er staat niet dat iemand erom vroeg", "it is not on record that somebody asked for it")
    })
}

/// Not to be had before a day: on that day it can be had. What was answered for a decision is looked at on the day of that
/// decision; what was answered later, such as for a review, on the day of assessment.
fn available_fault(
    step: &StepCase<'_>,
    not_before: Said<NaiveDate>,
    answered: NaiveDate,
) -> Option<Sentence> {
    let day = if step.is_decided() && answered <= step.on { step.on } else { step.case.at };
    let since = not_before.said().filter(|from| **from <= day)?;
    Some(Sentence::new(
        format!("het zou er vanaf {since} zijn, en die dag is er"),
        format!("it was to be had from {since}, and that day has come"),
    ))
}

/// It needs consent, and that very consent was asked on full information, and refused or taken back. Refusing pressure is
/// not refusing necessary care.
fn refused_fault(
    step: &StepCase<'_>,
    one_of: &[Candidate],
    person: &PersonId,
    scope: &Scope,
) -> Option<Sentence> {
    if one_of.iter().any(|candidate| is_pressure(step, candidate)) {
        return Some(
            Sentence::new(
                "drang weigeren is niet: nodige hulp weigeren",
                "refusing pressure is not refusing necessary care",
            )
            .plainly(
                "iemand wilde geen drang, en dat is iets anders dan hulp weigeren",
                "somebody did not want pressure, and that is not refusing help",
            ),
        );
    }
    if !one_of.iter().any(|candidate| takes_consent(step, candidate)) {
        return Some(
            Sentence::new(
                "toestemming is hier overbodig, dus een weigering telt niet mee",
                "this takes no consent, so nobody could refuse it",
            )
            .plainly("dit mag ook als iemand weigert", "this may be done even if somebody refuses"),
        );
    }
    if !one_of.iter().any(|candidate| is_scope_of(step, candidate, scope)) {
        return Some(Sentence::new("wat geweigerd is, is iets anders", "what was refused is something else"));
    }
    if one_of.iter().all(|candidate| is_anothers_to_give(step, candidate, person)) {
        return Some(Sentence::new(
            "de toestemming van wie weigert is hier niet nodig",
            "the consent of who refuses is not needed here",
        ));
    }
    let consent = step
        .dossier()
        .consents()
        .get(&(person.clone(), scope.clone()))
        .map_or_else(Consent::start, |history| history.on(step.case.at));
    match &consent {
        Consent::Refused(_) | Consent::Withdrawn(_) if consent.is_informed() => None,
        Consent::Refused(_) | Consent::Withdrawn(_) => Some(
            Sentence::new(
                "toestemming is gevraagd zonder volledige informatie",
                "consent was asked without full information",
            )
            .plainly(
                "wie toestemming moest geven, kreeg niet alle uitleg",
                "who had to consent was not told everything",
            ),
        ),
        Consent::NotAsked(_) | Consent::Asked(_) | Consent::Given(_) => Some(
            Sentence::new(
                "er is geen geweigerde of ingetrokken toestemming vastgelegd",
                "no consent is on record that was refused or taken back",
            )
            .plainly("in het dossier staat geen weigering", "no refusal is on record"),
        ),
    }
}

/// The frame of a candidate, as far as it has one.
fn frame(step: &StepCase<'_>, candidate: &Candidate) -> Said<Frame> {
    match candidate {
        Candidate::Measure { measure, .. } => {
            step.case.pack.measure(measure, step.on).map_or(Said::NotSaid, |it| Said::Said(it.frame))
        }
        Candidate::Alternative(id) => match option(step, id) {
            Some(AlternativeOption::OwnWords { frame, .. }) => *frame,
            // A measure of the pack stands beside it as a candidate of its own.
            Some(AlternativeOption::Measure { .. }) | None => Said::NotSaid,
        },
        Candidate::Adjacent(_) | Candidate::End(_) | Candidate::Nothing => Said::NotSaid,
    }
}

fn is_pressure(step: &StepCase<'_>, candidate: &Candidate) -> bool {
    frame(step, candidate) == Said::Said(Frame::Pressure)
}

/// Whether it rests on consent at all, or may do so.
fn takes_consent(step: &StepCase<'_>, candidate: &Candidate) -> bool {
    match candidate {
        Candidate::Measure { measure, .. } => {
            step.case.pack.measure(measure, step.on).is_none_or(|it| it.consent != ConsentBasis::NotNeeded)
        }
        Candidate::Alternative(id) => match option(step, id) {
            Some(AlternativeOption::OwnWords { frame, .. }) => *frame != Said::Said(Frame::Compulsory),
            Some(AlternativeOption::Measure { .. }) | None => false,
        },
        Candidate::Adjacent(_) => true,
        Candidate::End(_) | Candidate::Nothing => false,
    }
}

/// Whether a consent is about this candidate. Measures of other law have no scope of their own: what was refused of them
/// can only be told in words.
fn is_scope_of(step: &StepCase<'_>, candidate: &Candidate, scope: &Scope) -> bool {
    match (candidate, scope) {
        (Candidate::Alternative(id), Scope::Alternative(of)) => id == of,
        (Candidate::Measure { measure, .. }, Scope::Measure(of)) => measure == of,
        (Candidate::Measure { .. }, Scope::Alternative(of)) => match option(step, of) {
            Some(AlternativeOption::Measure { measure, placement }) => {
                is_measure(candidate, measure, placement.said())
            }
            Some(AlternativeOption::OwnWords { .. }) | None => false,
        },
        (Candidate::Measure { .. }, Scope::Step(of)) => step.case.step(of).is_some_and(|other| {
            other.id != step.id && is_measure(candidate, other.measure_id(), other.placement)
        }),
        (Candidate::Adjacent(_), Scope::Measure(_) | Scope::Step(_) | Scope::Alternative(_))
        | (Candidate::Alternative(_), Scope::Measure(_) | Scope::Step(_))
        | (Candidate::End(_) | Candidate::Nothing, _) => false,
    }
}

/// Whether the law names others, and not this person, as those who must consent to it.
fn is_anothers_to_give(step: &StepCase<'_>, candidate: &Candidate, person: &PersonId) -> bool {
    let Candidate::Measure { measure, .. } = candidate else { return false };
    let Some(measure) = step.case.pack.measure(measure, step.on) else { return false };
    // Whom help for an adult is about, the step of a child does not say.
    if measure.consent != ConsentBasis::Needed || measure.subject == Subject::Adult {
        return false;
    }
    match judge(step).must_consent(measure) {
        MustConsent::These { who, authority_unknown: false, .. } => !who.is_empty() && !who.contains(person),
        MustConsent::These { .. } | MustConsent::AgeUnknown => false,
    }
}
