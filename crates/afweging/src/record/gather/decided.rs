//! Parts 1, 2 and 12: what is decided, for whom, and who was allowed to.

use super::Source;
use crate::actor::{Act, Actor, DecisionForm};
use crate::assess::GateOutcome;
use crate::dossier::AuthorityOn;
use crate::finding::Answerer;
use crate::gate::Gate;
use crate::id::PersonId;
use crate::law::Citation;
use crate::pack::{Grant, GrantCondition, Labels};
use crate::person::{Birth, OfAge, ParentalAuthority, Role};
use crate::record::telling::{RecordLine, Telling};
use crate::record::word::{AuthorityWord, Blank, DecisionWord, PeriodWord, Since, Topic};
use crate::said::Said;
use crate::step::{DecisionEvent, Outcome, RequestEvent};

impl Source<'_> {
    pub(super) fn decision(&self) -> Vec<RecordLine> {
        let mut lines = Vec::new();
        let decision = self.record.machines.decision();
        let taken: Vec<_> = decision.until(self.at).collect();
        let mut has_reason = false;
        for dated in &taken {
            let (seq, on) = (dated.seq, dated.occurred);
            match &dated.transition {
                DecisionEvent::Decide(it) => {
                    let by = &it.decider;
                    let word = match &it.outcome {
                        Outcome::Granted => DecisionWord::Granted,
                        Outcome::PartlyGranted { .. } => DecisionWord::PartlyGranted,
                        Outcome::Refused => DecisionWord::Refused,
                    };
                    let mut below = Vec::new();
                    if let Outcome::PartlyGranted { granted, refused, held_over } = &it.outcome {
                        below.extend(self.said(Topic::GrantedPart, seq, by, None, granted));
                        below.extend(self.said_if(Topic::RefusedPart, seq, by, refused));
                        below.extend(self.said_if(Topic::HeldOver, seq, by, held_over));
                    }
                    let why = self.said_if(Topic::DecisionWhy, seq, by, &it.why);
                    has_reason |= why.is_some();
                    below.extend(why);
                    lines.push(
                        RecordLine::new(Telling::Decided { word, by: by.clone(), on }, [seq]).with(below),
                    );
                }
                DecisionEvent::DecideUrgently(it) => {
                    let by = &it.decider;
                    let mut below = Vec::new();
                    below.extend(self.said(Topic::Danger, seq, by, None, &it.danger));
                    below.extend(self.said(Topic::CannotWait, seq, by, None, &it.why_it_cannot_wait));
                    below.extend(self.said_if(Topic::HeldOver, seq, by, &it.held_over));
                    has_reason |= !below.is_empty();
                    let word = DecisionWord::UrgentlyGranted;
                    lines.push(
                        RecordLine::new(Telling::Decided { word, by: by.clone(), on }, [seq]).with(below),
                    );
                }
                DecisionEvent::Hear(it) => {
                    let word =
                        if it.maintained { DecisionWord::Confirmed } else { DecisionWord::NotMaintained };
                    let state = decision.as_of(self.at);
                    let Some(by) = state.decider() else { continue };
                    let why = self.said_if(Topic::HeardAfterwards, seq, by, &it.why);
                    has_reason |= why.is_some();
                    lines.push(
                        RecordLine::new(Telling::Decided { word, by: by.clone(), on }, [seq]).with(why),
                    );
                }
            }
        }
        if taken.is_empty() {
            lines.push(self.not_decided());
            lines.push(self.not_on_record(Blank::Decision, self.deciders()));
        } else if !has_reason {
            lines.push(self.not_on_record(Blank::DecisionWhy, self.deciders()));
        }
        lines.push(self.period());
        lines.extend(self.ends());
        lines.extend(self.became());
        lines.extend(self.obligations_of_it());
        lines.extend(self.taken_back_since());
        lines
    }

    fn not_decided(&self) -> RecordLine {
        let proposal = &self.record.proposal;
        let filed = self.record.machines.request().until(self.at).filter_map(|it| match &it.transition {
            RequestEvent::File(filed) => Some((filed.requester.clone(), it.seq)),
            _ => None,
        });
        let filed = filed.last();
        let because = [Some(proposal.seq), filed.as_ref().map(|(_, seq)| *seq)];
        let tells = Telling::NotDecided {
            proposed_by: proposal.what.proposed_by.clone(),
            on: proposal.occurred,
            requested_by: filed.map(|(requester, _)| requester),
        };
        RecordLine::new(tells, because.into_iter().flatten())
    }

    /// The period that was granted, else the one that was proposed. Nothing is granted by a refusal.
    fn period(&self) -> RecordLine {
        let proposal = &self.record.proposal;
        let decision = self.record.machines.decision();
        let state = decision.as_of(self.at);
        let from = proposal.what.from.said().copied();
        let granted = state.granted_until();
        // A part that was granted has a period of its own, which nobody has to have said.
        let in_part =
            state.decided().is_some_and(|it| matches!(it.what.outcome, Outcome::PartlyGranted { .. }));
        let is_granted = state.is_granted() && (granted.is_some() || !in_part);
        // What was granted past its last day by law ends on that day all the same; gate 7 says so.
        let until = self.step.stands.until.filter(|_| is_granted);
        let until = until.or(granted).or(proposal.what.until.said().copied());
        let mut because = vec![proposal.seq];
        if granted.is_some() {
            because.extend(decision.until(self.at).map(|it| it.seq));
        }
        if from.is_none() && until.is_none() {
            return self.not_on_record(Blank::Period, self.proposer());
        }
        let stands = if is_granted { PeriodWord::Granted } else { PeriodWord::Asked };
        RecordLine::new(Telling::Period { stands, from, until }, because)
    }

    /// The step that it ends: what "ending" or "coming home" means here.
    fn ends(&self) -> Option<RecordLine> {
        let ended = self.dossier.steps().get(self.record.proposal.what.ends.said()?)?;
        let proposal = &ended.proposal.what;
        let measure = self.pack.measure(&proposal.measure, self.on);
        let tells = Telling::Ends {
            measure: proposal.measure.clone(),
            label: measure.map_or_else(Labels::default, |it| it.labels.clone()),
            placement: proposal.placement.said().and_then(|id| Some(measure?.placement(id)?.labels.clone())),
        };
        Some(RecordLine::new(tells, [self.record.proposal.seq, ended.proposal.seq]))
    }

    fn became(&self) -> Vec<RecordLine> {
        let stands = &self.step.stands;
        let machines = &self.record.machines;
        let decided: Vec<u64> = machines.decision().until(self.at).map(|it| it.seq).collect();
        let executed: Vec<u64> = machines.execution().until(self.at).map(|it| it.seq).collect();
        let appealed: Vec<u64> = machines.appeal().until(self.at).map(|it| it.seq).collect();
        let mut lines = Vec::new();
        let what = match (stands.decision, stands.execution) {
            ("Lapsed", _) | (_, "Lapsed") => Some(Since::Lapsed),
            (_, "InForce") => Some(Since::InForce),
            (_, "Ended") => Some(Since::Ended),
            (_, "Expired") => Some(Since::Expired),
            _ => None,
        };
        if let Some(what) = what {
            let because = decided.iter().chain(&executed).copied();
            let mut line = RecordLine::new(Telling::Became { what, since: stands.since }, because);
            for dated in machines.execution().until(self.at) {
                if let crate::step::ExecutionEvent::End(ended) = &dated.transition
                    && let Some(entry) = self.dossier.entry(dated.seq)
                {
                    line.below.extend(self.said(Topic::EndWhy, dated.seq, &entry.by, None, &ended.why));
                }
            }
            lines.push(line);
        }
        let appeal = match stands.appeal {
            "Lodged" => Some(Since::AppealLodged),
            "Upheld" => Some(Since::Upheld),
            "Quashed" => Some(Since::Quashed),
            "Replaced" => Some(Since::Replaced),
            _ => None,
        };
        lines.extend(
            appeal.map(|what| RecordLine::new(Telling::Became { what, since: None }, appealed.clone())),
        );
        lines
    }

    /// What the decision obliges others to do.
    fn obligations_of_it(&self) -> Vec<RecordLine> {
        let records = self.record.obligations.iter().filter_map(|id| self.dossier.obligations().get(id));
        records
            .filter(|it| self.counts(it.ordered.seq, &it.ordered.occurred))
            .map(|it| {
                let met = it.met.iter().rfind(|met| self.counts(met.seq, &met.occurred));
                let because = [Some(it.ordered.seq), met.map(|met| met.seq)];
                let tells = Telling::Obliged {
                    owner: it.ordered.what.owner.clone(),
                    due: it.ordered.what.due.said().copied(),
                    met: met.is_some(),
                };
                let what = self.said(
                    Topic::Obligation,
                    it.ordered.seq,
                    &it.ordered.by,
                    Some(&it.ordered.what.owner),
                    &it.ordered.what.what,
                );
                RecordLine::new(tells, because.into_iter().flatten()).with(what)
            })
            .collect()
    }

    pub(super) fn for_whom(&self) -> Vec<RecordLine> {
        let people = self.dossier.people();
        let about = &self.step.about;
        let added = people.iter().find(|it| it.what.person == *about).map(|it| it.seq);
        let birth = people.person(about).map_or(Birth::Unknown, |person| person.birth);
        let age = (0..=120)
            .rev()
            .find(|years| birth.is_at_least(*years, self.at) == OfAge::Yes)
            .filter(|years| birth.is_at_least(years.saturating_add(1), self.at) == OfAge::No);
        let mut lines = vec![RecordLine::new(
            Telling::About { person: about.clone(), age },
            added.into_iter().chain([self.record.proposal.seq]),
        )];
        if age.is_none() {
            let mut who = self.proposer();
            // A grown-up can say it as well.
            if people.role(about) != Some(Role::Child) && !who.contains(&Answerer::Person(about.clone())) {
                who.push(Answerer::Person(about.clone()));
            }
            lines.push(self.not_on_record(Blank::Birth, who));
        }
        if people.role(about) != Some(Role::Child) {
            return lines;
        }
        for person in people.iter().filter(|it| self.has_occurred(&it.occurred)) {
            let holder = &person.what.person;
            let (stands, because) = match people.authority_of(holder, about, self.at) {
                AuthorityOn::Recorded(authority, seq) => (
                    match authority {
                        ParentalAuthority::Held => AuthorityWord::Held,
                        ParentalAuthority::NotHeld => AuthorityWord::NotHeld,
                        ParentalAuthority::Ended => AuthorityWord::Ended,
                        ParentalAuthority::Suspended => AuthorityWord::Suspended,
                    },
                    vec![seq],
                ),
                AuthorityOn::NotNoted if people.is_parent_of(holder, about, self.at) => {
                    (AuthorityWord::NotNoted, Vec::new())
                }
                AuthorityOn::NotNoted => continue,
            };
            lines.push(RecordLine::new(
                Telling::ParentalAuthority { holder: holder.clone(), stands },
                because,
            ));
        }
        lines
    }

    pub(super) fn authority(&self) -> Vec<RecordLine> {
        let mut lines = Vec::new();
        let state = self.record.machines.decision().as_of(self.at);
        let decider = state.decider();
        let decided: Vec<u64> = self.record.machines.decision().until(self.at).map(|it| it.seq).collect();
        let on = state.when().map_or(self.at, |when| when.first_day());
        // Who is no court gives no court's order, whatever form the measure takes elsewhere.
        let by_no_court =
            decider.and_then(|id| self.dossier.people().role(id)).is_some_and(|role| !role.is_court());
        let form = self.measure.filter(|it| !(by_no_court && it.form == DecisionForm::Order));
        if let Some(measure) = form {
            lines.push(RecordLine::new(Telling::Form { form: measure.form }, []));
        }
        let grants = self.grants(Act::Decide, on);
        let body = decider.and_then(|decider| self.body(decider));
        let mut told: Vec<(Actor, bool, Vec<Citation>)> = Vec::new();
        // Where somebody has the power whatever else holds, what else might give it adds nothing.
        let has = |grant: &&Grant| body.is_none_or(|body| grant.actor == body) && grant.conditions.is_empty();
        let is_unconditional = grants.iter().any(has);
        let is_passed = self
            .step
            .gate(Gate::Authority)
            .is_some_and(|gate| matches!(gate.outcome, GateOutcome::Passed | GateOutcome::Cured));
        for grant in grants {
            if is_unconditional && !grant.conditions.is_empty() {
                continue;
            }
            let on_appeal = grant.conditions.iter().any(|it| matches!(it, GrantCondition::OnAppealFrom(_)));
            let is_theirs = body == Some(grant.actor);
            // Once somebody decided, it is about whether that one was allowed to.
            let of_another = !is_theirs && (on_appeal || body.is_some());
            if of_another {
                continue;
            }
            // That they were allowed to is said only where nothing stands against it.
            let used = is_theirs && (grant.conditions.is_empty() || is_passed);
            match told.iter_mut().find(|(actor, other, _)| *actor == grant.actor && *other == used) {
                Some((_, _, cites)) if cites.contains(&grant.cite) => {}
                Some((_, _, cites)) => cites.push(grant.cite.clone()),
                None => told.push((grant.actor, used, vec![grant.cite.clone()])),
            }
        }
        let is_silent = told.is_empty();
        for (actor, used, cites) in told {
            let tells = Telling::Power { actor, act: Act::Decide, used, cites };
            lines.push(RecordLine::new(tells, if used { decided.clone() } else { Vec::new() }));
        }
        if is_silent {
            let who = self.step.who_may_decide.iter().map(|it| it.who.clone()).collect::<Vec<Answerer>>();
            lines.push(self.not_on_record(Blank::Authority, who));
        }
        lines.extend(self.open_of(Gate::Authority));
        for passed in self.record.passed_over.iter().filter(|it| self.counts(it.seq, &it.occurred)) {
            lines.extend(self.said(Topic::PassedOverWhy, passed.seq, &passed.by, None, &passed.what.why));
        }
        lines
    }

    fn body(&self, person: &PersonId) -> Option<Actor> {
        self.dossier.people().role(person)?.body()
    }

    /// The day of the review, as it was last said.
    pub(super) fn proposed_review(&self) -> Option<(chrono::NaiveDate, u64)> {
        let details = self.record.details.iter().filter(|it| self.counts(it.seq, &it.occurred));
        let mut days = details.filter_map(|it| match it.what.review_on {
            Said::Said(day) => Some((day, it.seq)),
            Said::NotSaid => None,
        });
        days.next_back()
    }
}
