//! Findings: what the test of a step found, on what it rests, who may answer it, and what would lift it.

mod fill;
mod form;
mod remedy;

pub use fill::{Answers, FillError, Filled, HoleAnswer};
pub use form::Fits;
pub use remedy::{Earlier, Hole, Pattern, Remedy, RemedyWay};

use chrono::NaiveDate;
use serde::Serialize;

use crate::actor::Actor;
use crate::code::Code;
use crate::gate::Gate;
use crate::id::PersonId;
use crate::law::{Certainty, Citation};
use crate::pack::AidLevel;
use crate::pack::{Breach, Length, Norm, Reckoned, RestDays};
use crate::sentence::Sentence;
use crate::time::When;

/// What a finding does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// It keeps a step from being open.
    Bar,
    /// Somebody has to do something, by a day where there is one.
    Duty,
    /// Advice; never a bar.
    Aid,
}

/// What a finding says of its gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// It is not met.
    Failed,
    /// It is not known.
    Unknown,
    /// The law pack does not cover it.
    OutsidePack,
    /// It was not met, and that is passed over by who may do that, or put off by urgency.
    Cured,
    /// Nothing: the gate stands as it stood.
    Nothing,
}

/// On what a finding rests.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// An article of law.
    Law {
        /// Such as `BW1 255(1)`.
        article: String,
        /// How sure the law pack is of it.
        certainty: Certainty,
    },
    /// The method: a requirement out of its source documents (`Q05`) or a section of the model (`model 8`).
    Method {
        /// Which.
        rule: &'static str,
    },
}

impl From<&Citation> for Basis {
    fn from(cite: &Citation) -> Self {
        Basis::Law { article: cite.to_string(), certainty: cite.certainty }
    }
}

/// Who may answer a question or fill a hole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answerer {
    /// Somebody in the dossier.
    Person(PersonId),
    /// Whoever acts for this body or in this position.
    Actor(Actor),
    /// Those who weigh the step together.
    ThoseWhoWeigh,
}

/// What kind of knowledge answers a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// It stands in a register.
    RegisterFact,
    /// It must be asked or seen on the spot.
    OnTheSpot,
    /// It takes an expert.
    Expert,
    /// Only people can say: it is a judgement.
    Judgement,
}

/// What is missing, with an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// What is asked.
    pub what: Sentence,
    /// What kind of knowledge answers it.
    pub kind: QuestionKind,
    /// Who may answer it.
    pub who_may_answer: Vec<Answerer>,
    /// On what it rests.
    pub basis: Basis,
    /// The kinds of event that answer it.
    pub answered_when: Vec<&'static str>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Its code.
    pub code: Code,
    /// Its gate, when it belongs to one.
    pub gate: Option<Gate>,
    /// What it does.
    pub kind: FindingKind,
    /// What it says of its gate.
    pub says: Says,
    /// How loudly the region wants it said, for an aid of which the region says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<AidLevel>,
    /// What it says, in words.
    pub sentence: Sentence,
    /// On what it rests.
    pub basis: Vec<Basis>,
    /// The entries of the log that it rests on. Empty where it rests on silence.
    pub because: Vec<u64>,
    /// What is missing, and who may answer.
    pub questions: Vec<Question>,
    /// What would lift it.
    pub remedy: Remedy,
}

impl Finding {
    /// A finding of a code, to be filled in with the verbs below.
    pub(crate) fn new(code: Code, says: Says, fills: &[(&str, Sentence)]) -> Self {
        let kind = match (code.gate(), says) {
            (Some(_), Says::Failed | Says::Unknown | Says::OutsidePack) => FindingKind::Bar,
            (Some(_), Says::Cured) => FindingKind::Duty,
            _ if code.as_str().starts_with("AFW-DUTY") || code.as_str().starts_with("AFW-LOG") => {
                FindingKind::Duty
            }
            _ => FindingKind::Aid,
        };
        Self {
            code,
            gate: code.gate(),
            kind,
            says,
            level: None,
            sentence: Sentence::of(code, fills),
            basis: Vec::new(),
            because: Vec::new(),
            questions: Vec::new(),
            remedy: Remedy::OneOf(Vec::new()),
        }
    }

    pub(crate) fn on(mut self, basis: impl Into<Basis>) -> Self {
        self.basis.push(basis.into());
        self
    }

    pub(crate) fn by_rule(self, rule: &'static str) -> Self {
        self.on(Basis::Method { rule })
    }

    pub(crate) fn because(mut self, seqs: impl IntoIterator<Item = u64>) -> Self {
        self.because.extend(seqs);
        self.because.sort_unstable();
        self.because.dedup();
        self
    }

    /// Asks a question, on the first basis that the finding has.
    pub(crate) fn ask(
        mut self,
        kind: QuestionKind,
        what: Sentence,
        who_may_answer: Vec<Answerer>,
        answered_when: &[&'static str],
    ) -> Self {
        let basis = self.basis.first().cloned().unwrap_or(Basis::Method { rule: "model 7" });
        self.questions.push(Question {
            what,
            kind,
            who_may_answer,
            basis,
            answered_when: answered_when.to_vec(),
        });
        self
    }

    /// Names one event that would lift it: a way of one event.
    pub(crate) fn lifted_by(
        self,
        event: &'static str,
        fixed: &[(&'static str, String)],
        holes: &[&'static str],
        who_fills: Vec<Answerer>,
    ) -> Self {
        self.lifted_by_way([Pattern::of(event, fixed, holes, who_fills)])
    }

    /// Names a way to lift it: events in this order, none of which can be left out.
    pub(crate) fn lifted_by_way(mut self, patterns: impl IntoIterator<Item = Pattern>) -> Self {
        let way = RemedyWay { patterns: patterns.into_iter().collect() };
        if let Remedy::OneOf(ways) = &mut self.remedy
            && !ways.contains(&way)
        {
            ways.push(way);
        }
        self
    }

    /// Names several ways.
    pub(crate) fn lifted_by_ways(self, ways: impl IntoIterator<Item = Vec<Pattern>>) -> Self {
        ways.into_iter().fold(self, Finding::lifted_by_way)
    }

    pub(crate) fn without_remedy(mut self, why: Sentence) -> Self {
        self.remedy = Remedy::NoRemedy { why };
        self
    }
}

/// Something that has to be done, with an owner and a day where there is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Duty {
    /// Its code.
    pub code: Code,
    /// What is to be done.
    pub sentence: Sentence,
    /// Who has to do it.
    pub owner: Vec<Answerer>,
    /// By when; absent when nobody set a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// Whether that day has passed.
    pub overdue: bool,
    /// On what it rests.
    pub basis: Vec<Basis>,
    /// The entries that it rests on.
    pub because: Vec<u64>,
    /// How the day was reckoned, when it is that of a term of the law pack.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reckoning: Option<Reckoning>,
}

/// How the day of a duty was reckoned out of a term of the law pack. The entry that began it is in [`Duty::because`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reckoning {
    /// The id of the term.
    pub term: String,
    /// Whether it is law.
    pub norm: Norm,
    /// When it began, or, for one that counts back, from which later day it is counted; absent when nobody noted that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<When>,
    /// Whether it is counted back from that day.
    pub counted_back: bool,
    /// How long it is.
    pub length: Length,
    /// The last day, and how it came about. Something that lasts has its own last day a day before this.
    #[serde(flatten)]
    pub reckoned: Reckoned,
    /// Whether and why it is prolonged when it would end on a Saturday, a Sunday or a holiday.
    pub rest_days: RestDays,
    /// What follows when it passes.
    pub breach: Breach,
}
