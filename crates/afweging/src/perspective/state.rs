//! The machine of one person's perspective, in one cycle after another.
//!
//! <!-- table: Perspective -->
//!
//! | | invite | hear | confirm | contest | decline | not_hear | open_cycle | still_stands (agreed) | still_stands (not agreed) | effect |
//! | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
//! | **Unheard** | Invited | Heard | — | — | — | NotHeard | Unheard | Heard or — | Unheard or — | — |
//! | **Invited** | Invited | Heard | — | — | Declined | NotHeard | Unheard | Heard or — | Invited or — | — |
//! | **Heard** | Heard | Heard | Confirmed | Contested | Heard or — | Heard or — | Unheard | — | — | Heard |
//! | **Confirmed** | Confirmed | Heard or — | — | Contested | Confirmed or — | Confirmed or — | Unheard | — | — | Confirmed |
//! | **Contested** | Contested | Heard | — | Contested | Contested or — | Contested or — | Unheard | — | — | Contested |
//! | **Declined** | Invited | Heard | — | — | — | — | Unheard | Heard or — | Declined or — | — |
//! | **NotHeard** | Invited | Heard | — | — | — | — | Unheard | Heard or — | NotHeard or — | — |
//!
//! <!-- end -->

#![expect(clippy::result_large_err, reason = "a refused transition gives the state back")]

use super::{
    Account, AccountContested, AccountStillStands, Confirmation, Cycle, EffectNoted, Forum, Hearing,
    HearingDeclined, Invitation, NotHeardRecorded,
};
use crate::machine::{Machine, Noted, Refused, lift, no_such_verb, states};
use crate::time::When;

/// What can happen to a perspective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PerspectiveEvent {
    /// The person is asked to tell their side.
    Invite(Invitation),
    /// The person tells their side.
    Hear(Hearing),
    /// The person agrees with how the account was written down.
    Confirm(Confirmation),
    /// The person says that it was written down wrongly, with their own correction.
    Contest(AccountContested),
    /// The person does not want to tell their side.
    Decline(HearingDeclined),
    /// The person is not heard, with the ground.
    NotHear(NotHeardRecorded),
    /// A new cycle begins: everyone starts from unheard again.
    OpenCycle,
    /// It is recorded that the account of an earlier cycle still stands, and whether the person agrees.
    StillStands(AccountStillStands),
    /// What the account changed, or why nothing.
    Effect(EffectNoted),
}

states! {
    /// Where one person's perspective stands.
    Perspective {
        /// Nobody asked in this cycle.
        Unheard(UnheardPerspective),
        /// Asked; nothing told yet in this cycle.
        Invited(InvitedPerspective),
        /// Told their side.
        Heard(HeardPerspective),
        /// Agrees with how the account was written down.
        Confirmed(ConfirmedPerspective),
        /// Says that the account was written down wrongly; their own correction stands beside it.
        Contested(ContestedPerspective),
        /// Was asked, and does not want to.
        Declined(DeclinedPerspective),
        /// Not heard, with the ground.
        NotHeard(NotHeardPerspective),
    }
}

/// Nobody asked this person in this cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnheardPerspective {
    cycle: Cycle,
}

/// This person was asked and has told nothing yet in this cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitedPerspective {
    cycle: Cycle,
    invitation: Noted<Invitation>,
}

/// This person told their side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeardPerspective {
    cycle: Cycle,
    account: Account,
}

/// This person agrees with how the account was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmedPerspective {
    cycle: Cycle,
    account: Account,
    confirmed: When,
}

/// This person says that the account was written down wrongly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContestedPerspective {
    cycle: Cycle,
    account: Account,
    correction: Noted<AccountContested>,
}

/// This person was asked, and does not want to tell their side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclinedPerspective {
    cycle: Cycle,
    declined: Noted<HearingDeclined>,
}

/// This person is not heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotHeardPerspective {
    cycle: Cycle,
    not_heard: Noted<NotHeardRecorded>,
}

