//! The core against the model written a second time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use afweging::assess;
use afweging_testkit::reference::{candidates, facts, law::Law, log::Log, steps};
use afweging_testkit::{Dice, Histories, dutch_pack};
use serde_json::Value;
use std::collections::BTreeMap;

fn law() -> Law {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../afweging/packs/nl");
    let mut files = Vec::new();
    for topic in std::fs::read_dir(&root).unwrap() {
        let topic = topic.unwrap().path();
        if !topic.is_dir() { continue }
        for file in std::fs::read_dir(&topic).unwrap() {
            let file = file.unwrap().path();
            let name = file.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            files.push((name, std::fs::read_to_string(&file).unwrap()));
        }
    }
    files.sort();
    Law::read(&files).unwrap()
}

#[test]
fn candidates_agree() {
    let cases: u64 = std::env::var("CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(300);
    let law = law();
    let mut shown: BTreeMap<String, usize> = BTreeMap::new();
    let mut compared = 0;
    for number in 0..cases {
        let mut dice = Dice::new(number);
        let seeds: Vec<u64> = (0..(10 + dice.below(60))).map(|_| dice.roll()).collect();
        let history = Histories::new().build(&seeds);
        let json: Value = serde_json::from_str(&history.to_json()).unwrap();
        let at = history.last_day();
        let core: Value = serde_json::from_str(&assess(&history, dutch_pack(), at).to_json()).unwrap();
        let log = Log::read(&json).unwrap().until(at);
        let steps = steps::all(&log);
        for theirs in core["steps"].as_array().unwrap() {
            let step = steps.iter().find(|it| theirs["step"] == it.id.as_str()).unwrap();
            let st = afweging_testkit::reference::execution::stands(&log, &law, step, at);
            if (theirs["stands"]["decision"] != st.decision) || theirs["stands"]["execution"] != st.execution {
                let key = format!("stands {} {}", st.decision, st.execution);
                let n = shown.entry(key).or_default();
                *n += 1;
                if *n <= 2 {
                    println!("#{number} at {at} {} {} ours {st:?} theirs {}", step.id, step.measure, theirs["stands"]);
                    for e in json["entries"].as_array().unwrap().iter().filter(|e| e["event"].to_string().contains(&format!("\"step\":\"{}\"", step.id)) && !e["event"].to_string().contains("view_given") && !e["event"].to_string().contains("conver")&& !e["event"].to_string().contains("candidates")) { println!("      {} {} {}", e["seq"], e["occurred"], e["event"].to_string().chars().filter(|c| *c != '"').take(260).collect::<String>()); }
                }
            }
            let mut ours: Vec<Vec<String>> = candidates::of(&log, &law, step, at).into_iter().map(|q| { let mut v: Vec<String> = q.one_of.iter().map(|it| it.to_string()).collect(); v.sort(); v }).collect();
            ours.sort();
            let mut cores: Vec<Vec<String>> = theirs["candidates"].as_array().unwrap().iter().map(|q| { let mut v: Vec<String> = q["one_of"].as_array().unwrap().iter().map(|it| it.to_string()).collect(); v.sort(); v }).collect();
            cores.sort();
            compared += 1;
            if ours != cores {
                let key = step.measure.clone();
                let n = shown.entry(key).or_default();
                *n += 1;
                if *n <= 2 {
                    println!("#{number} EXT {:?} ENDS {:?}", step.proposal["extends"], step.proposal["ends"]); println!("#{number} at {at} {} {} {} law {} {}", step.id, step.measure, step.placement, step.law_day(&log, at), theirs["stands"]);
                    for e in json["entries"].as_array().unwrap().iter().filter(|e| { let t = e["event"].to_string(); ["request_filed","step_proposed", "started", "decided", "ended", "held_over", "corrected"].iter().any(|k| t.starts_with(&format!("{{\"{k}"))) }) { println!("      {} {} {}", e["seq"], e["occurred"], e["event"].to_string().chars().filter(|c| *c != '"').filter(|c| *c != '{').collect::<String>().replace("details:", "").chars().take(160).collect::<String>()); }
                    for o in &steps { println!("     {} about {} stands {:?} {:?}", o.id, o.about, afweging_testkit::reference::execution::stands(&log, &law, o, step.law_day(&log, at)), o.started(&log)); }
                    for o in ours.iter().filter(|o| !cores.contains(o)) { println!("   ours   {o:?}"); }
                    for o in cores.iter().filter(|o| !ours.contains(o)) { println!("   theirs {o:?}"); }
                }
            }
        }
        let _ = facts::all(&log);
    }
    println!("{shown:?} differ of {compared}");
}
