//! The consent on which a step rests: whose it is by age, capacity and authority, and whether it is there.

use crate::code::Code;
use crate::consent::{Consent, Scope};
use crate::dossier::Capacity;
use crate::finding::{Answerer, Finding, QuestionKind, Says};
use crate::id::PersonId;
use crate::law::Citation;
use crate::pack::{ConsentBasis, ConsentGroup, Consenter, Measure};
use crate::person::OfAge;
use crate::sentence::Sentence;

use super::authority::age_unknown;
use super::case::StepCase;
use super::in_force::{measures_asked, measures_in_force};

/// What the measure asks of consent.
pub(super) fn check(step: &StepCase<'_>, measure: &Measure, findings: &mut Vec<Finding>) {
    match &measure.consent {
        ConsentBasis::NotNeeded => {}
        ConsentBasis::Needed => consents_needed(step, measure, findings),
        ConsentBasis::OneOf { measures, consent, .. } => {
            if measures_in_force(step).chain(measures_asked(step)).any(|id| measures.contains(&id)) {
                return;
            }
            if *consent {
                consents_needed(step, measure, findings);
            }
        }
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
        findings.extend(consent_of(step, &who, &rule.cite));
    }
}

fn authority_unknown(step: &StepCase<'_>, cite: &Citation) -> Finding {
    Finding::new(Code::ParentalAuthorityUnknown, Says::Unknown, &[("person", step.case.person(step.about()))])
        .on(cite)
        .ask(
            QuestionKind::RegisterFact,
            Sentence::new(
                "Wie heeft volgens het gezagsregister het gezag?",
                "Who holds authority by the register?",
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

fn consent_of(step: &StepCase<'_>, who: &PersonId, cite: &Citation) -> Option<Finding> {
    let scopes = [Scope::Step(step.id.clone()), Scope::Measure(step.measure_id().clone())];
    let mut because = Vec::new();
    let mut refused = false;
    for scope in scopes {
        let Some(history) = step.dossier().consents().get(&(who.clone(), scope)) else { continue };
        because.extend(history.until(step.case.at).map(|dated| dated.seq));
        match history.on(step.case.at) {
            Consent::Given(_) => return None,
            Consent::Refused(_) | Consent::Withdrawn(_) => refused = true,
            Consent::NotAsked(_) | Consent::Asked(_) => {}
        }
    }
    let fills = [("person", step.case.person(who))];
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
                    "Geeft deze persoon toestemming, na volledige uitleg?",
                    "Does this person consent, after a full explanation?",
                ),
                answerer.clone(),
                &["consent_asked", "consent_given", "consent_refused"],
            )
            .lifted_by("consent_given", &given, &[], answerer),
    )
}
