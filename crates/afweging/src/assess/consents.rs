//! The consent on which a step rests: whose it is by age, capacity and authority, and whether it is there.

use chrono::NaiveDate;

use crate::authority::MustConsent;
use crate::code::Code;
use crate::condition::Condition;
use crate::consent::{Consent, Scope};
use crate::finding::{Answerer, Basis, Finding, Pattern, QuestionKind, Says};
use crate::id::PersonId;
use crate::law::{Certainty, Citation};
use crate::machine::Machine as _;
use crate::pack::{ConsentBasis, ConsentException, Measure, TermKind};
use crate::person::Role;
use crate::sentence::Sentence;
use crate::step::ExecutionOn;
use crate::weighing::{Verdict, Weighed};

use super::authority::age_unknown;
use super::case::StepCase;
use super::powers::judge;
use super::settle::{Settled, settle};
use super::ways;

/// What the measure asks of consent.
pub(super) fn check(step: &StepCase<'_>, measure: &Measure, findings: &mut Vec<Finding>) {
    match &measure.consent {
        ConsentBasis::NotNeeded => {}
        ConsentBasis::Needed => consents_needed(step, measure, findings),
        ConsentBasis::OneOf { measures, guardianship, consent } => {
            let judge = judge(step);
            if measures.iter().any(|measure| judge.is_there_or_asked(measure)) {
                return;
            }
            let representatives = step.dossier().people().authority_holders(step.about(), step.on);
            let is_gi = |who: &PersonId| step.dossier().people().role(who) == Some(Role::Gi);
            if *guardianship && representatives.iter().any(is_gi) {
                return;
            }
            // Here the law asks the legal representative's consent, whatever the child's own age.
            if *consent {
                consents_of(step, measure, representatives, &measure.consent_cite, findings);
            }
        }
    }
}

/// The consent of each of these.
fn consents_of(
    step: &StepCase<'_>,
    measure: &Measure,
    must: Vec<PersonId>,
    cite: &Citation,
    findings: &mut Vec<Finding>,
) {
    if must.is_empty() {
        findings.push(authority_unknown(step, cite));
    }
    for who in must {
        // The exceptions are those of who consents by age; this consent is asked of the representative as such.
        findings.extend(consent_of(step, measure, &who, cite, &[]));
    }
}

/// The consent of whom the law names for this age and capacity.
fn consents_needed(step: &StepCase<'_>, measure: &Measure, findings: &mut Vec<Finding>) {
    match judge(step).must_consent(measure) {
        MustConsent::AgeUnknown => findings.push(age_unknown(step, &measure.consent_cite)),
        MustConsent::These { who, authority_unknown: is_unknown, exceptions, cite } => {
            if is_unknown {
                findings.push(authority_unknown(step, &cite));
            }
            for who in who {
                findings.extend(consent_of(step, measure, &who, &cite, &exceptions));
            }
        }
    }
}

fn authority_unknown(step: &StepCase<'_>, cite: &Citation) -> Finding {
    let person = step.case.person(step.about());
    Finding::new(Code::ParentalAuthorityUnknown, Says::Unknown, &[("person", person.clone())])
        .on(cite)
        .ask(
            QuestionKind::RegisterFact,
            Sentence::new(
                format!("Wie heeft volgens het gezagsregister het gezag over {}?", person.nl),
                format!("Who holds parental authority over {} by the register?", person.en),
            ),
            vec![Answerer::Person(step.proposal().proposed_by.clone())],
            &["authority_noted"],
        )
        .lifted_by_way([Pattern::of(
            "authority_noted",
            &[("child", step.about().to_string())],
            &["holder", "authority"],
            vec![Answerer::Person(step.proposal().proposed_by.clone())],
        )
        .so_by(step.on)])
}

/// Those whose consent nobody asked yet for want of time, each with the entry that says so: it is asked once there is.
pub(super) fn put_off<'a>(step: &'a StepCase<'_>) -> impl Iterator<Item = PersonId> + 'a {
    let must = step.measure.filter(|measure| matches!(measure.consent, ConsentBasis::Needed));
    let (who, exceptions) = match must.map(|measure| judge(step).must_consent(measure)) {
        Some(MustConsent::These { who, exceptions, .. }) => (who, exceptions),
        Some(MustConsent::AgeUnknown) | None => (Vec::new(), Vec::new()),
    };
    who.into_iter().filter(move |who| no_time(step, who, &exceptions).is_some())
}

