//! Part 13: what those concerned can do, with a last day where the law pack has a term and its first day is on record.
//!
//! An appeal or objection is named only where the authority map has an entry for it. A response, an own statement, a
//! complaint, a counsellor and a lawyer are always named; with an article where the pack has a provision on it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Source;
use crate::actor::{Act, Actor};
use crate::law::Citation;
use crate::pack::{Grant, GrantCondition, Provision, ProvisionKind, TermKind};
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::RemedyWord;

/// The provision on a statement of one's own in the file, and the one on the confidential counsellor, by their ids.
const OWN_STATEMENT: &str = "access-and-own-statement";
const COUNSELLOR: &str = "counsellor-free-access";

impl Source<'_> {
    pub(super) fn remedies(&self) -> Vec<RecordLine> {
        let plain =
            |what, cite| RecordLine::new(Telling::Remedy { what, who: Vec::new(), until: None, cite }, []);
        let on_this = |it: &Provision| it.measures.contains(&self.step.measure);
        let own_statement = self.provision(|it| it.id == OWN_STATEMENT);
        let complaint = self.provision(|it| it.kind == ProvisionKind::Complaint && on_this(it));
        let counsellor = self.provision(|it| it.id == COUNSELLOR);
        let mut lines =
            vec![plain(RemedyWord::Respond, None), plain(RemedyWord::OwnStatement, own_statement)];
        lines.extend(self.against_the_decision());
        lines.push(plain(RemedyWord::Complaint, complaint));
        lines.push(plain(RemedyWord::Counsellor, counsellor));
        lines.push(plain(RemedyWord::Lawyer, None));
        lines
    }

    /// Where a provision stands in the law of the day of the record: what one can do now is what the law gives now.
    fn provision(&self, is: impl Fn(&Provision) -> bool) -> Option<Citation> {
        self.pack.provisions(self.at).iter().find(|it| is(it)).map(|it| it.cite.clone())
    }

    fn against_the_decision(&self) -> Vec<RecordLine> {
        let decision = self.record.machines.decision();
        let decided = decision.until(self.at).last();
        let on = decision.as_of(self.at).when().map_or(self.at, |when| when.first_day());
        let grants = [Act::Appeal, Act::Object].map(|act| self.grants(act, on)).concat();
        let mut ways: BTreeMap<(RemedyWord, String), (Vec<Actor>, Citation)> = BTreeMap::new();
        for grant in grants {
            let what = way(grant);
            // An appeal takes a court that hears it.
            let is_heard = what != RemedyWord::Appeal || self.is_heard_on_appeal(on);
            let may = grant.conditions.iter().all(|it| self.may_hold(it));
            if !is_family(grant.actor) || !is_heard || !may {
                continue;
            }
            let (who, _) = ways
                .entry((what, grant.cite.to_string()))
                .or_insert_with(|| (Vec::new(), grant.cite.clone()));
            if !who.contains(&grant.actor) {
                who.push(grant.actor);
            }
        }
        let against = |what: &RemedyWord| matches!(what, RemedyWord::Appeal | RemedyWord::Object);
        let none = !ways.keys().any(|(what, _)| against(what));
        let mut lines: Vec<RecordLine> = ways
            .into_iter()
            .map(|((what, _), (who, cite))| {
                let term =
                    self.measure.and_then(|it| it.terms.iter().find(|term| is_term_of(what, term.kind)));
                let until = term.zip(decided).map(|(term, decided)| term.due(decided.occurred.first_day()));
                let tells = Telling::Remedy { what, who, until, cite: Some(cite) };
                RecordLine::new(tells, decided.map(|it| it.seq))
            })
            .collect();
        if none {
            let tells =
                Telling::Remedy { what: RemedyWord::NoAppeal, who: Vec::new(), until: None, cite: None };
            lines.push(RecordLine::new(tells, decided.map(|it| it.seq)));
        }
        lines
    }

    fn is_heard_on_appeal(&self, on: NaiveDate) -> bool {
        self.grants(Act::Decide, on).iter().any(|grant| {
            grant.conditions.iter().any(|it| matches!(it, GrantCondition::OnAppealFrom(_)))
                && grant.conditions.iter().all(|it| self.may_hold(it))
        })
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

/// What a power to appeal or object is: the map has one act for every way that is no appeal.
fn way(grant: &Grant) -> RemedyWord {
    match grant.act {
        Act::Appeal => RemedyWord::Appeal,
        _ if grant.cite.law == "Awb" => RemedyWord::Object,
        _ => RemedyWord::Contest,
    }
}

fn is_term_of(what: RemedyWord, kind: TermKind) -> bool {
    match what {
        RemedyWord::Appeal => kind == TermKind::Appeal,
        RemedyWord::Object => kind == TermKind::Objection,
        _ => kind == TermKind::InstructionAnnulment,
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
