//! What an entry says: everything that can come into a dossier.

use serde::{Deserialize, Serialize};

use super::told::Told;
use crate::consent::{ConsentAsked, ConsentGiven, ConsentRefused, ConsentWithdrawn, Scope};
use crate::document::DocumentNoted;
use crate::fact::{Claim, EvidenceAdded, FindingMade, Origin, Withdrawal, Withdrawn};
use crate::id::{AlternativeId, EvidenceId, ObligationId, PersonId, StatementId, StepId};
use crate::moment::MomentNoted;
use crate::narrative::Narrative;
use crate::person::{AuthorityNoted, CapacityNoted, Person, RelationNoted};
use crate::perspective::{
    AccountContested, AccountStillStands, Confirmation, CycleOpened, EffectNoted, Hearing, HearingDeclined,
    Invitation, NotHeardRecorded,
};
use crate::said::Said;
use crate::step::{
    AlternativeNamed, AlternativeOption, Answer, AppealLodged, AppealRuled, Burden, Candidate,
    CandidatesAnswered, Decided, DecidedUrgently, DefectPassedOver, Ended, HeardAfterwards, MindChangeLinked,
    ObligationMet, ObligationOrdered, PlacementChanged, Proposal, RequestFiled, RequestHeldOver,
    RequestWithdrawn, Reviewed, Started, StepDetailed, StepDetails, UrgencyDeclared,
};
use crate::watch::{Closed, HandOverAccepted, HandedOver, ReportReceived, WatchLeft, WatchTaken};
use crate::weighing::{
    Convergence, DialogueDeclined, DialogueOpened, DialogueReopened, Divergence, FellBack, SealedView,
    SealingAgreed, View, ViewsRevealed,
};

/// Somebody named in the dossier is set aside as not relevant for a child, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// Who.
    pub person: PersonId,
    /// Why their perspective is not needed.
    pub reason: Narrative,
}

/// An earlier entry was a mistake. It stays visible and no longer counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Corrected {
    /// The number of the mistaken entry.
    pub entry: u64,
    /// What was wrong.
    pub reason: Narrative,
}

/// Somebody objects to an earlier entry. The objection stands beside it wherever it is quoted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contested {
    /// The number of the entry.
    pub entry: u64,
    /// Who objects.
    pub person: PersonId,
    /// What they say.
    pub objection: Narrative,
}

/// Why the law demands erasure.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ErasureGround {
    /// On request of the person concerned (Jw 7.3.9).
    OnRequest,
    /// The term of retention has passed.
    RetentionPassed,
    /// By order of a court or a supervisor.
    Ordered,
}

/// The text of an earlier entry is erased. Its place, kind, links and hash stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redacted {
    /// The number of the entry.
    pub entry: u64,
    /// Why the law demands it.
    pub ground: ErasureGround,
}