/// The entry by which there was no time to ask somebody's consent, where the law lets that do (Jw 7.3.16(1)) and they were never
/// asked.
fn no_time(step: &StepCase<'_>, who: &PersonId, exceptions: &[ConsentException]) -> Option<u64> {
    if !exceptions.contains(&ConsentException::NoTime) || !said_of_consent(step, who).is_empty() {
        return None;
    }
    step.case.so_far(&step.record.urgency).last().map(|urgent| urgent.seq)
}

/// Whether a minor's own consent, which is there, would do without that of this parent or guardian (Jw 7.3.4(2)).
fn minor_may_do_alone(step: &StepCase<'_>, who: &PersonId, exceptions: &[ConsentException]) -> bool {
    let is_open = [ConsentException::SeriousHarm, ConsentException::MinorPersists]
        .iter()
        .any(|exception| exceptions.contains(exception));
    let has_given =
        || judge(step).consent_answer(step.about()).is_some_and(|it| matches!(it.state, Consent::Given(_)));
    is_open && who != step.about() && has_given()
}

/// The entries that say something of somebody's consent to the step or its measure.
fn said_of_consent(step: &StepCase<'_>, who: &PersonId) -> Vec<u64> {
    let scopes = [Scope::Step(step.id.clone()), Scope::Measure(step.measure_id().clone())];
    let said = scopes.into_iter().filter_map(|scope| step.dossier().consents().get(&(who.clone(), scope)));
    said.flat_map(|history| history.until(step.at)).map(|dated| dated.seq).collect()
}

fn consent_of(
    step: &StepCase<'_>,
    measure: &Measure,
    who: &PersonId,
    cite: &Citation,
    exceptions: &[ConsentException],
) -> Option<Finding> {
    let missing = lacking(step, measure, who, cite)?;
    if missing.says == Says::Cured {
        return Some(missing);
    }
    if let Some(urgent) = no_time(step, who, exceptions) {
        let by_law = Basis::Law { article: "Jw 7.3.16(1)".to_owned(), certainty: Certainty::Text2015 };
        let fills = [("person", step.case.person(who))];
        return Some(
            Finding::new(Code::ConsentNotAsked, Says::Cured, &fills)
                .on(by_law)
                .because([urgent])
                .lifted_by_way(asked_and_given(step, who)),
        );
    }
    if !minor_may_do_alone(step, who, exceptions) {
        return Some(missing);
    }
    let on = Weighed::Condition(Condition::Consent);
    let is_withdrawn =
        judge(step).consent_answer(who).is_some_and(|it| matches!(it.state, Consent::Withdrawn(_)));
    match settle(step, &on) {
        // People judged it, and their mark stays on the gate.
        Settled::By { verdict: Verdict::Met, because, .. } if !is_withdrawn => {
            let fills = [("person", step.case.person(who))];
            let minors = said_of_consent(step, step.about());
            Some(
                Finding::new(missing.code, Says::Cured, &fills)
                    .on(cite)
                    .because(missing.because.iter().copied().chain(because).chain(minors))
                    .lifted_by_way(asked_and_given(step, who)),
            )
        }
        _ if is_withdrawn => Some(missing),
        _ => {
            let child = step.case.person(step.about());
            let nl = format!(
                "Is dit kennelijk nodig om ernstig nadeel voor {0} te voorkomen, of blijft {0} dit weloverwogen wensen? Dan is de toestemming van {0} zelf genoeg.",
                child.nl
            );
            let en = format!(
                "Is this clearly needed to keep serious harm from {0}, or does {0} persist after careful thought? Then the consent of {0} alone will do.",
                child.en
            );
            let events = ["view_given", "converged", "fell_back"];
            Some(
                missing
                    .ask(
                        QuestionKind::Judgement,
                        Sentence::new(nl, en),
                        vec![Answerer::ThoseWhoWeigh],
                        &events,
                    )
                    .lifted_by_ways(ways::settling(step, &on)),
            )
        }
    }
}

