//! The words of the record's own vocabulary: its parts, what somebody's words are about, how things stand.

use serde::Serialize;

use crate::id::PersonId;

macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident),+ $(,)?) => {
        /// A part of the decision record. Their order is fixed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Part { $($(#[$doc])* $part,)+ }

        impl Part {
            /// The fourteen parts, in their order.
            pub const ALL: &'static [Part] = &[$(Part::$part),+];
        }
    };
}

parts! {
    /// 1: what is decided.
    Decision,
    /// 2: for whom.
    ForWhom,
    /// 3: what happened according to each, in their own words.
    Accounts,
    /// 4: what is established, what is not, what is contradicted.
    Facts,
    /// 5: what goes well.
    Strengths,
    /// 6: what the worry is about, by which norm; a judgement of people.
    Worries,
    /// 7: what spoke for it and what against.
    ForAndAgainst,
    /// 8: which lighter help was looked at, and why not.
    Lighter,
    /// 9: what can go wrong if it is done, and if it is not.
    Errors,
    /// 10: what is expected, when people look, what would change their mind.
    Expectation,
    /// 11: who does not agree, and why.
    Dissent,
    /// 12: who was allowed to decide.
    Authority,
    /// 13: what those concerned can do.
    Remedies,
    /// 14: who keeps watch now.
    Watch,
}

macro_rules! topics {
    ($($(#[$doc:meta])* $topic:ident),+ $(,)?) => {
        /// What somebody's words are about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Topic { $($(#[$doc])* $topic,)+ }

        impl Topic {
            /// Every one of them.
            pub const ALL: &'static [Topic] = &[$(Topic::$topic),+];
        }
    };
}

topics! {
    /// Why it was decided so.
    DecisionWhy,
    /// What is granted of what was asked.
    GrantedPart,
    /// What is refused of it.
    RefusedPart,
    /// What is held over.
    HeldOver,
    /// The danger that cannot wait.
    Danger,
    /// Why it cannot wait.
    CannotWait,
    /// Why an urgent decision was maintained or not.
    HeardAfterwards,
    /// Why it ended.
    EndWhy,
    /// What happened, as who proposes the step tells it.
    WhatHappened,
    /// Somebody's account.
    Account,
    /// What was seen of somebody who is too young to talk, by who saw it.
    AccountSeen,
    /// What was told in somebody's name by who speaks for them.
    AccountThrough,
    /// How they correct what was written down.
    Correction,
    /// Why they decline.
    DeclineReason,
    /// Why they were not heard.
    NotHeardReason,
    /// What their account changed.
    Changed,
    /// Why it changed nothing.
    ChangedNothing,
    /// What is said to be so.
    Claim,
    /// Why people find it so.
    FindingWhy,
    /// Why it was taken back.
    WithdrawalWhy,
    /// The document or report that a source is.
    Title,
    /// What goes well, in a view.
    Strength,
    /// What worries, in a view.
    Concern,
    /// How serious it is.
    Severity,
    /// What is needed now.
    NeededNow,
    /// How it came about.
    Causes,
    /// What keeps it going.
    Maintaining,
    /// By which norm.
    Norm,
    /// From where on somebody would act.
    Threshold,
    /// Why somebody finds what they find.
    ViewWhy,
    /// Why people came out together, or did not.
    DialogueWhy,
    /// What is to be reached.
    Goal,
    /// Why it is in the interest of this child.
    BestInterests,
    /// A lighter possibility, in the words of who named it.
    Alternative,
    /// Why it will not do, or that it will.
    AnswerWhy,
    /// What happens while something is not to be had.
    Meanwhile,
    /// What goes wrong if it is wrongly done.
    WrongIfTaken,
    /// What goes wrong if it is wrongly not done.
    WrongIfNotTaken,
    /// What it asks of somebody.
    Burden,
    /// How the consequences of what was not chosen are dealt with.
    Repair,
    /// What is expected if it is done.
    IfTaken,
    /// What is expected if it is not done.
    IfNotTaken,
    /// What would change people's mind.
    MindChange,
    /// When it stops.
    StopWhen,
    /// Plan B.
    PlanB,
    /// How a review came out.
    ReviewWhy,
    /// What happened since, according to a review.
    Happened,
    /// What is changed after a review, or why nothing.
    Adapt,
    /// What a review teaches.
    Lesson,
    /// How plan B is taken up.
    PlanBTakenUp,
    /// Why plan B is not taken up.
    PlanBNotTakenUp,
    /// Whether anything came in that would change people's mind, according to a review.
    MindChangeSeen,
    /// Why a later entry is one that would change people's mind.
    MindChanged,
    /// Why somebody does not agree.
    DissentWhy,
    /// An objection to what was written down.
    ObjectionWhy,
    /// Why consent was refused or taken back.
    ConsentWhy,
    /// What a ruling obliges somebody to do.
    Obligation,
    /// Why a defect was passed over.
    PassedOverWhy,
    /// How the child is kept from harm around the clock.
    AroundTheClock,
}

/// Where the decision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionWord {
    /// Granted as asked.
    Granted,
    /// Granted in part.
    PartlyGranted,
    /// Refused.
    Refused,
    /// Granted before those concerned were heard.
    UrgentlyGranted,
    /// Granted urgently, and maintained after the hearing.
    Confirmed,
    /// Granted urgently, and not maintained.
    NotMaintained,
}

/// Whether a period was asked for or granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodWord {
    /// Asked for: it is not decided, it was refused, or the decision says nothing of it.
    Asked,
    /// Granted.
    Granted,
}