macro_rules! events {
    ($($(#[$doc:meta])* $variant:ident($payload:ty) = $kind:literal),+ $(,)?) => {
        /// One thing that came into the dossier. In JSON: `{"<kind>": {…}}`.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
        pub enum Event {
            $($(#[$doc])* #[serde(rename = $kind)] $variant($payload),)+
        }

        impl Event {
            /// Every kind of event, as JSON names it.
            pub const KINDS: &'static [&'static str] = &[$($kind),+];

            /// Its kind, as JSON names it.
            pub fn kind(&self) -> &'static str {
                match self { $(Event::$variant(_) => $kind,)+ }
            }
        }
    };
}

events! {
    /// Somebody is named in the dossier.
    PersonAdded(Person) = "person_added",
    /// What somebody is to a child.
    RelationNoted(RelationNoted) = "relation_noted",
    /// How parental authority stands from that day on.
    AuthorityNoted(AuthorityNoted) = "authority_noted",
    /// Whether somebody can weigh their own interests.
    CapacityNoted(CapacityNoted) = "capacity_noted",
    /// Somebody is set aside as not relevant.
    SetAside(SetAside) = "set_aside",

    /// Somebody is asked to tell their side.
    Invited(Invitation) = "invited",
    /// Somebody tells their side.
    Heard(Hearing) = "heard",
    /// Somebody confirms their account.
    AccountConfirmed(Confirmation) = "account_confirmed",
    /// Somebody contests how their account was written down.
    AccountContested(AccountContested) = "account_contested",
    /// Somebody declines to be heard.
    HearingDeclined(HearingDeclined) = "hearing_declined",
    /// Why somebody is not heard.
    NotHeard(NotHeardRecorded) = "not_heard",
    /// An earlier account still stands in a new cycle.
    AccountStillStands(AccountStillStands) = "account_still_stands",
    /// What an account changed.
    EffectNoted(EffectNoted) = "effect_noted",
    /// A new cycle begins.
    CycleOpened(CycleOpened) = "cycle_opened",

    /// Somebody says that something is so.
    Claimed(Claim) = "claimed",
    /// Evidence comes in.
    EvidenceAdded(EvidenceAdded) = "evidence_added",
    /// People find a statement established, or not.
    Found(FindingMade) = "found",
    /// A statement or a piece of evidence is taken back.
    Withdrawn(Withdrawal) = "withdrawn",

    /// Consent is asked.
    ConsentAsked(ConsentAsked) = "consent_asked",
    /// Consent is given.
    ConsentGiven(ConsentGiven) = "consent_given",
    /// Consent is refused.
    ConsentRefused(ConsentRefused) = "consent_refused",
    /// Consent is taken back.
    ConsentWithdrawn(ConsentWithdrawn) = "consent_withdrawn",

    /// Somebody's view on a ground or condition.
    ViewGiven(View) = "view_given",
    /// The group wants to weigh under seal.
    SealingAgreed(SealingAgreed) = "sealing_agreed",
    /// Somebody seals a view.
    ViewSealed(SealedView) = "view_sealed",
    /// All sealed views are opened, together.
    ViewsRevealed(ViewsRevealed) = "views_revealed",
    /// The dialogue begins.
    DialogueOpened(DialogueOpened) = "dialogue_opened",
    /// People agree.
    Converged(Convergence) = "converged",
    /// People do not agree.
    Diverged(Divergence) = "diverged",
    /// The dialogue is taken up again.
    DialogueReopened(DialogueReopened) = "dialogue_reopened",
    /// Each falls back on their own powers.
    FellBack(FellBack) = "fell_back",

    /// A step is proposed.
    StepProposed(Proposal) = "step_proposed",
    /// More is said of a step.
    StepDetailed(StepDetailed) = "step_detailed",
    /// An alternative is named.
    AlternativeNamed(AlternativeNamed) = "alternative_named",
    /// Candidates are answered.
    CandidatesAnswered(CandidatesAnswered) = "candidates_answered",
    /// Urgency is declared.
    UrgencyDeclared(UrgencyDeclared) = "urgency_declared",
    /// A request is filed.
    RequestFiled(RequestFiled) = "request_filed",
    /// A request is taken back.
    RequestWithdrawn(RequestWithdrawn) = "request_withdrawn",
    /// A request is held over.
    RequestHeldOver(RequestHeldOver) = "request_held_over",
    /// A decision is taken.
    Decided(Decided) = "decided",
    /// An urgent decision is taken.
    DecidedUrgently(DecidedUrgently) = "decided_urgently",
    /// Those concerned are heard after an urgent decision.
    HeardAfterwards(HeardAfterwards) = "heard_afterwards",
    /// A step begins to be carried out.
    Started(Started) = "started",
    /// A step in force is reviewed.
    Reviewed(Reviewed) = "reviewed",
    /// A later entry is named as one that would change people's mind.
    MindChangeLinked(MindChangeLinked) = "mind_change_linked",
    /// A child goes to live elsewhere while a step is carried out.
    PlacementChanged(PlacementChanged) = "placement_changed",
    /// A step ends.
    Ended(Ended) = "ended",
    /// An appeal is lodged.
    AppealLodged(AppealLodged) = "appeal_lodged",
    /// An appeal is ruled on.
    AppealRuled(AppealRuled) = "appeal_ruled",
    /// A defect is passed over.
    DefectPassedOver(DefectPassedOver) = "defect_passed_over",
    /// A prescribed document or moment is there, or is not.
    DocumentNoted(DocumentNoted) = "document_noted",
    /// An obligation is laid on someone.
    ObligationOrdered(ObligationOrdered) = "obligation_ordered",
    /// An obligation is met.
    ObligationMet(ObligationMet) = "obligation_met",
    /// A moment from which a term runs, or by which one is kept.
    MomentNoted(MomentNoted) = "moment_noted",

    /// A report comes in.
    ReportReceived(ReportReceived) = "report_received",
    /// Somebody begins to keep watch.
    WatchTaken(WatchTaken) = "watch_taken",
    /// Somebody no longer keeps watch.
    WatchLeft(WatchLeft) = "watch_left",
    /// The family is handed over.
    HandedOver(HandedOver) = "handed_over",
    /// The receiver takes over.
    HandOverAccepted(HandOverAccepted) = "hand_over_accepted",
    /// The dossier is closed.
    Closed(Closed) = "closed",

    /// An earlier entry was a mistake.
    Corrected(Corrected) = "corrected",
    /// Somebody objects to an earlier entry.
    Contested(Contested) = "contested",
    /// Somebody is told of an earlier entry.
    Told(Told) = "told",
    /// The text of an earlier entry is erased.
    Redacted(Redacted) = "redacted",
}

/// The longest article that an event names, in bytes.
pub(super) const LONGEST_ARTICLE: usize = 128;

/// Something that an event points at: what it points at must be there already.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Link {
    /// Somebody.
    Person(PersonId),
    /// A statement.
    Statement(StatementId),
    /// A piece of evidence.
    Evidence(EvidenceId),
    /// A step.
    Step(StepId),
    /// A named alternative.
    Alternative(AlternativeId),
    /// An obligation.
    Obligation(ObligationId),
    /// An earlier entry.
    Entry(u64),
}

/// What an event brings into being, and what it points at with the field that does so.
#[derive(Debug, Default)]
pub struct Links {
    /// What is new with this event.
    pub makes: Option<Link>,
    /// What must be there already: the field, as a path inside the event, and what it points at.
    pub needs: Vec<(String, Link)>,
}

impl Links {
    fn person(&mut self, field: impl Into<String>, id: &PersonId) {
        self.needs.push((field.into(), Link::Person(id.clone())));
    }

    fn said_person(&mut self, field: &str, id: &Said<PersonId>) {
        if let Said::Said(id) = id {
            self.person(field, id);
        }
    }

    fn step(&mut self, field: impl Into<String>, id: &StepId) {
        self.needs.push((field.into(), Link::Step(id.clone())));
    }

    fn statements(&mut self, field: &str, ids: &[StatementId]) {
        for (place, id) in ids.iter().enumerate() {
            self.needs.push((format!("{field}[{place}]"), Link::Statement(id.clone())));
        }
    }

    fn persons<'a>(&mut self, field: &str, ids: impl IntoIterator<Item = &'a PersonId>) {
        for (place, id) in ids.into_iter().enumerate() {
            self.person(format!("{field}[{place}]"), id);
        }
    }

    fn dialogue(
        &mut self,
        participants: &[PersonId],
        invited: &[PersonId],
        declined: &[DialogueDeclined],
        contradiction_by: &Said<PersonId>,
    ) {
        self.persons("participants", participants);
        self.persons("invited", invited);
        for (place, declined) in declined.iter().enumerate() {
            self.person(format!("declined[{place}].person"), &declined.person);
        }
        self.said_person("contradiction_by", contradiction_by);
    }

    fn details(&mut self, details: &StepDetails) {
        for (place, Burden { person, .. }) in details.burdens.iter().enumerate() {
            self.person(format!("details.burdens[{place}].person"), person);
        }
        if let Said::Said(plan) = &details.return_plan {
            self.persons("details.return_plan.who", &plan.who);
        }
        self.persons("details.informed", &details.informed);
    }

    fn evidence(&mut self, field: impl Into<String>, id: &EvidenceId) {
        self.needs.push((field.into(), Link::Evidence(id.clone())));
    }

    fn scope(&mut self, field: &str, scope: &Scope) {
        match scope {
            Scope::Step(id) => self.step(field, id),
            Scope::Alternative(id) => self.needs.push((field.to_owned(), Link::Alternative(id.clone()))),
            Scope::Measure(_) => {}
        }
    }
}