/// What somebody's consent lacks; nothing when it is there.
fn lacking(step: &StepCase<'_>, measure: &Measure, who: &PersonId, cite: &Citation) -> Option<Finding> {
    let because = said_of_consent(step, who);
    let answer = judge(step).consent_answer(who);
    let refused = match &answer {
        Some(answer) if matches!(answer.state, Consent::Given(_)) => return None,
        Some(answer) => {
            let is_withdrawn = matches!(answer.state, Consent::Withdrawn(_));
            if let Some(runs_on) = is_withdrawn.then(|| runs_on(step, measure, who, answer.on)).flatten() {
                return Some(runs_on.because(because));
            }
            true
        }
        None => false,
    };
    let name = step.case.person(who);
    let fills = [("person", name.clone())];
    let answerer = vec![Answerer::Person(who.clone())];
    if refused {
        return Some(
            Finding::new(Code::ConsentRefusedOrWithdrawn, Says::Failed, &fills)
                .on(cite)
                .because(because)
                .lifted_by_way(asked_and_given(step, who)),
        );
    }
    Some(
        Finding::new(Code::ConsentNotAsked, Says::Unknown, &fills)
            .on(cite)
            .because(because)
            .ask(
                QuestionKind::OnTheSpot,
                Sentence::new(
                    format!("Geeft {} toestemming, na volledige uitleg?", name.nl),
                    format!("Does {} consent, after a full explanation?", name.en),
                ),
                answerer.clone(),
                &["consent_asked", "consent_given", "consent_refused"],
            )
            .lifted_by_way(asked_and_given(step, who)),
    )
}

/// Consent is asked on information and given; given alone where it is asked already. Where it was refused or taken back
/// it is asked again about the same: the step, or the measure as it was offered.
fn asked_and_given(step: &StepCase<'_>, who: &PersonId) -> Vec<Pattern> {
    let of_step = Scope::Step(step.id.clone());
    let of_measure = Scope::Measure(step.measure_id().clone());
    let consents = step.dossier().consents();
    let last = |scope: &Scope| {
        let last = consents.get(&(who.clone(), scope.clone()))?.until(step.case.at).last()?;
        Some((last.occurred.first_day(), last.seq))
    };
    let state = |scope: &Scope| {
        consents.get(&(who.clone(), scope.clone())).map_or_else(Consent::start, |it| it.on(step.case.at))
    };
    let is_no = |scope: &Scope| matches!(state(scope), Consent::Refused(_) | Consent::Withdrawn(_));
    let of_measure_last = is_no(&of_measure) && (!is_no(&of_step) || last(&of_measure) > last(&of_step));
    let (scope, about) = if of_measure_last {
        (of_measure, ("scope.measure", step.measure_id().to_string()))
    } else {
        (of_step, ("scope.step", step.id.to_string()))
    };
    let about = [("person", who.to_string()), about];
    let asks = vec![Answerer::Person(step.proposal().proposed_by.clone())];
    let given = Pattern::of("consent_given", &about, &[], vec![Answerer::Person(who.clone())]);
    match state(&scope) {
        Consent::Asked(_) => vec![given],
        _ => vec![Pattern::of("consent_asked", &about, &["information"], asks), given],
    }
}

/// A stay that was under way when consent was taken back may run on for the time that the law gives (Jw 6.1.2(9)).
fn runs_on(
    step: &StepCase<'_>,
    measure: &Measure,
    who: &PersonId,
    withdrawn_on: NaiveDate,
) -> Option<Finding> {
    let term = measure.terms_of(TermKind::ConsentRunOn).next()?;
    let last = term.due(withdrawn_on);
    let was_under_way = withdrawn_on.pred_opt().is_some_and(|before| step.is_in_force_on(before))
        || step.is_in_force_on(withdrawn_on);
    if !was_under_way || step.execution != ExecutionOn::InForce || step.at > last {
        return None;
    }
    let fills = [("person", step.case.person(who)), ("date", Sentence::same(last))];
    Some(
        Finding::new(Code::ConsentRunsOn, Says::Cured, &fills)
            .on(&term.cite)
            .lifted_by_way(asked_and_given(step, who)),
    )
}
