//! What a decision record can tell: typed, without a sentence. Readers get it in words elsewhere.

use chrono::NaiveDate;
use serde::Serialize;

use super::quote::Quote;
use super::sureness::Sureness;
use super::word::{
    AnswerWord, AuthorityWord, Blank, DecisionWord, DissentWord, Hearing, PeriodWord, RemedyWord, Since,
    SourceKind, SourceWho, Topic,
};
use crate::actor::{Act, Actor, DecisionForm};
use crate::assess::ShiftAfter;
use crate::code::Code;
use crate::fact::{Found, Nature, Polarity};
use crate::finding::Answerer;
use crate::gate::Gate;
use crate::id::{MeasureId, PersonId, StatementId};
use crate::law::Citation;
use crate::pack::Labels;
use crate::perspective::{Forum, NotHeardGround};
use crate::sentence::Sentence;
use crate::step::ReviewOutcome;
use crate::time::When;
use crate::weighing::Verdict;

/// One thing that the record tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Telling {
    /// It is decided.
    Decided {
        /// What.
        word: DecisionWord,
        /// By whom.
        by: PersonId,
        /// On which day.
        on: When,
    },
    /// It is not decided.
    NotDecided {
        /// Who proposed it.
        proposed_by: PersonId,
        /// On which day.
        on: When,
        /// Who asked for it formally, when somebody did.
        #[serde(skip_serializing_if = "Option::is_none")]
        requested_by: Option<PersonId>,
    },
    /// From when until when it is asked or granted.
    Period {
        /// Whether it was asked for or granted.
        stands: PeriodWord,
        /// The first day.
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<NaiveDate>,
        /// The last day.
        #[serde(skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
    },
    /// The step that it ends, when it ends one: coming home ends a placement.
    Ends {
        /// The measure of that step.
        measure: MeasureId,
        /// What the law pack calls it; empty outside the pack.
        label: Labels,
        /// Its placement, when that was said.
        #[serde(skip_serializing_if = "Option::is_none")]
        placement: Option<Labels>,
    },
    /// What became of it.
    Became {
        /// What.
        what: Since,
        /// Since when.
        #[serde(skip_serializing_if = "Option::is_none")]
        since: Option<NaiveDate>,
    },
    /// Whom it is about.
    About {
        /// Who.
        person: PersonId,
        /// Their age in years, when the birth leaves no doubt.
        #[serde(skip_serializing_if = "Option::is_none")]
        age: Option<u32>,
    },
    /// How parental authority of somebody stands.
    ParentalAuthority {
        /// Whose.
        holder: PersonId,
        /// How.
        stands: AuthorityWord,
    },
    /// How somebody's perspective stands; what they said stands below.
    Perspective {
        /// Whose.
        person: PersonId,
        /// How.
        stands: Hearing,
    },
    /// On which ground somebody was not heard; the reason stands beside it, in words of its own.
    NoTalk {
        /// Who was not heard.
        person: PersonId,
        /// On which day.
        on: When,
        /// On which ground.
        ground: NotHeardGround,
    },
    /// Somebody told their side.
    Told {
        /// Who.
        person: PersonId,
        /// On which day.
        on: When,
        /// Before whom.
        forum: Forum,
        /// Who heard them, when that was said.
        #[serde(skip_serializing_if = "Option::is_none")]
        hearer: Option<PersonId>,
        /// Whether they were seen, because they are too young to talk.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        seen: bool,
        /// Whether they told it anew later.
        replaced: bool,
    },
    /// A statement; its sources stand below.
    Fact {
        /// Which.
        statement: StatementId,
        /// The uncertainty word.
        sureness: Sureness,
        /// Whom it is about.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        about: Vec<PersonId>,
        /// Whether it is a strength or a worry, when that was said.
        #[serde(skip_serializing_if = "Option::is_none")]
        nature: Option<Nature>,
        /// What people found, if that stands.
        #[serde(skip_serializing_if = "Option::is_none")]
        found: Option<Found>,
        /// Who found it.
        #[serde(skip_serializing_if = "Option::is_none")]
        finder: Option<PersonId>,
        /// How many independent roots speak for it.
        roots_for: usize,
        /// How many speak against it.
        roots_against: usize,
        /// How many tales have no known root.
        untraced: usize,
        /// How often it was told.
        mentions: usize,
        /// Whether a new root came in after the finding.
        reopened: bool,
        /// Whether it was taken back.
        withdrawn: bool,
        /// Whether the reasons for this step name it.
        in_reasons: bool,
        /// The words.
        claim: Quote,
    },
    /// A source of a statement.
    Source {
        /// Who brings it.
        by: SourceWho,
        /// For or against.
        polarity: Polarity,
        /// Where it comes from.
        kind: SourceKind,
        /// From whom they have it, when that is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        told_by: Option<SourceWho>,
        /// Whether it was taken back.
        withdrawn: bool,
        /// Who objects to it, in their own words.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        objections: Vec<super::quote::Objection>,
    },
    /// A ground of the measure.
    Ground {
        /// What it is called.
        label: Labels,
        /// The question that it puts.
        question: Labels,
        /// Whether only people can say that it is met.
        open_norm: bool,
        /// How it was judged.
        #[serde(skip_serializing_if = "Option::is_none")]
        verdict: Option<Verdict>,
        /// By whom: who shares that verdict.
        judged_by: Vec<PersonId>,
        /// Who of them gave no view of their own on it, and took part in the dialogue in which it was agreed.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        agreed_by: Vec<PersonId>,
        /// Where it stands in the law.
        cite: Citation,
    },
    /// It is a judgement of these people.
    JudgementOf {
        /// Whose.
        people: Vec<PersonId>,
        /// Who of them gave no view of their own, and took part in the dialogue in which it was agreed.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        agreed_by: Vec<PersonId>,
    },
    /// Somebody's view; its reasons stand below.
    View {
        /// Whose.
        by: PersonId,
        /// On what.
        on: Sentence,
        /// Their verdict.
        verdict: Verdict,
    },
    /// A statement that is named again: by a view, for or against, or as a strength or a worry.
    RestsOn {
        /// For or against; absent where it is named as a strength or a worry.
        #[serde(skip_serializing_if = "Option::is_none")]
        polarity: Option<Polarity>,
        /// Which.
        statement: StatementId,
        /// The uncertainty word.
        sureness: Sureness,
        /// Whom it is about.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        about: Vec<PersonId>,
        /// The words.
        claim: Quote,
    },
    /// How the dialogue came out.
    Dialogue {
        /// How: `Preparing`, `IndividualViews`, `Sealed`, `Dialogue`, `Converged`, `Diverged` or `Fallback`.
        state: &'static str,
        /// Who took part.
        participants: Vec<PersonId>,
        /// Who was asked to take part, and did not come.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        invited: Vec<PersonId>,
        /// Who said that they did not want to.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        declined: Vec<PersonId>,
        /// Who argued against the step.
        #[serde(skip_serializing_if = "Option::is_none")]
        contradiction_by: Option<PersonId>,
        /// Where people agreed, and somebody finds otherwise all the same: on what, and who.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        not_shared: Vec<NotShared>,
    },
    /// Somebody came to another verdict: for the professionals and the court, not for a count of anyone.
    Shifted {
        /// Who.
        by: PersonId,
        /// On what.
        on: Sentence,
        /// The verdict before.
        from: Verdict,
        /// The verdict after.
        to: Verdict,
        /// In or after which round of the dialogue; 0 is before any.
        round: u32,
        /// What people did together last before it.
        after: ShiftAfter,
    },
    /// A view was sealed and never opened.
    NeverOpened {
        /// Whose.
        by: PersonId,
        /// On what.
        on: Sentence,
    },
    /// The views are under seal: who is in the circle, and whose are still waited for.
    UnderSeal {
        /// Who seal a view.
        circle: Vec<PersonId>,
        /// On what.
        on: Vec<Sentence>,
        /// Whose are not in.
        waiting: Vec<PersonId>,
    },
    /// Options that are just as intrusive as each other: the law asks one question on them. Each stands below.
    CandidateClass {
        /// How they compare with the step, dimension by dimension.
        #[serde(skip_serializing_if = "Option::is_none")]
        comparison: Option<Sentence>,
    },
    /// One option, lighter or otherwise, that the step was weighed against; the reason stands below.
    Candidate {
        /// What it is called; absent when it stands below in somebody's own words.
        #[serde(skip_serializing_if = "Option::is_none")]
        label: Option<Sentence>,
        /// How it compares with the step, dimension by dimension; absent where the law pack has no levels for it.
        #[serde(skip_serializing_if = "Option::is_none")]
        comparison: Option<Sentence>,
        /// How the answer stands.
        answer: AnswerWord,
        /// Who gave it, when somebody did.
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<PersonId>,
        /// On which day, when somebody did.
        #[serde(skip_serializing_if = "Option::is_none")]
        on: Option<When>,
        /// Why that answer does not stand, when it does not.
        #[serde(skip_serializing_if = "Option::is_none")]
        falls: Option<Sentence>,
    },
    /// Something that was not to be had.
    Shortfall {
        /// Who owes it.
        owed_by: Vec<PersonId>,
        /// Since when it was asked for.
        #[serde(skip_serializing_if = "Option::is_none")]
        since: Option<NaiveDate>,
        /// From when it can be had.
        #[serde(skip_serializing_if = "Option::is_none")]
        not_before: Option<NaiveDate>,
    },
    /// The day on which people look whether it works.
    Review {
        /// The day.
        on: NaiveDate,
    },
    /// People looked.
    Reviewed {
        /// On which day.
        on: When,
        /// Who.
        by: PersonId,
        /// What they saw.
        outcome: ReviewOutcome,
    },
    /// Somebody does not agree, or once did not.
    Dissents {
        /// Who.
        by: PersonId,
        /// On what.
        on: Sentence,
        /// What they find, or found then.
        verdict: Verdict,
        /// Whether they still differ.
        stands: DissentWord,
    },
    /// Somebody objects to what was written down.
    Objects {
        /// Who.
        person: PersonId,
        /// To which entry.
        entry: u64,
    },
    /// Somebody did not consent.
    NoConsent {
        /// Who.
        person: PersonId,
        /// Whether it was given first.
        taken_back: bool,
    },
    /// A power on the authority map.
    Power {
        /// Who has it.
        actor: Actor,
        /// To do what.
        act: Act,
        /// Whether the dossier shows that they used it.
        used: bool,
        /// Where it stands in the law: more than one where more than one article gives it.
        cites: Vec<Citation>,
    },
    /// The form of the decision.
    Form {
        /// Which.
        form: DecisionForm,
    },
    /// Something that the assessment found and that is not answered.
    Open {
        /// The code.
        code: Code,
        /// The gate.
        gate: Gate,
        /// In words.
        sentence: Sentence,
        /// Whether it is not met (otherwise it is not known).
        failed: bool,
        /// Who may answer.
        who_may_answer: Vec<Answerer>,
    },
    /// What those concerned can do.
    Remedy {
        /// What.
        what: RemedyWord,
        /// Who can, where the law pack says so.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        who: Vec<Actor>,
        /// Who can under a condition that the law pack has, such as a year of caring for the child.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        who_under_conditions: Vec<Actor>,
        /// The last day, where there is one and its first day is on record.
        #[serde(skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
        /// Where it stands in the law.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        cites: Vec<Citation>,
    },
    /// Something that the reasons rest on was taken back; why stands below.
    TakenBack {
        /// The statement that the reasons name.
        statement: StatementId,
        /// The uncertainty word.
        sureness: Sureness,
        /// Whether one of its sources was taken back, and not the statement itself.
        source: bool,
        /// Whose words or source it was.
        of: PersonId,
        /// On which day.
        on: When,
        /// Whether that was after the last decision on this step.
        after_the_decision: bool,
        /// Whom the statement is about.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        about: Vec<PersonId>,
        /// The words.
        claim: Quote,
    },
    /// A ruling obliges somebody to do something.
    Obliged {
        /// Whom.
        owner: PersonId,
        /// By when.
        #[serde(skip_serializing_if = "Option::is_none")]
        due: Option<NaiveDate>,
        /// Whether it is done.
        met: bool,
    },
    /// Somebody keeps watch.
    Watches {
        /// Who.
        person: PersonId,
    },
    /// The dossier was closed.
    Closed {
        /// On which day.
        on: When,
    },
    /// Somebody's words.
    Said {
        /// About what.
        topic: Topic,
        /// About whom, when they are about somebody.
        #[serde(skip_serializing_if = "Option::is_none")]
        about: Option<PersonId>,
        /// The words.
        quote: Quote,
    },
    /// It is not on record.
    NotOnRecord {
        /// What.
        what: Blank,
        /// Who may say it.
        who_may_answer: Vec<Answerer>,
    },
}

