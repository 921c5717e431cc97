//! The machine of the weighing of one step.
//!
//! <!-- table: Weighing -->
//!
//! | | view | agree_sealing | seal | reveal | open_dialogue | converge | diverge | reopen | fall_back (urgency) | fall_back (no urgency) |
//! | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
//! | **Preparing** | IndividualViews | Sealed | — | — | Dialogue | — | — | — | Fallback | — |
//! | **IndividualViews** | IndividualViews | Sealed | — | — | Dialogue | — | — | — | Fallback | — |
//! | **Sealed** | Sealed | Sealed | Sealed or — | IndividualViews or — | Dialogue | — | — | — | Fallback | — |
//! | **Dialogue** | Dialogue | — | — | — | — | Converged | Diverged | — | Fallback | — |
//! | **Converged** | Converged | — | — | — | — | — | — | Dialogue | — | — |
//! | **Diverged** | Diverged | — | — | — | — | — | — | Dialogue | Fallback | Fallback |
//! | **Fallback** | Fallback | — | — | — | — | — | — | Dialogue | — | — |
//!
//! <!-- end -->

#![expect(clippy::result_large_err, reason = "a refused transition gives the state back")]

use super::{
    Convergence, DialogueOpened, DialogueReopened, Dissent, Divergence, FallbackUrgency, FellBack,
    SealedView, SealedWeighing, SealingAgreed, UnderSeal, Verdict, View, Views, ViewsRevealed, Weighed,
};
use crate::id::PersonId;
use crate::machine::{Machine, Noted, Refused, lift, no_such_verb, states};
use crate::said::Said;
use crate::time::When;

/// What can happen to a weighing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WeighingEvent {
    /// Somebody gives a view.
    View {
        /// Who.
        by: PersonId,
        /// The view.
        view: View,
    },
    /// The group wants to weigh under seal.
    AgreeSealing(SealingAgreed),
    /// Somebody seals a view.
    Seal {
        /// Who.
        by: PersonId,
        /// What is seen of it.
        sealed: SealedView,
    },
    /// All sealed views are opened.
    Reveal(ViewsRevealed),
    /// The dialogue begins.
    OpenDialogue(DialogueOpened),
    /// People agree.
    Converge(Convergence),
    /// People do not agree.
    Diverge(Divergence),
    /// The dialogue is taken up again.
    Reopen(DialogueReopened),
    /// Each falls back on their own powers.
    FallBack(FellBack),
}

impl WeighingEvent {
    /// The views that come into the open with it, each with whose it is: one that is given, or all that were sealed.
    pub fn views(&self) -> impl Iterator<Item = (&PersonId, &View)> {
        let given = match self {
            WeighingEvent::View { by, view } => Some((by, view)),
            _ => None,
        };
        let revealed = match self {
            WeighingEvent::Reveal(revealed) => revealed.views.as_slice(),
            _ => &[],
        };
        given.into_iter().chain(revealed.iter().map(|it| (&it.by, &it.view)))
    }
}

states! {
    /// Where the weighing of one step stands.
    Weighing {
        /// Nobody weighed yet.
        Preparing(PreparingWeighing),
        /// People weigh alone.
        IndividualViews(IndividualWeighing),
        /// People weigh alone and under seal.
        Sealed(SealedWeighing),
        /// People weigh together.
        Dialogue(DialogueWeighing),
        /// People agree.
        Converged(ConvergedWeighing),
        /// People do not agree.
        Diverged(DivergedWeighing),
        /// Each falls back on their own powers.
        Fallback(FallbackWeighing),
    }
}

/// Nobody weighed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreparingWeighing {
    carried: Carried,
}

/// People weigh alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndividualWeighing {
    pub(super) carried: Carried,
}

/// People weigh together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DialogueWeighing {
    carried: Carried,
}

/// People agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConvergedWeighing {
    carried: Carried,
    convergence: Noted<Convergence>,
}

/// People do not agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivergedWeighing {
    carried: Carried,
    divergence: Noted<Divergence>,
}

