//! Sealed views: each first writes down what they think where nobody sees it, and all are opened together.
//!
//! What comes into the log first is a commitment: SHA-256 over a salt and the view. It says nothing of the view and can be
//! compared with it later, so that nobody sees the others' views before giving their own, and nobody changes their own
//! after seeing them.

#![expect(clippy::result_large_err, reason = "a refused transition gives the state back")]

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::state::{Carried, FallbackWeighing, IndividualWeighing, no_urgency};
use super::{DialogueOpened, DialogueWeighing, FellBack, View, Weighed};
use crate::canonical;
use crate::id::{PersonId, StepId};
use crate::machine::{Noted, Refused};
use crate::narrative::Narrative;
use crate::said::Said;
use crate::time::When;

/// The group wants to weigh under seal: who, and what.
///
/// Said anew, it replaces what was agreed before: a view that is sealed stays, and whoever is no longer in the circle is no
/// longer waited for. That their view was sealed and never opened stays on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealingAgreed {
    /// On which step.
    pub step: StepId,
    /// Who seal a view.
    pub circle: Vec<PersonId>,
    /// On what: each of them on each of these.
    pub on: Vec<Weighed>,
}

/// SHA-256 over salt and view, as 64 hexadecimal digits in lower case.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("minLength" = 64, "maxLength" = 64, "pattern" = "^[0-9a-f]{64}$"))]
pub struct Commitment(String);

/// Why a text cannot be a commitment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a commitment has 64 hexadecimal digits in lower case, not `{0}`")]
pub struct CommitmentError(pub String);

impl Commitment {
    /// The commitment as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Commitment {
    type Error = CommitmentError;
    fn try_from(text: String) -> Result<Self, CommitmentError> {
        let is_one = text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if is_one { Ok(Self(text)) } else { Err(CommitmentError(text)) }
    }
}

impl From<Commitment> for String {
    fn from(commitment: Commitment) -> String {
        commitment.0
    }
}

/// The shortest salt under which a view is sealed, in bytes. A verdict has three values: without a salt that nobody can
/// guess, whoever knows how somebody writes could try them all.
pub const SHORTEST_SEAL_SALT: usize = 16;

/// The salt is too short to hide a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a salt of {0} bytes; the shortest under which a view is sealed has {SHORTEST_SEAL_SALT}")]
pub struct SaltTooShort(pub usize);

/// Somebody's view on a ground or condition, sealed.
///
/// ```
/// use afweging::{Condition, PersonId, Said, SealedView, StepId, Verdict, View, Weighed};
/// let worker = PersonId::new("worker-1")?;
/// let view = View {
///     step: StepId::new("s1")?,
///     on: Weighed::Condition(Condition::Suitable),
///     verdict: Verdict::NotMet,
///     why: "the house stays as it is".into(),
///     norm: Said::NotSaid,
///     threshold_for_action: Said::NotSaid,
///     strengths: vec![],
///     concerns: vec![],
///     statements_for: vec![],
///     statements_against: vec![],
///     before_seeing_others: Said::NotSaid,
/// };
/// // The salt is drawn by who seals, and kept until the views are opened.
/// let salt = "0f7c1f4b2a9d4e5c8b6a";
/// let sealed = SealedView::seal(&worker, &view, salt)?;
/// assert!(sealed.verify(&worker, &view, salt));
/// let changed = View { verdict: Verdict::Met, ..view.clone() };
/// assert!(!sealed.verify(&worker, &changed, salt));
/// let another = PersonId::new("worker-2")?;
/// assert!(!sealed.verify(&another, &view, salt), "nobody takes over the seal of another");
/// assert!(SealedView::seal(&worker, &view, "short").is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SealedView {
    /// Of which step.
    pub step: StepId,
    /// Of what.
    pub on: Weighed,
    /// What the view and its salt will be compared with.
    pub commitment: Commitment,
}

impl SealedView {
    /// Seals a view. Nothing is random here: the salt is drawn by who seals, from at least 16 bytes that nobody can guess.
    ///
    /// # Errors
    /// [`SaltTooShort`].
    pub fn seal(by: &PersonId, view: &View, salt: &str) -> Result<Self, SaltTooShort> {
        if salt.len() < SHORTEST_SEAL_SALT {
            return Err(SaltTooShort(salt.len()));
        }
        Ok(Self { step: view.step.clone(), on: view.on.clone(), commitment: commitment(by, view, salt) })
    }