/// The verbs of a state in which there is no account in this cycle.
macro_rules! without_account {
    ($($state:ident),+) => {$(
        impl $state {
            /// The cycle with its invitations.
            pub fn cycle(&self) -> &Cycle {
                &self.cycle
            }

            /// Asks the person (again) to tell their side.
            pub fn invite(mut self, invitation: &Invitation, when: &When) -> InvitedPerspective {
                self.cycle.invite(invitation, when);
                InvitedPerspective { cycle: self.cycle, invitation: Noted::new(invitation, when) }
            }

            /// Hears the person, invited or not.
            pub fn hear(mut self, hearing: &Hearing, when: &When) -> HeardPerspective {
                self.cycle.came(hearing, when);
                HeardPerspective { cycle: self.cycle, account: Account::new(hearing, when) }
            }

            /// Begins a new cycle.
            pub fn open_cycle(self) -> UnheardPerspective {
                UnheardPerspective { cycle: self.cycle.next(None) }
            }

            /// Lets the account of an earlier cycle stand, when the person agrees; else nothing changes.
            ///
            /// # Errors
            /// [`Refused`] when there is no account of an earlier cycle.
            pub fn still_stands(
                mut self,
                stands: &AccountStillStands,
                when: &When,
            ) -> Result<Perspective, Refused<Self>> {
                if self.cycle.brought_along().is_none() {
                    let reason = "there is no account of an earlier cycle that could still stand".to_owned();
                    return Err(Refused { state: self, reason });
                }
                if !stands.agreed {
                    return Ok(self.into());
                }
                match self.cycle.let_stand(when) {
                    Some(account) => Ok(HeardPerspective { cycle: self.cycle, account }.into()),
                    None => Ok(self.into()),
                }
            }

            fn can_still_stand(&self) -> bool {
                self.cycle.brought_along().is_some()
            }
        }
    )+};
}

/// The verbs of a state in which there is an account in this cycle. The account outlives a further invitation.
macro_rules! with_account {
    ($($state:ident),+) => {$(
        impl $state {
            /// The cycle with its invitations.
            pub fn cycle(&self) -> &Cycle {
                &self.cycle
            }

            /// The account that counts.
            pub fn account(&self) -> &Account {
                &self.account
            }

            /// Asks the person to tell their side once more, such as before a court. The account stands meanwhile.
            #[must_use]
            pub fn invite(mut self, invitation: &Invitation, when: &When) -> Self {
                self.cycle.invite(invitation, when);
                self
            }

            /// The person declines the further invitation. The account stands.
            ///
            /// # Errors
            /// [`Refused`] when no invitation is open.
            pub fn decline(mut self, declined: &HearingDeclined, when: &When) -> Result<Self, Refused<Self>> {
                if !self.cycle.is_awaiting() {
                    let reason = "no invitation is open that could be declined".to_owned();
                    return Err(Refused { state: self, reason });
                }
                self.cycle.said_no(declined, when);
                Ok(self)
            }

            /// The further invitation comes to nothing. The account stands.
            ///
            /// # Errors
            /// [`Refused`] when no invitation is open.
            pub fn not_hear(mut self, why: &NotHeardRecorded, when: &When) -> Result<Self, Refused<Self>> {
                if !self.cycle.is_awaiting() {
                    let reason = "the person was heard, and no further invitation is open".to_owned();
                    return Err(Refused { state: self, reason });
                }
                self.cycle.came_to_nothing(why, when);
                Ok(self)
            }

            /// Begins a new cycle. The account comes along, and counts there only when the person lets it stand.
            pub fn open_cycle(self) -> UnheardPerspective {
                UnheardPerspective { cycle: self.cycle.next(Some(self.account)) }
            }

            /// Notes what the account changed, or why nothing.
            #[must_use]
            pub fn effect(mut self, effect: &EffectNoted, when: &When) -> Self {
                self.account.effects.push(Noted::new(effect, when));
                self
            }

            /// The person says that the account was written down wrongly.
            pub fn contest(mut self, contested: &AccountContested, when: &When) -> ContestedPerspective {
                let correction = Noted::new(contested, when);
                self.account.corrections.push(correction.clone());
                ContestedPerspective { cycle: self.cycle, account: self.account, correction }
            }

            fn hear_again(mut self, hearing: &Hearing, when: &When) -> HeardPerspective {
                self.cycle.came(hearing, when);
                self.cycle.replace(self.account);
                HeardPerspective { cycle: self.cycle, account: Account::new(hearing, when) }
            }
        }
    )+};
}

