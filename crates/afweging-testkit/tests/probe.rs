#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use afweging::assess;
use afweging_testkit::reference::{log::Log, facts};
use afweging_testkit::{Dice, Histories, dutch_pack};
use serde_json::Value;
#[test]
fn probe() {
    for (number, id) in [(39, "step-20"), (170, "step-53"), (197, "step-17"), (83, "step-18"), (158, "step-44"), (198, "step-17"), (235, "step-13"), (146, "step-18")] {
        let mut dice = Dice::new(number);
        let seeds: Vec<u64> = (0..(10 + dice.below(60))).map(|_| dice.roll()).collect();
        let history = Histories::new().build(&seeds);
        let json: Value = serde_json::from_str(&history.to_json()).unwrap();
        let at = history.last_day();
        let core: Value = serde_json::from_str(&assess(&history, dutch_pack(), at).to_json()).unwrap();
        let log = Log::read(&json).unwrap().until(at);
        let theirs = core["steps"].as_array().unwrap().iter().find(|it| it["step"] == id).unwrap();
        println!("#{number} {id}");
        for g in ["facts", "threat"] { let g = theirs["gates"].as_array().unwrap().iter().find(|it| it["gate"] == g).unwrap();
        for f in g["findings"].as_array().unwrap() { println!("   {} {} {} {}", f["code"], f["says"], f["because"], f["sentence"]["en"]); } }
        for f in facts::all(&log) { println!("      {f:?}"); }
    }
}