/// Each falls back on their own powers.
///
/// There is no way to it but through a dialogue that was tried, or typed urgency with a day to look back:
///
/// ```
/// use afweging::{Fallback, FellBack, FallbackUrgency, Machine, Said, StepId, Weighing, WeighingEvent, When};
/// let step = StepId::new("s1")?;
/// let without = FellBack { step: step.clone(), powers: vec![], urgency: Said::NotSaid };
/// let day: When = "2025-03-01".parse()?;
/// assert!(Weighing::start().apply(&WeighingEvent::FallBack(without), &day).is_err());
///
/// let look_back = chrono::NaiveDate::from_ymd_opt(2025, 3, 8).ok_or("no such day")?;
/// let danger = FallbackUrgency { danger: "the house is on fire".into(), look_back };
/// let urgent = FellBack { step, powers: vec![], urgency: Said::Said(danger) };
/// let weighing = Weighing::start().apply(&WeighingEvent::FallBack(urgent), &day)?;
/// let Weighing::Fallback(fallback) = weighing else { return Err("not in fallback".into()) };
/// assert!(matches!(fallback.because(), Fallback::Urgency(_)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It cannot be written down:
///
/// ```compile_fail,E0451
/// use afweging::FallbackWeighing;
/// fn of_nothing() -> FallbackWeighing {
///     FallbackWeighing { carried: panic!(), fell_back: panic!(), because: panic!() }
/// }
/// ```
///
/// nor made out of nothing:
///
/// ```compile_fail,E0277
/// fn of_nothing<T: Default>() -> T { T::default() }
/// let _: afweging::FallbackWeighing = of_nothing();
/// ```
///
/// nor read:
///
/// ```compile_fail,E0277
/// let _: Result<afweging::FallbackWeighing, _> = serde_json::from_str("{}");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FallbackWeighing {
    carried: Carried,
    fell_back: Noted<FellBack>,
    because: Fallback,
}

/// Why people may fall back on their own powers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fallback {
    /// A dialogue was tried, and people did not agree.
    Tried {
        /// The round in which they did not.
        round: u32,
        /// What they did not agree on.
        divergence: Noted<Divergence>,
    },
    /// There was no time for one.
    Urgency(FallbackUrgency),
}

/// What every state has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Carried {
    views: Views,
    opened: Vec<Noted<DialogueOpened>>,
    reopened: Vec<Noted<DialogueReopened>>,
    round: u32,
    /// Views that were sealed when the sealing was over.
    pub(super) never_opened: Vec<UnderSeal>,
}

/// Why a fallback is refused that neither a dialogue nor urgency leads to.
pub(super) fn no_urgency() -> String {
    "no dialogue was tried that failed, and no urgency is stated".to_owned()
}

impl Carried {
    pub(super) fn give(&mut self, by: &PersonId, view: &View, when: &When) {
        self.views.give(by, view, when, self.round);
    }

    pub(super) fn give_sealed(&mut self, by: &PersonId, view: &View, when: &When) {
        self.views.give_sealed(by, view, when, self.round);
    }

    /// Each falls back while there is no time to talk: no dialogue will show who differs, the views themselves do.
    pub(super) fn fall_back(
        mut self,
        fell_back: &FellBack,
        urgency: &FallbackUrgency,
        when: &When,
    ) -> FallbackWeighing {
        self.views.fall_back(when, self.round);
        FallbackWeighing {
            carried: self,
            fell_back: Noted::new(fell_back, when),
            because: Fallback::Urgency(urgency.clone()),
        }
    }

    pub(super) fn open(mut self, opened: &DialogueOpened, when: &When) -> DialogueWeighing {
        self.opened.push(Noted::new(opened, when));
        self.round = self.round.saturating_add(1);
        DialogueWeighing { carried: self }
    }

    fn reopen(mut self, reopened: &DialogueReopened, when: &When) -> DialogueWeighing {
        self.reopened.push(Noted::new(reopened, when));
        self.round = self.round.saturating_add(1);
        DialogueWeighing { carried: self }
    }
}

/// The way to the fallback that urgency opens, before or during a dialogue.
macro_rules! falls_back_on_urgency {
    ($($state:ident),+) => {$(
        impl $state {
            /// Each falls back on their own powers, because there is no time to talk (any longer).
            ///
            /// # Errors
            /// [`Refused`] without typed urgency: no dialogue was tried that failed.
            pub fn fall_back(self, fell_back: &FellBack, when: &When) -> Result<FallbackWeighing, Refused<Self>> {
                let Said::Said(urgency) = &fell_back.urgency else {
                    return Err(Refused { state: self, reason: no_urgency() });
                };
                Ok(self.carried.fall_back(fell_back, urgency, when))
            }
        }
    )+};
}