without_account!(UnheardPerspective, InvitedPerspective, DeclinedPerspective, NotHeardPerspective);
with_account!(HeardPerspective, ConfirmedPerspective, ContestedPerspective);

impl UnheardPerspective {
    /// Records why the person is not heard.
    pub fn not_hear(self, why: &NotHeardRecorded, when: &When) -> NotHeardPerspective {
        NotHeardPerspective { cycle: self.cycle, not_heard: Noted::new(why, when) }
    }
}

impl InvitedPerspective {
    /// The latest invitation.
    pub fn invitation(&self) -> &Noted<Invitation> {
        &self.invitation
    }

    /// The person does not want to tell their side.
    pub fn decline(mut self, declined: &HearingDeclined, when: &When) -> DeclinedPerspective {
        self.cycle.said_no(declined, when);
        DeclinedPerspective { cycle: self.cycle, declined: Noted::new(declined, when) }
    }

    /// Records why the person is not heard.
    pub fn not_hear(mut self, why: &NotHeardRecorded, when: &When) -> NotHeardPerspective {
        self.cycle.came_to_nothing(why, when);
        NotHeardPerspective { cycle: self.cycle, not_heard: Noted::new(why, when) }
    }
}

impl HeardPerspective {
    /// Hears the person again. The new account counts, the earlier one stays.
    #[must_use]
    pub fn hear(self, hearing: &Hearing, when: &When) -> Self {
        self.hear_again(hearing, when)
    }

    /// The person agrees with how the account was written down.
    pub fn confirm(mut self, _: &Confirmation, when: &When) -> ConfirmedPerspective {
        self.account.confirmed = Some(*when);
        ConfirmedPerspective { cycle: self.cycle, account: self.account, confirmed: *when }
    }
}

impl ConfirmedPerspective {
    /// When the person confirmed the account.
    pub fn confirmed(&self) -> When {
        self.confirmed
    }

    /// Hears the person on a further invitation.
    ///
    /// # Errors
    /// [`Refused`] when no invitation before that forum is open: a confirmed account is not heard over unasked.
    pub fn hear(self, hearing: &Hearing, when: &When) -> Result<HeardPerspective, Refused<Self>> {
        if self.cycle.awaits(hearing.forum) {
            Ok(self.hear_again(hearing, when))
        } else {
            let reason = "the account is confirmed; a further hearing begins with an invitation".to_owned();
            Err(Refused { state: self, reason })
        }
    }
}

impl ContestedPerspective {
    /// The person's latest correction, in their own words.
    pub fn correction(&self) -> &Noted<AccountContested> {
        &self.correction
    }

    /// Hears the person again. The contested account stays, with its correction.
    pub fn hear(self, hearing: &Hearing, when: &When) -> HeardPerspective {
        self.hear_again(hearing, when)
    }
}

impl DeclinedPerspective {
    /// That the person declined, and why.
    pub fn declined(&self) -> &Noted<HearingDeclined> {
        &self.declined
    }
}

impl NotHeardPerspective {
    /// Why the person is not heard.
    pub fn not_heard(&self) -> &Noted<NotHeardRecorded> {
        &self.not_heard
    }
}

impl Perspective {
    /// The cycle with its invitations.
    pub fn cycle(&self) -> &Cycle {
        match self {
            Perspective::Unheard(state) => state.cycle(),
            Perspective::Invited(state) => state.cycle(),
            Perspective::Heard(state) => state.cycle(),
            Perspective::Confirmed(state) => state.cycle(),
            Perspective::Contested(state) => state.cycle(),
            Perspective::Declined(state) => state.cycle(),
            Perspective::NotHeard(state) => state.cycle(),
        }
    }