    /// Whether this view, of this person and under this salt, is the one that was sealed.
    pub fn verify(&self, by: &PersonId, view: &View, salt: &str) -> bool {
        self.step == view.step && self.on == view.on && self.commitment == commitment(by, view, salt)
    }
}

/// The lengths keep salt and view apart; the person is part of it, so that a commitment cannot be taken over.
fn commitment(by: &PersonId, view: &View, salt: &str) -> Commitment {
    #[derive(Serialize)]
    struct Content<'a> {
        by: &'a PersonId,
        view: &'a View,
    }
    let content = canonical::to_json(&Content { by, view });
    let mut hasher = Sha256::new();
    for part in [salt, &content] {
        hasher.update(part.len().to_string());
        hasher.update(":");
        hasher.update(part);
    }
    Commitment(canonical::hex(&hasher.finalize()))
}

/// One sealed view, opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RevealedView {
    /// Whose.
    pub by: PersonId,
    /// The view that was sealed.
    pub view: View,
    /// The salt under which it was sealed. It is erased with the view: what is left then tells nothing.
    pub view_salt: Narrative,
}

/// All sealed views are opened, together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewsRevealed {
    /// Of which step.
    pub step: StepId,
    /// The views, of everyone in the circle on everything that was agreed.
    pub views: Vec<RevealedView>,
}

/// A view that is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnderSeal {
    /// Whose.
    pub by: PersonId,
    /// The seal, and on what.
    pub sealed: SealedView,
    /// Since when.
    pub when: When,
}

/// People weigh alone and under seal: nobody sees what another thinks until all views are in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedWeighing {
    pub(super) carried: Carried,
    agreed: Noted<SealingAgreed>,
    /// What is in, in the order in which it came.
    sealed: Vec<UnderSeal>,
}

impl SealedWeighing {
    /// Begins a sealing.
    pub(super) fn begin<S>(
        carried: Carried,
        agreed: &SealingAgreed,
        when: &When,
        back: impl FnOnce(Carried) -> S,
    ) -> Result<Self, Refused<S>> {
        match nobody_or_nothing(agreed) {
            Some(reason) => Err(Refused { state: back(carried), reason }),
            None => Ok(Self { carried, agreed: Noted::new(agreed, when), sealed: Vec::new() }),
        }
    }

    /// Who seal a view, and on what.
    pub fn agreed(&self) -> &Noted<SealingAgreed> {
        &self.agreed
    }

    /// What is in: whose view on what, and never the view.
    pub fn sealed(&self) -> &[UnderSeal] {
        &self.sealed
    }

    /// Whose view on what is still waited for.
    pub fn waiting(&self) -> impl Iterator<Item = (&PersonId, &Weighed)> {
        let pairs = |person| self.agreed.what.on.iter().map(move |on| (person, on));
        let circle: BTreeSet<&PersonId> = self.agreed.what.circle.iter().collect();
        circle.into_iter().flat_map(pairs).filter(|(person, on)| self.of(person, on).is_none())
    }

    fn of(&self, person: &PersonId, on: &Weighed) -> Option<&UnderSeal> {
        self.sealed.iter().find(|it| it.by == *person && it.sealed.on == *on)
    }

    fn refuse<T>(self, reason: impl Into<String>) -> Result<T, Refused<Self>> {
        Err(Refused { state: self, reason: reason.into() })
    }

    /// Agrees anew on who seal, and on what.
    ///
    /// # Errors
    /// [`Refused`] when it names nobody or nothing.
    pub fn agree_sealing(mut self, agreed: &SealingAgreed, when: &When) -> Result<Self, Refused<Self>> {
        if let Some(reason) = nobody_or_nothing(agreed) {
            return self.refuse(reason);
        }
        self.agreed = Noted::new(agreed, when);
        Ok(self)
    }

    /// Takes up a sealed view.
    ///
    /// # Errors
    /// [`Refused`] by who is not in the circle, on what was not agreed, or for a second time: a seal that can be exchanged
    /// is none. A mistake is corrected as everywhere, and stays visible.
    pub fn seal(mut self, by: &PersonId, sealed: &SealedView, when: &When) -> Result<Self, Refused<Self>> {
        if !self.agreed.what.circle.contains(by) {
            return self.refuse(format!("`{by}` is not in the circle that weighs under seal"));
        }
        if !self.agreed.what.on.contains(&sealed.on) {
            return self.refuse("it was not agreed to weigh this under seal");
        }
        if self.of(by, &sealed.on).is_some() {
            return self.refuse(format!("`{by}` has sealed a view on this already"));
        }
        self.sealed.push(UnderSeal { by: by.clone(), sealed: sealed.clone(), when: *when });
        Ok(self)
    }

