//! Who may request what at court: reference §2.1, one test per row.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

use std::collections::BTreeSet;

use afweging::Actor::{self, *};
use afweging::{Act, AuthorityMap, Grant, GrantCondition, Length, MeasureId, Pack, Standing};
use chrono::NaiveDate;

fn on() -> NaiveDate {
    "2025-01-01".parse().unwrap()
}

/// The entries for an act to a measure that a test looks at.
fn entries(act: Act, measure: &str, fits: impl Fn(&Grant) -> bool) -> Vec<Grant> {
    let map = AuthorityMap::of(&Pack::nl().unwrap());
    let measure = MeasureId::new(measure).unwrap();
    map.who_may(act, &measure, on()).into_iter().filter(|grant| fits(grant)).cloned().collect()
}

fn who(entries: &[Grant], standing: Standing) -> BTreeSet<Actor> {
    entries.iter().filter(|grant| grant.standing == standing).map(|grant| grant.actor).collect()
}

/// Who asks in the first place, and who only when they do not; nobody else.
fn row(entries: &[Grant], primary: &[Actor], subsidiary: &[Actor]) {
    assert_eq!(who(entries, Standing::Primary), primary.iter().copied().collect(), "primary");
    assert_eq!(who(entries, Standing::Subsidiary), subsidiary.iter().copied().collect(), "subsidiary");
    for grant in entries.iter().filter(|grant| grant.standing == Standing::Subsidiary) {
        assert!(grant.conditions.contains(&GrantCondition::OnlyIfPrimaryDidNot), "{}", grant.id);
    }
}

/// The articles by which a court decides of its own motion.
fn ex_officio(measure: &str) -> BTreeSet<String> {
    entries(Act::Decide, measure, |grant| grant.standing == Standing::ExOfficio)
        .iter()
        .map(|grant| grant.cite.to_string())
        .collect()
}

fn articles(all: &[&str]) -> BTreeSet<String> {
    all.iter().map(|article| (*article).to_owned()).collect()
}

fn ends(grant: &Grant, measure: &str) -> bool {
    grant.conditions.iter().any(|condition| {
        matches!(condition, GrantCondition::Ends(ended) if ended.iter().any(|it| it.as_str() == measure))
    })
}

fn is(condition: &GrantCondition) -> impl Fn(&Grant) -> bool + '_ {
    move |grant| grant.conditions.contains(condition)
}

/// Parents with and without authority: 255(2) and 260(2) say *ouder*.
const PARENTS_AND_CARERS: [Actor; 4] = [ParentWithAuthority, ParentWithoutAuthority, Carer, FosterParent];
const CARERS: [Actor; 2] = [Carer, FosterParent];

#[test]
fn supervision_and_provisional_supervision() {
    row(&entries(Act::Request, "M15", |_| true), &[Raad, Prosecutor], &PARENTS_AND_CARERS);
    let a_guardian_of_a_ward = |grant: &Grant| grant.actor != Guardian;
    row(&entries(Act::Request, "M16", a_guardian_of_a_ward), &[Raad, Prosecutor], &PARENTS_AND_CARERS);
    let guardian = entries(Act::Request, "M16", |grant| grant.actor == Guardian);
    assert_eq!(guardian.first().map(|grant| grant.cite.to_string()).as_deref(), Some("BW1 326(2)"));
    let own_motion = articles(&["BW1 255(3)", "BW1 255(5)", "BW1 269", "BW1 331a", "BW1 332a"]);
    assert_eq!(ex_officio("M16"), own_motion);
}

#[test]
fn extension_of_supervision() {
    let others = [&[Raad, Prosecutor][..], &PARENTS_AND_CARERS].concat();
    row(&entries(Act::Request, "M17", |_| true), &[Gi], &others);
    assert!(ex_officio("M17").is_empty());
}

#[test]
fn lifting_of_supervision() {
    let lifting = entries(Act::Request, "M34", |grant| ends(grant, "M16"));
    row(&lifting, &[Gi], &[Raad, ParentWithAuthority, Minor12To15, Minor16To17]);
}