    /// The account that counts in this cycle.
    pub fn account(&self) -> Option<&Account> {
        match self {
            Perspective::Heard(state) => Some(state.account()),
            Perspective::Confirmed(state) => Some(state.account()),
            Perspective::Contested(state) => Some(state.account()),
            Perspective::Unheard(_)
            | Perspective::Invited(_)
            | Perspective::Declined(_)
            | Perspective::NotHeard(_) => None,
        }
    }

    /// All accounts of this cycle, oldest first, the one that counts last.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.cycle().replaced().iter().chain(self.account())
    }

    /// Whether the person was heard before this forum in this cycle.
    pub fn is_heard_before(&self, forum: Forum) -> bool {
        self.accounts().any(|account| account.told.what.forum == forum)
    }
}

const IN_ORDER: &[&str] =
    &["invite", "hear", "confirm", "contest", "decline", "not_hear", "open_cycle", "still_stands", "effect"];

impl Machine for Perspective {
    type Transition = PerspectiveEvent;
    const STATES: &'static [&'static str] = Self::NAMES;
    const TRANSITIONS: &'static [&'static str] = IN_ORDER;

    fn start() -> Self {
        UnheardPerspective { cycle: Cycle::first() }.into()
    }

    fn state(&self) -> &'static str {
        self.state_name()
    }

    fn allowed(&self) -> &'static [&'static str] {
        match self {
            Perspective::Unheard(it) if it.can_still_stand() => {
                &["invite", "hear", "not_hear", "open_cycle", "still_stands"]
            }
            Perspective::Unheard(_) => &["invite", "hear", "not_hear", "open_cycle"],
            Perspective::Invited(it) if it.can_still_stand() => {
                &["invite", "hear", "decline", "not_hear", "open_cycle", "still_stands"]
            }
            Perspective::Invited(_) => &["invite", "hear", "decline", "not_hear", "open_cycle"],
            Perspective::Heard(it) if it.cycle.is_awaiting() => {
                &["invite", "hear", "confirm", "contest", "decline", "not_hear", "open_cycle", "effect"]
            }
            Perspective::Heard(_) => &["invite", "hear", "confirm", "contest", "open_cycle", "effect"],
            Perspective::Confirmed(it) if it.cycle.is_awaiting() => {
                &["invite", "hear", "contest", "decline", "not_hear", "open_cycle", "effect"]
            }
            Perspective::Confirmed(_) => &["invite", "contest", "open_cycle", "effect"],
            Perspective::Contested(it) if it.cycle.is_awaiting() => {
                &["invite", "hear", "contest", "decline", "not_hear", "open_cycle", "effect"]
            }
            Perspective::Contested(_) => &["invite", "hear", "contest", "open_cycle", "effect"],
            Perspective::Declined(it) if it.can_still_stand() => {
                &["invite", "hear", "open_cycle", "still_stands"]
            }
            Perspective::NotHeard(it) if it.can_still_stand() => {
                &["invite", "hear", "open_cycle", "still_stands"]
            }
            Perspective::Declined(_) | Perspective::NotHeard(_) => &["invite", "hear", "open_cycle"],
        }
    }

    fn name(transition: &PerspectiveEvent) -> &'static str {
        match transition {
            PerspectiveEvent::Invite(_) => "invite",
            PerspectiveEvent::Hear(_) => "hear",
            PerspectiveEvent::Confirm(_) => "confirm",
            PerspectiveEvent::Contest(_) => "contest",
            PerspectiveEvent::Decline(_) => "decline",
            PerspectiveEvent::NotHear(_) => "not_hear",
            PerspectiveEvent::OpenCycle => "open_cycle",
            PerspectiveEvent::StillStands(_) => "still_stands",
            PerspectiveEvent::Effect(_) => "effect",
        }
    }

    fn apply(self, transition: &PerspectiveEvent, at: &When) -> Result<Self, Refused<Self>> {
        use Perspective as P;
        use PerspectiveEvent as E;
        match (self, transition) {
            (P::Unheard(state), E::Invite(it)) => Ok(state.invite(it, at).into()),
            (P::Invited(state), E::Invite(it)) => Ok(state.invite(it, at).into()),
            (P::Heard(state), E::Invite(it)) => Ok(state.invite(it, at).into()),
            (P::Confirmed(state), E::Invite(it)) => Ok(state.invite(it, at).into()),
            (P::Contested(state), E::Invite(it)) => Ok(state.invite(it, at).into()),
            (P::Declined(state), E::Invite(it)) => Ok(state.invite(it, at).into()),
            (P::NotHeard(state), E::Invite(it)) => Ok(state.invite(it, at).into()),

            (P::Unheard(state), E::Hear(it)) => Ok(state.hear(it, at).into()),
            (P::Invited(state), E::Hear(it)) => Ok(state.hear(it, at).into()),
            (P::Heard(state), E::Hear(it)) => Ok(state.hear(it, at).into()),
            (P::Confirmed(state), E::Hear(it)) => lift(state.hear(it, at)),
            (P::Contested(state), E::Hear(it)) => Ok(state.hear(it, at).into()),
            (P::Declined(state), E::Hear(it)) => Ok(state.hear(it, at).into()),
            (P::NotHeard(state), E::Hear(it)) => Ok(state.hear(it, at).into()),

            (P::Heard(state), E::Confirm(it)) => Ok(state.confirm(it, at).into()),
            (P::Heard(state), E::Contest(it)) => Ok(state.contest(it, at).into()),
            (P::Confirmed(state), E::Contest(it)) => Ok(state.contest(it, at).into()),
            (P::Contested(state), E::Contest(it)) => Ok(state.contest(it, at).into()),

            (P::Invited(state), E::Decline(it)) => Ok(state.decline(it, at).into()),
            (P::Heard(state), E::Decline(it)) => lift(state.decline(it, at)),
            (P::Confirmed(state), E::Decline(it)) => lift(state.decline(it, at)),
            (P::Contested(state), E::Decline(it)) => lift(state.decline(it, at)),

            (P::Unheard(state), E::NotHear(it)) => Ok(state.not_hear(it, at).into()),
            (P::Invited(state), E::NotHear(it)) => Ok(state.not_hear(it, at).into()),
            (P::Heard(state), E::NotHear(it)) => lift(state.not_hear(it, at)),
            (P::Confirmed(state), E::NotHear(it)) => lift(state.not_hear(it, at)),
            (P::Contested(state), E::NotHear(it)) => lift(state.not_hear(it, at)),

            (P::Unheard(state), E::OpenCycle) => Ok(state.open_cycle().into()),
            (P::Invited(state), E::OpenCycle) => Ok(state.open_cycle().into()),
            (P::Heard(state), E::OpenCycle) => Ok(state.open_cycle().into()),
            (P::Confirmed(state), E::OpenCycle) => Ok(state.open_cycle().into()),
            (P::Contested(state), E::OpenCycle) => Ok(state.open_cycle().into()),
            (P::Declined(state), E::OpenCycle) => Ok(state.open_cycle().into()),
            (P::NotHeard(state), E::OpenCycle) => Ok(state.open_cycle().into()),

            (P::Unheard(state), E::StillStands(it)) => lift(state.still_stands(it, at)),
            (P::Invited(state), E::StillStands(it)) => lift(state.still_stands(it, at)),
            (P::Declined(state), E::StillStands(it)) => lift(state.still_stands(it, at)),
            (P::NotHeard(state), E::StillStands(it)) => lift(state.still_stands(it, at)),

            (P::Heard(state), E::Effect(it)) => Ok(state.effect(it, at).into()),
            (P::Confirmed(state), E::Effect(it)) => Ok(state.effect(it, at).into()),
            (P::Contested(state), E::Effect(it)) => Ok(state.effect(it, at).into()),

            (state, transition) => Err(no_such_verb(state, transition)),
        }
    }
}
