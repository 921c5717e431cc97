//! `afweging` (Dutch for "weighing"): decisions on protecting a child or an adult in danger, with their uncertainties.
//!
//! Data goes one way: entries → [`Dossier`] → [`assess`] → [`Assessment`]. The four uncertainties are modules of their own
//! behind this list: perspectives ([`Perspective`]), facts ([`Statement`], [`Support`]), weighing ([`Weighing`]) and the next
//! step ([`StepState`]). What the law says is data in a [`Pack`]. Nothing here reads the clock, the locale, the network or a
//! file.

mod actor;
mod aid;
mod assess;
mod authority;
mod calendar;
mod canonical;
mod code;
mod condition;
mod consent;
mod decision;
mod document;
mod dossier;
mod drawing;
mod effects;
mod error;
mod fact;
mod finding;
mod gate;
mod id;
mod intrusion;
mod labels;
mod law;
mod machine;
mod minimise;
mod moment;
mod narrative;
mod pack;
mod person;
mod perspective;
mod receipt;
mod record;
mod region;
mod retention;
mod said;
mod sentence;
mod stand;
mod step;
mod story;
mod time;
mod watch;
mod weighing;

pub use actor::{Act, Actor, DecisionForm};
pub use aid::ReasonIndex;
pub use assess::{
    Assessment, Base, CandidateStanding, CandidateView, Cure, CureWhy, DissentStand, FactStand, GateOutcome,
    GateResult, LinkedMindChange, LookBack, LookBackOf, LookBackStand, MayAct, NeverOpened, NextStepStand,
    NotTaken, PerspectiveStand, PointStand, PointStanding, Rejected, Rest, Resting, ReviewView, ReviewWhen,
    SealingStand, ShiftAfter, ShiftStand, Shortfall, StepAssessment, StepStand, TurnedAway, Uncertainties,
    ViewStand, Wait, WeighingStand, Why, WrittenDown, assess, assess_beside,
};
pub use authority::{
    ActingAs, Authority, AuthorityMap, Gap, GapKind, GrantChange, GrantInMatter, Holds, JudgedCondition,
    Mandate, Matter, NoAuthority, Overlap, Route, RouteActor, RouteStep, Way, Who, WhyNoWay, WhyNot,
};
pub use calendar::RestDay;
pub use condition::Condition;
pub use gate::Gate;
pub use id::{
    AdjacentId, AlternativeId, DossierId, EvidenceId, GroundId, IdError, LONGEST_ID, MeasureId, ObligationId,
    PersonId, PlacementId, StatementId, StepId,
};
pub use intrusion::{
    CandidateClass, CandidateReason, Compared, Comparison, ENDING, Extent, IntrusionClass, Lattice,
    LatticeEdge, NOTHING, Placed, TO_CARER, candidate_classes, compare,
};
pub use law::{Certainty, Citation};
pub use machine::{Dated, History, Incoherent, Machine, Noted, Refused};
pub use moment::{Moment, MomentNoted};
pub use narrative::{LONGEST_NARRATIVE, Narrative};
pub use pack::{
    Adjacent, AidLevel, Breach, Burdened, ConsentBasis, ConsentException, ConsentGroup, ConsentRule,
    Consenter, Dimension, Exception, FileKind, Goal, Grant, GrantCondition, Ground, HearingDuty, HearingRule,
    Keeping, KeptFrom, LARGEST_PACK, Labels, Length, MOST_STATES, Measure, MeasureKind, Norm, Occasion,
    Offer, OnRequest, Overlay, Pack, PackCode, PackError, PackFaults, Placement, Preference, Prerequisite,
    Principle, Prolonged, Provision, ProvisionKind, Reckoned, Renewal, Requirement, RestDays, Standing,
    Subject, Term, TermKept, TermKind, TermStart, UrgentVariant, Vector,
};
pub use person::{
    AuthorityNoted, Birth, CapacityNoted, OfAge, ParentalAuthority, Person, Relation, RelationNoted, Role,
};
pub use region::{
    AgreedMandate, Agreement, Analysis, Change, ContactRole, Deed, Design, Difference, DiscussionTable,
    Doing, Family, Figure, FigureValue, LARGEST_REGION, MeetingForm, MeetingKind, Member, Milestone, Missing,
    Municipality, NotYet, Organisation, Phase, Preparation, Reading, Realisation, Region, RegionChange,
    RegionGoal, RegionMeasure, RegionPart, RegionSource, Routing, Share, SourceSureness, TableOutcome, Team,
    TeamKind,
};
pub use said::Said;
pub use time::{When, WhenError};

