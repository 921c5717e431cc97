//! The shortest lawful ways.

use afweging::{
    Act, ActingAs, Actor, ConsentAsked, ConsentGiven, ConsentWithdrawn, Event, Outcome, Role, Route, Said,
    Scope, Standing, WhyNoWay, WhyNot,
};

use crate::case::{Case, DAY, day, id, map, measure, step_id, told};

#[test]
fn a_body_that_is_not_there_is_reached_by_asking_it_to_investigate() {
    let way = |who: Role| told(&Case::with(&[("w", who)]).ways("M16")[0]);
    assert_eq!(
        way(Role::VeiligThuis),
        [
            "VeiligThuis Request M11",
            "Raad Decide M11",
            "Raad Investigate M12",
            "Raad Request M16",
            "ChildrensJudge Decide M16",
            "Gi Execute M16"
        ]
    );
    assert_eq!(
        way(Role::College),
        way(Role::VeiligThuis).iter().map(|it| it.replace("VeiligThuis", "College")).collect::<Vec<_>>()
    );
    assert_eq!(way(Role::Raad), ["Raad Request M16", "ChildrensJudge Decide M16", "Gi Execute M16"]);
    let from_team = way(Role::LocalTeam);
    assert_eq!(from_team.len(), 8, "{from_team:?}");
    assert!(from_team[0].contains("Inform M06"), "{from_team:?}");
}

/// The table where organisations meet is a habit of regions and no law: no way leads over it, urgent or not.
#[test]
fn no_way_leads_over_a_table() {
    for who in [Role::LocalTeam, Role::VeiligThuis, Role::Gi, Role::Raad, Role::College] {
        let case = Case::with(&[("w", who)]);
        for to in ["M12", "M15", "M16", "M22", "M23", "M27", "M32"] {
            for way in case.ways(to) {
                assert!(way.steps.iter().all(|step| step.measure.as_str() != "M10"), "{who:?} {to}");
            }
        }
    }
}

#[test]
fn what_is_needed_with_it_is_granted_in_the_same_decision() {
    let ways = Case::with(&[("r", Role::Raad), ("g", Role::Gi)]).ways("M22");
    let mut first: Vec<String> = ways.iter().map(|way| told(way)[0].clone()).collect();
    first.sort();
    assert_eq!(first, ["Raad Request M15", "Raad Request M16"], "two ways of one length, in no order");
    for way in &ways {
        assert_eq!(way.hangs_on, []);
        let decides: Vec<_> = way.steps.iter().filter(|step| step.act == Act::Decide).collect();
        assert_eq!(decides.len(), 2);
        assert!(!decides[0].in_same_decision && decides[1].in_same_decision);
        let asks =
            way.steps.iter().find(|it| it.act == Act::Request && it.measure.as_str() == "M22").unwrap();
        assert!(asks.by.iter().any(|it| it.actor == Actor::Gi && it.people == [id("g")]));
        assert!(!asks.documents.is_empty());
        assert!(!decides[1].hearings.is_empty());
    }
}

#[test]
fn what_is_in_force_is_not_done_again() {
    let mut case = Case::with(&[("r", Role::Raad), ("g", Role::Gi), ("judge", Role::ChildrensJudge)]);
    case.in_force("s1", "M16", "r", "judge");
    assert_eq!(case.route("M16"), Route::InForce(step_id("s1")));
    let ways = case.ways("M22");
    assert_eq!(ways.len(), 1);
    assert_eq!(told(&ways[0]), ["Gi/Raad Request M22", "ChildrensJudge Decide M22", "Gi Execute M22"]);
    assert_eq!(told(&case.ways("M17")[0])[0], "Gi Request M17");
    case.propose("s2", "M22", "child", "g");
    case.file("s2", "g");
    assert_eq!(told(&case.ways("M22")[0]), ["ChildrensJudge Decide M22", "Gi Execute M22"]);
    case.decide("s2", "judge", Outcome::Granted);
    assert_eq!(told(&case.ways("M22")[0]), ["Gi Execute M22"]);
}

