//! What one person was asked and told in one cycle: the matter that every state of the machine carries along.

use super::{AccountContested, EffectNoted, Forum, Hearing, HearingDeclined, Invitation, NotHeardRecorded};
use crate::machine::Noted;
use crate::time::When;

/// Somebody's account, with all that was said of it since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// How and before whom it was told.
    pub told: Noted<Hearing>,
    /// When the person confirmed it. It keeps that date when the person contests it later.
    pub confirmed: Option<When>,
    /// The person's own corrections, oldest first.
    pub corrections: Vec<Noted<AccountContested>>,
    /// What it changed, or why nothing, oldest first.
    pub effects: Vec<Noted<EffectNoted>>,
    /// Since when it stands in a later cycle too, with the person's agreement.
    pub stands_since: Option<When>,
}

impl Account {
    pub(super) fn new(hearing: &Hearing, when: &When) -> Self {
        Self {
            told: Noted::new(hearing, when),
            confirmed: None,
            corrections: Vec::new(),
            effects: Vec::new(),
            stands_since: None,
        }
    }
}

/// What became of an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Nothing yet.
    Awaited,
    /// The person came and told their side.
    Came {
        /// When.
        when: When,
    },
    /// The person declined.
    SaidNo(Noted<HearingDeclined>),
    /// It did not come to a hearing, with the ground.
    CameToNothing(Noted<NotHeardRecorded>),
}

/// An invitation and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The invitation.
    pub invitation: Noted<Invitation>,
    /// What became of it.
    pub reply: Reply,
}

/// What one person was asked and told in one cycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle {
    asked: Vec<Asked>,
    replaced: Vec<Account>,
    brought_along: Option<Account>,
}

impl Cycle {
    pub(super) fn first() -> Self {
        Self { asked: Vec::new(), replaced: Vec::new(), brought_along: None }
    }

    /// The next cycle. It brings the latest account along, so that the person can let it stand.
    pub(super) fn next(self, account: Option<Account>) -> Self {
        let latest = account.or_else(|| self.replaced.into_iter().next_back()).or(self.brought_along);
        Self { asked: Vec::new(), replaced: Vec::new(), brought_along: latest }
    }

    /// The invitations of this cycle with what became of each, oldest first.
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// The accounts of this cycle that a later one replaced, oldest first.
    pub fn replaced(&self) -> &[Account] {
        &self.replaced
    }

    /// The latest account of an earlier cycle. It counts in this one only when the person lets it stand.
    pub fn brought_along(&self) -> Option<&Account> {
        self.brought_along.as_ref()
    }

    /// Whether an invitation still awaits its reply.
    pub fn is_awaiting(&self) -> bool {
        self.asked.iter().any(|asked| asked.reply == Reply::Awaited)
    }

    /// Whether the person was invited before this forum, whatever came of it.
    pub fn is_asked_before(&self, forum: Forum) -> bool {
        self.asked.iter().any(|asked| asked.invitation.what.forum == forum)
    }

    /// Whether the person declined to be heard before this forum.
    pub fn is_declined_before(&self, forum: Forum) -> bool {
        self.asked
            .iter()
            .any(|asked| asked.invitation.what.forum == forum && matches!(asked.reply, Reply::SaidNo(_)))
    }

    pub(super) fn invite(&mut self, invitation: &Invitation, when: &When) {
        self.asked.push(Asked { invitation: Noted::new(invitation, when), reply: Reply::Awaited });
    }

    pub(super) fn awaits(&self, forum: Forum) -> bool {
        self.asked.iter().any(|asked| asked.invitation.what.forum == forum && asked.reply == Reply::Awaited)
    }

    /// A hearing answers the invitations before the same forum.
    pub(super) fn came(&mut self, hearing: &Hearing, when: &When) {
        self.answer(|invitation| (invitation.forum == hearing.forum).then_some(Reply::Came { when: *when }));
    }

    /// Who declines names no forum: it answers every invitation that is open.
    pub(super) fn said_no(&mut self, declined: &HearingDeclined, when: &When) {
        self.answer(|_| Some(Reply::SaidNo(Noted::new(declined, when))));
    }

    /// A ground for not hearing names no forum either.
    pub(super) fn came_to_nothing(&mut self, not_heard: &NotHeardRecorded, when: &When) {
        self.answer(|_| Some(Reply::CameToNothing(Noted::new(not_heard, when))));
    }

    fn answer(&mut self, reply: impl Fn(&Invitation) -> Option<Reply>) {
        for asked in self.asked.iter_mut().filter(|asked| asked.reply == Reply::Awaited) {
            if let Some(reply) = reply(&asked.invitation.what) {
                asked.reply = reply;
            }
        }
    }

    pub(super) fn replace(&mut self, account: Account) {
        self.replaced.push(account);
    }

    /// Lets the account that was brought along stand in this cycle.
    pub(super) fn let_stand(&mut self, when: &When) -> Option<Account> {
        let mut account = self.brought_along.take()?;
        account.stands_since = Some(*when);
        Some(account)
    }
}
