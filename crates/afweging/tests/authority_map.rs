//! The questions to the authority map that need no row of the Dutch pack: what changed, who may in a dossier, which way
//! there is, what is missing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, its helpers too"
)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use afweging::{
    Act, ActingAs, Actor, AppealLodged, AuthorityMap, AuthorityNoted, Birth, Certainty, Code, ConsentAsked,
    ConsentGiven, ConsentWithdrawn, Decided, DecisionForm, Dossier, Event, Gap, GapKind, Gate, Grant,
    GrantChange, GrantCondition, Holds, Matter, MeasureId, NewEntry, Outcome, Pack, ParentalAuthority,
    Person, PersonId, Proposal, Relation, RelationNoted, RequestFiled, RequestWithdrawn, Role, Route, Said,
    Scope, Standing, Started, StepDetails, StepId, Way, WhyNoWay, WhyNot, assess,
};
use chrono::NaiveDate;

const DAY: &str = "2025-03-01";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

fn measure(text: &str) -> MeasureId {
    MeasureId::new(text).unwrap()
}

fn step_id(text: &str) -> StepId {
    StepId::new(text).unwrap()
}

/// A dossier with a child of ten, her mother with authority, and whoever is named; everything on one day.
struct Case {
    dossier: Dossier,
    on: &'static str,
}

impl Case {
    fn with(people: &[(&str, Role)]) -> Case {
        let mut case = Case { dossier: Dossier::new("d1"), on: DAY };
        case.add("child", Role::Child, Birth::On(day("2015-01-01")));
        case.add("mother", Role::Mother, Birth::Unknown);
        case.record(Event::RelationNoted(RelationNoted {
            person: id("mother"),
            child: id("child"),
            relation: Relation::Parent,
        }));
        case.record(Event::AuthorityNoted(AuthorityNoted {
            holder: id("mother"),
            child: id("child"),
            authority: ParentalAuthority::Held,
        }));
        for (person, role) in people {
            case.add(person, *role, Birth::Unknown);
        }
        case
    }

    fn add(&mut self, person: &str, role: Role, birth: Birth) {
        self.record(Event::PersonAdded(Person { person: id(person), role, birth }));
    }

    fn record(&mut self, event: Event) {
        let by = match &event {
            Event::PersonAdded(person) => person.person.clone(),
            _ => id("child"),
        };
        let entry = NewEntry {
            recorded: format!("{}T12:00:00Z", self.on).parse().unwrap(),
            occurred: self.on.parse().unwrap(),
            by,
            door: Default::default(),
            event,
            salt: String::new(),
        };
        self.dossier.record(entry).unwrap();
    }

    fn propose(&mut self, step: &str, of: &str, about: &str, by: &str) {
        self.record(Event::StepProposed(Proposal {
            step: step_id(step),
            measure: measure(of),
            placement: Said::NotSaid,
            about: id(about),
            proposed_by: id(by),
            from: Said::NotSaid,
            until: Said::NotSaid,
            extends: Said::NotSaid,
            ends: Said::NotSaid,
            details: StepDetails::default(),
        }));
    }

    fn file(&mut self, step: &str, by: &str) {
        self.record(Event::RequestFiled(RequestFiled {
            step: step_id(step),
            requester: id(by),
            form: Said::NotSaid,
            discussed_with_child: Said::NotSaid,
        }));
    }

    fn withdraw(&mut self, step: &str) {
        self.record(Event::RequestWithdrawn(RequestWithdrawn { step: step_id(step), why: Said::NotSaid }));
    }

    fn decide(&mut self, step: &str, by: &str, outcome: Outcome) {
        self.record(Event::Decided(Decided {
            step: step_id(step),
            decider: id(by),
            outcome,
            until: Said::NotSaid,
            ex_officio: Said::NotSaid,
            why: Said::NotSaid,
        }));
    }

    fn start(&mut self, step: &str) {
        self.record(Event::Started(Started { step: step_id(step) }));
    }

    /// A measure that was asked for, granted and begun.
    fn in_force(&mut self, step: &str, of: &str, asks: &str, decides: &str) {
        self.propose(step, of, "child", asks);
        self.file(step, asks);
        self.decide(step, decides, Outcome::Granted);
        self.start(step);
    }

