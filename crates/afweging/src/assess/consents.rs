//! The consent on which a step rests: whose it is by age, capacity and authority, and whether it is there.

use chrono::NaiveDate;

use crate::code::Code;
use crate::consent::{Consent, Scope};
use crate::dossier::Capacity;
use crate::finding::{Answerer, Finding, QuestionKind, Says};
use crate::id::PersonId;
use crate::law::Citation;
use crate::pack::{ConsentBasis, ConsentGroup, Consenter, Measure, TermKind};
use crate::person::{OfAge, Role};
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
    let people = step.dossier().people();
    let person = step.about();
    let age = |years| people.is_at_least(person, years, step.on);
    let group = match (people.is_minor(person, step.on), age(12), age(16)) {
        (OfAge::No, _, _) => ConsentGroup::Adult,
        (_, OfAge::No, _) => ConsentGroup::Under12,
        (_, OfAge::Yes, _) if people.capacity(person, step.on) == Capacity::Incapable => {
            ConsentGroup::Incapable
        }
        (OfAge::Yes, OfAge::Yes, OfAge::No) => ConsentGroup::From12To15,
        (OfAge::Yes, _, OfAge::Yes) => ConsentGroup::From16To17,
        _ => {
            findings.push(age_unknown(step, &measure.consent_cite));
            return;
        }
    };
    let Some(rule) = step.case.pack.consent_rule(group, step.on) else { return };
    let mut must: Vec<PersonId> = Vec::new();
    for consenter in &rule.must {
        match consenter {
            Consenter::Person | Consenter::LegalRepresentative => must.push(person.clone()),
            Consenter::EveryoneWithAuthority => {
                let holders = people.authority_holders(person, step.on);
                if holders.is_empty() {
                    findings.push(authority_unknown(step, &rule.cite));
                }
                must.extend(holders);
            }
        }
    }
    must.sort_unstable();
    must.dedup();
    for who in must {
        findings.extend(consent_of(step, measure, &who, &rule.cite));
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
        .lifted_by(
            "authority_noted",
            &[("child", step.about().to_string())],
            &["holder", "authority"],
            vec![Answerer::Person(step.proposal().proposed_by.clone())],
        )
}

fn consent_of(step: &StepCase<'_>, measure: &Measure, who: &PersonId, cite: &Citation) -> Option<Finding> {
    let scopes = [Scope::Step(step.id.clone()), Scope::Measure(step.measure_id().clone())];
    let mut because = Vec::new();
    // Given, refused or taken back, for the step or for the measure: what was said last counts.
    let mut last: Option<((NaiveDate, u64), Consent)> = None;
    for scope in scopes {
        let Some(history) = step.dossier().consents().get(&(who.clone(), scope)) else { continue };
        because.extend(history.until(step.at).map(|dated| dated.seq));
        let Some(said) = history.until(step.at).last().map(|it| (it.occurred.first_day(), it.seq)) else {
            continue;
        };
        let state = history.on(step.at);
        let is_answer = !matches!(state, Consent::NotAsked(_) | Consent::Asked(_));
        if is_answer && last.as_ref().is_none_or(|(before, _)| *before < said) {
            last = Some((said, state));
        }
    }
    let refused = match last {
        Some((_, Consent::Given(_))) => return None,
        Some(((withdrawn_on, _), Consent::Withdrawn(_))) => {
            if let Some(runs_on) = runs_on(step, measure, who, withdrawn_on) {
                return Some(runs_on.because(because));
            }
            true
        }
        Some((_, Consent::Refused(_))) => true,
        Some((_, Consent::NotAsked(_) | Consent::Asked(_))) | None => false,
    };
    let name = step.case.person(who);
    let fills = [("person", name.clone())];
    let given = [("person", who.to_string()), ("scope.step", step.id.to_string())];
    let answerer = vec![Answerer::Person(who.clone())];
    if refused {
        return Some(
            Finding::new(Code::ConsentRefusedOrWithdrawn, Says::Failed, &fills)
                .on(cite)
                .because(because)
                .lifted_by(
                    "consent_asked",
                    &given,
                    &["information"],
                    vec![Answerer::Person(step.proposal().proposed_by.clone())],
                )
                .lifted_by("consent_given", &given, &[], answerer),
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
            .lifted_by("consent_given", &given, &[], answerer),
    )
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
    let given = [("person", who.to_string()), ("scope.step", step.id.to_string())];
    Some(Finding::new(Code::ConsentRunsOn, Says::Cured, &fills).on(&term.cite).lifted_by(
        "consent_given",
        &given,
        &[],
        vec![Answerer::Person(who.clone())],
    ))
}
