//! The course of one measure: from request to decision to execution to appeal, with who may do what in each part.

mod svg;
mod text;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::side::{Side, place};
use super::words::Words;
use crate::actor::{Act, Actor};
use crate::authority::GrantChange;
use crate::id::MeasureId;
use crate::law::{Certainty, Citation};
use crate::pack::{ConsentBasis, Grant, GrantCondition, Measure, Pack, Renewal, Standing, TermKind};

pub(super) use svg::changes;

/// A part of the course of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Phase {
    /// Reporting, advice, consultation, investigation.
    Before,
    Request,
    /// Who is heard, who consents.
    Hear,
    Decide,
    Execute,
    /// Objection and appeal, and who decides on them.
    Challenge,
}

impl Phase {
    fn of(grant: &Grant) -> Self {
        let on_appeal =
            grant.conditions.iter().any(|condition| matches!(condition, GrantCondition::OnAppealFrom(_)));
        match grant.act {
            Act::Inform | Act::Advise | Act::Consult | Act::Investigate => Phase::Before,
            Act::Request => Phase::Request,
            Act::BeHeard | Act::Consent => Phase::Hear,
            Act::Decide if on_appeal => Phase::Challenge,
            Act::Decide => Phase::Decide,
            Act::Execute | Act::Supervise => Phase::Execute,
            Act::Object | Act::Appeal => Phase::Challenge,
        }
    }

    /// Where a term belongs.
    fn of_term(kind: TermKind) -> Self {
        match kind {
            TermKind::Investigation
            | TermKind::InvestigationStart
            | TermKind::SafetyAssessment
            | TermKind::Judgment
            | TermKind::PersonalPlan => Phase::Before,
            TermKind::FollowUpRequest | TermKind::CouncilRequest => Phase::Request,
            TermKind::ExParteHearing | TermKind::Lawyer => Phase::Hear,
            TermKind::DecisionOnApplication | TermKind::WrittenReasons | TermKind::NoObjection => {
                Phase::Decide
            }
            TermKind::Maximum
            | TermKind::MaximumExtension
            | TermKind::MaximumTotal
            | TermKind::UnusedLapse
            | TermKind::Review
            | TermKind::FirstContact
            | TermKind::Answer
            | TermKind::NoticeNoExtension
            | TermKind::NoticeLongPlacement
            | TermKind::NoticeEnding
            | TermKind::PlanAfterWaiver
            | TermKind::PlanInWriting
            | TermKind::ConsentRunOn
            | TermKind::EmergencyMaximum
            | TermKind::ContinuationAgreement
            | TermKind::StayUpheld
            | TermKind::Trial
            | TermKind::KeptInForce
            | TermKind::Destruction
            | TermKind::Admission => Phase::Execute,
            TermKind::ReliefHearing
            | TermKind::InstructionAnnulment
            | TermKind::AnnulmentDecision
            | TermKind::ComplaintFollowUp
            | TermKind::Appeal
            | TermKind::Objection => Phase::Challenge,
        }
    }

    pub(super) fn name(self, words: Words) -> &'static str {
        match self {
            Phase::Before => words.say("Vooraf", "Beforehand"),
            Phase::Request => words.say("Vragen", "Request"),
            Phase::Hear => words.say("Horen en instemmen", "Hear and consent"),
            Phase::Decide => words.say("Beslissen", "Decide"),
            Phase::Execute => words.say("Uitvoeren", "Carry out"),
            Phase::Challenge => words.say("Opkomen tegen", "Challenge"),
        }
    }
}

/// How an entry differs from the same map on an earlier day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Change {
    Added,
    Removed,
    Changed,
}

impl Change {
    pub(super) fn sign(self, words: Words) -> &'static str {
        match self {
            Change::Added => words.say("+ nieuw", "+ new"),
            Change::Removed => words.say("− vervallen", "− gone"),
            Change::Changed => words.say("± gewijzigd", "± changed"),
        }
    }
}

/// What one actor may do to the measure; entries that differ in their articles only stand together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Entry {
    pub(super) phase: Phase,
    pub(super) act: Act,
    pub(super) standing: Standing,
    pub(super) articles: Vec<Citation>,
    conditions: Vec<GrantCondition>,
    /// Those conditions and the rule on hearing, in words.
    pub(super) notes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) change: Option<Change>,
}

impl Entry {
    fn of(grant: &Grant, measure: &Measure, change: Option<Change>, words: Words) -> Self {
        let mut notes = Vec::new();
        let rule = measure
            .hearing
            .iter()
            .find(|rule| grant.act == Act::BeHeard && rule.id == grant.id && rule.who == grant.actor);
        if let Some(rule) = rule {
            notes.push(words.hearing(rule.duty).to_owned());
            notes.extend(rule.cares_for.and_then(|it| words.condition(&GrantCondition::CaresFor(it))));
            notes.extend(rule.unless.iter().map(|exception| {
                format!("{} {}", words.say("tenzij", "unless"), words.exception(*exception))
            }));
        }
        notes.extend(grant.conditions.iter().filter_map(|condition| words.condition(condition)));
        Entry {
            phase: Phase::of(grant),
            act: grant.act,
            standing: grant.standing,
            articles: vec![grant.cite.clone()],
            conditions: grant.conditions.clone(),
            notes,
            change,
        }
    }

