//! Whose consent a matter needs, and what they last said.

use chrono::NaiveDate;

use super::Judge;
use crate::consent::{Consent, Scope};
use crate::dossier::Capacity;
use crate::id::PersonId;
use crate::law::Citation;
use crate::pack::{ConsentException, ConsentGroup, Consenter, Measure};
use crate::person::OfAge;

/// Who must consent to help.
pub(crate) enum MustConsent {
    /// The age, on which it depends, is not known.
    AgeUnknown,
    /// These, all of them.
    These {
        who: Vec<PersonId>,
        /// Nobody is known to hold the authority by which somebody should.
        authority_unknown: bool,
        /// When less will do, by the rule for this age and capacity.
        exceptions: Vec<ConsentException>,
        cite: Citation,
    },
}

/// What somebody last answered: given, refused or taken back, with the day and the entry.
pub(crate) struct ConsentAnswer {
    pub(crate) on: NaiveDate,
    pub(crate) seq: u64,
    pub(crate) state: Consent,
}

impl Judge<'_> {
    /// Who must consent by the rule for the person's age and capacity.
    pub(crate) fn must_consent(&self, measure: &Measure) -> MustConsent {
        let people = self.matter.dossier.people();
        let (person, on) = (self.matter.about, self.matter.on);
        let age = |years| people.is_at_least(person, years, on);
        let group = match (people.is_minor(person, on), age(12), age(16)) {
            (OfAge::No, _, _) => ConsentGroup::Adult,
            (_, OfAge::No, _) => ConsentGroup::Under12,
            (_, OfAge::Yes, _) if people.capacity(person, on) == Capacity::Incapable => {
                ConsentGroup::Incapable
            }
            (OfAge::Yes, OfAge::Yes, OfAge::No) => ConsentGroup::From12To15,
            (OfAge::Yes, _, OfAge::Yes) => ConsentGroup::From16To17,
            _ => return MustConsent::AgeUnknown,
        };
        let (mut who, mut authority_unknown) = (Vec::new(), false);
        let Some(rule) = self.pack.consent_rule(group, on) else {
            let cite = measure.consent_cite.clone();
            return MustConsent::These { who, authority_unknown, exceptions: Vec::new(), cite };
        };
        for consenter in &rule.must {
            match consenter {
                Consenter::Person | Consenter::LegalRepresentative => who.push(person.clone()),
                Consenter::EveryoneWithAuthority => {
                    let holders = people.authority_holders(person, on);
                    authority_unknown |= holders.is_empty();
                    who.extend(holders);
                }
            }
        }
        who.sort_unstable();
        who.dedup();
        let exceptions = rule.exceptions.clone();
        MustConsent::These { who, authority_unknown, exceptions, cite: rule.cite.clone() }
    }

    /// What somebody last answered, for the step or for the measure: what was said last counts.
    pub(crate) fn consent_answer(&self, who: &PersonId) -> Option<ConsentAnswer> {
        let matter = &self.matter;
        let step = matter.step.map(|step| Scope::Step(step.clone()));
        let scopes = [step, Some(Scope::Measure(matter.measure.clone()))].into_iter().flatten();
        scopes
            .filter_map(|scope| {
                let history = matter.dossier.consents().get(&(who.clone(), scope))?;
                let last = history.until(matter.at).last()?;
                let state = history.on(matter.at);
                (!matches!(state, Consent::NotAsked(_) | Consent::Asked(_))).then(|| ConsentAnswer {
                    on: last.occurred.first_day(),
                    seq: last.seq,
                    state,
                })
            })
            .max_by_key(|answer| (answer.on, answer.seq))
    }
}