pub use consent::{
    AskedConsent, Consent, ConsentAsked, ConsentEvent, ConsentGiven, ConsentRefused, ConsentWithdrawn,
    GivenConsent, RefusedConsent, Scope, UnaskedConsent, WithdrawnConsent,
};
pub use fact::{
    Belnap, Branch, Cause, Claim, ClaimedStatement, Ending, EvidenceAdded, EvidenceGraph, EvidenceLevel,
    FindingBy, FindingMade, Found, FoundStatement, Lack, Level, Nature, OppositionAnswered, Origin, Piece,
    Polarity, Root, SourceTree, Statement, StatementEvent, Support, Tale, Withdrawal, Withdrawn,
    WithdrawnStatement,
};
pub use perspective::{
    Account, AccountContested, AccountStillStands, Asked, Confirmation, ConfirmedPerspective,
    ContestedPerspective, Cycle, CycleOpened, DeclinedPerspective, Distance, Effect, EffectNoted, Forum,
    HeardPerspective, Hearing, HearingDeclined, Invitation, InvitedPerspective, Mode, NotHeardGround,
    NotHeardPerspective, NotHeardRecorded, Perspective, PerspectiveEvent, Reply, UnheardPerspective,
};
pub use step::{
    AlternativeNamed, AlternativeOption, Answer, Appeal, AppealEvent, AppealLodged, AppealRuled, Burden,
    Candidate, CandidatesAnswered, ConfirmedDecision, Decided, DecidedUrgently, Decision, DecisionEvent,
    DecisionOn, DefectPassedOver, DraftRequest, DueDates, EndCause, Ended, EndedExecution, Execution,
    ExecutionEvent, ExecutionOn, FiledRequest, Frame, GrantedDecision, HeardAfterwards, HeldOverRequest,
    InForceExecution, LodgedAppeal, Mentions, MindChangeLinked, NoAppeal, NotMaintainedDecision,
    ObligationMet, ObligationOrdered, Outcome, PartlyGrantedDecision, PendingDecision, PlacementChanged,
    PlanBAnswer, PointNotApplicable, Proposal, QuashedAppeal, RefusedDecision, ReplacedAppeal, Request,
    RequestEvent, RequestFiled, RequestForm, RequestHeldOver, RequestWithdrawn, ReturnPlan, ReviewOutcome,
    Reviewed, Ruling, Started, StepDetailed, StepDetails, StepEvent, StepState, UnstartedExecution,
    UpheldAppeal, UrgencyDeclared, UrgentDecision, WeighingPoint, WithdrawnRequest,
};
pub use weighing::{
    Commitment, CommitmentError, CommonVerdict, ConvergedWeighing, Convergence, DialogueDeclined,
    DialogueOpened, DialogueReopened, DialogueWeighing, Dissent, DivergedWeighing, Divergence, Fallback,
    FallbackUrgency, FallbackWeighing, FellBack, GivenView, IndividualWeighing, OwnPower, Parting, Position,
    PreparingWeighing, RevealedView, SHORTEST_SEAL_SALT, SaltTooShort, SealedView, SealedWeighing,
    SealingAgreed, Shift, UnderSeal, Verdict, View, Views, ViewsRevealed, Weighed, Weighing, WeighingEvent,
};

pub use code::{Code, Language};
pub use decision::{Admissible, Authorised, NotAdmissible, OwnDecision, Unproved, WhyUnproved};
pub use document::{Document, DocumentNoted};
pub use dossier::{
    AuthorityOn, Capacity, Contested, Corrected, DOSSIER_FORMAT, Door, Dossier, Entry, ErasureGround, Event,
    EvidenceRecord, LARGEST_INPUT, LeftOut, Link, Links, MOST_ENTRIES, NewEntry, ObligationRecord, People,
    Recorded, Redacted, SetAside, StatementRecord, StepRecord, Told, WatchEvent, WatchGap, dossier_schema,
};
pub use drawing::{LatticeDrawing, MapDrawing, NotDrawn, SourcesDrawing};
pub use effects::{
    Effects, FactChange, FactStanding, FoundAtGate, GateChange, NoEffects, Rested, ToTell, WhatIf, effects,
};
pub use error::{InputError, Refusal, Tampering};
pub use finding::{
    Answerer, Answers, Basis, Duty, Earlier, FillError, Filled, Finding, FindingKind, Fits, Hole, HoleAnswer,
    Pattern, Question, QuestionKind, Reckoning, Remedy, RemedyWay, Says,
};
pub use minimise::{MinimiseError, Minimised, Progress, minimise, minimise_watched, simpler_forms};
pub use receipt::Receipt;
pub use record::{
    AgeBand, AnswerWord, AuthorityWord, Blank, DecisionRecord, DecisionWord, DissentWord, HearingWord,
    NotShared, Objection, PageBlock, PageItem, PageSection, PageSpan, PageTable, Part, PeriodWord, Quote,
    Quoted, Reader, RecordError, RecordLine, RecordPage, RecordPart, RecordPerson, RemedyWord, Since,
    SourceKind, SourceWho, Sureness, Telling, Topic, Withheld, WithheldGround, WithheldOf,
};
pub use retention::{FileRetention, Retention, Until, retention};
pub use sentence::{Plain, Sentence};
pub use story::{Story, StoryOf, StoryPerson, StoryStep};
pub use watch::{AddedValue, Closed, HandOverAccepted, HandedOver, ReportReceived, WatchLeft, WatchTaken};

// The example in the README is a test. (A published crate has no README above it, and no need of this.)
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

// So are the examples in the guide to remedies,
#[cfg(doctest)]
#[doc = include_str!("../../../docs/src/remedies.md")]
struct RemedyGuide;

// and those in the guide to the authority map.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/src/authority.md")]
struct AuthorityGuide;
