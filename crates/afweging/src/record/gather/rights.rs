//! Part 13: what those concerned can do, with a last day where the law pack has a term and its first day is on record.
//!
//! An appeal or objection is named only where the authority map has an entry for it. A response, an own statement, a
//! complaint, a counsellor and a lawyer are always named; with an article where the pack has a provision on it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Source;
use crate::actor::{Act, Actor, DecisionForm};
use crate::law::Citation;
use crate::machine::Machine as _;
use crate::pack::{Grant, GrantCondition, HearingDuty, Provision, ProvisionKind, TermKind};
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::RemedyWord;

/// The provision on a statement of one's own in the file, and the one on the confidential counsellor, by their ids.
const OWN_STATEMENT: &str = "access-and-own-statement";
const COUNSELLOR: &str = "counsellor-free-access";

/// Who has a right or a way, who has it under a condition, and where that stands.
#[derive(Default)]
struct Way {
    who: Vec<Actor>,
    who_under_conditions: Vec<Actor>,
    cites: Vec<Citation>,
}

impl Way {
    fn tells(self, what: RemedyWord, until: Option<NaiveDate>) -> Telling {
        let Way { who, mut who_under_conditions, cites } = self;
        who_under_conditions.retain(|it| !who.contains(it));
        Telling::Remedy { what, who, who_under_conditions, until, cites }
    }
}