/// What became of the decision by the day of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Since {
    /// It is being carried out.
    InForce,
    /// It ended.
    Ended,
    /// It lapsed.
    Lapsed,
    /// Its term passed.
    Expired,
    /// An appeal was lodged and is not ruled on.
    AppealLodged,
    /// It was upheld on appeal.
    Upheld,
    /// It was set aside on appeal.
    Quashed,
    /// Another decision took its place on appeal.
    Replaced,
}

/// How parental authority stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthorityWord {
    /// Holds it.
    Held,
    /// Does not hold it.
    NotHeld,
    /// Holds it no longer.
    Ended,
    /// Holds it and may not exercise it.
    Suspended,
    /// Nobody noted it.
    NotNoted,
}

/// How somebody's perspective stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hearing {
    /// Nobody asked.
    Unheard,
    /// Asked, and no answer yet.
    Invited,
    /// Heard.
    Heard,
    /// Heard, and agrees with how it was written down.
    Confirmed,
    /// Heard, and does not agree with how it was written down.
    Contested,
    /// Did not want to.
    Declined,
    /// Not heard, with a reason.
    NotHeard,
}

/// Where a source has it from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// Saw or heard it.
    OwnObservation,
    /// A document.
    Document,
    /// A document that repeats what others said.
    Copy,
    /// A test or an expert's report.
    ExpertReport,
    /// Heard it from somebody else.
    Told,
    /// Nobody knows.
    Untraced,
}

/// Who is behind a source, as far as who reads may know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceWho {
    /// This one.
    Named(PersonId),
    /// Somebody of the family or its circle who is not told of: whoever tells something about another may need shelter.
    Sheltered,
}

impl SourceWho {
    /// Who it is, where that may be told.
    pub fn named(&self) -> Option<&PersonId> {
        match self {
            SourceWho::Named(person) => Some(person),
            SourceWho::Sheltered => None,
        }
    }
}

/// Whether somebody who did not agree differs still, in what they said last on a matter that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DissentWord {
    /// Finds so still, and it is not what was settled or what all others find.
    Still,
    /// Found so first, and came to another verdict or agreed to one.
    First,
    /// Finds so still, and others settled it so since, or all others find so too.
    Shared,
}

/// How the answer to something lighter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerWord {
    /// Nobody answered.
    Unanswered,
    /// Nobody answered it by name; an option that is just as intrusive was answered, and that answers for its class.
    ByItsClass,
    /// Tried, and not enough.
    Tried,
    /// Expected not to be enough.
    Expected,
    /// Consent was refused or taken back.
    Refused,
    /// Asked for and not to be had.
    NotAvailable,
    /// It would do.
    Adequate,
    /// It would do, and is heavier.
    AdequateButHeavier,
}

/// What those concerned can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RemedyWord {
    /// Say what is wrong, and have it put beside it.
    Respond,
    /// See the file and add a statement of one's own to it.
    OwnStatement,
    /// Nothing can be lodged yet, as nothing is decided.
    NotYet,
    /// Speak with the court before it decides: the child (Rv 809, Jw 6.1.10).
    SpeakToCourt,
    /// Appeal against a court's order to a higher court (*hoger beroep*).
    Appeal,
    /// Ask a court to review an administrative decision (*beroep*), such as a house ban (Wth 6).
    CourtReview,
    /// Object to an administrative decision (*bezwaar*).
    Object,
    /// Put a dispute about how supervision is carried out to the children's judge (BW 1:262b).
    Dispute,
    /// Ask the children's judge to annul a written instruction (BW 1:264).
    Annulment,
    /// Withhold the agreement that a move of the child takes (*blokkaderecht*).
    Block,
    /// Contest it in another way that its own law gives.
    Contest,
    /// There is no appeal or objection on the authority map.
    NoAppeal,
    /// Complain about how one was treated.
    Complaint,
    /// Talk to a confidential counsellor.
    Counsellor,
    /// Ask a lawyer.
    Lawyer,
}

/// What is not on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Blank {
    /// A decision.
    Decision,
    /// The reasons for the decision.
    DecisionWhy,
    /// From when until when.
    Period,
    /// The birth of the person concerned.
    Birth,
    /// Anybody's account.
    Accounts,
    /// Any fact.
    Facts,
    /// Anything that goes well.
    Strengths,
    /// By which norm it was judged.
    Norm,
    /// What speaks for it or against it.
    Views,
    /// Which lighter help was looked at.
    Lighter,
    /// What goes wrong if it is wrongly done.
    WrongIfTaken,
    /// What goes wrong if it is wrongly not done.
    WrongIfNotTaken,
    /// What is expected if it is done.
    IfTaken,
    /// What is expected if it is not done.
    IfNotTaken,
    /// On which day people look whether it works.
    Review,
    /// What would change people's mind.
    MindChange,
    /// Dissent.
    Dissent,
    /// Who may decide.
    Authority,
    /// Who keeps watch.
    Watch,
}
