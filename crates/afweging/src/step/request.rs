//! The request for a step.
//!
//! <!-- table: Request -->
//!
//! | | file | withdraw | hold_over |
//! | --- | --- | --- | --- |
//! | **Draft** | Filed | — | — |
//! | **Filed** | Filed | Withdrawn | HeldOver |
//! | **HeldOver** | Filed | Withdrawn | HeldOver |
//! | **Withdrawn** | — | — | — |
//!
//! <!-- end -->

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{EvidenceId, PersonId, StatementId, StepId};
use crate::machine::{Machine, Noted, Refused, no_such_verb, states};
use crate::narrative::Narrative;
use crate::said::Said;
use crate::time::When;

/// How a request is made.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum RequestForm {
    /// In writing.
    Written,
    /// By word of mouth.
    Oral,
}

/// A request is filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestFiled {
    /// For which step.
    pub step: StepId,
    /// By whom.
    pub requester: PersonId,
    /// How.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub form: Said<RequestForm>,
    /// Whether the request tells how it was discussed with the child, and how the child reacted (Rv 799a).
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub discussed_with_child: Said<bool>,
    /// What it names of what is on record, also of what speaks against it (Jw 3.3). Not said: nobody wrote down what it
    /// names, so nothing is known to be left out.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub mentions: Said<Mentions>,
}

/// What a request names of what is on record.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mentions {
    /// The statements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<StatementId>,
    /// The pieces of evidence, such as those that speak against a statement that it names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceId>,
}

/// A request is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestWithdrawn {
    /// Of which step.
    pub step: StepId,
    /// Why.
    #[serde(default, skip_serializing_if = "Said::is_not_said")]
    pub why: Said<Narrative>,
}

/// A request is held over (*aangehouden*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestHeldOver {
    /// Of which step.
    pub step: StepId,
    /// Until when.
    #[serde(deserialize_with = "crate::time::read_day")]
    pub until: NaiveDate,
    /// Why.
    pub why: Narrative,
}

/// What can happen to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestEvent {
    /// It is filed, or filed anew: supplemented, or taken up again after it was held over.
    File(RequestFiled),
    /// It is taken back.
    Withdraw,
    /// It is held over.
    HoldOver(RequestHeldOver),
}

states! {
    /// Where the request for a step stands.
    Request {
        /// Nobody filed one.
        Draft(DraftRequest),
        /// Filed.
        Filed(FiledRequest),
        /// Held over until a day.
        HeldOver(HeldOverRequest),
        /// Filed, and taken back.
        Withdrawn(WithdrawnRequest),
    }
}

/// A request that nobody filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRequest(());

/// A request that is filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledRequest {
    filings: Filings,
}

/// A request that is held over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldOverRequest {
    filings: Filings,
    held_over: Noted<RequestHeldOver>,
}

/// A request that is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawnRequest {
    filings: Filings,
    withdrawn: When,
}

/// How a request was filed, and filed anew.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Filings {
    latest: Noted<RequestFiled>,
    earlier: Vec<Noted<RequestFiled>>,
}

impl Filings {
    fn anew(mut self, filed: &RequestFiled, when: &When) -> FiledRequest {
        let earlier = std::mem::replace(&mut self.latest, Noted::new(filed, when));
        self.earlier.push(earlier);
        FiledRequest { filings: self }
    }
}

impl DraftRequest {
    /// Files it.
    pub fn file(self, filed: &RequestFiled, when: &When) -> FiledRequest {
        FiledRequest { filings: Filings { latest: Noted::new(filed, when), earlier: Vec::new() } }
    }
}

impl FiledRequest {
    /// Files it anew, such as with what was missing. The latest filing counts.
    #[must_use]
    pub fn file(self, filed: &RequestFiled, when: &When) -> Self {
        self.filings.anew(filed, when)
    }

    /// Takes it back.
    pub fn withdraw(self, when: &When) -> WithdrawnRequest {
        WithdrawnRequest { filings: self.filings, withdrawn: *when }
    }

    /// Holds it over.
    pub fn hold_over(self, held_over: &RequestHeldOver, when: &When) -> HeldOverRequest {
        HeldOverRequest { filings: self.filings, held_over: Noted::new(held_over, when) }
    }
}

impl HeldOverRequest {
    /// Takes it up again.
    pub fn file(self, filed: &RequestFiled, when: &When) -> FiledRequest {
        self.filings.anew(filed, when)
    }

    /// Takes it back.
    pub fn withdraw(self, when: &When) -> WithdrawnRequest {
        WithdrawnRequest { filings: self.filings, withdrawn: *when }
    }

    /// Holds it over once more.
    #[must_use]
    pub fn hold_over(self, held_over: &RequestHeldOver, when: &When) -> Self {
        Self { filings: self.filings, held_over: Noted::new(held_over, when) }
    }

    /// Until when, why, and since when.
    pub fn held_over(&self) -> &Noted<RequestHeldOver> {
        &self.held_over
    }
}

impl WithdrawnRequest {
    /// When it was taken back.
    pub fn withdrawn(&self) -> When {
        self.withdrawn
    }
}

impl Request {
    fn filings(&self) -> Option<&Filings> {
        match self {
            Request::Draft(_) => None,
            Request::Filed(state) => Some(&state.filings),
            Request::HeldOver(state) => Some(&state.filings),
            Request::Withdrawn(state) => Some(&state.filings),
        }
    }

    /// The latest filing: the one that counts.
    pub fn filed(&self) -> Option<&Noted<RequestFiled>> {
        self.filings().map(|filings| &filings.latest)
    }

    /// The first filing: the one from which terms run.
    pub fn first_filed(&self) -> Option<&Noted<RequestFiled>> {
        self.filings().map(|filings| filings.earlier.first().unwrap_or(&filings.latest))
    }
}

impl Machine for Request {
    type Transition = RequestEvent;
    const STATES: &'static [&'static str] = Self::NAMES;
    const TRANSITIONS: &'static [&'static str] = &["file", "withdraw", "hold_over"];

    fn start() -> Self {
        DraftRequest(()).into()
    }

    fn state(&self) -> &'static str {
        self.state_name()
    }

    fn allowed(&self) -> &'static [&'static str] {
        match self {
            Request::Draft(_) => &["file"],
            Request::Filed(_) | Request::HeldOver(_) => &["file", "withdraw", "hold_over"],
            Request::Withdrawn(_) => &[],
        }
    }

    fn name(transition: &RequestEvent) -> &'static str {
        match transition {
            RequestEvent::File(_) => "file",
            RequestEvent::Withdraw => "withdraw",
            RequestEvent::HoldOver(_) => "hold_over",
        }
    }

    fn apply(self, transition: &RequestEvent, at: &When) -> Result<Self, Refused<Self>> {
        use RequestEvent as E;
        match (self, transition) {
            (Request::Draft(state), E::File(it)) => Ok(state.file(it, at).into()),
            (Request::Filed(state), E::File(it)) => Ok(state.file(it, at).into()),
            (Request::HeldOver(state), E::File(it)) => Ok(state.file(it, at).into()),
            (Request::Filed(state), E::Withdraw) => Ok(state.withdraw(at).into()),
            (Request::HeldOver(state), E::Withdraw) => Ok(state.withdraw(at).into()),
            (Request::Filed(state), E::HoldOver(it)) => Ok(state.hold_over(it, at).into()),
            (Request::HeldOver(state), E::HoldOver(it)) => Ok(state.hold_over(it, at).into()),
            (state, transition) => Err(no_such_verb(state, transition)),
        }
    }
}