    fn route(&self, to: &str) -> Route {
        map().route(&self.dossier, &measure(to), &id("child"), day(self.on))
    }

    fn ways(&self, to: &str) -> Vec<Way> {
        match self.route(to) {
            Route::Ways(ways) => ways,
            other => panic!("{other:?}"),
        }
    }

    fn may(&self, who: &str, act: Act, of: &str) -> Result<afweging::Authority, afweging::NoAuthority> {
        let (child, of) = (id("child"), measure(of));
        map().may_in(&id(who), act, &Matter::new(&self.dossier, &child, &of, day(self.on)))
    }
}

/// A way as one line: who does what to which measure.
fn told(way: &Way) -> Vec<String> {
    way.steps
        .iter()
        .map(|step| {
            let mut by: Vec<String> = step.by.iter().map(|it| format!("{:?}", it.actor)).collect();
            by.sort();
            by.dedup();
            format!("{} {:?} {}", by.join("/"), step.act, step.measure)
        })
        .collect()
}

fn map() -> &'static AuthorityMap {
    static MAP: LazyLock<AuthorityMap> = LazyLock::new(|| AuthorityMap::of(&Pack::nl().unwrap()));
    &MAP
}

fn key(grant: &Grant) -> (String, String) {
    (grant.id.clone(), format!("{:?} {:?} {}", grant.actor, grant.act, grant.measure))
}

/// Taking the changes from one day to the other gives the map of the other day, for every pair of days of the pack.
#[test]
fn a_diff_is_all_that_lies_between_two_days() {
    let pack = Pack::nl().unwrap();
    let map = map();
    let mut days: Vec<_> = pack.changes().collect();
    days.push("2014-12-31".parse().unwrap());
    for from in &days {
        for to in &days {
            let mut now: Vec<Grant> = map.grants(*from).cloned().collect();
            for change in map.diff(*from, *to) {
                match &change {
                    GrantChange::Added(grant) => now.push(grant.clone()),
                    GrantChange::Removed(grant) => now.retain(|it| it != grant),
                    GrantChange::Changed { before, after } => {
                        assert_ne!(before, after);
                        let place = now.iter().position(|it| it == before).unwrap();
                        now[place] = after.clone();
                    }
                }
            }
            let sorted = |grants: Vec<Grant>| -> Vec<_> {
                let mut keyed: Vec<_> = grants.iter().map(|it| (key(it), format!("{it:?}"))).collect();
                keyed.sort();
                keyed
            };
            assert_eq!(sorted(now), sorted(map.grants(*to).cloned().collect()), "{from} {to}");
        }
    }
    assert_eq!(
        map.diff(days[0], days[0]).len() + map.diff_with(days[0], map, days[0]).len(),
        0,
        "a day does not differ from itself"
    );
}

/// A scenario of other law is compared as a map of its own: here one in which nobody but the Council asks.
#[test]
fn another_map_is_compared_with_the_law_in_force() {
    let text = include_str!("../packs/nl/authority/2015-01-01.toml").replacen(
        "actors = [\"raad\", \"prosecutor\"]",
        "actors = [\"raad\"]",
        1,
    );
    let files = pack_files();
    let other: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, old)| {
            let is_it = name == "authority/2015-01-01.toml";
            (name.as_str(), if is_it { text.as_str() } else { old.as_str() })
        })
        .collect();
    let scenario = AuthorityMap::of(&Pack::from_files(other).unwrap());
    let on = "2025-01-01".parse().unwrap();
    let changes = map().diff_with(on, &scenario, on);
    let told: BTreeSet<_> = changes.iter().map(|change| key(change.grant())).collect();
    assert_eq!(changes.len(), 1, "{told:?}");
    assert!(matches!(&changes[0], GrantChange::Removed(grant) if grant.cite.to_string() == "BW1 257(1)"));
}

