//! Who may, in a dossier.

use std::collections::BTreeSet;

use afweging::{
    Act, ActingAs, Actor, AppealLodged, AuthorityMap, Birth, Certainty, Code, ConsentAsked, ConsentGiven,
    ConsentWithdrawn, DecisionForm, Event, GapKind, Gate, GrantCondition, Holds, Matter, Pack, Relation,
    RelationNoted, Role, Said, Scope, WhyNot, assess,
};

use crate::case::{Case, DAY, day, id, map, measure, step_id, told};
use crate::shape::pack_files;

#[test]
fn a_subsidiary_requester_comes_in_when_the_primary_withdraws_and_not_while_it_asks() {
    let mut case = Case::with(&[("r", Role::Raad)]);
    case.propose("s1", "M16", "child", "r");
    case.file("s1", "r");
    let refused = case.may("mother", Act::Request, "M16").unwrap_err();
    assert_eq!(refused.why, WhyNot::ConditionNotMet);
    assert_eq!(refused.unmet[0].condition, GrantCondition::OnlyIfPrimaryDidNot);
    assert!(refused.who_may_instead.iter().any(|grant| grant.actor == Actor::Raad));
    case.withdraw("s1");
    assert!(case.may("mother", Act::Request, "M16").is_ok());
}

#[test]
fn a_question_says_what_is_not_known_and_who_may_answer() {
    let case = Case::with(&[("r", Role::Raad)]);
    let refused = case.may("mother", Act::Request, "M16").unwrap_err();
    let Holds::NotKnown(question) = &refused.unmet[0].holds else { panic!() };
    assert!(question.what.nl.contains("de Raad voor de Kinderbescherming"), "{}", question.what.nl);
    assert!(question.who_may_answer.contains(&afweging::Answerer::Actor(Actor::Raad)));
}

#[test]
fn a_mandate_is_somebody_elses_power_with_limits() {
    let case = Case::with(&[("hov", Role::AssistantProsecutor)]);
    let (child, ban) = (id("child"), measure("M13"));
    let matter = Matter::new(&case.dossier, &child, &ban, day(DAY));
    let imposed = map().may_in(&id("hov"), Act::Decide, &matter).unwrap_err();
    assert_eq!(imposed.why, WhyNot::ConditionNotKnown);
    let Holds::NotKnown(question) = &imposed.unmet[0].holds else { panic!() };
    assert_eq!(question.who_may_answer, [afweging::Answerer::Actor(Actor::Mayor)]);
    let extended = map().may_in(&id("hov"), Act::Decide, &matter.extending()).unwrap_err();
    assert_eq!(extended.why, WhyNot::ConditionNotMet);
    assert_eq!(extended.who_may_instead.iter().map(|it| it.actor).collect::<Vec<_>>(), [Actor::Mayor]);
    let (ending, gone) = (measure("M34"), measure("M13"));
    let matter = Matter::new(&case.dossier, &child, &ending, day(DAY)).ending(&gone);
    assert_eq!(map().may_in(&id("hov"), Act::Decide, &matter).unwrap_err().why, WhyNot::NoEntry);
}

/// A mandate out of a mandate gives nothing.
#[test]
fn a_second_mandate_gives_nothing() {
    let text = include_str!("../../packs/nl/authority/2015-01-01.toml");
    let second = "\n[[grant]]\nid = \"second-mandate\"\nactors = [\"police\"]\nacts = [\"decide\"]\n\
        measures = [\"M13\"]\nconditions = [{ by_mandate_of = \"assistant_prosecutor\" }]\n\
        cite = { law = \"Wth\", article = \"3\", from = 2015-01-01, certainty = \"modelling\", source = \"model\" }\n";
    let with = format!("{text}{second}");
    let files = pack_files();
    let files = files.iter().map(|(name, old)| {
        (name.as_str(), if name == "authority/2015-01-01.toml" { with.as_str() } else { old.as_str() })
    });
    let scenario = AuthorityMap::of(&Pack::from_files(files).unwrap());
    let case = Case::with(&[]);
    let (child, ban) = (id("child"), measure("M13"));
    let matter = Matter::new(&case.dossier, &child, &ban, day(DAY));
    let refused = scenario.may_in(Actor::Police, Act::Decide, &matter).unwrap_err();
    assert_eq!(refused.why, WhyNot::ConditionNotMet);
    assert!(scenario.gaps(day(DAY)).iter().any(|gap| gap.kind == GapKind::MandateWithoutPower));
}

#[test]
fn who_works_in_a_team_acts_for_the_own_employer() {
    let case = Case::with(&[("r", Role::Raad)]);
    let authority = case.may("r", Act::Request, "M16").unwrap();
    assert_eq!(authority.acting_as(), &ActingAs::Employer(Actor::Raad));
    assert_eq!((authority.person(), authority.act()), (Some(&id("r")), Act::Request));
    assert_eq!(authority.cite().to_string(), "BW1 255(2)");
    assert_eq!((authority.certainty(), authority.form()), (Certainty::Text2015, DecisionForm::Order));
}