    /// Takes up an open view of somebody outside the circle.
    ///
    /// # Errors
    /// [`Refused`] from who is in the circle on what is weighed under seal: they seal theirs, or leave the circle first.
    pub fn view(mut self, by: &PersonId, view: &View, when: &When) -> Result<Self, Refused<Self>> {
        let agreed = &self.agreed.what;
        if agreed.circle.contains(by) && agreed.on.contains(&view.on) {
            return self.refuse(format!(
                "`{by}` weighs this under seal; an open view is possible after a `sealing_agreed` without them"
            ));
        }
        self.carried.give(by, view, when);
        Ok(self)
    }

    /// Why these are not all views that were sealed, as they were sealed.
    fn wrong_with(&self, revealed: &ViewsRevealed) -> Option<String> {
        if let Some((person, _)) = self.waiting().next() {
            return Some(format!("not all views are in: that of `{person}` is still waited for"));
        }
        let mut opened: BTreeSet<(&PersonId, &Weighed)> = BTreeSet::new();
        for RevealedView { by, view, view_salt } in &revealed.views {
            let Some(under) = self.of(by, &view.on) else {
                return Some(format!("`{by}` has sealed no view on this"));
            };
            // What was erased since can no longer be compared: it was when it came in.
            if let Narrative::Text(salt) = view_salt
                && !under.sealed.verify(by, view, salt)
            {
                return Some(format!("the view of `{by}` is not the one that was sealed"));
            }
            if !opened.insert((by, &view.on)) {
                return Some(format!("the view of `{by}` stands there twice"));
            }
        }
        let agreed = &self.agreed.what;
        let is_left_out = |it: &&UnderSeal| {
            agreed.circle.contains(&it.by)
                && agreed.on.contains(&it.sealed.on)
                && !opened.contains(&(&it.by, &it.sealed.on))
        };
        let left_out = self.sealed.iter().find(is_left_out);
        left_out.map(|it| format!("the view of `{}` is left out: all are opened together", it.by))
    }

    /// Opens all views together.
    ///
    /// # Errors
    /// [`Refused`] while a view of the circle is not in, when one that is in is not among them or stands there twice, and
    /// when a view is not the one that was sealed. A view that was erased since can no longer be compared, and is taken as
    /// it was.
    pub fn reveal(
        mut self,
        revealed: &ViewsRevealed,
        when: &When,
    ) -> Result<IndividualWeighing, Refused<Self>> {
        if let Some(reason) = self.wrong_with(revealed) {
            return self.refuse(reason);
        }
        for it in &revealed.views {
            self.carried.give_sealed(&it.by, &it.view, when);
        }
        let is_opened =
            |it: &UnderSeal| revealed.views.iter().any(|of| of.by == it.by && of.view.on == it.sealed.on);
        self.sealed.retain(|it| !is_opened(it));
        Ok(IndividualWeighing { carried: self.leave() })
    }

    /// What is still sealed when the sealing is over was never opened, and stays on record as that.
    fn leave(mut self) -> Carried {
        self.carried.never_opened.append(&mut self.sealed);
        self.carried
    }

    /// Opens the dialogue. What is still sealed stays so.
    pub fn open_dialogue(self, opened: &DialogueOpened, when: &When) -> DialogueWeighing {
        self.leave().open(opened, when)
    }

    /// Each falls back on their own powers, because there is no time to talk.
    ///
    /// # Errors
    /// [`Refused`] without typed urgency: no dialogue was tried that failed.
    pub fn fall_back(self, fell_back: &FellBack, when: &When) -> Result<FallbackWeighing, Refused<Self>> {
        let Said::Said(urgency) = &fell_back.urgency else {
            return self.refuse(no_urgency());
        };
        Ok(self.leave().fall_back(fell_back, urgency, when))
    }
}

fn nobody_or_nothing(agreed: &SealingAgreed) -> Option<String> {
    if agreed.circle.is_empty() {
        return Some("it names nobody who seals a view".to_owned());
    }
    agreed.on.is_empty().then(|| "it names nothing to weigh under seal".to_owned())
}