#[test]
fn an_extension_of_nothing_has_no_way() {
    let case = Case::with(&[("r", Role::Raad), ("g", Role::Gi)]);
    let Route::NoWay { why, who_may_instead } = case.route("M17") else { panic!() };
    assert_eq!(why, WhyNoWay::Needs(vec![measure("M16")]));
    assert!(who_may_instead.iter().any(|grant| grant.actor == Actor::Gi));
    assert!(matches!(case.route("M99"), Route::NoWay { why: WhyNoWay::OutsidePack, .. }));
    let adult = Case::with(&[("man", Role::AdultSubject)]);
    let route = map().route(&adult.dossier, &measure("M16"), &id("man"), day(DAY));
    assert!(matches!(route, Route::NoWay { why: WhyNoWay::SubjectNotCovered, .. }));
}

/// BW1 255(2): the Council refused to look into it; now the mother may ask herself, and that is shorter than the mayor's way.
#[test]
fn when_the_council_declines_the_parent_comes_in() {
    let mut case = Case::with(&[("r", Role::Raad), ("vt", Role::VeiligThuis)]);
    assert_eq!(told(&case.ways("M16")[0])[0], "Raad Request M16");
    assert_eq!(case.may("mother", Act::Request, "M16").unwrap_err().why, WhyNot::ConditionNotKnown);
    case.propose("s1", "M11", "child", "vt");
    case.file("s1", "vt");
    case.decide("s1", "r", Outcome::Refused);
    let mut ways: Vec<Vec<String>> = case.ways("M16").iter().map(told).collect();
    ways.sort();
    assert_eq!(
        ways,
        [vec!["ParentWithAuthority Request M16", "ChildrensJudge Decide M16", "Gi Execute M16"],]
    );
    let authority = case.may("mother", Act::Request, "M16").unwrap();
    assert_eq!((authority.standing(), authority.acting_as()), (Standing::Subsidiary, &ActingAs::Themselves));
}

/// BW1 255(3): where no parent is known who could come in, the mayor has the Council put the case to the judge.
#[test]
fn the_mayors_route_begins_where_the_council_declined() {
    let mut case = Case::with(&[("r", Role::Raad), ("vt", Role::VeiligThuis)]);
    case.add("other", Role::Child, afweging::Birth::On(day("2016-01-01")));
    let ways = |case: &Case| match map().route(&case.dossier, &measure("M16"), &id("other"), day(DAY)) {
        Route::Ways(ways) => ways.iter().map(told).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(ways(&case), [["Raad Request M16", "ChildrensJudge Decide M16", "Gi Execute M16"]]);
    case.propose("s1", "M11", "other", "vt");
    case.file("s1", "vt");
    case.decide("s1", "r", Outcome::Refused);
    assert_eq!(
        ways(&case),
        [["Mayor Inform M16", "Raad Request M16", "ChildrensJudge Decide M16", "Gi Execute M16"]]
    );
}

/// BW1 267(2): the institution has no request of its own for ending authority; it can have the case put to the court.
#[test]
fn when_the_council_declines_the_institution_has_a_route_for_ending_authority() {
    let mut case = Case::with(&[("r", Role::Raad), ("g", Role::Gi)]);
    assert_eq!(case.may("g", Act::Request, "M32").unwrap_err().why, WhyNot::NoEntry);
    case.propose("s1", "M11", "child", "g");
    case.file("s1", "g");
    case.decide("s1", "r", Outcome::Refused);
    let ways: Vec<Vec<String>> = case.ways("M32").iter().map(told).collect();
    assert_eq!(
        ways,
        [["Gi Inform M32", "Raad Request M32", "DistrictCourt Decide M32", "Gi/Guardian Execute M32"]]
    );
}

#[test]
fn help_by_consent_asks_for_the_consent_that_is_not_there() {
    let mut case = Case::with(&[("college", Role::College)]);
    assert_eq!(told(&case.ways("M02")[0])[0], "ParentWithAuthority Consent M02");
    let scope = Scope::Measure(measure("M02"));
    let asked = ConsentAsked { person: id("mother"), scope: scope.clone(), information: Said::NotSaid };
    case.record(Event::ConsentAsked(asked));
    case.record(Event::ConsentGiven(ConsentGiven { person: id("mother"), scope: scope.clone() }));
    assert!(told(&case.ways("M02")[0]).iter().all(|it| !it.contains("Consent")));
    case.record(Event::ConsentWithdrawn(ConsentWithdrawn {
        person: id("mother"),
        scope,
        reason: Said::NotSaid,
    }));
    assert!(matches!(case.route("M02"), Route::NoWay { why: WhyNoWay::ConsentRefused, .. }));
}
