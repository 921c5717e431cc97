//! Statements and findings: what the table cannot show.

use afweging::{EvidenceId, Found, Statement, StatementEvent as E, Withdrawal, Withdrawn};

use crate::samples::*;

fn find(by: &str, found: Found) -> E {
    E::Find { by: person(by), finding: finding(found) }
}

#[test]
fn a_finding_says_what_and_by_whom() {
    let statement: Statement = after(&[find("raad", Found::Plausible)]);
    let made = statement.finding().expect("a finding");
    assert_eq!((made.by.as_str(), made.finding.found), ("raad", Found::Plausible));
    assert_eq!(made.when, when("2025-01-01"));
}

#[test]
fn a_later_finding_counts_and_the_earlier_one_stays() {
    let statement: Statement = after(&[find("raad", Found::Unresolvable), find("judge", Found::Established)]);
    let Statement::Found(state) = &statement else { panic!("{statement:?}") };
    assert_eq!(state.finding().finding.found, Found::Established);
    assert_eq!(state.earlier().iter().map(|it| it.by.as_str()).collect::<Vec<_>>(), ["raad"]);
}

#[test]
fn a_statement_that_is_taken_back_has_no_finding_that_counts() {
    let statement: Statement = after(&[find("raad", Found::Established), E::Withdraw(withdrawal())]);
    let Statement::Withdrawn(state) = &statement else { panic!("{statement:?}") };
    assert!(statement.finding().is_none());
    assert_eq!(state.findings().len(), 1, "it was made all the same");
    assert_eq!(state.withdrawn().when, when("2025-01-02"));
}

#[test]
fn taking_evidence_back_is_not_taking_the_statement_back() {
    let evidence = EvidenceId::new("e1").expect("an id");
    let withdrawal = E::Withdraw(Withdrawal { taken_back: Withdrawn::Evidence(evidence), reason: why() });
    let reason = "what is taken back is evidence, not the statement";
    assert_eq!(refusal::<Statement>(std::slice::from_ref(&withdrawal)), reason);
    assert_eq!(refusal::<Statement>(&[find("raad", Found::Plausible), withdrawal]), reason);
}

#[test]
fn what_was_taken_back_is_claimed_anew_under_another_id() {
    refusal::<Statement>(&[E::Withdraw(withdrawal()), find("judge", Found::Established)]);
    refusal::<Statement>(&[E::Withdraw(withdrawal()), E::Withdraw(withdrawal())]);
}