/// Somebody does not share what the others agreed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotShared {
    /// On what.
    pub on: Sentence,
    /// Who.
    pub by: PersonId,
    /// What the others agreed.
    pub common: Verdict,
    /// What this one finds.
    pub verdict: Verdict,
}

/// One line of the record: what it tells, on which entries that rests, and what belongs under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordLine {
    /// The entries that it rests on; empty where it rests on the law or on silence.
    pub because: Vec<u64>,
    /// What it tells.
    pub tells: Telling,
    /// What belongs under it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub below: Vec<RecordLine>,
}

impl RecordLine {
    pub(super) fn new(tells: Telling, because: impl IntoIterator<Item = u64>) -> Self {
        Self { because: because.into_iter().collect(), tells, below: Vec::new() }
    }

    pub(super) fn said(topic: Topic, about: Option<&PersonId>, quote: Quote) -> Self {
        let entry = quote.entry;
        RecordLine::new(Telling::Said { topic, about: about.cloned(), quote }, [entry])
    }

    pub(super) fn with(mut self, below: impl IntoIterator<Item = RecordLine>) -> Self {
        self.below.extend(below);
        self
    }

    /// It and everything under it.
    pub fn all(&self) -> Vec<&RecordLine> {
        let mut lines = vec![self];
        lines.extend(self.below.iter().flat_map(RecordLine::all));
        lines
    }

    /// Its own quote, when it is one.
    pub fn quote(&self) -> Option<&Quote> {
        match &self.tells {
            Telling::Said { quote, .. } => Some(quote),
            Telling::Fact { claim, .. }
            | Telling::RestsOn { claim, .. }
            | Telling::TakenBack { claim, .. } => Some(claim),
            _ => None,
        }
    }
}