impl Event {
    /// The articles that it names in words of its own, each with its field. Erasure leaves them, so they are short.
    pub(super) fn articles(&self) -> Vec<(String, &str)> {
        match self {
            Event::Decided(Decided { ex_officio, .. }) => match ex_officio {
                Said::Said(article) => vec![("ex_officio".to_owned(), article.as_str())],
                Said::NotSaid => Vec::new(),
            },
            Event::DefectPassedOver(DefectPassedOver { article, .. }) => match article {
                Said::Said(article) => vec![("article".to_owned(), article.as_str())],
                Said::NotSaid => Vec::new(),
            },
            Event::FellBack(it) => it
                .powers
                .iter()
                .enumerate()
                .map(|(place, power)| (format!("powers[{place}].article"), power.article.as_str()))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// What it makes and what it points at, for the check that nothing dangles.
    pub fn links(&self) -> Links {
        let mut links = Links::default();
        let to = &mut links;
        match self {
            Event::PersonAdded(it) => to.makes = Some(Link::Person(it.person.clone())),
            Event::RelationNoted(it) => {
                to.person("person", &it.person);
                to.person("child", &it.child);
            }
            Event::AuthorityNoted(it) => {
                to.person("holder", &it.holder);
                to.person("child", &it.child);
            }
            Event::CapacityNoted(it) => to.person("person", &it.person),
            Event::SetAside(it) => to.person("person", &it.person),
            Event::Invited(it) => to.person("person", &it.person),
            Event::Heard(it) => {
                to.person("person", &it.person);
                to.said_person("hearer", &it.hearer);
            }
            Event::AccountConfirmed(it) => to.person("person", &it.person),
            Event::AccountContested(it) => to.person("person", &it.person),
            Event::HearingDeclined(it) => to.person("person", &it.person),
            Event::NotHeard(it) => to.person("person", &it.person),
            Event::AccountStillStands(it) => to.person("person", &it.person),
            Event::EffectNoted(it) => to.person("person", &it.person),
            Event::CycleOpened(_) => {}
            Event::Claimed(it) => {
                to.makes = Some(Link::Statement(it.statement.clone()));
                to.persons("about", &it.about);
            }
            Event::EvidenceAdded(it) => {
                to.makes = Some(Link::Evidence(it.evidence.clone()));
                to.needs.push(("statement".to_owned(), Link::Statement(it.statement.clone())));
                to.person("borne_by", &it.borne_by);
                match &it.origin {
                    Origin::Document { copies, .. } => {
                        for (place, copied) in copies.iter().enumerate() {
                            to.evidence(format!("origin.copies[{place}]"), copied);
                        }
                    }
                    Origin::ToldByEvidence { evidence } => to.evidence("origin.evidence", evidence),
                    Origin::ToldByPerson { person } => to.person("origin.person", person),
                    Origin::OwnObservation | Origin::ExpertReport { .. } | Origin::Untraced => {}
                }
            }
            Event::Found(it) => {
                to.needs.push(("statement".to_owned(), Link::Statement(it.statement.clone())));
                for (place, answered) in it.answers.iter().enumerate() {
                    to.evidence(format!("answers[{place}].evidence"), &answered.evidence);
                }
            }
            Event::Withdrawn(it) => match &it.taken_back {
                Withdrawn::Statement(id) => {
                    to.needs.push(("taken_back".to_owned(), Link::Statement(id.clone())))
                }
                Withdrawn::Evidence(id) => to.evidence("taken_back", id),
            },
            Event::ConsentAsked(it) => {
                to.person("person", &it.person);
                to.scope("scope", &it.scope);
            }
            Event::ConsentGiven(it) => {
                to.person("person", &it.person);
                to.scope("scope", &it.scope);
            }
            Event::ConsentRefused(it) => {
                to.person("person", &it.person);
                to.scope("scope", &it.scope);
            }
            Event::ConsentWithdrawn(it) => {
                to.person("person", &it.person);
                to.scope("scope", &it.scope);
            }
            Event::ViewGiven(it) => {
                to.step("step", &it.step);
                to.statements("for", &it.statements_for);
                to.statements("against", &it.statements_against);
            }
            Event::SealingAgreed(it) => {
                to.step("step", &it.step);
                to.persons("circle", &it.circle);
            }
            Event::ViewSealed(it) => to.step("step", &it.step),
            Event::ViewsRevealed(it) => {
                to.step("step", &it.step);
                for (place, revealed) in it.views.iter().enumerate() {
                    to.person(format!("views[{place}].by"), &revealed.by);
                    let of = |field: &str| format!("views[{place}].view.{field}");
                    to.step(of("step"), &revealed.view.step);
                    to.statements(&of("for"), &revealed.view.statements_for);
                    to.statements(&of("against"), &revealed.view.statements_against);
                }
            }
            Event::DialogueOpened(it) => {
                to.step("step", &it.step);
                to.dialogue(&it.participants, &it.invited, &it.declined, &it.contradiction_by);
            }
            Event::Converged(it) => to.step("step", &it.step),
            Event::Diverged(it) => {
                to.step("step", &it.step);
                for (place, position) in it.positions.iter().enumerate() {
                    to.person(format!("positions[{place}].person"), &position.person);
                }
            }
            Event::DialogueReopened(it) => {
                to.step("step", &it.step);
                to.dialogue(&it.participants, &it.invited, &it.declined, &it.contradiction_by);
            }
            Event::FellBack(it) => {
                to.step("step", &it.step);
                for (place, power) in it.powers.iter().enumerate() {
                    to.person(format!("powers[{place}].person"), &power.person);
                }
            }
            Event::StepProposed(it) => {
                to.makes = Some(Link::Step(it.step.clone()));
                to.person("about", &it.about);
                to.person("proposed_by", &it.proposed_by);
                if let Said::Said(id) = &it.extends {
                    to.step("extends", id);
                }
                if let Said::Said(id) = &it.ends {
                    to.step("ends", id);
                }
                to.details(&it.details);
            }
            Event::StepDetailed(it) => {
                to.step("step", &it.step);
                to.details(&it.details);
            }
            Event::AlternativeNamed(it) => {
                to.makes = Some(Link::Alternative(it.alternative.clone()));
                to.step("step", &it.step);
                if let AlternativeOption::OwnWords { burdened, .. } = &it.option {
                    to.persons("option.burdened", burdened);
                }
            }
            Event::CandidatesAnswered(it) => {
                to.step("step", &it.step);
                for (place, candidate) in it.candidates.iter().enumerate() {
                    match candidate {
                        Candidate::Alternative(id) => {
                            to.needs.push((format!("candidates[{place}]"), Link::Alternative(id.clone())));
                        }
                        Candidate::End(id) => to.step(format!("candidates[{place}]"), id),
                        Candidate::Measure { .. } | Candidate::Adjacent(_) | Candidate::Nothing => {}
                    }
                }
                match &it.answer {
                    Answer::TriedInsufficient { tried } => to.step("answer.tried", tried),
                    Answer::ExpectedInsufficient { relies_on } => {
                        to.statements("answer.relies_on", relies_on)
                    }
                    Answer::Refused { person, scope } => {
                        to.person("answer.person", person);
                        to.scope("answer.scope", scope);
                    }
                    Answer::NotAvailable { owed_by, .. } => to.said_person("answer.owed_by", owed_by),
                    Answer::Adequate => {}
                }
            }
            Event::UrgencyDeclared(it) => {
                to.step("step", &it.step);
                to.statements("relies_on", &it.relies_on);
            }
            Event::RequestFiled(it) => {
                to.step("step", &it.step);
                to.person("requester", &it.requester);
                if let Said::Said(mentions) = &it.mentions {
                    to.statements("mentions.statements", &mentions.statements);
                    for (place, evidence) in mentions.evidence.iter().enumerate() {
                        to.evidence(format!("mentions.evidence[{place}]"), evidence);
                    }
                }
            }
            Event::RequestWithdrawn(it) => to.step("step", &it.step),
            Event::RequestHeldOver(it) => to.step("step", &it.step),
            Event::Decided(it) => {
                to.step("step", &it.step);
                to.person("decider", &it.decider);
            }
            Event::DecidedUrgently(it) => {
                to.step("step", &it.step);
                to.person("decider", &it.decider);
            }
            Event::HeardAfterwards(it) => to.step("step", &it.step),
            Event::Started(it) => to.step("step", &it.step),
            Event::Reviewed(it) => to.step("step", &it.step),
            Event::MindChangeLinked(it) => {
                to.step("step", &it.step);
                to.needs.push(("entry".to_owned(), Link::Entry(it.entry)));
            }
            Event::PlacementChanged(it) => to.step("step", &it.step),
            Event::Ended(it) => to.step("step", &it.step),
            Event::AppealLodged(it) => {
                to.step("step", &it.step);
                to.person("appellant", &it.appellant);
            }
            Event::AppealRuled(it) => {
                to.step("step", &it.step);
                to.person("decider", &it.decider);
            }
            Event::DefectPassedOver(it) => to.step("step", &it.step),
            Event::DocumentNoted(it) => to.step("step", &it.step),
            Event::ObligationOrdered(it) => {
                to.makes = Some(Link::Obligation(it.obligation.clone()));
                to.step("step", &it.step);
                to.person("owner", &it.owner);
            }
            Event::ObligationMet(it) => {
                to.needs.push(("obligation".to_owned(), Link::Obligation(it.obligation.clone())));
            }
            Event::MomentNoted(it) => {
                if let Said::Said(id) = &it.step {
                    to.step("step", id);
                }
                to.said_person("to", &it.to);
            }
            Event::ReportReceived(it) => to.person("receiver", &it.receiver),
            Event::WatchTaken(it) => to.person("watcher", &it.watcher),
            Event::WatchLeft(it) => to.person("watcher", &it.watcher),
            Event::HandedOver(it) => {
                to.person("from", &it.from);
                to.person("to", &it.to);
                to.said_person("watcher_meanwhile", &it.watcher_meanwhile);
            }
            Event::HandOverAccepted(it) => to.person("receiver", &it.receiver),
            Event::Closed(_) => {}
            Event::Corrected(it) => to.needs.push(("entry".to_owned(), Link::Entry(it.entry))),
            Event::Contested(it) => {
                to.needs.push(("entry".to_owned(), Link::Entry(it.entry)));
                to.person("person", &it.person);
            }
            Event::Told(it) => {
                to.needs.push(("entry".to_owned(), Link::Entry(it.entry)));
                to.person("person", &it.person);
            }
            Event::Redacted(it) => to.needs.push(("entry".to_owned(), Link::Entry(it.entry))),
        }
        links
    }
}