falls_back_on_urgency!(PreparingWeighing, IndividualWeighing, DialogueWeighing);

/// The way to weighing under seal, as long as nobody talked.
macro_rules! can_be_sealed {
    ($($state:ident),+) => {$(
        impl $state {
            /// The group wants to weigh under seal.
            ///
            /// # Errors
            /// [`Refused`] when it names nobody or nothing.
            pub fn agree_sealing(self, agreed: &SealingAgreed, when: &When) -> Result<SealedWeighing, Refused<Self>> {
                SealedWeighing::begin(self.carried, agreed, when, |carried| Self { carried })
            }
        }
    )+};
}

can_be_sealed!(PreparingWeighing, IndividualWeighing);

impl PreparingWeighing {
    /// Takes up the first view.
    pub fn view(mut self, by: &PersonId, view: &View, when: &When) -> IndividualWeighing {
        self.carried.give(by, view, when);
        IndividualWeighing { carried: self.carried }
    }

    /// Opens a dialogue to which nobody brought a view.
    pub fn open_dialogue(self, opened: &DialogueOpened, when: &When) -> DialogueWeighing {
        self.carried.open(opened, when)
    }
}

impl IndividualWeighing {
    /// Takes up another view.
    #[must_use]
    pub fn view(mut self, by: &PersonId, view: &View, when: &When) -> Self {
        self.carried.give(by, view, when);
        self
    }

    /// Opens the dialogue.
    pub fn open_dialogue(self, opened: &DialogueOpened, when: &When) -> DialogueWeighing {
        self.carried.open(opened, when)
    }
}

impl DialogueWeighing {
    /// Takes up a view: a new one, or one that shifted.
    #[must_use]
    pub fn view(mut self, by: &PersonId, view: &View, when: &When) -> Self {
        self.carried.give(by, view, when);
        self
    }

    /// Notes that people agree. Whoever does not share a common verdict is on record.
    ///
    /// # Errors
    /// [`Refused`] when it holds two verdicts on one matter: that is no common verdict.
    pub fn converge(
        mut self,
        convergence: &Convergence,
        when: &When,
    ) -> Result<ConvergedWeighing, Refused<Self>> {
        let mut common = std::collections::BTreeMap::new();
        for it in &convergence.verdicts {
            if common.insert(&it.on, it.verdict).is_some_and(|other| other != it.verdict) {
                let reason = "two verdicts on one matter are no common verdict".to_owned();
                return Err(Refused { state: self, reason });
            }
        }
        self.carried.views.converge(convergence, when, self.carried.round);
        Ok(ConvergedWeighing { carried: self.carried, convergence: Noted::new(convergence, when) })
    }

    /// Notes that people do not agree. Each position is on record.
    pub fn diverge(mut self, divergence: &Divergence, when: &When) -> DivergedWeighing {
        self.carried.views.diverge(divergence, when, self.carried.round);
        DivergedWeighing { carried: self.carried, divergence: Noted::new(divergence, when) }
    }
}

impl ConvergedWeighing {
    /// What people agree on, since when, and why.
    pub fn convergence(&self) -> &Noted<Convergence> {
        &self.convergence
    }

    /// Takes up a view that comes afterwards. One that differs from the common verdict is dissent.
    #[must_use]
    pub fn view(mut self, by: &PersonId, view: &View, when: &When) -> Self {
        self.carried.give(by, view, when);
        self.carried.views.hold_against(&self.convergence.what, when, self.carried.round);
        self
    }

    /// Takes the dialogue up again.
    pub fn reopen(self, reopened: &DialogueReopened, when: &When) -> DialogueWeighing {
        self.carried.reopen(reopened, when)
    }
}

impl DivergedWeighing {
    /// Who stands where.
    pub fn divergence(&self) -> &Noted<Divergence> {
        &self.divergence
    }

    /// Takes up a view that comes afterwards.
    #[must_use]
    pub fn view(mut self, by: &PersonId, view: &View, when: &When) -> Self {
        self.carried.give(by, view, when);
        self
    }

    /// Takes the dialogue up again.
    pub fn reopen(self, reopened: &DialogueReopened, when: &When) -> DialogueWeighing {
        self.carried.reopen(reopened, when)
    }