    /// What is done, with the standing where that is not the first.
    pub(super) fn heading(&self, words: Words) -> String {
        let mut heading = words.of(&self.act.label());
        if self.standing != Standing::Primary {
            heading = format!("{heading}, {}", words.standing(self.standing));
        }
        match self.change {
            Some(change) => format!("{}: {heading}", change.sign(words)),
            None => heading,
        }
    }

    pub(super) fn articles(&self, words: Words) -> String {
        let articles: Vec<String> = self.articles.iter().map(|cite| words.marked_article(cite)).collect();
        articles.join("; ")
    }
}

/// Actors who may do exactly the same things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Lane {
    pub(super) actors: Vec<Actor>,
    pub(super) entries: Vec<Entry>,
}

impl Lane {
    pub(super) fn name(&self, words: Words) -> String {
        let names: Vec<String> = self.actors.iter().map(|actor| words.of(&actor.label())).collect();
        words.list(&names)
    }
}

/// What the law says of a part besides who may do what: terms, what must be there first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Note {
    pub(super) phase: Phase,
    pub(super) said: String,
    pub(super) article: Citation,
}

/// The course of a measure on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Course {
    pub(super) measure: MeasureId,
    pub(super) name: String,
    pub(super) about: String,
    pub(super) form: String,
    pub(super) article: Citation,
    pub(super) lanes: Vec<Lane>,
    pub(super) notes: Vec<Note>,
}

impl Course {
    /// Nothing when the pack has no such measure on the day.
    pub(super) fn of(pack: &Pack, measure: &MeasureId, on: NaiveDate, words: Words) -> Option<Self> {
        let measure = pack.measure(measure, on)?;
        let entries = pack.grants(on).iter().filter(|grant| grant.measure == measure.id);
        let entries = entries.map(|grant| (grant.actor, Entry::of(grant, measure, None, words)));
        Some(Course::with(measure, entries.collect(), words))
    }

    /// The course on a day, with what came, went or reads otherwise since an earlier day.
    pub(super) fn since(
        pack: &Pack,
        measure: &MeasureId,
        (from, on): (NaiveDate, NaiveDate),
        changes: &[GrantChange],
        words: Words,
    ) -> Option<Self> {
        let (now, then) = (pack.measure(measure, on), pack.measure(measure, from));
        let shown = now.or(then)?;
        let changes: Vec<&GrantChange> =
            changes.iter().filter(|change| change.grant().measure == *measure).collect();
        let changed = |grant: &Grant| {
            changes.iter().find_map(|change| match change {
                GrantChange::Added(added) if added == grant => Some(Change::Added),
                GrantChange::Changed { after, .. } if after == grant => Some(Change::Changed),
                _ => None,
            })
        };
        let mut entries: Vec<(Actor, Entry)> = pack
            .grants(on)
            .iter()
            .filter(|grant| grant.measure == *measure)
            .map(|grant| (grant.actor, Entry::of(grant, shown, changed(grant), words)))
            .collect();
        for change in changes {
            match change {
                GrantChange::Removed(grant) => {
                    let entry = Entry::of(grant, then.unwrap_or(shown), Some(Change::Removed), words);
                    entries.push((grant.actor, entry));
                }
                GrantChange::Changed { before, after } => {
                    let was = Entry::of(before, then.unwrap_or(shown), None, words);
                    let was = format!("{}: {}", words.say("was", "was"), was.said(words));
                    let entry = Entry::of(after, shown, Some(Change::Changed), words);
                    if let Some((_, found)) =
                        entries.iter_mut().find(|(actor, it)| *actor == after.actor && *it == entry)
                    {
                        found.notes.push(was);
                    }
                }
                GrantChange::Added(_) => {}
            }
        }
        Some(Course::with(shown, entries, words))
    }

    fn with(measure: &Measure, entries: Vec<(Actor, Entry)>, words: Words) -> Self {
        let burdened: Vec<String> =
            measure.burdened.iter().map(|it| words.burdened(*it).to_owned()).collect();
        let mut about = capital_frame(measure, words);
        if !burdened.is_empty() {
            about = format!("{about}; {} {}", words.say("treft", "burdens"), words.list(&burdened));
        }
        Course {
            measure: measure.id.clone(),
            name: words.label(&measure.labels).to_owned(),
            about,
            form: words.form(measure.form).to_owned(),
            article: measure.cite.clone(),
            lanes: lanes(entries),
            notes: notes(measure, words),
        }
    }

    /// Only what changed; nothing when nothing did.
    pub(super) fn only_changes(mut self) -> Option<Self> {
        for lane in &mut self.lanes {
            lane.entries.retain(|entry| entry.change.is_some());
        }
        self.lanes.retain(|lane| !lane.entries.is_empty());
        self.notes.clear();
        (!self.lanes.is_empty()).then_some(self)
    }

