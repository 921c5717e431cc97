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
        let mut log = Log::read(&json).unwrap().until(at);
        if std::env::var("X").is_ok() { log.readings = afweging_testkit::reference::readings::Readings { lost_support_stays: true, told_anew_is_new: true, latest_answers_only: true, late_start_is_in_time: true, not_maintained_had_no_term: true, who_may_decide_settles: true, not_available_stands: true }; }
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
            let on = step.law_day(&log, at);
            for (act, key) in [("request", "who_may_request"), ("decide", "who_may_decide")] {
                let ours = afweging_testkit::reference::powers::who_may(&law, act, &step.measure, steps.iter().find(|it| step.proposal["ends"] == it.id.as_str()).map(|it| it.measure.as_str()), on);
                let mut cores: Vec<(String, String, bool)> = theirs[key].as_array().unwrap().iter().map(|it| (it["who"]["actor"].as_str().unwrap_or("?").to_owned(), it["article"].as_str().unwrap().to_owned(), it["subsidiary"] == true)).collect();
                cores.sort(); cores.dedup();
                let short = |all: &[(String, String, bool)]| { let mut v: Vec<(String, bool)> = all.iter().map(|it| (it.0.clone(), it.2)).collect(); v.dedup(); v };
                if short(&ours) != short(&cores) || cores.iter().any(|it| !ours.contains(it)) {
                    if ["M03", "M06"].contains(&step.measure.as_str()) && key == "who_may_request" { continue }
                    let n = shown.entry(format!("{key}")).or_default(); *n += 1;
                    if *n <= 4 { println!("#{number} {} {} {on} {key}\n   ours {:?}\n   theirs {:?}", step.id, step.measure, ours.iter().filter(|it| !cores.contains(it)).collect::<Vec<_>>(), cores.iter().filter(|it| !ours.contains(it)).collect::<Vec<_>>()); }
                }
            }
            let case = afweging_testkit::reference::gates::Case { log: &log, law: &law, step, at, on };
            for (gate, findings) in afweging_testkit::reference::gates::all(&case) {
                let g = theirs["gates"].as_array().unwrap().iter().find(|it| it["gate"] == gate).unwrap();
                let ours: std::collections::BTreeSet<String> = findings.iter().filter(|it| it.code != "OUTSIDE").map(|it| format!("{} {}", it.code, format!("{:?}", it.says).to_lowercase())).collect();
                let cores: std::collections::BTreeSet<String> = g["findings"].as_array().unwrap().iter().filter(|it| it["kind"] != "aid").map(|it| format!("{} {}", &it["code"].as_str().unwrap()[4..], it["says"].as_str().unwrap().replace('_', ""))).collect();
                let o = afweging_testkit::reference::gates::outcome(&findings);
                if g["outcome"] != o {
                    let a: Vec<_> = ours.iter().filter(|it| !cores.contains(*it)).cloned().collect();
                    let b: Vec<_> = cores.iter().filter(|it| !ours.contains(*it)).cloned().collect();
                    let key = format!("{gate} {o} {} ours {a:?} theirs {b:?}", g["outcome"]);
                    let n = shown.entry(key.clone()).or_default(); *n += 1;
                    if *n <= 1 && std::env::var("KEY").is_err() { println!("#{number} at {at} {} {} {} {key}", step.id, step.measure, step.placement); }
                    if let Ok(want) = std::env::var("KEY") && want.split('|').any(|w| key.contains(w)) && *n <= 3 {
                        println!("#{number} at {at} law {on} {} {} {} {key} {} prop {}", step.id, step.measure, step.placement, theirs["stands"], serde_json::json!([step.proposal["from"], step.proposal["until"], step.proposal["extends"], step.proposal["ends"], step.own, step.proposal["proposed_by"]]));
                        println!("    {}", g["findings"].to_string().chars().take(900).collect::<String>());
                        let kinds = std::env::var("KINDS").unwrap_or("view_given,conver,diverg,dialogue,fell,decided,heard_after".into());
                        for e in json["entries"].as_array().unwrap().iter().filter(|e| { let t = e["event"].to_string(); (t.contains(&format!("\"step\":\"{}\"", step.id)) || kinds.contains("ALL")) && kinds.split(',').any(|k| t.starts_with(&format!("{{\"{k}"))) }) { println!("      {} {} {} {}", e["seq"], e["occurred"], e["by"], e["event"].to_string().chars().filter(|c| *c != '"').take(330).collect::<String>()); }
                    }
                }
            }
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
    let mut all: Vec<_> = shown.into_iter().collect(); all.sort_by_key(|it| std::cmp::Reverse(it.1));
    for (key, n) in all.iter().take(70) { println!("{n:5} {key}"); }
    println!("{} kinds, {} differ of {compared}", all.len(), all.iter().map(|it| it.1).sum::<usize>());
}