    /// Each falls back on their own powers: the dialogue was tried. Whoever differs and took no position is on record too.
    pub fn fall_back(mut self, fell_back: &FellBack, when: &When) -> FallbackWeighing {
        self.carried.views.fall_back(when, self.carried.round);
        FallbackWeighing {
            because: Fallback::Tried { round: self.carried.round, divergence: self.divergence },
            carried: self.carried,
            fell_back: Noted::new(fell_back, when),
        }
    }
}

impl FallbackWeighing {
    /// Each actor's own power and article.
    pub fn fell_back(&self) -> &Noted<FellBack> {
        &self.fell_back
    }

    /// Why people may fall back.
    pub fn because(&self) -> &Fallback {
        &self.because
    }

    /// Takes up a view that comes afterwards, such as that of the actor whose power is used.
    #[must_use]
    pub fn view(mut self, by: &PersonId, view: &View, when: &When) -> Self {
        self.carried.give(by, view, when);
        self
    }

    /// Takes the dialogue up again.
    pub fn reopen(self, reopened: &DialogueReopened, when: &When) -> DialogueWeighing {
        self.carried.reopen(reopened, when)
    }
}

impl Weighing {
    fn carried(&self) -> &Carried {
        match self {
            Weighing::Preparing(state) => &state.carried,
            Weighing::IndividualViews(state) => &state.carried,
            Weighing::Sealed(state) => &state.carried,
            Weighing::Dialogue(state) => &state.carried,
            Weighing::Converged(state) => &state.carried,
            Weighing::Diverged(state) => &state.carried,
            Weighing::Fallback(state) => &state.carried,
        }
    }

    /// All views.
    pub fn views(&self) -> &Views {
        &self.carried().views
    }

    /// Every dissent that ever showed, in the order in which it did: each position of each divergence, and each view
    /// that differed from a common verdict when that was reached or while it held.
    pub fn dissent(&self) -> &[Dissent] {
        self.carried().views.dissent()
    }

    /// Views that were sealed, and that nobody opened before the sealing was over: whose, and on what.
    pub fn never_opened(&self) -> &[UnderSeal] {
        &self.carried().never_opened
    }

    /// The round of the dialogue; 0 is before any.
    pub fn round(&self) -> u32 {
        self.carried().round
    }

    /// The openings of the dialogue, with who takes part and who argues against the step.
    pub fn opened(&self) -> &[Noted<DialogueOpened>] {
        &self.carried().opened
    }

    /// Each time that the dialogue was taken up again, with the reason.
    pub fn reopened(&self) -> &[Noted<DialogueReopened>] {
        &self.carried().reopened
    }

    /// Everyone who took part in the dialogue, in whatever round.
    pub fn took_part(&self) -> impl Iterator<Item = &PersonId> {
        let opened = self.opened().iter().flat_map(|it| &it.what.participants);
        opened.chain(self.reopened().iter().flat_map(|it| &it.what.participants))
    }

    /// Everyone who was asked to take part and did not come, or said that they did not want to.
    pub fn stayed_away(&self) -> impl Iterator<Item = &PersonId> {
        let opened = self.opened().iter().map(|it| (&it.what.invited, &it.what.declined));
        let reopened = self.reopened().iter().map(|it| (&it.what.invited, &it.what.declined));
        opened.chain(reopened).flat_map(|(invited, declined)| {
            invited.iter().chain(declined.iter().map(|declined| &declined.person))
        })
    }

    /// Everyone who argued against the step, in whatever round.
    pub fn contradicted_by(&self) -> impl Iterator<Item = &PersonId> {
        let opened = self.opened().iter().filter_map(|it| it.what.contradiction_by.said());
        opened.chain(self.reopened().iter().filter_map(|it| it.what.contradiction_by.said()))
    }

    /// The common verdict on a matter, while people agree on one.
    pub fn common_verdict(&self, on: &Weighed) -> Option<Verdict> {
        let Weighing::Converged(state) = self else { return None };
        state.convergence.what.verdicts.iter().find(|it| it.on == *on).map(|it| it.verdict)
    }
}