fn pack_files() -> Vec<(String, String)> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/packs/nl");
    let mut files =
        vec![("pack.toml".to_owned(), std::fs::read_to_string(format!("{root}/pack.toml")).unwrap())];
    for topic in std::fs::read_dir(root).unwrap().map(|it| it.unwrap().path()).filter(|it| it.is_dir()) {
        for file in std::fs::read_dir(&topic).unwrap().map(|it| it.unwrap().path()) {
            let name = format!(
                "{}/{}",
                topic.file_name().unwrap().to_string_lossy(),
                file.file_name().unwrap().to_string_lossy()
            );
            files.push((name, std::fs::read_to_string(&file).unwrap()));
        }
    }
    files
}

/// What nobody may do by the Dutch pack was read: complaints committees are no court and not on the map.
#[test]
fn the_only_gap_is_the_complaint() {
    let expected = [Gap { measure: measure("M29"), act: Act::Object, kind: GapKind::NoAppealCourt }];
    assert_eq!(map().gaps(day(DAY)), expected);
    assert_eq!(map().gaps(day("2020-01-01")), [], "before liberty measures were in the law");
}

/// Each way in which a map can have a gap is found when an entry is taken out.
#[test]
fn an_entry_that_is_taken_out_shows_as_a_gap() {
    for (id, gap) in [
        ("supervision-carried-out", ("M16", Act::Execute, GapKind::NoExecutor)),
        ("provisional-guardianship-asked", ("M31", Act::Request, GapKind::NoRequester)),
        ("ban-appeal", ("M13", Act::Appeal, GapKind::NoAppealCourt)),
        // A pack in which nobody decides at all does not load; here a mandate of nobody is left.
        ("ban-imposed", ("M13", Act::Decide, GapKind::MandateWithoutPower)),
        ("ban-imposed", ("M13", Act::Decide, GapKind::NoDecider)),
    ] {
        let gaps = AuthorityMap::of(&pack_without(id)).gaps(day(DAY));
        let (of, act, kind) = gap;
        assert!(gaps.contains(&Gap { measure: measure(of), act, kind }), "{id}: {gaps:?}");
    }
}

/// The pack without one entry of the map.
fn pack_without(id: &str) -> Pack {
    let files = pack_files();
    let cut: Vec<(String, String)> = files
        .into_iter()
        .map(|(name, text)| {
            if !name.starts_with("authority/") {
                return (name, text);
            }
            let named = format!("id = \"{id}\"");
            let kept: Vec<&str> = text.split("[[grant]]").filter(|entry| !entry.contains(&named)).collect();
            (name, kept.join("[[grant]]"))
        })
        .collect();
    Pack::from_files(cut.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap()
}

/// In first instance one court decides on each order, and one body on each decision of the compulsory frame.
#[test]
fn no_two_may_order_the_same() {
    let overlaps = map().overlaps(day(DAY));
    let compulsory: Vec<String> = overlaps
        .iter()
        .filter(|it| it.one.measure.as_str() >= "M13" && it.one.measure.as_str() != "M14")
        .filter(|it| it.one.actor.is_body() && it.other.actor.is_body())
        .map(|it| format!("{} {:?} {:?}", it.one.measure, it.one.actor, it.other.actor))
        .filter(|it| !it.contains("LocalTeam") && !it.contains("College"))
        .collect();
    assert_eq!(compulsory, ["M34 Gi ChildrensJudge"], "an institution ends a placement, or the judge does");
}

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

/// BW1 255(3): the Council refused; the mayor may have it put the case to the judge. And now the mother may ask herself.
#[test]
fn when_the_council_declines_the_mayor_and_the_parent_come_in() {
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
        [
            vec!["Mayor Inform M16", "ChildrensJudge Decide M16", "Gi Execute M16"],
            vec!["ParentWithAuthority Request M16", "ChildrensJudge Decide M16", "Gi Execute M16"],
        ]
    );
    let authority = case.may("mother", Act::Request, "M16").unwrap();
    assert_eq!((authority.standing(), authority.acting_as()), (Standing::Subsidiary, &ActingAs::Themselves));
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
    assert_eq!(ways, [["Gi Inform M32", "DistrictCourt Decide M32", "Gi/Guardian Execute M32"]]);
}

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
    let text = include_str!("../packs/nl/authority/2015-01-01.toml");
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