    /// The parts that there is anything to say of, in their order.
    pub(super) fn phases(&self) -> Vec<Phase> {
        let entries = self.lanes.iter().flat_map(|lane| &lane.entries).map(|entry| entry.phase);
        let phases: BTreeSet<Phase> = entries.chain(self.notes.iter().map(|note| note.phase)).collect();
        phases.into_iter().collect()
    }

    /// How sure the pack is of each article that is shown.
    pub(super) fn certainties(&self) -> BTreeSet<Certainty> {
        let entries = self.lanes.iter().flat_map(|lane| &lane.entries).flat_map(|entry| &entry.articles);
        entries.chain(self.notes.iter().map(|note| &note.article)).map(|cite| cite.certainty).collect()
    }

    pub(super) fn has(&self, standing: Standing) -> bool {
        self.lanes.iter().flat_map(|lane| &lane.entries).any(|entry| entry.standing == standing)
    }
}

fn capital_frame(measure: &Measure, words: Words) -> String {
    super::words::capital(words.frame(measure.frame))
}

/// Entries by actor; what differs in its article only is one entry, who may do the same is one lane.
fn lanes(entries: Vec<(Actor, Entry)>) -> Vec<Lane> {
    let mut of: BTreeMap<(Side, Actor), Vec<Entry>> = BTreeMap::new();
    for (actor, entry) in entries {
        let own = of.entry(place(actor)).or_default();
        let same = own.iter_mut().find(|it| {
            (it.phase, it.act, it.standing, &it.notes, it.change)
                == (entry.phase, entry.act, entry.standing, &entry.notes, entry.change)
        });
        match same {
            Some(same) => {
                for article in entry.articles {
                    if !same.articles.contains(&article) {
                        same.articles.push(article);
                    }
                }
            }
            None => own.push(entry),
        }
    }
    let mut lanes: Vec<Lane> = Vec::new();
    for ((_, actor), mut entries) in of {
        entries.sort_by_key(|entry| entry.phase);
        match lanes.iter_mut().find(|lane| lane.entries == entries) {
            Some(lane) => lane.actors.push(actor),
            None => lanes.push(Lane { actors: vec![actor], entries }),
        }
    }
    lanes
}

fn notes(measure: &Measure, words: Words) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut put = |phase, said: String, article: &Citation| {
        notes.push(Note { phase, said, article: article.clone() });
    };
    for it in &measure.requires {
        let said = words.say("alleen naast, of samen met:", "only with, or together with:");
        put(Phase::Decide, format!("{said} {}", words.ids(&it.one_of)), &it.cite);
    }
    match &measure.consent {
        ConsentBasis::NotNeeded => {
            put(
                Phase::Hear,
                words.say("geen toestemming nodig", "no consent needed").to_owned(),
                &measure.consent_cite,
            );
        }
        ConsentBasis::Needed => {
            let said = words.say("rust op toestemming, naar leeftijd", "rests on consent, by age");
            put(Phase::Hear, said.to_owned(), &measure.consent_cite);
        }
        ConsentBasis::OneOf { measures, guardianship, consent } => {
            let mut any: Vec<String> = measures.iter().map(ToString::to_string).collect();
            if *guardianship {
                any.push(words.say("voogdij van de GI", "guardianship of the institution").to_owned());
            }
            if *consent {
                any.push(
                    words.say("toestemming van wie gezag heeft", "consent of who has authority").to_owned(),
                );
            }
            let said = words.say("rust op één van:", "rests on one of:");
            put(Phase::Hear, format!("{said} {}", words.one_of(&any)), &measure.consent_cite);
        }
    }
    if let Some(urgent) = &measure.urgent {
        let mut said = words.say("spoed kan", "urgent form").to_owned();
        if urgent.ex_parte {
            said = words.say("spoed kan, zonder verhoor vooraf", "urgent form, not heard before").to_owned();
        }
        if let Some(within) = urgent.hearing_within {
            said = format!("{said}; {} {}", words.say("horen binnen", "heard within"), words.length(within));
        }
        put(Phase::Decide, said, &urgent.cite);
    }
    let mut terms: Vec<_> = measure.terms.iter().collect();
    terms.sort_by_key(|term| (term.kind, term.after));
    for term in terms {
        put(Phase::of_term(term.kind), words.term(term), &term.cite);
    }
    let renewal = match &measure.renewal {
        Renewal::No | Renewal::Free => None,
        Renewal::Itself => Some(words.say("langer: nieuwe beslissing", "longer: a new decision").to_owned()),
        Renewal::By(other) => {
            Some(format!("{} {other}", words.say("kan gevolgd worden door", "can be followed by")))
        }
    };
    if let Some(renewal) = renewal {
        put(Phase::Execute, renewal, &measure.cite);
    }
    notes.sort_by_key(|note| note.phase);
    notes
}