impl Machine for Weighing {
    type Transition = WeighingEvent;
    const STATES: &'static [&'static str] = Self::NAMES;
    const TRANSITIONS: &'static [&'static str] = &[
        "view",
        "agree_sealing",
        "seal",
        "reveal",
        "open_dialogue",
        "converge",
        "diverge",
        "reopen",
        "fall_back",
    ];

    fn start() -> Self {
        PreparingWeighing { carried: Carried::default() }.into()
    }

    fn state(&self) -> &'static str {
        self.state_name()
    }

    fn allowed(&self) -> &'static [&'static str] {
        match self {
            Weighing::Preparing(_) | Weighing::IndividualViews(_) => {
                &["view", "agree_sealing", "open_dialogue", "fall_back"]
            }
            Weighing::Sealed(state) if state.waiting().next().is_none() => {
                &["view", "agree_sealing", "reveal", "open_dialogue", "fall_back"]
            }
            Weighing::Sealed(_) => &["view", "agree_sealing", "seal", "open_dialogue", "fall_back"],
            Weighing::Dialogue(_) => &["view", "converge", "diverge", "fall_back"],
            Weighing::Converged(_) | Weighing::Fallback(_) => &["view", "reopen"],
            Weighing::Diverged(_) => &["view", "reopen", "fall_back"],
        }
    }

    fn name(transition: &WeighingEvent) -> &'static str {
        match transition {
            WeighingEvent::View { .. } => "view",
            WeighingEvent::AgreeSealing(_) => "agree_sealing",
            WeighingEvent::Seal { .. } => "seal",
            WeighingEvent::Reveal(_) => "reveal",
            WeighingEvent::OpenDialogue(_) => "open_dialogue",
            WeighingEvent::Converge(_) => "converge",
            WeighingEvent::Diverge(_) => "diverge",
            WeighingEvent::Reopen(_) => "reopen",
            WeighingEvent::FallBack(_) => "fall_back",
        }
    }

    fn apply(self, transition: &WeighingEvent, at: &When) -> Result<Self, Refused<Self>> {
        use Weighing as W;
        use WeighingEvent as E;
        match (self, transition) {
            (W::Preparing(state), E::View { by, view }) => Ok(state.view(by, view, at).into()),
            (W::IndividualViews(state), E::View { by, view }) => Ok(state.view(by, view, at).into()),
            (W::Sealed(state), E::View { by, view }) => lift(state.view(by, view, at)),
            (W::Dialogue(state), E::View { by, view }) => Ok(state.view(by, view, at).into()),
            (W::Converged(state), E::View { by, view }) => Ok(state.view(by, view, at).into()),
            (W::Diverged(state), E::View { by, view }) => Ok(state.view(by, view, at).into()),
            (W::Fallback(state), E::View { by, view }) => Ok(state.view(by, view, at).into()),

            (W::Preparing(state), E::AgreeSealing(it)) => lift(state.agree_sealing(it, at)),
            (W::IndividualViews(state), E::AgreeSealing(it)) => lift(state.agree_sealing(it, at)),
            (W::Sealed(state), E::AgreeSealing(it)) => lift(state.agree_sealing(it, at)),
            (W::Sealed(state), E::Seal { by, sealed }) => lift(state.seal(by, sealed, at)),
            (W::Sealed(state), E::Reveal(it)) => lift(state.reveal(it, at)),

            (W::Preparing(state), E::OpenDialogue(it)) => Ok(state.open_dialogue(it, at).into()),
            (W::IndividualViews(state), E::OpenDialogue(it)) => Ok(state.open_dialogue(it, at).into()),
            (W::Sealed(state), E::OpenDialogue(it)) => Ok(state.open_dialogue(it, at).into()),

            (W::Dialogue(state), E::Converge(it)) => lift(state.converge(it, at)),
            (W::Dialogue(state), E::Diverge(it)) => Ok(state.diverge(it, at).into()),

            (W::Converged(state), E::Reopen(it)) => Ok(state.reopen(it, at).into()),
            (W::Diverged(state), E::Reopen(it)) => Ok(state.reopen(it, at).into()),
            (W::Fallback(state), E::Reopen(it)) => Ok(state.reopen(it, at).into()),

            (W::Preparing(state), E::FallBack(it)) => lift(state.fall_back(it, at)),
            (W::IndividualViews(state), E::FallBack(it)) => lift(state.fall_back(it, at)),
            (W::Sealed(state), E::FallBack(it)) => lift(state.fall_back(it, at)),
            (W::Dialogue(state), E::FallBack(it)) => lift(state.fall_back(it, at)),
            (W::Diverged(state), E::FallBack(it)) => Ok(state.fall_back(it, at).into()),

            (state, transition) => Err(no_such_verb(state, transition)),
        }
    }
}
