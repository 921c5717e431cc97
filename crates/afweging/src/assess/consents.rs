//! The consent on which a step rests: whose it is by age, capacity and authority, and whether it is there.

use chrono::NaiveDate;

use crate::authority::MustConsent;
use crate::code::Code;
use crate::consent::{Consent, Scope};
use crate::finding::{Answerer, Finding, Pattern, QuestionKind, Says};
use crate::id::PersonId;
use crate::law::Citation;
use crate::machine::Machine as _;
use crate::pack::{ConsentBasis, Measure, TermKind};
use crate::person::Role;
use crate::sentence::Sentence;
use crate::step::ExecutionOn;

use super::authority::age_unknown;
use super::case::StepCase;
use super::powers::judge;

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
        findings.extend(consent_of(step, measure, &who, cite));
    }
}

/// The consent of whom the law names for this age and capacity.
fn consents_needed(step: &StepCase<'_>, measure: &Measure, findings: &mut Vec<Finding>) {
    match judge(step).must_consent(measure) {
        MustConsent::AgeUnknown => findings.push(age_unknown(step, &measure.consent_cite)),
        MustConsent::These { who, authority_unknown: is_unknown, cite } => {
            if is_unknown {
                findings.push(authority_unknown(step, &cite));
            }
            for who in who {
                findings.extend(consent_of(step, measure, &who, &cite));
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

fn consent_of(step: &StepCase<'_>, measure: &Measure, who: &PersonId, cite: &Citation) -> Option<Finding> {
    let scopes = [Scope::Step(step.id.clone()), Scope::Measure(step.measure_id().clone())];
    let said = scopes.into_iter().filter_map(|scope| step.dossier().consents().get(&(who.clone(), scope)));
    let because: Vec<u64> = said.flat_map(|history| history.until(step.at)).map(|dated| dated.seq).collect();
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
