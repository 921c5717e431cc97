//! Part 13: what those concerned can do, with a last day where the law pack has a term and its first day is on record.
//!
//! An appeal or objection is named only where the authority map has an entry for it. What stands in no pack yet (a
//! response, an own statement, a complaint, a counsellor, a lawyer) is named without an article.

use std::collections::BTreeMap;

use super::Source;
use crate::actor::{Act, Actor};
use crate::authority::AuthorityMap;
use crate::law::Citation;
use crate::pack::{GrantCondition, TermKind};
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::RemedyWord;

impl Source<'_> {
    pub(super) fn remedies(&self) -> Vec<RecordLine> {
        let plain =
            |what| RecordLine::new(Telling::Remedy { what, who: Vec::new(), until: None, cite: None }, []);
        let mut lines = vec![plain(RemedyWord::Respond), plain(RemedyWord::OwnStatement)];
        lines.extend(self.against_the_decision());
        lines.extend([RemedyWord::Complaint, RemedyWord::Counsellor, RemedyWord::Lawyer].map(plain));
        lines
    }

    fn against_the_decision(&self) -> Vec<RecordLine> {
        let decision = self.record.machines.decision();
        let state = decision.as_of(self.at);
        let decided = decision.until(self.at).last();
        let on = state.when().map_or(self.at, |when| when.first_day());
        let map = AuthorityMap::of(self.pack);
        let mut lines = Vec::new();
        for (act, what, kinds) in [
            (Act::Appeal, RemedyWord::Appeal, &[TermKind::Appeal][..]),
            (Act::Object, RemedyWord::Object, &[TermKind::Objection, TermKind::InstructionAnnulment][..]),
        ] {
            let grants = map.who_may(act, &self.step.measure, on);
            // Somebody must also be there to decide on it.
            let is_decided_by_somebody = act == Act::Object
                || map.who_may(Act::Decide, &self.step.measure, on).iter().any(|grant| {
                    grant.conditions.iter().any(|it| matches!(it, GrantCondition::OnAppealFrom(_)))
                        && grant.conditions.iter().all(|it| self.may_hold(it))
                });
            if !is_decided_by_somebody {
                continue;
            }
            let mut by_cite: BTreeMap<String, (Vec<Actor>, Citation)> = BTreeMap::new();
            for grant in grants.into_iter().filter(|grant| is_family(grant.actor)) {
                let entry =
                    by_cite.entry(grant.cite.to_string()).or_insert_with(|| (Vec::new(), grant.cite.clone()));
                if !entry.0.contains(&grant.actor) {
                    entry.0.push(grant.actor);
                }
            }
            let term = self.measure.and_then(|it| it.terms.iter().find(|term| kinds.contains(&term.kind)));
            let until = match (term, decided) {
                (Some(term), Some(decided)) => Some(term.due(decided.occurred.first_day())),
                _ => None,
            };
            // A term for an objection without an entry on the map: the pack knows that it can be done, not who may.
            if by_cite.is_empty()
                && act == Act::Object
                && let Some(term) = term
            {
                by_cite.insert(term.cite.to_string(), (Vec::new(), term.cite.clone()));
            }
            for (who, cite) in by_cite.into_values() {
                let tells = Telling::Remedy { what, who, until, cite: Some(cite) };
                lines.push(RecordLine::new(tells, decided.map(|it| it.seq)));
            }
        }
        if lines.is_empty() {
            let what = RemedyWord::NoAppeal;
            lines.push(RecordLine::new(
                Telling::Remedy { what, who: Vec::new(), until: None, cite: None },
                decided.map(|it| it.seq),
            ));
        }
        lines
    }

    /// Whether a condition of who decides on appeal can hold for this step. Ending something says what it ends.
    fn may_hold(&self, condition: &GrantCondition) -> bool {
        let decider = self.record.machines.decision().as_of(self.at).decider().cloned();
        match condition {
            GrantCondition::OnAppealFrom(from) => {
                let body = decider.and_then(|id| self.dossier.people().role(&id)?.body());
                body.is_none_or(|body| from.contains(&body))
            }
            GrantCondition::Ends(measures) => {
                let ended = self.record.proposal.what.ends.said();
                let measure =
                    ended.and_then(|id| self.dossier.steps().get(id)).map(|it| &it.proposal.what.measure);
                measure.is_some_and(|measure| measures.contains(measure))
            }
            _ => true,
        }
    }
}

/// Whether it is somebody whom the record is for, and no body.
fn is_family(actor: Actor) -> bool {
    matches!(
        actor,
        Actor::ParentWithAuthority
            | Actor::ParentWithoutAuthority
            | Actor::Guardian
            | Actor::Carer
            | Actor::FosterParent
            | Actor::MinorUnder12
            | Actor::Minor12To15
            | Actor::Minor16To17
            | Actor::Adult
    )
}