#[test]
fn placement() {
    let first = entries(Act::Request, "M22", |grant| !is(&GrantCondition::ExtensionOnly)(grant));
    row(&first, &[Gi, Raad, Prosecutor], &[]);
    row(&entries(Act::Request, "M23", |_| true), &[Gi, Raad, Prosecutor], &[]);
    let pack = Pack::nl().unwrap();
    let measure = pack.measure(&MeasureId::new("M22").unwrap(), on()).unwrap();
    let decision = measure.requirements.iter().find(|it| it.id == "college-decision").unwrap();
    assert_eq!(decision.requesters, [Raad, Prosecutor], "with the decision of the municipal executive");
    assert!(ex_officio("M22").is_empty());
}

#[test]
fn extension_of_placement() {
    let extension = entries(Act::Request, "M22", |grant| !is(&GrantCondition::FirstOnly)(grant));
    row(&extension, &[Gi], &[Raad, Prosecutor]);
}

#[test]
fn partial_transfer_of_authority() {
    row(&entries(Act::Request, "M24", |_| true), &[Gi], &[Raad, Carer, FosterParent]);
}

#[test]
fn contact_arrangement_and_its_change() {
    let first = entries(Act::Request, "M19", |grant| grant.conditions.is_empty());
    row(&first, &[Gi], &[]);
    let change = entries(Act::Request, "M19", is(&GrantCondition::ChangesEarlier));
    let contact = [ParentWithAuthority, ParentWithoutAuthority, Minor12To15, Minor16To17];
    row(&change, &contact, &[]);
}

#[test]
fn treatment_and_other_residence() {
    for measure in ["M21", "M25"] {
        row(&entries(Act::Request, measure, |_| true), &[Gi], &[]);
        assert!(ex_officio(measure).is_empty(), "{measure}");
    }
}

#[test]
fn annulment_of_an_instruction_or_contact_restriction() {
    for measure in ["M18", "M20"] {
        row(&entries(Act::Object, measure, |_| true), &[ParentWithAuthority, Minor12To15, Minor16To17], &[]);
        let judged = entries(Act::Decide, measure, is(&GrantCondition::OnAppealFrom(vec![Gi])));
        assert!(judged.iter().any(|grant| grant.actor == ChildrensJudge), "{measure}");
    }
}

#[test]
fn suspension_and_termination_of_authority() {
    for measure in ["M30", "M32"] {
        let without_route =
            entries(Act::Request, measure, |grant| !is(&GrantCondition::InstitutionRoute)(grant));
        row(&without_route, &[Raad, Prosecutor], &CARERS);
        for grant in without_route.iter().filter(|grant| grant.standing == Standing::Subsidiary) {
            assert!(grant.conditions.contains(&GrantCondition::CaresFor(Length::Years(1))), "{measure}");
        }
        assert_eq!(ex_officio(measure), articles(&["BW1 267(2)"]), "{measure}: on the institution's route");
    }
    let refused = AuthorityMap::of(&Pack::nl().unwrap());
    let termination = MeasureId::new("M32").unwrap();
    assert!(refused.may(Gi, Act::Request, &termination, on()).is_err(), "the institution asks the Council");
    assert!(refused.may(Gi, Act::Inform, &termination, on()).is_ok());
}

#[test]
fn provisional_guardianship() {
    row(&entries(Act::Request, "M31", |_| true), &[Raad, Prosecutor], &[]);
}

#[test]
fn closed_care() {
    for measure in ["M26", "M27", "M28"] {
        row(&entries(Act::Request, measure, is(&GrantCondition::NoMeasureInForce)), &[College], &[]);
        let within = entries(Act::Request, measure, is(&GrantCondition::MeasureInForceOrRequested));
        row(&within, &[Raad, Prosecutor, Gi], &[]);
        assert_eq!(entries(Act::Request, measure, |_| true).len(), 4, "{measure}");
    }
}
