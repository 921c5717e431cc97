//! The machine of one statement.
//!
//! <!-- table: Statement -->
//!
//! | | find | withdraw |
//! | --- | --- | --- |
//! | **Claimed** | Found | Withdrawn |
//! | **Found** | Found | Withdrawn |
//! | **Withdrawn** | — | — |
//!
//! <!-- end -->

#![expect(clippy::result_large_err, reason = "a refused transition gives the state back")]

use super::{FindingMade, Withdrawal, Withdrawn};
use crate::id::PersonId;
use crate::machine::{Machine, Noted, Refused, lift, no_such_verb, states};
use crate::time::When;

/// What can happen to a statement. That a new root re-opens a finding has no entry: it is derived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatementEvent {
    /// People make a finding.
    Find {
        /// Who.
        by: PersonId,
        /// What they find, and why.
        finding: FindingMade,
    },
    /// It is taken back.
    Withdraw(Withdrawal),
}

states! {
    /// Where a statement stands.
    Statement {
        /// Said; nobody made a finding.
        Claimed(ClaimedStatement),
        /// People made a finding.
        Found(FoundStatement),
        /// Taken back.
        Withdrawn(WithdrawnStatement),
    }
}

/// A finding with whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingBy {
    /// Whose.
    pub by: PersonId,
    /// What they found, and why.
    pub finding: FindingMade,
    /// When they found it.
    pub when: When,
}

/// A statement on which nobody made a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedStatement(());

/// A statement on which people made a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundStatement {
    latest: FindingBy,
    earlier: Vec<FindingBy>,
}

/// A statement that was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawnStatement {
    findings: Vec<FindingBy>,
    withdrawn: Noted<Withdrawal>,
}

macro_rules! withdraws {
    ($state:ident, $statement:ident => $findings:expr) => {
        impl $state {
            /// Takes the statement back.
            ///
            /// # Errors
            /// [`Refused`] when it is a piece of evidence that is taken back: that leaves the statement as it is.
            pub fn withdraw(
                self,
                withdrawal: &Withdrawal,
                when: &When,
            ) -> Result<WithdrawnStatement, Refused<Self>> {
                match withdrawal.taken_back {
                    Withdrawn::Statement(_) => {
                        let $statement = self;
                        Ok(WithdrawnStatement {
                            findings: $findings,
                            withdrawn: Noted::new(withdrawal, when),
                        })
                    }
                    Withdrawn::Evidence(_) => {
                        let reason = "what is taken back is evidence, not the statement".to_owned();
                        Err(Refused { state: self, reason })
                    }
                }
            }
        }
    };
}

withdraws!(ClaimedStatement, _claimed => Vec::new());
withdraws!(FoundStatement, found => {
    let mut findings = found.earlier;
    findings.push(found.latest);
    findings
});

impl ClaimedStatement {
    /// Makes the first finding.
    pub fn find(self, by: &PersonId, finding: &FindingMade, when: &When) -> FoundStatement {
        let latest = FindingBy { by: by.clone(), finding: finding.clone(), when: *when };
        FoundStatement { latest, earlier: Vec::new() }
    }
}

impl FoundStatement {
    /// Makes a new finding. The earlier one stays.
    #[must_use]
    pub fn find(mut self, by: &PersonId, finding: &FindingMade, when: &When) -> Self {
        let latest = FindingBy { by: by.clone(), finding: finding.clone(), when: *when };
        let earlier = std::mem::replace(&mut self.latest, latest);
        self.earlier.push(earlier);
        self
    }

    /// The latest finding: the one that counts.
    pub fn finding(&self) -> &FindingBy {
        &self.latest
    }

    /// The findings before it, oldest first.
    pub fn earlier(&self) -> &[FindingBy] {
        &self.earlier
    }
}

impl WithdrawnStatement {
    /// The withdrawal and its reason.
    pub fn withdrawn(&self) -> &Noted<Withdrawal> {
        &self.withdrawn
    }

    /// The findings that were made before, oldest first.
    pub fn findings(&self) -> &[FindingBy] {
        &self.findings
    }
}

impl Statement {
    /// The finding that counts.
    pub fn finding(&self) -> Option<&FindingBy> {
        match self {
            Statement::Found(state) => Some(state.finding()),
            Statement::Claimed(_) | Statement::Withdrawn(_) => None,
        }
    }
}

impl Machine for Statement {
    type Transition = StatementEvent;
    const STATES: &'static [&'static str] = Self::NAMES;
    const TRANSITIONS: &'static [&'static str] = &["find", "withdraw"];

    fn start() -> Self {
        ClaimedStatement(()).into()
    }

    fn state(&self) -> &'static str {
        self.state_name()
    }

    fn allowed(&self) -> &'static [&'static str] {
        match self {
            Statement::Claimed(_) | Statement::Found(_) => &["find", "withdraw"],
            Statement::Withdrawn(_) => &[],
        }
    }

    fn name(transition: &StatementEvent) -> &'static str {
        match transition {
            StatementEvent::Find { .. } => "find",
            StatementEvent::Withdraw(_) => "withdraw",
        }
    }

    fn apply(self, transition: &StatementEvent, at: &When) -> Result<Self, Refused<Self>> {
        use StatementEvent as E;
        match (self, transition) {
            (Statement::Claimed(state), E::Find { by, finding }) => Ok(state.find(by, finding, at).into()),
            (Statement::Found(state), E::Find { by, finding }) => Ok(state.find(by, finding, at).into()),
            (Statement::Claimed(state), E::Withdraw(it)) => lift(state.withdraw(it, at)),
            (Statement::Found(state), E::Withdraw(it)) => lift(state.withdraw(it, at)),
            (state, transition) => Err(no_such_verb(state, transition)),
        }
    }
}