#[test]
fn a_parent_of_whom_nobody_noted_the_authority_may_be_in_either_position() {
    let mut case = Case::with(&[]);
    case.add("father", Role::Father, Birth::Unknown);
    assert_eq!(case.may("father", Act::Consent, "M02").unwrap_err().why, WhyNot::PositionNotKnown);
    assert!(case.may("mother", Act::Consent, "M02").is_ok());
}

#[test]
fn who_asked_does_not_decide() {
    let mut case = Case::with(&[("judge", Role::ChildrensJudge)]);
    case.propose("s1", "M16", "child", "judge");
    case.file("s1", "judge");
    let step = step_id("s1");
    let matter = Matter::of_step(&case.dossier, &step, day(DAY)).unwrap();
    let refused = map().may_in(&id("judge"), Act::Decide, &matter).unwrap_err();
    assert_eq!(refused.why, WhyNot::AskedForItThemselves);
}

/// An internal decision, such as whether to investigate, has no court route of its own, and the answer says why.
#[test]
fn an_internal_decision_has_no_court_route() {
    let case = Case::with(&[]);
    for of in ["M00", "M12"] {
        for act in [Act::Appeal, Act::Object] {
            let refused = case.may("mother", act, of).unwrap_err();
            assert_eq!(refused.why, WhyNot::NoCourtRoute(DecisionForm::InternalDecision), "{of}");
            let by_law = map().may(Actor::ParentWithAuthority, act, &measure(of), day(DAY)).unwrap_err();
            assert_eq!(by_law.why, refused.why);
        }
    }
    assert!(case.may("mother", Act::Appeal, "M16").is_ok());
}

#[test]
fn a_brother_before_the_judge_opens_the_courts_own_motion() {
    let mut case = Case::with(&[("r", Role::Raad), ("judge", Role::ChildrensJudge)]);
    case.add("brother", Role::Child, Birth::Unknown);
    let (child, of) = (id("child"), measure("M16"));
    let own = |case: &Case| {
        let matter = Matter::new(&case.dossier, &child, &of, day(DAY)).of_own_motion();
        map().may_in(&id("judge"), Act::Decide, &matter).map(|it| it.cite().to_string())
    };
    assert_eq!(own(&case).unwrap_err().why, WhyNot::ConditionNotKnown);
    case.record(Event::RelationNoted(RelationNoted {
        person: id("brother"),
        child: id("child"),
        relation: Relation::Sibling,
    }));
    case.propose("s1", "M16", "brother", "r");
    case.file("s1", "r");
    assert_eq!(own(&case).unwrap(), "BW1 255(5)");
    assert_eq!(told(&case.ways("M16")[0]), ["ChildrensJudge Decide M16", "Gi Execute M16"]);
}

/// Closed youth care rests on supervision, a guardian institution or consent. Taken back, the consent carries the stay for
/// fourteen days more (Jw 6.1.2(9)), and then it bars.
#[test]
fn a_closed_stay_runs_on_for_fourteen_days() {
    let mut case = Case::with(&[("college", Role::College), ("judge", Role::ChildrensJudge)]);
    let scope = Scope::Measure(measure("M27"));
    case.record(Event::ConsentAsked(ConsentAsked {
        person: id("mother"),
        scope: scope.clone(),
        information: Said::NotSaid,
    }));
    case.record(Event::ConsentGiven(ConsentGiven { person: id("mother"), scope: scope.clone() }));
    case.in_force("s1", "M27", "college", "judge");
    case.on = "2025-04-01";
    case.record(Event::ConsentWithdrawn(ConsentWithdrawn {
        person: id("mother"),
        scope,
        reason: Said::NotSaid,
    }));
    let codes = |on: &str| -> BTreeSet<&str> {
        let assessment = assess(&case.dossier, &Pack::nl().unwrap(), day(on));
        let gate = assessment.step(&step_id("s1")).unwrap().gate(Gate::Authority).unwrap();
        gate.findings.iter().map(|it| it.code.as_str()).collect()
    };
    assert_eq!(codes("2025-03-31"), [].into());
    assert_eq!(codes("2025-04-01"), [Code::ConsentRunsOn.as_str()].into());
    assert_eq!(codes("2025-04-15"), [Code::ConsentRunsOn.as_str()].into());
    assert_eq!(codes("2025-04-16"), [Code::ConsentRefusedOrWithdrawn.as_str()].into());
}

#[test]
fn a_court_of_appeal_decides_on_what_was_decided_before() {
    let mut case =
        Case::with(&[("r", Role::Raad), ("judge", Role::ChildrensJudge), ("court", Role::AppealCourt)]);
    case.in_force("s1", "M16", "r", "judge");
    let step = step_id("s1");
    let may = |case: &Case| {
        let matter = Matter::of_step(&case.dossier, &step, day(DAY)).unwrap();
        map().may_in(&id("court"), Act::Decide, &matter).map(|it| it.cite().to_string())
    };
    assert_eq!(may(&case).unwrap_err().why, WhyNot::ConditionNotKnown);
    case.record(Event::AppealLodged(AppealLodged { step: step.clone(), appellant: id("mother") }));
    assert_eq!(may(&case).unwrap(), "Rv 806");
}
