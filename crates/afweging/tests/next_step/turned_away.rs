//! Authority first: who may not is named, with who may instead, before anything is compared.

use afweging::{Act, Actor, Answerer, Code};
use serde_json::json;

use crate::story::step;
use crate::{ON, story};

#[test]
fn who_asks_without_the_power_is_named_with_who_may() {
    let asked = story()
        .propose("ots", "M16")
        .then("request_filed", json!({ "step": "ots", "requester": "gi", "form": "written" }));
    let assessment = asked.assess(ON);
    let ots = step(&assessment, "ots");
    let [turned] = &ots.turned_away[..] else { panic!("{:?}", ots.turned_away) };
    assert_eq!(
        (turned.who.as_str(), turned.act, turned.code),
        ("gi", Act::Request, Code::RequesterWithoutPower)
    );
    assert!(turned.who_may_instead.iter().any(|it| it.who == Answerer::Actor(Actor::Raad)));
    assert!(!assessment.open.contains(&ots.step) && !assessment.least_intrusive.contains(&ots.step));
}

#[test]
fn so_is_who_decides_without_it() {
    let decided = story()
        .propose("ots", "M16")
        .then("request_filed", json!({ "step": "ots", "requester": "raad", "form": "written" }))
        .then("decided", json!({ "step": "ots", "decider": "lt", "outcome": "granted" }));
    let assessment = decided.assess(ON);
    let ots = step(&assessment, "ots");
    let turned = ots.turned_away.iter().find(|it| it.act == Act::Decide).expect("a decider without power");
    assert_eq!(turned.who.as_str(), "lt");
    assert!(turned.who_may_instead.iter().any(|it| it.who == Answerer::Actor(Actor::ChildrensJudge)));
}

#[test]
fn nobody_is_turned_away_where_the_power_is_there() {
    let assessment = story().propose("ots", "M16").granted("ots", "raad").assess(ON);
    assert!(step(&assessment, "ots").turned_away.is_empty());
}