impl Source<'_> {
    pub(super) fn remedies(&self) -> Vec<RecordLine> {
        let plain = |what, way: Way| RecordLine::new(way.tells(what, None), []);
        let on_this = |it: &Provision| it.measures.contains(&self.step.measure);
        let own_statement = self.provision(|it| it.id == OWN_STATEMENT);
        let complaint = self.provision(|it| it.kind == ProvisionKind::Complaint && on_this(it));
        let counsellor = self.provision(|it| it.id == COUNSELLOR);
        let mut lines =
            vec![plain(RemedyWord::Respond, Way::default()), plain(RemedyWord::OwnStatement, own_statement)];
        lines.extend(self.to_the_court());
        lines.extend(self.against_the_decision());
        // Whom a complaint or a counsellor is for stands in no list of actors: everybody may ask.
        for (what, way) in [(RemedyWord::Complaint, complaint), (RemedyWord::Counsellor, counsellor)] {
            lines.push(plain(what, Way { cites: way.cites, ..Way::default() }));
        }
        lines.push(plain(RemedyWord::Lawyer, Way::default()));
        lines
    }

    /// Whom a provision is for and where it stands, in the law of the day of the record: what one can do now is what the
    /// law gives now.
    fn provision(&self, is: impl Fn(&Provision) -> bool) -> Way {
        let found = self.pack.provisions(self.at).iter().find(|it| is(it));
        found.map_or_else(Way::default, |it| Way {
            who: it.actors.iter().copied().filter(|actor| is_family(*actor)).collect(),
            who_under_conditions: Vec::new(),
            cites: vec![it.cite.clone()],
        })
    }

    /// A child may speak with the court before it decides: from 12 it must be offered, younger it may be (Rv 809). As long as a
    /// court is still to decide, or to hear after it decided in haste.
    fn to_the_court(&self) -> Option<RecordLine> {
        let measure = self.measure.filter(|it| it.form == DecisionForm::Order)?;
        // Where an institution may decide as well, no court need come to it.
        if !self.grants(Act::Decide, self.on).iter().all(|it| it.actor.is_court()) {
            return None;
        }
        let state = self.record.machines.decision().as_of(self.at);
        if !matches!(state.state(), "Pending" | "UrgentlyGranted") {
            return None;
        }
        let mut way = Way::default();
        for rule in measure.hearing.iter().filter(|it| is_minor(it.who)) {
            let who = match rule.duty {
                HearingDuty::Must | HearingDuty::Offer => &mut way.who,
                HearingDuty::May => &mut way.who_under_conditions,
            };
            who.push(rule.who);
            if !way.cites.contains(&rule.cite) {
                way.cites.push(rule.cite.clone());
            }
        }
        let is_there = !way.who.is_empty();
        is_there.then(|| RecordLine::new(way.tells(RemedyWord::SpeakToCourt, None), []))
    }

    fn against_the_decision(&self) -> Vec<RecordLine> {
        let decision = self.record.machines.decision();
        let Some(decided) = decision.until(self.at).last() else {
            return vec![RecordLine::new(Way::default().tells(RemedyWord::NotYet, None), [])];
        };
        let state = decision.as_of(self.at);
        let on = state.when().map_or(self.at, |when| when.first_day());
        let grants = [Act::Appeal, Act::Object].map(|act| self.grants(act, on)).concat();
        let mut ways: BTreeMap<RemedyWord, Way> = BTreeMap::new();
        for grant in grants {
            let what = Self::way(grant);
            // An appeal takes a court that hears it; how supervision is carried out is in dispute only where there is any.
            let is_there = match what {
                RemedyWord::Appeal => self.is_heard_on_appeal(on),
                RemedyWord::Dispute => state.is_granted(),
                _ => true,
            };
            let may = grant.conditions.iter().all(|it| self.may_hold(it));
            if !is_family(grant.actor) || !is_there || !may {
                continue;
            }
            let way = ways.entry(what).or_default();
            let depends = grant.conditions.iter().any(is_of_the_person);
            let who = if depends { &mut way.who_under_conditions } else { &mut way.who };
            if !who.contains(&grant.actor) {
                who.push(grant.actor);
            }
            if !way.cites.contains(&grant.cite) {
                way.cites.push(grant.cite.clone());
            }
        }
        let against = |what: &RemedyWord| {
            matches!(what, RemedyWord::Appeal | RemedyWord::CourtReview | RemedyWord::Object)
        };
        let none = !ways.keys().any(against);
        let mut lines: Vec<RecordLine> = ways
            .into_iter()
            .map(|(what, way)| {
                let term =
                    self.measure.and_then(|it| it.terms.iter().find(|term| is_term_of(what, term.kind)));
                let until = term.map(|term| term.due(decided.occurred.first_day()));
                RecordLine::new(way.tells(what, until), [decided.seq])
            })
            .collect();
        if none {
            let tells = Way::default().tells(RemedyWord::NoAppeal, None);
            lines.push(RecordLine::new(tells, [decided.seq]));
        }
        lines
    }

    fn is_heard_on_appeal(&self, on: NaiveDate) -> bool {
        self.grants(Act::Decide, on).iter().any(|grant| {
            grant.conditions.iter().any(|it| matches!(it, GrantCondition::OnAppealFrom(_)))
                && grant.conditions.iter().all(|it| self.may_hold(it))
        })
    }

    /// What a power to appeal or object is. The map has one act for every way that is no appeal; what the way is called
    /// hangs on its law: against an administrative decision it is a *beroep*, no *hoger beroep*.
    fn way(grant: &Grant) -> RemedyWord {
        match (grant.act, grant.cite.law.as_str(), grant.cite.article.as_str()) {
            (Act::Appeal, "Wth" | "Awb", _) => RemedyWord::CourtReview,
            (Act::Appeal, _, _) => RemedyWord::Appeal,
            (_, "Awb", _) => RemedyWord::Object,
            (_, "BW1", "262b") => RemedyWord::Dispute,
            (_, "BW1", "264") => RemedyWord::Annulment,
            (_, "BW1", "253s" | "265i" | "336a") => RemedyWord::Block,
            _ => RemedyWord::Contest,
        }
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

/// Whether a condition depends on who it is, and not on the step.
fn is_of_the_person(condition: &GrantCondition) -> bool {
    matches!(condition, GrantCondition::CaresFor(_) | GrantCondition::Capable)
}

/// Which term of the pack sets the last day. A review by the administrative court has none of its own in the pack.
fn is_term_of(what: RemedyWord, kind: TermKind) -> bool {
    match what {
        RemedyWord::Appeal | RemedyWord::CourtReview => kind == TermKind::Appeal,
        RemedyWord::Object => kind == TermKind::Objection,
        RemedyWord::Annulment => kind == TermKind::InstructionAnnulment,
        _ => false,
    }
}

fn is_minor(actor: Actor) -> bool {
    matches!(actor, Actor::MinorUnder12 | Actor::Minor12To15 | Actor::Minor16To17)
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
